/* The periods of a cube: the codes of the dimension of time, each read once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cube-private.h"

#include <string.h>

/* Codes that are looked at for what all of them may be. */
#define MAX_CODES 256

/* By the name of a dimension, and the codes that are there at the beginning. */
void
tb_cube_find_hint (TbCubeDimension *dimension)
{
  const char *codes[MAX_CODES];
  gsize n = MIN (dimension->codes->len, MAX_CODES);

  for (guint32 i = 0; i < n; i++)
    codes[i] = tb_cube_dimension_get_code (dimension, i)->id;
  dimension->hint = tb_period_text_find_hint (dimension->id, codes, n);
  if (dimension->hint == TB_PERIOD_HINT_NONE && dimension->label != NULL)
    dimension->hint = tb_period_text_find_hint (dimension->label, codes, n);
}

/**
 * tb_cube_set_day_zero:
 * @self: a cube that has not begun
 * @zero: the day that is 0
 *
 * Says that the codes of the period are numbers of days, as Our World in Data has
 * them in place of years (formats.md, section 5).
 *
 * Thread: that of @self.
 */
void
tb_cube_set_day_zero (TbCube *self,
                      TbDay   zero)
{
  self->day_zero = zero;
}

static gboolean
parse_day_number (const TbCube *self,
                  const char   *id,
                  TbPeriod     *out_period)
{
  gint64 number;

  if (self->day_zero == 0
      || !g_ascii_string_to_signed (id, 10, 1 - self->day_zero, G_MAXINT32 - self->day_zero, &number, NULL))
    return FALSE;

  *out_period = (TbPeriod) {
    .start = self->day_zero + (TbDay) number,
    .end = self->day_zero + (TbDay) number,
    .kind = TB_PERIOD_TEXT,
    .year_start = TB_CALENDAR_YEAR,
    .text = id,
  };
  return TRUE;
}

/* Tries the id, then the label. Of what neither is, that is kept which stands in
 * some order. FALSE: it is no period. */
gboolean
tb_cube_parse_code (TbCube                *self,
                    const TbCubeDimension *dimension,
                    guint32                code,
                    TbPeriod              *out_period)
{
  const TbCubeCode *it = tb_cube_dimension_get_code (dimension, code);
  TbPeriodHint hint = dimension->hint;
  const char *label = tb_text_get (&it->label, TB_LANGUAGE_EN);
  g_autofree char *collapsed = NULL;
  TbPeriod period;

  if (parse_day_number (self, it->id, out_period)
      || tb_period_text_parse (it->id, strlen (it->id), hint, self->pool, out_period))
    return TRUE;
  if (label == NULL || *label == '\0')
    return FALSE;

  collapsed = tb_text_collapse (label);
  if (*collapsed == '\0')
    return FALSE;
  if (tb_period_text_parse (collapsed, strlen (collapsed), hint, self->pool, &period))
    {
      *out_period = period;
      return TRUE;
    }
  if (out_period->end == 0 && period.end != 0)
    *out_period = period;

  return FALSE;
}

/* A spelling that is none, but stands in order ("2021/22"), is understood well enough. */
static void
count_unknown (TbCube         *self,
               const TbPeriod *period,
               const char     *id)
{
  if (period->end != 0)
    return;

  self->n_unknown_periods++;
  self->unknown_period = self->unknown_period != NULL ? self->unknown_period : id;
}

/* Those of the codes that were added since the last time. */
void
tb_cube_parse_periods (TbCube *self)
{
  const TbCubeDimension *dimension;

  if (self->period_dimension == TB_CUBE_NONE)
    return;

  dimension = tb_cube_get_dimension (self, self->period_dimension);
  for (guint32 i = self->periods->len; i < dimension->codes->len; i++)
    {
      const char *id = tb_cube_dimension_get_code (dimension, i)->id;
      TbPeriod period = TB_PERIOD_UNDATED;

      if (*id != '\0' && !tb_cube_parse_code (self, dimension, i, &period))
        count_unknown (self, &period, id);
      g_array_append_val (self->periods, period);
    }
}
