/* What is open in a window, and what of it is looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"
#include "tb-history.h"
#include "tb-problems.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TB_TYPE_SESSION (tb_session_get_type ())
G_DECLARE_FINAL_TYPE (TbSession, tb_session, TB, SESSION, GObject)

TbSession          *tb_session_new              (TbLanguage                language) G_GNUC_WARN_UNUSED_RESULT;
void                tb_session_open             (TbSession                *self,
                                                 GFile                    *file,
                                                 TbDataset                *dataset,
                                                 TbProblems               *problems,
                                                 const TbLook             *look);
/* The same file, read again: what is looked at stays. */
void                tb_session_replace          (TbSession                *self,
                                                 GFile                    *file,
                                                 TbDataset                *dataset,
                                                 TbProblems               *problems);

/* What the user set up; every change is a step that can be undone. */
const TbChartSpecFields *
                    tb_session_get_fields       (TbSession                *self);
gboolean            tb_session_has_automatic_type (TbSession              *self);
void                tb_session_change           (TbSession                *self,
                                                 const TbChartSpecFields  *fields,
                                                 gboolean                  automatic_type,
                                                 const char               *tag);
gboolean            tb_session_can_undo         (TbSession                *self);
gboolean            tb_session_can_redo         (TbSession                *self);
void                tb_session_undo             (TbSession                *self);
void                tb_session_redo             (TbSession                *self);
/* Work is what was set up beyond looking at indicators. */
gboolean            tb_session_has_work         (TbSession                *self);
gboolean            tb_session_is_saved         (TbSession                *self);
const TbLook       *tb_session_get_look         (TbSession                *self);
void                tb_session_mark_saved       (TbSession                *self,
                                                 const TbLook             *look);

TbLanguage          tb_session_get_language     (TbSession                *self);
GFile              *tb_session_get_file         (TbSession                *self);
/* What told the file from a later one before it was read; NULL where that is not known. */
const char         *tb_session_get_stamp        (TbSession                *self);
void                tb_session_set_stamp        (TbSession                *self,
                                                 const char               *stamp);
TbDataset          *tb_session_get_dataset      (TbSession                *self);
TbProblems         *tb_session_get_problems     (TbSession                *self);
char               *tb_session_dup_title        (TbSession                *self) G_GNUC_WARN_UNUSED_RESULT;
char               *tb_session_dup_name         (TbSession                *self) G_GNUC_WARN_UNUSED_RESULT;

const char         *tb_session_get_place        (TbSession                *self);
void                tb_session_set_place        (TbSession                *self,
                                                 const char               *place);
/* The type asked for; −1: the one that suits the figures. */
int                 tb_session_get_chart_type   (TbSession                *self);
void                tb_session_set_chart_type   (TbSession                *self,
                                                 int                       type);

/* The span that is looked at; undated: all there is. */
void                tb_session_get_span         (TbSession                *self,
                                                 TbPeriod                 *out_from,
                                                 TbPeriod                 *out_to);
void                tb_session_set_span         (TbSession                *self,
                                                 TbPeriod                  from,
                                                 TbPeriod                  to);
gboolean            tb_session_is_zoomed        (TbSession                *self);
/* Whether the table has totals behind rows that are parts of one whole (B-8). */
void                tb_session_set_totals       (TbSession                *self,
                                                 gboolean                  totals);
/* Which periods the table compares; none: those that suit. */
void                tb_session_set_pairs        (TbSession                *self,
                                                 const TbComparePair      *pairs,
                                                 gsize                     n);
/* Series that the legend switched off, by tb_series_dup_key(). */
gboolean            tb_session_is_hidden        (TbSession                *self,
                                                 const TbSeries           *series);
void                tb_session_set_hidden       (TbSession                *self,
                                                 const TbSeries           *series,
                                                 gboolean                  hidden);

/* These, and no others. */
void                tb_session_hide_only        (TbSession                *self,
                                                 const TbSeries *const    *hidden,
                                                 gsize                     n);

gsize               tb_session_get_n_selected   (TbSession                *self);
const TbIndicator  *tb_session_get_selected     (TbSession                *self,
                                                 gsize                     i);
gboolean            tb_session_is_selected      (TbSession                *self,
                                                 const TbIndicator        *indicator);
void                tb_session_select           (TbSession                *self,
                                                 const TbIndicator        *indicator,
                                                 gboolean                  only);
void                tb_session_unselect         (TbSession                *self,
                                                 const TbIndicator        *indicator);
void                tb_session_select_all       (TbSession                *self,
                                                 const TbIndicator *const *indicators,
                                                 gsize                     n);
void                tb_session_unselect_all     (TbSession                *self);

char              **tb_session_dup_ids          (TbSession                *self) G_GNUC_WARN_UNUSED_RESULT;
TbChartSpec        *tb_session_dup_spec         (TbSession                *self,
                                                 TbLanguage                language,
                                                 TbStyle                   style,
                                                 double                    width,
                                                 double                    height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
