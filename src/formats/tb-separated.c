/* Records of comma-, semicolon-, tab- or bar-separated values (RFC 4180).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-separated.h"

#include <string.h>

#define NOT_UNQUOTED G_MAXSIZE

/* What is looked at to tell the delimiter. */
#define SNIFFED_RECORDS 200
#define SNIFFED_BYTES (256 * 1024)

/* Where a field begins in the text, and where its characters begin among those
 * that had to be copied because a quote stood for another character. */
typedef struct _TbSeparatedPlace
{
  const char *raw;
  gsize       unquoted;
} TbSeparatedPlace;

/**
 * tb_separated_init:
 * @self: zero-initialised
 * @text: (array length=length): UTF-8; lives as long as @self is used
 * @length: in bytes
 * @dialect: how fields are separated and quoted
 *
 * Begins to walk over the records of a text.
 *
 * Thread: that of @self.
 */
void
tb_separated_init (TbSeparated              *self,
                   const char               *text,
                   gsize                     length,
                   const TbSeparatedDialect *dialect)
{
  tb_separated_clear (self);
  self->dialect = *dialect;
  self->next = text;
  self->end = text + length;
  self->next_line = 1;
  self->unquoted = g_string_new (NULL);
}

/**
 * tb_separated_clear:
 * @self: initialised, or all zero
 *
 * Frees what the walk needed. The fields of the last record are gone.
 *
 * Thread: that of @self.
 */
void
tb_separated_clear (TbSeparated *self)
{
  g_free (self->list);
  g_free (self->places);
  if (self->unquoted != NULL)
    g_string_free (self->unquoted, TRUE);
  memset (self, 0, sizeof *self);
}

/* CR LF, LF and CR each end one line, and may be mixed. */
static const char *
skip_line_end (const char *at,
               const char *end)
{
  if (at < end && *at == '\r')
    return at + 1 < end && at[1] == '\n' ? at + 2 : at + 1;

  return at < end ? at + 1 : at;
}

static const char *
find_line_end (const char *at,
               const char *end)
{
  while (at < end && *at != '\n' && *at != '\r')
    at++;

  return at;
}

static gboolean
is_blank_line (const TbSeparated *self,
               const char        *line_end)
{
  for (const char *at = self->next; at < line_end; at++)
    {
      if ((*at != ' ' && *at != '\t') || *at == self->dialect.delimiter)
        return FALSE;
    }

  return TRUE;
}

/* A line that begins a record is looked at up to its first character only. */
static gboolean
is_left_out (const TbSeparated *self)
{
  if (self->dialect.comment != 0 && *self->next == self->dialect.comment)
    return TRUE;
  if (*self->next != ' ' && *self->next != '\t' && *self->next != '\n' && *self->next != '\r')
    return FALSE;

  return is_blank_line (self, find_line_end (self->next, self->end));
}

static void
skip_left_out (TbSeparated *self)
{
  while (self->next < self->end && is_left_out (self))
    {
      self->next = skip_line_end (find_line_end (self->next, self->end), self->end);
      self->next_line++;
    }
}

static void
append_field (TbSeparated *self,
              const char  *raw)
{
  if (self->n_fields == self->n_allocated)
    {
      self->n_allocated = MAX (16, self->n_allocated * 2);
      self->list = g_renew (TbSeparatedField, self->list, self->n_allocated);
      self->places = g_renew (TbSeparatedPlace, self->places, self->n_allocated);
    }
  self->places[self->n_fields] = (TbSeparatedPlace) { raw, NOT_UNQUOTED };
  self->list[self->n_fields] = (TbSeparatedField) { .text = raw };
  self->n_fields++;
}

static const char *
find_field_end (const TbSeparated *self,
                const char        *at)
{
  const char delimiter = self->dialect.delimiter;

  while (at < self->end && *at != delimiter && *at != '\n' && *at != '\r')
    at++;

  return at;
}

