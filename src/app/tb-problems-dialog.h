/* What is wrong with a file, line by line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-problems.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_PROBLEMS_DIALOG (tb_problems_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TbProblemsDialog, tb_problems_dialog, TB, PROBLEMS_DIALOG, AdwDialog)

TbProblemsDialog *tb_problems_dialog_new (const char *file_name,
                                          TbProblems *problems) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
