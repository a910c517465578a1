/* The figures of one indicator, place and breakdown, in columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-catalog.h"
#include "tb-observation.h"

G_BEGIN_DECLS

/* @category names the value, in the words of the file; nullable. */
typedef struct
{
  const char       *dimension;
  const char       *value;
  const TbCategory *category;
} TbBreakdown;

/**
 * TbSeriesInfo:
 *
 * What holds for all figures of a series: its key (indicator, place,
 * breakdown, scope, unit, measure) and its defaults. Overrides of the
 * indicator are resolved: @unit, @measure … are what holds.
 */
typedef struct
{
  const TbIndicator *indicator;
  const TbPlace     *place;           /* nullable */
  const TbBreakdown *breakdown;
  guint              n_breakdown;
  TbText             scope;           /* the series' own; the indicator's is in its indicator */
  TbDecimal          multiplier;      /* default of its observations */
  const TbUnit      *unit;
  TbMeasure          measure;
  TbSince            since;
  TbDay              since_day;
  TbSaid             sa;
  const char        *price_basis;     /* nullable */
  guint16            year_start;      /* month × 100 + day */
  gboolean           year_start_said; /* by the series itself */
  const char        *unknown;
} TbSeriesInfo;

/* How two rows of one period, kind, basis and vintage stand to each other. */
typedef enum
{
  TB_ROWS_UNRELATED,  /* one of these differs, or one row has no number where the other has one */
  TB_ROWS_AGREE,      /* they say the same */
  TB_ROWS_CONFLICT,
} TbRowRelation;

/**
 * TbGlance:
 * @start, @end: of the period
 * @value: as printed
 * @multiplier: rows of a series with the same number here have the same multiplier
 * @sort: the period's kind and calendar, kind, qualifier and basis: the same
 *   number for rows that are alike in these
 * @period_kind: #TbPeriodKind
 * @kind: #TbKind
 * @basis: #TbBasis
 * @status: mask of TB_STATUS_…
 * @is_plain: an observed, exact number with nothing beside it but a status, which no
 *   other row contradicts
 * @is_empty: there is neither a number nor anything in place of one
 * @published: by its source; 0 where that is not known
 *
 * What a row is at first sight, for walks over millions of rows.
 */
typedef struct
{
  TbDay     start;
  TbDay     end;
  TbDecimal value;
  TbDay     published;
  guint32   status;
  guint16   multiplier;
  guint16   sort;
  guint8    period_kind;
  guint8    kind;
  guint8    basis;
  guint8    is_plain;
  guint8    is_empty;
} TbGlance;

typedef struct _TbSeriesBuilder TbSeriesBuilder;

/* An immutable, atomically ref-counted series. 32 bytes an observation. */
TbSeries           *tb_series_ref          (TbSeries             *self);
void                tb_series_unref        (TbSeries             *self);
const TbSeriesInfo *tb_series_get_info     (const TbSeries       *self);
gsize               tb_series_get_n        (const TbSeries       *self);
void                tb_series_get          (const TbSeries       *self,
                                            gsize                 i,
                                            TbObservation        *out_observation);
void                tb_series_glance       (const TbSeries       *self,
                                            gsize                 i,
                                            TbGlance             *out_glance);
TbDecimal           tb_series_get_multiplier (const TbSeries     *self,
                                            guint                 multiplier);
/* How many there are; the numbers below that may be asked for. */
guint               tb_series_get_n_multipliers (const TbSeries  *self);
TbPeriod            tb_series_get_period   (const TbSeries       *self,
                                            gsize                 i);
double              tb_series_get_figure   (const TbSeries       *self,
                                            gsize                 i);
/* First row of that period and kind that is neither a confirmation nor
 * replaced by a later vintage; −1 where there is none. */
gssize              tb_series_find         (const TbSeries       *self,
                                            TbPeriod              period,
                                            TbKind                kind);
/* First row from @from on that is of that period, whatever it is; −1 where there is none. */
gssize              tb_series_find_next    (const TbSeries       *self,
                                            TbPeriod              period,
                                            gsize                 from);
/* Where the rows that end on a day are: the first of them, and how many rows from
 * there on may be such; of a series in order just these, else all rows. O(log n). */
gsize               tb_series_find_ending  (const TbSeries       *self,
                                            TbDay                 end,
                                            gsize                *out_n);
/* Whether the rows are in order of period. */
gboolean            tb_series_is_sorted    (const TbSeries       *self);
/* Whether the definition changes after the day @after, and at or before @upto
 * (R8): status B or a declared break. O(log n). */
gboolean            tb_series_has_break_between (const TbSeries    *self,
                                            TbDay                 after,
                                            TbDay                 upto);
