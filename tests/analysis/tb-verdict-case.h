/* Two figures of two series, and what the rules say to them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-verdict.h"

G_BEGIN_DECLS

/**
 * TbVerdictCase:
 * @name: rule and case
 * @base: members of the first series; for a share, of the whole
 * @current: members of the second one; of the part
 * @value: absolute, or points, or the share in percent; NaN for none
 * @relative: NaN for none
 * @en, @zh: nullable
 *
 * The first row of each series counts. The series may refer to the units item,
 * xiang, jian (items in other words), kg, tonne, month, year, percent, mille,
 * fraction, yuan, usd; to the places china, city (in china), district (in city),
 * other; and to the indicators of tb-verdict-case.c.
 */
typedef struct
{
  const char    *name;
  const char    *base;
  const char    *current;
  TbVerdictKind  kind;
  const char    *codes;
  double         value;
  double         relative;
  TbBound        bound;
  const char    *en;
  const char    *zh;
} TbVerdictCase;

TbDataset *tb_verdict_case_read   (const char          *base,
                                   const char          *current) G_GNUC_WARN_UNUSED_RESULT;
void       tb_verdict_case_assert (const TbVerdictCase *self,
                                   TbOperation          operation);

G_END_DECLS
