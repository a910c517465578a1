/* Which series of a chart are switched off.
 *
 * A spec has their keys; of many series that are asked for, each would be looked for
 * among all of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-hidden.h"

/**
 * tb_chart_hidden_new:
 * @fields: what is asked for; has to stay as long as the result
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the series that are switched off; %NULL where none is
 */
GHashTable *
tb_chart_hidden_new (const TbChartSpecFields *fields)
{
  GHashTable *self = NULL;

  if (fields->hidden == NULL || fields->hidden[0] == NULL)
    return NULL;

  self = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; fields->hidden[i] != NULL; i++)
    g_hash_table_add (self, fields->hidden[i]);

  return self;
}

/**
 * tb_chart_hidden_has:
 * @self: (nullable): the series that are switched off
 * @series: a series
 *
 * Thread: any.
 *
 * Returns: whether it is one of them
 */
gboolean
tb_chart_hidden_has (GHashTable     *self,
                     const TbSeries *series)
{
  g_autofree char *key = NULL;

  if (self == NULL)
    return FALSE;
  key = tb_series_dup_key (series);

  return g_hash_table_contains (self, key);
}

/**
 * tb_chart_hidden_count_shown:
 * @self: (nullable): the series that are switched off
 * @selection: series
 *
 * Thread: any.
 *
 * Returns: how many of the selection are not switched off
 */
gsize
tb_chart_hidden_count_shown (GHashTable        *self,
                             const TbSelection *selection)
{
  gsize n = 0;

  for (gsize i = 0; i < tb_selection_get_n (selection); i++)
    n += !tb_chart_hidden_has (self, tb_selection_get (selection, i)->series);

  return n;
}
