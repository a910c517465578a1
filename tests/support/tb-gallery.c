/* Draws a wall of charts of dataset files, to look at: types, languages,
 * styles, sizes, each as a PNG, and an index.html that shows them.
 *
 * Usage: tb-gallery FOLDER FILE…
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart.h"
#include "tb-export.h"
#include "tb-reader.h"

#include <stdlib.h>
#include <string.h>

/* Indicators of one file that are drawn, and series that are drawn together. */
#define MAX_INDICATORS 9
#define MAX_TOGETHER 5

typedef struct
{
  const char *folder;
  GString    *html;
  guint       n;
  guint       n_failed;
} Gallery;

typedef struct
{
  char **indicators;   /* as of a spec */
  guint  interest;
} Choice;

typedef struct
{
  TbChartType type;
  TbLanguage  language;
  TbStyle     style;
  const char *size;
} Look;

static void
free_choice (Choice *choice)
{
  g_strfreev (choice->indicators);
  g_free (choice);
}

static TbSelection *
select_indicators (TbDataset         *dataset,
                   const char *const *indicators)
{
  const TbSelectionQuery query = { .indicators = indicators, .from = TB_PERIOD_UNDATED, .to = TB_PERIOD_UNDATED };

  return tb_selection_new (dataset, &query, NULL);
}

/* Long series, and those with targets, ranges and qualifiers, show most. */
static guint
get_interest (const TbSelection *selection)
{
  guint interest = 0;

  for (gsize i = 0; i < tb_selection_get_n (selection); i++)
    {
      const TbSelected *selected = tb_selection_get (selection, i);

      interest += (guint) selected->n_rows;
      for (gsize j = 0; j < selected->n_rows; j++)
        {
          TbObservation observation;

          tb_series_get (selected->series, selected->rows[j], &observation);
          interest += (observation.kind != TB_KIND_ACTUAL) * 3 + (observation.qualifier != TB_QUALIFIER_EXACT) +
                      tb_observation_is_range (&observation) * 2;
        }
    }

  return interest;
}

static gint
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  const Choice *choice_a = *(Choice *const *) a;
  const Choice *choice_b = *(Choice *const *) b;

  return (choice_a->interest < choice_b->interest) - (choice_a->interest > choice_b->interest);
}

/* The first indicators that share the unit of the first: lines side by side. */
static Choice *
choose_together (TbCatalog *catalog)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  Choice *choice = g_new0 (Choice, 1);
  const TbUnit *unit = NULL;
  guint n = 0;

  for (gsize i = 0; i < tb_catalog_get_n_indicators (catalog) && n < MAX_TOGETHER; i++)
    {
      const TbIndicator *indicator = tb_catalog_get_indicator (catalog, i);

      if (unit == NULL)
        unit = indicator->unit;
      if (indicator->unit != unit)
        continue;
      g_strv_builder_add (builder, indicator->id);
      n++;
    }
  choice->indicators = g_strv_builder_end (builder);

  return choice;
}

static GPtrArray *
choose (TbDataset *dataset)
{
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) free_choice);

  for (gsize i = 0; i < tb_catalog_get_n_indicators (catalog); i++)
    {
      const char *indicators[] = { tb_catalog_get_indicator (catalog, i)->id, NULL };
      g_autoptr (TbSelection) selection = select_indicators (dataset, indicators);
      Choice *choice;

      if (selection == NULL)
        continue;
      choice = g_new0 (Choice, 1);
      choice->indicators = g_strdupv ((char **) indicators);
      choice->interest = get_interest (selection);
      g_ptr_array_add (choices, choice);
    }
  g_ptr_array_sort (choices, compare_choices);
  if (choices->len > MAX_INDICATORS)
    g_ptr_array_remove_range (choices, MAX_INDICATORS, choices->len - MAX_INDICATORS);
  g_ptr_array_insert (choices, 0, choose_together (catalog));

  return choices;
}

static TbChartSpec *
new_spec (const Choice *choice,
          const Look   *look,
          double       *out_dpi)
{
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (GError) error = NULL;

  fields.type = look->type;
  fields.indicators = choice->indicators;
  fields.language = look->language;
  fields.style = look->style;
  if (!tb_export_parse_size (look->size, 0, &fields.width, &fields.height, out_dpi, &error))
    g_error ("%s", error->message);

  return tb_chart_spec_new (&fields);
}

static void
append_figure (Gallery           *self,
               const char        *name,
               const Look        *look,
               const TbSceneInfo *info)
{
  g_autofree char *alternative = g_markup_escape_text (info->description != NULL ? info->description : "", -1);

  g_string_append_printf (self->html, "<figure><img src=\"%s\" width=\"%.0f\" alt=\"%s\"><figcaption>%s · %s · %s · %s",
                          name, info->width, alternative, tb_chart_type_get_name (look->type),
                          tb_language_get_code (look->language), tb_style_get_name (look->style), look->size);
  if (info->n_dropped > 0)
    g_string_append_printf (self->html, " · %u labels left out", info->n_dropped);
  g_string_append_printf (self->html, "<br>%s</figcaption></figure>\n", alternative);
}

