/* What is a part of what, and what parts add up to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-parts.h"

#include "tb-side.h"

static gboolean
is_one_of (const char        *text,
           const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_ascii_strcasecmp (text, *words) == 0)
      return TRUE;

  return FALSE;
}

/**
 * tb_parts_is_all:
 * @breakdown: a category of a dimension
 *
 * Tells a category that is the total of the others by its own word: codes of SDMX and
 * Eurostat, and names. “T” is a total of the sexes alone: of activities it is a section.
 *
 * Thread: any; no allocation.
 *
 * Returns: whether it is; then it is no part beside them (B-8)
 */
gboolean
tb_parts_is_all (const TbBreakdown *breakdown)
{
  static const char *const words[] = { "_T", "Total", "合计", "总计", NULL };
  const TbText *name = breakdown->category != NULL ? &breakdown->category->name : NULL;

  if (is_one_of (breakdown->value, words)
      || (g_str_equal (breakdown->value, "T") && g_ascii_strcasecmp (breakdown->dimension, "sex") == 0))
    return TRUE;
  for (guint i = 0; name != NULL && i < name->n_entries; i++)
    if (is_one_of (name->entries[i].text, words))
      return TRUE;

  return FALSE;
}

static gboolean
has_category (const TbSeriesInfo *info,
              const TbBreakdown  *wanted)
{
  for (guint i = 0; i < info->n_breakdown; i++)
    if (g_str_equal (info->breakdown[i].dimension, wanted->dimension)
        && g_str_equal (info->breakdown[i].value, wanted->value))
      return TRUE;

  return FALSE;
}

/* Whether the one has all categories of the other, and more; one of all narrows nothing. */
static gboolean
is_narrower (const TbSeriesInfo *part,
             const TbSeriesInfo *whole)
{
  guint n_part = 0;
  guint n_whole = 0;

  for (guint i = 0; i < whole->n_breakdown; i++)
    {
      if (tb_parts_is_all (&whole->breakdown[i]))
        continue;
      if (!has_category (part, &whole->breakdown[i]))
        return FALSE;
      n_whole++;
    }
  for (guint i = 0; i < part->n_breakdown; i++)
    n_part += !tb_parts_is_all (&part->breakdown[i]);

  return n_part > n_whole || (n_part == n_whole && part->n_breakdown > whole->n_breakdown);
}

/**
 * tb_parts_is_within:
 * @part: what holds for a series
 * @whole: what holds for another
 *
 * Whether the one is a part of the other by the file's own word: an indicator by
 * `part_of`, a place by its `parent`, a breakdown of the series without it, or of its
 * category of all.
 *
 * Thread: any.
 *
 * Returns: whether it is
 */
gboolean
tb_parts_is_within (const TbSeriesInfo *part,
                    const TbSeriesInfo *whole)
{
  if (part->indicator == whole->indicator && part->place == whole->place)
    return is_narrower (part, whole);
  if (part->n_breakdown != whole->n_breakdown)
    return FALSE;
  if (part->place == whole->place)
    return tb_indicator_is_within (part->indicator, whole->indicator);

  return part->indicator == whole->indicator && tb_place_is_within (part->place, whole->place);
}

/**
 * tb_parts_is_additive:
 * @info: what holds for a series
 *
 * Thread: any.
 *
 * Returns: whether figures of several such series may be added up: no rates,
 *   averages, indices or ranks (B-8), and nothing of which the file says that it is not
 */
gboolean
tb_parts_is_additive (const TbSeriesInfo *info)
{
  TbDecimal factor;

  if (tb_unit_points_factor (info->unit, &factor) || info->unit->kind == TB_UNIT_INDEX
      || info->unit->kind == TB_UNIT_RANK || info->unit->kind == TB_UNIT_PER || info->indicator->is_parameter
      || info->indicator->additive == TB_NO)
    return FALSE;

  return info->measure == TB_MEASURE_FLOW || info->measure == TB_MEASURE_STOCK
         || info->measure == TB_MEASURE_CUMULATIVE;
}

/**
 * tb_parts_read:
 * @figure: a figure; its series may be %NULL
 * @unit: the unit that is wanted
 * @out_value: (out caller-allocates): what the figure is known to be
 *
 * Thread: any; no allocation.
 *
 * Returns: whether there is a number or range that can be told in the unit
 */
gboolean
tb_parts_read (TbFigure      figure,
               const TbUnit *unit,
               TbInterval   *out_value)
{
  TbDecimal factor;
  TbSide side;

  if (!tb_side_load (&side, figure) || !side.known || !tb_unit_conversion (side.info->unit, unit, &factor))
    return FALSE;
  *out_value = tb_interval_scale (&side.value, factor);

  return TRUE;
}

/**
 * tb_parts_add_up:
 * @figures: (array length=n): the parts
 * @n: how many
 * @unit: of the sum
 * @out_sum: (out caller-allocates): the sum, exact on the printed digits; qualifiers
 *   and rounding carry on
 *
 * Adds up the figures that have a number. Whether the sum of fewer than all may be
 * told is for the caller to say (P-6).
 *
 * Thread: any; no allocation.
 *
 * Returns: how many of the figures have a number; with 0 there is no sum
 */
gsize
tb_parts_add_up (const TbFigure *figures,
                 gsize           n,
                 const TbUnit   *unit,
                 TbInterval     *out_sum)
{
  gsize n_known = 0;

  for (gsize i = 0; i < n; i++)
    {
      TbInterval value;

      if (!tb_parts_read (figures[i], unit, &value))
        continue;
      *out_sum = n_known > 0 ? tb_interval_add (out_sum, &value) : value;
      n_known++;
    }

  return n_known;
}
