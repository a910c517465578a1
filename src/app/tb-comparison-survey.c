/* What the comparison table's cells have in common: how wide they are, which marks
 * they bear, how long their bars may be.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-survey.h"

#include "tb-comparison-title.h"

#include <math.h>
#include <string.h>

/* Of a long table so many rows tell how wide a column is; a wider cell makes it
 * grow when it comes in sight. */
#define N_MEASURED 300

const char *
tb_survey_find_tail (const char *cell)
{
  const char *begin = cell;
  const char *end;

  while (*begin != '\0' && !g_ascii_isdigit (*begin))
    begin++;
  end = begin + strspn (begin, "0123456789,");
  /* "30–40" and "3,500 (H1 2021)" have no one point. */
  for (const char *c = *end == '.' ? end + 1 + strspn (end + 1, "0123456789") : end; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      return cell + strlen (cell);
  return end;
}

static void
take_wider (char       **widest,
            const char  *text)
{
  if (*widest != NULL && tb_comparison_title_width (*widest) >= tb_comparison_title_width (text))
    return;
  g_free (*widest);
  *widest = g_strdup (text);
}

static void
measure_row (TbSurvey           *self,
             const TbComparison *comparison,
             gsize               row,
             TbLanguage          language)
{
  g_autofree char *name = tb_comparison_dup_row_title (comparison, row, language);
  g_autofree char *unit = tb_comparison_dup_row_unit (comparison, row, language);

  take_wider (&self->name, name);
  take_wider (&self->unit, unit);
  for (gsize i = 0; i < self->n_columns; i++)
    {
      g_autofree char *cell = tb_comparison_dup_cell (comparison, row, i, language);
      const char *tail = tb_survey_find_tail (cell);
      g_autofree char *head = g_strndup (cell, (gsize) (tail - cell));

      take_wider (&self->columns[i].head, head);
      take_wider (&self->columns[i].tail, tail);
    }
}

static void
take_status (TbSurvey           *self,
             const TbComparison *comparison)
{
  gsize n_rows = tb_comparison_get_n_rows (comparison);

  for (gsize i = 0; i < self->n_columns; i++)
    {
      guint32 status = 0;

      if (tb_comparison_get_column (comparison, i)->kind != TB_COLUMN_FIGURE)
        continue;
      for (gsize row = 0; row < n_rows; row++)
        {
          gssize figure = tb_comparison_get_figure (comparison, row, i);
          TbObservation o;

          if (figure < 0)
            continue;
          tb_series_get (tb_comparison_get_series (comparison, row), (gsize) figure, &o);
          status |= o.status;
        }
      if (status != 0)
        {
          g_autofree char *letters = tb_status_to_letters (status);

          self->columns[i].has_marks = *letters != '\0';
        }
      self->status |= status;
    }
}

static gboolean
has_tone (const TbComparison *comparison,
          gsize               column)
{
  for (gsize row = 0; row < tb_comparison_get_n_rows (comparison); row++)
    if (tb_comparison_get_tone (comparison, row, column) != TB_TONE_NEUTRAL)
      return TRUE;
  return FALSE;
}

/* Of each pair of periods, which are two columns, and of them all. */
static void
count_refusals (TbSurvey           *self,
                const TbComparison *comparison)
{
  self->of_pairs = g_new0 (TbRefusals, self->n_columns + 1);
  for (gsize i = 0; i < self->n_columns; i++)
    {
      self->columns[i].pair = -1;
      if (tb_column_get_group (tb_comparison_get_column (comparison, i)->kind) != TB_GROUP_CHANGES)
        continue;
      if (tb_comparison_get_column (comparison, i)->kind == TB_COLUMN_ABSOLUTE)
        tb_refusals_count (&self->of_pairs[self->n_pairs++], comparison, (gssize) i);
      self->columns[i].pair = (gssize) self->n_pairs - 1;
    }
  if (self->n_pairs == 1)
    self->refusals = self->of_pairs[0];
  else
    tb_refusals_count (&self->refusals, comparison, -1);
}

/* One column of bars for each pair is enough: of amounts where the rows have one
 * unit, else of percentages. */
static gboolean
has_bars (const TbSurvey     *self,
          const TbComparison *comparison,
          gsize               column)
{
  const TbRefusals *refusals = &self->of_pairs[self->columns[column].pair];

  return refusals->n_rows - refusals->n_refused >= 2
         && (tb_comparison_get_column (comparison, column)->kind == TB_COLUMN_ABSOLUTE
             || !tb_comparison_can_sort (comparison, column - 1));
}

/* Bars of several pairs have one scale (N-6). */
static void
take_changes (TbSurvey           *self,
              const TbComparison *comparison)
{
  double reach = NAN;

  for (gsize i = 0; i < self->n_columns; i++)
    {
      TbSurveyColumn *column = &self->columns[i];

      column->reach = NAN;
      if (column->pair < 0)
        continue;
      column->has_marks = tb_comparison_get_column (comparison, i)->kind == TB_COLUMN_ABSOLUTE
                          && self->of_pairs[column->pair].n_refused > 0;
      if (!has_bars (self, comparison, i))
        continue;
      column->reach = tb_comparison_find_reach (comparison, i);
      reach = fmax (reach, column->reach);
    }
  for (gsize i = 0; i < self->n_columns; i++)
    if (!isnan (self->columns[i].reach))
      {
        self->columns[i].reach = reach;
        self->has_tones = self->has_tones || has_tone (comparison, i);
      }
}

/**
 * tb_survey_new:
 * @comparison: a table
 * @language: of the table
 *
 * Looks through a table. Thread: any. Cost: some verdicts a row.
 *
 * Returns: (transfer full): what was found
 */
TbSurvey *
tb_survey_new (const TbComparison *comparison,
               TbLanguage          language)
{
  TbSurvey *self = g_atomic_rc_box_new0 (TbSurvey);
  gsize n_rows = tb_comparison_get_n_rows (comparison);

  self->n_columns = tb_comparison_get_n_columns (comparison);
  self->columns = g_new0 (TbSurveyColumn, MAX (self->n_columns, 1));
  count_refusals (self, comparison);
  for (gsize row = 0; row < n_rows; row += 1 + n_rows / N_MEASURED)
    measure_row (self, comparison, row, language);
  take_status (self, comparison);
  take_changes (self, comparison);
  return self;
}

TbSurvey *
tb_survey_ref (TbSurvey *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TbSurvey *self = data;

  for (gsize i = 0; i < self->n_columns; i++)
    {
      g_free (self->columns[i].head);
      g_free (self->columns[i].tail);
    }
  g_free (self->columns);
  g_free (self->of_pairs);
  g_free (self->name);
  g_free (self->unit);
}

void
tb_survey_unref (TbSurvey *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
