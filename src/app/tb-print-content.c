/* What is printed: a figure, or a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-print-content.h"

#include "tb-chart.h"
#include "tb-export-choice.h"
#include "tb-print.h"
#include "tb-settings.h"

/* A table of so many columns lies across. */
#define MOST_UPRIGHT_COLUMNS 6

typedef struct
{
  TbChartSpec  *spec;         /* nullable: a table */
  TbDataset    *dataset;
  TbComparison *comparison;
  TbLanguage    language;
} Content;

static void
content_free (gpointer data)
{
  Content *content = data;

  g_clear_pointer (&content->spec, tb_chart_spec_unref);
  g_clear_pointer (&content->dataset, tb_dataset_unref);
  g_clear_pointer (&content->comparison, tb_comparison_unref);
  g_free (content);
}

/* Laid out for the paper, so that text has its own size on it. */
static GBytes *
make_chart (gpointer        data,
            const TbPaper  *paper,
            GError        **error)
{
  const Content *content = data;
  TbChartSpecFields fields = *tb_chart_spec_get (content->spec);
  g_autoptr (TbChartSpec) spec = NULL;
  g_autoptr (TbSelection) selection = NULL;
  g_autoptr (TbScene) scene = NULL;

  tb_paper_fit (paper, fields.width, fields.height, &fields.width, &fields.height);
  spec = tb_chart_spec_new (&fields);
  selection = tb_chart_select (spec, content->dataset, error);
  scene = selection != NULL ? tb_export_layout (spec, selection, error) : NULL;
  return scene != NULL ? tb_paper_from_scene (scene, paper, error) : NULL;
}

static GBytes *
make_table (gpointer        data,
            const TbPaper  *paper,
            GError        **error)
{
  const Content *content = data;

  return tb_paper_from_table (content->comparison, paper, content->language, NULL, error);
}

/**
 * tb_print_chart:
 * @window: that asks
 * @toasts: where it is told
 * @session: what is looked at
 * @type: of the chart as it is shown
 *
 * Prints a figure in the proportions of its page, as large as the paper. A dark
 * figure is printed as a light one.
 */
void
tb_print_chart (GtkWindow       *window,
                AdwToastOverlay *toasts,
                TbSession       *session,
                TbChartType      type)
{
  g_autofree char *name = tb_session_dup_name (session);
  Content *content = g_new0 (Content, 1);
  TbExportChoice choice;

  tb_export_choice_read (tb_settings_get (), tb_export_choice_figure_language (tb_session_get_language (session)),
                         &choice);
  if (choice.style != TB_STYLE_PRINT)
    choice.style = TB_STYLE_LIGHT;
  choice.transparent = TRUE;
  content->spec = tb_export_choice_dup_spec (&choice, session, type);
  content->dataset = tb_dataset_ref (tb_session_get_dataset (session));
  tb_print (window, toasts, name, choice.width > choice.height, make_chart, content, content_free);
}

/**
 * tb_print_table:
 * @window: that asks
 * @toasts: where it is told
 * @session: whose table it is
 * @comparison: the table
 *
 * Prints a table on as many sheets as it needs.
 */
void
tb_print_table (GtkWindow       *window,
                AdwToastOverlay *toasts,
                TbSession       *session,
                TbComparison    *comparison)
{
  g_autofree char *name = tb_session_dup_name (session);
  Content *content = g_new0 (Content, 1);
  TbExportChoice choice;

  tb_export_choice_read (tb_settings_get (), tb_session_get_language (session), &choice);
  content->comparison = tb_comparison_ref (comparison);
  content->language = choice.language;
  tb_print (window, toasts, name, tb_comparison_get_n_columns (comparison) > MOST_UPRIGHT_COLUMNS, make_table, content,
            content_free);
}
