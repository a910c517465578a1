/* The JSON grammar: the first byte that breaks it, and what was expected there.
 *
 * The parser of data files says only that something is wrong. This one is for
 * messages: it knows the ways in which people and programs get JSON wrong. It
 * follows RFC 8259 strictly, and does not recurse.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-json-syntax.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  AT_VALUE,          /* a value */
  AT_FIRST_ELEMENT,  /* a value or "]" */
  AT_FIRST_KEY,      /* a key or "}" */
  AT_KEY,            /* a key */
  AT_COLON,          /* ":" */
  AT_END_OF_VALUE,   /* "," or the end of the container, or of the text */
} State;

typedef struct
{
  const char *p;
  const char *end;
  State       state;
  GByteArray *containers;  /* '[' or '{', innermost last */
  const char *fault;
  char       *message;
} Checker;

/* Always FALSE, so that a caller can return it. */
static gboolean G_GNUC_PRINTF (3, 4)
fail (Checker    *checker,
      const char *at,
      const char *format,
      ...)
{
  va_list arguments;

  checker->fault = at;
  va_start (arguments, format);
  checker->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return FALSE;
}

/* Length of the UTF-8 character that begins here, 0 where none does. */
static int
get_character_length (const Checker *checker)
{
  gunichar character;

  if (checker->p < checker->end && (guchar) *checker->p < 0x80)
    return 1;

  character = g_utf8_get_char_validated (checker->p, (gssize) (checker->end - checker->p));
  return (gint32) character < 0 ? 0 : g_unichar_to_utf8 (character, NULL);
}

/* What stands at the place of a fault, for a message: in quotes, or as a code point. */
static char *
describe_found (const Checker *checker)
{
  int length = get_character_length (checker);

  if (checker->p >= checker->end)
    return g_strdup (_("the end of the text"));
  if ((guchar) *checker->p < 0x20 || *checker->p == 0x7F)
    return g_strdup_printf ("U+%04X", (guint) (guchar) *checker->p);

  return g_strdup_printf ("\"%.*s\"", length, checker->p);
}

static gboolean
fail_utf8 (Checker *checker)
{
  return fail (checker, checker->p, _("byte 0x%02X is not UTF-8 text; expected the file to be saved as UTF-8"),
               (guint) (guchar) *checker->p);
}

static gboolean
starts_with (const Checker *checker,
             const char    *word)
{
  gsize length = strlen (word);

  return (gsize) (checker->end - checker->p) >= length && strncmp (checker->p, word, length) == 0;
}

static gboolean
fail_expected (Checker    *checker,
               const char *expected)
{
  g_autofree char *found = NULL;

  if (checker->p < checker->end && get_character_length (checker) == 0)
    return fail_utf8 (checker);
  if (starts_with (checker, "//") || starts_with (checker, "/*"))
    return fail (checker, checker->p, _("found a comment, which JSON does not have; expected %s"), expected);

  found = describe_found (checker);
  /* Translators: "found "]", but expected a value" */
  return fail (checker, checker->p, _("found %s, but expected %s"), found, expected);
}

static gboolean
starts_with_any_case (const Checker *checker,
                      const char    *word)
{
  gsize length = strlen (word);

  return (gsize) (checker->end - checker->p) >= length && g_ascii_strncasecmp (checker->p, word, length) == 0;
}

static gboolean
check_hex (Checker *checker,
           guint   *out_unit)
{
  *out_unit = 0;
  for (int i = 0; i < 4; i++, checker->p++)
    {
      if (checker->p >= checker->end || !g_ascii_isxdigit (*checker->p))
        return fail_expected (checker, _("four hexadecimal digits after \\u"));
      *out_unit = *out_unit * 16 + (guint) g_ascii_xdigit_value (*checker->p);
    }

  return TRUE;
}

/* At the "u" of an escape. Halves of a surrogate pair stand only together. */
static gboolean
check_unicode_escape (Checker *checker)
{
  const char *escape = checker->p - 1;
  guint first, second;

  checker->p++;
  if (!check_hex (checker, &first))
    return FALSE;
  if (first < 0xD800 || first > 0xDFFF)
    return TRUE;

  if (first <= 0xDBFF && starts_with (checker, "\\u"))
    {
      checker->p += 2;
      if (!check_hex (checker, &second))
        return FALSE;
      if (second >= 0xDC00 && second <= 0xDFFF)
        return TRUE;
    }

  return fail (checker, escape, _("\\u%04X is half of a surrogate pair; expected both halves"), first);
}

