/* Reads our own tidy csv back: all that its columns hold (cli.md).
 *
 * Rows of one indicator, place, breakdown and unit are a series. What the file
 * does not say is unstated: names, measures, what a unit is unless its id is a
 * common wording.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-tidy-csv.h"

#include "tb-csv-table.h"
#include "tb-limits.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <string.h>

static gboolean
is_header (const TbSeparated *records)
{
  if (records->n_fields != TB_TIDY_N_COLUMNS)
    return FALSE;

  for (int i = 0; i < TB_TIDY_N_COLUMNS; i++)
    {
      const char *name = tb_tidy_get_name ((TbTidyColumn) i);

      if (records->fields[i].length != strlen (name) || memcmp (records->fields[i].text, name, strlen (name)) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
sniff (const TbReaderInput *input)
{
  g_auto (TbSeparated) records = { 0 };
  const TbSeparatedDialect dialect = TB_SEPARATED_COMMA;
  const char *first = tb_tidy_get_name (TB_TIDY_INDICATOR);

  if (input->length < strlen (first) || memcmp (input->text, first, strlen (first)) != 0)
    return FALSE;

  tb_separated_init (&records, input->text, input->length, &dialect);
  return tb_separated_next (&records) && is_header (&records);
}

const char *
tb_tidy_csv_get (const TbTidyCsv *self,
                 TbTidyColumn     column,
                 gsize           *out_length)
{
  if (out_length != NULL)
    *out_length = self->records.fields[column].length;

  return self->records.fields[column].text;
}

const char *
tb_tidy_csv_intern (TbTidyCsv    *self,
                    TbTidyColumn  column)
{
  const TbSeparatedField *field = &self->records.fields[column];

  return field->length > 0 ? tb_pool_intern_len (self->pool, field->text, field->length) : NULL;
}

void
tb_tidy_csv_report (TbTidyCsv    *self,
                    TbTidyColumn  column,
                    const char   *format,
                    ...)
{
  guint at = column < self->records.n_fields ? tb_separated_get_column (&self->records, column) : 1;
  va_list arguments;

  va_start (arguments, format);
  tb_problems_add_valist (self->input->problems, TB_SEVERITY_ERROR, self->records.line, at, "", format, arguments);
  va_end (arguments);
}

/* FALSE: reported. */
static gboolean
check_record (TbTidyCsv *self)
{
  if (self->records.unclosed)
    {
      tb_tidy_csv_report (self, TB_TIDY_INDICATOR,
                          _("the file ends within a quoted cell of the row that begins here; expected a closing "
                            "quote"));
      return FALSE;
    }
  if (self->records.n_fields == TB_TIDY_N_COLUMNS)
    return TRUE;

  tb_tidy_csv_report (self, TB_TIDY_INDICATOR,
                      _("the number of cells in the row is %zu; expected %d, as in the header"),
                      self->records.n_fields, TB_TIDY_N_COLUMNS);
  return FALSE;
}

/* FALSE: cancelled. The two walks over the rows are half of the reading each. */
static gboolean
watch_rows (TbTidyCsv *self,
            double     from)
{
  gsize done;

  if (++self->n_rows % TB_READER_STRIDE != 0)
    return TRUE;

  done = (gsize) (tb_separated_get_mark (&self->records).next - self->input->text);
  return tb_reader_watch_step (self->input->watch,
                               from + (1 - TB_READER_LOADED) / 2 * (double) done / (double) self->input->length);
}

/* Which series there are, and by which reporting year their periods are meant. FALSE: cancelled. */
static gboolean
survey (TbTidyCsv *self)
{
  while (tb_separated_next (&self->records))
    {
      TbTidyCsvSeries *series;
      guint16 year_start;
      guint index;

      if (!watch_rows (self, TB_READER_LOADED))
        return FALSE;
      index = check_record (self) ? tb_tidy_csv_find_series (self) : G_MAXUINT;
      if (index == G_MAXUINT)
        continue;
      series = &g_array_index (self->series, TbTidyCsvSeries, index);
      series->n++;
      year_start = tb_tidy_csv_find_year_start (self);
      if (year_start != TB_CALENDAR_YEAR)
        {
          series->info.year_start = year_start;
          series->info.year_start_said = TRUE;
        }
    }

  return TRUE;
}

/* FALSE: reported, or cancelled. */
static gboolean
read_rows (TbTidyCsv *self)
{
  while (tb_separated_next (&self->records))
    {
      guint index = watch_rows (self, (1 + TB_READER_LOADED) / 2) ? tb_tidy_csv_find_series (self) : G_MAXUINT;
      TbObservation observation = { .period = TB_PERIOD_UNDATED };
      TbObservationExtra extra;
      TbTidyCsvSeries *series;

      if (index == G_MAXUINT)
        return FALSE;
      series = &g_array_index (self->series, TbTidyCsvSeries, index);
      if (series->builder == NULL)
        series->builder = tb_series_builder_new (self->catalog, &series->info, series->n);
      memset (&extra, 0, sizeof extra);
      tb_tidy_csv_read_row (self, &series->info, &observation, &extra);
      if (!tb_series_builder_add (series->builder, &observation))
        {
          tb_tidy_csv_report (self, TB_TIDY_INDICATOR,
                              _("too many observations or different multipliers in one series; expected at most %d "
                                "and %d"), TB_LIMIT_OBSERVATIONS, TB_LIMIT_MULTIPLIERS);
          return FALSE;
        }
    }

  return TRUE;
}

