/* How an observed figure stands to a target (semantics 4.4).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-number-format.h"
#include "tb-verdict.h"

G_BEGIN_DECLS

typedef enum
{
  TB_STANDING_NONE,         /* no word can be said: @codes tell why */
  TB_STANDING_MET_SO_FAR,   /* before the deadline: "met so far" */
  TB_STANDING_ON_PATH,
  TB_STANDING_BEHIND_PATH,
  TB_STANDING_NO_PATH,      /* "no path given" */
  TB_STANDING_ACHIEVED,     /* on or after the deadline, or early for a cumulative floor */
  TB_STANDING_MISSED,
} TbStandingWord;

/* A number that a rule may withhold. */
typedef struct
{
  TbVerdictKind kind;    /* INVALID: no number; @codes have the reason */
  TbRuleSet     codes;
  double        value;   /* NaN where there is none */
  TbBound       bound;
  double        low;     /* the bounds of it, NaN where open */
  double        high;
  gboolean      strict;  /* the bound itself is not reached */
} TbReading;

/**
 * TbStanding:
 * @codes: every rule that shaped any part of it
 * @word: the status word (T-5)
 * @word_kind: NOTE where the word rests on a provisional figure or a warning
 * @gap: actual − target in the unit, or in points where both are percentages;
 *   of a range, to the nearer end, 0 inside (T-1, T-2, T-3); INVALID where the
 *   two cannot be set against each other (R1, R2, R16, T-4 …)
 * @in_points: @gap is in percentage points
 * @completion: percent of the target reached (T-6); INVALID on other bases
 * @elapsed: percent of the target's period that had passed at the figure's end; NaN where undated
 * @progress: percent of the way from baseline to target (T-7)
 * @required: what the path asks for at the figure's date, in the unit (T-5, T-8); NaN without a path
 * @reference: what it was assessed on
 * @growth, @growth_required: geometric average a year so far and wanted, percent (T-8); NaN otherwise
 *
 * A plain value.
 */
typedef struct
{
  TbRuleSet      codes;
  TbStandingWord word;
  TbVerdictKind  word_kind;
  TbReading      gap;
  gboolean       in_points;
  TbReading      completion;
  double         elapsed;
  TbReading      progress;
  double         required;
  double         growth;
  double         growth_required;
  TbReference    reference;
} TbStanding;

/* How @actual stands to @target. Completion never rests on a figure that the
 * rules of comparison refuse. Thread: any; no allocation. */
TbStanding   tb_standing_assess      (TbFigure            target,
                                      TbFigure            actual,
                                      TbReference         reference);
/* The observed figure that a target is measured by: the latest one of the
 * dataset that is of the same thing and not after its deadline's period, else
 * the latest of all that R1 lets through; {NULL} where none fits.
 * @known: as known on that day; 0: today. */
TbFigure     tb_standing_find_actual (const TbDataset    *dataset,
                                      TbFigure            target,
                                      TbDay               known,
                                      TbReference         reference);
/* The last day of the target: its deadline, else the end of its period; 0: none. */
TbDay        tb_target_get_deadline  (TbFigure            target);
/* Orders targets and plans, an array of TbFigure: the first is to be shown. */
void         tb_targets_sort         (GArray             *targets,
                                      TbReference         reference);

/* "met so far", "on path" …: as T-5 words it; "" for none. */
const char  *tb_standing_get_word    (TbStandingWord      word,
                                      TbLanguage          language);
/* The target itself: "≥100", "4–5", "about 45", the text of a verbal one. */
char        *tb_standing_dup_target  (TbFigure            target,
                                      TbNumberScale       scale,
                                      TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* One sentence: "46% of the target; 50% of the time elapsed, −4 percentage
 * points", "+5.0 above the target: achieved", or why nothing can be said. */
char        *tb_standing_dup_text    (const TbStanding   *self,
                                      TbFigure            target,
                                      TbFigure            actual,
                                      TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* Why there is no completion: for the cell that shows "–". */
char        *tb_standing_dup_no_completion (const TbStanding *self,
                                      TbFigure            target,
                                      TbFigure            actual,
                                      TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* In short pieces, for columns: "46%"; NULL where the rules withhold it. */
char        *tb_standing_dup_percent (const TbReading   *reading,
                                      TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
/* "+5", "−0.4 pp" in the row's scale, without unit; NULL where withheld. */
char        *tb_standing_dup_gap     (const TbStanding  *self,
                                      TbFigure           target,
                                      TbFigure           actual,
                                      TbNumberScale      scale,
                                      TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
/* "50% of the time elapsed, −4 percentage points"; NULL where the time is not known. */
char        *tb_standing_dup_elapsed (const TbStanding  *self,
                                      TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
/* "50": percent of the time. */
char        *tb_standing_dup_share   (double             percent) G_GNUC_WARN_UNUSED_RESULT;
/* "4": points between completion and time elapsed, without sign; NULL where there
 * is none, or less than can be told. */
char        *tb_standing_dup_distance (const TbStanding *self) G_GNUC_WARN_UNUSED_RESULT;
/* An amount in the target's unit, with the decimals that the two figures print. */
char        *tb_standing_dup_amount  (TbFigure           target,
                                      TbFigure           actual,
                                      double             amount,
                                      TbNumberScale      scale) G_GNUC_WARN_UNUSED_RESULT;

/* The day at whose end the way to the target begins; 0: not known. */
TbDay        tb_standing_get_path_start (TbFigure        target,
                                      TbFigure           actual);
/* What the path asks for at the end of a day, of figures like @actual, in the
 * target's unit. FALSE: no path says so. No allocation. */
gboolean     tb_standing_get_required_at (TbFigure       target,
                                      TbFigure           actual,
                                      TbDay              day,
                                      double            *out_required);

G_END_DECLS
