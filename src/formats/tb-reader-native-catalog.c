/* Reads what the figures of a dataset refer to: sources, places, units, domains, dimensions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-native.h"

#include "tb-limits.h"

#include <glib/gi18n-lib.h>

typedef void (*ReadEntry) (TbNative          *self,
                           const TbJsonValue *value,
                           gpointer           entry);

typedef struct
{
  gpointer      (*add) (TbCatalog *catalog, const char *id);
  ReadEntry       read;
  const char     *reference_key;                    /* nullable: entries refer to none of their table */
  gconstpointer (*follow) (gconstpointer entry);
} TableReader;

static GPtrArray *
add_entries (TbNative          *self,
             const TbJsonValue *table,
             const TableReader *reader)
{
  GPtrArray *entries = g_ptr_array_new ();
  TbJsonIter iter;

  tb_json_iter_init (&iter, table);
  while (tb_json_iter_next (&iter))
    {
      const char *id = NULL;

      tb_native_read_string (self, iter.key, &id);
      g_ptr_array_add (entries, id != NULL ? reader->add (self->catalog, id) : NULL);
    }

  return entries;
}

/* A circle would make every walk up the references endless. */
static void
check_circle (TbNative          *self,
              const TbJsonValue *value,
              gconstpointer      entry,
              gsize              n_entries,
              const TableReader *reader)
{
  if (tb_native_is_in_circle (entry, reader->follow, n_entries))
    tb_json_report_add (self->report, TB_SEVERITY_ERROR, tb_json_find (value, reader->reference_key),
                        _("following \"%s\" leads back here; expected it to end"), reader->reference_key);
}

/* Adds the entries of a table and reads them after that, so that they may
 * refer to each other in any order. */
static void
read_table (TbNative          *self,
            const TbJsonValue *table,
            const TableReader *reader)
{
  g_autoptr (GPtrArray) entries = NULL;
  TbJsonIter iter;
  guint i;

  if (!tb_native_check_type (self, table, TB_JSON_OBJECT, N_("an object with an entry for each id")))
    return;

  /* Nothing is added for a repeated key, which was reported when the document
   * was checked. */
  entries = add_entries (self, table, reader);
  tb_json_iter_init (&iter, table);
  for (i = 0; tb_json_iter_next (&iter); i++)
    {
      if (g_ptr_array_index (entries, i) != NULL)
        reader->read (self, iter.value, g_ptr_array_index (entries, i));
    }
  if (reader->follow == NULL)
    return;

  tb_json_iter_init (&iter, table);
  for (i = 0; tb_json_iter_next (&iter); i++)
    {
      if (g_ptr_array_index (entries, i) != NULL)
        check_circle (self, iter.value, g_ptr_array_index (entries, i), entries->len, reader);
    }
}

static gpointer
add_source (TbCatalog  *catalog,
            const char *id)
{
  return tb_catalog_add_source (catalog, id);
}

static gpointer
add_place (TbCatalog  *catalog,
           const char *id)
{
  return tb_catalog_add_place (catalog, id);
}

static gpointer
add_unit (TbCatalog  *catalog,
          const char *id)
{
  return tb_catalog_add_unit (catalog, id);
}

static gpointer
add_domain (TbCatalog  *catalog,
            const char *id)
{
  return tb_catalog_add_domain (catalog, id);
}

static void
read_source (TbNative          *self,
             const TbJsonValue *value,
             gpointer           entry)
{
  enum { PUBLISHER, TITLE, PUBLISHED, URL, N_KEYS };
  static const TbNativeKey keys[N_KEYS] = {
    TB_NATIVE_KEY ("publisher"), TB_NATIVE_KEY ("title"), TB_NATIVE_KEY ("published"), TB_NATIVE_KEY ("url"),
  };
  const TbJsonValue *values[N_KEYS];
  TbSource *source = entry;

  if (!tb_native_collect (self, value, keys, N_KEYS, values, &source->unknown))
    return;

  tb_native_read_text (self, values[PUBLISHER], &source->publisher);
  tb_native_read_text (self, values[TITLE], &source->title);
  tb_native_read_day (self, values[PUBLISHED], &source->published);
  tb_native_read_string (self, values[URL], &source->url);
}