static void
draw (Gallery      *self,
      TbDataset    *dataset,
      const Choice *choice,
      const Look   *look)
{
  TbExportOptions options = TB_EXPORT_OPTIONS_INIT;
  g_autoptr (TbChartSpec) spec = new_spec (choice, look, &options.dpi);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSelection) selection = tb_chart_select (spec, dataset, &error);
  g_autofree char *misfit = selection != NULL ? tb_chart_dup_misfit (look->type, selection, look->language) : NULL;
  g_autoptr (TbScene) scene = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (misfit != NULL)
    return;
  if (selection != NULL)
    scene = tb_export_layout (spec, selection, &error);
  if (scene != NULL)
    png = tb_export_to_png (scene, &options, &error);
  if (png == NULL)
    {
      g_printerr ("tb-gallery: %s %s: %s\n", choice->indicators[0], tb_chart_type_get_name (look->type), error->message);
      self->n_failed++;
      return;
    }
  name = g_strdup_printf ("%03u-%s-%s-%s-%s.png", ++self->n, choice->indicators[0], tb_chart_type_get_name (look->type),
                          tb_language_get_code (look->language), tb_style_get_name (look->style));
  g_strdelimit (name, "*/?", '_');
  path = g_build_filename (self->folder, name, NULL);
  if (!g_file_set_contents (path, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png), &error))
    g_error ("%s", error->message);
  append_figure (self, name, look, tb_scene_get_info (scene));
}

static void
append_heading (Gallery    *self,
                const char *element,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (self->html, "<%s>%s</%s>\n", element, escaped, element);
}

static void
draw_types (Gallery      *self,
            TbDataset    *dataset,
            const Choice *choice)
{
  g_autofree char *title = g_strjoinv (", ", choice->indicators);

  append_heading (self, "h3", title);
  for (int type = 0; type < TB_N_CHART_TYPES; type++)
    {
      for (int language = 0; language < TB_N_LANGUAGES; language++)
        {
          const char *size = type == TB_CHART_SPARKLINE ? "240x60" : "960x540";
          const Look look = { (TbChartType) type, (TbLanguage) language, TB_STYLE_LIGHT, size };

          draw (self, dataset, choice, &look);
        }
    }
}

static void
draw_looks (Gallery      *self,
            TbDataset    *dataset,
            const Choice *choice,
            TbChartType   type)
{
  static const TbStyle styles[] = { TB_STYLE_DARK, TB_STYLE_PRINT, TB_STYLE_HIGH_CONTRAST, TB_STYLE_HIGH_CONTRAST_DARK };
  static const char *const sizes[] = { "240x160", "360x240", "360x640", "1280x360", "160x90mm", "half-page", "slide" };

  append_heading (self, "h3", "Styles and sizes");
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      const Look look = { type, i % 2 == 0 ? TB_LANGUAGE_ZH : TB_LANGUAGE_EN, styles[i], "960x540" };

      draw (self, dataset, choice, &look);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const Look look = { type, i % 2 == 0 ? TB_LANGUAGE_ZH : TB_LANGUAGE_EN, TB_STYLE_LIGHT, sizes[i] };

      draw (self, dataset, choice, &look);
    }
}

static gboolean
draw_file (Gallery    *self,
           const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  TbProblems *problems = tb_problems_new (base);
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDataset) dataset = tb_reader_read_file (path, problems, NULL, NULL, NULL, &error);
  g_autoptr (GPtrArray) choices = NULL;

  if (dataset == NULL)
    {
      g_autofree char *report = tb_problems_dup_report (problems);

      g_printerr ("tb-gallery: %s\n", error != NULL ? error->message : report);
      tb_problems_unref (problems);
      return FALSE;
    }
  tb_problems_unref (problems);
  append_heading (self, "h2", base);
  choices = choose (dataset);
  for (guint i = 0; i < choices->len; i++)
    draw_types (self, dataset, choices->pdata[i]);
  draw_looks (self, dataset, choices->pdata[0], TB_CHART_LINE);
  draw_looks (self, dataset, choices->pdata[MIN (1, choices->len - 1)], TB_CHART_COLUMN);

  return TRUE;
}

static gboolean
write_index (const Gallery *self)
{
  g_autofree char *path = g_build_filename (self->folder, "index.html", NULL);
  g_autofree char *page =
    g_strdup_printf ("<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Charts</title>\n"
                     "<style>body{font-family:sans-serif;background:#ddd;margin:2em}"
                     "figure{display:inline-block;vertical-align:top;margin:.5em;max-width:100%%}"
                     "img{background:#fff;max-width:100%%;height:auto}"
                     "figcaption{font-size:80%%;max-width:60em}</style>\n%s</html>\n", self->html->str);
  g_autoptr (GError) error = NULL;

  if (g_file_set_contents (path, page, -1, &error))
    return TRUE;
  g_printerr ("tb-gallery: %s\n", error->message);

  return FALSE;
}

int
main (int    argc,
      char **argv)
{
  Gallery self = { 0 };
  gboolean done = TRUE;

  if (argc < 3)
    {
      g_printerr ("Usage: tb-gallery FOLDER FILE…\n");
      return 2;
    }
  self.folder = argv[1];
  self.html = g_string_new (NULL);
  if (g_mkdir_with_parents (self.folder, 0755) != 0)
    {
      g_printerr ("tb-gallery: %s cannot be made\n", self.folder);
      return 1;
    }
  for (int i = 2; i < argc; i++)
    done &= draw_file (&self, argv[i]);
  done &= write_index (&self);
  g_print ("%u charts in %s/index.html\n", self.n, self.folder);
  g_string_free (self.html, TRUE);

  return done && self.n_failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
