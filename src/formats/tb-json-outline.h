/* A JSON text without what is in its large arrays and objects, and where that is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-elements.h"
#include "tb-json-source.h"

G_BEGIN_DECLS

/**
 * TbJsonOutlineLimits:
 * @array_bytes: arrays and objects larger than this are taken out; elements larger than this are looked into
 * @run_bytes: elements are read together up to this
 * @tail_bytes: so much of the end of a text is looked at to guess where an array ends
 *
 * What is large.
 */
typedef struct
{
  gsize array_bytes;
  gsize run_bytes;
  gsize tail_bytes;
} TbJsonOutlineLimits;

/**
 * TbJsonRun:
 * @offset: of the bracket or comma before its first element
 * @length: up to and with the comma or bracket behind its last one
 * @first: index of its first element in the array
 * @n: how many elements it has
 *
 * Some elements of an array, or members of an object, one after another.
 */
typedef struct
{
  gsize offset;
  gsize length;
  gsize first;
  gsize n;
} TbJsonRun;

/**
 * TbJsonLargeArray:
 * @start: of its bracket in the text
 * @length: with both brackets
 * @outline_start: of what stands for it in the outline
 * @depth: containers around it
 * @is_object: whether it is an object; its elements are members then
 * @is_open: whether its end is guessed: what is behind its last run was not looked at
 * @head: how elements begin, where it is open
 * @n: how many elements it has; in its runs, while it is open
 * @runs: (element-type TbJsonRun)
 *
 * An array or object that was taken out.
 */
typedef struct
{
  gsize      start;
  gsize      length;
  gsize      outline_start;
  guint      depth;
  gboolean   is_object;
  gboolean   is_open;
  TbJsonHead head;
  gsize      n;
  GArray    *runs;
} TbJsonLargeArray;

/* What stands for what was taken out, arrays and objects alike: a value that a pointer fits into. */
#define TB_JSON_PLACEHOLDER "[0]"

typedef struct
{
  TbJsonOutlineLimits limits;
  GByteArray         *text;
  GArray             *arrays;  /* of TbJsonLargeArray, in order */
} TbJsonOutline;

/* NULL: nothing is large, or the text is none that can be cut like this. Of objects only members of these keys
 * are taken out. (array zero-terminated=1) */
TbJsonOutline *tb_json_outline_new  (const TbJsonSource        *source,
                                     const TbJsonOutlineLimits *limits,
                                     const char *const         *object_keys,
                                     gboolean                   may_guess) G_GNUC_WARN_UNUSED_RESULT;
void           tb_json_outline_free (TbJsonOutline             *self);
/* The place in the text of a byte of the outline. */
gsize          tb_json_outline_to_source (const TbJsonOutline  *self,
                                          gsize                 offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbJsonOutline, tb_json_outline_free)

G_END_DECLS
