/* The choices that the window offers for how a file is read, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-plan.h"

G_BEGIN_DECLS

/* A kind of figures: what a measure is called in statistics offices. */
typedef struct
{
  TbMeasure   measure;
  TbSince     since;
  const char *title;   /* not translated */
} TbMeasureChoice;

extern const TbMeasureChoice tb_measure_choices[];
extern const gsize tb_n_measure_choices;

const char   *tb_measure_choice_word   (gsize                i);
/* G_MAXUINT where there is none. */
guint         tb_measure_choice_find   (TbMeasure            measure,
                                        TbSince              since);
const char   *tb_column_role_word      (TbColumnRole         role);
/* What a column may be, in the order of offering. Returns how many. */
gsize         tb_column_role_list      (const TbPlan        *plan,
                                        const TbPlanColumn  *column,
                                        TbColumnRole        *out_roles);
/* Whether only one column can be that. */
gboolean      tb_column_role_is_single (TbColumnRole         role);

#define TB_N_COLUMN_ROLES (TB_COLUMN_ROLE_IGNORED + 1)

G_END_DECLS
