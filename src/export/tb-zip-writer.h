/* ZIP archives for documents that are packages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TbZipWriter TbZipWriter;

typedef enum { TB_ZIP_STORED, TB_ZIP_DEFLATED } TbZipMethod;

TbZipWriter *tb_zip_writer_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void         tb_zip_writer_free   (TbZipWriter  *self);
void         tb_zip_writer_add    (TbZipWriter  *self,
                                   const char   *name,
                                   const char   *data,
                                   gsize         length,
                                   TbZipMethod   method);
/* NULL where it is larger than an archive without extensions can be. */
GBytes      *tb_zip_writer_finish (TbZipWriter  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbZipWriter, tb_zip_writer_free)

G_END_DECLS
