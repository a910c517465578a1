/* What of two figures is not the same thing (R1), in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-private.h"

#include <string.h>

static const TbPhrase commas = {{ ", ", "、" }};

/* One thing that differs, with both sides of it; takes the two. */
static void
append_difference (GString        *text,
                   TbLanguage      language,
                   const TbPhrase *what,
                   char           *base,
                   char           *current)
{
  static const TbPhrase quoted = {{ "%s (“%s”, “%s”)", "%s不同（“%s”、“%s”）" }};
  static const TbPhrase between = {{ ", ", "，" }};
  static const TbPhrase nothing = {{ "not stated", "未注明" }};
  const char *a = base != NULL && *base != '\0' ? base : nothing.in[language];
  const char *b = current != NULL && *current != '\0' ? current : nothing.in[language];

  if (text->len > 0)
    g_string_append (text, between.in[language]);
  g_string_append_printf (text, quoted.in[language], what->in[language], a, b);
  g_free (base);
  g_free (current);
}

static char *
dup_place (const TbSide *side,
           TbLanguage    language)
{
  return side->info->place != NULL ? tb_text_dup_marked (&side->info->place->name, language) : NULL;
}

static char *
dup_breakdown (const TbSide *side,
               TbLanguage    language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < side->info->n_breakdown; i++)
    {
      g_autofree char *name = tb_breakdown_dup_name (&side->info->breakdown[i], language);

      g_string_append_printf (text, "%s%s", i > 0 ? commas.in[language] : "", name);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_unit (const TbSide *side,
          TbLanguage    language)
{
  char *name = tb_text_dup_marked (&side->info->unit->name, language);

  return *name != '\0' ? name : (g_free (name), tb_unit_label (side->info->unit, "", language));
}

static char *
dup_adjustment (const TbSide *side,
                TbLanguage    language)
{
  static const TbPhrase words[] = { {{ "no", "否" }}, {{ "yes", "是" }} };

  return g_strdup (words[side->info->sa == TB_YES].in[language]);
}

/* Two units may have one name in a language: then the other one tells them apart. */
static void
append_units (GString      *text,
              const TbSide *base,
              const TbSide *current,
              TbLanguage    language)
{
  static const TbPhrase what = {{ "unit", "单位" }};
  TbLanguage other = language == TB_LANGUAGE_EN ? TB_LANGUAGE_ZH : TB_LANGUAGE_EN;
  g_autofree char *a = dup_unit (base, language);
  g_autofree char *b = dup_unit (current, language);
  gboolean is_same = strcmp (a, b) == 0;

  append_difference (text, language, &what, is_same ? dup_unit (base, other) : g_steal_pointer (&a),
                     is_same ? dup_unit (current, other) : g_steal_pointer (&b));
}

/**
 * tb_reasons_dup_differences:
 * @differs: a mask of TB_DIFFERS_…
 * @base: a side
 * @current: another one
 * @language: the reader's language
 *
 * R1: what of the two differs, each with both sides of it.
 *
 * Returns: (transfer full): "scope (“a”, “b”), currency (“CNY”, “USD”)"; "" for nothing
 */
char *
tb_reasons_dup_differences (guint         differs,
                            const TbSide *base,
                            const TbSide *current,
                            TbLanguage    language)
{
  static const TbPhrase indicator = {{ "indicator", "指标" }}, place = {{ "place", "地区" }};
  static const TbPhrase breakdown = {{ "breakdown", "分组" }}, scope = {{ "scope", "口径" }};
  static const TbPhrase currency = {{ "currency", "币种" }};
  static const TbPhrase prices = {{ "prices", "价格基准" }}, adjustment = {{ "seasonal adjustment", "季节调整" }};
  g_autoptr (GString) text = g_string_new (NULL);

  if ((differs & TB_DIFFERS_INDICATOR) != 0)
    append_difference (text, language, &indicator, tb_text_dup_marked (&base->info->indicator->name, language),
                       tb_text_dup_marked (&current->info->indicator->name, language));
  if ((differs & TB_DIFFERS_PLACE) != 0)
    append_difference (text, language, &place, dup_place (base, language), dup_place (current, language));
  if ((differs & TB_DIFFERS_BREAKDOWN) != 0)
    append_difference (text, language, &breakdown, dup_breakdown (base, language), dup_breakdown (current, language));
  if ((differs & TB_DIFFERS_SCOPE) != 0)
    append_difference (text, language, &scope, tb_text_dup_marked (&base->info->scope, language),
                       tb_text_dup_marked (&current->info->scope, language));
  if ((differs & TB_DIFFERS_UNIT) != 0)
    append_units (text, base, current, language);
  if ((differs & TB_DIFFERS_CURRENCY) != 0)
    append_difference (text, language, &currency, g_strdup (base->info->unit->currency),
                       g_strdup (current->info->unit->currency));
  if ((differs & TB_DIFFERS_PRICES) != 0)
    append_difference (text, language, &prices, g_strdup (base->info->price_basis),
                       g_strdup (current->info->price_basis));
  if ((differs & TB_DIFFERS_ADJUSTMENT) != 0)
    append_difference (text, language, &adjustment, dup_adjustment (base, language),
                       dup_adjustment (current, language));

  return g_string_free_and_steal (g_steal_pointer (&text));
}
