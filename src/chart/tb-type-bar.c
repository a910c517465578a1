/* C12: a ranking at one period.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-misfit.h"
#include "tb-chart-ranking.h"
#include "tb-chart-stack.h"
#include "tb-chart-type.h"
#include "tb-chart-words.h"
#include "tb-parts.h"
#include "tb-figure-text.h"

/* A ranking shows those that fit and counts the others: of more it is a list. */
#define MOST_RANKED 1000

/* Of many series some lack their latest figures always: so large a part of them is enough. Few
 * are all wanted. */
#define ENOUGH 0.75
#define FEW 12

gsize
tb_figures_count_ranked (const TbFigures *self)
{
  gsize n = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    n += self->tracks[i].n_points > 0;

  return n;
}

/* A figure of a series, where it is looked for by its period. */
typedef struct
{
  TbPeriod period;
  gsize    track;
} Sighting;

static int
compare_sightings (gconstpointer a,
                   gconstpointer b)
{
  const Sighting *left = a;
  const Sighting *right = b;
  int order = tb_period_compare (left->period, right->period);

  return order != 0 ? order : (left->track > right->track) - (left->track < right->track);
}

/* All figures of a kind, by period and then by series. */
static GArray *
list_sightings (const TbFigures *self,
                TbKind           kind)
{
  GArray *sightings = g_array_new (FALSE, FALSE, sizeof (Sighting));

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      {
        const TbChartPoint *point = &self->tracks[i].points[k];
        Sighting sighting = { point->period, i };

        if (point->kind == kind && !point->missing)
          g_array_append_val (sightings, sighting);
      }
  g_array_sort (sightings, compare_sightings);

  return sightings;
}

/* In how many series the period at @first has a figure; @out_next: where the next one begins. */
static gsize
count_series (const GArray *sightings,
              guint         first,
              guint        *out_next)
{
  const Sighting *here = &g_array_index (sightings, Sighting, first);
  gsize n = 1;
  guint i;

  for (i = first + 1; i < sightings->len; i++)
    {
      const Sighting *next = &g_array_index (sightings, Sighting, i);

      if (!tb_period_equal (next->period, here->period))
        break;
      n += next->track != (next - 1)->track;
    }
  *out_next = i;

  return n;
}

/* The period that most series have a figure of, and of several such the latest; of many
 * series, the latest that enough have one of. FALSE: no figure is of that kind. */
static gboolean
find_common_period (const TbFigures *self,
                    TbKind           kind,
                    TbPeriod        *out_period)
{
  g_autoptr (GArray) sightings = list_sightings (self, kind);
  gsize most = 0;
  double enough;
  guint next;

  for (guint i = 0; i < sightings->len; i = next)
    most = MAX (most, count_series (sightings, i, &next));
  enough = most > FEW ? ENOUGH * (double) most : (double) most;
  for (guint i = 0; i < sightings->len; i = next)
    if ((double) count_series (sightings, i, &next) >= enough)
      *out_period = g_array_index (sightings, Sighting, i).period;

  return most > 0;
}

static gboolean
has_period (const TbFigures *self,
            TbKind           kind,
            TbPeriod         period)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      if (self->tracks[i].points[k].kind == kind && !self->tracks[i].points[k].missing &&
          tb_period_equal (self->tracks[i].points[k].period, period))
        return TRUE;

  return FALSE;
}

/* Of the period of the spec, else of the latest that enough series have a figure of. */
static void
keep_points (TbFigures               *self,
             const TbChartSpecFields *spec)
{
  TbKind kind = TB_KIND_ACTUAL;

  self->bar_period = spec->current;
  for (int wanted = TB_KIND_ACTUAL; wanted <= TB_KIND_FORECAST; wanted++)
    if (tb_period_is_dated (spec->current) ? has_period (self, (TbKind) wanted, spec->current)
                                           : find_common_period (self, (TbKind) wanted, &self->bar_period))
      {
        kind = (TbKind) wanted;
        break;
      }

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      TbTrack *track = &self->tracks[i];
      gsize n = 0;

      for (gsize k = 0; k < track->n_points; k++)
        {
          const TbChartPoint *point = &track->points[k];

          if (tb_period_equal (point->period, self->bar_period) && !point->missing &&
              (point->kind == kind || (kind == TB_KIND_ACTUAL && point->kind != TB_KIND_FORECAST)))
            track->points[n++] = track->points[k];
        }
      track->n_points = n;
    }
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

          holds = k == i
                  || (part->indicator == whole->indicator && part->place != whole->place
                      && tb_parts_is_within (part, whole));
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
  if (tb_parts_is_additive (tb_series_get_info (self->whole.series)))
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

/* A row without a bar would say that there is no figure. */
static void
drop_hidden (TbFigures *figures)
{
  gsize n = 0;

  for (gsize i = 0; i < figures->n_tracks; i++)
    if (figures->tracks[i].hidden)
      g_free (figures->tracks[i].points);
    else
      figures->tracks[n++] = figures->tracks[i];
  figures->n_tracks = n;
}

static gpointer
new_content (TbFigures               *figures,
             const TbChartSpecFields *spec,
             GError                 **error)
{
  gssize whole;
  TbRanking *self;

  drop_hidden (figures);
  whole = find_whole (figures);
  if (tb_figures_count_ranked (figures) < 2)
    {
      tb_chart_take_misfit (error, g_strdup (tb_chart_word (TB_WORD_MISFIT_ONE_SERIES, figures->language)));
      return NULL;
    }
  if (whole >= 0 && tb_figures_count_ranked (figures) < 3)
    {
      tb_chart_take_misfit (error, tb_chart_words_format (TB_WORD_MISFIT_ONE_PART, figures->language,
                                                          figures->tracks[whole].name));
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
  .orders = TB_ORDER (SIZE) | TB_ORDER (DECLARED),
  .usual_orders = TB_ORDER (SIZE),
  .keep_points = keep_points,
  .new_content = new_content,
  .free_content = free_content,
  .describe = describe,
  .lay_out = lay_out,
};
