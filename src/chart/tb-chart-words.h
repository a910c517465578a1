/* The fixed words of figures, in both languages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-spec.h"
#include "tb-number-format.h"
#include "tb-series.h"

G_BEGIN_DECLS

/* What a figure says beside its data. Those with %s or %d are filled by
 * tb_chart_words_format(); the order of arguments is that of the English. */
typedef enum
{
  TB_WORD_AND, TB_WORD_COMMA, TB_WORD_SENTENCE, TB_WORD_FULL_STOP, TB_WORD_END, TB_WORD_COLON, TB_WORD_LIST,
  TB_WORD_BRACKETS, TB_WORD_SOURCE, TB_WORD_SOURCE_DATED, TB_WORD_SOURCES_MORE, TB_WORD_NOTE, TB_WORD_UNIT,
  TB_WORD_SPAN, TB_WORD_ALL_MONTHS, TB_WORD_YEAR, TB_WORD_YEAR_BARE, TB_WORD_YEAR_SHORT, TB_WORD_YEAR_END,
  TB_WORD_MONTH_END, TB_WORD_TARGET, TB_WORD_PLAN, TB_WORD_FORECAST, TB_WORD_ACTUAL, TB_WORD_KIND_LABEL,
  TB_WORD_OUTLINED, TB_WORD_HATCHED, TB_WORD_DIAMONDS, TB_WORD_DASHED, TB_WORD_TICKS, TB_WORD_QUALIFIER,
  TB_WORD_BREAK, TB_WORD_BREAK_PLAIN, TB_WORD_BREAK_LABEL, TB_WORD_CONFLICT, TB_WORD_RANGE, TB_WORD_ROUNDED,
  TB_WORD_ROUNDED_ONE, TB_WORD_ROUNDED_WHOLE, TB_WORD_UNDATED, TB_WORD_CHANGE_ONLY, TB_WORD_MISSING, TB_WORD_BRACKET,
  TB_WORD_SINCE_UNSTATED, TB_WORD_SEGMENT, TB_WORD_WIDE, TB_WORD_NOT_ZERO, TB_WORD_SCOPE, TB_WORD_GREY,
  TB_WORD_NO_FIGURE, TB_WORD_MORE_ROWS, TB_WORD_PERIOD_NOTE, TB_WORD_OLDER_VINTAGES, TB_WORD_FIRST, TB_WORD_LAST,
  TB_WORD_LOWEST, TB_WORD_HIGHEST, TB_WORD_ONLY, TB_WORD_CHART_OF, TB_WORD_AND_MORE, TB_WORD_MISFIT_UNITS,
  TB_WORD_MISFIT_NO_DATED, TB_WORD_MISFIT_ONE_POINT, TB_WORD_MISFIT_ONE_SERIES, TB_WORD_MISFIT_ONE_PART,
  TB_WORD_MISFIT_MANY_SERIES, TB_WORD_MISFIT_SEVERAL_FOR_SPARK, TB_WORD_MISFIT_EMPTY, TB_WORD_MISFIT_NEVER_JOINED,
  TB_WORD_MISFIT_CONFLICTS,
  TB_WORD_MISFIT_CLASH, TB_WORD_MISFIT_CHANGE_ONLY, TB_WORD_PUBLISHED_CHANGE, TB_WORD_STATUS, TB_WORD_TOTALS,
  TB_WORD_GROWTH_TARGET, TB_WORD_GROWTH_TARGET_UNDATED, TB_WORD_VERBAL, TB_WORD_VERBAL_UNDATED, TB_WORD_VERBAL_MORE,
  TB_WORD_MISFIT_VERBAL, TB_WORD_FISCAL_BARE, TB_WORD_NOT_COMPARED, TB_WORD_STANDING, TB_WORD_STANDING_UNDATED,
  TB_WORD_NO_CHANGE, TB_WORD_CLAUSE, TB_WORD_LEFT_OUT, TB_WORD_NOT_COMPUTED, TB_WORD_MORE_REASONS, TB_WORD_IN_PERCENT,
  TB_WORD_IMPLIED_COLUMN, TB_WORD_IMPLIED_LINE, TB_WORD_INDICATIVE, TB_WORD_BINDING, TB_WORD_BINDING_BOTH,
  TB_WORD_MISFIT_NO_NUMBER, TB_WORD_MISFIT_TOO_LARGE, TB_WORD_MISFIT_TOO_SMALL,
  TB_N_WORDS,
} TbChartWord;

const char *tb_chart_word          (TbChartWord   word,
                                    TbLanguage    language);
char       *tb_chart_words_format  (TbChartWord   word,
                                    TbLanguage    language,
                                    ...) G_GNUC_WARN_UNUSED_RESULT;
/* "a, b and c" / "a、b和c" */
char       *tb_chart_words_join    (const GPtrArray *parts,
                                    TbLanguage    language) G_GNUC_WARN_UNUSED_RESULT;
/* "a, b, and 2 more" */
char       *tb_chart_words_join_some (const GPtrArray *parts,
                                    guint         n_more,
                                    TbLanguage    language) G_GNUC_WARN_UNUSED_RESULT;
/* The name of a type for readers: "Column chart", "柱形图". */
const char *tb_chart_type_word     (TbChartType   type,
                                    TbLanguage    language);
/* "target", "目标" */
const char *tb_chart_kind_word     (TbKind        kind,
                                    TbLanguage    language);

G_END_DECLS
