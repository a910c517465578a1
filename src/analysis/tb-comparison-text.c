/* What the header and the cells of a comparison table show.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"
#include "tb-figure-private.h"
#include "tb-verdict-private.h"

#include <math.h>

/* For which reader a cell is written: people, or programs that take numbers. */
typedef enum { STYLE_SHOWN, STYLE_PLAIN } Style;

static const char refused[] = "—";

/* Digits without grouping, ASCII signs, no plus. */
static char *
make_plain (const char *shown)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = shown; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2212)
        g_string_append_c (plain, '-');
      else if (c != ',' && c != '+')
        g_string_append_unichar (plain, c);
    }

  return g_string_free_and_steal (g_steal_pointer (&plain));
}

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
  const TbColumn *what = tb_comparison_get_column (self, column);
  g_autofree char *base = NULL;
  g_autofree char *current = NULL;

  if (what->kind == TB_COLUMN_FIGURE)
    return dup_figure_title (what, language);

  base = tb_period_label (what->base, language, TB_PERIOD_LABEL_FULL);
  current = tb_period_label (what->period, language, TB_PERIOD_LABEL_FULL);

  return g_strdup_printf (what->kind == TB_COLUMN_ABSOLUTE ? absolute.in[language] : relative.in[language],
                          base, current);
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
  return tb_series_dup_name (tb_comparison_get_series (self, row), language, self->many_places);
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
            Style               style)
{
  const TbTableRow *table_row = &self->rows[row];
  gssize figure = tb_comparison_get_figure (self, row, column);
  g_autofree char *shown = NULL;
  TbObservation o;

  if (figure < 0)
    return g_strdup ("");

  tb_series_get (table_row->series, (gsize) figure, &o);
  shown = tb_figure_dup_number (table_row->series, &o, table_row->scales[language], language);
  if (style == STYLE_PLAIN && (o.has_value || tb_observation_is_range (&o)))
    return make_plain (shown);

  return g_steal_pointer (&shown);
}

/* What stands before the number of a bound. */
static const char *
get_bound_mark (TbBound  bound,
                gboolean strict)
{
  switch (bound)
    {
    case TB_BOUND_AT_LEAST:
      return strict ? ">" : "≥";
    case TB_BOUND_AT_MOST:
      return strict ? "<" : "≤";
    case TB_BOUND_ABOUT:
      return "≈";
    case TB_BOUND_EXACT:
    case TB_BOUND_BETWEEN:
      break;
    }

  return "";
}

static char *
format_absolute (const TbVerdict *verdict,
                 const TbSide    *base,
                 const TbSide    *current,
                 TbNumberScale    scale)
{
  gboolean in_points = (verdict->codes & TB_RULE (13)) != 0;
  double difference = in_points ? verdict->points : verdict->absolute;
  double divisor = pow (10, scale.power);
  int decimals;
  g_autofree char *number = NULL;

  if (verdict->bound == TB_BOUND_BETWEEN)
    {
      int low_decimals = tb_side_count_decimals (base, current, verdict->low, scale);
      int high_decimals = tb_side_count_decimals (base, current, verdict->high, scale);
      g_autofree char *low = tb_number_format_signed (verdict->low / divisor, low_decimals);
      g_autofree char *high = tb_number_format_signed (verdict->high / divisor, high_decimals);

      return g_strconcat (low, "…", high, NULL);
    }
  if (isnan (difference))
    return NULL;

  decimals = tb_side_count_decimals (base, current, difference, scale);
  number = tb_number_format_signed (difference / divisor, decimals);

  return g_strconcat (get_bound_mark (verdict->bound, verdict->strict), number, NULL);
}

