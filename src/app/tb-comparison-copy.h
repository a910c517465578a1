/* Rows of a comparison table as text that other programs paste.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* What is shown, in the order shown. Tab-separated text; an HTML table. */
char               *tb_comparison_copy_to_tsv   (const TbComparison *comparison,
                                                 const gsize        *rows,
                                                 gsize               n_rows,
                                                 TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
char               *tb_comparison_copy_to_html  (const TbComparison *comparison,
                                                 const gsize        *rows,
                                                 gsize               n_rows,
                                                 TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
GdkContentProvider *tb_comparison_copy_provider (const TbComparison *comparison,
                                                 const gsize        *rows,
                                                 gsize               n_rows,
                                                 TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
