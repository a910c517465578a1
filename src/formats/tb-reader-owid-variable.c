/* Reads a variable of Our World in Data: what it is, and its figures.
 *
 * "display" changes how a variable is shown on the site. Of it, unit, name,
 * decimals and whether years are days are taken; a conversion factor is not
 * applied to the figures, which stay as they are in the file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-owid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the site counts days from where a variable does not say it. */
#define ZERO_DAY_YEAR 2020
#define ZERO_DAY_MONTH 1
#define ZERO_DAY_DAY 21

/* 31 December 9999 in days: later ones have no date of four digits. */
#define LAST_DAY 3652059

static gboolean
is_true (const TbJsonValue *object,
         const char        *key)
{
  const TbJsonValue *value = tb_json_field_get (object, key, TB_JSON_BOOLEAN);

  return value != NULL && tb_json_get_boolean (value);
}

/**
 * tb_owid_add_entity:
 * @self: a reading
 * @id: (nullable): the id of an entity, interned
 * @entity: an object with its name
 *
 * Notes what an entity is called.
 */
void
tb_owid_add_entity (TbOwid            *self,
                    const char        *id,
                    const TbJsonValue *entity)
{
  const char *name = tb_json_field_get_text (entity, "name", self->pool);

  if (id != NULL && name != NULL)
    g_hash_table_insert (self->entities, (gpointer) id, (gpointer) name);
}

static gboolean
is_one (const char *factor)
{
  TbDecimal decimal;

  return tb_decimal_parse (factor, strlen (factor), &decimal) == TB_DECIMAL_EXACT
         && tb_decimal_compare (decimal, TB_DECIMAL_ONE) == 0;
}

/* The unit that is displayed is that of the displayed figures: where they are converted, it is not that of
 * those in the file. */
static void
read_unit (TbOwid            *self,
           const TbJsonValue *metadata,
           TbCubeCode        *code,
           GString           *note)
{
  const TbJsonValue *display = tb_json_field_get_any (metadata, "display");
  const char *factor = tb_json_field_get_text (display, "conversionFactor", self->pool);
  const char *shown = tb_json_field_get_text (display, "unit", self->pool);

  code->unit = tb_json_field_get_text (metadata, "unit", self->pool);
  if (factor != NULL && !is_one (factor))
    {
      if (note->len > 0)
        g_string_append_c (note, '\n');
      g_string_append_printf (note, _("Our World in Data shows these figures multiplied by %s"), factor);
      if (shown != NULL)
        g_string_append_printf (note, _(", in the unit “%s”"), shown);
      g_string_append (note, _("; here they are as in the file."));
      return;
    }

  if (shown != NULL)
    code->unit = shown;
  if (code->unit == NULL)
    code->unit = tb_json_field_get_text (metadata, "shortUnit", self->pool);
}

static void
read_names (TbOwid            *self,
            const char        *id,
            const TbJsonValue *metadata,
            TbCubeCode        *code)
{
  const TbJsonValue *display = tb_json_field_get_any (metadata, "display");
  const char *name = tb_json_field_get_text (metadata, "name", self->pool);
  const char *description = tb_json_field_get_text (metadata, "description", self->pool);
  const TbJsonValue *source = tb_json_field_get_any (metadata, "source");
  const char *source_name = tb_json_field_get_text (source, "name", self->pool);
  g_autoptr (GString) note = g_string_new (description);
  gint64 decimals;

  if (description == NULL)
    g_string_append (note, tb_json_field_get_text (metadata, "descriptionShort", self->pool) != NULL
                           ? tb_json_field_get_text (metadata, "descriptionShort", self->pool) : "");
  if (name == NULL)
    name = tb_json_field_get_text (display, "name", self->pool);
  code->label = tb_cube_text (self->cube, name != NULL ? name : id);
  code->decimals = -1;
  if (tb_json_field_get_integer (display, "numDecimalPlaces", &decimals) && decimals >= 0 && decimals <= 15)
    code->decimals = (int) decimals;
  read_unit (self, metadata, code, note);
  /* Translators: who a figure is from */
  if (source_name != NULL)
    g_string_append_printf (note, "%s%s: %s", note->len > 0 ? "\n" : "", _("Source"), source_name);
  code->note = tb_cube_text (self->cube, note->str);
}

