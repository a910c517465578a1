/* Saved work: a chart, the files whose figures it shows, and where it was left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-work.h"

#include "tb-chart-spec-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The format is named at the head of what we write; a text in which it comes later
 * than this is figures. */
#define HEAD_BYTES 4096

/* More are no document that a person has saved. */
#define MAX_FILES 4096

static const char *const data_members[] = { "files", "reading", NULL };
static const char *const file_members[] = { "path", "sha256", NULL };
static const char *const view_members[] = { "shown", "automatic_type", "document", NULL };

/**
 * tb_work_new:
 * @spec: the chart
 *
 * Returns: (transfer full): work on that chart, without files
 */
TbWork *
tb_work_new (TbChartSpec *spec)
{
  TbWork *self = g_new0 (TbWork, 1);

  self->spec = tb_chart_spec_ref (spec);
  return self;
}

/**
 * tb_work_copy:
 * @self: work
 *
 * Returns: (transfer full): the same work
 */
TbWork *
tb_work_copy (const TbWork *self)
{
  TbWork *copy = tb_work_new (self->spec);

  copy->automatic_type = self->automatic_type;
  copy->reading = g_strdup (self->reading);
  copy->shown = g_strdup (self->shown);
  for (gsize i = 0; i < self->n_files; i++)
    tb_work_add_file (copy, self->files[i].path, self->files[i].sha256);
  tb_work_set_document (copy, self->document.path, self->document.sha256);
  return copy;
}

static void
clear_file (TbWorkFile *file)
{
  g_free (file->path);
  g_free (file->sha256);
}

void
tb_work_free (TbWork *self)
{
  tb_chart_spec_unref (self->spec);
  for (gsize i = 0; i < self->n_files; i++)
    clear_file (&self->files[i]);
  clear_file (&self->document);
  g_free (self->files);
  g_free (self->reading);
  g_free (self->shown);
  g_free (self);
}

/**
 * tb_work_add_file:
 * @self: work
 * @path: as of #TbWorkFile
 * @sha256: (nullable): likewise
 *
 * Adds a file whose figures are shown.
 */
void
tb_work_add_file (TbWork     *self,
                  const char *path,
                  const char *sha256)
{
  self->files = g_renew (TbWorkFile, self->files, self->n_files + 1);
  self->files[self->n_files++] = (TbWorkFile) { g_strdup (path), g_strdup (sha256) };
}

/**
 * tb_work_set_document:
 * @self: work that is kept for the case of a crash
 * @path: (nullable): of the document that it is saved in
 * @sha256: (nullable): of the document's bytes when it was last read or written
 *
 * Notes where saving the work writes to.
 */
void
tb_work_set_document (TbWork     *self,
                      const char *path,
                      const char *sha256)
{
  g_set_str (&self->document.path, path);
  g_set_str (&self->document.sha256, sha256);
}

/* The member @name of @parent that is an object; NULL where it is not there, or is
 * something else, with @error. */
static JsonObject *
get_object (JsonObject        *parent,
            const char        *name,
            const char        *pointer,
            const char *const *members,
            GError           **error)
{
  JsonNode *node = json_object_get_member (parent, name);

  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      tb_chart_spec_fail (error, pointer, _("expected an object, found %s"), tb_chart_spec_describe (node));
      return NULL;
    }
  if (!tb_chart_spec_check_members (json_node_get_object (node), pointer, members, error))
    return NULL;

  return json_node_get_object (node);
}

