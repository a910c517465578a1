/* Some elements of a large array or object in memory, parsed.
 *
 * Private to the cursor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <yyjson.h>

G_BEGIN_DECLS

typedef struct _TbJsonLarge TbJsonLarge;

/**
 * TbJsonSlot:
 * @large: whose run is here; %NULL for none
 * @run: which
 * @serial: another one each time that something else is loaded
 * @root: an array of the elements, or an object of the members
 * @n_values: that the run has, its root counted
 * @has_pattern: whether its elements are written by the array's pattern
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
  gboolean           has_pattern;
  gboolean           is_uniform;
  char              *text;
  gsize              text_room;
  void              *memory;
  gsize              memory_room;
} TbJsonSlot;

void      tb_json_slot_clear     (TbJsonSlot *self);
/* For a text of so many bytes. (transfer none) */
char     *tb_json_slot_make_room (TbJsonSlot *self,
                                  gsize       length);
/* Room for so many values, in place of those that are there. (transfer none) (nullable) */
yyjson_val *tb_json_slot_make_values (TbJsonSlot *self,
                                  gsize       n);
/* The elements in the text that there was made room for, with a bracket or comma before and behind them. */
gboolean  tb_json_slot_parse     (TbJsonSlot *self,
                                  gsize       length,
                                  gboolean    is_object);

/* Puts the brackets around them, where the text may have others or commas. */
static inline void
tb_json_enclose (char     *text,
                 gsize     length,
                 gboolean  is_object)
{
  text[0] = is_object ? '{' : '[';
  text[length - 1] = is_object ? '}' : ']';
}

G_END_DECLS
