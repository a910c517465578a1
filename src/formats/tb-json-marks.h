/* Where quotes, brackets and commas stand in a block of JSON, and where strings end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

G_BEGIN_DECLS

/* Looked at at once. */
#define TB_JSON_BLOCK_BYTES 64

/* So many bytes of a string are looked at at once. */
#define TB_JSON_PLAIN_BYTES 16

/* Of 64 bytes a bit for each, the first one lowest. What is needed of few blocks is found
 * by tb_json_find_byte(). */
typedef struct
{
  guint64  quotes;
  guint64  brackets;
  gboolean has_backslash;
} TbJsonMarks;

#ifdef __SSE2__
static inline __m128i
tb_json_load_part (const char *block,
                   int         part)
{
  return _mm_loadu_si128 ((const __m128i *) (gconstpointer) (block + 16 * part));
}

static inline guint64
tb_json_gather (__m128i found,
                int     part)
{
  return (guint64) (guint32) _mm_movemask_epi8 (found) << (16 * part);
}

/* Behind the four brackets stand bytes that differ in the bits 0x20 and 0x02 alone. */
static inline void
tb_json_classify_part (const char  *block,
                       int          part,
                       TbJsonMarks *marks,
                       __m128i     *backslashes)
{
  const __m128i bytes = tb_json_load_part (block, part);
  const __m128i folded = _mm_or_si128 (_mm_add_epi8 (bytes, _mm_set1_epi8 (1)), _mm_set1_epi8 (0x22));

  marks->quotes |= tb_json_gather (_mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('"')), part);
  marks->brackets |= tb_json_gather (_mm_cmpeq_epi8 (folded, _mm_set1_epi8 ('}' + 1)), part);
  *backslashes = _mm_or_si128 (*backslashes, _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\\')));
}

static inline TbJsonMarks
tb_json_classify (const char *block)
{
  __m128i backslashes = _mm_setzero_si128 ();
  TbJsonMarks marks = { 0 };

  tb_json_classify_part (block, 0, &marks, &backslashes);
  tb_json_classify_part (block, 1, &marks, &backslashes);
  tb_json_classify_part (block, 2, &marks, &backslashes);
  tb_json_classify_part (block, 3, &marks, &backslashes);
  marks.has_backslash = _mm_movemask_epi8 (backslashes) != 0;

  return marks;
}

/* How many bytes of 16 come before the first that ends a string or is not itself in it: a quote,
 * backslash or control character. @is_ascii becomes FALSE where one of them is none. */
static inline guint
tb_json_count_plain (const char *text,
                     gboolean   *is_ascii)
{
  const __m128i bytes = tb_json_load_part (text, 0);
  const __m128i controls = _mm_cmpeq_epi8 (_mm_min_epu8 (bytes, _mm_set1_epi8 (0x1F)), bytes);
  const __m128i ends = _mm_or_si128 (_mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('"')),
                                     _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\\')));
  const guint mark = (guint) _mm_movemask_epi8 (_mm_or_si128 (ends, controls));
  const guint n = mark != 0 ? (guint) __builtin_ctz (mark) : TB_JSON_PLAIN_BYTES;

  if ((guint) _mm_movemask_epi8 (bytes) << (31 - n) << 1 != 0)
    *is_ascii = FALSE;
  return n;
}

static inline guint64
tb_json_find_byte (const char *block,
                   char        byte)
{
  const __m128i bytes = _mm_set1_epi8 (byte);

  return tb_json_gather (_mm_cmpeq_epi8 (tb_json_load_part (block, 0), bytes), 0)
         | tb_json_gather (_mm_cmpeq_epi8 (tb_json_load_part (block, 1), bytes), 1)
         | tb_json_gather (_mm_cmpeq_epi8 (tb_json_load_part (block, 2), bytes), 2)
         | tb_json_gather (_mm_cmpeq_epi8 (tb_json_load_part (block, 3), bytes), 3);
}
#else
static inline guint
tb_json_count_plain (const char *text,
                     gboolean   *is_ascii)
{
  for (guint i = 0; i < TB_JSON_PLAIN_BYTES; i++)
    {
      if ((guchar) text[i] < 0x20 || text[i] == '"' || text[i] == '\\')
        return i;
      if ((guchar) text[i] >= 0x80)
        *is_ascii = FALSE;
    }

  return TB_JSON_PLAIN_BYTES;
}

static inline guint64
tb_json_find_byte (const char *block,
                   char        byte)
{
  guint64 found = 0;

  for (int i = 0; i < TB_JSON_BLOCK_BYTES; i++)
    found |= (guint64) (block[i] == byte) << i;

  return found;
}

static inline TbJsonMarks
tb_json_classify (const char *block)
{
  return (TbJsonMarks) {
    .quotes = tb_json_find_byte (block, '"'),
    .brackets = tb_json_find_byte (block, '[') | tb_json_find_byte (block, ']')
                | tb_json_find_byte (block, '{') | tb_json_find_byte (block, '}'),
    .has_backslash = tb_json_find_byte (block, '\\') != 0,
  };
}
#endif

G_END_DECLS
