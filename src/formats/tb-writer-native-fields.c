/* Writes single fields of the dataset format.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-writer-native.h"

/* The last one that a date can be written in. */
#define LAST_YEAR 9999

/**
 * tb_native_write_text:
 * @object: an object
 * @key: a key
 * @text: a text; an empty one writes nothing
 *
 * Writes a text as a string, or as an object by language.
 */
void
tb_native_write_text (TbJsonObject *object,
                      const char   *key,
                      const TbText *text)
{
  TbJsonObject wordings;

  if (tb_text_is_empty (text))
    return;

  tb_json_object_key (object, key);
  if (text->entries[0].language == NULL)
    {
      tb_json_append_string (object->out, text->entries[0].text);
      return;
    }

  tb_json_object_open (&wordings, object->out, TB_JSON_ONE_LINE);
  for (guint i = 0; i < text->n_entries; i++)
    tb_json_object_string (&wordings, text->entries[i].language, text->entries[i].text);
  tb_json_object_close (&wordings);
}

/**
 * tb_native_write_day:
 * @object: an object
 * @key: a key
 * @day: a date; 0 writes nothing
 *
 * Writes a date.
 */
void
tb_native_write_day (TbJsonObject *object,
                     const char   *key,
                     TbDay         day)
{
  g_autofree char *text = day != 0 ? tb_day_to_string (day) : NULL;

  tb_json_object_string (object, key, text);
}

/**
 * tb_native_write_said:
 * @object: an object
 * @key: a key
 * @said: yes, no, or not said, which writes nothing
 *
 * Writes true or false.
 */
void
tb_native_write_said (TbJsonObject *object,
                      const char   *key,
                      TbSaid        said)
{
  if (said == TB_UNSAID)
    return;

  tb_json_object_key (object, key);
  g_string_append (object->out, said == TB_YES ? "true" : "false");
}

/**
 * tb_native_write_year_start:
 * @object: an object
 * @year_start: month × 100 + day
 *
 * Writes `reporting_year_start`.
 */
void
tb_native_write_year_start (TbJsonObject *object,
                            guint16       year_start)
{
  g_autofree char *text = g_strdup_printf ("%02d-%02d", year_start / 100, year_start % 100);

  tb_json_object_string (object, "reporting_year_start", text);
}

/**
 * tb_native_write_since:
 * @object: an object
 * @since: from when a total counts; not said writes nothing
 * @day: the date, for %TB_SINCE_DATE
 *
 * Writes `since`.
 */
void
tb_native_write_since (TbJsonObject *object,
                       TbSince       since,
                       TbDay         day)
{
  if (since == TB_SINCE_DATE)
    tb_native_write_day (object, "since", day);
  else if (since != TB_SINCE_NONE)
    tb_json_object_string (object, "since", tb_vocabulary_spelling (&tb_sinces, since));
}

/* Years that the calendar does not count follow from the text again. */
static void
write_day_of_words (TbJsonObject *object,
                    const char   *key,
                    TbDay         day)
{
  if (day > 0 && day <= tb_day_new (LAST_YEAR, 12, 31))
    tb_native_write_day (object, key, day);
}

/**
 * tb_native_append_period:
 * @out: where to
 * @period: a period
 *
 * Appends a period as a string in SDMX form, words that are none as an object, null
 * where there is nothing.
 */
void
tb_native_append_period (GString  *out,
                         TbPeriod  period)
{
  g_autofree char *text = NULL;

  if (period.kind == TB_PERIOD_NONE)
    {
      g_string_append (out, "null");
      return;
    }

  text = tb_period_to_sdmx (period);
  if (period.kind == TB_PERIOD_TEXT)
    {
      TbJsonObject object;

      tb_json_object_open (&object, out, TB_JSON_ONE_LINE);
      tb_json_object_string (&object, "text", text);
      write_day_of_words (&object, "start", period.start);
      write_day_of_words (&object, "end", period.end);
      tb_json_object_close (&object);
    }
  else
    {
      tb_json_append_string (out, text);
    }
}
