/* Text measured by Pango.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-measure-pango.h"

#include "tb-pango-private.h"

#include <string.h>

/* The part of a line's height that CJK fonts declare beyond what labels need:
 * Noto Sans CJK asks for 1.45 em. */
#define MAX_LINE_HEIGHT_EM 1.3

/* Rounding in Pango's units, 1/1024 px, must not break a text that was measured to fit. */
#define FIT_TOLERANCE_PX 0.01

typedef struct
{
  TbTextMeasure  parent;
  PangoContext  *context;
  PangoLayout   *layout;
  GHashTable    *widths;    /* font and text → double * */
  GHashTable    *heights;   /* font → TbTextExtents *, width 0 */
} TbMeasurePango;

static char *
dup_font_key (const TbFont *font)
{
  char size[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (size, sizeof size, "%.3f", font->size_px);

  return g_strdup_printf ("%s|%d|%s", size, font->weight, font->family);
}

static double
measure_cap_height (TbMeasurePango *self,
                    const TbFont   *font)
{
  PangoRectangle ink;

  tb_pango_set_line (self->layout, font, "H", 1);
  pango_layout_get_extents (self->layout, &ink, NULL);

  return (double) ink.height / PANGO_SCALE;
}

/* The height depends on font and language only, not on the text, so that labels
 * in a row stand on one baseline. The box is centred on the capitals: what is
 * centred on a tick by its box also looks centred. */
static TbTextExtents
measure_height (TbMeasurePango *self,
                const TbFont   *font)
{
  double center = measure_cap_height (self, font) / 2;
  const PangoFontDescription *description = pango_layout_get_font_description (self->layout);
  PangoFontMetrics *metrics = pango_context_get_metrics (self->context, description, NULL);
  double height = (double) (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics)) /
                  PANGO_SCALE;

  height = MIN (height, MAX_LINE_HEIGHT_EM * font->size_px);
  pango_font_metrics_unref (metrics);

  return (TbTextExtents) { 0, height / 2 + center, height / 2 - center };
}

static TbTextExtents
measure (const TbTextMeasure *measure,
         const TbFont        *font,
         const char          *text)
{
  TbMeasurePango *self = (TbMeasurePango *) measure;
  g_autofree char *font_key = dup_font_key (font);
  g_autofree char *key = g_strdup_printf ("%s|%s", font_key, text);
  const TbTextExtents *height = g_hash_table_lookup (self->heights, font_key);
  const double *width = g_hash_table_lookup (self->widths, key);

  if (height == NULL)
    {
      TbTextExtents measured = measure_height (self, font);

      height = g_memdup2 (&measured, sizeof measured);
      g_hash_table_insert (self->heights, g_steal_pointer (&font_key), (gpointer) height);
    }
  if (width == NULL)
    {
      g_autofree char *clean = tb_text_clean (text);
      PangoRectangle logical;
      double measured;

      tb_pango_set_line (self->layout, font, clean, -1);
      pango_layout_get_extents (self->layout, NULL, &logical);
      measured = (double) logical.width / PANGO_SCALE;
      width = g_memdup2 (&measured, sizeof measured);
      g_hash_table_insert (self->widths, g_steal_pointer (&key), (gpointer) width);
    }

  return (TbTextExtents) { *width, height->ascent, height->descent };
}

/* The character at which the text, set on one line, reaches the width; the
 * length in characters where it never does. */
static glong
find_overflow (PangoLayout *layout,
               const char  *text,
               glong        n_characters,
               double       width_px)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  int index;
  int trailing;

  if (!pango_layout_line_x_to_index (line, (int) ((width_px + FIT_TOLERANCE_PX) * PANGO_SCALE), &index, &trailing))
    return n_characters;

  return g_utf8_pointer_to_offset (text, text + index);
}

/* The last place at or before @overflow where a line may end; where no word ends
 * in time, one inside of a word; where not even that, after one character. */
