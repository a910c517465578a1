/* From one level to another, change by change: what a waterfall and a stock-flow bridge show.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-frame.h"
#include "tb-chart-type.h"
#include "tb-interval.h"
#include "tb-verdict.h"

G_BEGIN_DECLS

typedef enum
{
  TB_BRIDGE_LEVEL,     /* where it begins and ends, and years' ends between */
  TB_BRIDGE_STEP,
  TB_BRIDGE_SUBTOTAL,  /* what a group of steps before it comes to */
  TB_BRIDGE_RESIDUAL,  /* what the steps leave of the end */
} TbBridgeRole;

/**
 * TbBridgeBar:
 * @role: what it is
 * @name: in its row, or under the axis
 * @brief: (nullable): the same where there is little room; of a subtotal its group
 * @n_folded: so many changes in one; 0: one alone
 * @from, @to: of a level 0 and itself
 * @value: the level or the change
 * @sign: of a change; 0 where there is none
 * @ink: its colour: good, bad or neutral of a change (N-4)
 * @label: the number with its sign
 * @kind, @soft: how it is drawn (N-1)
 * @datum: the figure that it shows, or that a change ends with
 */
typedef struct
{
  TbBridgeRole role;
  char        *name;
  char        *brief;
  guint        n_folded;
  double       from, to;
  TbInterval   value;
  int          sign;
  TbInk        ink;
  char        *label;
  TbKind       kind;
  gboolean     soft;
  TbDatum      datum;
} TbBridgeBar;

/**
 * TbBridge:
 * @bars: of TbBridgeBar, in order
 * @in_rows: structure, from top to bottom; else time, from left to right (N-5)
 * @is_cut: the changes are too small beside the levels to be seen from zero:
 *   levels are lines, and the axis does not begin at zero (N-6)
 * @running: where the last step led to
 * @has_refused: a step has no number, and is within a discrepancy
 * @n_decimals: of all labels
 * @change: (nullable): of the end on the beginning, in words
 */
typedef struct
{
  TbFigures  *figures;
  GArray     *bars;
  gboolean    in_rows;
  gboolean    is_cut;
  gboolean    has_refused;
  TbInterval  running;
  int         n_decimals;
  TbDirection direction;
  char       *change;
} TbBridge;

TbBridge *tb_bridge_new          (TbFigures          *figures,
                                  TbDirection         direction) G_GNUC_WARN_UNUSED_RESULT;
void      tb_bridge_free         (TbBridge           *self);
/* A number that sums can be made of; FALSE: none, or only a bound or range. */
gboolean  tb_bridge_read         (TbFigure            figure,
                                  TbInterval         *out_value);
/* Of the last bar. */
void      tb_bridge_set_brief    (TbBridge           *self,
                                  TbPeriod            period);
/* All names: (transfer full). Of @point, nullable, the notation and the datum. */
void      tb_bridge_add_level    (TbBridge           *self,
                                  char               *name,
                                  const TbInterval   *level,
                                  const TbChartPoint *point);
void      tb_bridge_add_step     (TbBridge           *self,
                                  char               *name,
                                  const TbInterval   *change,
                                  const TbChartPoint *point);
/* What the steps since @start come to. */
void      tb_bridge_add_subtotal (TbBridge           *self,
                                  char               *name,
                                  const TbInterval   *start,
                                  const TbChartPoint *point);
/* What @target leaves of the steps, where that is not zero. */
void      tb_bridge_add_residual (TbBridge           *self,
                                  const TbInterval   *target);
/* Colour and sign of a change, and its label. */
void      tb_bridge_color_change (const TbBridge     *self,
                                  TbBridgeBar        *bar);
void      tb_bridge_write_label  (const TbBridge     *self,
                                  TbBridgeBar        *bar);
/* What thin bars are, in the notes, for as long as there are any. */
void      tb_bridge_note_subtotals (TbBridge         *self);
/* One row less, that still adds up; FALSE: it cannot be said shorter. */
gboolean  tb_bridge_fold         (TbBridge           *self);
/* Chooses the scale, writes the labels and the texts around the chart anew, for
 * the figures that the tracks still hold. */
void      tb_bridge_finish       (TbBridge           *self,
                                  const TbChartSpecFields *spec,
                                  const TbTrack      *whole);
/* How the level at the end stands to that at the beginning: told in the subtitle. */
void      tb_bridge_set_change   (TbBridge           *self,
                                  TbFigure            base,
                                  TbFigure            current);
gsize     tb_bridge_count_steps  (const TbBridge     *self);
void      tb_bridge_describe     (gconstpointer       content,
                                  const TbFigures    *figures,
                                  GString            *text);
