/* Makes the dataset of a cube, and reports what was found on the way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cube-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An id made of words has no more characters. */
#define MAX_SLUG 64

/* Of a text in place of a number. */
#define SHOWN_BYTES 60

/* Series that are finished between two looks at the cancellable. */
#define STRIDE 256

/* Letters and digits of a wording, without capitals; whatever stands between becomes one "-". */
static char *
make_slug (const char *wording)
{
  GString *slug = g_string_new (NULL);
  gboolean is_between = FALSE;
  guint n = 0;

  for (const char *p = wording; *p != '\0' && n < MAX_SLUG; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (!g_unichar_isalnum (c))
        {
          is_between = slug->len > 0;
          continue;
        }
      if (is_between)
        g_string_append_c (slug, '-');
      g_string_append_unichar (slug, c);
      is_between = FALSE;
      n++;
    }

  return g_string_free_and_steal (slug);
}

/* The file's name without what follows its last dot. */
static char *
dup_stem (const char *name)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  return dot != NULL && dot > name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name != NULL ? name : "");
}

static void
settle_title (TbCube *self)
{
  g_autofree char *stem = dup_stem (self->input->name);

  if (tb_text_is_empty (&self->info.title))
    self->info.title = self->subject.label;
  if (tb_text_is_empty (&self->info.title))
    self->info.title = tb_cube_text (self, stem);
  if (tb_text_is_empty (&self->info.title))
    self->info.title = tb_cube_text (self, _("Untitled"));
}

static void
settle_subject (TbCube *self)
{
  TbCubeCode *subject = &self->subject;
  g_autofree char *slug = NULL;

  if (tb_text_is_empty (&subject->label))
    subject->label = self->info.title;
  if (subject->id != NULL && *subject->id != '\0')
    return;

  slug = make_slug (tb_text_get (&subject->label, TB_LANGUAGE_EN));
  subject->id = tb_pool_intern (self->pool, *slug != '\0' ? slug : "figures");
}

/* "Dimension: code", a line each, of dimensions with a single code. */
static void
add_constants (TbCube              *self,
               const TbCubeCatalog *catalog)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint32 i = 0; i < self->n_keys; i++)
    {
      guint32 d = self->key_dimensions[i];
      const TbCubeDimension *dimension = tb_cube_get_dimension (self, d);
      const TbCubeCode *code;
      const char *label;

      if (catalog->is_breakdown[d] || d == catalog->place_dimension || d == catalog->indicator_dimension
          || d == catalog->unit_dimension || dimension->codes->len == 0)
        continue;
      code = tb_cube_dimension_get_code (dimension, 0);
      label = tb_text_get (&code->label, TB_LANGUAGE_EN);
      g_string_append_printf (lines, "%s%s: %s", lines->len > 0 ? "\n" : "",
                              dimension->label != NULL ? dimension->label : dimension->id,
                              label != NULL && *label != '\0' ? label : code->id);
    }

  tb_cube_append_lines (self, &self->info.description, lines->str);
}

/* The first line of the first is enough to find them, and may be as long as a page. */
static void
report_texts (TbCube *self)
{
  const char *text = self->first_text != NULL ? self->first_text : "";
  const gsize length = MIN (strcspn (text, "\n"), SHOWN_BYTES);
  g_autofree char *start = g_utf8_make_valid (text, (gssize) length);
  g_autofree char *shown = g_strdup_printf ("\"%s\"", start);
  const guint n_texts = (guint) MIN (self->n_texts, G_MAXUINT);

  tb_cube_warn (self, ngettext ("%u figure is no number that can be read, %s; it stays as a note",
                                "%u figures are no numbers that can be read, the first is %s; they stay as notes",
                                n_texts), n_texts, shown);
}

/* What is counted over all series, to be reported once. */
typedef struct
{
  gsize n_repeated;
  guint n_contradicted;  /* series of which a multiplier is not the one that their unit says */
} Counts;

/* @said is what the wording of the unit says: 1000000 for "MIO_EUR". */
static gboolean
contradicts (const TbSeries *series,
             TbDecimal       said)
{
  if (tb_decimal_identical (said, TB_DECIMAL_ONE))
    return FALSE;

  for (guint i = 0; i < tb_series_get_n_multipliers (series); i++)
    {
      if (tb_decimal_compare (tb_series_get_multiplier (series, i), said) != 0)
        return TRUE;
    }

  return FALSE;
}

