/* C11: columns of the parts of a whole, as amounts and as 100 %.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-misfit.h"
#include "tb-chart-stack.h"
#include "tb-chart-type.h"
#include "tb-chart-units.h"
#include "tb-chart-words.h"

#include <math.h>
#include <string.h>

/* With all that is set aside because it contains others. Of what is left a column takes as
 * many parts as there are colours to tell them apart (tb-stack-whole.c). */
#define MOST_SERIES 100

/* More columns than this are thinner than what parts them. */
#define MOST_COLUMNS 400

typedef enum
{
  WORD_OTHER, WORD_OTHER_NOTE, WORD_SUM, WORD_NEGATIVE, WORD_NO_SHARE, WORD_NO_PERIOD, WORD_INCOMPLETE, WORD_EXCEED,
  WORD_OVERFULL,
  WORD_MANY_PERIODS, WORD_REFERENCES, WORD_TOTAL, WORD_SHARE_OF, WORD_SHARE_OF_TOTAL, WORD_SHARES,
  N_WORDS
} Word;

static const TbPhrase words[N_WORDS] = {
  [WORD_OTHER] = { { "Other", "其他" } },
  [WORD_OTHER_NOTE] = { { "Other: what the parts shown leave of “%s”", "“其他”为%s扣除所列部分后的余额" } },
  [WORD_SUM] = { { "Totals are the sums of the parts shown", "合计为图中各部分之和" } },
  [WORD_NEGATIVE]
  = { { "A part is below zero (%s, %s): shares of 100%% cannot be; stacked columns of amounts can show it.",
        "存在负值部分（%s，%s），不能构成100%%；可改用堆积柱形图。" } },
  [WORD_NO_SHARE] = { { "No share can be given for “%s”: %s.", "%s的比重无法给出：%s。" } },
  [WORD_NO_PERIOD] = { { "In no period do all parts have a figure.", "没有各部分数据均齐全的时期。" } },
  [WORD_INCOMPLETE] = { { "Without a total, as a part has no figure: %s", "缺部分数据、不计合计：%s" } },
  [WORD_EXCEED] = { { "These come to more than “%s” (%s), so that they are not its parts alone; a line chart or small "
                      "multiples show them side by side.",
                      "各项之和大于%s（%s），并非其互不重复的组成部分；可用折线图或分面图。" } },
  [WORD_OVERFULL]
  = { { "The parts add up to %s%% of their whole (%s): columns of 100%% cannot hold them; a line chart or small "
        "multiples show them side by side.",
        "各部分合计为总体的%s%%（%s），不能构成100%%；可用折线图或分面图。" } },
  [WORD_MANY_PERIODS] = { { "More than %d periods do not fit side by side; a line chart shows them.",
                            "超过%d个时期无法并列；可用折线图。" } },
  [WORD_REFERENCES] = { { "Targets, plans and forecasts are not stacked", "目标、计划和预测数不参与堆积" } },
  [WORD_TOTAL] = { { "Total", "合计" } },
  [WORD_SHARE_OF] = { { "Percent of “%s”", "占%s的比重（%%）" } },
  [WORD_SHARE_OF_TOTAL] = { { "Percent of total", "占合计的比重（%%）" } },
  [WORD_SHARES] = { { "%s: %s", "%s：%s" } },
};

const char *
tb_stack_get_other_word (TbLanguage language)
{
  return words[WORD_OTHER].in[language];
}

gsize
tb_stack_get_n_pieces (const TbStack *self)
{
  return self->figures->n_tracks + (self->has_other ? 1 : 0);
}

static char *
find_negative (const TbStack *self)
{
  const TbFigures *figures = self->figures;

  for (gsize c = 0; c < self->n_columns; c++)
    for (gsize i = 0; i < figures->n_tracks; i++)
      {
        const TbChartPoint *point = self->columns[c].pieces[i].point;

        if (point != NULL && point->value < 0)
          {
            g_autofree char *when = tb_figures_dup_when (figures, point);

            return g_strdup_printf (words[WORD_NEGATIVE].in[figures->language], figures->tracks[i].name, when);
          }
      }

  return NULL;
}

