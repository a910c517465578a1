/* Reads JSON-stat 2.0 and 1.x: what a file holds as a whole.
 *
 * A file is a data set, a bundle of them by name (1.x), or a collection that
 * lists them (2.0). Each data set becomes a cube, several are joined.
 *
 * https://json-stat.org/full/
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-json-stat.h"

#include "tb-join.h"

#include <glib/gi18n-lib.h>

/* The datasets of a file, and what they are called. */
typedef struct
{
  GPtrArray *datasets;
  GPtrArray *names;
} Parts;

static void
clear_parts (Parts *self)
{
  g_ptr_array_unref (self->datasets);
  g_ptr_array_unref (self->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, clear_parts)

/* The lone data set of 1.x has no class, and may lack its values (metadata). */
static gboolean
is_dataset (const TbJsonValue *value)
{
  if (tb_json_get_type (value) != TB_JSON_OBJECT || tb_json_field_get (value, "dimension", TB_JSON_OBJECT) == NULL)
    return FALSE;

  return tb_json_find (value, "value") != NULL || tb_json_find (value, "id") != NULL;
}

static gboolean
has_class (const TbJsonValue *root,
           const char        *name)
{
  const TbJsonValue *value = tb_json_field_get (root, "class", TB_JSON_STRING);
  gsize length;

  return value != NULL && g_str_equal (tb_json_get_string (value, &length), name);
}

static gboolean
is_bundle (const TbJsonValue *root)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, root);
  while (tb_json_iter_next (&iter))
    {
      if (is_dataset (iter.value))
        return TRUE;
    }

  return FALSE;
}

/* What the server says instead of data: {"error": [{"status": "404", "label": "…"}]}. */
static const TbJsonValue *
find_error (const TbJsonValue *root)
{
  const TbJsonValue *errors = tb_json_field_get (root, "error", TB_JSON_ARRAY);
  TbJsonIter iter;

  if (errors == NULL)
    return NULL;

  tb_json_iter_init (&iter, errors);
  if (!tb_json_iter_next (&iter) || tb_json_get_type (iter.value) != TB_JSON_OBJECT)
    return NULL;
  return tb_json_field_get (iter.value, "label", TB_JSON_STRING);
}

static gboolean
sniff (const TbReaderInput *input)
{
  const TbJsonValue *root = tb_json_document_get_root (input->document);

  if (tb_json_get_type (root) != TB_JSON_OBJECT)
    return FALSE;

  return find_error (root) != NULL || has_class (root, "dataset") || has_class (root, "collection")
         || has_class (root, "dimension")
         || is_dataset (root) || is_bundle (root);
}

static TbDataset *
join (const TbReaderInput *input,
      Parts               *parts)
{
  if (parts->datasets->len == 1)
    return g_ptr_array_steal_index (parts->datasets, 0);

  return tb_join_datasets ((TbDataset *const *) parts->datasets->pdata, (const char *const *) parts->names->pdata,
                           parts->datasets->len, input->problems, input->watch->cancellable);
}

/* FALSE: reported, or cancelled. */
static gboolean
read_part (const TbReaderInput *input,
           Parts               *parts,
           const TbJsonValue   *value,
           const char          *key,
           const char          *name)
{
  TbDataset *dataset = tb_json_stat_read_dataset (input, value, key);

  if (dataset == NULL)
    return FALSE;

  g_ptr_array_add (parts->datasets, dataset);
  g_ptr_array_add (parts->names, (gpointer) (name != NULL ? name : input->name));
  return TRUE;
}

/* Members that are no data sets, such as a version, are left out. */
static TbDataset *
read_bundle (const TbReaderInput *input,
             const TbJsonValue   *root)
{
  g_auto (Parts) parts = {
    g_ptr_array_new_with_free_func ((GDestroyNotify) tb_dataset_unref), g_ptr_array_new (),
  };
  TbJsonIter iter;

  tb_json_iter_init (&iter, root);
  while (tb_json_iter_next (&iter))
    {
      gsize length;
      const char *key = tb_json_get_string (iter.key, &length);

      if (is_dataset (iter.value) && !read_part (input, &parts, iter.value, key, key))
        return NULL;
    }

  return join (input, &parts);
}

