/* Figures as PDF.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-export-private.h"

#include "tb-font-report.h"
#include "tb-paint-private.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define POINTS_PER_PX 0.75

/* The largest page that readers open (PDF 1.7, annex C): 200 in. */
#define MAX_SIDE_PX (200 * 96)

static void
set_metadata (cairo_surface_t      *surface,
              cairo_pdf_metadata_t  key,
              const char           *text)
{
  g_autofree char *clean = NULL;

  if (text == NULL || *text == '\0')
    return;
  clean = tb_text_clean (text);
  cairo_pdf_surface_set_metadata (surface, key, clean);
}

/* Cairo takes the clock where no date is set. Where there is none to tell, a
 * fixed one is set, and taken out when the file is completed. */
static void
set_date (cairo_surface_t *surface,
          gint64           created)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (created);
  g_autofree char *text = date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  text != NULL ? text : "1970-01-01T00:00:00Z");
}

void
tb_pdf_begin (cairo_surface_t *surface,
              const char      *title,
              gint64           created)
{
  /* Objects and cross references as text, so that the file can be completed. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, TB_EXPORT_CREATOR);
  set_date (surface, created);
}

/* What the format has no key for; its readers show them with the file's properties. */
static void
set_own_metadata (cairo_surface_t *surface,
                  const char      *key,
                  const char      *text)
{
  g_autofree char *clean = text != NULL ? tb_text_clean (text) : NULL;

  if (clean != NULL && *clean != '\0')
    cairo_pdf_surface_set_custom_metadata (surface, key, clean);
}

static void
set_provenance (cairo_surface_t       *surface,
                const TbExportOptions *options,
                const TbShapedText    *text)
{
  g_autofree char *families = tb_font_report_dup_families (text);

  set_own_metadata (surface, "DataHash", options->data_hash);
  set_own_metadata (surface, "DataVintage", options->vintage);
  set_own_metadata (surface, "Formulas", options->formulas);
  set_own_metadata (surface, "Fonts", families);
}

static gboolean
write_page (const TbScene          *scene,
            const TbExportOptions  *options,
            TbPdfFonts              use,
            GByteArray             *bytes,
            GError                **error)
{
  const TbSceneInfo *info = tb_scene_get_info (scene);
  g_autoptr (TbShapedText) text = tb_shaped_text_new (scene);
  g_autoptr (TbDocumentFonts) fonts = use == TB_PDF_FONTS_CUT ? tb_document_fonts_new (text) : NULL;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (tb_export_append_cb, bytes,
                                                                  info->width * POINTS_PER_PX,
                                                                  info->height * POINTS_PER_PX);
  cairo_status_t status;
  cairo_t *cr;

  tb_pdf_begin (surface, info->title, options->created);
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, options->author);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, options->subject);
  set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, options->keywords);
  set_provenance (surface, options, text);
  if (options->notices != NULL)
    tb_font_report_add_notices (text, options->notices);

  cr = cairo_create (surface);
  cairo_scale (cr, POINTS_PER_PX, POINTS_PER_PX);
  tb_paint_document (text, fonts, cr);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  /* Errors of tags and fonts come up only when the file is finished. */
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return tb_export_check (status, error);
}

/**
 * tb_export_to_pdf:
 * @scene: a figure
 * @options: (nullable): metadata; the resolution does not matter
 * @error: return location for an error
 *
 * Writes a figure as a page of its own size: vectors, fonts embedded as subsets,
 * text that can be searched, structure tags with the alternative text.
 *
 * Errors: %TB_EXPORT_ERROR_SIZE, %TB_EXPORT_ERROR_DRAWING.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the file's bytes
 */
GBytes *
tb_export_to_pdf (const TbScene          *scene,
                  const TbExportOptions  *options,
                  GError                **error)
{
  return tb_pdf_write (scene, options, TB_PDF_FONTS_CUT, error);
}

GBytes *
tb_pdf_write (const TbScene          *scene,
              const TbExportOptions  *options,
              TbPdfFonts              fonts,
              GError                **error)
{
  const TbExportOptions defaults = TB_EXPORT_OPTIONS_INIT;
  const TbExportOptions *used = options != NULL ? options : &defaults;
  const TbSceneInfo *info = tb_scene_get_info (scene);
  g_autoptr (GBytes) page = NULL;
  GByteArray *bytes;

  if (info->width > MAX_SIDE_PX || info->height > MAX_SIDE_PX)
    {
      g_set_error (error, TB_EXPORT_ERROR, TB_EXPORT_ERROR_SIZE,
                   _("A page of %.0f × %.0f mm is too large for PDF: a side may have 5080 mm."),
                   info->width / 96 * 25.4, info->height / 96 * 25.4);
      return NULL;
    }
  bytes = g_byte_array_new ();
  if (!write_page (scene, used, fonts, bytes, error))
    {
      g_byte_array_unref (bytes);
      return NULL;
    }
  page = g_byte_array_free_to_bytes (bytes);

  return tb_pdf_complete (page, info->description != NULL ? info->description : info->title, info->language,
                          used->created);
}
