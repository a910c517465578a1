/* What the footnotes of a comparison table say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"
#include "tb-figure-private.h"
#include "tb-verdict-private.h"

static const TbPhrase separators = { { "; ", "；" } };

static void
append_part (GString    *text,
             TbLanguage  language,
             char       *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? separators.in[language] : "", part);
  g_free (part);
}

/* Of figures that contradict each other none is hidden, nor of such without a
 * date, which share a cell. */
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
  gssize other;

  if (figure < 0)
    return NULL;

  text = g_string_new (NULL);
  tb_series_get (series, (gsize) figure, &o);
  if (o.extra != NULL && !tb_text_is_empty (&o.extra->definition))
    append_part (text, language, tb_text_dup_marked (&o.extra->definition, language));
  if (o.extra != NULL && !tb_text_is_empty (&o.extra->note))
    append_part (text, language, tb_text_dup_marked (&o.extra->note, language));
  for (gsize i = 0; (other = tb_comparison_get_other (self, row, column, i)) >= 0; i++)
    append_part (text, language, tb_figure_dup_rival (series, (gsize) other, language));

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/* The warnings of a verdict that gives numbers. */
static char *
dup_warnings (const TbVerdict *verdict,
              TbLanguage       language)
{
  static const guint said[] = { 2, 4, 8, 9, 10, 11, 12, 15, 17, 18, 20 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      /* A bound that fixes the sign needs no warning: it is in the cell. */
      if ((verdict->codes & TB_RULE (said[i])) == 0
          || (said[i] == 15 && verdict->kind != TB_VERDICT_NOTE))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? separators.in[language] : "",
                              tb_rule_get_note (said[i], language));
    }

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/**
 * tb_comparison_dup_cell_note:
 * @self: a comparison
 * @row: a row
 * @column: a column
 * @language: the table's language
 *
 * Says what a footnote of the cell has to say: why a comparison is refused,
 * what it warns of, or the change of definition and the note of a figure, and
 * what other figures of the same period there are.
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
  TbVerdict verdict;

  if (tb_comparison_get_column (self, column)->kind == TB_COLUMN_FIGURE)
    return dup_figure_note (self, row, column, language);

  verdict = tb_comparison_get_verdict (self, row, column);
  if (verdict.kind == TB_VERDICT_INVALID)
    return tb_comparison_dup_cell_description (self, row, column, language);

  return dup_warnings (&verdict, language);
}