static void
report_links (const TbReaderInput *input,
              const TbJsonValue   *item,
              gsize                n_read)
{
  guint n_links = (guint) (tb_json_get_size (item) - n_read);

  if (n_read == 0)
    tb_json_report_add (input->report, TB_SEVERITY_ERROR, item,
                        ngettext ("this file is a list of %u link and holds no data; expected a file that it links to",
                                  "this file is a list of %u links and holds no data; expected one of the files "
                                  "that it links to", n_links), n_links);
  else if (n_links > 0)
    tb_json_report_add (input->report, TB_SEVERITY_WARNING, item,
                        ngettext ("%u dataset of this list is a link and not in the file",
                                  "%u datasets of this list are links and not in the file", n_links), n_links);
}

static TbDataset *
read_collection (const TbReaderInput *input,
                 const TbJsonValue   *root)
{
  g_auto (Parts) parts = {
    g_ptr_array_new_with_free_func ((GDestroyNotify) tb_dataset_unref), g_ptr_array_new (),
  };
  const TbJsonValue *link = tb_json_field_get (root, "link", TB_JSON_OBJECT);
  const TbJsonValue *item = link != NULL ? tb_json_field_get (link, "item", TB_JSON_ARRAY) : NULL;
  TbJsonIter iter;

  if (item == NULL)
    {
      tb_json_report_add (input->report, TB_SEVERITY_ERROR, root,
                          _("this file is a list of datasets, but lists none; expected them in \"link\", \"item\""));
      return NULL;
    }

  tb_json_iter_init (&iter, item);
  while (tb_json_iter_next (&iter))
    {
      const TbJsonValue *label;
      gsize length;

      if (!is_dataset (iter.value))
        continue;
      label = tb_json_field_get (iter.value, "label", TB_JSON_STRING);
      if (!read_part (input, &parts, iter.value, NULL, label != NULL ? tb_json_get_string (label, &length) : NULL))
        return NULL;
    }
  report_links (input, item, parts.datasets->len);

  return parts.datasets->len > 0 ? join (input, &parts) : NULL;
}

static TbDataset *
read_object (const TbReaderInput *input,
             const TbJsonValue   *root)
{
  const TbJsonValue *error = find_error (root);
  gsize length;

  if (tb_json_stat_is_own (root))
    return tb_json_stat_read_own (input, root);
  if (has_class (root, "collection"))
    return read_collection (input, root);
  if (has_class (root, "dataset") || is_dataset (root))
    return tb_json_stat_read_dataset (input, root, NULL);
  if (is_bundle (root))
    return read_bundle (input, root);

  if (has_class (root, "dimension"))
    tb_json_report_add (input->report, TB_SEVERITY_ERROR, root,
                        _("this file describes a dimension of JSON-stat and holds no data; expected a dataset"));
  else if (error != NULL)
    tb_json_report_add (input->report, TB_SEVERITY_ERROR, error,
                        _("the server answered with an error: \"%s\"; expected a dataset"),
                        tb_json_get_string (error, &length));
  else
    tb_json_report_add (input->report, TB_SEVERITY_ERROR, root,
                        _("not a dataset of JSON-stat; expected an object with \"dimension\" and \"value\""));
  return NULL;
}

static TbDataset *
read_root (const TbReaderInput *input)
{
  const TbJsonValue *root = tb_json_document_get_root (input->document);

  if (tb_json_get_type (root) == TB_JSON_OBJECT)
    return read_object (input, root);

  tb_json_report_add (input->report, TB_SEVERITY_ERROR, root,
                      _("not a dataset of JSON-stat; expected an object with \"dimension\" and \"value\""));
  return NULL;
}

/* Of these an element at a time is looked at; ids of categories are held. */
static const char *const streamed_keys[] = { "value", "status", NULL };

const TbReader tb_reader_json_stat = {
  .id = "json-stat",
  .is_json = TRUE,
  .sniff = sniff,
  .read = read_root,
  .is_streaming = TRUE,
  .streamed_keys = streamed_keys,
  .streamed_objects = streamed_keys,
};
