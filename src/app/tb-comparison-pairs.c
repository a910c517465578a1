/* Which pairs of periods the comparison table compares.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-pairs.h"

#include "tb-chart-spec.h"
#include "tb-comparison-pair-button.h"
#include "tb-wrap.h"

#include <glib/gi18n-lib.h>

struct _TbComparisonPairs
{
  AdwBin               parent_instance;

  GArray              *pairs;        /* TbComparePair: asked for */
  GArray              *periods;      /* TbPeriod, to choose from */
  GListModel          *names;        /* of them, behind a blank where there is no pair */
  TbLanguage           language;
  gboolean             has_further;
  TbComparePair        further;
  gboolean             wants_further;  /* asked for before the table told which */
  gboolean             has_added;      /* the next table has another pair */
  gboolean             has_removed;    /* the next table has one less */
  GPtrArray           *buttons;      /* TbComparisonPairButton, of several pairs; those behind are hidden */

  AdwWrapBox          *box;
  TbComparisonPeriods *periods_of_one;
  GtkLabel            *label;
  GtkButton           *add_button;
};

G_DEFINE_FINAL_TYPE (TbComparisonPairs, tb_comparison_pairs, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_FILLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
append_period (GArray  *periods,
               TbPeriod period)
{
  guint at = 0;

  if (!tb_period_is_dated (period))
    return;
  for (guint i = 0; i < periods->len; i++)
    {
      TbPeriod other = g_array_index (periods, TbPeriod, i);

      if (tb_period_equal (other, period))
        return;
      if (tb_period_compare (other, period) < 0)
        at = i + 1;
    }
  g_array_insert_val (periods, at, period);
}

/* Those of the table's figures; and those that are compared, should it have no figure of them. */
static GArray *
collect_periods (const TbComparison *comparison)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (TbPeriod));

  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    {
      const TbColumn *column = tb_comparison_get_column (comparison, i);

      if (column->kind == TB_COLUMN_FIGURE || column->kind == TB_COLUMN_ABSOLUTE)
        append_period (periods, column->period);
      if (column->kind == TB_COLUMN_ABSOLUTE)
        append_period (periods, column->base);
    }
  return periods;
}

static void
collect_pairs (TbComparisonPairs  *self,
               const TbComparison *comparison)
{
  g_array_set_size (self->pairs, 0);
  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    {
      const TbColumn *column = tb_comparison_get_column (comparison, i);
      TbComparePair pair = { column->base, column->period };

      if (column->kind == TB_COLUMN_ABSOLUTE)
        g_array_append_val (self->pairs, pair);
    }
}

static GListModel *
new_names (GArray     *periods,
           gboolean    has_blank,
           TbLanguage  language)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  if (has_blank)
    /* Translators: in place of a period, where none is chosen yet */
    gtk_string_list_append (names, _("Choose…"));
  for (guint i = 0; i < periods->len; i++)
    gtk_string_list_take (names, tb_period_label (g_array_index (periods, TbPeriod, i), language,
                                                  TB_PERIOD_LABEL_FULL));
  return G_LIST_MODEL (names);
}

static gboolean
have_same_names (GListModel *a,
                 GListModel *b)
{
  guint n = a != NULL ? g_list_model_get_n_items (a) : 0;

  if (a == NULL || n != g_list_model_get_n_items (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (a), i),
                   gtk_string_list_get_string (GTK_STRING_LIST (b), i)) != 0)
      return FALSE;
  return TRUE;
}

