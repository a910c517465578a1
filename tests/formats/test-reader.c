/* Reading files: what is no file, limits, threads, progress, cancelling.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-cursor.h"
#include "tb-limits.h"
#include "tb-reader-private.h"
#include "tb-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define HEAD                                                                                                           \
  "{\"tongbi\": \"dataset/1\", \"title\": \"Many\", \"units\": {\"u\": {\"kind\": \"count\"}},"                        \
  " \"indicators\": [{\"id\": \"i\", \"name\": \"I\", \"unit\": \"u\", \"measure\": \"flow\"}], \"series\": ["

/* A dataset of @n_series series with 300 months each. */
static GBytes *
make_many (int n_series)
{
  GString *text = g_string_new (HEAD);

  for (int s = 0; s < n_series; s++)
    {
      g_string_append_printf (text, "%s{\"indicator\": \"i\", \"breakdown\": {\"b\": \"%d\"}, \"observations\": [",
                              s > 0 ? "," : "", s);
      for (int m = 0; m < 300; m++)
        g_string_append_printf (text, "%s[\"%d-%02d\", %d.%02d]", m > 0 ? "," : "", 2000 + m / 12, m % 12 + 1, s + m,
                                m % 100);
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");

  return g_string_free_to_bytes (text);
}

static char *
write_temporary (GBytes *bytes)
{
  char *path = g_build_filename (g_get_user_runtime_dir (), "many.tongbi.json", NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  return path;
}

static void
check_refused (const char *path,
               const char *expected)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("FILE");
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDataset) dataset = tb_reader_read_file (path, NULL, problems, NULL, NULL, NULL, &error);
  g_autofree char *report = tb_problems_dup_report (problems);

  g_assert_no_error (error);
  g_assert_null (dataset);
  g_assert_cmpstr (report, ==, expected);
}

static void
test_missing (void)
{
  check_refused ("/nowhere/at/all.json", "FILE: error: there is no such file; expected a file to read\n");
}

static void
test_folder (void)
{
  check_refused (g_get_tmp_dir (), "FILE: error: this is a folder; expected a file\n");
}

/* Root may read everything, so that the test is somebody else for a moment. */
static void
test_unreadable (void)
{
  g_autoptr (GBytes) bytes = make_many (1);
  g_autofree char *path = write_temporary (bytes);
  gboolean is_root = geteuid () == 0;

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (is_root && seteuid (65534) != 0)
    {
      g_test_skip_printf ("root cannot become another user here: %s", g_strerror (errno));
      return;
    }

  check_refused (path, "FILE: error: no permission to read the file; expected one that may be read\n");
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_broken_link (void)
{
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "loop", NULL);

  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  g_assert_cmpint (symlink ("loop", path), ==, 0);
  check_refused (path, "FILE: error: the file cannot be read: Too many levels of symbolic links\n");
}

/* A file of holes takes no room on the disk. */
static void
test_too_large (void)
{
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "large", NULL);
  g_autofd int fd = -1;

  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  fd = g_open (path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  g_assert_cmpint (ftruncate (fd, (off_t) TB_LIMIT_FILE_BYTES + 1), ==, 0);
  check_refused (path, "FILE: error: the file is larger than 1024 MB; expected a smaller one\n");
  g_unlink (path);
}

static GBytes *
read_pipe (const char *text,
           gsize       length,
           guint64     limit,
           guint64     size_expected,
           TbProblems *problems)
{
  TbReaderWatch watch = { 0 };
  int fds[2];
  GBytes *bytes;

  g_assert_cmpint (pipe (fds), ==, 0);
  g_assert_cmpint (write (fds[1], text, length), ==, length);
  close (fds[1]);
  bytes = tb_loader_read_fd (fds[0], limit, size_expected, &watch, problems, NULL);
  close (fds[0]);

  return bytes;
}

/* What is read is compared with the size that the file had at the beginning. */
static void
test_sizes (void)
{
  static const struct
  {
    guint64     limit;
    guint64     size_expected;
    const char *report;
  } cases[] = {
    { 100, 0, "" },
    { 10, 10, "" },
    { 100, 4, "" }, /* it grew */
    { 100, 11, "pipe: error: the file became shorter while it was read; expected 11 bytes, found 10\n" },
    { 9, 0, "pipe: error: the file is larger than 0 MB; expected a smaller one\n" },
    { 9, 10, "pipe: error: the file is larger than 0 MB; expected a smaller one\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TbProblems) problems = tb_problems_new ("pipe");
      g_autoptr (GBytes) bytes = read_pipe ("0123456789", 10, cases[i].limit, cases[i].size_expected, problems);
      g_autofree char *report = tb_problems_dup_report (problems);

      g_assert_cmpstr (report, ==, cases[i].report);
      g_assert_cmpint (bytes != NULL, ==, *cases[i].report == '\0');
      if (bytes != NULL)
        g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "0123456789", 10);
    }
}

