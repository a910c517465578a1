/* A comparison table on sheets of paper, its header repeated on each.
 *
 * All sheets are counted first, so that each tells how many there are. Columns that
 * find no room stand on sheets of their own, behind those of the first ones, again
 * with names and units.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-paper-private.h"

#include "tb-pango-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define FOOT_PX 28.0      /* the line with the number of the sheet */
#define GAP_PX 10.0
#define RULE_PX 1.0
#define HAIR_PX 0.5

static void
set_color (cairo_t *cr,
           TbColor  color)
{
  cairo_set_source_rgb (cr, color.r, color.g, color.b);
}

static void
show (TbTablePaper *self,
      double        x,
      double        y,
      TbColor       color)
{
  if (self->cr == NULL)
    return;
  set_color (self->cr, color);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, self->layout);
}

static void
draw_rule (TbTablePaper *self,
           double        from,
           double        to,
           double        y,
           double        width,
           TbColor       color)
{
  if (self->cr == NULL)
    return;
  set_color (self->cr, color);
  cairo_set_line_width (self->cr, width);
  cairo_move_to (self->cr, from, y);
  cairo_line_to (self->cr, to, y);
  cairo_stroke (self->cr);
}

static double
get_column_x (const TbTablePaper *self,
              gsize               column)
{
  double x = self->paper->left + self->name_width + self->unit_width;

  for (gsize i = self->first; i < column; i++)
    x += self->columns[i].width;
  return x;
}

/* What the sheet is of, and which of how many. */
static void
draw_foot_line (TbTablePaper *self)
{
  g_autofree char *number = g_strdup_printf ("%u/%u", self->n_sheets, self->n_all);
  double right = self->paper->width - self->paper->right;
  double y = self->paper->height - self->paper->bottom - FOOT_PX / 2;
  double width;

  if (self->cr == NULL || self->n_all < 2)
    return;
  tb_table_paper_set_text (self, number, TB_WEIGHT_REGULAR, -1, &width, NULL);
  show (self, right - width, y, self->theme->text_muted);
  tb_table_paper_set_text (self, self->page->title, TB_WEIGHT_REGULAR, right - self->paper->left - width - GAP_PX, NULL,
                           NULL);
  pango_layout_set_height (self->layout, -1);
  show (self, self->paper->left, y, self->theme->text_muted);
}

static void
begin_sheet (TbTablePaper *self)
{
  if (self->cr != NULL && self->n_sheets > 0)
    cairo_show_page (self->cr);
  self->n_sheets++;
  self->y = self->paper->top;
  self->limit = self->paper->height - self->paper->bottom - FOOT_PX;
  draw_foot_line (self);
}

/* Text over the whole width, line by line, onto the next sheet where it must. */
static void
draw_paragraph (TbTablePaper *self,
                const char   *text,
                double        size,
                TbFontWeight  weight,
                TbColor       color)
{
  const TbFont font = { self->theme->family, size, weight };

  tb_pango_set_line (self->layout, &font, text, -1);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_width (self->layout,
                          (int) ((self->paper->width - self->paper->left - self->paper->right) * PANGO_SCALE));
  for (int i = 0; i < pango_layout_get_line_count (self->layout); i++)
    {
      g_autoptr (PangoLayout) kept = NULL;
      PangoRectangle box;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (self->layout, i), NULL, &box);
      if (self->y + (double) box.height / PANGO_SCALE > self->limit)
        {
          /* The line at the foot of the new sheet takes the layout. */
          kept = self->layout;
          self->layout = pango_layout_copy (kept);
          begin_sheet (self);
          g_object_unref (self->layout);
          self->layout = g_steal_pointer (&kept);
        }
      if (self->cr != NULL)
        {
          set_color (self->cr, color);
          cairo_move_to (self->cr, self->paper->left, self->y - (double) box.y / PANGO_SCALE);
          pango_cairo_show_layout_line (self->cr, pango_layout_get_line_readonly (self->layout, i));
        }
      self->y += (double) box.height / PANGO_SCALE;
    }
}

/* Sets what stands above the columns from @first, so far as they are on this sheet. Gives
 * its height and where the columns end. */
static double
set_band (TbTablePaper *self,
          gsize         first,
          gsize        *out_end)
{
  g_autofree char *band = tb_table_dup_band (self->comparison, first, self->language);
  double height;

  *out_end = MIN (tb_table_find_band_end (self->comparison, first), self->end);
  tb_table_paper_set_title (self, band, TB_WEIGHT_REGULAR,
                            get_column_x (self, *out_end) - get_column_x (self, first) - 2 * TB_PAPER_PAD_X, &height);

  return height;
}

