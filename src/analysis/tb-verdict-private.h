/* What the weighing of two figures hands to its texts and to the table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-number-format.h"
#include "tb-side.h"

#include <math.h>

G_BEGIN_DECLS

/* A verdict without numbers. */
#define TB_VERDICT_NONE \
  { .absolute = NAN, .relative = NAN, .points = NAN, .low = NAN, .high = NAN, .computed = NAN }

/* What the rules make of a pair, without numbers as yet. */
TbVerdict tb_verdict_of_rules (TbOperation       operation,
                               const TbWeighing *rules);

/* In what two figures are not of one thing (R1), a bit each. The last two do not
 * refuse. */
enum
{
  TB_DIFFERS_INDICATOR = 1 << 0,
  TB_DIFFERS_PLACE = 1 << 1,
  TB_DIFFERS_BREAKDOWN = 1 << 2,
  TB_DIFFERS_SCOPE = 1 << 3,
  TB_DIFFERS_UNIT = 1 << 4,      /* of another family */
  TB_DIFFERS_CURRENCY = 1 << 5,
  TB_DIFFERS_PRICES = 1 << 6,
  TB_DIFFERS_ADJUSTMENT = 1 << 7,
  TB_DIFFERS_SIZE = 1 << 8,      /* of the unit, within its family: converted */
  TB_DIFFERS_WORD = 1 << 9,      /* only the counting word */
};
#define TB_DIFFERS_REFUSED (TB_DIFFERS_SIZE - 1u)

/* What a figure measures, so far as comparisons ask. */
typedef enum
{
  TB_CLASS_FLOW,         /* over its span */
  TB_CLASS_TO_DATE,      /* since the start of the reporting year */
  TB_CLASS_PLAN_TOTAL,   /* since the start of a plan */
  TB_CLASS_LOOSE_TOTAL,  /* since a start that is not stated */
  TB_CLASS_LEVEL,        /* at a date */
  TB_CLASS_RATE,         /* average, ratio, index, growth: as its measure says */
  TB_CLASS_UNSTATED,
} TbClass;

guint       tb_side_find_differences (const TbSide      *base,
                                      const TbSide      *current);
TbClass     tb_side_classify         (const TbSide      *self);
/* R2, R7. */
void        tb_side_weigh_measures   (const TbSide      *base,
                                      const TbSide      *current,
                                      TbWeighing        *rules);
/* R3 to R6. */
void        tb_side_weigh_spans      (const TbSide      *base,
                                      const TbSide      *current,
                                      TbWeighing        *rules);
/* R16; asked after the rules on measures and spans. */
void        tb_side_weigh_kinds      (const TbSide      *base,
                                      const TbSide      *current,
                                      TbWeighing        *rules);
/* R9, R10, R20. */
void        tb_side_weigh_status     (const TbSide      *base,
                                      const TbSide      *current,
                                      TbWeighing        *rules);
/* R19: whether its period had ended when it was known. */
gboolean    tb_side_is_closed        (const TbSide      *self,
                                      TbReference        reference);
gboolean    tb_side_is_same_position (const TbSide      *a,
                                      const TbSide      *b);
/* T-7: one is a target whose declared baseline the other one is. */
gboolean    tb_side_is_baseline_pair (const TbSide      *base,
                                      const TbSide      *current);
/* R16: actual and aim, or two aims, of the same time. */
gboolean    tb_side_is_gap           (const TbSide      *base,
                                      const TbSide      *current);
/* Two figures of one kind for one period: of two sources or releases. */
gboolean    tb_side_is_same_figure   (const TbSide      *base,
                                      const TbSide      *current);
/* Whether the definition changes between the two, in either series (R8). */
gboolean    tb_side_has_break        (const TbSide      *base,
                                      const TbSide      *current);
/* What it is known to be, in another unit; FALSE where the unit is of another
 * family. */
gboolean    tb_side_convert          (const TbSide      *self,
                                      const TbUnit      *unit,
                                      TbInterval        *out_value);
/* Whether a percentage is among the answers. */
gboolean    tb_series_has_relative   (const TbSeriesInfo *info,
                                      gboolean            in_points);
/* R18: whether what the figures give meets the published change within its
 * rounding. */
gboolean    tb_published_is_met      (double             low,
                                      double             high,
                                      double             published,
                                      double             half_unit);
/* The rules on a share. */
TbWeighing  tb_side_weigh_share      (const TbSide      *part,
                                      const TbSide      *whole,
                                      TbReference        reference);

/* R8, R18: a percentage was published, which is stated and not the difference. */
gboolean    tb_verdict_states_percentage (const TbVerdict *verdict);
/* Decimals that a difference is shown with: those that the two figures are shown with, more
 * where it would read as none. */
int         tb_side_count_decimals   (const TbSide      *base,
                                      const TbSide      *current,
                                      double             difference,
                                      TbNumberScale      scale);
/* The percentage as it is shown, and with how many decimals. @toward_zero: it is
 * a bound. */
double      tb_percent_round         (double             percent,
                                      gboolean           toward_zero,
                                      int               *out_decimals);
char       *tb_percent_dup_text      (double             percent,
                                      gboolean           toward_zero) G_GNUC_WARN_UNUSED_RESULT;

/* Every reason of a refusal with what differs. */
char       *tb_reasons_dup_text      (TbRuleSet          refuses,
                                      const TbSide      *base,
                                      const TbSide      *current,
                                      TbReference        reference,
                                      TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
char       *tb_reasons_dup_share_text (TbRuleSet       refuses,
                                      const TbSide      *whole,
                                      const TbSide      *part,
                                      TbReference        reference,
                                      TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
/* R4 of a share: levels of two days, or totals up to two days. */
const char *tb_reasons_get_days      (const TbSide      *whole,
                                      const TbSide      *part,
                                      TbLanguage         language);
/* The warnings of a verdict that is not refused, joined to what @text says. */
void        tb_reasons_append_notes  (GString           *text,
                                      const TbVerdict   *verdict,
                                      const TbSide      *base,
                                      const TbSide      *current,
                                      TbLanguage         language);
/* What of the two differs: a mask of TB_DIFFERS_…, in words. */
char       *tb_reasons_dup_differences (guint            differs,
                                      const TbSide      *base,
                                      const TbSide      *current,
                                      TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
/* The size of a difference of the two, with its unit. */
char       *tb_difference_dup_text   (const TbVerdict   *verdict,
                                      const TbSide      *base,
                                      const TbSide      *current,
                                      double             difference,
                                      TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
/* "year on year", "since end 2024"; @is_level: there is no change. */
char       *tb_sides_dup_relation    (const TbSide      *base,
                                      const TbSide      *current,
                                      gboolean           is_level,
                                      TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
/* "5 units (5.0%) above the target". */
char       *tb_gap_dup_text          (const TbVerdict   *verdict,
                                      const TbSide      *base,
                                      const TbSide      *current,
                                      TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
/* "1 item (8.3%) more in the other source": of tb_side_is_same_figure(). */
char       *tb_rivals_dup_text       (const TbVerdict   *verdict,
                                      const TbSide      *base,
                                      const TbSide      *current,
                                      TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
/* "37.9% of R&D staff". */
char       *tb_share_dup_text        (const TbVerdict   *verdict,
                                      const TbSide      *part,
                                      const TbSide      *whole,
                                      TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
