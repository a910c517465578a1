/* Tells what came of saving a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-file-told.h"

#include "tb-file-name.h"
#include "tb-toast.h"

#include <glib/gi18n-lib.h>

/* What the buttons of a toast are about: it lives longer than the saving. */
typedef struct
{
  GtkWindow       *window;
  AdwToastOverlay *toasts;
  GFile           *file;
  AdwToast        *toast;     /* unowned: owns this */
  GPtrArray       *notices;
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_object_unref (told->window);
  g_object_unref (told->toasts);
  g_object_unref (told->file);
  g_ptr_array_unref (told->notices);
  g_free (told);
}

/**
 * tb_file_is_dismissal:
 * @error: why a dialog came to nothing
 *
 * Returns: whether that was what the user chose, and no failure
 */
gboolean
tb_file_is_dismissal (const GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
         || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/**
 * tb_file_report_choice:
 * @error: (nullable): why no file was chosen
 *
 * Tells in the log of a dialog that failed.
 */
void
tb_file_report_choice (const GError *error)
{
  if (error != NULL && !tb_file_is_dismissal (error))
    g_message ("Choosing a file: %s", error->message);
}

/* A toast of the window that asked, which may be gone by now. */
static void
tell_launch_failure (AdwToastOverlay *toasts,
                     const GError    *error)
{
  g_autofree char *text = NULL;

  if (tb_file_is_dismissal (error))
    return;
  /* Translators: %s is the reason */
  text = g_strdup_printf (_("The file could not be shown: %s"), error->message);
  tb_toast_tell (toasts, text);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AdwToastOverlay) toasts = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error))
    tell_launch_failure (toasts, error);
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (AdwToastOverlay) toasts = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error))
    tell_launch_failure (toasts, error);
}

static void
open_cb (AdwToast *toast,
         Told     *told)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (told->file);

  gtk_file_launcher_launch (launcher, told->window, NULL, opened_cb, g_object_ref (told->toasts));
}

static void
show_cb (GtkButton *button,
         Told      *told)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (told->file);

  gtk_file_launcher_open_containing_folder (launcher, told->window, NULL, shown_cb, g_object_ref (told->toasts));
  adw_toast_dismiss (told->toast);
}

/* The whole list, which a toast has no room for. */
static void
list_notices_cb (AdwToast *toast,
                 Told     *told)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Notices of the Export"), NULL);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < told->notices->len; i++)
    g_strv_builder_add (lines, told->notices->pdata[i]);
  all = g_strv_builder_end (lines);
  text = g_strjoinv ("\n", all);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), text);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  tb_toast_leave (told->toasts);
  adw_dialog_present (dialog, GTK_WIDGET (told->window));
}

static char *
dup_success (const char *name,
             guint       n_notices)
{
  if (n_notices == 0)
    /* Translators: %s is the name of the file that was written */
    return g_strdup_printf (_("“%s” exported"), name);
  /* Translators: of the file that was written: labels that found no room, fonts that are not there … */
  return g_strdup_printf (ngettext ("“%s” exported, with %u notice", "“%s” exported, with %u notices", n_notices),
                          name, n_notices);
}

/* A toast has one button of its own; the other is part of what it says. */
static GtkWidget *
new_title (const char *text,
           Told       *told)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = tb_toast_new_label (text);
  GtkWidget *button = gtk_button_new_from_icon_name ("folder-open-symbolic");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Show in Files"));
  g_signal_connect (button, "clicked", G_CALLBACK (show_cb), told);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/**
 * tb_file_tell_success:
 * @telling: the file, and where
 * @notices: (element-type utf8): what there is to say of it
 *
 * Tells in a toast that a file is written, with buttons that show where it is and open
 * it, or list what there is to say of it.
 */
void
tb_file_tell_success (const TbFileTelling *telling,
                      GPtrArray           *notices)
{
  g_autofree char *name = tb_file_dup_name (telling->file);
  g_autofree char *text = dup_success (name, notices->len);
  AdwToast *toast = adw_toast_new ("");
  Told *told = g_new0 (Told, 1);

  told->window = g_object_ref (telling->window);
  told->toasts = g_object_ref (telling->toasts);
  told->file = g_object_ref (telling->file);
  told->notices = g_ptr_array_ref (notices);
  told->toast = toast;
  g_object_set_data_full (G_OBJECT (toast), "told", told, told_free);
  adw_toast_set_custom_title (toast, new_title (text, told));
  adw_toast_set_button_label (toast, notices->len > 0 ? _("_Notices") : _("_Open"));
  g_signal_connect (toast, "button-clicked", notices->len > 0 ? G_CALLBACK (list_notices_cb) : G_CALLBACK (open_cb),
                    told);
  tb_toast_show (telling->toasts, toast, text);
}

/**
 * tb_file_tell_progress:
 * @telling: the file, and where
 * @what: is done: "Exporting…"
 * @cancellable: what the toast's button cancels
 *
 * Tells in a toast that something is being made.
 *
 * Returns: (transfer full): the toast, to be dismissed
 */
AdwToast *
tb_file_tell_progress (const TbFileTelling *telling,
                       const char          *what,
                       GCancellable        *cancellable)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (what);

  gtk_box_append (GTK_BOX (box), adw_spinner_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, box);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _("_Cancel"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (g_cancellable_cancel), cancellable,
                           G_CONNECT_SWAPPED);
  tb_toast_show (telling->toasts, g_object_ref (toast), what);
  return toast;
}

void
tb_file_tell_cancelled (const TbFileTelling *telling)
{
  tb_toast_tell (telling->toasts, _("Export cancelled, nothing was written"));
}

/**
 * tb_file_present_failure:
 * @title: what failed
 * @text: why
 * @window: that asked
 *
 * Tells in a dialog that what was asked for failed. Where the window has been closed
 * meanwhile the dialog comes up by itself, and the program stays for it.
 */
void
tb_file_present_failure (const char *title,
                         const char *text,
                         GtkWindow  *window)
{
  AdwDialog *dialog = adw_alert_dialog_new (title, text);
  gboolean is_closed = !gtk_widget_get_mapped (GTK_WIDGET (window));

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, is_closed ? NULL : GTK_WIDGET (window));
  if (is_closed)
    gtk_window_set_application (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (dialog))),
                                GTK_APPLICATION (g_application_get_default ()));
}

/**
 * tb_file_tell_failure:
 * @telling: the file, and where
 * @error: why
 *
 * Tells in a dialog that a file is not written.
 */
void
tb_file_tell_failure (const TbFileTelling *telling,
                      const GError        *error)
{
  g_autofree char *name = tb_file_dup_name (telling->file);
  g_autofree char *reason = tb_file_dup_reason (telling->file, error);
  /* Translators: %1$s is the reason, a sentence with or without a full stop; %2$s the name of a file */
  g_autofree char *text = g_strdup_printf (_("%1$s\n\n“%2$s” is as it was before."), reason, name);

  tb_file_present_failure (_("Export Failed"), text, telling->window);
}
