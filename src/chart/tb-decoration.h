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
#define TB_N_DECORATIONS 8

/* To which figure of a series something is attached; found anew in fresh data. */
typedef enum
{
  TB_ATTACH_NONE, TB_ATTACH_FIRST, TB_ATTACH_LAST, TB_ATTACH_LOWEST, TB_ATTACH_HIGHEST,
  TB_ATTACH_YEAR_BEFORE,      /* the same period a year before the other end */
  TB_ATTACH_PERIOD,
} TbAttachRole;
#define TB_N_ATTACH_ROLES 7

typedef struct
{
  TbAttachRole role;
  TbPeriod     period;        /* of TB_ATTACH_PERIOD */
} TbAttachment;

typedef enum { TB_DIFFERENCE_BOTH, TB_DIFFERENCE_ABSOLUTE, TB_DIFFERENCE_RELATIVE } TbDifferenceShow;
#define TB_N_DIFFERENCE_SHOWS 3

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

/**
 * TbDecorationMembers:
 * @TB_TAKES_ENDS: @from and @to
 * @TB_TAKES_PLACE: @from alone
 * @TB_NEEDS_PLACE: not without the ends or the place that it takes
 * @TB_PERIODS_ALONE: these are periods, no roles
 *
 * Which members a kind takes, and which it needs. A highlight needs a series or a
 * place; arrows without ends go from the first figure to the last.
 */
typedef enum
{
  TB_TAKES_SERIES = 1 << 0,
  TB_TAKES_ENDS = 1 << 1,
  TB_TAKES_PLACE = 1 << 2,
  TB_NEEDS_PLACE = 1 << 3,
  TB_PERIODS_ALONE = 1 << 4,
  TB_TAKES_SHOW = 1 << 5,
  TB_TAKES_VALUE = 1 << 6,
  TB_NEEDS_VALUE = 1 << 7,
  TB_TAKES_TEXT = 1 << 8,
  TB_NEEDS_TEXT = 1 << 9,
} TbDecorationMembers;

#define TB_NO_ATTACHMENT ((TbAttachment) { TB_ATTACH_NONE, TB_PERIOD_UNDATED })

TbDecoration *tb_decorations_copy          (const TbDecoration *decorations,
                                            gsize               n) G_GNUC_WARN_UNUSED_RESULT;
void          tb_decorations_free          (TbDecoration       *decorations,
                                            gsize               n);
/* In specs: "difference", "cagr" …; "first", "year-before" …, NULL for a period and for
 * none; "both", "absolute", "relative". */
const char   *tb_decoration_kind_get_name  (TbDecorationKind    kind);
/* For readers: "difference arrow". */
const char   *tb_decoration_kind_word      (TbDecorationKind    kind,
                                            TbLanguage          language);
const char   *tb_attach_role_get_name      (TbAttachRole        role);
const char   *tb_difference_show_get_name  (TbDifferenceShow    show);
/* A role by its name, else a period. FALSE with @error where it is neither. */
gboolean      tb_attachment_parse          (const char         *text,
                                            guint16             year_start,
                                            TbAttachment       *out_attachment,
                                            GError            **error);
guint         tb_decoration_takes          (TbDecorationKind    kind);

G_END_DECLS