/* What several variables say differently is said of none of them. */
static void
merge (TbOwid     *self,
       TbText     *text,
       const char *said)
{
  TbText other = tb_cube_text (self->cube, said);

  if (self->n_variables == 1)
    *text = other;
  else if (!tb_text_equal (text, &other))
    *text = (TbText) { 0 };
}

static void
read_source (TbOwid            *self,
             const TbJsonValue *metadata)
{
  const TbJsonValue *source = tb_json_field_get_any (metadata, "source");
  TbDatasetInfo *info = tb_cube_get_info (self->cube);
  TbSource *cited = tb_cube_get_source (self->cube);
  const char *publisher = tb_json_field_get_text (source, "dataPublishedBy", self->pool);
  const char *url = tb_json_field_get_text (source, "link", self->pool);

  merge (self, &info->title, tb_json_field_get_text (metadata, "name", self->pool));
  merge (self, &cited->title, tb_json_field_get_text (metadata, "datasetName", self->pool));
  merge (self, &cited->publisher,
         publisher != NULL ? publisher : tb_json_field_get_text (source, "name", self->pool));
  cited->url = self->n_variables == 1 || g_strcmp0 (cited->url, url) == 0 ? url : NULL;
  info->updated = MAX (info->updated, tb_json_field_get_day (metadata, "updatedAt"));
}

static gboolean
read_zero_day (TbOwid            *self,
               const TbJsonValue *display,
               const TbJsonValue *place,
               TbOwidVariable    *variable)
{
  variable->is_day = is_true (display, "yearIsDay");
  if (!variable->is_day)
    return TRUE;

  variable->zero_day = tb_day_new (ZERO_DAY_YEAR, ZERO_DAY_MONTH, ZERO_DAY_DAY);
  if (tb_json_field_get_any (display, "zeroDay") == NULL)
    return TRUE;

  variable->zero_day = tb_json_field_get_day (display, "zeroDay");
  if (variable->zero_day > 0)
    return TRUE;

  tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, place,
                      _("the variable is left out: its years are days since a day that is no date; expected "
                        "\"zeroDay\" as YYYY-MM-DD"));
  return FALSE;
}

/**
 * tb_owid_read_variable:
 * @self: a reading
 * @id: its id
 * @metadata: (nullable): what says what the figures are
 * @place: a value of the file for messages
 * @out_variable: (out): how the figures are to be read
 *
 * Adds a variable as an indicator. Projections are forecasts.
 *
 * Returns: %FALSE: it is left out, which was reported
 */
gboolean
tb_owid_read_variable (TbOwid            *self,
                       const char        *id,
                       const TbJsonValue *metadata,
                       const TbJsonValue *place,
                       TbOwidVariable    *out_variable)
{
  const TbJsonValue *display = tb_json_field_get_any (metadata, "display");

  if (!read_zero_day (self, display, place, out_variable))
    return FALSE;

  self->n_variables++;
  out_variable->kind = is_true (display, "isProjection") ? TB_KIND_FORECAST : TB_KIND_ACTUAL;
  out_variable->code = tb_cube_add_code (self->cube, TB_OWID_VARIABLE, id, NULL);
  if (out_variable->code != TB_CUBE_NO_CODE)
    read_names (self, id, metadata, tb_cube_get_code (self->cube, TB_OWID_VARIABLE, out_variable->code));
  read_source (self, metadata);
  return TRUE;
}

