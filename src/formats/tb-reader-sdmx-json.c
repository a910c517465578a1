/* Reads data messages of SDMX-JSON: 1.0, the working draft before it, 2.0 and 2.1.
 *
 * Before 2.0 there is one structure; from 2.0 on there may be several, and each
 * data set tells which is its own. The parts of the message are at its root or
 * in "data".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-sdmx-json.h"

#include "tb-join.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Structures of one message: more than any sensible one has. */
#define MAX_STRUCTURES 1000

/* Where the parts of a message are. */
typedef struct
{
  const TbReaderInput *input;
  const TbJsonValue   *header;       /* nullable */
  const TbJsonValue   *structure;    /* the only one, where it is not a list; nullable */
  const TbJsonValue   *structures;   /* nullable */
  const TbJsonValue   *data_sets;
  gsize                n_deletions;
} Message;

static const TbJsonValue *
find_data (const TbJsonValue *root)
{
  return tb_json_field_get (root, "dataSets", TB_JSON_ARRAY) != NULL ? root
                                                                     : tb_json_field_get (root, "data", TB_JSON_OBJECT);
}

static gboolean
sniff (const TbReaderInput *input)
{
  const TbJsonValue *root = tb_json_document_get_root (input->document);
  const TbJsonValue *data = find_data (root);

  return data != NULL && tb_json_field_get (data, "dataSets", TB_JSON_ARRAY) != NULL;
}

static void
find_parts (Message *self)
{
  const TbJsonValue *root = tb_json_document_get_root (self->input->document);
  const TbJsonValue *data = find_data (root);

  self->data_sets = tb_json_field_get (data, "dataSets", TB_JSON_ARRAY);
  self->structure = tb_json_field_get (data, "structure", TB_JSON_OBJECT);
  self->structures = tb_json_field_get (data, "structures", TB_JSON_ARRAY);
  if (self->structure == NULL && self->structures == NULL)
    {
      self->structure = tb_json_field_get (root, "structure", TB_JSON_OBJECT);
      self->structures = tb_json_field_get (root, "structures", TB_JSON_ARRAY);
    }
  self->header = tb_json_field_get (root, "meta", TB_JSON_OBJECT);
  if (self->header == NULL)
    self->header = tb_json_field_get (root, "header", TB_JSON_OBJECT);
}

static gint64
get_structure_of (const TbJsonValue *data_set)
{
  gint64 index = 0;

  tb_json_field_get_integer (data_set, "structure", &index);
  return index;
}

static gboolean
is_deletion (const TbJsonValue *data_set)
{
  const TbJsonValue *action = tb_json_field_get (data_set, "action", TB_JSON_STRING);
  gsize length;

  return action != NULL && g_ascii_strcasecmp (tb_json_get_string (action, &length), "Delete") == 0;
}

/* urn:…Dataflow=ECB:EXR(1.0) → EXR, …/dataflow/ECB/EXR/1.0 → EXR */
static const char *
find_id_in_link (const char *link,
                 TbPool     *pool)
{
  const char *after = strstr (link, "dataflow/");
  const char *urn = strstr (link, "Dataflow=");
  const char *start = NULL;
  gsize length;

  if (urn != NULL && (start = strchr (urn, ':')) != NULL)
    {
      length = strcspn (++start, "(");
    }
  else if (after != NULL)
    {
      const char *slash = strchr (after + strlen ("dataflow/"), '/');

      start = slash != NULL ? slash + 1 : after + strlen ("dataflow/");
      length = strcspn (start, "/?");
      if (g_str_has_prefix (start, "all"))
        {
          length = slash != NULL ? (gsize) (slash - after) - strlen ("dataflow/") : 0;
          start = after + strlen ("dataflow/");
        }
    }

  return start != NULL && length > 0 ? tb_pool_intern_len (pool, start, length) : NULL;
}

/* What the figures are of, where no dimension tells indicators apart: the dataflow. */
static const char *
find_subject_id (TbSdmxJson        *self,
                 const TbJsonValue *structure)
{
  const TbJsonValue *links = tb_json_field_get (structure, "links", TB_JSON_ARRAY);
  const char *id = tb_json_field_get_text (structure, "id", self->pool);
  TbJsonIter iter;

  if (id != NULL || links == NULL)
    return id;

  tb_json_iter_init (&iter, links);
  while (id == NULL && tb_json_iter_next (&iter))
    {
      const char *relation = tb_json_field_get_text (iter.value, "rel", self->pool);
      const char *link = tb_json_field_get_text (iter.value, "urn", self->pool);

      if (link == NULL)
        link = tb_json_field_get_text (iter.value, "href", self->pool);
      if (link != NULL && g_strcmp0 (relation, "dataflow") == 0)
        id = find_id_in_link (link, self->pool);
    }

  return id;
}

