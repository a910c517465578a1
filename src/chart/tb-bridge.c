/* From one level to another: bars, their sums and their numbers in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bridge.h"

#include "tb-chart-figures-private.h"
#include "tb-chart-words.h"
#include "tb-palette.h"
#include "tb-span.h"

#include <math.h>

/* Of a scale the largest change keeps at least this much: +0.252 million, not +0.00252亿. */
#define LEAST_IN_SCALE 0.1

/* Changes below this share of the levels would be invisible beside columns from zero. */
#define CUT_BELOW 0.1
#define MOST_DECIMALS 3
#define MOST_POWER 400

#define FALL_SHARE 0.55

static void
clear_bar (gpointer data)
{
  g_free (((TbBridgeBar *) data)->name);
  g_free (((TbBridgeBar *) data)->brief);
  g_free (((TbBridgeBar *) data)->label);
}

/**
 * tb_bridge_new:
 * @figures: what it is of; must outlive it
 * @direction: whether more is good
 *
 * Returns: (transfer full): a bridge without bars, that begins at zero
 */
TbBridge *
tb_bridge_new (TbFigures  *figures,
               TbDirection direction)
{
  TbBridge *self = g_new0 (TbBridge, 1);

  self->figures = figures;
  self->direction = direction;
  self->bars = g_array_new (FALSE, TRUE, sizeof (TbBridgeBar));
  g_array_set_clear_func (self->bars, clear_bar);
  self->running = tb_interval_of_number (0, 0);
  self->running.low.exact = self->running.high.exact = TRUE;
  /* They are written anew, for what is shown. */
  g_ptr_array_set_size (figures->notes, 0);

  return self;
}

void
tb_bridge_free (TbBridge *self)
{
  g_array_unref (self->bars);
  g_free (self->change);
  g_free (self);
}

void
tb_bridge_free_content (gpointer content)
{
  tb_bridge_free (content);
}

/**
 * tb_bridge_read:
 * @figure: a figure
 * @out_value: (out): its number
 *
 * Returns: whether it has a number, and no mere bound or range
 */
gboolean
tb_bridge_read (TbFigure    figure,
                TbInterval *out_value)
{
  TbObservation observation;
  TbBound bound;

  tb_series_get (figure.series, figure.row, &observation);
  if (!tb_interval_read (out_value, &observation, tb_series_get_info (figure.series)->unit))
    return FALSE;
  bound = tb_interval_get_bound (out_value);

  return bound == TB_BOUND_EXACT || bound == TB_BOUND_ABOUT;
}

static TbBridgeBar *
add_bar (TbBridge           *self,
         TbBridgeRole        role,
         char               *name,
         const TbInterval   *value,
         const TbChartPoint *point)
{
  TbBridgeBar bar = { .role = role, .name = name, .value = *value, .kind = TB_KIND_ACTUAL, .datum = TB_NO_DATUM,
                      .ink = TB_INK_NEUTRAL };

  if (point != NULL)
    {
      bar.kind = point->kind;
      bar.soft = tb_chart_point_is_soft (point);
      bar.datum = point->datum;
    }
  g_array_append_val (self->bars, bar);

  return &g_array_index (self->bars, TbBridgeBar, self->bars->len - 1);
}

/* N-4: colour for changes alone, by what is good for the indicator. */
static void
set_change (const TbBridge *self,
            TbBridgeBar    *bar)
{
  if (!tb_interval_get_sign (&bar->value, &bar->sign))
    bar->sign = 0;
  if (bar->role == TB_BRIDGE_RESIDUAL || bar->sign == 0 || self->direction == TB_DIRECTION_NONE)
    return;
  bar->ink = (bar->sign > 0) == (self->direction == TB_DIRECTION_UP) ? TB_INK_GOOD : TB_INK_BAD;
}

void
tb_bridge_add_level (TbBridge           *self,
                     char               *name,
                     const TbInterval   *level,
                     const TbChartPoint *point)
{
  TbBridgeBar *bar = add_bar (self, TB_BRIDGE_LEVEL, name, level, point);

  self->running = *level;
  bar->to = tb_interval_get_stated (level);
}

