/* How long reading a million figures takes, and how much memory, beside others and the least there can be.
 *
 * Usage: bench-read                  whole processes: times of the processor, peak of memory
 *        bench-read --instructions   a byte, by valgrind, which does not depend on the noise of the machine
 *        bench-read --once FILE      one run, for a profiler
 *        bench-read --empty          a process that reads nothing
 *
 * The peers run where they are installed (Debian: python3-pandas, r-cran-jsonlite,
 * nodejs). Aims: at most 2 × the floor, 80 MB over the empty process, and 20
 * instructions a byte for tidy rows, 35 for series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-bench.h"
#include "tb-reader.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define N_SERIES 5000
#define N_PERIODS 200
#define N_RUNS 5
#define MOST_WORDS 6

/* In the words of a command {file}, {self}, {floor} and {way} stand for what they say. */
typedef struct
{
  const char *name;
  const char *command[MOST_WORDS];
} Peer;

static const Peer peers[] = {
  { "floor", { "{floor}", "{way}", "{file}" } },
  { "tongbi", { "{self}", "--once", "{file}" } },
  { "node", { "node", "-e", "JSON.parse(require('fs').readFileSync(process.argv[1],'utf8'))", "{file}" } },
  { "pandas", { "python3", "-c",
                "import json,sys,pandas; v=json.load(open(sys.argv[1])); pandas.json_normalize(v, "
                "['series','observations']) if 'series' in v else pandas.DataFrame(v if isinstance(v, list) else "
                "v['value'])", "{file}" } },
  { "jsonlite", { "Rscript", "--vanilla", "-e", "invisible(jsonlite::fromJSON(commandArgs(TRUE)[1]))", "{file}" } },
};

static int
get_value (int s,
           int m)
{
  return (int) ((s * 7919ll + m * 104729ll) % 1000000);
}

/* One object a figure, 118 MB. */
static void
write_rows (FILE *file)
{
  static const char *const places[] = { "DE", "FR", "IT", "ES", "PL", "CN", "US", "JP", "BR", "ZA" };

  for (int s = 0; s < N_SERIES; s++)
    {
      for (int m = 0; m < N_PERIODS; m++)
        fprintf (file, "%s{\"indicator\": \"indicator-%04d\", \"place\": \"%s\", \"period\": \"%d-%02d\", "
                 "\"unit\": \"thousand persons\", \"value\": %d.%02d}\n", s + m > 0 ? "," : "[", s / 10, places[s % 10],
                 2000 + m / 12, m % 12 + 1, get_value (s, m) / 100, get_value (s, m) % 100);
    }
  fputs ("]", file);
}

/* The dataset format, 20 MB. */
static void
write_series (FILE *file)
{
  fputs ("{\"tongbi\":\"dataset/1\",\"title\":\"Bench\",\"units\":{\"u\":{\"kind\":\"count\"}},"
         "\"indicators\":[{\"id\":\"i\",\"name\":\"I\",\"unit\":\"u\",\"measure\":\"flow\"}],\"series\":[", file);
  for (int s = 0; s < N_SERIES; s++)
    {
      fprintf (file, "%s{\"indicator\":\"i\",\"breakdown\":{\"b\":\"%d\"},\"observations\":[", s > 0 ? "," : "", s);
      for (int m = 0; m < N_PERIODS; m++)
        fprintf (file, "%s[\"%d-%02d\",%d.%02d]", m > 0 ? "," : "", 2000 + m / 12, m % 12 + 1, get_value (s, m) / 100,
                 get_value (s, m) % 100);
      fputs ("]}", file);
    }
  fputs ("]}", file);
}

/* JSON-stat, 8 MB. */
static void
write_cube (FILE *file)
{
  fprintf (file,
           "{\"version\":\"2.0\",\"class\":\"dataset\",\"label\":\"Bench\",\"id\":[\"geo\",\"time\"],\"size\":[%d,%d],"
           "\"role\":{\"geo\":[\"geo\"],\"time\":[\"time\"]},\"dimension\":{\"geo\":{\"category\":{\"index\":[",
           N_SERIES,
           N_PERIODS);
  for (int s = 0; s < N_SERIES; s++)
    fprintf (file, "%s\"g%04d\"", s > 0 ? "," : "", s);
  fputs ("]}},\"time\":{\"category\":{\"index\":[", file);
  for (int m = 0; m < N_PERIODS; m++)
    fprintf (file, "%s\"%d-%02d\"", m > 0 ? "," : "", 2000 + m / 12, m % 12 + 1);
  fputs ("]}}},\"value\":[", file);
  for (int s = 0; s < N_SERIES; s++)
    {
      for (int m = 0; m < N_PERIODS; m++)
        fprintf (file, "%s%d.%02d", s + m > 0 ? "," : "", get_value (s, m) / 100, get_value (s, m) % 100);
    }
  fputs ("]}", file);
}

