/* Finds what the selected series are parts of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-stack.h"

#include "tb-chart-misfit.h"
#include "tb-chart-words.h"
#include "tb-parts.h"

/* With all that contains others. */
#define MOST_SERIES 64

typedef enum { WORD_NO_WHOLE, WORD_NOT_ADDITIVE, WORD_SAID, WORD_ONE_PART, WORD_MANY_PARTS, WORD_WITHIN,
               WORD_TWICE, WORD_SUM, N_WORDS } Word;

static const TbPhrase words[N_WORDS] = {
  [WORD_NO_WHOLE] = { { "Not declared parts of one whole: %s and %s; a line chart or small multiples show them "
                        "side by side.",
                        "“%s”与“%s”未声明为同一总体的组成部分，不宜堆积；可用折线图或分面图。" } },
  [WORD_NOT_ADDITIVE] = { { "A rate, an average, an index or a rank cannot be added up: %s; a line chart shows it.",
                            "%s为比率、平均数、指数或位次，不可加总；可用折线图。" } },
  [WORD_SAID] = { { "The file says that these figures do not add up: %s; a line chart shows them.",
                    "文件注明“%s”不可加总；可用折线图。" } },
  [WORD_ONE_PART] = { { "Stacked columns need two parts of a whole or more.", "堆积柱形图至少需要总体的两个组成部分。" } },
  [WORD_MANY_PARTS] = { { "More than %d parts cannot be told apart in a column; a bar chart ranks them.",
                          "一柱超过%d个部分难以分辨；可用条形图排序。" } },
  [WORD_TWICE] = { { "Some would be stacked twice, as these overlap: %s and %s; a line chart or small multiples show "
                     "them side by side.",
                     "“%s”与“%s”相互重叠，堆积会重复计算；可用折线图或分面图。" } },
  [WORD_SUM] = { { "Some would be stacked twice, as this is the sum of others: %s; a line chart or small multiples "
                   "show them side by side.",
                   "“%s”为其他部分之和，堆积会重复计算；可用折线图或分面图。" } },
  [WORD_WITHIN] = { { "Already counted in the other parts: %s", "已包含在其他部分中、不重复堆积：%s" } },
};

static const TbSeriesInfo *
get_info (const TbTrack *track)
{
  return tb_series_get_info (track->series);
}

static gboolean
holds_all (const TbFigures    *figures,
           const TbSeriesInfo *whole)
{
  for (gsize i = 0; i < figures->n_tracks; i++)
    if (get_info (&figures->tracks[i]) != whole && !tb_parts_is_within (get_info (&figures->tracks[i]), whole))
      return FALSE;

  return TRUE;
}

static gboolean
may_hold (const TbStack *self,
          TbSeries      *series)
{
  const TbSeriesInfo *info = tb_series_get_info (series);
  const TbSeriesInfo *first = get_info (&self->figures->tracks[0]);

  return info->measure == first->measure && tb_unit_same_family (info->unit, first->unit)
         && holds_all (self->figures, info);
}

/* The narrowest series of the file that holds all that is selected; the selected
 * one first. */
static TbSeries *
find_series (const TbStack *self)
{
  const TbDataset *dataset = tb_selection_get_dataset (self->figures->selection);
  TbSeries *found = NULL;

  for (gsize i = 0; i < self->figures->n_tracks; i++)
    if (may_hold (self, self->figures->tracks[i].series))
      return self->figures->tracks[i].series;
  for (gsize i = 0; i < tb_dataset_get_n_series (dataset); i++)
    {
      TbSeries *series = tb_dataset_get_series (dataset, i);

      if (may_hold (self, series)
          && (found == NULL || tb_parts_is_within (tb_series_get_info (series), tb_series_get_info (found))))
        found = series;
    }

  return found;
}

static gboolean
have_same_dimensions (const TbSeriesInfo *a,
                      const TbSeriesInfo *b)
{
  for (guint i = 0; i < a->n_breakdown; i++)
    {
      gboolean is_found = FALSE;

      for (guint k = 0; k < b->n_breakdown; k++)
        is_found = is_found || g_str_equal (a->breakdown[i].dimension, b->breakdown[k].dimension);
      if (!is_found)
        return FALSE;
    }

  return a->n_breakdown == b->n_breakdown;
}

/* Whether the series differ in nothing but their place, or in breakdowns by the same
 * dimensions: then they may be added up, whatever they are parts of. */
static gboolean
are_alike (const TbTrack *a,
           const TbTrack *b)
{
  const TbSeriesInfo *left = get_info (a);
  const TbSeriesInfo *right = get_info (b);

  return left->indicator == right->indicator && have_same_dimensions (left, right)
         && left->measure == right->measure && !tb_parts_is_within (left, right) && !tb_parts_is_within (right, left)
         && (left->place != right->place || left->n_breakdown > 0);
}

static const TbTrack *
find_track (const TbFigures *figures,
            const TbSeries  *series)
{
  for (gsize i = 0; i < figures->n_tracks; i++)
    if (figures->tracks[i].series == series)
      return &figures->tracks[i];

  return NULL;
}

/* Whether nothing of the file stands between a part and what holds it. */
static gboolean
is_direct (const TbDataset    *dataset,
           const TbSeriesInfo *part,
           const TbSeriesInfo *whole)
{
  for (gsize i = 0; i < tb_dataset_get_n_series (dataset); i++)
    {
      const TbSeriesInfo *other = tb_series_get_info (tb_dataset_get_series (dataset, i));

      if (tb_parts_is_within (part, other) && tb_parts_is_within (other, whole))
        return FALSE;
    }

  return TRUE;
}

