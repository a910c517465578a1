/* What a profile holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-profile.h"

G_BEGIN_DECLS

/* Value of the key "tongbi". */
#define TB_PROFILE_FORMAT "import-profile/1"

typedef struct
{
  char         *name;
  TbColumnRole  role;
} TbProfileColumn;

typedef struct
{
  char               *id;    /* NULL: all that are not named */
  TbProfileIndicator  said;  /* its strings are its own */
} TbProfileEntry;

struct _TbProfile
{
  gatomicrefcount ref_count;
  GArray         *columns;     /* of TbProfileColumn, in the order of saying */
  GArray         *indicators;  /* of TbProfileEntry, likewise */
  char            decimal_mark;
};

G_END_DECLS
