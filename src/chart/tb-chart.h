/* Lays a chart out: spec + selection + text measurer → scene.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-spec.h"
#include "tb-scene.h"

G_BEGIN_DECLS

/* Whether a type fits a selection; NULL where it does, else the reason
 * (transfer full). Window and command line share it. */
char        *tb_chart_dup_misfit      (TbChartType          type,
                                       const TbSelection   *selection,
                                       TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
/* Of many series those that @spec does not switch off; else the selection itself. */
TbSelection *tb_chart_select_shown    (const TbChartSpec   *spec,
                                       TbSelection         *selection) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a type has a place for what an editor adds. */
gboolean     tb_chart_takes_decoration (TbChartType         type,
                                       TbDecorationKind     kind);
/* The type that suits a selection best. */
TbChartType  tb_chart_suggest         (const TbSelection   *selection);

/* A pure function: no globals, clock, locale or files; any thread. The
 * selection is the one of the spec (tb_chart_select()). NULL with @error where
 * the type does not fit or the size is too small. */
TbScene     *tb_chart_layout          (const TbChartSpec   *spec,
                                       const TbSelection   *selection,
                                       const TbTextMeasure *measure,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
TbSelection *tb_chart_select          (const TbChartSpec   *spec,
                                       TbDataset           *dataset,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* The texts around a plot as they are made from the data, in the figure's language. */
typedef struct
{
  char  *title;
  char  *subtitle;
  char  *note;         /* sentences; "" for none */
  char  *source;       /* "" for none */
  char  *description;  /* the alternative text */
  TbPeriod base;       /* of types that set two periods against each other, else undated */
  TbPeriod current;    /* likewise, or the one that is ranked */
} TbChartWording;

/* What a chart says where @spec leaves its texts to the data, whatever texts @spec
 * has. FALSE with @error where the type does not fit. */
gboolean     tb_chart_read_wording    (const TbChartSpec   *spec,
                                       const TbSelection   *selection,
                                       TbChartWording      *out_wording,
                                       GError             **error);
void         tb_chart_wording_clear   (TbChartWording      *self);

/* The span between two places of a plot, with all figures whose marks are there.
 * FALSE: these are less than two periods. */
gboolean     tb_chart_find_span      (const TbSelection   *selection,
                                      const TbScene       *scene,
                                      const TbScenePlot   *plot,
                                      double               x1,
                                      double               x2,
                                      TbPeriod            *out_from,
                                      TbPeriod            *out_to);
/* What a plot shows made @factor times as long and moved by @shift of its length,
 * within @first … @last. FALSE: all is shown then. */
gboolean     tb_chart_move_span      (const TbScenePlot   *plot,
                                      TbDay                first,
                                      TbDay                last,
                                      double               factor,
                                      double               shift,
                                      TbPeriod            *out_from,
                                      TbPeriod            *out_to);

/* Decorations of @spec that were drawn of @before and are not of @after, each with its
 * reason in the language of @spec. */
char       **tb_chart_find_lost_decorations (const TbChartSpec *spec,
                                      gboolean             automatic_type,
                                      TbDataset           *before,
                                      TbDataset           *after) G_GNUC_WARN_UNUSED_RESULT;

/* All that a figure is, and what the rules of comparison allow to be said of it;
 * NULL for no datum of the selection. */
char        *tb_chart_dup_readout     (const TbChartSpec   *spec,
                                       const TbSelection   *selection,
                                       TbDatum              datum) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
