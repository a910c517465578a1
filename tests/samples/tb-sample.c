/* A sample, and the figures in it that the notes are about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-sample.h"
#include "tb-reader.h"

TbDataset *
tb_sample_read (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".tongbi.json", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("TB_SOURCE_ROOT"), "data", "samples", file, NULL);
  g_autoptr (TbProblems) problems = tb_problems_new (path);
  g_autoptr (GError) error = NULL;
  TbDataset *dataset = tb_reader_read_file (path, NULL, problems, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dataset);

  return dataset;
}

static gboolean
is_figure (const TbSeries        *series,
           gsize                  row,
           const TbComparableKey *key)
{
  const TbPlace *place = tb_series_get_info (series)->place;
  TbPeriod period = TB_PERIOD_UNDATED;
  TbObservation o;

  if (key->period != NULL)
    g_assert_true (tb_period_parse (key->period, TB_CALENDAR_YEAR, &period, NULL));
  tb_series_get (series, row, &o);

  return o.kind == key->kind && o.confirms == key->confirming && tb_period_equal (o.period, period)
         && (key->place == NULL || (place != NULL && g_str_equal (place->id, key->place)));
}

TbFigure
tb_sample_find (const TbDataset       *dataset,
                const TbComparableKey *key)
{
  const TbIndicator *indicator = tb_catalog_find_indicator (tb_dataset_get_catalog (dataset), key->indicator);
  TbFigure found = { NULL, 0 };
  TbSeries *const *list;
  gsize n = 0;

  if (indicator == NULL)
    g_error ("There is no indicator %s", key->indicator);
  list = tb_dataset_get_series_of (dataset, indicator, &n);
  for (gsize s = 0; s < n; s++)
    for (gsize i = 0; i < tb_series_get_n (list[s]); i++)
      {
        if (!is_figure (list[s], i, key))
          continue;
        g_assert_null (found.series);
        found = (TbFigure) { list[s], i };
      }
  if (found.series == NULL)
    g_error ("There is no figure of %s, %s", key->indicator, key->period);

  return found;
}
