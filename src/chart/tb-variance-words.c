/* Headings, legend and alternative text of figures that are set against others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-variance.h"

#include "tb-chart-words.h"
#include "tb-figure-text.h"

#include <math.h>
#include <string.h>

/* Pairs that the alternative text tells one by one. */
#define MOST_TOLD 6

/* To what the figures are set: what the headings and the legend call it. */
typedef enum { REFERENCE_YEAR, REFERENCE_SAME_PERIOD, REFERENCE_YEAR_END, REFERENCE_PLAN, REFERENCE_TARGET } Reference;

static const TbPhrase reference_names[] = {
  [REFERENCE_YEAR] = { { "year before (PY)", "上年（PY）" } },
  [REFERENCE_SAME_PERIOD] = { { "a year earlier (PY)", "上年同期（PY）" } },
  [REFERENCE_YEAR_END] = { { "end of the year before (PY)", "上年末（PY）" } },
  [REFERENCE_PLAN] = { { "plan (PL)", "计划（PL）" } },
  [REFERENCE_TARGET] = { { "target (PL)", "目标（PL）" } },
};

static const TbPhrase absolute_captions[] = {
  [REFERENCE_YEAR] = { { "ΔPY: change on the year before", "ΔPY：比上年增减" } },
  [REFERENCE_SAME_PERIOD] = { { "ΔPY: change on a year earlier", "ΔPY：同比增减" } },
  [REFERENCE_YEAR_END] = { { "ΔPY: change since the end of the year before", "ΔPY：较上年末增减" } },
  [REFERENCE_PLAN] = { { "ΔPL: difference from plan", "ΔPL：与计划之差" } },
  [REFERENCE_TARGET] = { { "ΔPL: difference from target", "ΔPL：与目标之差" } },
};

static const TbPhrase relative_captions[] = {
  [REFERENCE_YEAR] = { { "ΔPY%: change on the year before, %", "ΔPY%：比上年增速（%）" } },
  [REFERENCE_SAME_PERIOD] = { { "ΔPY%: change on a year earlier, %", "ΔPY%：同比增速（%）" } },
  [REFERENCE_YEAR_END] = { { "ΔPY%: change since the end of the year before, %", "ΔPY%：较上年末增速（%）" } },
  [REFERENCE_PLAN] = { { "ΔPL%: difference in % of plan", "ΔPL%：与计划相差幅度（%）" } },
  [REFERENCE_TARGET] = { { "ΔPL%: difference in % of target", "ΔPL%：与目标相差幅度（%）" } },
};

static const TbPhrase growth_captions[] = {
  [REFERENCE_YEAR] = { { "Growth on the year before, %s", "比上年增速（%s）" } },
  [REFERENCE_SAME_PERIOD] = { { "Growth on a year earlier, %s", "同比增速（%s）" } },
  [REFERENCE_YEAR_END] = { { "Growth since the end of the year before, %s", "较上年末增速（%s）" } },
};

static const TbPhrase rate_captions[] = {
  [REFERENCE_YEAR] = { { "Change on the year before, %s", "比上年增减（%s）" } },
  [REFERENCE_SAME_PERIOD] = { { "Change on a year earlier, %s", "同比增减（%s）" } },
  [REFERENCE_YEAR_END] = { { "Change since the end of the year before, %s", "较上年末增减（%s）" } },
};

static const TbPhrase with_points = { { "%s, percentage points", "%s（百分点）" } };
static const TbPhrase points = { { "percentage points", "百分点" } };
static const TbPhrase actual = { { "actual (AC)", "实际（AC）" } };
static const TbPhrase forecast = { { "forecast (FC)", "预测（FC）" } };

/* Against an earlier figure or a plan; of what had better fall, or rise. */
static const TbPhrase better[2][2] = {
  { { { "better: a fall", "有利：减少" } }, { { "better: a rise", "有利：增加" } } },
  { { { "better: below", "有利：低于" } }, { { "better: above", "有利：高于" } } },
};
static const TbPhrase worse[2][2] = {
  { { { "worse: a rise", "不利：增加" } }, { { "worse: a fall", "不利：减少" } } },
  { { { "worse: above", "不利：高于" } }, { { "worse: below", "不利：低于" } } },
};

static const TbPhrase published_growth = { { "growth as published", "公布增速" } };
static const TbPhrase computed_growth = { { "computed from the figures", "按数据计算" } };
static const TbPhrase published_change = { { "change as published", "公布的增减" } };
static const TbPhrase as_published = { { "%s; as published", "%s，公布数" } };
static const TbPhrase as_computed = { { "%s; computed from the figures", "%s，按数据计算" } };
static const TbPhrase implied_reference = { {
  "Dashed: figures of the year before that the published growth implies",
  "虚线框：由公布增速推算的上年数",
} };
static const TbPhrase outlier = { { "Broken pin: not drawn to scale, small base", "标记断开：基数过小，未按比例绘出" } };
static const TbPhrase since_note = { { "%s: change since the end of the year before", "%s为较上年末" } };

