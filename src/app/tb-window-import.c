/* Shows files that were read in a window, and asks where they can be read in several ways.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-window-private.h"

#include "tb-dialog-parts.h"
#include "tb-import-dialog.h"
#include "tb-recent.h"
#include "tb-settings.h"
#include "tb-toast.h"

#include <glib/gi18n-lib.h>

/* Of a dialog: the saved work whose figures it asks about. */
#define FOUND "found"

static gboolean
is_of_same_files (TbImport *a,
                  TbImport *b)
{
  gsize n = tb_import_get_n_files (a);

  for (gsize i = 0; i < n && n == tb_import_get_n_files (b); i++)
    {
      if (!g_file_equal (tb_import_get_file (a, i), tb_import_get_file (b, i)))
        return FALSE;
    }
  return n == tb_import_get_n_files (b);
}

/* The document rather than its figures; what was kept for the case of a crash is no file
 * of the user's. */
static void
add_recent (TbWindow          *self,
            const TbWorkFound *found)
{
  if (found != NULL && found->is_recovered)
    return;
  if (found != NULL)
    tb_recent_add (found->file);
  else if (self->work_file == NULL && tb_import_get_n_files (self->import) == 1)
    tb_recent_add (tb_import_get_file (self->import, 0));
}

/* "Digital Qingdao: 183 indicators" */
static void
say_opened (TbWindow *self)
{
  gsize n = tb_catalog_get_n_indicators (tb_dataset_get_catalog (tb_session_get_dataset (self->session)));
  g_autofree char *title = tb_session_dup_title (self->session);
  g_autofree char *count = g_strdup_printf (ngettext ("%zu indicator", "%zu indicators", n), n);
  g_autofree char *text = g_strdup_printf (_("%s: %s"), title, count);

  tb_window_say (self, text);
}

static void
open_import (TbWindow          *self,
             TbImport          *import,
             const TbWorkFound *found,
             const char        *first)
{
  TbDataset *dataset = tb_import_get_dataset (import);
  char *ids[] = { (char *) first, NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbChartSpec) spec = NULL;
  TbLook look;
  gboolean has_look = tb_window_get_saved_look (found, &look);

  if (!has_look && first != NULL && tb_catalog_find_indicator (tb_dataset_get_catalog (dataset), first) != NULL)
    {
      fields.indicators = ids;
      spec = tb_chart_spec_new (&fields);
      look = (TbLook) { spec, TRUE };
      has_look = TRUE;
    }
  tb_session_open (self->session, tb_import_get_file (import, 0), dataset, tb_import_get_problems (import),
                   has_look ? &look : NULL);
}

/**
 * tb_window_show_import:
 * @self: a window
 * @import: files that were read
 * @found: (nullable) (transfer full): the saved work that shows them, if they were
 *   opened for it
 * @first: (nullable): as of tb_window_open_showing()
 *
 * Shows their figures; those of the files that are open already are looked at as
 * before.
 */
void
tb_window_show_import (TbWindow    *self,
                       TbImport    *import,
                       TbWorkFound *found,
                       const char  *first)
{
  g_autoptr (TbWorkFound) own = found;
  gboolean is_again = own == NULL && self->import != NULL && is_of_same_files (self->import, import);
  gboolean shows_content = adw_navigation_split_view_get_show_content (self->split_view);

  tb_window_drop_reading (self);
  g_set_object (&self->import, import);
  if (is_again)
    {
      tb_session_replace (self->session, tb_import_get_file (import, 0), tb_import_get_dataset (import),
                          tb_import_get_problems (import));
      /* In a narrow window too one goes on where one was. */
      adw_navigation_split_view_set_show_content (self->split_view, shows_content);
      tb_window_start_digesting (self);
    }
  else
    {
      open_import (self, import, own, first);
      tb_window_begin_work (self, own);
      say_opened (self);
    }
  if (tb_import_get_n_files (import) == 1)
    tb_session_set_stamp (self->session, tb_import_get_stamps (import)[0]);
  tb_window_watch (self);
  tb_window_update_actions (self);
  add_recent (self, own);
}

static void
remembered_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (AdwToastOverlay) toasts = user_data;
  g_autoptr (GError) error = NULL;

  if (tb_import_remember_finish (TB_IMPORT (source), result, &error))
    return;
  g_message ("Keeping how a file is read: %s", error->message);
  tb_toast_tell (toasts, _("The choice could not be saved"));
}

static void
accepted_cb (TbWindow       *self,
             TbImportDialog *dialog)
{
  TbImport *import = tb_import_dialog_get_import (dialog);

  tb_window_show_import (self, import, g_object_steal_data (G_OBJECT (dialog), FOUND), NULL);
  if (g_settings_get_boolean (tb_settings_get (), "remember-import"))
    tb_import_remember_async (import, remembered_cb, g_object_ref (self->toasts));
}

static void
ask (TbWindow          *self,
     TbImport          *import,
     const char *const *ids,
     TbWorkFound       *found)
{
  TbImportDialog *dialog = tb_import_dialog_new (import, tb_session_get_language (self->session), ids);

  g_object_set_data_full (G_OBJECT (dialog), FOUND, found, (GDestroyNotify) tb_work_found_free);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->question, ADW_DIALOG (dialog));
  tb_dialog_present_soon (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/**
 * tb_window_ask_import:
 * @self: a window
 * @import: files that were read, and can be read in several ways
 * @found: (nullable) (transfer full): as of tb_window_show_import()
 *
 * Asks how they are to be read, and shows them then.
 */
void
tb_window_ask_import (TbWindow    *self,
                      TbImport    *import,
                      TbWorkFound *found)
{
  ask (self, import, NULL, found);
}

/**
 * tb_window_ask_reading:
 * @self: a window with a file open
 *
 * Shows how what is open was read, to change it.
 */
void
tb_window_ask_reading (TbWindow *self)
{
  g_auto (GStrv) ids = tb_session_dup_ids (self->session);

  g_return_if_fail (self->import != NULL);

  ask (self, self->import, (const char *const *) ids, NULL);
}
