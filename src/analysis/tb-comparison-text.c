/* What the header and the cells of a comparison table show.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"
#include "tb-figure-private.h"
#include "tb-published.h"

#include <math.h>

static char *
dup_figure_title (const TbColumn *column,
                  TbLanguage      language)
{
  static const TbPhrase with_kind = { { "%s (%s)", "%s（%s）" } };
  static const TbPhrase undated = { { "No date", "未注明时期" } };
  g_autofree char *label = column->period.kind == TB_PERIOD_NONE
                             ? g_strdup (undated.in[language])
                             : tb_period_label (column->period, language, TB_PERIOD_LABEL_FULL);

  if (column->figure_kind == TB_KIND_ACTUAL)
    return g_steal_pointer (&label);

  return g_strdup_printf (with_kind.in[language], label,
                          tb_vocabulary_word (&tb_kinds, (int) column->figure_kind, language));
}

/**
 * tb_comparison_dup_column_title:
 * @self: a comparison
 * @column: which one
 * @language: the table's language
 *
 * Returns: (transfer full): "H1 2021", "2023年（目标）", "Change, 2022 to 2023", "增减（%）…"
 */
char *
tb_comparison_dup_column_title (const TbComparison *self,
                                gsize               column,
                                TbLanguage          language)
{
  static const TbPhrase absolute = { { "Change, %1$s to %2$s", "%2$s比%1$s增减" } };
  static const TbPhrase relative = { { "Change in %%, %1$s to %2$s", "%2$s比%1$s增长（%%）" } };
  static const TbPhrase published = { { "Published change, %s", "%s公布增减" } };
  const TbColumn *what = tb_comparison_get_column (self, column);
  g_autofree char *base = NULL;
  g_autofree char *current = NULL;

  if (what->kind == TB_COLUMN_FIGURE)
    return dup_figure_title (what, language);
  if (tb_column_get_group (what->kind) == TB_GROUP_TARGETS)
    return g_strdup (tb_column_get_target_title (what->kind, language));
  if (what->kind == TB_COLUMN_PUBLISHED)
    {
      current = tb_period_label (what->period, language, TB_PERIOD_LABEL_FULL);
      return g_strdup_printf (published.in[language], current);
    }

  base = tb_period_label (what->base, language, TB_PERIOD_LABEL_FULL);
  current = tb_period_label (what->period, language, TB_PERIOD_LABEL_FULL);

  return g_strdup_printf (what->kind == TB_COLUMN_ABSOLUTE ? absolute.in[language] : relative.in[language],
                          base, current);
}

static const char *
get_period_band (TbPeriodKind kind,
                 TbLanguage   language)
{
  static const TbPhrase bands[] = {
    [TB_PERIOD_NONE] = {{ "No date", "未注明时期" }},
    [TB_PERIOD_A] = {{ "Year", "年度" }},
    [TB_PERIOD_S] = {{ "Half-year", "半年" }},
    [TB_PERIOD_T] = {{ "Four months", "四个月" }},
    [TB_PERIOD_Q] = {{ "Quarter", "季度" }},
    [TB_PERIOD_B] = {{ "Two months", "两个月" }},
    [TB_PERIOD_M] = {{ "Month", "月度" }},
    [TB_PERIOD_W] = {{ "Week", "周" }},
    [TB_PERIOD_D] = {{ "At a date", "时点" }},
    [TB_PERIOD_RANGE] = {{ "Other span", "其他时段" }},
    [TB_PERIOD_TEXT] = {{ "Other span", "其他时段" }},
  };

  return bands[kind].in[language];
}

/**
 * tb_comparison_get_column_band:
 * @self: a comparison
 * @column: which one
 * @language: the table's language
 *
 * Says in a word what kind of column it is, so that columns of unlike kind are
 * not read against each other (B-1). Columns side by side with the same word
 * belong together.
 *
 * Thread: any.
 *
 * Returns: (transfer none): "Year", "At a date", "Change", "Target"
 */
