/* What a cell of the comparison table shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-look.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
take_figure (TbCellLook         *self,
             const TbComparison *comparison,
             gsize               row,
             gsize               column)
{
  gssize figure = tb_comparison_get_figure (comparison, row, column);
  g_autofree char *letters = NULL;
  TbObservation o;

  if (figure < 0)
    return;
  tb_series_get (tb_comparison_get_series (comparison, row), (gsize) figure, &o);
  if (o.status == 0)
    return;
  letters = tb_status_to_letters (o.status);
  g_strlcpy (self->marks, letters, sizeof self->marks);
}

static void
take_change (TbCellLook          *self,
             const TbShownTable  *table,
             const TbShownColumn *column,
             gsize                row)
{
  gsize index = (gsize) column->index;
  double reach = column->survey->reach;
  double number;

  if (self->is_refused && tb_comparison_get_column (table->comparison, index)->kind == TB_COLUMN_ABSOLUTE)
    tb_refusals_write_letter (&table->survey->refusals, tb_comparison_get_verdict (table->comparison, row, index).codes,
                              self->marks, sizeof self->marks);
  if (self->is_refused || isnan (reach))
    return;
  number = tb_comparison_get_number (table->comparison, row, index) / reach;
  if (isnan (number))
    return;
  self->is_cut = fabs (number) > 1;
  self->bar = CLAMP (number, -1, 1);
  self->tone = tb_comparison_get_tone (table->comparison, row, index);
}

static void
take_completion (TbCellLook         *self,
                 const TbComparison *comparison,
                 gsize               row,
                 gsize               column)
{
  TbStanding standing;
  double number;

  if (self->is_refused)
    return;
  number = tb_comparison_get_number (comparison, row, column) / 100;
  if (isnan (number) || number < 0)
    return;
  standing = tb_comparison_get_standing (comparison, row);
  self->is_progress = TRUE;
  self->bar = MIN (number, 1);
  self->is_cut = number > 1;
  self->tick = isnan (standing.elapsed) ? NAN : CLAMP (standing.elapsed / 100, 0, 1);
}

static void
take_cell (TbCellLook          *self,
           const TbShownTable  *table,
           const TbShownColumn *column,
           gsize                row)
{
  gsize index = (gsize) column->index;
  TbColumnKind kind = tb_comparison_get_column (table->comparison, index)->kind;

  self->text = tb_comparison_dup_cell (table->comparison, row, index, table->language);
  self->is_refused = tb_comparison_words_is_refused (table->comparison, index, self->text);
  if (kind == TB_COLUMN_FIGURE)
    take_figure (self, table->comparison, row, index);
  else if (kind == TB_COLUMN_ABSOLUTE || kind == TB_COLUMN_RELATIVE)
    take_change (self, table, column, row);
  else if (kind == TB_COLUMN_COMPLETION)
    take_completion (self, table->comparison, row, index);
}

/**
 * tb_cell_look_init:
 * @self: (out): where to write
 * @table: what is shown
 * @column: one of its columns
 * @row: a row of the comparison
 *
 * Finds what a cell shows.
 */
void
tb_cell_look_init (TbCellLook          *self,
                   const TbShownTable  *table,
                   const TbShownColumn *column,
                   gsize                row)
{
  *self = (TbCellLook) { .bar = NAN, .tick = NAN };
  if (column->index >= 0)
    take_cell (self, table, column, row);
  else if (column->index == TB_COLUMN_OF_NAMES)
    self->text = tb_comparison_dup_row_title (table->comparison, row, table->language);
  else if (column->index == TB_COLUMN_OF_UNITS)
    self->text = tb_comparison_dup_row_unit (table->comparison, row, table->language);
  else
    self->text = g_strdup ("");
}

void
tb_cell_look_clear (TbCellLook *self)
{
  g_clear_pointer (&self->text, g_free);
}

static void
append_item (GString    *text,
             const char *item)
{
  if (text->len > 0)
    g_string_append (text, "  ·  ");
  g_string_append (text, item);
}

/**
 * tb_shown_table_dup_legend:
 * @table: what is shown
 *
 * Says what the letters behind the cells stand for: status codes, and why rows are
 * not compared; and what the fill of a bar says (B-7).
 *
 * Returns: (transfer full) (nullable): a line of Pango markup; %NULL where there is nothing to say
 */
char *
tb_shown_table_dup_legend (const TbShownTable *table)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *letters = tb_status_to_letters (table->survey->status);

  for (const char *c = letters; *c != '\0'; c++)
    {
      /* Translators: a letter of the legend and what it stands for: "P provisional"; keep <b> and </b> */
      g_autofree char *item = g_strdup_printf (C_("legend", "<b>%.1s</b> %s"), c, tb_status_word (*c, table->language));

      append_item (text, item);
    }
  tb_refusals_append_legend (&table->survey->refusals, text, table->language);
  if (table->survey->has_tones)
    append_item (text, _("Bars: filled for the better, hatched for the worse, outlined for neither"));
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}
