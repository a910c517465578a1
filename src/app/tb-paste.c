/* What pasted text is, and where it is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-paste.h"

#include "tb-save.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Outside of quotes. */
static guint
count_separators (const char *line,
                  char        separator)
{
  gboolean is_quoted = FALSE;
  guint n = 0;

  for (const char *p = line; *p != '\0'; p++)
    {
      is_quoted ^= *p == '"';
      n += !is_quoted && *p == separator;
    }
  return n;
}

/* Whether at least two lines have the same sign in them: prose has commas too, but
 * seldom in its first lines alike. */
static gboolean
has_columns (const char *text,
             char        separator)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 4);
  guint n = 0;
  guint first = 0;

  for (gsize i = 0; lines[i] != NULL && i < 3; i++)
    {
      guint here = count_separators (lines[i], separator);

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      if (here == 0 || (n > 0 && separator != '\t' && here != first))
        return FALSE;
      first = n == 0 ? here : first;
      n++;
    }
  return n >= 2;
}

/**
 * tb_paste_guess_suffix:
 * @text: what was pasted
 *
 * Tells what kind of file a text would be; its content is looked at again when it is
 * opened.
 *
 * Returns: (transfer none) (nullable): a suffix; %NULL for what is no table
 */
const char *
tb_paste_guess_suffix (const char *text)
{
  const char *start = text + strspn (text, " \t\r\n");

  if (*start == '{' || *start == '[')
    return "json";
  if (has_columns (text, '\t'))
    return "tsv";
  if (has_columns (text, ',') || has_columns (text, ';'))
    return "csv";
  return NULL;
}

/* Of a file that is not there yet, named after the time. */
static char *
dup_path (const char *suffix)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d %H.%M.%S");
  /* Translators: the name of a file; %s is a date and a time */
  g_autofree char *stem = g_strdup_printf (_("Pasted %s"), when);

  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s.%s", stem, suffix)
                                     : g_strdup_printf ("%s (%u).%s", stem, i, suffix);
      g_autofree char *path = g_build_filename (g_get_user_data_dir (), "tongbi", "pasted", name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static void
keep_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const char *text = data;
  const char *suffix = tb_paste_guess_suffix (text);
  g_autofree char *path = suffix != NULL ? dup_path (suffix) : NULL;
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s",
                             _("What was copied is not a table: copy rows with tabs, commas or semicolons"));
  else if (g_mkdir_with_parents (folder, 0700) != 0)
    g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
  else if (tb_save_file (path, text, strlen (text), &error))
    g_task_return_pointer (task, g_file_new_for_path (path), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * tb_paste_keep_async:
 * @text: (transfer full): what was pasted
 * @callback: (scope async): called at the end
 * @user_data: for @callback
 *
 * Writes a pasted table in a thread into a file of its own among the program's data:
 * charts that are made of it can be saved and opened again.
 *
 * Errors: %G_IO_ERROR_INVALID_DATA where it is no table; those of writing.
 */
void
tb_paste_keep_async (char                *text,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, tb_paste_keep_async);
  g_task_set_static_name (task, "[tongbi] keep pasted text");
  g_task_set_task_data (task, text, g_free);
  g_task_run_in_thread (task, keep_in_thread);
}

/**
 * tb_paste_keep_finish:
 * @result: of tb_paste_keep_async()
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *
tb_paste_keep_finish (GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
