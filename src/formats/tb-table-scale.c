/* A column that says what the numbers of its row are to be multiplied by.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-table-private.h"

#include "tb-unit-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No office has a larger power of ten; also one that a number of a figure could bear. */
#define MAX_POWER 15

/* Letters of a name alone: powers of ten, as OECD.Stat and SDMX write them, and words of the IMF. */
static const struct
{
  const char *name;
  gboolean    is_power;
} names[] = {
  { "powercodecode", TRUE }, { "powercode", TRUE }, { "unitmult", TRUE }, { "unitmultiplier", TRUE },
  { "scale", FALSE }, { "unitscale", FALSE }, { "unitmultipliername", FALSE },
};

static char *
dup_letters (const char *name)
{
  GString *out = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    {
      if (*p != ' ' && *p != '_' && *p != '-')
        g_string_append_c (out, g_ascii_tolower (*p));
    }

  return g_string_free_and_steal (out);
}

static gboolean
is_name (const TbTableColumn *self,
         gboolean            *out_is_power)
{
  g_autofree char *letters = dup_letters (self->name);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      *out_is_power = names[i].is_power;
      if (g_str_equal (letters, names[i].name))
        return TRUE;
    }

  return FALSE;
}

/* "6" as a power, "Millions", "Units". */
static gboolean
read_scale (const char *text,
            gsize       length,
            gboolean    is_power,
            TbDecimal  *out_multiplier)
{
  g_autoptr (GString) words = g_string_new_len (text, (gssize) length);
  const gsize n_digits = strspn (words->str, "0123456789");

  *out_multiplier = TB_DECIMAL_ONE;
  if (is_power && n_digits > 0 && n_digits <= 2 && n_digits == words->len)
    {
      const gint64 power = g_ascii_strtoll (words->str, NULL, 10);

      *out_multiplier = (TbDecimal) { 1, (gint16) power };
      return power <= MAX_POWER;
    }
  if (n_digits > 0)
    return FALSE;
  if (g_ascii_strcasecmp (words->str, "units") == 0 || g_ascii_strcasecmp (words->str, "unit") == 0)
    return TRUE;

  *out_multiplier = tb_unit_scale_cut (words);
  return words->len == 0 && !tb_decimal_identical (*out_multiplier, TB_DECIMAL_ONE);
}

static gboolean
holds_scales (const TbTableColumn *self,
              gboolean             is_power)
{
  guint n = 0;

  for (guint i = 0; i < self->values->len; i++)
    {
      const TbTableValue *value = tb_table_value (self, i);
      TbDecimal multiplier;

      if (value->form < TB_TABLE_NUMBER || *value->text == '\0')
        continue;
      if (!read_scale (value->text, strlen (value->text), is_power, &multiplier))
        return FALSE;
      n++;
    }

  return n > 0;
}

/* Finds the column of scales. A second one words the first. */
void
tb_table_find_scale (TbTable *self)
{
  self->scale = TB_TABLE_NONE;
  self->multiplier = TB_DECIMAL_ONE;
  for (guint i = 0; i < self->columns->len; i++)
    {
      TbTableColumn *column = tb_table_column (self, i);
      gboolean is_power;

      if (column->role != TB_COLUMN_ROLE_UNSAID || !is_name (column, &is_power) || !holds_scales (column, is_power))
        continue;
      column->role = TB_COLUMN_ROLE_IGNORED;
      column->is_scale = column->is_redundant = TRUE;
      if (self->scale != TB_TABLE_NONE)
        continue;
      self->scale = i;
      self->scale_is_power = is_power;
    }
}

/* What the numbers of a row are to be multiplied by, where a column says it. Rows come sorted mostly. */
void
tb_table_take_scale (TbTable           *self,
                     const TbTableCell *cells)
{
  const TbTableCell *cell = &cells[self->scale];
  TbTableColumn *column = tb_table_column (self, self->scale);

  self->scale_note = NULL;
  if (cell->form < TB_TABLE_NUMBER || cell->length == 0)
    {
      self->multiplier = TB_DECIMAL_ONE;
      column->last_id = NULL;
      return;
    }
  if (column->last_id != NULL && column->last_length == cell->length
      && tb_bytes_same (column->last_id, cell->text, cell->length))
    return;
  if (read_scale (cell->text, cell->length, self->scale_is_power, &self->multiplier))
    {
      column->last_id = tb_pool_intern_len (tb_cube_get_pool (self->cube), cell->text, cell->length);
      column->last_length = cell->length;
      return;
    }

  column->last_id = NULL;
  self->multiplier = TB_DECIMAL_ONE;
  self->scale_note = tb_pool_intern_len (tb_cube_get_pool (self->cube), cell->text, cell->length);
  if (column->n_no_numbers == 0)
    tb_table_report (self, self->scale,
                     _("“%s” in the column “%s” is no scale, and is kept as a note; expected one such "
                        "as “Millions”"),
                     self->scale_note, column->name);
  column->n_no_numbers = 1;
}
