/* What of an open dataset is looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-session-private.h"

#include "tb-chart-hidden.h"
#include "tb-text-measure.h"

#include <string.h>

/* Most file systems take 255; a suffix and a number come behind. */
#define MAX_NAME_BYTES 120

/* Turning from one indicator to the next is undone in one step. */
#define TAG_SELECT "select"

/* The same look but for what the caller sets; texts are borrowed. */
static TbChartSpecFields
get_copy (TbSession *self)
{
  return *tb_session_get_fields (self);
}

/* Another choice of indicators is looked at as a whole, and nothing that was set up
 * for the one before is said of it. */
static TbChartSpecFields
get_fresh (TbSession *self)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;

  fields.place = tb_session_get_fields (self)->place;
  fields.table_totals = tb_session_get_fields (self)->table_totals;
  return fields;
}

const char *
tb_session_get_place (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  return tb_session_get_fields (self)->place;
}

/**
 * tb_session_set_place:
 * @self: a session
 * @place: (nullable): id of the place looked at; %NULL: all
 *
 * Limits what is shown to one place.
 */
void
tb_session_set_place (TbSession  *self,
                      const char *place)
{
  TbChartSpecFields fields;

  g_return_if_fail (TB_IS_SESSION (self));

  fields = get_copy (self);
  fields.place = (char *) place;
  tb_session_change (self, &fields, tb_session_has_automatic_type (self), NULL);
}

void
tb_session_set_totals (TbSession *self,
                       gboolean   totals)
{
  TbChartSpecFields fields;

  g_return_if_fail (TB_IS_SESSION (self));

  fields = get_copy (self);
  fields.table_totals = totals;
  tb_session_change (self, &fields, tb_session_has_automatic_type (self), NULL);
}

/**
 * tb_session_set_pairs:
 * @self: a session
 * @pairs: (array length=n): dated periods; copied
 * @n: how many; 0: those that suit the figures
 *
 * Chooses which periods the table compares, each pair in columns of its own. They are
 * kept as long as the selection only grows or shrinks.
 */
void
tb_session_set_pairs (TbSession           *self,
                      const TbComparePair *pairs,
                      gsize                n)
{
  TbChartSpecFields fields;

  g_return_if_fail (TB_IS_SESSION (self));
  g_return_if_fail (n <= TB_CHART_MOST_PAIRS);

  fields = get_copy (self);
  fields.table_pairs = (TbComparePair *) pairs;
  fields.n_table_pairs = n;
  tb_session_change (self, &fields, tb_session_has_automatic_type (self), NULL);
}

int
tb_session_get_chart_type (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), -1);

  return tb_session_has_automatic_type (self) ? -1 : (int) tb_session_get_fields (self)->type;
}

void
tb_session_set_chart_type (TbSession *self,
                           int        type)
{
  TbChartSpecFields fields;

  g_return_if_fail (TB_IS_SESSION (self));

  fields = get_copy (self);
  if (type >= 0)
    fields.type = (TbChartType) type;
  tb_session_change (self, &fields, type < 0, NULL);
}

void
tb_session_get_span (TbSession *self,
                     TbPeriod  *out_from,
                     TbPeriod  *out_to)
{
  g_return_if_fail (TB_IS_SESSION (self));

  *out_from = tb_session_get_fields (self)->from;
  *out_to = tb_session_get_fields (self)->to;
}

/**
 * tb_session_set_span:
 * @self: a session
 * @from: the first period that is looked at; undated: open
 * @to: the last one, likewise
 *
 * Zooms into a span of time, or out of it again. It is kept as long as the
 * selection only grows or shrinks.
 */
void
tb_session_set_span (TbSession *self,
                     TbPeriod   from,
                     TbPeriod   to)
{
  TbChartSpecFields fields;

  g_return_if_fail (TB_IS_SESSION (self));

  fields = get_copy (self);
  fields.from = from;
  fields.to = to;
  tb_session_change (self, &fields, tb_session_has_automatic_type (self), NULL);
}

gboolean
tb_session_is_zoomed (TbSession *self)
{
  const TbChartSpecFields *fields;

  g_return_val_if_fail (TB_IS_SESSION (self), FALSE);

  fields = tb_session_get_fields (self);
  return tb_period_is_dated (fields->from) || tb_period_is_dated (fields->to);
}