const char *
tb_comparison_get_column_band (const TbComparison *self,
                               gsize               column,
                               TbLanguage          language)
{
  static const TbPhrase change = { { "Change", "增减" } };
  static const TbPhrase published = { { "As published", "公布数" } };
  static const TbPhrase target = { { "Target", "目标" } };
  const TbColumn *what = tb_comparison_get_column (self, column);

  switch (tb_column_get_group (what->kind))
    {
    case TB_GROUP_FIGURES:
      return get_period_band ((TbPeriodKind) what->period.kind, language);
    case TB_GROUP_CHANGES:
      return change.in[language];
    case TB_GROUP_PUBLISHED:
      return published.in[language];
    case TB_GROUP_TARGETS:
      break;
    }

  return target.in[language];
}

/**
 * tb_comparison_dup_row_title:
 * @self: a comparison
 * @row: which one
 * @language: the table's language
 *
 * Returns: (transfer full): the name of the series, with its place where the
 *   table has several
 */
char *
tb_comparison_dup_row_title (const TbComparison *self,
                             gsize               row,
                             TbLanguage          language)
{
  const TbTotal *total = tb_comparison_get_total (self, row);

  return total != NULL ? tb_total_dup_title (total, language, self->many_places)
                       : tb_series_dup_name (tb_comparison_get_series (self, row), language, self->many_places);
}

/**
 * tb_comparison_dup_row_unit:
 * @self: a comparison
 * @row: which one
 * @language: the table's language
 *
 * Returns: (transfer full): the unit with the row's scale: "亿元", "CNY billion"
 */
char *
tb_comparison_dup_row_unit (const TbComparison *self,
                            gsize               row,
                            TbLanguage          language)
{
  return tb_unit_label (tb_series_get_info (tb_comparison_get_series (self, row))->unit,
                        self->rows[row].scales[language].suffix, language);
}

static char *
dup_figure (const TbComparison *self,
            gsize               row,
            gsize               column,
            TbLanguage          language,
            TbCellStyle         style)
{
  const TbTableRow *table_row = &self->rows[row];
  gssize figure = tb_comparison_get_figure (self, row, column);
  g_autofree char *shown = tb_comparison_dup_total_word (self, row, column, language);
  TbObservation o;

  if (shown != NULL)
    return g_steal_pointer (&shown);
  if (figure < 0)
    return g_strdup ("");

  tb_series_get (table_row->series, (gsize) figure, &o);
  shown = tb_figure_dup_number (table_row->series, &o, table_row->scales[language], language);
  if (style == TB_CELL_PLAIN && (o.has_value || tb_observation_is_range (&o)))
    return tb_cell_make_plain (shown);

  return g_steal_pointer (&shown);
}

static char *
dup_absolute (const TbVerdict *verdict,
              const TbSide    *base,
              const TbSide    *current,
              TbNumberScale    scale,
              TbLanguage       language,
              TbCellStyle      style)
{
  static const TbPhrase none = { { "n/a", "不适用" } };
  gboolean in_points = (verdict->codes & TB_RULE (13)) != 0;
  TbBounded difference = { in_points ? verdict->points : verdict->absolute, verdict->low, verdict->high,
                           verdict->bound, verdict->strict };
  g_autofree char *number = tb_cell_dup_difference (&difference, base, current, scale);

  if (number == NULL)
    return g_strdup (none.in[language]);
  if (style == TB_CELL_SHOWN && (verdict->codes & TB_RULE (17)) != 0)
    return g_strdup ("≈0");

  return tb_cell_dup_in_unit (number, in_points, language, style);
}

/* Why there is no percentage although there is a change. */
static const char *
get_no_percentage (const TbVerdict *verdict,
                   TbLanguage       language)
{
  static const TbPhrase zero_base = { { "n/a (base 0)", "不适用（基数为0）" } };
  static const TbPhrase meaningless = { { "n/m", "无意义" } };
  static const TbPhrase none = { { "n/a", "不适用" } };

  if ((verdict->codes & TB_RULE (11)) != 0)
    return zero_base.in[language];
  if ((verdict->codes & TB_RULE (12)) != 0)
    return meaningless.in[language];

  return none.in[language];
}

