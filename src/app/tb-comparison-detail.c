/* What the cell with the cursor says, below the comparison table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-detail.h"

#include "tb-comparison-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The first of several lines names the row. */
static void
embolden_title (GtkLabel   *label,
                const char *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *end = strchr (text, '\n');

  if (end != NULL)
    {
      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      weight->start_index = 0;
      weight->end_index = (guint) (end - text);
      pango_attr_list_insert (attributes, weight);
    }
  gtk_label_set_attributes (label, attributes);
}

static char *
dup_text (TbComparisonGrid *grid,
          int               row,
          guint             position)
{
  const TbShownTable *table = tb_comparison_grid_get_table (grid);
  const TbShownColumn *column = tb_comparison_grid_get_shown (grid, position);

  if (row < 0)
    return g_strdup (column->title);
  return tb_comparison_words_dup_detail (table->comparison, tb_comparison_grid_get_order (grid)->rows[row],
                                         column->index, table->language);
}

/**
 * tb_comparison_detail_show:
 * @label: where it is told
 * @grid: a table
 *
 * Tells what has the cursor. It stays until something else has it, so that it can be
 * read and copied.
 */
void
tb_comparison_detail_show (GtkLabel         *label,
                           TbComparisonGrid *grid)
{
  g_autofree char *text = NULL;
  guint position;
  int row;

  if (tb_comparison_grid_get_cursor (grid, &row, &position) && position < tb_comparison_grid_get_n_shown (grid))
    text = dup_text (grid, row, position);
  if (text == NULL)
    {
      tb_comparison_detail_clear (label);
      return;
    }
  embolden_title (label, text);
  gtk_label_set_text (label, text);
  gtk_widget_remove_css_class (GTK_WIDGET (label), "dimmed");
}

void
tb_comparison_detail_clear (GtkLabel *label)
{
  gtk_label_set_attributes (label, NULL);
  gtk_label_set_text (label, _("Go to a row or a cell to read what it says."));
  gtk_widget_add_css_class (GTK_WIDGET (label), "dimmed");
}