static void
ask (TbComparisonPairs *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
add (TbComparisonPairs *self)
{
  self->wants_further = FALSE;
  self->has_further = FALSE;
  self->has_added = TRUE;
  g_array_append_val (self->pairs, self->further);
  ask (self);
}

static void
add_cb (TbComparisonPairs *self)
{
  if (self->has_further)
    add (self);
  else
    self->wants_further = TRUE;
}

/* Two pairs do not become the same one: the other takes what this one was before. */
static void
replace (TbComparisonPairs *self,
         guint              at,
         TbComparePair      pair)
{
  TbComparePair *pairs = (TbComparePair *) (gpointer) self->pairs->data;

  for (guint i = 0; i < self->pairs->len; i++)
    if (i != at && tb_compare_pair_equal (pairs[i], pair))
      pairs[i] = pairs[at];
  pairs[at] = pair;
}

static void
one_chosen_cb (TbComparisonPairs *self)
{
  TbComparePair pair;

  if (!tb_comparison_periods_get_pair (self->periods_of_one, &pair))
    return;
  g_array_set_size (self->pairs, 1);
  g_array_index (self->pairs, TbComparePair, 0) = pair;
  ask (self);
}

static void
filled_cb (TbComparisonPairs *self)
{
  g_signal_emit (self, signals[SIGNAL_FILLED], 0);
}

static void
button_chosen_cb (TbComparisonPairs      *self,
                  TbComparisonPairButton *button)
{
  TbComparePair pair;
  guint at;

  if (!g_ptr_array_find (self->buttons, button, &at) || at >= self->pairs->len
      || !tb_comparison_pair_button_get_pair (button, &pair))
    return;
  replace (self, at, pair);
  ask (self);
}

static void
button_removed_cb (TbComparisonPairs      *self,
                   TbComparisonPairButton *button)
{
  guint at;

  if (!g_ptr_array_find (self->buttons, button, &at) || at >= self->pairs->len)
    return;
  self->has_removed = TRUE;
  g_array_remove_index (self->pairs, at);
  ask (self);
}

static TbComparisonPairButton *
take_button (TbComparisonPairs *self,
             guint              at)
{
  GtkWidget *before = at > 0 ? g_ptr_array_index (self->buttons, at - 1) : GTK_WIDGET (self->label);
  GtkWidget *button;

  if (at < self->buttons->len)
    return g_ptr_array_index (self->buttons, at);
  button = tb_comparison_pair_button_new ();
  g_signal_connect_object (button, "chosen", G_CALLBACK (button_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "removed", G_CALLBACK (button_removed_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_insert_child_after (self->box, button, before);
  g_ptr_array_add (self->buttons, button);
  return TB_COMPARISON_PAIR_BUTTON (button);
}

static void
show_pairs (TbComparisonPairs *self)
{
  guint n = self->pairs->len > 1 ? self->pairs->len : 0;

  gtk_widget_set_visible (GTK_WIDGET (self->label), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->periods_of_one), n == 0);
  for (guint i = 0; i < MAX (n, self->buttons->len); i++)
    {
      if (i < n)
        tb_comparison_pair_button_set (take_button (self, i), self->periods, self->names,
                                       &g_array_index (self->pairs, TbComparePair, i), self->language);
      gtk_widget_set_visible (g_ptr_array_index (self->buttons, i), i < n);
    }
  if (n == 0)
    tb_comparison_periods_set (self->periods_of_one, self->periods, self->names,
                               self->pairs->len > 0 ? &g_array_index (self->pairs, TbComparePair, 0) : NULL);
}

/* With one pair nothing is there that can not be used; beside several the button stays,
 * and says why it can not. */
static void
update_add_button (TbComparisonPairs *self)
{
  gboolean is_full = self->pairs->len >= TB_CHART_MOST_PAIRS;
  gboolean can_add = self->has_further && !is_full;
  g_autofree char *full = g_strdup_printf (_("A table compares %d pairs of periods at most"), TB_CHART_MOST_PAIRS);

  gtk_widget_set_visible (GTK_WIDGET (self->add_button), self->pairs->len > 0 && (can_add || self->pairs->len > 1));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), can_add);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button),
                               is_full   ? full
                               : can_add ? _("Compare two more periods")
                                         : _("All periods are compared with each other"));
}

/* To what was added; to where another one can be added, when the button of the one that
 * had the focus is gone. */
static void
move_focus (TbComparisonPairs *self)
{
  if (self->has_added && self->pairs->len > 1)
    gtk_widget_grab_focus (g_ptr_array_index (self->buttons, self->pairs->len - 1));
  else if (self->has_removed)
    gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
  self->has_added = self->has_removed = FALSE;
}

static void
tb_comparison_pairs_dispose (GObject *object)
{
  TbComparisonPairs *self = TB_COMPARISON_PAIRS (object);

  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  /* Else the bin would let go of a child that the template has freed. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TB_TYPE_COMPARISON_PAIRS);
  g_clear_object (&self->names);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->pairs, g_array_unref);
  G_OBJECT_CLASS (tb_comparison_pairs_parent_class)->dispose (object);
}

static void
tb_comparison_pairs_class_init (TbComparisonPairsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_comparison_pairs_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TB_TYPE_COMPARISON_PAIRS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_FILLED] = g_signal_new ("filled", TB_TYPE_COMPARISON_PAIRS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  g_type_ensure (TB_TYPE_COMPARISON_PERIODS);
  g_type_ensure (TB_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-comparison-pairs.ui");
  gtk_widget_class_bind_template_child (widget_class, TbComparisonPairs, box);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonPairs, periods_of_one);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonPairs, label);
  gtk_widget_class_bind_template_child (widget_class, TbComparisonPairs, add_button);
  gtk_widget_class_bind_template_callback (widget_class, one_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, filled_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
tb_comparison_pairs_init (TbComparisonPairs *self)
{
  self->pairs = g_array_new (FALSE, FALSE, sizeof (TbComparePair));
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tb_comparison_pairs_set_comparison (TbComparisonPairs   *self,
                                    const TbComparison  *comparison,
                                    const TbComparePair *further,
                                    TbLanguage           language)
{
  g_autoptr (GListModel) names = NULL;

  g_return_if_fail (TB_IS_COMPARISON_PAIRS (self));

  collect_pairs (self, comparison);
  g_clear_pointer (&self->periods, g_array_unref);
  self->periods = collect_periods (comparison);
  self->language = language;
  names = new_names (self->periods, self->pairs->len == 0, language);
  /* Choosers are not filled again with what they have. */
  if (!have_same_names (self->names, names))
    g_set_object (&self->names, names);
  self->has_further = further != NULL;
  if (further != NULL)
    self->further = *further;
  show_pairs (self);
  update_add_button (self);
  move_focus (self);
  if (self->wants_further && self->has_further && self->pairs->len < TB_CHART_MOST_PAIRS)
    add (self);
  self->wants_further = FALSE;
}

const TbComparePair *
tb_comparison_pairs_get (TbComparisonPairs *self,
                         gsize             *out_n)
{
  *out_n = self->pairs->len;
  return (const TbComparePair *) (gpointer) self->pairs->data;
}

gboolean
tb_comparison_pairs_has_change (TbComparisonPairs *self)
{
  return self->pairs->len > 0;
}

guint
tb_comparison_pairs_get_n_periods (TbComparisonPairs *self)
{
  return self->periods != NULL ? self->periods->len : 0;
}

gboolean
tb_comparison_pairs_is_busy (TbComparisonPairs *self)
{
  return tb_comparison_periods_is_busy (self->periods_of_one);
}
