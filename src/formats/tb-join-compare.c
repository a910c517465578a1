/* Tells whether entries of one id are defined alike, and in what they differ.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-join-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Chains of units are short; a longer one is a ring. */
#define MAX_CHAIN 8

static gboolean
equal_words (const char *a,
             const char *b)
{
  g_autofree char *folded_a = NULL;
  g_autofree char *folded_b = NULL;

  if (g_str_equal (a, b))
    return TRUE;

  folded_a = g_utf8_casefold (a, -1);
  folded_b = g_utf8_casefold (b, -1);
  return g_str_equal (g_strstrip (folded_a), g_strstrip (folded_b));
}

/* Compares the wordings in the languages that both have; upper and lower case are the
 * same. A text that is empty, or has no language in common, contradicts nothing. */
static gboolean
say_same (const TbText *a,
          const TbText *b)
{
  gboolean differs = FALSE;

  for (guint i = 0; i < a->n_entries; i++)
    {
      for (guint j = 0; j < b->n_entries; j++)
        {
          if (g_strcmp0 (a->entries[i].language, b->entries[j].language) != 0)
            continue;
          if (equal_words (a->entries[i].text, b->entries[j].text))
            return TRUE;
          differs = TRUE;
        }
    }

  return !differs;
}

/* Both are there and say the same, or neither is. */
static gboolean
say_strictly_same (const TbText *a,
                   const TbText *b)
{
  return tb_text_is_empty (a) == tb_text_is_empty (b) && say_same (a, b);
}

static const char *
compare_units_in_chain (const TbUnit *a,
                        const TbUnit *b,
                        int           depth)
{
  if (a == b)
    return NULL;
  if (!say_same (&a->name, &b->name))
    return N_("its name");
  if (a->kind != b->kind || g_strcmp0 (a->currency, b->currency) != 0 || a->per < b->per || a->per > b->per)
    return N_("its kind");
  if ((a->base == NULL) != (b->base == NULL) || tb_decimal_compare (a->factor, b->factor) != 0)
    return N_("its base unit");
  if (a->base == NULL || depth >= MAX_CHAIN)
    return NULL;

  return compare_units_in_chain (a->base, b->base, depth + 1) != NULL ? N_("its base unit") : NULL;
}

const char *
tb_join_compare_units (const TbJoin  *self,
                       gconstpointer  entry,
                       gconstpointer  other)
{
  return compare_units_in_chain (entry, other, 0);
}

const char *
tb_join_compare_places (const TbJoin  *self,
                        gconstpointer  entry,
                        gconstpointer  other)
{
  const TbPlace *a = entry;
  const TbPlace *b = other;

  return say_same (&a->name, &b->name) ? NULL : N_("its name");
}

const char *
tb_join_compare_domains (const TbJoin  *self,
                         gconstpointer  entry,
                         gconstpointer  other)
{
  const TbDomain *a = entry;
  const TbDomain *b = other;

  return say_same (&a->name, &b->name) ? NULL : N_("its name");
}

const char *
tb_join_compare_sources (const TbJoin  *self,
                         gconstpointer  entry,
                         gconstpointer  other)
{
  const TbSource *a = entry;
  const TbSource *b = other;
  gboolean same = say_strictly_same (&a->title, &b->title) && say_strictly_same (&a->publisher, &b->publisher)
                  && a->published == b->published && g_strcmp0 (a->url, b->url) == 0;

  return same ? NULL : N_("its title");
}

const char *
tb_join_compare_indicators (const TbJoin  *self,
                            gconstpointer  entry,
                            gconstpointer  other)
{
  const TbIndicator *a = entry;
  const TbIndicator *b = other;

  if (!say_same (&a->name, &b->name))
    return N_("its name");
  if (a->unit != tb_join_get (self, b->unit))
    return N_("its unit");
  if (a->measure != b->measure || a->since != b->since || a->since_day != b->since_day)
    return N_("its measure");
  if (!say_strictly_same (&a->scope, &b->scope))
    return N_("its scope");
  if (a->sa != b->sa)
    return N_("its seasonal adjustment");
  if (g_strcmp0 (a->price_basis, b->price_basis) != 0)
    return N_("its prices");
  if (a->is_parameter != b->is_parameter || a->additive != b->additive)
    return N_("its nature");

  return NULL;
}
