/* Reads the JSON of Our World in Data.
 *
 * The older form has all in one file: {"variables": {"3512": {"years": […],
 * "entities": […], "values": […], "name": …}}, "entityKey": {"99": {"name": …}}}.
 * The present one has the figures of one variable in ID.data.json, and what they
 * are in ID.metadata.json beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-owid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DATA_SUFFIX ".data.json"
#define JSON_SUFFIX ".json"
#define METADATA_SUFFIX ".metadata.json"

static gboolean
has_figures (const TbJsonValue *object)
{
  return tb_json_field_get (object, "values", TB_JSON_ARRAY) != NULL
         && tb_json_field_get (object, "years", TB_JSON_ARRAY) != NULL
         && tb_json_field_get (object, "entities", TB_JSON_ARRAY) != NULL;
}

static gboolean
sniff (const TbReaderInput *input)
{
  const TbJsonValue *root = tb_json_document_get_root (input->document);

  return has_figures (root)
         || (tb_json_field_get (root, "variables", TB_JSON_OBJECT) != NULL
             && tb_json_field_get (root, "entityKey", TB_JSON_OBJECT) != NULL);
}

static void
clear (TbOwid *self)
{
  g_hash_table_unref (self->entities);
  tb_cube_free (self->cube);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbOwid, clear)

/* FALSE: stop. */
static gboolean
read_variables (TbOwid            *self,
                const TbJsonValue *root)
{
  const TbJsonValue *variables = tb_json_field_get (root, "variables", TB_JSON_OBJECT);
  const TbJsonValue *entities = tb_json_field_get (root, "entityKey", TB_JSON_OBJECT);
  TbJsonIter iter;

  if (entities != NULL)
    {
      tb_json_iter_init (&iter, entities);
      while (tb_json_iter_next (&iter))
        tb_owid_add_entity (self, tb_json_field_to_text (iter.key, self->pool), iter.value);
    }

  tb_json_iter_init (&iter, variables);
  while (tb_json_iter_next (&iter))
    {
      const char *id = tb_json_field_to_text (iter.key, self->pool);
      TbOwidVariable variable = { 0 };

      if (tb_owid_check_lists (self, iter.value)
          && tb_owid_read_variable (self, id != NULL ? id : "", iter.value, iter.value, &variable)
          && !tb_owid_read_figures (self, iter.value, &variable))
        return FALSE;
    }

  return TRUE;
}

/* The name of the file that says what the figures of this one are. */
static char *
dup_metadata_name (const char *name)
{
  const char *suffix = g_str_has_suffix (name, DATA_SUFFIX) ? DATA_SUFFIX : JSON_SUFFIX;
  gsize length = strlen (name);

  if (g_str_has_suffix (name, suffix))
    length -= strlen (suffix);

  return g_strdup_printf ("%.*s%s", (int) MIN (length, G_MAXINT), name, METADATA_SUFFIX);
}

static GBytes *
load_metadata (TbOwid     *self,
               const char *name,
               TbProblems *problems)
{
  const TbReaderSiblings *siblings = self->input->siblings;

  return siblings != NULL ? siblings->load (siblings->user_data, name, problems) : NULL;
}

/* What is wrong with the metadata is no fault of the figures: it is told as a warning. */
static void
report_metadata (TbOwid     *self,
                 const char *name,
                 TbProblems *problems)
{
  const TbJsonValue *root = tb_json_document_get_root (self->input->document);
  g_autofree char *why = tb_problems_get_n_listed (problems) > 0 ? tb_problems_dup_line (problems, 0) : NULL;

  if (why != NULL)
    tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, root,
                        _("the file that describes these figures cannot be read: %s"), why);
  else
    tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, root,
                        _("names and units are not known, nor whether the years are days; expected the file %s beside "
                          "this one"), name);
}

static void
read_entities (TbOwid            *self,
               const TbJsonValue *metadata)
{
  const TbJsonValue *dimensions = tb_json_field_get_any (metadata, "dimensions");
  const TbJsonValue *entities = tb_json_field_get_any (dimensions, "entities");
  const TbJsonValue *values = tb_json_field_get (entities, "values", TB_JSON_ARRAY);
  TbJsonIter iter;

  if (values == NULL)
    return;

  tb_json_iter_init (&iter, values);
  while (tb_json_iter_next (&iter))
    tb_owid_add_entity (self, tb_json_field_get_text (iter.value, "id", self->pool), iter.value);
}

/* FALSE: stop. */
static gboolean
read_with_metadata (TbOwid            *self,
                    const TbJsonValue *root,
                    const TbJsonValue *metadata)
{
  const char *dot = strchr (self->input->name, '.');
  const char *id = tb_json_field_get_text (metadata, "id", self->pool);
  TbOwidVariable variable = { 0 };

  if (id == NULL)
    id = dot != NULL ? tb_pool_intern_len (self->pool, self->input->name, (gsize) (dot - self->input->name))
                     : self->input->name;
  read_entities (self, metadata);
  if (!tb_owid_check_lists (self, root))
    return TRUE;

  return !tb_owid_read_variable (self, id, metadata, root, &variable) || tb_owid_read_figures (self, root, &variable);
}

/* FALSE: stop. */
static gboolean
read_data_file (TbOwid            *self,
                const TbJsonValue *root)
{
  g_autofree char *name = dup_metadata_name (self->input->name);
  g_autoptr (TbProblems) problems = tb_problems_new (name);
  g_autoptr (GBytes) bytes = load_metadata (self, name, problems);
  g_autoptr (TbJsonDocument) document = NULL;
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (text != NULL && tb_encoding_check (&text, &length, problems))
    document = tb_json_document_new (text, length, 0, problems);
  if (document == NULL)
    report_metadata (self, name, problems);

  return read_with_metadata (self, root, document != NULL ? tb_json_document_get_root (document) : NULL);
}

static TbDataset *
read_dataset (const TbReaderInput *input)
{
  const TbJsonValue *root = tb_json_document_get_root (input->document);
  g_auto (TbOwid) self = {
    .input = input,
    .cube = tb_cube_new (input),
    .entities = g_hash_table_new (g_str_hash, g_str_equal),
  };
  gboolean done;

  if (!has_figures (root) && tb_json_field_get (root, "variables", TB_JSON_OBJECT) == NULL)
    {
      tb_json_report_add (input->report, TB_SEVERITY_ERROR, root,
                          _("not a file of Our World in Data; expected \"variables\", or \"values\", \"years\" and "
                            "\"entities\""));
      return NULL;
    }

  self.pool = tb_cube_get_pool (self.cube);
  tb_cube_add_dimension (self.cube, "variable", NULL, TB_COLUMN_ROLE_INDICATOR);
  tb_cube_add_dimension (self.cube, "entity", NULL, TB_COLUMN_ROLE_PLACE);
  tb_cube_add_dimension (self.cube, "time", NULL, TB_COLUMN_ROLE_PERIOD);
  if (!tb_cube_begin (self.cube, 0))
    return NULL;

  done = has_figures (root) ? read_data_file (&self, root) : read_variables (&self, root);
  if (done && self.n_variables == 0)
    tb_json_report_add (input->report, TB_SEVERITY_ERROR, root, _("no variable could be read; expected at least one"));

  return done && tb_json_report_get_n_errors (input->report) == 0 ? tb_cube_finish (self.cube) : NULL;
}

const TbReader tb_reader_owid = {
  .id = "owid",
  .is_json = TRUE,
  .sniff = sniff,
  .read = read_dataset,
  .is_streaming = TRUE,
};
