/* Reads series as the interface of DB.nomics gives them (version 22).
 *
 * {"dataset": {…}, "series": {"docs": [{"series_code": …, "period": […], "value": […]}, …]}}
 *
 * A series is an indicator of its own, since its code and name are all that is
 * sure to tell it from the others; of its dimensions those that say where and
 * in what unit are taken as such, and all are told in its description.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-dbnomics.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

static gboolean
sniff (const TbReaderInput *input)
{
  const TbJsonValue *series = tb_json_field_get_any (tb_json_document_get_root (input->document), "series");

  return tb_json_field_get (series, "docs", TB_JSON_ARRAY) != NULL;
}

static void
clear (TbDbnomics *self)
{
  g_hash_table_unref (self->labels);
  tb_cube_free (self->cube);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbDbnomics, clear)

/* Figures of one series, in three lists side by side. */
static gboolean
read_figures (TbDbnomics        *self,
              const TbJsonValue *doc,
              guint32           *codes)
{
  const TbJsonValue *periods = tb_json_field_get (doc, "period", TB_JSON_ARRAY);
  const TbJsonValue *values = tb_json_field_get (doc, "value", TB_JSON_ARRAY);
  TbJsonIter period, value;
  TbDbnomicsFlags flags;

  tb_json_iter_init (&period, periods);
  tb_json_iter_init (&value, values);
  tb_dbnomics_flags_init (&flags, self, doc, tb_json_get_size (values));
  while (tb_json_iter_next (&period) && tb_json_iter_next (&value))
    {
      const char *text = tb_json_field_to_text (period.value, self->pool);
      TbCubeCell cell = TB_CUBE_CELL_INIT;

      tb_json_field_to_cell (value.value, self->pool, &cell);
      tb_dbnomics_flags_next (&flags, self, &cell);
      codes[TB_DBNOMICS_PERIOD] = TB_CUBE_NO_CODE;
      if (text != NULL)
        codes[TB_DBNOMICS_PERIOD] = tb_cube_intern (self->cube, TB_DBNOMICS_PERIOD, text, strlen (text));
      if (!tb_cube_add (self->cube, codes, &cell))
        return FALSE;
    }

  return TRUE;
}

/* Lists of other lengths do not say which value is of which period. */
static gboolean
check_lists (TbDbnomics        *self,
             const TbJsonValue *doc)
{
  const TbJsonValue *periods = tb_json_field_get (doc, "period", TB_JSON_ARRAY);
  const TbJsonValue *values = tb_json_field_get (doc, "value", TB_JSON_ARRAY);

  if (periods != NULL && values != NULL && tb_json_get_size (periods) == tb_json_get_size (values))
    return TRUE;

  if (periods != NULL && values != NULL)
    tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, doc,
                        _("the series is left out: its lists have %zu and %zu entries; expected as many in "
                          "\"period\" as in \"value\""),
                        tb_json_get_size (periods), tb_json_get_size (values));
  else
    tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, doc,
                        _("the series is left out; expected the lists \"period\" and \"value\""));
  return FALSE;
}

static gboolean
read_docs (TbDbnomics        *self,
           const TbJsonValue *docs)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, docs);
  while (tb_json_iter_next (&iter))
    {
      guint32 codes[TB_DBNOMICS_N_DIMENSIONS];

      self->n_docs++;
      if (!check_lists (self, iter.value))
        continue;

      self->n_read++;
      tb_dbnomics_find_codes (self, iter.value, codes);
      if (!read_figures (self, iter.value, codes))
        return FALSE;
    }

  return TRUE;
}

static void
report_errors (const TbDbnomics *self)
{
  const TbJsonValue *root = tb_json_document_get_root (self->input->document);
  const TbJsonValue *errors = tb_json_field_get (root, "errors", TB_JSON_ARRAY);
  TbSeverity severity = self->n_read > 0 ? TB_SEVERITY_WARNING : TB_SEVERITY_ERROR;
  TbJsonIter iter;

  if (errors == NULL)
    return;

  tb_json_iter_init (&iter, errors);
  while (tb_json_iter_next (&iter))
    {
      const char *message = tb_json_field_get_text (iter.value, "message", self->pool);

      if (message == NULL)
        message = tb_json_field_to_text (iter.value, self->pool);
      tb_json_report_add (self->input->report, severity, iter.value, _("DB.nomics answered with an error: %s"),
                          message != NULL ? message : "?");
    }
}

static void
report_docs (const TbDbnomics  *self,
             const TbJsonValue *series)
{
  gint64 n_found;

  report_errors (self);
  if (self->n_read == 0 && tb_json_report_get_n_errors (self->input->report) == 0)
    tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, series,
                        _("no series in the answer of DB.nomics; expected at least one with \"period\" and \"value\""));
  if (tb_json_field_get_integer (series, "num_found", &n_found) && n_found > (gint64) self->n_docs)
    tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, series,
                        _("the file is incomplete: %zu of the %" PRId64
                          " series that were found; expected all"),
                        self->n_docs, n_found);
}

static TbDataset *
read_dataset (const TbReaderInput *input)
{
  const TbJsonValue *root = tb_json_document_get_root (input->document);
  const TbJsonValue *series = tb_json_field_get_any (root, "series");
  const TbJsonValue *docs = tb_json_field_get (series, "docs", TB_JSON_ARRAY);
  g_auto (TbDbnomics) self = {
    .input = input,
    .cube = tb_cube_new (input),
    .labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };

  if (docs == NULL)
    {
      tb_json_report_add (input->report, TB_SEVERITY_ERROR, root,
                          _("not an answer of DB.nomics; expected \"series\" with \"docs\""));
      return NULL;
    }

  self.pool = tb_cube_get_pool (self.cube);
  tb_dbnomics_read_head (&self, root);
  tb_cube_add_dimension (self.cube, "series", NULL, TB_COLUMN_ROLE_INDICATOR);
  tb_cube_add_dimension (self.cube, "place", NULL, TB_COLUMN_ROLE_PLACE);
  tb_cube_add_dimension (self.cube, "unit", NULL, TB_COLUMN_ROLE_UNIT);
  tb_cube_add_dimension (self.cube, "period", NULL, TB_COLUMN_ROLE_PERIOD);
  if (!tb_cube_begin (self.cube, 0) || !read_docs (&self, docs))
    return NULL;

  report_docs (&self, series);
  return tb_json_report_get_n_errors (input->report) == 0 ? tb_cube_finish (self.cube) : NULL;
}

/* Lists that are walked over side by side, or not at all. Those of attributes may be many. */
static const char *const streamed_keys[] = {
  "docs", "period", "value", "period_start_day", "original_period", "original_value", "dimensions_codes_order", NULL,
};

const TbReader tb_reader_dbnomics = {
  .id = "dbnomics",
  .is_json = TRUE,
  .sniff = sniff,
  .read = read_dataset,
  .is_streaming = TRUE,
  .streamed_keys = streamed_keys,
};