/* B-1: what kind of columns stand below. */
static void
draw_bands (TbTablePaper *self)
{
  double height = TB_PAPER_TEXT_PX * 1.5;

  for (gsize first = self->first, end; first < self->end; first = end)
    {
      double own = set_band (self, first, &end);

      height = MAX (height, own);
    }
  for (gsize first = self->first, end; first < self->end; first = end)
    {
      double from = get_column_x (self, first) + TB_PAPER_PAD_X;
      double own = set_band (self, first, &end);

      show (self, from, self->y + MAX (0, height - MAX (own, TB_PAPER_TEXT_PX * 1.5)), self->theme->text_muted);
      draw_rule (self, from, get_column_x (self, end) - TB_PAPER_PAD_X, self->y + height, HAIR_PX, self->theme->axis);
    }
  self->y += height + TB_PAPER_PAD_Y;
}

/* Sets the title of a column, at the side where its figures end. Gives its height. */
static double
set_head (TbTablePaper *self,
          gsize         column)
{
  g_autofree char *title = tb_table_dup_head (self->comparison, column, self->language);
  double height;

  tb_table_paper_set_title (self, title, TB_WEIGHT_BOLD, self->columns[column].width - 2 * TB_PAPER_PAD_X, &height);
  pango_layout_set_alignment (self->layout, self->columns[column].is_of_numbers ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  return height;
}

static void
draw_head (TbTablePaper *self)
{
  double right = get_column_x (self, self->end);
  double height = TB_PAPER_TEXT_PX;

  draw_bands (self);
  for (gsize column = self->first; column < self->end; column++)
    {
      double own = set_head (self, column);

      height = MAX (height, own);
    }
  for (gsize column = self->first; column < self->end; column++)
    {
      double own = set_head (self, column);

      show (self, get_column_x (self, column) + TB_PAPER_PAD_X, self->y + height - own, self->theme->text);
    }
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_LEFT);
  for (int i = 0; i < 2; i++)
    {
      double own;

      tb_table_paper_set_text (self, i == 0 ? tb_table_get_indicator_word (self->language)
                                            : tb_table_get_unit_word (self->language),
                               TB_WEIGHT_BOLD, -1, NULL, &own);
      show (self, self->paper->left + i * self->name_width + TB_PAPER_PAD_X, self->y + height - own, self->theme->text);
    }
  self->y += height + TB_PAPER_PAD_Y;
  draw_rule (self, self->paper->left, right, self->y, RULE_PX, self->theme->axis);
  self->y += TB_PAPER_PAD_Y;
}

/* Numbers have their points below each other. */
static void
draw_number (TbTablePaper *self,
             const char   *text,
             gsize         column)
{
  const TbPaperColumn *entry = &self->columns[column];
  gsize point = tb_table_paper_find_point (text);
  g_autofree char *before = g_strndup (text, point);
  double x = get_column_x (self, column) + entry->width - TB_PAPER_PAD_X - entry->after;
  double width;

  tb_table_paper_set_text (self, before, TB_WEIGHT_REGULAR, -1, &width, NULL);
  tb_table_paper_set_text (self, text, TB_WEIGHT_REGULAR, -1, NULL, NULL);
  show (self, x - width, self->y, self->theme->text);
}

static double
draw_cell (TbTablePaper *self,
           gsize         row,
           gsize         column)
{
  g_auto (TbTableCell) cell = { 0 };
  double height = 0;

  if (self->cr == NULL && self->columns[column].is_of_numbers)
    return 0;
  tb_table_cell_init (&cell, self->page->notes, self->comparison, row, column, self->language);
  if (self->columns[column].is_of_numbers)
    {
      draw_number (self, cell.text, column);
      return 0;
    }
  tb_table_paper_set_text (self, cell.text, TB_WEIGHT_REGULAR, self->columns[column].width - 2 * TB_PAPER_PAD_X, NULL,
                           &height);
  show (self, get_column_x (self, column) + TB_PAPER_PAD_X, self->y, self->theme->text);
  return height;
}

/* Gives the height; draws where there is something to draw on. */
static double
draw_row (TbTablePaper *self,
          gsize         row)
{
  g_autofree char *name = tb_comparison_dup_row_title (self->comparison, row, self->language);
  g_autofree char *unit = tb_comparison_dup_row_unit (self->comparison, row, self->language);
  TbFontWeight weight = tb_comparison_get_total (self->comparison, row) != NULL ? TB_WEIGHT_BOLD : TB_WEIGHT_REGULAR;
  double height;
  double own;

  tb_table_paper_set_text (self, name, weight, self->name_width - 2 * TB_PAPER_PAD_X, NULL, &height);
  show (self, self->paper->left + TB_PAPER_PAD_X, self->y, self->theme->text);
  tb_table_paper_set_text (self, unit, TB_WEIGHT_REGULAR, self->unit_width - 2 * TB_PAPER_PAD_X, NULL, &own);
  show (self, self->paper->left + self->name_width + TB_PAPER_PAD_X, self->y, self->theme->text_muted);
  height = MAX (height, own);
  for (gsize column = self->first; column < self->end; column++)
    {
      own = draw_cell (self, row, column);
      height = MAX (height, own);
    }
  return height + 2 * TB_PAPER_PAD_Y;
}

