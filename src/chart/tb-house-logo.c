/* What is asked of a logo: a whole PNG of a usual size.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-house-style.h"

#include <string.h>

/* Pixels of a side: a logo is printed a few centimetres wide at most. */
#define LARGEST_SIDE 4096

/* Length, type and checksum around the data of a chunk. */
#define CHUNK_FRAME 12

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* CRC-32 of W3C PNG, annex D. */
static guint32
compute_checksum (const guint8 *bytes,
                  gsize         length)
{
  guint32 crc = 0xFFFFFFFFu;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= bytes[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? 0xEDB88320u ^ (crc >> 1) : crc >> 1;
    }

  return crc ^ 0xFFFFFFFFu;
}

/* Bits of a pixel by depth and type of colour (W3C PNG, table 11.1); 0: there is no such pair. */
static guint
get_pixel_bits (guint depth,
                guint color)
{
  static const guint depths[] = { 1 | 2 | 4 | 8 | 16, 0, 8 | 16, 1 | 2 | 4 | 8, 8 | 16, 0, 8 | 16 };
  static const guint channels[] = { 1, 0, 3, 1, 2, 0, 4 };

  if (color >= G_N_ELEMENTS (depths) || (depth & (depth - 1)) != 0 || (depth & depths[color]) == 0)
    return 0;

  return depth * channels[color];
}

/* The most that deflate (RFC 1951) can shorten data: 258 bytes in two bits. */
#define MOST_DEFLATED 1032

/* What is around the data of a zlib stream (RFC 1950, 2.2). */
#define ZLIB_FRAME 6

/* Whether chunks follow each other up to IEND. */
static gboolean
is_whole (const guint8 *bytes,
          gsize         length,
          gsize         at)
{
  while (length - at >= CHUNK_FRAME)
    {
      gsize size = read_number (bytes + at);

      if (size > length - at - CHUNK_FRAME)
        return FALSE;
      if (memcmp (bytes + at + 4, "IEND", 4) == 0)
        return TRUE;
      at += CHUNK_FRAME + size;
    }

  return FALSE;
}

/**
 * tb_logo_get_size:
 * @logo: bytes of a file
 * @out_width: (out): px
 * @out_height: (out): px
 *
 * Reads the head of a PNG (W3C PNG, 5.2 and 11.2.1) and checks that its chunks
 * are all there; pixels are not decoded, so that a painter may still refuse it.
 *
 * Thread: any.
 *
 * Returns: whether it is a whole PNG of at most 4096 px a side
 */
gboolean
tb_logo_get_size (GBytes *logo,
                  int    *out_width,
                  int    *out_height)
{
  static const guint8 head[] = { 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 'I', 'H', 'D', 'R' };
  gsize length;
  const guint8 *bytes = g_bytes_get_data (logo, &length);
  guint32 width;
  guint32 height;

  if (length < sizeof head + 8 || memcmp (bytes, head, sizeof head) != 0)
    return FALSE;
  width = read_number (bytes + sizeof head);
  height = read_number (bytes + sizeof head + 4);
  if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE || !is_whole (bytes, length, 8))
    return FALSE;
  *out_width = (int) width;
  *out_height = (int) height;

  return TRUE;
}

/* Whether the data begins as zlib's does, and is not too short for its pixels. */
static gboolean
is_likely (const guint8 *head,
           gsize         n_data,
           const guint8 *first)
{
  guint64 n_bits = (guint64) read_number (head) * read_number (head + 4) * get_pixel_bits (head[8], head[9]);

  return n_bits > 0 && head[10] == 0 && head[11] == 0 && head[12] <= 1 && n_data > ZLIB_FRAME &&
         (first[0] & 0x0F) == 8 && (first[0] * 256 + first[1]) % 31 == 0 &&
         (guint64) n_data - ZLIB_FRAME >= n_bits / 8 / MOST_DEFLATED;
}

/**
 * tb_logo_is_sound:
 * @logo: bytes of a file that tb_logo_get_size() took
 *
 * Checks that the checksums of all chunks are right, and that there are pixels, as far
 * as can be told without inflating them. Reads every byte: once for each logo, not for
 * each chart.
 *
 * Thread: any.
 *
 * Returns: whether a painter can be expected to take it
 */
gboolean
tb_logo_is_sound (GBytes *logo)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (logo, &length);
  const guint8 *first = NULL;
  gsize n_data = 0;
  gsize at = 8;

  while (length - at >= CHUNK_FRAME)
    {
      gsize size = read_number (bytes + at);
      const guint8 *type = bytes + at + 4;

      if (size > length - at - CHUNK_FRAME || compute_checksum (type, size + 4) != read_number (type + 4 + size))
        return FALSE;
      if (memcmp (type, "IEND", 4) == 0)
        break;
      if (memcmp (type, "IDAT", 4) == 0 && size > 0)
        {
          first = n_data == 0 ? type + 4 : first;
          n_data += size;
        }
      at += CHUNK_FRAME + size;
    }

  return first != NULL && is_likely (bytes + 16, n_data, first);
}