static char *
dup_relative (const TbVerdict *verdict,
              TbLanguage       language,
              TbCellStyle      style)
{
  TbBounded percent = { verdict->relative, NAN, NAN, verdict->bound, verdict->strict };

  if (isnan (verdict->relative))
    return g_strdup (get_no_percentage (verdict, language));
  if (style == TB_CELL_SHOWN && (verdict->codes & TB_RULE (17)) != 0)
    return g_strdup ("≈0");

  return tb_cell_dup_percent (&percent, TRUE, style);
}

static char *
dup_change (const TbComparison *self,
            gsize               row,
            gsize               column,
            TbLanguage          language,
            TbCellStyle         style)
{
  TbVerdict verdict = tb_comparison_get_verdict (self, row, column);
  TbFigure base, current;
  TbSide from, to;

  tb_comparison_get_pair (self, row, column, &base, &current);
  if (verdict.kind == TB_VERDICT_INVALID || !tb_comparison_load_side (self, row, base, &from)
      || !tb_comparison_load_side (self, row, current, &to))
    return g_strdup (TB_CELL_REFUSED);
  if (tb_comparison_get_column (self, column)->kind == TB_COLUMN_RELATIVE)
    return dup_relative (&verdict, language, style);

  return dup_absolute (&verdict, &from, &to, self->rows[row].scales[language], language, style);
}

static char *
dup_cell (const TbComparison *self,
          gsize               row,
          gsize               column,
          TbLanguage          language,
          TbCellStyle         style)
{
  TbColumnKind kind = tb_comparison_get_column (self, column)->kind;

  switch (tb_column_get_group (kind))
    {
    case TB_GROUP_FIGURES:
      return dup_figure (self, row, column, language, style);
    case TB_GROUP_CHANGES:
      return dup_change (self, row, column, language, style);
    case TB_GROUP_PUBLISHED:
      return tb_comparison_dup_published (self, row, column, language, style);
    case TB_GROUP_TARGETS:
      break;
    }

  return tb_comparison_dup_target_cell (self, row, kind, language, style);
}

/**
 * tb_comparison_dup_cell:
 * @self: a comparison
 * @row: a row
 * @column: a column
 * @language: the table's language
 *
 * Writes what a cell shows, in the row's unit and scale.
 *
 * Missing: "" where the series has no such figure, published change or target,
 *   "…" where the figure is known to be not available, "—" where the rules
 *   refuse a comparison, a gap, a completion or a status.
 * Thread: any.
 *
 * Returns: (transfer full): "6.77", ">21", "30–40", "+4.2 pp", "−3.1%", "≥100"
 */
char *
tb_comparison_dup_cell (const TbComparison *self,
                        gsize               row,
                        gsize               column,
                        TbLanguage          language)
{
  return dup_cell (self, row, column, language, TB_CELL_SHOWN);
}

/**
 * tb_comparison_dup_cell_plain:
 * @self: a comparison
 * @row: a row
 * @column: a column
 * @language: the table's language
 *
 * Writes a cell for a file that programs read: the digits that are shown,
 * without grouping, with ASCII signs and without unit words; days as
 * 2023-12-31. Qualifiers stay.
 *
 * Thread: any.
 *
 * Returns: (transfer full): "3500", ">21", "-3.1"
 */
char *
tb_comparison_dup_cell_plain (const TbComparison *self,
                              gsize               row,
                              gsize               column,
                              TbLanguage          language)
{
  return dup_cell (self, row, column, language, TB_CELL_PLAIN);
}

/**
 * tb_comparison_dup_change_text:
 * @self: a comparison
 * @row: a row
 * @column: a column of changes
 * @language: the reader's language
 *
 * Says a change in a sentence, or why there is none. Of a total the reason is which of
 * the two has not all its parts (B-8).
 *
 * Thread: any.
 *
 * Returns: (transfer full): the sentence, without the codes of the rules
 */
char *
tb_comparison_dup_change_text (const TbComparison *self,
                               gsize               row,
                               gsize               column,
                               TbLanguage          language)
{
  TbVerdict verdict = tb_comparison_get_verdict (self, row, column);
  g_autofree char *refusal = tb_comparison_dup_total_refusal (self, row, column, language);
  TbFigure base, current;

  if (refusal != NULL)
    return g_steal_pointer (&refusal);
  tb_comparison_get_pair (self, row, column, &base, &current);

  return tb_verdict_dup_text (&verdict, base, current, self->reference, language);
}