static void
read_place (TbNative          *self,
            const TbJsonValue *value,
            gpointer           entry)
{
  enum { NAME, PARENT, N_KEYS };
  static const TbNativeKey keys[N_KEYS] = { TB_NATIVE_KEY ("name"), TB_NATIVE_KEY ("parent") };
  const TbJsonValue *values[N_KEYS];
  TbPlace *place = entry;

  if (!tb_native_collect (self, value, keys, N_KEYS, values, &place->unknown))
    return;

  tb_native_read_text (self, values[NAME], &place->name);
  tb_native_find_place (self, values[PARENT], &place->parent);
}

static void
read_domain (TbNative          *self,
             const TbJsonValue *value,
             gpointer           entry)
{
  static const TbNativeKey keys[] = { TB_NATIVE_KEY ("name") };
  const TbJsonValue *name;
  TbDomain *domain = entry;

  if (tb_native_collect (self, value, keys, 1, &name, &domain->unknown))
    tb_native_read_text (self, name, &domain->name);
}

static void
read_currency (TbNative          *self,
               const TbJsonValue *value,
               TbUnit            *unit)
{
  const char *currency = NULL;
  gboolean good;

  tb_native_read_string (self, value, &currency);
  if (currency == NULL)
    return;

  good = g_ascii_isupper (currency[0]) && g_ascii_isupper (currency[1]) && g_ascii_isupper (currency[2])
         && currency[3] == '\0';
  if (good)
    unit->currency = currency;
  else
    tb_native_fail_type (self, value, _("three capital letters of ISO 4217, such as \"CNY\""));
}

static void
read_per (TbNative          *self,
          const TbJsonValue *value,
          TbUnit            *unit)
{
  TbDecimal per;

  if (tb_native_read_positive (self, value, &per))
    unit->per = tb_decimal_to_double (per);
}

/* What a unit of a kind needs to be of use, and what a key needs beside it. */
static void
check_unit (TbNative          *self,
            const TbJsonValue *value,
            const TbUnit      *unit,
            const TbJsonValue *currency,
            const TbJsonValue *per,
            const TbJsonValue *factor)
{
  if (unit->kind == TB_UNIT_MONEY && currency == NULL)
    tb_json_report_add (self->report, TB_SEVERITY_WARNING, value,
                        _("a unit of money without \"currency\"; expected one such as \"CNY\""));
  if (unit->kind != TB_UNIT_MONEY && currency != NULL)
    tb_json_report_add (self->report, TB_SEVERITY_WARNING, currency,
                        _("\"currency\" has no meaning here; expected it with the kind \"money\" only"));
  if (unit->kind == TB_UNIT_PER && per == NULL)
    tb_json_report_add (self->report, TB_SEVERITY_WARNING, value,
                        _("a unit of the kind \"per\" without \"per\"; expected it, such as 100000"));
  if (unit->kind != TB_UNIT_PER && per != NULL)
    tb_json_report_add (self->report, TB_SEVERITY_WARNING, per,
                        _("\"per\" has no meaning here; expected it with the kind \"per\" only"));
  if (unit->base != NULL && factor == NULL)
    tb_native_require (self, value, factor, "factor");
}

static void
read_unit (TbNative          *self,
           const TbJsonValue *value,
           gpointer           entry)
{
  enum { NAME, KIND, CURRENCY, PER, BASE, FACTOR, N_KEYS };
  static const TbNativeKey keys[N_KEYS] = {
    TB_NATIVE_KEY ("name"), TB_NATIVE_KEY ("kind"), TB_NATIVE_KEY ("currency"),
    TB_NATIVE_KEY ("per"),  TB_NATIVE_KEY ("base"), TB_NATIVE_KEY ("factor"),
  };
  const TbJsonValue *values[N_KEYS];
  TbUnit *unit = entry;
  int kind = TB_UNIT_OTHER;

  if (!tb_native_collect (self, value, keys, N_KEYS, values, &unit->unknown))
    return;

  tb_native_read_text (self, values[NAME], &unit->name);
  tb_native_read_word (self, values[KIND], &tb_unit_kinds, &kind);
  unit->kind = (TbUnitKind) kind;
  read_currency (self, values[CURRENCY], unit);
  read_per (self, values[PER], unit);
  tb_native_find_unit (self, values[BASE], &unit->base);
  tb_native_read_positive (self, values[FACTOR], &unit->factor);
  if (values[FACTOR] != NULL && values[BASE] == NULL)
    tb_native_require (self, value, values[BASE], "base");
  check_unit (self, value, unit, values[CURRENCY], values[PER], values[FACTOR]);
}

