/* What kind of figures the indicators of a file are: a group of rows to choose it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-import-measures.h"

#include "tb-import-row.h"
#include "tb-import-words.h"

#include <glib/gi18n-lib.h>

/* Rows of single indicators; more can be reached by selecting them in the window. */
#define MAX_INDICATORS 12

/* As the rows of columns, these come a few in each frame. */
#define FRAME_US 1500

struct _TbImportMeasures
{
  AdwPreferencesGroup  parent_instance;

  TbImport            *import;
  GPtrArray           *ids;      /* of char *; NULL for all indicators */
  GPtrArray           *titles;   /* of char *, as @ids */
  GPtrArray           *rows;     /* of AdwComboRow, as @ids, as far as they are made; borrowed */
  guint                fill_id;
  gboolean             is_tight;
};

G_DEFINE_FINAL_TYPE (TbImportMeasures, tb_import_measures, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (TbImportMeasures *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
tb_import_measures_dispose (GObject *object)
{
  TbImportMeasures *self = TB_IMPORT_MEASURES (object);

  if (self->fill_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fill_id);
  self->fill_id = 0;
  g_clear_object (&self->import);
  G_OBJECT_CLASS (tb_import_measures_parent_class)->dispose (object);
}

static void
tb_import_measures_finalize (GObject *object)
{
  TbImportMeasures *self = TB_IMPORT_MEASURES (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->ids);
  G_OBJECT_CLASS (tb_import_measures_parent_class)->finalize (object);
}

static void
tb_import_measures_class_init (TbImportMeasuresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tb_import_measures_dispose;
  G_OBJECT_CLASS (klass)->finalize = tb_import_measures_finalize;
  /**
   * TbImportMeasures::changed:
   *
   * The user has chosen what the figures are.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TB_TYPE_IMPORT_MEASURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
tb_import_measures_init (TbImportMeasures *self)
{
  self->rows = g_ptr_array_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->titles = g_ptr_array_new_with_free_func (g_free);
}

/* The first choice is to say nothing. */
static void
make_row (TbImportMeasures *self)
{
  const char *id = g_ptr_array_index (self->ids, self->rows->len);
  const char *title = g_ptr_array_index (self->titles, self->rows->len);
  TbProfile *profile = tb_import_get_profile (self->import);
  const TbProfileIndicator *said = profile != NULL ? tb_profile_get_indicator (profile, id) : NULL;
  guint i = said != NULL && said->has_measure ? tb_measure_choice_find (said->measure, said->since) : G_MAXUINT;
  AdwComboRow *row = tb_import_row_new (title, NULL, NULL);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  /* Translators: "As for All" is of the measure of one indicator */
  gtk_string_list_append (words, id == NULL ? C_("measure", "Not Stated") : C_("measure", "As for All"));
  for (gsize k = 0; k < tb_n_measure_choices; k++)
    gtk_string_list_append (words, tb_measure_choice_word (k));
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (row, i != G_MAXUINT ? i + 1 : 0);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
  if (self->is_tight)
    tb_import_row_set_tight (row, TRUE);
}

static gboolean
fill_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  TbImportMeasures *self = TB_IMPORT_MEASURES (widget);
  gint64 until = g_get_monotonic_time () + FRAME_US;

  while (self->rows->len < self->ids->len && g_get_monotonic_time () < until)
    make_row (self);
  if (self->rows->len < self->ids->len)
    return G_SOURCE_CONTINUE;
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static void
add (TbImportMeasures *self,
     const char       *id,
     const char       *title)
{
  g_ptr_array_add (self->ids, g_strdup (id));
  g_ptr_array_add (self->titles, g_strdup (title));
}

static gboolean
is_listed (const TbImportMeasures *self,
           const char             *id)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (self->ids, i), id) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_full (const TbImportMeasures *self)
{
  return self->ids->len > MAX_INDICATORS;
}

static void
add_indicator (TbImportMeasures  *self,
               TbLanguage         language,
               const TbIndicator *indicator)
{
  g_autofree char *name = tb_text_dup_marked (&indicator->name, language);

  if (!is_full (self) && !is_listed (self, indicator->id))
    add (self, indicator->id, *name != '\0' ? name : indicator->id);
}

static void
add_looked_at (TbImportMeasures  *self,
               TbLanguage         language,
               TbCatalog         *catalog,
               const char *const *ids)
{
  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const TbIndicator *indicator = tb_catalog_find_indicator (catalog, ids[i]);

      if (indicator != NULL)
        add_indicator (self, language, indicator);
    }
}

/* Those that the file says nothing of, whether the user did or not. */
static void
add_unstated (TbImportMeasures *self,
              TbLanguage        language,
              TbCatalog        *catalog)
{
  TbProfile *profile = tb_import_get_profile (self->import);
  gsize n = tb_catalog_get_n_indicators (catalog);

  for (gsize i = 0; i < n && n > 1 && !is_full (self); i++)
    {
      const TbIndicator *indicator = tb_catalog_get_indicator (catalog, i);

      if (indicator->measure == TB_MEASURE_UNSTATED
          || (profile != NULL && tb_profile_get_indicator (profile, indicator->id) != NULL))
        add_indicator (self, language, indicator);
    }
  if (is_full (self) && n > MAX_INDICATORS)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                           _("To set other indicators, select them in the list of the window first."));
}

/**
 * tb_import_measures_fill:
 * @self: an empty group
 * @import: files that were read
 * @language: of their figures
 * @ids: (nullable) (array zero-terminated=1): indicators that are looked at
 *
 * Lists all indicators without a measure as one, those that are looked at, and
 * as many others as there is room for.
 */
void
tb_import_measures_fill (TbImportMeasures  *self,
                         TbImport          *import,
                         TbLanguage         language,
                         const char *const *ids)
{
  TbDataset *dataset = tb_import_get_dataset (import);

  self->import = g_object_ref (import);
  add (self, NULL, _("All Indicators without a Stated Measure"));
  if (dataset != NULL)
    {
      add_looked_at (self, language, tb_dataset_get_catalog (dataset), ids);
      add_unstated (self, language, tb_dataset_get_catalog (dataset));
    }
  self->fill_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_cb, NULL, NULL);
}

gboolean
tb_import_measures_is_busy (TbImportMeasures *self)
{
  return self->fill_id != 0;
}

void
tb_import_measures_say (TbImportMeasures *self,
                        TbProfile        *profile)
{
  for (guint k = 0; k < self->rows->len; k++)
    {
      const char *id = g_ptr_array_index (self->ids, k);
      const TbProfileIndicator *before = tb_profile_get_indicator (profile, id);
      TbProfileIndicator said = { 0 };
      guint i = adw_combo_row_get_selected (g_ptr_array_index (self->rows, k));

      if (i == 0 && before == NULL)
        continue;
      if (before != NULL)
        said = *before;
      said.has_measure = i > 0;
      said.measure = i > 0 ? tb_measure_choices[i - 1].measure : TB_MEASURE_UNSTATED;
      said.since = i > 0 ? tb_measure_choices[i - 1].since : TB_SINCE_NONE;
      tb_profile_set_indicator (profile, id, &said);
    }
}

void
tb_import_measures_set_tight (TbImportMeasures *self,
                              gboolean          is_tight)
{
  self->is_tight = is_tight;
  for (guint i = 0; i < self->rows->len; i++)
    tb_import_row_set_tight (g_ptr_array_index (self->rows, i), is_tight);
}
