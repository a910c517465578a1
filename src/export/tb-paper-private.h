/* What the writers of sheets share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-export-private.h"
#include "tb-paper.h"
#include "tb-table-cell.h"
#include "tb-table-page.h"
#include "tb-theme.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define TB_POINTS_PER_PX 0.75

cairo_surface_t *tb_paper_begin (const TbPaper    *paper,
                                 GByteArray       *bytes,
                                 const char       *title,
                                 gint64            created);
/* Takes all but @error. */
GBytes          *tb_paper_end   (cairo_surface_t  *surface,
                                 cairo_t          *cr,
                                 GByteArray       *bytes,
                                 gint64            created,
                                 GError          **error);

/* Nothing on a sheet is smaller than 9 pt. */
#define TB_PAPER_TEXT_PX  12.0
#define TB_PAPER_TITLE_PX 18.0
#define TB_PAPER_PAD_X    5.0
#define TB_PAPER_PAD_Y    3.0

/* @before, @after: of the points below each other in a column of numbers. */
typedef struct
{
  double   before, after;
  double   width;
  gboolean is_of_numbers;
} TbPaperColumn;

/**
 * TbTablePaper:
 * @first, @end: the columns on the present sheet
 * @cr: nullable: sheets are only counted
 * @y: where the next row begins
 * @limit: where rows end
 *
 * A table on its way to paper.
 */
typedef struct
{
  const TbComparison *comparison;
  const TbTablePage  *page;
  const TbPaper      *paper;
  const TbTheme      *theme;
  TbLanguage          language;
  PangoLayout        *layout;
  TbPaperColumn      *columns;
  double              name_width, unit_width;
  gsize               first, end;
  cairo_t            *cr;
  double              y, limit;
  guint               n_sheets, n_all;
} TbTablePaper;

/* tb-table-paper-columns.c */
void    tb_table_paper_measure   (TbTablePaper *self);
/* The columns from @first that stand on one sheet: at least one, where there is any. */
gsize   tb_table_paper_find_end  (const TbTablePaper *self,
                                  gsize               first);
/* Sets the layout; @width: −1: as wide as it is. Gives its size. */
void    tb_table_paper_set_text  (TbTablePaper *self,
                                  const char   *text,
                                  TbFontWeight  weight,
                                  double        width,
                                  double       *out_width,
                                  double       *out_height);
/* The same of a title, whose parts are not broken where they have room. */
void    tb_table_paper_set_title (TbTablePaper *self,
                                  const char   *title,
                                  TbFontWeight  weight,
                                  double        width,
                                  double       *out_height);
/* The part before the point of a number, in bytes. */
gsize   tb_table_paper_find_point (const char  *text);

G_END_DECLS
