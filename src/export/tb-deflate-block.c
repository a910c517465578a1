/* Blocks of compressed data: RFC 1951.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-deflate-private.h"

#include <string.h>

#define N_LENGTH_CODES 19
#define LITERAL_BITS 15
#define LENGTH_CODE_BITS 7
#define DYNAMIC_BLOCK 2

typedef struct { guint16 base; guint8 extra; } Range;

/* 3.2.5: lengths from 257 on, and distances. */
static const Range lengths[] = {
  { 3, 0 }, { 4, 0 }, { 5, 0 }, { 6, 0 }, { 7, 0 }, { 8, 0 }, { 9, 0 }, { 10, 0 }, { 11, 1 }, { 13, 1 },
  { 15, 1 }, { 17, 1 }, { 19, 2 }, { 23, 2 }, { 27, 2 }, { 31, 2 }, { 35, 3 }, { 43, 3 }, { 51, 3 }, { 59, 3 },
  { 67, 4 }, { 83, 4 }, { 99, 4 }, { 115, 4 }, { 131, 5 }, { 163, 5 }, { 195, 5 }, { 227, 5 }, { 258, 0 },
};
static const Range distances[TB_DEFLATE_N_DISTANCES] = {
  { 1, 0 }, { 2, 0 }, { 3, 0 }, { 4, 0 }, { 5, 1 }, { 7, 1 }, { 9, 2 }, { 13, 2 }, { 17, 3 }, { 25, 3 },
  { 33, 4 }, { 49, 4 }, { 65, 5 }, { 97, 5 }, { 129, 6 }, { 193, 6 }, { 257, 7 }, { 385, 7 }, { 513, 8 }, { 769, 8 },
  { 1025, 9 }, { 1537, 9 }, { 2049, 10 }, { 3073, 10 }, { 4097, 11 }, { 6145, 11 }, { 8193, 12 }, { 12289, 12 },
  { 16385, 13 }, { 24577, 13 },
};
/* 3.2.7: the order in which lengths of the lengths' codes stand. */
static const guint8 order[N_LENGTH_CODES] = { 16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15 };

typedef struct
{
  guint8  literal_lengths[TB_DEFLATE_N_LITERALS];
  guint16 literal_codes[TB_DEFLATE_N_LITERALS];
  guint8  distance_lengths[TB_DEFLATE_N_DISTANCES];
  guint16 distance_codes[TB_DEFLATE_N_DISTANCES];
} Codes;

/* A length of a code, or a run of such: 3.2.7. */
typedef struct { guint8 code; guint8 extra; } Run;

void
tb_bit_writer_add (TbBitWriter *self,
                   guint32      bits,
                   guint        n)
{
  self->bits |= (guint64) bits << self->n_bits;
  self->n_bits += n;
  if (self->n_bits >= 32)
    {
      guint32 word = GUINT32_TO_LE ((guint32) self->bits);

      g_byte_array_append (self->bytes, (const guint8 *) &word, sizeof word);
      self->bits >>= 32;
      self->n_bits -= 32;
    }
}

void
tb_bit_writer_flush (TbBitWriter *self)
{
  while (self->n_bits > 0)
    {
      guint8 byte = (guint8) self->bits;

      g_byte_array_append (self->bytes, &byte, 1);
      self->bits >>= 8;
      self->n_bits -= MIN (self->n_bits, 8);
    }
}

static guint
find_length (guint length)
{
  guint i = G_N_ELEMENTS (lengths) - 1;

  while (lengths[i].base > length)
    i--;

  return i;
}

/* Two ranges for each power of two. */
static guint
find_distance (guint distance)
{
  guint d = distance - 1;
  guint bits;

  if (d < 4)
    return d;
  bits = g_bit_storage (d) - 1;

  return 2 * bits + (d >> (bits - 1) & 1);
}

static void
get_codes (const TbDeflateToken *tokens,
           gsize                 n,
           Codes                *out)
{
  guint32 literal_counts[TB_DEFLATE_N_LITERALS] = { 0 };
  guint32 distance_counts[TB_DEFLATE_N_DISTANCES] = { 0 };

  for (gsize i = 0; i < n; i++)
    {
      if (tokens[i].distance == 0)
        {
          literal_counts[tokens[i].value]++;
          continue;
        }
      literal_counts[TB_DEFLATE_END_OF_BLOCK + 1 + find_length (tokens[i].value)]++;
      distance_counts[find_distance (tokens[i].distance)]++;
    }
  literal_counts[TB_DEFLATE_END_OF_BLOCK] = 1;
  tb_huffman_get_lengths (literal_counts, TB_DEFLATE_N_LITERALS, LITERAL_BITS, out->literal_lengths);
  tb_huffman_get_codes (out->literal_lengths, TB_DEFLATE_N_LITERALS, out->literal_codes);
  tb_huffman_get_lengths (distance_counts, TB_DEFLATE_N_DISTANCES, LITERAL_BITS, out->distance_lengths);
  tb_huffman_get_codes (out->distance_lengths, TB_DEFLATE_N_DISTANCES, out->distance_codes);
}

