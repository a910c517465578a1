/* A share in one sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-private.h"

/* What it is a share of: another indicator, a larger place, a longer span. The
 * time is said where it is not the part's. Names of indicators begin with a capital in
 * English, and are quoted within a sentence. */
static char *
dup_whole (const TbSide *part,
           const TbSide *whole,
           TbLanguage    language)
{
  static const TbPhrase dated = {{ "%s (%s)", "%s（%s）" }};
  static const TbPhrase quoted = {{ "“%s”", "%s" }};
  g_autofree char *label = tb_period_label (whole->span, language, TB_PERIOD_LABEL_FULL);
  g_autofree char *indicator = NULL;
  g_autofree char *name = NULL;

  if (part->info->indicator != whole->info->indicator)
    {
      indicator = tb_text_dup_marked (&whole->info->indicator->name, language);
      name = g_strdup_printf (quoted.in[language], indicator);
    }
  else if (part->info->place != whole->info->place && whole->info->place != NULL)
    name = tb_text_dup_marked (&whole->info->place->name, language);

  if (name == NULL)
    return g_steal_pointer (&label);
  if (tb_period_equal (part->span, whole->span))
    return g_steal_pointer (&name);

  return g_strdup_printf (dated.in[language], name, label);
}

/* A share as its bound allows it to be said. */
static char *
dup_share (const TbVerdict *verdict,
           TbLanguage       language)
{
  static const TbPhrase exact = {{ "%s", "%s" }}, about = {{ "about %s", "比重约%s" }};
  static const TbPhrase over = {{ "more than %s", "%s以上" }}, least = {{ "at least %s", "比重至少%s" }};
  static const TbPhrase under = {{ "less than %s", "比重不足%s" }}, most = {{ "at most %s", "比重至多%s" }};
  static const TbPhrase between = {{ "%s to %s", "%s至%s" }};
  const TbPhrase *pattern = &exact;
  g_autofree char *number = NULL;
  g_autofree char *high = NULL;

  if (verdict->bound == TB_BOUND_BETWEEN)
    {
      number = tb_percent_dup_text (verdict->low, FALSE);
      high = tb_percent_dup_text (verdict->high, FALSE);
      return g_strdup_printf (between.in[language], number, high);
    }
  number = tb_percent_dup_text (verdict->relative, verdict->bound == TB_BOUND_AT_LEAST);
  if (verdict->bound == TB_BOUND_ABOUT)
    pattern = &about;
  else if (verdict->bound == TB_BOUND_AT_LEAST)
    pattern = verdict->strict ? &over : &least;
  else if (verdict->bound == TB_BOUND_AT_MOST)
    pattern = verdict->strict ? &under : &most;

  return g_strdup_printf (pattern->in[language], number);
}

char *
tb_share_dup_text (const TbVerdict *verdict,
                   const TbSide    *part,
                   const TbSide    *whole,
                   TbLanguage       language)
{
  static const TbPhrase pattern = {{ "%1$s of %2$s", "占%2$s的%1$s" }};
  g_autofree char *share = dup_share (verdict, language);
  g_autofree char *name = dup_whole (part, whole, language);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, pattern.in[language], share, name);
  tb_reasons_append_notes (text, verdict, whole, part, language);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
