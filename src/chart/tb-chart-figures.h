/* What a chart shows, before any pixel: points with spans, marks and words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-spec.h"
#include "tb-number-format.h"
#include "tb-transform.h"
#include "tb-verdict.h"

G_BEGIN_DECLS

/**
 * TbGeometry:
 * @TB_GEOMETRY_SPAN: covers its span: flows
 * @TB_GEOMETRY_SEGMENT: a level line over its span: averages
 * @TB_GEOMETRY_END: stands at the end of its last day: stocks, running totals
 *
 * How a figure lies in time (semantics P-3).
 */
typedef enum
{
  TB_GEOMETRY_SPAN,
  TB_GEOMETRY_SEGMENT,
  TB_GEOMETRY_END,
} TbGeometry;

/* One figure to be drawn; small, because there may be a million. Its number and
 * its period in words are made where they are shown. */
typedef struct
{
  TbDatum     datum;           /* of the chart's selection */
  int         row;             /* of the track's series: of computed figures another than @datum's */
  TbPeriod    period;
  double      start, end;      /* the span, months from year 0 (tb_months_at_start(), _end()) */
  double      value;           /* NaN: a range only, or missing */
  double      low, high;       /* NaN where not given */
  guint32     status;
  guint16     conflict;        /* which of @n_conflicts differing figures, from 0 */
  guint16     n_conflicts;     /* 1: none */
  TbGeometry  geometry : 4;
  TbKind      kind : 4;
  TbQualifier qualifier : 4;
  TbBasis     basis : 4;
  guint       bracket : 1;     /* END: a running total since @start */
  guint       missing : 1;     /* no number: a gap */
  guint       breaks : 1;      /* a new definition holds from here on */
  guint       indicative : 1;  /* of a target: said not to bind */
  guint       binding : 1;     /* of a target: said to bind */
  guint       implied : 1;     /* what other figures leave */
  guint       thinned : 1;     /* plain figures between it and the point before, all joined, were left out */
} TbChartPoint;

typedef struct
{
  TbSeries *series;
  const guint32 *rows;         /* of the series that it is made of */
  gsize     n_rows;
  const guint32 *n_left_out;   /* nullable: right before each row, of those that no pixel would show (M4) */
  gsize     n_all;             /* rows with those */
  int       index;             /* in the selection */
  int       recolor;           /* added to @index, tells its colour */
  const char *name;            /* what tells it from the others; "" where it is the only one */
  TbChartPoint *points;        /* in order of period */
  gsize     n_points;
  double    longest;           /* span of a point, months */
  gboolean  hidden;            /* switched off in the legend: no points */
} TbTrack;

/* How a type draws a figure: the notes say it in these words. */
typedef enum
{
  TB_NOTATION_COLUMN,   /* columns over time: outlined targets, hatched forecasts */
  TB_NOTATION_LINE,     /* lines: diamonds for targets, dashes for what may change */
  TB_NOTATION_BAR,      /* bars in rows: ticks for targets */
  TB_NOTATION_NONE,     /* no notes of that kind */
} TbNotation;

/* What stands before a name in the legend. */
typedef enum
{
  TB_SWATCH_SOLID, TB_SWATCH_PALE, TB_SWATCH_OUTLINE, TB_SWATCH_DASHED_OUTLINE, TB_SWATCH_HATCH,
  TB_SWATCH_LINE, TB_SWATCH_DASHED_LINE, TB_SWATCH_DOT, TB_SWATCH_HOLLOW_DOT, TB_SWATCH_DIAMOND, TB_SWATCH_TICK,
  TB_SWATCH_DASHED_TICK, TB_SWATCH_THIN_TICK, TB_SWATCH_TRIANGLE, TB_SWATCH_HOLLOW_TRIANGLE, TB_SWATCH_SHADE,
  TB_SWATCH_PALE_SHADE, TB_SWATCH_SOLID_DIAMOND,
} TbSwatch;

/* In which of the theme's colours. */
typedef enum
{
  TB_INK_TRACK, TB_INK_TEXT, TB_INK_MUTED, TB_INK_TARGET, TB_INK_GOOD, TB_INK_BAD, TB_INK_NEUTRAL,
  TB_INK_ACTUAL,   /* of all actual figures, where no colours tell series apart */
} TbInk;

/* N-4: of a change for the better or worse, by which way is better. */
TbInk       tb_ink_of_change     (TbDirection              better,
                                  int                      sign);

typedef struct
{
  const char *text;
  TbSwatch    swatch;
  TbInk       ink;
  int         track;    /* of TB_INK_TRACK, and what a click on it switches; −1: none */
} TbLegendEntry;

/**
 * TbFigures:
 *
 * The first stage of a chart: `Series` of the chain Series → Sized → Placed →
 * Scene. Neither text is measured nor place given here.
 */
