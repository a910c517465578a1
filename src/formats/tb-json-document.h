/* A JSON text whose large arrays are read an element at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-cursor.h"
#include "tb-json-outline.h"

G_BEGIN_DECLS

TbJsonDocument *tb_json_document_new_streamed (const TbJsonSource        *source,
                                               const TbJsonOutlineLimits *limits) G_GNUC_WARN_UNUSED_RESULT;
/* Whether all large arrays are members of these keys. (array zero-terminated=1) */
gboolean        tb_json_document_has_large_only (const TbJsonDocument     *self,
                                               const char *const         *keys);
gboolean        tb_json_document_check_rest   (TbJsonDocument            *self);
void            tb_json_document_locate       (const TbJsonDocument      *self,
                                               TbJsonPlace               *places,
                                               gsize                      n_places);

G_END_DECLS
