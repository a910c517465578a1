/* The words of standings: status words, the target itself, why there is no
 * completion.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-figure-private.h"
#include "tb-standing-private.h"

#include <math.h>

/**
 * tb_standing_get_word:
 * @word: a status word
 * @language: the reader's language
 *
 * Returns: (transfer none): the word as T-5 has it; "" for none
 */
const char *
tb_standing_get_word (TbStandingWord word,
                      TbLanguage     language)
{
  static const TbPhrase words[] = {
    [TB_STANDING_NONE] = {{ "", "" }},
    [TB_STANDING_MET_SO_FAR] = {{ "met so far", "目前已达到目标" }},
    [TB_STANDING_ON_PATH] = {{ "on path", "符合进度要求" }},
    [TB_STANDING_BEHIND_PATH] = {{ "behind path", "落后于进度要求" }},
    [TB_STANDING_NO_PATH] = {{ "no path given", "未设进度要求" }},
    [TB_STANDING_ACHIEVED] = {{ "achieved", "已实现" }},
    [TB_STANDING_MISSED] = {{ "missed", "未实现" }},
  };

  g_return_val_if_fail ((guint) word < G_N_ELEMENTS (words), "");

  return words[word].in[language];
}

static char *
format_number (double               number,
               TbDecimal            value,
               const TbObservation *o,
               TbNumberScale        scale)
{
  return tb_number_format_scaled (number, tb_figure_count_decimals (value, o->multiplier, number, scale), scale, FALSE);
}

/* "4–5", "≥4" where one end is open. */
static char *
dup_band (const TbObservation *o,
          TbNumberScale        scale)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (o->extra->has_low)
    low = format_number (tb_observation_get_low (o), o->extra->low, o, scale);
  if (o->extra->has_high)
    high = format_number (tb_observation_get_high (o), o->extra->high, o, scale);
  if (high == NULL)
    return g_strconcat ("≥", low, NULL);
  if (low == NULL)
    return g_strconcat ("≤", high, NULL);

  return g_strconcat (low, "–", high, NULL);
}

/* "about 45 (43–47)", "45左右（43–47）" */
static char *
dup_about (const TbObservation *o,
           TbNumberScale        scale,
           TbLanguage           language)
{
  static const TbPhrase plain = { { "about %s", "%s左右" } };
  static const TbPhrase tolerated = { { "about %s (%s)", "%s左右（%s）" } };
  gboolean has_band = o->extra->has_low || o->extra->has_high;
  g_autofree char *number = o->has_value ? format_number (o->figure, o->value, o, scale) : NULL;
  g_autofree char *band = has_band ? dup_band (o, scale) : NULL;

  if (number == NULL)
    return has_band ? g_steal_pointer (&band) : g_strdup ("…");
  if (band == NULL)
    return g_strdup_printf (plain.in[language], number);

  return g_strdup_printf (tolerated.in[language], number, band);
}

/**
 * tb_standing_dup_target:
 * @target: a target or a plan
 * @scale: the scale of the row or column
 * @language: the figure's language
 *
 * Writes what is wanted, without scale and unit.
 *
 * Missing: "…" where there is neither number nor words.
 * Thread: any.
 *
 * Returns: (transfer full): "≥100", "4–5", "about 45", "年均增长≥7%"
 */
char *
tb_standing_dup_target (TbFigure      target,
                        TbNumberScale scale,
                        TbLanguage    language)
{
  g_autofree char *number = NULL;
  TbObservation o;

  if (target.series == NULL || target.row >= tb_series_get_n (target.series))
    return g_strdup ("…");
  tb_series_get (target.series, target.row, &o);
  if (o.extra == NULL || (o.kind != TB_KIND_TARGET && o.kind != TB_KIND_PLAN))
    return tb_figure_dup_number (target.series, &o, scale, language);

  if (o.extra->target.basis == TB_TARGET_GROWTH_AVG && (o.has_value || tb_observation_is_range (&o)))
    return tb_figure_dup_growth_target (&o, language);
  if (o.extra->target.comparator == TB_COMPARATOR_ABOUT)
    return dup_about (&o, scale, language);
  if (!o.has_value && (o.extra->has_low || o.extra->has_high))
    return dup_band (&o, scale);
  if (!o.has_value || o.extra->target.comparator == TB_COMPARATOR_VERBAL)
    return tb_text_is_empty (&o.extra->target.text) ? g_strdup ("…")
                                                    : tb_text_dup_marked (&o.extra->target.text, language);

  number = format_number (o.figure, o.value, &o, scale);
  switch (o.extra->target.comparator)
    {
    case TB_COMPARATOR_AT_LEAST:
      return g_strconcat ("≥", number, NULL);
    case TB_COMPARATOR_AT_MOST:
      return g_strconcat ("≤", number, NULL);
    case TB_COMPARATOR_EQUAL:
    case TB_COMPARATOR_RANGE:
    case TB_COMPARATOR_ABOUT:
    case TB_COMPARATOR_VERBAL:
      break;
    }

  return g_steal_pointer (&number);
}
