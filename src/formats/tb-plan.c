/* How a file was read: what each column or dimension was taken for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-plan.h"

struct _TbPlan
{
  gatomicrefcount ref_count;
  char           *format;
  GArray         *columns;   /* of TbPlanColumn */
  GHashTable     *indices;   /* by the name of a column, from 1 */
  gsize           n_unstated;
};

static void
clear_column (gpointer data)
{
  TbPlanColumn *column = data;

  g_free (column->name);
  g_strfreev (column->samples);
}

/**
 * tb_plan_new:
 *
 * Returns: (transfer full): an empty plan. One thread at a time fills it.
 */
TbPlan *
tb_plan_new (void)
{
  TbPlan *self = g_new0 (TbPlan, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->format = g_strdup ("");
  self->columns = g_array_new (FALSE, FALSE, sizeof (TbPlanColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * tb_plan_ref:
 * @self: a plan
 *
 * Returns: (transfer full): the same plan
 */
TbPlan *
tb_plan_ref (TbPlan *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tb_plan_unref:
 * @self: (transfer full): a plan
 *
 * Gives a reference back.
 */
void
tb_plan_unref (TbPlan *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->format);
  g_array_unref (self->columns);
  g_hash_table_unref (self->indices);
  g_free (self);
}

static void
add_column (TbPlan             *self,
            const TbPlanColumn *column)
{
  TbPlanColumn copy = *column;

  copy.name = g_strdup (column->name);
  copy.samples = g_strdupv (column->samples);
  g_array_append_val (self->columns, copy);
  g_hash_table_insert (self->indices, g_strdup (copy.name), GUINT_TO_POINTER (self->columns->len));
}

/**
 * tb_plan_assign:
 * @self: a plan
 * @from: another one
 *
 * Makes a plan say what another one says, and nothing else.
 */
void
tb_plan_assign (TbPlan       *self,
                const TbPlan *from)
{
  g_return_if_fail (self != from);

  g_set_str (&self->format, from->format);
  g_array_set_size (self->columns, 0);
  g_hash_table_remove_all (self->indices);
  for (guint i = 0; i < from->columns->len; i++)
    add_column (self, &g_array_index (from->columns, TbPlanColumn, i));
  self->n_unstated = from->n_unstated;
}

/**
 * tb_plan_set_format:
 * @self: a plan
 * @format: id of the format that the file was found to be of
 */
void
tb_plan_set_format (TbPlan     *self,
                    const char *format)
{
  g_set_str (&self->format, format);
}

/**
 * tb_plan_get_format:
 * @self: a plan
 *
 * Returns: (transfer none): id of the file's format; "" before it is known
 */
const char *
tb_plan_get_format (const TbPlan *self)
{
  return self->format;
}

static TbPlanColumn *
find_column (TbPlan     *self,
             const char *name)
{
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, name));

  return i > 0 ? &g_array_index (self->columns, TbPlanColumn, i - 1) : NULL;
}

/**
 * tb_plan_add_column:
 * @self: a plan
 * @name: of a column or dimension
 * @role: what it was taken for
 * @in_doubt: whether the file does not say so, and another reading is possible
 * @samples: (nullable) (array zero-terminated=1): some of its values
 *
 * Adds a column, or changes the one of that name.
 */
void
tb_plan_add_column (TbPlan            *self,
                    const char        *name,
                    TbColumnRole             role,
                    gboolean           in_doubt,
                    const char *const *samples)
{
  TbPlanColumn *column = find_column (self, name);
  const gboolean is_header = column != NULL && column->is_header;

  if (column == NULL)
    {
      g_array_set_size (self->columns, self->columns->len + 1);
      column = &g_array_index (self->columns, TbPlanColumn, self->columns->len - 1);
      *column = (TbPlanColumn) { 0 };
      g_hash_table_insert (self->indices, g_strdup (name), GUINT_TO_POINTER (self->columns->len));
    }
  else
    {
      clear_column (column);
    }

  *column = (TbPlanColumn) {
    .name = g_strdup (name),
    .role = role,
    .in_doubt = in_doubt,
    .samples = samples != NULL ? g_strdupv ((char **) samples) : g_new0 (char *, 1),
    .is_header = is_header,
  };
}

/**
 * tb_plan_add_header:
 * @self: a plan
 * @name: of the dimension
 * @role: what it was taken for
 * @samples: (nullable) (array zero-terminated=1): some names of columns
 *
 * Adds a dimension whose values are names of columns.
 */
void
tb_plan_add_header (TbPlan            *self,
                    const char        *name,
                    TbColumnRole       role,
                    const char *const *samples)
{
  tb_plan_add_column (self, name, role, FALSE, samples);
  find_column (self, name)->is_header = TRUE;
}

/**
 * tb_plan_get_n_columns:
 * @self: a plan
 *
 * Returns: how many columns or dimensions the file has
 */
gsize
tb_plan_get_n_columns (const TbPlan *self)
{
  return self->columns->len;
}

/**
 * tb_plan_get_column:
 * @self: a plan
 * @i: which
 *
 * Returns: (transfer none): a column; valid until another one is added
 */
const TbPlanColumn *
tb_plan_get_column (const TbPlan *self,
                    gsize         i)
{
  g_return_val_if_fail (i < self->columns->len, NULL);

  return &g_array_index (self->columns, TbPlanColumn, i);
}

/**
 * tb_plan_set_n_unstated:
 * @self: a plan
 * @n: how many indicators have a measure that nobody stated
 */
void
tb_plan_set_n_unstated (TbPlan *self,
                        gsize   n)
{
  self->n_unstated = n;
}

/**
 * tb_plan_get_n_unstated:
 * @self: a plan
 *
 * Returns: how many indicators have a measure that nobody stated
 */
gsize
tb_plan_get_n_unstated (const TbPlan *self)
{
  return self->n_unstated;
}

/**
 * tb_plan_is_in_doubt:
 * @self: a plan
 *
 * Returns: whether the user is to be asked, because a column may be meant otherwise
 */
gboolean
tb_plan_is_in_doubt (const TbPlan *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (g_array_index (self->columns, TbPlanColumn, i).in_doubt)
        return TRUE;
    }

  return FALSE;
}

/**
 * tb_plan_dup_shape:
 * @self: a plan
 *
 * Names what all files with the same format and columns have in common, for
 * finding what the user said about the last one.
 *
 * Returns: (transfer full): a SHA-256 sum in hexadecimal digits
 */
char *
tb_plan_dup_shape (const TbPlan *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) self->format, (gssize) strlen (self->format) + 1);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *name = g_array_index (self->columns, TbPlanColumn, i).name;

      g_checksum_update (sum, (const guchar *) name, (gssize) strlen (name) + 1);
    }

  return g_strdup (g_checksum_get_string (sum));
}
