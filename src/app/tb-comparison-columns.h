/* The columns of the comparison table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a view column stands for: a column of the comparison, or one of these. */
#define TB_COLUMN_OF_NAMES -1
#define TB_COLUMN_OF_UNITS -2

/* Takes the place of all columns. */
void  tb_comparison_columns_build    (GtkColumnView       *view,
                                      const TbComparison  *comparison,
                                      TbLanguage           language);
int   tb_comparison_columns_get      (GtkColumnViewColumn *column);
void  tb_comparison_columns_set_rows (GtkColumnView       *view,
                                      TbLanguage           language);

G_END_DECLS
