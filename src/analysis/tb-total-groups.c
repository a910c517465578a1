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
  GPtrArray *const *refused;
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

/* Of one coverage, price basis, adjustment and reporting year (R1, R5). */
static gboolean
has_same_coverage (const TbSeriesInfo *a,
                   const TbSeriesInfo *b)
{
  return a->since == b->since && a->since_day == b->since_day && a->sa == b->sa && a->year_start == b->year_start
         && g_strcmp0 (a->price_basis, b->price_basis) == 0
         && tb_text_equal (tb_series_get_scope (a), tb_series_get_scope (b));
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
          && has_same_coverage (info, get_first (total))
          && tb_unit_conversion (info->unit, get_first (total)->unit, &factor))
        total->whole = series;
    }
}

/* What tells a part from the others; one that is in the file in two units counts once. */
static const char *
get_part_id (const TbTotal      *total,
             const TbSeriesInfo *info)
{
  for (guint i = 0; total->sort == TB_TOTAL_BY_BREAKDOWN && i < info->n_breakdown; i++)
    if (g_str_equal (info->breakdown[i].dimension, total->dimension))
      return info->breakdown[i].value;

  return total->sort == TB_TOTAL_BY_PLACE ? info->place->id : info->indicator->id;
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
          && has_same_coverage (info, get_first (total)) && has_actual (series, self->known)
          && g_hash_table_add (total->expected, (gpointer) get_part_id (total, info)))
        total->n_expected++;
    }
  take_whole (self, series, own, NULL);
  for (guint i = 0; i < info->n_breakdown; i++)
    if (tb_parts_is_all (&info->breakdown[i]))
      {
        g_autofree char *key = make_key (info->indicator, info->place, info, info->breakdown[i].dimension);

        take_whole (self, series, key, info->breakdown[i].dimension);
      }
}

static TbTotalRefusal
find_reason (const TbSeriesInfo *info)
{
  if (info->measure == TB_MEASURE_UNSTATED)
    return TB_TOTAL_UNSTATED;

  return info->indicator->additive == TB_NO ? TB_TOTAL_SAID : TB_TOTAL_NOT_ADDITIVE;
}

static void
refuse (Finder         *self,
        TbTotalRefusal  why,
        TbSeries       *series)
{
  GPtrArray *list = self->refused[why];
  const TbIndicator *indicator = tb_series_get_info (series)->indicator;

  for (guint i = 0; i < list->len; i++)
    if (tb_series_get_info (g_ptr_array_index (list, i))->indicator == indicator)
      return;
  g_ptr_array_add (list, series);
}

/* Whether the rows may be added up; tells why not. */
static gboolean
check (Finder        *self,
       const TbTotal *total)
{
  const TbSeriesInfo *first = get_first (total);

  for (guint i = 0; i < total->parts->len; i++)
    {
      TbSeries *series = g_ptr_array_index (total->parts, i);
      const TbSeriesInfo *info = tb_series_get_info (series);

      if (!tb_parts_is_additive (info))
        refuse (self, find_reason (info), series);
      else if (info->unit != first->unit)
        refuse (self, TB_TOTAL_MIXED_UNITS, series);
      else if (!has_same_coverage (info, first))
        refuse (self, TB_TOTAL_MIXED_COVERAGE, series);
      else
        continue;
      return FALSE;
    }

  return TRUE;
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

/* A row counts in one total: rows by place and by indicator have one of the two. */
static GPtrArray *
choose (Finder *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_total_free);
  g_autofree gboolean *is_taken = g_new0 (gboolean, self->rows->len + 1);

  g_ptr_array_sort (self->in_order, compare_groups);
  for (guint i = 0; i < self->in_order->len; i++)
    {
      TbTotal *total = g_ptr_array_index (self->in_order, i);
      gboolean is_free = total->parts->len > 1;

      for (guint k = 0; is_free && k < total->members->len; k++)
        is_free = !is_taken[g_array_index (total->members, guint, k)];
      if (!is_free || !check (self, total))
        {
          tb_total_free (total);
          continue;
        }
      for (guint k = 0; k < total->members->len; k++)
        is_taken[g_array_index (total->members, guint, k)] = TRUE;
      g_ptr_array_add (chosen, total);
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
      else if (other != info->place && tb_parts_is_additive (info))
        refuse (self, TB_TOTAL_NO_PARENT, series);
      else if (other != info->place)
        refuse (self, find_reason (info), series);
    }
}

GPtrArray *
tb_total_find_groups (TbDataset        *dataset,
                      const GArray     *rows,
                      TbDay             known,
                      GPtrArray *const *refused)
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