static char *
dup_change_description (const TbComparison *self,
                        gsize               row,
                        gsize               column,
                        TbLanguage          language)
{
  static const TbPhrase refusal = { { "not compared: %s (%s)", "不可比：%s（%s）" } };
  TbVerdict verdict = tb_comparison_get_verdict (self, row, column);
  g_autofree char *text = tb_comparison_dup_change_text (self, row, column, language);
  g_autofree char *codes = NULL;

  if (verdict.kind != TB_VERDICT_INVALID)
    return g_steal_pointer (&text);
  codes = tb_rules_dup_codes (verdict.codes);

  return g_strdup_printf (refusal.in[language], text, codes);
}

/* Of a sum: the row, the period, what stands there. */
static char *
dup_sum_description (const TbComparison *self,
                     gsize               row,
                     gsize               column,
                     TbLanguage          language)
{
  static const TbPhrase form = { { "%s, %s: %s", "%s，%s：%s" } };
  gssize figure = tb_comparison_get_figure (self, row, column);
  g_autofree char *title = tb_comparison_dup_row_title (self, row, language);
  g_autofree char *period = tb_comparison_dup_column_title (self, column, language);
  g_autofree char *word = tb_comparison_dup_total_word (self, row, column, language);
  TbObservation o;

  if (word == NULL)
    {
      tb_series_get (self->rows[row].series, (gsize) figure, &o);
      word = tb_figure_dup_with_unit (self->rows[row].series, &o, self->rows[row].scales[language], language);
    }

  return g_strdup_printf (form.in[language], title, period, word);
}

static char *
dup_figure_description (const TbComparison *self,
                        gsize               row,
                        gsize               column,
                        TbLanguage          language)
{
  static const TbPhrase none = { { "no figure for this period", "本期无数据" } };
  gssize figure = tb_comparison_get_figure (self, row, column);
  g_autofree char *note = tb_comparison_dup_total_note (self, row, column, language);
  g_autofree char *said = NULL;
  g_autoptr (GString) text = NULL;

  if (figure < 0)
    said = g_strdup (none.in[language]);
  else if (tb_comparison_is_computed (self, row))
    said = dup_sum_description (self, row, column, language);
  else
    said = tb_figure_dup_description_on (self->rows[row].series, (gsize) figure, self->known, language);
  text = g_string_new (said);
  if (note != NULL)
    tb_text_join (text, note, language);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_published_description (const TbComparison *self,
                           gsize               row,
                           gsize               column,
                           TbLanguage          language)
{
  static const TbPhrase none = { { "no change was published", "未公布增减" } };
  TbFigure figure = tb_comparison_get_published (self, row, column);
  g_autofree char *text = figure.series != NULL ? tb_published_dup_change (figure, language) : NULL;

  return text != NULL ? g_steal_pointer (&text) : g_strdup (none.in[language]);
}

/**
 * tb_comparison_dup_cell_description:
 * @self: a comparison
 * @row: a row
 * @column: a column
 * @language: the reader's language
 *
 * Says all that a cell is: a figure with its nature and source, a change in a
 * sentence, or why there is none, with the codes of the rules; how a figure
 * stands to its target.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the description
 */
char *
tb_comparison_dup_cell_description (const TbComparison *self,
                                    gsize               row,
                                    gsize               column,
                                    TbLanguage          language)
{
  TbColumnKind kind = tb_comparison_get_column (self, column)->kind;

  switch (tb_column_get_group (kind))
    {
    case TB_GROUP_FIGURES:
      return dup_figure_description (self, row, column, language);
    case TB_GROUP_CHANGES:
      return dup_change_description (self, row, column, language);
    case TB_GROUP_PUBLISHED:
      return dup_published_description (self, row, column, language);
    case TB_GROUP_TARGETS:
      break;
    }

  return tb_comparison_dup_target_description (self, row, kind, language);
}
