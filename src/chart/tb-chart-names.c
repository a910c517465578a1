/* What the series of a chart are called: what tells them from each other, where
 * the title says what they have in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures-private.h"

#include "tb-chart-words.h"

static const TbSeriesInfo *
get_info (const TbFigures *self,
          gsize            track)
{
  return tb_series_get_info (self->tracks[track].series);
}

static gboolean
has_part (const TbSeriesInfo *info,
          const TbBreakdown  *part)
{
  for (guint i = 0; i < info->n_breakdown; i++)
    {
      if (g_str_equal (info->breakdown[i].dimension, part->dimension)
          && g_str_equal (info->breakdown[i].value, part->value))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_common_part (const TbFigures   *self,
                const TbBreakdown *part)
{
  for (gsize i = 0; i < self->n_tracks; i++)
    {
      if (!has_part (get_info (self, i), part))
        return FALSE;
    }

  return TRUE;
}

static gboolean
have_common_indicator (const TbFigures *self)
{
  for (gsize i = 1; i < self->n_tracks; i++)
    {
      if (get_info (self, i)->indicator != get_info (self, 0)->indicator)
        return FALSE;
    }

  return TRUE;
}

static gboolean
have_common_place (const TbFigures *self)
{
  for (gsize i = 1; i < self->n_tracks; i++)
    {
      if (get_info (self, i)->place != get_info (self, 0)->place)
        return FALSE;
    }

  return TRUE;
}

static gboolean
have_common_scope (const TbFigures *self)
{
  for (gsize i = 1; i < self->n_tracks; i++)
    {
      if (!tb_text_equal (&get_info (self, i)->scope, &get_info (self, 0)->scope))
        return FALSE;
    }

  return TRUE;
}

/* Where a series lies and what it is broken down by, as far as others differ in it;
 * NULL where nothing tells it apart. */
static char *
dup_difference (const TbFigures *self,
                gsize            track)
{
  const TbSeriesInfo *info = get_info (self, track);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (info->place != NULL && !have_common_place (self))
    g_ptr_array_add (parts, tb_text_dup_marked (&info->place->name, self->language));
  for (guint i = 0; i < info->n_breakdown; i++)
    {
      if (!is_common_part (self, &info->breakdown[i]))
        g_ptr_array_add (parts, tb_breakdown_dup_name (&info->breakdown[i], self->language));
    }
  if (!tb_text_is_empty (&info->scope) && !have_common_scope (self))
    g_ptr_array_add (parts, tb_text_dup_marked (&info->scope, self->language));

  return parts->len > 0 ? tb_chart_words_join (parts, self->language) : NULL;
}

/* Whether every series differs from all others in its place, breakdown or scope. */
static gboolean
name_by_differences (TbFigures *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean all = have_common_indicator (self);

  for (gsize i = 0; i < self->n_tracks && all; i++)
    {
      char *name = dup_difference (self, i);

      if (name != NULL)
        self->tracks[i].name = tb_figures_keep (self, name);
      all = name != NULL && *name != '\0' && g_hash_table_add (names, (gpointer) self->tracks[i].name);
    }

  return all;
}

/**
 * tb_figures_name_tracks:
 * @self: figures
 *
 * Names the series as legends and rows do: a single one not at all, those of one
 * indicator by what tells them apart, others in full.
 */
void
tb_figures_name_tracks (TbFigures *self)
{
  gboolean same_place = have_common_place (self);

  if (self->n_tracks == 1)
    {
      self->tracks[0].name = "";
      return;
    }
  if (name_by_differences (self))
    return;

  for (gsize i = 0; i < self->n_tracks; i++)
    {
      TbTrack *track = &self->tracks[i];

      track->name = tb_figures_keep (self, tb_series_dup_name (track->series, self->language, !same_place));
    }
}

/**
 * tb_figures_dup_shared_name:
 * @self: figures
 *
 * Returns: (transfer full) (nullable): what series of one indicator are together: the
 *   indicator, and in brackets the breakdown that all of them have; %NULL of several
 */
char *
tb_figures_dup_shared_name (const TbFigures *self)
{
  static const TbPhrase bracketed = { { "%s (%s)", "%s（%s）" } };
  const TbSeriesInfo *info = get_info (self, 0);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = tb_text_dup_marked (&info->indicator->name, self->language);
  g_autofree char *shared = NULL;

  for (guint i = 0; i < info->n_breakdown; i++)
    {
      if (is_common_part (self, &info->breakdown[i]))
        g_ptr_array_add (parts, tb_breakdown_dup_name (&info->breakdown[i], self->language));
    }
  if (!tb_text_is_empty (&info->scope) && have_common_scope (self))
    g_ptr_array_add (parts, tb_text_dup_marked (&info->scope, self->language));
  if (!have_common_indicator (self))
    return NULL;
  if (parts->len == 0)
    return g_steal_pointer (&name);

  shared = tb_chart_words_join (parts, self->language);
  return g_strdup_printf (bracketed.in[self->language], name, shared);
}
