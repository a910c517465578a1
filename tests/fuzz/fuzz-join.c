/* Any bytes as several files that are read as one dataset: refused with a reason, or the same when it is
 * written and read again.
 *
 * The bytes are cut at each record separator (U+001E); each part is a file. What
 * is refused alone is left out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-join.h"
#include "tb-reader.h"
#include "tb-writer.h"

#include <string.h>

#define SEPARATOR 0x1e
#define MAX_PARTS 4

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static TbDataset *
read_part (const guint8 *data,
           gsize         size)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("input");
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return tb_reader_read_bytes (bytes, NULL, problems, NULL, NULL, NULL, NULL);
}

/* (element-type TbDataset) */
static GPtrArray *
read_parts (const guint8 *data,
            gsize         size)
{
  GPtrArray *datasets = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_dataset_unref);

  for (guint i = 0; i < MAX_PARTS && size > 0; i++)
    {
      const guint8 *end = memchr (data, SEPARATOR, size);
      gsize length = end != NULL ? (gsize) (end - data) : size;
      TbDataset *dataset = read_part (data, length);

      if (dataset != NULL)
        g_ptr_array_add (datasets, dataset);
      length = MIN (length + 1, size);
      data += length;
      size -= length;
    }

  return datasets;
}

static void
check_again (const TbDataset *dataset)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("written");
  g_autoptr (GBytes) written = tb_writer_to_json (dataset);
  g_autoptr (TbDataset) again = tb_reader_read_bytes (written, NULL, problems, NULL, NULL, NULL, NULL);
  g_autofree char *report = tb_problems_dup_report (problems);
  g_autoptr (GBytes) rewritten = NULL;

  if (again == NULL)
    g_error ("what was written is refused: %s", report);
  rewritten = tb_writer_to_json (again);
  if (!g_bytes_equal (written, rewritten))
    g_error ("what was written is written otherwise the second time");
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const char *const names[MAX_PARTS] = { "a", "b", "c", "d" };
  g_autoptr (GPtrArray) datasets = read_parts (data, size);
  g_autoptr (TbProblems) problems = tb_problems_new ("input");
  g_autoptr (TbDataset) dataset = NULL;
  g_autofree char *report = NULL;

  if (datasets->len == 0)
    return 0;

  dataset = tb_join_datasets ((TbDataset *const *) datasets->pdata, names, datasets->len, problems, NULL);
  report = tb_problems_dup_report (problems);
  if ((dataset == NULL) != (tb_problems_get_n_errors (problems) > 0))
    g_error ("refused without a reason, or joined with an error");
  if (!g_utf8_validate (report, -1, NULL))
    g_error ("a message that is not UTF-8");
  if (dataset != NULL)
    check_again (dataset);

  return 0;
}
