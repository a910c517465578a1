/* How offices word what the status codes of SDMX mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-status-text-private.h"

#include <string.h>

/* How a label begins where its code means the same as the letter. Offices word
 * it in their language. */
static const struct
{
  char        letter;
  const char *words[10];
} meanings[] = {
  { 'A', { "normal", "正常" } },
  { 'B', { "break", "time series break", "series break", "rupture", "bruch", "ruptura", "brott", "brudd", "序列中断" } },
  { 'D', { "definition differ", "difference in definition", "difference in method", "differing definition",
           "口径不同" } },
  { 'E', { "estim", "geschätzt", "schätz", "stima", "uppskatt", "估计", "估算" } },
  { 'F', { "forecast", "prévision", "prognos", "previsi", "预测" } },
  { 'G', { "experimental", "试验" } },
  { 'H', { "missing value; holiday", "missing; holiday", "holiday" } },
  { 'I', { "imput", "value imputed", "插补" } },
  { 'J', { "derogation" } },
  { 'K', { "data included in another", "included in another", "included elsewhere" } },
  { 'L', { "missing value; data exist", "missing; data exist", "not collected", "data exist but were not" } },
  { 'M', { "missing value; data cannot", "missing; data cannot", "data cannot exist", "not applicable",
           "category not applicable", "missing value", "missing", "缺失", "不适用" } },
  { 'N', { "not significant", "non significa", "nicht signifikant", "不显著" } },
  { 'O', { "missing value", "missing", "not available", "no data", "data not available", "unavailable", "缺失" } },
  { 'P', { "provisional", "preliminary", "provis", "vorläufig", "preliminär", "foreløpig", "初步", "暂定" } },
  { 'Q', { "missing value; suppressed", "missing; suppressed", "suppressed", "confidential", "not for publication",
           "保密" } },
  { 'S', { "strike", "special event" } },
  { 'U', { "low reliab", "unreliab", "可靠性低" } },
  { 'V', { "unvalidated", "not validated" } },
  { 'W', { "includes data from another", "includes another" } },
};

/* Whether a label says what a letter means. */
gboolean
tb_status_text_agrees (char        letter,
        const char *label)
{
  g_autofree char *folded = g_ascii_strdown (label, -1);
  const char *text = folded;

  while (g_ascii_isspace (*text))
    text++;

  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      if (meanings[i].letter != letter)
        continue;
      for (gsize j = 0; j < G_N_ELEMENTS (meanings[i].words) && meanings[i].words[j] != NULL; j++)
        {
          if (g_str_has_prefix (text, meanings[i].words[j]))
            return TRUE;
        }
    }

  return FALSE;
}

/* The letter of a label; 0 where it tells none. Of two the later in the list of
 * meanings counts: what is only missing is O. */
char
tb_status_text_find_letter (const char *label)
{
  char letter = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      if (tb_status_text_agrees (meanings[i].letter, label))
        letter = meanings[i].letter;
    }

  return letter;
}
