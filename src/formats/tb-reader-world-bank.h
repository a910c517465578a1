/* What the parts of the reader of the World Bank's answers share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-field.h"

G_BEGIN_DECLS

const char *tb_world_bank_find_unit    (const char          *name,
                                        TbPool              *pool);

/* Which pages of which question a file has. */
GHashTable *tb_world_bank_pages_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void        tb_world_bank_pages_note   (GHashTable          *self,
                                        const TbJsonValue   *head,
                                        gsize                n_rows);
void        tb_world_bank_pages_report (GHashTable          *self,
                                        const TbReaderInput *input);

G_END_DECLS
