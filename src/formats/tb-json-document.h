/* A JSON text whose large arrays and objects are read an element at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-cursor.h"
#include "tb-json-outline.h"

G_BEGIN_DECLS

TbJsonDocument *tb_json_document_new_streamed (const TbJsonSource        *source,
                                               const TbJsonOutlineLimits *limits,
                                               const char *const         *object_keys,
                                               gboolean                   may_guess) G_GNUC_WARN_UNUSED_RESULT;
/* Whether all that is large are members of these keys; of any for arrays NULL, of none for objects NULL. */
gboolean        tb_json_document_has_large_only (const TbJsonDocument     *self,
                                               const char *const         *arrays,
                                               const char *const         *objects);
gboolean        tb_json_document_check_rest   (TbJsonDocument            *self);
/* Whether elements did not come that were asked for. */
gboolean        tb_json_document_has_failed   (const TbJsonDocument      *self);
gboolean        tb_json_document_is_misled    (const TbJsonDocument      *self);
void            tb_json_document_locate       (const TbJsonDocument      *self,
                                               TbJsonPlace               *places,
                                               gsize                      n_places);

G_END_DECLS
