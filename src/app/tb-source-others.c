/* What other rows of its period are to a figure: who agrees, who conflicts, and its
 * other vintages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-source-sheet-private.h"

#include <glib/gi18n-lib.h>

/* How another row of the period stands to the figure. */
typedef enum
{
  OTHER_NONE,
  OTHER_AGREES,
  OTHER_CONFLICTS,
  OTHER_VINTAGE,
} Other;

static Other
relate (const TbSourceWriter *writer,
        gsize                 row,
        const TbObservation  *other)
{
  const TbObservation *own = &writer->observation;

  if (row == writer->figure.row)
    return OTHER_NONE;
  switch (tb_series_relate (writer->figure.series, writer->figure.row, row))
    {
    case TB_ROWS_AGREE:
      return OTHER_AGREES;
    case TB_ROWS_CONFLICT:
      return OTHER_CONFLICTS;
    case TB_ROWS_UNRELATED:
      break;
    }
  return other->kind == own->kind && other->basis == own->basis
         && tb_source_get_vintage (other) != tb_source_get_vintage (own)
           ? OTHER_VINTAGE : OTHER_NONE;
}

static char *
dup_source (const TbSource *source,
            TbLanguage      language)
{
  const TbText *name = tb_text_is_empty (&source->publisher) ? &source->title : &source->publisher;
  g_autofree char *publisher = tb_text_dup_marked (name, language);
  g_autofree char *date = NULL;

  if (source->published == 0)
    return g_steal_pointer (&publisher);
  date = tb_day_label (source->published, language);
  /* Translators: who published something, and when */
  return g_strdup_printf (_("%s, %s"), publisher, date);
}

/* What an earlier or later edition said: "Vintage of 16 Jan 2025" */
static char *
dup_label (const TbSourceWriter *writer,
           const TbObservation  *other,
           Other                 how)
{
  g_autofree char *day = NULL;

  if (how == OTHER_VINTAGE)
    {
      if (tb_source_get_vintage (other) == 0)
        return g_strdup (_("Vintage not stated"));
      day = tb_day_label (tb_source_get_vintage (other), writer->language);
      /* Translators: which edition of a figure it is; %s is a date */
      return g_strdup_printf (_("Vintage of %s"), day);
    }
  if (other->source == NULL)
    return g_strdup (_("No source given"));
  return dup_source (other->source, writer->language);
}

static void
append_text (GString      *text,
             const TbText *part,
             TbLanguage    language)
{
  g_autofree char *words = NULL;

  if (tb_text_is_empty (part))
    return;
  words = tb_text_dup_marked (part, language);
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
}

/* Of what agrees the title and the note alone: the number is the same. */
static char *
dup_said (const TbSourceWriter *writer,
          gsize                 row,
          const TbObservation  *other,
          Other                 how)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *value = how != OTHER_AGREES ? tb_source_dup_value (writer, row, other) : NULL;
  g_autofree char *source = NULL;

  if (value != NULL)
    g_string_append (text, value);
  if (how == OTHER_VINTAGE && other->source != NULL)
    {
      source = dup_source (other->source, writer->language);
      g_string_append_printf (text, "\n%s", source);
    }
  else if (other->source != NULL && !tb_text_is_empty (&other->source->publisher))
    append_text (text, &other->source->title, writer->language);
  if (other->extra != NULL)
    append_text (text, &other->extra->note, writer->language);
  if (text->len == 0)
    g_string_append (text, _("The same figure"));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Rows of the same period by what they are to the figure (R10): each is shown. */
static void
write_others (TbSourceWriter *writer,
              Other           wanted,
              const char     *title)
{
  const TbSeries *series = writer->figure.series;
  TbPeriod period = writer->observation.period;

  tb_source_begin_group (writer, title);
  for (gssize i = tb_series_find_next (series, period, 0); i >= 0 && tb_period_is_dated (period);
       i = tb_series_find_next (series, period, (gsize) i + 1))
    {
      g_autofree char *label = NULL;
      TbObservation other;

      tb_series_get (series, (gsize) i, &other);
      if (relate (writer, (gsize) i, &other) != wanted)
        continue;
      label = dup_label (writer, &other, wanted);
      tb_source_take_row (writer, label, dup_said (writer, (gsize) i, &other, wanted),
                          other.source != NULL ? other.source->url : NULL);
    }
  tb_source_end_group (writer);
}

/* Conflicts first: they are what has to be known. */
void
tb_source_write_others (TbSourceWriter *writer)
{
  write_others (writer, OTHER_CONFLICTS, _("Other Sources Differ"));
  write_others (writer, OTHER_AGREES, _("Other Sources Agree"));
  write_others (writer, OTHER_VINTAGE, _("Other Vintages"));
}
