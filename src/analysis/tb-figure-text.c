/* One figure in words: with its qualifier, unit, period, status and source.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-private.h"
#include "tb-known.h"
#include "tb-published.h"

#include <string.h>

static const TbPhrase list_separators = { { "; ", "；" } };
static const TbPhrase colons = { { ": ", "：" } };
static const TbPhrase commas = { { ", ", "，" } };

/* One letter and its stop are an initial or an abbreviation, "a.m.". */
static gboolean
ends_with_stop (const GString *text)
{
  return text->len > 2 && text->str[text->len - 1] == '.' && g_ascii_isalnum (text->str[text->len - 2])
         && g_ascii_isalnum (text->str[text->len - 3]);
}

/**
 * tb_text_join:
 * @text: what there is already
 * @part: (nullable): what comes after it
 * @language: the reader's language
 *
 * Appends a part to a list of them. A note may end in a full stop, which does not
 * stand before a semicolon.
 */
void
tb_text_join (GString    *text,
              const char *part,
              TbLanguage  language)
{
  static const char stop[] = "。";

  if (part == NULL || *part == '\0')
    return;
  if (g_str_has_suffix (text->str, stop))
    g_string_truncate (text, text->len - strlen (stop));
  else if (ends_with_stop (text))
    g_string_truncate (text, text->len - 1);
  if (text->len > 0)
    g_string_append (text, list_separators.in[language]);
  g_string_append (text, part);
}

