/* Reads single fields of the dataset format: texts, words, dates.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-native.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Texts longer than this are not repeated whole in a message. */
#define QUOTED_BYTES 60

/* What a value is, in words, for a message. */
static char *
describe (const TbJsonValue *value)
{
  g_autofree char *text = NULL;

  switch (tb_json_get_type (value))
    {
    case TB_JSON_NULL:
      return g_strdup (_("null"));
    case TB_JSON_ARRAY:
      return g_strdup (_("an array"));
    case TB_JSON_OBJECT:
      return g_strdup (_("an object"));
    case TB_JSON_BOOLEAN:
      return g_strdup (tb_json_get_boolean (value) ? "true" : "false");
    case TB_JSON_NUMBER:
      text = tb_json_dup_text (value);
      return g_strdup_printf (_("the number %.*s"), QUOTED_BYTES, text);
    case TB_JSON_STRING:
      break;
    }

  text = tb_json_dup_text (value);
  return strlen (text) > QUOTED_BYTES ? g_strdup (_("a long string")) : g_strdup_printf (_("the string %s"), text);
}

/**
 * tb_native_fail_type:
 * @self: a reading
 * @value: a value of a wrong type
 * @expected: what should be there, translated
 *
 * Reports the value as an error.
 */
void
tb_native_fail_type (TbNative          *self,
                     const TbJsonValue *value,
                     const char        *expected)
{
  g_autofree char *found = NULL;

  if (tb_json_report_skip (self->report, TB_SEVERITY_ERROR))
    return;

  found = describe (value);
  /* Translators: such as: found the string "6.77"; expected a number */
  tb_json_report_add (self->report, TB_SEVERITY_ERROR, value, _("found %s; expected %s"), found, expected);
}

/**
 * tb_native_check_type:
 * @self: a reading
 * @value: (nullable): a value
 * @type: what it has to be
 * @expected: the same in words, to be translated: looking translations up for
 *   values that are right would take more time than all else
 *
 * Returns: whether it is there and is that; another type is reported
 */
gboolean
tb_native_check_type (TbNative          *self,
                      const TbJsonValue *value,
                      TbJsonType         type,
                      const char        *expected)
{
  if (value == NULL)
    return FALSE;
  if (tb_json_get_type (value) == type)
    return TRUE;

  tb_native_fail_type (self, value, _(expected));
  return FALSE;
}

/* Control characters other than line ends and tabs are kept, and told of: they
 * are invisible, and some programs cannot show them. NUL would end the text. */
static gboolean
check_characters (TbNative          *self,
                  const TbJsonValue *value,
                  const char        *text,
                  gsize              length)
{
  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) text[i];

      if (c == '\0')
        {
          tb_json_report_add (self->report, TB_SEVERITY_ERROR, value,
                              _("the text holds the character U+0000; expected none"));
          return FALSE;
        }
      if ((c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F)
        {
          tb_json_report_add (self->report, TB_SEVERITY_WARNING, value,
                              _("the text holds the control character U+%04X, which is kept; expected none"),
                              (guint) c);
          return TRUE;
        }
    }

  return TRUE;
}

static const char *
intern (TbNative          *self,
        const TbJsonValue *value)
{
  gsize length;
  const char *text = tb_json_get_string (value, &length);

  return check_characters (self, value, text, length) ? tb_pool_intern_len (self->pool, text, length) : NULL;
}

/* L-2: a text in some languages has to be there in both of ours. */
static void
check_translations (TbNative          *self,
                    const TbJsonValue *value,
                    const TbText      *text)
{
  for (int i = 0; i < TB_N_LANGUAGES; i++)
    {
      const char *other = tb_language_get_code ((TbLanguage) (1 - i));

      if (tb_text_find (text, (TbLanguage) i) != NULL && tb_text_find (text, (TbLanguage) (1 - i)) == NULL)
        tb_json_report_add (self->report, TB_SEVERITY_WARNING, value,
                            _("no text in \"%s\", so that the one in \"%s\" is shown in brackets; expected both"),
                            other, tb_language_get_code ((TbLanguage) i));
    }
}

/* FALSE where a wording is at fault. */
static gboolean
fill_entries (TbNative          *self,
              const TbJsonValue *value,
              TbTextEntry       *entries)
{
  gboolean good = TRUE;
  TbJsonIter iter;

  tb_json_iter_init (&iter, value);
  for (; tb_json_iter_next (&iter); entries++)
    {
      gboolean is_string = tb_native_check_type (self, iter.value, TB_JSON_STRING, N_("a string"));

      entries->language = intern (self, iter.key);
      entries->text = is_string ? intern (self, iter.value) : NULL;
      good = good && entries->language != NULL && entries->text != NULL;
    }

  return good;
}

/**
 * tb_native_read_text:
 * @self: a reading
 * @value: (nullable): a string, or an object of strings by language
 * @out_text: (inout): the text
 *
 * Reads a `text`.
 */
