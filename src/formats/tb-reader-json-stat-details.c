/* Reads what JSON-stat and PxWeb say of the figures of a category: unit, decimals, measure …
 *
 * `category.unit` is JSON-stat's. Measuring type, price type, adjustment and
 * reference time stand in the extension of PxWebApi 2, an object by category each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-json-stat.h"

#include "tb-unit-text.h"

#include <glib/gi18n-lib.h>

/* Powers of ten that a unit may state; beyond are slips. */
#define MAX_POWER 18

/* Decimals that are worth showing; beyond are slips. */
#define MAX_DECIMALS 15

typedef struct
{
  TbJsonStat *stat;
  guint       dimension;
  GHashTable *codes;
} Details;

typedef struct
{
  const char *word;
  int         value;
} Word;

static const Word measures[] = {
  { "Stock", TB_MEASURE_STOCK }, { "Flow", TB_MEASURE_FLOW }, { "Average", TB_MEASURE_AVERAGE },
};

static const Word adjustments[] = {
  { "None", TB_NO }, { "WorkOnly", TB_NO }, { "SesOnly", TB_YES }, { "WorkAndSes", TB_YES },
};

/* Whether the wording of a unit has a scale of its own: "thousands of persons". */
static gboolean
has_scale (const char *wording)
{
  g_autoptr (TbPool) pool = tb_pool_new ();
  g_autoptr (TbCatalog) catalog = tb_catalog_new (pool);
  TbDecimal multiplier = TB_DECIMAL_ONE;

  tb_unit_text_find (catalog, NULL, wording, &multiplier);
  return !tb_decimal_identical (multiplier, TB_DECIMAL_ONE);
}

/* The category of that key; NULL where there is none, which was told for its label. */
static TbCubeCode *
find_code (const Details     *self,
           const TbJsonValue *key)
{
  gsize length;
  guint code = GPOINTER_TO_UINT (g_hash_table_lookup (self->codes, tb_json_get_string (key, &length)));

  return code > 0 ? tb_cube_get_code (self->stat->cube, self->dimension, code - 1) : NULL;
}

static void
read_decimals (const TbJsonValue *value,
               int               *decimals)
{
  guint64 number;

  if (value != NULL && tb_json_stat_get_integer (value, &number) && number <= MAX_DECIMALS)
    *decimals = (int) number;
}

/* The power of ten that numbers are to be multiplied by, where the wording does not say it again. */
static void
read_power (TbCubeCode        *code,
            const TbJsonValue *value)
{
  guint64 power;

  if (value != NULL && tb_json_stat_get_integer (value, &power) && power > 0 && power <= MAX_POWER
      && (code->unit == NULL || !has_scale (code->unit)))
    {
      code->multiplier = TB_DECIMAL_ONE;
      while (power-- > 0)
        code->multiplier.mantissa *= 10;
    }
}

static void
read_unit (const Details     *self,
           TbCubeCode        *code,
           const TbJsonValue *unit)
{
  static const char *const keys[] = { "base", "label", "symbol" };

  for (guint i = 0; i < G_N_ELEMENTS (keys) && code->unit == NULL; i++)
    code->unit = tb_json_field_to_text (tb_json_field_get (unit, keys[i], TB_JSON_STRING), self->stat->pool);
  read_decimals (tb_json_find (unit, "decimals"), &code->decimals);
  read_power (code, tb_json_find (unit, "multiplier"));
}

static void
read_units (const Details     *self,
            const TbJsonValue *units)
{
  TbJsonIter iter;

  tb_json_iter_init (&iter, units);
  while (tb_json_iter_next (&iter))
    {
      TbCubeCode *code = find_code (self, iter.key);

      if (code == NULL)
        {
          gsize length;

          tb_json_report_add (self->stat->input->report, TB_SEVERITY_WARNING, iter.key,
                              _("\"%s\" is no category of \"%s\", and is left out"),
                              tb_json_get_string (iter.key, &length),
                              tb_json_stat_get_dimension (self->stat, self->dimension)->id);
        }
      else if (tb_json_get_type (iter.value) == TB_JSON_OBJECT)
        {
          read_unit (self, code, iter.value);
        }
    }
}

static int
find_word (const Word        *words,
           gsize              n,
           const TbJsonValue *value)
{
  gsize length;

  for (gsize i = 0; i < n && tb_json_get_type (value) == TB_JSON_STRING; i++)
    {
      if (g_str_equal (words[i].word, tb_json_get_string (value, &length)))
        return words[i].value;
    }

  return -1;
}

