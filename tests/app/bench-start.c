/* How long it takes from the start of the program to its first frame with a chart,
 * beside empty windows of the toolkit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The programs take turns, so that noise of the machine meets all of them. Told are
 * medians of the time that passes and of the processor's time, which other work
 * hardly changes, and of their ratios to the floor of the same round; what counts are
 * the ratios. The aim is 1.6 × the floor. Then what is in memory at that frame (RSS,
 * and PSS: shared pages by parts), the median of three runs.
 *
 * With --instructions, callgrind counts each once; that does not depend on the
 * machine's noise at all.
 *
 * usage: bench-start [--instructions] [N]   rounds; 11 where nothing is said
 */

#include <gio/gio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_ROUNDS 99

/* A program of the build, and which of the frames that it tells is meant. */
typedef struct
{
  const char *name;
  const char *variable;  /* of the environment: its path */
  const char *sample;    /* nullable: what it opens */
  const char *frame;
} Start;

static const Start starts[] = {
  { "an empty window of GTK, the floor", "TB_FLOOR_GTK", NULL, "empty" },
  { "an empty window of libadwaita", "TB_FLOOR_ADW", NULL, "empty" },
  { "the same with two empty panes", "TB_FLOOR_PANES", NULL, "empty" },
  { "the window with nothing open", "TB_START_WINDOW", NULL, "empty" },
  { "the window with the sample's chart", "TB_START_WINDOW", "digital-qingdao.tongbi.json", "chart" },
};

#define N_STARTS G_N_ELEMENTS (starts)
#define MEMORY_ROUNDS 3

typedef struct
{
  double passed_ms;
  double processor_ms;
  double rss_mb;
  double pss_mb;
  int    n_frames;   /* 0: not told */
} Taken;

static void
fill_argv (const Start *start,
           GPtrArray   *argv)
{
  g_ptr_array_add (argv, g_strdup (g_getenv (start->variable)));
  if (start->sample != NULL)
    g_ptr_array_add (argv, g_build_filename (g_getenv ("TONGBI_DATA_DIR"), "samples", start->sample, NULL));
  g_ptr_array_add (argv, NULL);
}

