/* Where quotes, brackets and commas stand in a block of JSON.
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

/* Of 64 bytes a bit for each, the first one lowest. */
typedef struct
{
  guint64 quotes;
  guint64 backslashes;
  guint64 brackets;
  guint64 commas;
} TbJsonMarks;

#ifdef __SSE2__
/* Sixteen bytes at once. With the bit of 0x20 set, '[' is '{' and ']' is '}'. */
static inline void
tb_json_classify_part (const char  *block,
                       int          at,
                       TbJsonMarks *masks)
{
  const __m128i bytes = _mm_loadu_si128 ((const __m128i *) (gconstpointer) (block + at));
  const __m128i folded = _mm_or_si128 (bytes, _mm_set1_epi8 (0x20));
  const __m128i quotes = _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('"'));
  const __m128i backslashes = _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\\'));
  const __m128i brackets = _mm_or_si128 (_mm_cmpeq_epi8 (folded, _mm_set1_epi8 ('{')),
                                         _mm_cmpeq_epi8 (folded, _mm_set1_epi8 ('}')));
  const __m128i commas = _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 (','));

  masks->quotes |= (guint64) (guint32) _mm_movemask_epi8 (quotes) << at;
  masks->backslashes |= (guint64) (guint32) _mm_movemask_epi8 (backslashes) << at;
  masks->brackets |= (guint64) (guint32) _mm_movemask_epi8 (brackets) << at;
  masks->commas |= (guint64) (guint32) _mm_movemask_epi8 (commas) << at;
}

static inline TbJsonMarks
tb_json_classify (const char *block)
{
  TbJsonMarks masks = { 0 };

  tb_json_classify_part (block, 0, &masks);
  tb_json_classify_part (block, 16, &masks);
  tb_json_classify_part (block, 32, &masks);
  tb_json_classify_part (block, 48, &masks);

  return masks;
}
#else
static inline TbJsonMarks
tb_json_classify (const char *block)
{
  TbJsonMarks masks = { 0 };

  for (int i = 0; i < TB_JSON_BLOCK_BYTES; i++)
    {
      char c = block[i];
      char folded = c | 0x20;

      masks.quotes |= (guint64) (c == '"') << i;
      masks.backslashes |= (guint64) (c == '\\') << i;
      masks.brackets |= (guint64) (folded == '{' || folded == '}') << i;
      masks.commas |= (guint64) (c == ',') << i;
    }

  return masks;
}
#endif

G_END_DECLS
