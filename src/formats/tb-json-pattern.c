/* Rows that are written alike but for their values, parsed by the first of them.
 *
 * A program that writes rows writes all of them with the same keys and white space. What
 * stands between two values is compared with that of the first row, and only values
 * are parsed, by the same grammar as elsewhere. What is not quite like this, or needs
 * more than a look, is no error here: the parser has the last word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-pattern.h"

#include "tb-bytes.h"
#include "tb-json-marks.h"
#include "tb-limits.h"

/* In all of this the text ends with a byte that is no part of a value, and NULs behind it, so
 * that only what is compared must not be longer than it. NULL: something else is there. */

static inline char *
skip_space (char *p)
{
  while (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')
    p++;

  return p;
}

static inline char *
skip_piece (const TbJsonPattern *self,
            guint                i,
            char                *p,
            const char          *end)
{
  const TbJsonPiece *piece = &self->pieces[i];

  return (gsize) (end - p) >= piece->length && tb_bytes_same (p, self->text + piece->start, piece->length)
           ? p + piece->length
           : NULL;
}

static inline void
set_val (yyjson_val *val,
         uint8_t     type,
         const char *text,
         gsize       length)
{
  val->tag = (uint64_t) length << YYJSON_TAG_BIT | type;
  val->uni.str = text;
}

/* Strings with escapes are left to the parser. */
static inline char *
parse_string (char       *p,
              yyjson_val *val)
{
  const char *start = ++p;
  gboolean is_ascii = TRUE;
  guint n;

  do
    {
      n = tb_json_count_plain (p, &is_ascii);
      p += n;
    }
  while (n == TB_JSON_PLAIN_BYTES);
  if (*p != '"' || (!is_ascii && !g_utf8_validate_len (start, (gsize) (p - start), NULL)))
    return NULL;

  set_val (val, YYJSON_TYPE_STR, start, (gsize) (p - start));
  *p = '\0';
  return p + 1;
}

static inline gboolean
is_digit (char byte)
{
  return (guchar) (byte - '0') < 10;
}

/* One digit at least. */
static inline char *
skip_digits (char *p)
{
  if (!is_digit (*p))
    return NULL;
  while (is_digit (*p))
    p++;

  return p;
}

static char *
skip_exponent (char *p)
{
  p++;
  return skip_digits (*p == '-' || *p == '+' ? p + 1 : p);
}

static inline char *
parse_number (char       *p,
              yyjson_val *val)
{
  const char *start = p;

  if (*p == '-')
    p++;
  p = *p == '0' ? p + 1 : skip_digits (p);
  if (p != NULL && *p == '.')
    p = skip_digits (p + 1);
  if (p != NULL && (*p == 'e' || *p == 'E'))
    p = skip_exponent (p);
  if (p != NULL)
    set_val (val, YYJSON_TYPE_RAW, start, (gsize) (p - start));

  return p;
}

static char *
parse_word (char       *p,
            yyjson_val *val)
{
  if (strncmp (p, "null", 4) == 0)
    set_val (val, YYJSON_TYPE_NULL, NULL, 0);
  else if (strncmp (p, "true", 4) == 0)
    set_val (val, YYJSON_TYPE_BOOL | YYJSON_SUBTYPE_TRUE, NULL, 0);
  else if (strncmp (p, "false", 5) == 0)
    set_val (val, YYJSON_TYPE_BOOL | YYJSON_SUBTYPE_FALSE, NULL, 0);
  else
    return NULL;

  return p + (*p == 'f' ? 5 : 4);
}

/* Arrays and objects are left to the parser. */
static inline char *
parse_value (char       *p,
             yyjson_val *val)
{
  if (*p == '"')
    return parse_string (p, val);
  if (*p == '-' || is_digit (*p))
    return parse_number (p, val);

  return parse_word (p, val);
}

static inline char *
parse_row (const TbJsonPattern *self,
           char                *p,
           const char          *end,
           yyjson_val          *row)
{
  const guint n = self->n_members;

  row[0] = self->row[0];
  for (guint i = 0; i < n; i++)
    {
      row[1 + 2 * i] = self->row[1 + 2 * i];
      p = skip_piece (self, i, p, end);
      p = p != NULL ? parse_value (p, &row[2 + 2 * i]) : NULL;
      if (p == NULL)
        return NULL;
    }

  return skip_piece (self, n, p, end);
}

/* What was passed since the piece before becomes one. FALSE: it is too long. */
static gboolean
add_piece (TbJsonPattern *self,
           guint          i,
           const char    *start,
           const char    *end)
{
  const gsize length = (gsize) (end - start);

  if (length >= sizeof self->text - self->n_bytes)
    return FALSE;

  self->pieces[i] = (TbJsonPiece) { self->n_bytes, (guint) length };
  memcpy (self->text + self->n_bytes, start, length);
  self->n_bytes += (guint) length;
  return TRUE;
}

/* From behind a value, or before the object, up to the next value: a bracket or comma, a key without
 * escapes, and a colon. */
static char *
skip_key (char *p,
          char  before)
{
  yyjson_val key;

  p = skip_space (p);
  if (*p != before)
    return NULL;
  p = skip_space (p + 1);
  p = *p == '"' ? parse_string (p, &key) : NULL;
  if (p == NULL)
    return NULL;

  p[-1] = '"';
  p = skip_space (p);
  return *p == ':' ? skip_space (p + 1) : NULL;
}

/* The pieces of a row. FALSE: it is none that has a pattern. */
static gboolean
take_apart (TbJsonPattern *self,
            char          *p)
{
  const char *start = p;
  yyjson_val value;

  for (guint i = 0; i < self->n_members; i++)
    {
      p = skip_key (p, i == 0 ? '{' : ',');
      if (p == NULL || !add_piece (self, i, start, p))
        return FALSE;
      p = parse_value (p, &value);
      if (p == NULL)
        return FALSE;
      start = p;
    }
  p = skip_space (p);

  return *p == '}' && add_piece (self, self->n_members, start, p + 1);
}

/* The keys of a parsed row become the pattern's. */
static gboolean
keep_keys (TbJsonPattern    *self,
           const yyjson_val *row)
{
  gsize used = 0;

  memcpy (self->row, row, (1 + 2 * self->n_members) * sizeof *row);
  for (guint i = 0; i < self->n_members; i++)
    {
      yyjson_val *key = &self->row[1 + 2 * i];
      const gsize length = unsafe_yyjson_get_len (key);

      /* Eight bytes from a key on are loaded at once. */
      if (length + 8 >= sizeof self->keys - used)
        return FALSE;
      memcpy (self->keys + used, key->uni.str, length);
      key->uni.str = self->keys + used;
      used += length + 1;
    }

  return TRUE;
}

/**
 * tb_json_pattern_new:
 * @text: (array length=length): what begins with the bracket or comma before a row
 * @length: its bytes
 * @row: that row, parsed: an object that holds no others
 *
 * Returns: (transfer full) (nullable): how the row is written; %NULL where it has escapes,
 *   arrays, objects, no members, or too many
 */
TbJsonPattern *
tb_json_pattern_new (const char       *text,
                     gsize             length,
                     const yyjson_val *row)
{
  g_autofree TbJsonPattern *self = g_new0 (TbJsonPattern, 1);
  /* Strings are looked at in blocks. */
  g_autofree char *copy = g_malloc0 (length + TB_JSON_PLAIN_BYTES);

  memcpy (copy, text, length);
  self->n_members = (guint) MIN (unsafe_yyjson_get_len ((gpointer) row), G_MAXUINT);
  if (length == 0 || self->n_members == 0 || self->n_members > TB_JSON_PATTERN_MEMBERS || !keep_keys (self, row))
    return NULL;

  return take_apart (self, skip_space (copy + 1)) ? g_steal_pointer (&self) : NULL;
}

/**
 * tb_json_pattern_parse:
 * @self: a pattern
 * @slot: a slot whose text was filled in
 * @length: of the text
 *
 * Parses rows in place, from a bracket or comma before the first up to one behind the last.
 * What comes of it is what the parser makes of them.
 *
 * Returns: whether all of them are written by the pattern; else the text was changed
 */
gboolean
tb_json_pattern_parse (const TbJsonPattern *self,
                       TbJsonSlot          *slot,
                       gsize                length)
{
  const gsize n_row = 1 + 2 * self->n_members;
  /* No row is shorter than its pieces, a value of a byte for each member, and a comma. */
  const gsize most = length / (self->n_bytes + self->n_members + 1) + 1;
  yyjson_val *root = tb_json_slot_make_values (slot, 1 + most * n_row);
  const char *end = slot->text + length - 1;
  char *p = slot->text;
  gsize n = 0;

  if (root == NULL)
    return FALSE;

  tb_json_enclose (slot->text, length, FALSE);
  memset (slot->text + length, 0, TB_JSON_PLAIN_BYTES);
  do
    {
      p = n < most ? parse_row (self, skip_space (p + 1), end, root + 1 + n * n_row) : NULL;
      if (p == NULL)
        return FALSE;
      n++;
      p = skip_space (p);
    }
  while (*p == ',');
  if (p != end)
    return FALSE;

  slot->root = root;
  slot->n_values = 1 + n * n_row;
  set_val (root, YYJSON_TYPE_ARR, NULL, n);
  root->uni.ofs = slot->n_values * sizeof *root;
  return TRUE;
}
