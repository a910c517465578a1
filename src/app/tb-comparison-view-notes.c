/* What the comparison view says around its table: what is refused, and what marks mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-view-private.h"

#include "tb-banner.h"

#include <glib/gi18n-lib.h>

/* The pairs of periods that no row can be compared over; NULL: none. */
static char *
dup_refused_pairs (TbComparisonView *self)
{
  TbLanguage language = tb_session_get_language (self->session);
  g_autoptr (GString) pairs = g_string_new (NULL);

  for (gsize i = 0; i < self->survey->n_columns; i++)
    {
      const TbColumn *column = tb_comparison_get_column (self->comparison, i);
      const TbRefusals *refusals = column->kind == TB_COLUMN_ABSOLUTE
                                     ? &self->survey->of_pairs[self->survey->columns[i].pair] : NULL;
      g_autofree char *pair = NULL;

      if (refusals == NULL || refusals->n_refused < refusals->n_rows)
        continue;
      if (self->survey->n_pairs == 1)
        return tb_refusals_dup_text (refusals, language);
      pair = tb_compare_pair_dup_label ((TbComparePair) { column->base, column->period }, language);
      g_string_append_printf (pairs, "%s%s", pairs->len > 0 ? C_("list", "; ") : "", pair);
    }
  if (pairs->len == 0)
    return NULL;
  /* Translators: %s is one pair of periods or several: "2019 to 2020; 2020 to 2021" */
  return g_strdup_printf (_("No row can be compared over %s. The letters in the cells say why."), pairs->str);
}

/* Says above the table why none of its figures is compared; of single rows the
 * legend tells. */
static void
update_refusals (TbComparisonView *self)
{
  gboolean has_change = tb_comparison_pairs_has_change (self->pairs_bar);
  g_autofree char *text = NULL;

  if (!has_change && tb_comparison_pairs_get_n_periods (self->pairs_bar) > 1)
    text = g_strdup (_("No two of these figures can be compared as they are. Choose two periods to read why."));
  else if (has_change)
    text = dup_refused_pairs (self);
  tb_banner_tell (self->refusal_banner, text);
}

/* Those who do not see below the table which rows have no total hear it. */
static void
tell_totals (TbComparisonView *self,
             const char       *no_total)
{
  if (self->tells_totals && no_total != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->table), no_total, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  self->tells_totals = FALSE;
}

/* B-8: which rows have no total, and why; then what the marks mean. */
static void
update_legend (TbComparisonView *self)
{
  g_autofree char *legend = tb_shown_table_dup_legend (tb_comparison_grid_get_table (self->table));
  g_autofree char *no_total = tb_comparison_dup_no_total (self->comparison, tb_session_get_language (self->session));
  g_autofree char *escaped = no_total != NULL ? g_markup_escape_text (no_total, -1) : NULL;
  g_autofree char *text = escaped != NULL && legend != NULL ? g_strconcat (escaped, "\n", legend, NULL)
                                                            : g_strdup (escaped != NULL ? escaped : legend);

  gtk_label_set_markup (self->legend, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->legend), text != NULL);
  tell_totals (self, no_total);
}

void
tb_comparison_view_update_notes (TbComparisonView *self)
{
  update_refusals (self);
  update_legend (self);
}