static gboolean
check_escape (Checker *checker)
{
  checker->p++;
  if (checker->p < checker->end && *checker->p == 'u')
    return check_unicode_escape (checker);
  if (checker->p >= checker->end || *checker->p == '\0' || strchr ("\"\\/bfnrt", *checker->p) == NULL)
    return fail_expected (checker, _("one of \" \\ / b f n r t u after a backslash"));

  checker->p++;
  return TRUE;
}

static gboolean
check_string_character (Checker *checker)
{
  int length;

  if (*checker->p == '\\')
    return check_escape (checker);
  if (*checker->p == '\n' || *checker->p == '\r')
    return fail (checker, checker->p,
                 _("a line ends inside a string; expected the closing quote, or \\n for a line break"));
  if ((guchar) *checker->p < 0x20)
    return fail (checker, checker->p, _("control character U+%04X inside a string; expected \\u%04X"),
                 (guint) *checker->p, (guint) *checker->p);

  length = get_character_length (checker);
  if (length == 0)
    return fail_utf8 (checker);

  checker->p += length;
  return TRUE;
}

static gboolean
check_string (Checker *checker)
{
  checker->p++;
  while (checker->p < checker->end && *checker->p != '"')
    {
      if (!check_string_character (checker))
        return FALSE;
    }
  if (checker->p >= checker->end)
    return fail_expected (checker, _("the closing quote of a string"));

  checker->p++;
  return TRUE;
}

static gboolean
skip_digits (Checker *checker)
{
  const char *start = checker->p;

  while (checker->p < checker->end && g_ascii_isdigit (*checker->p))
    checker->p++;

  return checker->p > start;
}

static gboolean
fail_not_a_number (Checker *checker)
{
  return fail (checker, checker->p,
               _("NaN and Infinity are no numbers in JSON; expected a number, or null where a figure is missing"));
}

static gboolean
check_number (Checker *checker)
{
  if (*checker->p == '-')
    checker->p++;
  if (starts_with_any_case (checker, "inf") || starts_with_any_case (checker, "nan"))
    return fail_not_a_number (checker);
  if (checker->p + 1 < checker->end && *checker->p == '0' && g_ascii_isdigit (checker->p[1]))
    return fail (checker, checker->p + 1, _("a number with a zero in front; expected no leading zeros"));
  if (!skip_digits (checker))
    return fail_expected (checker, _("a digit"));
  if (checker->p < checker->end && *checker->p == '.')
    {
      checker->p++;
      if (!skip_digits (checker))
        return fail_expected (checker, _("a digit after the decimal point"));
    }
  if (checker->p < checker->end && (*checker->p == 'e' || *checker->p == 'E'))
    {
      checker->p++;
      if (checker->p < checker->end && (*checker->p == '+' || *checker->p == '-'))
        checker->p++;
      if (!skip_digits (checker))
        return fail_expected (checker, _("a digit of the exponent"));
    }

  return TRUE;
}

/* What is no value, but looks like one that was meant. */
static gboolean
fail_value (Checker *checker)
{
  static const char *const words[] = { "true", "false", "null" };

  if (starts_with_any_case (checker, "nan") || starts_with_any_case (checker, "inf")
      || starts_with_any_case (checker, "+inf"))
    return fail_not_a_number (checker);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (starts_with_any_case (checker, words[i]))
        return fail (checker, checker->p, _("found another spelling of \"%s\"; expected small letters"), words[i]);
    }
  if (starts_with (checker, "'"))
    return fail (checker, checker->p, _("found a single quote; expected strings in double quotes"));
  if (starts_with (checker, "<") && checker->containers->len == 0)
    return fail (checker, checker->p, _("found \"<\", with which web pages and XML begin; expected JSON"));
  if (starts_with (checker, "+"))
    return fail (checker, checker->p, _("found a plus sign; expected a number without it"));
  if (starts_with (checker, "."))
    return fail (checker, checker->p, _("found a decimal point; expected a digit before it"));
  if (starts_with (checker, "]") || starts_with (checker, "}"))
    return fail_expected (checker, _("a value after the comma or colon"));

  return fail_expected (checker, _("a value"));
}

static gboolean
check_literal (Checker    *checker,
               const char *word)
{
  gboolean is_nan = starts_with_any_case (checker, "nan");

  for (; *word != '\0'; word++, checker->p++)
    {
      if (checker->p < checker->end && *checker->p == *word)
        continue;
      return is_nan ? fail_not_a_number (checker) : fail_expected (checker, _("the rest of true, false or null"));
    }

  return TRUE;
}

static void
open_container (Checker *checker)
{
  g_byte_array_append (checker->containers, (const guint8 *) checker->p, 1);
  checker->state = *checker->p == '[' ? AT_FIRST_ELEMENT : AT_FIRST_KEY;
  checker->p++;
}

