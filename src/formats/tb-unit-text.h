/* Units as files word them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-catalog.h"

G_BEGIN_DECLS

/* The unit of a catalog for a wording ("%", "Million euro", "MIO_EUR", "current US$", "persons", NULL for none said):
 * found, or added with kind, currency and `per` where the wording is clear, else kind `other` with the wording as its
 * name. @out_multiplier is what the wording says that numbers are to be multiplied by ("Million euro": 1000000),
 * else 1. @id and @label: of a code list, either nullable. Nothing is guessed from a word that is not known. */
TbUnit *tb_unit_text_find (TbCatalog  *catalog,
                           const char *id,
                           const char *label,
                           TbDecimal  *out_multiplier);
/* The wording of a unit in the brackets that a name ends in: "GDP（亿元）"; NULL where there are none, or what is in them
 * is no unit that is known. @out_stem: bytes of the name to be shown. Thread: any. */
char   *tb_unit_text_dup_bracketed (const char *name,
                                    gsize      *out_stem);

G_END_DECLS
