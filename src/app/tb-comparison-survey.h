/* What the comparison table's cells have in common: how wide they are, which marks
 * they bear, how long their bars may be.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-caption.h"

G_BEGIN_DECLS

/* Of a column of the comparison. */
typedef struct
{
  char     *head;       /* the widest text up to the decimal point */
  char     *tail;       /* the widest text from there on */
  gboolean  has_marks;
  double    reach;      /* what a bar of full length stands for; NaN: no bars */
  gssize    pair;       /* of changes: which of the table's pairs; else −1 */
} TbSurveyColumn;

/* Made once for a table, in the thread that makes it. Immutable, atomically ref-counted. */
typedef struct
{
  TbRefusals      refusals;    /* of all pairs of periods */
  TbRefusals     *of_pairs;    /* of each */
  gsize           n_pairs;
  guint32         status;      /* of all figures: a mask of TB_STATUS_… */
  gboolean        has_tones;   /* some bar is good or bad */
  char           *name;        /* the widest */
  char           *unit;
  gsize           n_columns;
  TbSurveyColumn *columns;
} TbSurvey;

TbSurvey   *tb_survey_new       (const TbComparison *comparison,
                                 TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
TbSurvey   *tb_survey_ref       (TbSurvey           *self);
void        tb_survey_unref     (TbSurvey           *self);
/* Where the digits before the decimal point of a cell end; its end where it has
 * no number, or several. */
const char *tb_survey_find_tail (const char         *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbSurvey, tb_survey_unref)

G_END_DECLS
