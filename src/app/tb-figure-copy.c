/* Puts a figure on the clipboard: image, drawing, and its figures as text, at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-figure-copy.h"

#include "tb-chart.h"
#include "tb-comparison-copy.h"
#include "tb-opened-file.h"
#include "tb-provenance.h"
#include "tb-toast.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  AdwToastOverlay *toasts;
  TbDataset       *dataset;
  GFile           *file;      /* nullable: of the data */
  char            *stamp;     /* nullable: of @file */
  TbChartSpec     *spec;
  double           dpi;
} Job;

typedef struct
{
  GBytes *png;
  GBytes *svg;
  GBytes *html;
  char   *text;
} Copied;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->toasts);
  tb_dataset_unref (job->dataset);
  g_clear_object (&job->file);
  g_free (job->stamp);
  tb_chart_spec_unref (job->spec);
  g_free (job);
}

static void
copied_free (gpointer data)
{
  Copied *copied = data;

  g_clear_pointer (&copied->png, g_bytes_unref);
  g_clear_pointer (&copied->svg, g_bytes_unref);
  g_clear_pointer (&copied->html, g_bytes_unref);
  g_clear_pointer (&copied->text, g_free);
  g_free (copied);
}

/* The rows of what is shown: the legend may have switched some off. */
static gsize *
find_rows (const Job          *job,
           const TbComparison *comparison,
           gsize              *out_n)
{
  const TbChartSpecFields *fields = tb_chart_spec_get (job->spec);
  gsize *rows = g_new (gsize, tb_comparison_get_n_rows (comparison) + 1);

  *out_n = 0;
  for (gsize i = 0; i < tb_comparison_get_n_rows (comparison); i++)
    {
      g_autofree char *key = tb_series_dup_key (tb_comparison_get_series (comparison, i));

      if (fields->hidden == NULL || !g_strv_contains ((const char *const *) fields->hidden, key))
        rows[(*out_n)++] = i;
    }
  return rows;
}

/* Title, figures and alternative text; of computed charts what they are made from. */
static void
write_texts (const Job         *job,
             TbSelection       *selection,
             const TbSceneInfo *info,
             Copied            *copied)
{
  static const TbPhrase computed = { { "Computed from:", "据以下数据计算：" } };
  const TbChartSpecFields *fields = tb_chart_spec_get (job->spec);
  g_autoptr (TbComparison) comparison = tb_comparison_new (selection, NULL);
  TbCopiedCells cells = { .comparison = comparison, .n_columns = tb_comparison_get_n_columns (comparison),
                          .language = fields->language };
  g_autofree gsize *rows = find_rows (job, comparison, &cells.n_rows);
  g_autofree char *tsv = NULL;
  g_autofree char *table = NULL;
  g_autofree char *image = NULL;
  g_autofree char *alternative = NULL;
  const char *lead = fields->n_operations > 0 ? computed.in[fields->language] : "";
  gsize size;
  const guchar *png = g_bytes_get_data (copied->png, &size);
  char *html;

  cells.rows = rows;
  tsv = tb_comparison_copy_to_tsv (&cells);
  table = tb_comparison_copy_to_html (&cells);
  copied->text = g_strconcat (info->title != NULL ? info->title : "", "\n", lead, *lead != '\0' ? "\n" : "", tsv,
                              info->description != NULL ? info->description : "", "\n", NULL);
  image = g_base64_encode (png, size);
  alternative = g_markup_escape_text (info->description != NULL ? info->description : "", -1);
  html = g_strdup_printf ("<meta charset=\"utf-8\"><p><img width=\"%.0f\" height=\"%.0f\" alt=\"%s\" "
                          "src=\"data:image/png;base64,%s\"></p>\n<p>%s</p>\n%s",
                          info->width, info->height, alternative, image, lead, table);
  copied->html = g_bytes_new_take (html, strlen (html));
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Job *job = data;
  TbExportOptions options = TB_EXPORT_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbSelection) selection = tb_chart_select (job->spec, job->dataset, &error);
  g_autoptr (TbScene) scene = selection != NULL ? tb_export_layout (job->spec, selection, &error) : NULL;
  g_autofree char *hash = NULL;
  g_auto (TbProvenance) provenance = { 0 };
  Copied *copied;

  if (scene == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  hash = tb_opened_file_dup_hash (job->file, job->stamp);
  options.dpi = job->dpi;
  options.data_hash = hash;
  tb_provenance_init (&provenance, job->spec, selection, job->dataset);
  tb_provenance_fill (&provenance, &options);
  copied = g_new0 (Copied, 1);
  copied->png = tb_export_to_png (scene, &options, &error);
  copied->svg = copied->png != NULL ? tb_export_to_svg (scene, &options, &error) : NULL;
  if (copied->svg != NULL)
    {
      write_texts (job, selection, tb_scene_get_info (scene), copied);
      g_task_return_pointer (task, copied, copied_free);
      return;
    }
  copied_free (copied);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  Copied *copied = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GdkContentProvider) provider = NULL;

  if (copied != NULL)
    {
      GdkContentProvider *providers[] = {
        gdk_content_provider_new_for_bytes ("image/png", copied->png),
        gdk_content_provider_new_for_bytes ("image/svg+xml", copied->svg),
        gdk_content_provider_new_for_bytes ("text/html", copied->html),
        gdk_content_provider_new_typed (G_TYPE_STRING, copied->text),
      };

      provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
      gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (job->toasts)), provider);
      copied_free (copied);
    }
  tb_toast_tell (job->toasts, provider != NULL ? _("Figure copied") : error->message);
}

/**
 * tb_figure_copy:
 * @toasts: where it is told
 * @session: whose figures they are
 * @spec: the chart
 * @dpi: of the image
 *
 * Makes a figure in a thread and puts it on the clipboard, with the same record of
 * where it comes from as a file has: as PNG, SVG, tab-separated text and HTML, which
 * holds the image and its figures for programs that take no image.
 */
void
tb_figure_copy (AdwToastOverlay *toasts,
                TbSession       *session,
                TbChartSpec     *spec,
                double           dpi)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, made_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->toasts = g_object_ref (toasts);
  job->dataset = tb_dataset_ref (tb_session_get_dataset (session));
  g_set_object (&job->file, tb_session_get_file (session));
  job->stamp = g_strdup (tb_session_get_stamp (session));
  job->spec = tb_chart_spec_ref (spec);
  job->dpi = dpi;
  g_task_set_static_name (task, "[tongbi] copy figure");
  g_task_set_source_tag (task, tb_figure_copy);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, make_in_thread);
}
