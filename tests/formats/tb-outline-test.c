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

/* @plan: filled. */
static gboolean
read_planned (const char                *text,
              gsize                      length,
              const TbJsonOutlineLimits *limits,
              TbPlan                    *plan,
              TbDataset                **out_dataset,
              char                     **out_report)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("x");
  TbReaderOptions options = { .plan = plan };
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

      *out_dataset = tb_reader_read_watched (bytes, "x", &options, NULL, problems, &watch, NULL);
    }
  *out_report = tb_problems_dup_report (problems);

  return is_read;
}

gboolean
outline_read_text (const char                *text,
                   gsize                      length,
                   const TbJsonOutlineLimits *limits,
                   TbDataset                **out_dataset,
                   char                     **out_report)
{
  g_autoptr (TbPlan) plan = tb_plan_new ();

  return read_planned (text, length, limits, plan, out_dataset, out_report);
}

/* What the columns were taken for is the same; of a text that is to be read whole nothing is known. */
static void
check_plan (const TbPlan *plan,
            const TbPlan *expected)
{
  g_autofree char *text = tb_plan_dup_text (plan);
  g_autofree char *expected_text = tb_plan_dup_text (expected);

  g_assert_cmpstr (tb_plan_get_format (plan), ==, tb_plan_get_format (expected));
  g_assert_cmpuint (tb_plan_get_n_columns (plan), ==, tb_plan_get_n_columns (expected));
  g_assert_cmpuint (tb_plan_get_n_unstated (plan), ==, tb_plan_get_n_unstated (expected));
  g_assert_cmpstr (text, ==, expected_text);
}

static GBytes *
write_dataset (TbDataset *dataset)
{
  return dataset != NULL ? tb_writer_to_json (dataset) : g_bytes_new_static ("none", 4);
}

/* Others than the usual: what is large is cut elsewhere in each run of the tests. */
static TbJsonOutlineLimits
pick_limits (void)
{
  const gint32 array_bytes = g_test_rand_int_range (8, g_test_rand_bit () ? 100 : 2000);

  return (TbJsonOutlineLimits) {
    (gsize) array_bytes,
    (gsize) g_test_rand_int_range (4, array_bytes),
    (gsize) g_test_rand_int_range (4, 4 * array_bytes),
  };
}

guint
outline_check_text (const char *text,
                    gsize       length)
{
  g_autoptr (TbPlan) nothing = tb_plan_new ();
  g_autoptr (TbPlan) whole_plan = tb_plan_new ();
  g_autoptr (TbDataset) whole = NULL;
  g_autofree char *whole_report = NULL;
  g_autoptr (GBytes) written = NULL;
  const TbJsonOutlineLimits picked = pick_limits ();
  guint n = 0;

  read_planned (text, length, NULL, whole_plan, &whole, &whole_report);
  written = write_dataset (whole);
  for (gsize i = 0; i <= G_N_ELEMENTS (all_limits); i++)
    {
      const TbJsonOutlineLimits *limits = i < G_N_ELEMENTS (all_limits) ? all_limits[i] : &picked;
      g_autoptr (TbPlan) plan = tb_plan_new ();
      g_autoptr (TbDataset) dataset = NULL;
      g_autofree char *report = NULL;
      g_autoptr (GBytes) rewritten = NULL;

      if (!read_planned (text, length, limits, plan, &dataset, &report))
        {
          check_plan (plan, nothing);
          g_assert_null (dataset);
          g_assert_cmpstr (report, ==, "");
          continue;
        }

      if (!g_str_equal (report, whole_report))
        g_test_message ("limits of %zu, %zu and %zu bytes", limits->array_bytes, limits->run_bytes, limits->tail_bytes);
      g_assert_cmpstr (report, ==, whole_report);
      check_plan (plan, whole_plan);
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