void
tb_native_read_text (TbNative          *self,
                     const TbJsonValue *value,
                     TbText            *out_text)
{
  TbText text = { .n_entries = 1 };
  TbTextEntry *entries;
  gboolean good;

  if (value == NULL)
    return;
  if (tb_json_get_type (value) == TB_JSON_OBJECT)
    text.n_entries = (guint) tb_json_get_size (value);
  else if (tb_json_get_type (value) != TB_JSON_STRING)
    text.n_entries = 0;
  if (text.n_entries == 0)
    {
      tb_native_fail_type (self, value, _("a string, or an object of strings by language"));
      return;
    }

  entries = tb_pool_alloc0 (self->pool, text.n_entries * sizeof (TbTextEntry));
  text.entries = entries;
  if (tb_json_get_type (value) == TB_JSON_OBJECT)
    good = fill_entries (self, value, entries);
  else
    good = (entries->text = intern (self, value)) != NULL;
  if (!good)
    return;

  *out_text = text;
  check_translations (self, value, out_text);
}

/**
 * tb_native_read_string:
 * @self: a reading
 * @value: (nullable): a string
 * @out_string: (inout) (transfer none): the string, in the pool
 *
 * Reads a string.
 */
void
tb_native_read_string (TbNative           *self,
                       const TbJsonValue  *value,
                       const char        **out_string)
{
  const char *string;

  if (!tb_native_check_type (self, value, TB_JSON_STRING, N_("a string")))
    return;

  string = intern (self, value);
  if (string != NULL)
    *out_string = string;
}

/**
 * tb_native_read_boolean:
 * @self: a reading
 * @value: (nullable): true or false
 * @out_said: (inout): which
 *
 * Reads a key that may be absent, true or false.
 */
void
tb_native_read_boolean (TbNative          *self,
                        const TbJsonValue *value,
                        TbSaid            *out_said)
{
  if (tb_native_check_type (self, value, TB_JSON_BOOLEAN, N_("true or false")))
    *out_said = tb_json_get_boolean (value) ? TB_YES : TB_NO;
}

/**
 * tb_native_read_day:
 * @self: a reading
 * @value: (nullable): a `date`
 * @out_day: (inout): the day
 *
 * Reads a date.
 */
void
tb_native_read_day (TbNative          *self,
                    const TbJsonValue *value,
                    TbDay             *out_day)
{
  const char *text;
  gsize length;

  if (!tb_native_check_type (self, value, TB_JSON_STRING, N_("a date such as \"2023-12-31\"")))
    return;

  text = tb_json_get_string (value, &length);
  if (strlen (text) != length || !tb_day_parse (text, out_day))
    tb_native_fail_type (self, value, _("a date such as \"2023-12-31\" that there is"));
}

/* The words of an enumeration, for a message. */
static char *
list_words (const TbVocabulary *vocabulary)
{
  GString *list = g_string_new (NULL);

  for (int i = 0; i < vocabulary->n; i++)
    {
      const char *word = tb_vocabulary_spelling (vocabulary, i);

      if (*word != '\0')
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", word);
    }

  return g_string_free_and_steal (list);
}

static void
report_unknown_word (TbNative           *self,
                     const TbJsonValue  *value,
                     const TbVocabulary *vocabulary)
{
  gsize length;
  const char *nearest = NULL;
  g_autofree char *found = NULL;
  g_autofree char *words = NULL;

  if (tb_json_report_skip (self->report, TB_SEVERITY_ERROR))
    return;

  nearest = tb_vocabulary_nearest (vocabulary, tb_json_get_string (value, &length));
  found = describe (value);
  words = list_words (vocabulary);
  if (nearest != NULL && vocabulary->n > 1)
    tb_json_report_add (self->report, TB_SEVERITY_ERROR, value, _("found %s; expected \"%s\", or another of: %s"),
                        found, nearest, words);
  else
    tb_json_report_add (self->report, TB_SEVERITY_ERROR, value, _("found %s; expected one of: %s"), found, words);
}

/**
 * tb_native_read_word:
 * @self: a reading
 * @value: (nullable): one of fixed words
 * @vocabulary: the words
 * @out_value: (inout): the value of the word
 *
 * Reads an enumeration.
 *
 * Returns: whether @out_value was set
 */
gboolean
tb_native_read_word (TbNative           *self,
                     const TbJsonValue  *value,
                     const TbVocabulary *vocabulary,
                     int                *out_value)
{
  const char *word;
  gsize length;
  int found;

  if (value == NULL)
    return FALSE;
  if (tb_json_get_type (value) != TB_JSON_STRING)
    {
      g_autofree char *words = list_words (vocabulary);
      g_autofree char *expected = g_strdup_printf (_("one of: %s"), words);

      tb_native_fail_type (self, value, expected);
      return FALSE;
    }

  word = tb_json_get_string (value, &length);
  found = strlen (word) == length ? tb_vocabulary_find (vocabulary, word) : -1;
  if (found < 0)
    {
      report_unknown_word (self, value, vocabulary);
      return FALSE;
    }

  *out_value = found;
  return TRUE;
}
