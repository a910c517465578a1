/* Which periods are columns of a stack, and which part lies on which.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-stack.h"
#include "tb-chart-words.h"

#include <math.h>

/* Figures that may stand beside each other. */
typedef struct
{
  const TbChartPoint *first;
  gsize               n;
} Sort;

static Sort *
get_sort (GArray             *sorts,
          const TbChartPoint *point)
{
  const Sort added = { point, 0 };

  for (guint i = 0; i < sorts->len; i++)
    {
      Sort *sort = &g_array_index (sorts, Sort, i);

      if (tb_stack_are_alike (sort->first, point))
        return sort;
    }
  g_array_append_val (sorts, added);

  return &g_array_index (sorts, Sort, sorts->len - 1);
}

/* The sort of figure that there are most of. */
static const TbChartPoint *
find_usual (const TbFigures *figures)
{
  g_autoptr (GArray) sorts = g_array_new (FALSE, FALSE, sizeof (Sort));
  const Sort *usual = NULL;

  for (gsize i = 0; i < figures->n_tracks; i++)
    for (gsize k = 0; k < figures->tracks[i].n_points; k++)
      if (tb_stack_is_part (&figures->tracks[i].points[k]))
        get_sort (sorts, &figures->tracks[i].points[k])->n++;
  for (guint i = 0; i < sorts->len; i++)
    {
      const Sort *sort = &g_array_index (sorts, Sort, i);

      if (usual == NULL || sort->n > usual->n)
        usual = sort;
    }

  return usual != NULL ? usual->first : NULL;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return tb_period_compare (((const TbChartPoint *) a)->period, ((const TbChartPoint *) b)->period);
}

GArray *
tb_stack_list_places (TbStack *self)
{
  static const TbPhrase mixed = {{ "Not stacked, as they are of another length: %s", "时段长度不同而未堆积：%s" }};
  TbFigures *figures = self->figures;
  const TbChartPoint *usual = find_usual (figures);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (TbChartPoint));
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  guint n_more = 0;
  guint kept = 0;

  for (gsize i = 0; usual != NULL && i < figures->n_tracks; i++)
    for (gsize k = 0; k < figures->tracks[i].n_points; k++)
      {
        const TbChartPoint *point = &figures->tracks[i].points[k];

        if (!tb_stack_is_part (point))
          continue;
        if (tb_stack_are_alike (usual, point))
          g_array_append_val (places, *point);
        else
          {
            g_autofree char *when = tb_figures_dup_when (figures, point);

            if (g_ptr_array_find_with_equal_func (others, when, g_str_equal, NULL))
              continue;
            if (others->len < TB_STACK_MOST_NAMED)
              g_ptr_array_add (others, g_steal_pointer (&when));
            else
              n_more++;
          }
      }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    if (kept == 0
        || compare_places (&g_array_index (places, TbChartPoint, kept - 1), &g_array_index (places, TbChartPoint, i))
               != 0)
      g_array_index (places, TbChartPoint, kept++) = g_array_index (places, TbChartPoint, i);
  g_array_set_size (places, kept);
  if (others->len > 0)
    {
      g_autofree char *list = tb_chart_words_join_some (others, n_more, figures->language);

      tb_figures_add_note (figures, g_strdup_printf (mixed.in[figures->language], list));
    }

  return places;
}

/* Of a part that is switched off: its points were left out. */
static double
get_last_of_selected (const TbSelected *selected)
{
  for (gsize i = selected->n_rows; i > 0; i--)
    {
      TbObservation observation;

      tb_series_get (selected->series, selected->rows[i - 1], &observation);
      if (observation.kind == TB_KIND_ACTUAL && observation.has_value && tb_period_is_dated (observation.period))
        return observation.figure;
    }

  return -INFINITY;
}

/* A part that is switched off keeps its place, so that the others keep their colours. */
static double
get_last (const TbFigures *figures,
          const TbTrack   *track)
{
  if (track->hidden)
    return get_last_of_selected (tb_selection_get (figures->selection, (gsize) track->index));
  for (gsize i = track->n_points; i > 0; i--)
    if (tb_stack_is_part (&track->points[i - 1]))
      return track->points[i - 1].value;

  return -INFINITY;
}

/* A series has one colour in all charts; but eight parts after their whole, which has no
 * colour here, would want a ninth. */
static void
color_tracks (TbFigures *figures)
{
  gboolean has_enough = TRUE;

  for (gsize i = 0; i < figures->n_tracks; i++)
    has_enough &= figures->tracks[i].index < TB_N_SERIES_COLORS;
  for (gsize i = 0; !has_enough && i < figures->n_tracks; i++)
    figures->tracks[i].recolor = (int) i - figures->tracks[i].index;
}

/* The largest at the line at zero, by the last figures; members of a breakdown are
 * steps of a scale as often as not, and keep the file's order. */
void
tb_stack_order_tracks (TbStack      *self,
                       TbChartOrder  order)
{
  TbFigures *figures = self->figures;
  gboolean by_size = order == TB_CHART_ORDER_SIZE
                     || (order != TB_CHART_ORDER_DECLARED
                         && tb_series_get_info (figures->tracks[0].series)->n_breakdown == 0);

  /* Insertion sort: stable, and there are few parts. */
  for (gsize i = 1; by_size && i < figures->n_tracks; i++)
    {
      TbTrack track = figures->tracks[i];
      gsize k = i;

      while (k > 0 && get_last (figures, &figures->tracks[k - 1]) < get_last (figures, &track))
        {
          figures->tracks[k] = figures->tracks[k - 1];
          k--;
        }
      figures->tracks[k] = track;
    }
  color_tracks (figures);
}