static TbText
read_name (TbSdmxJson        *self,
           const TbJsonValue *object)
{
  const TbJsonValue *names = tb_json_field_get (object, "names", TB_JSON_OBJECT);

  return tb_json_field_to_words (names != NULL ? names : tb_json_field_get_any (object, "name"), self->pool);
}

static void
fill_head (const Message     *message,
           TbSdmxJson        *self,
           const TbJsonValue *structure)
{
  const TbJsonValue *sender = tb_json_field_get_any (message->header, "sender");
  TbDatasetInfo *info = tb_cube_get_info (self->sdmx.cube);
  TbSource *source = tb_cube_get_source (self->sdmx.cube);
  TbCubeCode *subject = tb_cube_get_subject (self->sdmx.cube);
  const TbSdmxMeasure *measure = self->measures->len == 1 ? &g_array_index (self->measures, TbSdmxMeasure, 0) : NULL;

  info->title = read_name (self, structure);
  info->publisher = read_name (self, sender);
  if (tb_text_is_empty (&info->publisher))
    info->publisher = tb_cube_text (self->sdmx.cube, tb_json_field_get_text (sender, "id", self->pool));
  source->title = info->title;
  source->publisher = info->publisher;
  subject->id = find_subject_id (self, structure);
  subject->label = info->title;
  subject->decimals = -1;
  if (tb_text_is_empty (&subject->label) && measure != NULL)
    subject->label = measure->words;
}

/* The description begins with what the structure says of itself and when the message was made. */
static char *
dup_intro (const Message     *message,
           TbSdmxJson        *self,
           const TbJsonValue *structure)
{
  const TbJsonValue *words = tb_json_field_get (structure, "descriptions", TB_JSON_OBJECT);
  const char *prepared = tb_json_field_get_text (message->header, "prepared", self->pool);
  GString *intro = g_string_new (NULL);
  const char *text;

  if (words == NULL)
    words = tb_json_field_get_any (structure, "description");
  text = tb_json_field_to_wording (words, self->pool);
  if (text != NULL)
    g_string_append (intro, text);
  if (prepared != NULL)
    /* Translators: when a message was made */
    g_string_append_printf (intro, "%s%s: %s", intro->len > 0 ? "\n" : "", _("Prepared"), prepared);

  return g_string_free_and_steal (intro);
}

static gboolean
read_data_sets (const Message *message,
                TbSdmxJson    *self,
                gint64         index)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, message->data_sets);
  while (tb_json_iter_next (&iter))
    {
      if (get_structure_of (iter.value) != index && message->structure == NULL)
        continue;
      if (!is_deletion (iter.value) && !tb_sdmx_json_read_data_set (self, iter.value))
        return FALSE;
    }

  return TRUE;
}

/* The data sets of one structure are one cube. */
static TbDataset *
read_structure (const Message     *message,
                const TbJsonValue *structure,
                gint64             index)
{
  g_auto (TbSdmxJson) self = { 0 };
  g_autofree char *intro = NULL;

  tb_sdmx_json_init (&self, message->input);
  if (!tb_sdmx_json_read_structure (&self, structure))
    return NULL;

  fill_head (message, &self, structure);
  if (!tb_sdmx_json_fill_cube (&self) || !read_data_sets (message, &self, index))
    return NULL;

  intro = dup_intro (message, &self, structure);
  return tb_sdmx_finish (&self.sdmx, intro);
}

/* Which of the structures have data sets; FALSE where a data set names one that is not there. */
static gboolean
find_used (Message  *self,
           gboolean *used,
           gsize     n)
{
  gboolean is_sound = TRUE;
  TbJsonIter iter;

  tb_json_iter_init (&iter, self->data_sets);
  while (tb_json_iter_next (&iter))
    {
      gint64 index = self->structure != NULL ? 0 : get_structure_of (iter.value);

      if (is_deletion (iter.value))
        {
          self->n_deletions++;
          tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, iter.value,
                              _("the dataset lists what is to be deleted, and is left out"));
          continue;
        }
      if (index < 0 || (gsize) index >= n)
        {
          tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, iter.value,
                              _("the dataset refers to a structure that is not there; expected a number below %zu"),
                              n);
          is_sound = FALSE;
          continue;
        }
      used[index] = TRUE;
    }

  return is_sound;
}