/* F-5: where parts are more than their whole, within its rounding or not, no column of
 * 100 % can hold them; a tenth of a point a part is what rounding the shares leaves. */
static char *
find_overfull (const TbStack *self)
{
  const TbFigures *figures = self->figures;
  const double most = 100 + 0.1 * (double) figures->n_tracks;

  for (gsize c = 0; c < self->n_columns; c++)
    {
      double sum = 0;

      for (gsize i = 0; i < figures->n_tracks; i++)
        if (!isnan (self->columns[c].pieces[i].size))
          sum += self->columns[c].pieces[i].size;
      if (sum > most)
        {
          g_autofree char *when = tb_figures_dup_when (figures, &self->columns[c].place);
          g_autofree char *size = tb_number_format (sum, 1);

          return g_strdup_printf (words[WORD_OVERFULL].in[figures->language], size, when);
        }
    }

  return NULL;
}

static char *
dup_list (const TbStack *self,
          GPtrArray     *periods)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new ();

  for (guint i = 0; i < MIN (periods->len, TB_STACK_MOST_NAMED); i++)
    g_ptr_array_add (first, g_ptr_array_index (periods, i));

  return tb_chart_words_join_some (first, periods->len - first->len, self->figures->language);
}

/* F-5: what comes to more than its whole beyond rounding is not made of its parts alone. */
static char *
dup_exceeding (const TbStack *self,
               GPtrArray     *periods)
{
  g_autofree char *list = NULL;
  g_autofree char *name = NULL;

  if (periods->len == 0)
    return NULL;
  list = dup_list (self, periods);
  name = tb_series_dup_name (self->whole, self->figures->language, FALSE);

  return g_strdup_printf (words[WORD_EXCEED].in[self->figures->language], name, list);
}

/* Keeps the columns that shares can be given for. Returns why one cannot. */
static char *
share_columns (TbStack   *self,
               GPtrArray *incomplete)
{
  TbFigures *figures = self->figures;
  char *reason = NULL;
  gsize kept = 0;

  for (gsize i = 0; i < self->n_columns; i++)
    {
      TbStackColumn *column = &self->columns[i];

      if (tb_stack_share_column (self, column, &reason))
        {
          self->columns[kept++] = *column;
          continue;
        }
      g_ptr_array_add (incomplete, tb_figures_dup_when (figures, &column->place));
      tb_stack_column_clear (column, figures->n_tracks);
    }
  self->n_columns = kept;

  return reason;
}

static void
write_notes (TbStack   *self,
             GPtrArray *incomplete)
{
  TbFigures *figures = self->figures;
  gboolean any_total = FALSE;

  for (gsize i = 0; i < figures->n_tracks; i++)
    for (gsize k = 0; k < figures->tracks[i].n_points; k++)
      if (figures->tracks[i].points[k].kind != TB_KIND_ACTUAL && !figures->tracks[i].points[k].missing)
        tb_figures_add_note (figures, g_strdup (words[WORD_REFERENCES].in[figures->language]));
  for (gsize i = 0; i < self->n_columns; i++)
    any_total = any_total || self->columns[i].total != NULL;
  if (self->whole == NULL && any_total && !self->is_share)
    tb_figures_add_note (figures, g_strdup (words[WORD_SUM].in[figures->language]));
  if (self->has_other)
    {
      g_autofree char *name = tb_series_dup_name (self->whole, figures->language, FALSE);

      tb_figures_add_note (figures, g_strdup_printf (words[WORD_OTHER_NOTE].in[figures->language], name));
    }
  if (incomplete->len > 0)
    {
      g_autofree char *list = dup_list (self, incomplete);

      tb_figures_add_note (figures, g_strdup_printf (words[WORD_INCOMPLETE].in[figures->language], list));
    }
}

