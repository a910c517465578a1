/* Pango as figures need it: the same for measuring and for painting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-pango-private.h"

/* Logical px are 1/96 in. */
#define LAYOUT_DPI 96

/**
 * tb_pango_context_new:
 * @language: (nullable): of the text, which decides between Chinese, Japanese
 *   and Korean shapes of a character
 *
 * Makes a context whose metrics are not hinted, so that text is laid out the
 * same at every resolution and for every output. It uses the font map of the
 * calling thread and must stay in that thread.
 *
 * Returns: (transfer full): a context
 */
PangoContext *
tb_pango_context_new (const char *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, LAYOUT_DPI);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  if (language != NULL)
    pango_context_set_language (context, pango_language_from_string (language));

  return context;
}

/* Pango looks fonts of emoji up for all families together, and where none has one it keeps, for as
 * long as the thread lives, the font in which it was asked for first: the box that stands for it would
 * come of what was drawn before. Families that differ by a feature, which no font has, share nothing. */
static void
part_emoji (PangoFontDescription *description,
            const char           *family)
{
  char feature[] = "aaaa=0";
  guint hash = g_str_hash (family);

  for (int i = 0; i < 4; i++, hash /= 26)
    feature[i] = (char) ('a' + hash % 26);
  pango_font_description_set_features (description, feature);
}

/**
 * tb_pango_set_line:
 * @layout: a layout of a context of tb_pango_context_new()
 * @font: its font
 * @text: one line
 * @length: bytes of @text, or −1
 *
 * Sets a layout to one line of text in a font.
 */
void
tb_pango_set_line (PangoLayout  *layout,
                   const TbFont *font,
                   const char   *text,
                   gssize        length)
{
  PangoFontDescription *description = pango_font_description_new ();
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_family (description, font->family);
  part_emoji (description, font->family);
  pango_font_description_set_absolute_size (description, font->size_px * PANGO_SCALE);
  pango_font_description_set_weight (description,
                                     font->weight == TB_WEIGHT_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  /* Digits of one width, so that figures below each other line up; fonts without
   * the feature have such digits already, or none. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, (int) length);
  pango_font_description_free (description);
}
