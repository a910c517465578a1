/* Reads a file of figures into a dataset, whatever its format.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader.h"

#include "tb-archive.h"
#include "tb-file-kind.h"
#include "tb-json-position.h"
#include "tb-json-structure.h"
#include "tb-json-syntax.h"
#include "tb-limits.h"
#include "tb-reader-files.h"
#include "tb-reader-stream.h"

#include <glib/gi18n-lib.h>

/* Asked in this order: the most particular first. */
static const TbReader *const readers[] = {
  &tb_reader_native,
  &tb_reader_json_stat,
  &tb_reader_pxweb_json,
  &tb_reader_px,
  &tb_reader_tidy_csv,
  &tb_reader_eurostat_tsv,
  &tb_reader_sdmx_json,
  &tb_reader_sdmx_csv,
  &tb_reader_world_bank,
  &tb_reader_dbnomics,
  &tb_reader_owid,
  &tb_reader_data_package,
  &tb_reader_rows,
  &tb_reader_csv,
};

/**
 * tb_reader_list_formats:
 *
 * Returns: (transfer container) (array zero-terminated=1): the ids of the formats
 *   that are read, "dataset" first
 */
const char **
tb_reader_list_formats (void)
{
  const char **ids = g_new0 (const char *, G_N_ELEMENTS (readers) + 1);

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    ids[i] = readers[i]->id;

  return ids;
}

const char **
tb_reader_list_streamed_objects (void)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      for (const char *const *key = readers[i]->streamed_objects; key != NULL && *key != NULL; key++)
        g_ptr_array_add (keys, (gpointer) *key);
    }
  g_ptr_array_add (keys, NULL);

  return (const char **) g_ptr_array_steal (keys, NULL);
}

/* Tells how far the work is, and whether to go on. */
gboolean
tb_reader_watch_step (const TbReaderWatch *self,
                      double               fraction)
{
  if (self->func != NULL)
    self->func (fraction, self->user_data);

  return !g_cancellable_is_cancelled (self->cancellable);
}

const TbReader *
tb_reader_find (const TbReaderInput *input,
                const char          *format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      if (readers[i]->is_json != (input->document != NULL))
        continue;
      if (format != NULL ? g_str_equal (readers[i]->id, format) : readers[i]->sniff (input))
        return readers[i];
    }

  return NULL;
}

static TbDataset *
read_by_format (const TbReaderInput *input,
                const char          *format)
{
  const TbReader *reader = tb_reader_find (input, format);

  if (reader != NULL)
    {
      tb_plan_set_format (input->plan, reader->id);
      return reader->read (input);
    }
  if (input->document == NULL)
    return NULL;
  if (format != NULL)
    {
      tb_json_report_add (input->report, TB_SEVERITY_ERROR, tb_json_document_get_root (input->document),
                          _("this is JSON, not a file of the format “%s”"), format);
      return NULL;
    }

  tb_json_report_add (input->report, TB_SEVERITY_ERROR, tb_json_document_get_root (input->document),
                      _("no format of figures that is known here; expected an object with \"tongbi\": \"dataset/1\""));
  return NULL;
}

static TbDataset *
read_document (TbReaderInput *input,
               const char    *format)
{
  g_autoptr (TbJsonDocument) document = tb_json_document_new (input->text, input->length, 0, input->problems);
  g_autoptr (TbJsonReport) report = NULL;
  g_autoptr (TbDataset) dataset = NULL;

  if (document == NULL || !tb_reader_watch_step (input->watch, TB_READER_PARSED))
    return NULL;

  report = tb_json_report_new (document);
  input->document = document;
  input->report = report;
  if (tb_json_check_structure (document, report))
    dataset = read_by_format (input, format);
  if (g_cancellable_is_cancelled (input->watch->cancellable))
    return NULL;

  tb_json_report_flush (report, input->problems);
  return tb_json_report_get_n_errors (report) == 0 ? g_steal_pointer (&dataset) : NULL;
}

/* What is neither a table nor begins as JSON. */
static TbDataset *
read_text (TbReaderInput *input,
           const char    *format)
{
  if (tb_reader_find (input, format) != NULL)
    return read_by_format (input, format);
  if (input->length == 0 || format != NULL)
    return read_document (input, format);

  tb_file_kind_refuse_prose (input->problems);
  return NULL;
}

/* JSON begins with a bracket; no other format that is read here does. */
static gboolean
begins_as_json (const char *text,
                gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (text[i]))
        return text[i] == '{' || text[i] == '[';
    }

  return FALSE;
}

/* So does JSON end, also where its beginning is damaged: no row of a table is a bracket. */
static gboolean
ends_as_json (const char *text,
              gsize       length)
{
  gsize end = length;

  while (end > 0 && g_ascii_isspace (text[end - 1]))
    end--;
  if (end == 0 || (text[end - 1] != '}' && text[end - 1] != ']'))
    return FALSE;
  if (text[end - 1] == '}')
    return TRUE;

  for (end--; end > 0 && g_ascii_isspace (text[end - 1]);)
    {
      if (text[--end] == '\n')
        return TRUE;
    }

  return FALSE;
}

/* What is common to all ways in. @options is nullable; the plan is owned. */
static TbReaderInput
make_input (const char             *name,
            const TbReaderOptions  *options,
            const TbReaderSiblings *siblings,
            TbProblems             *problems,
            const TbReaderWatch    *watch)
{
  return (TbReaderInput) {
    .name = name,
    .problems = problems,
    .watch = watch,
    .profile = options != NULL ? options->profile : NULL,
    .plan = options != NULL && options->plan != NULL ? tb_plan_ref (options->plan) : tb_plan_new (),
    .siblings = siblings,
  };
}