static char *
fill (TbStack *self)
{
  TbFigures *figures = self->figures;
  g_autoptr (GArray) places = tb_stack_list_places (self);
  g_autoptr (GPtrArray) incomplete = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) exceeding = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *reason = NULL;
  char *misfit;

  if (places->len > MOST_COLUMNS)
    return g_strdup_printf (words[WORD_MANY_PERIODS].in[figures->language], MOST_COLUMNS);
  self->columns = g_new0 (TbStackColumn, MAX (places->len, 1));
  self->n_columns = places->len;
  for (guint i = 0; i < places->len; i++)
    {
      TbStackColumn *column = &self->columns[i];

      column->place = g_array_index (places, TbChartPoint, i);
      tb_stack_fill_column (self, column);
      tb_stack_add_rest (self, column, exceeding);
      column->total = tb_stack_write_total (self, column);
      if (!column->is_complete && !self->is_share)
        g_ptr_array_add (incomplete, tb_figures_dup_when (figures, &column->place));
    }
  if (self->is_share)
    {
      misfit = find_negative (self);
      if (misfit != NULL)
        return misfit;
      reason = share_columns (self, incomplete);
      misfit = find_overfull (self);
      if (misfit != NULL)
        return misfit;
    }
  misfit = dup_exceeding (self, exceeding);
  if (misfit != NULL)
    return misfit;
  if (self->n_columns == 0 && reason != NULL)
    return g_strdup_printf (words[WORD_NO_SHARE].in[figures->language], figures->tracks[0].name, reason);
  if (self->n_columns == 0)
    return g_strdup (words[WORD_NO_PERIOD].in[figures->language]);
  write_notes (self, incomplete);

  return NULL;
}

static void
free_content (gpointer content)
{
  TbStack *self = content;

  for (gsize i = 0; i < self->n_columns; i++)
    tb_stack_column_clear (&self->columns[i], self->figures->n_tracks);
  g_free (self->columns);
  g_ptr_array_unref (self->set_aside);
  g_free (self);
}

static TbStack *
new_stack (TbFigures               *figures,
           const TbChartSpecFields *spec,
           gboolean                 is_share,
           GError                 **error)
{
  TbStack *self = g_new0 (TbStack, 1);
  char *misfit;

  self->figures = figures;
  self->is_share = is_share;
  self->set_aside = g_ptr_array_new_with_free_func (g_free);
  if (!tb_stack_find_whole (self, error))
    {
      free_content (self);
      return NULL;
    }
  tb_stack_order_tracks (self, spec->order);
  /* What the parts are parts of is what the chart is about. */
  if (spec->title == NULL && self->whole != NULL)
    figures->title = tb_figures_keep (figures, tb_series_dup_name (self->whole, figures->language, FALSE));
  misfit = fill (self);
  if (misfit != NULL)
    {
      tb_chart_take_misfit (error, misfit);
      free_content (self);
      return NULL;
    }

  return self;
}

static gpointer
new_amounts (TbFigures               *figures,
             const TbChartSpecFields *spec,
             GError                 **error)
{
  return new_stack (figures, spec, FALSE, error);
}

/* The unit of the subtitle is no longer that of the figures. */
static void
write_share_unit (TbStack                 *self,
                  const TbChartSpecFields *spec)
{
  TbFigures *figures = self->figures;
  g_autofree char *unit = tb_figures_dup_unit (figures);
  g_autofree char *name = NULL;
  g_autofree char *percent = NULL;
  g_autofree char *head = NULL;

  if (spec->subtitle != NULL)
    return;
  name = self->whole != NULL ? tb_series_dup_name (self->whole, figures->language, FALSE) : NULL;
  percent = g_strdup_printf (words[name != NULL ? WORD_SHARE_OF : WORD_SHARE_OF_TOTAL].in[figures->language], name);
  if (unit[0] != '\0' && !g_str_has_suffix (figures->subtitle, unit))
    return;
  head = g_strndup (figures->subtitle, strlen (figures->subtitle) - strlen (unit));
  if (head[0] != '\0' && figures->language == TB_LANGUAGE_EN)
    percent[0] = g_ascii_tolower (percent[0]);
  figures->subtitle = tb_figures_keep (figures, g_strconcat (head, unit[0] == '\0' && head[0] != '\0'
                                                                     ? tb_chart_word (TB_WORD_COMMA, figures->language)
                                                                     : "", percent, NULL));
}

