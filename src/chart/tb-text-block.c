/* Text set in lines of a given width.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-text-block.h"

#include <string.h>

/* Baseline to baseline, in ems, at least; Chinese fonts ask for more themselves. */
#define LEADING 1.3

/* Lines are made even down to this share of the width, in so many steps. */
#define LEAST_SHARE 0.5
#define STEPS 20

static void
clear_line (gpointer data)
{
  TbTextLine *line = data;

  g_free (line->text);
}

static void
add_line (GArray              *lines,
          const TbTextMeasure *measure,
          const TbFont        *font,
          const char          *text,
          gsize                length)
{
  TbTextLine line;

  while (length > 0 && text[length - 1] == ' ')
    length--;
  line.text = g_strndup (text, length);
  line.extents = measure->measure (measure, font, line.text);
  g_array_append_val (lines, line);
}

static void
break_paragraph (GArray              *lines,
                 const TbTextMeasure *measure,
                 const TbFont        *font,
                 const char          *paragraph,
                 double               width_px)
{
  const char *rest = paragraph;

  while (*rest != '\0')
    {
      gsize length = measure->break_line (measure, font, rest, width_px);

      if (length == 0)
        length = (gsize) (g_utf8_next_char (rest) - rest);
      add_line (lines, measure, font, rest, length);
      rest += length;
      while (*rest == ' ')
        rest++;
    }
}

static void
sum_up (TbTextBlock *self)
{
  double descent = 0;

  self->width = self->ascent = self->height = 0;
  self->line_px = self->font.size_px * LEADING;
  for (gsize i = 0; i < self->n_lines; i++)
    {
      const TbTextExtents *extents = &self->lines[i].extents;

      self->width = MAX (self->width, extents->width);
      self->ascent = MAX (self->ascent, extents->ascent);
      descent = MAX (descent, extents->descent);
    }
  self->line_px = MAX (self->line_px, self->ascent + descent);
  if (self->n_lines > 0)
    self->height = (double) (self->n_lines - 1) * self->line_px + self->ascent + descent;
}

/**
 * tb_text_block_new:
 * @measure: what text measures
 * @font: the font
 * @color: the colour
 * @text: (nullable): the text; a line end begins a new line
 * @width_px: the width to fill, px
 *
 * Sets a text in lines. Nothing is cut: a word wider than the line is broken.
 *
 * Returns: (transfer full): the block
 */
TbTextBlock *
tb_text_block_new (const TbTextMeasure *measure,
                   const TbFont        *font,
                   TbColor              color,
                   const char          *text,
                   double               width_px)
{
  TbTextBlock *self = g_new0 (TbTextBlock, 1);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (TbTextLine));

  self->font = *font;
  self->color = color;
  if (text != NULL)
    {
      g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);

      for (gsize i = 0; paragraphs[i] != NULL; i++)
        break_paragraph (lines, measure, font, paragraphs[i], width_px);
    }
  self->lines = (TbTextLine *) (gpointer) g_array_steal (lines, &self->n_lines);
  sum_up (self);

  return self;
}

static double
get_last_width (const TbTextBlock *self)
{
  return self->lines[self->n_lines - 1].extents.width;
}

/* Whether a line ends within a Latin word of @text. */
static gboolean
breaks_word (const TbTextBlock *self,
             const char        *text)
{
  const char *at = text;

  for (gsize i = 0; i + 1 < self->n_lines; i++)
    {
      at = strstr (at, self->lines[i].text);
      if (at == NULL)
        return TRUE;
      at += strlen (self->lines[i].text);
      if (at > text && g_ascii_isalnum (at[-1]) && g_ascii_isalnum (*at))
        return TRUE;
    }

  return FALSE;
}

/**
 * tb_text_block_new_even:
 * @measure: what text measures
 * @font: the font
 * @color: the colour
 * @text: (nullable): the text
 * @width_px: the width that there is, px
 * @short_share: the last line is no shorter than this share of the widest, where
 *   that can be had; near 1: all are of like lengths
 *
 * Sets a text in as few lines as it needs, and no wider than its last line asks
 * for. Of several paragraphs nothing is changed.
 *
 * Returns: (transfer full): the block
 */
