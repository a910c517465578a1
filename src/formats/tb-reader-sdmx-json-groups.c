/* Reads what SDMX-JSON says of groups of figures: attributes by some of the dimensions.
 *
 * "dimensionGroupAttributes": {"0::3": […]}, a part a dimension (data set,
 * series, observation), empty for those that the group does not name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-sdmx-json.h"

#include <string.h>

/* Different choices of dimensions that groups name: each is looked up for each figure. */
#define MAX_GROUPS 64

/* Attributes of the groups that name the same dimensions. */
typedef struct
{
  gboolean   *is_named;   /* one a dimension */
  GHashTable *by_key;     /* of TbJsonValue, arrays */
} Group;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_hash_table_unref (group->by_key);
  g_free (group->is_named);
  g_free (group);
}

/**
 * tb_sdmx_json_groups_new:
 *
 * Returns: (transfer full): no groups
 */
GPtrArray *
tb_sdmx_json_groups_new (void)
{
  return g_ptr_array_new_with_free_func (free_group);
}

/* The group of those that name the same dimensions. */
static Group *
find_group (TbSdmxJson     *self,
            const gboolean *is_named)
{
  gsize n_bytes = self->dimensions->len * sizeof (gboolean);
  Group *group;

  for (guint i = 0; i < self->groups->len; i++)
    {
      group = self->groups->pdata[i];
      if (memcmp (group->is_named, is_named, n_bytes) == 0)
        return group;
    }
  if (self->groups->len == MAX_GROUPS)
    return NULL;

  group = g_new0 (Group, 1);
  group->is_named = g_memdup2 (is_named, n_bytes);
  group->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (self->groups, group);
  return group;
}

static void
append_index (GString *key,
              guint    index)
{
  g_string_append_printf (key, "%u:", index);
}

/* "0::3": which dimensions are named, and by which values. */
static gboolean
read_group_key (TbSdmxJson *self,
                const char *text,
                gboolean   *out_is_named,
                GString    *key)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);

  if (g_strv_length (parts) != self->dimensions->len)
    return FALSE;

  g_string_truncate (self->where, 0);
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const TbSdmxDimension *dimension = &g_array_index (self->dimensions, TbSdmxDimension, i);
      guint64 index;

      out_is_named[i] = *parts[i] != '\0' && !g_str_equal (parts[i], "~");
      if (!out_is_named[i])
        continue;
      if (!g_ascii_string_to_unsigned (parts[i], 10, 0, G_MAXUINT32, &index, NULL) || index >= dimension->n_values)
        return FALSE;
      append_index (key, (guint) index);
      if (dimension->n_values > 1 && dimension->values[index].id != NULL)
        g_string_append_printf (self->where, "%s%s", self->where->len > 0 ? "." : "", dimension->values[index].id);
    }

  return TRUE;
}

static gboolean
read_group (TbSdmxJson       *self,
            const TbJsonIter *member)
{
  g_autofree gboolean *is_named = g_new0 (gboolean, MAX (self->dimensions->len, 1));
  const char *text = tb_json_field_to_text (member->key, self->pool);
  g_autoptr (GString) key = g_string_new (NULL);
  TbSdmxState unused = TB_SDMX_STATE_INIT;
  Group *group;
  TbJsonIter iter;

  if (tb_json_get_type (member->value) != TB_JSON_ARRAY || text == NULL || !read_group_key (self, text, is_named, key))
    return FALSE;

  group = find_group (self, is_named);
  if (group == NULL)
    return FALSE;

  g_hash_table_insert (group->by_key, g_strdup (key->str), (gpointer) member->value);
  /* What is said in words is told once here; the rest with each figure. */
  tb_json_iter_init (&iter, member->value);
  tb_sdmx_json_apply_attributes (self, TB_SDMX_LEVEL_GROUP, &iter, self->where->str, &unused);
  return TRUE;
}

/**
 * tb_sdmx_json_read_groups:
 * @self: a reading
 * @groups: (nullable): an object of arrays of attributes, by key
 *
 * Reads what a data set says of groups of figures. Groups that are not understood are left out and counted.
 */
void
tb_sdmx_json_read_groups (TbSdmxJson        *self,
                          const TbJsonValue *groups)
{
  TbJsonIter iter;

  g_ptr_array_set_size (self->groups, 0);
  if (groups == NULL)
    return;

  tb_json_iter_init (&iter, groups);
  while (tb_json_iter_next (&iter))
    {
      if (!read_group (self, &iter))
        self->sdmx.n_unlisted++;
    }
}

/**
 * tb_sdmx_json_apply_groups:
 * @self: a reading
 * @indices: (array): the places of a figure's values, one a dimension
 * @state: (inout): what holds for it
 *
 * Takes what is said of the groups that a figure is in.
 */
void
tb_sdmx_json_apply_groups (TbSdmxJson  *self,
                           const guint *indices,
                           TbSdmxState *state)
{
  gsize n_unlisted = self->sdmx.n_unlisted;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = self->groups->pdata[i];
      const TbJsonValue *attributes;
      TbJsonIter iter;

      g_string_truncate (self->where, 0);
      for (guint j = 0; j < self->dimensions->len; j++)
        {
          if (group->is_named[j])
            append_index (self->where, indices[j]);
        }
      attributes = g_hash_table_lookup (group->by_key, self->where->str);
      if (attributes == NULL)
        continue;
      tb_json_iter_init (&iter, attributes);
      tb_sdmx_json_apply_attributes (self, TB_SDMX_LEVEL_GROUP, &iter, NULL, state);
    }
  self->sdmx.n_unlisted = n_unlisted; /* they were counted when the groups were read */
}
