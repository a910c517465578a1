/* One figure with all that it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-catalog.h"
#include "tb-decimal.h"

G_BEGIN_DECLS

/* A change that the source printed beside, or in place of, the level. */
typedef struct
{
  gboolean       given;
  TbDecimal      value;    /* as printed; percent, points, times, or in the observation's unit × multiplier */
  TbChangeKind   kind;
  gboolean       has_base;
  TbPeriod       base;     /* points, times */
  const TbPlace *against;  /* nullable; points */
  const char    *unknown;
} TbPublishedChange;

typedef struct
{
  TbPeriod  period;
  TbDecimal value;
} TbPathStep;

/* What only targets (and plans) have. */
typedef struct
{
  TbDay             deadline;         /* 0 where not given */
  TbTargetBasis     basis;            /* the default where not said */
  gboolean          basis_said;
  TbComparator      comparator;       /* the default where not said */
  gboolean          comparator_said;
  TbPathKind        path;
  const TbPathStep *steps;
  guint             n_steps;
  TbSaid            binding;
  gboolean          has_baseline;
  TbPeriod          baseline_period;
  TbDecimal         baseline_value;
  const char       *baseline_unknown;
  TbText            text;             /* of a verbal target */
} TbTarget;

/* What few observations have. Belongs to the series; all zero is "nothing". */
typedef struct
{
  const char       *digits;       /* nullable: the value as printed, where it has more digits than TbDecimal holds */
  const char       *period_text;  /* nullable: the spelling of a TEXT period */
  gboolean          has_low, has_high;
  TbDecimal         low, high;
  TbText            definition;   /* `break`: the new definition from this period on */
  TbDay             vintage;      /* 0 where not given */
  TbText            note;
  TbPublishedChange change;
  TbTarget          target;       /* comparator and basis are filled for every target and plan */
  const char       *unknown;      /* members that are not ours, as JSON text */
} TbObservationExtra;

/**
 * TbObservation:
 *
 * A view of one row of a series, made by tb_series_get(): plain data, valid as
 * long as the series.
 */
struct _TbObservation
{
  TbPeriod                  period;
  gboolean                  has_value;   /* FALSE: `value` is null or absent; a range or a change may stand for it */
  TbDecimal                 value;       /* as printed */
  TbDecimal                 multiplier;
  double                    figure;      /* value × multiplier, rounded once; NaN where !has_value */
  TbKind                    kind;
  TbQualifier               qualifier;
  TbBasis                   basis;
  guint32                   status;      /* mask of TB_STATUS_… */
  gboolean                  confirms;    /* says again what an earlier row of the series says: count once */
  gboolean                  conflicts;   /* another row of the same period, kind, basis and vintage says otherwise */
  gboolean                  superseded;  /* a later vintage of the same figure is in the series */
  const TbSource           *source;      /* nullable */
  const TbObservationExtra *extra;       /* nullable */
};

/* low × multiplier and so on; NaN where not given. */
double      tb_observation_get_low       (const TbObservation *self);
double      tb_observation_get_high      (const TbObservation *self);
/* Half a unit of the last printed digit, × multiplier; 0 for whole counts and
 * ranks printed with multiplier 1 (semantics 4.1). NaN without a value. */
double      tb_observation_get_half_unit (const TbObservation *self,
                                          const TbUnit        *unit);
gboolean    tb_observation_is_range      (const TbObservation *self);

G_END_DECLS
