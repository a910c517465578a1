/* Reads SDMX-CSV, version 1 and 2.
 *
 * Version 1 begins with DATAFLOW, version 2 with STRUCTURE, STRUCTURE_ID and
 * ACTION. In both dimensions come before the measure and attributes behind it;
 * from version 2 on another order is allowed, and several measures.
 *
 * SDMX-CSV field guide 1.0 and 2.0 (sdmx-twg).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-sdmx-csv.h"

#include "tb-csv-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
begins_with (const TbReaderInput *input,
             const char          *word)
{
  gsize length = strlen (word);
  const char *text = input->text;
  gsize left = input->length;

  if (left > 0 && *text == '"')
    {
      text++;
      left--;
    }

  return left > length && memcmp (text, word, length) == 0 && strchr (",;\t|\"[:", text[length]) != NULL
         && text[length] != '\0';
}

static gboolean
sniff (const TbReaderInput *input)
{
  return begins_with (input, "DATAFLOW") || begins_with (input, "STRUCTURE");
}

static void
clear_column (gpointer data)
{
  TbSdmxColumn *column = data;

  g_clear_pointer (&column->by_series, g_ptr_array_unref);
}

static void
clear (TbSdmxCsv *self)
{
  g_array_unref (self->columns);
  g_hash_table_unref (self->series);
  g_ptr_array_unref (self->series_keys);
  g_ptr_array_unref (self->groups);
  g_free (self->codes);
  tb_sdmx_clear (&self->sdmx);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbSdmxCsv, clear)

static void
init (TbSdmxCsv           *self,
      const TbReaderInput *input)
{
  char mark = input->profile != NULL ? tb_profile_get_decimal_mark (input->profile) : 0;

  *self = (TbSdmxCsv) {
    .input = input,
    .dialect = TB_SEPARATED_COMMA,
    .style = TB_NUMBER_STYLE_PLAIN,
    .columns = g_array_new (FALSE, TRUE, sizeof (TbSdmxColumn)),
    .measure_in_cube = TB_SDMX_NO_DIMENSION,
    .structure = G_MAXUINT,
    .structure_in_cube = TB_SDMX_NO_DIMENSION,
    .period = G_MAXUINT,
    .series = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, NULL),
    .series_keys = g_ptr_array_new_with_free_func (g_free),
    .groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev),
  };
  g_array_set_clear_func (self->columns, clear_column);
  if (mark != 0)
    self->style.decimal_mark = mark;
  tb_sdmx_init (&self->sdmx, input);
  self->pool = self->sdmx.pool;
  /* Where it cannot be told, there is one column, and the comma does. */
  tb_separated_sniff (input->text, input->length, &self->dialect);
}

/* Several measures are several indicators. */
static void
add_measures (TbSdmxCsv *self)
{
  self->measure_in_cube = tb_cube_add_dimension (self->sdmx.cube, "measure", NULL, TB_COLUMN_ROLE_INDICATOR);
  for (guint i = 0; i < self->columns->len; i++)
    {
      TbSdmxColumn *column = tb_sdmx_csv_get_column (self, i);

      if (column->use == TB_SDMX_COLUMN_MEASURE)
        column->in_cube = tb_cube_add_code (self->sdmx.cube, self->measure_in_cube, column->id, column->name);
    }
}

/* Figures of several dataflows are of several things. */
static void
add_dimensions (TbSdmxCsv *self,
                gboolean   has_dataflows)
{
  gboolean has_unit = FALSE, has_title = FALSE;
  guint n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbSdmxColumn *column = tb_sdmx_csv_get_column (self, i);
      const char *label = column->name != column->id ? column->name : NULL;

      if (column->use == TB_SDMX_COLUMN_DIMENSION)
        {
          column->in_cube = tb_cube_add_dimension (self->sdmx.cube, column->id, label, column->role);
          n++;
        }
      has_unit |= column->use == TB_SDMX_COLUMN_ATTRIBUTE && column->kind == TB_SDMX_UNIT;
      has_title |= column->use == TB_SDMX_COLUMN_ATTRIBUTE && column->kind == TB_SDMX_TITLE;
    }

  if (has_dataflows)
    self->structure_in_cube = tb_cube_add_dimension (self->sdmx.cube, "dataflow", NULL, TB_COLUMN_ROLE_INDICATOR);
  if (self->n_measures > 1)
    add_measures (self);
  tb_sdmx_add_dimensions (&self->sdmx, has_unit, has_title);
  self->codes = g_new0 (guint32, n + has_unit + has_title + 2);
}

