/* Reads a file of figures into a dataset, whatever its format.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader.h"

#include "tb-json-position.h"
#include "tb-json-structure.h"
#include "tb-json-syntax.h"
#include "tb-limits.h"
#include "tb-reader-private.h"

#include <glib/gi18n-lib.h>

/* Asked in this order: the most particular first. */
static const TbReader *const readers[] = {
  &tb_reader_native,
};

/* Tells how far the work is, and whether to go on. */
gboolean
tb_reader_watch_step (const TbReaderWatch *self,
                      double               fraction)
{
  if (self->func != NULL)
    self->func (fraction, self->user_data);

  return !g_cancellable_is_cancelled (self->cancellable);
}

static const TbReader *
find_reader (const TbReaderInput *input)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      if (readers[i]->sniff (input))
        return readers[i];
    }

  return NULL;
}

static TbDataset *
read_document (const TbJsonDocument *document,
               const TbReaderWatch  *watch,
               TbProblems           *problems)
{
  g_autoptr (TbJsonReport) report = tb_json_report_new (document);
  g_autoptr (TbDataset) dataset = NULL;
  TbReaderInput input = { .document = document, .report = report, .watch = watch };

  if (tb_json_check_structure (document, report))
    {
      const TbReader *reader = find_reader (&input);

      if (reader != NULL)
        dataset = reader->read (&input);
      else
        tb_json_report_add (
            report, TB_SEVERITY_ERROR, tb_json_document_get_root (document),
            _("no format of figures that is known here; expected an object with \"tongbi\": \"dataset/1\""));
    }

  if (g_cancellable_is_cancelled (watch->cancellable))
    return NULL;

  tb_json_report_flush (report, problems);
  return tb_json_report_get_n_errors (report) == 0 ? g_steal_pointer (&dataset) : NULL;
}

TbDataset *
tb_reader_read_watched (GBytes              *bytes,
                        TbProblems          *problems,
                        const TbReaderWatch *watch,
                        GError             **error)
{
  g_autoptr (TbJsonDocument) document = NULL;
  g_autoptr (TbDataset) dataset = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (tb_reader_watch_step (watch, TB_READER_LOADED) && tb_encoding_check (&text, &length, problems))
    document = tb_json_document_new (text, length, 0, problems);
  if (document != NULL && tb_reader_watch_step (watch, TB_READER_PARSED))
    dataset = read_document (document, watch, problems);
  if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
    return NULL;

  if (dataset != NULL)
    tb_reader_watch_step (watch, 1.0);
  return g_steal_pointer (&dataset);
}

/**
 * tb_reader_read_file:
 * @path: a file, "-" for standard input
 * @problems: where errors and warnings go, with their places
 * @progress: (nullable) (scope call): told how far the work is, in this thread
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR_CANCELLED, and nothing else
 *
 * Reads a file of figures. Its format is told from its content.
 *
 * Thread: any; blocks.
 *
 * Returns: (transfer full) (nullable): the dataset, or %NULL with at least one
 *   error in @problems, or with @error set
 */
TbDataset *
tb_reader_read_file (const char      *path,
                     TbProblems      *problems,
                     TbProgressFunc   progress,
                     gpointer         user_data,
                     GCancellable    *cancellable,
                     GError         **error)
{
  TbReaderWatch watch = { progress, user_data, cancellable };
  g_autoptr (GBytes) bytes = tb_loader_load (path, TB_LIMIT_FILE_BYTES, &watch, problems, error);

  return bytes != NULL ? tb_reader_read_watched (bytes, problems, &watch, error) : NULL;
}

/**
 * tb_reader_read_bytes:
 * @bytes: the content of a file
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
                      TbProblems      *problems,
                      TbProgressFunc   progress,
                      gpointer         user_data,
                      GCancellable    *cancellable,
                      GError         **error)
{
  TbReaderWatch watch = { progress, user_data, cancellable };

  return tb_reader_read_watched (bytes, problems, &watch, error);
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

  tb_json_locate_offset (text, length, offset, &line, &column);
  tb_problems_add (problems, TB_SEVERITY_ERROR, line, column, "", "%s", message);
  return FALSE;
}
