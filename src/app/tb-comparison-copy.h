/* Cells of a comparison table as text that other programs paste.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * TbCopiedCells:
 * @rows: (array length=n_rows) (nullable): rows of the comparison, in the order shown; %NULL: the first ones
 * @columns: (array length=n_columns) (nullable): columns of the comparison, in the order shown
 * @is_single: one cell is meant: it is copied without names and titles
 * @caption: (nullable): which rows these are
 *
 * What is copied of a table.
 */
typedef struct
{
  const TbComparison *comparison;
  const gsize        *rows;
  gsize               n_rows;
  const gsize        *columns;
  gsize               n_columns;
  gboolean            is_single;
  const char         *caption;
  TbLanguage          language;
} TbCopiedCells;

/* Tab-separated text, whose numbers other programs read as such; an HTML table
 * that looks as what is shown, with the numbers beside. */
char               *tb_comparison_copy_to_tsv   (const TbCopiedCells *cells) G_GNUC_WARN_UNUSED_RESULT;
char               *tb_comparison_copy_to_html  (const TbCopiedCells *cells) G_GNUC_WARN_UNUSED_RESULT;
GdkContentProvider *tb_comparison_copy_provider (const TbCopiedCells *cells) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
