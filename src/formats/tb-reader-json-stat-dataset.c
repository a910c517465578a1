/* Reads a data set of JSON-stat: its dimensions, and what is said of all of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-json-stat.h"

#include "tb-day-text.h"
#include "tb-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * tb_json_stat_get_lines:
 * @pool: where the text is kept
 * @value: (nullable): a note
 *
 * Returns: (transfer none) (nullable): a string, or the strings of an array,
 *   each a line
 */
const char *
tb_json_stat_get_lines (TbPool            *pool,
                        const TbJsonValue *value)
{
  g_autoptr (GString) lines = NULL;
  TbJsonIter iter;

  if (value == NULL || tb_json_get_type (value) != TB_JSON_ARRAY)
    return tb_json_field_to_text (value, pool);

  lines = g_string_new (NULL);
  tb_json_iter_init (&iter, value);
  while (tb_json_iter_next (&iter))
    {
      const char *text = tb_json_field_to_text (iter.value, pool);

      if (text != NULL)
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", text);
    }

  return lines->len > 0 ? tb_pool_intern (pool, lines->str) : NULL;
}

/**
 * tb_json_stat_get_integer:
 * @value: a size or position
 * @out_integer: (out): the number
 *
 * Some offices write them as strings.
 *
 * Returns: whether it is a whole number of not more than 64 bits
 */
gboolean
tb_json_stat_get_integer (const TbJsonValue *value,
                          guint64           *out_integer)
{
  TbJsonType type = tb_json_get_type (value);
  guint64 integer = 0;
  const char *text;
  gsize length;

  if (type != TB_JSON_NUMBER && type != TB_JSON_STRING)
    return FALSE;

  text = type == TB_JSON_NUMBER ? tb_json_get_number (value, &length) : tb_json_get_string (value, &length);
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]) || !g_uint64_checked_mul (&integer, integer, 10)
          || !g_uint64_checked_add (&integer, integer, (guint64) (text[i] - '0')))
        return FALSE;
    }

  *out_integer = integer;
  return length > 0;
}

/**
 * tb_json_stat_compare_entries:
 * @a: a #TbJsonStatEntry
 * @b: another
 *
 * Returns: their order by position
 */
int
tb_json_stat_compare_entries (gconstpointer a,
                              gconstpointer b)
{
  const TbJsonStatEntry *entry_a = a;
  const TbJsonStatEntry *entry_b = b;

  return (entry_a->position > entry_b->position) - (entry_a->position < entry_b->position);
}

/**
 * tb_json_stat_get_dimension:
 * @self: a data set
 * @i: which
 *
 * Returns: (transfer none): a dimension, in the order of the cells
 */
const TbJsonStatDimension *
tb_json_stat_get_dimension (const TbJsonStat *self,
                            guint             i)
{
  return &g_array_index (self->dimensions, TbJsonStatDimension, i);
}

/**
 * tb_json_stat_get_source:
 * @self: a data set
 *
 * Returns: who publishes it, as far as that decides how its status codes are read
 */
TbJsonStatSource
tb_json_stat_get_source (const TbJsonStat *self)
{
  const TbJsonValue *extension = tb_json_field_get (self->root, "extension", TB_JSON_OBJECT);
  const char *source = tb_json_field_get_text (self->root, "source", self->pool);
  const char *agency = tb_json_field_to_text (tb_json_field_get (extension, "agencyId", TB_JSON_STRING), self->pool);
  const char *href = tb_json_field_get_text (self->root, "href", self->pool);

  if (g_strcmp0 (agency, "ESTAT") == 0 || g_strcmp0 (source, "ESTAT") == 0 || g_strcmp0 (source, "Eurostat") == 0
      || (href != NULL && strstr (href, "ec.europa.eu/eurostat") != NULL))
    return TB_JSON_STAT_EUROSTAT;
  if (tb_json_field_get (extension, "px", TB_JSON_OBJECT) != NULL
      || tb_json_find (self->dimension, "ContentsCode") != NULL)
    return TB_JSON_STAT_PXWEB;

  return TB_JSON_STAT_OTHER;
}

static void
read_notes (TbJsonStat *self)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  const char *note = tb_json_stat_get_lines (self->pool, tb_json_find (self->root, "note"));

  if (note != NULL)
    g_string_append (notes, note);
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const TbJsonStatDimension *dimension = tb_json_stat_get_dimension (self, i);
      const char *label = tb_json_field_get_text (dimension->object, "label", self->pool);

      note = tb_json_stat_get_lines (self->pool, tb_json_find (dimension->object, "note"));
      if (note != NULL)
        g_string_append_printf (notes, "%s%s: %s", notes->len > 0 ? "\n" : "", label != NULL ? label : dimension->id,
                                note);
    }

  if (notes->len > 0)
    tb_cube_get_info (self->cube)->description = tb_cube_text (self->cube, notes->str);
}

