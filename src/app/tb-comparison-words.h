/* What a cell or a row of the comparison table says in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"

G_BEGIN_DECLS

/* What a view column stands for: a column of the comparison, or one of these. */
#define TB_COLUMN_OF_NAMES -1
#define TB_COLUMN_OF_UNITS -2
#define TB_COLUMN_OF_TRENDS -3

/* @cell: what the cell shows. */
gboolean tb_comparison_words_is_refused  (const TbComparison *comparison,
                                          gsize               column,
                                          const char         *cell);
/* A sentence without the names of row and column, and without codes of rules. */
char    *tb_comparison_words_dup_cell    (const TbComparison *comparison,
                                          gsize               row,
                                          gsize               column,
                                          TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* For screen readers: which cell it is, and what it says. */
char    *tb_comparison_words_dup_name    (const TbComparison *comparison,
                                          gsize               row,
                                          gsize               column,
                                          TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* The sentence, and in its last line the rules that shaped the answer. */
char    *tb_comparison_words_dup_tooltip (const TbComparison *comparison,
                                          gsize               row,
                                          gsize               column,
                                          TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* What the table as a whole says of a row: its changes and targets. */
char    *tb_comparison_words_dup_row     (const TbComparison *comparison,
                                          gsize               row,
                                          TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* For the line below the table: of a cell, or of the row where @column is that
 * of the names or units. */
char    *tb_comparison_words_dup_detail  (const TbComparison *comparison,
                                          gsize               row,
                                          int                 column,
                                          TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