const char *
tb_sdmx_csv_find_dataflow (TbSdmxCsv  *self,
                           const char *structure)
{
  const char *colon = strchr (structure, ':');
  const char *id = colon != NULL ? colon + 1 : structure;
  gsize length = strcspn (id, "(");

  return tb_pool_intern_len (self->pool, id, length > 0 ? length : strlen (id));
}

/* The first row tells of which dataflow the figures are. */
static void
fill_head (TbSdmxCsv   *self,
           TbSeparated *records)
{
  TbCubeCode *subject = tb_cube_get_subject (self->sdmx.cube);
  TbDatasetInfo *info = tb_cube_get_info (self->sdmx.cube);
  TbSdmxValue structure = { 0 };
  const char *name = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      TbSdmxValue value = tb_sdmx_csv_get_value (self, records, i);

      if (tb_sdmx_csv_get_column (self, i)->use == TB_SDMX_COLUMN_NAME)
        name = value.id;
      else if (i == self->structure)
        structure = value;
    }

  if (name == NULL)
    name = structure.label;
  info->title = tb_cube_text (self->sdmx.cube, name != NULL ? name : structure.id);
  tb_cube_get_source (self->sdmx.cube)->title = info->title;
  subject->label = info->title;
  if (structure.id != NULL)
    subject->id = tb_sdmx_csv_find_dataflow (self, structure.id);
}

/* Walks over the rows until one is of another dataflow than the first. */
static gboolean
has_several_dataflows (TbSdmxCsv   *self,
                       TbSeparated *records)
{
  const char *first = NULL;

  while (self->structure != G_MAXUINT && tb_separated_next (records))
    {
      const char *id = tb_sdmx_csv_get_value (self, records, self->structure).id;

      if (first != NULL && id != NULL && !g_str_equal (first, id))
        return TRUE;
      first = id != NULL ? id : first;
    }

  return FALSE;
}

static void
begin (TbSdmxCsv   *self,
       TbSeparated *records)
{
  tb_separated_clear (records);
  tb_separated_init (records, self->input->text, self->input->length, &self->dialect);
  tb_separated_next (records);
}

static void
report_rows (TbSdmxCsv *self)
{
  TbProblems *problems = self->input->problems;

  if (self->n_rows == 0 && self->n_deletions > 0)
    tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "",
                     _("the file only lists what is to be deleted; expected figures"));
  else if (self->n_deletions > 0)
    tb_problems_add (problems, TB_SEVERITY_WARNING, 0, 0, "",
                     ngettext ("%zu row lists what is to be deleted, and is left out",
                               "%zu rows list what is to be deleted, and are left out",
                               (gulong) self->n_deletions), self->n_deletions);
  if (self->n_groups_lost > 0)
    tb_problems_add (
        problems, TB_SEVERITY_WARNING, 0, 0, "",
        ngettext ("%zu row says something of several figures at once, and is left out, since there are too many",
                  "%zu rows say something of several figures at once, and are left out, since there are "
                  "too many",
                  (gulong) self->n_groups_lost),
        self->n_groups_lost);
}

static TbDataset *
read_dataset (const TbReaderInput *input)
{
  g_auto (TbSdmxCsv) self = { 0 };
  g_auto (TbSeparated) records = { 0 };

  init (&self, input);
  if (!tb_encoding_check_utf8 (input))
    return NULL;

  tb_separated_init (&records, input->text, input->length, &self.dialect);
  if (!tb_separated_next (&records))
    {
      tb_problems_add (input->problems, TB_SEVERITY_ERROR, 0, 0, "", _("the file is empty; expected a header"));
      return NULL;
    }
  if (!tb_sdmx_csv_read_header (&self, &records))
    return NULL;

  add_dimensions (&self, has_several_dataflows (&self, &records));
  begin (&self, &records);
  if (tb_separated_next (&records))
    fill_head (&self, &records);
  begin (&self, &records);
  if (!tb_sdmx_csv_survey (&self, &records))
    return NULL;

  report_rows (&self);
  if (tb_problems_get_n_errors (input->problems) > 0 || !tb_cube_begin (self.sdmx.cube, self.n_rows))
    return NULL;

  begin (&self, &records);
  return tb_sdmx_csv_read_rows (&self, &records) ? tb_sdmx_finish (&self.sdmx, NULL) : NULL;
}

const TbReader tb_reader_sdmx_csv = {
  .id = "sdmx-csv",
  .is_json = FALSE,
  .sniff = sniff,
  .read = read_dataset,
};
