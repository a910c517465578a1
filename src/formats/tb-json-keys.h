/* Whether all keys of an object differ, where it is not in memory whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <yyjson.h>

G_BEGIN_DECLS

/* Hashes of keys. */
typedef struct _TbJsonKeys TbJsonKeys;

TbJsonKeys *tb_json_keys_new    (gsize             n_expected) G_GNUC_WARN_UNUSED_RESULT;
void        tb_json_keys_free   (TbJsonKeys       *self);
/* FALSE: perhaps one of them was there before. */
gboolean    tb_json_keys_add    (TbJsonKeys       *self,
                                 const yyjson_val *object);

/* Whether each key is larger than the one before it, so that all of them differ. @before: the key before
 * the first one, empty for none; the last one is left there. Nullable. */
gboolean    tb_json_keys_ascend (const yyjson_val *object,
                                 GString          *before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbJsonKeys, tb_json_keys_free)

G_END_DECLS
