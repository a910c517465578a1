/* What benchmarks share: medians, and instructions by valgrind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bench.h"

#include <string.h>

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

double
tb_bench_median (double *values,
                 gsize   n)
{
  qsort (values, n, sizeof *values, compare_doubles);

  return values[n / 2];
}

gint64
tb_bench_count_instructions (const char        *function,
                             const char *const *command)
{
  g_autofree char *toggle = g_strconcat ("--toggle-collect=", function, NULL);
  const char *const valgrind[] = { "valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", toggle, NULL };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *messages = NULL;
  g_autoptr (GError) error = NULL;
  const char *count;

  g_strv_builder_addv (builder, (const char **) valgrind);
  g_strv_builder_addv (builder, (const char **) command);
  words = g_strv_builder_end (builder);
  process = g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  if (process == NULL)
    {
      g_printerr ("%s: %s\n", command[0], error->message);
      return 0;
    }
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &messages, &error);
  g_assert_no_error (error);
  count = strstr (messages, "Collected : ");

  return count != NULL ? g_ascii_strtoll (count + strlen ("Collected : "), NULL, 10) : 0;
}
