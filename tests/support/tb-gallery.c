/* Draws the charts of tests/gallery/gallery.list, to look at: each in both
 * languages, light, dark and print, as PNG and PDF, once more as small as a
 * thumbnail, and an index.html that shows them by type.
 *
 * Usage: tb-gallery FOLDER SOURCE-ROOT
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart.h"
#include "tb-export.h"
#include "tb-reader.h"

#include <stdlib.h>
#include <string.h>

#define LIST "tests/gallery/gallery.list"

typedef struct
{
  const char *folder;
  const char *root;
  GHashTable *datasets;                 /* path → TbDataset */
  GString    *pages[TB_N_CHART_TYPES];  /* HTML of each type */
  guint       n;
  guint       n_failed;
} Gallery;

/* A line of the list. */
typedef struct
{
  const char *name;
  const char *caption;
  const char *titles[TB_N_LANGUAGES];   /* NULL: the dataset's or the indicators' */
  TbDataset  *dataset;
  TbChartSpec *spec;
} Entry;

typedef struct
{
  TbLanguage  language;
  TbStyle     style;
  double      width, height;   /* 0: as the spec says */
} Look;

static const Look looks[] = {
  { TB_LANGUAGE_EN, TB_STYLE_LIGHT, 0, 0 }, { TB_LANGUAGE_ZH, TB_STYLE_LIGHT, 0, 0 },
  { TB_LANGUAGE_EN, TB_STYLE_DARK, 0, 0 },  { TB_LANGUAGE_ZH, TB_STYLE_DARK, 0, 0 },
  { TB_LANGUAGE_EN, TB_STYLE_PRINT, 0, 0 }, { TB_LANGUAGE_ZH, TB_STYLE_PRINT, 0, 0 },
  { TB_LANGUAGE_EN, TB_STYLE_LIGHT, 320, 240 }, { TB_LANGUAGE_ZH, TB_STYLE_LIGHT, 320, 240 },
};

static TbDataset *
load (Gallery    *self,
      const char *path)
{
  TbDataset *dataset = g_hash_table_lookup (self->datasets, path);
  g_autofree char *file = g_build_filename (self->root, path, NULL);
  TbProblems *problems;
  g_autoptr (GError) error = NULL;

  if (dataset != NULL)
    return dataset;
  problems = tb_problems_new (path);
  dataset = tb_reader_read_file (file, NULL, problems, NULL, NULL, NULL, &error);
  if (dataset == NULL)
    {
      g_autofree char *report = tb_problems_dup_report (problems);

      g_printerr ("tb-gallery: %s\n", error != NULL ? error->message : report);
    }
  else
    g_hash_table_insert (self->datasets, g_strdup (path), dataset);
  tb_problems_unref (problems);

  return dataset;
}

static TbChartSpec *
read_spec (const Gallery *self,
           const char    *name)
{
  g_autofree char *file = g_strdup_printf ("%s/tests/gallery/%s.chart.json", self->root, name);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  TbChartSpec *spec = NULL;

  if (g_file_get_contents (file, &text, NULL, &error))
    spec = tb_chart_spec_from_json (text, -1, &error);
  if (spec == NULL)
    g_printerr ("tb-gallery: %s: %s\n", file, error->message);

  return spec;
}

/* Words of decorations stand in both languages in a spec of the gallery:
 * "Recession | 衰退期". */
static TbDecoration *
dup_decorations (const TbChartSpecFields *fields,
                 TbLanguage               language,
                 GPtrArray               *texts)
{
  TbDecoration *copies = g_new (TbDecoration, fields->n_decorations + 1);

  for (gsize i = 0; i < fields->n_decorations; i++)
    {
      g_auto (GStrv) parts = NULL;

      copies[i] = fields->decorations[i];
      if (copies[i].text == NULL)
        continue;
      parts = g_strsplit (copies[i].text, " | ", TB_N_LANGUAGES);
      copies[i].text = g_strdup (parts[language < (int) g_strv_length (parts) ? language : 0]);
      g_ptr_array_add (texts, copies[i].text);
    }

  return copies;
}

static TbChartSpec *
with_look (const Entry *entry,
           const Look  *look)
{
  TbChartSpecFields fields = *tb_chart_spec_get (entry->spec);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree TbDecoration *decorations = dup_decorations (&fields, look->language, texts);

  if (entry->titles[look->language] != NULL)
    fields.title = (char *) entry->titles[look->language];
  fields.decorations = decorations;
  fields.language = look->language;
  fields.style = look->style;
  if (look->width > 0)
    {
      fields.width = look->width;
      fields.height = look->height;
    }

  return tb_chart_spec_new (&fields);
}

static void
save (const Gallery *self,
      const char    *name,
      const char    *suffix,
      GBytes        *bytes)
{
  g_autofree char *file = g_strconcat (self->folder, "/", name, suffix, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message);
}

static void
append_figure (Gallery           *self,
               const char        *name,
               TbChartType        type,
               const TbSceneInfo *info)
{
  g_autofree char *alternative = g_markup_escape_text (info->description != NULL ? info->description : "", -1);

  g_string_append_printf (self->pages[type], "<figure><img src=\"%s.png\" width=\"%.0f\" height=\"%.0f\" alt=\"%s\">"
                          "<figcaption><a href=\"%s.pdf\">%s.pdf</a>", name, info->width, info->height, alternative,
                          name,
                          name);
  if (info->n_dropped > 0)
    g_string_append_printf (self->pages[type], " · %u left out for want of room", info->n_dropped);
  g_string_append (self->pages[type], "</figcaption></figure>\n");
}

