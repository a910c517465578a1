/* Reads the data sets of SDMX-JSON, in all of its shapes.
 *
 * Figures are in series, the key of which has a part a dimension of series, and
 * in them by a key of dimensions of observations (time series, cross-section);
 * or they are all in one object (flat). A part of a key is a place in the list
 * of the dimension's values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-sdmx-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static TbSdmxDimension *
get_dimension (const TbSdmxJson *self,
               guint             i)
{
  return &g_array_index (self->dimensions, TbSdmxDimension, i);
}

static guint
count_parts (const char *key)
{
  guint n = 1;

  if (*key == '\0')
    return 0;
  for (; *key != '\0'; key++)
    n += *key == ':';

  return n;
}

/* The next part of a key: FALSE where it is no place in the list of values. */
static gboolean
read_part (const char **key,
           guint        n_values,
           guint       *out_index)
{
  guint64 index = 0;
  const char *digit = *key;

  for (; g_ascii_isdigit (*digit) && index < n_values; digit++)
    index = index * 10 + (guint64) (*digit - '0');
  if (digit == *key || index >= n_values || (*digit != ':' && *digit != '\0'))
    return FALSE;

  *key = *digit == ':' ? digit + 1 : digit;
  *out_index = (guint) index;
  return TRUE;
}

/* Why a key does not fit. @unread: the first dimension that it has no value of. */
static void
report_key (TbSdmxJson        *self,
            const TbJsonValue *key,
            guint              n_expected,
            guint              unread)
{
  gsize length;
  const char *text = tb_json_get_string (key, &length);

  if (strlen (text) != length || count_parts (text) != n_expected)
    tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, key,
                        _("the number of parts of the key is %u; expected %u, one for each dimension"),
                        count_parts (text), n_expected);
  else
    tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, key,
                        _("the key refers to no value of the dimension %s; expected a number below %u"),
                        get_dimension (self, unread)->id, get_dimension (self, unread)->n_values);
}

/* Takes the parts of a key for the dimensions from @first to before @end. A key that does not fit says that
 * the structure is not the one of these figures: nothing of them is to be trusted. */
static gboolean
read_key (TbSdmxJson        *self,
          const TbJsonValue *key,
          guint              first,
          guint              end)
{
  gsize length;
  const char *text = tb_json_get_string (key, &length);
  const char *part = text;
  guint i = first;

  for (; i < end && read_part (&part, get_dimension (self, i)->n_values, &self->indices[i]); i++)
    {
      const TbSdmxDimension *dimension = get_dimension (self, i);

      self->codes[dimension->in_cube] = dimension->codes[self->indices[i]];
    }
  /* A colon at the end begins another part. */
  if (i == end && part == text + length && (length == 0 || part[-1] != ':'))
    return TRUE;

  report_key (self, key, end - first, i);
  return FALSE;
}

/* Dimensions that hold for the whole data set, or that a key need not name, have their first value. */
static void
set_first_values (TbSdmxJson *self)
{
  for (guint i = 0; i < self->n_codes; i++)
    self->codes[i] = TB_CUBE_NO_CODE;
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const TbSdmxDimension *dimension = get_dimension (self, i);

      self->indices[i] = 0;
      if (dimension->n_values > 0)
        self->codes[dimension->in_cube] = dimension->codes[0];
    }
}

/* What a series, or the series of a figure, is called in codes: those that tell it from others. */
static const char *
name_series (TbSdmxJson *self,
             guint       end)
{
  g_string_truncate (self->where, 0);
  for (guint i = self->n_at[TB_SDMX_LEVEL_DATA_SET]; i < end; i++)
    {
      const TbSdmxDimension *dimension = get_dimension (self, i);
      const TbSdmxValue *value = &dimension->values[self->indices[i]];

      if (dimension->n_values > 1 && value->id != NULL
          && (end < self->dimensions->len || dimension->role != TB_COLUMN_ROLE_PERIOD))
        g_string_append_printf (self->where, "%s%s", self->where->len > 0 ? "." : "", value->id);
    }

  return self->where->str;
}

