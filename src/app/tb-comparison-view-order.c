/* Which rows the comparison view shows, and in which order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-view-private.h"

#include <glib/gi18n-lib.h>

const char *
tb_comparison_view_get_words (TbComparisonView *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return gtk_widget_get_visible (GTK_WIDGET (self->search)) && *words != '\0' ? words : NULL;
}

char *
tb_comparison_view_dup_caption (TbComparisonView *self)
{
  TbComparisonOrder *order = tb_comparison_grid_get_order (self->table);
  const char *words = tb_comparison_view_get_words (self);
  gsize n = self->comparison != NULL ? tb_comparison_get_n_rows (self->comparison) : 0;

  if (words == NULL || order == NULL)
    return NULL;
  /* Translators: %1$zu rows are shown of %2$zu, those found by the words %3$s */
  return g_strdup_printf (ngettext ("%1$zu of %2$zu row: “%3$s”", "%1$zu of %2$zu rows: “%3$s”", n), order->n, n,
                          words);
}

void
tb_comparison_view_update_caption (TbComparisonView *self)
{
  g_autofree char *text = tb_comparison_view_dup_caption (self);

  gtk_label_set_text (self->caption, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), text != NULL);
}

/* Those who do not see the rows change places hear it. */
static void
tell_order (TbComparisonView *self)
{
  GPtrArray *columns = tb_comparison_grid_get_columns (self->table);
  const TbShownColumn *column = self->sort_key != NULL ? tb_shown_columns_find (columns, self->sort_key) : NULL;
  g_autofree char *text = NULL;

  if (column == NULL)
    text = g_strdup (_("In the original order"));
  else if (self->is_descending)
    /* Translators: rows of a table; %s is the title of a column */
    text = g_strdup_printf (_("Sorted by “%s”, descending"), column->title);
  else
    /* Translators: rows of a table; %s is the title of a column */
    text = g_strdup_printf (_("Sorted by “%s”, ascending"), column->title);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->table), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
ordered_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TbComparisonView) self = user_data;
  g_autoptr (TbComparisonOrder) order = tb_comparison_order_finish (result, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->ordering || self->session == NULL)
    return;
  g_clear_object (&self->ordering);
  if (order == NULL)
    return;
  tb_comparison_grid_set_order (self->table, order, self->sort_key, self->is_descending);
  tb_comparison_view_update_caption (self);
  if (self->tells_order)
    tell_order (self);
  self->tells_order = FALSE;
  tb_comparison_view_emit_ready (self);
}

void
tb_comparison_view_drop_order (TbComparisonView *self)
{
  g_cancellable_cancel (self->ordering);
  g_clear_object (&self->ordering);
}

void
tb_comparison_view_start_order (TbComparisonView *self)
{
  const TbShownColumn *column = NULL;
  int index = TB_COMPARISON_UNSORTED;

  tb_comparison_view_drop_order (self);
  if (self->comparison == NULL)
    return;
  if (self->sort_key != NULL)
    column = tb_shown_columns_find (tb_comparison_grid_get_columns (self->table), self->sort_key);
  if (column != NULL && column->can_sort)
    index = column->index == TB_COLUMN_OF_NAMES ? TB_COMPARISON_BY_NAME : column->index;
  else
    g_clear_pointer (&self->sort_key, g_free);
  self->ordering = g_cancellable_new ();
  tb_comparison_order_start (self->comparison, index, self->is_descending, tb_comparison_view_get_words (self),
                             tb_session_get_language (self->session), self->ordering, ordered_cb, g_object_ref (self));
}
