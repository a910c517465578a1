/* What of a figure the rules of comparison refuse: a banner, and the list behind it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-refused-dialog.h"

#include "tb-banner.h"

#include <glib/gi18n-lib.h>

/**
 * tb_refused_banner_update:
 * @banner: above a figure
 * @scene: (nullable): the figure
 *
 * Says how much of a figure was refused; not at all where nothing was.
 */
void
tb_refused_banner_update (AdwBanner     *banner,
                          const TbScene *scene)
{
  gsize n = 0;
  g_autofree char *title = NULL;

  if (scene != NULL)
    tb_scene_get_refused (scene, &n);
  if (n > 0)
    {
      /* Translators: of a figure: comparisons that the rules do not allow, arrows and lines */
      title = g_strdup_printf (ngettext ("%zu comparison or mark is left out of this figure",
                                         "%zu comparisons or marks are left out of this figure", n), n);
    }
  tb_banner_tell (banner, title);
}

static GtkWidget *
new_row (const char *sentence)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_preferences_row_set_title_selectable (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/**
 * tb_refused_dialog_new:
 * @scene: a figure
 *
 * Makes the dialog that lists what is not compared, with the reasons.
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
tb_refused_dialog_new (const TbScene *scene)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  gsize n;
  const char *const *refused = tb_scene_get_refused (scene, &n);

  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    _("Comparisons that do not hold, and marks without a figure to stand at, are not drawn, so that nothing "
      "misleads."));
  for (gsize i = 0; i < n; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (refused[i]));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _("Left Out of This Figure"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
