/* Rows whose choices are the values of a setting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-setting-row.h"

#include "tb-row-said.h"

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
  tb_row_say_choice (row);
}
