/* Rows whose choices are the values of a setting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-setting-row.h"

#include <glib/gi18n-lib.h>

static gboolean
choice_from_setting (GValue   *value,
                     GVariant *variant,
                     gpointer  names)
{
  const char *name = g_variant_get_string (variant, NULL);
  const char *const *all = names;

  for (guint i = 0; all[i] != NULL; i++)
    if (g_str_equal (all[i], name))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
}

static GVariant *
choice_to_setting (const GValue       *value,
                   const GVariantType *type,
                   gpointer            names)
{
  const char *const *all = names;
  guint i = g_value_get_uint (value);

  return i < g_strv_length ((char **) names) ? g_variant_new_string (all[i]) : NULL;
}

/**
 * tb_setting_row_say:
 * @row: a row
 * @text: what it says beside its title
 *
 * Has screen readers told. libadwaita 1.7 only relates a row to its subtitle, of which
 * GTK 4.18 makes no description.
 */
void
tb_setting_row_say (AdwActionRow *row,
                    const char   *text)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
say_choice (AdwComboRow *row)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (row);
  const char *choice = item != NULL ? gtk_string_object_get_string (item) : "";
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
  gboolean says_more = subtitle != NULL && *subtitle != '\0' && !g_str_equal (subtitle, choice);
  const char *remark = g_object_get_data (G_OBJECT (row), "tb-remark");
  const char *parts[] = { choice, says_more ? subtitle : remark, says_more ? remark : NULL, NULL };
  g_autofree char *text = g_strjoinv (_(", "), (char **) parts);

  tb_setting_row_say (ADW_ACTION_ROW (row), text);
}

/**
 * tb_setting_row_say_choice:
 * @row: a row with strings to choose from
 *
 * Has screen readers told what is chosen, whenever that changes.
 */
void
tb_setting_row_say_choice (AdwComboRow *row)
{
  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  g_signal_connect (row, "notify::selected-item", G_CALLBACK (say_choice), NULL);
  g_signal_connect (row, "notify::subtitle", G_CALLBACK (say_choice), NULL);
  say_choice (row);
}

/**
 * tb_setting_row_set_remark:
 * @row: a row of tb_setting_row_say_choice()
 * @remark: what else there is to say of it, shown as a picture
 *
 * Has it told after the choice.
 */
void
tb_setting_row_set_remark (AdwComboRow *row,
                           const char  *remark)
{
  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  g_object_set_data_full (G_OBJECT (row), "tb-remark", g_strdup (remark), g_free);
  say_choice (row);
}

/**
 * tb_setting_row_bind:
 * @row: a row
 * @settings: settings
 * @key: a setting with a few values
 * @names: (array zero-terminated=1): the values in the order of the row's choices; static
 *
 * Binds the choice of a row to a setting, both ways.
 */
void
tb_setting_row_bind (AdwComboRow       *row,
                    GSettings         *settings,
                    const char        *key,
                    const char *const *names)
{
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, choice_from_setting,
                                choice_to_setting, (gpointer) names, NULL);
  tb_setting_row_say_choice (row);
}
