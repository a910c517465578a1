/* A decoration of a figure, with all that can be set of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-inspector-facts.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_DECORATION_ROW (tb_decoration_row_get_type ())
G_DECLARE_FINAL_TYPE (TbDecorationRow, tb_decoration_row, TB, DECORATION_ROW, AdwExpanderRow)

TbDecorationRow    *tb_decoration_row_new    (TbDecorationKind        kind) G_GNUC_WARN_UNUSED_RESULT;
/* `changed` and `removed` are emitted when the user does that. */
void                tb_decoration_row_update (TbDecorationRow        *self,
                                              const TbDecoration     *decoration,
                                              const TbInspectorFacts *facts,
                                              TbLanguage              language);
const TbDecoration *tb_decoration_row_get    (TbDecorationRow        *self);

G_END_DECLS
