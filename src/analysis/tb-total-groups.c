/* Which rows of a table are the parts of one whole.
 *
 * The file's own word is taken and nothing else: series that differ in one breakdown
 * alone, places with one parent, indicators with one `part_of`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-known.h"
#include "tb-parts.h"
#include "tb-total-private.h"

#include <string.h>

/* A part's word for its whole: how it is one, and what the whole's own key would be. */
typedef struct
{
  TbTotalSort  sort;
  const char  *dimension;
  char        *key;
} Claim;

typedef struct
{
  TbDataset        *dataset;
  const GArray     *rows;       /* TbSelected */
  TbDay             known;
  GArray *const    *refused;
  GHashTable       *groups;     /* key of claim → TbTotal, owned */
  GPtrArray        *in_order;   /* the same, in order of their first rows */
  GHashTable       *wholes;     /* key of whole → GPtrArray of TbTotal */
} Finder;

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What identifies a series of that indicator and place, with the breakdown of @info but
 * for one dimension, in any order. */
static char *
make_key (const TbIndicator  *indicator,
          const TbPlace      *place,
          const TbSeriesInfo *info,
          const char         *without)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *breakdown = NULL;

  for (guint i = 0; i < info->n_breakdown; i++)
    if (g_strcmp0 (info->breakdown[i].dimension, without) != 0)
      g_ptr_array_add (parts, g_strdup_printf ("%s\x1f%s", info->breakdown[i].dimension, info->breakdown[i].value));
  g_ptr_array_sort (parts, compare_texts);
  g_ptr_array_add (parts, NULL);
  breakdown = g_strjoinv ("\x1e", (char **) parts->pdata);

  return g_strdup_printf ("%p %p %d %s", (const void *) indicator, (const void *) place, (int) info->measure,
                          breakdown);
}

static void
append_claim (GArray      *claims,
              TbTotalSort  sort,
              const char  *dimension,
              char        *key)
{
  Claim claim = { sort, dimension, key };

  g_array_append_val (claims, claim);
}

static void
clear_claim (gpointer data)
{
  g_free (((Claim *) data)->key);
}

/* All that a series may be a part of. */
static GArray *
list_claims (const TbSeriesInfo *info)
{
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (Claim));

  g_array_set_clear_func (claims, clear_claim);
  for (guint i = 0; i < info->n_breakdown; i++)
    if (!tb_parts_is_all (&info->breakdown[i]))
      append_claim (claims, TB_TOTAL_BY_BREAKDOWN, info->breakdown[i].dimension,
                    make_key (info->indicator, info->place, info, info->breakdown[i].dimension));
  if (info->place != NULL && info->place->parent != NULL)
    append_claim (claims, TB_TOTAL_BY_PLACE, NULL, make_key (info->indicator, info->place->parent, info, NULL));
  if (info->indicator->part_of != NULL)
    append_claim (claims, TB_TOTAL_BY_INDICATOR, NULL, make_key (info->indicator->part_of, info->place, info, NULL));

  return claims;
}

static char *
name_claim (const Claim *claim)
{
  return g_strdup_printf ("%d %s %s", (int) claim->sort, claim->dimension != NULL ? claim->dimension : "", claim->key);
}

static const TbSeriesInfo *
get_first (const TbTotal *total)
{
  return tb_series_get_info (g_ptr_array_index (total->parts, 0));
}

static void
take_row (Finder *self,
          guint   row)
{
  TbSeries *series = g_array_index (self->rows, TbSelected, row).series;
  g_autoptr (GArray) claims = list_claims (tb_series_get_info (series));

  for (guint i = 0; i < claims->len; i++)
    {
      const Claim *claim = &g_array_index (claims, Claim, i);
      g_autofree char *name = name_claim (claim);
      TbTotal *total = g_hash_table_lookup (self->groups, name);

      if (total == NULL)
        {
          GPtrArray *same = g_hash_table_lookup (self->wholes, claim->key);

          total = tb_total_new (claim->sort, claim->dimension);
          g_hash_table_insert (self->groups, g_steal_pointer (&name), total);
          g_ptr_array_add (self->in_order, total);
          if (same == NULL)
            {
              same = g_ptr_array_new ();
              g_hash_table_insert (self->wholes, g_strdup (claim->key), same);
            }
          g_ptr_array_add (same, total);
        }
      g_ptr_array_add (total->parts, series);
      g_array_append_val (total->members, row);
    }
}

