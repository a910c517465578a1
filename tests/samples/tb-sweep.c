/* For the tests that try everything against everything in a number of files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-sweep.h"
#include "tb-figure-text.h"
#include "tb-plain-text.h"
#include "tb-reader.h"

#include <math.h>

static const TbSweepFile files[] = {
  { "data/samples", "digital-qingdao" },
  { "data/samples", "city-weather" },
  { "data/samples", "iowa-electricity" },
  { "data/samples", "us-employment" },
  { "tests/data/valid", "fixture-set" },
  { "tests/data/valid", "ranges" },
  { "tests/data/valid", "missing" },
  { "tests/data/valid", "changes" },
  { "tests/data/valid", "targets" },
  { "tests/data/valid", "vintages" },
  { "tests/data/valid", "relations" },
  { "tests/data/valid", "reporting-years" },
  { "tests/data/valid", "periods" },
};

const TbSweepFile *
tb_sweep_get_fixture_set (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    if (g_str_equal (files[i].name, "fixture-set"))
      return &files[i];
  g_assert_not_reached ();
}

TbDataset *
tb_sweep_read (const TbSweepFile *file)
{
  g_autofree char *name = g_strconcat (file->name, ".tongbi.json", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("TB_SOURCE_ROOT"), file->folder, name, NULL);
  g_autoptr (TbProblems) problems = tb_problems_new (path);
  g_autoptr (GError) error = NULL;
  TbDataset *dataset = tb_reader_read_file (path, NULL, problems, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dataset);

  return dataset;
}

static char *
describe (TbFigure figure)
{
  return figure.series != NULL ? tb_figure_dup_description (figure.series, figure.row, TB_LANGUAGE_EN)
                               : g_strdup ("nothing");
}

void
tb_sweep_check_text (char       *text,
                     const char *what,
                     TbFigure    a,
                     TbFigure    b)
{
  g_autofree char *owned = text;
  const char *fault = tb_plain_text_find_fault (owned);

  if (fault != NULL)
    {
      g_autofree char *one = describe (a);
      g_autofree char *other = describe (b);

      g_test_message ("%s: %s in “%s”, of “%s” and “%s”", what, fault, owned, one, other);
      g_test_fail ();
    }
}

void
tb_sweep_complain (const char *what,
                   TbFigure    a,
                   TbFigure    b)
{
  g_autofree char *one = describe (a);
  g_autofree char *other = describe (b);

  g_test_message ("%s, of “%s” and “%s”", what, one, other);
  g_test_fail ();
}

gboolean
tb_sweep_is_sound (double number)
{
  return isnan (number) || (isfinite (number) && !(number >= 0 && signbit (number)));
}

void
tb_sweep_add (const char    *name,
              GTestDataFunc  func)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sweep/%s/%s", files[i].name, name);

      g_test_add_data_func (path, &files[i], func);
    }
}
