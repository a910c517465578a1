/* C13: two periods set against each other, as slopes and as dumbbells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures-private.h"
#include "tb-chart-pairs.h"
#include "tb-chart-type.h"
#include "tb-chart-words.h"

/* Beyond this many lines nothing can be followed from left to right. */
#define MOST_SLOPES 24

/* More rows than a page of A4 has lines are a table, not a figure. */
#define MOST_DUMBBELLS 100

static gpointer
new_slopes (TbFigures               *figures,
            const TbChartSpecFields *spec,
            GError                 **error)
{
  return tb_pairs_new (figures, spec, error);
}

static gpointer
new_dumbbells (TbFigures               *figures,
               const TbChartSpecFields *spec,
               GError                 **error)
{
  TbPairs *pairs = tb_pairs_new (figures, spec, error);

  if (pairs != NULL)
    {
      tb_figures_add_legend (figures, g_strdup (pairs->base_when), TB_SWATCH_HOLLOW_DOT, TB_INK_MUTED, -1);
      tb_figures_add_legend (figures, g_strdup (pairs->current_when), TB_SWATCH_DOT, TB_INK_TEXT, -1);
    }

  return pairs;
}

static void
free_content (gpointer content)
{
  tb_pairs_free (content);
}

static void
describe (gconstpointer    content,
          const TbFigures *figures,
          GString         *text)
{
  static const TbPhrase phrase = { { "From %s to %s: %s.", "%s至%s变化：%s。" } };
  const TbPairs *self = content;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (gsize i = 0; i < self->n_pairs; i++)
    if (self->pairs[i].change[0] != '\0')
      g_ptr_array_add (parts, g_strdup_printf ("%s%s%s", figures->tracks[self->pairs[i].track].name,
                                               figures->tracks[self->pairs[i].track].name[0] != '\0' ? " " : "",
                                               self->pairs[i].change));
  if (parts->len == 0)
    return;
  list = tb_chart_words_join (parts, figures->language);
  if (text->len > 0 && figures->language == TB_LANGUAGE_EN)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, phrase.in[figures->language], self->base_when, self->current_when, list);
}

static void
lay_out_slopes (TbCanvas           *canvas,
                const TbChartFrame *frame,
                gpointer            content)
{
  tb_layout_slope (canvas, frame, content);
}

static void
lay_out_dumbbells (TbCanvas           *canvas,
                   const TbChartFrame *frame,
                   gpointer            content)
{
  tb_layout_dumbbell (canvas, frame, content);
}

const TbChartTypeClass tb_type_slope = {
  .name = "slope",
  .title = { { "Slope chart", "斜率图" } },
  .notation = TB_NOTATION_NONE,
  .most_series = MOST_SLOPES,
  .orders = TB_ORDER (SIZE) | TB_ORDER (DECLARED) | TB_ORDER (CHANGE),
  .usual_orders = TB_ORDER (SIZE),
  .keep_points = tb_figures_keep_pair,
  .new_content = new_slopes,
  .free_content = free_content,
  .describe = describe,
  .lay_out = lay_out_slopes,
};

const TbChartTypeClass tb_type_dumbbell = {
  .name = "dumbbell",
  .title = { { "Dumbbell chart", "哑铃图" } },
  .notation = TB_NOTATION_NONE,
  .most_series = MOST_DUMBBELLS,
  .orders = TB_ORDER (SIZE) | TB_ORDER (DECLARED) | TB_ORDER (CHANGE),
  .usual_orders = TB_ORDER (SIZE),
  .keep_points = tb_figures_keep_pair,
  .new_content = new_dumbbells,
  .free_content = free_content,
  .describe = describe,
  .lay_out = lay_out_dumbbells,
};