static gboolean
check_scalar (Checker *checker)
{
  checker->state = AT_END_OF_VALUE;
  switch (*checker->p)
    {
    case '"':
      return check_string (checker);
    case 't':
      return check_literal (checker, "true");
    case 'f':
      return check_literal (checker, "false");
    case 'n':
      return check_literal (checker, "null");
    default:
      if (*checker->p == '-' || g_ascii_isdigit (*checker->p))
        return check_number (checker);
      return fail_value (checker);
    }
}

static gboolean
close_container (Checker *checker)
{
  g_byte_array_set_size (checker->containers, checker->containers->len - 1);
  checker->state = AT_END_OF_VALUE;
  checker->p++;

  return TRUE;
}

static gboolean
check_value (Checker *checker)
{
  if (checker->state == AT_FIRST_ELEMENT && *checker->p == ']')
    return close_container (checker);
  if (*checker->p != '[' && *checker->p != '{')
    return check_scalar (checker);

  open_container (checker);
  return TRUE;
}

static gboolean
check_key (Checker *checker)
{
  if (checker->state == AT_FIRST_KEY && *checker->p == '}')
    return close_container (checker);
  if (*checker->p == '"')
    {
      checker->state = AT_COLON;
      return check_string (checker);
    }
  if (*checker->p == '}')
    return fail_expected (checker, _("another key after the comma"));
  if (*checker->p == '\'')
    return fail (checker, checker->p, _("found a single quote; expected strings in double quotes"));

  return fail_expected (checker, _("a key in double quotes"));
}

static gboolean
check_end_of_value (Checker *checker)
{
  gboolean in_array;

  if (checker->containers->len == 0)
    return fail_expected (checker, _("nothing more after the end of the JSON value"));

  in_array = checker->containers->data[checker->containers->len - 1] == '[';
  if (*checker->p == (in_array ? ']' : '}'))
    return close_container (checker);
  if (*checker->p != ',')
    return fail_expected (checker, in_array ? _("\",\" or \"]\"") : _("\",\" or \"}\""));

  checker->state = in_array ? AT_VALUE : AT_KEY;
  checker->p++;
  return TRUE;
}

static gboolean
check_next (Checker *checker)
{
  switch (checker->state)
    {
    case AT_VALUE:
    case AT_FIRST_ELEMENT:
      return check_value (checker);
    case AT_FIRST_KEY:
    case AT_KEY:
      return check_key (checker);
    case AT_COLON:
      if (*checker->p != ':')
        return fail_expected (checker, _("\":\" after the key"));
      checker->state = AT_VALUE;
      checker->p++;
      return TRUE;
    case AT_END_OF_VALUE:
      return check_end_of_value (checker);
    }

  g_return_val_if_reached (FALSE);
}

/* The text ends: well, or in the middle of something. */
static gboolean
check_end (Checker *checker)
{
  if (checker->state == AT_END_OF_VALUE && checker->containers->len == 0)
    return TRUE;

  switch (checker->state)
    {
    case AT_VALUE:
    case AT_FIRST_ELEMENT:
      return fail_expected (checker, _("a value"));
    case AT_FIRST_KEY:
    case AT_KEY:
      return fail_expected (checker, _("a key in double quotes"));
    case AT_COLON:
      return fail_expected (checker, _("\":\" after the key"));
    case AT_END_OF_VALUE:
      return fail_expected (checker, checker->containers->data[checker->containers->len - 1] == '['
                                     ? _("\",\" or \"]\"") : _("\",\" or \"}\""));
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/**
 * tb_json_syntax_check:
 * @text: (array length=length): any bytes, without byte order mark
 * @length: how many
 * @out_offset: (out): the first byte with which the text can no longer be JSON
 * @out_message: (out) (transfer full): what is there, and what was expected; translated
 *
 * Checks a text against the grammar of RFC 8259. Numbers of any size, any
 * nesting and repeated keys are within it.
 *
 * Thread: any. Cost: O(@length); a byte of memory for each open bracket.
 *
 * Returns: whether the text is JSON; the out parameters are set where it is not
 */
gboolean
tb_json_syntax_check (const char *text,
                      gsize       length,
                      gsize      *out_offset,
                      char      **out_message)
{
  g_autoptr (GByteArray) containers = g_byte_array_new ();
  Checker checker = { .p = text, .end = text + length, .state = AT_VALUE, .containers = containers };
  gboolean good = TRUE;

  while (good)
    {
      while (checker.p < checker.end && is_space (*checker.p))
        checker.p++;
      if (checker.p >= checker.end)
        break;
      good = check_next (&checker);
    }
  if (good)
    good = check_end (&checker);
  if (good)
    return TRUE;

  *out_offset = (gsize) (checker.fault - text);
  *out_message = checker.message;
  return FALSE;
}
