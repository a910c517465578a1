/* What the files that draw decorations share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-decoration-draw.h"
#include "tb-decoration-ink.h"
#include "tb-decoration-plan.h"

G_BEGIN_DECLS

#define TB_DECORATIONS_OF_VALUE ((1u << TB_DECORATION_VALUE_LINE) | (1u << TB_DECORATION_TARGET_LINE))
#define TB_DECORATIONS_ARROWS ((1u << TB_DECORATION_DIFFERENCE) | (1u << TB_DECORATION_CAGR))

GPtrArray *tb_decorations_list             (const TbCanvas            *canvas,
                                            guint                      kinds) G_GNUC_WARN_UNUSED_RESULT;
const TbChartPoint *tb_decorations_find_point (const TbCanvas         *canvas,
                                            TbDatum                    datum);
gboolean   tb_decorations_find_mark        (const TbCanvas            *canvas,
                                            const TbDecorationField   *field,
                                            const TbDecorationInk     *ink,
                                            TbDatum                    datum,
                                            TbRect                    *out_mark,
                                            TbRect                    *out_all);

gboolean   tb_decoration_has_text          (const TbPlannedDecoration *item);
/* Words over shaded spans, lines at breaks, lines at values. */
void       tb_decoration_spans_write       (TbCanvas                  *canvas,
                                            const TbDecorationField   *field,
                                            TbDecorationInk           *ink);
gboolean   tb_decorations_have_breaks      (const TbCanvas            *canvas,
                                            const TbDecorationField   *field);
void       tb_decoration_breaks_draw       (TbCanvas                  *canvas,
                                            const TbDecorationField   *field,
                                            TbDecorationInk           *ink);
void       tb_decoration_lines_draw        (TbCanvas                  *canvas,
                                            const TbDecorationField   *field,
                                            TbDecorationInk           *ink);
/* What the words of lines need above the marks, px. */
double     tb_decoration_lines_get_headroom (const TbCanvas           *canvas);

/* Arrows: rows above the plot's marks, the narrowest lowest. */
double     tb_decoration_arrows_get_row    (const TbCanvas            *canvas);
guint      tb_decoration_arrows_count_rows (const TbCanvas            *canvas,
                                            double                     height);
void       tb_decoration_arrows_draw       (TbCanvas                  *canvas,
                                            const TbDecorationField   *field,
                                            TbDecorationInk           *ink);

void       tb_decoration_note_draw         (TbCanvas                  *canvas,
                                            const TbDecorationField   *field,
                                            const TbPlannedDecoration *item,
                                            TbDecorationInk           *ink);

G_END_DECLS