/* Which of the codes is the indicator is found out later: all know how many decimals their figures have. */
static void
note_decimals (TbSdmxJson *self,
               int         decimals)
{
  TbCubeCode *subject = tb_cube_get_subject (self->sdmx.cube);

  subject->decimals = MAX (subject->decimals, decimals);
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      guint in_cube = get_dimension (self, i)->in_cube;
      guint32 code = self->codes[in_cube];
      TbCubeCode *info = code != TB_CUBE_NO_CODE ? tb_cube_get_code (self->sdmx.cube, in_cube, code) : NULL;

      if (info != NULL)
        info->decimals = MAX (info->decimals, decimals);
    }
}

/* A power of ten may be a dimension of its own. */
static void
apply_power (TbSdmxJson  *self,
             TbSdmxState *state)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const TbSdmxDimension *dimension = get_dimension (self, i);

      if (dimension->is_power && self->codes[dimension->in_cube] != TB_CUBE_NO_CODE)
        tb_sdmx_apply (&self->sdmx, TB_SDMX_MULTIPLIER, dimension->id, &dimension->values[self->indices[i]], state);
    }
}

/* A coded or worded measure is a text in place of a number. */
static void
read_measure (TbSdmxJson        *self,
              guint              i,
              const TbJsonValue *value,
              TbCubeCell        *cell)
{
  const TbSdmxMeasure *measure = i < self->measures->len ? &g_array_index (self->measures, TbSdmxMeasure, i) : NULL;
  guint index;

  if (measure != NULL && measure->is_listed && tb_json_get_type (value) == TB_JSON_NUMBER)
    {
      cell->has_value = FALSE;
      if (!tb_sdmx_json_find_value (value, measure->n_values, &index))
        {
          self->sdmx.n_unlisted++;
          return;
        }
      cell->note = measure->values[index].label != NULL ? measure->values[index].label : measure->values[index].id;
      cell->is_text = TRUE;
      return;
    }

  if (tb_json_field_to_cell (value, self->pool, cell) == TB_NUMBER_NONE && tb_json_get_type (value) == TB_JSON_OBJECT)
    cell->note = tb_json_field_to_wording (value, self->pool);
}

static gboolean
add_measures (TbSdmxJson        *self,
              const TbJsonValue *observation,
              const TbSdmxState *state)
{
  guint n = MAX (self->measures->len, 1);
  gboolean is_array = tb_json_get_type (observation) == TB_JSON_ARRAY;
  TbJsonIter iter;

  if (is_array)
    tb_json_iter_init (&iter, observation);
  for (guint i = 0; i < n; i++)
    {
      TbCubeCell cell = TB_CUBE_CELL_INIT;

      if (is_array && tb_json_iter_next (&iter))
        read_measure (self, i, iter.value, &cell);
      else if (!is_array && i == 0)
        read_measure (self, i, observation, &cell);
      if (self->measure_in_cube != TB_SDMX_NO_DIMENSION)
        self->codes[self->measure_in_cube] = i;
      if (!tb_sdmx_add_cell (&self->sdmx, self->codes, &cell, state))
        return FALSE;
    }

  return TRUE;
}

/* [value, …, attribute, …, annotation, …]. FALSE: stop. */
static gboolean
read_observation (TbSdmxJson        *self,
                  const TbJsonValue *observation,
                  const TbSdmxState *of_series)
{
  TbSdmxState state = *of_series;
  const char *where = self->has_remarks_of_figures ? name_series (self, self->dimensions->len) : NULL;
  gboolean is_array = tb_json_get_type (observation) == TB_JSON_ARRAY;
  TbJsonIter iter;

  if (is_array)
    {
      tb_json_iter_init (&iter, observation);
      for (guint i = 0; i < MAX (self->measures->len, 1); i++)
        tb_json_iter_next (&iter);
    }
  if (where != NULL)
    tb_sdmx_note_place (&self->sdmx, where);
  tb_sdmx_json_apply_attributes (self, TB_SDMX_LEVEL_OBSERVATION, is_array ? &iter : NULL, where, &state);
  tb_sdmx_json_apply_groups (self, self->indices, &state);
  apply_power (self, &state);
  if (state.decimals != of_series->decimals)
    note_decimals (self, state.decimals);

  return add_measures (self, observation, &state);
}

