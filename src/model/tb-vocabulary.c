/* The fixed words of the dataset format, as enumerations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-vocabulary.h"

#include <string.h>

/* A misspelt word longer than this is no word of ours. */
#define MAX_WORD 64

/* A value without a spelling of its own (a date, an array, nothing) has "",
 * which is never found. */

static const char *const unit_kind_spellings[] = {
  "count", "money", "mass", "area", "length", "duration",
  "percent", "ratio", "per", "index", "rank", "other",
};

static const TbPhrase unit_kind_words[] = {
  {{ "number", "数量" }},
  {{ "money", "金额" }},
  {{ "mass", "质量" }},
  {{ "area", "面积" }},
  {{ "length", "长度" }},
  {{ "duration", "时长" }},
  {{ "percentage", "百分比" }},
  {{ "ratio", "比率" }},
  {{ "rate", "强度相对数" }},
  {{ "index", "指数" }},
  {{ "rank", "位次" }},
  {{ "other", "其他" }},
};

static const char *const measure_spellings[] = {
  "flow", "stock", "cumulative", "average", "ratio", "index", "growth", "unstated",
};

static const TbPhrase measure_words[] = {
  {{ "total of the period", "时期数" }},
  {{ "level at a date", "时点数" }},
  {{ "cumulative total", "累计数" }},
  {{ "average", "平均数" }},
  {{ "rate", "比率" }},
  {{ "index", "指数" }},
  {{ "growth rate", "增速" }},
  {{ "measure not stated", "未注明指标性质" }},
};

static const char *const since_spellings[] = {
  "", "year-start", "plan-start", "inception", "unstated", "",
};

static const TbPhrase since_words[] = {
  {{ "", "" }},
  {{ "since the start of the year", "年初以来累计" }},
  {{ "since the start of the plan", "规划期初以来累计" }},
  {{ "since inception", "自开始以来累计" }},
  {{ "cumulative, start not stated", "累计起点未注明" }},
  {{ "since a date", "自指定日期以来累计" }},
};

static const char *const direction_spellings[] = { "none", "up", "down" };

static const TbPhrase direction_words[] = {
  {{ "neither is better", "无优劣方向" }},
  {{ "higher is better", "越高越好" }},
  {{ "lower is better", "越低越好" }},
};

static const char *const kind_spellings[] = { "actual", "target", "plan", "forecast" };

static const TbPhrase kind_words[] = {
  {{ "actual", "实际" }},
  {{ "target", "目标" }},
  {{ "plan", "计划" }},
  {{ "forecast", "预测" }},
};

static const char *const qualifier_spellings[] = {
  "exact", "over", "at-least", "about", "nearly", "at-most", "under",
};

static const TbPhrase qualifier_words[] = {
  {{ "exactly", "准确值" }},
  {{ "over", "超过" }},
  {{ "at least", "不少于" }},
  {{ "about", "约" }},
  {{ "nearly", "近" }},
  {{ "at most", "不超过" }},
  {{ "under", "不足" }},
};

static const TbPhrase qualifier_marks[] = {
  {{ "", "" }},
  {{ ">", ">" }},
  {{ "≥", "≥" }},
  {{ "≈", "≈" }},
  {{ "nearly ", "近" }},
  {{ "≤", "≤" }},
  {{ "<", "<" }},
};

static const char *const basis_spellings[] = { "discrete", "year-to-date", "as-of", "multi-year" };

static const TbPhrase basis_words[] = {
  {{ "of the period", "当期" }},
  {{ "year to date", "年内累计" }},
  {{ "at the end of the period", "期末" }},
  {{ "over several years", "跨年累计" }},
};

static const char *const change_kind_spellings[] = {
  "on-year-percent", "on-year-absolute", "on-period-percent",
  "percent-base-unstated", "points", "times",
};

static const TbPhrase change_kind_words[] = {
  {{ "change on year, %", "同比增速" }},
  {{ "change on year", "同比增减量" }},
  {{ "change on the previous period, %", "环比增速" }},
  {{ "change, %, base not stated", "增速（基期未注明）" }},
  {{ "difference in percentage points", "相差百分点" }},
  {{ "times the base", "为基期的倍数" }},
};

static const char *const target_basis_spellings[] = {
  "level-at", "sum-over", "avg-over", "growth-avg", "cum-plan",
};

static const TbPhrase target_basis_words[] = {
  {{ "level at the deadline", "期末水平" }},
  {{ "total over the period", "期内合计" }},
  {{ "average over the period", "期内平均" }},
  {{ "average annual growth", "年均增速" }},
  {{ "total over the plan", "规划期累计" }},
};

static const char *const comparator_spellings[] = {
  "at-least", "at-most", "equal", "range", "about", "verbal",
};

