/* How wide the columns of a table are on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-paper-private.h"

#include "tb-pango-private.h"
#include "tb-table-title.h"

#include <math.h>
#include <string.h>

/* Shares of the sheet's room: names and units leave most of it to figures. */
#define MOST_OF_NAME 0.34
#define MOST_OF_UNIT 0.15
#define MOST_OF_WORDS 0.25

/* A name of thousands of characters is cut, as a row must fit on a sheet. */
#define MOST_LINES 12
#define LINES_OF_HEAD 3

/* Eight Chinese characters. */
#define MOST_OF_PART 16

void
tb_table_paper_set_text (TbTablePaper *self,
                         const char   *text,
                         TbFontWeight  weight,
                         double        width,
                         double       *out_width,
                         double       *out_height)
{
  const TbFont font = { self->theme->family, TB_PAPER_TEXT_PX, weight };
  int w;
  int h;

  tb_pango_set_line (self->layout, &font, text, -1);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (self->layout, width < 0 ? -1 : (int) ceil (width * PANGO_SCALE));
  pango_layout_set_height (self->layout, -MOST_LINES);
  pango_layout_set_ellipsize (self->layout, width < 0 ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  pango_layout_get_size (self->layout, &w, &h);
  if (out_width != NULL)
    *out_width = (double) w / PANGO_SCALE;
  if (out_height != NULL)
    *out_height = (double) h / PANGO_SCALE;
}

gsize
tb_table_paper_find_point (const char *text)
{
  gsize end = strlen (text);
  gsize last = end;

  for (gsize i = 0; i < end; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        continue;
      if (text[i + 1] == '.' && g_ascii_isdigit (text[i + 2]))
        return i + 1;
      last = i + 1;
    }
  return last;
}

static double
measure (TbTablePaper *self,
         const char   *text,
         gsize         length)
{
  g_autofree char *part = g_strndup (text, length);
  double width;

  tb_table_paper_set_text (self, part, TB_WEIGHT_REGULAR, -1, &width, NULL);
  return width;
}

static void
take_cell (TbTablePaper *self,
           gsize         row,
           gsize         column)
{
  TbPaperColumn *entry = &self->columns[column];
  g_auto (TbTableCell) cell = { 0 };
  gsize point;

  tb_table_cell_init (&cell, self->page->notes, self->comparison, row, column, self->language);
  point = entry->is_of_numbers ? tb_table_paper_find_point (cell.text) : strlen (cell.text);
  entry->before = MAX (entry->before, measure (self, cell.text, point));
  entry->after = MAX (entry->after, measure (self, cell.text + point, strlen (cell.text) - point));
}

/* Whether a part of a title is not broken: more than this is a text of its own, which may
 * be of a script without spaces. */
static gboolean
is_kept_whole (const char *part,
               gsize       length)
{
  g_autofree char *own = g_strndup (part, length);

  return g_utf8_strlen (own, -1) == tb_cell_measure (own) || tb_cell_measure (own) <= MOST_OF_PART;
}

static double
find_longest_part (TbTablePaper *self,
                   const char   *text,
                   TbFontWeight  weight)
{
  double longest = 0;

  for (const char *part = text, *end; *part != '\0'; part = end)
    {
      g_autofree char *own = NULL;
      double width;

      end = tb_table_title_find_part_end (part);
      own = g_strchomp (g_strndup (part, (gsize) (end - part)));
      tb_table_paper_set_text (self, own, weight, -1, &width, NULL);
      if (is_kept_whole (part, (gsize) (end - part)))
        longest = MAX (longest, width);
    }

  return longest;
}

void
tb_table_paper_set_title (TbTablePaper *self,
                          const char   *title,
                          TbFontWeight  weight,
                          double        width,
                          double       *out_height)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  int height;

  tb_table_paper_set_text (self, title, weight, width, NULL, NULL);
  attributes = pango_attr_list_copy (pango_layout_get_attributes (self->layout));
  for (const char *part = title, *end; *part != '\0'; part = end)
    {
      PangoAttribute *whole = pango_attr_allow_breaks_new (FALSE);

      end = tb_table_title_find_part_end (part);
      whole->start_index = (guint) (part - title);
      whole->end_index = is_kept_whole (part, (gsize) (end - part)) ? (guint) (end - title) : whole->start_index;
      pango_attr_list_insert (attributes, whole);
    }
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_get_size (self->layout, NULL, &height);
  *out_height = (double) height / PANGO_SCALE;
}

