/* From a chart's spec to a drawing and to a file, with the fonts of the machine.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-export.h"

#include "tb-chart.h"
#include "tb-measure-pango.h"
#include "tb-provenance.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbTextMeasure, tb_measure_pango_free)

/**
 * tb_export_layout:
 * @spec: what to show
 * @selection: the figures, of tb_chart_select()
 * @error: return location for an error
 *
 * Lays a chart out with the fonts of the machine.
 *
 * Errors: %TB_CHART_ERROR.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): a scene
 */
TbScene *
tb_export_layout (const TbChartSpec  *spec,
                  const TbSelection  *selection,
                  GError            **error)
{
  const char *const languages[TB_N_LANGUAGES] = { "en", "zh-CN" };
  g_autoptr (TbTextMeasure) measure = tb_measure_pango_new (languages[tb_chart_spec_get (spec)->language]);

  return tb_chart_layout (spec, selection, measure, error);
}

/* Control characters are left out of a figure, which nobody sees (semantics E-6). */
static gboolean
has_controls (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!strchr ("\t\n\r", *p) && tb_text_is_invisible (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

static void
add_notices (const TbChartSpecFields *fields,
             GPtrArray               *notices)
{
  const struct { const char *text; const char *name; } texts[] = {
    { fields->title, N_("title") }, { fields->subtitle, N_("subtitle") }, { fields->note, N_("note") },
    { fields->source, N_("source") }, { fields->description, N_("alternative text") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (has_controls (texts[i].text))
        /* Translators: %s: title, subtitle, note … of a chart. */
        g_ptr_array_add (notices, g_strdup_printf (_("Control characters in the %s are left out."), _(texts[i].name)));
    }
  for (gsize i = 0; i < fields->n_decorations; i++)
    if (has_controls (fields->decorations[i].text))
      {
        g_ptr_array_add (
            notices, g_strdup_printf (_("Control characters in the %s are left out."), _("text of a decoration")));
        return;
      }
}

/* What was asked for and is not in the figure. */
static void
add_losses (const TbSceneInfo *info,
            GPtrArray         *notices)
{
  if (info->n_refused > 0)
    g_ptr_array_add (
        notices,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u decoration is refused; the notes of the figure say why.",
                                      "%u decorations are refused; the notes of the figure say why.", info->n_refused),
                         info->n_refused));
  if (info->n_dropped > 0)
    g_ptr_array_add (
        notices, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u label or note found no room and is left out.",
                                               "%u labels or notes found no room and are left out.", info->n_dropped),
                                  info->n_dropped));
}

/**
 * tb_export_chart:
 * @spec: what to show
 * @dataset: the figures
 * @format: the file's format
 * @options: (nullable): what goes in beside the drawing
 * @error: return location for an error
 *
 * Selects, lays out and writes a chart, all in the calling thread.
 *
 * Errors: those of selection, %TB_CHART_ERROR, %TB_EXPORT_ERROR.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the file's bytes
 */
GBytes *
tb_export_chart (const TbChartSpec      *spec,
                 TbDataset              *dataset,
                 TbExportFormat          format,
                 const TbExportOptions  *options,
                 GError                **error)
{
  const TbExportOptions defaults = TB_EXPORT_OPTIONS_INIT;
  TbExportOptions used = options != NULL ? *options : defaults;
  g_autoptr (TbSelection) selection = tb_chart_select (spec, dataset, error);
  g_autoptr (TbScene) scene = NULL;
  g_auto (TbProvenance) provenance = { 0 };

  if (selection == NULL)
    return NULL;
  scene = tb_export_layout (spec, selection, error);
  if (scene == NULL)
    return NULL;
  tb_provenance_init (&provenance, spec, selection, dataset);
  tb_provenance_fill (&provenance, &used);
  if (used.notices != NULL)
    {
      add_notices (tb_chart_spec_get (spec), used.notices);
      add_losses (tb_scene_get_info (scene), used.notices);
    }
  if (used.n_refused != NULL)
    *used.n_refused = tb_scene_get_info (scene)->n_refused;

  return tb_export_scene (scene, format, &used, error);
}
