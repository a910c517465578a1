/* What the writers of a table's JSON share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-export-table-private.h"
#include "tb-json-members.h"

G_BEGIN_DECLS

typedef struct
{
  const TbComparison *comparison;
  TbLanguage          language;
  JsonBuilder        *builder;
} TbTableJson;

/* Members of the object that is open: null for NULL, "", no day. */
void        tb_table_json_add_text     (JsonBuilder       *builder,
                                        const char        *member,
                                        const char        *text);
void        tb_table_json_add_day      (JsonBuilder       *builder,
                                        const char        *member,
                                        TbDay              day);
void        tb_table_json_add_words    (const TbTableJson *writer,
                                        const char        *member,
                                        const TbText      *text);
void        tb_table_json_add_period   (const TbTableJson *writer,
                                        const char        *member,
                                        TbPeriod           period);
/* All that a figure is. */
void        tb_table_json_add_figure   (const TbTableJson *writer,
                                        TbFigure           figure,
                                        const char        *label,
                                        const char        *shown);
/* "standing": the row's target and how it is kept; null where it has none. */
void        tb_table_json_add_standing (const TbTableJson *writer,
                                        gsize              row);

G_END_DECLS
