/* What a total is called, and what is said of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-text.h"
#include "tb-known.h"
#include "tb-number-format.h"
#include "tb-total-private.h"

#include <math.h>

static const TbPhrase separators = { { "; ", "；" } };

/**
 * tb_total_dup_title:
 * @self: a total
 * @language: the reader's language
 * @with_place: the rows of the table are of several places
 *
 * Returns: (transfer full): "Total: Employment" of what was published, else with the
 *   number of parts: "Total of 3: Employment", "合计（山东省16个地区）：常住人口"
 */
char *
tb_total_dup_title (const TbTotal *self,
                    TbLanguage     language,
                    gboolean       with_place)
{
  static const TbPhrase published = { { "Total: %s", "合计：%s" } };
  static const TbPhrase computed = { { "Total of %1$zu: %2$s", "合计（%1$zu项）：%2$s" } };
  static const TbPhrase of_places = { { "Total of %1$zu places in %3$s: %2$s", "合计（%3$s%1$zu个地区）：%2$s" } };
  /* Of what the file has in a place: that may not be all of it. */
  gboolean is_of_places = !self->is_published && self->sort == TB_TOTAL_BY_PLACE;
  g_autofree char *name = tb_series_dup_name (self->series, language, with_place && !is_of_places);
  g_autofree char *place = NULL;

  if (self->is_published)
    return g_strdup_printf (published.in[language], name);
  if (!is_of_places)
    return g_strdup_printf (computed.in[language], self->n_expected, name);
  place = tb_text_dup_marked (&tb_series_get_info (self->series)->place->name, language);

  return g_strdup_printf (of_places.in[language], self->n_expected, name, place);
}

/**
 * tb_total_dup_word:
 * @self: a total
 * @cell: what its parts come to in a period
 * @language: the reader's language
 *
 * Returns: (transfer full) (nullable): what stands in place of a sum: how many of how
 *   many parts have a figure, or a dash
 */
char *
tb_total_dup_word (const TbTotal     *self,
                   const TbTotalCell *cell,
                   TbLanguage         language)
{
  static const TbPhrase incomplete = { { "incomplete (%zu/%zu)", "不完整（%zu/%zu）" } };

  switch (cell->state)
    {
    case TB_TOTAL_SUM:
      break;
    case TB_TOTAL_INCOMPLETE:
      return g_strdup_printf (incomplete.in[language], cell->n_known, self->n_expected);
    case TB_TOTAL_UNLIKE:
    case TB_TOTAL_UNBOUNDED:
      return g_strdup ("—");
    }

  return NULL;
}

/* What tells a part from the others: its place, else the name. */
static char *
dup_part_name (const TbTotal *self,
               TbSeries      *part,
               TbLanguage     language)
{
  const TbSeriesInfo *info = tb_series_get_info (part);
  const TbBreakdown *category = tb_total_get_category (self, info);

  if (category != NULL)
    return tb_breakdown_dup_name (category, language);
  if (self->sort == TB_TOTAL_BY_PLACE)
    return tb_text_dup_marked (&info->place->name, language);

  return tb_text_dup_marked (&info->indicator->name, language);
}

char *
tb_total_join_names (GPtrArray  *names,
                     gsize       n,
                     TbLanguage  language)
{
  static const TbPhrase commas = { { ", ", "、" } };
  static const TbPhrase more = { { "%1$s and %2$zu more", "%1$s等%2$zu项" } };
  g_autofree char *list = NULL;

  g_ptr_array_add (names, NULL);
  list = g_strjoinv (commas.in[language], (char **) names->pdata);
  if (n < names->len)
    return g_steal_pointer (&list);

  return g_strdup_printf (more.in[language], list, language == TB_LANGUAGE_ZH ? n : n - (names->len - 1));
}

static gboolean
has_figure (const TbTotal  *self,
            const TbSeries *part,
            TbPeriod        period)
{
  TbFigure figure = tb_known_find (part, period, TB_KIND_ACTUAL, self->known);
  TbObservation o;

  if (figure.series == NULL)
    return FALSE;
  tb_series_get (part, figure.row, &o);

  return (o.has_value || tb_observation_is_range (&o)) && !o.conflicts;
}

