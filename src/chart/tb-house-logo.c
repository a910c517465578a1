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
