/* Reads the categories of a dimension of JSON-stat: ids in their order, labels, parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-json-stat.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Levels of parts below each other that are followed; real code lists have a dozen. */
#define MAX_LEVELS 64

typedef struct
{
  TbJsonStat        *stat;
  guint              index;     /* of the dimension */
  const char        *id;
  const TbJsonValue *category;
  GHashTable        *codes;     /* id → index + 1 */
} Categories;

/* The order of an object's members is none: their numbers are. FALSE: reported. */
static gboolean
collect_object (Categories        *self,
                const TbJsonValue *index,
                GArray            *entries)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, index);
  while (tb_json_iter_next (&iter))
    {
      TbJsonStatEntry entry = { .value = iter.key };

      if (!tb_json_stat_get_integer (iter.value, &entry.position))
        {
          tb_json_report_add (self->stat->input->report, TB_SEVERITY_ERROR, iter.value,
                              _("not the position of a category; expected a whole number"));
          return FALSE;
        }
      g_array_append_val (entries, entry);
    }

  g_array_sort (entries, tb_json_stat_compare_entries);
  for (guint i = 1; i < entries->len; i++)
    {
      const TbJsonStatEntry *entry = &g_array_index (entries, TbJsonStatEntry, i);

      if (entry->position != g_array_index (entries, TbJsonStatEntry, i - 1).position)
        continue;
      tb_json_report_add (self->stat->input->report, TB_SEVERITY_ERROR, entry->value,
                          _("two categories of \"%s\" have the position %" PRIu64 "; expected one for each"),
                          self->id, entry->position);
      return FALSE;
    }

  return TRUE;
}

static void
collect_array (const TbJsonValue *index,
               GArray            *entries)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, index);
  while (tb_json_iter_next (&iter))
    {
      TbJsonStatEntry entry = { entries->len, iter.value };

      g_array_append_val (entries, entry);
    }
}

/* A single category needs no order; its label names it. */
static gboolean
collect_label (Categories *self,
               GArray     *entries)
{
  const TbJsonValue *label = tb_json_field_get (self->category, "label", TB_JSON_OBJECT);
  TbJsonIter iter;

  if (label == NULL || tb_json_get_size (label) != 1
      || tb_json_stat_get_dimension (self->stat, self->index)->size != 1)
    {
      tb_json_report_add (self->stat->input->report, TB_SEVERITY_ERROR,
                          self->category,
                          _("the order of the categories of \"%s\" is not said; "
                            "expected an array or object in \"index\""),
                          self->id);
      return FALSE;
    }

  tb_json_iter_init (&iter, label);
  if (tb_json_iter_next (&iter))
    {
      TbJsonStatEntry entry = { 0, iter.key };

      g_array_append_val (entries, entry);
    }
  return TRUE;
}

static gboolean
collect (Categories *self,
         GArray     *entries)
{
  const TbJsonStatDimension *dimension = tb_json_stat_get_dimension (self->stat, self->index);
  const TbJsonValue *index = tb_json_find (self->category, "index");

  if (index != NULL && tb_json_get_type (index) == TB_JSON_OBJECT)
    {
      if (!collect_object (self, index, entries))
        return FALSE;
    }
  else if (index != NULL && tb_json_get_type (index) == TB_JSON_ARRAY)
    {
      collect_array (index, entries);
    }
  else if (!collect_label (self, entries))
    {
      return FALSE;
    }

  if (entries->len == dimension->size)
    return TRUE;
  tb_json_report_add (self->stat->input->report, TB_SEVERITY_ERROR, index != NULL ? index : self->category,
                      _("the number of categories of \"%s\" is %u; expected %u, as \"size\" says"), self->id,
                      entries->len, dimension->size);
  return FALSE;
}

static gboolean
add_code (Categories            *self,
          const TbJsonStatEntry *entry)
{
  const char *id = tb_json_field_to_text (entry->value, self->stat->pool);
  gsize length;

  /* An empty id is one, too (a total in some files). */
  if (id == NULL && tb_json_get_type (entry->value) == TB_JSON_STRING
      && *tb_json_get_string (entry->value, &length) == '\0')
    id = tb_pool_intern (self->stat->pool, "");
  if (id == NULL)
    {
      tb_json_report_add (self->stat->input->report, TB_SEVERITY_ERROR, entry->value,
                          _("a category of \"%s\" has no id; expected a string"), self->id);
      return FALSE;
    }
  if (g_hash_table_contains (self->codes, id))
    {
      tb_json_report_add (self->stat->input->report, TB_SEVERITY_ERROR, entry->value,
                          _("the category \"%s\" of \"%s\" is there twice; expected each once"), id, self->id);
      return FALSE;
    }

  g_hash_table_insert (self->codes, (gpointer) id,
                       GUINT_TO_POINTER (tb_cube_add_code (self->stat->cube, self->index, id, NULL) + 1));
  return TRUE;
}

