/* Compressed pixels, as another program unpacks them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-deflate-private.h"
#include "tb-deflate.h"

#include <gio/gio.h>
#include <string.h>

static GByteArray *
compress (const guint8 *data,
          gsize         length,
          gsize         pixel_bytes,
          gsize         row_bytes,
          gsize         step)
{
  g_autoptr (TbDeflate) deflate = tb_deflate_new (pixel_bytes, row_bytes);

  for (gsize at = 0; at < length; at += step)
    tb_deflate_add (deflate, data + at, MIN (step, length - at));

  return tb_deflate_finish (deflate);
}

/* By zlib, which also checks the sum at the end. */
static GByteArray *
unpack (const GByteArray *stream,
        gsize             room)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  GByteArray *out = g_byte_array_sized_new ((guint) room + 1);
  g_autoptr (GError) error = NULL;
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize at = 0;

  g_byte_array_set_size (out, (guint) room + 1);
  out->len = 0;
  while (result != G_CONVERTER_FINISHED)
    {
      gsize n_read, n_written;

      result = g_converter_convert (G_CONVERTER (zlib), stream->data + at, stream->len - at, out->data + out->len,
                                    room + 1 - out->len, G_CONVERTER_INPUT_AT_END, &n_read, &n_written, &error);
      g_assert_no_error (error);
      at += n_read;
      out->len += (guint) n_written;
    }
  g_assert_cmpuint (at, ==, stream->len);

  return out;
}

static guint
check (const guint8 *data,
       gsize         length,
       gsize         pixel_bytes,
       gsize         row_bytes,
       gsize         step)
{
  g_autoptr (GByteArray) stream = compress (data, length, pixel_bytes, row_bytes, step);
  g_autoptr (GByteArray) back = unpack (stream, length);

  g_assert_cmpmem (back->data, back->len, data, length);

  return stream->len;
}

/* Around the sizes of copies, of the window and of the buffer. */
static void
test_lengths (void)
{
  static const gsize lengths[] = { 0, 1, 2, 3, 7, 8, 9, 257, 258, 259, 260, 517, 32767, 32768, 32769, 65536, 262143, 262144,
                                   262145, 262402, 294912, 600000 };
  g_autofree guint8 *zeros = g_malloc0 (600000);
  g_autofree guint8 *noise = g_malloc (600000);

  for (gsize i = 0; i < 600000; i++)
    noise[i] = (guint8) g_test_rand_int ();
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      check (zeros, lengths[i], 3, 301, 301);
      /* Noise becomes no more than a hundredth larger. */
      g_assert_cmpuint (check (noise, lengths[i], 4, 401, 77), <=, lengths[i] + lengths[i] / 100 + 200);
    }
}

/* Rows of runs, edges and repeats, as figures have them. */
static void
fill_like_a_figure (guint8 *data,
                    gsize   length,
                    gsize   row_bytes)
{
  for (gsize at = 0; at < length;)
    {
      gsize wanted = (gsize) g_test_rand_int_range (1, 2000);
      gsize n = MIN (wanted, length - at);

      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          memset (data + at, g_test_rand_int_range (0, 4) * 85, n);
          break;
        case 1:
          for (gsize i = 0; i < n; i++)
            data[at + i] = at + i >= row_bytes ? data[at + i - row_bytes] : 7;
          break;
        case 2:
          for (gsize i = 0; i < n; i++)
            data[at + i] = at + i >= 40000 ? data[at + i - 40000] : (guint8) i;
          break;
        default:
          n = MIN (n, 20);
          for (gsize i = 0; i < n; i++)
            data[at + i] = (guint8) g_test_rand_int ();
          break;
        }
      at += n;
    }
}

static void
test_any_figure (void)
{
  for (int round = 0; round < 60; round++)
    {
      gsize row_bytes = (gsize) g_test_rand_int_range (4, 50000);
      gsize length = (gsize) g_test_rand_int_range (1, 900000);
      g_autofree guint8 *data = g_malloc (length);

      fill_like_a_figure (data, length, row_bytes);
      check (data, length, round % 2 == 0 ? 3 : 4, row_bytes, (gsize) g_test_rand_int_range (1, 70000));
    }
}

/* The same bytes, however they are handed over. */
static void
test_steps (void)
{
  g_autofree guint8 *data = g_malloc (700000);
  g_autoptr (GByteArray) whole = NULL;
  g_autoptr (GByteArray) parts = NULL;

  fill_like_a_figure (data, 700000, 4801);
  whole = compress (data, 700000, 3, 4801, 700000);
  parts = compress (data, 700000, 3, 4801, 997);
  g_assert_cmpmem (whole->data, whole->len, parts->data, parts->len);
}

/* Codes of any counts: none too long, and no code begins with another. */
static void
test_codes (void)
{
  for (int round = 0; round < 2000; round++)
    {
      guint n = (guint) g_test_rand_int_range (2, TB_DEFLATE_N_LITERALS + 1);
      guint most = n <= 19 ? 7 : 15;
      guint32 counts[TB_DEFLATE_N_LITERALS] = { 0 };
      guint8 lengths[TB_DEFLATE_N_LITERALS];
      guint sum = 0;

      /* Counts that double make the longest codes. */
      for (guint i = 0; i < n; i++)
        counts[i] = round % 3 == 0 ? 1u << MIN (i, 24) : round % 3 == 1 ? (guint32) g_test_rand_int_range (0, 3)
                                                                        : (guint32) g_test_rand_int_range (0, 100000);
      tb_huffman_get_lengths (counts, n, most, lengths);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (lengths[i], <=, most);
          g_assert_true (counts[i] == 0 || lengths[i] > 0);
          sum += lengths[i] > 0 ? 1u << (most - lengths[i]) : 0;
        }
      /* Kraft: all bits are used, none twice. */
      g_assert_cmpuint (sum, ==, 1u << most);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/deflate/lengths", test_lengths);
  g_test_add_func ("/deflate/any-figure", test_any_figure);
  g_test_add_func ("/deflate/steps", test_steps);
  g_test_add_func ("/deflate/codes", test_codes);

  return g_test_run ();
}
