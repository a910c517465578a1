/* What figures are set against: a year earlier, or a plan (C3, C4, C5).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-figures.h"
#include "tb-side.h"

G_BEGIN_DECLS

typedef enum
{
  TB_AGAINST_GROWTH,         /* C3: growth alone, as published or computed */
  TB_AGAINST_PREVIOUS_YEAR,  /* C4 */
  TB_AGAINST_PLAN,           /* C5 */
} TbAgainst;

/* More periods side by side cannot be told apart in pairs of columns. */
#define TB_VARIANCE_MOST_PAIRS 40
#define TB_VARIANCE_MOST_GROWTH 240

/**
 * TbVariance:
 * @point: of the content's part: the column that it belongs to
 * @base, @current: what is set against what; @base counts where @has_base
 * @has_base: there is a figure to be set against, in the file or implied
 * @is_near: @base is of a longer time than @current: it stands for a plan that only
 *   contains it, is refused and not drawn behind
 * @verdict: what the rules make of it; INVALID gives no number
 * @absolute: in the unit of the figures, multiplier applied; NaN: an empty slot
 * @relative: percent, or of growth of rates percentage points; NaN: an empty slot
 * @is_published: @relative is the source's own
 * @is_outlier: N-7: its length is not drawn in full, its number is printed
 * @since: the change is since the end of a year, not on the year (R6)
 * @ink: by the direction of the indicator (N-4)
 * @absolute_mark, @relative_mark: of the reason in the notes; 0: none
 * @absolute_text, @relative_text: (nullable): with their signs
 *
 * A figure with what it is set against.
 */
typedef struct
{
  const TbChartPoint *point;
  TbSide      base;
  TbSide      current;
  gboolean    has_base;
  gboolean    is_near;
  TbVerdict   verdict;
  double      absolute;
  double      relative;
  gboolean    is_published;
  gboolean    is_outlier;
  gboolean    since;
  TbInk       ink;
  guint       absolute_mark;
  guint       relative_mark;
  char       *absolute_text;
  char       *relative_text;
} TbVariance;

/**
 * TbVariances:
 * @against: what is asked
 * @part: the figures whose columns are drawn; their one track
 * @plain: figures without a track, whose numbers have no scale: for the axis of percent
 * @pairs: of TbVariance, in order of period
 * @aim: %TB_AGAINST_PLAN: a plan, else a target
 * @in_points: the figures are percentages
 * @with_absolute, @with_relative: there is something for that panel
 * @absolute_caption, @relative_caption: headings of the panels
 * @figures: the chart's
 * @notes: those that are about the panels; belong to @figures
 * @told: notes on breaks that a reason tells, and that stand for themselves without it
 *
 * The content of the types that set figures against others. Belongs to the figures
 * that it was made of.
 */
typedef struct
{
  TbAgainst   against;
  TbFigures  *part;
  TbFigures  *plain;
  GArray     *pairs;
  TbKind      aim;
  gboolean    in_points;
  gboolean    with_absolute;
  gboolean    with_relative;
  const char *absolute_caption;
  const char *relative_caption;
  TbFigures  *figures;
  GPtrArray  *notes;
  GPtrArray  *told;
} TbVariances;

/* NULL with @error where nothing can be set against anything. */
TbVariances *tb_variances_new       (TbAgainst                against,
                                     TbFigures               *figures,
                                     const TbChartSpecFields *spec,
                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void         tb_variances_free      (TbVariances             *self);
void         tb_variances_describe  (const TbVariances       *self,
                                     const TbFigures         *figures,
                                     GString                 *text);

/* Finds what a point is set against. FALSE: nothing. */
gboolean     tb_variance_find_earlier (TbVariance            *self,
                                     const TbFigures         *figures);
gboolean     tb_variance_find_plan  (TbVariance              *self,
                                     const TbFigures         *figures,
                                     TbKind                   aim);
/* Leaves panels out, with what notes and legend say of them. */
void         tb_variances_limit     (TbVariances             *self,
                                     gboolean                 with_absolute,
                                     gboolean                 with_relative);
/* Why the pairs cannot be shown; NULL where they can. */
char        *tb_variances_dup_misfit (const TbVariances      *self,
                                     TbReference              reference) G_GNUC_WARN_UNUSED_RESULT;
/* A superscript: "¹"; "" for 0. */
const char  *tb_variance_get_mark   (guint                    mark);
/* One number of decimals for the figures, and the numbers of the panels in words. */
void         tb_variances_write_numbers (TbVariances         *self);
/* Why slots are empty, into the notes; the slots get its mark. */
void         tb_variances_write_reasons (TbVariances         *self,
                                     TbFigures               *figures);
/* N-8: what a year comes to with its forecasts, against its plan; NULL for none. */
char        *tb_variances_dup_outlook (const TbVariances     *self,
                                     const TbFigures         *figures) G_GNUC_WARN_UNUSED_RESULT;
/* Headings of the panels, the legend, and what the marks in the panels mean. */
void         tb_variances_write_words (TbVariances           *self,
                                     TbFigures               *figures);
/* N-8, into the subtitle. */
void         tb_variances_write_outlook (const TbVariances   *self,
                                     TbFigures               *figures,
                                     const TbChartSpecFields *spec);
/* A note about what is in the panels. */
void         tb_variances_add_note  (TbVariances             *self,
                                     char                    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbVariances, tb_variances_free)

G_END_DECLS
