/* The definitions that files give of one id.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-join-private.h"

G_BEGIN_DECLS

typedef struct _TbJoinVariants TbJoinVariants;

/* What differs between two entries, in words; NULL for nothing. */
typedef const char *(*TbJoinCompare) (const TbJoin  *join,
                                      gconstpointer  entry,
                                      gconstpointer  other);
/* The wording by which entries are compared first. */
typedef const TbText *(*TbJoinGetName) (gconstpointer entry);

TbJoinVariants *tb_join_variants_new    (TbJoinCompare   compare,
                                         TbJoinGetName   get_name) G_GNUC_WARN_UNUSED_RESULT;
void            tb_join_variants_free   (TbJoinVariants *self);
/* @entry stays where it is; as long as @self. */
void            tb_join_variants_add    (TbJoinVariants *self,
                                         const char     *id,
                                         gpointer        entry);
/* The entry of that id that is defined like @other; NULL: none is. */
gpointer        tb_join_variants_find   (TbJoinVariants *self,
                                         const TbJoin   *join,
                                         const char     *id,
                                         gconstpointer   other);
/* The number of the next definition of that id: 2, 3, 4 … */
guint           tb_join_variants_number (TbJoinVariants *self,
                                         const char     *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbJoinVariants, tb_join_variants_free)

G_END_DECLS