static gboolean
has_any (const TbVariances *self,
         gboolean         (*take) (const TbVariance *pair))
{
  for (guint i = 0; i < self->pairs->len; i++)
    if (take (&g_array_index (self->pairs, TbVariance, i)))
      return TRUE;

  return FALSE;
}

static gboolean is_since (const TbVariance *pair) { return pair->since; }
static gboolean is_on_year (const TbVariance *pair) { return pair->has_base && !pair->since; }

/* A level of December against that of the December before is both (R6). */
static gboolean
is_since_alone (const TbVariance *pair)
{
  return pair->since && !tb_side_is_year_apart (&pair->base, &pair->current);
}

static gboolean is_actual (const TbVariance *pair) { return pair->point->kind == TB_KIND_ACTUAL; }
static gboolean is_forecast (const TbVariance *pair) { return pair->point->kind == TB_KIND_FORECAST; }
static gboolean is_part_of_year (const TbVariance *pair) { return pair->point->period.kind != TB_PERIOD_A; }
static gboolean is_good (const TbVariance *pair) { return pair->ink == TB_INK_GOOD; }
static gboolean is_bad (const TbVariance *pair) { return pair->ink == TB_INK_BAD; }
static gboolean is_published (const TbVariance *pair) { return pair->is_published; }
static gboolean is_computed (const TbVariance *pair) { return !isnan (pair->relative) && !pair->is_published; }
static gboolean is_implied (const TbVariance *pair) { return pair->has_base && pair->base.implied; }
static gboolean is_outlier (const TbVariance *pair) { return pair->is_outlier; }
static gboolean is_behind (const TbVariance *pair) { return pair->has_base && !pair->is_near; }

static Reference
choose_reference (const TbVariances *self)
{
  if (self->against == TB_AGAINST_PLAN)
    return self->aim == TB_KIND_PLAN ? REFERENCE_PLAN : REFERENCE_TARGET;
  if (has_any (self, is_since) && !has_any (self, is_on_year))
    return REFERENCE_YEAR_END;

  return has_any (self, is_part_of_year) ? REFERENCE_SAME_PERIOD : REFERENCE_YEAR;
}

static char *
format (const TbPhrase *phrase,
        TbLanguage      language,
        const char     *argument)
{
  return g_strdup_printf (phrase->in[language], argument);
}

static void
write_captions (TbVariances *self,
                TbFigures   *figures,
                Reference    reference)
{
  TbLanguage language = figures->language;
  char *absolute = NULL;
  char *relative;

  if (self->against == TB_AGAINST_GROWTH)
    {
      const TbPhrase *captions = self->in_points ? rate_captions : growth_captions;
      gboolean published = has_any (self, is_published);
      g_autofree char *caption = format (&captions[reference], language, self->in_points ? points.in[language] : "%");

      /* Where both occur the legend tells them apart. */
      if (published && has_any (self, is_computed))
        relative = g_strdup (caption);
      else
        relative = format (published ? &as_published : &as_computed, language, caption);
    }
  else
    {
      absolute = self->in_points ? format (&with_points, language, absolute_captions[reference].in[language])
                                 : g_strdup (absolute_captions[reference].in[language]);
      relative = g_strdup (relative_captions[reference].in[language]);
    }
  self->absolute_caption = tb_figures_keep (figures, absolute != NULL ? absolute : g_strdup (""));
  self->relative_caption = tb_figures_keep (figures, relative);
}

static void
add_entry (TbFigures      *figures,
           const TbPhrase *phrase,
           TbSwatch        swatch,
           TbInk           ink)
{
  char *text = g_strdup (phrase->in[figures->language]);

  /* A legend's entry begins with a capital where its script has them. */
  text[0] = g_ascii_toupper (text[0]);
  tb_figures_add_legend (figures, text, swatch, ink, ink == TB_INK_TRACK ? 0 : -1);
}

/* Whether more is better: by a coloured pair, because a target decides by itself. */
static gboolean
is_more_better (const TbVariances *self)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const TbVariance *pair = &g_array_index (self->pairs, TbVariance, i);
      double number = isnan (pair->absolute) ? pair->relative : pair->absolute;

      if (is_good (pair) || is_bad (pair))
        return is_good (pair) == (number > 0);
    }

  return TRUE;
}

/* N-4: colour has a word, and the word says the sign, so that it survives print. */
static void
add_direction (TbVariances *self,
               TbFigures   *figures)
{
  gboolean rises = is_more_better (self);
  gboolean is_plan = self->against == TB_AGAINST_PLAN;

  if (!self->with_absolute && !self->with_relative)
    return;
  if (has_any (self, is_good))
    add_entry (figures, &better[is_plan][rises], TB_SWATCH_SOLID, TB_INK_GOOD);
  if (has_any (self, is_bad))
    add_entry (figures, &worse[is_plan][rises], TB_SWATCH_SOLID, TB_INK_BAD);
}

