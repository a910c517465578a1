/* Which decorations another reading of the figures takes away, and why (semantics A-4).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration-private.h"

#include "tb-chart-misfit.h"
#include "tb-chart-type.h"
#include "tb-chart.h"

char *
tb_decoration_dup_lost (const TbDecoration *decoration,
                        const char         *from,
                        const char         *to,
                        const char         *reason,
                        TbLanguage          language)
{
  g_autofree char *kind = g_strdup (tb_decoration_kind_word (decoration->kind, language));

  kind[0] = g_ascii_toupper (kind[0]);
  if (from != NULL)
    return g_strdup_printf (tb_decoration_word (TB_DECORATION_WORD_LOST_PAIR, language), kind, from, to, reason);
  if (decoration->text != NULL && decoration->text[0] != '\0')
    return g_strdup_printf (tb_decoration_word (TB_DECORATION_WORD_LOST_TEXT, language), kind, decoration->text,
                            reason);

  return g_strdup_printf (tb_decoration_word (TB_DECORATION_WORD_TEXT_AND_NUMBER, language), kind, reason);
}

/* Without indicators that are not there: the others are shown. */
static char **
dup_ids (const TbChartSpecFields *fields,
         TbDataset               *dataset)
{
  GStrvBuilder *builder = g_strv_builder_new ();

  for (gsize i = 0; fields->indicators != NULL && fields->indicators[i] != NULL; i++)
    if (tb_catalog_find_indicator (tb_dataset_get_catalog (dataset), fields->indicators[i]) != NULL)
      g_strv_builder_add (builder, fields->indicators[i]);

  return g_strv_builder_unref_to_strv (builder);
}

/* NULL with @error: there is no such chart. */
static GPtrArray *
plan_selection (TbChartSpecFields  *fields,
                gboolean            automatic_type,
                const TbSelection  *selection,
                GError            **error)
{
  g_autoptr (TbFigures) figures = NULL;
  g_autoptr (TbDecorationPlan) plan = NULL;
  const TbChartTypeClass *klass;
  char *misfit;
  gpointer content;

  if (automatic_type)
    fields->type = tb_chart_suggest (selection);
  misfit = tb_chart_dup_misfit_of_selection (fields->type, selection, fields->language);
  if (misfit != NULL)
    {
      tb_chart_take_misfit (error, misfit);
      return NULL;
    }
  figures = tb_figures_new (fields, selection, error);
  klass = tb_chart_type_get_class (fields->type);
  content = figures != NULL ? klass->new_content (figures, fields, error) : NULL;
  if (content == NULL)
    return NULL;
  plan = tb_decoration_plan_new (figures, fields);
  if (klass->free_content != NULL)
    klass->free_content (content);

  return g_ptr_array_ref (plan->reasons);
}

static GPtrArray *
plan_dataset (const TbChartSpecFields  *given,
              gboolean                  automatic_type,
              TbDataset                *dataset,
              GError                  **error)
{
  TbChartSpecFields fields = *given;
  g_auto (GStrv) ids = dup_ids (given, dataset);
  g_autoptr (TbChartSpec) spec = NULL;
  g_autoptr (TbSelection) selection = NULL;

  /* No ids would be all of them. */
  fields.indicators = ids[0] != NULL ? ids : given->indicators;
  spec = tb_chart_spec_new (&fields);
  selection = tb_chart_select (spec, dataset, error);

  return selection != NULL ? plan_selection (&fields, automatic_type, selection, error) : NULL;
}

/**
 * tb_chart_find_lost_decorations:
 * @spec: a chart
 * @automatic_type: whether the type that suits the figures is taken, whatever @spec says
 * @before: its figures
 * @after: another reading of them
 *
 * Finds the decorations that are drawn of one reading and refused of the other: the
 * figure that they are attached to is gone, the rules of comparison forbid the pair by
 * now, the type of chart that suits the figures has no place for them. Where there is no
 * chart any more, all of them are lost.
 *
 * Indicators that a reading lacks are left out. Thread: any.
 *
 * Returns: (transfer full): a line each, perhaps none
 */
char **
tb_chart_find_lost_decorations (const TbChartSpec *spec,
                                gboolean           automatic_type,
                                TbDataset         *before,
                                TbDataset         *after)
{
  const TbChartSpecFields *fields = tb_chart_spec_get (spec);
  GStrvBuilder *lost = g_strv_builder_new ();
  g_autoptr (GPtrArray) reasons_before = NULL;
  g_autoptr (GPtrArray) reasons_after = NULL;
  g_autoptr (GError) error = NULL;

  if (fields->n_decorations > 0)
    reasons_before = plan_dataset (fields, automatic_type, before, NULL);
  if (reasons_before != NULL)
    reasons_after = plan_dataset (fields, automatic_type, after, &error);
  for (guint i = 0; reasons_before != NULL && i < reasons_before->len; i++)
    {
      const char *reason = reasons_after != NULL ? g_ptr_array_index (reasons_after, i) : NULL;

      if (g_ptr_array_index (reasons_before, i) != NULL)
        continue;
      if (reason != NULL)
        g_strv_builder_add (lost, reason);
      else if (reasons_after == NULL)
        g_strv_builder_take (lost, tb_decoration_dup_lost (&fields->decorations[i], NULL, NULL, error->message,
                                                           fields->language));
    }

  return g_strv_builder_unref_to_strv (lost);
}
