/* Takes fields of foreign JSON as they come: absent, of another type, numbers in strings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-json-field.h"

#include "tb-cube-cell.h"

#include <string.h>

/* Bytes of a date. */
#define DAY_BYTES 10

/* Bytes of a list or object that stands in place of a figure that are shown. */
#define SHOWN_BYTES 60

/* Digits that 64 bits hold. */
#define INTEGER_BYTES 19

/* So many digits are always a gint64. */
#define MAX_DIGITS 18

/**
 * tb_json_field_get:
 * @object: (nullable): a value
 * @key: a key
 * @type: what the member has to be
 *
 * Returns: (transfer none) (nullable): the member, where @object is an object that has one of that type
 */
const TbJsonValue *
tb_json_field_get (const TbJsonValue *object,
                   const char        *key,
                   TbJsonType         type)
{
  const TbJsonValue *value = tb_json_field_get_any (object, key);

  return value != NULL && tb_json_get_type (value) == type ? value : NULL;
}

/**
 * tb_json_field_get_any:
 * @object: (nullable): a value
 * @key: a key
 *
 * Returns: (transfer none) (nullable): the member, where @object is an object that has one that is not null
 */
const TbJsonValue *
tb_json_field_get_any (const TbJsonValue *object,
                       const char        *key)
{
  const TbJsonValue *value = NULL;

  if (object != NULL && tb_json_get_type (object) == TB_JSON_OBJECT)
    value = tb_json_find (object, key);

  return value != NULL && tb_json_get_type (value) != TB_JSON_NULL ? value : NULL;
}

/* U+0000 would end the text, and two texts become one: it is shown as what cannot be shown. */
static const char *
intern (TbPool     *pool,
        const char *text,
        gsize       length)
{
  GString *shown;
  const char *interned;

  if (memchr (text, '\0', length) == NULL)
    return tb_pool_intern_len (pool, text, length);

  shown = g_string_sized_new (length);
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '\0')
        g_string_append (shown, "\357\277\275");
      else
        g_string_append_c (shown, text[i]);
    }
  interned = tb_pool_intern_len (pool, shown->str, shown->len);
  g_string_free (shown, TRUE);

  return interned;
}

/**
 * tb_json_field_to_text:
 * @value: (nullable): a value
 * @pool: where the text is kept
 *
 * Returns: (transfer none) (nullable): a string, or a number or boolean as it is written; %NULL for all
 *   else and for an empty string
 */
const char *
tb_json_field_to_text (const TbJsonValue *value,
                       TbPool            *pool)
{
  const char *text = NULL;
  gsize length = 0;

  if (value == NULL)
    return NULL;

  switch (tb_json_get_type (value))
    {
    case TB_JSON_STRING:
      text = tb_json_get_string (value, &length);
      break;
    case TB_JSON_NUMBER:
      text = tb_json_get_number (value, &length);
      break;
    case TB_JSON_BOOLEAN:
      return tb_json_get_boolean (value) ? "true" : "false";
    case TB_JSON_NULL:
    case TB_JSON_ARRAY:
    case TB_JSON_OBJECT:
      break;
    }

  return length > 0 ? intern (pool, text, length) : NULL;
}

/**
 * tb_json_field_get_text:
 * @object: (nullable): a value
 * @key: a key
 * @pool: where the text is kept
 *
 * Returns: (transfer none) (nullable): the text of the member, as tb_json_field_to_text()
 */
const char *
tb_json_field_get_text (const TbJsonValue *object,
                        const char        *key,
                        TbPool            *pool)
{
  return tb_json_field_to_text (tb_json_field_get_any (object, key), pool);
}

/**
 * tb_json_field_to_wording:
 * @value: (nullable): a string, or an object of strings by language
 * @pool: where the text is kept
 *
 * Returns: (transfer none) (nullable): the string; of several the English one, else the first
 */
const char *
tb_json_field_to_wording (const TbJsonValue *value,
                          TbPool            *pool)
{
  const TbJsonValue *english;
  TbJsonIter iter;

  if (value == NULL || tb_json_get_type (value) != TB_JSON_OBJECT)
    return tb_json_field_to_text (value, pool);

  english = tb_json_field_get_any (value, "en");
  if (english != NULL)
    return tb_json_field_to_text (english, pool);

  tb_json_iter_init (&iter, value);
  return tb_json_iter_next (&iter) ? tb_json_field_to_text (iter.value, pool) : NULL;
}

/**
 * tb_json_field_to_words:
 * @value: (nullable): a string, or an object of strings by language
 * @pool: where the text is kept
 *
 * Takes the wordings in both of our languages, where there are both; else one wording without a language,
 * so that it is shown as it is to all.
 *
 * Returns: the text, empty where there is none
 */
TbText
tb_json_field_to_words (const TbJsonValue *value,
                        TbPool            *pool)
{
  const char *texts[TB_N_LANGUAGES];
  TbTextEntry *entries;
  guint n = 0;

  for (int i = 0; i < TB_N_LANGUAGES; i++)
    {
      texts[i] = tb_json_field_get_text (value, tb_language_get_code ((TbLanguage) i), pool);
      n += texts[i] != NULL;
    }
  if (n < TB_N_LANGUAGES)
    {
      texts[0] = tb_json_field_to_wording (value, pool);
      n = texts[0] != NULL ? 1 : 0;
    }
  if (n == 0)
    return (TbText) { 0 };

  entries = tb_pool_alloc0 (pool, n * sizeof (TbTextEntry));
  for (guint i = 0; i < n; i++)
    {
      entries[i].text = texts[i];
      entries[i].language = n > 1 ? tb_language_get_code ((TbLanguage) i) : NULL;
    }

  return (TbText) { entries, n };
}