static void
write_legend (TbVariances *self,
              TbFigures   *figures,
              Reference    reference)
{
  if (self->against == TB_AGAINST_GROWTH)
    {
      if (self->with_relative && has_any (self, is_published) && has_any (self, is_computed))
        {
          add_entry (figures, self->in_points ? &published_change : &published_growth, TB_SWATCH_DOT, TB_INK_TRACK);
          add_entry (figures, &computed_growth, TB_SWATCH_HOLLOW_DOT, TB_INK_TRACK);
        }
      return;
    }
  if (has_any (self, is_actual))
    add_entry (figures, &actual, TB_SWATCH_SOLID, TB_INK_TRACK);
  if (has_any (self, is_forecast))
    add_entry (figures, &forecast, TB_SWATCH_HATCH, TB_INK_TRACK);
  if (self->against == TB_AGAINST_PLAN)
    add_entry (figures, &reference_names[reference], TB_SWATCH_OUTLINE, TB_INK_TARGET);
  else if (has_any (self, is_behind))
    add_entry (figures, &reference_names[reference], TB_SWATCH_PALE, TB_INK_TRACK);
  add_direction (self, figures);
}

/* Of levels some may have no figure a year earlier, and go by the last year-end. */
static void
note_since (TbVariances     *self,
            const TbFigures *figures)
{
  g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  if (!has_any (self, is_since_alone) || !has_any (self, is_on_year))
    return;
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const TbVariance *pair = &g_array_index (self->pairs, TbVariance, i);

      if (is_since_alone (pair))
        g_ptr_array_add (periods, tb_figures_dup_when (self->part, pair->point));
    }
  list = tb_chart_words_join (periods, figures->language);
  tb_variances_add_note (self, format (&since_note, figures->language, list));
}

/* Why a number that is shown bears "≈". */
typedef enum { ABOUT_NONE, ABOUT_FIGURES, ABOUT_ROUNDING, ABOUT_SMALL } About;

static About
find_about (const TbVariance *pair,
            const char       *text)
{
  if (text == NULL || !g_str_has_prefix (text, "≈"))
    return ABOUT_NONE;
  if (tb_verdict_is_rounding (&pair->verdict))
    return ABOUT_ROUNDING;

  return strcmp (text, "≈0") == 0 ? ABOUT_SMALL : ABOUT_FIGURES;
}

static gboolean
has_about (const TbVariances *self,
           About              about)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const TbVariance *pair = &g_array_index (self->pairs, TbVariance, i);

      if ((self->with_absolute && find_about (pair, pair->absolute_text) == about) ||
          (self->with_relative && find_about (pair, pair->relative_text) == about))
        return TRUE;
    }

  return FALSE;
}

/* R18: what the figures themselves give stands beside what was published. */
static void
note_computed (TbVariances     *self,
               const TbFigures *figures)
{
  static const TbPhrase pattern = { { "%s: growth as published; the figures give %s", "%s增速为公布数，按数据计算为%s" } };
  static const TbPhrase units[] = { { { "%s pp", "%s个百分点" } }, { { "%s%%", "%s%%" } } };

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const TbVariance *pair = &g_array_index (self->pairs, TbVariance, i);
      gboolean is_relative = isnan (pair->verdict.points);
      g_autofree char *when = NULL;
      g_autofree char *number = NULL;
      g_autofree char *computed = NULL;

      if (isnan (pair->verdict.computed) || (is_relative && isnan (pair->verdict.relative)))
        continue;
      when = tb_figures_dup_when (self->part, pair->point);
      number = tb_number_format_signed (pair->verdict.computed, 1);
      computed = format (&units[is_relative], figures->language, number);
      tb_variances_add_note (self, g_strdup_printf (pattern.in[figures->language], when, computed));
    }
}

/* What the marks at numbers mean. */
static void
note_marks (TbVariances     *self,
            const TbFigures *figures)
{
  static const TbPhrase rounding = { { "≈0: %s", "≈0表示%s" } };
  static const TbPhrase small = { { "≈0: rounds to zero, but is not zero", "≈0表示按所示位数四舍五入后为零，实际不为零" } };
  static const TbPhrase rounding_or_small = { { "≈0: %s, or rounds to zero", "≈0表示%s，或按所示位数四舍五入后为零" } };
  static const TbPhrase about = { { "≈ %s", "≈表示%s" } };
  TbLanguage language = figures->language;

  if (has_about (self, ABOUT_SMALL) && has_about (self, ABOUT_ROUNDING))
    tb_variances_add_note (self, format (&rounding_or_small, language, tb_rule_get_note (17, language)));
  else if (has_about (self, ABOUT_SMALL))
    tb_variances_add_note (self, g_strdup (small.in[language]));
  else if (has_about (self, ABOUT_ROUNDING))
    tb_variances_add_note (self, format (&rounding, language, tb_rule_get_note (17, language)));
  if (has_about (self, ABOUT_FIGURES))
    tb_variances_add_note (self, format (&about, language, tb_rule_get_note (15, language)));
  if (self->with_relative && has_any (self, is_outlier))
    tb_variances_add_note (self, g_strdup (outlier.in[language]));
}

