/* The style of a house: its colours, fonts, logo and margins, from a JSON file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Immutable, atomically ref-counted. */
typedef struct _TbHouseStyle TbHouseStyle;

TbHouseStyle *tb_house_style_ref       (TbHouseStyle  *self);
void          tb_house_style_unref     (TbHouseStyle  *self);
/* data/schemas/theme-1.schema.json; a logo stands in it as PNG in base64. */
TbHouseStyle *tb_house_style_from_json (const char    *text,
                                        gssize         length,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* The document it was read from, without its white space. */
const char   *tb_house_style_get_json  (const TbHouseStyle *self);
/* Whether its data is there, and as its checksums say. */
gboolean      tb_logo_is_sound         (GBytes        *logo);
/* What a PNG says of its size; FALSE where it is no whole PNG. */
gboolean      tb_logo_get_size         (GBytes        *logo,
                                        int           *out_width,
                                        int           *out_height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbHouseStyle, tb_house_style_unref)

G_END_DECLS
