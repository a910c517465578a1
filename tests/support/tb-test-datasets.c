/* Datasets and periods that tests write as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-datasets.h"

#include "tb-reader.h"

#include <string.h>

TbDataset *
tb_test_read_dataset (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TbProblems) problems = tb_problems_new ("test");
  g_autoptr (GError) error = NULL;
  TbDataset *dataset = tb_reader_read_bytes (bytes, NULL, problems, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  if (dataset == NULL)
    {
      g_autofree char *report = tb_problems_dup_report (problems);

      g_error ("%s in\n%s", report, text);
    }

  return dataset;
}

TbPeriod
tb_test_read_period (const char *text)
{
  TbPeriod period = TB_PERIOD_UNDATED;
  g_autoptr (GError) error = NULL;

  if (text != NULL)
    tb_period_parse (text, TB_CALENDAR_YEAR, &period, &error);
  g_assert_no_error (error);

  return period;
}
