/* Sees that a file has changed on disk, offers to read it again, and tells what came of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

#include "tb-banner.h"
#include "tb-chart.h"
#include "tb-file-name.h"
#include "tb-news-dialog.h"
#include "tb-toast.h"

#include <glib/gi18n-lib.h>

/* Each takes a watch of the system, of which there are few. */
#define MAX_WATCHED 64

static void
show_change (TbWindow   *self,
             const char *digest,
             GFile      *file)
{
  g_autofree char *name = tb_file_dup_name (file);
  g_autofree char *title = NULL;
  gboolean is_gone = digest[0] == '\0';

  if (is_gone)
    /* Translators: %s is the name of a file */
    title = g_strdup_printf (_("“%s” is gone; its figures stay open"), name);
  else
    /* Translators: %s is the name of a file */
    title = g_strdup_printf (_("“%s” has changed on disk"), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reload_banner), title);
  adw_banner_set_button_label (self->reload_banner, is_gone ? NULL : _("_Reload"));
  tb_banner_tell (self->reload_banner, title);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TbWindow) self = user_data;
  g_auto (GStrv) digests = tb_work_file_digest_finish (result, NULL);

  if (digests == NULL || self->digests == NULL || g_strv_length (digests) != g_strv_length (self->digests))
    return;
  adw_banner_set_revealed (self->reload_banner, FALSE);
  for (gsize i = 0; digests[i] != NULL; i++)
    if (!g_str_equal (digests[i], self->digests[i]))
      {
        show_change (self, digests[i], tb_import_get_file (self->import, i));
        return;
      }
}

static void
look (gpointer data)
{
  TbWindow *self = data;

  self->look_id = 0;
  if (self->import == NULL || self->digests == NULL)
    return;
  /* Of the bytes alone: who only touches a file changes nothing. */
  tb_window_digest (self, NULL, self->digesting, looked_cb, g_object_ref (self));
}

/**
 * tb_window_look_at_files:
 * @self: a window with files open
 *
 * Looks in a moment whether the files are as they were read, and offers to read them
 * again where they are not.
 */
void
tb_window_look_at_files (TbWindow *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  self->look_id = g_timeout_add_once (TB_WINDOW_LOOK_AFTER_MS, look, self);
}

/**
 * tb_window_watch:
 * @self: a window in which files were opened just now
 *
 * Watches the files on disk.
 */
void
tb_window_watch (TbWindow *self)
{
  gsize n = MIN (tb_import_get_n_files (self->import), MAX_WATCHED);

  adw_banner_set_revealed (self->reload_banner, FALSE);
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  self->monitors = g_ptr_array_new_with_free_func (g_object_unref);
  for (gsize i = 0; i < n; i++)
    {
      GFileMonitor *monitor = g_file_monitor (tb_import_get_file (self->import, i), G_FILE_MONITOR_WATCH_MOVES, NULL,
                                              NULL);

      if (monitor == NULL)
        continue;
      g_signal_connect_object (monitor, "changed", G_CALLBACK (tb_window_look_at_files), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->monitors, monitor);
    }
}

static void
details_cb (AdwToast *toast,
            TbNews   *news)
{
  TbWindow *self = g_object_get_data (G_OBJECT (toast), "window");
  TbNewsDialog *dialog = tb_news_dialog_new (news, tb_session_get_language (self->session));

  tb_toast_leave (self->toasts);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
tell_news (TbWindow *self,
           TbNews   *news)
{
  g_autofree char *summary = tb_news_dialog_dup_summary (news);
  AdwToast *toast = adw_toast_new ("");

  if (tb_news_get_n (news) > 0)
    {
      adw_toast_set_timeout (toast, 0);
      adw_toast_set_button_label (toast, _("_Details"));
      g_object_set_data (G_OBJECT (toast), "window", self);
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (details_cb), tb_news_ref (news),
                             (GClosureNotify) (void (*) (void)) tb_news_unref, 0);
    }
  tb_window_add_toast (self, toast, summary);
}

/* Two readings that are compared in a thread, and the chart of them. */
typedef struct
{
  TbDataset   *before;
  TbDataset   *after;
  TbChartSpec *spec;
  gboolean     automatic_type;
} Readings;

static void
readings_free (gpointer data)
{
  Readings *readings = data;

  tb_dataset_unref (readings->before);
  tb_dataset_unref (readings->after);
  tb_chart_spec_unref (readings->spec);
  g_free (readings);
}

static void
compare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  const Readings *readings = data;
  TbNews *news = tb_news_find (readings->before, readings->after);
  g_auto (GStrv) lost = tb_chart_find_lost_decorations (readings->spec, readings->automatic_type, readings->before,
                                                        readings->after);

  for (gsize i = 0; lost[i] != NULL; i++)
    tb_news_add_decoration (news, lost[i]);
  g_task_return_pointer (task, news, (GDestroyNotify) tb_news_unref);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  TbWindow *self = TB_WINDOW (source);
  g_autoptr (TbImport) import = user_data;
  g_autoptr (TbNews) news = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Something else was shown, or read again, in the meantime. */
  if (news == NULL)
    return;
  tb_window_show_import (self, import, NULL, NULL);
  tell_news (self, news);
}

/* In the language in which what it says is told. */
static TbChartSpec *
dup_spec (TbWindow *self)
{
  TbChartSpecFields fields = *tb_session_get_fields (self->session);

  fields.language = tb_session_get_language (self->session);

  return tb_chart_spec_new (&fields);
}

/**
 * tb_window_drop_reading:
 * @self: a window
 *
 * Drops the figures that were read again, where they are not shown yet.
 */
void
tb_window_drop_reading (TbWindow *self)
{
  g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
}

/**
 * tb_window_take_reading:
 * @self: a window
 * @import: its files, read again
 *
 * Shows the new figures as the old ones were looked at, and tells what is new.
 */
void
tb_window_take_reading (TbWindow *self,
                        TbImport *import)
{
  g_autoptr (GTask) task = NULL;
  Readings *readings = g_new0 (Readings, 1);

  tb_window_drop_reading (self);
  self->comparing = g_cancellable_new ();
  task = g_task_new (self, self->comparing, compared_cb, g_object_ref (import));

  readings->before = tb_dataset_ref (tb_session_get_dataset (self->session));
  readings->after = tb_dataset_ref (tb_import_get_dataset (import));
  readings->spec = dup_spec (self);
  readings->automatic_type = tb_session_has_automatic_type (self->session);
  g_task_set_source_tag (task, tb_window_take_reading);
  g_task_set_static_name (task, "[tongbi] compare readings");
  g_task_set_task_data (task, readings, readings_free);
  g_task_run_in_thread (task, compare_in_thread);
}
