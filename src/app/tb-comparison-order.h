/* In which order the rows of a comparison table are shown, and which of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* No column: the table's own order. */
#define TB_COMPARISON_UNSORTED -1
/* By the rows' names. */
#define TB_COMPARISON_BY_NAME -2

/* Immutable, atomically ref-counted. */
typedef struct
{
  gsize   n;
  guint32 rows[];   /* of the comparison, as they are shown */
} TbComparisonOrder;

/* @words: nullable: what is searched for. Thread: any. */
TbComparisonOrder *tb_comparison_order_new    (const TbComparison *comparison,
                                               int                 column,
                                               gboolean            descending,
                                               const char         *words,
                                               TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
TbComparisonOrder *tb_comparison_order_ref    (TbComparisonOrder  *self);
void               tb_comparison_order_unref  (TbComparisonOrder  *self);

/* The same in a thread. */
void               tb_comparison_order_start  (TbComparison       *comparison,
                                               int                 column,
                                               gboolean            descending,
                                               const char         *words,
                                               TbLanguage          language,
                                               GCancellable       *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
TbComparisonOrder *tb_comparison_order_finish (GAsyncResult       *result,
                                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbComparisonOrder, tb_comparison_order_unref)

G_END_DECLS
