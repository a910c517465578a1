/* Finds the series that a row of our own tidy csv is of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-tidy-csv.h"

#include "tb-limits.h"
#include "tb-unit-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static TbText
make_text (TbTidyCsv  *self,
           const char *text)
{
  TbTextEntry *entry = tb_pool_alloc0 (self->pool, sizeof *entry);

  entry->text = text;
  return (TbText) { entry, 1 };
}

/* The id stays as it is; where it is a common wording, what that means is taken. A wording
 * with a scale is none: figures are in the unit itself. */
static const TbUnit *
find_unit (TbTidyCsv  *self,
           const char *id)
{
  const TbUnit *unit = tb_catalog_find_unit (self->catalog, id);
  TbDecimal scale = TB_DECIMAL_ONE;
  const TbUnit *known;
  TbUnit *added;

  if (unit != NULL)
    return unit;

  known = tb_unit_text_find (self->known, id, NULL, &scale);
  added = tb_catalog_add_unit (self->catalog, id);
  added->kind = TB_UNIT_OTHER;
  added->name = make_text (self, added->id);
  if (known == NULL || !tb_decimal_identical (scale, TB_DECIMAL_ONE))
    return added;

  added->kind = known->kind;
  added->currency = known->currency;
  added->per = known->per;
  return added;
}

static const TbIndicator *
find_indicator (TbTidyCsv    *self,
                const char   *id,
                const TbUnit *unit)
{
  const TbIndicator *found = tb_catalog_find_indicator (self->catalog, id);
  const TbProfile *profile = self->input->profile;
  const TbProfileIndicator *said = NULL;
  TbIndicator *indicator;

  if (found != NULL)
    return found;

  if (profile != NULL)
    said = tb_profile_get_indicator (profile, id);
  if (said == NULL && profile != NULL)
    said = tb_profile_get_indicator (profile, NULL);
  indicator = tb_catalog_add_indicator (self->catalog, id);
  indicator->name = make_text (self, said != NULL && said->name != NULL ? tb_pool_intern (self->pool, said->name)
                                                                         : indicator->id);
  indicator->unit = unit;
  indicator->decimals = -1;
  indicator->measure = said != NULL && said->has_measure ? said->measure : TB_MEASURE_UNSTATED;
  if (indicator->measure == TB_MEASURE_CUMULATIVE)
    indicator->since = said->since == TB_SINCE_DATE || said->since == TB_SINCE_NONE ? TB_SINCE_UNSTATED : said->since;
  indicator->direction_said = said != NULL && said->has_direction;
  indicator->direction = indicator->direction_said ? said->direction : TB_DIRECTION_NONE;
  return indicator;
}

static const TbPlace *
find_place (TbTidyCsv  *self,
            const char *id)
{
  const TbPlace *found = id != NULL ? tb_catalog_find_place (self->catalog, id) : NULL;
  TbPlace *place;

  if (found != NULL || id == NULL)
    return found;

  place = tb_catalog_add_place (self->catalog, id);
  place->name = make_text (self, place->id);
  return place;
}

/* "sex=F;age=Y15-24". A semicolon that no "=" follows is one of the value before it. FALSE: reported. */
static gboolean
read_breakdown (TbTidyCsv    *self,
                TbSeriesInfo *info)
{
  gsize length;
  const char *text = tb_tidy_csv_get (self, TB_TIDY_BREAKDOWN, &length);
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) parts = g_strsplit (copy, ";", -1);
  guint n_parts = g_strv_length (parts);
  TbBreakdown *breakdown = n_parts > 0 ? tb_pool_alloc0 (self->pool, n_parts * sizeof *breakdown) : NULL;
  guint n = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      const char *sign = strchr (parts[i], '=');

      if (sign == NULL && n == 0)
        {
          tb_tidy_csv_report (self, TB_TIDY_BREAKDOWN, _("“%s” is no breakdown; expected “dimension=value”"), copy);
          return FALSE;
        }
      if (sign == NULL)
        {
          g_autofree char *value = g_strconcat (breakdown[n - 1].value, ";", parts[i], NULL);

          breakdown[n - 1].value = tb_pool_intern (self->pool, value);
          continue;
        }
      breakdown[n].dimension = tb_pool_intern_len (self->pool, parts[i], (gsize) (sign - parts[i]));
      breakdown[n++].value = tb_pool_intern (self->pool, sign + 1);
    }

  info->breakdown = breakdown;
  info->n_breakdown = n;
  return TRUE;
}