static gboolean
has_actual (const TbSeries *series,
            TbDay           known)
{
  for (gsize i = 0; i < tb_series_get_n (series); i++)
    {
      TbGlance glance;

      tb_series_glance (series, i, &glance);
      if (glance.kind == TB_KIND_ACTUAL && tb_known_is_read (series, i, known))
        return TRUE;
    }

  return FALSE;
}

/* Makes the series the whole of the groups whose key that is; @dimension: of those by it alone. */
static void
take_whole (Finder     *self,
            TbSeries   *series,
            const char *key,
            const char *dimension)
{
  const TbSeriesInfo *info = tb_series_get_info (series);
  GPtrArray *wholes = g_hash_table_lookup (self->wholes, key);
  TbDecimal factor;

  for (guint i = 0; wholes != NULL && i < wholes->len; i++)
    {
      TbTotal *total = g_ptr_array_index (wholes, i);

      if (total->whole == NULL && (dimension == NULL || g_strcmp0 (total->dimension, dimension) == 0)
          && tb_total_has_same_coverage (info, get_first (total))
          && tb_unit_conversion (info->unit, get_first (total)->unit, &factor))
        total->whole = series;
    }
}

const TbBreakdown *
tb_total_get_category (const TbTotal      *self,
                       const TbSeriesInfo *info)
{
  for (guint i = 0; self->sort == TB_TOTAL_BY_BREAKDOWN && i < info->n_breakdown; i++)
    if (g_str_equal (info->breakdown[i].dimension, self->dimension))
      return &info->breakdown[i];

  return NULL;
}

/* One that is in the file in two units counts once. */
static void
expect (TbTotal            *total,
        const TbSeriesInfo *info)
{
  const TbBreakdown *category = tb_total_get_category (total, info);
  const char *id = category != NULL ? category->value
                   : total->sort == TB_TOTAL_BY_PLACE ? info->place->id : info->indicator->id;

  if (!g_hash_table_add (total->expected, (gpointer) id))
    return;
  total->n_expected++;
  if (category != NULL)
    g_ptr_array_add (total->listed, (gpointer) category);
}

/* Counts a series of the file where it is a part, and finds it where it is a whole. */
static void
take_series (Finder   *self,
             TbSeries *series)
{
  const TbSeriesInfo *info = tb_series_get_info (series);
  g_autoptr (GArray) claims = list_claims (info);
  g_autofree char *own = make_key (info->indicator, info->place, info, NULL);
  TbDecimal factor;

  for (guint i = 0; i < claims->len; i++)
    {
      g_autofree char *name = name_claim (&g_array_index (claims, Claim, i));
      TbTotal *total = g_hash_table_lookup (self->groups, name);

      if (total != NULL && tb_unit_conversion (info->unit, get_first (total)->unit, &factor)
          && tb_total_has_same_coverage (info, get_first (total)) && has_actual (series, self->known))
        expect (total, info);
    }
  take_whole (self, series, own, NULL);
  for (guint i = 0; i < info->n_breakdown; i++)
    if (tb_parts_is_all (&info->breakdown[i]))
      {
        g_autofree char *key = make_key (info->indicator, info->place, info, info->breakdown[i].dimension);

        take_whole (self, series, key, info->breakdown[i].dimension);
      }
}

