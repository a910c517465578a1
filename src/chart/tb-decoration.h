/* What an editor adds to a chart: arrows, lines, shaded spans, emphasis, words (D-1 to D-7).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-period.h"

G_BEGIN_DECLS

typedef enum
{
  TB_DECORATION_DIFFERENCE,   /* D-1: an arrow from one figure to another with the change */
  TB_DECORATION_CAGR,         /* D-2: the same with the average growth a year */
  TB_DECORATION_VALUE_LINE,   /* D-3: a level line at @value */
  TB_DECORATION_TARGET_LINE,  /* D-3: a level line at the series' target */
  TB_DECORATION_SPAN,         /* D-4: shades @from.period to @to.period */
  TB_DECORATION_BREAK,        /* D-5: a mark where a new definition begins */
  TB_DECORATION_HIGHLIGHT,    /* D-6: one series, or one figure, stands out */
  TB_DECORATION_NOTE,         /* D-7: a few words near a figure */
} TbDecorationKind;

/* To which figure of a series something is attached; found anew in fresh data. */
typedef enum
{
  TB_ATTACH_NONE, TB_ATTACH_FIRST, TB_ATTACH_LAST, TB_ATTACH_LOWEST, TB_ATTACH_HIGHEST,
  TB_ATTACH_YEAR_BEFORE,      /* the same period a year before the other end */
  TB_ATTACH_PERIOD,
} TbAttachRole;

typedef struct
{
  TbAttachRole role;
  TbPeriod     period;        /* of TB_ATTACH_PERIOD */
} TbAttachment;

typedef enum { TB_DIFFERENCE_BOTH, TB_DIFFERENCE_ABSOLUTE, TB_DIFFERENCE_RELATIVE } TbDifferenceShow;

/* The longest text of D-7, in characters: more belongs into the subtitle. */
#define TB_DECORATION_MAX_TEXT 50

typedef struct
{
  TbDecorationKind kind;
  char            *series;    /* nullable: by tb_series_dup_key(); else the first */
  TbAttachment     from, to;  /* one end: @from */
  TbDifferenceShow show;
  double           value;     /* in the unit, multiplier applied */
  char            *text;      /* nullable: made from the data */
} TbDecoration;

G_END_DECLS
