/* What a dimension, or a column, is to a figure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-vocabulary.h"

G_BEGIN_DECLS

/**
 * TbColumnRole:
 * @TB_COLUMN_UNSAID: not said by the file: found out from its name and codes
 * @TB_COLUMN_PERIOD: when; one dimension only
 * @TB_COLUMN_PLACE: where; further ones are breakdowns
 * @TB_COLUMN_INDICATOR: what is measured
 * @TB_COLUMN_UNIT: what it is counted in: becomes the unit of the series
 * @TB_COLUMN_BREAKDOWN: of whom, of what kind …
 * @TB_COLUMN_TITLE: the wording of a whole series
 * @TB_COLUMN_VALUE: (columns) numbers; several such columns are several indicators
 * @TB_COLUMN_STATUS: (columns) status codes of the number
 * @TB_COLUMN_NOTE: (columns) words about the number
 * @TB_COLUMN_LABEL: (columns) the wording of the codes in the column before it
 * @TB_COLUMN_IGNORED: (columns) left out, because the user said so
 */
typedef enum
{
  TB_COLUMN_UNSAID,
  TB_COLUMN_PERIOD,
  TB_COLUMN_PLACE,
  TB_COLUMN_INDICATOR,
  TB_COLUMN_UNIT,
  TB_COLUMN_BREAKDOWN,
  TB_COLUMN_TITLE,
  TB_COLUMN_VALUE,
  TB_COLUMN_STATUS,
  TB_COLUMN_NOTE,
  TB_COLUMN_LABEL,
  TB_COLUMN_IGNORED,
} TbColumnRole;

/* Spelled as in an import profile: "period", "place" … */
extern const TbVocabulary tb_column_roles;

/* What the name of a dimension or column tells of its role, in the words that
 * offices use (formats.md); %TB_COLUMN_UNSAID where nothing. @label is nullable. Thread: any. */
TbColumnRole  tb_column_role_from_name (const char *id,
                           const char *label);

G_END_DECLS
