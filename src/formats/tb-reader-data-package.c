/* Reads Frictionless tabular data packages (Data Package 1 and 2): datapackage.json and the files that it names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-data-package.h"

#include "tb-join.h"
#include "tb-json-field.h"

#include <glib/gi18n-lib.h>

static void
clear_package (TbPackage *self)
{
  tb_pool_unref (self->pool);
  g_ptr_array_unref (self->documents);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbPackage, clear_package)

void
tb_package_warn (const TbPackage   *package,
                 const TbJsonValue *value,
                 const char        *format,
                 ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  tb_json_report_add (package->input->report, TB_SEVERITY_WARNING, value, "%s", message);
}

static gboolean
is_resource (const TbJsonValue *value)
{
  if (tb_json_get_type (value) != TB_JSON_OBJECT)
    return FALSE;

  return tb_json_find (value, "path") != NULL || tb_json_find (value, "data") != NULL
         || tb_json_find (value, "url") != NULL || tb_json_find (value, "schema") != NULL;
}

static gboolean
sniff (const TbReaderInput *input)
{
  const TbJsonValue *root = tb_json_document_get_root (input->document);
  const TbJsonValue *resources = tb_json_field_get (root, "resources", TB_JSON_ARRAY);
  TbJsonIter iter;

  if (resources == NULL)
    return FALSE;

  tb_json_iter_init (&iter, resources);
  return !tb_json_iter_next (&iter) || is_resource (iter.value);
}

static const char *
get_name (const TbPackage   *self,
          const TbJsonValue *resource)
{
  const char *name = tb_json_field_get_text (resource, "name", self->pool);

  if (name == NULL)
    name = tb_json_field_get_text (resource, "path", self->pool);
  return name != NULL ? name : self->input->name;
}

static TbDataset *
join (const TbPackage *self,
      GPtrArray       *datasets,
      GPtrArray       *names)
{
  if (datasets->len == 1)
    return tb_dataset_ref (g_ptr_array_index (datasets, 0));

  return tb_join_datasets ((TbDataset *const *) datasets->pdata, (const char *const *) names->pdata, datasets->len,
                           self->input->problems, self->input->watch->cancellable);
}

static TbDataset *
read_package (const TbReaderInput *input)
{
  g_auto (TbPackage) self = {
    .input = input,
    .root = tb_json_document_get_root (input->document),
    .pool = tb_pool_new (),
    .documents = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_json_document_free),
  };
  const TbJsonValue *resources = tb_json_field_get (self.root, "resources", TB_JSON_ARRAY);
  g_autoptr (GPtrArray) datasets = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_dataset_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  TbJsonIter iter;

  if (resources == NULL || tb_json_get_size (resources) == 0)
    {
      tb_json_report_add (input->report, TB_SEVERITY_ERROR, self.root,
                          _("the package has no resources; expected at least one with figures"));
      return NULL;
    }

  self.n_resources = tb_json_get_size (resources);
  tb_json_iter_init (&iter, resources);
  for (gsize i = 0; tb_json_iter_next (&iter); i++)
    {
      TbDataset *dataset = tb_resource_read (&self, iter.value, i);

      if (dataset != NULL)
        {
          g_ptr_array_add (datasets, dataset);
          g_ptr_array_add (names, (gpointer) get_name (&self, iter.value));
        }
      if (g_cancellable_is_cancelled (input->watch->cancellable))
        return NULL;
    }
  if (datasets->len > 0)
    return join (&self, datasets, names);

  tb_json_report_add (input->report, TB_SEVERITY_ERROR, resources,
                      _("none of the resources of the package can be read; expected at least one with figures"));
  return NULL;
}

const TbReader tb_reader_data_package = { "data-package", TRUE, sniff, read_package };
