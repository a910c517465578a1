/* Any bytes as a file with others beside it: a package and its tables, a table and its metadata.
 *
 * The bytes are cut at each record separator (U+001E); a part is a line with the
 * file's name and its content. The first one is read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-reader-private.h"
#include "tb-writer.h"

#include <string.h>

#define SEPARATOR '\x1e'

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

typedef struct
{
  const char *data;
  gsize       size;
} Text;

/* The next part is taken off @rest. FALSE: there is none with a name. */
static gboolean
take_part (Text  *rest,
           char **out_name,
           Text  *out_content)
{
  const char *end = rest->size > 0 ? memchr (rest->data, SEPARATOR, rest->size) : NULL;
  Text part = { rest->data, end != NULL ? (gsize) (end - rest->data) : rest->size };
  const char *line_end = part.size > 0 ? memchr (part.data, '\n', part.size) : NULL;
  gsize taken = MIN (part.size + 1, rest->size);

  if (line_end == NULL)
    return FALSE;

  *out_name = g_utf8_make_valid (part.data, line_end - part.data);
  *out_content = (Text) { line_end + 1, part.size - (gsize) (line_end + 1 - part.data) };
  *rest = (Text) { rest->data + taken, rest->size - taken };
  return TRUE;
}

static GBytes *
load (gpointer    user_data,
      const char *name,
      TbProblems *problems)
{
  Text rest = *(const Text *) user_data;
  g_autofree char *found = NULL;
  Text content;

  while (take_part (&rest, &found, &content))
    {
      if (g_str_equal (found, name))
        return g_bytes_new (content.data, content.size);
      g_clear_pointer (&found, g_free);
    }

  return NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("input");
  Text rest = { (const char *) data, size };
  TbReaderSiblings siblings = { load, &rest };
  TbReaderWatch watch = { 0 };
  g_autofree char *name = NULL;
  g_autofree char *report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TbDataset) dataset = NULL;
  g_autoptr (GBytes) written = NULL;
  Text content;

  if (!take_part (&rest, &name, &content))
    return 0;

  bytes = g_bytes_new (content.data, content.size);
  dataset = tb_reader_read_watched (bytes, name, NULL, &siblings, problems, &watch, NULL);
  report = tb_problems_dup_report (problems);
  if ((dataset == NULL) != (tb_problems_get_n_errors (problems) > 0))
    g_error ("refused without a reason, or read with an error");
  if (!g_utf8_validate (report, -1, NULL))
    g_error ("a message that is not UTF-8");
  if (dataset != NULL)
    written = tb_writer_to_json (dataset);

  return 0;
}
