/* A session's parts, for the files it is split into.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-session.h"

G_BEGIN_DECLS

struct _TbSession
{
  GObject     parent_instance;

  TbLanguage  language;
  GFile      *file;
  char       *stamp;      /* nullable: what tells @file from a later one */
  TbDataset  *dataset;    /* nullable */
  TbProblems *problems;
  TbHistory  *history;    /* begun where a dataset is open */
  GPtrArray  *selected;   /* const TbIndicator *: those of the look that the dataset has */
  GHashTable *members;    /* the same as a set */
};

G_END_DECLS