static void
test_memory_limit (void)
{
  g_autoptr (GBytes) bytes = make_many (10);
  g_autoptr (TbProblems) problems = tb_problems_new ("many");
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (TbJsonDocument) document = tb_json_document_new (text, length, 1 << 16, problems);
  g_autofree char *report = tb_problems_dup_report (problems);

  g_assert_null (document);
  g_assert_cmpstr (report, ==,
                   "many: error: the file needs more than 0 MB of memory to read; expected a smaller one\n");
}

/* An observation refers to its source by 16 bits. */
static void
test_too_many_sources (void)
{
  GString *text = g_string_new ("{\"tongbi\": \"dataset/1\", \"title\": \"Many\", \"units\": {}, \"indicators\": [], "
                                "\"series\": [],\n\"sources\": {");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TbProblems) problems = tb_problems_new ("many");
  g_autofree char *report = NULL;

  for (int i = 0; i <= TB_LIMIT_SOURCES; i++)
    g_string_append_printf (text, "%s\"s%d\": {}", i > 0 ? "," : "", i);
  g_string_append (text, "}}");
  bytes = g_string_free_to_bytes (text);

  g_assert_null (tb_reader_read_bytes (bytes, NULL, problems, NULL, NULL, NULL, NULL));
  report = tb_problems_dup_report (problems);
  g_assert_cmpstr (
      report, ==,
      "many:2:12: error: /sources: there are more sources than can be told apart; expected at most 65535\n");
}

static void
on_progress (double   fraction,
             gpointer data)
{
  GArray *fractions = data;

  g_array_append_val (fractions, fraction);
}

static void
check_fractions (const GArray *fractions)
{
  double last = 0;

  g_assert_cmpuint (fractions->len, >, 0);
  for (guint i = 0; i < fractions->len; i++)
    {
      double fraction = g_array_index (fractions, double, i);

      g_assert_cmpfloat (fraction, >=, last);
      g_assert_cmpfloat (fraction, <=, 1.0);
      last = fraction;
    }
}

/* 60,000 rows: at least one step while loading, parsing, and for each 4096 rows. */
static void
test_progress (void)
{
  g_autoptr (GBytes) bytes = make_many (200);
  g_autofree char *path = write_temporary (bytes);
  g_autoptr (TbProblems) problems = tb_problems_new ("many");
  g_autoptr (GArray) fractions = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (TbDataset) dataset = tb_reader_read_file (path, NULL, problems, on_progress, fractions, NULL, NULL);

  g_assert_nonnull (dataset);
  g_assert_cmpuint (tb_dataset_get_n_observations (dataset), ==, 60000);
  g_assert_cmpuint (tb_problems_get_n_warnings (problems), ==, 0);
  check_fractions (fractions);
  g_assert_cmpuint (fractions->len, >=, 60000 / TB_READER_STRIDE + 3);
  g_assert_cmpfloat (g_array_index (fractions, double, fractions->len - 1), ==, 1.0);
}

typedef struct
{
  GCancellable *cancellable;
  guint         n_left;   /* steps until it is cancelled */
} Canceller;

static void
cancel_later (double   fraction,
              gpointer data)
{
  Canceller *canceller = data;

  if (canceller->n_left-- == 0)
    g_cancellable_cancel (canceller->cancellable);
}

/* Wherever the work is when it is stopped. */
static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = make_many (200);
  g_autofree char *path = write_temporary (bytes);

  for (guint n = 0; n < 12; n++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (TbProblems) problems = tb_problems_new ("many");
      g_autoptr (GError) error = NULL;
      Canceller canceller = { cancellable, n };
      g_autoptr (TbDataset) dataset
          = tb_reader_read_file (path, NULL, problems, cancel_later, &canceller, cancellable, &error);

      g_assert_null (dataset);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (tb_problems_get_n_errors (problems), ==, 0);
    }
}

typedef struct
{
  GMainLoop    *loop;
  GThread      *thread;
  GArray       *fractions;
  GAsyncResult *result;
  GCancellable *cancellable;
  gboolean      cancel_at_progress;
} Waiting;

static void
on_async_progress (double   fraction,
                   gpointer data)
{
  Waiting *waiting = data;

  g_assert_true (g_thread_self () == waiting->thread);
  g_assert_null (waiting->result);
  g_array_append_val (waiting->fractions, fraction);
  if (waiting->cancel_at_progress)
    g_cancellable_cancel (waiting->cancellable);
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Waiting *waiting = data;

  g_assert_true (g_thread_self () == waiting->thread);
  waiting->result = g_object_ref (result);
  g_main_loop_quit (waiting->loop);
}