/* Runs of equal lengths: 16 repeats the one before 3…6 times, 17 is 3…10 zeros,
 * 18 is 11…138. */
static guint
find_runs (const guint8 *all,
           guint         n,
           Run          *out)
{
  guint n_runs = 0;

  for (guint i = 0; i < n;)
    {
      guint same = 1;

      while (i + same < n && all[i + same] == all[i] && same < 138)
        same++;
      if (all[i] == 0 && same >= 3)
        {
          out[n_runs++] = same >= 11 ? (Run) { 18, (guint8) (same - 11) } : (Run) { 17, (guint8) (same - 3) };
          i += same;
        }
      else if (i > 0 && all[i] == all[i - 1] && same >= 3)
        {
          same = MIN (same, 6);
          out[n_runs++] = (Run) { 16, (guint8) (same - 3) };
          i += same;
        }
      else
        {
          out[n_runs++] = (Run) { all[i++], 0 };
        }
    }

  return n_runs;
}

static void
write_head (TbBitWriter *writer,
            const Codes *codes)
{
  static const guint8 extra_bits[N_LENGTH_CODES] = { [16] = 2, [17] = 3, [18] = 7 };
  guint8 all[TB_DEFLATE_N_LITERALS + TB_DEFLATE_N_DISTANCES];
  Run runs[G_N_ELEMENTS (all)];
  guint32 counts[N_LENGTH_CODES] = { 0 };
  guint8 bits[N_LENGTH_CODES];
  guint16 values[N_LENGTH_CODES];
  guint n_order = N_LENGTH_CODES;
  guint n_runs;

  memcpy (all, codes->literal_lengths, TB_DEFLATE_N_LITERALS);
  memcpy (all + TB_DEFLATE_N_LITERALS, codes->distance_lengths, TB_DEFLATE_N_DISTANCES);
  n_runs = find_runs (all, G_N_ELEMENTS (all), runs);
  for (guint i = 0; i < n_runs; i++)
    counts[runs[i].code]++;
  tb_huffman_get_lengths (counts, N_LENGTH_CODES, LENGTH_CODE_BITS, bits);
  tb_huffman_get_codes (bits, N_LENGTH_CODES, values);
  while (n_order > 4 && bits[order[n_order - 1]] == 0)
    n_order--;
  tb_bit_writer_add (writer, TB_DEFLATE_N_LITERALS - 257, 5);
  tb_bit_writer_add (writer, TB_DEFLATE_N_DISTANCES - 1, 5);
  tb_bit_writer_add (writer, n_order - 4, 4);
  for (guint i = 0; i < n_order; i++)
    tb_bit_writer_add (writer, bits[order[i]], 3);
  for (guint i = 0; i < n_runs; i++)
    {
      tb_bit_writer_add (writer, values[runs[i].code], bits[runs[i].code]);
      tb_bit_writer_add (writer, runs[i].extra, extra_bits[runs[i].code]);
    }
}

static void
write_copy (TbBitWriter          *writer,
            const Codes          *codes,
            const TbDeflateToken *token)
{
  guint length = find_length (token->value);
  guint distance = find_distance (token->distance);
  guint symbol = TB_DEFLATE_END_OF_BLOCK + 1 + length;

  tb_bit_writer_add (writer, codes->literal_codes[symbol], codes->literal_lengths[symbol]);
  tb_bit_writer_add (writer, token->value - lengths[length].base, lengths[length].extra);
  tb_bit_writer_add (writer, codes->distance_codes[distance], codes->distance_lengths[distance]);
  tb_bit_writer_add (writer, token->distance - distances[distance].base, distances[distance].extra);
}

/**
 * tb_deflate_write_block:
 * @writer: where to
 * @tokens: what the block says
 * @n: how many there are
 * @is_last: whether no block follows
 *
 * Writes a block with codes of its own (RFC 1951, 3.2.7).
 */
void
tb_deflate_write_block (TbBitWriter          *writer,
                        const TbDeflateToken *tokens,
                        gsize                 n,
                        gboolean              is_last)
{
  Codes codes;

  get_codes (tokens, n, &codes);
  tb_bit_writer_add (writer, is_last ? 1 : 0, 1);
  tb_bit_writer_add (writer, DYNAMIC_BLOCK, 2);
  write_head (writer, &codes);
  for (gsize i = 0; i < n; i++)
    {
      if (tokens[i].distance > 0)
        write_copy (writer, &codes, &tokens[i]);
      else
        tb_bit_writer_add (writer, codes.literal_codes[tokens[i].value], codes.literal_lengths[tokens[i].value]);
    }
  tb_bit_writer_add (writer, codes.literal_codes[TB_DEFLATE_END_OF_BLOCK], codes.literal_lengths[TB_DEFLATE_END_OF_BLOCK]);
}