/* A day that no date is written for, or what is no day at all, is kept as it is; not as a year, which it is not. */
static guint32
find_time (TbOwid               *self,
           const TbJsonValue    *year,
           const TbOwidVariable *variable)
{
  const char *text = tb_json_field_to_text (year, self->pool);
  g_autofree char *day = NULL;
  gint64 offset;

  if (variable->is_day && tb_json_field_to_integer (year, &offset) && offset > -LAST_DAY && offset <= LAST_DAY
      && variable->zero_day + offset >= 1 && variable->zero_day + offset <= LAST_DAY)
    text = day = tb_day_to_string (variable->zero_day + (TbDay) offset);
  else if (variable->is_day && text != NULL)
    text = day = g_strdup_printf ("day %s", text);

  return text != NULL ? tb_cube_intern (self->cube, TB_OWID_TIME, text, strlen (text)) : TB_CUBE_NO_CODE;
}

static guint32
find_entity (TbOwid            *self,
             const TbJsonValue *entity)
{
  const char *id = tb_json_field_to_text (entity, self->pool);
  guint32 n = tb_cube_get_n_codes (self->cube, TB_OWID_ENTITY);
  guint32 code;

  if (id == NULL)
    return TB_CUBE_NO_CODE;

  code = tb_cube_intern (self->cube, TB_OWID_ENTITY, id, strlen (id));
  if (code == n)
    tb_cube_get_code (self->cube, TB_OWID_ENTITY, n)->label
        = tb_cube_text (self->cube, g_hash_table_lookup (self->entities, id));

  return code;
}

/**
 * tb_owid_check_lists:
 * @self: a reading
 * @data: what should have "values", "years" and "entities"
 *
 * Lists of different lengths do not say which value is whose.
 *
 * Returns: %FALSE: the variable is left out, which was reported
 */
gboolean
tb_owid_check_lists (TbOwid            *self,
                     const TbJsonValue *data)
{
  const TbJsonValue *values = tb_json_field_get (data, "values", TB_JSON_ARRAY);
  const TbJsonValue *years = tb_json_field_get (data, "years", TB_JSON_ARRAY);
  const TbJsonValue *entities = tb_json_field_get (data, "entities", TB_JSON_ARRAY);
  gboolean are_there = values != NULL && years != NULL && entities != NULL;

  if (are_there && tb_json_get_size (values) == tb_json_get_size (years)
      && tb_json_get_size (values) == tb_json_get_size (entities))
    return TRUE;

  tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, data,
                      are_there ? _("the variable is left out: its lists have different lengths; expected as many "
                                    "\"values\" as \"years\" and \"entities\"")
                                : _("the variable is left out; expected the lists \"values\", \"years\" and "
                                    "\"entities\""));
  return FALSE;
}

/**
 * tb_owid_read_figures:
 * @self: a reading
 * @data: an object with "values", "years" and "entities"
 * @variable: what they are of
 *
 * Adds the figures of a variable, the lists of which were checked.
 *
 * Returns: %FALSE: stop
 */
gboolean
tb_owid_read_figures (TbOwid               *self,
                      const TbJsonValue    *data,
                      const TbOwidVariable *variable)
{
  const TbJsonValue *values = tb_json_field_get (data, "values", TB_JSON_ARRAY);
  const TbJsonValue *years = tb_json_field_get (data, "years", TB_JSON_ARRAY);
  const TbJsonValue *entities = tb_json_field_get (data, "entities", TB_JSON_ARRAY);
  TbJsonIter value, year, entity;

  tb_json_iter_init (&value, values);
  tb_json_iter_init (&year, years);
  tb_json_iter_init (&entity, entities);
  while (tb_json_iter_next (&value) && tb_json_iter_next (&year) && tb_json_iter_next (&entity))
    {
      TbCubeCell cell = TB_CUBE_CELL_INIT;
      guint32 codes[TB_OWID_N_DIMENSIONS];

      codes[TB_OWID_VARIABLE] = variable->code;
      codes[TB_OWID_ENTITY] = find_entity (self, entity.value);
      codes[TB_OWID_TIME] = find_time (self, year.value, variable);
      cell.kind = variable->kind;
      tb_json_field_to_cell (value.value, self->pool, &cell);
      if (!tb_cube_add (self->cube, codes, &cell))
        return FALSE;
    }

  return TRUE;
}
