/* Figures as PNG.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-export-private.h"

#include "tb-font-report.h"
#include "tb-limits.h"
#include "tb-paint-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libdeflate.h>
#include <math.h>
#include <png.h>
#include <string.h>

#define LOGICAL_DPI 96.0
#define METRES_PER_INCH 0.0254

/* PNG specification, 9.2. Figures are flat colours: what repeats along a row is found
 * best as it is, and a row that is the one above is nothing but zeros behind UP. */
#define FILTER_NONE 0
#define FILTER_UP 2

/* Of libdeflate. Lower levels are hardly faster, and some figures are then larger
 * than Cairo's own files; at this level none of the gallery's is. */
#define COMPRESSION_LEVEL 5

#define MOST_TEXTS 12

typedef struct
{
  png_text items[MOST_TEXTS];
  char    *clean[MOST_TEXTS];   /* their texts */
  int      n;
} Texts;

typedef struct
{
  cairo_surface_t *surface;   /* until its pixels are among the rows */
  int              width, height;
  gboolean         has_alpha;
  guint            dots_per_metre;
  const Texts     *texts;
  guint8          *idat;      /* the compressed rows, of libdeflate */
  gsize            n_idat;
  GByteArray      *bytes;
  char            *message;   /* of libpng, when it failed */
} Job;

static void
on_error (png_structp      png,
          png_const_charp  message)
{
  Job *job = png_get_error_ptr (png);

  job->message = g_strdup (message);
  png_longjmp (png, 1);
}

static void
on_warning (png_structp     png,
            png_const_charp message)
{
  g_debug ("libpng: %s", message);
}

static void
on_write (png_structp png,
          png_bytep   bytes,
          png_size_t  length)
{
  g_byte_array_append (png_get_io_ptr (png), bytes, (guint) length);
}

static void
on_flush (png_structp png)
{
}

static guint8
unmultiply (guint32 channel,
            guint32 alpha)
{
  return alpha == 0 ? 0 : (guint8) ((channel * 255 + alpha / 2) / alpha);
}

static void
convert_row (const guint32 *pixels,
             int            n,
             gboolean       has_alpha,
             guint8        *out)
{
  for (int i = 0; i < n; i++)
    {
      guint32 pixel = pixels[i];
      guint32 r = (pixel >> 16) & 0xFF;
      guint32 g = (pixel >> 8) & 0xFF;
      guint32 b = pixel & 0xFF;

      if (has_alpha)
        {
          guint32 a = pixel >> 24;

          *out++ = unmultiply (r, a);
          *out++ = unmultiply (g, a);
          *out++ = unmultiply (b, a);
          *out++ = (guint8) a;
        }
      else
        {
          *out++ = (guint8) r;
          *out++ = (guint8) g;
          *out++ = (guint8) b;
        }
    }
}

static void
write_header (png_structp  png,
              png_infop    info,
              const Job   *job)
{
  png_set_IHDR (png, info,
                (guint32) job->width, (guint32) job->height,
                8, job->has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_RELATIVE);
  png_set_pHYs (png, info, job->dots_per_metre, job->dots_per_metre, PNG_RESOLUTION_METER);
  png_set_text (png, info, job->texts->items, job->texts->n);
  png_write_info (png, info);
}

static gsize
get_row_bytes (const Job *job)
{
  return (gsize) job->width * (job->has_alpha ? 4 : 3);
}

/* All rows as the file has them, each behind the number of its filter. */
static guint8 *
filter_rows (const Job *job)
{
  int stride = cairo_image_surface_get_stride (job->surface);
  const guint8 *data = cairo_image_surface_get_data (job->surface);
  gsize row_bytes = get_row_bytes (job);
  guint8 *rows = g_malloc ((1 + row_bytes) * (gsize) job->height);
  guint8 *out = rows;

  for (int y = 0; y < job->height; y++)
    {
      const guint8 *pixels = data + (gsize) y * (gsize) stride;
      gboolean is_repeated = y > 0 && memcmp (pixels, pixels - stride, (gsize) job->width * 4) == 0;

      *out++ = is_repeated ? FILTER_UP : FILTER_NONE;
      if (is_repeated)
        memset (out, 0, row_bytes);
      else
        convert_row ((const guint32 *) (gconstpointer) pixels, job->width, job->has_alpha, out);
      out += row_bytes;
    }

  return rows;
}

/* The pixels are freed first: at the limit of an image they are 400 MB, as the rows are. */
static gboolean
compress_rows (Job *job)
{
  gsize n_rows = (1 + get_row_bytes (job)) * (gsize) job->height;
  g_autofree guint8 *rows = filter_rows (job);
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor (COMPRESSION_LEVEL);
  gsize bound;

  g_clear_pointer (&job->surface, cairo_surface_destroy);
  if (compressor == NULL)
    return FALSE;
  bound = libdeflate_zlib_compress_bound (compressor, n_rows);
  job->idat = g_malloc (bound);
  job->n_idat = libdeflate_zlib_compress (compressor, rows, n_rows, job->idat, bound);
  libdeflate_free_compressor (compressor);

  return job->n_idat > 0;
}

/* Nothing in here is freed by itself: libpng's errors jump out of it. */
static gboolean
write_png (Job *job)
{
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, job, on_error, on_warning);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;

  if (info == NULL || setjmp (png_jmpbuf (png)))
    {
      png_destroy_write_struct (&png, &info);
      return FALSE;
    }
  png_set_write_fn (png, job->bytes, on_write, on_flush);
  write_header (png, info, job);
  /* png_write_end() wants to have seen rows. */
  png_write_chunk (png, (png_const_bytep) "IDAT", job->idat, job->n_idat);
  png_write_chunk (png, (png_const_bytep) "IEND", NULL, 0);
  png_destroy_write_struct (&png, &info);

  return TRUE;
}

