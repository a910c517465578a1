/* Which types of chart fit a selection.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli-chart-types.h"

#include "tb-chart-words.h"
#include "tb-cli.h"
#include "tb-json-members.h"
#include "tb-json-text.h"

#include <glib/gi18n-lib.h>

static char *
dup_text (const TbSelection *selection,
          TbLanguage         language)
{
  GString *text = g_string_new (NULL);

  for (int type = 0; type < TB_N_CHART_TYPES; type++)
    {
      g_autofree char *misfit = tb_chart_dup_misfit ((TbChartType) type, selection, language);

      g_string_append_printf (text, "%-20s%s\n", tb_chart_type_get_name ((TbChartType) type),
                              /* Translators: a type of chart suits the figures */
                              misfit != NULL ? misfit : _("fits"));
    }

  return g_string_free_and_steal (text);
}

static char *
dup_json (const TbSelection *selection,
          TbLanguage         language)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (int type = 0; type < TB_N_CHART_TYPES; type++)
    {
      g_autofree char *misfit = tb_chart_dup_misfit ((TbChartType) type, selection, language);

      json_builder_begin_object (builder);
      tb_json_add_text (builder, "type", tb_chart_type_get_name ((TbChartType) type));
      tb_json_add_text (builder, "title", tb_chart_type_word ((TbChartType) type, language));
      json_builder_set_member_name (builder, "fits");
      json_builder_add_boolean_value (builder, misfit == NULL);
      if (misfit != NULL)
        tb_json_add_text (builder, "reason", misfit);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return tb_json_to_text (root);
}

int
tb_cli_list_chart_types (const TbSelection *selection,
                         TbLanguage         language,
                         gboolean           as_json)
{
  g_autofree char *text = as_json ? dup_json (selection, language) : dup_text (selection, language);

  return tb_cli_print (text);
}

char *
tb_cli_dup_chart_types_help (void)
{
  GString *text = g_string_new (_("TYPE is one of these:"));
  TbLanguage language = TB_LANGUAGE_EN;

  (void) tb_cli_get_language (NULL, &language);
  for (int type = 0; type < TB_N_CHART_TYPES; type++)
    g_string_append_printf (text, "\n  %-21s%s", tb_chart_type_get_name ((TbChartType) type),
                            tb_chart_type_word ((TbChartType) type, language));

  return g_string_free_and_steal (text);
}

char *
tb_cli_dup_chart_type_names (void)
{
  GString *names = g_string_new (NULL);

  for (int type = 0; type < TB_N_CHART_TYPES; type++)
    g_string_append_printf (names, "%s%s", type > 0 ? ", " : "", tb_chart_type_get_name ((TbChartType) type));

  return g_string_free_and_steal (names);
}
