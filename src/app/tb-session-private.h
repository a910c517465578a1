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
  TbHistory  *history;
  GPtrArray  *selected;   /* const TbIndicator *: those of the look that the dataset has */
  GHashTable *members;    /* the same as a set */
};

typedef enum
{
  TB_SESSION_OPENED,
  TB_SESSION_SELECTION_CHANGED,
  TB_SESSION_PLACE_CHANGED,
  TB_SESSION_CHART_TYPE_CHANGED,
  TB_SESSION_SHOWN_CHANGED,
  TB_SESSION_HISTORY_CHANGED,
  TB_SESSION_N_SIGNALS,
} TbSessionSignal;

void  tb_session_tell             (TbSession       *self,
                                   TbSessionSignal  signal);
void  tb_session_resolve_selected (TbSession       *self);

G_END_DECLS
