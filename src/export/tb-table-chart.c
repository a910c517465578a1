/* Which figures of a table a chart beside it shows.
 *
 * A spreadsheet's chart draws cells and knows nothing of them, so that only
 * figures that stand for themselves are given to it: observed, exact, of one unit
 * and of periods of one kind. Ranges would be zeros in it, and bounds values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-table-chart.h"

#include "tb-table-cell.h"

#include <math.h>

/* More are looked at by nobody in a chart of eight lines. */
#define MOST_ROWS_TRIED 200

/* A line says that something went from one point to the next; of three points a
 * reader makes no line. */
#define FEWEST_OF_A_LINE 4

/* Months, quarters and years differ in days; a gap is larger than that. */
#define UNEVEN_STEP 1.25

typedef struct
{
  gsize    n_numbers;
  gboolean is_percent;
  double   largest;
} RowSum;

/* FALSE: the row has something that a chart would draw wrong. */
static gboolean
sum_row (const TbComparison *comparison,
         const TbTableNotes *notes,
         TbLanguage          language,
         gsize               row,
         const TbTableChart *run,
         RowSum             *out_sum)
{
  gboolean fits = TRUE;

  *out_sum = (RowSum) { 0 };
  for (gsize column = run->first; fits && column < run->end; column++)
    {
      g_auto (TbTableCell) cell = { 0 };

      tb_table_cell_init (&cell, notes, comparison, row, column, language);
      if (cell.kind == TB_CELL_EMPTY)
        continue;
      fits = (cell.kind == TB_CELL_NUMBER || cell.kind == TB_CELL_PERCENT)
             && (*cell.format.prefix == '\0' || g_str_equal (cell.format.prefix, "≈"));
      out_sum->n_numbers++;
      out_sum->is_percent = cell.kind == TB_CELL_PERCENT;
      out_sum->largest = MAX (out_sum->largest, fabs (cell.number));
    }

  return fits && out_sum->n_numbers >= MIN (2, run->end - run->first);
}

static gboolean
same_unit (const TbComparison *comparison,
           gsize               a,
           gsize               b,
           TbLanguage          language)
{
  g_autofree char *first = tb_comparison_dup_row_unit (comparison, a, language);
  g_autofree char *second = tb_comparison_dup_row_unit (comparison, b, language);

  return g_str_equal (first, second);
}

/* The rows that share the unit of @row, from there on. Returns how many numbers
 * they have. */
static gsize
gather_rows (const TbComparison *comparison,
             TbLanguage          language,
             const RowSum       *sums,
             gsize               n,
             gsize               row,
             TbTableChart       *chart)
{
  gsize n_numbers = 0;

  chart->n_rows = 0;
  chart->is_percent = sums[row].is_percent;
  chart->largest = 0;
  for (gsize i = row; i < n && chart->n_rows < TB_TABLE_CHART_MOST_ROWS; i++)
    {
      if (sums[i].n_numbers == 0 || sums[i].is_percent != chart->is_percent
          || !same_unit (comparison, row, i, language))
        continue;
      chart->rows[chart->n_rows++] = i;
      chart->largest = MAX (chart->largest, sums[i].largest);
      n_numbers += sums[i].n_numbers;
    }

  return n_numbers;
}

/* The group of rows with most numbers in a run of columns. Returns how many. */
static gsize
choose_rows (const TbComparison *comparison,
             const TbTableNotes *notes,
             TbLanguage          language,
             TbTableChart       *run)
{
  gsize n = MIN (tb_comparison_get_n_rows (comparison), MOST_ROWS_TRIED);
  g_autofree RowSum *sums = g_new0 (RowSum, n);
  TbTableChart best = *run;
  gsize most = 0;

  for (gsize row = 0; row < n; row++)
    {
      /* A total dwarfs its parts. */
      if (tb_comparison_get_total (comparison, row) != NULL
          || !sum_row (comparison, notes, language, row, run, &sums[row]))
        sums[row].n_numbers = 0;
    }
  for (gsize row = 0; row < n; row++)
    {
      TbTableChart group = *run;
      gsize n_numbers = sums[row].n_numbers > 0 ? gather_rows (comparison, language, sums, n, row, &group) : 0;

      if (n_numbers > most)
        {
          most = n_numbers;
          best = group;
        }
    }
  *run = best;

  return most;
}

static gboolean
is_even (const TbComparison *comparison,
         gsize               first,
         gsize               end)
{
  double shortest = INFINITY, longest = 0;

  for (gsize column = first + 1; column < end; column++)
    {
      double step = tb_comparison_get_column (comparison, column)->period.end
                    - tb_comparison_get_column (comparison, column - 1)->period.end;

      shortest = MIN (shortest, step);
      longest = MAX (longest, step);
    }

  return shortest > 0 && longest <= shortest * UNEVEN_STEP;
}

static gboolean
is_drawn (const TbColumn *column)
{
  return column->kind == TB_COLUMN_FIGURE && column->figure_kind == TB_KIND_ACTUAL
         && tb_period_is_dated (column->period);
}

/* Where the run of like columns that begins with @first ends. */
static gsize
find_run_end (const TbComparison *comparison,
              gsize               first)
{
  const TbColumn *begin = tb_comparison_get_column (comparison, first);
  gsize end = first + 1;

  for (; end < tb_comparison_get_n_columns (comparison); end++)
    {
      const TbColumn *column = tb_comparison_get_column (comparison, end);

      if (!is_drawn (column) || column->period.kind != begin->period.kind)
        break;
    }

  return end;
}

/**
 * tb_table_chart_choose:
 * @comparison: a table
 * @notes: of it
 * @language: the table's language
 * @out_chart: (out caller-allocates): what to draw
 *
 * Chooses the columns side by side and the rows that have most numbers to draw.
 *
 * Returns: whether there are any
 */
gboolean
tb_table_chart_choose (const TbComparison *comparison,
                       const TbTableNotes *notes,
                       TbLanguage          language,
                       TbTableChart       *out_chart)
{
  gsize n = tb_comparison_get_n_columns (comparison);
  gsize most = 0;

  for (gsize column = 0, end; column < n; column = end)
    {
      TbTableChart run = { .first = column };
      gsize n_numbers;

      end = column + 1;
      if (!is_drawn (tb_comparison_get_column (comparison, column)))
        continue;
      run.end = end = find_run_end (comparison, column);
      n_numbers = choose_rows (comparison, notes, language, &run);
      /* Of equals the later periods. */
      if (n_numbers == 0 || n_numbers < most)
        continue;
      most = n_numbers;
      *out_chart = run;
    }
  if (most < 2)
    return FALSE;
  out_chart->is_line = out_chart->end - out_chart->first >= FEWEST_OF_A_LINE
                       && is_even (comparison, out_chart->first, out_chart->end);

  return TRUE;
}