static void
step (TbBridge           *self,
      TbBridgeRole        role,
      char               *name,
      const TbInterval   *change,
      const TbChartPoint *point)
{
  TbBridgeBar *bar = add_bar (self, role, name, change, point);

  set_change (self, bar);
  bar->from = tb_interval_get_stated (&self->running);
  self->running = tb_interval_add (&self->running, change);
  bar->to = tb_interval_get_stated (&self->running);
}

void
tb_bridge_add_step (TbBridge           *self,
                    char               *name,
                    const TbInterval   *change,
                    const TbChartPoint *point)
{
  step (self, TB_BRIDGE_STEP, name, change, point);
}

void
tb_bridge_add_subtotal (TbBridge           *self,
                        char               *name,
                        const TbInterval   *start,
                        const TbChartPoint *point)
{
  TbInterval change = tb_interval_subtract (&self->running, start);
  TbBridgeBar *bar = add_bar (self, TB_BRIDGE_SUBTOTAL, name, &change, point);

  set_change (self, bar);
  bar->from = tb_interval_get_stated (start);
  bar->to = tb_interval_get_stated (&self->running);
}

void
tb_bridge_set_brief (TbBridge *self,
                     TbPeriod  period)
{
  /* A year has no shorter name. */
  if (period.kind != TB_PERIOD_A)
    g_array_index (self->bars, TbBridgeBar, self->bars->len - 1).brief = tb_period_label (period, self->figures->language,
                                                                                         TB_PERIOD_LABEL_SHORT);
}

void
tb_bridge_add_residual (TbBridge         *self,
                        const TbInterval *target)
{
  TbInterval residual = tb_interval_subtract (target, &self->running);
  int sign;

  if (tb_interval_get_sign (&residual, &sign) && sign == 0)
    return;
  if (fabs (tb_interval_get_stated (&residual)) <= residual.rounding * (1 + 1e-9))
    tb_figures_add_note (self->figures, g_strdup (tb_bridge_word (TB_BRIDGE_WORD_WITHIN_ROUNDING, self->figures->language)));
  step (self, TB_BRIDGE_RESIDUAL, g_strdup (tb_bridge_word (TB_BRIDGE_WORD_RESIDUAL, self->figures->language)), &residual, NULL);
}

