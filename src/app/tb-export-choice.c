/* How figures are exported: the last choice, remembered.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-export-choice.h"

#include "tb-settings.h"
#include "tb-theme-store.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MM_PER_INCH 25.4
#define PX_PER_INCH 96.0

const char *const tb_export_pages[] = { "slide", "a4", "a4-landscape", "half-page", TB_EXPORT_CUSTOM_PAGE, NULL };
const char *const tb_export_languages[] = { "window", "en", "zh", NULL };

static void
read_page (GSettings      *settings,
           TbExportChoice *choice)
{
  g_autofree char *page = g_settings_get_string (settings, "export-page");
  g_autofree char *unit = g_settings_get_string (settings, "export-custom-unit");
  double width = g_settings_get_double (settings, "export-custom-width");
  double height = g_settings_get_double (settings, "export-custom-height");

  if (!g_str_equal (page, TB_EXPORT_CUSTOM_PAGE)
      && tb_export_parse_size (page, choice->dpi, &choice->width, &choice->height, &choice->dpi, NULL))
    return;
  if (g_str_equal (unit, "mm"))
    {
      choice->width = width / MM_PER_INCH * PX_PER_INCH;
      choice->height = height / MM_PER_INCH * PX_PER_INCH;
      return;
    }
  /* Pixels of the picture; only a PNG has a resolution that turns them into a size. */
  choice->width = choice->format == TB_EXPORT_PNG ? width * PX_PER_INCH / choice->dpi : width;
  choice->height = choice->format == TB_EXPORT_PNG ? height * PX_PER_INCH / choice->dpi : height;
}

/**
 * tb_export_choice_language:
 * @name: "en", "zh" or "window"
 * @window_language: what "window" means
 *
 * Finds the language that a setting stands for.
 *
 * Returns: a language
 */
TbLanguage
tb_export_choice_language (const char *name,
                           TbLanguage  window_language)
{
  TbLanguage language;

  return tb_language_from_name (name, &language) ? language : window_language;
}

/**
 * tb_export_choice_figure_language:
 * @window_language: of the window
 *
 * Finds the language that charts are drawn in.
 *
 * Returns: a language
 */
TbLanguage
tb_export_choice_figure_language (TbLanguage window_language)
{
  g_autofree char *name = g_settings_get_string (tb_settings_get (), "figure-language");

  return tb_export_choice_language (name, window_language);
}

/**
 * tb_export_choice_apply_preferences:
 * @fields: a chart's; what it borrows lives as long as the setting
 *
 * Fills in decimals and the style of the house where the chart says none.
 */
void
tb_export_choice_apply_preferences (TbChartSpecFields *fields)
{
  if (fields->house == NULL)
    fields->house = tb_theme_store_get ();
  if (fields->decimals < 0)
    fields->decimals = g_settings_get_int (tb_settings_get (), "figure-decimals");
}

gboolean
tb_export_choice_is_preference (const char *key)
{
  return g_str_equal (key, "export-page") || g_str_has_prefix (key, "export-custom")
         || g_str_has_prefix (key, "figure-") || g_str_equal (key, "theme-stamp");
}

/**
 * tb_export_choice_read:
 * @settings: the program's settings
 * @window_language: of the window
 * @out_choice: (out caller-allocates): the choice
 *
 * Reads how the last figure was exported.
 */
void
tb_export_choice_read (GSettings      *settings,
                       TbLanguage      window_language,
                       TbExportChoice *out_choice)
{
  g_autofree char *format = g_settings_get_string (settings, "export-format");
  g_autofree char *style = g_settings_get_string (settings, "export-style");
  g_autofree char *language = g_settings_get_string (settings, "export-language");

  out_choice->format = g_str_equal (format, "pdf")   ? TB_EXPORT_PDF
                       : g_str_equal (format, "svg") ? TB_EXPORT_SVG
                                                     : TB_EXPORT_PNG;
  out_choice->dpi = g_settings_get_double (settings, "export-dpi");
  if (!tb_style_from_name (style, &out_choice->style))
    out_choice->style = TB_STYLE_LIGHT;
  out_choice->language = tb_export_choice_language (language, window_language);
  out_choice->transparent = g_settings_get_boolean (settings, "export-transparent");
  out_choice->svg_text = g_settings_get_boolean (settings, "export-outlines") ? TB_SVG_TEXT_AS_PATHS
                                                                               : TB_SVG_TEXT_AS_TEXT;
  read_page (settings, out_choice);
}

/**
 * tb_export_choice_dup_spec:
 * @choice: how a figure is exported
 * @session: what is looked at
 * @type: of the chart as it is shown
 *
 * Makes the chart that is looked at for a file, the clipboard or paper.
 *
 * Returns: (transfer full): a new spec
 */
TbChartSpec *
tb_export_choice_dup_spec (const TbExportChoice *choice,
                           TbSession            *session,
                           TbChartType           type)
{
  g_autoptr (TbChartSpec) spec = tb_session_dup_spec (session, choice->language, choice->style, choice->width,
                                                      choice->height);
  TbChartSpecFields fields = *tb_chart_spec_get (spec);

  fields.type = type;
  fields.transparent = choice->transparent;
  tb_export_choice_apply_preferences (&fields);
  return tb_chart_spec_new (&fields);
}

/**
 * tb_export_choice_dup_result:
 * @choice: how a figure is exported
 *
 * Tells how large the file's picture is.
 *
 * Returns: (transfer full): pixels for an image, millimetres for a drawing
 */
char *
tb_export_choice_dup_result (const TbExportChoice *choice)
{
  if (choice->format == TB_EXPORT_PNG)
    /* Translators: width and height of an image */
    return g_strdup_printf (_("%d × %d pixels"), (int) round (choice->width * choice->dpi / PX_PER_INCH),
                            (int) round (choice->height * choice->dpi / PX_PER_INCH));
  /* Translators: width and height of a drawing */
  return g_strdup_printf (_("%d × %d mm"), (int) round (choice->width / PX_PER_INCH * MM_PER_INCH),
                          (int) round (choice->height / PX_PER_INCH * MM_PER_INCH));
}
