/* Writes the categories of a dimension of JSON-stat: ids, labels, units, parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-writer-json-stat.h"

/**
 * tb_json_stat_write_text:
 * @object: an object
 * @key: a key
 * @text: a text; an empty one writes nothing
 * @language: which wording
 *
 * Writes a text in one language.
 */
void
tb_json_stat_write_text (TbJsonObject *object,
                         const char   *key,
                         const TbText *text,
                         TbLanguage    language)
{
  if (!tb_text_is_empty (text))
    tb_json_object_string (object, key, tb_text_get (text, language));
}

/**
 * tb_json_stat_open_member:
 * @parent: an object
 * @key: a key
 * @member: (out caller-allocates): an object in it, on one line
 *
 * Opens an object as a member of another one.
 */
void
tb_json_stat_open_member (TbJsonObject *parent,
                          const char   *key,
                          TbJsonObject *member)
{
  tb_json_object_key (parent, key);
  tb_json_object_open (member, parent->out, TB_JSON_ONE_LINE);
}

/**
 * tb_json_stat_write_strings:
 * @object: an object
 * @key: a key
 * @strings: (array length=n): its elements
 * @n: how many
 *
 * Writes an array of strings.
 */
void
tb_json_stat_write_strings (TbJsonObject      *object,
                            const char        *key,
                            const char *const *strings,
                            gsize              n)
{
  tb_json_object_key (object, key);
  g_string_append_c (object->out, '[');
  for (gsize i = 0; i < n; i++)
    {
      g_string_append (object->out, i > 0 ? ", " : "");
      tb_json_append_string (object->out, strings[i]);
    }
  g_string_append_c (object->out, ']');
}

/* 10000 → 4; −1 where it is no power of ten. */
static int
get_power (TbDecimal multiplier)
{
  int power = multiplier.exponent;

  if (multiplier.mantissa <= 0)
    return -1;
  while (multiplier.mantissa % 10 == 0)
    {
      multiplier.mantissa /= 10;
      power++;
    }

  return multiplier.mantissa == 1 ? power : -1;
}

/* The scale is said in words too, because few programs know the member for it. */
static void
write_unit (const TbJsonStatWriter            *self,
            TbJsonObject            *units,
            const TbJsonStatVariant *variant)
{
  const TbUnit *unit = variant->info->unit;
  g_autofree char *name = tb_unit_label (unit, "", self->language);
  g_autofree char *multiplier = tb_decimal_to_string (variant->multiplier);
  g_autofree char *scaled = NULL;
  const char *base = *name != '\0' ? name : unit->id;
  gboolean is_scaled = !tb_decimal_identical (variant->multiplier, TB_DECIMAL_ONE);
  int power = get_power (variant->multiplier);
  int n_decimals = variant->info->indicator->decimals >= 0 ? variant->info->indicator->decimals : variant->n_decimals;
  TbJsonObject object;

  tb_json_stat_open_member (units, variant->id, &object);
  scaled = is_scaled ? g_strdup_printf ("%s × %s", multiplier, base) : NULL;
  tb_json_object_string (&object, "label", is_scaled ? scaled : base);
  if (n_decimals >= 0)
    tb_json_object_decimal (&object, "decimals", (TbDecimal) { n_decimals, 0 });
  if (unit->kind == TB_UNIT_PERCENT)
    tb_json_object_string (&object, "symbol", "%");
  if (is_scaled && power > 0)
    {
      tb_json_object_string (&object, "base", base);
      tb_json_object_decimal (&object, "multiplier", (TbDecimal) { power, 0 });
    }
  tb_json_object_close (&object);
}

static char *
make_variant_label (const TbJsonStatWriter            *self,
                    const TbJsonStatVariant *variant)
{
  const TbText *scope = tb_series_get_scope (variant->info);
  const char *name = tb_text_get (&variant->info->indicator->name, self->language);
  GString *label = g_string_new (name != NULL ? name : variant->info->indicator->id);

  if (!tb_text_is_empty (scope))
    g_string_append_printf (label, " (%s)", tb_text_get (scope, self->language));
  if (variant->kind != TB_KIND_ACTUAL)
    {
      const char *word = tb_vocabulary_word (&tb_kinds, (int) variant->kind, self->language);

      g_string_append_printf (label, " (%s)",
                              word != NULL ? word : tb_vocabulary_spelling (&tb_kinds, (int) variant->kind));
    }

  return g_string_free_and_steal (label);
}

