/* Parses the statements of a PC-Axis file.
 *
 * "PC-Axis file format", Statistics Sweden: KEYWORD[language]("key", …)=value, …;
 * A text may be split into strings over several lines, and may hold a semicolon.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-px.h"

#include "tb-json-position.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What parts the keyword and keys of a statement in the table of them. */
#define SEPARATOR '\x1F'

typedef struct
{
  TbPx    *px;
  gsize    next;
  GString *string;
} Parser;

/**
 * tb_px_report:
 * @self: a file
 * @severity: errors refuse it
 * @offset: of the text at fault
 * @format: message, translated
 * @...: its arguments
 *
 * Reports something with its line and column.
 */
void
tb_px_report (const TbPx *self,
              TbSeverity  severity,
              gsize       offset,
              const char *format,
              ...)
{
  va_list arguments;
  guint line, column;

  tb_text_locate (self->text, self->length, offset, &line, &column);
  va_start (arguments, format);
  tb_problems_add_valist (self->input->problems, severity, line, column, "", format, arguments);
  va_end (arguments);
}

static void
skip_space (Parser *self)
{
  while (self->next < self->px->length && g_ascii_isspace (self->px->text[self->next]))
    self->next++;
}

/* The character that comes after white space; 0 at the end. */
static char
peek (Parser *self)
{
  skip_space (self);
  return self->next < self->px->length ? self->px->text[self->next] : '\0';
}

static gboolean
fail (Parser     *self,
      gsize       offset,
      const char *message)
{
  tb_px_report (self->px, TB_SEVERITY_ERROR, offset, "%s", message);
  return FALSE;
}

/* One string or, behind each other without a comma, several. NULL: reported. */
static const char *
parse_string (Parser *self)
{
  g_string_truncate (self->string, 0);
  while (peek (self) == '"')
    {
      const char *start = self->px->text + self->next + 1;
      const char *end = memchr (start, '"', self->px->length - self->next - 1);

      if (end == NULL)
        {
          fail (self, self->next, _("the quotation is not closed; expected another quotation mark"));
          return NULL;
        }
      g_string_append_len (self->string, start, end - start);
      self->next = (gsize) (end - self->px->text) + 1;
    }

  return tb_pool_intern (self->px->pool, self->string->str);
}

static gboolean
is_of_word (char c)
{
  return c != '\0' && strchr ("\",;()=[]", c) == NULL && !g_ascii_isspace (c);
}

static const char *
parse_word (Parser *self)
{
  gsize start = self->next;

  while (self->next < self->px->length && is_of_word (self->px->text[self->next]))
    self->next++;

  return self->next > start ? tb_pool_intern_len (self->px->pool, self->px->text + start, self->next - start) : NULL;
}

/* An equals sign among values follows the keyword of the next statement: the last
 * word was that keyword, and @behind is where the item before it ends. */
static gboolean
fail_item (Parser *self,
           gsize   behind)
{
  while (behind > 0 && g_ascii_isspace (self->px->text[behind - 1]))
    behind--;
  if (behind > 0 && peek (self) == '=')
    return fail (self, behind, _("no semicolon ends the statement; expected one here"));

  return fail (self, self->next, _("not a value of a PC-Axis file; expected a quotation, a number or a word"));
}

/* Strings and words up to @end, which is stepped over. Commas and the parentheses of
 * TLIST(…) only part them. */
static gboolean
parse_list (Parser    *self,
            GPtrArray *list,
            char       end)
{
  gsize behind_item = 0, behind = 0;

  while (peek (self) != end)
    {
      char c = peek (self);
      const char *item;

      if (c == '\0')
        return fail (self, self->next > 0 ? self->next - 1 : 0,
                     _("the file ends within a statement; expected a semicolon"));
      if (c == ',' || ((c == '(' || c == ')') && end == ';'))
        {
          self->next++;
          continue;
        }
      item = c == '"' ? parse_string (self) : parse_word (self);
      if (item == NULL && c == '"')
        return FALSE;
      if (item == NULL)
        return fail_item (self, behind);
      if (c != '"')
        behind = behind_item;
      behind_item = self->next;
      g_ptr_array_add (list, (gpointer) item);
    }

  self->next++;
  return TRUE;
}