static const TbPhrase comparator_words[] = {
  {{ "at least", "不低于" }},
  {{ "at most", "不高于" }},
  {{ "equal to", "等于" }},
  {{ "within a range", "区间" }},
  {{ "about", "左右" }},
  {{ "in words", "定性目标" }},
};

/* Steps are written as an array, so that they have no spelling. */
static const char *const path_kind_spellings[] = { "none", "linear", "geometric", "" };

static const TbPhrase path_kind_words[] = {
  {{ "no path", "未设进度" }},
  {{ "in equal steps", "等额进度" }},
  {{ "at equal growth", "等速进度" }},
  {{ "in given steps", "分步进度" }},
};

#define DEFINE_VOCABULARY(name, key_text, prefix)                                \
  G_STATIC_ASSERT (G_N_ELEMENTS (prefix##_spellings) == G_N_ELEMENTS (prefix##_words)); \
  const TbVocabulary name = {                                                    \
    .key = key_text,                                                             \
    .spellings = prefix##_spellings,                                             \
    .words = prefix##_words,                                                     \
    .n = G_N_ELEMENTS (prefix##_spellings),                                      \
  }

DEFINE_VOCABULARY (tb_unit_kinds, "kind", unit_kind);
DEFINE_VOCABULARY (tb_measures, "measure", measure);
DEFINE_VOCABULARY (tb_sinces, "since", since);
DEFINE_VOCABULARY (tb_directions, "direction", direction);
DEFINE_VOCABULARY (tb_kinds, "kind", kind);
DEFINE_VOCABULARY (tb_qualifiers, "qualifier", qualifier);
DEFINE_VOCABULARY (tb_bases, "basis", basis);
DEFINE_VOCABULARY (tb_change_kinds, "kind", change_kind);
DEFINE_VOCABULARY (tb_target_bases, "target_basis", target_basis);
DEFINE_VOCABULARY (tb_comparators, "comparator", comparator);
DEFINE_VOCABULARY (tb_path_kinds, "path", path_kind);

/* Meanings of the SDMX code list of observation status (CL_OBS_STATUS), in the
 * order of TB_STATUS_LETTERS. */
static const TbPhrase status_words[] = {
  {{ "break in series", "序列中断" }},
  {{ "missing", "缺失" }},
  {{ "missing, cannot exist", "缺失（数据不存在）" }},
  {{ "missing, not collected", "缺失（未采集）" }},
  {{ "missing, holiday or weekend", "缺失（节假日）" }},
  {{ "missing, suppressed", "缺失（不予公布）" }},
  {{ "derogation", "豁免" }},
  {{ "strike or special event", "受特殊事件影响" }},
  {{ "definition differs", "口径不同" }},
  {{ "included in another category", "计入其他类别" }},
  {{ "includes another category", "含其他类别数据" }},
  {{ "imputed", "插补" }},
  {{ "forecast", "预测" }},
  {{ "estimated", "估计" }},
  {{ "provisional", "初步" }},
  {{ "not significant", "不显著" }},
  {{ "low reliability", "可靠性低" }},
  {{ "unvalidated", "未经核实" }},
  {{ "experimental", "试验性" }},
  {{ "normal", "正常" }},
};

G_STATIC_ASSERT (G_N_ELEMENTS (status_words) == sizeof TB_STATUS_LETTERS - 1);

/* Upper and lower case, and what people put in place of a hyphen, are not what
 * makes a word another one. */
static char
fold (char c)
{
  return c == '_' || c == ' ' ? '-' : g_ascii_tolower (c);
}

/* Edits between two words: insertion, deletion, replacement, and exchange of
 * neighbours (optimal string alignment; Damerau 1964, Wagner and Fischer 1974). */
static guint
count_edits (const char *a,
             gsize       n_a,
             const char *b,
             gsize       n_b)
{
  guint rows[3][MAX_WORD + 1];
  guint *before = rows[0];
  guint *previous = rows[1];
  guint *current = rows[2];

  for (gsize j = 0; j <= n_b; j++)
    previous[j] = (guint) j;

  for (gsize i = 1; i <= n_a; i++)
    {
      guint *spare = before;

      current[0] = (guint) i;
      for (gsize j = 1; j <= n_b; j++)
        {
          gboolean same = fold (a[i - 1]) == fold (b[j - 1]);
          guint best = previous[j - 1] + (same ? 0 : 1);

          best = MIN (best, MIN (previous[j], current[j - 1]) + 1);
          if (i > 1 && j > 1 && fold (a[i - 1]) == fold (b[j - 2]) &&
              fold (a[i - 2]) == fold (b[j - 1]))
            best = MIN (best, before[j - 2] + 1);
          current[j] = best;
        }

      before = previous;
      previous = current;
      current = spare;
    }

  return previous[n_b];
}

/**
 * tb_vocabulary_find:
 * @self: an enumeration's words
 * @text: a spelling in the file format
 *
 * Finds the value of a spelling. Case counts.
 *
 * Thread: any.
 *
 * Returns: the value, or −1 where @text is none of them
 */
int
tb_vocabulary_find (const TbVocabulary *self,
                    const char         *text)
{
  if (text[0] == '\0')
    return -1;

  for (int i = 0; i < self->n; i++)
    {
      if (strcmp (self->spellings[i], text) == 0)
        return i;
    }

  return -1;
}

/**
 * tb_vocabulary_nearest:
 * @self: an enumeration's words
 * @text: a word that is none of them
 *
 * Finds what was probably meant, for the message of an error: the first of the
 * spellings with the fewest edits, where these are not more than two or a third
 * of the word, and leave something of it.
 *
 * Thread: any.
 *
 * Returns: (transfer none) (nullable): the spelling, or %NULL where none is near
 */
const char *
tb_vocabulary_nearest (const TbVocabulary *self,
                       const char         *text)
{
  gsize n_text = strlen (text);
  const char *nearest = NULL;
  guint fewest = G_MAXUINT;

  if (n_text == 0 || n_text > MAX_WORD)
    return NULL;

  for (int i = 0; i < self->n; i++)
    {
      const char *spelling = self->spellings[i];
      gsize n_spelling = strlen (spelling);
      gsize gap = MAX (n_text, n_spelling) - MIN (n_text, n_spelling);
      guint edits;

      /* Each letter more or less is an edit. */
      if (n_spelling == 0 || n_spelling > MAX_WORD || gap > MAX (2, n_text / 3))
        continue;

      edits = count_edits (text, n_text, spelling, n_spelling);
      if (edits < fewest && edits <= MAX (2, n_text / 3) && edits < MIN (n_text, n_spelling))
        {
          nearest = spelling;
          fewest = edits;
        }
    }

  return nearest;
}

/**
 * tb_vocabulary_spelling:
 * @self: an enumeration's words
 * @value: one of its values
 *
 * Returns: (transfer none): how the file format writes it; "" for values that
 *   are written in another way (a date, an array) or not at all
 */
const char *
tb_vocabulary_spelling (const TbVocabulary *self,
                        int                 value)
{
  g_return_val_if_fail (value >= 0 && value < self->n, "");

  return self->spellings[value];
}

/**
 * tb_vocabulary_word:
 * @self: an enumeration's words
 * @value: one of its values
 * @language: the reader's language
 *
 * Returns: (transfer none): what a reader is told
 */
const char *
tb_vocabulary_word (const TbVocabulary *self,
                    int                 value,
                    TbLanguage          language)
{
  g_return_val_if_fail (value >= 0 && value < self->n, "");

  if (self->words == NULL)
    return self->spellings[value];

  return self->words[value].in[language];
}

/**
 * tb_status_from_letter:
 * @letter: an SDMX observation status code
 *
 * Returns: its bit, or 0 where @letter is no such code
 */
guint32
tb_status_from_letter (char letter)
{
  const char *place = letter != '\0' ? strchr (TB_STATUS_LETTERS, letter) : NULL;

  return place != NULL ? TB_STATUS_BIT (place - TB_STATUS_LETTERS) : 0;
}

/**
 * tb_status_to_letters:
 * @status: a mask of status codes
 *
 * Writes the codes in the order of precedence of semantics P-7.
 *
 * Returns: (transfer full): the letters, "" for none
 */
char *
tb_status_to_letters (guint32 status)
{
  char letters[sizeof TB_STATUS_LETTERS];
  gsize n = 0;

  for (gsize i = 0; i < sizeof TB_STATUS_LETTERS - 1; i++)
    {
      if ((status & TB_STATUS_BIT (i)) != 0)
        letters[n++] = TB_STATUS_LETTERS[i];
    }

  return g_strndup (letters, n);
}

/**
 * tb_status_word:
 * @letter: an SDMX observation status code
 * @language: the reader's language
 *
 * Returns: (transfer none): what the code means, "" where it is none
 */
const char *
tb_status_word (char       letter,
                TbLanguage language)
{
  const char *place = letter != '\0' ? strchr (TB_STATUS_LETTERS, letter) : NULL;

  return place != NULL ? status_words[place - TB_STATUS_LETTERS].in[language] : "";
}

/**
 * tb_qualifier_mark:
 * @qualifier: how exactly a figure is stated
 * @language: the figure's language
 *
 * Returns: (transfer none): what stands directly before the number, with its
 *   own space where it needs one; "" for an exact figure
 */
const char *
tb_qualifier_mark (TbQualifier qualifier,
                   TbLanguage  language)
{
  g_return_val_if_fail ((guint) qualifier < G_N_ELEMENTS (qualifier_marks), "");

  return qualifier_marks[qualifier].in[language];
}
