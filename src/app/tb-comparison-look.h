/* What a cell of the comparison table shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-columns.h"

G_BEGIN_DECLS

/* What is shown, with all that cells are made from. Borrowed. */
typedef struct
{
  TbComparison   *comparison;
  const TbSurvey *survey;
  TbLanguage      language;
} TbShownTable;

/**
 * TbCellLook:
 * @text: never %NULL
 * @marks: letters behind: status codes, a footnote of why it is refused; "" for none
 * @is_refused: the rules give no number
 * @bar: length, −1 to 1 from the zero in the middle (a change), 0 to 1 (a completion); NaN: none
 * @tick: of a completion: the share of time elapsed; NaN: none
 * @is_progress: the bar is a completion
 * @is_cut: the bar stands for more than its length
 */
typedef struct
{
  char    *text;
  char     marks[16];
  gboolean is_refused;
  double   bar;
  double   tick;
  gboolean is_progress;
  gboolean is_cut;
  TbTone   tone;
} TbCellLook;

void  tb_cell_look_init     (TbCellLook          *self,
                             const TbShownTable  *table,
                             const TbShownColumn *column,
                             gsize                row);
void  tb_cell_look_clear    (TbCellLook          *self);
/* Letters and shapes that the cells bear, in words; NULL for none. */
char *tb_shown_table_dup_legend (const TbShownTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
