/* Reads what the World Bank's API answers, version 2 and 1, as JSON.
 *
 * An answer is a pair of what it says of itself and its rows:
 * [{"page": 1, "pages": 1, …}, [{"indicator": …, "country": …, "date": …}, …]]
 * Several of them may be in one array, put together by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-world-bank.h"

#include "tb-status-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum { INDICATOR, COUNTRY, DATE, N_DIMENSIONS };

typedef struct
{
  const TbReaderInput *input;
  TbCube              *cube;
  TbPool              *pool;
  GHashTable          *places;      /* index + 1 of a country's code, by all that names it */
  GHashTable          *questions;   /* see tb-reader-world-bank-pages.c */
  gsize                n_rows;
  gsize                n_foreign;   /* rows without an indicator */
  GString             *key;
} WorldBank;

static void
clear (WorldBank *self)
{
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->questions);
  g_string_free (self->key, TRUE);
  tb_cube_free (self->cube);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WorldBank, clear)

static const TbJsonValue *
get_first (const TbJsonValue *array)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, array);
  return tb_json_iter_next (&iter) ? iter.value : NULL;
}

static gboolean
is_rows (const TbJsonValue *value)
{
  return tb_json_get_type (value) == TB_JSON_ARRAY || tb_json_get_type (value) == TB_JSON_NULL;
}

/* [head, rows, …] or [{"message": …}]. */
static gboolean
is_answer (const TbJsonValue *array)
{
  const TbJsonValue *head;
  TbJsonIter iter;

  if (tb_json_get_type (array) != TB_JSON_ARRAY)
    return FALSE;

  head = get_first (array);
  if (tb_json_field_get (head, "message", TB_JSON_ARRAY) != NULL)
    return tb_json_get_size (array) == 1;
  if (tb_json_field_get_any (head, "page") == NULL)
    return FALSE;

  tb_json_iter_init (&iter, array);
  tb_json_iter_next (&iter);
  return !tb_json_iter_next (&iter) || is_rows (iter.value);
}

static gboolean
sniff (const TbReaderInput *input)
{
  const TbJsonValue *root = tb_json_document_get_root (input->document);
  const TbJsonValue *first = tb_json_get_type (root) == TB_JSON_ARRAY ? get_first (root) : NULL;

  return first != NULL && (is_answer (root) || is_answer (first));
}

/* Errors come with HTTP status 200, so that they are saved as if they were figures. */
static void
report_message (const WorldBank   *self,
                const TbJsonValue *messages)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, messages);
  while (tb_json_iter_next (&iter))
    {
      const char *key = tb_json_field_get_text (iter.value, "key", self->pool);
      const char *value = tb_json_field_get_text (iter.value, "value", self->pool);

      tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, iter.value,
                          _("the World Bank answered with an error: %s: %s; expected figures"),
                          key != NULL ? key : "?", value != NULL ? value : "?");
    }
  if (tb_json_get_size (messages) == 0)
    tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, messages,
                        _("the World Bank answered with an error; expected figures"));
}

static guint32
find_indicator (WorldBank         *self,
                const TbJsonValue *row,
                const TbJsonValue *indicator)
{
  const char *name = tb_json_field_get_text (indicator, "value", self->pool);
  const char *id = tb_json_field_get_text (indicator, "id", self->pool);
  const char *unit = tb_json_field_get_text (row, "unit", self->pool);
  const char *key = id != NULL ? id : name != NULL ? name : "";
  guint32 n = tb_cube_get_n_codes (self->cube, INDICATOR);
  guint32 code = tb_cube_intern (self->cube, INDICATOR, key, strlen (key));
  TbCubeCode *info;
  gint64 decimals;

  if (code == TB_CUBE_NO_CODE)
    return code;

  info = tb_cube_get_code (self->cube, INDICATOR, code);
  if (code == n)
    {
      info->label = tb_cube_text (self->cube, name);
      info->decimals = -1;
      info->unit = name != NULL ? tb_world_bank_find_unit (name, self->pool) : NULL;
    }
  if (unit != NULL)
    info->unit = unit;
  if (tb_json_field_get_integer (row, "decimal", &decimals) && decimals >= 0 && decimals <= 15)
    info->decimals = MAX (info->decimals, (int) decimals);

  return code;
}

