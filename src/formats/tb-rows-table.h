/* Rows of JSON objects as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-table.h"

G_BEGIN_DECLS

/* @describe is called when the columns are known, to fill their hints; nullable. Rows may be arrays too, whose
 * columns are named by the first. NULL: reported, or cancelled. */
TbDataset *tb_rows_read (const TbReaderInput *input,
                         const TbJsonValue   *rows,
                         void               (*describe) (gpointer  user_data,
                                                         TbTable  *table),
                         gpointer             user_data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