static void
warn (TbTidyCsv  *self,
      guint       line,
      guint       column,
      const char *message)
{
  tb_problems_add (self->input->problems, TB_SEVERITY_WARNING, line, column, "", "%s", message);
}

static void
report_counts (TbTidyCsv *self,
               gsize      n_repeated)
{
  g_autofree char *kept = NULL;
  g_autofree char *repeated = NULL;

  if (self->n_kept > 0)
    {
      kept = g_strdup_printf (ngettext ("%zu period, this one, has no known spelling or other days than those beside "
                                        "it; it is kept as a text",
                                        "%zu periods, of which this is the first, have no known spelling or other "
                                        "days than those beside them; they are kept as texts", (gulong) self->n_kept),
                              self->n_kept);
      warn (self, self->kept_line, self->kept_column, kept);
    }
  if (n_repeated > 0)
    {
      repeated = g_strdup_printf (ngettext ("%zu figure is given for a series and period that has one already; "
                                            "both are kept",
                                            "%zu figures are given for series and periods that have one already; "
                                            "all are kept", (gulong) n_repeated), n_repeated);
      warn (self, 0, 0, repeated);
    }
  if (self->series->len == 0)
    warn (self, 0, 0, _("the file describes figures, but has none"));
}

static TbText
make_title (TbTidyCsv *self)
{
  const char *dot = strrchr (self->input->name, '.');
  gsize length = dot != NULL ? (gsize) (dot - self->input->name) : strlen (self->input->name);
  TbTextEntry *entry = tb_pool_alloc0 (self->pool, sizeof *entry);

  entry->text = length > 0 ? tb_pool_intern_len (self->pool, self->input->name, length)
                           : tb_pool_intern (self->pool, _("Untitled"));
  return (TbText) { entry, 1 };
}

static TbDataset *
finish (TbTidyCsv *self)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_series_unref);
  TbDatasetInfo info = { .format = "tidy-csv", .year_start = TB_CALENDAR_YEAR };
  gsize n_repeated = 0, n_unstated = 0;

  for (guint i = 0; i < self->series->len; i++)
    {
      TbTidyCsvSeries *series = &g_array_index (self->series, TbTidyCsvSeries, i);

      g_ptr_array_add (list, tb_series_builder_finish (series->builder));
      g_clear_pointer (&series->builder, tb_series_builder_free);
      n_repeated += tb_series_count_repeated (list->pdata[i]);
    }
  for (gsize i = 0; i < tb_catalog_get_n_indicators (self->catalog); i++)
    n_unstated += tb_catalog_get_indicator (self->catalog, i)->measure == TB_MEASURE_UNSTATED ? 1 : 0;
  tb_plan_set_n_unstated (self->input->plan, n_unstated);
  report_counts (self, n_repeated);
  info.title = make_title (self);
  return tb_dataset_new (&info, self->catalog, (TbSeries **) list->pdata, list->len);
}

static void
clear (TbTidyCsv *self)
{
  for (guint i = 0; i < self->series->len; i++)
    g_clear_pointer (&g_array_index (self->series, TbTidyCsvSeries, i).builder, tb_series_builder_free);
  tb_separated_clear (&self->records);
  g_hash_table_unref (self->indices);
  g_array_unref (self->series);
  g_string_free (self->key, TRUE);
  g_string_free (self->last_key, TRUE);
  tb_catalog_unref (self->catalog);
  tb_catalog_unref (self->known);
  tb_pool_unref (self->pool);
}

typedef TbTidyCsv Tidy;
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tidy, clear)

static TbDataset *
read_table (const TbReaderInput *input)
{
  const TbSeparatedDialect dialect = TB_SEPARATED_COMMA;
  gsize n_errors = tb_problems_get_n_errors (input->problems);
  TbPool *pool = tb_pool_new ();
  g_auto (Tidy) self = {
    .input = input,
    .pool = pool,
    .catalog = tb_catalog_new (pool),
    .known = tb_catalog_new (pool),
    .indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .series = g_array_new (FALSE, TRUE, sizeof (TbTidyCsvSeries)),
    .key = g_string_new (NULL),
    .last_key = g_string_new (NULL),
  };
  TbSeparatedMark body;

  if (!tb_encoding_check_utf8 (input))
    return NULL;

  tb_separated_init (&self.records, input->text, input->length, &dialect);
  if (!tb_separated_next (&self.records) || !is_header (&self.records))
    {
      tb_problems_add (input->problems, TB_SEVERITY_ERROR, 1, 1, "",
                       _("not a tidy csv of Tongbi; expected the header that begins with “indicator,place,breakdown”"));
      return NULL;
    }

  body = tb_separated_get_mark (&self.records);
  if (!survey (&self) || tb_problems_get_n_errors (input->problems) > n_errors)
    return NULL;

  tb_separated_go_to (&self.records, body);
  if (!read_rows (&self) || tb_problems_get_n_errors (input->problems) > n_errors)
    return NULL;

  return finish (&self);
}

const TbReader tb_reader_tidy_csv = {
  .id = "tidy-csv",
  .is_json = FALSE,
  .sniff = sniff,
  .read = read_table,
};
