/* Reads JSON in parts and whole, and finds that both give the same.
 *
 * What is large is made small here, so that any file has large arrays and objects.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-outline-test.h"

#include "tb-reader-stream.h"
#include "tb-writer.h"

const TbJsonOutlineLimits outline_tiny = { 24, 8, 40 };
const TbJsonOutlineLimits outline_small = { 200, 60, 250 };
static const TbJsonOutlineLimits medium = { 500, 100, 200 };
static const TbJsonOutlineLimits *const all_limits[] = { &outline_tiny, &outline_small, &medium };

gboolean
outline_read_text (const char                *text,
                   gsize                      length,
                   const TbJsonOutlineLimits *limits,
                   TbDataset                **out_dataset,
                   char                     **out_report)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("x");
  g_autoptr (TbPlan) plan = tb_plan_new ();
  TbReaderWatch watch = { 0 };
  TbReaderInput input = { .name = "x", .problems = problems, .watch = &watch, .plan = plan };
  TbJsonSource source;
  gboolean is_read = TRUE;

  *out_dataset = NULL;
  tb_json_source_init_memory (&source, text, length);
  if (limits != NULL)
    {
      is_read = tb_reader_read_streamed (&source, &input, NULL, limits, out_dataset);
    }
  else
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);

      *out_dataset = tb_reader_read_watched (bytes, "x", NULL, NULL, problems, &watch, NULL);
    }
  *out_report = tb_problems_dup_report (problems);

  return is_read;
}

static GBytes *
write_dataset (TbDataset *dataset)
{
  return dataset != NULL ? tb_writer_to_json (dataset) : g_bytes_new_static ("none", 4);
}

guint
outline_check_text (const char *text,
                    gsize       length)
{
  g_autoptr (TbDataset) whole = NULL;
  g_autofree char *whole_report = NULL;
  g_autoptr (GBytes) written = NULL;
  guint n = 0;

  outline_read_text (text, length, NULL, &whole, &whole_report);
  written = write_dataset (whole);
  for (gsize i = 0; i < G_N_ELEMENTS (all_limits); i++)
    {
      g_autoptr (TbDataset) dataset = NULL;
      g_autofree char *report = NULL;
      g_autoptr (GBytes) rewritten = NULL;

      if (!outline_read_text (text, length, all_limits[i], &dataset, &report))
        {
          g_assert_null (dataset);
          g_assert_cmpstr (report, ==, "");
          continue;
        }

      g_assert_cmpstr (report, ==, whole_report);
      rewritten = write_dataset (dataset);
      g_assert_true (g_bytes_equal (written, rewritten));
      n++;
    }

  return n;
}

char *
outline_dup_report (const char *text,
                    gsize       length)
{
  g_autoptr (TbDataset) dataset = NULL;
  char *report = NULL;

  outline_read_text (text, length, NULL, &dataset, &report);
  return report;
}
