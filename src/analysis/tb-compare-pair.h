/* Two periods that are compared.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-language.h"
#include "tb-period.h"

G_BEGIN_DECLS

/* A plain value. */
typedef struct { TbPeriod base, current; } TbComparePair;

gboolean  tb_compare_pair_equal     (TbComparePair  a,
                                     TbComparePair  b);
/* "2019 to 2020" */
char     *tb_compare_pair_dup_label (TbComparePair  self,
                                     TbLanguage     language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
