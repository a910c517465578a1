/* The one interface through which readers see JSON.
 *
 * Numbers come as the text that the file holds, because the printed digits of
 * a figure matter (6.0 is not 6) and integers may be larger than 64 bits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-problems.h"

G_BEGIN_DECLS

/* A parsed text. Immutable; any thread may read it. */
typedef struct _TbJsonDocument TbJsonDocument;

/* One value of a document, a key of an object included. Lives as long as it. */
typedef struct _TbJsonValue TbJsonValue;

/* The numbers are those of the parser behind, so that nothing is translated. */
typedef enum
{
  TB_JSON_NUMBER = 1,
  TB_JSON_NULL = 2,
  TB_JSON_BOOLEAN = 3,
  TB_JSON_STRING = 5,
  TB_JSON_ARRAY = 6,
  TB_JSON_OBJECT = 7,
} TbJsonType;

/**
 * TbJsonIter:
 * @key: the key of the member; %NULL in an array
 * @value: the member or element
 *
 * Walks the members of an object or the elements of an array in file order. In a
 * streamed document (tb-json-document.h) what is in a large array or object is valid
 * until the walk, or another one, has gone some ten kilobytes further.
 */
typedef struct
{
  const TbJsonValue *key;
  const TbJsonValue *value;
  /*< private >*/
  const TbJsonValue *next;
  gsize              n_left;
  gboolean           is_object;
  gpointer           large;
  gpointer           slot;
  guint64            serial;
  gsize              run;
} TbJsonIter;

/* @memory_limit is in bytes, 0 for the one of tb-limits.h. */
TbJsonDocument    *tb_json_document_new         (const char           *text,
                                                 gsize                 length,
                                                 gsize                 memory_limit,
                                                 TbProblems           *problems) G_GNUC_WARN_UNUSED_RESULT;
void               tb_json_document_free        (TbJsonDocument       *self);
const TbJsonValue *tb_json_document_get_root    (const TbJsonDocument *self);
gsize              tb_json_document_get_n_values (const TbJsonDocument *self);
gsize              tb_json_document_get_position (const TbJsonDocument *self,
                                                 const TbJsonValue    *value);
gboolean           tb_json_document_is_streamed (const TbJsonDocument *self);
double             tb_json_document_get_progress (const TbJsonDocument *self,
                                                 const TbJsonValue    *value);
char              *tb_json_document_dup_pointer (const TbJsonDocument *self,
                                                 const TbJsonValue    *value) G_GNUC_WARN_UNUSED_RESULT;

TbJsonType         tb_json_get_type    (const TbJsonValue  *self);
gsize              tb_json_get_size    (const TbJsonValue  *self);
gsize              tb_json_guess_size  (const TbJsonValue  *self);
const char        *tb_json_get_string  (const TbJsonValue  *self,
                                        gsize              *out_length);
const char        *tb_json_get_number  (const TbJsonValue  *self,
                                        gsize              *out_length);
gboolean           tb_json_get_boolean (const TbJsonValue  *self);
gboolean           tb_json_get_pair    (const TbJsonValue  *array,
                                        const TbJsonValue **out_first,
                                        const TbJsonValue **out_second);
const TbJsonValue *tb_json_find        (const TbJsonValue  *object,
                                        const char         *key);
gboolean           tb_json_is_streamed (const TbJsonValue  *container);
void               tb_json_refuse_stream (const TbJsonValue *container);
char              *tb_json_dup_text    (const TbJsonValue  *self) G_GNUC_WARN_UNUSED_RESULT;

void               tb_json_iter_init   (TbJsonIter         *self,
                                        const TbJsonValue  *container);
gboolean           tb_json_iter_next   (TbJsonIter         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbJsonDocument, tb_json_document_free)

G_END_DECLS
