/* Text set in lines of a given width.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-scene.h"

G_BEGIN_DECLS

typedef struct
{
  char         *text;
  TbTextExtents extents;
} TbTextLine;

/* Measured: a text in lines, with the font and colour it is set in. */
typedef struct
{
  TbTextLine *lines;
  gsize       n_lines;
  TbFont      font;
  TbColor     color;
  double      width;        /* of the widest line */
  double      line_px;      /* from baseline to baseline */
  double      ascent;       /* of the highest line */
  double      height;       /* of the whole */
} TbTextBlock;

/* An empty or NULL @text makes a block without lines. */
TbTextBlock *tb_text_block_new  (const TbTextMeasure *measure,
                                 const TbFont        *font,
                                 TbColor              color,
                                 const char          *text,
                                 double               width_px) G_GNUC_WARN_UNUSED_RESULT;
/* The same, where the last line would else be shorter than @short_share of the
 * widest: lines of like lengths, and no word alone in the last. */
TbTextBlock *tb_text_block_new_even (const TbTextMeasure *measure,
                                 const TbFont        *font,
                                 TbColor              color,
                                 const char          *text,
                                 double               width_px,
                                 double               short_share) G_GNUC_WARN_UNUSED_RESULT;
void         tb_text_block_free (TbTextBlock         *self);
/* Keeps the first lines; the last of them then ends in "…". */
void         tb_text_block_limit (TbTextBlock        *self,
                                 const TbTextMeasure *measure,
                                 gsize                n_lines,
                                 double               width_px);
/* What it takes of a column of names: those of several lines keep apart. */
double       tb_text_block_get_pitch (const TbTextBlock *self);
void         tb_text_block_draw (const TbTextBlock   *self,
                                 TbSceneBuilder      *builder,
                                 TbAnchor             anchor,
                                 double               x,
                                 double               top,
                                 TbDatum              datum);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbTextBlock, tb_text_block_free)

G_END_DECLS