void      tb_bridge_free_content (gpointer            content);

/* The content of C10 from one series over time, from parts of a whole, and of C16;
 * NULL with @error where it does not fit. */
TbBridge *tb_bridge_new_over_time (TbFigures         *figures,
                                  const TbChartSpecFields *spec,
                                  GError            **error) G_GNUC_WARN_UNUSED_RESULT;
TbBridge *tb_bridge_new_of_parts (TbFigures          *figures,
                                  const TbChartSpecFields *spec,
                                  GError            **error) G_GNUC_WARN_UNUSED_RESULT;
TbBridge *tb_bridge_new_of_flows (TbFigures          *figures,
                                  const TbChartSpecFields *spec,
                                  GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* "End 2024", "2024年末"; a flow's period in full. */
char     *tb_bridge_name_level   (const TbChartPoint *point,
                                  TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* "Mar", with its year where @before is of another one or NULL. */
char     *tb_bridge_name_step    (const TbChartPoint *point,
                                  const TbChartPoint *before,
                                  TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps of a track only the points from @first to @last: what the texts speak of. */
void      tb_bridge_keep_points  (TbTrack            *track,
                                  const TbChartPoint *first,
                                  const TbChartPoint *last);

void      tb_layout_bridge       (TbCanvas           *canvas,
                                  const TbChartFrame *frame,
                                  gpointer            content);
/* Folds rows that @frame has no room for; TRUE where that was needed. */
gboolean  tb_layout_bridge_limit (TbCanvas           *canvas,
                                  const TbChartFrame *frame,
                                  gpointer            content);
void      tb_layout_bridge_columns (TbCanvas         *canvas,
                                  const TbChartFrame *frame,
                                  const TbBridge     *bridge);
/* The paint of a bar and the numbers at its ends, shared by both layouts. */
TbColor   tb_bridge_get_color    (const TbCanvas     *canvas,
                                  const TbBridgeBar  *bar);
/* Smallest and largest of what the axis has to hold. */
void      tb_bridge_get_extent   (const TbBridge     *self,
                                  double             *out_low,
                                  double             *out_high);

/* Errors and notes of bridges, in the figure's language. */
typedef enum
{
  TB_BRIDGE_WORD_RESIDUAL, TB_BRIDGE_WORD_TOTAL, TB_BRIDGE_WORD_SUBTOTAL, TB_BRIDGE_WORD_OTHERS,
  TB_BRIDGE_WORD_SUBTOTALS, TB_BRIDGE_WORD_END_OF,
  TB_BRIDGE_WORD_WITHIN_ROUNDING, TB_BRIDGE_WORD_CUT, TB_BRIDGE_WORD_IN_RESIDUAL,
  TB_BRIDGE_WORD_FEW, TB_BRIDGE_WORD_MANY, TB_BRIDGE_WORD_MEASURE, TB_BRIDGE_WORD_REFUSED, TB_BRIDGE_WORD_INEXACT,
  TB_BRIDGE_WORD_NO_TILE, TB_BRIDGE_WORD_BREAK, TB_BRIDGE_WORD_RUNNING, TB_BRIDGE_WORD_NO_WHOLE,
  TB_BRIDGE_WORD_NO_PART, TB_BRIDGE_WORD_NO_PAIR, TB_BRIDGE_WORD_SAID, TB_BRIDGE_WORD_TWICE, TB_BRIDGE_WORD_SUM,
  TB_BRIDGE_WORD_EXCEED,
  TB_BRIDGE_WORD_NEEDS_STOCK_AND_FLOW, TB_BRIDGE_WORD_ONE_STOCK, TB_BRIDGE_WORD_UNCOVERED,
  TB_N_BRIDGE_WORDS,
} TbBridgeWord;

gboolean  tb_bridge_is_part_of   (const TbTrack      *part,
                                  const TbTrack      *whole);
/* Whether the parts of a whole add up to no more than it, and none twice. */
gboolean  tb_bridge_check_parts  (const TbFigures    *figures,
                                  const TbTrack      *whole,
                                  const TbPeriod     *periods,
                                  gsize               n_periods,
                                  GError            **error);
const char *tb_bridge_word       (TbBridgeWord        word,
                                  TbLanguage          language);
/* Refuses in these words. */
void      tb_bridge_refuse       (GError            **error,
                                  TbBridgeWord        word,
                                  TbLanguage          language,
                                  ...);

/* More bars than these cannot be read. */
#define TB_BRIDGE_MOST_STEPS 24

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbBridge, tb_bridge_free)

G_END_DECLS