/* FALSE: an error, or cancelled. */
static gboolean
read_used (Message        *self,
           const gboolean *used,
           GPtrArray      *datasets)
{
  TbJsonIter iter;
  TbDataset *dataset;

  if (self->structure != NULL)
    {
      dataset = read_structure (self, self->structure, 0);
      if (dataset != NULL)
        g_ptr_array_add (datasets, dataset);
      return dataset != NULL;
    }

  tb_json_iter_init (&iter, self->structures);
  for (gint64 i = 0; tb_json_iter_next (&iter); i++)
    {
      if (!used[i])
        continue;
      dataset = read_structure (self, iter.value, i);
      if (dataset == NULL)
        return FALSE;
      g_ptr_array_add (datasets, dataset);
    }

  return TRUE;
}

static TbDataset *
join (const TbReaderInput *input,
      GPtrArray           *datasets)
{
  g_autofree const char **names = g_new0 (const char *, datasets->len);

  if (datasets->len == 1)
    return tb_dataset_ref (datasets->pdata[0]);

  for (guint i = 0; i < datasets->len; i++)
    names[i] = input->name;
  return tb_join_datasets ((TbDataset *const *) datasets->pdata, names, datasets->len, input->problems,
                           input->watch->cancellable);
}

static void
report_errors (const Message     *self,
               const TbJsonValue *errors)
{
  g_autoptr (TbPool) pool = tb_pool_new ();
  TbJsonIter iter;

  tb_json_iter_init (&iter, errors);
  while (tb_json_iter_next (&iter))
    {
      const TbJsonValue *words = tb_json_field_get_any (iter.value, "title");
      const char *text;

      if (words == NULL)
        words = tb_json_field_get_any (iter.value, "message");
      text = tb_json_field_to_wording (words, pool);
      tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, iter.value,
                          _("the service answered with an error: %s"), text != NULL ? text : "?");
    }
}

/* What has no data set to read is refused, with what it is. */
static void
report_nothing (const Message *self)
{
  const TbJsonValue *root = tb_json_document_get_root (self->input->document);
  const TbJsonValue *errors = tb_json_field_get (root, "errors", TB_JSON_ARRAY);

  if (errors != NULL)
    report_errors (self, errors);
  if (self->n_deletions > 0)
    tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, self->data_sets,
                        _("the message only lists what is to be deleted; expected figures"));
  else if (tb_json_report_get_n_errors (self->input->report) == 0)
    tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, root,
                        _("the message has no dataset; expected figures"));
}

static gsize
count_structures (const Message *self)
{
  if (self->structure != NULL)
    return 1;

  return self->structures != NULL ? tb_json_get_size (self->structures) : 0;
}

static TbDataset *
read_dataset (const TbReaderInput *input)
{
  Message self = { .input = input };
  g_autoptr (GPtrArray) datasets = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_dataset_unref);
  g_autofree gboolean *used = NULL;
  gsize n;

  find_parts (&self);
  n = count_structures (&self);
  if (self.data_sets == NULL || tb_json_get_size (self.data_sets) == 0)
    {
      report_nothing (&self);
      return NULL;
    }
  if (n == 0 || n > MAX_STRUCTURES)
    {
      tb_json_report_add (input->report, TB_SEVERITY_ERROR, tb_json_document_get_root (input->document),
                          n == 0 ? _("the message does not describe its dimensions; expected \"structure\" with "
                                     "\"dimensions\"")
                                 : _("too many structures; expected at most 1000"));
      return NULL;
    }

  used = g_new0 (gboolean, n);
  if (!find_used (&self, used, n))
    return NULL;
  if (self.n_deletions == tb_json_get_size (self.data_sets))
    {
      report_nothing (&self);
      return NULL;
    }

  /* Nothing is used where the text cannot be read in parts: then it is read whole. */
  return read_used (&self, used, datasets) && datasets->len > 0 ? join (input, datasets) : NULL;
}

/* Values of dimensions and attributes are copied. */
static const char *const streamed_keys[] = { "dataSets", "values", NULL };
static const char *const streamed_objects[] = { "series", "observations", NULL };

const TbReader tb_reader_sdmx_json = {
  .id = "sdmx-json",
  .is_json = TRUE,
  .sniff = sniff,
  .read = read_dataset,
  .is_streaming = TRUE,
  .streamed_keys = streamed_keys,
  .streamed_objects = streamed_objects,
};
