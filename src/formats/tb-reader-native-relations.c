/* Reads published changes, and tells of rows that contradict or repeat each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-native.h"

#include "tb-limits.h"

#include <glib/gi18n-lib.h>

/**
 * tb_native_read_change:
 * @self: a reading
 * @value: (nullable): value of `published_change`
 * @year_start: first day of the reporting year
 * @out_change: (inout): the change
 *
 * Reads a change that a source printed.
 *
 * Returns: whether it was there
 */
gboolean
tb_native_read_change (TbNative          *self,
                       const TbJsonValue *value,
                       guint16            year_start,
                       TbPublishedChange *out_change)
{
  enum { VALUE, KIND, BASE, AGAINST, N_KEYS };
  static const TbNativeKey keys[N_KEYS] = {
    TB_NATIVE_KEY ("value"), TB_NATIVE_KEY ("kind"), TB_NATIVE_KEY ("base"), TB_NATIVE_KEY ("against"),
  };
  const TbJsonValue *values[N_KEYS];
  int kind;

  if (value == NULL || !tb_native_collect (self, value, keys, N_KEYS, values, &out_change->unknown))
    return FALSE;

  out_change->given = TRUE;
  tb_native_require (self, value, values[VALUE], "value");
  tb_native_require (self, value, values[KIND], "kind");
  tb_native_read_decimal (self, values[VALUE], &out_change->value);
  if (tb_native_read_word (self, values[KIND], &tb_change_kinds, &kind))
    out_change->kind = (TbChangeKind) kind;
  out_change->has_base = tb_native_read_period (self, values[BASE], year_start, &out_change->base);
  tb_native_find_place (self, values[AGAINST], &out_change->against);

  return TRUE;
}

/* The array itself, where its elements cannot be read any more. */
static const TbJsonValue *
get_element (const TbJsonValue *array,
             gsize              i)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, array);
  for (gsize k = 0; k <= i; k++)
    {
      if (!tb_json_iter_next (&iter))
        return array;
    }

  return iter.value;
}

static const char *
name_source (const TbObservation *observation)
{
  return observation->source != NULL ? observation->source->id : _("no source");
}

static void
report_conflict (TbNative          *self,
                 const TbSeries    *series,
                 gsize              earlier_row,
                 gsize              later_row,
                 const TbJsonValue *observations)
{
  g_autofree char *pointer = NULL;
  TbObservation earlier, later;

  if (tb_json_report_skip (self->report, TB_SEVERITY_WARNING))
    return;

  tb_series_get (series, earlier_row, &earlier);
  tb_series_get (series, later_row, &later);
  pointer = tb_json_document_dup_pointer (self->input->document, get_element (observations, earlier_row));
  tb_json_report_add (
      self->report, TB_SEVERITY_WARNING, get_element (observations, later_row),
      _("conflict: %s says otherwise than %s (%s) of the same period, kind, basis and vintage; both are kept"),
      name_source (&later), name_source (&earlier), pointer);
}

static void
report_repetition (TbNative            *self,
                   const TbObservation *later,
                   gsize                later_row,
                   const TbJsonValue   *observations)
{
  if (tb_json_report_skip (self->report, TB_SEVERITY_WARNING))
    return;

  tb_json_report_add (self->report, TB_SEVERITY_WARNING, get_element (observations, later_row),
                      _("the same figure from %s again; expected it once"), name_source (later));
}

/* One figure with what the earlier ones of its period say of the same. A group
 * too large to be compared each with each is compared with its first. */
static void
report_row (TbNative          *self,
            const TbSeries    *series,
            const GArray      *rows,
            gsize              row,
            const TbJsonValue *observations)
{
  guint n = rows->len > TB_LIMIT_ROWS_OF_A_PERIOD ? 1 : rows->len;
  TbObservation later, earlier;

  tb_series_get (series, row, &later);
  for (guint i = 0; i < n && g_array_index (rows, guint32, i) < row; i++)
    {
      gsize earlier_row = g_array_index (rows, guint32, i);
      TbRowRelation relation = tb_series_relate (series, earlier_row, row);

      tb_series_get (series, earlier_row, &earlier);
      if (relation == TB_ROWS_AGREE && later.confirms && earlier.source == later.source)
        {
          report_repetition (self, &later, row, observations);
          return;
        }
      if (relation == TB_ROWS_CONFLICT && later.conflicts && !later.confirms)
        {
          report_conflict (self, series, earlier_row, row, observations);
          return;
        }
    }
}

/* The days of a row's period. GLib's hash is the exclusive or of both halves,
 * which of start and end would be 0 for every single day. */
static gint64
get_key (const TbSeries *series,
         gsize           row)
{
  TbPeriod period = tb_series_get_period (series, row);

  return (gint64) (period.end - period.start) << 32 | (guint32) period.end;
}

/* The rows of each period in which some rows are related. */
static GHashTable *
group_rows (const TbSeries *series,
            gsize           first)
{
  GHashTable *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);

  for (gssize row = (gssize) first; row >= 0; row = tb_series_find_related (series, (gsize) row + 1))
    {
      gint64 key = get_key (series, (gsize) row);

      if (!g_hash_table_contains (groups, &key))
        g_hash_table_insert (groups, g_memdup2 (&key, sizeof key), g_array_new (FALSE, FALSE, sizeof (guint32)));
    }
  for (guint32 row = 0; row < tb_series_get_n (series); row++)
    {
      gint64 key = get_key (series, row);
      GArray *rows = g_hash_table_lookup (groups, &key);

      if (rows != NULL)
        g_array_append_val (rows, row);
    }

  return groups;
}

/**
 * tb_native_report_relations:
 * @self: a reading
 * @series: a series that was read without error
 * @observations: its observations
 *
 * Warns of rows of the same period, kind, basis and vintage that say unequal
 * things, with both sources, and of those that repeat the same source. Equal
 * figures from different sources are confirmations, and no problem.
 *
 * Cost: O(1) for each row of a series without such rows, else each row with the
 * others of its period, up to %TB_LIMIT_ROWS_OF_A_PERIOD.
 */
void
tb_native_report_relations (TbNative          *self,
                            const TbSeries    *series,
                            const TbJsonValue *observations)
{
  gssize first = tb_series_find_related (series, 0);
  g_autoptr (GHashTable) groups = first >= 0 ? group_rows (series, (gsize) first) : NULL;

  for (gssize row = first; row >= 0; row = tb_series_find_related (series, (gsize) row + 1))
    {
      gint64 key = get_key (series, (gsize) row);

      report_row (self, series, g_hash_table_lookup (groups, &key), (gsize) row, observations);
    }
}
