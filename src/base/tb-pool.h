/* Interned text: each distinct string is kept once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-types.h"

G_BEGIN_DECLS

/* A pool is filled by one thread while a dataset is built and only read after
 * that; its strings live as long as the pool. The count of references is
 * atomic. */

TbPool     *tb_pool_new          (void) G_GNUC_WARN_UNUSED_RESULT;
TbPool     *tb_pool_ref          (TbPool      *self);
void        tb_pool_unref        (TbPool      *self);
const char *tb_pool_intern       (TbPool      *self,
                                  const char  *text);
const char *tb_pool_intern_len   (TbPool      *self,
                                  const char  *text,
                                  gsize        length);
gpointer    tb_pool_alloc0       (TbPool      *self,
                                  gsize        size);
/* Keeps the strings and memory of another pool for as long as this one lives. */
void        tb_pool_keep         (TbPool      *self,
                                  TbPool      *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbPool, tb_pool_unref)

G_END_DECLS
