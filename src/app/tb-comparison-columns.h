/* The columns of the comparison table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-words.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes the place of all columns. */
void  tb_comparison_columns_build    (GtkColumnView       *view,
                                      const TbComparison  *comparison,
                                      TbLanguage           language);
/* A column of the comparison, or one of the two of tb-comparison-words.h. */
int   tb_comparison_columns_get      (GtkColumnViewColumn *column);
gboolean tb_comparison_columns_find  (GtkWidget           *widget,
                                      gsize               *out_row,
                                      int                 *out_column);
void  tb_comparison_columns_set_rows (GtkColumnView       *view,
                                      TbLanguage           language);

G_END_DECLS
