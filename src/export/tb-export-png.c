/* Figures as PNG.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-export-private.h"

#include "tb-limits.h"
#include "tb-paint-cairo.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <png.h>
#include <string.h>

#define LOGICAL_DPI 96.0
#define METRES_PER_INCH 0.0254

/* Figures are flat colours: rows repeat, and filters hide that from the
 * compressor. No filter is a third of the time of the default, and smaller. */
#define COMPRESSION_LEVEL 6
#define COMPRESSION_BUFFER_BYTES 65536

typedef struct
{
  cairo_surface_t *surface;
  gboolean         has_alpha;
  guint            dots_per_metre;
  png_text        *texts;
  int              n_texts;
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
                (guint32) cairo_image_surface_get_width (job->surface),
                (guint32) cairo_image_surface_get_height (job->surface),
                8, job->has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_compression_level (png, COMPRESSION_LEVEL);
  png_set_compression_buffer_size (png, COMPRESSION_BUFFER_BYTES);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_RELATIVE);
  png_set_pHYs (png, info, job->dots_per_metre, job->dots_per_metre, PNG_RESOLUTION_METER);
  png_set_text (png, info, job->texts, job->n_texts);
  png_write_info (png, info);
}

/* Nothing in here is freed by itself: libpng's errors jump out of it. */
static gboolean
write_png (Job    *job,
           guint8 *row)
{
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, job, on_error, on_warning);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  int stride = cairo_image_surface_get_stride (job->surface);
  int width = cairo_image_surface_get_width (job->surface);
  int height = cairo_image_surface_get_height (job->surface);
  const guint8 *data = cairo_image_surface_get_data (job->surface);

  if (info == NULL || setjmp (png_jmpbuf (png)))
    {
      png_destroy_write_struct (&png, &info);
      return FALSE;
    }
  png_set_write_fn (png, job->bytes, on_write, on_flush);
  write_header (png, info, job);
  for (int y = 0; y < height; y++)
    {
      const guint8 *pixels = data + (gsize) y * (gsize) stride;

      /* Most rows of a chart are those above them. */
      if (y == 0 || memcmp (pixels, pixels - stride, (gsize) width * 4) != 0)
        convert_row ((const guint32 *) (gconstpointer) pixels, width, job->has_alpha, row);
      png_write_row (png, row);
    }
  png_write_end (png, info);
  png_destroy_write_struct (&png, &info);

  return TRUE;
}

static void
add_text (png_text   *texts,
          int        *n,
          const char *key,
          const char *text,
          const char *language)
{
  if (text == NULL || *text == '\0')
    return;
  texts[*n] = (png_text) {
    .compression = PNG_ITXT_COMPRESSION_NONE,
    .key = (char *) key,
    .text = (char *) text,
    .itxt_length = strlen (text),
    .lang = (char *) (language != NULL ? language : ""),
    .lang_key = (char *) "",
  };
  (*n)++;
}

static cairo_surface_t *
paint_image (const TbScene  *scene,
             double          dpi,
             gboolean        has_alpha,
             GError        **error)
{
  const TbSceneInfo *info = tb_scene_get_info (scene);
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
  tb_paint_cairo (scene, cr);
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
  png_text texts[6];
  Job job = { .has_alpha = info->background.a < 1, .texts = texts };
  g_autofree guint8 *row = NULL;
  gboolean written;

  job.surface = paint_image (scene, dpi, job.has_alpha, error);
  if (job.surface == NULL)
    return NULL;
  job.dots_per_metre = (guint) lround (dpi / METRES_PER_INCH);
  add_text (texts, &job.n_texts, "Title", info->title, info->language);
  add_text (texts, &job.n_texts, "Description", info->description, info->language);
  add_text (texts, &job.n_texts, "Author", used->author, NULL);
  add_text (texts, &job.n_texts, "Subject", used->subject, NULL);
  add_text (texts, &job.n_texts, "Keywords", used->keywords, NULL);
  add_text (texts, &job.n_texts, "Software", TB_EXPORT_CREATOR, NULL);
  job.bytes = g_byte_array_new ();
  row = g_malloc ((gsize) cairo_image_surface_get_width (job.surface) * 4);
  written = write_png (&job, row);
  cairo_surface_destroy (job.surface);
  if (!written)
    {
      g_set_error (error, TB_EXPORT_ERROR, TB_EXPORT_ERROR_DRAWING, _("The image could not be written: %s"),
                   job.message != NULL ? job.message : "libpng");
      g_byte_array_unref (job.bytes);
      g_free (job.message);
      return NULL;
    }

  return g_byte_array_free_to_bytes (job.bytes);
}
