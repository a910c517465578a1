/* The widget of the comparison table: how wide its columns are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-grid-private.h"

#include "tb-grid-bar.h"
#include "tb-grid-trend.h"

#include <math.h>

/* Above and below the text of a row. */
#define ROW_PAD_PX 7
#define BAR_GAP_PX 8
#define MAX_NAME_CHARS 44
#define MAX_TEXT_CHARS 24
/* Names leave most of a narrow view to figures. */
#define NAME_SHARE 0.42
#define MIN_NAME_PX 96
/* Where a number would not be in sight otherwise. */
#define LEAST_NAME_PX 80

static int
measure_text (TbComparisonGrid *self,
              const char       *text)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (text == NULL || *text == '\0')
    return 0;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static int
measure_own (TbComparisonGrid    *self,
             const TbShownColumn *column)
{
  int digit = measure_text (self, "0");

  if (column->index == TB_COLUMN_OF_TRENDS)
    return TB_GRID_TREND_PX;
  if (column->index == TB_COLUMN_OF_UNITS)
    return MIN (measure_text (self, self->survey->unit), MAX_TEXT_CHARS * digit);
  /* Names are bold. */
  return CLAMP ((int) (1.08 * measure_text (self, self->survey->name)), MIN_NAME_PX,
                MAX (MIN (MAX_NAME_CHARS * digit, (int) (NAME_SHARE * gtk_widget_get_width (GTK_WIDGET (self)))),
                     MIN_NAME_PX));
}

void
tb_comparison_grid_fit (TbComparisonGrid *self,
                        TbShownColumn    *column)
{
  const TbSurveyColumn *survey = column->survey;
  int digit = measure_text (self, "0");
  int width;

  column->is_sized = FALSE;
  if (survey == NULL)
    width = measure_own (self, column);
  else
    {
      TbColumnKind kind = tb_comparison_get_column (self->table.comparison, (gsize) column->index)->kind;
      gboolean has_bars = !isnan (survey->reach) || kind == TB_COLUMN_COMPLETION;

      column->head_px = measure_text (self, survey->head);
      column->tail_px = measure_text (self, survey->tail);
      column->marks_px = survey->has_marks ? digit + 4 : 0;
      column->bar_px = has_bars ? TB_GRID_BAR_PX : 0;
      width = column->head_px + column->tail_px + column->marks_px + (has_bars ? TB_GRID_BAR_PX + BAR_GAP_PX : 0);
      if (!column->is_number)
        width = MIN (width, MAX_TEXT_CHARS * digit);
    }
  width += 2 * TB_GRID_PAD_PX;
  column->width = MAX (width, tb_grid_heading_measure (self->header, column).width);
}

/* The words of a band have room over its columns. */
static void
widen_bands (TbComparisonGrid *self)
{
  guint n = self->columns != NULL ? self->columns->len : 0;

  for (guint from = 0, to; from < n; from = to)
    {
      const char *band = ((TbShownColumn *) g_ptr_array_index (self->columns, from))->band;
      int width = 0, n_shown = 0, missing;

      for (to = from; to < n && g_strcmp0 (((TbShownColumn *) g_ptr_array_index (self->columns, to))->band, band) == 0;
           to++)
        if (!((TbShownColumn *) g_ptr_array_index (self->columns, to))->is_hidden)
          {
            width += ((TbShownColumn *) g_ptr_array_index (self->columns, to))->width;
            n_shown++;
          }
      missing = measure_text (self, band) - (width - 2 * TB_GRID_PAD_PX);
      for (guint i = from; band != NULL && missing > 0 && n_shown > 0 && i < to; i++)
        {
          TbShownColumn *column = g_ptr_array_index (self->columns, i);

          if (column->is_hidden)
            continue;
          column->width += missing / n_shown;
          missing -= missing / n_shown--;
        }
    }
}

/* Up to the end of the first number, with the trends that stand before it or without. */
static int
measure_to_number (TbComparisonGrid *self,
                   gboolean          with_trends)
{
  int width = 0;

  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    {
      const TbShownColumn *column = g_ptr_array_index (self->columns, i);

      if (!column->is_hidden && (with_trends || column->index != TB_COLUMN_OF_TRENDS))
        width += column->width;
      if (!column->is_hidden && column->index >= 0)
        break;
    }
  return width;
}

/* A number is in sight before the table is scrolled sideways: trends wait behind it where
 * the view is narrow, and names are cut, which are read whole below the table. */
static void
leave_room_for_number (TbComparisonGrid *self)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self));
  int missing;

  self->geometry.trends_wait = measure_to_number (self, TRUE) > room;
  missing = measure_to_number (self, FALSE) - room;
  for (guint i = 0; missing > 0 && i < self->columns->len; i++)
    {
      TbShownColumn *column = g_ptr_array_index (self->columns, i);

      if (column->index == TB_COLUMN_OF_NAMES && !column->is_sized)
        {
          /* Their title stays whole. */
          int least = MAX (LEAST_NAME_PX + 2 * TB_GRID_PAD_PX, tb_grid_heading_measure (self->header, column).width);

          column->width = MAX (column->width - missing, MIN (column->width, least));
        }
    }
}

/* The cursor stays with its column. */
static void
update_geometry (TbComparisonGrid *self)
{
  TbShownColumn *at = self->column < tb_grid_geometry_get_n (&self->geometry)
                          ? tb_grid_geometry_get (&self->geometry, self->column) : NULL;
  gboolean did_wait = self->geometry.trends_wait;
  guint position;

  leave_room_for_number (self);
  tb_grid_geometry_update (&self->geometry, self->columns);
  if (did_wait == self->geometry.trends_wait)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    tb_grid_row_forget (g_ptr_array_index (self->rows, i));
  if (at != NULL && g_ptr_array_find (self->geometry.shown, at, &position))
    self->column = self->anchor_column = position;
  self->has_selection = FALSE;
}

void
tb_comparison_grid_measure_columns (TbComparisonGrid *self)
{
  int highest = 0;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");

  pango_layout_get_pixel_size (layout, NULL, &self->row_height);
  self->row_height += 2 * ROW_PAD_PX;
  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    {
      TbShownColumn *column = g_ptr_array_index (self->columns, i);

      tb_comparison_grid_fit (self, column);
      highest = MAX (highest, tb_grid_heading_measure (self->header, column).height);
    }
  widen_bands (self);
  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    {
      TbShownColumn *column = g_ptr_array_index (self->columns, i);
      gpointer size;

      if (!g_hash_table_lookup_extended (self->sizes, column->key, NULL, &size))
        continue;
      column->width = GPOINTER_TO_INT (size);
      column->is_sized = TRUE;
    }
  update_geometry (self);
  self->header_height = highest + tb_grid_header_get_band_height (TB_GRID_HEADER (self->header)) + 4;
  self->is_measured = TRUE;
}
