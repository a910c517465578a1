/* What stands in words at a bridge and around it: names, numbers, the scale.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bridge.h"

#include "tb-chart-figures-private.h"
#include "tb-chart-words.h"

#include <math.h>

/* Of a scale the largest change keeps at least this much: +0.252 million, not +0.00252亿. */
#define LEAST_IN_SCALE 0.1

/* Changes below this share of the levels would be invisible beside columns from zero. */
#define CUT_BELOW 0.1
#define MOST_DECIMALS 3
#define MOST_POWER 400

/* The scale of the levels, or a smaller one where the changes would have no digits in it. */
static void
choose_scale (TbBridge *self)
{
  TbFigures *figures = self->figures;
  double largest_level = 0;
  double largest_change = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const TbBridgeBar *bar = &g_array_index (self->bars, TbBridgeBar, i);
      double size = fabs (tb_interval_get_stated (&bar->value));

      if (bar->role == TB_BRIDGE_LEVEL)
        largest_level = MAX (largest_level, size);
      else
        largest_change = MAX (largest_change, size);
    }
  figures->scale = tb_number_scale_choose (MAX (largest_level, largest_change), figures->language);
  while (figures->scale.power > 0 && largest_change > 0
         && largest_change < LEAST_IN_SCALE * pow (10, figures->scale.power))
    {
      int lower = figures->language == TB_LANGUAGE_ZH ? figures->scale.power - 4 : figures->scale.power - 3;

      figures->scale
          = tb_number_scale_for_power (figures->language == TB_LANGUAGE_EN && lower < 6 ? 0 : lower, figures->language);
    }
  figures->labels_carry_scale = FALSE;
}

/* The decimals that the digits of a number need; below zero for whole tens. */
static int
count_own_decimals (TbDecimal decimal)
{
  int n = -decimal.exponent;

  for (; decimal.mantissa != 0 && decimal.mantissa % 10 == 0; decimal.mantissa /= 10)
    n--;

  return decimal.mantissa != 0 ? n : -MOST_POWER;
}

/* The decimals of all numbers: as many as were printed, where these are few, so
 * that what is read adds up; else such that the smallest change has two digits. */
static int
count_decimals (const TbBridge *self)
{
  int power = self->figures->scale.power;
  double smallest = INFINITY;
  int printed = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const TbBridgeBar *bar = &g_array_index (self->bars, TbBridgeBar, i);
      double size = fabs (tb_interval_get_stated (&bar->value));

      if (bar->value.low.exact)
        printed = MAX (printed, power + count_own_decimals (bar->value.low.value));
      else if (!bar->value.low.exact)
        printed = MAX (printed, MOST_DECIMALS);
      if (bar->role != TB_BRIDGE_LEVEL && size > 0)
        smallest = MIN (smallest, size);
    }
  if (printed <= MOST_DECIMALS || !isfinite (smallest))
    return CLAMP (printed, 0, MOST_DECIMALS);

  return CLAMP (1 - (int) floor (log10 (smallest / pow (10, power))), 1, MIN (printed, MOST_DECIMALS + 1));
}

/**
 * tb_bridge_write_label:
 * @self: a bridge
 * @bar: one of its bars
 *
 * Writes the number of a bar in the scale of the chart: a step with its sign.
 */
void
tb_bridge_write_label (const TbBridge *self,
                       TbBridgeBar    *bar)
{
  double number = tb_interval_get_stated (&bar->value) / pow (10, self->figures->scale.power);
  g_autofree char *text = bar->role == TB_BRIDGE_LEVEL ? tb_number_format (number, self->n_decimals)
                                                       : tb_number_format_signed (number, self->n_decimals);

  g_free (bar->label);
  bar->label = g_strconcat (bar->value.about ? tb_qualifier_mark (TB_QUALIFIER_ABOUT, self->figures->language) : "",
                            text, NULL);
}

static void
write_labels (TbBridge *self)
{
  self->n_decimals = tb_figures_cap_decimals (self->figures, count_decimals (self));
  for (guint i = 0; i < self->bars->len; i++)
    tb_bridge_write_label (self, &g_array_index (self->bars, TbBridgeBar, i));
}

void
tb_bridge_note_subtotals (TbBridge *self)
{
  const char *note = tb_bridge_word (TB_BRIDGE_WORD_SUBTOTALS, self->figures->language);
  guint at;

  for (guint i = 0; i < self->bars->len; i++)
    if (g_array_index (self->bars, TbBridgeBar, i).role == TB_BRIDGE_SUBTOTAL)
      {
        tb_figures_add_explaining_note (self->figures, g_strdup (note));
        return;
      }
  if (g_ptr_array_find_with_equal_func (self->figures->notes, note, g_str_equal, &at))
    g_ptr_array_remove_index (self->figures->notes, at);
}

/* N-6: whether columns from zero would leave the changes no height. */
static gboolean
needs_cut (const TbBridge *self)
{
  double low = INFINITY;
  double high = -INFINITY;
  double largest = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const TbBridgeBar *bar = &g_array_index (self->bars, TbBridgeBar, i);

      low = MIN (low, bar->to);
      high = MAX (high, bar->to);
      if (bar->role != TB_BRIDGE_LEVEL)
        largest = MAX (largest, fabs (bar->to - bar->from));
    }

  return low > 0 && largest < CUT_BELOW * high && high - low < 0.5 * high;
}

