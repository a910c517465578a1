/* A change that the source printed beside, or in place of, the level.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-number-format.h"
#include "tb-side.h"

G_BEGIN_DECLS

/* The earlier figure that a level and its published change imply: 392.1 at
 * +23.3 % implies 318.0, from 317.8 to 318.2, a year earlier. Its span is the
 * base's, @implied is set, the limits are those of the printed value with the
 * room that rounding leaves in @rounding. FALSE: none follows (no level, no
 * change, a base that is not stated, a distance between places). */
gboolean  tb_published_get_base     (TbFigure       figure,
                                     TbSide        *out_base);
/* "318.0亿元 (317.8 to 318.2)": the implied base in words. */
char     *tb_published_dup_base     (const TbSide  *base,
                                     TbLanguage     language) G_GNUC_WARN_UNUSED_RESULT;
/* The change as it was published, in words; NULL where there is none. */
char     *tb_published_dup_change   (TbFigure       figure,
                                     TbLanguage     language) G_GNUC_WARN_UNUSED_RESULT;
/* For a column of published growth: "+23.3%", "+687", "22.2×"; NULL for none. */
char     *tb_published_dup_short    (TbFigure       figure,
                                     TbNumberScale  scale,
                                     TbLanguage     language) G_GNUC_WARN_UNUSED_RESULT;
/* In what a published change is stated. */
typedef enum
{
  TB_PUBLISHED_RELATIVE,  /* percent */
  TB_PUBLISHED_POINTS,    /* percentage points */
  TB_PUBLISHED_ABSOLUTE,  /* in the unit, multiplier applied */
} TbPublishedSort;

/* R8, R18: the change of that sort published for this very pair, with half a unit
 * of its last digit; NaN where none was. */
double    tb_published_for_pair     (const TbSide  *base,
                                     const TbSide  *current,
                                     TbPublishedSort sort,
                                     double        *out_half_unit);

G_END_DECLS
