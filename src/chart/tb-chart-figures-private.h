/* What the reading of figures shares with what is made of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-figures.h"

G_BEGIN_DECLS

/* Two ends of time this near to each other, in months, are one: less than a day. */
#define TB_FIGURES_SAME_TIME 0.02

/* What is gathered while the points are read: texts of what is not drawn. */
struct _TbFiguresReading
{
  TbFigures *figures;
  GPtrArray *undated;
  GPtrArray *changes_only;
  GPtrArray *verbal;         /* targets in words */
  gboolean   older_vintages;
};

TbFigures *tb_figures_new_empty  (TbLanguage         language,
                            TbChartType        type,
                            const TbSelection *selection,
                            gsize              n_tracks) G_GNUC_WARN_UNUSED_RESULT;
void tb_figures_choose_scale (TbFigures       *self);
void tb_figures_name_tracks (TbFigures        *self);
char *tb_figures_dup_shared_name (const TbFigures *self) G_GNUC_WARN_UNUSED_RESULT;
TbNotation tb_chart_type_get_notation (TbChartType type);
/* Of small multiples: as lines, where all panels are. */
TbNotation tb_figures_choose_notation (const TbFigures *self);
/* Keeps of all figures those of the spec's base and current period, else of the
 * first and last period that most series have and that may be compared. */
void tb_figures_keep_pair (TbFigures               *self,
                           const TbChartSpecFields *spec);
/* FALSE: all series are switched off. */
gboolean tb_figures_choose_rows (TbFigures    *self,
                            const TbChartSpecFields *spec);
void tb_figures_read_track (TbFiguresReading *reading,
                            TbTrack          *track);
/* A day in a year is too thin to be seen: flows of single days that lie far apart
 * stand as moments; a daily series covers its days. */
void tb_figures_widen_lone_days (TbFigures   *self);
void tb_figures_write_texts_again (TbFigures  *self,
                            const TbChartSpecFields *spec);

/* The periods of what @take takes, shortened to a few; NULL for none. */
char    *tb_figures_list_periods  (const TbFigures         *self,
                                   gboolean               (*take) (const TbChartPoint *point, guint32 status),
                                   guint32                  status) G_GNUC_WARN_UNUSED_RESULT;
/* tb-chart-notes-status.c: the legend of statuses (D-8). */
void     tb_figures_note_statuses (TbFigures               *self,
                                   const TbChartSpecFields *spec);
void     tb_figures_note_missing  (TbFigures               *self,
                                   const TbChartSpecFields *spec);

G_END_DECLS
