/* Copies what computed figures refer to into a catalog of their own.
 *
 * They have units that their source knows nothing of, and a catalog in use is
 * not added to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-derived-private.h"

void
tb_import_init (TbImport *self)
{
  g_autoptr (TbPool) pool = tb_pool_new ();

  self->catalog = tb_catalog_new (pool);
  self->n_decimals = -1;
}

void
tb_import_clear (TbImport *self)
{
  g_clear_pointer (&self->catalog, tb_catalog_unref);
}

static const char *
copy_string (TbImport   *self,
             const char *text)
{
  return text != NULL ? tb_pool_intern (tb_catalog_get_pool (self->catalog), text) : NULL;
}

TbText
tb_import_text (TbImport     *self,
                const TbText *text)
{
  TbTextEntry *entries;

  if (tb_text_is_empty (text))
    return (TbText) { NULL, 0 };

  entries = tb_pool_alloc0 (tb_catalog_get_pool (self->catalog), text->n_entries * sizeof *entries);
  for (guint i = 0; i < text->n_entries; i++)
    entries[i] = (TbTextEntry) { copy_string (self, text->entries[i].language),
                                 copy_string (self, text->entries[i].text) };

  return (TbText) { entries, text->n_entries };
}

static gboolean
is_same_unit (const TbUnit *a,
              const TbUnit *b)
{
  return a->kind == b->kind && g_strcmp0 (a->currency, b->currency) == 0 && tb_text_equal (&a->name, &b->name)
         && !(a->per < b->per) && !(a->per > b->per) && (a->base == NULL) == (b->base == NULL)
         && (a->base == NULL || (is_same_unit (a->base, b->base) && tb_decimal_compare (a->factor, b->factor) == 0));
}

/* Of two units of one id, one was computed: the later one gets a number. */
static const TbUnit *
import_unit (TbImport     *self,
             const TbUnit *unit)
{
  g_autofree char *id = g_strdup (unit->id);
  const TbUnit *found = tb_catalog_find_unit (self->catalog, id);
  TbUnit *copy;

  for (int i = 2; found != NULL && !is_same_unit (found, unit); i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%d", unit->id, i);
      found = tb_catalog_find_unit (self->catalog, id);
    }
  if (found != NULL)
    return found;

  copy = tb_catalog_add_unit (self->catalog, id);
  copy->name = tb_import_text (self, &unit->name);
  copy->kind = unit->kind;
  copy->currency = copy_string (self, unit->currency);
  copy->per = unit->per;
  copy->factor = unit->factor;
  copy->base = unit->base != NULL ? import_unit (self, unit->base) : NULL;

  return copy;
}

const TbPlace *
tb_import_place (TbImport      *self,
                 const TbPlace *place)
{
  const TbPlace *found = tb_catalog_find_place (self->catalog, place->id);
  TbPlace *copy;

  if (found != NULL)
    return found;

  copy = tb_catalog_add_place (self->catalog, place->id);
  copy->name = tb_import_text (self, &place->name);
  copy->parent = place->parent != NULL ? tb_import_place (self, place->parent) : NULL;

  return copy;
}

const TbSource *
tb_import_source (TbImport       *self,
                  const TbSource *source)
{
  const TbSource *found = tb_catalog_find_source (self->catalog, source->id);
  TbSource *copy;

  if (found != NULL)
    return found;

  copy = tb_catalog_add_source (self->catalog, source->id);
  copy->publisher = tb_import_text (self, &source->publisher);
  copy->title = tb_import_text (self, &source->title);
  copy->published = source->published;
  copy->url = copy_string (self, source->url);

  return copy;
}

static const TbDomain *
import_domain (TbImport       *self,
               const TbDomain *domain)
{
  const TbDomain *found = tb_catalog_find_domain (self->catalog, domain->id);
  TbDomain *copy;

  if (found != NULL)
    return found;

  copy = tb_catalog_add_domain (self->catalog, domain->id);
  copy->name = tb_import_text (self, &domain->name);

  return copy;
}