static gpointer
add_dimension (TbCatalog  *catalog,
               const char *id)
{
  return tb_catalog_add_dimension (catalog, id);
}

static void
read_categories (TbNative          *self,
                 const TbJsonValue *value,
                 TbDimension       *dimension)
{
  TbJsonIter iter;

  if (!tb_native_check_type (self, value, TB_JSON_OBJECT, N_("an object with a text for each id")))
    return;

  tb_json_iter_init (&iter, value);
  while (tb_json_iter_next (&iter))
    {
      const char *id = NULL;
      TbCategory *category;

      tb_native_read_string (self, iter.key, &id);
      category = id != NULL ? tb_catalog_add_category (self->catalog, dimension, id) : NULL;
      if (category != NULL)
        tb_native_read_text (self, iter.value, &category->name);
    }
}

static void
read_dimension (TbNative          *self,
                const TbJsonValue *value,
                gpointer           entry)
{
  enum { NAME, CATEGORIES, N_KEYS };
  static const TbNativeKey keys[N_KEYS] = { TB_NATIVE_KEY ("name"), TB_NATIVE_KEY ("categories") };
  const TbJsonValue *values[N_KEYS];
  TbDimension *dimension = entry;

  if (!tb_native_collect (self, value, keys, N_KEYS, values, &dimension->unknown))
    return;

  tb_native_read_text (self, values[NAME], &dimension->name);
  read_categories (self, values[CATEGORIES], dimension);
}

static gconstpointer
get_parent (gconstpointer place)
{
  return ((const TbPlace *) place)->parent;
}

static gconstpointer
get_base (gconstpointer unit)
{
  return ((const TbUnit *) unit)->base;
}

static const TableReader source_reader = { add_source, read_source, NULL, NULL };
static const TableReader place_reader = { add_place, read_place, "parent", get_parent };
static const TableReader unit_reader = { add_unit, read_unit, "base", get_base };
static const TableReader domain_reader = { add_domain, read_domain, NULL, NULL };
static const TableReader dimension_reader = { add_dimension, read_dimension, NULL, NULL };

/**
 * tb_native_read_catalog:
 * @self: a reading
 * @sources: (nullable): value of that key
 * @places: (nullable): value of that key
 * @units: (nullable): value of that key
 * @domains: (nullable): value of that key
 *
 * Reads all tables but the indicators.
 */
void
tb_native_read_catalog (TbNative          *self,
                        const TbJsonValue *sources,
                        const TbJsonValue *places,
                        const TbJsonValue *units,
                        const TbJsonValue *domains)
{
  if (sources != NULL && tb_json_get_type (sources) == TB_JSON_OBJECT && tb_json_get_size (sources) > TB_LIMIT_SOURCES)
    {
      tb_json_report_add (self->report, TB_SEVERITY_ERROR, sources,
                          _("there are more sources than can be told apart; expected at most %d"), TB_LIMIT_SOURCES);
      sources = NULL;
    }

  read_table (self, sources, &source_reader);
  read_table (self, places, &place_reader);
  read_table (self, units, &unit_reader);
  read_table (self, domains, &domain_reader);
}

/**
 * tb_native_read_dimensions:
 * @self: a reading
 * @dimensions: (nullable): value of that key
 *
 * Reads what breakdowns are by, and what their values are called.
 */
void
tb_native_read_dimensions (TbNative          *self,
                           const TbJsonValue *dimensions)
{
  read_table (self, dimensions, &dimension_reader);
}
