/* Where the figures of a chart come from, for the file's own record.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-provenance.h"

#include "tb-chart-derive.h"

#define SECONDS_PER_DAY (24 * 60 * 60)

/* A figure of more indicators is found by its title. */
#define MOST_KEYWORDS 12

static char *
dup_text (const TbText *text,
          TbLanguage    language)
{
  return tb_text_is_empty (text) ? NULL : tb_text_dup_marked (text, language);
}

/* What is shown, in the words of the figure. */
static char *
dup_keywords (const TbSelection *selection,
              TbLanguage         language)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < tb_selection_get_n (selection) && names->len < MOST_KEYWORDS; i++)
    {
      const TbIndicator *indicator = tb_series_get_info (tb_selection_get (selection, i)->series)->indicator;
      g_autofree char *name = tb_text_dup_marked (&indicator->name, language);

      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

/**
 * tb_provenance_init:
 * @self: (out caller-allocates): a record
 * @spec: what is shown
 * @selection: the figures, of tb_chart_select()
 * @dataset: the data they are of
 *
 * Gathers what a file tells of its figures: who published them, as of which day,
 * and what was computed of them. All of it comes from the data, so that the same
 * chart gives the same file on every day.
 */
void
tb_provenance_init (TbProvenance      *self,
                    const TbChartSpec *spec,
                    const TbSelection *selection,
                    const TbDataset   *dataset)
{
  const TbChartSpecFields *fields = tb_chart_spec_get (spec);
  const TbDatasetInfo *info = tb_dataset_get_info (dataset);
  const TbDataset *computed = tb_selection_get_dataset (selection);
  TbDay vintage = fields->known != 0 ? fields->known : info->updated;

  self->author = dup_text (&info->publisher, fields->language);
  self->subject = dup_text (&info->title, fields->language);
  self->keywords = dup_keywords (selection, fields->language);
  self->vintage = vintage != 0 ? tb_day_to_string (vintage) : NULL;
  /* Figures that are computed are a dataset of their own. */
  self->formulas = computed != dataset ? tb_chart_derived_dup_formulas (selection, fields->language) : NULL;
  self->created = info->updated != 0 ? (gint64) (info->updated - tb_day_new (1970, 1, 1)) * SECONDS_PER_DAY : 0;
}

/**
 * tb_provenance_clear:
 * @self: a record
 */
void
tb_provenance_clear (TbProvenance *self)
{
  g_free (self->author);
  g_free (self->subject);
  g_free (self->keywords);
  g_free (self->vintage);
  g_free (self->formulas);
}

static void
fill (const char **text,
      const char  *known)
{
  if (*text == NULL)
    *text = known;
}

/**
 * tb_provenance_fill:
 * @self: a record
 * @options: (inout): what goes into a file
 *
 * Fills in what the options leave open.
 */
void
tb_provenance_fill (const TbProvenance *self,
                    TbExportOptions    *options)
{
  fill (&options->author, self->author);
  fill (&options->subject, self->subject);
  fill (&options->keywords, self->keywords);
  fill (&options->vintage, self->vintage);
  fill (&options->formulas, self->formulas);
  if (options->created == 0)
    options->created = self->created;
}
