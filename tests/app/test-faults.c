/* Files that nobody would wish to open: damaged ones, huge ones, names of all kinds. The
 * window says what is wrong, keeps what was open, and stays in good order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-window-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define LONG_NAME 5000

/* @content: NULL for a folder, "|" for a pipe, "@" for no file at all, "/…" for a link to that. */
static const struct
{
  const char *name, *content;
  const char *message;   /* a part of what is told */
} damaged[] = {
  { "broken.tongbi.json", "{\"tongbi\": \"dataset/1\", \"series\": [", "Found the end" },
  { "schema.tongbi.json", "{\"tongbi\": \"dataset/1\", \"indicators\": 5}", "indicators" },
  { "version.tongbi.json", "{\"tongbi\": \"dataset/9\"}", "dataset/9" },
  { "empty.json", "", "empty" },
  { "folder", NULL, "No file of figures in it" },
  { "binary.json", "\x7f" "ELF\x02\x01\x01", "This is a program" },
  { "pipe.json", "|", "This is a device or a pipe" },
  { "zero.json", "/dev/zero", "This is a device or a pipe" },
  { "loop.json", "/@", "Too many levels of symbolic links" },
  { "gone.json", "@", "There is no such file" },
  { "b<b>&old_name.json", "[", "“b<b>&old_name.json”" },
  { "line\nbreak.json", "[", "“line break.json”" },
  { "bytes\xff.json", "[", "“bytes�.json”" },
  { "bad.tongbi-chart.json", "{\"tongbi\": \"chart/1\", \"type\": \"pie\"}", "pie" },
  { "cut.tongbi-chart.json", "{\"tongbi\": \"chart/1\", ", "Line 1, column 23" },
  { "own.tongbi-chart.json",
    "{\"tongbi\": \"chart/1\", \"data\": {\"files\": [{\"path\": \"own.tongbi-chart.json\"}]}}", "chart/1" },
};

static char *
make (const char *name,
      const char *content)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  if (content == NULL)
    g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  else if (g_str_equal (content, "|"))
    g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  else if (g_str_equal (content, "/@"))
    g_assert_cmpint (symlink (path, path), ==, 0);
  else if (content[0] == '/')
    g_assert_cmpint (symlink (content, path), ==, 0);
  else if (!g_str_equal (content, "@"))
    g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return g_steal_pointer (&path);
}

static void
test_damaged (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autofree char *small = tb_app_test_write ("small.tongbi.json", tb_app_test_small_dataset ());
  g_autofree char *path = make (damaged[row].name, damaged[row].content);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TbWindow *window = tb_app_test_open (small);
  TbDataset *before = tb_session_get_dataset (window->session);

  tb_window_open (window, file);
  tb_app_test_wait_settled (window);
  tb_app_test_draw (window);
  g_assert_true (tb_session_get_dataset (window->session) == before);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->pages), ==, "content");
  g_assert_nonnull (tb_app_test_get_dialog (window));
  g_assert_nonnull (tb_app_test_find_part (GTK_WIDGET (tb_app_test_get_dialog (window)), damaged[row].message));
  tb_app_test_close (window);
}

/* Saved work whose figures are no file that can be read. */
static const struct
{
  const char *name, *path;
} pointers[] = {
  { "device", "/dev/zero" },
  { "pipe", "pipe.json" },
  { "gone", "nowhere/at/all.json" },
  { "uri", "https://example.org/figures.json" },
  { "not-a-uri", "nothing://" },
  { "long", NULL },
  { "markup", "<b>&amp;_.json" },
};

static void
test_pointer (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autofree char *huge = g_strnfill (100000, 'x');
  g_autofree char *chart = g_strdup_printf ("{\"tongbi\": \"chart/1\", \"data\": {\"files\": [{\"path\": \"%s\"}]}}",
                                            pointers[row].path != NULL ? pointers[row].path : huge);
  g_autofree char *path = tb_app_test_write ("x.tongbi-chart.json", chart);
  TbWindow *window = tb_app_test_open (path);

  tb_app_test_draw (window);
  g_assert_true (tb_window_is_empty (window));
  g_assert_true (ADW_IS_ALERT_DIALOG (tb_app_test_get_dialog (window)));
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (window), "Where Are the Figures?"));
  tb_app_test_close (window);
}