static void
free_statement (gpointer data)
{
  TbPxStatement *statement = data;

  g_ptr_array_unref (statement->keys);
  g_ptr_array_unref (statement->values);
  g_free (statement);
}

static char *
make_name (const char *keyword,
           const char *key,
           gsize       n_keys)
{
  return n_keys == 0 ? g_strdup (keyword) : g_strdup_printf ("%s%c%s", keyword, SEPARATOR, key);
}

/* KEYWORD[language]("key", …)= */
static gboolean
parse_head (Parser        *self,
            TbPxStatement *statement)
{
  statement->offset = self->next;
  statement->keyword = parse_word (self);
  if (statement->keyword == NULL)
    return fail (self, self->next, _("not a statement of a PC-Axis file; expected a keyword"));
  if (peek (self) == '[')
    {
      self->next++;
      statement->language = peek (self) == '"' ? parse_string (self) : parse_word (self);
      if (statement->language == NULL || peek (self) != ']')
        return fail (self, self->next, _("not a language in brackets; expected one such as [en]"));
      self->next++;
    }
  if (peek (self) == '(')
    {
      self->next++;
      if (!parse_list (self, statement->keys, ')'))
        return FALSE;
    }
  if (peek (self) != '=')
    return fail (self, self->next, _("no value follows the keyword; expected an equals sign"));

  self->next++;
  return TRUE;
}

static gboolean
parse_statement (Parser   *self,
                 gboolean *out_is_data)
{
  TbPxStatement *statement = g_new0 (TbPxStatement, 1);

  statement->keys = g_ptr_array_new ();
  statement->values = g_ptr_array_new ();
  g_ptr_array_add (self->px->list, statement);
  if (!parse_head (self, statement))
    return FALSE;

  *out_is_data = g_str_equal (statement->keyword, "DATA") && statement->language == NULL;
  if (*out_is_data)
    {
      self->px->data = self->next;
      return TRUE;
    }
  if (!parse_list (self, statement->values, ';'))
    return FALSE;
  if (statement->language == NULL && statement->keys->len <= 1)
    g_hash_table_insert (self->px->statements,
                         make_name (statement->keyword, statement->keys->len > 0 ? statement->keys->pdata[0] : NULL,
                                    statement->keys->len), statement);

  return TRUE;
}

/**
 * tb_px_parse:
 * @self: a file with its text
 *
 * Parses all statements up to the data.
 *
 * Returns: whether it is well-formed and has data; else it is reported
 */
gboolean
tb_px_parse (TbPx *self)
{
  g_autoptr (GString) string = g_string_new (NULL);
  Parser parser = { self, 0, string };
  gboolean is_data = FALSE;

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->list = g_ptr_array_new_with_free_func (free_statement);
  while (!is_data && peek (&parser) != '\0')
    {
      if (!parse_statement (&parser, &is_data))
        return FALSE;
    }
  if (is_data)
    return TRUE;

  return fail (&parser, self->length > 0 ? self->length - 1 : 0,
               _("the file has no data; expected \"DATA=\" with figures"));
}

/**
 * tb_px_find:
 * @self: a file
 * @keyword: of a statement
 * @key: (nullable): in parentheses
 *
 * Returns: (transfer none) (nullable): the statement in the file's own language
 */
const TbPxStatement *
tb_px_find (const TbPx *self,
            const char *keyword,
            const char *key)
{
  g_autofree char *name = make_name (keyword, key, key != NULL ? 1 : 0);

  return g_hash_table_lookup (self->statements, name);
}

/**
 * tb_px_get:
 * @self: a file
 * @keyword: of a statement
 * @key: (nullable): in parentheses
 *
 * Returns: (transfer none) (nullable): its first value, where that is not empty
 */
const char *
tb_px_get (const TbPx *self,
           const char *keyword,
           const char *key)
{
  const TbPxStatement *statement = tb_px_find (self, keyword, key);
  const char *value = statement != NULL && statement->values->len > 0 ? statement->values->pdata[0] : NULL;

  return value != NULL && *value != '\0' ? value : NULL;
}

/**
 * tb_px_is_yes:
 * @value: (nullable): of a statement
 *
 * Returns: whether it is YES
 */
gboolean
tb_px_is_yes (const char *value)
{
  return value != NULL && g_ascii_strcasecmp (value, "YES") == 0;
}
