/* What all charts are laid out with: sizes, fonts, colours, the measurer, the scene.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-canvas.h"

#include "tb-palette.h"

#include <math.h>

/* Greys that stand back: so far from the background towards that of quiet words. */
#define QUIET_SHARE 0.42
#define BEYOND_PALETTE_SHARE 0.6

#define REFERENCE_WIDTH 960.0
#define REFERENCE_HEIGHT 540.0

/* Down to this share of the reference size text keeps its size: such a figure
 * is printed at its own size (160 mm on A4), where 9 pt is the least. Below it
 * is a thumbnail. */
#define THUMBNAIL 0.6

/* Larger figures are looked at from further away, so text grows with them, but
 * a little less than they do. */
#define GROWTH 0.8
#define SHRINKAGE 0.5

#define USUAL_MARGIN 24.0

/* The least contrast of text, WCAG 2.2, 1.4.3. */
#define READABLE 4.5

static double
get_text_scale (double ratio)
{
  if (ratio > 1)
    return pow (ratio, GROWTH);
  if (ratio < THUMBNAIL)
    return pow (ratio / THUMBNAIL, SHRINKAGE);

  return 1;
}

/**
 * tb_canvas_init:
 * @self: a canvas
 * @spec: what to show
 * @figures: its figures
 * @measure: what text measures
 * @builder: the scene
 *
 * Derives fonts and lengths from the figure's size.
 */
void
tb_canvas_init (TbCanvas                *self,
                const TbChartSpecFields *spec,
                const TbFigures         *figures,
                const TbTextMeasure     *measure,
                TbSceneBuilder          *builder)
{
  const TbTheme *theme = tb_theme_find (spec->style, spec->house);
  double ratio = MIN (spec->width / REFERENCE_WIDTH, spec->height / REFERENCE_HEIGHT);
  double text = get_text_scale (ratio);
  double title = theme->title_px * text * (ratio < 1 ? MAX (pow (ratio, 0.25), 0.8) : 1);

  *self = (TbCanvas) {
    .spec = spec,
    .figures = figures,
    .theme = theme,
    .measure = measure,
    .builder = builder,
    .width = spec->width,
    .height = spec->height,
    .unit = text,
    .margin = MAX ((theme->margin_px > 0 ? theme->margin_px : USUAL_MARGIN) * text * CLAMP (sqrt (ratio), 0.55, 1), 6),
    .title = { theme->family, title, TB_WEIGHT_BOLD },
    .subtitle = { theme->family, theme->subtitle_px * text, TB_WEIGHT_REGULAR },
    .label = { theme->family, theme->label_px * text, TB_WEIGHT_REGULAR },
    .strong = { theme->family, theme->label_px * text, TB_WEIGHT_BOLD },
    .note = { theme->family, theme->note_px * text, TB_WEIGHT_REGULAR },
  };
}

/**
 * tb_canvas_measure:
 * @self: a canvas
 * @font: a font
 * @text: one line; must outlive the label
 *
 * Returns: the text with its extents
 */
TbLabel
tb_canvas_measure (const TbCanvas *self,
                   const TbFont   *font,
                   const char     *text)
{
  return (TbLabel) { text, *font, self->measure->measure (self->measure, font, text) };
}

/**
 * tb_label_get_height:
 * @self: a label
 *
 * Returns: from the ascent to the descent of its line, px
 */
double
tb_label_get_height (const TbLabel *self)
{
  return self->extents.ascent + self->extents.descent;
}

/**
 * tb_label_get_box:
 * @self: a label
 * @anchor: how it stands to @x
 * @x: px
 * @top: its upper edge, px
 *
 * Returns: the room it takes, px
 */
TbRect
tb_label_get_box (const TbLabel *self,
                  TbAnchor       anchor,
                  double         x,
                  double         top)
{
  double shift = 0;

  switch (anchor)
    {
    case TB_ANCHOR_START:
      break;
    case TB_ANCHOR_MIDDLE:
      shift = self->extents.width / 2;
      break;
    case TB_ANCHOR_END:
      shift = self->extents.width;
      break;
    }

  return (TbRect) { x - shift, top, self->extents.width, tb_label_get_height (self) };
}

/**
 * tb_canvas_draw_label:
 * @self: a canvas
 * @label: a measured label
 * @color: its colour
 * @anchor: how it stands to @x
 * @x: px
 * @top: upper edge, px
 * @datum: the figure it speaks of, or %TB_NO_DATUM
 *
 * Puts a label into the scene.
 */
void
tb_canvas_draw_label (TbCanvas      *self,
                      const TbLabel *label,
                      TbColor        color,
                      TbAnchor       anchor,
                      double         x,
                      double         top,
                      TbDatum        datum)
{
  tb_scene_builder_text (self->builder, label->text, &label->font, color, anchor, x, top + label->extents.ascent,
                         label->extents, datum);
}

/**
 * tb_canvas_rule:
 * @self: a canvas
 * @x1: px
 * @y1: px
 * @x2: px
 * @y2: px
 * @color: its colour
 * @width: in units of the canvas
 * @dashed: whether it is dashed
 *
 * Draws a line that stands for no figure.
 */
