/* What the files that read and write specs share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-spec.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Sets @error to "POINTER: what is wrong"; FALSE. */
gboolean    tb_chart_spec_fail             (GError           **error,
                                            const char        *pointer,
                                            const char        *format,
                                            ...) G_GNUC_PRINTF (3, 4);
/* What a member is, in words. */
const char *tb_chart_spec_describe         (JsonNode          *node);
gboolean    tb_chart_spec_is_string        (JsonNode          *node);
gboolean    tb_chart_spec_parse_period     (const char        *text,
                                            const char        *pointer,
                                            guint16            year_start,
                                            TbPeriod          *out_period,
                                            GError           **error);

/* The member "operations" of @object; fills the fields, which own what is read. */
gboolean    tb_chart_spec_read_operations  (JsonObject        *object,
                                            guint16            year_start,
                                            TbChartSpecFields *fields,
                                            GError           **error);
void        tb_chart_spec_write_operations (JsonBuilder       *builder,
                                            const TbChartSpecFields *fields);
void        tb_chart_operations_free       (TbChartOperation  *operations,
                                            gsize              n);

G_END_DECLS
