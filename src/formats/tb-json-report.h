/* Gathers what is wrong with a JSON document, and finds the places at the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-cursor.h"

G_BEGIN_DECLS

typedef struct _TbJsonReport TbJsonReport;

TbJsonReport *tb_json_report_new          (const TbJsonDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void          tb_json_report_free         (TbJsonReport         *self);
void          tb_json_report_add          (TbJsonReport         *self,
                                           TbSeverity            severity,
                                           const TbJsonValue    *value,
                                           const char           *format,
                                           ...) G_GNUC_PRINTF (4, 5);
gboolean      tb_json_report_skip         (TbJsonReport         *self,
                                           TbSeverity            severity);
gsize         tb_json_report_get_n_errors (const TbJsonReport   *self);
void          tb_json_report_flush        (TbJsonReport         *self,
                                           TbProblems           *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbJsonReport, tb_json_report_free)

G_END_DECLS