static void
append_text (GString    *json,
             const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", *p);
      else if (*p == '"' || *p == '\\')
        g_string_append_printf (json, "\\%c", *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

/* All that has a name is called @name. */
static char *
dup_named (const char *name,
           const char *observations)
{
  g_autoptr (GString) json = g_string_new ("{\"tongbi\": \"dataset/1\", \"title\": ");

  append_text (json, name);
  g_string_append (json, ", \"publisher\": ");
  append_text (json, name);
  g_string_append (json, ", \"sources\": {\"s\": {\"publisher\": ");
  append_text (json, name);
  g_string_append (json, ", \"title\": ");
  append_text (json, name);
  g_string_append (json, "}}, \"places\": {\"p\": {\"name\": ");
  append_text (json, name);
  g_string_append (json, "}, \"q\": {\"name\": \"Q\"}}, \"units\": {\"u\": {\"kind\": \"count\", \"name\": ");
  append_text (json, name);
  g_string_append (json, "}}, \"domains\": {\"d\": {\"name\": ");
  append_text (json, name);
  g_string_append (json, "}}, \"indicators\": [{\"id\": \"a\", \"unit\": \"u\", \"measure\": \"stock\", \"domain\": "
                         "\"d\", \"name\": ");
  append_text (json, name);
  g_string_append (json, "}], \"series\": [{\"indicator\": \"a\", \"place\": \"p\", \"observations\": [");
  g_string_append (json, observations);
  g_string_append (json, "]}, {\"indicator\": \"a\", \"place\": \"q\", \"observations\": [[\"2021-12-31\", 5]]}]}");

  return g_string_free_and_steal (g_steal_pointer (&json));
}

static void
show_all_views (TbWindow *window)
{
  static const char *const views[] = { "overview", "chart", "table" };

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_test_message ("%s", views[i]);
      adw_view_stack_set_visible_child_name (window->views, views[i]);
      tb_app_test_wait_settled (window);
      tb_app_test_draw (window);
    }
}

/* The table of figures, the sources, the dialogs of export: each is shown, and nothing is warned of. */
static void
show_dialogs (TbWindow *window)
{
  static const char *const dialogs[] = { "win.export", "win.show-current-source", "win.show-shortcuts" };

  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), dialogs[i], NULL);
      tb_app_test_draw (window);
      g_assert_nonnull (tb_app_test_get_dialog (window));
      adw_dialog_force_close (tb_app_test_get_dialog (window));
      tb_app_test_draw (window);
    }
}

static const struct
{
  const char *name, *text;   /* NULL: very long; "": and without a space */
} names[] = {
  { "long", NULL },
  { "unbroken", "" },
  { "right-to-left", "عدد الأسرّة في المستشفيات ‏(2021)‏ مستشفى" },
  { "mixed", "\xe2\x80\xae" "beds‬ مستشفى 12%" },
  { "control", "Hospital\x01\x02 beds\x7f\nin two\r\nlines\tand tabs" },
  { "markup", "<b>&amp; Beds & <span foreground='red'>beds</span> 100%s %n" },
  { "mnemonic", "_Hospital __beds_" },
  { "blank", "   " },
};

static void
test_name (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autoptr (GString) longest = g_string_new ("Beds");
  const char *name = names[row].text;
  g_autofree char *json = NULL;
  g_autofree char *path = NULL;
  TbWindow *window;
  g_autofree char *told = NULL;

  while ((name == NULL || name[0] == '\0') && longest->len < LONG_NAME)
    g_string_append (longest, name == NULL ? " in the hospitals" : "W");
  json = dup_named (name != NULL && name[0] != '\0' ? name : longest->str,
                    "{\"period\": \"2020-12-31\", \"value\": 4, \"source\": \"s\"}, [\"2021-12-31\", 9]");
  path = tb_app_test_write ("names.tongbi.json", json);
  window = tb_app_test_open (path);
  g_assert_nonnull (tb_session_get_dataset (window->session));
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  show_all_views (window);
  /* A name makes no window wider than its screen. */
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 1600);
  told = g_strdup (gtk_window_get_title (GTK_WINDOW (window)));
  g_assert_true (g_utf8_validate (told, -1, NULL));
  g_assert_null (strpbrk (told, "\n\r\t\x01"));
  show_dialogs (window);
  tb_app_test_close (window);
}

/* Datasets with hardly anything in them. */
#define BEGIN "{\"tongbi\": \"dataset/1\", \"title\": \"T\", "
#define UNIT "\"units\": {\"u\": {\"name\": \"u\", \"kind\": \"count\"}}, "
#define INDICATOR "\"indicators\": [{\"id\": \"a\", \"name\": \"A\", \"unit\": \"u\", \"measure\": \"stock\"}], "
#define SERIES(rows) BEGIN UNIT INDICATOR "\"series\": [{\"indicator\": \"a\", \"observations\": [" rows "]}]}"

static const struct
{
  const char *name, *json;
} small[] = {
  { "no-indicators", BEGIN "\"indicators\": [], \"series\": []}" },
  { "no-figures", BEGIN UNIT INDICATOR "\"series\": []}" },
  { "one-figure", SERIES ("[\"2021-12-31\", 5]") },
  { "undated", SERIES ("{\"value\": 5}") },
  { "without-numbers", SERIES ("{\"period\": \"2021-12-31\", \"status\": \"missing\"}") },
};

static void
test_small (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  g_autofree char *path = tb_app_test_write ("little.tongbi.json", small[row].json);
  TbWindow *window = tb_app_test_open (path);

  tb_app_test_draw (window);
  if (tb_session_get_dataset (window->session) != NULL)
    show_all_views (window);
  else
    g_assert_nonnull (tb_app_test_get_dialog (window));
  tb_app_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  tb_app_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autofree char *path = g_strdup_printf ("/faults/damaged/%zu", i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_damaged);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pointers); i++)
    {
      g_autofree char *path = g_strconcat ("/faults/pointer/", pointers[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_pointer);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/faults/name/", names[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_name);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (small); i++)
    {
      g_autofree char *path = g_strconcat ("/faults/small/", small[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_small);
    }

  return g_test_run ();
}
