/* Parts of SVG.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-shaped-text.h"

G_BEGIN_DECLS

/* Two decimals of a px: 1/9600 in. */
void     tb_svg_append_number         (GString         *out,
                                       double           number);
/* ` name="value"` */
void     tb_svg_append_attribute      (GString         *out,
                                       const char      *name,
                                       double           number);
void     tb_svg_append_text_attribute (GString         *out,
                                       const char      *name,
                                       const char      *text);
void     tb_svg_append_hex            (GString         *out,
                                       TbColor          color);
void     tb_svg_append_color          (GString         *out,
                                       const char      *name,
                                       TbColor          color);
void     tb_svg_append_family         (GString         *out,
                                       const char      *family);
/* @family: that of the root element. */
void     tb_svg_append_text           (GString         *out,
                                       const TbNode    *node,
                                       const char      *family);
gboolean tb_svg_append_outlines       (GString         *out,
                                       const TbNode    *node,
                                       PangoLayoutLine *line,
                                       double           x);

G_END_DECLS
