/* Any bytes as JSON with large arrays: read in parts, they give what they give read whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-reader-stream.h"
#include "tb-writer.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static GBytes *
write_dataset (TbDataset *dataset)
{
  return dataset != NULL ? tb_writer_to_json (dataset) : g_bytes_new_static ("", 0);
}

static void
check (GBytes                    *bytes,
       const TbJsonOutlineLimits *limits)
{
  g_autoptr (TbProblems) in_parts = tb_problems_new ("input");
  g_autoptr (TbProblems) at_once = tb_problems_new ("input");
  g_autoptr (TbPlan) plan = tb_plan_new ();
  g_autoptr (TbDataset) dataset = NULL;
  g_autoptr (TbDataset) whole = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) whole_written = NULL;
  g_autofree char *report = NULL;
  g_autofree char *whole_report = NULL;
  TbReaderWatch watch = { 0 };
  TbReaderInput input = { .name = "input", .problems = in_parts, .watch = &watch, .plan = plan };
  TbJsonSource source;

  tb_json_source_init_memory (&source, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (!tb_reader_read_streamed (&source, &input, NULL, limits, &dataset))
    return;

  whole = tb_reader_read_watched (bytes, "input", NULL, NULL, at_once, &watch, NULL);
  report = tb_problems_dup_report (in_parts);
  whole_report = tb_problems_dup_report (at_once);
  if (!g_str_equal (report, whole_report))
    g_error ("in parts it is told: %s, at once: %s", report, whole_report);
  written = write_dataset (dataset);
  whole_written = write_dataset (whole);
  if (!g_bytes_equal (written, whole_written))
    g_error ("in parts other figures are read than at once");
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  /* Of what is tiny no two elements are read together, so that no guess of an end holds. */
  static const TbJsonOutlineLimits limits[] = { { 24, 8, 40 }, { 160, 80, 120 } };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    check (bytes, &limits[i]);

  return 0;
}