/* The data set's own name: its key in a bundle, else what its provider calls it. */
static const char *
find_name (TbJsonStat *self)
{
  static const char *const keys[] = { "tableid", "matrix" };
  const TbJsonValue *extension = tb_json_field_get (self->root, "extension", TB_JSON_OBJECT);
  const TbJsonValue *px = tb_json_field_get (extension, "px", TB_JSON_OBJECT);
  const char *id;

  if (self->name != NULL && *self->name != '\0' && !g_str_equal (self->name, "dataset"))
    return self->name;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      id = tb_json_field_to_text (tb_json_field_get (px, keys[i], TB_JSON_STRING), self->pool);
      if (id != NULL)
        return id;
    }

  return tb_json_field_to_text (tb_json_field_get (extension, "id", TB_JSON_STRING), self->pool);
}

static void
read_updated (TbJsonStat *self)
{
  const TbJsonValue *value = tb_json_find (self->root, "updated");
  const char *text = tb_json_field_to_text (value, self->pool);

  if (text != NULL && !tb_day_text_parse (text, &tb_cube_get_info (self->cube)->updated))
    tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, value,
                        _("\"%s\" is no day that can be read in one way only; expected one such as \"2026-03-31\""),
                        text);
}

static void
read_head (TbJsonStat *self)
{
  const TbJsonValue *root = self->root;
  TbDatasetInfo *info = tb_cube_get_info (self->cube);
  TbCubeCode *subject = tb_cube_get_subject (self->cube);
  const char *label = tb_json_field_get_text (root, "label", self->pool);
  const char *source = tb_json_field_get_text (root, "source", self->pool);
  const char *name = find_name (self);

  info->title = tb_cube_text (self->cube, label != NULL ? label : name);
  subject->label = tb_cube_text (self->cube, label);
  if (name != NULL)
    subject->id = tb_pool_intern (self->pool, name);
  if (source != NULL)
    {
      tb_cube_get_source (self->cube)->publisher = tb_cube_text (self->cube, source);
      tb_cube_get_source (self->cube)->url = tb_json_field_get_text (root, "href", self->pool);
    }
  read_updated (self);
  read_notes (self);
}

static gboolean
add_dimensions (TbJsonStat *self)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      const TbJsonStatDimension *dimension = tb_json_stat_get_dimension (self, i);
      const char *label = tb_json_field_get_text (dimension->object, "label", self->pool);

      tb_cube_add_dimension (self->cube, dimension->id, label, dimension->role);
    }
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      if (!tb_json_stat_add_categories (self, i))
        return FALSE;
    }

  return TRUE;
}

/* How many figures are to come: an object of values lists a part of the cells. */
static gsize
count_listed (const TbJsonStat *self)
{
  const TbJsonValue *value = tb_json_find (self->root, "value");
  TbJsonType type = value != NULL ? tb_json_get_type (value) : TB_JSON_NULL;

  return type == TB_JSON_ARRAY || type == TB_JSON_OBJECT ? tb_json_get_size (value) : 0;
}

/**
 * tb_json_stat_read_dataset:
 * @input: the file
 * @root: a data set of it
 * @name: (nullable): what the file calls it
 *
 * Reads one data set, of version 2.0 or 1.x.
 *
 * Returns: (transfer full) (nullable): the dataset; %NULL: reported, or cancelled
 */
TbDataset *
tb_json_stat_read_dataset (const TbReaderInput *input,
                           const TbJsonValue   *root,
                           const char          *name)
{
  g_autoptr (TbCube) cube = tb_cube_new (input);
  g_autoptr (GArray) dimensions = g_array_new (FALSE, TRUE, sizeof (TbJsonStatDimension));
  TbJsonStat self = {
    .input = input,
    .root = root,
    .name = name,
    .cube = cube,
    .pool = tb_cube_get_pool (cube),
    .dimensions = dimensions,
  };

  if (!tb_json_stat_read_shape (&self))
    return NULL;

  read_head (&self);
  if (!add_dimensions (&self) || !tb_cube_begin (cube, count_listed (&self))
      || !tb_json_stat_read_values (&self))
    return NULL;

  return tb_cube_finish (cube);
}
