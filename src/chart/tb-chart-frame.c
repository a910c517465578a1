/* What stands around the plot: title, subtitle, legend, notes, source.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-frame.h"
#include "tb-chart-type.h"
#include "tb-chart-words.h"
#include "tb-mark-swatch.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The share of the page that the plot with its axis keeps, before notes give way. */
#define PLOT_SHARE 0.46

/* The same before notes give way that tell what a mark means, and lines of the source. */
#define LEAST_SHARE 0.36

/* Less than this high, in units, a plot shows nothing. */
#define LEAST_PLOT 56.0

/* In units, all on a grid of four. */
#define TITLE_TO_SUBTITLE 4.0
#define HEAD_TO_LEGEND 8.0
#define HEAD_TO_PLOT 16.0
#define PLOT_TO_FOOT 12.0
#define NOTES_TO_SOURCE 4.0
#define SHORT_LINE 0.25        /* of the widest */
#define EVEN 0.85
#define SWATCH 0.75           /* of the label's size */
#define LEGEND_GAP 1.6        /* of the label's size */
#define LOGO_SHARE 0.2        /* of the width, at most */
#define LEAST_WITH_LOGO 240.0 /* logical px: narrower pages have none */

/* Sentences of the notes without the punctuation they may end in themselves. */
static void
append_sentence (GString    *text,
                 const char *sentence)
{
  gsize length = strlen (sentence);

  while (length > 0 && sentence[length - 1] == '.')
    length--;
  if (length >= strlen ("。") && strcmp (sentence + length - strlen ("。"), "。") == 0)
    length -= strlen ("。");
  g_string_append_len (text, sentence, (gssize) length);
}

/* Chinese notes are parted by semicolons, unless one of them has such itself. */
static gboolean
has_clauses (const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    if (strstr (g_ptr_array_index (notes, i), "；") != NULL)
      return TRUE;

  return FALSE;
}

static char *
join_notes (const TbFigures *figures,
            const GPtrArray *notes)
{
  TbLanguage language = figures->language;
  gboolean has_own = figures->own_note != NULL && figures->own_note[0] != '\0';
  TbChartWord mark = has_clauses (notes) ? TB_WORD_FULL_STOP : TB_WORD_SENTENCE;
  g_autoptr (GString) text = g_string_new (NULL);

  if (has_own && notes->len == 0)
    return tb_chart_words_format (TB_WORD_NOTE, language, figures->own_note);
  if (notes->len == 0)
    return NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      if (i > 0)
        g_string_append (text, tb_chart_word (mark, language));
      append_sentence (text, g_ptr_array_index (notes, i));
    }
  if (has_own)
    {
      g_string_append (text, tb_chart_word (mark, language));
      append_sentence (text, figures->own_note);
    }
  g_string_append (text, tb_chart_word (TB_WORD_END, language));

  return tb_chart_words_format (TB_WORD_NOTE, language, text->str);
}

/* The spec's own note takes the place of all but the refusals. */
static GPtrArray *
list_notes (const TbFigures *figures)
{
  GPtrArray *notes = g_ptr_array_new ();
  guint n = figures->own_note != NULL ? figures->n_refusals : figures->notes->len;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (notes, g_ptr_array_index (figures->notes, i));

  return notes;
}

/* The last of those that explain no mark; FALSE where there are none. */
static gboolean
drop_plain_note (GPtrArray       *notes,
                 const TbFigures *figures)
{
  for (guint i = notes->len; i > 0; i--)
    if (!g_ptr_array_find (figures->explaining, g_ptr_array_index (notes, i - 1), NULL))
      {
        g_ptr_array_remove_index (notes, i - 1);
        return TRUE;
      }

  return FALSE;
}

/* Lines of a title are of one length; a note's last line is no single word. */
static TbTextBlock *
set_block (const TbCanvas *canvas,
           const TbFont   *font,
           TbColor         color,
           const char     *text)
{
  return tb_text_block_new_even (canvas->measure, font, color, text, canvas->width - 2 * canvas->margin,
                                 font == &canvas->title ? EVEN : SHORT_LINE);
}

/* Title and subtitle leave the logo's place free. */
static TbTextBlock *
set_head (const TbChartFrame *self,
          const TbCanvas     *canvas,
          const TbFont       *font,
          TbColor             color,
          const char         *text)
{
  return tb_text_block_new (canvas->measure, font, color, text, self->head_width);
}

/* At the right of the title, as high as a title with its subtitle; not on a thumbnail,
 * where it would be a speck. */
