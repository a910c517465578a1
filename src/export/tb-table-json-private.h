/* What the writers of a table's JSON share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-export-table-private.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  const TbComparison *comparison;
  TbLanguage          language;
  JsonBuilder        *builder;
} TbTableJson;

/* Members of the object that is open: null for NULL, "", NaN, no day. */
void        tb_table_json_add_text     (JsonBuilder       *builder,
                                        const char        *member,
                                        const char        *text);
void        tb_table_json_add_number   (JsonBuilder       *builder,
                                        const char        *member,
                                        double             number);
void        tb_table_json_add_day      (JsonBuilder       *builder,
                                        const char        *member,
                                        TbDay              day);
void        tb_table_json_add_words    (const TbTableJson *writer,
                                        const char        *member,
                                        const TbText      *text);
void        tb_table_json_add_period   (const TbTableJson *writer,
                                        const char        *member,
                                        TbPeriod           period);
void        tb_table_json_add_codes    (JsonBuilder       *builder,
                                        TbRuleSet          codes);
/* All that a figure is. */
void        tb_table_json_add_figure   (const TbTableJson *writer,
                                        TbFigure           figure,
                                        const char        *label,
                                        const char        *shown);
/* "standing": the row's target and how it is kept; null where it has none. */
void        tb_table_json_add_standing (const TbTableJson *writer,
                                        gsize              row);

const char *tb_table_json_get_verdict  (TbVerdictKind      kind);
const char *tb_table_json_get_bound    (TbBound            bound);

G_END_DECLS
