/* Reads one resource of a data package: a file of separated values, another file, or rows in the package.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-data-package.h"

#include "tb-json-field.h"
#include "tb-reader-files.h"
#include "tb-rows-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Tells what a part of the package is called in messages: beside the package. */
static char *
dup_file (const TbPackage *self,
          const char      *name)
{
  g_autofree char *folder = g_path_get_dirname (tb_problems_get_file (self->input->problems));

  return g_str_equal (folder, ".") ? g_strdup (name) : g_build_filename (folder, name, NULL);
}

/* What is wrong with one resource is no reason to refuse the others. */
static void
pass_on (const TbPackage  *self,
         const TbProblems *problems)
{
  g_autofree char *whole = g_strdup (tb_problems_get_file (self->input->problems));

  for (gsize i = 0; i < tb_problems_get_n_listed (problems); i++)
    {
      const TbProblem *problem = tb_problems_get (problems, i);

      tb_problems_set_file (self->input->problems, problem->file);
      tb_problems_add (self->input->problems, TB_SEVERITY_WARNING, problem->line, problem->column, problem->pointer,
                       "%s", problem->message);
    }
  tb_problems_set_file (self->input->problems, whole);
}

/* @at: where the package names it, which is where it is told that it cannot be read. */
static GBytes *
load (const TbPackage   *self,
      const TbJsonValue *at,
      const char        *name)
{
  const TbReaderSiblings *siblings = self->input->siblings;
  g_autoptr (TbProblems) problems = tb_problems_new (name);
  GBytes *bytes;

  if (siblings == NULL)
    {
      tb_package_warn (self, at, _("“%s” is not read, since the package is in no folder; expected the package "
                                   "as a file"), name);
      return NULL;
    }
  bytes = tb_reader_check_sibling (name, problems) ? siblings->load (siblings->user_data, name, problems) : NULL;
  if (bytes == NULL && tb_problems_get_n_listed (problems) == 0)
    tb_package_warn (self, at, _("the package names “%s”, which is not there; expected it beside the package"), name);
  for (gsize i = 0; i < tb_problems_get_n_listed (problems); i++)
    tb_package_warn (self, at, "%s", tb_problems_get (problems, i)->message);

  return bytes;
}

const TbJsonValue *
tb_package_find_object (TbPackage         *package,
                        const TbJsonValue *object,
                        const char        *key)
{
  const TbJsonValue *value = tb_json_field_get (object, key, TB_JSON_OBJECT);
  const char *name = tb_json_field_get_text (object, key, package->pool);
  g_autoptr (GBytes) bytes = value == NULL && name != NULL
                                ? load (package, tb_json_find (object, key), name) : NULL;
  g_autofree char *file = name != NULL ? dup_file (package, name) : NULL;
  g_autoptr (TbProblems) problems = NULL;
  TbJsonDocument *document;

  if (bytes == NULL)
    return value;

  problems = tb_problems_new (file);
  document = tb_json_document_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, problems);
  pass_on (package, problems);
  if (document == NULL)
    return NULL;

  g_ptr_array_add (package->documents, document);
  value = tb_json_document_get_root (document);
  return tb_json_get_type (value) == TB_JSON_OBJECT ? value : NULL;
}

/* In UTF-8, whatever encoding the package says. NULL: told. */
static GBytes *
convert (const TbResource *self,
         GBytes           *bytes,
         const char       *name)
{
  const char *encoding = tb_json_field_get_text (self->value, "encoding", self->package->pool);
  g_autoptr (GError) error = NULL;
  gsize length, n_written;
  const char *text = g_bytes_get_data (bytes, &length);
  char *converted;

  if (encoding == NULL || g_ascii_strcasecmp (encoding, "utf-8") == 0 || g_ascii_strcasecmp (encoding, "utf8") == 0
      || g_ascii_strcasecmp (encoding, "utf-8-sig") == 0)
    return g_bytes_ref (bytes);

  converted = g_convert (text != NULL ? text : "", (gssize) length, "UTF-8", encoding, NULL, &n_written, &error);
  if (converted == NULL)
    {
      tb_package_warn (self->package, self->value, _("“%s” is not in the encoding “%s” that the package says"), name,
                       encoding);
      return NULL;
    }

  return g_bytes_new_take (converted, n_written);
}