static void
append_note (const Details *self,
             TbCubeCode    *code,
             const char    *note)
{
  const char *before = tb_text_get (&code->note, TB_LANGUAGE_EN);
  g_autofree char *both = before != NULL && *before != '\0' ? g_strconcat (before, "\n", note, NULL) : NULL;

  code->note = tb_cube_text (self->stat->cube, both != NULL ? both : note);
}

static void
read_px_measure (const Details *self G_GNUC_UNUSED,
                 TbCubeCode    *code,
                 const TbJsonValue *value)
{
  int measure = find_word (measures, G_N_ELEMENTS (measures), value);

  if (measure >= 0)
    code->measure = (TbMeasure) measure;
}

static void
read_px_adjustment (const Details *self G_GNUC_UNUSED,
                    TbCubeCode    *code,
                    const TbJsonValue *value)
{
  int sa = find_word (adjustments, G_N_ELEMENTS (adjustments), value);

  if (sa >= 0)
    code->sa = (TbSaid) sa;
}

static void
read_px_price (const Details *self,
               TbCubeCode    *code,
               const TbJsonValue *value)
{
  const char *text = tb_json_field_to_text (value, self->stat->pool);

  if (g_strcmp0 (text, "Current") == 0)
    code->price_basis = "current";
  else if (g_strcmp0 (text, "Fixed") == 0 || g_strcmp0 (text, "Constant") == 0)
    code->price_basis = "constant";
}

/* A reference time ("31 December") and base ("1980=100") are words for the reader. */
static void
read_px_words (const Details *self,
               TbCubeCode    *code,
               const TbJsonValue *value)
{
  const char *text = tb_json_field_to_text (value, self->stat->pool);

  if (text != NULL)
    append_note (self, code, text);
}

static void
read_extension (const Details     *self,
                const TbJsonValue *extension)
{
  static const struct
  {
    const char *key;
    void      (*read) (const Details     *self,
                       TbCubeCode        *code,
                       const TbJsonValue *value);
  } members[] = {
    { "measuringType", read_px_measure }, { "adjustment", read_px_adjustment }, { "priceType", read_px_price },
    { "refperiod", read_px_words },       { "basePeriod", read_px_words },      { "definition", read_px_words },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const TbJsonValue *object = tb_json_field_get (extension, members[i].key, TB_JSON_OBJECT);
      TbJsonIter iter;

      if (object != NULL)
        tb_json_iter_init (&iter, object);
      while (object != NULL && tb_json_iter_next (&iter))
        {
          TbCubeCode *code = find_code (self, iter.key);

          if (code != NULL)
            members[i].read (self, code, iter.value);
        }
    }
}

/* PxWeb's number of decimals for all contents that have none of their own. */
static void
read_default_decimals (const Details *self)
{
  const TbJsonValue *extension = tb_json_field_get (self->stat->root, "extension", TB_JSON_OBJECT);
  const TbJsonValue *px = tb_json_field_get (extension, "px", TB_JSON_OBJECT);
  int decimals = -1;

  read_decimals (px != NULL ? tb_json_find (px, "decimals") : NULL, &decimals);
  for (guint32 i = 0; i < tb_cube_get_n_codes (self->stat->cube, self->dimension); i++)
    tb_cube_get_code (self->stat->cube, self->dimension, i)->decimals = decimals;
  tb_cube_get_subject (self->stat->cube)->decimals = decimals;
}

/**
 * tb_json_stat_read_details:
 * @stat: a data set
 * @dimension: a dimension of it, whose categories are in the cube
 * @codes: index + 1 of each category by its id
 *
 * Reads what the file says of the figures of each category.
 */
void
tb_json_stat_read_details (TbJsonStat *stat,
                           guint       dimension,
                           GHashTable *codes)
{
  const TbJsonValue *object = tb_json_stat_get_dimension (stat, dimension)->object;
  const TbJsonValue *category = tb_json_field_get (object, "category", TB_JSON_OBJECT);
  const TbJsonValue *units = tb_json_field_get (category, "unit", TB_JSON_OBJECT);
  const TbJsonValue *extension = tb_json_field_get (object, "extension", TB_JSON_OBJECT);
  Details self = { stat, dimension, codes };

  read_default_decimals (&self);
  if (units != NULL)
    read_units (&self, units);
  if (extension != NULL)
    read_extension (&self, extension);
}