/* The characters of the field from now on have to be copied. */
static void
copy_from (TbSeparated *self,
           const char  *from,
           const char  *to)
{
  TbSeparatedPlace *place = &self->places[self->n_fields - 1];

  if (place->unquoted == NOT_UNQUOTED)
    place->unquoted = self->unquoted->len;
  g_string_append_len (self->unquoted, from, to - from);
}

/* The closing quote, or one that stands for itself, or the end. */
static const char *
find_quote (TbSeparated *self,
            const char  *at)
{
  for (; at < self->end; at++)
    {
      if (*at == self->dialect.quote || (self->dialect.escape != 0 && *at == self->dialect.escape))
        return at;
      if (*at == '\n' || (*at == '\r' && (at + 1 == self->end || at[1] != '\n')))
        self->next_line++;
    }

  return at;
}

static gboolean
stands_for_itself (const TbSeparated *self,
                   const char        *at)
{
  if (at + 1 >= self->end)
    return FALSE;
  if (self->dialect.escape != 0)
    return *at == self->dialect.escape && (at[1] == self->dialect.quote || at[1] == self->dialect.escape);

  return at[1] == self->dialect.quote;
}

/* @at is behind the opening quote. What stands between the closing quote and the
 * delimiter belongs to the field: it is no more wrong there than left out. */
static const char *
read_quoted (TbSeparated *self,
             const char  *at)
{
  const char *begin = at;
  const char *quote = find_quote (self, at);
  const char *field_end;
  gsize index = self->n_fields - 1;

  while (quote < self->end && (stands_for_itself (self, quote) || *quote != self->dialect.quote))
    {
      gboolean is_pair = stands_for_itself (self, quote);

      copy_from (self, at, is_pair ? quote : quote + 1);
      if (is_pair)
        g_string_append_c (self->unquoted, quote[1]);
      at = quote + (is_pair ? 2 : 1);
      quote = find_quote (self, at);
    }

  self->unclosed = quote == self->end;
  field_end = self->unclosed ? quote : find_field_end (self, quote + 1);
  if (self->places[index].unquoted == NOT_UNQUOTED && (self->unclosed || field_end == quote + 1))
    {
      self->list[index] = (TbSeparatedField) { begin, quote - begin, TRUE };
      return field_end;
    }

  copy_from (self, at, quote);
  if (!self->unclosed)
    g_string_append_len (self->unquoted, quote + 1, field_end - quote - 1);
  self->list[index].length = self->unquoted->len - self->places[index].unquoted;
  self->list[index].was_quoted = TRUE;
  return field_end;
}

static const char *
read_field (TbSeparated *self,
            const char  *at)
{
  const char *begin;

  while (self->dialect.skip_initial_space && at < self->end && *at == ' ')
    at++;
  begin = at;
  append_field (self, begin);
  if (at < self->end && self->dialect.quote != 0 && *at == self->dialect.quote)
    return read_quoted (self, at + 1);

  at = find_field_end (self, at);
  self->list[self->n_fields - 1].length = at - begin;
  return at;
}

/* The copied characters move while they grow, so that fields point to them only now. */
static void
place_unquoted (TbSeparated *self)
{
  for (gsize i = 0; i < self->n_fields; i++)
    {
      if (self->places[i].unquoted != NOT_UNQUOTED)
        self->list[i].text = self->unquoted->str + self->places[i].unquoted;
    }
}

/**
 * tb_separated_next:
 * @self: initialised
 *
 * Reads the next record into the public members. Its fields are valid until the
 * next call.
 *
 * Thread: that of @self.
 *
 * Returns: whether there was one
 */
gboolean
tb_separated_next (TbSeparated *self)
{
  const char *at;

  skip_left_out (self);
  self->n_fields = 0;
  self->unclosed = FALSE;
  self->line = self->next_line;
  if (self->next >= self->end)
    return FALSE;

  g_string_truncate (self->unquoted, 0);
  at = read_field (self, self->next);
  while (at < self->end && *at == self->dialect.delimiter)
    at = read_field (self, at + 1);
  if (self->unquoted->len > 0)
    place_unquoted (self);
  self->next = skip_line_end (at, self->end);
  self->next_line++;
  self->fields = self->list;
  return TRUE;
}

