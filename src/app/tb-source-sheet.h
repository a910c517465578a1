/* Where a figure comes from, and what it is: what the source panel says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-verdict.h"

G_BEGIN_DECLS

/**
 * TbSourceRow:
 * @label: what it tells: "Period"
 * @text: what that is: "H1 2021"
 * @url: (nullable): where it can be read
 */
typedef struct
{
  char *label;
  char *text;
  char *url;
} TbSourceRow;

/**
 * TbSourceGroup:
 * @title: heading of the rows
 * @rows: (element-type TbSourceRow): at least one
 */
typedef struct
{
  const char *title;
  GArray     *rows;
} TbSourceGroup;

/**
 * TbSourceSheet:
 * @name: the indicator, with breakdown, coverage and place
 * @value: the number with its qualifier and unit
 * @when: the period, and what the number is where it is no result; "" where undated
 * @groups: (element-type TbSourceGroup): in the order of reading
 */
typedef struct
{
  char   *name;
  char   *value;
  char   *when;
  GArray *groups;
} TbSourceSheet;

TbSourceSheet *tb_source_sheet_new      (TbFigure             figure,
                                         TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
void           tb_source_sheet_free     (TbSourceSheet       *self);
char          *tb_source_sheet_dup_text (const TbSourceSheet *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbSourceSheet, tb_source_sheet_free)

G_END_DECLS
