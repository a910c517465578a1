/* The keyboard shortcuts: one table that sets them and tells them.
 *
 * libadwaita has its own dialog only from 1.8 on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-shortcuts.h"

#include "tb-row-said.h"

#include <glib/gi18n-lib.h>

/* An action of NULL is a key that a widget handles by itself. */
static const struct
{
  const char *group;
  const char *title;
  const char *action;
  const char *accelerator;
  const char *other;         /* nullable: what does the same and is not listed */
} shortcuts[] = {
  { N_("Files"), N_("Open"), "win.open", "<Control>o" },
  { N_("Files"), N_("Save the Chart"), "win.save", "<Control>s" },
  { N_("Files"), N_("Save the Chart As"), "win.save-as", "<Control><Shift>s" },
  { N_("Files"), N_("Reload"), "win.reload", "<Control>r" },
  { N_("Files"), N_("Export"), "win.export", "<Control>e" },
  { N_("Files"), N_("Print"), "win.print", "<Control>p" },
  { N_("Files"), N_("Copy the Figure or Table"), "win.copy", "<Control><Shift>c" },
  { N_("Files"), N_("Open What Was Copied: Files or Rows of Text"), NULL, "<Control>v" },
  { N_("Edit"), N_("Undo"), NULL, "<Control>z" },
  { N_("Edit"), N_("Redo"), NULL, "<Control><Shift>z" },
  { N_("Indicators"), N_("Search"), "win.search", "<Control>f" },
  { N_("Indicators"), N_("Add to the Selection"), NULL, "<Control>space" },
  { N_("Views"), N_("Overview"), "win.show-view::overview", "<Alt>1" },
  { N_("Views"), N_("Chart"), "win.show-view::chart", "<Alt>2" },
  { N_("Views"), N_("Table"), "win.show-view::table", "<Alt>3" },
  { N_("Views"), N_("Where a Figure Comes From"), NULL, "<Control>i" },
  { N_("Chart"), N_("Chart Settings"), "win.toggle-inspector", "F9" },
  { N_("Chart"), N_("Previous or Next Point"), NULL, "Left Right" },
  { N_("Chart"), N_("Point of Another Series"), NULL, "Up Down" },
  { N_("Chart"), N_("First or Last Point"), NULL, "Home End" },
  { N_("Chart"), N_("Hide the Point’s Series"), NULL, "h" },
  { N_("Chart"), N_("Shorter or Longer Span"), NULL, "<Control>plus <Control>minus" },
  { N_("Chart"), N_("Earlier or Later Span"), NULL, "<Control>Left <Control>Right" },
  { N_("Chart"), N_("All Periods"), NULL, "<Control>0" },
  { N_("General"), N_("Main Menu"), NULL, "F10" },
  { N_("General"), N_("Preferences"), "win.show-preferences", "<Control>comma" },
  { N_("General"), N_("Keyboard Shortcuts"), "win.show-shortcuts", "F1", "<Control>question" },
  { N_("General"), N_("New Window"), "app.new-window", "<Control>n" },
  { N_("General"), N_("Close Window"), "window.close", "<Control>w" },
  { N_("General"), N_("Quit"), "app.quit", "<Control>q" },
};

/**
 * tb_shortcuts_set:
 * @application: the program
 *
 * Sets the shortcuts of the actions.
 */
void
tb_shortcuts_set (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL)
      gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                             (const char *[]) { shortcuts[i].accelerator, shortcuts[i].other, NULL });
}

#if ADW_CHECK_VERSION (1, 8, 0)

/* What is newer than what is required is meant: it is not compiled elsewhere. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

AdwDialog *
tb_shortcuts_new_dialog (void)
{
  AdwDialog *dialog = adw_shortcuts_dialog_new ();
  AdwShortcutsSection *section = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (i == 0 || !g_str_equal (shortcuts[i].group, shortcuts[i - 1].group))
        {
          if (section != NULL)
            adw_shortcuts_dialog_add (ADW_SHORTCUTS_DIALOG (dialog), section);
          section = adw_shortcuts_section_new (_(shortcuts[i].group));
        }
      adw_shortcuts_section_add (section, adw_shortcuts_item_new (_(shortcuts[i].title), shortcuts[i].accelerator));
    }
  adw_shortcuts_dialog_add (ADW_SHORTCUTS_DIALOG (dialog), section);
  return dialog;
}

G_GNUC_END_IGNORE_DEPRECATIONS

#else

static char *
dup_key_names (const char *accelerators)
{
  g_auto (GStrv) keys = g_strsplit (accelerators, " ", -1);
  g_autoptr (GString) names = g_string_new (NULL);

  for (gsize i = 0; keys[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;
      g_autofree char *name = NULL;

      if (!gtk_accelerator_parse (keys[i], &key, &modifiers))
        continue;
      name = gtk_accelerator_get_label (key, modifiers);
      g_string_append_printf (names, "%s%s", i > 0 ? "  " : "", name);
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static GtkWidget *
new_row (gsize i)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *keys = dup_key_names (shortcuts[i].accelerator);
  GtkWidget *label = gtk_label_new (keys);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcuts[i].title));
  gtk_widget_add_css_class (label, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  tb_row_say (ADW_ACTION_ROW (row), keys);
  return row;
}

static GtkWidget *
new_page (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (i == 0 || !g_str_equal (shortcuts[i].group, shortcuts[i - 1].group))
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(shortcuts[i].group));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (i));
    }
  return page;
}

/**
 * tb_shortcuts_new_dialog:
 *
 * Makes the dialog that tells the shortcuts.
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
tb_shortcuts_new_dialog (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), new_page ());
  adw_dialog_set_title (dialog, _("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_set_child (dialog, view);
  return dialog;
}

#endif
