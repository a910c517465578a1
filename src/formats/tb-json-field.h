/* Takes fields of foreign JSON as they come: absent, of another type, numbers in strings.
 *
 * Files of statistical offices stray from their formats. What is not as it
 * should be is not there here; the readers say so where it matters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-cube.h"
#include "tb-json-cursor.h"
#include "tb-number-text.h"

G_BEGIN_DECLS

/* The member of that type; NULL where @object is NULL or no object, or has none such. */
const TbJsonValue *tb_json_field_get         (const TbJsonValue *object,
                                              const char        *key,
                                              TbJsonType         type);
/* Any member that is not null. */
const TbJsonValue *tb_json_field_get_any     (const TbJsonValue *object,
                                              const char        *key);
/* The text of a string, number or boolean; NULL for anything else, and for "". */
const char        *tb_json_field_to_text     (const TbJsonValue *value,
                                              TbPool            *pool);
const char        *tb_json_field_get_text    (const TbJsonValue *object,
                                              const char        *key,
                                              TbPool            *pool);
/* A string, or one by language: English, else the first. */
const char        *tb_json_field_to_wording  (const TbJsonValue *value,
                                              TbPool            *pool);
/* A string, or an object of strings by language: what of it there is in our languages. */
TbText             tb_json_field_to_words    (const TbJsonValue *value,
                                              TbPool            *pool);
/* A whole number, also one in a string. */
gboolean           tb_json_field_to_integer  (const TbJsonValue *value,
                                              gint64            *out_integer);
gboolean           tb_json_field_get_integer (const TbJsonValue *object,
                                              const char        *key,
                                              gint64            *out_integer);
/* The day of "2024-03-28" and "2024-03-28T10:00:00Z"; 0 where it is none. */
TbDay              tb_json_field_get_day     (const TbJsonValue *object,
                                              const char        *key);
/* A figure: a number, a number in a string, a text for a missing one, or none at all. */
TbNumberForm       tb_json_field_to_cell     (const TbJsonValue *value,
                                              TbPool            *pool,
                                              TbCubeCell        *cell);
TbNumberForm       tb_json_field_parse_cell  (const char        *text,
                                              gsize              length,
                                              const TbNumberStyle *style,
                                              TbPool            *pool,
                                              TbCubeCell        *cell);

G_END_DECLS
