/* Puts JSON text together: members one a line, or all on one line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-observation.h"

G_BEGIN_DECLS

#define TB_JSON_ONE_LINE (-1)

/**
 * TbJsonObject:
 *
 * An object that is being written. Plain data on the stack of its writer.
 */
typedef struct
{
  GString *out;
  int      indent;      /* spaces before each member, or %TB_JSON_ONE_LINE */
  gsize    n;
  gboolean doubles_at;  /* of members kept as text, which stand beside others that begin with "@" */
} TbJsonObject;

void tb_json_object_open        (TbJsonObject *self,
                                 GString      *out,
                                 int           indent);
void tb_json_object_key         (TbJsonObject *self,
                                 const char   *key);
void tb_json_object_string      (TbJsonObject *self,
                                 const char   *key,
                                 const char   *value);
void tb_json_object_decimal     (TbJsonObject *self,
                                 const char   *key,
                                 TbDecimal     value);
void tb_json_object_members     (TbJsonObject *self,
                                 const char   *members);
void tb_json_object_close       (TbJsonObject *self);

void tb_json_append_string      (GString      *out,
                                 const char   *text);
void tb_json_append_decimal     (GString      *out,
                                 TbDecimal     value);
void tb_json_append_figure      (GString             *out,
                                 const TbObservation *observation);

G_END_DECLS