static void
place_logo (TbChartFrame *self,
            TbCanvas     *canvas)
{
  double height = canvas->title.size_px + canvas->subtitle.size_px + (TITLE_TO_SUBTITLE + 6) * canvas->unit;
  double most = (canvas->width - 2 * canvas->margin) * LOGO_SHARE;
  int width_px, height_px;
  double width;

  self->head_width = canvas->width - 2 * canvas->margin;
  if (canvas->theme->logo == NULL || !tb_logo_get_size (canvas->theme->logo, &width_px, &height_px))
    return;
  if (canvas->width < LEAST_WITH_LOGO)
    {
      canvas->n_dropped++;
      return;
    }
  width = height * width_px / height_px;
  if (width > most)
    {
      height *= most / width;
      width = most;
    }
  self->logo = (TbRect) { canvas->width - canvas->margin - width, canvas->margin, width, height };
  self->head_width -= width + canvas->title.size_px;
}

static gboolean
is_hidden (const TbFigures     *figures,
           const TbLegendEntry *entry)
{
  return entry->track >= 0 && figures->tracks[entry->track].hidden;
}

/* What the type has to explain, and the series where the page needs their names. Those that
 * are switched off are no part of the figure: the window lists them beside it. */
static GArray *
list_entries (const TbFigures *figures,
              gboolean         with_series)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (TbLegendEntry));

  for (gsize i = 0; with_series && i < MIN (figures->n_tracks, TB_N_SERIES_COLORS); i++)
    {
      TbLegendEntry entry = { figures->tracks[i].name, TB_SWATCH_SOLID, TB_INK_TRACK, (int) i };

      if (!figures->tracks[i].hidden)
        g_array_append_val (entries, entry);
    }
  for (guint i = 0; i < figures->legend->len; i++)
    {
      const TbLegendEntry *entry = &g_array_index (figures->legend, TbLegendEntry, i);

      if (!is_hidden (figures, entry))
        g_array_append_vals (entries, entry, 1);
    }

  return entries;
}

static void
set_legend (TbChartFrame   *self,
            const TbCanvas *canvas)
{
  double width = canvas->width - 2 * canvas->margin - canvas->label.size_px * (SWATCH + 0.4);

  self->n_legend = self->entries->len;
  self->legend = g_new0 (TbTextBlock *, self->n_legend);
  self->legend_boxes = g_new0 (TbRect, self->n_legend);
  for (gsize i = 0; i < self->n_legend; i++)
    {
      const TbLegendEntry *entry = &g_array_index (self->entries, TbLegendEntry, i);

      self->legend[i] = tb_text_block_new (canvas->measure, &canvas->label, canvas->theme->text, entry->text, width);
    }
}

static void
place_legend (TbChartFrame   *self,
              const TbCanvas *canvas)
{
  double em = canvas->label.size_px;
  double right = canvas->width - canvas->margin;
  double x = canvas->margin;
  double y = 0;
  double row = 0;

  for (gsize i = 0; i < self->n_legend; i++)
    {
      double width = em * (SWATCH + 0.4) + self->legend[i]->width;
      double height = self->legend[i]->height;

      if (x > canvas->margin && x + width > right)
        {
          x = canvas->margin;
          y += MAX (row, em * 1.4);
          row = 0;
        }
      row = MAX (row, height);
      self->legend_boxes[i] = (TbRect) { x, y, width, height };
      x += width + em * LEGEND_GAP;
    }
}

static double
get_legend_height (const TbChartFrame *self)
{
  double height = 0;

  for (gsize i = 0; i < self->n_legend; i++)
    height = MAX (height, self->legend_boxes[i].y + self->legend_boxes[i].height);

  return height;
}

/* Where the plot lies with what there is around it. */
static void
find_plot (TbChartFrame   *self,
           const TbCanvas *canvas)
{
  double unit = canvas->unit;
  double top = canvas->margin;
  double bottom = canvas->height - canvas->margin;
  gboolean has_head = self->title->n_lines > 0 || self->subtitle->n_lines > 0 || self->logo.width > 0;

  top += self->title->height;
  if (self->title->n_lines > 0 && self->subtitle->n_lines > 0)
    top += TITLE_TO_SUBTITLE * unit;
  top += self->subtitle->height;
  /* A lone title is lower than the logo. */
  top = MAX (top, self->logo.y + self->logo.height);
  if (self->n_legend > 0)
    top += (has_head ? HEAD_TO_LEGEND * unit : 0) + get_legend_height (self);
  if (has_head || self->n_legend > 0)
    top += HEAD_TO_PLOT * unit;
  bottom -= self->source->height;
  if (self->source->n_lines > 0 && self->notes->n_lines > 0)
    bottom -= NOTES_TO_SOURCE * unit;
  bottom -= self->notes->height;
  if (self->source->n_lines > 0 || self->notes->n_lines > 0)
    bottom -= PLOT_TO_FOOT * unit;

  self->plot = (TbRect) { canvas->margin, top, canvas->width - 2 * canvas->margin, bottom - top };
}

