/* How files of one shape are to be read: what the user said about them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-profile-private.h"

#include <string.h>

static void
clear_column (gpointer data)
{
  g_free (((TbProfileColumn *) data)->name);
}

static void
clear_entry (gpointer data)
{
  TbProfileEntry *entry = data;

  g_free (entry->id);
  g_free ((char *) entry->said.unit);
  g_free ((char *) entry->said.name);
}

/**
 * tb_profile_new:
 *
 * Returns: (transfer full): a profile that says nothing. One thread fills it; after
 *   that any may read it.
 */
TbProfile *
tb_profile_new (void)
{
  TbProfile *self = g_new0 (TbProfile, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->columns = g_array_new (FALSE, FALSE, sizeof (TbProfileColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->indicators = g_array_new (FALSE, FALSE, sizeof (TbProfileEntry));
  g_array_set_clear_func (self->indicators, clear_entry);

  return self;
}

/**
 * tb_profile_ref:
 * @self: a profile
 *
 * Returns: (transfer full): the same profile. Thread: any.
 */
TbProfile *
tb_profile_ref (TbProfile *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tb_profile_unref:
 * @self: (transfer full): a profile
 *
 * Gives a reference back. Thread: any.
 */
void
tb_profile_unref (TbProfile *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->columns);
  g_array_unref (self->indicators);
  g_free (self);
}

/**
 * tb_profile_copy:
 * @self: a profile
 *
 * Returns: (transfer full): another one that says the same, to be changed
 */
TbProfile *
tb_profile_copy (const TbProfile *self)
{
  TbProfile *copy = tb_profile_new ();

  copy->decimal_mark = self->decimal_mark;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TbProfileColumn *column = &g_array_index (self->columns, TbProfileColumn, i);

      tb_profile_set_role (copy, column->name, column->role);
    }
  for (guint i = 0; i < self->indicators->len; i++)
    {
      const TbProfileEntry *entry = &g_array_index (self->indicators, TbProfileEntry, i);

      tb_profile_set_indicator (copy, entry->id, &entry->said);
    }

  return copy;
}

static TbProfileColumn *
find_column (const TbProfile *self,
             const char      *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      TbProfileColumn *column = &g_array_index (self->columns, TbProfileColumn, i);

      if (g_str_equal (column->name, name))
        return column;
    }

  return NULL;
}

/**
 * tb_profile_get_role:
 * @self: a profile
 * @column: name of a column or dimension
 *
 * Returns: what it is; %TB_COLUMN_ROLE_UNSAID where that is not said
 */
TbColumnRole
tb_profile_get_role (const TbProfile *self,
                     const char      *column)
{
  const TbProfileColumn *found = find_column (self, column);

  return found != NULL ? found->role : TB_COLUMN_ROLE_UNSAID;
}

/**
 * tb_profile_set_role:
 * @self: a profile
 * @column: name of a column or dimension
 * @role: what it is; %TB_COLUMN_ROLE_UNSAID to say nothing more of it
 */
void
tb_profile_set_role (TbProfile    *self,
                     const char   *column,
                     TbColumnRole  role)
{
  TbProfileColumn *found = find_column (self, column);

  if (found == NULL && role != TB_COLUMN_ROLE_UNSAID)
    {
      TbProfileColumn added = { g_strdup (column), role };

      g_array_append_val (self->columns, added);
    }
  else if (found != NULL && role != TB_COLUMN_ROLE_UNSAID)
    {
      found->role = role;
    }
  else if (found != NULL)
    {
      g_array_remove_index (self->columns, (guint) (found - &g_array_index (self->columns, TbProfileColumn, 0)));
    }
}

static TbProfileEntry *
find_entry (const TbProfile *self,
            const char      *id)
{
  for (guint i = 0; i < self->indicators->len; i++)
    {
      TbProfileEntry *entry = &g_array_index (self->indicators, TbProfileEntry, i);

      if (g_strcmp0 (entry->id, id) == 0)
        return entry;
    }

  return NULL;
}

/**
 * tb_profile_get_indicator:
 * @self: a profile
 * @id: (nullable): id of an indicator; %NULL for all that are not named
 *
 * Returns: (transfer none) (nullable): what is said of it; %NULL where nothing is
 */
const TbProfileIndicator *
tb_profile_get_indicator (const TbProfile *self,
                          const char      *id)
{
  const TbProfileEntry *entry = find_entry (self, id);

  return entry != NULL ? &entry->said : NULL;
}

/**
 * tb_profile_set_indicator:
 * @self: a profile
 * @id: (nullable): id of an indicator; %NULL for all that are not named
 * @said: what is said of it; copied
 */
void
tb_profile_set_indicator (TbProfile                *self,
                          const char               *id,
                          const TbProfileIndicator *said)
{
  TbProfileEntry *entry = find_entry (self, id);
  TbProfileEntry filled = { .id = g_strdup (id), .said = *said };

  filled.said.unit = g_strdup (said->unit);
  filled.said.name = g_strdup (said->name);
  if (entry == NULL)
    {
      g_array_append_val (self->indicators, filled);
      return;
    }

  clear_entry (entry);
  *entry = filled;
}

/**
 * tb_profile_get_decimal_mark:
 * @self: a profile
 *
 * Returns: '.' or ','; 0 where that is not said
 */
char
tb_profile_get_decimal_mark (const TbProfile *self)
{
  return self->decimal_mark;
}

/**
 * tb_profile_set_decimal_mark:
 * @self: a profile
 * @mark: '.' or ','; 0 to say nothing of it
 */
void
tb_profile_set_decimal_mark (TbProfile *self,
                             char       mark)
{
  g_return_if_fail (mark == '\0' || mark == '.' || mark == ',');

  self->decimal_mark = mark;
}
