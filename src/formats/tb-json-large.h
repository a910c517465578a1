/* A large array or object of a streamed text, and how its runs come into memory.
 *
 * Private to the cursor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-outline.h"
#include "tb-json-pattern.h"
#include "tb-json-slot.h"

G_BEGIN_DECLS

typedef struct _TbJsonStream TbJsonStream;

/**
 * TbJsonLarge:
 * @stream: what it is of
 * @source: the text
 * @limits: what is large
 * @clock: counts the uses of its slots
 * @array: where its elements are
 * @val: what stands for it in the outline
 * @n_checked: so many of its runs were found to be right
 * @pattern: (nullable): how the first elements are written; its keys are those of others too
 * @use_pattern: whether no element was found yet that is written otherwise
 * @is_misled: whether its guessed end turned out to be wrong, or what is not known of it is needed
 * @last_key: of an object: the last one of these, while keys ascend; else %NULL
 *
 * A large array or object, as its value refers to it.
 */
struct _TbJsonLarge
{
  TbJsonStream              *stream;
  const TbJsonSource        *source;
  const TbJsonOutlineLimits *limits;
  guint64                   *clock;
  TbJsonLargeArray          *array;
  const yyjson_val          *val;
  gsize                      n_checked;
  TbJsonPattern             *pattern;
  gboolean                   use_pattern;
  gboolean                   is_misled;
  GString                   *last_key;
};

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

static inline gboolean
tb_json_large_has_run (const TbJsonLarge *large,
                       gsize              run)
{
  return run < large->array->runs->len || large->array->is_open;
}

/* A slot is in use: others go first. */
static inline void
tb_json_touch (const TbJsonLarge *large,
               TbJsonSlot        *slot)
{
  slot->used = ++*large->clock;
}

void             tb_json_large_clear    (TbJsonLarge       *self);
const TbJsonRun *tb_json_large_get_run  (const TbJsonLarge *self,
                                         gsize              run);
/* FALSE: they are not what JSON allows, or the text is not there any more, or the end was guessed wrongly. */
gboolean         tb_json_large_load_run (TbJsonLarge       *self,
                                         gsize              run,
                                         TbJsonSlot        *slot);

G_END_DECLS