/* Which parts are missing; those that are not in the table are counted. */
static char *
dup_missing (const TbTotal     *self,
             const TbTotalCell *cell,
             TbLanguage         language)
{
  static const TbPhrase missing = { { "no total, as these have no figure: %s", "缺以下数据，不计合计：%s" } };
  static const TbPhrase absent = { { "no total, as parts are not in the table: %1$zu of %2$zu",
                                     "共%2$zu项，其中%1$zu项未列入本表，不计合计" } };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gsize n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      TbSeries *part = g_ptr_array_index (self->parts, i);

      if (has_figure (self, part, cell->period))
        continue;
      if (n++ < TB_TOTAL_MOST_NAMED)
        g_ptr_array_add (names, dup_part_name (self, part, language));
    }
  if (n > 0)
    {
      g_autofree char *list = tb_total_join_names (names, n, language);

      g_string_append_printf (text, missing.in[language], list);
    }
  if (self->parts->len < self->n_expected)
    g_string_append_printf (g_string_append (text, text->len > 0 ? separators.in[language] : ""),
                            absent.in[language], self->n_expected - self->parts->len, self->n_expected);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
tb_total_dup_amount (TbSeries         *series,
                     const TbInterval *amount,
                     TbLanguage        language)
{
  TbObservationExtra extra = { 0 };
  TbObservation o = { .period = TB_PERIOD_UNDATED, .basis = TB_BASIS_DISCRETE };
  double stated = tb_interval_get_stated (amount);
  TbNumberScale scale = tb_number_scale_choose (fabs (stated), language);

  tb_interval_write (amount, &o, &extra);
  /* As it would be printed in the scale: no digit is lost, and no zero added. */
  while (o.value.mantissa != 0 && o.value.mantissa % 10 == 0)
    {
      o.value.mantissa /= 10;
      o.value.exponent++;
    }
  o.value.exponent = (gint16) (o.value.exponent - scale.power);
  o.multiplier = (TbDecimal) { 1, (gint16) scale.power };
  o.figure = stated;

  return tb_figure_dup_with_unit (series, &o, scale, language);
}

/* F-5: the discrepancy is told and never spread over the parts. */
static char *
dup_residual (const TbTotal     *self,
              const TbTotalCell *cell,
              TbLanguage         language)
{
  static const TbPhrase rounding = { { "as published; the parts add up to %s, a difference within their rounding",
                                       "为公布数；各项之和为%s，差额在四舍五入误差之内" } };
  static const TbPhrase less = { { "as published; the parts add up to %1$s and leave %2$s",
                                   "为公布数；各项之和为%1$s，另有差额%2$s" } };
  static const TbPhrase more = { { "as published; the parts add up to %1$s, which is %2$s more",
                                   "为公布数；各项之和为%1$s，多出%2$s" } };
  static const TbPhrase open = { { "as published; the parts add up to %s", "为公布数；各项之和为%s" } };
  TbSeries *part = g_ptr_array_index (self->parts, 0);
  g_autofree char *sum = tb_total_dup_amount (part, &cell->sum, language);
  TbInterval residual, size;
  g_autofree char *difference = NULL;
  double stated;
  int sign;

  if (!tb_total_get_residual (self, cell->period, &residual)
      || (tb_interval_get_sign (&residual, &sign) && sign == 0 && tb_interval_is_exact (&residual)))
    return NULL;
  stated = tb_interval_get_stated (&residual);
  if (isnan (stated))
    return NULL;
  /* Of "under 110" beside 100 it is not known whether it is more. */
  if (!tb_interval_get_sign (&residual, &sign))
    return g_strdup_printf (open.in[language], sum);
  size = stated < 0 ? tb_interval_scale (&residual, (TbDecimal) { -1, 0 }) : residual;
  if (tb_interval_is_exact (&residual) && fabs (stated) <= residual.rounding * (1 + 1e-9))
    return g_strdup_printf (rounding.in[language], sum);
  difference = tb_total_dup_amount (part, &size, language);

  return g_strdup_printf (stated < 0 ? more.in[language] : less.in[language], sum, difference);
}

/* What is said of a published total, and where the publication has none of the period:
 * then no sum takes its place. */