static gboolean
draw (Gallery     *self,
      const Entry *entry,
      const Look  *look,
      GError     **error)
{
  const TbExportOptions options = { .dpi = 144 };
  g_autoptr (TbChartSpec) spec = with_look (entry, look);
  g_autoptr (TbSelection) selection = tb_chart_select (spec, entry->dataset, error);
  g_autoptr (TbScene) scene = selection != NULL ? tb_export_layout (spec, selection, error) : NULL;
  g_autoptr (GBytes) png = scene != NULL ? tb_export_to_png (scene, &options, error) : NULL;
  g_autoptr (GBytes) pdf = png != NULL ? tb_export_to_pdf (scene, &options, error) : NULL;
  g_autofree char *name = g_strdup_printf ("%s-%s-%s%s", entry->name, tb_language_get_code (look->language),
                                           tb_style_get_name (look->style), look->width > 0 ? "-small" : "");

  if (pdf == NULL)
    return FALSE;
  save (self, name, ".png", png);
  save (self, name, ".pdf", pdf);
  append_figure (self, name, tb_chart_spec_get (spec)->type, tb_scene_get_info (scene));
  self->n++;

  return TRUE;
}

static void
draw_entry (Gallery     *self,
            const Entry *entry)
{
  TbChartType type = tb_chart_spec_get (entry->spec)->type;
  g_autofree char *caption = g_markup_escape_text (entry->caption, -1);

  g_string_append_printf (self->pages[type], "<h3>%s</h3>\n<p>%s</p>\n", entry->name, caption);
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autoptr (GError) error = NULL;

      if (draw (self, entry, &looks[i], &error))
        continue;
      g_printerr ("tb-gallery: %s: %s\n", entry->name, error->message);
      self->n_failed++;
    }
}

/* NAME | DATASET | CAPTION, and | TITLE | TITLE IN CHINESE */
static void
draw_line (Gallery *self,
           char    *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "|", 3 + TB_N_LANGUAGES);
  Entry entry = { 0 };

  g_strstrip (line);
  if (line[0] == '\0' || line[0] == '#')
    return;
  if (g_strv_length (parts) != 3 && g_strv_length (parts) != 3 + TB_N_LANGUAGES)
    {
      g_printerr ("tb-gallery: %s: expected NAME | DATASET | CAPTION, and a title in each language: %s\n", LIST, line);
      self->n_failed++;
      return;
    }
  entry.name = g_strstrip (parts[0]);
  entry.caption = g_strstrip (parts[2]);
  for (int i = 0; i < TB_N_LANGUAGES && parts[3] != NULL; i++)
    entry.titles[i] = g_strstrip (parts[3 + i]);
  entry.dataset = load (self, g_strstrip (parts[1]));
  entry.spec = read_spec (self, entry.name);
  if (entry.dataset != NULL && entry.spec != NULL)
    draw_entry (self, &entry);
  else
    self->n_failed++;
  g_clear_pointer (&entry.spec, tb_chart_spec_unref);
}

/* Every type has a chart in the gallery. */
static gboolean
write_index (Gallery *self)
{
  g_autoptr (GString) page = g_string_new ("<!DOCTYPE html>\n<html lang=\"en\"><meta "
                                           "charset=\"utf-8\"><title>Charts</title>\n"
                                           "<style>body{font-family:sans-serif;background:#ddd;margin:2em}"
                                           "figure{display:inline-block;vertical-align:top;margin:.5em}"
                                           "figcaption{font-size:80%}</style>\n");
  g_autofree char *file = g_build_filename (self->folder, "index.html", NULL);
  g_autoptr (GError) error = NULL;

  for (int type = 0; type < TB_N_CHART_TYPES; type++)
    {
      const char *name = tb_chart_type_get_name ((TbChartType) type);

      if (self->pages[type]->len == 0)
        {
          g_printerr ("tb-gallery: no chart of type %s in %s\n", name, LIST);
          self->n_failed++;
        }
      g_string_append_printf (page, "<h2>%s</h2>\n%s", name, self->pages[type]->str);
    }
  g_string_append (page, "</html>\n");
  if (g_file_set_contents (file, page->str, -1, &error))
    return TRUE;
  g_printerr ("tb-gallery: %s\n", error->message);

  return FALSE;
}

static gboolean
draw_list (Gallery *self)
{
  g_autofree char *file = g_build_filename (self->root, LIST, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (file, &text, NULL, &error))
    {
      g_printerr ("tb-gallery: %s\n", error->message);
      return FALSE;
    }
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    draw_line (self, lines[i]);

  return write_index (self);
}

int
main (int    argc,
      char **argv)
{
  Gallery self = { 0 };
  gboolean done;

  if (argc != 3)
    {
      g_printerr ("Usage: tb-gallery FOLDER SOURCE-ROOT\n");
      return 2;
    }
  self.folder = argv[1];
  self.root = argv[2];
  self.datasets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) tb_dataset_unref);
  for (int type = 0; type < TB_N_CHART_TYPES; type++)
    self.pages[type] = g_string_new (NULL);
  if (g_mkdir_with_parents (self.folder, 0755) != 0)
    {
      g_printerr ("tb-gallery: %s cannot be made\n", self.folder);
      return 1;
    }
  done = draw_list (&self);
  g_print ("%u charts in %s/index.html\n", self.n, self.folder);
  for (int type = 0; type < TB_N_CHART_TYPES; type++)
    g_string_free (self.pages[type], TRUE);
  g_hash_table_unref (self.datasets);

  return done && self.n_failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