static void
clear_waiting (Waiting *waiting)
{
  g_clear_object (&waiting->result);
  g_clear_object (&waiting->cancellable);
  g_array_unref (waiting->fractions);
  g_main_loop_unref (waiting->loop);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Waiting, clear_waiting)

static void
wait_for (Waiting    *waiting,
          const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  waiting->loop = g_main_loop_new (NULL, FALSE);
  waiting->thread = g_thread_self ();
  waiting->fractions = g_array_new (FALSE, FALSE, sizeof (double));
  waiting->cancellable = g_cancellable_new ();
  tb_reader_read_async (&file, 1, NULL, on_async_progress, waiting, waiting->cancellable, on_read_cb, waiting);
  g_main_loop_run (waiting->loop);
}

static void
test_async (void)
{
  g_autoptr (GBytes) bytes = make_many (200);
  g_autofree char *path = write_temporary (bytes);
  g_auto (Waiting) waiting = { 0 };
  g_autoptr (TbProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TbDataset) dataset = NULL;

  wait_for (&waiting, path);
  dataset = tb_reader_read_finish (waiting.result, &problems, &error);
  g_assert_no_error (error);
  g_assert_nonnull (dataset);
  g_assert_cmpuint (tb_dataset_get_n_series (dataset), ==, 200);
  g_assert_cmpuint (tb_problems_get_n_errors (problems), ==, 0);
  check_fractions (waiting.fractions);
}

static void
test_async_refused (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\"tongbi\": ", 11);
  g_autofree char *path = write_temporary (bytes);
  g_auto (Waiting) waiting = { 0 };
  g_autoptr (TbProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;

  wait_for (&waiting, path);
  g_assert_null (tb_reader_read_finish (waiting.result, &problems, &error));
  g_assert_no_error (error);
  report = tb_problems_dup_report (problems);
  g_assert_cmpstr (report, ==, "many.tongbi.json:1:12: error: found the end of the text, but expected a value\n");
}

static void
test_async_cancelled (void)
{
  g_autoptr (GBytes) bytes = make_many (2000);
  g_autofree char *path = write_temporary (bytes);
  g_auto (Waiting) waiting = { .cancel_at_progress = TRUE };
  g_autoptr (TbProblems) problems = NULL;
  g_autoptr (GError) error = NULL;

  wait_for (&waiting, path);
  g_assert_null (tb_reader_read_finish (waiting.result, &problems, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (problems);
  g_assert_cmpuint (waiting.fractions->len, ==, 1);
}

/* What comes from elsewhere comes through a stream. */
static void
test_stream (void)
{
  g_autoptr (GBytes) content = make_many (20);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (content);
  g_autoptr (TbProblems) problems = tb_problems_new ("stream");
  TbReaderWatch watch = { 0 };
  g_autoptr (GBytes) bytes = tb_loader_load_stream (stream, 1 << 30, &watch, problems, NULL);
  g_autoptr (GInputStream) again = g_memory_input_stream_new_from_bytes (content);

  g_assert_true (g_bytes_equal (bytes, content));
  g_assert_null (tb_loader_load_stream (again, 100, &watch, problems, NULL));
  g_assert_cmpuint (tb_problems_get_n_errors (problems), ==, 1);
}

/* 20 MB of text: read whole, and nothing is lost on the way. */
static void
test_million (void)
{
  g_autoptr (GBytes) bytes = make_many (3334);
  g_autoptr (TbProblems) problems = tb_problems_new ("many");
  g_autoptr (TbDataset) dataset = tb_reader_read_bytes (bytes, NULL, problems, NULL, NULL, NULL, NULL);
  TbObservation observation;

  g_assert_nonnull (dataset);
  g_assert_cmpuint (tb_dataset_get_n_observations (dataset), ==, 1000200);
  tb_series_get (tb_dataset_get_series (dataset, 3333), 299, &observation);
  g_assert_cmpfloat (observation.figure, ==, 3632.99);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reader/missing", test_missing);
  g_test_add_func ("/reader/folder", test_folder);
  g_test_add_func ("/reader/unreadable", test_unreadable);
  g_test_add_func ("/reader/broken-link", test_broken_link);
  g_test_add_func ("/reader/too-large", test_too_large);
  g_test_add_func ("/reader/sizes", test_sizes);
  g_test_add_func ("/reader/memory-limit", test_memory_limit);
  g_test_add_func ("/reader/too-many-sources", test_too_many_sources);
  g_test_add_func ("/reader/progress", test_progress);
  g_test_add_func ("/reader/cancelled", test_cancelled);
  g_test_add_func ("/reader/async", test_async);
  g_test_add_func ("/reader/async-refused", test_async_refused);
  g_test_add_func ("/reader/async-cancelled", test_async_cancelled);
  g_test_add_func ("/reader/stream", test_stream);
  g_test_add_func ("/reader/million", test_million);

  return g_test_run ();
}
