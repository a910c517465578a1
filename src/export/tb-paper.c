/* Figures on sheets of paper, for printing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-paper.h"

#include "tb-paint-cairo.h"
#include "tb-paper-private.h"

/**
 * tb_paper_fit:
 * @paper: a sheet
 * @width: of a figure's page
 * @height: of a figure's page
 * @out_width: (out): the same, as large as fits
 * @out_height: (out): likewise
 *
 * Finds the size that a figure is laid out for on a sheet: text keeps its own size,
 * and the plot takes the room. Unit: logical px.
 */
void
tb_paper_fit (const TbPaper *paper,
              double         width,
              double         height,
              double        *out_width,
              double        *out_height)
{
  double room_width = MAX (paper->width - paper->left - paper->right, 1);
  double room_height = MAX (paper->height - paper->top - paper->bottom, 1);
  double scale = MIN (room_width / width, room_height / height);

  *out_width = width * scale;
  *out_height = height * scale;
}

cairo_surface_t *
tb_paper_begin (const TbPaper *paper,
                GByteArray    *bytes,
                const char    *title,
                gint64         created)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (tb_export_append_cb, bytes,
                                                                  paper->width * TB_POINTS_PER_PX,
                                                                  paper->height * TB_POINTS_PER_PX);

  tb_pdf_begin (surface, title, created);
  return surface;
}

GBytes *
tb_paper_end (cairo_surface_t *surface,
              cairo_t         *cr,
              GByteArray      *bytes,
              gint64           created,
              GError         **error)
{
  g_autoptr (GBytes) sheets = NULL;
  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  /* Errors of fonts come up only when the file is finished. */
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  sheets = g_byte_array_free_to_bytes (bytes);
  if (!tb_export_check (status, error))
    return NULL;
  return tb_pdf_complete (sheets, NULL, NULL, created);
}

/**
 * tb_paper_from_scene:
 * @scene: a figure, laid out for the size of tb_paper_fit()
 * @paper: the sheet
 * @error: return location for an error
 *
 * Puts a figure on a sheet, within its margins, at the top and in the middle.
 *
 * Errors: %TB_EXPORT_ERROR_DRAWING. Thread: any.
 *
 * Returns: (transfer full) (nullable): a PDF of one page, vectors and text
 */
GBytes *
tb_paper_from_scene (const TbScene *scene,
                     const TbPaper *paper,
                     GError       **error)
{
  const TbSceneInfo *info = tb_scene_get_info (scene);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = tb_paper_begin (paper, bytes, info->title, 0);
  cairo_t *cr = cairo_create (surface);
  double room = paper->width - paper->left - paper->right;

  cairo_scale (cr, TB_POINTS_PER_PX, TB_POINTS_PER_PX);
  cairo_translate (cr, paper->left + MAX (room - info->width, 0) / 2, paper->top);
  tb_paint_cairo (scene, cr);
  cairo_show_page (cr);
  return tb_paper_end (surface, cr, bytes, 0, error);
}