static gboolean
read_observations (TbSdmxJson        *self,
                   const TbJsonValue *observations,
                   guint              first,
                   const TbSdmxState *state)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, observations);
  while (tb_json_iter_next (&iter))
    {
      if (!read_key (self, iter.key, first, self->dimensions->len) || !read_observation (self, iter.value, state))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_series (TbSdmxJson        *self,
             const TbJsonIter  *member,
             const TbSdmxState *of_data_set)
{
  guint first = self->n_at[TB_SDMX_LEVEL_DATA_SET];
  guint end = first + self->n_at[TB_SDMX_LEVEL_SERIES];
  const TbJsonValue *attributes = tb_json_field_get (member->value, "attributes", TB_JSON_ARRAY);
  const TbJsonValue *observations = tb_json_field_get (member->value, "observations", TB_JSON_OBJECT);
  TbSdmxState state = *of_data_set;
  const char *where;
  TbJsonIter iter;

  if (!read_key (self, member->key, first, end))
    return FALSE;

  where = name_series (self, end);
  if (!self->has_remarks_of_figures)
    tb_sdmx_note_place (&self->sdmx, where);
  if (attributes != NULL)
    tb_json_iter_init (&iter, attributes);
  tb_sdmx_json_apply_attributes (self, TB_SDMX_LEVEL_SERIES, attributes != NULL ? &iter : NULL, where, &state);
  if (state.decimals >= 0)
    note_decimals (self, state.decimals);

  return observations == NULL || read_observations (self, observations, end, &state);
}

static gboolean
read_all_series (TbSdmxJson        *self,
                 const TbJsonValue *series,
                 const TbSdmxState *state)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, series);
  while (tb_json_iter_next (&iter))
    {
      if (!read_series (self, &iter, state))
        return FALSE;
    }

  return TRUE;
}

/* The keys of a flat data set name all dimensions. Some name those of observations only, though there are
 * some of series: that is clear where each of these has but one value. */
static guint
find_first_of_flat (TbSdmxJson        *self,
                    const TbJsonValue *observations)
{
  guint first = self->n_at[TB_SDMX_LEVEL_DATA_SET];
  guint end = first + self->n_at[TB_SDMX_LEVEL_SERIES];
  TbJsonIter iter;
  gsize length;

  tb_json_iter_init (&iter, observations);
  if (!tb_json_iter_next (&iter)
      || count_parts (tb_json_get_string (iter.key, &length)) != self->n_at[TB_SDMX_LEVEL_OBSERVATION])
    return first;

  for (guint i = first; i < end; i++)
    {
      if (get_dimension (self, i)->n_values != 1)
        return first;
    }

  return end;
}

/**
 * tb_sdmx_json_read_data_set:
 * @self: a reading, the cube of which was begun
 * @data_set: an object
 *
 * Reads the figures of a data set.
 *
 * Returns: %FALSE: stop; an error was reported, or the reading is cancelled
 */
gboolean
tb_sdmx_json_read_data_set (TbSdmxJson        *self,
                            const TbJsonValue *data_set)
{
  const TbJsonValue *attributes = tb_json_field_get (data_set, "attributes", TB_JSON_ARRAY);
  const TbJsonValue *series = tb_json_field_get (data_set, "series", TB_JSON_OBJECT);
  const TbJsonValue *observations = tb_json_field_get (data_set, "observations", TB_JSON_OBJECT);
  TbSdmxState state = TB_SDMX_STATE_INIT;
  TbJsonIter iter;

  set_first_values (self);
  if (attributes != NULL)
    tb_json_iter_init (&iter, attributes);
  tb_sdmx_json_apply_attributes (self, TB_SDMX_LEVEL_DATA_SET, attributes != NULL ? &iter : NULL, "", &state);
  if (state.decimals >= 0)
    note_decimals (self, state.decimals);
  tb_sdmx_json_read_groups (self, tb_json_field_get (data_set, "dimensionGroupAttributes", TB_JSON_OBJECT));
  if (series == NULL && observations == NULL)
    tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, data_set,
                        _("the dataset has no figures; expected \"series\" or \"observations\""));
  if (series != NULL && !read_all_series (self, series, &state))
    return FALSE;
  if (observations == NULL)
    return TRUE;

  set_first_values (self);
  return read_observations (self, observations, find_first_of_flat (self, observations), &state);
}