static gpointer
new_shares (TbFigures               *figures,
            const TbChartSpecFields *spec,
            GError                 **error)
{
  TbStack *self = new_stack (figures, spec, TRUE, error);

  if (self != NULL)
    write_share_unit (self, spec);

  return self;
}

/* "Coal 29.3 million MWh": a number that is read aloud has its unit. */
static char *
dup_piece (const TbStack   *self,
           const TbFigures *figures,
           const char      *name,
           const char      *number)
{
  const TbUnit *unit = tb_series_get_info (figures->tracks[0].series)->unit;
  g_autofree char *amount = NULL;

  if (self->is_share)
    return g_strdup_printf ("%s %s%%", name, number);
  amount = tb_unit_attach (unit, number, figures->labels_carry_scale ? "" : figures->scale.suffix, figures->language);

  return g_strdup_printf ("%s %s", name, amount);
}

static void
describe (gconstpointer    content,
          const TbFigures *figures,
          GString         *text)
{
  const TbStack *self = content;
  const TbStackColumn *last = &self->columns[self->n_columns - 1];
  TbLanguage language = figures->language;
  g_autofree char *when = tb_figures_dup_when (figures, &last->place);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  if (text->len > 0 && language == TB_LANGUAGE_EN)
    g_string_append_c (text, ' ');
  for (gsize i = 0; i < tb_stack_get_n_pieces (self); i++)
    if (last->pieces[i].text != NULL)
      g_ptr_array_add (parts,
                       dup_piece (self, figures,
                                  i < figures->n_tracks ? figures->tracks[i].name : words[WORD_OTHER].in[language],
                                  last->pieces[i].text));
  list = tb_chart_words_join (parts, language);
  g_string_append_printf (text, words[WORD_SHARES].in[language], when, list);
  if (!self->is_share && last->total != NULL)
    {
      g_autofree char *total = dup_piece (self, figures, words[WORD_TOTAL].in[language], last->total);

      g_string_append_printf (text, "%s%s", tb_chart_word (TB_WORD_CLAUSE, language), total);
    }
  g_string_append (text, tb_chart_word (TB_WORD_END, language));
}

static void
lay_out (TbCanvas           *canvas,
         const TbChartFrame *frame,
         gpointer            content)
{
  tb_layout_stacked (canvas, frame, content);
}

const TbChartTypeClass tb_type_stacked = {
  .name = "stacked",
  .title = { { "Stacked column chart", "堆积柱形图" } },
  .notation = TB_NOTATION_NONE,
  .most_series = MOST_SERIES,
  .orders = TB_ORDER (SIZE) | TB_ORDER (DECLARED),
  .new_content = new_amounts,
  .free_content = free_content,
  .describe = describe,
  .wants_legend = tb_layout_stacked_needs_legend,
  .lay_out = lay_out,
};

const TbChartTypeClass tb_type_stacked_share = {
  .name = "stacked-share",
  .title = { { "100% stacked column chart", "百分比堆积柱形图" } },
  .notation = TB_NOTATION_NONE,
  .most_series = MOST_SERIES,
  .orders = TB_ORDER (SIZE) | TB_ORDER (DECLARED),
  .new_content = new_shares,
  .free_content = free_content,
  .describe = describe,
  .wants_legend = tb_layout_stacked_needs_legend,
  .lay_out = lay_out,
};
