/* What is in large arrays and objects, parsed run by run when it is asked for.
 *
 * Private to the cursor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-outline.h"

#include <yyjson.h>

G_BEGIN_DECLS

typedef struct _TbJsonStream TbJsonStream;

/**
 * TbJsonLarge:
 * @stream: what it is of
 * @clock: counts the uses of its slots
 * @array: where its elements are
 * @val: what stands for it in the outline
 * @checked: (array length=n_runs): which of its runs were found to be right
 * @last_key: of an object: the last one of these, while keys ascend; else %NULL
 *
 * A large array or object, as its value refers to it.
 */
typedef struct
{
  TbJsonStream           *stream;
  guint64                *clock;
  const TbJsonLargeArray *array;
  const yyjson_val       *val;
  gboolean               *checked;
  GString                *last_key;
} TbJsonLarge;

/**
 * TbJsonSlot:
 * @large: whose run is here; %NULL for none
 * @run: which
 * @serial: another one each time that something else is loaded
 * @root: an array of the elements, or an object of the members
 * @n_values: that the run has, its root counted
 * @is_uniform: whether its elements are known to be objects that hold no others but empty
 *   ones, each with the same keys in the same order
 *
 * Memory for a run, used again and again.
 */
typedef struct
{
  const TbJsonLarge *large;
  gsize              run;
  guint64            serial;
  guint64            used;
  yyjson_val        *root;
  gsize              n_values;
  gboolean           is_uniform;
  char              *text;
  gsize              text_room;
  void              *memory;
  gsize              memory_room;
} TbJsonSlot;

/* An array or object that was taken out bears this bit, which yyjson does not use; its
 * only element, also of an object, holds the pointer. */
#define TB_JSON_LARGE_BIT 0x80u

static inline gboolean
tb_json_is_large (const yyjson_val *val)
{
  return (val->tag & TB_JSON_LARGE_BIT) != 0;
}

static inline TbJsonLarge *
tb_json_get_large (const yyjson_val *val)
{
  return val[1].uni.ptr;
}

/* A slot is in use: others go first. */
static inline void
tb_json_touch (const TbJsonLarge *large,
               TbJsonSlot        *slot)
{
  slot->used = ++*large->clock;
}

/* Takes the outline. @root is that of its document. */
TbJsonStream     *tb_json_stream_new        (const TbJsonSource *source,
                                             TbJsonOutline      *outline,
                                             yyjson_val         *root) G_GNUC_WARN_UNUSED_RESULT;
void              tb_json_stream_free       (TbJsonStream       *self);
void              tb_json_stream_refuse     (TbJsonStream       *self);
TbJsonSlot       *tb_json_stream_load       (TbJsonLarge        *large,
                                             gsize               run);
const TbJsonSlot *tb_json_stream_find       (const TbJsonStream *self,
                                             const yyjson_val   *val);
/* The offset in the text of a value of a slot. */
gsize             tb_json_stream_get_offset (const TbJsonStream *self,
                                             const TbJsonSlot   *slot,
                                             const yyjson_val   *val);
gsize             tb_json_stream_get_outline_offset (const TbJsonStream *self,
                                             gsize               ordinal);
const TbJsonSource *tb_json_stream_get_source (const TbJsonStream *self);
/* How far the text was read, 0…1. */
double            tb_json_stream_get_progress (const TbJsonStream *self);
/* Parses the runs that nobody asked for, so that all of the text is checked. */
gboolean          tb_json_stream_check_rest (TbJsonStream       *self);
gboolean          tb_json_stream_has_failed (const TbJsonStream *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbJsonStream, tb_json_stream_free)

G_END_DECLS
