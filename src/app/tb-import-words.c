/* The choices that the window offers for how a file is read, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-import-words.h"

#include "tb-number-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The terms of statistics offices, in Chinese 当期值, 累计值, 期末值 …, before
 * those of this program. */
const TbMeasureChoice tb_measure_choices[] = {
  { TB_MEASURE_FLOW, TB_SINCE_NONE, NC_("measure", "Total of the Period (Flow)") },
  { TB_MEASURE_CUMULATIVE, TB_SINCE_YEAR_START, NC_("measure", "Year to Date (Cumulative)") },
  { TB_MEASURE_CUMULATIVE, TB_SINCE_INCEPTION, NC_("measure", "Total since the Beginning") },
  { TB_MEASURE_STOCK, TB_SINCE_NONE, NC_("measure", "Level at a Date (Stock)") },
  { TB_MEASURE_AVERAGE, TB_SINCE_NONE, NC_("measure", "Average of the Period") },
  { TB_MEASURE_RATIO, TB_SINCE_NONE, NC_("measure", "Rate or Share") },
  { TB_MEASURE_INDEX, TB_SINCE_NONE, NC_("measure", "Index") },
  { TB_MEASURE_GROWTH, TB_SINCE_NONE, NC_("measure", "Growth Rate") },
};

const gsize tb_n_measure_choices = G_N_ELEMENTS (tb_measure_choices);

static const char *const role_words[TB_N_COLUMN_ROLES] = {
  [TB_COLUMN_ROLE_UNSAID] = NC_("column", "Not Stated"),
  [TB_COLUMN_ROLE_PERIOD] = NC_("column", "Period"),
  [TB_COLUMN_ROLE_PLACE] = NC_("column", "Place"),
  [TB_COLUMN_ROLE_INDICATOR] = NC_("column", "Indicator"),
  [TB_COLUMN_ROLE_UNIT] = NC_("column", "Unit"),
  [TB_COLUMN_ROLE_BREAKDOWN] = NC_("column", "Breakdown"),
  [TB_COLUMN_ROLE_TITLE] = NC_("column", "Title"),
  [TB_COLUMN_ROLE_VALUE] = NC_("column", "Values"),
  [TB_COLUMN_ROLE_STATUS] = NC_("column", "Status"),
  [TB_COLUMN_ROLE_NOTE] = NC_("column", "Notes"),
  [TB_COLUMN_ROLE_LABEL] = NC_("column", "Label of the Column Before"),
  [TB_COLUMN_ROLE_IGNORED] = NC_("column", "Left Out"),
};

/* Formats whose columns may be anything; of the others a dimension is one. */
static const char *const table_formats[] = { "csv", "rows", "fred", "data-package", "owid" };

const char *
tb_measure_choice_word (gsize i)
{
  return g_dpgettext2 (NULL, "measure", tb_measure_choices[i].title);
}

guint
tb_measure_choice_find (TbMeasure measure,
                        TbSince   since)
{
  for (guint i = 0; i < G_N_ELEMENTS (tb_measure_choices); i++)
    {
      if (tb_measure_choices[i].measure == measure
          && (measure != TB_MEASURE_CUMULATIVE || tb_measure_choices[i].since == since))
        return i;
    }
  return G_MAXUINT;
}

const char *
tb_column_role_word (TbColumnRole role)
{
  return g_dpgettext2 (NULL, "column", role_words[role]);
}

gboolean
tb_column_role_is_single (TbColumnRole role)
{
  return role == TB_COLUMN_ROLE_PERIOD || role == TB_COLUMN_ROLE_PLACE || role == TB_COLUMN_ROLE_INDICATOR
         || role == TB_COLUMN_ROLE_UNIT;
}

static gboolean
is_table (const TbPlan *plan)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table_formats); i++)
    {
      if (g_str_equal (tb_plan_get_format (plan), table_formats[i]))
        return TRUE;
    }
  return FALSE;
}

/* Whether one of the samples is a number in any of the usual ways of printing. */
static gboolean
has_numbers (const TbPlanColumn *column)
{
  static const TbNumberStyle styles[] = {
    { .decimal_mark = '.', .group_mark = ',', .with_flags = TRUE, .bare = TRUE },
    { .decimal_mark = ',', .group_mark = '.', .with_flags = TRUE, .bare = TRUE },
  };

  for (gsize i = 0; column->samples != NULL && column->samples[i] != NULL; i++)
    {
      for (gsize k = 0; k < G_N_ELEMENTS (styles); k++)
        {
          TbNumberText number;

          if (tb_number_text_parse (column->samples[i], strlen (column->samples[i]), &styles[k], &number)
              == TB_NUMBER_GIVEN)
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * tb_column_role_list:
 * @plan: of a file
 * @column: one of its columns or dimensions
 * @out_roles: (out) (array): room for %TB_N_COLUMN_ROLES
 *
 * Lists what a column can be: what it was taken for at any rate; values only
 * where there are numbers; status, notes and nothing at all only in tables.
 *
 * Returns: how many roles were written
 */
gsize
tb_column_role_list (const TbPlan       *plan,
                     const TbPlanColumn *column,
                     TbColumnRole       *out_roles)
{
  static const struct { TbColumnRole role; gboolean of_tables; gboolean of_all; } offered[] = {
    { TB_COLUMN_ROLE_PERIOD, TRUE, TRUE },
    { TB_COLUMN_ROLE_PLACE, TRUE, TRUE },
    { TB_COLUMN_ROLE_INDICATOR, TRUE, TRUE },
    { TB_COLUMN_ROLE_VALUE, TRUE, FALSE },
    { TB_COLUMN_ROLE_BREAKDOWN, TRUE, TRUE },
    { TB_COLUMN_ROLE_UNIT, TRUE, TRUE },
    { TB_COLUMN_ROLE_STATUS, TRUE, FALSE },
    { TB_COLUMN_ROLE_NOTE, TRUE, FALSE },
    { TB_COLUMN_ROLE_TITLE, FALSE, FALSE },
    { TB_COLUMN_ROLE_LABEL, FALSE, FALSE },
    { TB_COLUMN_ROLE_IGNORED, TRUE, FALSE },
  };
  gboolean in_table = is_table (plan);
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      gboolean fits = in_table ? offered[i].of_tables : offered[i].of_all;

      if (offered[i].role == TB_COLUMN_ROLE_VALUE)
        fits = fits && has_numbers (column);
      if (fits || offered[i].role == column->role)
        out_roles[n++] = offered[i].role;
    }
  return n;
}
