/* Units of figures that share an axis, and what tells two units apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-units.h"

#include "tb-chart-type.h"
#include "tb-chart-words.h"

#include <math.h>
#include <string.h>

/* Units are few; a longer chain is a ring. */
#define MOST_LINKS 32

#define SAME_SIZE 1e-9

static const TbUnit *
find_root (const TbUnit *unit,
           double       *out_size)
{
  *out_size = 1;
  for (int i = 0; i < MOST_LINKS && unit->base != NULL; i++)
    {
      *out_size *= tb_decimal_to_double (unit->factor);
      unit = unit->base;
    }

  return unit;
}

/**
 * tb_units_share_axis:
 * @a: a unit
 * @b: a unit
 *
 * Two names of one thing, 个 and 项, are linked by their base at factor 1: figures
 * in them may stand on one axis.
 *
 * Returns: whether a figure in @a is the same number in @b
 */
gboolean
tb_units_share_axis (const TbUnit *a,
                     const TbUnit *b)
{
  double of_a;
  double of_b;

  if (a == b)
    return TRUE;

  return find_root (a, &of_a) == find_root (b, &of_b) && fabs (of_a / of_b - 1) < SAME_SIZE;
}

/**
 * tb_units_dup_names:
 * @a: a unit
 * @b: another
 * @language: the reader's
 * @out_a: (out): the name of @a
 * @out_b: (out): the name of @b
 *
 * Names two units so that they can be told apart: two words of Chinese may have
 * one in English; then their Chinese names are given, at last their ids.
 */
void
tb_units_dup_names (const TbUnit *a,
                    const TbUnit *b,
                    TbLanguage    language,
                    char        **out_a,
                    char        **out_b)
{
  const char *of_a = tb_text_find (&a->name, TB_LANGUAGE_ZH);
  const char *of_b = tb_text_find (&b->name, TB_LANGUAGE_ZH);

  *out_a = tb_unit_label (a, "", language);
  *out_b = tb_unit_label (b, "", language);
  if (strcmp (*out_a, *out_b) != 0)
    return;
  if (of_a == NULL || of_b == NULL || strcmp (of_a, of_b) == 0)
    {
      of_a = a->id;
      of_b = b->id;
    }
  g_free (*out_a);
  g_free (*out_b);
  *out_a = g_strdup (of_a);
  *out_b = g_strdup (of_b);
}

/* All that the figures are counted in, each once, with the scale. */
static char *
list_labels (const TbFigures *figures)
{
  const char *suffix = figures->scale.suffix;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < figures->n_tracks; i++)
    {
      const TbUnit *unit = tb_series_get_info (figures->tracks[i].series)->unit;
      g_autofree char *label = tb_unit_label (unit, suffix, figures->language);

      if (!g_ptr_array_find_with_equal_func (labels, label, g_str_equal, NULL))
        g_ptr_array_add (labels, g_steal_pointer (&label));
    }

  return tb_chart_words_join (labels, figures->language);
}

/* Units that share no axis stand in panels, and have their names and scales there. */
static gboolean
has_several (const TbFigures *figures)
{
  const TbUnit *first = tb_series_get_info (figures->tracks[0].series)->unit;

  for (gsize i = 1; i < figures->n_tracks; i++)
    if (!tb_units_share_axis (first, tb_series_get_info (figures->tracks[i].series)->unit))
      return TRUE;

  return FALSE;
}

/**
 * tb_figures_dup_unit:
 * @self: figures
 *
 * Returns: (transfer full): the unit with its scale for the subtitle, "" for none,
 *   and where the numbers at the marks carry it
 */
char *
tb_figures_dup_unit (const TbFigures *self)
{
  g_autofree char *labels = self->labels_carry_scale || has_several (self) ? g_strdup ("") : list_labels (self);

  if (labels[0] == '\0')
    return g_steal_pointer (&labels);

  return tb_chart_words_format (TB_WORD_UNIT, self->language, labels);
}

/* Tracks by their names, which are borrowed: of each name the first, and of each track the
 * next one of the same name; n_tracks: there is none. */
typedef struct
{
  GHashTable *first;
  gsize      *next;
} Namesakes;

static void
namesakes_init (Namesakes       *self,
                const TbFigures *figures)
{
  self->first = g_hash_table_new (g_str_hash, g_str_equal);
  self->next = g_new (gsize, MAX (figures->n_tracks, 1));
  /* From the end, so that each comes before those behind it. */
  for (gsize i = figures->n_tracks; i-- > 0;)
    {
      gpointer behind;

      self->next[i] = g_hash_table_lookup_extended (self->first, figures->tracks[i].name, NULL, &behind)
                        ? GPOINTER_TO_SIZE (behind) : figures->n_tracks;
      g_hash_table_replace (self->first, (gpointer) figures->tracks[i].name, GSIZE_TO_POINTER (i));
    }
}

static void
namesakes_clear (Namesakes *self)
{
  g_hash_table_unref (self->first);
  g_free (self->next);
}

static const TbTrack *
find_namesake (const TbFigures *self,
               const Namesakes *namesakes,
               const TbTrack   *track)
{
  gsize i = GPOINTER_TO_SIZE (g_hash_table_lookup (namesakes->first, track->name));

  for (; i < self->n_tracks; i = namesakes->next[i])
    if (tb_series_get_info (self->tracks[i].series)->unit != tb_series_get_info (track->series)->unit)
      return &self->tracks[i];

  return NULL;
}

/* Nothing but what is aimed at. */
static gboolean
has_aims_only (const TbTrack *track)
{
  for (gsize i = 0; i < track->n_points; i++)
    if (!tb_chart_point_is_reference (&track->points[i]))
      return FALSE;

  return track->n_points > 0;
}

/* What tells a series from one of the same name in another unit: that one of them is
 * a target, or what each is counted in; NULL where the chart's own marks tell that. */
static char *
dup_difference (const TbFigures *self,
                const TbTrack   *track,
                const TbTrack   *namesake)
{
  static const TbPhrase target = { { "target", "目标" } };
  gboolean is_aim = has_aims_only (track);
  char *unit = NULL;
  g_autofree char *other = NULL;

  if (is_aim != has_aims_only (namesake))
    return is_aim && !tb_chart_type_get_class (self->type)->own_legend ? g_strdup (target.in[self->language]) : NULL;
  tb_units_dup_names (tb_series_get_info (track->series)->unit, tb_series_get_info (namesake->series)->unit,
                      self->language, &unit, &other);

  return unit;
}

/**
 * tb_figures_name_units:
 * @self: figures that were read, whose series have names
 *
 * Series that only their units tell apart have them in their names; the target of a
 * series in another unit's words is named as one.
 */
void
tb_figures_name_units (TbFigures *self)
{
  g_autofree const char **names = g_new0 (const char *, self->n_tracks + 1);
  Namesakes namesakes;

  namesakes_init (&namesakes, self);
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      const TbTrack *track = &self->tracks[i];
      const TbTrack *namesake = find_namesake (self, &namesakes, track);
      g_autofree char *difference = namesake != NULL ? dup_difference (self, track, namesake) : NULL;

      names[i] = track->name;
      if (difference != NULL)
        names[i] = tb_figures_keep (self,
                                    tb_chart_words_format (TB_WORD_BRACKETS, self->language, track->name, difference));
    }
  for (gsize i = 0; i < self->n_tracks; i++)
    self->tracks[i].name = names[i];
  namesakes_clear (&namesakes);
}
