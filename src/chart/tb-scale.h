/* Turns values into places on the page and back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-period.h"

G_BEGIN_DECLS

typedef struct _TbScale TbScale;

/* What a kind of scale does; const tables, one per kind. */
typedef struct
{
  const char *name;
  double    (*map)      (const TbScale *self, double value);      /* → px */
  double    (*unmap)    (const TbScale *self, double place_px);   /* → value */
  gboolean  (*is_valid) (const TbScale *self, double value);      /* has a place */
  void      (*nice)     (TbScale *self, double count);            /* widens the domain to round ends */
  double   *(*ticks)    (const TbScale *self, double count, gsize *out_n);
} TbScaleClass;

/**
 * TbScale:
 * @domain: values at the two ends; of a time scale in months, of a band scale 0 and the number of bands
 * @range: places of the two ends, px
 * @gap: of a band scale, share of a step that is left free between bands, 0…1
 *
 * A plain value.
 */
struct _TbScale
{
  const TbScaleClass *klass;
  double              domain[2];
  double              range[2];
  double              gap;
};

extern const TbScaleClass tb_scale_linear, tb_scale_time, tb_scale_band;

TbScale   tb_scale_init     (const TbScaleClass *klass,
                             double              domain_start,
                             double              domain_end,
                             double              range_start,
                             double              range_end);
double    tb_scale_map      (const TbScale      *self,
                             double              value);
double    tb_scale_unmap    (const TbScale      *self,
                             double              place_px);
gboolean  tb_scale_is_valid (const TbScale      *self,
                             double              value);
void      tb_scale_nice     (TbScale            *self,
                             double              count);
double   *tb_scale_ticks    (const TbScale      *self,
                             double              count,
                             gsize              *out_n) G_GNUC_WARN_UNUSED_RESULT;

/* Time is counted in months of the calendar from year 0, a day being its share
 * of its month, so that spans of one kind have one width (semantics P-4). */
double    tb_months_at_start (TbDay              day);
double    tb_months_at_end   (TbDay              day);
TbDay     tb_months_to_day   (double             months);

G_END_DECLS
