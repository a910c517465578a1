/* Which of a million rows a picture can show.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-series.h"

G_BEGIN_DECLS

/* Chooses the rows that a line of @n_columns columns shows, and all that are more
 * than a plain number. @rows are in order of period; @days_join: days that are not
 * next to each other are joined too. @out_rows and @out_n_left_out have room for
 * n_rows; the latter gets how many rows were left out right before each. Returns
 * how many rows are kept. */
gsize tb_series_thin (const TbSeries *self,
                      const guint32  *rows,
                      gsize           n_rows,
                      guint           n_columns,
                      gboolean        days_join,
                      guint32        *out_rows,
                      guint32        *out_n_left_out);

G_END_DECLS
