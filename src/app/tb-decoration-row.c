/* A decoration of a figure, with all that can be set of it.
 *
 * Which rows there are is what tb_decoration_takes() says of its kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-decoration-row.h"

#include "tb-choice-row.h"
#include "tb-row-said.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _TbDecorationRow
{
  AdwExpanderRow  parent_instance;

  TbDecoration   *decoration;
  GPtrArray      *keys;         /* of char*: the series that can be chosen */
  GArray         *ends;         /* of TbAttachment: the figures that can be chosen */
  gboolean        is_updating;

  TbChoiceRow    *series_row;
  TbChoiceRow    *from_row;
  TbChoiceRow    *to_row;
  TbChoiceRow    *show_row;
  AdwEntryRow    *value_row;
  AdwEntryRow    *text_row;
};

G_DEFINE_FINAL_TYPE (TbDecorationRow, tb_decoration_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const role_titles[TB_N_ATTACH_ROLES] = {
  [TB_ATTACH_NONE] = N_("All Figures"),
  [TB_ATTACH_FIRST] = N_("First Figure"),
  [TB_ATTACH_LAST] = N_("Last Figure"),
  [TB_ATTACH_LOWEST] = N_("Lowest Figure"),
  [TB_ATTACH_HIGHEST] = N_("Highest Figure"),
  [TB_ATTACH_YEAR_BEFORE] = N_("Same Period a Year Before"),
};

static const char *const show_titles[TB_N_DIFFERENCE_SHOWS] = {
  [TB_DIFFERENCE_BOTH] = N_("Amount and Percent"),
  [TB_DIFFERENCE_ABSOLUTE] = N_("Amount"),
  [TB_DIFFERENCE_RELATIVE] = N_("Percent"),
};

static guint
takes (TbDecorationRow *self)
{
  return tb_decoration_takes (self->decoration->kind);
}

static void
tell_changed (TbDecorationRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
series_chosen_cb (TbDecorationRow *self,
                  guint            position)
{
  if (position < self->keys->len)
    g_set_str (&self->decoration->series, g_ptr_array_index (self->keys, position));
  tell_changed (self);
}

static void
from_chosen_cb (TbDecorationRow *self,
                guint            position)
{
  if (position < self->ends->len)
    self->decoration->from = g_array_index (self->ends, TbAttachment, position);
  tell_changed (self);
}

static void
to_chosen_cb (TbDecorationRow *self,
              guint            position)
{
  if (position < self->ends->len)
    self->decoration->to = g_array_index (self->ends, TbAttachment, position);
  tell_changed (self);
}

static void
show_chosen_cb (TbDecorationRow *self,
                guint            position)
{
  self->decoration->show = (TbDifferenceShow) position;
  tell_changed (self);
}

/* A text may be empty where the data make one; what needs one keeps the last. */
static void
text_changed_cb (TbDecorationRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text_row));
  gboolean is_wanting = text[0] == '\0' && (takes (self) & TB_NEEDS_TEXT) != 0;

  tb_row_set_wrong (self->text_row, is_wanting);
  if (self->is_updating || is_wanting)
    return;
  g_set_str (&self->decoration->text, text[0] != '\0' ? text : NULL);
  tell_changed (self);
}

static void
value_applied_cb (TbDecorationRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->value_row));
  char *end;
  double value = g_ascii_strtod (text, &end);
  gboolean is_number = end != text && *end == '\0' && isfinite (value);

  tb_row_set_wrong (self->value_row, !is_number);
  if (!is_number || self->is_updating)
    return;
  self->decoration->value = value;
  tell_changed (self);
}

static void
remove_cb (TbDecorationRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
fill_series (TbDecorationRow        *self,
             const TbInspectorFacts *facts,
             TbLanguage              language)
{
  TbSelection *selection = facts != NULL ? facts->picture->selection : NULL;
  gsize n = selection != NULL ? tb_selection_get_n (selection) : 0;
  g_autoptr (GListStore) choices = g_list_store_new (TB_TYPE_CHOICE);
  guint chosen = self->decoration->series == NULL ? 0 : GTK_INVALID_LIST_POSITION;

  g_ptr_array_set_size (self->keys, 0);
  for (gsize i = 0; i < n; i++)
    {
      const TbSeries *series = tb_selection_get (selection, i)->series;
      g_autofree char *name = tb_series_dup_name (series, language, TRUE);
      g_autoptr (TbChoice) choice = tb_choice_new (name, NULL, FALSE);
      char *key = tb_series_dup_key (series);

      if (g_strcmp0 (key, self->decoration->series) == 0)
        chosen = (guint) i;
      g_ptr_array_add (self->keys, key);
      g_list_store_append (choices, choice);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->series_row), n > 1 && (takes (self) & TB_TAKES_SERIES) != 0);
  tb_choice_row_set_choices (self->series_row, G_LIST_MODEL (choices), chosen);
}

