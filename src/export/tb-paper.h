/* Figures and tables on sheets of paper, for printing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"
#include "tb-scene.h"

G_BEGIN_DECLS

/* A sheet and its margins, logical px (1/96 in). */
typedef struct
{
  double width, height;
  double left, top, right, bottom;
} TbPaper;

/* The largest page of these proportions that the margins leave room for. */
void    tb_paper_fit        (const TbPaper      *paper,
                             double              width,
                             double              height,
                             double             *out_width,
                             double             *out_height);
/* PDF of one sheet with a figure at the top. Thread: any. */
GBytes *tb_paper_from_scene (const TbScene      *scene,
                             const TbPaper      *paper,
                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* PDF of as many sheets as the table needs. Thread: any. */
GBytes *tb_paper_from_table (const TbComparison *comparison,
                             const TbPaper      *paper,
                             TbLanguage          language,
                             guint              *out_n_sheets,
                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
