/* Computes what a chart's steps make of figures, as a dataset of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-spec.h"
#include "tb-derived.h"

G_BEGIN_DECLS

TbSelection *tb_chart_derive           (const TbChartSpecFields *fields,
                                        TbDataset               *dataset,
                                        GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
/* Of a selection that tb_chart_derive() made: what was done, for the subtitle; the
 * formulas, for files; and what could not be done, for the notes; NULL-terminated. */
char        *tb_chart_derived_dup_steps   (const TbSelection    *selection,
                                        TbLanguage               language) G_GNUC_WARN_UNUSED_RESULT;
char        *tb_chart_derived_dup_formulas (const TbSelection   *selection,
                                        TbLanguage               language) G_GNUC_WARN_UNUSED_RESULT;
char       **tb_chart_derived_dup_remarks (const TbSelection    *selection,
                                        TbLanguage               language,
                                        guint                   *out_refused) G_GNUC_WARN_UNUSED_RESULT;
/* Why none of computed figures has a number: "R11: …". */
char        *tb_chart_derived_dup_reason_of_none (const TbDerived *derived,
                                        TbLanguage               language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