static double
get_processor_ms (const struct rusage *usage)
{
  return (double) (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1e3
         + (double) (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e3;
}

static gint64
find_told (const char *text,
           const char *what)
{
  const char *line = strstr (text, what);

  return line != NULL ? g_ascii_strtoll (line + strlen (what), NULL, 10) : 0;
}

/* A process of its own, without GLib's helpers, for what wait4() tells of it. */
static Taken
run (const Start *start)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  gint64 began = g_get_monotonic_time ();
  char text[256] = "";
  gsize n = 0;
  gssize read_now;
  struct rusage usage;
  int ends[2];
  int status;
  pid_t child;

  fill_argv (start, argv);
  if (pipe (ends) != 0 || (child = fork ()) < 0)
    g_error ("No process can be started");
  if (child == 0)
    {
      dup2 (ends[1], STDOUT_FILENO);
      close (ends[0]);
      close (ends[1]);
      execv (g_ptr_array_index (argv, 0), (char **) argv->pdata);
      _exit (127);
    }
  close (ends[1]);
  while (n < sizeof text - 1 && (read_now = read (ends[0], text + n, sizeof text - 1 - n)) > 0)
    n += (gsize) read_now;
  close (ends[0]);
  if (wait4 (child, &status, 0, &usage) != child || find_told (text, start->frame) == 0)
    g_error ("%s did not draw", start->name);

  return (Taken) { (double) (find_told (text, start->frame) - began) / 1e3, get_processor_ms (&usage),
                   (double) find_told (text, "Rss:") / 1024, (double) find_told (text, "Pss:") / 1024,
                   (int) find_told (text, "frames") };
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *one = a;
  const double *other = b;

  return (*one > *other) - (*one < *other);
}

static double
find_median (const double *values,
             gsize         n)
{
  double sorted[MOST_ROUNDS];

  memcpy (sorted, values, n * sizeof (double));
  qsort (sorted, n, sizeof (double), compare);
  return sorted[n / 2];
}

static double
find_ratio (const double *values,
            const double *floor_values,
            gsize         n)
{
  double ratios[MOST_ROUNDS];

  for (gsize i = 0; i < n; i++)
    ratios[i] = values[i] / floor_values[i];
  return find_median (ratios, n);
}

static void
measure (gsize n_rounds)
{
  double passed[N_STARTS][MOST_ROUNDS];
  double processor[N_STARTS][MOST_ROUNDS];
  int n_frames[N_STARTS] = { 0 };

  for (gsize i = 0; i < N_STARTS; i++)
    run (&starts[i]);
  for (gsize round = 0; round < n_rounds; round++)
    for (gsize i = 0; i < N_STARTS; i++)
      {
        Taken taken = run (&starts[i]);

        passed[i][round] = taken.passed_ms;
        processor[i][round] = taken.processor_ms;
        n_frames[i] = MAX (n_frames[i], taken.n_frames);
      }
  for (gsize i = 0; i < N_STARTS; i++)
    {
      double passed_ratio = find_ratio (passed[i], passed[0], n_rounds);
      double processor_ratio = find_ratio (processor[i], processor[0], n_rounds);

      g_print ("%-36s %6.1f ms, %4.2f × the floor; processor %6.1f ms, %4.2f ×", starts[i].name,
               find_median (passed[i], n_rounds), passed_ratio, find_median (processor[i], n_rounds), processor_ratio);
      g_print (n_frames[i] > 0 ? "; frames drawn: %d at most\n" : "\n", n_frames[i]);
    }
}

static void
measure_memory (void)
{
  double rss[N_STARTS][MEMORY_ROUNDS];
  double pss[N_STARTS][MEMORY_ROUNDS];

  g_setenv ("TB_TELL_MEMORY", "1", TRUE);
  for (gsize i = 0; i < N_STARTS; i++)
    {
      for (gsize round = 0; round < MEMORY_ROUNDS; round++)
        {
          Taken taken = run (&starts[i]);

          rss[i][round] = taken.rss_mb;
          pss[i][round] = taken.pss_mb;
        }
      g_print ("%-36s RSS %6.1f MB, PSS %6.1f MB\n", starts[i].name, find_median (rss[i], MEMORY_ROUNDS),
               find_median (pss[i], MEMORY_ROUNDS));
    }
}

static double
count (const Start *start)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  const char *total;

  g_ptr_array_add (argv, g_strdup ("valgrind"));
  g_ptr_array_add (argv, g_strdup ("--tool=callgrind"));
  g_ptr_array_add (argv, g_strdup ("--callgrind-out-file=/dev/null"));
  fill_argv (start, argv);
  if (!g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
                     NULL, &errors, NULL, &error))
    g_error ("%s", error->message);
  total = strstr (errors, "Collected : ");

  return total != NULL ? g_ascii_strtod (total + strlen ("Collected : "), NULL) / 1e6 : 0;
}

static void
count_all (void)
{
  double floor = 0;

  g_setenv ("TB_PATIENCE", "1", TRUE);
  for (gsize i = 0; i < N_STARTS; i++)
    {
      double millions = count (&starts[i]);

      floor = i == 0 ? millions : floor;
      g_print ("%-36s %8.1f million instructions, %4.2f × the floor\n", starts[i].name, millions, millions / floor);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  if (argc > 1 && g_str_equal (argv[1], "--instructions"))
    count_all ();
  else
    {
      measure (CLAMP (argc > 1 ? (gsize) g_ascii_strtoull (argv[1], NULL, 10) : 11, 1, MOST_ROUNDS));
      measure_memory ();
    }
  return 0;
}
