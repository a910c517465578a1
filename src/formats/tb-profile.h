/* How files of one shape are to be read, where they do not say it themselves.
 *
 * A JSON document, data/schemas/import-profile-1.schema.json; what the window's
 * question is answered with, and `--profile` of the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-problems.h"
#include "tb-column-role.h"
#include "tb-text.h"

G_BEGIN_DECLS

typedef struct _TbProfile TbProfile;

/* Said for an indicator, or for all that nothing is said for. Unsaid: %TB_MEASURE_UNSTATED, NULL, −1 … */
typedef struct
{
  gboolean    has_measure;
  TbMeasure   measure;
  TbSince     since;
  gboolean    has_direction;
  TbDirection direction;
  const char *unit;          /* as a file would word it (tb-unit-text.h); nullable */
  const char *name;          /* nullable */
} TbProfileIndicator;

TbProfile   *tb_profile_new              (void) G_GNUC_WARN_UNUSED_RESULT;
TbProfile   *tb_profile_ref              (TbProfile       *self);
void         tb_profile_unref            (TbProfile       *self);
TbProfile   *tb_profile_copy             (const TbProfile *self) G_GNUC_WARN_UNUSED_RESULT;
/* NULL: reported, with line, column and pointer. */
TbProfile   *tb_profile_parse            (GBytes          *bytes,
                                          TbProblems      *problems) G_GNUC_WARN_UNUSED_RESULT;
GBytes      *tb_profile_to_json          (const TbProfile *self) G_GNUC_WARN_UNUSED_RESULT;

/* The role of a column or dimension by its name; %TB_COLUMN_ROLE_UNSAID where not said. */
TbColumnRole       tb_profile_get_role         (const TbProfile *self,
                                          const char      *column);
void         tb_profile_set_role         (TbProfile       *self,
                                          const char      *column,
                                          TbColumnRole           role);
/* @id NULL: for all indicators that are not named, its measure for those whose measure nobody states.
 * NULL where nothing is said. */
const TbProfileIndicator *
             tb_profile_get_indicator    (const TbProfile *self,
                                          const char      *id);
void         tb_profile_set_indicator    (TbProfile       *self,
                                          const char      *id,
                                          const TbProfileIndicator *said);
/* '.' or ','; 0 where not said. */
char         tb_profile_get_decimal_mark (const TbProfile *self);
void         tb_profile_set_decimal_mark (TbProfile       *self,
                                          char             mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbProfile, tb_profile_unref)

G_END_DECLS
