/* Codes of few bits for what is frequent.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-deflate-private.h"

#include <stdlib.h>
#include <string.h>

#define MOST_SYMBOLS TB_DEFLATE_N_LITERALS
#define MOST_BITS 15

typedef struct
{
  guint32 count;    /* then: of the pair; then: the parent's index; then: the depth */
  guint16 symbol;
} Leaf;

static int
compare_leaves (const void *a,
                const void *b)
{
  const Leaf *x = a;
  const Leaf *y = b;

  if (x->count != y->count)
    return x->count < y->count ? -1 : 1;

  return (int) x->symbol - (int) y->symbol;
}

/* Moffat and Katajainen, "In-place calculation of minimum-redundancy codes",
 * WADS 1995: counts in ascending order become lengths in descending order. */
static void
pair_up (Leaf  *leaves,
         guint  n)
{
  guint root = 0;
  guint leaf = 0;

  for (guint next = 0; next + 1 < n; next++)
    {
      guint32 sum = 0;

      for (int i = 0; i < 2; i++)
        {
          if (leaf >= n || (root < next && leaves[root].count < leaves[leaf].count))
            {
              sum += leaves[root].count;
              leaves[root++].count = next;
            }
          else
            {
              sum += leaves[leaf++].count;
            }
        }
      leaves[next].count = sum;
    }
}

static void
count_depths (Leaf  *leaves,
              guint  n)
{
  guint available = 1;
  guint depth = 0;
  gint64 root = (gint64) n - 2;
  gint64 next = (gint64) n - 1;

  leaves[n - 2].count = 0;
  for (gint64 i = (gint64) n - 3; i >= 0; i--)
    leaves[i].count = leaves[leaves[i].count].count + 1;
  while (available > 0)
    {
      guint used = 0;

      while (root >= 0 && leaves[root].count == depth)
        {
          used++;
          root--;
        }
      while (available > used)
        {
          leaves[next--].count = depth;
          available--;
        }
      available = 2 * used;
      depth++;
    }
}

/* Codes over the limit are cut to it, and short ones made longer until all fit:
 * the sum of 2^(limit − length) over all codes is at most 2^limit (Kraft). */
static void
limit_lengths (guint *n_of_length,
               guint  most)
{
  guint64 total = 0;

  for (guint length = 1; length <= most; length++)
    total += (guint64) n_of_length[length] << (most - length);
  while (total > (guint64) 1 << most)
    {
      guint length = most - 1;

      while (n_of_length[length] == 0)
        length--;
      /* One leaf of that length and one at the limit become two a level below it. */
      n_of_length[length]--;
      n_of_length[length + 1] += 2;
      n_of_length[most]--;
      total--;
    }
}

static guint
gather (const guint32 *counts,
        guint          n,
        Leaf          *out)
{
  guint n_leaves = 0;

  for (guint i = 0; i < n; i++)
    {
      if (counts[i] > 0)
        out[n_leaves++] = (Leaf) { counts[i], (guint16) i };
    }

  return n_leaves;
}

void
tb_huffman_get_lengths (const guint32 *counts,
                        guint          n,
                        guint          most,
                        guint8        *out_lengths)
{
  Leaf leaves[MOST_SYMBOLS];
  guint n_of_length[MOST_SYMBOLS] = { 0 };
  guint n_leaves = gather (counts, n, leaves);
  guint at = 0;

  memset (out_lengths, 0, n);
  /* A code needs two symbols to be whole; some readers insist. */
  for (guint i = 0; n_leaves < 2; i++)
    {
      if (counts[i] == 0)
        leaves[n_leaves++] = (Leaf) { 1, (guint16) i };
    }
  qsort (leaves, n_leaves, sizeof (Leaf), compare_leaves);
  pair_up (leaves, n_leaves);
  count_depths (leaves, n_leaves);
  for (guint i = 0; i < n_leaves; i++)
    n_of_length[MIN (leaves[i].count, most)]++;
  limit_lengths (n_of_length, most);
  /* The most frequent symbols are last. */
  for (guint length = most; length > 0; length--)
    {
      for (guint i = 0; i < n_of_length[length]; i++)
        out_lengths[leaves[at++].symbol] = (guint8) length;
    }
}

static guint16
reverse (guint code,
         guint n_bits)
{
  guint reversed = 0;

  for (guint i = 0; i < n_bits; i++)
    reversed |= (code >> i & 1) << (n_bits - 1 - i);

  return (guint16) reversed;
}

void
tb_huffman_get_codes (const guint8 *lengths,
                      guint         n,
                      guint16      *out_codes)
{
  guint n_of_length[MOST_BITS + 1] = { 0 };
  guint next[MOST_BITS + 1] = { 0 };

  for (guint i = 0; i < n; i++)
    n_of_length[lengths[i]]++;
  n_of_length[0] = 0;
  for (guint length = 1; length <= MOST_BITS; length++)
    next[length] = (next[length - 1] + n_of_length[length - 1]) << 1;
  for (guint i = 0; i < n; i++)
    out_codes[i] = lengths[i] > 0 ? reverse (next[lengths[i]]++, lengths[i]) : 0;
}