static void
add_text (Texts      *self,
          const char *key,
          const char *text,
          const char *language)
{
  g_autofree char *clean = text != NULL ? tb_text_clean (text) : NULL;

  if (clean == NULL || *clean == '\0')
    return;
  g_assert (self->n < MOST_TEXTS);
  self->items[self->n] = (png_text) {
    .compression = PNG_ITXT_COMPRESSION_NONE,
    .key = (char *) key,
    .text = clean,
    .itxt_length = strlen (clean),
    .lang = (char *) (language != NULL ? language : ""),
    .lang_key = (char *) "",
  };
  self->clean[self->n++] = g_steal_pointer (&clean);
}

/* The keys of the PNG specification, 11.3.4.2, and some of our own. */
static void
init_texts (Texts                 *self,
            const TbShapedText    *text,
            const TbExportOptions *options)
{
  const TbSceneInfo *info = tb_scene_get_info (tb_shaped_text_get_scene (text));
  g_autofree char *families = tb_font_report_dup_families (text);
  g_autoptr (GDateTime) date = options->created != 0 ? g_date_time_new_from_unix_utc (options->created) : NULL;
  g_autofree char *created = date != NULL ? g_date_time_format_iso8601 (date) : NULL;

  self->n = 0;
  add_text (self, "Title", info->title, info->language);
  add_text (self, "Description", info->description, info->language);
  add_text (self, "Author", options->author, NULL);
  add_text (self, "Subject", options->subject, NULL);
  add_text (self, "Keywords", options->keywords, NULL);
  add_text (self, "Creation Time", created, NULL);
  add_text (self, "Software", TB_EXPORT_CREATOR, NULL);
  add_text (self, "Data Hash", options->data_hash, NULL);
  add_text (self, "Data Vintage", options->vintage, NULL);
  add_text (self, "Formulas", options->formulas, NULL);
  add_text (self, "Fonts", families, NULL);
}

static void
clear_texts (Texts *self)
{
  for (int i = 0; i < self->n; i++)
    g_free (self->clean[i]);
}

static cairo_surface_t *
paint_image (const TbShapedText *text,
             double              dpi,
             gboolean            has_alpha,
             GError            **error)
{
  const TbSceneInfo *info = tb_scene_get_info (tb_shaped_text_get_scene (text));
  double scale = dpi / LOGICAL_DPI;
  double width = MAX (1, round (info->width * scale));
  double height = MAX (1, round (info->height * scale));
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (width > TB_LIMIT_IMAGE_SIDE_PX || height > TB_LIMIT_IMAGE_SIDE_PX || width * height > TB_LIMIT_IMAGE_PX)
    {
      g_set_error (error, TB_EXPORT_ERROR, TB_EXPORT_ERROR_SIZE,
                   _("An image of %.0f × %.0f px is too large: a side may have %d px, the whole %d million."),
                   width, height, TB_LIMIT_IMAGE_SIDE_PX, TB_LIMIT_IMAGE_PX / 1000000);
      return NULL;
    }
  surface = cairo_image_surface_create (has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                        (int) width, (int) height);
  cr = cairo_create (surface);
  /* The last row and column are full pixels even where the size is not. */
  cairo_scale (cr, width / info->width, height / info->height);
  tb_paint_shaped (text, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (!tb_export_check (status, error))
    g_clear_pointer (&surface, cairo_surface_destroy);

  return surface;
}

/**
 * tb_export_to_png:
 * @scene: a figure
 * @options: (nullable): resolution and metadata
 * @error: return location for an error
 *
 * Writes a figure as an image: 8 bits a channel, with alpha only where the
 * background lets something through. Its resolution is in `pHYs`; title,
 * alternative text and author are in `iTXt` chunks.
 *
 * Unit: output px = logical px × dpi ÷ 96, rounded; text keeps its size on paper.
 * Errors: %TB_EXPORT_ERROR_SIZE over the limits, %TB_EXPORT_ERROR_DRAWING.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the file's bytes
 */
GBytes *
tb_export_to_png (const TbScene          *scene,
                  const TbExportOptions  *options,
                  GError                **error)
{
  const TbExportOptions defaults = TB_EXPORT_OPTIONS_INIT;
  const TbExportOptions *used = options != NULL ? options : &defaults;
  const TbSceneInfo *info = tb_scene_get_info (scene);
  double dpi = used->dpi > 0 ? used->dpi : LOGICAL_DPI;
  g_autoptr (TbShapedText) text = tb_shaped_text_new (scene);
  Texts texts;
  Job job = { .has_alpha = info->transparent || info->background.a < 1, .texts = &texts };
  gboolean written;

  job.surface = paint_image (text, dpi, job.has_alpha, error);
  if (job.surface == NULL)
    return NULL;
  job.width = cairo_image_surface_get_width (job.surface);
  job.height = cairo_image_surface_get_height (job.surface);
  job.dots_per_metre = (guint) lround (dpi / METRES_PER_INCH);
  if (used->notices != NULL)
    tb_font_report_add_notices (text, used->notices);
  init_texts (&texts, text, used);
  job.bytes = g_byte_array_new ();
  written = compress_rows (&job) && write_png (&job);
  g_free (job.idat);
  clear_texts (&texts);
  if (!written)
    {
      g_set_error (error, TB_EXPORT_ERROR, TB_EXPORT_ERROR_DRAWING, _("The image could not be written: %s"),
                   job.message != NULL ? job.message : "libdeflate");
      g_byte_array_unref (job.bytes);
      g_free (job.message);
      return NULL;
    }

  return g_byte_array_free_to_bytes (job.bytes);
}
