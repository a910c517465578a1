/* Writes figures as files, in the format asked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-export-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (tb-export-error-quark, tb_export_error)

/* Cairo's write function: @data is a GByteArray. */
cairo_status_t
tb_export_append_cb (void                *data,
                     const unsigned char *bytes,
                     unsigned int         length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

gboolean
tb_export_check (cairo_status_t   status,
                 GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, TB_EXPORT_ERROR, TB_EXPORT_ERROR_DRAWING,
               /* Translators: %s is the drawing library's own description. */
               _("The figure could not be drawn: %s"), cairo_status_to_string (status));

  return FALSE;
}

/**
 * tb_export_scene:
 * @scene: a figure
 * @format: the file's format
 * @options: (nullable): what goes in beside the drawing; %NULL: the defaults
 * @error: return location for an error
 *
 * Writes a figure in one of the formats.
 *
 * Errors: %TB_EXPORT_ERROR.
 * Thread: any. The same scene and options give the same bytes.
 *
 * Returns: (transfer full) (nullable): the file's bytes
 */
GBytes *
tb_export_scene (const TbScene          *scene,
                 TbExportFormat          format,
                 const TbExportOptions  *options,
                 GError                **error)
{
  switch (format)
    {
    case TB_EXPORT_PNG:
      return tb_export_to_png (scene, options, error);
    case TB_EXPORT_PDF:
      return tb_export_to_pdf (scene, options, error);
    case TB_EXPORT_SVG:
      return tb_export_to_svg (scene, options, error);
    }

  g_return_val_if_reached (NULL);
}

/**
 * tb_export_format_from_name:
 * @file_name: a file's name
 * @out_format: (out): the format
 *
 * Reads the format off a name's suffix, in any case.
 *
 * Returns: whether figures can be written so
 */
gboolean
tb_export_format_from_name (const char     *file_name,
                            TbExportFormat *out_format)
{
  static const struct { const char *suffix; TbExportFormat format; } formats[] = {
    { ".png", TB_EXPORT_PNG },
    { ".pdf", TB_EXPORT_PDF },
    { ".svg", TB_EXPORT_SVG },
  };
  const char *dot = strrchr (file_name, '.');

  for (gsize i = 0; dot != NULL && i < G_N_ELEMENTS (formats); i++)
    {
      if (g_ascii_strcasecmp (dot, formats[i].suffix) == 0)
        {
          *out_format = formats[i].format;
          return TRUE;
        }
    }

  return FALSE;
}
