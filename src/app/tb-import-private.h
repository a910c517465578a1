/* An import's parts, for the files it is split into.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-import.h"

G_BEGIN_DECLS

struct _TbImport
{
  GObject     parent_instance;

  GPtrArray  *files;
  char      **stamps;    /* nullable */
  TbPlan     *plan;      /* nullable: of the first reading */
  char       *shape;     /* nullable, with @plan: there is something to choose */
  char       *damage;    /* nullable: why what was kept cannot be used */
  TbProfile  *profile;   /* nullable */
  TbDataset  *dataset;   /* nullable */
  TbProblems *problems;  /* nullable */
};

G_END_DECLS