/* The longest part of a head is not cut, and three lines are enough for most. Nor is
 * that of its band, of which a sheet may have one column alone. */
static double
find_head_width (TbTablePaper *self,
                 gsize         column)
{
  g_autofree char *title = tb_table_dup_head (self->comparison, column, self->language);
  g_autofree char *band = tb_table_dup_band (self->comparison, column, self->language);
  double width = MAX (find_longest_part (self, title, TB_WEIGHT_BOLD),
                      find_longest_part (self, band, TB_WEIGHT_REGULAR));
  double whole;

  tb_table_paper_set_text (self, title, TB_WEIGHT_BOLD, -1, &whole, NULL);

  return MAX (width, whole / LINES_OF_HEAD + TB_PAPER_TEXT_PX);
}

/**
 * tb_table_paper_measure:
 * @self: a table, its sheet and layout set
 *
 * Finds how wide names, units and columns are.
 */
void
tb_table_paper_measure (TbTablePaper *self)
{
  double room = self->paper->width - self->paper->left - self->paper->right;
  gsize n_columns = tb_comparison_get_n_columns (self->comparison);

  self->columns = g_new0 (TbPaperColumn, n_columns + 1);
  for (gsize column = 0; column < n_columns; column++)
    self->columns[column].is_of_numbers = tb_table_is_of_numbers (self->comparison, column);
  for (gsize row = 0; row < tb_comparison_get_n_rows (self->comparison); row++)
    {
      g_autofree char *name = tb_comparison_dup_row_title (self->comparison, row, self->language);
      g_autofree char *unit = tb_comparison_dup_row_unit (self->comparison, row, self->language);

      self->name_width = MAX (self->name_width, measure (self, name, strlen (name)));
      self->unit_width = MAX (self->unit_width, measure (self, unit, strlen (unit)));
      for (gsize column = 0; column < n_columns; column++)
        take_cell (self, row, column);
    }
  self->name_width = MIN (self->name_width, room * MOST_OF_NAME) + 2 * TB_PAPER_PAD_X;
  self->unit_width = MIN (self->unit_width, room * MOST_OF_UNIT) + 2 * TB_PAPER_PAD_X;
  for (gsize column = 0; column < n_columns; column++)
    {
      TbPaperColumn *entry = &self->columns[column];
      double cells = entry->before + entry->after;

      if (!entry->is_of_numbers)
        cells = MIN (cells, room * MOST_OF_WORDS);
      entry->width = MAX (cells, find_head_width (self, column)) + 2 * TB_PAPER_PAD_X;
      entry->width = MIN (entry->width, room - self->name_width - self->unit_width);
    }
}

/* Whether a change would stand on another sheet than the same in percent. */
static gboolean
parts_pair (const TbTablePaper *self,
            gsize               end)
{
  return end < tb_comparison_get_n_columns (self->comparison)
         && tb_column_get_group (tb_comparison_get_column (self->comparison, end)->kind) == TB_GROUP_CHANGES
         && !tb_table_begins_band (self->comparison, end);
}

gsize
tb_table_paper_find_end (const TbTablePaper *self,
                         gsize               first)
{
  gsize n = tb_comparison_get_n_columns (self->comparison);
  double room = self->paper->width - self->paper->left - self->paper->right - self->name_width - self->unit_width;
  gsize end = first;

  while (end < n && (end == first || self->columns[end].width <= room))
    room -= self->columns[end++].width;
  if (end > first + 1 && parts_pair (self, end))
    end--;
  return end;
}
