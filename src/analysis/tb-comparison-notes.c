/* What the footnotes of a comparison table say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-comparison-private.h"
#include "tb-verdict-private.h"

static char *
dup_figure_note (const TbObservation *o,
                 TbLanguage           language)
{
  static const TbPhrase separators = { { "; ", "；" } };
  const TbObservationExtra *extra = o->extra;
  g_autofree char *definition = NULL;
  g_autofree char *note = NULL;

  if (extra == NULL)
    return NULL;
  if (!tb_text_is_empty (&extra->definition))
    definition = tb_text_dup_marked (&extra->definition, language);
  if (!tb_text_is_empty (&extra->note))
    note = tb_text_dup_marked (&extra->note, language);
  if (definition != NULL && note != NULL)
    return g_strconcat (definition, separators.in[language], note, NULL);

  return definition != NULL ? g_steal_pointer (&definition) : g_steal_pointer (&note);
}

/* The warnings of a verdict that gives numbers. */
static char *
dup_warnings (const TbVerdict *verdict,
              TbLanguage       language)
{
  static const guint said[] = { 2, 4, 8, 9, 10, 11, 12, 15, 17, 18, 20 };
  static const TbPhrase separators = { { "; ", "；" } };
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
 * what it warns of, or the change of definition and the note of a figure.
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
    {
      gssize figure = tb_comparison_get_figure (self, row, column);
      TbObservation o;

      if (figure < 0)
        return NULL;
      tb_series_get (self->rows[row].series, (gsize) figure, &o);
      return dup_figure_note (&o, language);
    }

  verdict = tb_comparison_get_verdict (self, row, column);
  if (verdict.kind == TB_VERDICT_INVALID)
    return tb_comparison_dup_cell_description (self, row, column, language);

  return dup_warnings (&verdict, language);
}
