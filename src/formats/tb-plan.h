/* How a file was read: what each column or dimension was taken for.
 *
 * Filled by the readers, shown by the window's question and told by the command
 * line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-profile.h"

G_BEGIN_DECLS

typedef struct _TbPlan TbPlan;

/**
 * TbPlanColumn:
 * @name: of the column or dimension
 * @role: what it was taken for
 * @in_doubt: the file does not say so, and another reading is possible
 * @samples: (array zero-terminated=1): some of its values, as in the file
 * @is_header: it is no column: its values are names of columns
 */
typedef struct
{
  char    *name;
  TbColumnRole   role;
  gboolean in_doubt;
  char   **samples;
  gboolean is_header;
} TbPlanColumn;

TbPlan             *tb_plan_new            (void) G_GNUC_WARN_UNUSED_RESULT;
TbPlan             *tb_plan_ref            (TbPlan       *self);
void                tb_plan_unref          (TbPlan       *self);
/* From here on the same as @from. */
void                tb_plan_assign         (TbPlan       *self,
                                            const TbPlan *from);
void                tb_plan_set_format     (TbPlan       *self,
                                            const char   *format);
const char         *tb_plan_get_format     (const TbPlan *self);
/* @samples: (array zero-terminated=1) (nullable). A column of a name that is there is replaced. */
void                tb_plan_add_column     (TbPlan       *self,
                                            const char   *name,
                                            TbColumnRole        role,
                                            gboolean      in_doubt,
                                            const char *const *samples);
/* Of periods that columns are called by. */
void                tb_plan_add_header     (TbPlan       *self,
                                            const char   *name,
                                            TbColumnRole  role,
                                            const char *const *samples);
gsize               tb_plan_get_n_columns  (const TbPlan *self);
const TbPlanColumn *tb_plan_get_column     (const TbPlan *self,
                                            gsize         i);
/* How many indicators have a measure that nobody stated. */
void                tb_plan_set_n_unstated (TbPlan       *self,
                                            gsize         n);
gsize               tb_plan_get_n_unstated (const TbPlan *self);
/* Whether the user is to be asked: a column is in doubt. */
gboolean            tb_plan_is_in_doubt    (const TbPlan *self);
/* The same for all files with these columns: a hash of format and names. */
char               *tb_plan_dup_shape      (const TbPlan *self) G_GNUC_WARN_UNUSED_RESULT;
/* How the file was read, in one to three sentences for the user. */
char               *tb_plan_dup_text       (const TbPlan *self) G_GNUC_WARN_UNUSED_RESULT;
/* A profile that reads such a file in the same way without a doubt. */
TbProfile          *tb_plan_to_profile     (const TbPlan *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbPlan, tb_plan_unref)

G_END_DECLS
