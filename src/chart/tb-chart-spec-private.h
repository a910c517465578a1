/* What the files that read and write specs share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-spec.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define TB_CHART_SPEC_FORMAT "chart/1"

TbChartSpec *tb_chart_spec_from_object     (JsonObject        *object,
                                            GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* The object that a document is; members that are given twice are refused. */
JsonNode   *tb_chart_spec_parse            (const char        *text,
                                            gssize             length,
                                            const char        *format,
                                            GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* Says in which line and column of the document that is. */
void        tb_chart_spec_add_place        (const char        *text,
                                            gssize             length,
                                            GError           **error);
/* Sets @error to "POINTER: what is wrong"; FALSE. */
gboolean    tb_chart_spec_fail             (GError           **error,
                                            const char        *pointer,
                                            const char        *format,
                                            ...) G_GNUC_PRINTF (3, 4);
/* What a member is, in words. */
const char *tb_chart_spec_describe         (JsonNode          *node);
gboolean    tb_chart_spec_is_string        (JsonNode          *node);
char       *tb_chart_spec_list_names       (const char        *(*get_name) (int i),
                                            int                n) G_GNUC_WARN_UNUSED_RESULT;

/* Members of an object that stands at the JSON pointer @parent, "" for the root.
 * What is not there leaves the value as it is; FALSE with @error where it is wrong. */
gboolean    tb_chart_spec_check_members    (JsonObject        *object,
                                            const char        *parent,
                                            const char *const *members,
                                            GError           **error);
gboolean    tb_chart_spec_read_string      (JsonObject        *object,
                                            const char        *parent,
                                            const char        *name,
                                            char             **out_text,
                                            GError           **error);
gboolean    tb_chart_spec_read_strings     (JsonObject        *object,
                                            const char        *name,
                                            char            ***out_texts,
                                            GError           **error);
gboolean    tb_chart_spec_read_name        (JsonObject        *object,
                                            const char        *parent,
                                            const char        *name,
                                            const char        *(*get_name) (int i),
                                            int                n,
                                            int               *out_value,
                                            GError           **error);
gboolean    tb_chart_spec_read_flag        (JsonObject        *object,
                                            const char        *parent,
                                            const char        *name,
                                            gboolean          *out_flag,
                                            GError           **error);
gboolean    tb_chart_spec_read_number      (JsonObject        *object,
                                            const char        *parent,
                                            const char        *name,
                                            double            *out_number,
                                            GError           **error);
gboolean    tb_chart_spec_read_day         (JsonObject        *object,
                                            const char        *name,
                                            TbDay             *out_day,
                                            GError           **error);
gboolean    tb_chart_spec_read_period      (JsonObject        *object,
                                            const char        *name,
                                            guint16            year_start,
                                            TbPeriod          *out_period,
                                            GError           **error);
gboolean    tb_chart_spec_parse_period     (const char        *text,
                                            const char        *pointer,
                                            guint16            year_start,
                                            TbPeriod          *out_period,
                                            GError           **error);

/* NULL and undated leave the member out. */
void        tb_chart_spec_write_string     (JsonBuilder       *builder,
                                            const char        *name,
                                            const char        *text);
void        tb_chart_spec_write_strings    (JsonBuilder       *builder,
                                            const char        *name,
                                            const char *const *texts);
void        tb_chart_spec_write_period     (JsonBuilder       *builder,
                                            const char        *name,
                                            TbPeriod           period);
void        tb_chart_spec_write_number     (JsonBuilder       *builder,
                                            const char        *name,
                                            double             number);

/* The member "operations" of @object; fills the fields, which own what is read. */
gboolean    tb_chart_spec_read_operations  (JsonObject        *object,
                                            guint16            year_start,
                                            TbChartSpecFields *fields,
                                            GError           **error);
void        tb_chart_spec_write_operations (JsonBuilder       *builder,
                                            const TbChartSpecFields *fields);
void        tb_chart_operations_free       (TbChartOperation  *operations,
                                            gsize              n);

/* The member "table", likewise. */
gboolean    tb_chart_spec_read_table       (JsonObject        *object,
                                            guint16            year_start,
                                            TbChartSpecFields *fields,
                                            GError           **error);
void        tb_chart_spec_write_table      (JsonBuilder       *builder,
                                            const TbChartSpecFields *fields);

/* The member "decorations", likewise. */
gboolean    tb_chart_spec_read_decorations (JsonObject        *object,
                                            guint16            year_start,
                                            TbChartSpecFields *fields,
                                            GError           **error);
void        tb_chart_spec_write_decorations (JsonBuilder      *builder,
                                            const TbChartSpecFields *fields);

G_END_DECLS
