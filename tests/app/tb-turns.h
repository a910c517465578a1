/* Turns of the main loop: what the benchmarks of the window tell.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-window.h"

G_BEGIN_DECLS

/* A frame of a usual screen, in which the window shall do whatever it does at once. */
#define TB_TURNS_FRAME_MS 16.0

/* Milliseconds of the thread itself, which other work on the machine hardly changes. */
typedef struct
{
  double call_ms;       /* of what was done itself */
  double turn_ms;       /* of the longest turn, or the call */
  double unpainted_ms;  /* of the longest turn, without the drawing of a frame in it */
} TbTurns;

typedef void (*TbTurnsAct) (TbWindow *window,
                            int       round);

double  tb_turns_get_thread_ms (void);
/* Tells the drawing of frames from the rest, from now on. */
void    tb_turns_watch         (TbWindow   *window);
void    tb_turns_step          (TbTurns    *turns,
                                gboolean    may_block);
/* Turns the loop until nothing is under way, and nothing was done for so long. */
TbTurns tb_turns_settle        (TbWindow   *window,
                                gint64      after_us);
/* Does something, which counts as a turn, once for the first time and then @n_rounds
 * times, undoing it after each (@undo may be NULL), and prints the first, the median
 * and the most beside the aim. */
void    tb_turns_measure       (TbWindow   *window,
                                const char *what,
                                TbTurnsAct  act,
                                TbTurnsAct  undo,
                                int         n_rounds);

G_END_DECLS
