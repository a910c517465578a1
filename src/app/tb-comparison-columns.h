/* The columns of the comparison table as they are shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison-survey.h"
#include "tb-comparison-words.h"

G_BEGIN_DECLS

/**
 * TbShownColumn:
 * @index: a column of the comparison, or one of those of tb-comparison-words.h
 * @key: the same for the column of another table that shows the same
 * @title: all that the column is, in a line
 * @name: the same for who hears it: the band, and what stands below
 * @head: what stands above its cells, in two lines at most
 * @band: (nullable): what it has in common with its neighbours (B-1)
 * @is_number: its cells are aligned at their points
 * @starts_band: something else stands before it
 * @is_sized: the user gave it its width
 * @width, @head_px, @tail_px, @marks_px, @bar_px: of all of it, of its digits before
 *   the point, of what follows, of the marks behind, of the bars; 0 until measured
 *
 * A column, with its widths in logical pixels.
 */
typedef struct
{
  int                   index;
  char                 *key;
  char                 *title;
  char                 *name;
  char                 *head;
  char                 *band;
  gboolean              is_number;
  gboolean              can_sort;
  gboolean              starts_band;
  gboolean              is_hidden;
  gboolean              is_sized;
  const TbSurveyColumn *survey;   /* nullable; as long as the table */
  int                   width, head_px, tail_px, marks_px, bar_px;
} TbShownColumn;

/* In the order of the screen: names, units, trends, then those of the comparison. */
GPtrArray     *tb_shown_columns_new  (const TbComparison *comparison,
                                      const TbSurvey     *survey,
                                      TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* NULL where there is none. */
TbShownColumn *tb_shown_columns_find (GPtrArray          *columns,
                                      const char         *key);

G_END_DECLS
