/* Rows that are written alike but for their values, parsed by the first of them.
 *
 * Private to the cursor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-slot.h"

G_BEGIN_DECLS

/* Rows with more members, or with so long keys, have no pattern. */
#define TB_JSON_PATTERN_MEMBERS 24
#define TB_JSON_PATTERN_BYTES 1024

/* What stands before a value, from the value before it on; or behind the last one. */
typedef struct
{
  guint start;
  guint length;
} TbJsonPiece;

/**
 * TbJsonPattern:
 * @n_members: of each row
 * @n_bytes: of @text; no row has less
 * @pieces: of @text, one more than members
 * @text: a row without its values
 * @keys: its keys, a NUL behind each
 * @row: the values of a row: the object, then a key and a value for each member
 *
 * How an object without others in it is written, so that only what differs in the
 * next one has to be parsed.
 */
typedef struct
{
  guint       n_members;
  guint       n_bytes;
  TbJsonPiece pieces[TB_JSON_PATTERN_MEMBERS + 1];
  char        text[TB_JSON_PATTERN_BYTES];
  char        keys[TB_JSON_PATTERN_BYTES];
  yyjson_val  row[1 + 2 * TB_JSON_PATTERN_MEMBERS];
} TbJsonPattern;

/* @text: from the bracket or comma before a row on; @row: that row, parsed. (nullable) (transfer full) */
TbJsonPattern *tb_json_pattern_new   (const char          *text,
                                      gsize                length,
                                      const yyjson_val    *row) G_GNUC_WARN_UNUSED_RESULT;
/* As tb_json_slot_parse(). FALSE: something is written otherwise, and the slot's text is spoilt. */
gboolean       tb_json_pattern_parse (const TbJsonPattern *self,
                                      TbJsonSlot          *slot,
                                      gsize                length);

G_END_DECLS