/* @dataset is taken. @n_errors were there before. */
static TbDataset *
finish_reading (TbReaderInput  *input,
                TbDataset      *dataset,
                gsize           n_errors,
                GError        **error)
{
  g_autoptr (TbDataset) finished = dataset;

  g_clear_pointer (&input->plan, tb_plan_unref);
  if (g_cancellable_set_error_if_cancelled (input->watch->cancellable, error))
    return NULL;
  /* A part that another file named may have been refused. */
  if (tb_problems_get_n_errors (input->problems) > n_errors)
    return NULL;

  if (finished != NULL)
    tb_reader_watch_step (input->watch, 1.0);
  return g_steal_pointer (&finished);
}

static TbDataset *
read_memory (TbReaderInput *input,
             const char    *format)
{
  TbJsonSource source;
  TbDataset *dataset = NULL;

  if (!tb_reader_watch_step (input->watch, TB_READER_LOADED)
      || !tb_encoding_check (&input->text, &input->length, input->problems)
      || tb_file_kind_refuse_markup (input->text, input->length, input->problems))
    return NULL;

  tb_json_source_init_memory (&source, input->text, input->length);
  if (tb_reader_read_streamed (&source, input, format, NULL, &dataset))
    return dataset;

  if (begins_as_json (input->text, input->length) || (format == NULL && ends_as_json (input->text, input->length)))
    return read_document (input, format);

  return read_text (input, format);
}

TbDataset *
tb_reader_read_watched (GBytes                 *bytes,
                        const char             *name,
                        const TbReaderOptions  *options,
                        const TbReaderSiblings *siblings,
                        TbProblems             *problems,
                        const TbReaderWatch    *watch,
                        GError                **error)
{
  g_autoptr (GBytes) text = NULL;
  gsize n_errors = tb_problems_get_n_errors (problems);
  TbReaderInput input;
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (tb_file_kind_refuse (data, length, problems))
    return NULL;
  if (tb_archive_sniff (bytes) != TB_ARCHIVE_NONE)
    return tb_reader_read_archive (bytes, name, options, siblings, problems, watch, error);

  input = make_input (name, options, siblings, problems, watch);
  text = tb_encoding_convert (bytes);
  input.text = g_bytes_get_data (text, &input.length);
  return finish_reading (&input, read_memory (&input, options != NULL ? options->format : NULL), n_errors, error);
}

TbDataset *
tb_reader_read_fd (int                     fd,
                   const char             *name,
                   const TbReaderOptions  *options,
                   const TbReaderSiblings *siblings,
                   TbProblems             *problems,
                   const TbReaderWatch    *watch,
                   GError                **error)
{
  gsize n_errors = tb_problems_get_n_errors (problems);
  TbReaderInput input = make_input (name, options, siblings, problems, watch);
  g_autoptr (GBytes) bytes = NULL;
  TbDataset *dataset = NULL;
  TbJsonSource source;

  if (tb_json_source_init_fd (&source, fd)
      && tb_reader_read_streamed (&source, &input, options != NULL ? options->format : NULL, NULL, &dataset))
    return finish_reading (&input, dataset, n_errors, error);

  g_clear_pointer (&input.plan, tb_plan_unref);
  bytes = tb_loader_load_fd (fd, TB_LIMIT_FILE_BYTES, watch, problems, error);
  return bytes != NULL ? tb_reader_read_watched (bytes, name, options, siblings, problems, watch, error) : NULL;
}

/**
 * tb_reader_read_bytes:
 * @bytes: the content of a file
 * @options: (nullable): what the caller says about it
 * @problems: where errors and warnings go, with their places
 * @progress: (nullable) (scope call): told how far the work is, in this thread
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR_CANCELLED, and nothing else
 *
 * As tb_reader_read_file(), from memory.
 *
 * Thread: any; blocks.
 *
 * Returns: (transfer full) (nullable): the dataset
 */
TbDataset *
tb_reader_read_bytes (GBytes          *bytes,
                      const TbReaderOptions *options,
                      TbProblems      *problems,
                      TbProgressFunc   progress,
                      gpointer         user_data,
                      GCancellable    *cancellable,
                      GError         **error)
{
  TbReaderWatch watch = { progress, user_data, cancellable };

  return tb_reader_read_watched (bytes, "", options, NULL, problems, &watch, error);
}

/**
 * tb_reader_check_syntax:
 * @bytes: the content of a file
 * @problems: where the first error of the grammar is reported, with its place
 *
 * Checks that a text is JSON by RFC 8259. A byte order mark is ignored, as its
 * section 8.1 allows; what the values mean is not looked at.
 *
 * Thread: any.
 *
 * Returns: whether it is
 */
gboolean
tb_reader_check_syntax (GBytes     *bytes,
                        TbProblems *problems)
{
  g_autofree char *message = NULL;
  gsize length, offset;
  const char *text = g_bytes_get_data (bytes, &length);
  guint line, column;

  if (!tb_encoding_check (&text, &length, problems))
    return FALSE;
  if (tb_json_syntax_check (text, length, &offset, &message))
    return TRUE;

  tb_text_locate (text, length, offset, &line, &column);
  tb_problems_add (problems, TB_SEVERITY_ERROR, line, column, "", "%s", message);
  return FALSE;
}