/**
 * tb_separated_get_mark:
 * @self: initialised
 *
 * Thread: that of @self.
 *
 * Returns: the place behind the record that was read last
 */
TbSeparatedMark
tb_separated_get_mark (const TbSeparated *self)
{
  return (TbSeparatedMark) { self->next, self->next_line };
}

/**
 * tb_separated_go_to:
 * @self: initialised
 * @mark: of the same walk
 *
 * The next record will be the one behind @mark.
 *
 * Thread: that of @self.
 */
void
tb_separated_go_to (TbSeparated     *self,
                    TbSeparatedMark  mark)
{
  self->next = mark.next;
  self->next_line = mark.line;
}

/**
 * tb_separated_get_column:
 * @self: with a record
 * @i: a field of it
 *
 * Thread: that of @self.
 *
 * Returns: the column at which the field begins in its line, from 1, in characters
 */
guint
tb_separated_get_column (const TbSeparated *self,
                         gsize              i)
{
  const char *at = self->places[i].raw;
  guint column = 1;

  /* The first record's first field has nothing before it that could be looked at. */
  if (i == 0)
    return 1;
  for (at--; at >= self->places[0].raw && *at != '\n' && *at != '\r'; at--)
    {
      if (((guchar) *at & 0xC0) != 0x80)
        column++;
    }

  return column;
}

/* How many of the first records have the number of fields that most of them have. */
typedef struct
{
  gsize n_records;
  gsize n_alike;
  gsize n_delimiters;
} Regularity;

static Regularity
measure (const char               *text,
         gsize                     length,
         const TbSeparatedDialect *dialect)
{
  g_auto (TbSeparated) records = { 0 };
  Regularity found = { 0 };
  gsize counts[SNIFFED_RECORDS];

  tb_separated_init (&records, text, MIN (length, SNIFFED_BYTES), dialect);
  while (found.n_records < SNIFFED_RECORDS && tb_separated_next (&records))
    counts[found.n_records++] = records.n_fields - 1;

  for (gsize i = 0; i < found.n_records; i++)
    {
      gsize n_alike = 0;

      for (gsize k = 0; k < found.n_records; k++)
        n_alike += counts[k] == counts[i];
      if (counts[i] > 0 && (n_alike > found.n_alike || (n_alike == found.n_alike && counts[i] > found.n_delimiters)))
        {
          found.n_alike = n_alike;
          found.n_delimiters = counts[i];
        }
    }

  return found;
}

/**
 * tb_separated_sniff:
 * @text: (array length=length): UTF-8
 * @length: in bytes
 * @out_dialect: (out): with the delimiter, and quotes doubled
 *
 * Tells the delimiter: the one by which most of the first records fall into the
 * same number of fields, and among such the one that makes more fields. A tab and
 * a semicolon stand in words and numbers more seldom than a comma, so that they
 * are preferred where they do equally well.
 *
 * Thread: any.
 *
 * Returns: whether there is one
 */
gboolean
tb_separated_sniff (const char         *text,
                    gsize               length,
                    TbSeparatedDialect *out_dialect)
{
  static const char delimiters[] = { '\t', ';', ',', '|' };
  Regularity best = { 0 };

  *out_dialect = TB_SEPARATED_COMMA;
  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      TbSeparatedDialect dialect = { .delimiter = delimiters[i], .quote = '"' };
      Regularity found = measure (text, length, &dialect);

      if (found.n_alike > best.n_alike
          || (found.n_alike > 0 && found.n_alike == best.n_alike && found.n_delimiters > best.n_delimiters))
        {
          best = found;
          *out_dialect = dialect;
        }
    }

  return best.n_alike > 0;
}
