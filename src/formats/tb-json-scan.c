/* The scan that finds what is large in a JSON text.
 *
 * This part finds brackets and commas outside strings; tb-json-levels.c has what they mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-scan.h"

#include "tb-json-marks.h"
#include "tb-limits.h"

/* The bytes behind backslashes that are not escaped themselves. */
static guint64
find_escaped (TbJsonScan *self,
              guint64     backslashes)
{
  guint64 escaped = self->escaped ? 1 : 0;

  backslashes &= ~escaped;
  self->escaped = FALSE;
  while (backslashes != 0)
    {
      int i = __builtin_ctzll (backslashes);

      if (i == TB_JSON_BLOCK_BYTES - 1)
        {
          self->escaped = TRUE;
          break;
        }
      escaped |= G_GUINT64_CONSTANT (2) << i;
      backslashes &= ~(G_GUINT64_CONSTANT (3) << i);
    }

  return escaped;
}

/* The bytes in strings, opening quotes with them: each bit is the parity of the quotes up
 * to it (G. Langdale, D. Lemire, "Parsing Gigabytes of JSON per Second", VLDB Journal 28, 2019). */
static guint64
find_strings (TbJsonScan *self,
              guint64     quotes)
{
  quotes ^= quotes << 1;
  quotes ^= quotes << 2;
  quotes ^= quotes << 4;
  quotes ^= quotes << 8;
  quotes ^= quotes << 16;
  quotes ^= quotes << 32;
  quotes ^= self->in_string;
  self->in_string = -(quotes >> (TB_JSON_BLOCK_BYTES - 1));
  return quotes;
}

/* Of a byte that is a bracket. */
static inline gboolean
is_opening (char bracket)
{
  return (bracket & 0x04) == 0;
}

/* FALSE: the brackets do not fit, or an end was guessed. */
static gboolean
pass_mark (TbJsonScan *self,
           gsize       i)
{
  if (self->window[i] == ',')
    return self->depth < 0 || tb_json_scan_pass_comma (self, i);

  return is_opening (self->window[i]) ? tb_json_scan_open (self, i) : tb_json_scan_close (self, i);
}

/* Of what is taken out. */
static inline void
pass_own_comma (const TbJsonScan *self,
                TbJsonLevel      *level,
                gsize             at)
{
  level->n++;
  if (at - level->run_start >= self->limits->run_bytes)
    tb_json_level_end_run (level, at);
}

/* From inside an element of what is taken out up to its end. Returns what is left behind it. */
static inline guint64
pass_element (TbJsonScan *self,
              const char *block,
              guint64     brackets)
{
  int depth = self->depth - self->out;

  for (; brackets != 0; brackets &= brackets - 1)
    {
      if (is_opening (block[__builtin_ctzll (brackets)]))
        depth++;
      else if (--depth == 0)
        {
          self->depth = self->out;
          return -(brackets & -brackets) << 1;
        }
    }

  self->depth = self->out + depth;
  return 0;
}

/* Of what is taken out only its own commas and its end count: whether brackets fit inside
 * the parser finds. @left: the bytes still to pass; returned: those from its end on. */
static guint64
pass_left_out (TbJsonScan *self,
               gsize       start,
               guint64     brackets,
               guint64     outside,
               guint64     left)
{
  const char *block = self->window + start;
  TbJsonLevel *level = &self->levels[self->out];
  const gsize at = self->offset + start;
  guint64 marks;

  if (self->depth > self->out)
    left = pass_element (self, block, left & brackets);
  if (left == 0)
    return 0;

  marks = brackets | (tb_json_find_byte (block, ',') & outside);
  while ((left &= marks) != 0)
    {
      const guint64 mark = left & -left;
      const gsize i = (gsize) __builtin_ctzll (mark);

      /* Numbers, mostly. */
      if (brackets == 0 && at + TB_JSON_BLOCK_BYTES - level->run_start < self->limits->run_bytes)
        {
          level->n += (gsize) __builtin_popcountll (left);
          return 0;
        }
      left = -mark << 1;
      if (block[i] == ',')
        pass_own_comma (self, level, at + i);
      else if (!is_opening (block[i]))
        return -mark;
      else
        {
          self->depth++;
          left = pass_element (self, block, left & brackets);
        }
    }

  return 0;
}

static gboolean
pass_block (TbJsonScan *self,
            gsize       start,
            guint64     brackets,
            guint64     outside)
{
  guint64 left = ~G_GUINT64_CONSTANT (0);

  for (;;)
    {
      guint64 marks;

      if (self->out >= 0)
        left = pass_left_out (self, start, brackets, outside, left);
      if (left == 0)
        return self->depth < TB_LIMIT_NESTING;
      marks = left & (brackets | (tb_json_find_byte (self->window + start, ',') & outside));
      if (marks == 0)
        return TRUE;
      if (!pass_mark (self, start + (gsize) __builtin_ctzll (marks)))
        return FALSE;
      left = -(marks & -marks) << 1;
    }
}

/**
 * tb_json_scan_window:
 * @self: a scan with a window
 * @length: the bytes of it that are to be scanned; spaces up to a whole block
 *
 * Finds brackets and commas outside strings.
 *
 * Returns: %FALSE where brackets do not fit, or where the end of what is taken out was
 *   guessed, so that the scan goes on there
 */
gboolean
tb_json_scan_window (TbJsonScan *self,
                     gsize       length)
{
  for (gsize start = 0; start < length; start += TB_JSON_BLOCK_BYTES)
    {
      const char *block = self->window + start;
      TbJsonMarks marks = tb_json_classify (block);
      guint64 outside;

      if (marks.has_backslash || self->escaped)
        marks.quotes &= ~find_escaped (self, tb_json_find_byte (block, '\\'));
      /* It is inside an element of what is taken out from its first byte to its last. */
      if (marks.brackets == 0 && self->out >= 0 && self->depth > self->out)
        {
          self->in_string ^= -(guint64) __builtin_parityll (marks.quotes);
          continue;
        }

      outside = ~find_strings (self, marks.quotes);
      if (!pass_block (self, start, marks.brackets & outside, outside))
        return FALSE;
    }

  return TRUE;
}