/* The latest of these breaks that declares its definition, else the latest one: its
 * row; −1 where there is none. */
gssize              tb_series_find_break   (const TbSeries       *self,
                                            TbDay                 after,
                                            TbDay                 upto);
gboolean            tb_series_has_breaks   (const TbSeries       *self);
/* First row from @from on that confirms or conflicts with another; −1 where there is none. */
gssize              tb_series_find_related (const TbSeries       *self,
                                            gsize                 from);
TbRowRelation       tb_series_relate       (const TbSeries       *self,
                                            gsize                 a,
                                            gsize                 b);
/* The rows in order of period (end, then start, then row), confirmations left
 * out. Returns how many were written; @out_rows has room for n. */
gsize               tb_series_sort         (const TbSeries       *self,
                                            guint32              *out_rows);
/* How many rows are of a period and kind that an earlier row of the same vintage is of; undated ones too. */
gsize               tb_series_count_repeated (const TbSeries      *self);
/* What a value of a breakdown is called: its wording, else the value itself. */
char               *tb_breakdown_dup_name  (const TbBreakdown    *self,
                                            TbLanguage            language) G_GNUC_WARN_UNUSED_RESULT;
/* Name of the indicator, in brackets its breakdown, its scope and, where
 * @with_place, its place: for lists and legends. */
char               *tb_series_dup_name     (const TbSeries       *self,
                                            TbLanguage            language,
                                            gboolean              with_place) G_GNUC_WARN_UNUSED_RESULT;
/* What stands in those brackets; empty where nothing does. */
char               *tb_series_dup_part     (const TbSeries       *self,
                                            TbLanguage            language,
                                            gboolean              with_place) G_GNUC_WARN_UNUSED_RESULT;
/* What tells a series from the others of its dataset, stable across files:
 * "indicator", "indicator@place", then ",dimension=member" … and "#scope". */
char               *tb_series_dup_key      (const TbSeries       *self) G_GNUC_WARN_UNUSED_RESULT;
/* The same of two #TbSeriesInfo of one catalog, for tables of series. */
guint               tb_series_key_hash     (gconstpointer         key);
gboolean            tb_series_key_equal    (gconstpointer         a,
                                            gconstpointer         b);
gboolean            tb_series_same_breakdown (const TbSeriesInfo   *a,
                                            const TbSeriesInfo   *b);
/* The coverage: the series' own, else that of its indicator; may be empty. */
const TbText       *tb_series_get_scope    (const TbSeriesInfo   *info);
/* Which measure's default basis holds: discrete, year-to-date or as-of. */
TbBasis             tb_measure_default_basis (TbMeasure           measure,
                                            TbSince               since);

/* Fills the missing defaults of a target (comparator, basis) as format.md says. */
void                tb_target_fill_defaults (TbTarget            *self,
                                            TbBasis               basis,
                                            TbQualifier           qualifier,
                                            TbDirection           direction,
                                            gboolean              is_range);

/* A builder belongs to one thread. Finishing finds confirmations and conflicts.
 * @info may be NULL where tb_series_builder_settle() says it in the end. */
TbSeriesBuilder    *tb_series_builder_new    (TbCatalog           *catalog,
                                              const TbSeriesInfo  *info,
                                              gsize                n_expected) G_GNUC_WARN_UNUSED_RESULT;
void                tb_series_builder_free   (TbSeriesBuilder     *self);
/* FALSE where a limit is passed. What follows from other rows is not read; `extra` is copied. */
gboolean            tb_series_builder_add    (TbSeriesBuilder     *self,
                                              const TbObservation *observation);
/* A row of which nothing is known but these: an observed, exact figure. */
gboolean            tb_series_builder_add_plain (TbSeriesBuilder  *self,
                                              const TbPeriod      *period,
                                              gboolean             has_value,
                                              TbDecimal            value,
                                              TbDecimal            multiplier,
                                              guint32              status);
/* A row as the one before, but for these and without an extra. */
gboolean            tb_series_builder_add_alike (TbSeriesBuilder  *self,
                                              const TbPeriod      *period,
                                              gboolean             has_value,
                                              TbDecimal            value);
gsize               tb_series_builder_get_n  (const TbSeriesBuilder *self);
/* Says what holds for all rows when all have been added: their basis becomes the default, @source (nullable) that
 * of all, and rows of multiplier 1 take that of @info. */
void                tb_series_builder_settle (TbSeriesBuilder     *self,
                                              const TbSeriesInfo  *info,
                                              const TbSource      *source);
TbSeries           *tb_series_builder_finish (TbSeriesBuilder     *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbSeries, tb_series_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbSeriesBuilder, tb_series_builder_free)

G_END_DECLS