/* Digits alone, as most integers are. */
static gboolean
take_digits (const char *text,
             gsize       length,
             gint64     *out_integer)
{
  gint64 integer = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      integer = integer * 10 + (text[i] - '0');
    }

  *out_integer = integer;
  return TRUE;
}

/**
 * tb_json_field_to_integer:
 * @value: (nullable): a value
 * @out_integer: (out): the number
 *
 * Returns: whether it is a whole number in digits, or a string of one
 */
gboolean
tb_json_field_to_integer (const TbJsonValue *value,
                          gint64            *out_integer)
{
  char digits[INTEGER_BYTES + 1];
  const char *text;
  gsize length;

  if (value == NULL)
    return FALSE;
  if (tb_json_get_type (value) == TB_JSON_STRING)
    text = tb_json_get_string (value, &length);
  else if (tb_json_get_type (value) == TB_JSON_NUMBER)
    text = tb_json_get_number (value, &length);
  else
    return FALSE;
  if (length == 0 || length > INTEGER_BYTES)
    return FALSE;
  if (length <= MAX_DIGITS && take_digits (text, length, out_integer))
    return TRUE;

  memcpy (digits, text, length);
  digits[length] = '\0';
  return strlen (digits) == length && g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, out_integer, NULL);
}

/**
 * tb_json_field_get_integer:
 * @object: (nullable): a value
 * @key: a key
 * @out_integer: (out): the number
 *
 * Returns: whether there is such a member, as tb_json_field_to_integer()
 */
gboolean
tb_json_field_get_integer (const TbJsonValue *object,
                           const char        *key,
                           gint64            *out_integer)
{
  return tb_json_field_to_integer (tb_json_field_get_any (object, key), out_integer);
}

/**
 * tb_json_field_get_day:
 * @object: (nullable): a value
 * @key: a key
 *
 * Takes the date of a date or date-time as it is written; no zone is applied.
 *
 * Returns: the day, 0 where there is none
 */
TbDay
tb_json_field_get_day (const TbJsonValue *object,
                       const char        *key)
{
  const TbJsonValue *value = tb_json_field_get (object, key, TB_JSON_STRING);
  char date[DAY_BYTES + 1];
  gsize length = 0;
  const char *text = value != NULL ? tb_json_get_string (value, &length) : NULL;
  TbDay day;

  if (length < DAY_BYTES || (length > DAY_BYTES && text[DAY_BYTES] != 'T' && text[DAY_BYTES] != ' '))
    return 0;

  memcpy (date, text, DAY_BYTES);
  date[DAY_BYTES] = '\0';
  return tb_day_parse (date, &day) ? day : 0;
}

/**
 * tb_json_field_parse_cell:
 * @text: (array length=length): what stands for a number
 * @length: its bytes
 * @style: how numbers are printed
 * @pool: where texts are kept
 * @cell: (inout): gets the value, or no value; a text that is no number becomes its note
 *
 * Takes a figure that is written as text, the whole of it.
 *
 * Returns: what it was
 */
TbNumberForm
tb_json_field_parse_cell (const char          *text,
                          gsize                length,
                          const TbNumberStyle *style,
                          TbPool              *pool,
                          TbCubeCell          *cell)
{
  TbNumberText number = { 0 };
  TbNumberForm form = tb_number_text_parse (text, length, style, &number);

  cell->has_value = FALSE;
  if (form == TB_NUMBER_GIVEN)
    {
      tb_cube_cell_set_number (cell, &number, text, length, style, pool);
    }
  else if (form == TB_NUMBER_NONE)
    {
      cell->note = intern (pool, text, length);
      cell->is_text = TRUE;
    }

  return form;
}

/* What is no number and no text, as it stands in the file, or its beginning. */
static const char *
intern_shown (const TbJsonValue *value,
              TbPool            *pool)
{
  g_autofree char *text = tb_json_dup_text (value);
  g_autofree char *start = NULL;

  if (strlen (text) <= SHOWN_BYTES)
    return tb_pool_intern (pool, text);

  text[SHOWN_BYTES] = '\0';
  start = g_utf8_make_valid (text, -1);
  return tb_pool_intern (pool, start);
}

/**
 * tb_json_field_to_cell:
 * @value: (nullable): what stands for a number
 * @pool: where texts are kept
 * @cell: (inout): gets the value, or no value; a text that is no number becomes its note
 *
 * Takes a figure. Null and the usual texts for a missing number are no value. Anything else that is no
 * number is no value either, and becomes the note.
 *
 * Returns: what it was
 */
TbNumberForm
tb_json_field_to_cell (const TbJsonValue *value,
                       TbPool            *pool,
                       TbCubeCell        *cell)
{
  TbNumberStyle style = TB_NUMBER_STYLE_PLAIN;
  const char *text;
  gsize length;

  cell->has_value = FALSE;
  if (value == NULL || tb_json_get_type (value) == TB_JSON_NULL)
    return TB_NUMBER_MISSING;
  if (tb_json_get_type (value) == TB_JSON_NUMBER)
    text = tb_json_get_number (value, &length);
  else if (tb_json_get_type (value) == TB_JSON_STRING)
    text = tb_json_get_string (value, &length);
  else
    {
      cell->note = intern_shown (value, pool);
      cell->is_text = TRUE;
      return TB_NUMBER_NONE;
    }

  return tb_json_field_parse_cell (text, length, &style, pool, cell);
}