/* Whether all parts that the file has of a selected series are selected too. */
static gboolean
is_split (const TbFigures *figures,
          const TbTrack   *whole)
{
  const TbDataset *dataset = tb_selection_get_dataset (figures->selection);
  gboolean any = FALSE;

  for (gsize i = 0; i < tb_dataset_get_n_series (dataset); i++)
    {
      TbSeries *series = tb_dataset_get_series (dataset, i);

      if (!tb_parts_is_within (tb_series_get_info (series), get_info (whole)) ||
          !is_direct (dataset, tb_series_get_info (series), get_info (whole)))
        continue;
      if (find_track (figures, series) == NULL)
        return FALSE;
      any = TRUE;
    }

  return any;
}

/* Of a whole and its parts only one is stacked: the parts where all of them are
 * selected, else the whole. */
static gboolean
is_stacked (const TbStack *self,
            const TbTrack *track)
{
  const TbFigures *figures = self->figures;

  if (track->series == self->whole || is_split (figures, track))
    return FALSE;
  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      const TbTrack *other = &figures->tracks[i];

      if (other->series != self->whole && tb_parts_is_within (get_info (track), get_info (other))
          && !is_split (figures, other))
        return FALSE;
    }

  return TRUE;
}

/* The whole is no part of itself, and nothing is stacked twice. */
static void
set_aside (TbStack *self)
{
  TbFigures *figures = self->figures;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree gboolean *stacked = g_new (gboolean, figures->n_tracks);
  gsize n = 0;

  for (gsize i = 0; i < figures->n_tracks; i++)
    stacked[i] = is_stacked (self, &figures->tracks[i]);
  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      if (stacked[i])
        {
          figures->tracks[n++] = figures->tracks[i];
          continue;
        }
      if (figures->tracks[i].series != self->whole)
        g_ptr_array_add (names, (gpointer) figures->tracks[i].name);
      g_ptr_array_add (self->set_aside, figures->tracks[i].points);
    }
  figures->n_tracks = n;
  if (names->len > 0)
    {
      g_autofree char *list = tb_chart_words_join (names, figures->language);

      tb_figures_add_note (figures, g_strdup_printf (words[WORD_WITHIN].in[figures->language], list));
    }
}

static char *
dup_misfit (const TbStack *self)
{
  const TbFigures *figures = self->figures;
  TbLanguage language = figures->language;

  for (gsize i = 0; i < figures->n_tracks; i++)
    if (!tb_parts_is_additive (get_info (&figures->tracks[i])))
      {
        g_autofree char *name = tb_series_dup_name (figures->tracks[i].series, language, FALSE);

        gboolean is_said = get_info (&figures->tracks[i])->indicator->additive == TB_NO;

        return g_strdup_printf (words[is_said ? WORD_SAID : WORD_NOT_ADDITIVE].in[language], name);
      }
  if (figures->n_tracks < 2)
    return g_strdup (words[WORD_ONE_PART].in[language]);
  if (figures->n_tracks > MOST_SERIES)
    return g_strdup_printf (words[WORD_MANY_PARTS].in[language], TB_N_SERIES_COLORS);
  if (self->whole != NULL)
    return NULL;
  for (gsize i = 1; i < figures->n_tracks; i++)
    for (gsize k = 0; k < i; k++)
      if (!are_alike (&figures->tracks[k], &figures->tracks[i]))
        return g_strdup_printf (words[WORD_NO_WHOLE].in[language], figures->tracks[k].name, figures->tracks[i].name);

  return NULL;
}

/* What is left to be stacked has nothing in common, whole or no whole (B-8). */
static char *
dup_twice (const TbStack *self)
{
  const TbFigures *figures = self->figures;
  g_autofree TbSeries **series = g_new (TbSeries *, figures->n_tracks);
  gssize b;
  gsize a;

  for (gsize i = 0; i < figures->n_tracks; i++)
    series[i] = figures->tracks[i].series;
  if (!tb_parts_find_twice (series, figures->n_tracks, figures->known, &a, &b))
    return NULL;
  if (b < 0)
    return g_strdup_printf (words[WORD_SUM].in[figures->language], figures->tracks[a].name);

  return g_strdup_printf (words[WORD_TWICE].in[figures->language], figures->tracks[a].name, figures->tracks[b].name);
}

/**
 * tb_stack_find_whole:
 * @self: a stack with its figures
 * @error: return location for an error
 *
 * Finds the series that the selected ones are parts of (R1): among them, else in
 * the dataset. Series that differ only in their place, or in one breakdown, have a
 * sum without it; none may count what another one counts. The whole, and what contains others of the selected, is taken
 * out of the figures.
 *
 * Errors: %TB_CHART_ERROR_DATA.
 * Thread: any.
 *
 * Returns: whether they can be stacked
 */
gboolean
tb_stack_find_whole (TbStack  *self,
                     GError  **error)
{
  TbLanguage language = self->figures->language;
  char *misfit;

  self->whole = self->figures->n_tracks <= MOST_SERIES ? find_series (self) : NULL;
  misfit = dup_misfit (self);
  if (misfit == NULL)
    set_aside (self);
  if (misfit == NULL && self->figures->n_tracks < 2)
    misfit = g_strdup (words[WORD_ONE_PART].in[language]);
  if (misfit == NULL)
    misfit = dup_twice (self);
  if (misfit == NULL && self->figures->n_tracks > TB_N_SERIES_COLORS)
    misfit = g_strdup_printf (words[WORD_MANY_PARTS].in[language], TB_N_SERIES_COLORS);
  if (misfit != NULL)
    tb_chart_take_misfit (error, misfit);

  return misfit == NULL;
}
