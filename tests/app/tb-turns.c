/* Turns of the main loop: what the benchmarks of the window tell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-turns.h"

#include "tb-window-private.h"

#include <stdlib.h>
#include <time.h>

#define AFTER_US 150000
#define MOST_US 1000000
#define WORK_MS 0.3
#define MOST_ROUNDS 99

/* Of the last frame: drawing in software is no work of the window's own. */
static double painting_began_ms;
static double painted_ms;

double
tb_turns_get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
laid_out_cb (void)
{
  painting_began_ms = tb_turns_get_thread_ms ();
}

static void
painted_cb (void)
{
  painted_ms = tb_turns_get_thread_ms () - painting_began_ms;
}

void
tb_turns_watch (TbWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  g_signal_connect_after (clock, "layout", G_CALLBACK (laid_out_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), NULL);
}

static void
add_turn (TbTurns *turns,
          double   turn_ms,
          double   unpainted_ms)
{
  turns->turn_ms = MAX (turns->turn_ms, turn_ms);
  turns->unpainted_ms = MAX (turns->unpainted_ms, unpainted_ms);
}

void
tb_turns_step (TbTurns  *turns,
               gboolean  may_block)
{
  double before = tb_turns_get_thread_ms ();
  double taken;

  painted_ms = 0;
  g_main_context_iteration (NULL, may_block);
  taken = tb_turns_get_thread_ms () - before;
  add_turn (turns, taken, taken - painted_ms);
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Ends a turn that waits, at the time that the source is given. */
static GSource *
new_alarm (void)
{
  GSource *alarm = g_timeout_source_new (G_MAXUINT);

  g_source_set_callback (alarm, wake_cb, NULL, NULL);
  g_source_attach (alarm, NULL);
  return alarm;
}

/* Dialogs are filled in later turns, of which the window knows nothing. */
TbTurns
tb_turns_settle (TbWindow *window,
                 gint64    after_us)
{
  g_autoptr (GSource) alarm = new_alarm ();
  gint64 settled = 0;
  gint64 end = 0;
  TbTurns turns = { 0 };

  while (end == 0 || g_get_monotonic_time () < end)
    {
      TbTurns turn = { 0 };

      g_source_set_ready_time (alarm, end != 0 ? end : -1);
      tb_turns_step (&turn, end != 0 || !tb_window_is_settled (window));
      add_turn (&turns, turn.turn_ms, turn.unpainted_ms);
      if (!tb_window_is_settled (window))
        settled = end = 0;
      else if (end == 0 || turn.turn_ms > WORK_MS)
        {
          settled = settled != 0 ? settled : g_get_monotonic_time ();
          end = MIN (g_get_monotonic_time () + after_us, settled + MOST_US);
        }
    }
  g_source_destroy (alarm);
  return turns;
}

static TbTurns
measure_once (TbWindow   *window,
              TbTurnsAct  act,
              TbTurnsAct  undo,
              int         round)
{
  double before = tb_turns_get_thread_ms ();
  double call;
  TbTurns turns;

  act (window, round);
  call = tb_turns_get_thread_ms () - before;
  turns = tb_turns_settle (window, AFTER_US);
  add_turn (&turns, call, call);
  turns.call_ms = call;
  if (undo != NULL)
    {
      undo (window, round);
      tb_turns_settle (window, AFTER_US);
    }
  return turns;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *one = a;
  const double *other = b;

  return (*one > *other) - (*one < *other);
}

void
tb_turns_measure (TbWindow   *window,
                  const char *what,
                  TbTurnsAct  act,
                  TbTurnsAct  undo,
                  int         n_rounds)
{
  double calls[MOST_ROUNDS];
  double turns[MOST_ROUNDS];
  double unpainted[MOST_ROUNDS];
  TbTurns first;

  g_return_if_fail (n_rounds > 0 && n_rounds <= MOST_ROUNDS);

  tb_turns_settle (window, AFTER_US);
  first = measure_once (window, act, undo, 0);
  for (int i = 0; i < n_rounds; i++)
    {
      TbTurns again = measure_once (window, act, undo, i + 1);

      calls[i] = again.call_ms;
      turns[i] = again.turn_ms;
      unpainted[i] = again.unpainted_ms;
    }
  qsort (calls, (gsize) n_rounds, sizeof calls[0], compare);
  qsort (turns, (gsize) n_rounds, sizeof turns[0], compare);
  qsort (unpainted, (gsize) n_rounds, sizeof unpainted[0], compare);
  g_print ("%-48s first %6.2f (undrawn %6.2f, call %5.2f)  then %6.2f (undrawn %6.2f, call %5.2f), most %6.2f ms  %s\n",
           what, first.turn_ms, first.unpainted_ms, first.call_ms, turns[n_rounds / 2], unpainted[n_rounds / 2],
           calls[n_rounds / 2], turns[n_rounds - 1],
           MAX (first.turn_ms, turns[n_rounds / 2]) < TB_TURNS_FRAME_MS
             ? "under 16" : MAX (first.unpainted_ms, unpainted[n_rounds / 2]) < TB_TURNS_FRAME_MS ? "under 16 undrawn"
                                                                                                  : "OVER 16");
}
