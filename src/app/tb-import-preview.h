/* The first figures of a dataset, as rows of a list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"
#include "tb-problems.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* (transfer container) (element-type GtkWidget): floating rows. */
GPtrArray  *tb_import_preview_new_rows    (TbDataset   *dataset,
                                           TbLanguage   language) G_GNUC_WARN_UNUSED_RESULT;
/* In place of them where a file cannot be read so. */
GtkWidget  *tb_import_preview_new_failure (TbProblems  *problems) G_GNUC_WARN_UNUSED_RESULT;
/* "1,234 figures of 5 series" */
char       *tb_import_preview_dup_summary (TbDataset   *dataset) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