gboolean
tb_session_is_hidden (TbSession      *self,
                      const TbSeries *series)
{
  g_autoptr (GHashTable) hidden = NULL;

  g_return_val_if_fail (TB_IS_SESSION (self), FALSE);

  hidden = tb_chart_hidden_new (tb_session_get_fields (self));
  return tb_chart_hidden_has (hidden, series);
}

/**
 * tb_session_set_hidden:
 * @self: a session
 * @series: a series of the open dataset
 * @hidden: whether it is switched off
 *
 * Switches a series off, as a click in the legend does, or on again.
 */
void
tb_session_set_hidden (TbSession      *self,
                       const TbSeries *series,
                       gboolean        hidden)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *key = NULL;
  g_auto (GStrv) all = NULL;
  TbChartSpecFields fields;

  g_return_if_fail (TB_IS_SESSION (self));

  if (tb_session_is_hidden (self, series) == hidden)
    return;
  fields = get_copy (self);
  key = tb_series_dup_key (series);
  for (gsize i = 0; fields.hidden != NULL && fields.hidden[i] != NULL; i++)
    if (!g_str_equal (fields.hidden[i], key))
      g_strv_builder_add (builder, fields.hidden[i]);
  if (hidden)
    g_strv_builder_add (builder, key);
  all = g_strv_builder_end (builder);
  fields.hidden = all[0] != NULL ? all : NULL;
  tb_session_change (self, &fields, tb_session_has_automatic_type (self), NULL);
}

/**
 * tb_session_hide_only:
 * @self: a session
 * @hidden: (array length=n): series of the selection
 * @n: how many
 *
 * Switches these off and all others on, in one step.
 */
void
tb_session_hide_only (TbSession             *self,
                      const TbSeries *const *hidden,
                      gsize                  n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  TbChartSpecFields fields;

  g_return_if_fail (TB_IS_SESSION (self));

  for (gsize i = 0; i < n; i++)
    g_strv_builder_take (builder, tb_series_dup_key (hidden[i]));
  all = g_strv_builder_end (builder);
  fields = get_copy (self);
  fields.hidden = n > 0 ? all : NULL;
  tb_session_change (self, &fields, tb_session_has_automatic_type (self), NULL);
}

gsize
tb_session_get_n_selected (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), 0);

  return self->selected->len;
}

const TbIndicator *
tb_session_get_selected (TbSession *self,
                         gsize      i)
{
  g_return_val_if_fail (TB_IS_SESSION (self), NULL);
  g_return_val_if_fail (i < self->selected->len, NULL);

  return g_ptr_array_index (self->selected, i);
}

gboolean
tb_session_is_selected (TbSession         *self,
                        const TbIndicator *indicator)
{
  g_return_val_if_fail (TB_IS_SESSION (self), FALSE);

  return g_hash_table_contains (self->members, indicator);
}

/* A larger or smaller selection keeps what was set up. */
static void
change_selection (TbSession                *self,
                  const TbIndicator *const *indicators,
                  gsize                     n,
                  const char               *tag)
{
  g_autofree char **ids = g_new0 (char *, n + 1);
  TbChartSpecFields fields = get_copy (self);

  for (gsize i = 0; i < n; i++)
    ids[i] = (char *) indicators[i]->id;
  fields.indicators = ids;
  tb_session_change (self, &fields, tb_session_has_automatic_type (self), tag);
}

/**
 * tb_session_select:
 * @self: a session
 * @indicator: an indicator of the open dataset
 * @only: whether all others are let go
 *
 * Selects one indicator. What was set up is kept for a larger selection, and begins
 * anew where the user turns to another indicator.
 */
