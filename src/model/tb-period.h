/* Reporting periods: typed spans of days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-language.h"
#include "tb-types.h"

G_BEGIN_DECLS

/* Days are counted as GLib's Julian days: 1 is 1 January of year 1. 0 is no day. */
typedef gint32 TbDay;

TbDay  tb_day_new    (int y, int m, int d);
void   tb_day_split  (TbDay day, int *out_y, int *out_m, int *out_d);

/**
 * TbPeriodKind:
 * @TB_PERIOD_NONE: undated
 * @TB_PERIOD_A: a year
 * @TB_PERIOD_S: a half-year
 * @TB_PERIOD_T: four months
 * @TB_PERIOD_Q: a quarter
 * @TB_PERIOD_B: two months
 * @TB_PERIOD_M: a month
 * @TB_PERIOD_W: a week, ISO 8601
 * @TB_PERIOD_D: a day; for a stock, the end of it ("as of")
 * @TB_PERIOD_RANGE: any other span of days
 * @TB_PERIOD_TEXT: a spelling that is kept and ordered but not computed with
 *
 * What semantics P-1 calls POINT is a day here: whether a figure holds for the
 * day or at its end is said by the figure's basis, in one place.
 */
typedef enum
{
  TB_PERIOD_NONE,
  TB_PERIOD_A,
  TB_PERIOD_S,
  TB_PERIOD_T,
  TB_PERIOD_Q,
  TB_PERIOD_B,
  TB_PERIOD_M,
  TB_PERIOD_W,
  TB_PERIOD_D,
  TB_PERIOD_RANGE,
  TB_PERIOD_TEXT,
} TbPeriodKind;

/**
 * TbPeriod:
 * @start: first day; 0 for NONE, and for TEXT unless a reader knows where it stands in order
 * @end: last day, inclusive; 0 likewise
 * @kind: what kind of span
 * @year_start: month × 100 + day of the reporting year's first day; 101 is the calendar year
 * @text: the spelling of a TEXT period (interned or static), else NULL
 *
 * A plain value. Two dated periods are the same when they span the same days,
 * whatever their kind: `2021-Q1` is `2021-01/2021-03`. Hash start and end.
 */
struct _TbPeriod
{
  TbDay        start;
  TbDay        end;
  guint8       kind;        /* TbPeriodKind */
  guint16      year_start;
  const char  *text;
};

#define TB_CALENDAR_YEAR 101
#define TB_PERIOD_UNDATED ((TbPeriod) { 0, 0, TB_PERIOD_NONE, TB_CALENDAR_YEAR, NULL })

typedef enum
{
  TB_PERIOD_LABEL_FULL,   /* stands alone: "H1 2021", "2021年上半年", "30 Sep 2021" */
  TB_PERIOD_LABEL_SHORT,  /* the year is shown elsewhere: "H1", "上半年", "30 Sep" */
  TB_PERIOD_LABEL_AS_OF,  /* of a level: "30 Sep 2021"; zh "截至2021年9月末" */
} TbPeriodLabel;

gboolean  tb_period_parse         (const char     *text,
                                   guint16         year_start,
                                   TbPeriod       *out_period,
                                   GError        **error);
/* The nth A, S, T, Q, B, M, W or D of a reporting year; FALSE where there is none. */
gboolean  tb_period_from_number   (TbPeriodKind    kind,
                                   int             year,
                                   int             number,
                                   guint16         year_start,
                                   TbPeriod       *out_period);
/* A day, calendar month or calendar year where it is exactly that, else a RANGE. */
TbPeriod  tb_period_from_days     (TbDay           start,
                                   TbDay           end);
char     *tb_period_to_sdmx       (TbPeriod        self) G_GNUC_WARN_UNUSED_RESULT;
char     *tb_period_label         (TbPeriod        self,
                                   TbLanguage      language,
                                   TbPeriodLabel   style) G_GNUC_WARN_UNUSED_RESULT;
gboolean  tb_period_equal         (TbPeriod        a,
                                   TbPeriod        b);
int       tb_period_compare       (TbPeriod        a,
                                   TbPeriod        b);
gboolean  tb_period_is_dated      (TbPeriod        self);
int       tb_period_get_n_days    (TbPeriod        self);
/* 0 where it is not whole months. */
int       tb_period_get_n_months  (TbPeriod        self);
gboolean  tb_period_same_duration (TbPeriod        a,
                                   TbPeriod        b);
gboolean  tb_period_year_earlier  (TbPeriod        self,
                                   TbPeriod       *out_earlier);
gboolean  tb_period_previous      (TbPeriod        self,
                                   TbPeriod       *out_previous);
int       tb_period_get_year      (TbPeriod        self);

/* YYYY-MM-DD */
gboolean  tb_day_parse            (const char     *text,
                                   TbDay          *out_day);
char     *tb_day_to_string        (TbDay           day) G_GNUC_WARN_UNUSED_RESULT;
char     *tb_day_label            (TbDay           day,
                                   TbLanguage      language) G_GNUC_WARN_UNUSED_RESULT;

#define TB_PERIOD_ERROR (tb_period_error_quark ())
GQuark tb_period_error_quark (void);

typedef enum
{
  TB_PERIOD_ERROR_SYNTAX,      /* not a spelling of a period */
  TB_PERIOD_ERROR_IMPOSSIBLE,  /* spelled well, but there is no such period: 2021-Q5, 2021-02-30, 2021-W53 */
} TbPeriodError;

G_END_DECLS