/* Roles, found anew in fresh data, before the periods. */
static void
list_ends (TbDecorationRow        *self,
           const TbInspectorFacts *facts)
{
  gboolean needs_place = (takes (self) & TB_NEEDS_PLACE) != 0;
  gboolean has_whole = (takes (self) & TB_TAKES_PLACE) != 0 && !needs_place
                       && (self->decoration->kind != TB_DECORATION_HIGHLIGHT || self->keys->len > 1);

  g_array_set_size (self->ends, 0);
  for (int role = TB_ATTACH_NONE; role < TB_ATTACH_PERIOD && (takes (self) & TB_PERIODS_ALONE) == 0; role++)
    {
      TbAttachment end = { (TbAttachRole) role, TB_PERIOD_UNDATED };

      if ((role != TB_ATTACH_NONE || has_whole)
          && (role != TB_ATTACH_YEAR_BEFORE || (takes (self) & TB_TAKES_ENDS) != 0))
        g_array_append_val (self->ends, end);
    }
  for (guint i = 0; facts != NULL && i < facts->shown->len; i++)
    {
      TbAttachment end = { TB_ATTACH_PERIOD, g_array_index (facts->shown, TbPeriod, i) };

      g_array_append_val (self->ends, end);
    }
}

static char *
dup_end_title (const TbAttachment *end,
               TbLanguage          language)
{
  return end->role == TB_ATTACH_PERIOD ? tb_period_label (end->period, language, TB_PERIOD_LABEL_FULL)
                                       : g_strdup (_(role_titles[end->role]));
}

static gboolean
is_same_end (const TbAttachment *a,
             const TbAttachment *b)
{
  return a->role == b->role && (a->role != TB_ATTACH_PERIOD || tb_period_equal (a->period, b->period));
}

static void
fill_end (TbDecorationRow    *self,
          TbChoiceRow        *row,
          const TbAttachment *current,
          TbAttachRole        usual,
          TbLanguage          language)
{
  TbAttachment meant = *current;
  g_autoptr (GListStore) choices = g_list_store_new (TB_TYPE_CHOICE);
  guint chosen = GTK_INVALID_LIST_POSITION;

  if (meant.role == TB_ATTACH_NONE && (takes (self) & TB_TAKES_ENDS) != 0)
    meant.role = usual;
  for (guint i = 0; i < self->ends->len; i++)
    {
      const TbAttachment *end = &g_array_index (self->ends, TbAttachment, i);
      g_autofree char *title = dup_end_title (end, language);
      g_autoptr (TbChoice) choice = tb_choice_new (title, NULL, FALSE);

      if (is_same_end (end, &meant))
        chosen = i;
      g_list_store_append (choices, choice);
    }
  tb_choice_row_set_choices (row, G_LIST_MODEL (choices), chosen);
}

static void
fill_ends (TbDecorationRow        *self,
           const TbInspectorFacts *facts,
           TbLanguage              language)
{
  gboolean has_ends = (takes (self) & TB_TAKES_ENDS) != 0;

  list_ends (self, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->from_row), (takes (self) & (TB_TAKES_ENDS | TB_TAKES_PLACE)) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->to_row), has_ends);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->from_row),
                                 has_ends ? C_("first end of an arrow or span", "From")
                                          : C_("figure that a decoration stands at", "At"));
  fill_end (self, self->from_row, &self->decoration->from, TB_ATTACH_FIRST, language);
  if (has_ends)
    fill_end (self, self->to_row, &self->decoration->to, TB_ATTACH_LAST, language);
}

static void
fill_show (TbDecorationRow *self)
{
  g_autoptr (GListStore) choices = g_list_store_new (TB_TYPE_CHOICE);

  gtk_widget_set_visible (GTK_WIDGET (self->show_row), (takes (self) & TB_TAKES_SHOW) != 0);
  for (gsize i = 0; i < TB_N_DIFFERENCE_SHOWS; i++)
    {
      g_autoptr (TbChoice) choice = tb_choice_new (_(show_titles[i]), NULL, FALSE);

      g_list_store_append (choices, choice);
    }
  tb_choice_row_set_choices (self->show_row, G_LIST_MODEL (choices), self->decoration->show);
}

