/* The program: its windows and what belongs to none of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-application.h"

#include "tb-recovery.h"
#include "tb-about.h"
#include "tb-mirrored.h"
#include "tb-row-said.h"
#include "tb-shortcuts.h"
#include "tb-window.h"
#include "tb-words-pane.h"

#include <glib/gi18n-lib.h>

/* libadwaita 1.7 looks the words of the button that closes a dialog up in the program's catalogue. */
static const char *const words_of_dialogs[] G_GNUC_UNUSED = { N_("Close"), N_("Close the window") };

struct _TbApplication
{
  AdwApplication parent_instance;

  gboolean       has_looked;   /* for unsaved work */
  gboolean       has_no_theme; /* GTK_THEME is ours until GTK has started */
};

G_DEFINE_FINAL_TYPE (TbApplication, tb_application, ADW_TYPE_APPLICATION)

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (tb_window_new (GTK_APPLICATION (user_data))));
}

/* Each window is asked to close, so that each saves its state. */
static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
  g_list_free (windows);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  adw_dialog_present (tb_about_new_dialog (window), window != NULL ? GTK_WIDGET (window) : NULL);
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = new_window_action },
  { .name = "quit", .activate = quit_action },
  { .name = "about", .activate = about_action },
};

static TbWindow *
find_window (TbApplication *self,
             GFile         *file)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    {
      if (!TB_IS_WINDOW (link->data))
        continue;
      if (file == NULL ? tb_window_is_empty (link->data) : tb_window_has_file (link->data, file))
        return link->data;
    }
  return NULL;
}

/* Windows that an earlier run of the program left. */
static void
recover_all (TbApplication *self,
             GPtrArray     *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      TbWindow *window = find_window (self, NULL);

      if (window == NULL)
        window = tb_window_new (GTK_APPLICATION (self));
      tb_window_recover (window, g_ptr_array_index (files, i));
      tb_window_present_soon (window);
    }
}

static void
delete_all (GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    g_file_delete_async (g_ptr_array_index (files, i), G_PRIORITY_DEFAULT, NULL, NULL, NULL);
}

static void
answered_cb (AdwAlertDialog *dialog,
             const char     *response,
             GPtrArray      *files)
{
  if (g_str_equal (response, "restore"))
    recover_all (TB_APPLICATION (g_application_get_default ()), files);
  else if (g_str_equal (response, "discard"))
    delete_all (files);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TbApplication) self = user_data;
  GPtrArray *files = tb_recovery_list_finish (result);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  AdwAlertDialog *dialog;

  if (files->len == 0 || window == NULL)
    {
      g_ptr_array_unref (files);
      return;
    }
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Restore Unsaved Work?"), NULL));
  adw_alert_dialog_format_body (dialog, ngettext ("Tongbi ended unexpectedly. The work of %u window was kept.",
                                                  "Tongbi ended unexpectedly. The work of %u windows was kept.",
                                                  files->len),
                                files->len);
  adw_alert_dialog_add_responses (dialog, "later", _("_Later"), "discard", _("_Discard"), "restore", _("_Restore"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "restore");
  adw_alert_dialog_set_close_response (dialog, "later");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), files,
                         (GClosureNotify) (void (*) (void)) g_ptr_array_unref, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
}

/* Once there is a window to ask in. */
static void
look_for_unsaved (TbApplication *self)
{
  if (self->has_looked)
    return;
  self->has_looked = TRUE;
  tb_recovery_list_async (listed_cb, g_object_ref (self));
}

static void
tb_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (tb_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
  look_for_unsaved (TB_APPLICATION (application));
}

/* Several windows, one file each. */
static void
tb_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  TbApplication *self = TB_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      TbWindow *window = find_window (self, files[i]);

      if (window == NULL)
        {
          window = find_window (self, NULL);
          if (window == NULL)
            window = tb_window_new (GTK_APPLICATION (self));
          tb_window_open (window, files[i]);
        }
      tb_window_present_soon (window);
    }
  look_for_unsaved (self);
}

/* GTK reads a theme of its own at its start, a tenth of the time until a window is
 * there, and libadwaita then puts this empty one in its place. Where a libadwaita has no
 * such theme, GTK falls back on its own. */
static void
hide_theme (TbApplication *self)
{
  self->has_no_theme = !gtk_is_initialized () && g_getenv ("GTK_THEME") == NULL;
  if (self->has_no_theme)
    g_setenv ("GTK_THEME", "Adwaita-empty", FALSE);
}

/* Else libadwaita would take it for the user's theme. */
static void
start_without_theme (TbApplication *self)
{
  if (!self->has_no_theme)
    return;
  gtk_init ();
  gtk_settings_get_default ();
  g_unsetenv ("GTK_THEME");
}

/* The icons of the program are added to a theme that GTK has read in a thread by then, so
 * that it would read all of it again for the first icon of a window: in a thread, then,
 * while the window is made. */
static void
read_icons_again (void)
{
  g_object_notify (G_OBJECT (gtk_settings_get_default ()), "gtk-icon-theme-name");
}

static void
tb_application_startup (GApplication *application)
{
  start_without_theme (TB_APPLICATION (application));
  gtk_window_set_default_icon_name (APPLICATION_ID);
  G_APPLICATION_CLASS (tb_application_parent_class)->startup (application);
  read_icons_again ();
  tb_rows_say_subtitles ();
  tb_words_panes_set_up ();
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    tb_mirrored_keep_texts ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  tb_shortcuts_set (GTK_APPLICATION (application));
}

static void
tb_application_class_init (TbApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = tb_application_activate;
  application_class->open = tb_application_open;
  application_class->startup = tb_application_startup;
}

static void
tb_application_init (TbApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * tb_application_new:
 * @flags: beside `G_APPLICATION_HANDLES_OPEN`; tests want `G_APPLICATION_NON_UNIQUE`
 *
 * Makes the program, before there are other threads.
 *
 * Returns: (transfer full): a new application
 */
TbApplication *
tb_application_new (GApplicationFlags flags)
{
  TbApplication *self = g_object_new (TB_TYPE_APPLICATION,
                                      "application-id", APPLICATION_ID,
                                      "resource-base-path", "/org/tongbi/Tongbi",
                                      "flags", G_APPLICATION_HANDLES_OPEN | flags,
                                      NULL);

  hide_theme (self);
  return self;
}
