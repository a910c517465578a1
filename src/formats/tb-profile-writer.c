/* Writes import profiles (data/schemas/import-profile-1.md).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-profile-private.h"

#include "tb-json-writer.h"

/* Spaces before an entry of a table. */
#define ENTRY_INDENT 4

static void
write_said (TbJsonObject             *object,
            const TbProfileIndicator *said)
{
  if (said == NULL)
    return;

  if (said->has_measure)
    tb_json_object_string (object, "measure", tb_vocabulary_spelling (&tb_measures, said->measure));
  if (said->has_measure && said->measure == TB_MEASURE_CUMULATIVE && said->since != TB_SINCE_NONE
      && said->since != TB_SINCE_DATE)
    tb_json_object_string (object, "since", tb_vocabulary_spelling (&tb_sinces, said->since));
  tb_json_object_string (object, "unit", said->unit);
  if (said->has_direction)
    tb_json_object_string (object, "direction", tb_vocabulary_spelling (&tb_directions, said->direction));
}

static void
write_columns (TbJsonObject    *root,
               const TbProfile *self)
{
  TbJsonObject table, entry;

  if (self->columns->len == 0)
    return;

  tb_json_object_key (root, "columns");
  tb_json_object_open (&table, root->out, ENTRY_INDENT);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbProfileColumn *column = &g_array_index (self->columns, TbProfileColumn, i);

      tb_json_object_key (&table, column->name);
      tb_json_object_open (&entry, root->out, TB_JSON_ONE_LINE);
      tb_json_object_string (&entry, "role", tb_vocabulary_spelling (&tb_column_roles, column->role));
      tb_json_object_close (&entry);
    }
  tb_json_object_close (&table);
}

static void
write_indicators (TbJsonObject    *root,
                  const TbProfile *self)
{
  TbJsonObject table, entry;
  gboolean is_open = FALSE;

  for (guint i = 0; i < self->indicators->len; i++)
    {
      const TbProfileEntry *it = &g_array_index (self->indicators, TbProfileEntry, i);

      if (it->id == NULL)
        continue;
      if (!is_open)
        {
          tb_json_object_key (root, "indicators");
          tb_json_object_open (&table, root->out, ENTRY_INDENT);
          is_open = TRUE;
        }
      tb_json_object_key (&table, it->id);
      tb_json_object_open (&entry, root->out, TB_JSON_ONE_LINE);
      write_said (&entry, &it->said);
      tb_json_object_string (&entry, "name", it->said.name);
      tb_json_object_close (&entry);
    }
  if (is_open)
    tb_json_object_close (&table);
}

/**
 * tb_profile_to_json:
 * @self: a profile
 *
 * Returns: (transfer full): a file's content, which tb_profile_parse() reads as the same
 */
GBytes *
tb_profile_to_json (const TbProfile *self)
{
  const char mark[] = { self->decimal_mark, '\0' };
  GString *out = g_string_new (NULL);
  TbJsonObject root;

  tb_json_object_open (&root, out, 2);
  tb_json_object_string (&root, "tongbi", TB_PROFILE_FORMAT);
  write_columns (&root, self);
  tb_json_object_string (&root, "decimal_mark", *mark != '\0' ? mark : NULL);
  write_said (&root, tb_profile_get_indicator (self, NULL));
  write_indicators (&root, self);
  tb_json_object_close (&root);
  g_string_append_c (out, '\n');

  return g_string_free_to_bytes (out);
}
