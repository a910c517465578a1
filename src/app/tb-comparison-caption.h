/* How many rows of a comparison table are not compared, and why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"

G_BEGIN_DECLS

/**
 * TbRefusals:
 * @n_rows: of the table
 * @n_refused: rows with a change that the rules refuse
 * @n_by_rule: of them, by the rule that refuses first; of several changes each
 *
 * Counted once for a table, where it is made: it asks for a verdict a row and pair
 * of periods. A plain value.
 */
typedef struct
{
  gsize n_rows;
  gsize n_refused;
  gsize n_by_rule[TB_N_RULES];
} TbRefusals;

/* Of one column of changes, or of all of the table: -1. */
void  tb_refusals_count    (TbRefusals         *self,
                            const TbComparison *comparison,
                            gssize              column);
/* Each rule that refuses rows has a letter: "a", the one with the most rows. Of
 * several in one verdict the one that it is counted by. "" for none. */
void  tb_refusals_write_letter (const TbRefusals *self,
                                TbRuleSet         codes,
                                char             *out,
                                gsize             size);
/* "a periods of different length (7 rows)" for each of them, in Pango markup. */
void  tb_refusals_append_legend (const TbRefusals *self,
                                 GString          *text,
                                 TbLanguage        language);
char *tb_refusals_dup_text (const TbRefusals   *self,
                            TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
