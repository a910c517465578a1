/* What a dimension, or a column, is to a figure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-vocabulary.h"

G_BEGIN_DECLS

/**
 * TbColumnRole:
 * @TB_COLUMN_ROLE_UNSAID: not said by the file: found out from its name and codes
 * @TB_COLUMN_ROLE_PERIOD: when; one dimension only
 * @TB_COLUMN_ROLE_PLACE: where; further ones are breakdowns
 * @TB_COLUMN_ROLE_INDICATOR: what is measured
 * @TB_COLUMN_ROLE_UNIT: what it is counted in: becomes the unit of the series
 * @TB_COLUMN_ROLE_BREAKDOWN: of whom, of what kind …
 * @TB_COLUMN_ROLE_TITLE: the wording of a whole series
 * @TB_COLUMN_ROLE_VALUE: (columns) numbers; several such columns are several indicators
 * @TB_COLUMN_ROLE_STATUS: (columns) status codes of the number
 * @TB_COLUMN_ROLE_NOTE: (columns) words about the number
 * @TB_COLUMN_ROLE_LABEL: (columns) the wording of the codes in the column before it
 * @TB_COLUMN_ROLE_IGNORED: (columns) left out, because the user said so
 */
typedef enum
{
  TB_COLUMN_ROLE_UNSAID,
  TB_COLUMN_ROLE_PERIOD,
  TB_COLUMN_ROLE_PLACE,
  TB_COLUMN_ROLE_INDICATOR,
  TB_COLUMN_ROLE_UNIT,
  TB_COLUMN_ROLE_BREAKDOWN,
  TB_COLUMN_ROLE_TITLE,
  TB_COLUMN_ROLE_VALUE,
  TB_COLUMN_ROLE_STATUS,
  TB_COLUMN_ROLE_NOTE,
  TB_COLUMN_ROLE_LABEL,
  TB_COLUMN_ROLE_IGNORED,
} TbColumnRole;

/* Spelled as in an import profile: "period", "place" … */
extern const TbVocabulary tb_column_roles;

/* What the name of a dimension or column tells of its role, in the words that
 * offices use (formats.md); %TB_COLUMN_ROLE_UNSAID where nothing. @label is nullable. Thread: any. */
TbColumnRole  tb_column_role_from_name (const char *id,
                           const char *label);
/* Bytes of a name before the Chinese words for "code" and "name", which are written together
 * with it. */
gsize         tb_column_role_measure_stem (const char *name,
                           gboolean   *out_is_code,
                           gboolean   *out_is_label);

G_END_DECLS