static double
measure_row (TbTablePaper *self,
             gsize         row)
{
  cairo_t *cr = g_steal_pointer (&self->cr);
  double height = draw_row (self, row);

  self->cr = cr;
  return height;
}

static void
draw_rows (TbTablePaper *self)
{
  double right = get_column_x (self, self->end);

  draw_head (self);
  for (gsize row = 0; row < tb_comparison_get_n_rows (self->comparison); row++)
    {
      double height = measure_row (self, row);

      if (self->y + height > self->limit)
        {
          begin_sheet (self);
          draw_head (self);
        }
      if (self->cr != NULL)
        draw_row (self, row);
      self->y += height - TB_PAPER_PAD_Y;
      draw_rule (self, self->paper->left, right, self->y, HAIR_PX, self->theme->grid);
      self->y += TB_PAPER_PAD_Y;
    }
}

static void
draw_all (TbTablePaper *self)
{
  gsize n = tb_comparison_get_n_columns (self->comparison);

  self->n_sheets = 0;
  begin_sheet (self);
  draw_paragraph (self, self->page->title, TB_PAPER_TITLE_PX, TB_WEIGHT_BOLD, self->theme->text);
  if (self->page->subtitle != NULL)
    draw_paragraph (self, self->page->subtitle, TB_PAPER_TEXT_PX, TB_WEIGHT_REGULAR, self->theme->text_muted);
  self->y += GAP_PX;
  self->first = 0;
  do
    {
      self->end = tb_table_paper_find_end (self, self->first);
      if (self->first > 0)
        begin_sheet (self);
      draw_rows (self);
      self->first = self->end;
    }
  while (self->first < n);
  self->y += GAP_PX;
  for (guint i = 0; i < self->page->foot->len; i++)
    draw_paragraph (self, self->page->foot->pdata[i], TB_PAPER_TEXT_PX, TB_WEIGHT_REGULAR, self->theme->text_muted);
  if (self->cr != NULL)
    cairo_show_page (self->cr);
}

/**
 * tb_paper_from_table:
 * @comparison: a table
 * @paper: the sheets
 * @language: of the table
 * @out_n_sheets: (out) (optional): how many there are
 * @error: return location for an error
 *
 * Puts a table on sheets: title, who published it, the rows with their header on
 * each sheet, notes and sources at the end. Points of numbers are below each other;
 * nothing is smaller than 9 pt.
 *
 * Errors: %TB_EXPORT_ERROR. Thread: any. Cost: each cell is measured twice.
 *
 * Returns: (transfer full) (nullable): a PDF
 */
GBytes *
tb_paper_from_table (const TbComparison *comparison,
                     const TbPaper      *paper,
                     TbLanguage          language,
                     guint              *out_n_sheets,
                     GError            **error)
{
  static const char *const languages[TB_N_LANGUAGES] = { "en", "zh-CN" };
  /* Paper has no end, and no second sheet of rows. */
  const TbSheetLimits limits = { G_MAXINT, G_MAXINT, TB_SHEET_LIMIT_TEXT };
  g_autoptr (TbTablePage) page = tb_table_page_new (comparison, language, &limits, error);
  PangoContext *context = tb_pango_context_new (languages[language]);
  TbTablePaper self = { .comparison = comparison, .page = page, .paper = paper, .language = language,
                        .theme = tb_theme_get (TB_STYLE_PRINT) };
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface;

  self.layout = pango_layout_new (context);
  g_object_unref (context);
  if (page == NULL)
    {
      g_byte_array_unref (bytes);
      g_object_unref (self.layout);
      return NULL;
    }
  tb_table_paper_measure (&self);
  draw_all (&self);
  self.n_all = self.n_sheets;
  surface = tb_paper_begin (paper, bytes, page->title, page->created);
  self.cr = cairo_create (surface);
  cairo_scale (self.cr, TB_POINTS_PER_PX, TB_POINTS_PER_PX);
  draw_all (&self);
  g_object_unref (self.layout);
  g_free (self.columns);
  if (out_n_sheets != NULL)
    *out_n_sheets = self.n_sheets;
  return tb_paper_end (surface, self.cr, bytes, page->created, error);
}
