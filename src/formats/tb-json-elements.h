/* Where elements of a large array end, told by how the first one begins.
 *
 * All of this is a guess, which the parser proves or refutes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So much of an element is looked at. */
#define TB_JSON_HEAD_BYTES 64

/**
 * TbJsonHead:
 * @text: of an object its bracket and first key, of an array its bracket
 * @length: its bytes
 *
 * How the elements of an array begin.
 */
typedef struct
{
  char  text[TB_JSON_HEAD_BYTES];
  gsize length;
} TbJsonHead;

/* @text: behind the bracket of the array. FALSE: its first element is a plain value, or the key is too long. */
gboolean tb_json_head_init     (TbJsonHead       *self,
                                const char       *text,
                                gsize             length);
/* The last comma before such a beginning; 0 where there is none behind the first byte. */
gsize    tb_json_head_find_cut (const TbJsonHead *self,
                                const char       *text,
                                gsize             length);
/* Of the end of a JSON text: the brackets that close what was opened before it, the outermost first.
 * Returns how many, at most @n_places. */
gsize    tb_json_find_closing  (const char       *text,
                                gsize             length,
                                gsize            *places,
                                gsize             n_places);

G_END_DECLS
