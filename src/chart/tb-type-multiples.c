/* C14: a panel a series, of any units, on one scale for each unit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures-private.h"
#include "tb-chart-layouts.h"
#include "tb-chart-misfit.h"
#include "tb-chart-multiples.h"
#include "tb-chart-panel.h"
#include "tb-chart-type.h"
#include "tb-chart-units.h"
#include "tb-chart-words.h"

/* Ten by six on a page: beyond that a panel is smaller than its name. */
#define MOST_PANELS 60

/* From so many figures on a line reads better than columns. */
#define LINE_FROM 9

/* What cannot be added up has no lengths: a line shows it, from so many figures on. */
#define LINE_FROM_OF_RATES 3

typedef enum { WORD_ONE, WORD_OWN_SCALE, WORD_OWN_SCALES_NOTE, WORD_EMPTY, WORD_CAPTION, N_WORDS } Word;

static const TbPhrase words[N_WORDS] = {
  [WORD_ONE] = { { "Small multiples need two series with figures or more.", "分面图至少需要两个有数据的序列。" } },
  [WORD_OWN_SCALE] = { { "own scale", "独立刻度" } },
  [WORD_OWN_SCALES_NOTE] = { { "Each panel has a scale of its own: heights must not be compared between panels",
                               "各分图刻度独立，图间高度不可比" } },
  [WORD_EMPTY] = { { "Without a panel, as there is no figure to draw: %s", "无可绘数据而未列分图：%s" } },
  [WORD_CAPTION] = { { "%s, %s", "%s，%s" } },
};

static const TbUnit *
get_unit (const TbFigures *figures,
          gsize            track)
{
  return tb_series_get_info (figures->tracks[track].series)->unit;
}

static gboolean
is_first_of_unit (const TbFigures *figures,
                  gsize            track)
{
  for (gsize i = 0; i < track; i++)
    if (tb_units_share_axis (get_unit (figures, i), get_unit (figures, track)))
      return FALSE;

  return TRUE;
}

static gboolean
has_number (const TbTrack *track)
{
  for (gsize i = 0; i < track->n_points; i++)
    if (!track->points[i].missing)
      return TRUE;

  return FALSE;
}

static gsize
find_group (const TbMultiples *self,
            gsize              panel)
{
  if (self->own_scales)
    return panel;
  for (gsize i = 0; i < panel; i++)
    if (tb_units_share_axis (get_unit (self->figures, self->panels[i].track),
                             get_unit (self->figures, self->panels[panel].track)))
      return self->panels[i].group;

  return self->n_groups;
}

static void
list_panels (TbMultiples *self)
{
  TbFigures *figures = self->figures;
  g_autoptr (GPtrArray) empty = g_ptr_array_new ();

  self->panels = g_new0 (TbMultiplesPanel, figures->n_tracks + 1);
  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      TbMultiplesPanel *panel = &self->panels[self->n_panels];

      if (!has_number (&figures->tracks[i]))
        {
          if (!figures->tracks[i].hidden)
            g_ptr_array_add (empty, (gpointer) figures->tracks[i].name);
          continue;
        }
      panel->track = i;
      panel->name = figures->tracks[i].name;
      panel->last = "";
      panel->group = find_group (self, self->n_panels);
      self->n_groups = MAX (self->n_groups, panel->group + 1);
      self->n_panels++;
    }
  if (empty->len > 0)
    {
      g_autofree char *list = tb_chart_words_join (empty, figures->language);

      tb_figures_add_note (figures, g_strdup_printf (words[WORD_EMPTY].in[figures->language], list));
    }
}

static gboolean
is_rate (const TbSeriesInfo *info)
{
  return info->measure == TB_MEASURE_AVERAGE || info->measure == TB_MEASURE_RATIO || info->measure == TB_MEASURE_INDEX
         || info->measure == TB_MEASURE_GROWTH;
}

/* Lines where all series of the scale may have one, and are long enough for it. */
static gboolean
suits_line (const TbFigures *sample)
{
  gsize most = 0;
  gboolean rates = TRUE;

  for (gsize i = 0; i < sample->n_tracks; i++)
    {
      TbFigures one = *sample;
      TbLineFacts facts;

      one.tracks = &sample->tracks[i];
      one.n_tracks = 1;
      facts = tb_figures_get_line_facts (&one);
      if (!facts.joins)
        return FALSE;
      most = MAX (most, facts.most_points);
      rates = rates && is_rate (tb_series_get_info (sample->tracks[i].series));
    }

  return most >= (rates ? LINE_FROM_OF_RATES : LINE_FROM);
}