TbTextBlock *
tb_text_block_new_even (const TbTextMeasure *measure,
                        const TbFont        *font,
                        TbColor              color,
                        const char          *text,
                        double               width_px,
                        double               short_share)
{
  TbTextBlock *self = tb_text_block_new (measure, font, color, text, width_px);
  gboolean is_one = text != NULL && strchr (text, '\n') == NULL;

  for (int i = 1; is_one && i <= STEPS && self->n_lines > 1 && get_last_width (self) < self->width * short_share; i++)
    {
      double width = width_px * (1 - i * (1 - LEAST_SHARE) / STEPS);
      TbTextBlock *narrow = tb_text_block_new (measure, font, color, text, width);
      gboolean fits = narrow->n_lines == self->n_lines && narrow->width <= width && !breaks_word (narrow, text);

      if (fits)
        {
          tb_text_block_free (self);
          self = narrow;
          continue;
        }
      tb_text_block_free (narrow);
      break;
    }

  return self;
}

/**
 * tb_text_block_free:
 * @self: (transfer full): a block
 *
 * Frees a block.
 */
void
tb_text_block_free (TbTextBlock *self)
{
  for (gsize i = 0; i < self->n_lines; i++)
    clear_line (&self->lines[i]);
  g_free (self->lines);
  g_free (self);
}

/**
 * tb_text_block_get_pitch:
 * @self: a block
 *
 * Returns: its height, px, and a third of a line more where it has several: else
 *   the names of two lines would look like one
 */
double
tb_text_block_get_pitch (const TbTextBlock *self)
{
  return self->height + (self->n_lines > 1 ? self->font.size_px / 3 : 0);
}

/**
 * tb_text_block_limit:
 * @self: a block
 * @measure: what text measures
 * @n_lines: how many lines to keep, at least 1
 * @width_px: the width they have
 *
 * Keeps the first lines, the last of them ending in an ellipsis. Only for pages
 * too small to hold the text; the whole stays in the figure's description.
 */
void
tb_text_block_limit (TbTextBlock         *self,
                     const TbTextMeasure *measure,
                     gsize                n_lines,
                     double               width_px)
{
  TbTextLine *last;

  if (self->n_lines <= n_lines || n_lines == 0)
    return;
  for (gsize i = n_lines; i < self->n_lines; i++)
    clear_line (&self->lines[i]);
  self->n_lines = n_lines;
  last = &self->lines[n_lines - 1];
  while (last->text[0] != '\0')
    {
      g_autofree char *longer = g_strconcat (last->text, "…", NULL);
      TbTextExtents extents = measure->measure (measure, &self->font, longer);

      if (extents.width <= width_px)
        {
          g_free (last->text);
          last->text = g_steal_pointer (&longer);
          last->extents = extents;
          break;
        }
      *g_utf8_prev_char (last->text + strlen (last->text)) = '\0';
    }
  sum_up (self);
}

/**
 * tb_text_block_draw:
 * @self: a block
 * @builder: the scene
 * @anchor: how lines stand to @x
 * @x: px
 * @top: upper edge of the first line, px
 * @datum: the figure it speaks of, or %TB_NO_DATUM
 *
 * Puts the lines into a scene.
 */
void
tb_text_block_draw (const TbTextBlock *self,
                    TbSceneBuilder    *builder,
                    TbAnchor           anchor,
                    double             x,
                    double             top,
                    TbDatum            datum)
{
  for (gsize i = 0; i < self->n_lines; i++)
    if (self->lines[i].text[0] != '\0')
      tb_scene_builder_text (builder, self->lines[i].text, &self->font, self->color, anchor, x,
                             top + self->ascent + (double) i * self->line_px, self->lines[i].extents, datum);
}
