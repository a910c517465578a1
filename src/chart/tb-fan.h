/* Years to date beside each other: what a fan shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-frame.h"
#include "tb-mark-line.h"
#include "tb-verdict.h"

G_BEGIN_DECLS

/**
 * TbFanYear:
 * @name: "2025年", "2024/25"
 * @start: its first day
 * @points: of TbPlacedPoint, in order; x in months since @start until it is placed
 * @last: (nullable): the last with a number
 */
typedef struct
{
  char         *name;
  TbDay         start;
  GArray       *points;
  TbPlacedPoint *last;
} TbFanYear;

/**
 * TbFan:
 * @figures: those of the points
 * @cumulated: (nullable): the same, where they were added up here
 * @years: of TbFanYear, in order
 * @current: which of them stands out
 * @step: months between two totals; further apart there is a gap
 * @first, @end: the earliest and the latest end of a total, months from the start
 *   of its year
 * @now, @then: (nullable): what is compared, of one span
 * @difference: (nullable): "+13.1%"
 * @span: "Jan–Aug", "1—8月"
 * @sentence: (nullable): what the verdict says
 */
typedef struct
{
  const TbFigures *figures;
  TbFigures       *cumulated;
  GArray          *years;
  guint            current;
  double           step, first, end;
  const TbChartPoint *now, *then;
  TbInk            ink;
  char            *difference;
  char            *span;
  char            *sentence;
} TbFan;

TbFan   *tb_fan_new           (TbFigures               *figures,
                               const TbChartSpecFields *spec,
                               GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void     tb_fan_free          (gpointer                 content);
void     tb_fan_describe      (gconstpointer            content,
                               const TbFigures         *figures,
                               GString                 *text);
/* Whether a line may run between two totals of a year. */
gboolean tb_fan_joins         (const TbFan             *self,
                               const TbChartPoint      *from,
                               const TbChartPoint      *to);
/* Whether all totals end with quarters. */
gboolean tb_fan_is_quarterly  (const TbFan             *self);
void     tb_layout_fan        (TbCanvas                *canvas,
                               const TbChartFrame      *frame,
                               gpointer                 content);
/* How a total is called by the month that it ends with: "Aug", "8月"; where all
 * end with quarters "Q1–Q3", "前三季度". */
char    *tb_fan_dup_tick      (const TbFan             *self,
                               int                      month) G_GNUC_WARN_UNUSED_RESULT;
/* "Jan–Aug on a year earlier", "1—8月同比" */
char    *tb_fan_dup_compared  (const TbFan             *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbFan, tb_fan_free)

G_END_DECLS