static void
write_variants (const TbJsonStatWriter *self,
                TbJsonObject *category)
{
  GPtrArray *variants = self->cube->variants;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  TbJsonObject object;

  for (guint i = 0; i < variants->len; i++)
    g_ptr_array_add (ids, ((TbJsonStatVariant *) variants->pdata[i])->id);
  tb_json_stat_write_strings (category, "index", (const char *const *) ids->pdata, ids->len);

  tb_json_stat_open_member (category, "label", &object);
  for (guint i = 0; i < variants->len; i++)
    {
      g_autofree char *label = make_variant_label (self, variants->pdata[i]);

      tb_json_object_string (&object, ids->pdata[i], label);
    }
  tb_json_object_close (&object);

  tb_json_stat_open_member (category, "unit", &object);
  for (guint i = 0; i < variants->len; i++)
    write_unit (self, &object, variants->pdata[i]);
  tb_json_object_close (&object);
}

static void
write_children (const TbJsonStatWriter  *self,
                TbJsonObject  *category,
                const TbPlace *whole)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < self->cube->places->len; i++)
    {
      const TbPlace *place = self->cube->places->pdata[i];

      if (place->parent == whole)
        g_ptr_array_add (parts, (gpointer) place->id);
    }
  if (parts->len > 0)
    tb_json_stat_write_strings (category, whole->id, (const char *const *) parts->pdata, parts->len);
}

static gboolean
has_parts (const TbJsonStatCube *cube)
{
  for (guint i = 0; i < cube->places->len; i++)
    {
      const TbPlace *place = cube->places->pdata[i];

      if (place->parent != NULL && g_hash_table_contains (cube->place_indices, place->parent))
        return TRUE;
    }

  return FALSE;
}

static void
write_places (const TbJsonStatWriter *self,
              TbJsonObject *category)
{
  GPtrArray *places = self->cube->places;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  TbJsonObject object;

  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (ids, (gpointer) ((const TbPlace *) places->pdata[i])->id);
  tb_json_stat_write_strings (category, "index", (const char *const *) ids->pdata, ids->len);
  tb_json_stat_open_member (category, "label", &object);
  for (guint i = 0; i < places->len; i++)
    tb_json_stat_write_text (&object, ids->pdata[i], &((const TbPlace *) places->pdata[i])->name, self->language);
  tb_json_object_close (&object);
  if (!has_parts (self->cube))
    return;

  tb_json_stat_open_member (category, "child", &object);
  for (guint i = 0; i < places->len; i++)
    write_children (self, &object, places->pdata[i]);
  tb_json_object_close (&object);
}

static void
write_periods (const TbJsonStatWriter *self,
               TbJsonObject *category)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  TbJsonObject object;

  for (guint i = 0; i < self->cube->periods->len; i++)
    g_ptr_array_add (ids, tb_period_to_sdmx (g_array_index (self->cube->periods, TbPeriod, i)));
  tb_json_stat_write_strings (category, "index", (const char *const *) ids->pdata, ids->len);
  tb_json_stat_open_member (category, "label", &object);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *label = tb_period_label (g_array_index (self->cube->periods, TbPeriod, i), self->language,
                                                TB_PERIOD_LABEL_FULL);

      tb_json_object_string (&object, ids->pdata[i], label);
    }
  tb_json_object_close (&object);
}

/**
 * tb_json_stat_write_categories:
 * @self: what is written
 * @category: the object of the categories of a dimension
 * @dimension: index of the dimension
 *
 * Writes ids in order, labels, units of what is measured, parts of places.
 */
void
tb_json_stat_write_categories (const TbJsonStatWriter *self,
                               TbJsonObject *category,
                               guint         dimension)
{
  guint n_before = self->cube->has_place ? 2 : 1;

  if (dimension == 0)
    write_variants (self, category);
  else if (dimension == 1 && self->cube->has_place)
    write_places (self, category);
  else if (dimension - n_before < self->cube->breakdown->len)
    {
      const TbJsonStatAxis *axis = self->cube->breakdown->pdata[dimension - n_before];

      tb_json_stat_write_strings (category, "index", (const char *const *) axis->categories->pdata,
                                  axis->categories->len);
    }
  else
    write_periods (self, category);
}