gsize
tb_bridge_count_steps (const TbBridge *self)
{
  gsize n = 0;

  for (guint i = 0; i < self->bars->len; i++)
    n += g_array_index (self->bars, TbBridgeBar, i).role == TB_BRIDGE_STEP;

  return n;
}

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
  while (figures->scale.power > 0 && largest_change > 0 && largest_change < LEAST_IN_SCALE * pow (10, figures->scale.power))
    {
      int lower = figures->language == TB_LANGUAGE_ZH ? figures->scale.power - 4 : figures->scale.power - 3;

      figures->scale = tb_number_scale_for_power (figures->language == TB_LANGUAGE_EN && lower < 6 ? 0 : lower, figures->language);
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

static void
write_labels (TbBridge *self)
{
  int n_decimals = count_decimals (self);
  double unit = pow (10, self->figures->scale.power);

  for (guint i = 0; i < self->bars->len; i++)
    {
      TbBridgeBar *bar = &g_array_index (self->bars, TbBridgeBar, i);
      double number = tb_interval_get_stated (&bar->value);
      g_autofree char *text = bar->role == TB_BRIDGE_LEVEL ? tb_number_format (number / unit, n_decimals)
                                                           : tb_number_format_signed (number / unit, n_decimals);

      bar->label = g_strconcat (bar->value.about ? tb_qualifier_mark (TB_QUALIFIER_ABOUT, self->figures->language) : "", text, NULL);
    }
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
    tb_figures_add_note (figures, g_strdup (tb_bridge_word (TB_BRIDGE_WORD_CUT, figures->language)));
  for (guint i = 0; i < self->bars->len; i++)
    if (g_array_index (self->bars, TbBridgeBar, i).kind == TB_KIND_FORECAST)
      tb_figures_add_note (figures, g_strdup (tb_chart_word (TB_WORD_HATCHED, figures->language)));
  for (guint i = 0; i < self->bars->len; i++)
    if (g_array_index (self->bars, TbBridgeBar, i).role == TB_BRIDGE_SUBTOTAL)
      tb_figures_add_note (figures, g_strdup (tb_bridge_word (TB_BRIDGE_WORD_SUBTOTALS, figures->language)));
  tb_figures_write_texts_again (figures, spec);
  if (spec->title == NULL && figures->n_tracks > 1)
    figures->title = tb_figures_keep (figures, tb_series_dup_name (whole->series, figures->language, FALSE));
  if (spec->subtitle == NULL && self->change != NULL)
    figures->subtitle = tb_figures_keep (figures, g_strconcat (figures->subtitle, tb_chart_word (TB_WORD_CLAUSE, figures->language),
                                                               self->change, NULL));
}

void
tb_bridge_set_change (TbBridge *self,
                      TbFigure  base,
                      TbFigure  current)
{
  TbReference reference = TB_REFERENCE_OF (tb_selection_get_dataset (self->figures->selection));
  TbVerdict verdict = tb_verdict_change (base, current, reference);

  if (verdict.kind != TB_VERDICT_INVALID)
    self->change = tb_verdict_dup_text (&verdict, base, current, reference, self->figures->language);
}

void
tb_bridge_get_extent (const TbBridge *self,
                      double         *out_low,
                      double         *out_high)
{
  double low = self->is_cut ? INFINITY : 0;
  double high = self->is_cut ? -INFINITY : 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const TbBridgeBar *bar = &g_array_index (self->bars, TbBridgeBar, i);

      low = MIN (low, bar->to);
      high = MAX (high, bar->to);
      if (bar->role != TB_BRIDGE_LEVEL)
        {
          low = MIN (low, bar->from);
          high = MAX (high, bar->from);
        }
    }
  *out_low = low;
  *out_high = high;
}

/* A fall of what is neither good nor bad is told from a rise by its shade too. */
TbColor
tb_bridge_get_color (const TbCanvas    *canvas,
                     const TbBridgeBar *bar)
{
  TbColor color = tb_canvas_get_ink (canvas, bar->ink, -1);

  if (bar->role == TB_BRIDGE_LEVEL)
    return tb_canvas_get_color (canvas, 0);
  /* In black and white print the pale would be gone; the sign remains. */
  if (bar->role == TB_BRIDGE_STEP && bar->ink == TB_INK_NEUTRAL && bar->sign < 0 && canvas->spec->style != TB_STYLE_PRINT)
    return tb_color_mix (canvas->theme->background, color, FALL_SHARE);

  return color;
}

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

      return tb_bridge_words_format (TB_BRIDGE_WORD_END_OF, language, bare);
    }
  if (point->period.kind == TB_PERIOD_D)
    return g_steal_pointer (&label);

  return tb_bridge_words_format (TB_BRIDGE_WORD_END_OF, language, label);
}

static int
get_year (TbPeriod period)
{
  int year, month, day;

  tb_day_split (period.end, &year, &month, &day);

  return year;
}

char *
tb_bridge_name_step (const TbChartPoint *point,
                     const TbChartPoint *before,
                     TbLanguage          language)
{
  gboolean is_same_year = point->period.kind != TB_PERIOD_A && before != NULL && get_year (before->period) == get_year (point->period);

  return tb_period_label (point->period, language, is_same_year ? TB_PERIOD_LABEL_SHORT : TB_PERIOD_LABEL_FULL);
}

void
tb_bridge_keep_points (TbTrack            *track,
                       const TbChartPoint *first,
                       const TbChartPoint *last)
{
  gsize n = 0;
  gsize begin = (gsize) (first - track->points);
  gsize end = (gsize) (last - track->points);

  for (gsize i = begin; i <= end; i++)
    if (!tb_chart_point_is_reference (&track->points[i]) && track->points[i].conflict == 0)
      track->points[n++] = track->points[i];
  track->n_points = n;
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
