/* What the steps of a transformation work on. Private to the transformations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-side.h"
#include "tb-transform.h"

G_BEGIN_DECLS

/**
 * TbTerm:
 * @point: the figure, with its period as it is spelled
 * @span: the span as it is meant (#TbSide)
 * @from: with @span's last day, where it is looked up: its first day, and the
 *   last one for what holds at a date
 * @vintage: of the row; 0: not given
 * @source: of the row, nullable
 * @basis: discrete, year-to-date …
 * @raw: it is the row's figure itself, with all that was published beside it
 * @revises: an earlier release said otherwise
 * @n_months: of the part of a year that its period was spelled as; 0: not one
 */
typedef struct
{
  TbPoint         point;
  TbPeriod        span;
  TbDay           from;
  TbDay           vintage;
  const TbSource *source;
  guint8          basis;
  guint8          raw;
  guint8          revises;
  guint8          n_months;
} TbTerm;

/**
 * TbWork:
 * @info: what holds for the terms; a step changes unit and measure
 * @terms: by last day, then @from, then basis
 * @has_number: one of the figures that were read has a number
 * @bases, @period_kinds: masks of what is among the terms
 * @step_months, @step_days: how far dates lie apart at least, in one of the two;
 *   0: there are none
 * @is_split: the terms are differences of year-to-date figures (Y-7)
 *
 * One series between two steps. Belongs to one thread.
 */
typedef struct
{
  TbSeries     *source;
  TbSeriesInfo  info;
  TbKind        kind;
  TbReference   reference;
  TbDay         known;
  TbPool       *pool;
  TbTerm       *terms;
  gsize         n;
  gboolean      has_number;
  guint         bases;
  guint         period_kinds;
  int           step_months;
  int           step_days;
  gboolean      is_split;
  gsize         cursor;      /* where the last lookup ended */
  TbLanguage    language;
} TbWork;

/* Rules that warn where they stand on a figure that has a number; the others
 * tell how it was made. */
#define TB_TRANSFORM_WARNINGS                                                                                          \
  (TB_RULE (1) | TB_RULE (2) | TB_RULE (4) | TB_RULE (8) | TB_RULE (9) | TB_RULE (10) | TB_RULE (15) | TB_RULE (16)   \
   | TB_RULE (17) | TB_RULE (18) | TB_RULE (19) | TB_RULE (20) | TB_RULE_Y (2) | TB_RULE_Y (4) | TB_RULE_Y (5)        \
   | TB_RULE_F (10))

/* A term as a side of a comparison. */
typedef struct
{
  TbSide             side;
  TbObservationExtra extra;
} TbTermSide;

/* What a step was, as the texts tell it afterwards. */
typedef struct
{
  TbTransform transform;  /* holds references of its series */
  TbMeasure   measure;    /* of the figures that it was applied to */
  gboolean    is_level;
  int         n_per_year; /* of the periods, at whose rate it grew; 0: not of one length */
} TbStepRecord;

/* tb-transform-work.c */
void      tb_work_init            (TbWork            *self,
                                   TbSeries          *series,
                                   TbDay              known,
                                   TbReference        reference,
                                   TbLanguage         language);
void      tb_work_clear           (TbWork            *self);
/* Takes the array over. */
void      tb_work_replace         (TbWork            *self,
                                   TbTerm            *terms,
                                   gsize              n);
gboolean  tb_work_is_level        (const TbWork      *self);
gboolean  tb_work_is_cumulative   (const TbWork      *self);
gboolean  tb_work_is_additive     (const TbWork      *self);
int       tb_work_count_per_year  (const TbWork      *self);
/* The same where all terms are of one length: a year is so many terms; else 0. */
int       tb_work_count_regular   (const TbWork      *self);
void      tb_work_make_side       (const TbWork      *self,
                                   const TbTerm      *term,
                                   TbTermSide        *out_side);
gboolean  tb_work_has_break       (const TbWork      *self,
                                   TbDay              after,
                                   TbDay              upto);
/* Ends a step: numbers that a double cannot hold are refused by @rule. */
void      tb_work_seal            (TbWork            *self,
                                   TbRuleSet          rule);

/* tb-transform-find.c */
/* By last day, then by first. */
static inline int
tb_term_compare (const TbTerm *term,
                 TbDay         from,
                 TbDay         end)
{
  if (term->span.end != end)
    return term->span.end < end ? -1 : 1;

  return (term->from > from) - (term->from < from);
}

/* The row of terms with that key, of the basis where one has it; −1: none. */
gssize    tb_work_find            (TbWork            *self,
                                   TbDay              from,
                                   TbDay              end,
                                   guint              basis);
gsize     tb_work_find_year_end   (const TbWork      *self,
                                   gsize              first,
                                   TbDay             *out_start);
