/* Where a figure comes from, and what it is: what the source panel says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-source-sheet-private.h"

#include "tb-figure-text.h"
#include "tb-known.h"
#include "tb-published.h"
#include "tb-standing.h"

#include <glib/gi18n-lib.h>

static void
clear_row (gpointer data)
{
  TbSourceRow *row = data;

  g_free (row->label);
  g_free (row->text);
  g_free (row->url);
}

static void
clear_group (gpointer data)
{
  g_array_unref (((TbSourceGroup *) data)->rows);
}

void
tb_source_begin_group (TbSourceWriter *writer,
                       const char     *title)
{
  TbSourceGroup group = { .title = title, .rows = g_array_new (FALSE, FALSE, sizeof (TbSourceRow)) };

  g_array_set_clear_func (group.rows, clear_row);
  g_array_append_val (writer->sheet->groups, group);
}

/* A heading without rows says nothing. */
void
tb_source_end_group (TbSourceWriter *writer)
{
  guint last = writer->sheet->groups->len - 1;

  if (g_array_index (writer->sheet->groups, TbSourceGroup, last).rows->len == 0)
    g_array_remove_index (writer->sheet->groups, last);
}

/* Takes @text; nothing is added where there is none. */
void
tb_source_take_row (TbSourceWriter *writer,
                    const char     *label,
                    char           *text,
                    const char     *url)
{
  guint last = writer->sheet->groups->len - 1;
  TbSourceRow row = { g_strdup (label), text, g_strdup (url) };

  if (text == NULL || *text == '\0')
    clear_row (&row);
  else
    g_array_append_val (g_array_index (writer->sheet->groups, TbSourceGroup, last).rows, row);
}

static void
add_text (TbSourceWriter *writer,
          const char     *label,
          const TbText   *text)
{
  if (!tb_text_is_empty (text))
    tb_source_take_row (writer, label, tb_text_dup_marked (text, writer->language), NULL);
}

char *
tb_source_dup_value (const TbSourceWriter *writer,
                     gsize                 row,
                     const TbObservation  *observation)
{
  const TbSeries *series = writer->figure.series;
  TbNumberScale scale = tb_figure_scale (series, (guint32[]) { (guint32) row }, 1, writer->language);

  return tb_figure_dup_with_unit (series, observation, scale, writer->language);
}

/* The words of figures stand within sentences; here they begin one. */
static char *
dup_capital (const char *words)
{
  char *text = g_strdup (words);

  text[0] = g_ascii_toupper (text[0]);
  return text;
}

static char *
dup_period (const TbSourceWriter *writer)
{
  const TbObservation *o = &writer->observation;

  if (o->period.kind == TB_PERIOD_NONE)
    return g_strdup (_("No date is given"));
  return tb_period_label (o->period, writer->language, TB_PERIOD_LABEL_FULL);
}

/* "H1 2021 · target" */
static char *
dup_when (const TbSourceWriter *writer)
{
  g_autofree char *period = dup_period (writer);
  TbKind kind = writer->observation.kind;

  if (kind == TB_KIND_ACTUAL)
    return g_steal_pointer (&period);
  /* Translators: a period, and what its figure is: "2023 · target" */
  return g_strdup_printf (_("%s · %s"), period, tb_vocabulary_word (&tb_kinds, (int) kind, writer->language));
}

