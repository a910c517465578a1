/* What is to be kept in mind of a comparison, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-private.h"

static const TbPhrase separators = {{ "; ", "；" }};

static gboolean
has_status (const TbSide *a,
            const TbSide *b,
            guint32       status)
{
  return ((a->observation.status | b->observation.status) & status) != 0;
}

static void
append (GString        *text,
        const TbPhrase *note,
        TbLanguage      language)
{
  g_string_append (text, separators.in[language]);
  g_string_append (text, note->in[language]);
}

static void
append_status (GString      *text,
               const TbSide *a,
               const TbSide *b,
               TbLanguage    language)
{
  static const TbPhrase definition = {{ "definitions differ in part", "口径不完全一致" }};
  const guint32 uncertain = TB_STATUS_UNCERTAIN & ~(guint32) TB_STATUS_DEFINITION;

  if (has_status (a, b, TB_STATUS_DEFINITION))
    append (text, &definition, language);
  if (has_status (a, b, uncertain) || a->observation.kind == TB_KIND_FORECAST
      || b->observation.kind == TB_KIND_FORECAST)
    {
      g_string_append (text, separators.in[language]);
      g_string_append (text, tb_rule_get_note (9, language));
    }
}

static void
append_sources (GString      *text,
                const TbSide *a,
                const TbSide *b,
                TbLanguage    language)
{
  static const TbPhrase conflict = {{ "sources disagree", "不同来源的数据不一致" }};
  const TbObservationExtra *one = a->observation.extra;
  const TbObservationExtra *other = b->observation.extra;

  if (a->observation.conflicts || b->observation.conflicts)
    append (text, &conflict, language);
  if (one != NULL && other != NULL && one->vintage != 0 && other->vintage != 0 && one->vintage != other->vintage)
    {
      g_string_append (text, separators.in[language]);
      g_string_append (text, tb_rule_get_note (10, language));
    }
}

/* R1 where it only warns: counted in other words, or a baseline of another name. */
static void
append_names (GString      *text,
              const TbSide *base,
              const TbSide *current,
              TbLanguage    language)
{
  static const TbPhrase words = {{ "counting words differ", "计量用词不同" }};
  static const TbPhrase names = {{ "names differ", "名称不同" }};
  guint differs = tb_side_find_differences (base, current);
  g_autofree char *things = tb_reasons_dup_differences (differs, base, current, language);

  if ((differs & TB_DIFFERS_WORD) != 0 && (differs & TB_DIFFERS_REFUSED) == 0)
    append (text, &words, language);
  else if ((differs & TB_DIFFERS_REFUSED) != 0)
    append (text, &names, language);
  else
    return;
  g_string_append_printf (text, language == TB_LANGUAGE_EN ? ": %s" : "：%s", things);
}

/* The published change differs from the computed one: which that is. */
static void
append_computed (GString         *text,
                 const TbVerdict *verdict,
                 const TbSide    *base,
                 const TbSide    *current,
                 TbLanguage       language)
{
  static const TbPhrase pattern[] = { {{ "as published, while the figures give a fall of %s", "为公布数，按两期数据计算为下降%s" }},
                                      {{ "as published, while the figures give a rise of %s", "为公布数，按两期数据计算为增长%s" }} };
  gboolean in_points = (verdict->codes & TB_RULE (13)) != 0;
  g_autofree char *quantity = in_points ? tb_difference_dup_text (verdict, base, current, verdict->computed, language)
                                        : tb_percent_dup_text (verdict->computed, FALSE);

  g_string_append (text, separators.in[language]);
  g_string_append_printf (text, pattern[verdict->computed > 0].in[language], quantity);
}

static void
append_note (GString         *text,
             const TbVerdict *verdict,
             const TbSide    *base,
             const TbSide    *current,
             guint            rule,
             TbLanguage       language)
{
  static const TbPhrase cut_off = {{ "up to different days", "截止日期不同" }};

  switch (rule)
    {
    case 1:
      append_names (text, base, current, language);
      return;
    case 4:
      if (verdict->operation != TB_OPERATION_SHARE)
        break;
      append (text, &cut_off, language);
      return;
    case 9:
      append_status (text, base, current, language);
      return;
    case 10:
      append_sources (text, base, current, language);
      return;
    case 15:
      if (base->value.about || current->value.about)
        break;
      return;
    case 16:
      if (verdict->operation == TB_OPERATION_CHANGE && !tb_side_is_gap (base, current))
        break;
      return;
    case 18:
      append_computed (text, verdict, base, current, language);
      return;
    default:
      break;
    }
  g_string_append (text, separators.in[language]);
  g_string_append (text, tb_rule_get_note (rule, language));
}

/* The rules that are said after the change: warnings, and why there is no
 * percentage. R17 is said by the change itself. */
void
tb_reasons_append_notes (GString         *text,
                         const TbVerdict *verdict,
                         const TbSide    *base,
                         const TbSide    *current,
                         TbLanguage       language)
{
  static const guint said[] = { 1, 2, 4, 8, 9, 10, 11, 12, 15, 16, 18, 20, 39 };

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      if ((verdict->codes & TB_RULE_BIT (said[i])) != 0)
        append_note (text, verdict, base, current, said[i], language);
    }
}
