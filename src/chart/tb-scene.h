/* A drawing, fully resolved: what every output reads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-text-measure.h"
#include "tb-types.h"

G_BEGIN_DECLS

typedef struct { double r, g, b, a; } TbColor;  /* 0…1, not premultiplied */
typedef struct { double x, y, width, height; } TbRect;

typedef enum
{
  TB_NODE_GROUP_BEGIN, TB_NODE_GROUP_END,
  TB_NODE_CLIP_BEGIN, TB_NODE_CLIP_END,
  TB_NODE_RECT, TB_NODE_PATH, TB_NODE_CIRCLE, TB_NODE_LINE, TB_NODE_TEXT, TB_NODE_IMAGE,
} TbNodeKind;

typedef enum
{
  TB_ROLE_NONE, TB_ROLE_FIGURE, TB_ROLE_FRAME,   /* FRAME: title, subtitle, notes, source */
  TB_ROLE_PLOT, TB_ROLE_AXIS, TB_ROLE_GRID, TB_ROLE_SERIES, TB_ROLE_MARK, TB_ROLE_LABEL, TB_ROLE_LEGEND,
} TbSceneRole;

typedef enum { TB_ANCHOR_START, TB_ANCHOR_MIDDLE, TB_ANCHOR_END } TbAnchor;

typedef enum { TB_FILL_NONE, TB_FILL_SOLID, TB_FILL_HATCH } TbFill;

typedef struct
{
  TbFill   fill;
  TbColor  fill_color;
  TbColor  stroke_color;
  double   stroke_width;   /* logical px, 0: none */
  gboolean dashed;
} TbPaint;

typedef enum { TB_PATH_MOVE, TB_PATH_LINE, TB_PATH_CLOSE } TbPathOp;
typedef struct { TbPathOp op; double x, y; } TbPathElement;

/* The data a mark stands for; series −1: none. Indices into the chart's
 * selection: series, and row of that series; row −1: the series as a whole (its
 * entry in the legend). */
typedef struct { int series; int row; } TbDatum;

/* Coordinates in logical px (1/96 in), y down, from the figure's top left. */
typedef struct
{
  TbNodeKind  kind;
  TbDatum     datum;
  TbPaint     paint;                    /* RECT, PATH, CIRCLE, LINE (stroke only) */
  union
  {
    struct { TbSceneRole role; const char *label; } group;     /* label: accessible, nullable */
    TbRect rect;                                                /* RECT, CLIP_BEGIN */
    struct { guint first, n; } path;                            /* tb_scene_get_path() */
    struct { double x, y, radius; } circle;
    struct { double x1, y1, x2, y2; } line;
    struct
    {
      const char *text;      /* one line */
      TbFont      font;
      TbColor     color;
      TbAnchor    anchor;
      double      x;         /* of the anchor */
      double      y;         /* of the baseline */
      TbRect      box;       /* ink and line height as measured, for collisions and hit tests */
    } text;
    struct { TbRect rect; GBytes *png; } image;                 /* a logo, scaled into @rect */
  };
} TbNode;

typedef struct
{
  double      width, height;  /* logical px */
  const char *title;          /* accessible title */
  const char *description;    /* alternative text */
  const char *language;       /* "en", "zh-CN" */
  TbColor     background;     /* also of what marks hide */
  gboolean    transparent;    /* the page is not painted with it */
  guint       n_dropped;      /* labels left out for want of room */
  guint       n_refused;      /* arrows and lines that a rule of comparison forbids (E-5) */
} TbSceneInfo;

/**
 * TbScenePlot:
 * @rect: where marks stand, logical px
 * @from: what its left edge stands for, months from year 0 (tb-scale.h)
 * @to: what its right edge stands for
 * @by_moment: marks are points of lines: whoever points beside them means the
 *   nearest in time
 *
 * A plot with time from left to right, for hover and for zooming into a span.
 */
typedef struct
{
  TbRect   rect;
  double   from, to;
  gboolean by_moment;
} TbScenePlot;

typedef struct _TbSceneBuilder TbSceneBuilder;

/* Immutable, atomically ref-counted. */
TbScene             *tb_scene_ref         (TbScene            *self);
void                 tb_scene_unref       (TbScene            *self);
const TbSceneInfo   *tb_scene_get_info    (const TbScene      *self);
const TbNode        *tb_scene_get_nodes   (const TbScene      *self,
                                           gsize              *out_n);