/* The two letters of a country are not the same for ever, and were given to several groups: what has another
 * name is another place. Its id is country.id, the three letters being empty for groups and whole sources. */
static guint32
find_place (WorldBank         *self,
            const TbJsonValue *row)
{
  const TbJsonValue *country = tb_json_field_get_any (row, "country");
  const char *name = tb_json_field_get_text (country, "value", self->pool);
  const char *id = tb_json_field_get_text (country, "id", self->pool);
  const char *iso3 = tb_json_field_get_text (row, "countryiso3code", self->pool);
  gpointer found;
  guint32 code;

  if (id == NULL)
    id = iso3 != NULL ? iso3 : name;
  if (id == NULL)
    return TB_CUBE_NO_CODE;

  g_string_printf (self->key, "%s\n%s\n%s", id, iso3 != NULL ? iso3 : "", name != NULL ? name : "");
  found = g_hash_table_lookup (self->places, self->key->str);
  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;

  code = tb_cube_add_code (self->cube, COUNTRY, id, name);
  g_hash_table_insert (self->places, g_strdup (self->key->str), GUINT_TO_POINTER (code + 1));
  return code;
}

static void
read_cell (WorldBank         *self,
           const TbJsonValue *row,
           TbCubeCell        *cell)
{
  const char *status = tb_json_field_get_text (row, "obs_status", self->pool);
  const char *footnote = tb_json_field_get_text (row, "footnote", self->pool);

  tb_json_field_to_cell (tb_json_field_get_any (row, "value"), self->pool, cell);
  if (status != NULL)
    {
      const char *note = tb_status_text_parse (TB_PROVIDER_SDMX, status, strlen (status), NULL, self->pool,
                                               &cell->status);

      cell->note = note != NULL && cell->note == NULL ? note : cell->note;
    }
  if (footnote != NULL && cell->note != NULL)
    {
      g_string_printf (self->key, "%s; %s", cell->note, footnote);
      footnote = tb_pool_intern (self->pool, self->key->str);
    }
  if (footnote != NULL)
    cell->note = footnote;
}

static gboolean
read_row (WorldBank         *self,
          const TbJsonValue *row)
{
  const TbJsonValue *indicator = tb_json_field_get (row, "indicator", TB_JSON_OBJECT);
  const char *date = tb_json_field_get_text (row, "date", self->pool);
  guint32 codes[N_DIMENSIONS] = { 0, 0, TB_CUBE_NO_CODE };
  TbCubeCell cell = TB_CUBE_CELL_INIT;

  if (indicator == NULL)
    {
      self->n_foreign++;
      return TRUE;
    }

  codes[INDICATOR] = find_indicator (self, row, indicator);
  codes[COUNTRY] = find_place (self, row);
  if (date != NULL)
    codes[DATE] = tb_cube_intern (self->cube, DATE, date, strlen (date));
  read_cell (self, row, &cell);
  self->n_rows++;
  return tb_cube_add (self->cube, codes, &cell);
}

static void
read_head (WorldBank         *self,
           const TbJsonValue *head,
           gsize              n_rows)
{
  TbDatasetInfo *info = tb_cube_get_info (self->cube);
  TbSource *source = tb_cube_get_source (self->cube);
  const char *name = tb_json_field_get_text (head, "sourcename", self->pool);
  TbDay updated = tb_json_field_get_day (head, "lastupdated");
  info->updated = MAX (info->updated, updated);
  source->published = info->updated;
  if (name != NULL)
    source->title = tb_cube_text (self->cube, name);
  tb_world_bank_pages_note (self->questions, head, n_rows);
}

/* FALSE: stop. */
static gboolean
read_answer (WorldBank         *self,
             const TbJsonValue *head,
             const TbJsonValue *rows)
{
  TbJsonIter iter;

  if (tb_json_get_type (rows) != TB_JSON_ARRAY)
    {
      read_head (self, head, 0);
      return TRUE;
    }

  read_head (self, head, tb_json_get_size (rows));
  tb_json_iter_init (&iter, rows);
  while (tb_json_iter_next (&iter))
    {
      if (!read_row (self, iter.value))
        return FALSE;
    }

  return TRUE;
}

