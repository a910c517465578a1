/* What tells a series from the others of its dataset, as a word that specs can hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-series.h"

#include <string.h>

static int
compare_breakdowns (gconstpointer a,
                    gconstpointer b)
{
  const TbBreakdown *left = *(const TbBreakdown *const *) a;
  const TbBreakdown *right = *(const TbBreakdown *const *) b;

  return strcmp (left->dimension, right->dimension);
}

/**
 * tb_series_dup_key:
 * @self: a series
 *
 * Names a series by what its file calls it, so that the name finds it again in a
 * later file: "hospital-beds", "hospital-beds@qingdao,type=public#urban area".
 * Dimensions are sorted; the scope is in English where it has been given in it.
 * Thread: any.
 *
 * Returns: (transfer full): the key
 */
char *
tb_series_dup_key (const TbSeries *self)
{
  const TbSeriesInfo *info = tb_series_get_info (self);
  GString *key = g_string_new (info->indicator->id);
  g_autofree const TbBreakdown **order = g_new (const TbBreakdown *, info->n_breakdown + 1);

  if (info->place != NULL)
    g_string_append_printf (key, "@%s", info->place->id);
  for (guint i = 0; i < info->n_breakdown; i++)
    order[i] = &info->breakdown[i];
  qsort (order, info->n_breakdown, sizeof *order, compare_breakdowns);
  for (guint i = 0; i < info->n_breakdown; i++)
    g_string_append_printf (key, ",%s=%s", order[i]->dimension, order[i]->value);
  if (!tb_text_is_empty (&info->scope))
    g_string_append_printf (key, "#%s", tb_text_get (&info->scope, TB_LANGUAGE_EN));

  return g_string_free_and_steal (key);
}