void
tb_session_select (TbSession         *self,
                   const TbIndicator *indicator,
                   gboolean           only)
{
  TbChartSpecFields fields;
  g_autoptr (GPtrArray) more = NULL;

  g_return_if_fail (TB_IS_SESSION (self));
  g_return_if_fail (indicator != NULL);

  if (tb_session_is_selected (self, indicator) && (!only || self->selected->len == 1))
    return;
  if (only)
    {
      char *ids[] = { (char *) indicator->id, NULL };

      fields = get_fresh (self);
      fields.indicators = ids;
      tb_session_change (self, &fields, TRUE, TAG_SELECT);
      return;
    }
  more = g_ptr_array_copy (self->selected, NULL, NULL);
  g_ptr_array_add (more, (gpointer) indicator);
  change_selection (self, (const TbIndicator *const *) more->pdata, more->len, NULL);
}

void
tb_session_unselect (TbSession         *self,
                     const TbIndicator *indicator)
{
  g_autoptr (GPtrArray) fewer = NULL;

  g_return_if_fail (TB_IS_SESSION (self));

  if (!tb_session_is_selected (self, indicator))
    return;
  fewer = g_ptr_array_copy (self->selected, NULL, NULL);
  g_ptr_array_remove (fewer, (gpointer) indicator);
  change_selection (self, (const TbIndicator *const *) fewer->pdata, fewer->len, NULL);
}

/**
 * tb_session_select_all:
 * @self: a session
 * @indicators: (array length=n): indicators of the open dataset
 * @n: how many
 *
 * Makes these the selection, in this order.
 */
void
tb_session_select_all (TbSession                *self,
                       const TbIndicator *const *indicators,
                       gsize                     n)
{
  g_return_if_fail (TB_IS_SESSION (self));

  change_selection (self, indicators, n, NULL);
}

void
tb_session_unselect_all (TbSession *self)
{
  g_return_if_fail (TB_IS_SESSION (self));

  tb_session_select_all (self, NULL, 0);
}

/**
 * tb_session_dup_ids:
 * @self: a session
 *
 * Gets the ids of the selected indicators.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids, in the order of choosing
 */
char **
tb_session_dup_ids (TbSession *self)
{
  char **ids;

  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  ids = g_new0 (char *, self->selected->len + 1);
  for (guint i = 0; i < self->selected->len; i++)
    ids[i] = g_strdup (tb_session_get_selected (self, i)->id);
  return ids;
}

/**
 * tb_session_dup_name:
 * @self: a session
 *
 * Makes a name for what is selected, fit for a file: the title that the user wrote, else the
 * first indicator's name and how many more there are. File systems have no room for long
 * names, and some programs none for marks such as a colon.
 *
 * Returns: (transfer full): the name, never empty
 */
char *
tb_session_dup_name (TbSession *self)
{
  const TbIndicator *first;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  gboolean is_own;

  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  if (self->selected->len == 0)
    return g_strdup ("tongbi");
  first = tb_session_get_selected (self, 0);
  words = g_strdup (tb_session_get_fields (self)->title);
  is_own = words != NULL && *words != '\0';
  if (!is_own)
    {
      g_free (words);
      words = tb_text_is_empty (&first->name) ? g_strdup (first->id)
                                              : tb_text_dup_marked (&first->name, tb_session_get_language (self));
    }
  name = tb_text_clean (words);
  if (strlen (name) > MAX_NAME_BYTES)
    *g_utf8_find_prev_char (name, name + MAX_NAME_BYTES + 1) = '\0';
  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
  /* Else it would be hidden. */
  if (name[0] == '.')
    name[0] = '-';
  if (is_own || self->selected->len == 1)
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s+%u", name, self->selected->len - 1);
}

/**
 * tb_session_dup_spec:
 * @self: a session
 * @language: of the figure
 * @style: its colours
 * @width: of the page, logical px
 * @height: of the page, logical px
 *
 * Makes the chart that is looked at, for one page.
 *
 * Returns: (transfer full): a new spec
 */
TbChartSpec *
tb_session_dup_spec (TbSession  *self,
                     TbLanguage  language,
                     TbStyle     style,
                     double      width,
                     double      height)
{
  g_auto (GStrv) ids = NULL;
  TbChartSpecFields fields;

  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  ids = tb_session_dup_ids (self);
  fields = get_copy (self);
  fields.indicators = ids;
  fields.language = language;
  fields.style = style;
  fields.width = width;
  fields.height = height;
  return tb_chart_spec_new (&fields);
}
