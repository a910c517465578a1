/* What figures are counted in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-decimal.h"
#include "tb-text.h"
#include "tb-vocabulary.h"

G_BEGIN_DECLS

/* Belongs to a catalog; read only. */
struct _TbUnit
{
  const char   *id;
  TbText        name;
  TbUnitKind    kind;
  const char   *currency;   /* ISO 4217, nullable; only MONEY */
  double        per;        /* only PER: 100000, 1000 …; else 0 */
  const TbUnit *base;       /* nullable: figure × factor is in this unit */
  TbDecimal     factor;
  const char   *unknown;    /* nullable: members that are not ours, as JSON text */
};

gboolean  tb_unit_same_family (const TbUnit *a, const TbUnit *b);
/* A figure in @from × @out_factor is the same in @to; FALSE where the units are
 * of two families. A factor that no decimal ends has 18 digits. */
gboolean  tb_unit_conversion (const TbUnit *from, const TbUnit *to, TbDecimal *out_factor);
/* What turns a difference in the unit into percentage points (R13). FALSE: it
 * is no percentage. */
gboolean  tb_unit_points_factor (const TbUnit *self, TbDecimal *out_factor);
/* Whether numbers are shortened by 万, 亿, million: not where they are
 * percentages, indices, ranks or rates. */
gboolean  tb_unit_takes_scale (const TbUnit *self);

/* A number with its unit in a reader's language: "6.77万张", "CNY 48.3 billion",
 * "61%", "4.85 per 100,000". @number comes formatted, @suffix is the scale's. */
char     *tb_unit_attach      (const TbUnit *self,
                               const char   *number,
                               const char   *suffix,
                               TbLanguage    language) G_GNUC_WARN_UNUSED_RESULT;
/* The unit with a scale, for a subtitle or header: "万张", "CNY billion", "million beds", "%". */
char     *tb_unit_label       (const TbUnit *self,
                               const char   *suffix,
                               TbLanguage    language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
