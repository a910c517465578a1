/* Blocks of compressed data: RFC 1951.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TB_DEFLATE_WINDOW 32768
#define TB_DEFLATE_SHORTEST 3
#define TB_DEFLATE_LONGEST 258

#define TB_DEFLATE_N_LITERALS 286   /* bytes, end of block, lengths */
#define TB_DEFLATE_N_DISTANCES 30
#define TB_DEFLATE_END_OF_BLOCK 256

/* A byte, or a copy of @length bytes from @distance before. */
typedef struct
{
  guint16 distance;   /* 0: a byte */
  guint16 value;      /* the byte, or the length */
} TbDeflateToken;

/* Bits are packed from the lowest on. */
typedef struct
{
  GByteArray *bytes;
  guint64     bits;
  guint       n_bits;
} TbBitWriter;

void  tb_bit_writer_add        (TbBitWriter          *self,
                                guint32               bits,
                                guint                 n);
void  tb_bit_writer_flush      (TbBitWriter          *self);
void  tb_deflate_write_block   (TbBitWriter          *writer,
                                const TbDeflateToken *tokens,
                                gsize                 n,
                                gboolean              is_last);
/* Lengths of codes that are the shortest for these counts and none over @most
 * bits; 0 for what does not occur. */
void  tb_huffman_get_lengths   (const guint32        *counts,
                                guint                 n,
                                guint                 most,
                                guint8               *out_lengths);
/* The codes that belong to lengths (RFC 1951, 3.2.2), lowest bit first. */
void  tb_huffman_get_codes     (const guint8         *lengths,
                                guint                 n,
                                guint16              *out_codes);

G_END_DECLS
