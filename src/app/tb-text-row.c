/* A row with a text of a figure, which the data make unless someone writes another.
 *
 * The automatic text stands in the field, to begin with. An empty field leaves the
 * part out; a button brings the automatic text back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-text-row.h"

#include "tb-toast.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More than fits a page; what is pasted beyond is left out. */
#define MOST_CHARACTERS 4000

struct _TbTextRow
{
  AdwPreferencesRow  parent_instance;

  char              *text;        /* nullable: the automatic one holds */
  char              *automatic;
  gboolean           is_setting;  /* the buffer is being filled by us */

  GtkLabel          *state;
  GtkButton         *reset_button;
  GtkTextView       *view;
  GtkTextBuffer     *buffer;
};

G_DEFINE_FINAL_TYPE (TbTextRow, tb_text_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_buffer (TbTextRow *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static void
update_state (TbTextRow *self)
{
  gboolean is_out = self->text != NULL && self->text[0] == '\0';
  gboolean is_empty = self->text == NULL && (self->automatic == NULL || self->automatic[0] == '\0');

  gtk_widget_set_visible (GTK_WIDGET (self->reset_button), self->text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->state), self->text == NULL || is_out);
  if (is_out)
    /* Translators: of a text of the figure that is empty */
    gtk_label_set_text (self->state, _("Left Out"));
  else
    /* Translators: of a text of the figure: nothing, or one that the program writes */
    gtk_label_set_text (self->state, is_empty ? C_("text", "None") : C_("text", "Automatic"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      gtk_widget_get_visible (GTK_WIDGET (self->state)) ? gtk_label_get_text (self->state) : "", -1);
}

/* The cursor stays where the text is the same. */
static void
fill_buffer (TbTextRow *self)
{
  const char *wanted = self->text != NULL ? self->text : self->automatic != NULL ? self->automatic : "";
  g_autofree char *now = dup_buffer (self);

  if (g_str_equal (now, wanted))
    return;
  self->is_setting = TRUE;
  gtk_text_buffer_set_text (self->buffer, wanted, -1);
  self->is_setting = FALSE;
}

static void
changed_cb (TbTextRow *self)
{
  g_autofree char *now = NULL;

  if (self->is_setting)
    return;
  now = dup_buffer (self);
  g_free (self->text);
  self->text = g_strcmp0 (now, self->automatic) == 0 ? NULL : g_steal_pointer (&now);
  update_state (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
reset_cb (TbTextRow *self)
{
  g_clear_pointer (&self->text, g_free);
  fill_buffer (self);
  update_state (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* Control characters are no text; a figure breaks its lines by itself. */
static char *
dup_clean (const char *text,
           gsize       length,
           gsize       most,
           gboolean   *out_stripped)
{
  GString *clean = g_string_new (NULL);
  gsize n = 0;

  *out_stripped = FALSE;
  for (const char *c = text; c < text + length; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);

      if (u == '\n' || u == '\t' || u == 0x2028 || u == 0x2029)
        u = ' ';
      if (g_unichar_iscntrl (u) || n == most)
        *out_stripped = *out_stripped || u != '\r';
      else
        {
          g_string_append_unichar (clean, u);
          n++;
        }
    }
  return g_string_free_and_steal (clean);
}

static void
tell_stripped (TbTextRow *self)
{
  const char *text = _("Characters that cannot be shown were left out");
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (toasts != NULL)
    tb_toast_tell (ADW_TOAST_OVERLAY (toasts), text);
}

static void
insert_cb (TbTextRow   *self,
           GtkTextIter *at,
           const char  *text,
           int          length)
{
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  int n_there = gtk_text_buffer_get_char_count (self->buffer);
  g_autofree char *clean = NULL;
  gboolean stripped;

  if (self->is_setting)
    return;
  clean = dup_clean (text, n_bytes, (gsize) MAX (MOST_CHARACTERS - n_there, 0), &stripped);
  if (strlen (clean) == n_bytes && strncmp (clean, text, n_bytes) == 0)
    return;
  g_signal_stop_emission_by_name (self->buffer, "insert-text");
  if (clean[0] != '\0')
    gtk_text_buffer_insert (self->buffer, at, clean, -1);
  if (stripped)
    tell_stripped (self);
}

static void
tb_text_row_finalize (GObject *object)
{
  g_free (TB_TEXT_ROW (object)->text);
  g_free (TB_TEXT_ROW (object)->automatic);
  G_OBJECT_CLASS (tb_text_row_parent_class)->finalize (object);
}

static void
tb_text_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TB_TYPE_TEXT_ROW);
  G_OBJECT_CLASS (tb_text_row_parent_class)->dispose (object);
}

static void
tb_text_row_class_init (TbTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_text_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = tb_text_row_finalize;
  /**
   * TbTextRow::edited:
   *
   * The user wrote something, or brought the automatic text back.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", TB_TYPE_TEXT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TbTextRow, state);
  gtk_widget_class_bind_template_child (widget_class, TbTextRow, reset_button);
  gtk_widget_class_bind_template_child (widget_class, TbTextRow, view);
  gtk_widget_class_bind_template_child (widget_class, TbTextRow, buffer);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
tb_text_row_init (TbTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The one field to write in is the stop of the keyboard. */
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * tb_text_row_set_texts:
 * @self: a row
 * @text: (nullable): what was written; %NULL: nothing, the automatic text holds
 * @automatic: (nullable): what is made from the data; %NULL: not known yet
 *
 * Shows a text. Nothing is emitted.
 */
void
tb_text_row_set_texts (TbTextRow  *self,
                       const char *text,
                       const char *automatic)
{
  g_return_if_fail (TB_IS_TEXT_ROW (self));

  g_set_str (&self->text, text);
  g_set_str (&self->automatic, automatic);
  fill_buffer (self);
  update_state (self);
}

const char *
tb_text_row_get_text (TbTextRow *self)
{
  g_return_val_if_fail (TB_IS_TEXT_ROW (self), NULL);

  return self->text;
}

GtkTextView *
tb_text_row_get_view (TbTextRow *self)
{
  g_return_val_if_fail (TB_IS_TEXT_ROW (self), NULL);

  return self->view;
}
