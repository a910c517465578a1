/* What is wrong with a file, line by line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-problems-dialog.h"

#include "tb-copy-button.h"
#include "tb-dialog-parts.h"

#include <glib/gi18n-lib.h>

struct _TbProblemsDialog
{
  AdwDialog   parent_instance;

  TbProblems *problems;

  GtkLabel   *summary;
  GtkListBox *list;
  GtkLabel   *rest;
};

G_DEFINE_FINAL_TYPE (TbProblemsDialog, tb_problems_dialog, ADW_TYPE_DIALOG)

static void
copy_cb (GtkButton        *button,
         TbProblemsDialog *self)
{
  g_autofree char *report = tb_problems_dup_report (self->problems);

  tb_copy_button_copy (button, report);
}

static char *
dup_place (const TbProblem *problem)
{
  if (problem->line == 0)
    return g_strdup (problem->pointer);
  if (problem->pointer == NULL || *problem->pointer == '\0')
    /* Translators: where in a file something is wrong */
    return g_strdup_printf (_("Line %u, column %u"), problem->line, problem->column);
  /* Translators: where in a file something is wrong; %s is a path such as /series/3/observations */
  return g_strdup_printf (_("Line %u, column %u: %s"), problem->line, problem->column, problem->pointer);
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* On a command line a message follows a place; here it begins a sentence. */
static char *
dup_sentence (const char *message)
{
  gunichar first = g_utf8_get_char (message);
  g_autoptr (GString) sentence = g_string_new (NULL);

  g_string_append_unichar (sentence, g_unichar_toupper (first));
  if (first != 0)
    g_string_append (sentence, g_utf8_next_char (message));
  return g_string_free_and_steal (g_steal_pointer (&sentence));
}

static GtkWidget *
new_row (const TbProblem *problem)
{
  gboolean is_error = problem->severity == TB_SEVERITY_ERROR;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name (is_error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *place = dup_place (problem);
  g_autofree char *sentence = dup_sentence (problem->message);
  const char *severity = is_error ? _("Error") : _("Warning");
  g_autofree char *description = place != NULL && *place != '\0' ? g_strjoin (_(", "), severity, place, NULL)
                                                                 : g_strdup (severity);

  gtk_widget_add_css_class (box, "problem");
  gtk_widget_add_css_class (icon, is_error ? "error" : "warning");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, severity, -1);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), new_label (sentence, NULL));
  if (place != NULL && *place != '\0')
    {
      GtkWidget *label = new_label (place, "caption");

      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  return row;
}

static gboolean
is_of_cells (const char *file_name)
{
  static const char *const suffixes[] = { ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".et", ".numbers" };
  g_autofree char *folded = g_utf8_strdown (file_name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (folded, suffixes[i]))
      return TRUE;
  return FALSE;
}

static char *
dup_summary (const char       *file_name,
             const TbProblems *problems)
{
  gsize n_errors = tb_problems_get_n_errors (problems);
  gsize n_warnings = tb_problems_get_n_warnings (problems);

  if (n_errors > 0)
    return g_strdup_printf (ngettext ("“%s” was not opened, for this reason:",
                                      "“%s” was not opened, for these reasons:", n_errors),
                            file_name);
  return g_strdup_printf (ngettext ("“%s” is open. This was left out or read differently:",
                                    "“%s” is open. These were left out or read differently:", n_warnings),
                          file_name);
}

static void
fill (TbProblemsDialog *self,
      const char       *file_name)
{
  gsize n_listed = tb_problems_get_n_listed (self->problems);
  gsize n = tb_problems_get_n_errors (self->problems) + tb_problems_get_n_warnings (self->problems);
  g_autofree char *summary = dup_summary (file_name, self->problems);

  adw_dialog_set_title (ADW_DIALOG (self),
                        tb_problems_get_n_errors (self->problems) > 0 ? _("File Not Opened") : _("Notices"));
  gtk_label_set_text (self->summary, summary);
  for (gsize i = 0; i < n_listed; i++)
    gtk_list_box_append (self->list, new_row (tb_problems_get (self->problems, i)));
  /* What is wrong is what one came for. */
  if (n_listed > 0)
    tb_dialog_begin_at (ADW_DIALOG (self), GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
  if (n > n_listed)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("%zu more is not listed.",
                                                         "%zu more are not listed.", n - n_listed),
                                               n - n_listed);

      gtk_label_set_text (self->rest, rest);
    }
  else if (tb_problems_get_n_errors (self->problems) > 0 && is_of_cells (file_name))
    /* The shortest way is not the one through another file. */
    gtk_label_set_text (self->rest,
                        _("Quicker: copy the cells in the spreadsheet program, and paste them here with Ctrl+V."));
  gtk_widget_set_visible (GTK_WIDGET (self->rest), *gtk_label_get_text (self->rest) != '\0');
}

static void
tb_problems_dialog_dispose (GObject *object)
{
  TbProblemsDialog *self = TB_PROBLEMS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TB_TYPE_PROBLEMS_DIALOG);
  g_clear_pointer (&self->problems, tb_problems_unref);
  G_OBJECT_CLASS (tb_problems_dialog_parent_class)->dispose (object);
}

static void
tb_problems_dialog_class_init (TbProblemsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tb_problems_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-problems-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TbProblemsDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TbProblemsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TbProblemsDialog, rest);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
tb_problems_dialog_init (TbProblemsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tb_problems_dialog_new:
 * @file_name: of the file, for the reader
 * @problems: what is wrong with it
 *
 * Makes the dialog that lists problems, each with its place; all can be copied.
 *
 * Returns: (transfer floating): a new dialog
 */
TbProblemsDialog *
tb_problems_dialog_new (const char *file_name,
                        TbProblems *problems)
{
  TbProblemsDialog *self = g_object_new (TB_TYPE_PROBLEMS_DIALOG, NULL);

  self->problems = tb_problems_ref (problems);
  fill (self, file_name);
  return self;
}
