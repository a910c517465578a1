/* Writes figures and tables as files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-spec.h"
#include "tb-comparison.h"
#include "tb-scene.h"

G_BEGIN_DECLS

typedef enum { TB_EXPORT_PNG, TB_EXPORT_PDF, TB_EXPORT_SVG } TbExportFormat;
typedef enum
{
  TB_TABLE_CSV, TB_TABLE_TSV, TB_TABLE_MARKDOWN, TB_TABLE_HTML, TB_TABLE_JSON, TB_TABLE_XLSX,
  TB_TABLE_ODS, TB_TABLE_LATEX,
} TbTableFormat;

/* As text it can be searched, read aloud and changed, and needs the fonts; as
 * paths it looks the same everywhere. */
typedef enum { TB_SVG_TEXT_AS_TEXT, TB_SVG_TEXT_AS_PATHS } TbSvgText;

/* What goes into the file beside the drawing; NULL texts are left out. */
typedef struct
{
  double      dpi;         /* PNG: output px = logical px × dpi / 96 */
  const char *author;
  const char *subject;
  const char *keywords;
  gint64      created;     /* Unix seconds; 0: none. From the data or SOURCE_DATE_EPOCH, never the clock */
  const char *data_hash;   /* of the data file: "sha256:…" */
  const char *vintage;     /* the day whose knowledge the figures are: "2021-08-16" */
  const char *formulas;    /* what was computed of the figures */
  TbSvgText   svg_text;
  guint      *n_refused;   /* out, of tb_export_chart(): arrows and lines that a rule of comparison forbids (E-5) */
  GPtrArray  *notices;     /* (element-type utf8) what there is to say of the file is added: fonts that are
                              not here … The writer adds with g_free() as the elements' end */
} TbExportOptions;

#define TB_EXPORT_OPTIONS_INIT { .dpi = 96 }

/* Thread: any. The same scene and options give the same bytes. */
GBytes   *tb_export_to_png       (const TbScene          *scene,
                                  const TbExportOptions  *options,
                                  GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *tb_export_to_pdf       (const TbScene          *scene,
                                  const TbExportOptions  *options,
                                  GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *tb_export_to_svg       (const TbScene          *scene,
                                  const TbExportOptions  *options,
                                  GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *tb_export_scene        (const TbScene          *scene,
                                  TbExportFormat          format,
                                  const TbExportOptions  *options,
                                  GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* Spec → selection → layout (Pango) → bytes, all in the calling thread. What the
 * options leave open of author, subject, keywords, vintage, formulas and date
 * comes from the data. */
GBytes   *tb_export_chart        (const TbChartSpec      *spec,
                                  TbDataset              *dataset,
                                  TbExportFormat          format,
                                  const TbExportOptions  *options,
                                  GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* A scene laid out with Pango in the calling thread. */
TbScene  *tb_export_layout       (const TbChartSpec      *spec,
                                  const TbSelection      *selection,
                                  GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *tb_export_table        (const TbComparison     *comparison,
                                  TbTableFormat           format,
                                  TbLanguage              language,
                                  GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* By the suffix of a file name; FALSE where there is no such format. */
gboolean  tb_export_format_from_name (const char         *file_name,
                                  TbExportFormat         *out_format);
gboolean  tb_table_format_from_name  (const char         *file_name,
                                  TbTableFormat          *out_format);
/* "1600x900", "160x90mm", "a4-landscape", "slide" … with dpi (0: the default,
 * 96 for px and 300 for mm) → logical px and dpi. */
gboolean  tb_export_parse_size   (const char             *text,
                                  double                  dpi,
                                  double                 *out_width,
                                  double                 *out_height,
                                  double                 *out_dpi,
                                  GError                **error);

/* "sha256:…" of a file; NULL where it cannot be read, as standard input. */

#define TB_EXPORT_ERROR (tb_export_error_quark ())
GQuark tb_export_error_quark (void);
typedef enum
{
  TB_EXPORT_ERROR_SIZE,      /* over the limits of tb-limits.h or of a sheet, or not a size */
  TB_EXPORT_ERROR_DRAWING,   /* Cairo, libpng or libxlsxwriter failed: its own word */
} TbExportError;

G_END_DECLS