static glong
find_break (const char         *text,
            const PangoLogAttr *attrs,
            glong               overflow)
{
  glong allowed = 0;
  glong any = 0;

  for (glong i = overflow; i > 0; i--)
    {
      gsize at = (gsize) (g_utf8_offset_to_pointer (text, i) - text);

      if (!attrs[i].is_cursor_position)
        continue;
      any = MAX (any, i);
      if (tb_text_forbids_break (text, at))
        continue;
      if (attrs[i].is_line_break)
        return i;
      allowed = MAX (allowed, i);
    }
  if (allowed > 0 || any > 0)
    return allowed > 0 ? allowed : any;

  do
    any++;
  while (!attrs[any].is_cursor_position);

  return any;
}

/* How many characters of @text, which is in the layout, a line of that width takes. */
static glong
find_end (TbMeasurePango *self,
          const TbFont   *font,
          const char     *text,
          glong           overflow,
          double          width_px)
{
  const PangoLogAttr *attrs;
  g_autofree PangoLogAttr *own = NULL;
  int n_attrs;
  glong end;

  attrs = pango_layout_get_log_attrs_readonly (self->layout, &n_attrs);
  own = g_memdup2 (attrs, (gsize) n_attrs * sizeof *attrs);
  for (;;)
    {
      g_autofree char *line = NULL;

      end = find_break (text, own, overflow);
      line = g_strchomp (g_utf8_substring (text, 0, end));
      /* A letter can be narrower before the one that it was parted from. */
      if (end <= 1 || end > overflow || measure (&self->parent, font, line).width <= width_px + FIT_TOLERANCE_PX)
        return end;
      overflow = end - 1;
    }
}

static gsize
break_line (const TbTextMeasure *measure_self,
            const TbFont        *font,
            const char          *text,
            double               width_px)
{
  TbMeasurePango *self = (TbMeasurePango *) measure_self;
  glong n = g_utf8_strlen (text, -1);
  /* Only what can possibly fit is shaped: few characters are narrower than a quarter of an em. */
  glong n_tried = MIN (n, (glong) (4 * MAX (width_px, 0) / font->size_px) + 16);

  while (n > 0)
    {
      gssize length = g_utf8_offset_to_pointer (text, n_tried) - text;
      glong overflow;

      tb_pango_set_line (self->layout, font, text, length);
      overflow = find_overflow (self->layout, text, n_tried, width_px);
      if (overflow == n)
        return strlen (text);
      if (overflow < n_tried)
        {
          /* Spaces at the end of a line do not count. */
          while (overflow < n_tried && *g_utf8_offset_to_pointer (text, overflow) == ' ')
            overflow++;
          if (overflow == n)
            return strlen (text);
          if (overflow < n_tried)
            return (gsize) (g_utf8_offset_to_pointer (text, find_end (self, font, text, overflow, width_px)) - text);
        }
      n_tried = MIN (n, n_tried * 2);
    }

  return 0;
}

/**
 * tb_measure_pango_new:
 * @language: (nullable): of the figure, such as `zh-CN`
 *
 * Makes a measurer for the calling thread.
 *
 * Unit: logical px. The line's height comes from font and language alone.
 *
 * Returns: (transfer full): a measurer; free it with tb_measure_pango_free()
 */
TbTextMeasure *
tb_measure_pango_new (const char *language)
{
  TbMeasurePango *self = g_new0 (TbMeasurePango, 1);

  self->parent.measure = measure;
  self->parent.break_line = break_line;
  self->context = tb_pango_context_new (language);
  self->layout = pango_layout_new (self->context);
  self->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->heights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return &self->parent;
}

/**
 * tb_measure_pango_free:
 * @self: (nullable): a measurer
 */
void
tb_measure_pango_free (TbTextMeasure *self)
{
  TbMeasurePango *pango = (TbMeasurePango *) self;

  if (pango == NULL)
    return;
  g_hash_table_unref (pango->heights);
  g_hash_table_unref (pango->widths);
  g_object_unref (pango->layout);
  g_object_unref (pango->context);
  g_free (pango);
}
