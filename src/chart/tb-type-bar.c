/* C12: a ranking at one period.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-misfit.h"
#include "tb-chart-ranking.h"
#include "tb-chart-stack.h"
#include "tb-chart-type.h"
#include "tb-chart-words.h"
#include "tb-figure-text.h"

/* A ranking shows those that fit and counts the others: of more it is a list. */
#define MOST_RANKED 1000

gsize
tb_figures_count_ranked (const TbFigures *self)
{
  gsize n = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    n += self->tracks[i].n_points > 0;

  return n;
}

/* The place that contains those of all others, of one indicator; −1: there is none. */
static gssize
find_whole (const TbFigures *figures)
{
  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      const TbSeriesInfo *whole = tb_series_get_info (figures->tracks[i].series);
      gboolean holds = figures->tracks[i].n_points > 0;

      for (gsize k = 0; k < figures->n_tracks && holds; k++)
        {
          const TbSeriesInfo *part = tb_series_get_info (figures->tracks[k].series);

          holds = k == i || (part->indicator == whole->indicator && part->place != whole->place && tb_chart_is_within (part, whole));
        }
      if (holds)
        return (gssize) i;
    }

  return -1;
}

/* A rate of the whole lies among those of its parts, and is a line; a total dwarfs
 * them, and is told in the notes. */
static void
set_whole (TbRanking *self,
           gsize      index)
{
  static const TbPhrase total = { { "%s as a whole: %s", "%s合计：%s" } };
  TbFigures *figures = self->figures;
  const TbChartPoint *point;
  g_autofree char *number = NULL;

  self->whole = figures->tracks[index];
  for (gsize i = index; i + 1 < figures->n_tracks; i++)
    figures->tracks[i] = figures->tracks[i + 1];
  figures->n_tracks--;
  point = &self->whole.points[0];
  if (tb_chart_is_additive (tb_series_get_info (self->whole.series)))
    {
      TbObservation observation;

      tb_series_get (self->whole.series, (gsize) point->row, &observation);
      number = tb_figure_dup_with_unit (self->whole.series, &observation, figures->scale, figures->language);
      tb_figures_add_note (figures, g_strdup_printf (total.in[figures->language], self->whole.name, number));
      return;
    }
  {
    TbFigures one = *figures;

    one.tracks = &self->whole;
    one.n_tracks = 1;
    number = tb_figures_dup_number (&one, point);
  }
  self->line = point;
  self->line_text = tb_figures_keep (figures, g_strconcat (self->whole.name, " ", number, NULL));
}

static void
free_content (gpointer content)
{
  TbRanking *self = content;

  g_free (self->whole.points);
  g_free (self);
}

static gpointer
new_content (TbFigures               *figures,
             const TbChartSpecFields *spec,
             GError                 **error)
{
  gssize whole = find_whole (figures);
  TbRanking *self;

  if (tb_figures_count_ranked (figures) < (whole >= 0 ? 3u : 2u))
    {
      tb_chart_take_misfit (error, g_strdup (tb_chart_word (TB_WORD_MISFIT_ONE_SERIES, figures->language)));
      return NULL;
    }
  self = g_new0 (TbRanking, 1);
  self->figures = figures;
  if (whole >= 0)
    set_whole (self, (gsize) whole);

  return self;
}

static void
describe (gconstpointer    content,
          const TbFigures *figures,
          GString         *text)
{
  static const TbPhrase phrase = { { "The line stands at %s.", "参考线为%s。" } };
  const TbRanking *self = content;

  if (self->line == NULL)
    return;
  if (text->len > 0 && figures->language == TB_LANGUAGE_EN)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, phrase.in[figures->language], self->line_text);
}

static void
lay_out (TbCanvas           *canvas,
         const TbChartFrame *frame,
         gpointer            content)
{
  tb_layout_bar (canvas, frame, content);
}

const TbChartTypeClass tb_type_bar = {
  .name = "bar",
  .title = { { "Bar chart", "条形图" } },
  .notation = TB_NOTATION_BAR,
  .most_series = MOST_RANKED,
  .new_content = new_content,
  .free_content = free_content,
  .describe = describe,
  .lay_out = lay_out,
};
