/* Tells what came of saving a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Of one file that is written, and of where to tell it. */
typedef struct
{
  GtkWindow       *window;
  AdwToastOverlay *toasts;
  GFile           *file;
} TbFileTelling;

AdwToast *tb_file_tell_progress   (const TbFileTelling *telling,
                                   const char          *what,
                                   GCancellable        *cancellable) G_GNUC_WARN_UNUSED_RESULT;
/* @notices: (element-type utf8): what there is to say of the file. */
void      tb_file_tell_success    (const TbFileTelling *telling,
                                   GPtrArray           *notices);
void      tb_file_tell_cancelled  (const TbFileTelling *telling);
void      tb_file_tell_failure    (const TbFileTelling *telling,
                                   const GError        *error);
/* Of what is no file too. */
void      tb_file_present_failure (const char          *title,
                                   const char          *text,
                                   GtkWindow           *window);
/* Of dialogs for files: whether it was the user who chose nothing. */
gboolean  tb_file_is_dismissal    (const GError        *error);
void      tb_file_report_choice   (const GError        *error);

G_END_DECLS