static TbIndicator *
add_indicator (TbImport   *self,
               const char *id,
               const char *suffix)
{
  g_autofree char *suffixed = suffix != NULL ? g_strdup_printf ("%s-%s", id, suffix) : g_strdup (id);
  TbIndicator *copy = tb_catalog_add_indicator (self->catalog, suffixed);

  for (int i = 2; copy == NULL; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s-%d", suffixed, i);

      copy = tb_catalog_add_indicator (self->catalog, numbered);
    }

  return copy;
}

/* What the indicator is of stays; what the figures are is said anew. */
static const TbIndicator *
import_indicator (TbImport           *self,
                  const TbSeriesInfo *info,
                  const char         *suffix)
{
  const TbIndicator *indicator = info->indicator;
  const TbIndicator *found = suffix == NULL ? tb_catalog_find_indicator (self->catalog, indicator->id) : NULL;
  TbIndicator *copy;

  if (found != NULL)
    return found;

  copy = add_indicator (self, indicator->id, suffix);
  copy->name = tb_import_text (self, &indicator->name);
  copy->domain = indicator->domain != NULL ? import_domain (self, indicator->domain) : NULL;
  copy->unit = import_unit (self, info->unit);
  copy->measure = info->measure;
  copy->since = info->since;
  copy->since_day = info->since_day;
  copy->direction = indicator->direction;
  copy->direction_said = indicator->direction_said;
  copy->decimals = self->n_decimals >= 0 ? self->n_decimals : info->unit == indicator->unit ? indicator->decimals : -1;
  copy->scope = tb_import_text (self, &indicator->scope);
  copy->description = tb_import_text (self, &indicator->description);
  copy->is_parameter = indicator->is_parameter && info->measure == TB_MEASURE_STOCK;
  copy->additive = indicator->additive;
  copy->sa = info->sa;
  copy->price_basis = copy_string (self, info->price_basis);

  return copy;
}

static const TbCategory *
import_category (TbImport         *self,
                 const TbCategory *category)
{
  const TbDimension *from = category->dimension;
  const TbCategory *found = tb_catalog_find_category (self->catalog, from->id, category->id);
  TbDimension *dimension;
  TbCategory *copy;

  if (found != NULL)
    return found;

  dimension = (TbDimension *) tb_catalog_find_dimension (self->catalog, from->id);
  if (dimension == NULL)
    {
      dimension = tb_catalog_add_dimension (self->catalog, from->id);
      dimension->name = tb_import_text (self, &from->name);
    }
  copy = tb_catalog_add_category (self->catalog, dimension, category->id);
  if (copy != NULL)
    copy->name = tb_import_text (self, &category->name);

  return copy;
}

void
tb_import_info (TbImport           *self,
                const TbSeriesInfo *info,
                const char         *suffix,
                TbSeriesInfo       *out_info)
{
  TbBreakdown *breakdown = NULL;

  if (info->n_breakdown > 0)
    breakdown = tb_pool_alloc0 (tb_catalog_get_pool (self->catalog), info->n_breakdown * sizeof *breakdown);
  for (guint i = 0; i < info->n_breakdown; i++)
    {
      const TbBreakdown *from = &info->breakdown[i];

      breakdown[i] = (TbBreakdown) { copy_string (self, from->dimension), copy_string (self, from->value),
                                     from->category != NULL ? import_category (self, from->category) : NULL };
    }

  *out_info = *info;
  out_info->indicator = import_indicator (self, info, suffix);
  out_info->unit = import_unit (self, info->unit);
  out_info->place = info->place != NULL ? tb_import_place (self, info->place) : NULL;
  out_info->breakdown = breakdown;
  out_info->scope = tb_import_text (self, &info->scope);
  out_info->multiplier = TB_DECIMAL_ONE;
  out_info->price_basis = copy_string (self, info->price_basis);
  out_info->unknown = NULL;
}