static gboolean
has_suffix (const char *name,
            const char *suffixes)
{
  const char *point = strrchr (name, '.');
  g_auto (GStrv) list = g_strsplit (suffixes, " ", -1);

  for (guint i = 0; point != NULL && list[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (point + 1, list[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_separated (const TbResource *self,
              const char       *path)
{
  const char *format = tb_json_field_get_text (self->value, "format", self->package->pool);

  if (format != NULL)
    return g_ascii_strcasecmp (format, "csv") == 0 || g_ascii_strcasecmp (format, "tsv") == 0
           || g_ascii_strcasecmp (format, "tab") == 0;

  return has_suffix (path, "csv tsv tab txt") || strrchr (path, '.') == NULL;
}

/* One text read as a table by what the package says of it. */
static TbDataset *
read_text (TbResource *self,
           GBytes     *bytes,
           const char *path)
{
  g_autofree char *file = dup_file (self->package, path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (TbProblems) problems = tb_problems_new (file);
  g_autofree const char **names = tb_resource_list_names (self);
  TbReaderInput input = *self->package->input;
  TbCsvTableOptions options = { .describe = tb_resource_describe, .user_data = self, .names = names };
  TbSeparatedDialect dialect;
  TbDataset *dataset = NULL;

  input.name = name;
  input.problems = problems;
  input.document = NULL;
  input.report = NULL;
  input.siblings = NULL;
  input.text = g_bytes_get_data (bytes, &input.length);
  if (tb_resource_take_dialect (self, &dialect, &options))
    options.dialect = &dialect;
  if (tb_encoding_check (&input.text, &input.length, problems))
    dataset = tb_csv_table_read (&input, &options);
  pass_on (self->package, problems);

  return dataset;
}

/* Any other file is of the format that its content tells. */
static TbDataset *
read_other (TbResource *self,
            GBytes     *bytes,
            const char *path)
{
  g_autofree char *file = dup_file (self->package, path);
  g_autoptr (TbProblems) problems = tb_problems_new (file);
  TbReaderInput input = *self->package->input;
  TbDataset *dataset;

  input.problems = problems;
  dataset = tb_reader_read_part (&input, bytes, path);
  pass_on (self->package, problems);

  return dataset;
}

static gsize
get_first_line (GBytes *bytes)
{
  gsize length, n = 0;
  const char *text = g_bytes_get_data (bytes, &length);

  while (n < length && text[n] != '\n' && text[n] != '\r')
    n++;

  return n;
}

/* Parts of one table are read as one text. Each may begin with the header. */
static gboolean
append_part (const TbResource  *self,
             GByteArray        *whole,
             const TbJsonValue *at,
             const char        *path,
             GBytes           **first)
{
  g_autoptr (GBytes) loaded = load (self->package, at, path);
  g_autoptr (GBytes) bytes = loaded != NULL ? convert (self, loaded, path) : NULL;
  const char *text;
  gsize length, n_skipped = 0;

  if (bytes == NULL)
    return FALSE;

  text = g_bytes_get_data (bytes, &length);
  if (*first == NULL)
    *first = g_bytes_ref (bytes);
  else
    {
      n_skipped = get_first_line (bytes);
      if (n_skipped != get_first_line (*first) || memcmp (text, g_bytes_get_data (*first, NULL), n_skipped) != 0)
        n_skipped = 0;
    }
  if (whole->len > 0 && whole->data[whole->len - 1] != '\n')
    g_byte_array_append (whole, (const guint8 *) "\n", 1);
  if (length - n_skipped > G_MAXUINT - whole->len - 1)
    return FALSE;
  g_byte_array_append (whole, (const guint8 *) text + n_skipped, (guint) (length - n_skipped));
  return TRUE;
}

static TbDataset *
read_parts (TbResource        *self,
            const TbJsonValue *paths)
{
  g_autoptr (GByteArray) whole = g_byte_array_new ();
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *name = NULL;
  TbJsonIter iter;

  tb_json_iter_init (&iter, paths);
  while (tb_json_iter_next (&iter))
    {
      gsize length;
      const char *path;

      if (tb_json_get_type (iter.value) != TB_JSON_STRING)
        continue;
      path = tb_json_get_string (iter.value, &length);
      name = name != NULL ? name : path;
      if (!append_part (self, whole, iter.value, path, &first))
        return NULL;
    }
  if (name == NULL)
    return NULL;

  bytes = g_bytes_new (whole->data, whole->len);
  return is_separated (self, name) ? read_text (self, bytes, name) : read_other (self, bytes, name);
}

static TbDataset *
read_path (TbResource        *self,
           const TbJsonValue *at,
           const char        *path)
{
  g_autoptr (GBytes) loaded = load (self->package, at, path);
  g_autoptr (GBytes) bytes = loaded != NULL ? convert (self, loaded, path) : NULL;

  if (bytes == NULL)
    return NULL;

  return is_separated (self, path) ? read_text (self, bytes, path) : read_other (self, bytes, path);
}

static TbDataset *
read_inline (TbResource        *self,
             const TbJsonValue *data)
{
  const char *text;
  gsize length;

  if (tb_json_get_type (data) == TB_JSON_ARRAY)
    return tb_rows_read (self->package->input, data, tb_resource_describe, self);
  if (tb_json_get_type (data) == TB_JSON_STRING)
    {
      g_autoptr (GBytes) bytes = NULL;

      text = tb_json_get_string (data, &length);
      bytes = g_bytes_new (text, length);
      return read_text (self, bytes, self->package->input->name);
    }

  tb_package_warn (self->package, data, _("the data of the resource “%s” are left out; expected an array of rows"),
                   self->name);
  return NULL;
}

/**
 * tb_resource_read:
 * @package: the package
 * @value: the resource in it
 * @i: its number, from 0
 *
 * Thread: any; blocks.
 *
 * Returns: (transfer full) (nullable): its figures; %NULL where it is told why there are none,
 *   or reading was cancelled
 */
TbDataset *
tb_resource_read (TbPackage         *package,
                  const TbJsonValue *value,
                  gsize              i)
{
  TbResource self = { .package = package, .value = value };
  const TbJsonValue *data = tb_json_get_type (value) == TB_JSON_OBJECT ? tb_json_find (value, "data") : NULL;
  const TbJsonValue *paths = tb_json_field_get (value, "path", TB_JSON_ARRAY);
  const char *path = tb_json_field_get_text (value, "path", package->pool);
  const char *key = path != NULL ? "path" : "url";
  g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, i + 1);

  self.name = tb_json_field_get_text (value, "name", package->pool);
  if (self.name == NULL)
    self.name = path != NULL ? path : tb_pool_intern (package->pool, number);
  self.schema = tb_package_find_object (package, value, "schema");
  self.fields = tb_json_field_get (self.schema, "fields", TB_JSON_ARRAY);
  if (path == NULL)
    path = tb_json_field_get_text (value, key, package->pool);

  if (data != NULL)
    return read_inline (&self, data);
  if (paths != NULL)
    return read_parts (&self, paths);
  if (path != NULL)
    return read_path (&self, tb_json_find (value, key), path);

  tb_package_warn (package, value, _("the resource “%s” has neither “path” nor “data”, and is left out; expected one "
                                     "of them"), self.name);
  return NULL;
}
