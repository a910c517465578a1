/* Computed figures as a dataset of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-derived-private.h"

#include <string.h>

/* The note of the point before is most often the note of this one. */
typedef struct
{
  char  *en;
  TbText text;
} LastNote;

static void
set_note (const TbDerived    *self,
          gsize               i,
          TbImport           *import,
          LastNote           *last,
          TbObservation      *o,
          TbObservationExtra *extra)
{
  g_autofree char *en = NULL;

  if (!tb_derived_has_note (self, i))
    return;

  en = tb_derived_dup_note (self, i, TB_LANGUAGE_EN);
  if (en == NULL)
    return;
  if (g_strcmp0 (en, last->en) != 0)
    {
      g_autofree char *zh = tb_derived_dup_note (self, i, TB_LANGUAGE_ZH);

      last->text = tb_transform_make_text (tb_catalog_get_pool (import->catalog), en, zh);
      g_free (last->en);
      last->en = g_steal_pointer (&en);
    }
  extra->note = last->text;
  o->extra = extra;
}

/* The points as a series of the catalog, row by row; @info is a copy of theirs in it. */
static TbSeries *
make_series (const TbDerived    *self,
             TbImport           *import,
             const TbSeriesInfo *info)
{
  g_autoptr (TbSeriesBuilder) builder = tb_series_builder_new (import->catalog, info, self->n);
  const TbSource *source = NULL;
  const TbSource *copy = NULL;
  LastNote last = { NULL, { NULL, 0 } };

  for (gsize i = 0; i < self->n; i++)
    {
      const TbTerm *term = &self->terms[i];
      TbObservationExtra extra = { 0 };
      TbObservation o = { .period = term->point.period, .multiplier = TB_DECIMAL_ONE, .kind = self->kind,
                          .basis = (TbBasis) term->basis, .status = term->point.status };

      if (term->source != source)
        copy = term->source != NULL ? tb_import_source (import, term->source) : NULL;
      source = term->source;
      o.source = copy;
      /* Y-5: no publication has it. SDMX's I is what a receiver fills a gap with. */
      if (term->point.implied)
        o.status |= TB_STATUS_IMPUTED;
      if (term->point.kind == TB_VERDICT_INVALID)
        o.status |= TB_STATUS_MISSING;
      else
        tb_interval_write (&term->point.value, &o, &extra);
      set_note (self, i, import, &last, &o, &extra);
      tb_series_builder_add (builder, &o);
    }
  g_free (last.en);

  return tb_series_builder_finish (builder);
}

static char *
describe_in (TbDerived *const *derived,
             gsize             n_derived,
             TbLanguage        language)
{
  static const TbPhrase form = { { "%s%s: %s", "%s%s：%s" } };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < n_derived; i++)
    {
      g_autofree char *name = tb_series_dup_name (derived[i]->source, language, TRUE);
      g_autofree char *method = tb_derived_dup_method (derived[i], language);

      if (*method != '\0')
        g_string_append_printf (text, form.in[language], text->len > 0 ? "\n" : "", name, method);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What was done (F-1). */
static TbText
describe (TbImport         *import,
          TbDerived *const *derived,
          gsize             n_derived)
{
  g_autofree char *en = describe_in (derived, n_derived, TB_LANGUAGE_EN);
  g_autofree char *zh = describe_in (derived, n_derived, TB_LANGUAGE_ZH);

  if (*en == '\0')
    return (TbText) { NULL, 0 };

  return tb_transform_make_text (tb_catalog_get_pool (import->catalog), en, zh);
}

/* @series: (nullable): those of its indicator. */
static gboolean
is_taken (const GPtrArray    *series,
          const TbSeriesInfo *info)
{
  for (guint i = 0; series != NULL && i < series->len; i++)
    {
      const TbSeriesInfo *other = tb_series_get_info (g_ptr_array_index (series, i));

      if (other->place == info->place && other->unit == info->unit
          && other->measure == info->measure && tb_text_equal (&other->scope, &info->scope)
          && tb_series_same_breakdown (other, info))
        return TRUE;
    }

  return FALSE;
}

/* @by_indicator: of GPtrArray of TbSeries. */
static void
add_series (const TbDerived *self,
            TbImport        *import,
            guint16          year_start,
            GPtrArray       *series,
            GHashTable      *by_indicator)
{
  const char *suffix = self->n_records > 0
                         ? tb_transform_get_name (self->records[self->n_records - 1].transform.kind) : "again";
  TbSeriesInfo info;
  GPtrArray *own;

  tb_import_info (import, &self->info, NULL, &info);
  if (is_taken (g_hash_table_lookup (by_indicator, info.indicator), &info))
    tb_import_info (import, &self->info, suffix, &info);
  info.year_start_said = info.year_start != year_start;
  g_ptr_array_add (series, make_series (self, import, &info));
  own = g_hash_table_lookup (by_indicator, info.indicator);
  if (own == NULL)
    {
      own = g_ptr_array_new ();
      g_hash_table_insert (by_indicator, (gpointer) info.indicator, own);
    }
  g_ptr_array_add (own, g_ptr_array_index (series, series->len - 1));
}

static const char *
intern (TbImport   *import,
        const char *text)
{
  return text != NULL ? tb_pool_intern (tb_catalog_get_pool (import->catalog), text) : NULL;
}

/**
 * tb_derived_to_dataset:
 * @derived: (array length=n_derived): computed figures
 * @n_derived: how many
 * @from: the dataset that they were computed from
 *
 * Makes a dataset of one or several transformations, with all places and sources
 * of @from, its title, publisher and date. The steps and formulas stand in the
 * description. Series of one indicator that would be the same have the name of
 * the last step put to the indicator's id. Row i of a series is point i.
 *
 * Unit: that of tb_derived_get_info(), multiplier 1; exact sums and differences
 *   keep their digits, other numbers have as many as read back to them.
 * Missing: a point without a number has status M, and its reason as a note.
 * Thread: any.
 *
 * Returns: (transfer full): a dataset that can be written as any other
 */
TbDataset *
tb_derived_to_dataset (TbDerived *const *derived,
                       gsize             n_derived,
                       const TbDataset  *from)
{
  const TbDatasetInfo *old = tb_dataset_get_info (from);
  const TbCatalog *catalog = tb_dataset_get_catalog ((TbDataset *) from);
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_series_unref);
  g_autoptr (GHashTable) by_indicator = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  TbDatasetInfo info = { .format = "dataset/1", .updated = old->updated, .year_start = old->year_start };
  TbImport import;
  TbDataset *dataset;

  tb_import_init (&import);
  info.title = tb_import_text (&import, &old->title);
  info.publisher = tb_import_text (&import, &old->publisher);
  info.licence = intern (&import, old->licence);
  info.description = describe (&import, derived, n_derived);
  for (gsize i = 0; i < n_derived; i++)
    add_series (derived[i], &import, info.year_start, series, by_indicator);
  for (gsize i = 0; i < tb_catalog_get_n_places (catalog); i++)
    tb_import_place (&import, tb_catalog_get_place (catalog, i));
  for (gsize i = 0; i < tb_catalog_get_n_sources (catalog); i++)
    tb_import_source (&import, tb_catalog_get_source (catalog, i));
  dataset = tb_dataset_new (&info, import.catalog, (TbSeries **) series->pdata, series->len);
  tb_import_clear (&import);

  return dataset;
}