/**
 * tb_figures_choose_notation:
 * @self: figures of small multiples
 *
 * Returns: how they are drawn, for the notes: as lines, where all are
 */
TbNotation
tb_figures_choose_notation (const TbFigures *self)
{
  g_autofree gsize *tracks = g_new (gsize, self->n_tracks);

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      g_autoptr (TbFigures) sample = NULL;
      gsize n = 0;

      if (!is_first_of_unit (self, i))
        continue;
      for (gsize k = 0; k < self->n_tracks; k++)
        if (tb_units_share_axis (get_unit (self, i), get_unit (self, k)) && has_number (&self->tracks[k]))
          tracks[n++] = k;
      if (n == 0)
        continue;
      sample = tb_figures_new_part (self, tracks, n);
      if (!suits_line (sample))
        return TB_NOTATION_COLUMN;
    }

  return TB_NOTATION_LINE;
}

static void
remove_note (TbFigures  *figures,
             const char *text)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (figures->notes, text, g_str_equal, &index))
    g_ptr_array_remove_index (figures->notes, index);
}

static gboolean
holds (const TbFigures *sample,
       gboolean         segment)
{
  for (gsize i = 0; i < sample->n_tracks; i++)
    for (gsize k = 0; k < sample->tracks[i].n_points; k++)
      if (segment ? sample->tracks[i].points[k].geometry == TB_GEOMETRY_SEGMENT : sample->tracks[i].points[k].bracket)
        return TRUE;

  return FALSE;
}

/* What only columns show is not told of lines. */
static void
mend_notes (TbMultiples *self)
{
  TbLanguage language = self->figures->language;
  gboolean segments = FALSE;
  gboolean brackets = FALSE;

  for (gsize i = 0; i < self->n_groups; i++)
    {
      segments = segments || (!self->groups[i].is_line && holds (self->groups[i].sample, TRUE));
      brackets = brackets || (!self->groups[i].is_line && holds (self->groups[i].sample, FALSE));
    }
  if (!segments)
    remove_note (self->figures, tb_chart_word (TB_WORD_SEGMENT, language));
  if (!brackets)
    {
      remove_note (self->figures, tb_chart_word (TB_WORD_BRACKET, language));
      remove_note (self->figures, tb_chart_word (TB_WORD_TOTALS, language));
    }
}

/* The axis begins at zero unless that suits none of its panels. */
static gboolean
leaves_zero_out (const TbFigures *sample)
{
  if (!tb_layout_line_leaves_zero_out (sample))
    return FALSE;
  for (gsize i = 0; i < sample->n_tracks; i++)
    {
      TbFigures one = *sample;

      one.tracks = &sample->tracks[i];
      one.n_tracks = 1;
      if (!tb_layout_line_leaves_zero_out (&one))
        return FALSE;
    }

  return TRUE;
}

static char *
write_caption (const TbMultiples *self,
               const TbFigures   *sample,
               gboolean           with_unit)
{
  TbLanguage language = self->figures->language;
  const char *own = words[WORD_OWN_SCALE].in[language];
  g_autofree char *unit = with_unit ? tb_figures_dup_unit (sample) : g_strdup ("");

  if (!self->own_scales)
    return unit[0] != '\0' ? g_steal_pointer (&unit) : NULL;

  return unit[0] != '\0' ? g_strdup_printf (words[WORD_CAPTION].in[language], unit, own) : g_strdup (own);
}

