/* Makes comparisons in a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-survey.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* @pairs: none: the one that suits is chosen. @totals: behind rows that are parts. */
void          tb_comparison_job_start  (TbDataset           *dataset,
                                        const char *const   *indicators,
                                        const char          *place,
                                        const TbComparePair *pairs,
                                        gsize                n_pairs,
                                        gboolean             totals,
                                        TbLanguage           language,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
/* NULL with @error: nothing to compare, or cancelled. @out_survey: (transfer full).
 * @out_further: (out): a pair to be compared beside; @out_has_further: whether there is one. */
TbComparison *tb_comparison_job_finish (GAsyncResult        *result,
                                        TbSurvey           **out_survey,
                                        TbComparePair       *out_further,
                                        gboolean            *out_has_further,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