static void
append_part (GString    *text,
             const char *separator,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

static void
append_status (GString             *text,
               const TbObservation *o,
               TbLanguage           language)
{
  g_autofree char *letters = tb_status_to_letters (o->status);

  for (const char *p = letters; *p != '\0'; p++)
    append_part (text, commas.in[language], tb_status_word (*p, language));
}

static char *
dup_published_change (const TbSeries *series,
                      gsize           row,
                      TbLanguage      language)
{
  static const TbPhrase published = { { "published: ", "公布：" } };
  g_autofree char *change = tb_published_dup_change ((TbFigure) { series, row }, language);

  return change != NULL ? g_strconcat (published.in[language], change, NULL) : NULL;
}

/* Who published a figure, and when; NULL where no source is given. */
char *
tb_figure_dup_source (const TbSource *source,
                      TbLanguage      language)
{
  g_autofree char *name = NULL;
  g_autofree char *date = NULL;

  if (source == NULL)
    return NULL;
  name = tb_text_is_empty (&source->publisher) ? tb_text_dup_marked (&source->title, language)
                                               : tb_text_dup_marked (&source->publisher, language);
  if (source->published == 0)
    return g_steal_pointer (&name);
  date = tb_day_label (source->published, language);

  return g_strconcat (name, commas.in[language], date, NULL);
}

/* Kind, basis and status: what the number is. */
static char *
dup_nature (const TbSeriesInfo  *info,
            const TbObservation *o,
            TbLanguage           language)
{
  g_autoptr (GString) text = g_string_new (tb_vocabulary_word (&tb_kinds, (int) o->kind, language));

  /* The basis of what nobody stated is but the default of the format. */
  if (info->measure != TB_MEASURE_UNSTATED || o->basis != TB_BASIS_AS_OF)
    append_part (text, commas.in[language], tb_vocabulary_word (&tb_bases, (int) o->basis, language));
  append_status (text, o, language);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What a figure beside another one of the same period says, and by whom: "in conflict
 * with 2 beds, Bureau B", "also 6 beds". */
static char *
dup_rival (const TbSeries *series,
           gsize           row,
           TbLanguage      language)
{
  static const TbPhrase conflicting = { { "in conflict with ", "与此不一致：" } };
  static const TbPhrase also = { { "also ", "另有：" } };
  TbNumberScale scale = tb_figure_scale (series, (guint32[]) { (guint32) row }, 1, language);
  g_autofree char *number = NULL;
  g_autofree char *source = NULL;
  TbObservation o;

  tb_series_get (series, row, &o);
  number = tb_figure_dup_with_unit (series, &o, scale, language);
  source = tb_figure_dup_source (o.source, language);

  return g_strconcat (o.conflicts ? conflicting.in[language] : also.in[language], number,
                      source != NULL ? commas.in[language] : "", source, NULL);
}

/* NULL for a row that says nothing of @row: what confirms another figure of the
 * same period is no news beside it. */
static char *
dup_companion (const TbSeries *series,
               gsize           row,
               gsize           other,
               TbLanguage      language)
{
  static const TbPhrase confirmed = { { "confirmed by ", "另见" } };
  TbRowRelation relation = tb_series_relate (series, row, other);
  g_autofree char *source = NULL;
  TbObservation o;

  if (other == row || relation == TB_ROWS_UNRELATED)
    return NULL;

  tb_series_get (series, other, &o);
  if (relation == TB_ROWS_CONFLICT)
    return o.confirms ? NULL : dup_rival (series, other, language);

  source = tb_figure_dup_source (o.source, language);
  return source != NULL ? g_strconcat (confirmed.in[language], source, NULL) : NULL;
}

/* Other sources that say the same, and other figures for the same period, as
 * far as they were published by a day. */
static void
append_companions (GString        *text,
                   const TbSeries *series,
                   gsize           row,
                   TbDay           known,
                   TbLanguage      language)
{
  TbPeriod period = tb_series_get_period (series, row);

  for (gssize i = tb_series_find_next (series, period, 0); i >= 0;
       i = tb_series_find_next (series, period, (gsize) i + 1))
    {
      g_autofree char *part = NULL;
      TbObservation o;

      tb_series_get (series, (gsize) i, &o);
      if (known != 0 && tb_known_get_day (&o) > known)
        continue;
      part = dup_companion (series, row, (gsize) i, language);
      tb_text_join (text, part, language);
    }
}

static char *
dup_period (const TbObservation *o,
            TbLanguage           language)
{
  static const TbPhrase undated = { { "no date given", "未注明时期" } };
  gboolean level = o->basis == TB_BASIS_AS_OF && o->period.kind == TB_PERIOD_D;

  if (o->period.kind == TB_PERIOD_NONE)
    return g_strdup (undated.in[language]);

  return tb_period_label (o->period, language, level ? TB_PERIOD_LABEL_AS_OF : TB_PERIOD_LABEL_FULL);
}

static void
append_extra (GString                  *text,
              const TbSeries           *series,
              gsize                     row,
              const TbObservationExtra *extra,
              TbLanguage                language)
{
  g_autofree char *change = dup_published_change (series, row, language);
  g_autofree char *definition = tb_text_is_empty (&extra->definition)
                                  ? NULL : tb_text_dup_marked (&extra->definition, language);
  g_autofree char *note = tb_text_is_empty (&extra->note) ? NULL : tb_text_dup_marked (&extra->note, language);

  tb_text_join (text, change, language);
  tb_text_join (text, definition, language);
  tb_text_join (text, note, language);
}

/**
 * tb_figure_dup_description:
 * @series: a series
 * @row: a row of it
 * @language: the reader's language
 *
 * Says all that a figure is: what, where, when, how much, what kind, by whom,
 * and what its publication notes; for readouts, tooltips and screen readers.
 *
 * Thread: any. Cost: O(log n) where the rows are in order, else O(n), for sources
 *   that agree or disagree.
 *
 * Returns: (transfer full): "New 5G base stations (Qingdao), H1 2021: 3,500;
 *   actual, year to date; Qingdao Daily, 16 Aug 2021"
 */
char *
tb_figure_dup_description (const TbSeries *series,
                           gsize           row,
                           TbLanguage      language)
{
  return tb_figure_dup_description_on (series, row, 0, language);
}

/**
 * tb_figure_dup_description_on:
 * @series: a series
 * @row: a row of it
 * @known: a day; 0: all is known
 * @language: the reader's language
 *
 * As tb_figure_dup_description(), without the sources and figures of the same
 * period that were published after a day.
 *
 * Returns: (transfer full): the description
 */
char *
tb_figure_dup_description_on (const TbSeries *series,
                              gsize           row,
                              TbDay           known,
                              TbLanguage      language)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *name = tb_series_dup_name (series, language, TRUE);
  g_autofree char *period = NULL;
  g_autofree char *value = NULL;
  g_autofree char *nature = NULL;
  g_autofree char *source = NULL;
  guint32 rows[1] = { (guint32) row };
  TbObservation o;

  tb_series_get (series, row, &o);
  period = dup_period (&o, language);
  value = tb_figure_dup_with_unit (series, &o, tb_figure_scale (series, rows, 1, language), language);
  nature = dup_nature (tb_series_get_info (series), &o, language);
  source = tb_figure_dup_source (o.source, language);

  text = g_string_new (name);
  g_string_append_printf (text, "%s%s%s%s", commas.in[language], period, colons.in[language], value);
  tb_text_join (text, nature, language);
  tb_text_join (text, source, language);
  if (o.extra != NULL)
    append_extra (text, series, row, o.extra, language);
  append_companions (text, series, row, known, language);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