const TbPathElement *tb_scene_get_path    (const TbScene      *self,
                                           const TbNode       *node,
                                           gsize              *out_n);
/* Text dump for goldens and --dump-scene: one node a line, 2 decimals. */
char                *tb_scene_dump        (const TbScene      *self) G_GNUC_WARN_UNUSED_RESULT;
/* The data mark at or nearest to a point within @reach px; series −1 where
 * there is none. */
TbDatum              tb_scene_hit_test    (const TbScene      *self,
                                           double              x,
                                           double              y,
                                           double              reach);
/* The series whose entry in the legend, or whose name at its line, is at a point; −1: none. */
int                  tb_scene_hit_series  (const TbScene      *self,
                                           double              x,
                                           double              y,
                                           double              reach);
/* Where a datum's mark is, for hover and keyboard walk; of several panels in the
 * first. FALSE: not drawn. */
gboolean             tb_scene_find_datum  (const TbScene      *self,
                                           TbDatum             datum,
                                           TbRect             *out_box);
/* Where it is in all panels; returns how many boxes there are, up to @most. */
gsize                tb_scene_find_boxes  (const TbScene      *self,
                                           TbDatum             datum,
                                           TbRect             *out_boxes,
                                           gsize               most);
/* What the rules of comparison keep out of it, and why: a sentence each, as in the notes. */
const char *const   *tb_scene_get_refused (const TbScene      *self,
                                           gsize              *out_n);
/* Plots over time, and the one at a point (nullable). */
const TbScenePlot   *tb_scene_get_plots   (const TbScene      *self,
                                           gsize              *out_n);
const TbScenePlot   *tb_scene_find_plot   (const TbScene      *self,
                                           double              x,
                                           double              y);
/* All data with marks in reading order (series by series, by period), each once. */
gsize                tb_scene_get_n_data  (const TbScene      *self);
TbDatum              tb_scene_get_datum   (const TbScene      *self,
                                           gsize               i);

/* Strings given to a builder are copied. */
TbSceneBuilder *tb_scene_builder_new      (const TbSceneInfo  *info) G_GNUC_WARN_UNUSED_RESULT;
void            tb_scene_builder_free     (TbSceneBuilder     *self);
void            tb_scene_builder_begin    (TbSceneBuilder     *self,
                                           TbSceneRole         role,
                                           const char         *label);
void            tb_scene_builder_end      (TbSceneBuilder     *self);
void            tb_scene_builder_clip     (TbSceneBuilder     *self,
                                           TbRect              rect);
void            tb_scene_builder_unclip   (TbSceneBuilder     *self);
void            tb_scene_builder_rect     (TbSceneBuilder     *self,
                                           TbRect              rect,
                                           const TbPaint      *paint,
                                           TbDatum             datum);
void            tb_scene_builder_path     (TbSceneBuilder     *self,
                                           const TbPathElement *elements,
                                           gsize               n,
                                           const TbPaint      *paint,
                                           TbDatum             datum);
void            tb_scene_builder_circle   (TbSceneBuilder     *self,
                                           double              x,
                                           double              y,
                                           double              radius,
                                           const TbPaint      *paint,
                                           TbDatum             datum);
void            tb_scene_builder_line     (TbSceneBuilder     *self,
                                           double              x1,
                                           double              y1,
                                           double              x2,
                                           double              y2,
                                           const TbPaint      *paint,
                                           TbDatum             datum);
void            tb_scene_builder_text     (TbSceneBuilder     *self,
                                           const char         *text,
                                           const TbFont       *font,
                                           TbColor             color,
                                           TbAnchor            anchor,
                                           double              x,
                                           double              y,
                                           TbTextExtents       extents,
                                           TbDatum             datum);
void            tb_scene_builder_image    (TbSceneBuilder     *self,
                                           GBytes             *png,
                                           TbRect              rect);
void            tb_scene_builder_plot     (TbSceneBuilder     *self,
                                           const TbScenePlot  *plot);
void            tb_scene_builder_refuse   (TbSceneBuilder     *self,
                                           const char         *sentence);
void            tb_scene_builder_count_dropped (TbSceneBuilder *self,
                                           guint               n);
/* (transfer full) of the builder: it is freed. */
TbScene        *tb_scene_builder_finish   (TbSceneBuilder     *self) G_GNUC_WARN_UNUSED_RESULT;

#define TB_NO_DATUM ((TbDatum) { -1, -1 })

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbScene, tb_scene_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbSceneBuilder, tb_scene_builder_free)

G_END_DECLS