gssize    tb_work_find_ending     (TbWork            *self,
                                   TbDay              end,
                                   guint              basis);
gboolean  tb_work_get_previous    (const TbWork      *self,
                                   const TbTerm      *term,
                                   TbPeriod          *out_period);
gboolean  tb_work_get_year_earlier (const TbWork     *self,
                                   const TbTerm      *term,
                                   TbPeriod          *out_period);
/* The term of a period that one of the two above gave for @term. */
gssize    tb_work_find_base       (TbWork            *self,
                                   const TbTerm      *term,
                                   TbPeriod           period);

/* tb-transform-arithmetic.c */
TbInterval tb_interval_unknown    (void);
gboolean  tb_interval_has_number  (const TbInterval  *self);
/* FALSE: the signs or open limits leave no percentage. */
gboolean  tb_interval_grow        (const TbInterval  *base,
                                   const TbInterval  *current,
                                   TbInterval        *out_percent);
TbInterval tb_interval_mean       (const TbInterval  *sum,
                                   guint              n);
/* 100 ((1 + percent / 100)^exponent − 1); FALSE below −100 %. */
gboolean  tb_interval_compound    (const TbInterval  *percent,
                                   double             exponent,
                                   TbInterval        *out_percent);
TbInterval tb_interval_times      (const TbInterval  *self,
                                   double             factor);

/* tb-transform-units.c */
const TbUnit *tb_transform_get_percent_unit (void);
const TbUnit *tb_transform_get_points_unit  (void);
const TbUnit *tb_transform_make_index_unit  (TbPool            *pool,
                                             TbPeriod           base);
const TbUnit *tb_transform_make_head_unit   (TbPool            *pool,
                                             const TbUnit      *unit);
TbText        tb_transform_make_text        (TbPool            *pool,
                                             const char        *en,
                                             const char        *zh);

/* tb-transform-fit.c: NULL where the step fits. */
char     *tb_transform_check      (const TbWork      *work,
                                   const TbTransform *transform,
                                   TbTransformError  *out_code);

/* F-7: that none of the figures is of the periods asked for. */
char     *tb_transform_dup_unfilled (const TbWork    *work,
                                   TbTransformKind    kind);

/* The steps. FALSE with @error where one turns out not to fit. */
void      tb_step_refuse          (TbPoint           *point,
                                   TbRuleSet          codes);
/* The terms, in the point that is made of them. */
void      tb_step_join            (TbPoint           *point,
                                   const TbPoint     *term);
void      tb_step_discrete        (TbWork            *work);
void      tb_step_cumulative      (TbWork            *work);
/* No term may be left. */
void      tb_step_frequency       (TbWork            *work,
                                   const TbTransform *transform);
void      tb_step_change          (TbWork            *work,
                                   const TbTransform *transform);
/* F-2: of the terms that have a number; 0 where they are of unlike length. */
int       tb_step_count_per_year  (const TbWork      *work);
gboolean  tb_step_cagr            (TbWork            *work,
                                   const TbTransform *transform,
                                   GError           **error);
void      tb_step_average_growth  (TbWork            *work,
                                   const TbTransform *transform);
gboolean  tb_step_index           (TbWork            *work,
                                   const TbTransform *transform,
                                   GError           **error);
void      tb_step_per_capita      (TbWork            *work,
                                   const TbTransform *transform);
void      tb_step_share           (TbWork            *work,
                                   const TbTransform *transform,
                                   TbWork            *whole);
void      tb_step_contribution    (TbWork            *work,
                                   const TbTransform *transform,
                                   TbWork            *whole);
void      tb_step_moving_average  (TbWork            *work,
                                   const TbTransform *transform);

/* tb-transform-tile.c: sums of terms that fill a span without a gap. */
typedef struct
{
  guint32       n_terms;   /* 0: there is no such row of terms */
  TbDay         first_end; /* the last day of its first term */
  TbVerdictKind kind;      /* what its terms say together */
  TbRuleSet     codes;
  guint32       status;
  TbInterval    sum;
} TbTile;

void      tb_tile_lay             (const TbWork      *work,
                                   TbDay              start,
                                   gsize              first,
                                   gsize              end,
                                   TbTile            *tiles);
gssize    tb_tile_find            (const TbWork      *work,
                                   const TbTile      *tiles,
                                   gsize              first,
                                   gsize              end,
                                   TbDay              last_day);
/* The point of the terms that lead up to tile @i, with the period that @point has;
 * FALSE where the definition changes between them. */
gboolean  tb_tile_join            (const TbWork      *work,
                                   const TbTile      *tiles,
                                   gsize              first,
                                   gsize              i,
                                   TbPoint           *point);

/* tb-derived.c: takes over the terms; the records are copied. */
TbDerived *tb_derived_new         (TbWork             *work,
                                   const TbStepRecord *records,
                                   gsize               n_records);
G_END_DECLS
