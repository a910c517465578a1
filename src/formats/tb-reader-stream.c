/* Reads a large JSON text without having it in memory.
 *
 * Wherever something is wrong with the text itself, nothing is said, and it is
 * read whole: then the messages are those of a small file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-stream.h"

#include "tb-json-structure.h"
#include "tb-limits.h"

#include <glib/gi18n-lib.h>

/* The first byte of JSON is among so many. */
#define HEAD_BYTES 4096

static gboolean
begins_as_json (const TbJsonSource *source)
{
  char head[HEAD_BYTES];
  gsize length = MIN (source->length, sizeof head);

  if (!tb_json_source_read (source, 0, head, length))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (head[i]))
        return head[i] == '{' || head[i] == '[';
    }

  return FALSE;
}

/* How far a reading is. */
typedef struct
{
  const TbReaderWatch  *watch;
  const TbJsonDocument *document; /* that is being read */
  double                scanned;  /* the share of the text that was looked through before it is read */
  double                told;     /* of the whole: a second attempt does not go back */
} Progress;

static gboolean
tell (Progress *self,
      double    fraction)
{
  self->told = MAX (self->told, fraction);
  return tb_reader_watch_step (self->watch, self->told);
}

static gboolean
on_looked_through (gpointer data,
                   double   fraction)
{
  Progress *self = data;

  self->scanned = fraction;
  return tell (self, TB_READER_PARSED * fraction);
}

/* What was not looked through is read the sooner. */
static gboolean
on_checked (gpointer data,
            double   fraction)
{
  Progress *self = data;
  const double begin = TB_READER_PARSED * self->scanned;

  return tell (self, begin + fraction * (1.0 - begin));
}

/* Readers count from where a text is parsed. This one is not yet; nor is it read where the rest did not come. */
static void
on_read (double   fraction,
         gpointer data)
{
  if (!tb_json_document_has_failed (((Progress *) data)->document))
    on_checked (data, (fraction - TB_READER_PARSED) / (1.0 - TB_READER_PARSED));
}

/* Something is wrong with the text: that it is another one by now, or what the whole of it will tell. */
static gboolean
refuse_changed (const TbJsonSource *source,
                TbProblems         *problems)
{
  if (tb_json_source_is_unchanged (source))
    return FALSE;

  tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "",
                   _("the file changed while it was read; expected one that stays as it is"));
  return TRUE;
}

static gboolean
read_document (const TbJsonSource  *source,
               TbJsonDocument      *document,
               const TbReaderInput *input,
               Progress            *progress,
               const char          *format,
               TbDataset          **out_dataset)
{
  g_autoptr (TbJsonReport) report = tb_json_report_new (document);
  g_autoptr (TbProblems) found = tb_problems_new (tb_problems_get_file (input->problems));
  g_autoptr (TbPlan) plan = tb_plan_new ();
  g_autoptr (TbDataset) dataset = NULL;
  const TbReaderWatch watch = { on_read, progress, input->watch->cancellable };
  TbReaderInput streamed = *input;
  const TbReader *reader;

  progress->document = document;
  streamed.document = document;
  streamed.report = report;
  streamed.problems = found;
  streamed.watch = &watch;
  streamed.plan = plan;
  tb_plan_assign (plan, input->plan);
  if (!tb_json_check_structure (document, report))
    return FALSE;
  reader = tb_reader_find (&streamed, format);
  if (reader == NULL || !reader->is_streaming
      || !tb_json_document_has_large_only (document, reader->streamed_keys, reader->streamed_objects))
    return FALSE;

  tb_plan_set_format (plan, reader->id);
  dataset = reader->read (&streamed);
  if (g_cancellable_is_cancelled (input->watch->cancellable) || refuse_changed (source, input->problems))
    return TRUE;
  if (!tb_json_document_check_rest (document))
    return g_cancellable_is_cancelled (input->watch->cancellable);

  tb_json_report_flush (report, found);
  tb_problems_append (input->problems, found);
  tb_plan_assign (input->plan, plan);
  if (tb_json_report_get_n_errors (report) == 0)
    *out_dataset = g_steal_pointer (&dataset);
  return TRUE;
}

/**
 * tb_reader_read_streamed:
 * @source: a text
 * @input: what is to be told about it, but its document and text
 * @format: (nullable): the format's id where it is not to be told from the content
 * @limits: (nullable): what is large, for tests; %NULL for the usual, of texts that are worth it
 * @out_dataset: (out): the dataset, where it was read
 *
 * Reads a JSON text with large arrays or objects some elements at a time, so that
 * memory follows the figures and not the text.
 *
 * Thread: any; blocks.
 *
 * Returns: whether that was possible; else the text is to be read whole, and
 *   nothing was reported
 */
gboolean
tb_reader_read_streamed (const TbJsonSource        *source,
                         const TbReaderInput       *input,
                         const char                *format,
                         const TbJsonOutlineLimits *limits,
                         TbDataset                **out_dataset)
{
  /* What is in memory was loaded before. */
  Progress progress = { .watch = input->watch, .told = source->memory != NULL ? TB_READER_LOADED : 0.0 };
  TbJsonSource watched = *source;
  g_autofree const char **object_keys = tb_reader_list_streamed_objects ();

  *out_dataset = NULL;
  if (limits == NULL && source->length < TB_LIMIT_WHOLE_TEXT_BYTES)
    return FALSE;
  if (source->length > TB_LIMIT_FILE_BYTES || !begins_as_json (source))
    return FALSE;

  watched.looked_through = on_looked_through;
  watched.checked = on_checked;
  watched.user_data = &progress;
  for (int may_guess = TRUE; may_guess >= FALSE; may_guess--)
    {
      g_autoptr (TbJsonDocument) document = tb_json_document_new_streamed (&watched, limits, object_keys, may_guess);

      if (g_cancellable_is_cancelled (input->watch->cancellable)
          || (document != NULL && read_document (source, document, input, &progress, format, out_dataset)))
        return TRUE;
      if (document == NULL || !tb_json_document_is_misled (document))
        break;
    }

  return refuse_changed (source, input->problems);
}
