/* How figures are exported: the last choice, remembered.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-export.h"
#include "tb-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* @width and @height: of the page, logical px (1/96 in). */
typedef struct
{
  TbExportFormat format;
  double         width;
  double         height;
  double         dpi;
  TbStyle        style;
  TbLanguage     language;
  gboolean       transparent;
  TbSvgText      svg_text;
} TbExportChoice;

/* What the setting `export-page` can be: names of sizes, and the last for one of the user's. */
#define TB_EXPORT_CUSTOM_PAGE "custom"
extern const char *const tb_export_pages[];
/* What `export-language` and `figure-language` can be. */
extern const char *const tb_export_languages[];

void         tb_export_choice_read       (GSettings             *settings,
                                          TbLanguage             window_language,
                                          TbExportChoice        *out_choice);
/* The chart that is looked at as @type, in the chosen way. */
TbChartSpec *tb_export_choice_dup_spec   (const TbExportChoice  *choice,
                                          TbSession             *session,
                                          TbChartType            type) G_GNUC_WARN_UNUSED_RESULT;
/* "1920 × 1080 px", "297 × 210 mm" */
char        *tb_export_choice_dup_result (const TbExportChoice  *choice) G_GNUC_WARN_UNUSED_RESULT;
/* Of charts in a window of that language. */
TbLanguage   tb_export_choice_figure_language (TbLanguage       window_language);
/* What the preferences say of all charts that do not say it themselves. */
void         tb_export_choice_apply_preferences (TbChartSpecFields *fields);
/* Whether it is one that such charts are drawn anew for. */
gboolean     tb_export_choice_is_preference (const char         *key);
/* Of the setting `export-language` or the like: "window", "en", "zh". */
TbLanguage   tb_export_choice_language   (const char            *name,
                                          TbLanguage             window_language);

G_END_DECLS
