/* Any bytes to the reader: they are refused with a reason, or written back the same.
 *
 * The environment variable TB_FUZZ_FORMAT names the format as which they are
 * read; without it that is told from the bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-reader.h"
#include "tb-writer.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static TbDataset *
read_bytes (GBytes     *bytes,
            const char *format)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("input");
  g_autofree char *report = NULL;
  TbReaderOptions options = { .format = format };
  TbDataset *dataset = tb_reader_read_bytes (bytes, &options, problems, NULL, NULL, NULL, NULL);

  if ((dataset == NULL) != (tb_problems_get_n_errors (problems) > 0))
    g_error ("refused without a reason, or read with an error");
  report = tb_problems_dup_report (problems);
  if (!g_utf8_validate (report, -1, NULL))
    g_error ("a message that is not UTF-8");

  return dataset;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (TbDataset) dataset = read_bytes (bytes, g_getenv ("TB_FUZZ_FORMAT"));
  g_autoptr (TbDataset) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) rewritten = NULL;

  if (dataset == NULL)
    return 0;

  written = tb_writer_to_json (dataset);
  again = read_bytes (written, "dataset");
  if (again == NULL)
    g_error ("what was written is refused");
  rewritten = tb_writer_to_json (again);
  if (!g_bytes_equal (written, rewritten))
    g_error ("what was written is written otherwise the second time");

  return 0;
}