/**
 * tb_variances_write_outlook:
 * @self: pairs
 * @figures: the chart's
 * @spec: what the chart shows
 *
 * Tells what a year comes to with its forecasts (N-8): that is the message, and goes
 * with the subtitle.
 */
void
tb_variances_write_outlook (const TbVariances       *self,
                            TbFigures               *figures,
                            const TbChartSpecFields *spec)
{
  static const TbPhrase joined = { { "%s. %s", "%s；%s" } };
  char *subtitle;
  char *outlook = self->against == TB_AGAINST_PLAN ? tb_variances_dup_outlook (self, figures) : NULL;

  if (outlook == NULL)
    return;
  if (spec->subtitle != NULL || figures->subtitle[0] == '\0')
    {
      tb_figures_add_note (figures, outlook);
      return;
    }
  subtitle = g_strdup_printf (joined.in[figures->language], figures->subtitle, outlook);
  figures->subtitle = tb_figures_keep (figures, subtitle);
  g_free (outlook);
}

/**
 * tb_variances_write_words:
 * @self: pairs
 * @figures: the chart's: gets notes and the legend
 *
 * Writes the headings of the panels, the legend and what remains to be said of the
 * panels that there are.
 */
void
tb_variances_write_words (TbVariances *self,
                          TbFigures   *figures)
{
  Reference reference = choose_reference (self);

  write_captions (self, figures, reference);
  write_legend (self, figures, reference);
  if (self->with_absolute || self->with_relative)
    note_since (self, figures);
  if (self->against == TB_AGAINST_PREVIOUS_YEAR && has_any (self, is_implied))
    tb_variances_add_note (self, g_strdup (implied_reference.in[figures->language]));
  if (self->with_relative)
    note_computed (self, figures);
  note_marks (self, figures);
}

static char *
write_published (const TbVariances *self,
                 const TbVariance  *pair,
                 TbLanguage         language)
{
  /* L-3: words have the direction, and the number is absolute. */
  static const TbPhrase falls = { { "−%s (as published)", "下降%s（公布数）" } };
  static const TbPhrase grows = { { "+%s (as published)", "增长%s（公布数）" } };
  static const TbPhrase rises = { { "+%s (as published)", "提高%s（公布数）" } };
  static const TbPhrase other = { { "%s (as published)", "%s（公布数）" } };
  const char *number = pair->relative_text;
  const TbPhrase *phrase = &other;
  g_autofree char *size = NULL;

  if (g_str_has_prefix (number, "−"))
    phrase = &falls;
  else if (number[0] == '+')
    phrase = self->in_points ? &rises : &grows;
  if (phrase != &other)
    number = g_utf8_next_char (number);
  size = self->in_points ? tb_figure_dup_points (number, language) : g_strconcat (number, "%", NULL);

  return format (phrase, language, size);
}

/**
 * tb_variances_describe:
 * @self: pairs
 * @figures: the chart's
 * @text: (inout): the alternative text
 *
 * Adds a sentence for each of the latest pairs: the period, and what the rules make
 * of it; a published growth as it was published.
 */
void
tb_variances_describe (const TbVariances *self,
                       const TbFigures   *figures,
                       GString           *text)
{
  static const TbPhrase sentence = { { " %s: %s.", "%s：%s。" } };
  TbLanguage language = figures->language;
  guint first = self->pairs->len > MOST_TOLD ? self->pairs->len - MOST_TOLD : 0;

  for (guint i = first; i < self->pairs->len; i++)
    {
      const TbVariance *pair = &g_array_index (self->pairs, TbVariance, i);
      g_autofree char *when = tb_figures_dup_when (self->part, pair->point);
      g_autofree char *words = NULL;

      /* Why a pair is refused stands in the notes. */
      if (!pair->has_base || (pair->verdict.kind == TB_VERDICT_INVALID && !pair->is_published))
        continue;
      if (pair->is_published)
        words = write_published (self, pair, language);
      else
        words = tb_sides_dup_text (&pair->verdict, &pair->base, &pair->current, figures->reference, language);
      when[0] = g_ascii_toupper (when[0]);
      g_string_append_printf (text, sentence.in[language], when, words);
    }
}