typedef struct
{
  TbLanguage      language;
  TbChartType     type;
  TbNotation      notation;
  const TbSelection *selection;
  TbReference     reference;           /* on which day figures are looked at, for verdicts */
  TbDay           known;               /* as known on that day; 0: today */
  TbTrack        *tracks;
  gsize           n_tracks;
  TbNumberScale   scale;
  int             n_decimals;          /* of all numbers where there are many; −1: as printed */
  int             most_decimals;       /* that numbers are rounded to; −1: as printed */
  gboolean        is_rounded;          /* some were printed with more than that */
  gboolean        labels_carry_scale;  /* one number or two: 0.35万个 at the mark; else in the subtitle */
  const char     *mark_suffix;         /* what they carry: the unit with its scale */
  TbPeriod        bar_period;          /* BAR: the period that is ranked; SLOPE, DUMBBELL: the later of the two */
  TbPeriod        base_period;         /* SLOPE, DUMBBELL: the earlier one */
  const char     *title;
  const char     *subtitle;
  GPtrArray      *notes;               /* of const char*, most important first */
  GPtrArray      *explaining;          /* those of @notes without which a mark could not be read: kept longest */
  GPtrArray      *refused;             /* those of @notes that tell what a rule of comparison keeps out */
  guint           n_refusals;          /* the first of @notes, which no note of the spec takes the place of */
  GArray         *legend;              /* of TbLegendEntry */
  const char     *own_note;            /* nullable: the spec's, in place of @notes */
  const char     *source;              /* "" for none */
  GPtrArray      *strings;             /* owns all texts */
  TbSelection    *computed;            /* nullable: what tracks were computed to */
} TbFigures;

TbFigures  *tb_figures_new       (const TbChartSpecFields *spec,
                                  const TbSelection       *selection,
                                  GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void        tb_figures_free      (TbFigures               *self);
/* Some tracks of @whole as figures of their own, with their own scale of numbers:
 * for a panel of a page. Texts, notes and legend are empty; @whole must outlive it. */
TbFigures  *tb_figures_new_part  (const TbFigures         *whole,
                                  const gsize             *tracks,
                                  gsize                    n_tracks) G_GNUC_WARN_UNUSED_RESULT;
/* What steps make of one track, likewise; data of its points are those of the
 * figures that they end with. NULL with @error (the rule and why) where a step does
 * not fit. */
TbFigures  *tb_figures_new_transformed (const TbFigures   *whole,
                                  gsize                    track,
                                  const TbTransform       *steps,
                                  gsize                    n_steps,
                                  GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
/* @text: (transfer full). The most important notes come first. */
void        tb_figures_add_note  (TbFigures               *self,
                                  char                    *text);
/* The same, of what a mark in the plot means: not left out while there is any room. */
void        tb_figures_add_explaining_note (TbFigures     *self,
                                  char                    *text);
/* The same, of what is not compared, and why. */
void        tb_figures_add_refused_note (TbFigures        *self,
                                  char                    *text);
/* The same before all notes: what was asked for and is not drawn, and why. */
void        tb_figures_add_refusal (TbFigures             *self,
                                  char                    *text);
void        tb_figures_add_legend (TbFigures              *self,
                                  char                    *text,
                                  TbSwatch                 swatch,
                                  TbInk                    ink,
                                  int                      track);
/* Of a point of @self: the track and the figure it stands for. */
const TbTrack *tb_figures_find_track (const TbFigures     *self,
                                  const TbChartPoint      *point);
/* As printed in the chart's scale, with qualifier: ">21", "30–40", "…". */
char       *tb_figures_dup_number (const TbFigures       *self,
                                  const TbChartPoint      *point) G_GNUC_WARN_UNUSED_RESULT;
/* Not more than are asked for. */
int         tb_figures_cap_decimals (const TbFigures      *self,
                                  int                      n_decimals);
/* The period in words: "H1 2021", "截至2021年9月末". */
char       *tb_figures_dup_when  (const TbFigures         *self,
                                  const TbChartPoint      *point) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps a text as long as @self; returns it. */
const char *tb_figures_keep      (TbFigures               *self,
                                  char                    *text);
/* Smallest and largest of all that is drawn, ranges too; FALSE where there is nothing. */
gboolean    tb_figures_get_extent (const TbFigures        *self,
                                  double                  *out_min,
                                  double                  *out_max);
/* A number of the axis in the chart's scale. */
char       *tb_figures_dup_tick  (const TbFigures         *self,
                                  double                   value,
                                  int                      n_decimals) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a line may run from one point to the next (semantics P-3). */
gboolean    tb_chart_points_may_join (const TbChartPoint *from,
                                  const TbChartPoint      *to);
/* Month × 100 + day of the first day of the years that a period is named by. */
guint16     tb_chart_find_year_start (TbPeriod             period);
gboolean    tb_chart_point_is_soft (const TbChartPoint    *self);
/* A target or a plan: nothing that happened. */
gboolean    tb_chart_point_is_reference (const TbChartPoint *self);
double      tb_chart_point_get_top (const TbChartPoint    *self);

/* Title, subtitle, source and notes; called by tb_figures_new(). */
typedef struct _TbFiguresReading TbFiguresReading;

void        tb_figures_write_texts (TbFigures             *self,
                                  const TbChartSpecFields *spec,
                                  const TbFiguresReading  *reading);
void        tb_figures_write_notes (TbFigures             *self,
                                  const TbChartSpecFields *spec,
                                  const TbFiguresReading  *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbFigures, tb_figures_free)

G_END_DECLS