static void
set_notes (TbChartFrame    *self,
           TbCanvas        *canvas,
           const GPtrArray *notes)
{
  g_autofree char *text = join_notes (canvas->figures, notes);

  g_clear_pointer (&self->notes, tb_text_block_free);
  self->notes = set_block (canvas, &canvas->note, canvas->theme->text_muted, text);
  find_plot (self, canvas);
}

static void
shrink_title (TbChartFrame *self,
              TbCanvas     *canvas)
{
  if (self->title->n_lines <= 1 || canvas->title.size_px <= canvas->subtitle.size_px * 1.1)
    return;
  canvas->title.size_px = canvas->subtitle.size_px * 1.1;
  g_clear_pointer (&self->title, tb_text_block_free);
  self->title = set_head (self, canvas, &canvas->title, canvas->theme->text, canvas->figures->title);
  find_plot (self, canvas);
}

static void
limit_lines (TbChartFrame *self,
             TbCanvas     *canvas,
             gsize         n_lines,
             gsize         n_lines_of_notes)
{
  double width = canvas->width - 2 * canvas->margin;
  gboolean cuts = self->notes->n_lines > n_lines_of_notes || self->source->n_lines > n_lines ||
                  self->title->n_lines > n_lines || self->subtitle->n_lines > n_lines;

  tb_text_block_limit (self->notes, canvas->measure, n_lines_of_notes, width);
  tb_text_block_limit (self->source, canvas->measure, n_lines, width);
  tb_text_block_limit (self->title, canvas->measure, n_lines, self->head_width);
  tb_text_block_limit (self->subtitle, canvas->measure, n_lines, self->head_width);
  canvas->n_dropped += cuts ? 1 : 0;
  find_plot (self, canvas);
}

/* Names that fill pages keep their beginning. */
static void
limit_legend (TbChartFrame *self,
              TbCanvas     *canvas,
              gsize         n_lines)
{
  double width = canvas->width - 2 * canvas->margin - canvas->label.size_px * (SWATCH + 0.4);

  for (gsize i = 0; i < self->n_legend; i++)
    {
      canvas->n_dropped += self->legend[i]->n_lines > n_lines ? 1 : 0;
      tb_text_block_limit (self->legend[i], canvas->measure, n_lines, width);
    }
  place_legend (self, canvas);
  find_plot (self, canvas);
}

/* On a page too small for everything the least important goes first: notes that
 * explain no mark, from the last, then the title's size, then third lines; only then,
 * for a plot that would else show nothing, lines of source and title and the notes on
 * marks. What is left out is counted. */
static void
make_room (TbChartFrame *self,
           TbCanvas     *canvas,
           GPtrArray    *notes)
{
  double share = tb_chart_type_get_class (canvas->figures->type)->plot_share;
  double wanted = MAX (LEAST_PLOT * canvas->unit, canvas->height * (share > 0 ? share : PLOT_SHARE));
  double least = MAX (LEAST_PLOT * canvas->unit, canvas->height * LEAST_SHARE);

  while (self->plot.height < wanted && drop_plain_note (notes, canvas->figures))
    {
      set_notes (self, canvas, notes);
      canvas->n_dropped++;
    }
  if (self->plot.height < wanted)
    shrink_title (self, canvas);
  if (self->plot.height < wanted)
    limit_lines (self, canvas, 3, G_MAXSIZE);
  for (gsize n_lines = 3; n_lines > 0 && self->plot.height < least; n_lines--)
    limit_lines (self, canvas, n_lines, n_lines);
  for (gsize n_lines = 2; n_lines > 0 && self->plot.height < least; n_lines--)
    limit_legend (self, canvas, n_lines);
  if (self->plot.height < least && self->notes->n_lines > 0)
    {
      g_clear_pointer (&self->notes, tb_text_block_free);
      self->notes = set_block (canvas, &canvas->note, canvas->theme->text_muted, NULL);
      canvas->n_dropped++;
      find_plot (self, canvas);
    }
}

/**
 * tb_chart_frame_new:
 * @canvas: the canvas
 * @with_legend: whether the series are named above the plot, beside the entries
 *   of the figures' own legend
 * @error: return location for an error
 *
 * Measures the texts around the plot and gives what is left to the plot.
 *
 * Errors: %TB_CHART_ERROR_SIZE where nothing is left.
 *
 * Returns: (transfer full) (nullable): the frame
 */
