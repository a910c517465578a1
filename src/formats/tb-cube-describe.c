/* What all figures of a series of a cube have in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-cube-private.h"

/* What the file calls a code of a breakdown; NULL where it has no words for it. */
static const TbCategory *
name_category (TbCube                *cube,
               const TbCubeDimension *from,
               const TbCubeCode      *code)
{
  const TbCategory *found = tb_catalog_find_category (cube->catalog, from->id, code->id);
  TbDimension *dimension;
  TbCategory *category;

  if (found != NULL || tb_text_is_empty (&code->label))
    return found;

  dimension = (TbDimension *) tb_catalog_find_dimension (cube->catalog, from->id);
  if (dimension == NULL)
    {
      dimension = tb_catalog_add_dimension (cube->catalog, from->id);
      dimension->name = tb_cube_text (cube, from->label);
    }
  category = tb_catalog_add_category (cube->catalog, dimension, code->id);
  if (category != NULL)
    category->name = code->label;

  return category;
}

static void
describe_breakdown (const TbCubeCatalog *self,
                    guint32              series,
                    TbSeriesInfo        *out_info)
{
  TbCube *cube = self->cube;
  const guint32 *key = tb_cube_get_key (cube, series);
  TbBreakdown *breakdown;
  guint n = 0;

  for (guint32 i = 0; i < cube->n_keys; i++)
    n += self->is_breakdown[cube->key_dimensions[i]] && key[i] != TB_CUBE_NO_CODE ? 1 : 0;
  if (n == 0)
    return;

  breakdown = tb_pool_alloc0 (cube->pool, n * sizeof *breakdown);
  out_info->breakdown = breakdown;
  for (guint32 i = 0; i < cube->n_keys; i++)
    {
      const TbCubeDimension *dimension = tb_cube_get_dimension (cube, cube->key_dimensions[i]);

      if (self->is_breakdown[cube->key_dimensions[i]] && key[i] != TB_CUBE_NO_CODE)
        breakdown[out_info->n_breakdown++]
            = (TbBreakdown) { dimension->id, tb_cube_dimension_get_code (dimension, key[i])->id,
                              name_category (cube, dimension, tb_cube_dimension_get_code (dimension, key[i])) };
    }
}

/* Where a dimension tells units, but not of a series, the unit of other series is not its own: only what is
 * said of its indicator is. */
static const TbUnit *
find_own_unit (const TbCubeCatalog *self,
               guint32              code,
               TbDecimal           *multiplier)
{
  TbCube *cube = self->cube;
  const TbCubeDimension *dimension;
  const TbCubeCode *own = &cube->subject;
  TbDecimal scale = TB_DECIMAL_ONE;
  const TbUnit *unit;

  if (code != TB_CUBE_NO_CODE)
    {
      dimension = tb_cube_get_dimension (cube, self->indicator_dimension);
      own = tb_cube_dimension_get_code (dimension, code);
    }
  unit = tb_cube_find_unit (cube, NULL, own->unit, &scale);
  if (tb_decimal_identical (*multiplier, TB_DECIMAL_ONE))
    *multiplier = scale;

  return unit;
}

/* What all rows of a series have in common. */
void
tb_cube_catalog_describe (const TbCubeCatalog *self,
                          guint32              series,
                          TbSeriesInfo        *out_info)
{
  TbCube *cube = self->cube;
  guint32 n = tb_cube_count_codes (cube, self->indicator_dimension);
  guint32 code = n > 0 ? tb_cube_get_series_code (cube, series, self->indicator_dimension) : TB_CUBE_NO_CODE;
  guint32 i = code == TB_CUBE_NO_CODE ? n : code;
  guint32 place = tb_cube_get_series_code (cube, series, self->place_dimension);
  guint32 unit = tb_cube_get_series_code (cube, series, self->unit_dimension);
  const TbIndicator *indicator = self->indicators[i];
  const TbProfileIndicator *said = tb_cube_find_said (cube, indicator->id);

  *out_info = (TbSeriesInfo) {
    .indicator = indicator,
    .place = place == TB_CUBE_NO_CODE ? NULL : self->places[place],
    .multiplier = self->scales[i],
    .unit = indicator->unit,
    .measure = indicator->measure,
    .since = indicator->since,
    .sa = indicator->sa,
    .price_basis = indicator->price_basis,
    .year_start = cube->info.year_start,
  };
  if (self->units != NULL && unit == TB_CUBE_NO_CODE && (said == NULL || said->unit == NULL))
    out_info->unit = find_own_unit (self, code, &out_info->multiplier);
  if (unit != TB_CUBE_NO_CODE && (said == NULL || said->unit == NULL))
    {
      out_info->unit = self->units[unit];
      if (tb_decimal_identical (out_info->multiplier, TB_DECIMAL_ONE))
        out_info->multiplier = self->unit_scales[unit];
    }
  describe_breakdown (self, series, out_info);
}