static int
compare_dimensions (gconstpointer a,
                    gconstpointer b)
{
  const TbBreakdown *const *part_a = a;
  const TbBreakdown *const *part_b = b;

  return strcmp ((*part_a)->dimension, (*part_b)->dimension);
}

static void
append_part (GString    *key,
             const char *text,
             gsize       length)
{
  g_string_append_printf (key, "%zu:", length);
  g_string_append_len (key, text, (gssize) length);
}

/* The same for all orders of a breakdown. NULL: a dimension is there twice, reported. */
static char *
dup_sorted_key (TbTidyCsv          *self,
                const TbSeriesInfo *info)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GString) key = g_string_new ("=");
  const char *place = info->place != NULL ? info->place->id : "";

  append_part (key, info->indicator->id, strlen (info->indicator->id));
  append_part (key, place, strlen (place));
  append_part (key, info->unit->id, strlen (info->unit->id));
  for (guint i = 0; i < info->n_breakdown; i++)
    g_ptr_array_add (parts, (gpointer) &info->breakdown[i]);
  g_ptr_array_sort (parts, compare_dimensions);
  for (guint i = 0; i < parts->len; i++)
    {
      const TbBreakdown *part = parts->pdata[i];

      if (i > 0 && g_str_equal (part->dimension, ((const TbBreakdown *) parts->pdata[i - 1])->dimension))
        {
          tb_tidy_csv_report (self, TB_TIDY_BREAKDOWN, _("the dimension “%s” is there twice; expected it once"),
                              part->dimension);
          return NULL;
        }
      append_part (key, part->dimension, strlen (part->dimension));
      append_part (key, part->value, strlen (part->value));
    }

  return g_string_free_and_steal (g_steal_pointer (&key));
}

/* Of the columns that tell series apart. G_MAXUINT: reported. */
static guint
add_series (TbTidyCsv *self)
{
  const char *indicator = tb_tidy_csv_intern (self, TB_TIDY_INDICATOR);
  const char *unit = tb_tidy_csv_intern (self, TB_TIDY_UNIT);
  TbTidyCsvSeries series = { 0 };
  g_autofree char *key = NULL;
  guint index;

  if (indicator == NULL || unit == NULL)
    {
      tb_tidy_csv_report (self, indicator == NULL ? TB_TIDY_INDICATOR : TB_TIDY_UNIT,
                          _("“%s” is empty; expected an id in each row"),
                          tb_tidy_get_name (indicator == NULL ? TB_TIDY_INDICATOR : TB_TIDY_UNIT));
      return G_MAXUINT;
    }

  series.info.unit = find_unit (self, unit);
  series.info.indicator = find_indicator (self, indicator, series.info.unit);
  series.info.place = find_place (self, tb_tidy_csv_intern (self, TB_TIDY_PLACE));
  series.info.multiplier = TB_DECIMAL_ONE;
  series.info.measure = series.info.indicator->measure;
  series.info.since = series.info.indicator->since;
  series.info.year_start = TB_CALENDAR_YEAR;
  if (!read_breakdown (self, &series.info) || (key = dup_sorted_key (self, &series.info)) == NULL)
    return G_MAXUINT;

  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, key));
  if (index == 0)
    {
      g_array_append_val (self->series, series);
      index = self->series->len;
      g_hash_table_insert (self->indices, g_steal_pointer (&key), GUINT_TO_POINTER (index));
    }
  g_hash_table_insert (self->indices, g_strdup (self->key->str), GUINT_TO_POINTER (index));
  return index - 1;
}

/**
 * tb_tidy_csv_find_series:
 * @self: a reading, at a row
 *
 * Rows of a series mostly stand together.
 *
 * Returns: the index of its series, added where there is none yet; %G_MAXUINT: reported
 */
guint
tb_tidy_csv_find_series (TbTidyCsv *self)
{
  static const TbTidyColumn columns[] = { TB_TIDY_INDICATOR, TB_TIDY_PLACE, TB_TIDY_BREAKDOWN, TB_TIDY_UNIT };
  guint index;

  g_string_truncate (self->key, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      gsize length;
      const char *text = tb_tidy_csv_get (self, columns[i], &length);

      append_part (self->key, text, length);
    }
  if (self->last_key->len > 0 && g_string_equal (self->key, self->last_key))
    return self->last;

  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, self->key->str));
  index = index > 0 ? index - 1 : add_series (self);
  g_string_truncate (self->last_key, 0);
  if (index != G_MAXUINT)
    g_string_append_len (self->last_key, self->key->str, (gssize) self->key->len);
  self->last = index;
  return index;
}
