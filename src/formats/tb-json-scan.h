/* The scan that finds what is large in a JSON text: what is open where it stands, and what becomes of it.
 *
 * Private to the outline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-outline.h"

G_BEGIN_DECLS

/* An array or object that is open. */
typedef struct
{
  gsize    start;
  gsize    outline_start;
  gsize    element_start;  /* behind the bracket or comma before it */
  gsize    run_start;      /* at that before the run */
  gsize    n;              /* elements so far */
  gsize    run_first;
  GArray  *runs;           /* nullable */
  gboolean has_large_element;
} TbJsonLevel;

typedef struct
{
  const TbJsonSource        *source;
  const TbJsonOutlineLimits *limits;
  const char *const         *object_keys;
  TbJsonOutline             *outline;
  TbJsonLevel               *levels;
  guint8                    *is_array;     /* of each level */
  int                        depth;        /* open levels − 1 */
  int                        out;          /* the level that is being taken out; −1 for none */
  const char                *window;
  gsize                      offset;       /* of the window in the text */
  gsize                      jumped;       /* bytes before it that were not looked at */
  gsize                      kept;         /* in the window: from here on it is to be kept */
  guint64                    in_string;    /* all bits, or none */
  gboolean                   escaped;      /* the string's next byte is */
  gboolean                   may_guess;
  TbJsonHead                 head;         /* of what is being taken out, where its end is guessed */
  gsize                      guessed_end;  /* of what is being taken out: its bracket; 0 where it is not guessed */
} TbJsonScan;

/* To be kept up to there, where nothing is being taken out. */
void     tb_json_scan_keep          (TbJsonScan  *self,
                                     gsize        end);
/* What the scan meets at @i of its window. FALSE: the brackets do not fit. */
gboolean tb_json_scan_open          (TbJsonScan  *self,
                                     gsize        i);
gboolean tb_json_scan_close         (TbJsonScan  *self,
                                     gsize        i);
/* FALSE: the array was taken out, and its end guessed. */
gboolean tb_json_scan_pass_comma    (TbJsonScan  *self,
                                     gsize        i);
/* Behind the guessed end of what is being taken out. */
void     tb_json_scan_jump          (TbJsonScan  *self);
void     tb_json_level_end_run      (TbJsonLevel *self,
                                     gsize        at);
/* Scans whole blocks, behind the text spaces. FALSE: the brackets do not fit, or an end was guessed. */
gboolean tb_json_scan_window        (TbJsonScan  *self,
                                     gsize        length);

G_END_DECLS
