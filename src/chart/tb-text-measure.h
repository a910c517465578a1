/* How wide and high text is: the only thing that layout asks of fonts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-types.h"

G_BEGIN_DECLS

typedef enum { TB_WEIGHT_REGULAR, TB_WEIGHT_BOLD } TbFontWeight;

/* @family is a comma-separated list with fallbacks; @size_px in logical px (1/96 in). */
typedef struct
{
  const char   *family;
  double        size_px;
  TbFontWeight  weight;
} TbFont;

/* Extents of one line, logical px. @ascent + @descent is the line's height. */
typedef struct
{
  double width;
  double ascent;
  double descent;
} TbTextExtents;

/**
 * TbTextMeasure:
 * @measure: extents of one line of text set without wrapping
 * @break_line: byte offset at which to break @text so that the first part fits
 *   into @width_px: at least one character, at most the whole length; the break
 *   follows the language's rules (no line begins with 、，。 or ends with （《)
 *
 * Pango in production, a fixed-width fake in tests. Thread: as the maker says.
 */
struct _TbTextMeasure
{
  TbTextExtents (*measure)    (const TbTextMeasure *self,
                               const TbFont        *font,
                               const char          *text);
  gsize         (*break_line) (const TbTextMeasure *self,
                               const TbFont        *font,
                               const char          *text,
                               double               width_px);
};

/* The fake: every Latin character is half an em wide, every CJK one an em;
 * ascent 0.8 em, descent 0.2 em. Breaks at spaces and between CJK characters. */
const TbTextMeasure *tb_text_measure_get_fixed (void);

/* For makers of measurers: the rules of Chinese typesetting that Unicode's line
 * breaking leaves open, and what a line never shows. */
gboolean             tb_text_forbids_break     (const char          *text,
                                                gsize                at);
gboolean             tb_text_is_invisible      (gunichar             c);
char                *tb_text_clean             (const char          *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