static char *
dup_published (const TbTotal     *self,
               const TbTotalCell *cell,
               TbLanguage         language)
{
  static const TbPhrase none = { { "no total is published for this period", "本期未公布合计数" } };
  static const TbPhrase sum = { { "no total is published for this period; the parts add up to %s",
                                  "本期未公布合计数；各项之和为%s" } };
  TbFigure figure = tb_known_find (self->whole, cell->period, TB_KIND_ACTUAL, self->known);
  g_autofree char *amount = NULL;
  TbObservation o = { 0 };

  if (figure.series != NULL)
    tb_series_get (self->whole, figure.row, &o);
  if (o.has_value || tb_observation_is_range (&o))
    return cell->state == TB_TOTAL_SUM ? dup_residual (self, cell, language) : NULL;
  if (cell->state != TB_TOTAL_SUM)
    return g_strdup (none.in[language]);
  amount = tb_total_dup_amount (g_ptr_array_index (self->parts, 0), &cell->sum, language);

  return g_strdup_printf (sum.in[language], amount);
}

static char *
dup_computed (const TbTotal     *self,
              const TbTotalCell *cell,
              TbLanguage         language)
{
  static const TbPhrase sum = { { "computed: the sum of the %zu parts; the file has no published total",
                                  "为%zu项之和，系计算所得；文件中无公布的合计数" } };
  static const TbPhrase unlike = { { "no total, as the parts are not of the same span", "各项时段不一致，不计合计" } };
  static const TbPhrase unbounded = { { "no total, as parts with a floor and with a ceiling leave it open",
                                        "各项既有下限又有上限，合计无法确定" } };

  switch (cell->state)
    {
    case TB_TOTAL_SUM:
      return g_strdup_printf (sum.in[language], self->n_expected);
    case TB_TOTAL_INCOMPLETE:
      return dup_missing (self, cell, language);
    case TB_TOTAL_UNLIKE:
      return g_strdup (unlike.in[language]);
    case TB_TOTAL_UNBOUNDED:
      break;
    }

  return g_strdup (unbounded.in[language]);
}

/* Which of several ways to add the rows up was taken; NULL: there is one. */
static char *
dup_way (const TbTotal *self,
         TbLanguage     language)
{
  static const TbPhrase words[] = { [TB_TOTAL_BY_BREAKDOWN] = { { "category", "分组" } },
                                    [TB_TOTAL_BY_PLACE] = { { "place", "地区" } },
                                    [TB_TOTAL_BY_INDICATOR] = { { "indicator", "指标" } } };
  static const TbPhrase way = { { "totals here are by %1$s; the same rows are parts by %2$s too",
                                  "此处按%1$s合计；各行亦可按%2$s合计" } };
  static const TbPhrase both = { { "%s and by %s", "%s、%s" } };
  g_autofree char *others = NULL;

  for (guint sort = 0; sort < G_N_ELEMENTS (words); sort++)
    if ((self->also & 1u << sort) != 0)
      {
        g_autofree char *before = g_steal_pointer (&others);

        others = before != NULL ? g_strdup_printf (both.in[language], before, words[sort].in[language])
                                : g_strdup (words[sort].in[language]);
      }

  return others != NULL ? g_strdup_printf (way.in[language], words[self->sort].in[language], others) : NULL;
}

/**
 * tb_total_dup_note:
 * @self: a total
 * @cell: what its parts come to in a period
 * @language: the reader's language
 *
 * Says of a sum that it is one, of what is no sum why, and of a published total by how
 * much the parts differ from it (F-5), with whether that is within their rounding; and
 * by what rows were added up that could be by something else too.
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the note
 */
char *
tb_total_dup_note (const TbTotal     *self,
                   const TbTotalCell *cell,
                   TbLanguage         language)
{
  g_autofree char *note = self->is_published ? dup_published (self, cell, language)
                                             : dup_computed (self, cell, language);
  g_autofree char *way = dup_way (self, language);

  if (way == NULL)
    return g_steal_pointer (&note);
  if (note == NULL)
    return g_steal_pointer (&way);

  return g_strconcat (note, separators.in[language], way, NULL);
}
