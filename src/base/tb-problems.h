/* What is wrong with an input, and where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-types.h"

G_BEGIN_DECLS

typedef enum
{
  TB_SEVERITY_WARNING,
  TB_SEVERITY_ERROR,
} TbSeverity;

/* One problem. Strings belong to the list. */
typedef struct
{
  TbSeverity  severity;
  const char *file;     /* as messages show it */
  guint       line;     /* from 1; 0 where the problem has no place in the text */
  guint       column;   /* from 1, in characters; 0 likewise */
  const char *pointer;  /* JSON pointer, "" for the whole */
  const char *message;  /* translated: what is wrong, and what was expected */
} TbProblem;

TbProblems      *tb_problems_new           (const char       *file) G_GNUC_WARN_UNUSED_RESULT;
TbProblems      *tb_problems_ref           (TbProblems       *self);
void             tb_problems_unref         (TbProblems       *self);
void             tb_problems_set_file      (TbProblems       *self,
                                            const char       *file);
const char      *tb_problems_get_file      (const TbProblems *self);
void             tb_problems_add           (TbProblems       *self,
                                            TbSeverity        severity,
                                            guint             line,
                                            guint             column,
                                            const char       *pointer,
                                            const char       *format,
                                            ...) G_GNUC_PRINTF (6, 7);
void             tb_problems_add_valist    (TbProblems       *self,
                                            TbSeverity        severity,
                                            guint             line,
                                            guint             column,
                                            const char       *pointer,
                                            const char       *format,
                                            va_list           arguments) G_GNUC_PRINTF (6, 0);
/* All problems of another list, those that are only counted too. */
void             tb_problems_append        (TbProblems       *self,
                                            const TbProblems *other);
gsize            tb_problems_get_n_listed  (const TbProblems *self);
const TbProblem *tb_problems_get           (const TbProblems *self,
                                            gsize             i);
gsize            tb_problems_get_n_errors  (const TbProblems *self);
gsize            tb_problems_get_n_warnings (const TbProblems *self);
char            *tb_problems_dup_line      (const TbProblems *self,
                                            gsize             i) G_GNUC_WARN_UNUSED_RESULT;
char            *tb_problems_dup_report    (const TbProblems *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbProblems, tb_problems_unref)

G_END_DECLS
