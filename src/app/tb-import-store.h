/* What the user said about files of a shape, kept from one time to the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-profile.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* These read and write files: not for the main thread. */

/* NULL where nothing is kept for the shape, or what is kept is damaged: then
 * @out_damage tells how. */
TbProfile  *tb_import_store_load     (const char       *shape,
                                      char            **out_damage) G_GNUC_WARN_UNUSED_RESULT;
gboolean    tb_import_store_save     (const char       *shape,
                                      const TbProfile  *profile,
                                      GError          **error);

/* What is kept for files of one shape. */
typedef struct
{
  char      *shape;
  char      *columns;   /* their names, as the user said something about them; "" for none */
  GDateTime *saved;     /* nullable */
} TbImportKept;

/* (element-type TbImportKept), the newest first. Not for the main thread. */
GPtrArray  *tb_import_store_list     (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean    tb_import_store_forget   (const char       *shape,
                                      GError          **error);
char       *tb_import_store_dup_path (const char       *shape) G_GNUC_WARN_UNUSED_RESULT;
void        tb_import_store_save_async  (const char          *shape,
                                         TbProfile           *profile,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gboolean    tb_import_store_save_finish (GAsyncResult        *result,
                                         GError             **error);

G_END_DECLS
