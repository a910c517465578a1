/* Charts beside what others take for them: one chart to PDF and to PNG, whole
 * processes, and 200 of them in one.
 *
 * The peers run where they are installed (Debian: gnuplot-nox, python3-matplotlib,
 * r-base-core). Times are those of the processor, user and system, which a busy
 * machine hardly changes; what counts are the ratios. Aims: one chart at most
 * 0.6 × gnuplot's time, many charts at least 4 × its rate.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bench.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define N_RUNS 7
#define N_BATCH 200

#define MOST_WORDS 16

/* In the words of a command, {format}, {file}, {n}, {dpi}, {size} and {peers} stand for
 * what they say, {cli}, {bench} and {floor} for programs of the build. */
typedef struct
{
  const char *name;
  const char *probe[MOST_WORDS];   /* succeeds where the peer is installed */
  const char *one[MOST_WORDS];
  const char *many[MOST_WORDS];
  int         n_many[2];           /* PDF and PNG: the slow ones draw fewer */
} Peer;

static const Peer peers[] = {
  { "gnuplot",
    { "gnuplot", "--version" },
    { "gnuplot", "-e", "format='{format}';out='{file}';charts=1", "{peers}/chart.gp" },
    { "gnuplot", "-e", "format='{format}';out='{file}';charts={n}", "{peers}/chart.gp" },
    { N_BATCH, 40 } },
  { "tongbi",
    { "{cli}", "--version" },
    { "{cli}", "chart", "{peers}/chart.tongbi.json", "--type", "line", "--lang", "zh_CN", "--size", "{size}",
      "--dpi", "{dpi}", "-o", "{file}" },
    { "{bench}", "--batch", "{format}", "{n}" },
    { N_BATCH, N_BATCH } },
  { "Cairo alone",
    { "{floor}", "pdf", "{file}", "1" },
    { "{floor}", "{format}", "{file}", "1" },
    { "{floor}", "{format}", "{file}", "{n}" },
    { 50, 40 } },
  { "base R",
    { "Rscript", "--version" },
    { "Rscript", "--vanilla", "{peers}/chart.R", "{format}", "{file}", "1" },
    { "Rscript", "--vanilla", "{peers}/chart.R", "{format}", "{file}", "{n}" },
    { 50, 20 } },
  { "matplotlib",
    { "python3", "-c", "import matplotlib" },
    { "python3", "{peers}/chart.py", "{format}", "{file}", "1" },
    { "python3", "{peers}/chart.py", "{format}", "{file}", "{n}" },
    { 20, 10 } },
};
static const char *const formats[] = { "pdf", "png" };

static char *
fill_in (const char *word,
         const char *format,
         const char *file,
         int         n)
{
  g_autofree char *number = g_strdup_printf ("%d", n);
  const struct { const char *mark; const char *text; } marks[] = {
    { "{format}", format }, { "{file}", file }, { "{n}", number },
    { "{dpi}", g_str_equal (format, "png") ? "192" : "96" },
    { "{size}", g_str_equal (format, "png") ? "3200x1800" : "1600x900" }, { "{peers}", g_getenv ("TB_PEERS") },
    { "{cli}", g_getenv ("TB_CLI") }, { "{bench}", g_getenv ("TB_BENCH_EXPORT") }, { "{floor}", g_getenv ("TB_FLOOR") },
  };
  g_autoptr (GString) text = g_string_new (word);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (text, marks[i].mark, marks[i].text != NULL ? marks[i].text : "", 0);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static double
to_seconds (struct timeval time)
{
  return (double) time.tv_sec + (double) time.tv_usec / 1e6;
}

/* Seconds of the processor; −1: it is not here, or failed. */
static double
run (const char *const *command,
     const char        *format,
     const char        *file,
     int                n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  struct rusage usage;
  GPid pid;
  int status;

  for (int i = 0; i < MOST_WORDS && command[i] != NULL; i++)
    g_strv_builder_take (builder, fill_in (command[i], format, file, n));
  words = g_strv_builder_end (builder);
  if (!g_spawn_async (NULL, words, NULL,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL
                        | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, NULL))
    return -1;
  if (wait4 (pid, &status, 0, &usage) != pid || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    return -1;

  return to_seconds (usage.ru_utime) + to_seconds (usage.ru_stime);
}

/* The median of some runs, after one that fills caches. */
static double
measure (const char *const *command,
         const char        *format,
         const char        *file)
{
  double times[N_RUNS];

  if (run (command, format, file, 1) < 0)
    return -1;
  for (int i = 0; i < N_RUNS; i++)
    times[i] = run (command, format, file, 1);

  return tb_bench_median (times, N_RUNS);
}

static goffset
get_size (const char *file)
{
  GStatBuf info;

  return g_stat (file, &info) == 0 ? info.st_size : 0;
}

/* @gnuplot: its numbers, 0 where it is not here; filled in when it is the peer. */
static void
print_peer (const Peer *peer,
            int         f,
            const char *folder,
            double      gnuplot[2])
{
  g_autofree char *name = g_strdup_printf ("chart.%s", formats[f]);
  g_autofree char *file = g_build_filename (folder, name, NULL);
  double one, many;

  if (run (peer->probe, formats[f], file, 1) < 0)
    {
      g_print ("%-12s %s: not installed, not run\n", peer->name, formats[f]);
      return;
    }
  one = measure (peer->one, formats[f], file);
  if (one < 0)
    {
      g_print ("%-12s %s: it failed\n", peer->name, formats[f]);
      return;
    }
  many = peer->n_many[f] / run (peer->many, formats[f], file, peer->n_many[f]);
  if (peer == &peers[0])
    {
      gnuplot[0] = one;
      gnuplot[1] = many;
    }
  g_print ("%-12s %s: one %6.1f ms, %7" G_GOFFSET_FORMAT " bytes; many %6.1f a second", peer->name, formats[f],
           one * 1000, get_size (file), many);
  if (gnuplot[0] > 0)
    g_print ("; gnuplot's time \303\227 %.2f, rate \303\227 %.1f", one / gnuplot[0], many / gnuplot[1]);
  g_print ("\n");
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("tongbi-bench-XXXXXX", NULL);

  for (int f = 0; f < 2; f++)
    {
      double gnuplot[2] = { 0, 0 };

      for (gsize i = 0; i < G_N_ELEMENTS (peers); i++)
        print_peer (&peers[i], f, folder, gnuplot);
    }
  remove_folder (folder);

  return 0;
}
