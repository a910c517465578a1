/* What computed figures are counted in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-transform-private.h"

static const TbTextEntry percent_name[] = { { NULL, "%" } };
static const TbTextEntry points_name[] = { { "en", "percentage points" }, { "zh", "个百分点" } };

static const TbUnit percent_unit = { .id = "percent", .name = { percent_name, 1 }, .kind = TB_UNIT_PERCENT };
static const TbUnit points_unit = { .id = "percentage-point", .name = { points_name, 2 }, .kind = TB_UNIT_PERCENT };

const TbUnit *
tb_transform_get_percent_unit (void)
{
  return &percent_unit;
}

const TbUnit *
tb_transform_get_points_unit (void)
{
  return &points_unit;
}

TbText
tb_transform_make_text (TbPool     *pool,
                        const char *en,
                        const char *zh)
{
  TbTextEntry *entries = tb_pool_alloc0 (pool, 2 * sizeof *entries);

  entries[0] = (TbTextEntry) { "en", tb_pool_intern (pool, en) };
  entries[1] = (TbTextEntry) { "zh", tb_pool_intern (pool, zh) };

  return (TbText) { entries, 2 };
}

/* "2020 = 100" (F-4). */
const TbUnit *
tb_transform_make_index_unit (TbPool   *pool,
                              TbPeriod  base)
{
  TbUnit *unit = tb_pool_alloc0 (pool, sizeof *unit);
  g_autofree char *sdmx = tb_period_to_sdmx (base);
  g_autofree char *label_en = tb_period_label (base, TB_LANGUAGE_EN, TB_PERIOD_LABEL_FULL);
  g_autofree char *label_zh = tb_period_label (base, TB_LANGUAGE_ZH, TB_PERIOD_LABEL_FULL);
  g_autofree char *id = g_strdup_printf ("index-%s", g_strdelimit (sdmx, "/", '-'));
  g_autofree char *en = g_strdup_printf ("%s = 100", label_en);
  g_autofree char *zh = g_strdup_printf ("%s=100", label_zh);

  unit->id = tb_pool_intern (pool, id);
  unit->name = tb_transform_make_text (pool, en, zh);
  unit->kind = TB_UNIT_INDEX;

  return unit;
}

/* "yuan per head": money stays money, of which so much falls to each. */
const TbUnit *
tb_transform_make_head_unit (TbPool       *pool,
                             const TbUnit *unit)
{
  TbUnit *head = tb_pool_alloc0 (pool, sizeof *head);
  g_autofree char *label_en = tb_unit_label (unit, "", TB_LANGUAGE_EN);
  g_autofree char *label_zh = tb_unit_label (unit, "", TB_LANGUAGE_ZH);
  g_autofree char *id = g_strdup_printf ("%s-per-head", unit->id);
  g_autofree char *en = g_strdup_printf ("%s per head", label_en);
  g_autofree char *zh = g_strdup_printf ("%s/人", label_zh);

  head->id = tb_pool_intern (pool, id);
  head->name = tb_transform_make_text (pool, en, zh);
  head->kind = unit->kind == TB_UNIT_MONEY ? TB_UNIT_MONEY : TB_UNIT_OTHER;
  head->currency = unit->kind == TB_UNIT_MONEY && unit->currency != NULL ? tb_pool_intern (pool, unit->currency) : NULL;

  return head;
}
