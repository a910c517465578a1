/* What is in large arrays and objects, parsed run by run when it is asked for.
 *
 * Private to the cursor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-large.h"

G_BEGIN_DECLS

/* Takes the outline. @root is that of its document. */
TbJsonStream     *tb_json_stream_new        (const TbJsonSource *source,
                                             TbJsonOutline      *outline,
                                             yyjson_val         *root) G_GNUC_WARN_UNUSED_RESULT;
void              tb_json_stream_free       (TbJsonStream       *self);
void              tb_json_stream_refuse     (TbJsonStream       *self);
TbJsonSlot       *tb_json_stream_load       (TbJsonLarge        *large,
                                             gsize               run);
const TbJsonSlot *tb_json_stream_find       (const TbJsonStream *self,
                                             const yyjson_val   *val);
/* The offset in the text of a value of a slot. */
gsize             tb_json_stream_get_offset (const TbJsonStream *self,
                                             const TbJsonSlot   *slot,
                                             const yyjson_val   *val);
gsize             tb_json_stream_get_outline_offset (const TbJsonStream *self,
                                             gsize               ordinal);
const TbJsonSource *tb_json_stream_get_source (const TbJsonStream *self);
/* How far the text was read, 0…1. */
double            tb_json_stream_get_progress (const TbJsonStream *self);
/* Parses the runs that nobody asked for, so that all of the text is checked. */
gboolean          tb_json_stream_check_rest (TbJsonStream       *self);
gboolean          tb_json_stream_has_failed (const TbJsonStream *self);
gsize             tb_json_stream_count      (TbJsonLarge        *large);
gboolean          tb_json_stream_is_misled  (const TbJsonStream *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbJsonStream, tb_json_stream_free)

G_END_DECLS
