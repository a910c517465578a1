/* Compresses pixels of figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stream of zlib's format (RFC 1950), whose input is rows of pixels. */
typedef struct _TbDeflate TbDeflate;

/* @pixel_bytes: of a pixel; @row_bytes: from a byte to the one below it. */
TbDeflate  *tb_deflate_new     (gsize         pixel_bytes,
                                gsize         row_bytes) G_GNUC_WARN_UNUSED_RESULT;
void        tb_deflate_free    (TbDeflate    *self);
void        tb_deflate_add     (TbDeflate    *self,
                                const guint8 *data,
                                gsize         length);
/* (transfer full): the stream; nothing can be added after it. */
GByteArray *tb_deflate_finish  (TbDeflate    *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbDeflate, tb_deflate_free)

G_END_DECLS
