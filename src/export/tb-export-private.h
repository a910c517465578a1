/* What the writers of figures share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-export.h"

#include <cairo.h>

G_BEGIN_DECLS

#define TB_EXPORT_CREATOR "Tongbi " PACKAGE_VERSION

cairo_status_t  tb_export_append_cb (void                *data,
                                     const unsigned char *bytes,
                                     unsigned int         length);
gboolean        tb_export_check     (cairo_status_t       status,
                                     GError             **error);
/* TB_PDF_FONTS_AS_THEY_ARE: for tests, which compare the two. */
typedef enum { TB_PDF_FONTS_CUT, TB_PDF_FONTS_AS_THEY_ARE } TbPdfFonts;

/* What every PDF of ours begins with. */
void            tb_pdf_begin        (cairo_surface_t      *surface,
                                     const char           *title,
                                     gint64                created);
GBytes         *tb_pdf_write        (const TbScene        *scene,
                                     const TbExportOptions *options,
                                     TbPdfFonts            fonts,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void            tb_pdf_rename_subsets (char               *data,
                                     gsize                 length);
GBytes         *tb_pdf_complete     (GBytes              *pdf,
                                     const char          *alternative,
                                     const char          *language,
                                     gint64               created) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
