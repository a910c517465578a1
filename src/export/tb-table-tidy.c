/* The figures of a table as tidy rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-table-page.h"

#include "tb-known.h"

/* Of which period and kind a figure is: what the selection chose by. */
typedef struct
{
  TbDay       start;
  TbDay       end;
  const char *text;
  guint       kinds;   /* of period and figure */
} Key;

static Key
make_key (const TbObservation *observation)
{
  const TbPeriod *period = &observation->period;

  return (Key) { period->start, period->end, period->text, (guint) period->kind << 8 | (guint) observation->kind };
}

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return ((guint) key->start * 31 + (guint) key->end) * 31 + key->kinds;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *x = a, *y = b;

  return x->start == y->start && x->end == y->end && x->kinds == y->kinds && g_strcmp0 (x->text, y->text) == 0;
}

/* Without what stands in hidden columns alone. */
static GHashTable *
index_selected (const TbComparison *comparison,
                gsize               row,
                const TbSelected   *selected)
{
  GHashTable *keys = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);

  for (gsize i = 0; i < selected->n_rows; i++)
    {
      TbObservation observation;
      Key key;

      if (!tb_comparison_tells_of (comparison, row, selected->rows[i]))
        continue;
      tb_series_get (selected->series, selected->rows[i], &observation);
      key = make_key (&observation);
      g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
    }

  return keys;
}

/* A selection leaves out what confirms a figure and what it replaces; here they
 * are rows like others, so far as they were known. */
static gboolean
walk_series (const TbComparison *comparison,
             gsize               table_row,
             TbLanguage          language,
             TbTidyFunc          func,
             gpointer            data)
{
  const TbSelection *selection = tb_comparison_get_selection (comparison);
  const TbSelected *selected = tb_selection_get (selection, table_row);
  TbDay known = tb_selection_get_known (selection);
  const TbSeriesInfo *info = tb_series_get_info (selected->series);
  g_autofree char *breakdown = tb_tidy_dup_breakdown (info);
  g_autoptr (GHashTable) keys = index_selected (comparison, table_row, selected);
  gboolean goes_on = TRUE;

  for (gsize i = 0; goes_on && i < tb_series_get_n (selected->series); i++)
    {
      g_auto (TbTidyRow) row = { 0 };
      TbObservation observation;
      Key key;

      tb_series_get (selected->series, i, &observation);
      key = make_key (&observation);
      if (!g_hash_table_contains (keys, &key) || (known != 0 && tb_known_get_day (&observation) > known))
        continue;
      tb_tidy_row_init (&row, info, breakdown, &observation, language);
      goes_on = func (&row, data);
    }

  return goes_on;
}

/**
 * tb_table_foreach_tidy:
 * @comparison: a table
 * @language: of the notes
 * @func: (scope call): called with each row
 * @data: for @func
 *
 * Walks over the figures that a table was made of, also those that the ones in its
 * cells replace or are confirmed by: one row an observation. What stands in columns
 * that the table leaves out is left out, unless a cell is made of it; and so are totals
 * that are sums, as nobody published them.
 */
void
tb_table_foreach_tidy (const TbComparison *comparison,
                       TbLanguage          language,
                       TbTidyFunc          func,
                       gpointer            data)
{
  const TbSelection *selection = tb_comparison_get_selection (comparison);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  gboolean goes_on = TRUE;

  /* Sums that nobody published are no figures; a whole of two groups is told of once. */
  for (gsize i = 0; goes_on && i < tb_selection_get_n (selection); i++)
    if (!tb_comparison_is_computed (comparison, i) && g_hash_table_add (told, tb_selection_get (selection, i)->series))
      goes_on = walk_series (comparison, i, language, func, data);
}