TbChartFrame *
tb_chart_frame_new (TbCanvas *canvas,
                    gboolean  with_legend,
                    GError  **error)
{
  g_autoptr (TbChartFrame) self = g_new0 (TbChartFrame, 1);
  const TbFigures *figures = canvas->figures;
  g_autoptr (GPtrArray) notes = list_notes (figures);

  place_logo (self, canvas);
  self->title = set_head (self, canvas, &canvas->title, canvas->theme->text, figures->title);
  self->subtitle = set_head (self, canvas, &canvas->subtitle, canvas->theme->text_muted, figures->subtitle);
  self->source = set_block (canvas, &canvas->note, canvas->theme->text_muted, figures->source);
  self->names_series = with_legend;
  self->entries = list_entries (figures, with_legend);
  set_legend (self, canvas);
  place_legend (self, canvas);
  set_notes (self, canvas, notes);
  make_room (self, canvas, notes);
  if (self->plot.height < LEAST_PLOT * canvas->unit / 2 || self->plot.width < LEAST_PLOT * canvas->unit)
    {
      g_set_error (error, TB_CHART_ERROR, TB_CHART_ERROR_SIZE,
                   /* Translators: both %g are sizes in pixels */
                   _("A figure of %g × %g leaves no room for a chart; 320 × 240 is enough for most"), canvas->width,
                   canvas->height);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * tb_chart_frame_free:
 * @self: (transfer full): a frame
 *
 * Frees it.
 */
void
tb_chart_frame_free (TbChartFrame *self)
{
  g_clear_pointer (&self->title, tb_text_block_free);
  g_clear_pointer (&self->subtitle, tb_text_block_free);
  g_clear_pointer (&self->notes, tb_text_block_free);
  g_clear_pointer (&self->source, tb_text_block_free);
  for (gsize i = 0; i < self->n_legend; i++)
    tb_text_block_free (self->legend[i]);
  g_clear_pointer (&self->entries, g_array_unref);
  g_free (self->legend);
  g_free (self->legend_boxes);
  g_free (self);
}

static void
draw_legend (const TbChartFrame *self,
             TbCanvas           *canvas,
             double              top)
{
  double em = canvas->label.size_px;

  tb_scene_builder_begin (canvas->builder, TB_ROLE_LEGEND, NULL);
  for (gsize i = 0; i < self->n_legend; i++)
    {
      const TbLegendEntry *entry = &g_array_index (self->entries, TbLegendEntry, i);
      TbDatum series = { entry->track >= 0 ? canvas->figures->tracks[entry->track].index : -1, -1 };
      const TbRect *box = &self->legend_boxes[i];
      double side = em * SWATCH;
      double line = self->legend[i]->n_lines > 0 ? box->height / (double) self->legend[i]->n_lines : side;

      tb_swatch_draw (canvas, entry, (TbRect) { box->x, top + box->y + (line - side) / 2, side, side }, series);
      tb_text_block_draw (self->legend[i], canvas->builder, TB_ANCHOR_START, box->x + side + em * 0.4, top + box->y,
                          series);
    }
  tb_scene_builder_end (canvas->builder);
}

/**
 * tb_chart_frame_draw:
 * @self: a frame
 * @canvas: the canvas
 *
 * Puts title, subtitle, legend, notes and source into the scene.
 */
void
tb_chart_frame_draw (const TbChartFrame *self,
                     TbCanvas           *canvas)
{
  double unit = canvas->unit;
  double left = canvas->margin;
  double bottom = canvas->height - canvas->margin;
  double top = canvas->margin;
  double gap;

  tb_scene_builder_begin (canvas->builder, TB_ROLE_FRAME, NULL);
  tb_text_block_draw (self->title, canvas->builder, TB_ANCHOR_START, left, top, TB_NO_DATUM);
  top += self->title->height + (self->title->n_lines > 0 && self->subtitle->n_lines > 0 ? TITLE_TO_SUBTITLE * unit : 0);
  tb_text_block_draw (self->subtitle, canvas->builder, TB_ANCHOR_START, left, top, TB_NO_DATUM);
  top += self->subtitle->height;
  top = MAX (top, self->logo.y + self->logo.height);
  if (self->logo.width > 0)
    tb_scene_builder_image (canvas->builder, canvas->theme->logo, self->logo);
  if (self->n_legend > 0)
    draw_legend (self, canvas, top > canvas->margin ? top + HEAD_TO_LEGEND * unit : top);
  gap = self->source->n_lines > 0 && self->notes->n_lines > 0 ? NOTES_TO_SOURCE * unit : 0;
  tb_text_block_draw (self->notes, canvas->builder, TB_ANCHOR_START, left,
                      bottom - self->source->height - gap - self->notes->height, TB_NO_DATUM);
  tb_text_block_draw (self->source, canvas->builder, TB_ANCHOR_START, left, bottom - self->source->height, TB_NO_DATUM);
  tb_scene_builder_end (canvas->builder);
}
