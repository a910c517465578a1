/* Puts JSON text together: members one a line, or all on one line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-writer.h"

#include <string.h>

/**
 * tb_json_append_string:
 * @out: where to
 * @text: UTF-8
 *
 * Appends a string in its quotes. Only what JSON demands is escaped.
 */
void
tb_json_append_string (GString    *out,
                       const char *text)
{
  static const char escaped[] = "\"\\\b\f\n\r\t";
  static const char letters[] = "\"\\bfnrt";

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *found = strchr (escaped, *p);

      if (found != NULL)
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, letters[found - escaped]);
        }
      else if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04X", (guint) (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/**
 * tb_json_append_decimal:
 * @out: where to
 * @value: a number
 *
 * Appends a number as it was printed.
 */
void
tb_json_append_decimal (GString   *out,
                        TbDecimal  value)
{
  g_autofree char *text = tb_decimal_to_string (value);

  g_string_append (out, text);
}

/**
 * tb_json_object_open:
 * @self: (out caller-allocates): an object
 * @out: where to
 * @indent: spaces before each member, which then has its own line, or %TB_JSON_ONE_LINE
 *
 * Begins an object.
 */
void
tb_json_object_open (TbJsonObject *self,
                     GString      *out,
                     int           indent)
{
  *self = (TbJsonObject) { .out = out, .indent = indent };
  g_string_append_c (out, '{');
}

static void
start_line (GString *out,
            int      indent)
{
  g_string_append_c (out, '\n');
  for (int i = 0; i < indent; i++)
    g_string_append_c (out, ' ');
}

static void
start_member (TbJsonObject *self)
{
  if (self->n++ > 0)
    g_string_append (self->out, self->indent == TB_JSON_ONE_LINE ? ", " : ",");
  if (self->indent != TB_JSON_ONE_LINE)
    start_line (self->out, self->indent);
}

/**
 * tb_json_object_key:
 * @self: an object
 * @key: a key
 *
 * Begins a member, whose value is to be appended next.
 */
void
tb_json_object_key (TbJsonObject *self,
                    const char   *key)
{
  start_member (self);
  tb_json_append_string (self->out, key);
  g_string_append (self->out, ": ");
}

/**
 * tb_json_object_string:
 * @self: an object
 * @key: a key
 * @value: (nullable): its value; %NULL writes nothing
 *
 * Writes a member that is a string.
 */
void
tb_json_object_string (TbJsonObject *self,
                       const char   *key,
                       const char   *value)
{
  if (value == NULL)
    return;

  tb_json_object_key (self, key);
  tb_json_append_string (self->out, value);
}

/**
 * tb_json_object_decimal:
 * @self: an object
 * @key: a key
 * @value: its value
 *
 * Writes a member that is a number.
 */
void
tb_json_object_decimal (TbJsonObject *self,
                        const char   *key,
                        TbDecimal     value)
{
  tb_json_object_key (self, key);
  tb_json_append_decimal (self->out, value);
}

/* Where the string that begins here ends: behind its quote. */
static const char *
find_string_end (const char *p)
{
  for (p++; *p != '\0' && *p != '"'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
    }

  return *p == '"' ? p + 1 : p;
}

/* One member of JSON text, with a space behind each ":" and ",". Returns where
 * it ends: at the comma before the next one, or at the end of the text. */
static const char *
append_spaced (GString    *out,
               const char *p)
{
  int depth = 0;

  while (*p != '\0' && (*p != ',' || depth > 0))
    {
      const char *end = *p == '"' ? find_string_end (p) : p + 1;

      if (*p == '[' || *p == '{')
        depth++;
      else if (*p == ']' || *p == '}')
        depth--;
      if (*p != ' ')
        g_string_append_len (out, p, end - p);
      if (*p == ':' || *p == ',')
        g_string_append_c (out, ' ');
      p = end;
    }

  return p;
}

/**
 * tb_json_object_members:
 * @self: an object
 * @members: (nullable): members as JSON text, without the braces around them
 *
 * Writes members that were kept as text; with `doubles_at` an "@" at the beginning of a
 * key twice.
 */
void
tb_json_object_members (TbJsonObject *self,
                        const char   *members)
{
  const char *p = members;

  while (p != NULL && *p != '\0')
    {
      gsize start;

      start_member (self);
      start = self->out->len;
      p = append_spaced (self->out, p);
      if (self->doubles_at && self->out->str[start + 1] == '@')
        g_string_insert_c (self->out, (gssize) start + 1, '@');
      if (*p == ',')
        p++;
    }
}

/**
 * tb_json_object_close:
 * @self: an object
 *
 * Ends an object.
 */
void
tb_json_object_close (TbJsonObject *self)
{
  if (self->indent != TB_JSON_ONE_LINE && self->n > 0)
    start_line (self->out, self->indent - 2);
  g_string_append_c (self->out, '}');
}

/**
 * tb_json_append_figure:
 * @out: the text
 * @observation: an observation
 *
 * Appends the figure of an observation in the digits that it was printed with; null
 * where it has none.
 */
void
tb_json_append_figure (GString             *out,
                       const TbObservation *observation)
{
  if (!observation->has_value)
    g_string_append (out, "null");
  else if (observation->extra != NULL && observation->extra->digits != NULL)
    g_string_append (out, observation->extra->digits);
  else
    tb_json_append_decimal (out, observation->value);
}
