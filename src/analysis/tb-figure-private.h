/* How many digits of a figure are shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-figure-text.h"

G_BEGIN_DECLS

/* Decimals of @shown in @scale, of a number printed as @value × @multiplier or
 * computed from such ones. */
int   tb_figure_count_decimals (TbDecimal            value,
                                TbDecimal            multiplier,
                                double               shown,
                                TbNumberScale        scale);
/* The same for a figure of a series; for a range, of its ends. */
int   tb_figure_get_decimals   (const TbObservation *observation,
                                double               shown,
                                TbNumberScale        scale);
/* How many decimals figures of an indicator are shown with at most. */
int   tb_figure_get_most_decimals (const TbSeriesInfo *info,
                                TbNumberScale        scale);
/* To where a number goes that has more digits than are shown: a bound to where it
 * claims no more than is known. */
typedef enum { TB_ROUND_NEAREST, TB_ROUND_DOWN, TB_ROUND_UP } TbRounding;

/* Printed as @value × @multiplier, and shown with no more decimals than its
 * indicator is (B-4) and than @most (negative: any), but never with digits that were
 * not printed, nor as a zero that it is not (P-6). */
char *tb_figure_dup_digits     (const TbSeriesInfo  *info,
                                double               number,
                                TbDecimal            value,
                                TbDecimal            multiplier,
                                TbNumberScale        scale,
                                TbRounding           rounding,
                                int                  most) G_GNUC_WARN_UNUSED_RESULT;
/* What a target of average growth asks for, in percent. */
char *tb_figure_dup_growth_target (const TbObservation *observation,
                                TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
/* "Qingdao Daily, 16 Aug 2021"; NULL for none. */
char *tb_figure_dup_source     (const TbSource      *source,
                                TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
/* Appends a part behind "; " or "；"; a full stop before that goes. */
void  tb_text_join             (GString             *text,
                                const char          *part,
                                TbLanguage           language);

G_END_DECLS
