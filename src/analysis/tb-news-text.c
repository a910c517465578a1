/* What another reading of the same data brings, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-news.h"

#include "tb-figure-text.h"
#include "tb-vocabulary.h"

static char *
dup_number (TbFigure   figure,
            TbLanguage language)
{
  guint32 row = (guint32) figure.row;
  TbObservation o;

  tb_series_get (figure.series, figure.row, &o);

  return tb_figure_dup_with_unit (figure.series, &o, tb_figure_scale (figure.series, &row, 1, language), language);
}

/* "provisional", "normal" where nothing is said. */
static char *
dup_status (TbFigure   figure,
            TbLanguage language)
{
  static const TbPhrase none = { { "no mark", "无标记" } };
  static const TbPhrase comma = { { ", ", "、" } };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *letters = NULL;
  TbObservation o;

  tb_series_get (figure.series, figure.row, &o);
  letters = tb_status_to_letters (o.status);
  for (const char *p = letters; *p != '\0'; p++)
    g_string_append_printf (text, "%s%s", p > letters ? comma.in[language] : "", tb_status_word (*p, language));

  return g_strdup (text->len > 0 ? text->str : none.in[language]);
}

static const char *
get_word_text (TbStandingWord word,
               TbLanguage     language)
{
  static const TbPhrase none = { { "not assessed", "无法判断" } };

  return word == TB_STANDING_NONE ? none.in[language] : tb_standing_get_word (word, language);
}

static char *
dup_what (const TbNewsItem *item,
          TbLanguage        language)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  switch (item->kind)
    {
    case TB_NEWS_NEW:
      return dup_number (item->after, language);

    case TB_NEWS_REMOVED:
      return dup_number (item->before, language);

    case TB_NEWS_REVISED:
      before = dup_number (item->before, language);
      after = dup_number (item->after, language);
      break;

    case TB_NEWS_STATUS:
      before = dup_status (item->before, language);
      after = dup_status (item->after, language);
      break;

    case TB_NEWS_TARGET:
      before = g_strdup (get_word_text (item->word_before, language));
      after = g_strdup (get_word_text (item->word_after, language));
      break;

    case TB_NEWS_DECORATION:
      return g_strdup (item->text);
    }

  return g_strdup_printf ("%s → %s", before, after);
}

/**
 * tb_news_dup_text:
 * @item: a piece of news
 * @language: of the text
 *
 * Words one piece: which figure, and what it was and is. What is said of a decoration is
 * in the language of its chart. Thread: any.
 *
 * Returns: (transfer full): the text
 */
char *
tb_news_dup_text (const TbNewsItem *item,
                  TbLanguage        language)
{
  static const TbPhrase form = { { "%s, %s: %s", "%s，%s：%s" } };
  static const TbPhrase targets = { { "%s (%s), %s: %s", "%s（%s），%s：%s" } };
  TbFigure figure = item->after.series != NULL ? item->after : item->before;
  g_autofree char *what = dup_what (item, language);
  g_autofree char *name = NULL;
  g_autofree char *period = NULL;
  TbObservation o;

  if (figure.series == NULL)
    return g_steal_pointer (&what);
  name = tb_series_dup_name (figure.series, language, TRUE);
  period = tb_period_label (tb_series_get_period (figure.series, figure.row), language, TB_PERIOD_LABEL_FULL);
  tb_series_get (figure.series, figure.row, &o);
  if (o.kind != TB_KIND_ACTUAL)
    return g_strdup_printf (targets.in[language], name, tb_vocabulary_word (&tb_kinds, (int) o.kind, language), period,
                            what);

  return g_strdup_printf (form.in[language], name, period, what);
}