static void
fill_entries (TbDecorationRow *self)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  const char *text = self->decoration->text != NULL ? self->decoration->text : "";

  gtk_widget_set_visible (GTK_WIDGET (self->value_row), (takes (self) & TB_TAKES_VALUE) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->text_row), (takes (self) & TB_TAKES_TEXT) != 0);
  g_ascii_formatd (number, sizeof number, "%.12g", self->decoration->value);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->value_row)), number) != 0)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->value_row), number);
      tb_row_set_wrong (self->value_row, FALSE);
    }
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->text_row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->text_row), text);
}

/* What tells it from others of its kind. */
static void
write_subtitle (TbDecorationRow *self,
                TbLanguage       language)
{
  const TbDecoration *decoration = self->decoration;
  g_autofree char *end = NULL;
  guint series = tb_choice_row_get_chosen (self->series_row);

  if (decoration->text != NULL)
    end = g_strdup (decoration->text);
  else if ((takes (self) & TB_TAKES_VALUE) != 0)
    end = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->value_row)));
  else if (gtk_widget_get_visible (GTK_WIDGET (self->series_row)) && decoration->from.role == TB_ATTACH_NONE
           && series != GTK_INVALID_LIST_POSITION)
    {
      g_autoptr (TbChoice) choice = g_list_model_get_item (tb_choice_row_get_choices (self->series_row), series);

      end = g_strdup (choice != NULL ? tb_choice_get_title (choice) : NULL);
    }
  else if (decoration->from.role != TB_ATTACH_NONE)
    end = dup_end_title (&decoration->from, language);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), end != NULL ? end : "");
}

static void
tb_decoration_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TB_TYPE_DECORATION_ROW);
  G_OBJECT_CLASS (tb_decoration_row_parent_class)->dispose (object);
}

static void
tb_decoration_row_finalize (GObject *object)
{
  TbDecorationRow *self = TB_DECORATION_ROW (object);

  tb_decorations_free (self->decoration, 1);
  g_ptr_array_unref (self->keys);
  g_array_unref (self->ends);
  G_OBJECT_CLASS (tb_decoration_row_parent_class)->finalize (object);
}

static void
tb_decoration_row_class_init (TbDecorationRowClass *klass)
{
  static const char *const names[N_SIGNALS] = { "changed", "removed" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_decoration_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tb_decoration_row_finalize;
  for (gsize i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], TB_TYPE_DECORATION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               0);
  g_type_ensure (TB_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-decoration-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TbDecorationRow, series_row);
  gtk_widget_class_bind_template_child (widget_class, TbDecorationRow, from_row);
  gtk_widget_class_bind_template_child (widget_class, TbDecorationRow, to_row);
  gtk_widget_class_bind_template_child (widget_class, TbDecorationRow, show_row);
  gtk_widget_class_bind_template_child (widget_class, TbDecorationRow, value_row);
  gtk_widget_class_bind_template_child (widget_class, TbDecorationRow, text_row);
  gtk_widget_class_bind_template_callback (widget_class, series_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, from_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
tb_decoration_row_init (TbDecorationRow *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->ends = g_array_new (FALSE, FALSE, sizeof (TbAttachment));
  self->decoration = g_new0 (TbDecoration, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tb_decoration_row_new:
 * @kind: of the decoration, for good
 *
 * Returns: (transfer floating): a row to be updated
 */
TbDecorationRow *
tb_decoration_row_new (TbDecorationKind kind)
{
  TbDecorationRow *self = g_object_new (TB_TYPE_DECORATION_ROW, NULL);

  self->decoration->kind = kind;
  return self;
}

/**
 * tb_decoration_row_update:
 * @self: a row
 * @decoration: of the row's kind; copied
 * @facts: (nullable): which series and periods there are
 * @language: the reader's
 *
 * Shows a decoration. Nothing is emitted.
 */
void
tb_decoration_row_update (TbDecorationRow        *self,
                          const TbDecoration     *decoration,
                          const TbInspectorFacts *facts,
                          TbLanguage              language)
{
  TbDecoration *copy = tb_decorations_copy (decoration, 1);
  g_autofree char *title = g_strdup (tb_decoration_kind_word (decoration->kind, language));

  g_return_if_fail (TB_IS_DECORATION_ROW (self));

  tb_decorations_free (self->decoration, 1);
  self->decoration = copy;
  self->is_updating = TRUE;
  title[0] = g_ascii_toupper (title[0]);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  fill_series (self, facts, language);
  fill_ends (self, facts, language);
  fill_show (self);
  fill_entries (self);
  write_subtitle (self, language);
  self->is_updating = FALSE;
}

const TbDecoration *
tb_decoration_row_get (TbDecorationRow *self)
{
  g_return_val_if_fail (TB_IS_DECORATION_ROW (self), NULL);

  return self->decoration;
}