/* An array of a head and its rows, again and again. */
static gboolean
read_answers (WorldBank         *self,
              const TbJsonValue *array)
{
  const TbJsonValue *head = NULL;
  TbJsonIter iter;

  tb_json_iter_init (&iter, array);
  while (tb_json_iter_next (&iter))
    {
      const TbJsonValue *messages = tb_json_field_get (iter.value, "message", TB_JSON_ARRAY);

      if (messages != NULL)
        report_message (self, messages);
      else if (tb_json_get_type (iter.value) == TB_JSON_OBJECT)
        head = iter.value;
      else if (head != NULL && is_rows (iter.value))
        {
          if (!read_answer (self, head, iter.value))
            return FALSE;
          head = NULL;
        }
      else
        tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, iter.value,
                            _("this part of the answer is left out; expected its page and total, then its rows"));
    }

  return TRUE;
}

static gboolean
read_root (WorldBank *self)
{
  const TbJsonValue *root = tb_json_document_get_root (self->input->document);
  const TbJsonValue *first;
  TbJsonIter iter;

  if (tb_json_get_type (root) != TB_JSON_ARRAY)
    return TRUE;
  /* Of a damaged text that is read in parts not even the first element may come. */
  first = get_first (root);
  if (first == NULL || tb_json_get_type (first) != TB_JSON_ARRAY)
    return read_answers (self, root);

  tb_json_iter_init (&iter, root);
  while (tb_json_iter_next (&iter))
    {
      if (tb_json_get_type (iter.value) == TB_JSON_ARRAY && !read_answers (self, iter.value))
        return FALSE;
    }

  return TRUE;
}

static void
report_rows (const WorldBank *self)
{
  const TbJsonValue *root = tb_json_document_get_root (self->input->document);

  if (self->n_rows > 0 && self->n_foreign > 0)
    tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, root,
                        ngettext ("%zu row without an indicator is left out; expected \"indicator\" in each row",
                                  "%zu rows without an indicator are left out; expected \"indicator\" in each row",
                                  (gulong) self->n_foreign), self->n_foreign);
  else if (self->n_foreign > 0)
    tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, root,
                        _("this is a list of countries, sources or topics of the World Bank and holds no figures; "
                          "expected rows with \"indicator\""));
  else if (self->n_rows == 0 && tb_json_report_get_n_errors (self->input->report) == 0)
    tb_json_report_add (self->input->report, TB_SEVERITY_ERROR, root,
                        _("the answer of the World Bank has no rows: nothing was found for the query; "
                          "expected figures"));
}

static void
fill_title (WorldBank *self)
{
  TbDatasetInfo *info = tb_cube_get_info (self->cube);
  const TbSource *source = tb_cube_get_source (self->cube);

  if (tb_cube_get_n_codes (self->cube, INDICATOR) == 1)
    info->title = tb_cube_get_code (self->cube, INDICATOR, 0)->label;
  if (tb_text_is_empty (&info->title))
    info->title = source->title;
}

static TbDataset *
read_dataset (const TbReaderInput *input)
{
  g_auto (WorldBank) self = {
    .input = input,
    .cube = tb_cube_new (input),
    .places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .questions = tb_world_bank_pages_new (),
    .key = g_string_new (NULL),
  };

  self.pool = tb_cube_get_pool (self.cube);
  tb_cube_get_source (self.cube)->publisher = tb_cube_text (self.cube, "World Bank");
  tb_cube_get_info (self.cube)->publisher = tb_cube_get_source (self.cube)->publisher;
  tb_cube_add_dimension (self.cube, "indicator", NULL, TB_COLUMN_ROLE_INDICATOR);
  tb_cube_add_dimension (self.cube, "country", NULL, TB_COLUMN_ROLE_PLACE);
  tb_cube_add_dimension (self.cube, "date", NULL, TB_COLUMN_ROLE_PERIOD);
  if (!tb_cube_begin (self.cube, 0) || !read_root (&self))
    return NULL;

  report_rows (&self);
  if (tb_json_report_get_n_errors (input->report) > 0)
    return NULL;

  tb_world_bank_pages_report (self.questions, input);
  fill_title (&self);
  return tb_cube_finish (self.cube);
}

const TbReader tb_reader_world_bank = {
  .id = "world-bank",
  .is_json = TRUE,
  .sniff = sniff,
  .read = read_dataset,
  .is_streaming = TRUE,
};
