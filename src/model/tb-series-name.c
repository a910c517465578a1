/* What a series is called, and what tells it from the others of its dataset.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-series.h"

#include <string.h>

static void
append_part (GString    *parts,
             const char *part,
             TbLanguage  language)
{
  static const TbPhrase separators = { { ", ", "，" } };

  if (part == NULL || *part == '\0')
    return;
  if (parts->len > 0)
    g_string_append (parts, separators.in[language]);
  g_string_append (parts, part);
}

/**
 * tb_breakdown_dup_name:
 * @self: a part of a breakdown
 * @language: the reader's
 *
 * Thread: any.
 *
 * Returns: (transfer full): what its value is called: the wording of the file, else
 *   the value itself
 */
char *
tb_breakdown_dup_name (const TbBreakdown *self,
                       TbLanguage         language)
{
  if (self->category == NULL || tb_text_is_empty (&self->category->name))
    return g_strdup (self->value);

  return tb_text_dup_marked (&self->category->name, language);
}

/**
 * tb_series_dup_part:
 * @self: a series
 * @language: the language of the name
 * @with_place: whether the place is part of it
 *
 * Names what part of its indicator a series is: its place, breakdown and scope.
 *
 * Returns: (transfer full): the name; empty where it has none of them
 */
char *
tb_series_dup_part (const TbSeries *self,
                    TbLanguage      language,
                    gboolean        with_place)
{
  const TbSeriesInfo *info = tb_series_get_info (self);
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autofree char *scope = tb_text_dup_marked (&info->scope, language);

  if (with_place && info->place != NULL)
    {
      g_autofree char *place = tb_text_dup_marked (&info->place->name, language);

      append_part (parts, place, language);
    }
  for (guint i = 0; i < info->n_breakdown; i++)
    {
      g_autofree char *value = tb_breakdown_dup_name (&info->breakdown[i], language);

      append_part (parts, value, language);
    }
  append_part (parts, scope, language);

  return g_string_free_and_steal (g_steal_pointer (&parts));
}

/**
 * tb_series_dup_name:
 * @self: a series
 * @language: the language of the name
 * @with_place: whether the place is part of it
 *
 * Names a series: its indicator, and in brackets its place, breakdown and scope.
 *
 * Returns: (transfer full): the name
 */
char *
tb_series_dup_name (const TbSeries *self,
                    TbLanguage      language,
                    gboolean        with_place)
{
  static const TbPhrase bracketed = { { "%s (%s)", "%s（%s）" } };
  g_autofree char *name = tb_text_dup_marked (&tb_series_get_info (self)->indicator->name, language);
  g_autofree char *part = tb_series_dup_part (self, language, with_place);

  return *part == '\0' ? g_steal_pointer (&name) : g_strdup_printf (bracketed.in[language], name, part);
}

/**
 * tb_series_get_scope:
 * @info: what holds for a series
 *
 * Thread: any.
 *
 * Returns: (transfer none): what the figures cover: the series' own words, else
 *   those of its indicator; empty where neither has any
 */
const TbText *
tb_series_get_scope (const TbSeriesInfo *info)
{
  return tb_text_is_empty (&info->scope) ? &info->indicator->scope : &info->scope;
}

/**
 * tb_series_same_breakdown:
 * @a: what holds for a series
 * @b: what holds for another one
 *
 * Thread: any.
 *
 * Returns: whether both have the same dimensions and values, in any order
 */
gboolean
tb_series_same_breakdown (const TbSeriesInfo *a,
                          const TbSeriesInfo *b)
{
  if (a->n_breakdown != b->n_breakdown)
    return FALSE;
  for (guint i = 0; i < a->n_breakdown; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < b->n_breakdown && !found; j++)
        found = g_str_equal (a->breakdown[i].dimension, b->breakdown[j].dimension)
                && g_str_equal (a->breakdown[i].value, b->breakdown[j].value);
      if (!found)
        return FALSE;
    }

  return TRUE;
}

/**
 * tb_series_key_hash:
 * @key: (type TbSeriesInfo): what holds for a series
 *
 * For tables of series by what identifies them, beside tb_series_key_equal().
 *
 * Thread: any.
 *
 * Returns: a hash
 */
guint
tb_series_key_hash (gconstpointer key)
{
  const TbSeriesInfo *info = key;
  guint hash = g_direct_hash (info->indicator) + 31 * g_direct_hash (info->place) + 17 * g_direct_hash (info->unit)
               + (guint) info->measure;

  /* The breakdown and the scope may be in any order: their hashes are added. */
  for (guint i = 0; i < info->n_breakdown; i++)
    hash += g_str_hash (info->breakdown[i].dimension) * 33 ^ g_str_hash (info->breakdown[i].value);
  for (guint i = 0; i < info->scope.n_entries; i++)
    hash += g_str_hash (info->scope.entries[i].text);

  return hash;
}

/**
 * tb_series_key_equal:
 * @a: (type TbSeriesInfo): what holds for a series
 * @b: (type TbSeriesInfo): what holds for a series of the same catalog
 *
 * Thread: any.
 *
 * Returns: whether indicator, place, breakdown (in any order), scope, unit and
 *   measure are the same, so that both are one series
 */
gboolean
tb_series_key_equal (gconstpointer a,
                     gconstpointer b)
{
  const TbSeriesInfo *one = a;
  const TbSeriesInfo *other = b;

  return one->indicator == other->indicator && one->place == other->place && one->unit == other->unit
         && one->measure == other->measure && tb_text_equal (&one->scope, &other->scope)
         && tb_series_same_breakdown (one, other);
}

static int
compare_breakdowns (gconstpointer a,
                    gconstpointer b)
{
  const TbBreakdown *left = *(const TbBreakdown *const *) a;
  const TbBreakdown *right = *(const TbBreakdown *const *) b;

  return strcmp (left->dimension, right->dimension);
}

/**
 * tb_series_dup_key:
 * @self: a series
 *
 * Names a series by what its file calls it, so that the name finds it again in a
 * later file: "hospital-beds", "hospital-beds@qingdao,type=public#urban area".
 * Dimensions are sorted; the scope is in English where it has been given in it.
 * Thread: any.
 *
 * Returns: (transfer full): the key
 */
char *
tb_series_dup_key (const TbSeries *self)
{
  const TbSeriesInfo *info = tb_series_get_info (self);
  GString *key = g_string_new (info->indicator->id);
  g_autofree const TbBreakdown **order = g_new (const TbBreakdown *, info->n_breakdown + 1);

  if (info->place != NULL)
    g_string_append_printf (key, "@%s", info->place->id);
  for (guint i = 0; i < info->n_breakdown; i++)
    order[i] = &info->breakdown[i];
  qsort (order, info->n_breakdown, sizeof *order, compare_breakdowns);
  for (guint i = 0; i < info->n_breakdown; i++)
    g_string_append_printf (key, ",%s=%s", order[i]->dimension, order[i]->value);
  if (!tb_text_is_empty (&info->scope))
    g_string_append_printf (key, "#%s", tb_text_get (&info->scope, TB_LANGUAGE_EN));

  return g_string_free_and_steal (key);
}