/* All parts of the file first, then what is nearest to the figures. */
static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const TbTotal *one = *(const TbTotal *const *) a;
  const TbTotal *other = *(const TbTotal *const *) b;
  int is_partial = one->parts->len < one->n_expected;
  int is_other_partial = other->parts->len < other->n_expected;

  if (is_partial != is_other_partial)
    return is_partial - is_other_partial;
  if (one->sort != other->sort)
    return (int) one->sort - (int) other->sort;

  return (int) g_array_index (one->members, guint, 0) - (int) g_array_index (other->members, guint, 0);
}

/* The totals that rows already count in can be told that there is another one. */
static void
mark_other (const TbTotal *total,
            TbTotal      **owners)
{
  for (guint k = 0; k < total->members->len; k++)
    {
      TbTotal *owner = owners[g_array_index (total->members, guint, k)];

      if (owner != NULL && owner->sort != total->sort && total->parts->len >= total->n_expected)
        owner->also |= 1u << total->sort;
    }
}

/* A row counts in one total: rows by place and by indicator have one of the two, and are
 * told to be parts of the other as well. */
static GPtrArray *
choose (Finder *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_total_free);
  g_autofree TbTotal **owners = g_new0 (TbTotal *, self->rows->len + 1);

  for (guint i = 0; i < self->in_order->len; i++)
    tb_total_settle (g_ptr_array_index (self->in_order, i));
  g_ptr_array_sort (self->in_order, compare_groups);
  for (guint i = 0; i < self->in_order->len; i++)
    {
      TbTotal *total = g_ptr_array_index (self->in_order, i);
      gboolean is_free = TRUE;
      TbTotalRefused refused = { 0 };
      TbTotalRefusal why;

      for (guint k = 0; is_free && k < total->members->len; k++)
        is_free = owners[g_array_index (total->members, guint, k)] == NULL;
      total->known = self->known;
      if (total->parts->len > 1)
        tb_total_add_up (total, self->rows);
      if (total->parts->len > 1 && tb_total_is_sound (total, &why, &refused))
        {
          if (!is_free)
            mark_other (total, owners);
          for (guint k = 0; is_free && k < total->members->len; k++)
            owners[g_array_index (total->members, guint, k)] = total;
        }
      else
        {
          if (is_free && total->parts->len > 1)
            tb_total_refuse (self->refused, why, &refused);
          is_free = FALSE;
        }
      if (is_free)
        g_ptr_array_add (chosen, total);
      else
        tb_total_free (total);
    }

  return chosen;
}

/* Places of which the file does not say that they are parts of one: they may overlap. */
static void
refuse_places (Finder *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = 0; row < self->rows->len; row++)
    {
      TbSeries *series = g_array_index (self->rows, TbSelected, row).series;
      const TbSeriesInfo *info = tb_series_get_info (series);
      g_autofree char *key = NULL;
      const TbPlace *other;

      if (info->place == NULL || info->place->parent != NULL)
        continue;
      key = make_key (info->indicator, NULL, info, NULL);
      other = g_hash_table_lookup (seen, key);
      if (other == NULL)
        g_hash_table_insert (seen, g_steal_pointer (&key), (gpointer) info->place);
      else if (other != info->place)
        tb_total_refuse (self->refused, tb_parts_is_additive (info) ? TB_TOTAL_NO_PARENT : tb_total_find_reason (info),
                         &(TbTotalRefused) { .series = series });
    }
}

GPtrArray *
tb_total_find_groups (TbDataset        *dataset,
                      const GArray     *rows,
                      TbDay             known,
                      GArray *const    *refused)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) wholes
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) in_order = g_ptr_array_new ();
  Finder self = { dataset, rows, known, refused, groups, in_order, wholes };

  for (guint i = 0; i < rows->len; i++)
    take_row (&self, i);
  for (gsize i = 0; in_order->len > 0 && i < tb_dataset_get_n_series (dataset); i++)
    take_series (&self, tb_dataset_get_series (dataset, i));
  refuse_places (&self);

  return choose (&self);
}