typedef struct
{
  const char *name;
  const char *way;    /* of the floor */
  void      (*write) (FILE *file);
} Form;

static const Form forms[] = {
  { "tidy rows", "rows", write_rows },
  { "series", "whole", write_series },
  { "JSON-stat", "whole", write_cube },
};

typedef struct
{
  double seconds;  /* of the processor; −1: it is not here, or failed */
  double mb;       /* at the peak */
} Cost;

static Cost
run (char **words)
{
  struct rusage usage;
  GPid pid;
  int status;

  if (!g_spawn_async (NULL, words, NULL,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL
                        | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, NULL)
      || wait4 (pid, &status, 0, &usage) != pid || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    return (Cost) { -1, 0 };

  return (Cost) {
    (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6,
    (double) usage.ru_maxrss / 1024,
  };
}

static int
compare_costs (gconstpointer a,
               gconstpointer b)
{
  const Cost *x = a;
  const Cost *y = b;

  return (x->seconds > y->seconds) - (x->seconds < y->seconds);
}

static Cost
measure (const Peer *peer,
         const char *self,
         const Form *form,
         const char *file)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  Cost costs[N_RUNS];

  for (int i = 0; i < MOST_WORDS && peer->command[i] != NULL; i++)
    {
      const char *word = peer->command[i];

      g_strv_builder_add (builder, g_str_equal (word, "{file}")    ? file
                                   : g_str_equal (word, "{self}")  ? self
                                   : g_str_equal (word, "{way}")   ? form->way
                                   : g_str_equal (word, "{floor}") ? g_getenv ("TB_FLOOR_READ")
                                                                   : word);
    }
  words = g_strv_builder_end (builder);
  for (int i = 0; i < N_RUNS; i++)
    {
      costs[i] = run (words);
      if (costs[i].seconds < 0)
        return costs[i];
    }
  qsort (costs, N_RUNS, sizeof *costs, compare_costs);

  return costs[N_RUNS / 2];
}

static void
print_form (const Form *form,
            const char *self,
            const char *file)
{
  static const Peer nothing = { "empty", { "{self}", "--empty" } };
  Cost empty = measure (&nothing, self, form, file);
  double floor = 0;
  GStatBuf info;

  g_stat (file, &info);
  g_print ("1,000,000 figures as %s, %.0f MB\n", form->name, (double) info.st_size / 1e6);
  for (gsize i = 0; i < G_N_ELEMENTS (peers); i++)
    {
      Cost cost = measure (&peers[i], self, form, file);

      if (cost.seconds < 0)
        {
          g_print ("%-10s not installed, or failed\n", peers[i].name);
          continue;
        }
      floor = i == 0 ? cost.seconds : floor;
      g_print ("%-10s %6.3f s, %7.1f MB over the empty process", peers[i].name, cost.seconds, cost.mb - empty.mb);
      if (floor > 0)
        g_print ("; %.1f of the floor", cost.seconds / floor);
      g_print ("\n");
    }
}

G_NO_INLINE static TbDataset *
bench_read_once (const char *file)
{
  g_autoptr (TbProblems) problems = tb_problems_new (file);

  return tb_reader_read_file (file, NULL, problems, NULL, NULL, NULL, NULL);
}

static void
print_instructions (const Form *form,
                    const char *self,
                    const char *file)
{
  const char *const command[] = { self, "--once", file, NULL };
  gint64 count = tb_bench_count_instructions ("bench_read_once", command);
  GStatBuf info;

  g_stat (file, &info);
  if (count > 0)
    g_print ("%-10s %5.1f instructions a byte\n", form->name, (double) count / (double) info.st_size);
}

static int
read_once (const char *path)
{
  g_autoptr (TbDataset) dataset = bench_read_once (path);

  if (dataset == NULL)
    return 1;

  g_print ("%zu\n", tb_dataset_get_n_observations (dataset));
  return 0;
}

int
main (int    argc,
      char **argv)
{
  gboolean count = argc == 2 && g_str_equal (argv[1], "--instructions");
  g_autofree char *folder = NULL;

  if (argc == 2 && g_str_equal (argv[1], "--empty"))
    return 0;
  if (argc == 3 && g_str_equal (argv[1], "--once"))
    return read_once (argv[2]);

  folder = g_dir_make_tmp ("tongbi-bench-XXXXXX", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_build_filename (folder, "figures.json", NULL);
      FILE *file = fopen (path, "w");

      g_assert_nonnull (file);
      forms[i].write (file);
      fclose (file);
      if (count)
        print_instructions (&forms[i], argv[0], path);
      else
        print_form (&forms[i], argv[0], path);
      g_remove (path);
    }
  g_rmdir (folder);

  return 0;
}
