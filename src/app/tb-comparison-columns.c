/* The columns of the comparison table as they are shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-columns.h"

#include "tb-comparison-title.h"

#include <glib/gi18n-lib.h>

/* With more periods than a window shows, the changes stand before them, beside the
 * names, which stay when the table is scrolled sideways. */
#define MAX_PERIODS_BEFORE_CHANGES 4

/* A set of groups of columns, a bit each. */
#define GROUP(group) (1u << (group))

static void
column_free (gpointer data)
{
  TbShownColumn *column = data;

  g_free (column->key);
  g_free (column->title);
  g_free (column->name);
  g_free (column->head);
  g_free (column->band);
  g_free (column);
}

static gboolean
is_first_of_kind (const TbComparison *comparison,
                  gsize               index)
{
  TbColumnKind kind = tb_comparison_get_column (comparison, index)->kind;

  for (gsize i = 0; i < index; i++)
    if (tb_comparison_get_column (comparison, i)->kind == kind)
      return FALSE;
  return TRUE;
}

/* Changes keep their key when other periods are compared; those of further pairs are
 * told apart by their periods. */
static char *
dup_key (const TbComparison *comparison,
         gsize               index)
{
  const TbColumn *column = tb_comparison_get_column (comparison, index);
  g_autofree char *title = NULL;

  if (column->kind != TB_COLUMN_FIGURE && is_first_of_kind (comparison, index))
    return g_strdup_printf ("%d", (int) column->kind);
  if (column->kind != TB_COLUMN_FIGURE)
    {
      title = tb_comparison_dup_column_title (comparison, index, TB_LANGUAGE_EN);
      return g_strdup_printf ("%d %s", (int) column->kind, title);
    }
  title = tb_period_label (column->period, TB_LANGUAGE_EN, TB_PERIOD_LABEL_FULL);
  return g_strdup_printf ("%d %d %s", (int) column->kind, (int) column->figure_kind, title);
}

static void
append_own (GPtrArray  *columns,
            int         index,
            const char *title,
            gboolean    can_sort)
{
  TbShownColumn *column = g_new0 (TbShownColumn, 1);

  column->index = index;
  column->key = g_strdup_printf ("own %d", index);
  column->title = g_strdup (title);
  column->name = g_strdup (title);
  column->head = g_strdup (title);
  column->can_sort = can_sort;
  g_ptr_array_add (columns, column);
}

static void
append_column (GPtrArray          *columns,
               const TbComparison *comparison,
               const TbSurvey     *survey,
               gsize               index,
               TbLanguage          language)
{
  const TbColumn *what = tb_comparison_get_column (comparison, index);
  const TbShownColumn *before = g_ptr_array_index (columns, columns->len - 1);
  TbShownColumn *column = g_new0 (TbShownColumn, 1);
  g_autofree char *head = tb_comparison_dup_column_head (comparison, index, language);

  column->index = (int) index;
  column->key = dup_key (comparison, index);
  column->title = tb_comparison_dup_column_title (comparison, index, language);
  column->head = tb_comparison_title_wrap (head, language);
  column->band = tb_comparison_dup_column_band (comparison, index, language);
  /* "No date" is said once. */
  if (what->kind == TB_COLUMN_FIGURE && g_str_equal (column->band, column->title))
    g_clear_pointer (&column->band, g_free);
  /* Translators: what kind of columns it belongs to, and the column: "Half-year: H1 2021" */
  column->name = column->band != NULL ? g_strdup_printf (_("%s: %s"), column->band, head) : g_strdup (column->title);
  column->starts_band = g_strcmp0 (before->band, column->band) != 0;
  column->is_number = what->kind != TB_COLUMN_STATUS;
  column->can_sort = tb_comparison_can_sort (comparison, index);
  column->survey = &survey->columns[index];
  g_ptr_array_add (columns, column);
}

/* Whether all figures of a column of targets or plans stand in the columns of the rows'
 * targets too, with how they are met. */
static gboolean
is_repeated (const TbComparison *comparison,
             gsize               column)
{
  TbKind kind = tb_comparison_get_column (comparison, column)->figure_kind;

  if (kind != TB_KIND_TARGET && kind != TB_KIND_PLAN)
    return FALSE;
  for (gsize row = 0; row < tb_comparison_get_n_rows (comparison); row++)
    {
      gssize figure = tb_comparison_get_figure (comparison, row, column);
      TbFigure target, actual;

      if (figure >= 0 && (!tb_comparison_get_target (comparison, row, &target, &actual) || actual.series == NULL
                          || target.row != (gsize) figure))
        return FALSE;
    }
  return TRUE;
}

static gsize
count_figures (const TbComparison *comparison)
{
  gsize n = 0;

  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    n += tb_comparison_get_column (comparison, i)->kind == TB_COLUMN_FIGURE;
  return n;
}

static void
append_groups (GPtrArray          *columns,
               const TbComparison *comparison,
               const TbSurvey     *survey,
               guint               groups,
               TbLanguage          language)
{
  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    {
      TbColumnKind kind = tb_comparison_get_column (comparison, i)->kind;

      if ((groups & GROUP (tb_column_get_group (kind))) != 0
          && (kind != TB_COLUMN_FIGURE || !is_repeated (comparison, i)))
        append_column (columns, comparison, survey, i, language);
    }
}

/* A course has two figures at least. */
static gboolean
has_trends (const TbComparison *comparison)
{
  TbSelection *selection = tb_comparison_get_selection (comparison);

  for (gsize i = 0; i < tb_selection_get_n (selection); i++)
    if (tb_selection_get (selection, i)->n_rows > 1)
      return TRUE;
  return FALSE;
}

/**
 * tb_shown_columns_new:
 * @comparison: a table
 * @survey: what its cells have in common; has to outlive the columns
 * @language: of the table
 *
 * Lists the columns: names, units, trends, then those of the comparison.
 *
 * Returns: (transfer full) (element-type TbShownColumn): the columns
 */
GPtrArray *
tb_shown_columns_new (const TbComparison *comparison,
                      const TbSurvey     *survey,
                      TbLanguage          language)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);
  guint changes = GROUP (TB_GROUP_CHANGES) | GROUP (TB_GROUP_PUBLISHED);
  guint figures = GROUP (TB_GROUP_FIGURES) | GROUP (TB_GROUP_TARGETS);

  append_own (columns, TB_COLUMN_OF_NAMES, _("Indicator"), TRUE);
  append_own (columns, TB_COLUMN_OF_UNITS, _("Unit"), FALSE);
  if (has_trends (comparison))
    /* Translators: above small drawings of the figures of each row */
    append_own (columns, TB_COLUMN_OF_TRENDS, _("Trend"), FALSE);
  if (count_figures (comparison) > MAX_PERIODS_BEFORE_CHANGES)
    {
      append_groups (columns, comparison, survey, changes, language);
      append_groups (columns, comparison, survey, figures, language);
    }
  else
    append_groups (columns, comparison, survey, figures | changes, language);
  return columns;
}

TbShownColumn *
tb_shown_columns_find (GPtrArray  *columns,
                       const char *key)
{
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    {
      TbShownColumn *column = g_ptr_array_index (columns, i);

      if (g_str_equal (column->key, key))
        return column;
    }
  return NULL;
}