static void
fill_group (TbMultiples *self,
            gsize        index,
            gboolean     with_unit)
{
  TbMultiplesGroup *group = &self->groups[index];
  g_autofree gsize *tracks = g_new (gsize, self->n_panels);
  char *caption;
  gsize n = 0;

  for (gsize i = 0; i < self->n_panels; i++)
    if (self->panels[i].group == index)
      tracks[n++] = self->panels[i].track;
  group->sample = tb_figures_new_part (self->figures, tracks, n);
  /* The subtitle tells the only unit, with one scale of numbers for all. */
  if (!with_unit)
    {
      group->sample->scale = self->figures->scale;
      group->sample->n_decimals = self->figures->n_decimals;
      group->sample->labels_carry_scale = self->figures->labels_carry_scale;
    }
  tb_figures_get_extent (group->sample, &group->low, &group->high);
  group->is_line = suits_line (group->sample);
  if (group->is_line && leaves_zero_out (group->sample))
    tb_figures_add_explaining_note (self->figures,
                                    g_strdup (tb_chart_word (TB_WORD_NOT_ZERO, self->figures->language)));
  else
    {
      group->low = MIN (group->low, 0);
      group->high = MAX (group->high, 0);
    }
  caption = write_caption (self, group->sample, with_unit);
  group->caption = caption != NULL ? tb_figures_keep (self->figures, caption) : NULL;
}

static const TbChartPoint *
find_last (const TbTrack *track)
{
  for (gsize i = track->n_points; i > 0; i--)
    if (track->points[i - 1].kind == TB_KIND_ACTUAL && !track->points[i - 1].missing)
      return &track->points[i - 1];

  return NULL;
}

/* All panels have one colour, as colour tells nothing here. */
static void
fill_panel (TbMultiples             *self,
            const TbChartSpecFields *spec,
            TbMultiplesPanel        *panel)
{
  const TbMultiplesGroup *group = &self->groups[panel->group];
  const TbChartPoint *last;
  TbTrack *track;

  panel->part = tb_figures_new_part (self->figures, &panel->track, 1);
  panel->part->scale = group->sample->scale;
  panel->part->n_decimals = group->sample->n_decimals;
  panel->part->labels_carry_scale = group->sample->labels_carry_scale;
  track = &panel->part->tracks[0];
  track->recolor = -track->index;
  last = find_last (track);
  if (!group->is_line || last == NULL || !spec->show_values)
    return;
  panel->last = tb_figures_keep (self->figures, tb_figures_dup_number (panel->part, last));
  panel->last_datum = last->datum;
}

static void
free_content (gpointer content)
{
  TbMultiples *self = content;

  for (gsize i = 0; i < self->n_panels; i++)
    g_clear_pointer (&self->panels[i].part, tb_figures_free);
  for (gsize i = 0; self->groups != NULL && i < self->n_groups; i++)
    g_clear_pointer (&self->groups[i].sample, tb_figures_free);
  g_free (self->panels);
  g_free (self->groups);
  g_free (self);
}

static gboolean
has_several_units (const TbMultiples *self)
{
  for (gsize i = 1; i < self->n_panels; i++)
    if (!tb_units_share_axis (get_unit (self->figures, self->panels[0].track),
                              get_unit (self->figures, self->panels[i].track)))
      return TRUE;

  return FALSE;
}

static gpointer
new_content (TbFigures               *figures,
             const TbChartSpecFields *spec,
             GError                 **error)
{
  TbMultiples *self = g_new0 (TbMultiples, 1);
  gboolean with_unit;

  self->figures = figures;
  self->own_scales = spec->own_scales;
  list_panels (self);
  if (self->n_panels < 2)
    {
      tb_chart_take_misfit (error, g_strdup (words[WORD_ONE].in[figures->language]));
      free_content (self);
      return NULL;
    }
  /* One scale of numbers stands in the subtitle; of several each panel tells its own. */
  with_unit = has_several_units (self);
  self->groups = g_new0 (TbMultiplesGroup, self->n_groups);
  for (gsize i = 0; i < self->n_groups; i++)
    fill_group (self, i, with_unit);
  for (gsize i = 0; i < self->n_panels; i++)
    fill_panel (self, spec, &self->panels[i]);
  mend_notes (self);
  if (self->own_scales)
    tb_figures_add_note (figures, g_strdup (words[WORD_OWN_SCALES_NOTE].in[figures->language]));

  return self;
}

static void
lay_out (TbCanvas           *canvas,
         const TbChartFrame *frame,
         gpointer            content)
{
  tb_layout_multiples (canvas, frame, content);
}

const TbChartTypeClass tb_type_small_multiples = {
  .name = "small-multiples",
  .title = { { "Small multiples", "分面图" } },
  .notation = TB_NOTATION_COLUMN,
  .many_units = TRUE,
  .most_series = MOST_PANELS,
  .new_content = new_content,
  .free_content = free_content,
  .lay_out = lay_out,
};
