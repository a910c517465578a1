/* Any bytes to the reader: they are refused with a reason, or a dataset that is the
 * same again when it is written and read, as a dataset and as JSON-stat.
 *
 * The environment variable TB_FUZZ_FORMAT names the format as which they are
 * read; without it that is told from the bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-reader.h"
#include "tb-writer.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

/* @out_report is nullable. */
static TbDataset *
read_bytes (GBytes     *bytes,
            const char *format,
            char      **out_report)
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
  if (out_report != NULL)
    *out_report = g_steal_pointer (&report);

  return dataset;
}

static void
check_bytes (GBytes     *bytes,
             GBytes     *expected,
             const char *message)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!g_utf8_validate_len (text, length, NULL))
    g_error ("what was written is not UTF-8");
  if (!g_bytes_equal (bytes, expected))
    g_error ("%s", message);
}

/* As @format it is the same dataset again. */
static void
check_again (const TbDataset *dataset,
             GBytes          *written,
             const char      *format)
{
  g_autofree char *report = NULL;
  g_autoptr (TbDataset) again = read_bytes (written, format, &report);
  g_autoptr (GBytes) json = tb_writer_to_json (dataset);
  g_autoptr (GBytes) csv = tb_writer_to_csv (dataset, FALSE);
  g_autoptr (GBytes) json_again = NULL;
  g_autoptr (GBytes) csv_again = NULL;

  /* A dataset nested as deep as may be is too deep inside JSON-stat. */
  if (again == NULL && strstr (report, "nested more than") != NULL)
    return;
  if (again == NULL)
    g_error ("what was written as %s is refused: %s", format, report);
  json_again = tb_writer_to_json (again);
  csv_again = tb_writer_to_csv (again, FALSE);
  check_bytes (json_again, json, "what was written is another dataset when it is read again");
  check_bytes (csv_again, csv, "what was written is another table when it is read again");
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (TbDataset) dataset = read_bytes (bytes, g_getenv ("TB_FUZZ_FORMAT"), NULL);
  g_autoptr (GBytes) json = NULL;
  g_autoptr (GBytes) json_stat = NULL;

  if (dataset == NULL)
    return 0;

  json = tb_writer_to_json (dataset);
  check_again (dataset, json, "dataset");
  json_stat = tb_writer_to_json_stat (dataset, size % 2 == 0 ? TB_LANGUAGE_EN : TB_LANGUAGE_ZH);
  check_again (dataset, json_stat, "json-stat");

  return 0;
}