void
tb_canvas_rule (TbCanvas *self,
                double    x1,
                double    y1,
                double    x2,
                double    y2,
                TbColor   color,
                double    width,
                gboolean  dashed)
{
  TbPaint paint = { .stroke_color = color, .stroke_width = width * self->unit, .dashed = dashed };

  tb_scene_builder_line (self->builder, x1, y1, x2, y2, &paint, TB_NO_DATUM);
}

/* A series keeps its colour on all panels of a page. */
static gsize
get_index (const TbCanvas *self,
           gsize           track)
{
  if (track >= self->figures->n_tracks)
    return track;

  return (gsize) (self->figures->tracks[track].index + self->figures->tracks[track].recolor);
}

static TbColor
get_quiet (const TbCanvas *self)
{
  return tb_color_mix (self->theme->background, self->theme->text_muted, QUIET_SHARE);
}

/* Rows of a ranking are all of one colour, and quiet one by one. */
static gboolean
is_quiet (const TbCanvas *self,
          gsize           track)
{
  return track < self->figures->n_tracks && self->figures->notation != TB_NOTATION_BAR &&
         tb_decoration_plan_is_quiet (self->plan, (TbDatum) { self->figures->tracks[track].index, -1 });
}

/**
 * tb_canvas_get_ink:
 * @self: a canvas
 * @ink: what for
 * @track: the series, of %TB_INK_TRACK
 *
 * Returns: the colour in the figure's theme
 */
TbColor
tb_canvas_get_ink (const TbCanvas *self,
                   TbInk           ink,
                   int             track)
{
  switch (ink)
    {
    case TB_INK_TRACK:
      return tb_canvas_get_color (self, (gsize) track);
    case TB_INK_TEXT:
      return self->theme->text;
    case TB_INK_MUTED:
      return self->theme->text_muted;
    case TB_INK_TARGET:
      return self->theme->target;
    case TB_INK_GOOD:
      return self->theme->good;
    case TB_INK_BAD:
      return self->theme->bad;
    case TB_INK_NEUTRAL:
      return self->theme->neutral;
    case TB_INK_ACTUAL:
      return self->theme->series[0];
    }

  return self->theme->text;
}

/**
 * tb_canvas_get_color:
 * @self: a canvas
 * @track: which series
 *
 * Returns: its colour; grey for those beyond the palette, and where another series is
 *   to stand out (D-6)
 */
TbColor
tb_canvas_get_color (const TbCanvas *self,
                     gsize           track)
{
  gsize index = get_index (self, track);

  if (is_quiet (self, track))
    return get_quiet (self);
  if (index < TB_N_SERIES_COLORS)
    return self->theme->series[index];

  return tb_color_mix (self->theme->background, self->theme->text_muted, BEYOND_PALETTE_SHARE);
}

/**
 * tb_canvas_get_stressed:
 * @self: a canvas
 * @color: what something is drawn in
 * @datum: a figure, or with row −1 a series
 *
 * Where one series or figure is to stand out (D-6), the others are grey.
 *
 * Returns: the colour to draw @datum in
 */
TbColor
tb_canvas_get_stressed (const TbCanvas *self,
                        TbColor         color,
                        TbDatum         datum)
{
  if (!tb_decoration_plan_is_quiet (self->plan, datum))
    return color;

  return get_quiet (self);
}

/**
 * tb_canvas_get_text_color:
 * @self: a canvas
 * @track: which series
 *
 * Returns: the colour of the series for words; that of quiet words beyond the palette,
 *   and where another series is to stand out (D-6)
 */
TbColor
tb_canvas_get_text_color (const TbCanvas *self,
                          gsize           track)
{
  gsize index = get_index (self, track);

  if (index >= TB_N_SERIES_COLORS || is_quiet (self, track))
    return self->theme->text_muted;

  return tb_canvas_get_readable (self, self->theme->series[index]);
}

/**
 * tb_canvas_get_readable:
 * @self: a canvas
 * @color: of a mark
 *
 * Returns: a colour like it, dark or light enough for words on the page
 */
TbColor
tb_canvas_get_readable (const TbCanvas *self,
                        TbColor         color)
{
  return tb_color_readable (color, self->theme->background, self->theme->text, self->theme->readable);
}

/**
 * tb_canvas_get_text_on:
 * @self: a canvas
 * @fill: the colour of a mark
 *
 * Chooses between the theme's text and its background, and black and white where
 * neither has a contrast of 4.5 (WCAG 2.2, 1.4.3); one of those always has.
 *
 * Returns: the colour of text on @fill
 */
TbColor
tb_canvas_get_text_on (const TbCanvas *self,
                       TbColor         fill)
{
  const TbColor inks[] = { self->theme->background, self->theme->text, { 0, 0, 0, 1 }, { 1, 1, 1, 1 } };

  for (gsize i = 0; i + 1 < G_N_ELEMENTS (inks); i++)
    if (tb_color_contrast (inks[i], fill) >= READABLE)
      return inks[i];

  return inks[G_N_ELEMENTS (inks) - 1];
}
