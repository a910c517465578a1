/* Reads the shape of a data set of JSON-stat: ids, sizes and roles of its dimensions.
 *
 * Version 1.x keeps them in `dimension`, 2.0 beside it; both places are looked at,
 * because files mix them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-json-stat.h"

#include "tb-limits.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void
fail (TbJsonStat        *self,
      const TbJsonValue *value,
      const char        *message)
{
  tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, value, "%s", message);
}

/* What 2.0 says beside `dimension` and 1.x in it. */
static const TbJsonValue *
find_either (const TbJsonStat *self,
             const char       *key,
             TbJsonType        type)
{
  const TbJsonValue *value = tb_json_field_get (self->root, key, type);

  return value != NULL ? value : tb_json_field_get (self->dimension, key, type);
}

static gboolean
is_known (const TbJsonStat *self,
          const char       *id)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      if (g_array_index (self->dimensions, TbJsonStatDimension, i).id == id)
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_dimension (TbJsonStat        *self,
               const TbJsonValue *value)
{
  TbJsonStatDimension dimension = { .id = tb_json_field_to_text (value, self->pool) };

  if (dimension.id == NULL)
    {
      fail (self, value, _("a dimension has no name; expected an array of ids in \"id\""));
      return FALSE;
    }
  if (is_known (self, dimension.id))
    {
      tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, value,
                          _("the dimension \"%s\" is there twice; expected each once"), dimension.id);
      return FALSE;
    }

  dimension.object = tb_json_field_get (self->dimension, dimension.id, TB_JSON_OBJECT);
  if (dimension.object == NULL)
    {
      tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, value,
                          _("the dimension \"%s\" is not described; expected it in \"dimension\""), dimension.id);
      return FALSE;
    }

  g_array_append_val (self->dimensions, dimension);
  return TRUE;
}

static gboolean
read_ids (TbJsonStat        *self,
          const TbJsonValue *ids)
{
  TbJsonIter iter;

  if (tb_json_get_size (ids) > TB_LIMIT_CUBE_DIMENSIONS)
    {
      tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, ids,
                          _("the dataset has %u dimensions; expected at most %d"), (guint) tb_json_get_size (ids),
                          TB_LIMIT_CUBE_DIMENSIONS);
      return FALSE;
    }

  tb_json_iter_init (&iter, ids);
  while (tb_json_iter_next (&iter))
    {
      if (!add_dimension (self, iter.value))
        return FALSE;
    }
  if (self->dimensions->len > 0)
    return TRUE;

  fail (self, ids, _("the dataset has no dimension; expected at least one"));
  return FALSE;
}

/* The sizes are multiplied before anything is made from them. */
static gboolean
read_sizes (TbJsonStat        *self,
            const TbJsonValue *sizes)
{
  TbJsonIter iter;
  guint i = 0;

  if (tb_json_get_size (sizes) != self->dimensions->len)
    {
      tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, sizes,
                          _("the number of sizes is %u; expected %u, one for each dimension of \"id\""),
                          (guint) tb_json_get_size (sizes), self->dimensions->len);
      return FALSE;
    }

  self->n_cells = 1;
  tb_json_iter_init (&iter, sizes);
  while (tb_json_iter_next (&iter))
    {
      guint64 size;

      if (!tb_json_stat_get_integer (iter.value, &size))
        {
          fail (self, iter.value, _("not the size of a dimension; expected a whole number"));
          return FALSE;
        }
      if (size >= TB_CUBE_NO_CODE || !g_uint64_checked_mul (&self->n_cells, self->n_cells, size)
          || self->n_cells > TB_LIMIT_CELLS)
        {
          tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, sizes,
                              _("the sizes make more cells than can be told apart; "
                                "expected at most %" PRIu64),
                              TB_LIMIT_CELLS);
          return FALSE;
        }
      g_array_index (self->dimensions, TbJsonStatDimension, i++).size = (guint32) size;
    }

  return TRUE;
}

static void
set_role (TbJsonStat        *self,
          const TbJsonValue *value,
          TbColumnRole       role,
          gboolean          *is_taken)
{
  const char *id = tb_json_field_to_text (value, self->pool);

  for (guint i = 0; i < self->dimensions->len; i++)
    {
      TbJsonStatDimension *dimension = &g_array_index (self->dimensions, TbJsonStatDimension, i);

      if (dimension->id != id || dimension->role != TB_COLUMN_ROLE_UNSAID)
        continue;
      /* Of several times (arrival, departure) or places (residence, birth) the first is meant. */
      dimension->role = *is_taken ? TB_COLUMN_ROLE_BREAKDOWN : role;
      *is_taken = TRUE;
    }
}

static void
read_roles (TbJsonStat        *self,
            const TbJsonValue *roles)
{
  static const struct
  {
    const char   *key;
    TbColumnRole  role;
  } kinds[] = {
    { "time", TB_COLUMN_ROLE_PERIOD }, { "geo", TB_COLUMN_ROLE_PLACE }, { "metric", TB_COLUMN_ROLE_INDICATOR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const TbJsonValue *ids = tb_json_find (roles, kinds[i].key);
      gboolean is_taken = FALSE;
      TbJsonIter iter;

      if (ids == NULL)
        continue;
      if (tb_json_get_type (ids) != TB_JSON_ARRAY)
        {
          set_role (self, ids, kinds[i].role, &is_taken);
          continue;
        }
      tb_json_iter_init (&iter, ids);
      while (tb_json_iter_next (&iter))
        set_role (self, iter.value, kinds[i].role, &is_taken);
    }
}

/* Where nothing is said to be the indicators, they are what units are told for. */
static void
find_indicators (TbJsonStat *self)
{
  TbJsonStatDimension *found = NULL;

  for (guint i = 0; i < self->dimensions->len; i++)
    {
      TbJsonStatDimension *dimension = &g_array_index (self->dimensions, TbJsonStatDimension, i);
      const TbJsonValue *category = tb_json_field_get (dimension->object, "category", TB_JSON_OBJECT);

      if (dimension->role == TB_COLUMN_ROLE_INDICATOR)
        return;
      if (found == NULL && dimension->role == TB_COLUMN_ROLE_UNSAID
          && tb_json_field_get (category, "unit", TB_JSON_OBJECT) != NULL)
        found = dimension;
    }

  if (found != NULL)
    found->role = TB_COLUMN_ROLE_INDICATOR;
}

/**
 * tb_json_stat_read_shape:
 * @self: a data set
 *
 * Reads which dimensions there are, how many categories they have and what
 * they are said to be.
 *
 * Returns: whether all is there; else it is reported
 */
gboolean
tb_json_stat_read_shape (TbJsonStat *self)
{
  const TbJsonValue *ids, *sizes, *roles;

  self->dimension = tb_json_field_get (self->root, "dimension", TB_JSON_OBJECT);
  if (self->dimension == NULL)
    {
      fail (self, self->root, _("the dataset has no dimensions; expected them in \"dimension\""));
      return FALSE;
    }

  ids = find_either (self, "id", TB_JSON_ARRAY);
  sizes = find_either (self, "size", TB_JSON_ARRAY);
  if (ids == NULL || sizes == NULL)
    {
      fail (self, self->root,
            _("the order or size of the dimensions is not said; expected arrays in \"id\" and \"size\""));
      return FALSE;
    }
  if (!read_ids (self, ids) || !read_sizes (self, sizes))
    return FALSE;

  roles = find_either (self, "role", TB_JSON_OBJECT);
  if (roles != NULL)
    read_roles (self, roles);
  find_indicators (self);

  return TRUE;
}