static gboolean
is_sha256 (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

static gboolean
read_file (JsonNode    *node,
           const char  *pointer,
           TbWorkFile  *out_file,
           GError     **error)
{
  g_autofree char *sha256_pointer = g_strconcat (pointer, "/sha256", NULL);
  g_autofree char *path = NULL;
  g_autofree char *sha256 = NULL;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return tb_chart_spec_fail (error, pointer, _("expected an object, found %s"), tb_chart_spec_describe (node));
  object = json_node_get_object (node);
  if (!tb_chart_spec_check_members (object, pointer, file_members, error) ||
      !tb_chart_spec_read_string (object, pointer, "path", &path, error) ||
      !tb_chart_spec_read_string (object, pointer, "sha256", &sha256, error))
    return FALSE;
  if (path == NULL || path[0] == '\0')
    return tb_chart_spec_fail (error, pointer, _("expected a member “%s”"), "path");
  if (sha256 != NULL && !is_sha256 (sha256))
    return tb_chart_spec_fail (error, sha256_pointer, _("expected 64 hexadecimal digits"));
  *out_file = (TbWorkFile) { g_steal_pointer (&path), g_steal_pointer (&sha256) };

  return TRUE;
}

static gboolean
read_files (TbWork      *self,
            JsonObject  *data,
            GError     **error)
{
  JsonNode *node = json_object_get_member (data, "files");
  JsonArray *array;
  guint n;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return tb_chart_spec_fail (error, "/data/files", _("expected an array, found %s"), tb_chart_spec_describe (node));
  array = json_node_get_array (node);
  n = json_array_get_length (array);
  if (n > MAX_FILES)
    return tb_chart_spec_fail (error, "/data/files", _("%u files; at most %d can be read as one"), n, MAX_FILES);
  self->files = g_new0 (TbWorkFile, n);
  for (guint i = 0; i < n; i++, self->n_files++)
    {
      g_autofree char *pointer = g_strdup_printf ("/data/files/%u", i);

      if (!read_file (json_array_get_element (array, i), pointer, &self->files[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_reading (TbWork      *self,
              JsonObject  *data,
              GError     **error)
{
  JsonNode *node = json_object_get_member (data, "reading");

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return tb_chart_spec_fail (error, "/data/reading", _("expected an object, found %s"),
                               tb_chart_spec_describe (node));
  self->reading = json_to_string (node, FALSE);

  return TRUE;
}

static gboolean
read_view (TbWork      *self,
           JsonObject  *view,
           GError     **error)
{
  JsonNode *automatic = json_object_get_member (view, "automatic_type");
  JsonNode *document = json_object_get_member (view, "document");

  if (!tb_chart_spec_read_string (view, "/view", "shown", &self->shown, error))
    return FALSE;
  if (automatic != NULL
      && !(JSON_NODE_HOLDS_VALUE (automatic) && json_node_get_value_type (automatic) == G_TYPE_BOOLEAN))
    return tb_chart_spec_fail (error, "/view/automatic_type", _("expected true or false, found %s"),
                               tb_chart_spec_describe (automatic));
  if (automatic != NULL)
    self->automatic_type = json_node_get_boolean (automatic);

  return document == NULL || read_file (document, "/view/document", &self->document, error);
}

/* What of the document is not the chart. */
static gboolean
read_rest (TbWork      *self,
           JsonObject  *object,
           GError     **error)
{
  g_autoptr (GError) fault = NULL;
  JsonObject *data = get_object (object, "data", "/data", data_members, &fault);
  JsonObject *view = fault == NULL ? get_object (object, "view", "/view", view_members, &fault) : NULL;

  if (fault == NULL && data != NULL && read_files (self, data, &fault))
    read_reading (self, data, &fault);
  if (fault == NULL && view != NULL)
    read_view (self, view, &fault);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

/**
 * tb_work_from_json:
 * @text: a document after data/schemas/chart-1.schema.json
 * @length: its length in bytes, −1 where it ends in NUL
 * @error: return location for an error
 *
 * Reads saved work; a chart without the members "data" and "view" is work without
 * files.
 *
 * Errors: as of tb_chart_spec_from_json(). Thread: any.
 *
 * Returns: (transfer full) (nullable): the work
 */
TbWork *
tb_work_from_json (const char *text,
                   gssize      length,
                   GError    **error)
{
  g_autoptr (JsonNode) root = tb_chart_spec_parse (text, length, TB_CHART_SPEC_FORMAT, error);
  g_autoptr (TbChartSpec) spec = NULL;
  g_autoptr (TbWork) self = NULL;

  if (root != NULL)
    spec = tb_chart_spec_from_object (json_node_get_object (root), error);
  if (spec != NULL)
    self = tb_work_new (spec);
  if (self == NULL || !read_rest (self, json_node_get_object (root), error))
    {
      tb_chart_spec_add_place (text, length, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

static JsonObject *
write_file (const TbWorkFile *file)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "path", file->path);
  if (file->sha256 != NULL)
    json_object_set_string_member (object, "sha256", file->sha256);

  return object;
}

static void
write_data (const TbWork *self,
            JsonObject   *root)
{
  JsonObject *data = json_object_new ();
  JsonArray *files = json_array_new ();
  g_autoptr (JsonNode) reading = self->reading != NULL ? json_from_string (self->reading, NULL) : NULL;

  for (gsize i = 0; i < self->n_files; i++)
    json_array_add_object_element (files, write_file (&self->files[i]));
  json_object_set_array_member (data, "files", files);
  if (reading != NULL)
    json_object_set_member (data, "reading", g_steal_pointer (&reading));
  json_object_set_object_member (root, "data", data);
}

static void
write_view (const TbWork *self,
            JsonObject   *root)
{
  JsonObject *view = json_object_new ();

  if (self->shown != NULL)
    json_object_set_string_member (view, "shown", self->shown);
  json_object_set_boolean_member (view, "automatic_type", self->automatic_type);
  if (self->document.path != NULL)
    json_object_set_object_member (view, "document", write_file (&self->document));
  json_object_set_object_member (root, "view", view);
}

/**
 * tb_work_to_json:
 * @self: work
 *
 * Writes work so that tb_work_from_json() reads the same again. The same work
 * always gives the same bytes. Thread: any.
 *
 * Returns: (transfer full): the document, indented, with a final newline
 */
char *
tb_work_to_json (const TbWork *self)
{
  g_autofree char *chart = tb_chart_spec_to_json (self->spec);
  g_autoptr (JsonNode) root = json_from_string (chart, NULL);
  g_autofree char *text = NULL;

  write_data (self, json_node_get_object (root));
  write_view (self, json_node_get_object (root));
  text = json_to_string (root, TRUE);

  return g_strconcat (text, "\n", NULL);
}

/**
 * tb_work_is_document:
 * @text: the beginning of a file, or all of it
 * @length: of it, in bytes
 *
 * Tells a chart's document from figures, without reading it. Thread: any.
 *
 * Returns: whether "tongbi" is said to be "chart/1" near the beginning
 */
gboolean
tb_work_is_document (const char *text,
                     gsize       length)
{
  gsize head = MIN (length, HEAD_BYTES);
  const char *key = head > 0 ? g_strstr_len (text, (gssize) head, "\"tongbi\"") : NULL;
  const char *end = text + head;

  if (key == NULL)
    return FALSE;
  for (key += strlen ("\"tongbi\""); key < end && (g_ascii_isspace (*key) || *key == ':'); key++)
    ;

  /* Not g_str_has_prefix(), which looks for the end of a text that has none. */
  return (gsize) (end - key) >= strlen ("\"chart/1\"") && memcmp (key, "\"chart/1\"", strlen ("\"chart/1\"")) == 0;
}
