/* What a chart is to show: the document that window and command line share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-compare-pair.h"
#include "tb-decoration.h"
#include "tb-house-style.h"
#include "tb-language.h"
#include "tb-selection.h"
#include "tb-theme.h"
#include "tb-transform.h"

G_BEGIN_DECLS

/* Comments name the type in the design's list. */
typedef enum
{
  TB_CHART_LINE,                 /* C2 */
  TB_CHART_COLUMN,               /* C1 */
  TB_CHART_BAR,                  /* C12, a ranking */
  TB_CHART_SPARKLINE,            /* C15 */
  TB_CHART_GROWTH,               /* C3 */
  TB_CHART_PREVIOUS_YEAR,        /* C4 */
  TB_CHART_PLAN,                 /* C5 */
  TB_CHART_BULLET,               /* C6 */
  TB_CHART_TARGET_PATH,          /* C7 */
  TB_CHART_YEAR_TO_DATE,         /* C8 */
  TB_CHART_CUMULATIVE_DISCRETE,  /* C9 */
  TB_CHART_WATERFALL,            /* C10 */
  TB_CHART_STACKED,              /* C11 */
  TB_CHART_STACKED_SHARE,        /* C11, 100 % */
  TB_CHART_SLOPE,                /* C13 */
  TB_CHART_DUMBBELL,             /* C13 */
  TB_CHART_SMALL_MULTIPLES,      /* C14 */
  TB_CHART_STOCK_FLOW,           /* C16 */
} TbChartType;
#define TB_N_CHART_TYPES 18

/* Of rows, parts and bars. */
typedef enum
{
  TB_CHART_ORDER_USUAL,       /* the type's own: rankings and parts by size, members of a breakdown as declared … */
  TB_CHART_ORDER_SIZE,        /* largest first */
  TB_CHART_ORDER_DECLARED,    /* as in the file */
  TB_CHART_ORDER_CHANGE,      /* largest gain first */
  TB_CHART_ORDER_GAP,         /* of targets: furthest behind first, within one unit */
  TB_CHART_ORDER_COMPLETION,  /* of targets: least completed first */
} TbChartOrder;
#define TB_N_CHART_ORDERS 6

/**
 * TbChartOperation:
 * @kind: what is computed
 * @base: INDEX (required), CAGR; TB_PERIOD_UNDATED: none
 * @window: MOVING_AVERAGE, AVERAGE_GROWTH; 0: the usual one
 * @with: (nullable): id of the other indicator: of a share and a contribution the
 *   whole, where not given the one that it is declared a part of; of a figure per
 *   head the population
 * @so_far: QUARTER, HALF, ANNUAL: sums what there is
 *
 * A step of what is computed from the figures before they are drawn.
 */
typedef struct
{
  TbTransformKind  kind;
  TbPeriod         base;
  guint            window;
  char            *with;
  gboolean         so_far;
} TbChartOperation;

/**
 * TbChartSpecFields:
 *
 * The fields of a spec; a copy is taken by tb_chart_spec_new(). NULL texts are
 * made from the data (title: indicator; subtitle: unit, place, periods; note;
 * source; alternative text); an empty text leaves the part out.
 */
typedef struct
{
  TbChartType  type;
  char       **indicators;    /* NULL-terminated ids or globs */
  char        *place;         /* nullable */
  TbPeriod     from, to;      /* TB_PERIOD_UNDATED: open */
  guint        kinds;         /* mask of 1 << TbKind; 0: all */
  TbChartOperation *operations; /* in any order: they are applied in that of F-1 */
  gsize        n_operations;
  TbLanguage   language;
  TbStyle      style;
  double       width, height; /* logical px (1/96 in) */
  char        *title;
  char        *subtitle;
  char        *note;
  char        *source;
  char        *description;
  gboolean     show_values;   /* numbers at marks */
  int          decimals;      /* of figures, at most; TB_CHART_AS_PUBLISHED */
  TbPeriod     base, current; /* of two periods that are set against each other, or the one that
                                 is ranked (@current); TB_PERIOD_UNDATED: chosen from the data */
  TbChartOrder order;
  gboolean     own_scales;    /* small multiples: each panel its own scale, and says so */
  TbDecoration *decorations;
  gsize        n_decorations;
  char       **hidden;        /* nullable: series that the legend switched off, by tb_series_dup_key() */
  TbDay        as_of;         /* the day on which figures are looked at; 0: the data's own */
  TbDay        known;         /* as known on that day; 0: today */
  TbHouseStyle *house;        /* nullable: colours, fonts, logo and margins of a house */
  gboolean     table_totals;  /* of the table of the same figures: totals behind rows that are parts of one whole */
  TbComparePair *table_pairs; /* of the same: dated periods whose figures are compared, a band of columns a pair */
  gsize        n_table_pairs; /* 0: the pair that suits the figures; TB_CHART_MOST_PAIRS at most */
  gboolean     transparent;   /* what lies behind the figure is seen through it */
} TbChartSpecFields;

#define TB_CHART_AS_PUBLISHED (-1)
#define TB_CHART_MOST_DECIMALS 4
/* A year of months, each with the month before. */
#define TB_CHART_MOST_PAIRS 12

#define TB_CHART_SPEC_INIT                                                                                             \
  {                                                                                                                    \
    .decimals = TB_CHART_AS_PUBLISHED, .type = TB_CHART_COLUMN, .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED,    \
    .base = TB_PERIOD_UNDATED, .current = TB_PERIOD_UNDATED, .width = 960, .height = 540, .show_values = TRUE          \
  }

/* Immutable, atomically ref-counted. */
TbChartSpec             *tb_chart_spec_new       (const TbChartSpecFields *fields) G_GNUC_WARN_UNUSED_RESULT;
TbChartSpec             *tb_chart_spec_ref       (TbChartSpec             *self);
void                     tb_chart_spec_unref     (TbChartSpec             *self);
const TbChartSpecFields *tb_chart_spec_get       (const TbChartSpec       *self);
/* JSON, data/schemas/chart-1.schema.json; both ways without loss. */
TbChartSpec             *tb_chart_spec_from_json (const char              *text,
                                                  gssize                   length,
                                                  GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
char                    *tb_chart_spec_to_json   (const TbChartSpec       *self) G_GNUC_WARN_UNUSED_RESULT;

const char              *tb_chart_type_get_name  (TbChartType              type);
guint                    tb_chart_type_get_orders (TbChartType             type,
                                                  gboolean                distinct);
gboolean                 tb_chart_type_from_name (const char              *name,
                                                  TbChartType             *out_type);

const char              *tb_chart_order_get_name (TbChartOrder             order);
gboolean                 tb_chart_order_from_name (const char             *name,
                                                  TbChartOrder            *out_order);

#define TB_CHART_ERROR (tb_chart_error_quark ())
GQuark tb_chart_error_quark (void);
typedef enum
{
  TB_CHART_ERROR_SPEC,   /* the spec's JSON is at fault: pointer and what was expected */
  TB_CHART_ERROR_DATA,   /* the type does not fit these figures: the reason */
  TB_CHART_ERROR_SIZE,   /* too small to hold anything */
} TbChartError;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbChartSpec, tb_chart_spec_unref)

G_END_DECLS
