/* What the footnotes of a comparison table say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"
#include "tb-figure-private.h"
#include "tb-published.h"
#include "tb-verdict-private.h"

#include <string.h>

static const TbPhrase separators = { { "; ", "；" } };

static void
append_part (GString    *text,
             TbLanguage  language,
             char       *part)
{
  if (part != NULL && *part != '\0')
    tb_text_join (text, part, language);
  g_free (part);
}

/* "3 beds (Bureau A; Bureau C)": a figure with all who say so. */
static char *
dup_claim (const TbComparison *self,
           const TbSeries     *series,
           gsize               row,
           TbLanguage          language)
{
  static const TbPhrase claims = { { "%s (%s)", "%s（%s）" } };
  TbNumberScale scale = tb_figure_scale (series, (guint32[]) { (guint32) row }, 1, language);
  g_autofree char *number = NULL;
  g_autofree char *sources = tb_known_dup_sources_on (series, row, self->known, language);
  TbObservation o;

  tb_series_get (series, row, &o);
  number = tb_figure_dup_with_unit (series, &o, scale, language);

  return sources != NULL ? g_strdup_printf (claims.in[language], number, sources) : g_steal_pointer (&number);
}

/* Of figures that contradict each other none is hidden, nor of such without a
 * date, which share a cell. */
static void
append_others (GString            *text,
               const TbComparison *self,
               gsize               row,
               gsize               column,
               TbLanguage          language)
{
  static const TbPhrase disagree = { { "sources disagree: %s", "来源不一：%s" } };
  static const TbPhrase also = { { "also %s", "另有：%s" } };
  const TbSeries *series = self->rows[row].series;
  gsize figure = (gsize) tb_comparison_get_figure (self, row, column);
  g_autoptr (GString) claims = g_string_new (NULL);
  gssize other;

  for (gsize i = 0; (other = tb_comparison_get_other (self, row, column, i)) >= 0; i++)
    {
      char *claim = dup_claim (self, series, (gsize) other, language);

      if (tb_series_relate (series, figure, (gsize) other) != TB_ROWS_CONFLICT)
        {
          append_part (text, language, g_strdup_printf (also.in[language], claim));
          g_free (claim);
          continue;
        }
      if (claims->len == 0)
        append_part (claims, language, dup_claim (self, series, figure, language));
      append_part (claims, language, claim);
    }
  if (claims->len > 0)
    append_part (text, language, g_strdup_printf (disagree.in[language], claims->str));
}

/* Who confirms the figure: it counts once, and all who say so are named. */
static char *
dup_confirmed (const TbComparison *self,
               const TbSeries     *series,
               gsize               row,
               TbLanguage          language)
{
  static const TbPhrase several = { { "from several sources: %s", "多个来源一致：%s" } };
  g_autofree char *sources = tb_known_dup_sources_on (series, row, self->known, language);

  return sources != NULL && strstr (sources, separators.in[language]) != NULL
           ? g_strdup_printf (several.in[language], sources) : NULL;
}

static char *
dup_figure_note (const TbComparison *self,
                 gsize               row,
                 gsize               column,
                 TbLanguage          language)
{
  const TbSeries *series = self->rows[row].series;
  gssize figure = tb_comparison_get_figure (self, row, column);
  g_autoptr (GString) text = NULL;
  TbObservation o;

  if (figure < 0)
    return tb_comparison_dup_total_note (self, row, column, language);

  text = g_string_new (NULL);
  tb_series_get (series, (gsize) figure, &o);
  if (o.extra != NULL && !tb_text_is_empty (&o.extra->definition))
    append_part (text, language, tb_text_dup_marked (&o.extra->definition, language));
  if (o.extra != NULL && !tb_text_is_empty (&o.extra->note))
    append_part (text, language, tb_text_dup_marked (&o.extra->note, language));
  if (!o.conflicts)
    append_part (text, language, dup_confirmed (self, series, (gsize) figure, language));
  append_others (text, self, row, column, language);
  append_part (text, language, tb_comparison_dup_total_note (self, row, column, language));

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/* What the change is against, where it is not the usual year before. */
static char *
dup_published_note (const TbComparison *self,
                    gsize               row,
                    gsize               column,
                    TbLanguage          language)
{
  TbFigure figure = tb_comparison_get_published (self, row, column);
  TbObservation o;

  if (figure.series == NULL)
    return NULL;
  tb_series_get (figure.series, figure.row, &o);

  return o.extra->change.kind == TB_CHANGE_ON_YEAR_PERCENT ? NULL : tb_published_dup_change (figure, language);
}

static char *
dup_change_note (const TbComparison *self,
                 gsize               row,
                 gsize               column,
                 TbLanguage          language)
{
  TbVerdict verdict = tb_comparison_get_verdict (self, row, column);
  g_autoptr (GString) text = NULL;
  TbFigure base, current;
  TbSide from, to;

  tb_comparison_get_pair (self, row, column, &base, &current);
  if (verdict.kind == TB_VERDICT_INVALID || !tb_comparison_load_side (self, row, base, &from)
      || !tb_comparison_load_side (self, row, current, &to))
    return tb_comparison_dup_cell_description (self, row, column, language);

  text = g_string_new (NULL);
  tb_reasons_append_notes (text, &verdict, &from, &to, language);
  if ((verdict.codes & TB_RULE (17)) != 0)
    tb_text_join (text, tb_rule_get_note (17, language), language);

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/**
 * tb_comparison_dup_cell_note:
 * @self: a comparison
 * @row: a row
 * @column: a column
 * @language: the table's language
 *
 * Says what a footnote of the cell has to say: why a comparison, a completion or
 * a status is refused, what it warns of; or the change of definition and the
 * note of a figure, who else says so, and what others say of the same period;
 * or what a published change is against.
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the note
 */
char *
tb_comparison_dup_cell_note (const TbComparison *self,
                             gsize               row,
                             gsize               column,
                             TbLanguage          language)
{
  TbColumnKind kind = tb_comparison_get_column (self, column)->kind;

  switch (tb_column_get_group (kind))
    {
    case TB_GROUP_FIGURES:
      return dup_figure_note (self, row, column, language);
    case TB_GROUP_CHANGES:
      return dup_change_note (self, row, column, language);
    case TB_GROUP_PUBLISHED:
      return dup_published_note (self, row, column, language);
    case TB_GROUP_TARGETS:
      break;
    }

  return tb_comparison_dup_target_note (self, row, kind, language);
}