/**
 * tb_bridge_finish:
 * @self: a bridge with all of its bars
 * @spec: what to show
 * @whole: the series of the levels: the title, where none is given
 *
 * Chooses one scale for all numbers and their decimals (L-1, L-2), and writes
 * title, subtitle, source and notes for the points that the tracks still hold;
 * what was noted by then is kept.
 */
void
tb_bridge_finish (TbBridge                *self,
                  const TbChartSpecFields *spec,
                  const TbTrack           *whole)
{
  TbFigures *figures = self->figures;

  choose_scale (self);
  write_labels (self);
  self->is_cut = needs_cut (self);
  if (self->is_cut)
    tb_figures_add_explaining_note (figures, g_strdup (tb_bridge_word (TB_BRIDGE_WORD_CUT, figures->language)));
  for (guint i = 0; i < self->bars->len; i++)
    if (g_array_index (self->bars, TbBridgeBar, i).kind == TB_KIND_FORECAST)
      tb_figures_add_note (figures, g_strdup (tb_chart_word (TB_WORD_HATCHED, figures->language)));
  tb_bridge_note_subtotals (self);
  tb_figures_write_texts_again (figures, spec);
  if (spec->title == NULL && figures->n_tracks > 1)
    figures->title = tb_figures_keep (figures, tb_series_dup_name (whole->series, figures->language, FALSE));
  if (spec->subtitle == NULL && self->change != NULL)
    figures->subtitle
        = tb_figures_keep (figures, g_strconcat (figures->subtitle, tb_chart_word (TB_WORD_CLAUSE, figures->language),
                                                 self->change, NULL));
}

/**
 * tb_bridge_set_change:
 * @self: a bridge
 * @base: the figure that it begins with
 * @current: the one that it ends with
 *
 * Has the subtitle tell the verdict on both; nothing where it is refused.
 */
void
tb_bridge_set_change (TbBridge *self,
                      TbFigure  base,
                      TbFigure  current)
{
  TbReference reference = self->figures->reference;
  TbVerdict verdict = tb_verdict_change (base, current, reference);

  if (verdict.kind != TB_VERDICT_INVALID)
    self->change = tb_verdict_dup_text (&verdict, base, current, reference, self->figures->language);
}

/**
 * tb_bridge_name_level:
 * @point: a figure
 * @language: the figure's
 *
 * Returns: (transfer full): "End 2024", "2024年末" of a stock; else its period
 */
char *
tb_bridge_name_level (const TbChartPoint *point,
                      TbLanguage          language)
{
  g_autofree char *label = tb_period_label (point->period, language, TB_PERIOD_LABEL_FULL);
  int year, month, day;

  tb_day_split (point->period.end, &year, &month, &day);
  if (point->geometry != TB_GEOMETRY_END || point->bracket)
    return g_steal_pointer (&label);
  if (month == 12 && day == 31)
    {
      g_autofree char *bare = tb_chart_words_format (TB_WORD_YEAR, language, year);

      return g_strdup_printf (tb_bridge_word (TB_BRIDGE_WORD_END_OF, language), bare);
    }
  if (point->period.kind == TB_PERIOD_D)
    return g_steal_pointer (&label);

  return g_strdup_printf (tb_bridge_word (TB_BRIDGE_WORD_END_OF, language), label);
}

static int
get_year (TbPeriod period)
{
  int year, month, day;

  tb_day_split (period.end, &year, &month, &day);

  return year;
}

/**
 * tb_bridge_name_step:
 * @point: what a step ends with
 * @before: (nullable): what the step before it ends with
 * @language: the figure's
 *
 * Returns: (transfer full): the period, with its year where that is another one
 */
char *
tb_bridge_name_step (const TbChartPoint *point,
                     const TbChartPoint *before,
                     TbLanguage          language)
{
  gboolean is_same_year
      = point->period.kind != TB_PERIOD_A && before != NULL && get_year (before->period) == get_year (point->period);

  return tb_period_label (point->period, language, is_same_year ? TB_PERIOD_LABEL_SHORT : TB_PERIOD_LABEL_FULL);
}

/**
 * tb_bridge_describe:
 * @content: a bridge
 * @figures: its figures
 * @text: where the sentence is added
 *
 * Tells beginning, end and every change, for the alternative text.
 */
void
tb_bridge_describe (gconstpointer    content,
                    const TbFigures *figures,
                    GString         *text)
{
  const TbBridge *self = content;
  TbLanguage language = figures->language;

  if (text->len > 0 && language == TB_LANGUAGE_EN)
    g_string_append_c (text, ' ');
  for (guint i = 0; i < self->bars->len; i++)
    {
      const TbBridgeBar *bar = &g_array_index (self->bars, TbBridgeBar, i);

      g_string_append_printf (text, language == TB_LANGUAGE_EN ? "%s%s %s" : "%s%s%s",
                              i > 0 ? tb_chart_word (TB_WORD_LIST, language) : "", bar->name, bar->label);
    }
  g_string_append (text, tb_chart_word (TB_WORD_END, language));
}
