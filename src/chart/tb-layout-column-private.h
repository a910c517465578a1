/* What the parts of the layout of columns share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-lanes.h"
#include "tb-chart-layouts.h"
#include "tb-chart-panel.h"
#include "tb-mark-column.h"
#include "tb-period-axis.h"
#include "tb-value-axis.h"

G_BEGIN_DECLS

/* Between a column and its number, units. */
#define TB_COLUMN_LABEL_GAP 3.0

/* Beyond this many columns single labels are noise. */
#define TB_COLUMN_MOST_LABELLED 120

/* Less than a day, in months. */
#define TB_COLUMN_SAME_TIME 0.02

typedef struct
{
  const TbChartPoint *point;
  gsize          track;
  TbColumnMark   mark;
  double         slot_x, slot_width;
  double         start_x;          /* of a running total's bracket */
  TbLane         lane;
  gboolean       in_outline;       /* of what spans its time too, */
  gboolean       shares_start;     /* and has the same edges */
  gboolean       shares_end;
  gboolean       has_bracket;
  const TbBehind *behind;          /* nullable: what stands behind it, */
  TbColumnMark   behind_mark;      /* and how */
  int            tier;             /* of its label: 0 is kept longest */
  char          *number;           /* of figures that contradict each other all: "6.9 / 6.7" */
  char          *text;             /* with the kind's word, nullable */
  TbLabel        label;            /* the number alone */
  TbLabel        worded;           /* with the kind's word */
  gboolean       has_label;
  gboolean       is_worded;
  gboolean       is_inside;
  TbRect         label_box;
} TbColumn;

struct _TbColumnLayout
{
  TbCanvas     *canvas;
  TbPanel       panel;
  TbRect        plot;      /* of marks and their labels; the axis of time is below */
  TbPeriodAxis *time;
  TbValueAxis  *values;
  double        zero_y;
  double        headroom;  /* above all marks, for decorations */
  GArray       *columns;   /* of TbColumn */
  gboolean      with_brackets; /* the spans of running totals are shown */
  gboolean      nested;    /* spans lie in each other */
  guint         n_lanes;   /* of the time that most series share: one width for all of a kind */
};

gboolean tb_column_falls               (const TbColumn       *self);
/* Upper and lower edge of all that is drawn of a column. */
void     tb_column_get_edges           (const TbColumn       *self,
                                        double               *out_top,
                                        double               *out_bottom);

/* Places. */
void     tb_column_layout_set_time_range (TbColumnLayout     *self,
                                        double                left,
                                        double                right);
void     tb_column_layout_place_in_time (TbColumnLayout      *self);
void     tb_column_layout_place_in_value (TbColumnLayout     *self);

/* Labels, most important first. Returns how many found no room. */
guint    tb_column_layout_place_labels (TbColumnLayout       *self,
                                        int                   last_tier);
void     tb_column_layout_draw_labels  (TbColumnLayout       *self);

void     tb_column_layout_draw_marks   (TbColumnLayout       *self);

G_END_DECLS