/* The code that a member of an object by category is for; NULL: reported. */
static TbCubeCode *
find_code (Categories        *self,
           const TbJsonValue *key)
{
  gsize length;
  const char *id = tb_json_get_string (key, &length);
  guint code = GPOINTER_TO_UINT (g_hash_table_lookup (self->codes, id));

  if (code > 0)
    return tb_cube_get_code (self->stat->cube, self->index, code - 1);

  tb_json_report_add (self->stat->input->report, TB_SEVERITY_WARNING, key,
                      _("\"%s\" is no category of \"%s\", and is left out"), id, self->id);
  return NULL;
}

static void
read_labels (Categories *self)
{
  const TbJsonValue *labels = tb_json_field_get (self->category, "label", TB_JSON_OBJECT);
  const TbJsonValue *notes = tb_json_field_get (self->category, "note", TB_JSON_OBJECT);
  TbJsonIter iter;

  if (labels != NULL)
    tb_json_iter_init (&iter, labels);
  while (labels != NULL && tb_json_iter_next (&iter))
    {
      TbCubeCode *code = find_code (self, iter.key);

      if (code != NULL)
        code->label = tb_cube_text (self->stat->cube, tb_json_field_to_text (iter.value, self->stat->pool));
    }

  if (notes != NULL)
    tb_json_iter_init (&iter, notes);
  while (notes != NULL && tb_json_iter_next (&iter))
    {
      TbCubeCode *code = find_code (self, iter.key);

      if (code != NULL)
        code->note = tb_cube_text (self->stat->cube, tb_json_stat_get_lines (self->stat->pool, iter.value));
    }
}

/* Whether @code stands above @parent already, so that it cannot be a part of it, or too many do. */
static gboolean
is_above (Categories *self,
          guint32     code,
          guint32     parent)
{
  guint level = 0;

  while (parent != TB_CUBE_NO_CODE && parent != code && level++ < MAX_LEVELS)
    parent = tb_cube_get_code (self->stat->cube, self->index, parent)->parent;

  return parent != TB_CUBE_NO_CODE;
}

static void
read_parts (Categories        *self,
            guint32            whole,
            const TbJsonValue *parts)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, parts);
  while (tb_json_iter_next (&iter))
    {
      const char *id = tb_json_field_to_text (iter.value, self->stat->pool);
      guint code = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->codes, id)) : 0;
      TbCubeCode *part = code > 0 ? tb_cube_get_code (self->stat->cube, self->index, code - 1) : NULL;

      if (part != NULL && part->parent != TB_CUBE_NO_CODE)
        continue;
      if (part != NULL && !is_above (self, code - 1, whole))
        part->parent = whole;
      else
        tb_json_report_add (self->stat->input->report, TB_SEVERITY_WARNING, iter.value,
                            _("not a part of this category, and is left out; expected another category of \"%s\""),
                            self->id);
    }
}

static void
read_children (Categories *self)
{
  const TbJsonValue *children = tb_json_field_get (self->category, "child", TB_JSON_OBJECT);
  TbJsonIter iter;

  if (children == NULL)
    return;

  tb_json_iter_init (&iter, children);
  while (tb_json_iter_next (&iter))
    {
      gsize length;
      guint code = GPOINTER_TO_UINT (g_hash_table_lookup (self->codes, tb_json_get_string (iter.key, &length)));

      if (find_code (self, iter.key) != NULL && tb_json_get_type (iter.value) == TB_JSON_ARRAY)
        read_parts (self, code - 1, iter.value);
    }
}

/**
 * tb_json_stat_add_categories:
 * @stat: a data set
 * @index: a dimension of it
 *
 * Adds the categories to the cube, in their order.
 *
 * Returns: whether they are as many as the size says, each once; else it is reported
 */
gboolean
tb_json_stat_add_categories (TbJsonStat *stat,
                             guint       index)
{
  const TbJsonStatDimension *dimension = tb_json_stat_get_dimension (stat, index);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (TbJsonStatEntry));
  Categories self = {
    .stat = stat,
    .index = index,
    .id = dimension->id,
    .category = tb_json_field_get (dimension->object, "category", TB_JSON_OBJECT),
    .codes = codes,
  };

  if (self.category == NULL)
    {
      tb_json_report_add (stat->input->report, TB_SEVERITY_ERROR, dimension->object,
                          _("the categories of \"%s\" are not in the file; expected them in \"category\""), self.id);
      return FALSE;
    }
  if (!collect (&self, entries))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      if (!add_code (&self, &g_array_index (entries, TbJsonStatEntry, i)))
        return FALSE;
    }

  read_labels (&self);
  read_children (&self);
  tb_json_stat_read_details (stat, index, codes);

  return TRUE;
}
