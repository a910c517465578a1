/* Computes one series from another: year-to-date to discrete, change, index,
 * share, frequency … (semantics 4.2 and 4.3).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-derived.h"

G_BEGIN_DECLS

/* In the fixed order in which steps are applied, whatever the order they are
 * named in (F-1). */
typedef enum
{
  TB_TRANSFORM_DISCRETE,         /* from year-to-date */
  TB_TRANSFORM_CUMULATIVE,       /* to year-to-date */
  TB_TRANSFORM_QUARTER,
  TB_TRANSFORM_HALF,
  TB_TRANSFORM_ANNUAL,
  TB_TRANSFORM_PER_CAPITA,       /* ÷ @other, F-8 */
  TB_TRANSFORM_CHANGE,           /* on the period before, in the unit (points of percentages) */
  TB_TRANSFORM_CHANGE_ON_YEAR,
  TB_TRANSFORM_PERCENT,
  TB_TRANSFORM_PERCENT_ON_YEAR,
  TB_TRANSFORM_ANNUALISED,       /* 100 ((x / x₋₁)ⁿ − 1) */
  TB_TRANSFORM_CAGR,             /* since @base, or the first figure */
  TB_TRANSFORM_AVERAGE_GROWTH,   /* of published rates: geometric mean of @window years (两年平均) */
  TB_TRANSFORM_INDEX,            /* @base = 100 */
  TB_TRANSFORM_SHARE,            /* of @other, percent, F-5 */
  TB_TRANSFORM_CONTRIBUTION,     /* to the growth of @other, points, F-6 */
  TB_TRANSFORM_MOVING_AVERAGE,   /* of @window periods, trailing */
} TbTransformKind;
#define TB_N_TRANSFORMS 17

/* Of MOVING_AVERAGE, in periods; a year of days. AVERAGE_GROWTH has a narrower one. */
#define TB_MAX_WINDOW 366

typedef struct
{
  TbTransformKind kind;
  TbPeriod        base;     /* INDEX (required), CAGR (TB_PERIOD_UNDATED: the first) */
  guint           window;   /* MOVING_AVERAGE, AVERAGE_GROWTH; 0: 3 and 2 */
  TbSeries       *other;    /* SHARE, CONTRIBUTION: the whole; PER_CAPITA: the population */
  TbSeries       *weights;  /* nullable; QUARTER, HALF, ANNUAL of averages */
  gboolean        so_far;   /* QUARTER, HALF, ANNUAL: sum what there is, as year-to-date (F-7) */
} TbTransform;

/* "percent-on-year" and so on. */
const char  *tb_transform_get_name  (TbTransformKind     kind);
gboolean     tb_transform_from_name (const char         *name,
                                     TbTransformKind    *out_kind);
/* In words, for menus and subtitles: "change on a year earlier in percent". */
const char  *tb_transform_get_title (TbTransformKind     kind,
                                     TbLanguage          language);
/* Whether the operation fits the series at all, by its measure and periods: the
 * rule that forbids it and why, else NULL (transfer full). */
char        *tb_transform_dup_misfit (const TbSeries    *series,
                                     const TbTransform  *transform,
                                     TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;

/* Applies the steps, in the order of F-1, to the figures of one kind (actual where
 * the series has some) that stood on the day @known. NULL with @error where a
 * step does not fit: the message begins with the rule ("Y-3: …"). @language is
 * that of the message. Thread: any. No allocation per observation. */
TbDerived   *tb_transform_apply     (TbSeries           *series,
                                     const TbTransform  *steps,
                                     gsize               n_steps,
                                     TbDay               known,
                                     TbReference         reference,
                                     TbLanguage          language,
                                     GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* F-5, F-6: what the parts of a whole leave in one period, in the unit; its sign
 * and rounding say whether they tie out. FALSE: a part or the whole is missing,
 * or a part is negative. */
gboolean     tb_transform_get_residual (TbSeries *const *parts,
                                     gsize               n_parts,
                                     TbSeries           *whole,
                                     TbPeriod            period,
                                     TbInterval         *out_residual);

#define TB_TRANSFORM_ERROR (tb_transform_error_quark ())
GQuark tb_transform_error_quark (void);
typedef enum
{
  TB_TRANSFORM_ERROR_MISFIT,    /* a rule forbids the operation */
  TB_TRANSFORM_ERROR_ARGUMENT,  /* no base, no other series, a window out of range */
} TbTransformError;

G_END_DECLS