/* "E: estimated; P: provisional" */
static char *
dup_status (const TbSourceWriter *writer)
{
  g_autofree char *letters = tb_status_to_letters (writer->observation.status);
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *c = letters; *c != '\0'; c++)
    {
      if (text->len > 0)
        g_string_append (text, _("; "));
      /* Translators: a status code, and what it means: "E: estimated" */
      g_string_append_printf (text, _("%c: %s"), *c, tb_status_word (*c, writer->language));
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* As the file has it, with all of its digits and before any scale. */
static char *
dup_printed (const TbSourceWriter *writer)
{
  const TbObservation *o = &writer->observation;
  g_autofree char *digits = NULL;
  g_autofree char *multiplier = NULL;

  if (!o->has_value)
    return NULL;
  digits = o->extra != NULL && o->extra->digits != NULL ? g_strdup (o->extra->digits) : tb_decimal_to_string (o->value);
  if (tb_decimal_compare (o->multiplier, TB_DECIMAL_ONE) == 0)
    return g_steal_pointer (&digits);
  multiplier = tb_decimal_to_string (o->multiplier);
  /* Translators: a number as a publication prints it, and what it counts in: "4.5 × 10000" */
  return g_strdup_printf (_("%s × %s"), digits, multiplier);
}

static char *
dup_measure (const TbSourceWriter *writer)
{
  const TbSeriesInfo *info = writer->info;
  g_autofree char *measure = dup_capital (tb_vocabulary_word (&tb_measures, (int) info->measure, writer->language));

  if (info->measure != TB_MEASURE_CUMULATIVE || info->since == TB_SINCE_NONE)
    return g_steal_pointer (&measure);
  /* Translators: what a figure measures, and since when: "cumulative total, since the start of the year" */
  return g_strdup_printf (_("%s, %s"), measure, tb_vocabulary_word (&tb_sinces, (int) info->since, writer->language));
}

/* "Q1 2023, year to date". The extent of what nobody stated is but the format's default. */
static char *
dup_extent (const TbSourceWriter *writer)
{
  g_autofree char *period = dup_period (writer);
  TbBasis basis = writer->observation.basis;

  if (writer->info->measure == TB_MEASURE_UNSTATED && basis == TB_BASIS_AS_OF)
    return g_steal_pointer (&period);
  /* Translators: a period, and which part of time its figure covers: "Q1 2023, year to date" */
  return g_strdup_printf (_("%s, %s"), period, tb_vocabulary_word (&tb_bases, (int) basis, writer->language));
}

static void
write_target (TbSourceWriter *writer)
{
  const TbObservation *o = &writer->observation;
  TbDay deadline;

  if (o->kind != TB_KIND_TARGET && o->kind != TB_KIND_PLAN)
    return;
  deadline = tb_target_get_deadline (writer->figure);
  if (deadline != 0)
    tb_source_take_row (writer, _("Deadline"), tb_day_label (deadline, writer->language), NULL);
  if (o->extra == NULL)
    return;
  if (o->extra->target.binding == TB_YES)
    tb_source_take_row (writer, _("Kind of Target"), g_strdup (_("Binding")), NULL);
  else if (o->extra->target.binding == TB_NO)
    tb_source_take_row (writer, _("Kind of Target"), g_strdup (_("Indicative")), NULL);
}

static void
write_figure (TbSourceWriter *writer)
{
  const TbObservation *o = &writer->observation;
  TbLanguage language = writer->language;

  tb_source_begin_group (writer, _("What It Is"));
  tb_source_take_row (writer, _("Period"), dup_extent (writer), NULL);
  tb_source_take_row (writer, _("Measure"), dup_measure (writer), NULL);
  tb_source_take_row (writer, _("Nature"), dup_capital (tb_vocabulary_word (&tb_kinds, (int) o->kind, language)), NULL);
  if (o->has_value)
    tb_source_take_row (writer, _("Qualifier"),
                        dup_capital (tb_vocabulary_word (&tb_qualifiers, (int) o->qualifier, language)), NULL);
  tb_source_take_row (writer, _("As Printed"), dup_printed (writer), NULL);
  tb_source_take_row (writer, _("Status"), dup_status (writer), NULL);
  add_text (writer, _("Coverage"), tb_series_get_scope (writer->info));
  if (o->extra != NULL)
    add_text (writer, _("New Definition"), &o->extra->definition);
  tb_source_take_row (writer, _("Published Change"), tb_published_dup_change (writer->figure, language), NULL);
  write_target (writer);
  add_text (writer, _("Indicator"), &writer->info->indicator->description);
  tb_source_end_group (writer);
}

TbDay
tb_source_get_vintage (const TbObservation *observation)
{
  return observation->extra != NULL ? observation->extra->vintage : 0;
}

static void
write_source (TbSourceWriter *writer)
{
  const TbObservation *o = &writer->observation;
  const TbSource *source = o->source;
  TbLanguage language = writer->language;

  tb_source_begin_group (writer, _("Source"));
  if (source == NULL)
    tb_source_take_row (writer, _("Publisher"), g_strdup (_("The file names none for this figure.")), NULL);
  else
    {
      add_text (writer, _("Publisher"), &source->publisher);
      add_text (writer, _("Publication"), &source->title);
      if (source->published != 0)
        tb_source_take_row (writer, _("Published"), tb_day_label (source->published, language), NULL);
      tb_source_take_row (writer, _("Link"), g_strdup (source->url), source->url);
    }
  if (tb_source_get_vintage (o) != 0)
    tb_source_take_row (writer, _("Vintage"), tb_day_label (tb_source_get_vintage (o), language), NULL);
  if (o->extra != NULL)
    add_text (writer, _("Note"), &o->extra->note);
  tb_source_end_group (writer);
}

/**
 * tb_source_sheet_new:
 * @figure: a row of a series, which has to stay as long as this is being made
 * @language: the reader's language
 *
 * Gathers what is known of a figure: what it is, who published it, who says the
 * same, who says otherwise, and its other vintages.
 *
 * Thread: any. Cost: O(log n) where the rows are in order, else O(n).
 *
 * Returns: (transfer full): the texts
 */
TbSourceSheet *
tb_source_sheet_new (TbFigure   figure,
                     TbLanguage language)
{
  TbSourceWriter writer = { .figure = figure, .info = tb_series_get_info (figure.series), .language = language,
                    .sheet = g_new0 (TbSourceSheet, 1) };

  tb_series_get (figure.series, figure.row, &writer.observation);
  writer.sheet->groups = g_array_new (FALSE, FALSE, sizeof (TbSourceGroup));
  g_array_set_clear_func (writer.sheet->groups, clear_group);
  writer.sheet->name = tb_series_dup_name (figure.series, language, TRUE);
  writer.sheet->value = tb_source_dup_value (&writer, figure.row, &writer.observation);
  writer.sheet->when = dup_when (&writer);
  write_source (&writer);
  tb_source_write_others (&writer);
  write_figure (&writer);
  return writer.sheet;
}

void
tb_source_sheet_free (TbSourceSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->value);
  g_free (self->when);
  g_array_unref (self->groups);
  g_free (self);
}

/**
 * tb_source_sheet_dup_text:
 * @self: what is known of a figure
 *
 * Writes all of it as lines, for the clipboard.
 *
 * Returns: (transfer full): the text
 */
char *
tb_source_sheet_dup_text (const TbSourceSheet *self)
{
  g_autoptr (GString) text = g_string_new (self->name);

  g_string_append_printf (text, "\n%s\n%s\n", self->value, self->when);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const TbSourceGroup *group = &g_array_index (self->groups, TbSourceGroup, i);

      g_string_append_printf (text, "\n%s\n", group->title);
      for (guint j = 0; j < group->rows->len; j++)
        {
          const TbSourceRow *row = &g_array_index (group->rows, TbSourceRow, j);
          g_auto (GStrv) lines = g_strsplit (row->text, "\n", -1);
          g_autofree char *joined = g_strjoinv ("; ", lines);

          /* Translators: a line of text: what it tells, and what that is */
          g_string_append_printf (text, _("%s: %s\n"), row->label, joined);
        }
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}
