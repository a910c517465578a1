/* The first figures of a dataset, as rows of a list.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-import-preview.h"

#include <glib/gi18n-lib.h>

#define MAX_ROWS 8

/* So that more than one series is seen. */
#define MAX_ROWS_OF_SERIES 3

/* A number is broken only where it is longer. */
#define VALUE_CHARS 12

/* The number as it is in the file, and what it is multiplied by and counted in:
 * "12.30 × 1000000 EUR". */
static char *
dup_value (const TbSeries      *series,
           const TbObservation *observation,
           TbLanguage           language)
{
  g_autofree char *number = tb_decimal_to_string (observation->value);
  g_autofree char *multiplier = tb_decimal_to_string (observation->multiplier);
  g_autofree char *unit = tb_unit_label (tb_series_get_info (series)->unit, NULL, language);
  gboolean is_long = observation->extra != NULL && observation->extra->digits != NULL;
  gboolean is_one = tb_decimal_compare (observation->multiplier, TB_DECIMAL_ONE) == 0;

  if (!observation->has_value)
    /* Translators: in place of a number */
    return g_strdup (_("no number"));
  return g_strconcat (is_long ? observation->extra->digits : number, is_one ? "" : " × ", is_one ? "" : multiplier,
                      *unit != '\0' ? " " : "", unit, NULL);
}

static char *
dup_details (const TbSeries      *series,
             const TbObservation *observation,
             TbLanguage           language)
{
  const TbSeriesInfo *info = tb_series_get_info (series);
  g_autofree char *period = tb_period_label (observation->period, language, TB_PERIOD_LABEL_FULL);
  const char *measure = tb_vocabulary_word (&tb_measures, (int) info->measure, language);

  return g_strconcat (period, " · ", measure, NULL);
}

static GtkWidget *
new_row (const TbSeries *series,
         gsize           i,
         TbLanguage      language)
{
  TbObservation observation;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *name = tb_series_dup_name (series, language, TRUE);
  g_autofree char *details = NULL;
  g_autofree char *value = NULL;

  tb_series_get (series, i, &observation);
  details = dup_details (series, &observation, language);
  value = dup_value (series, &observation, language);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_label_set_text (GTK_LABEL (label), value);
  if (g_utf8_strlen (value, -1) > VALUE_CHARS)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (label), VALUE_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 2 * VALUE_CHARS);
    }
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

GPtrArray *
tb_import_preview_new_rows (TbDataset  *dataset,
                            TbLanguage  language)
{
  GPtrArray *rows = g_ptr_array_new ();
  gsize n_series = tb_dataset_get_n_series (dataset);

  for (gsize s = 0; s < n_series && rows->len < MAX_ROWS; s++)
    {
      const TbSeries *series = tb_dataset_get_series (dataset, s);
      gsize n = MIN (tb_series_get_n (series), n_series == 1 ? MAX_ROWS : MAX_ROWS_OF_SERIES);

      for (gsize i = 0; i < n && rows->len < MAX_ROWS; i++)
        g_ptr_array_add (rows, new_row (series, i, language));
    }
  return rows;
}

GtkWidget *
tb_import_preview_new_failure (TbProblems *problems)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-error-symbolic");
  gboolean has_message = problems != NULL && tb_problems_get_n_listed (problems) > 0;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("The file cannot be read in this way"));
  if (has_message)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), tb_problems_get (problems, 0)->message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Error"), -1);
  gtk_widget_add_css_class (icon, "error");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

char *
tb_import_preview_dup_summary (TbDataset *dataset)
{
  gsize n_series = tb_dataset_get_n_series (dataset);
  gsize n_figures = tb_dataset_get_n_observations (dataset);
  g_autofree char *series = g_strdup_printf (ngettext ("%zu series", "%zu series", n_series), n_series);
  g_autofree char *figures = g_strdup_printf (ngettext ("%zu figure", "%zu figures", n_figures), n_figures);

  /* Translators: "1200 figures in 5 series" */
  return g_strdup_printf (_("%s in %s"), figures, series);
}
