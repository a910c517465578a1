/* What this program is, for people and for reports of faults.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-about.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>

#define METAINFO "/org/tongbi/Tongbi/metainfo.xml"

/* In one language: it is read by whoever mends. */
static char *
dup_debug_info (GtkWindow *window)
{
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  gboolean is_drawn = window != NULL && gtk_widget_get_realized (GTK_WIDGET (window));
  GskRenderer *renderer = is_drawn ? gtk_native_get_renderer (GTK_NATIVE (window)) : NULL;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "Tongbi %s (%s)\n", PACKAGE_VERSION, PROFILE);
  g_string_append_printf (text, "GTK %u.%u.%u\n", gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version ());
  g_string_append_printf (text, "libadwaita %u.%u.%u\n", adw_get_major_version (), adw_get_minor_version (),
                          adw_get_micro_version ());
  g_string_append_printf (text, "GLib %u.%u.%u\n", glib_major_version, glib_minor_version, glib_micro_version);
  g_string_append_printf (text, "Pango %s\nCairo %s\n", pango_version_string (), cairo_version_string ());
  g_string_append_printf (text, "System: %s\n", system != NULL ? system : "unknown");
  g_string_append_printf (text, "Sandbox: %s\n",
                          g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "Flatpak" : "none");
  g_string_append_printf (text, "Display: %s\n", G_OBJECT_TYPE_NAME (gdk_display_get_default ()));
  g_string_append_printf (text, "Renderer: %s\n", renderer != NULL ? G_OBJECT_TYPE_NAME (renderer) : "none");
  g_string_append_printf (text, "Language: %s\n", g_get_language_names ()[0]);
  return g_string_free_and_steal (text);
}

/**
 * tb_about_new_dialog:
 * @window: (nullable): whose display and renderer are told
 *
 * Makes the dialog that tells version, licence, makers, what is new, and what a
 * report of a fault needs. Name and notes of releases are those of the metainfo.
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
tb_about_new_dialog (GtkWindow *window)
{
  AdwAboutDialog *dialog = ADW_ABOUT_DIALOG (adw_about_dialog_new_from_appdata (METAINFO, PACKAGE_VERSION));
  g_autofree char *debug_info = dup_debug_info (window);
  const char *const libraries[] = {
    "GTK", "libadwaita", "GLib", "Pango", "Cairo", "HarfBuzz", "yyjson", "JSON-GLib", "libarchive", "libxlsxwriter",
    "libdeflate", NULL,
  };

  adw_about_dialog_set_application_name (dialog, _("Tongbi"));
  adw_about_dialog_set_application_icon (dialog, APPLICATION_ID);
  adw_about_dialog_set_developer_name (dialog, _("The Tongbi developers"));
  adw_about_dialog_set_version (dialog, PACKAGE_VERSION);
  adw_about_dialog_set_comments (dialog, _("Compare figures by reporting period, in charts and tables."));
  adw_about_dialog_set_license_type (dialog, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_copyright (dialog, _("© 2026 The Tongbi developers"));
  /* Translators: your name, one translator a line */
  adw_about_dialog_set_translator_credits (dialog, _("translator-credits"));
  adw_about_dialog_add_acknowledgement_section (dialog, _("Built With"), (const char **) libraries);
  adw_about_dialog_set_debug_info (dialog, debug_info);
  adw_about_dialog_set_debug_info_filename (dialog, "tongbi-debug-info.txt");
  return ADW_DIALOG (dialog);
}