static char *
dup_absolute (const TbVerdict *verdict,
              const TbSide    *base,
              const TbSide    *current,
              TbNumberScale    scale,
              TbLanguage       language,
              Style            style)
{
  static const TbPhrase points = { { "%s pp", "%s个百分点" } };
  static const TbPhrase none = { { "n/a", "不适用" } };
  g_autofree char *number = format_absolute (verdict, base, current, scale);

  if (number == NULL)
    return g_strdup (none.in[language]);
  if (style == STYLE_PLAIN)
    return make_plain (number);
  if ((verdict->codes & TB_RULE (17)) != 0)
    return g_strdup ("≈0");
  if ((verdict->codes & TB_RULE (13)) != 0)
    return g_strdup_printf (points.in[language], number);

  return g_steal_pointer (&number);
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
              Style            style)
{
  double percent = verdict->relative;
  int decimals;
  g_autofree char *number = NULL;
  g_autofree char *marked = NULL;

  if (isnan (percent))
    return g_strdup (get_no_percentage (verdict, language));

  percent = tb_percent_round (percent, verdict->bound == TB_BOUND_AT_LEAST || verdict->bound == TB_BOUND_AT_MOST,
                              &decimals);
  number = tb_number_format_signed (percent, decimals);
  marked = g_strconcat (get_bound_mark (verdict->bound, verdict->strict), number, NULL);
  if (style == STYLE_PLAIN)
    return make_plain (marked);
  if ((verdict->codes & TB_RULE (17)) != 0)
    return g_strdup ("≈0");

  return g_strconcat (marked, "%", NULL);
}

static char *
dup_change (const TbComparison *self,
            gsize               row,
            gsize               column,
            TbLanguage          language,
            Style               style)
{
  TbVerdict verdict = tb_comparison_get_verdict (self, row, column);
  TbFigure base, current;
  TbSide from, to;

  tb_comparison_get_pair (self, row, column, &base, &current);
  if (verdict.kind == TB_VERDICT_INVALID || !tb_side_load (&from, base) || !tb_side_load (&to, current))
    return g_strdup (refused);
  if (tb_comparison_get_column (self, column)->kind == TB_COLUMN_RELATIVE)
    return dup_relative (&verdict, language, style);

  return dup_absolute (&verdict, &from, &to, self->rows[row].scales[language], language, style);
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
 * Missing: "" where the series has no such figure, "…" where the figure is
 *   known to be not available, "—" where a comparison is refused.
 * Thread: any.
 *
 * Returns: (transfer full): "6.77", ">21", "30–40", "+4.2 pp", "−3.1%"
 */
char *
tb_comparison_dup_cell (const TbComparison *self,
                        gsize               row,
                        gsize               column,
                        TbLanguage          language)
{
  if (tb_comparison_get_column (self, column)->kind == TB_COLUMN_FIGURE)
    return dup_figure (self, row, column, language, STYLE_SHOWN);

  return dup_change (self, row, column, language, STYLE_SHOWN);
}

/**
 * tb_comparison_dup_cell_plain:
 * @self: a comparison
 * @row: a row
 * @column: a column
 * @language: the table's language
 *
 * Writes a cell for a file that programs read: the digits that are shown,
 * without grouping, with ASCII signs and without unit words. Qualifiers stay.
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
  if (tb_comparison_get_column (self, column)->kind == TB_COLUMN_FIGURE)
    return dup_figure (self, row, column, language, STYLE_PLAIN);

  return dup_change (self, row, column, language, STYLE_PLAIN);
}

/**
 * tb_comparison_dup_cell_description:
 * @self: a comparison
 * @row: a row
 * @column: a column
 * @language: the reader's language
 *
 * Says all that a cell is: a figure with its nature and source, a change in a
 * sentence, or why there is none, with the codes of the rules.
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
  static const TbPhrase none = { { "no figure for this period", "本期无数据" } };
  static const TbPhrase refusal = { { "not compared: %s (%s)", "不可比：%s（%s）" } };
  TbFigure base, current;
  TbVerdict verdict;
  g_autofree char *text = NULL;
  g_autofree char *codes = NULL;

  if (tb_comparison_get_column (self, column)->kind == TB_COLUMN_FIGURE)
    {
      gssize figure = tb_comparison_get_figure (self, row, column);

      return figure < 0 ? g_strdup (none.in[language])
                        : tb_figure_dup_description (self->rows[row].series, (gsize) figure, language);
    }

  verdict = tb_comparison_get_verdict (self, row, column);
  tb_comparison_get_pair (self, row, column, &base, &current);
  text = tb_verdict_dup_text (&verdict, base, current, self->reference, language);
  if (verdict.kind != TB_VERDICT_INVALID)
    return g_steal_pointer (&text);
  codes = tb_rules_dup_codes (verdict.codes);

  return g_strdup_printf (refusal.in[language], text, codes);
}