static void
report_counts (TbCube       *self,
               const Counts *counts)
{
  const gsize n_repeated = counts->n_repeated;

  if (counts->n_contradicted > 0)
    tb_cube_warn (self, ngettext ("figures of %u series have another multiplier than the name of their unit says; the "
                                  "one beside the figures is taken",
                                  "figures of %u series have other multipliers than the names of their units say; "
                                  "those beside the figures are taken", counts->n_contradicted),
                                    counts->n_contradicted);
  if (n_repeated > 0)
    tb_cube_warn (self, ngettext ("%zu figure is given for a series and period that has one already; "
                                  "both are kept",
                                  "%zu figures are given for series and periods that have one already; "
                                  "all are kept", (gulong) n_repeated), n_repeated);
  if (self->n_unknown_periods > 0)
    tb_cube_warn (self, ngettext ("%u period of no known spelling, \"%s\", is kept as a text that is not computed with",
                                  "%u periods of no known spelling, the first being \"%s\", are kept as texts that are "
                                  "not computed with", self->n_unknown_periods), self->n_unknown_periods,
                  self->unknown_period);
  if (self->n_texts > 0)
    report_texts (self);
  if (self->n_figures == 0)
    tb_cube_warn (self, _("the file describes figures, but has none"));
  else if (self->n_numbers == 0)
    tb_cube_warn (self, _("none of the figures has a number"));
}

static void
count_unstated (TbCube *self)
{
  gsize n_unstated = 0;

  for (gsize i = 0; i < tb_catalog_get_n_indicators (self->catalog); i++)
    n_unstated += tb_catalog_get_indicator (self->catalog, i)->measure == TB_MEASURE_UNSTATED ? 1 : 0;
  if (self->input->plan != NULL)
    tb_plan_set_n_unstated (self->input->plan, n_unstated);
}

/* FALSE: cancelled. */
static gboolean
finish_series (TbCube              *self,
               const TbCubeCatalog *catalog,
               GPtrArray           *list,
               Counts              *counts)
{
  for (guint32 s = 0; s < self->series->len; s++)
    {
      TbCubeSeries *it = &g_array_index (self->series, TbCubeSeries, s);
      TbSeriesInfo info;
      TbSeries *series;

      if (s % STRIDE == 0 && !tb_cube_step (self))
        return FALSE;
      tb_cube_catalog_describe (catalog, s, &info);
      tb_series_builder_settle (it->builder, &info, catalog->source);
      series = tb_series_builder_finish (it->builder);
      g_clear_pointer (&it->builder, tb_series_builder_free);
      counts->n_repeated += tb_series_count_repeated (series);
      counts->n_contradicted += contradicts (series, info.multiplier);
      g_ptr_array_add (list, series);
    }

  return TRUE;
}

/**
 * tb_cube_finish:
 * @self: a cube that has begun
 *
 * Makes the dataset of all figures that were added, and reports, once each: figures
 * of the same series and period, multipliers that contradict the unit, periods of no
 * known spelling, texts in place of numbers, and that there is no number at all. The cube is of no use afterwards.
 *
 * Returns: (transfer full) (nullable): the dataset; %NULL where an error was reported,
 *   or cancelled
 */
TbDataset *
tb_cube_finish (TbCube *self)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_series_unref);
  g_auto (TbCubeCatalog) catalog = { 0 };
  const char *format = self->input->plan != NULL ? tb_plan_get_format (self->input->plan) : "";
  Counts counts = { 0 };

  g_return_val_if_fail (self->has_begun || self->has_failed, NULL);

  if (self->has_failed)
    return NULL;

  settle_title (self);
  settle_subject (self);
  if (self->info.format == NULL)
    self->info.format = tb_pool_intern (self->pool, *format != '\0' ? format : "dataset");
  tb_cube_catalog_init (&catalog, self);
  add_constants (self, &catalog);
  if (!finish_series (self, &catalog, list, &counts))
    return NULL;

  tb_cube_hint_decimals (list);
  report_counts (self, &counts);
  count_unstated (self);
  return tb_dataset_new (&self->info, self->catalog, (TbSeries **) list->pdata, list->len);
}
