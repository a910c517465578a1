/* A target with the figure that is measured by it. Private to the standing of
 * targets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-side.h"
#include "tb-standing.h"

G_BEGIN_DECLS

/* Where the figure lies to the target's end. */
typedef enum
{
  TB_HORIZON_OTHER,   /* after it, or over a span that has nothing to do with it */
  TB_HORIZON_BEFORE,  /* on the way */
  TB_HORIZON_AT,      /* the target's own span, or the level at its deadline */
} TbHorizon;

/* A comparison between a bounded figure and a number. */
typedef enum { TB_MET_NO, TB_MET_YES, TB_MET_UNKNOWN } TbMet;

/**
 * TbAim:
 * @target, @actual: the two figures
 * @aim: what only targets have
 * @value: the actual figure in the target's unit
 * @goal: the target's number, or its two ends
 * @has_goal: it is one number
 * @deadline: the target's last day; 0: none
 * @horizon: where the figure lies to it
 * @is_sum: both are amounts that add up
 * @begins: the figure has been added up since the target's start
 * @is_part: the figure is the part that was done of a planned whole
 * @refuses: what forbids to set the two against each other, spans apart
 * @completion_refuses: the same, for the part of a whole
 * @notes: what warns
 */
typedef struct
{
  TbSide          target;
  TbSide          actual;
  const TbTarget *aim;
  TbReference     reference;
  TbInterval      value;
  TbInterval      goal;
  gboolean        has_goal;
  TbDay           deadline;
  TbHorizon       horizon;
  gboolean        is_sum;
  gboolean        begins;
  gboolean        is_part;
  TbRuleSet       refuses;
  TbRuleSet       completion_refuses;
  TbRuleSet       notes;
} TbAim;

/* tb-standing-aim.c */
gboolean   tb_aim_load             (TbAim           *self,
                                    TbFigure         target,
                                    TbFigure         actual,
                                    TbReference      reference);
/* The figures' rules with the target standing at its baseline: what forbids a
 * difference from there. */
TbRuleSet  tb_aim_weigh_baseline   (const TbAim     *self);
double     tb_aim_get_baseline     (const TbAim     *self);

/* R1 lets the figure through. */
gboolean   tb_aim_is_same_thing    (const TbAim     *self);

/* tb-standing-path.c */
/* Percent of the target's period that had passed; NaN where it has none. */
double     tb_aim_get_elapsed      (const TbAim     *self);
/* The day before the target's time; 0: not known. */
TbDay      tb_aim_get_start        (const TbAim     *self);
gboolean   tb_aim_get_required_by_growth (const TbAim *self,
                                    double           least,
                                    double          *out_required);
/* What the path asks for; NaN where nothing. FALSE: no path is given. */
gboolean   tb_aim_get_required     (const TbAim     *self,
                                    double          *out_required);
TbMet      tb_aim_compare_path     (const TbAim     *self,
                                    double           required);

/* tb-standing-growth.c */
/* T-8: the average so far as an interval in percent. FALSE: there is none, for
 * @out_refuses. */
gboolean   tb_aim_get_growth       (const TbAim     *self,
                                    TbInterval      *out_growth,
                                    TbRuleSet       *out_refuses);

/* tb-standing-progress.c */
TbReading  tb_reading_of_interval  (const TbInterval *interval,
                                    TbRuleSet        notes);
TbReading  tb_reading_refused      (TbRuleSet        codes);
TbReading  tb_aim_read_completion  (const TbAim     *self);
TbReading  tb_aim_read_progress    (const TbAim     *self);

TbMet      tb_interval_at_least    (const TbInterval *value,
                                    double           limit);
TbMet      tb_interval_at_most     (const TbInterval *value,
                                    double           limit);

/* tb-standing-sizes.c */
/* "46", "75.7"; @side: −1 rounds down, as a lower bound wants it, 1 up. */
char      *tb_percent_dup_rounded  (double           percent,
                                    int              side) G_GNUC_WARN_UNUSED_RESULT;
/* "46%", "at least 46%", "40% to 45%" */
char      *tb_reading_dup_percent  (const TbReading *reading,
                                    TbLanguage       language) G_GNUC_WARN_UNUSED_RESULT;
/* In the target's unit, or in points and without its sign. */
char      *tb_aim_dup_size         (const TbAim     *self,
                                    double           amount,
                                    gboolean         in_points,
                                    TbLanguage       language) G_GNUC_WARN_UNUSED_RESULT;
/* Decimals that tell all that both figures print, in the target's unit. */
int        tb_aim_count_decimals   (const TbAim     *self,
                                    double           amount,
                                    TbNumberScale    scale);
/* A size in percentage points, without its unit. */
char      *tb_aim_dup_points       (const TbAim     *self,
                                    double           amount) G_GNUC_WARN_UNUSED_RESULT;
/* "5 units", "more than 5 units" */
char      *tb_aim_dup_gap          (const TbAim      *self,
                                    const TbStanding *standing,
                                    TbLanguage        language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
