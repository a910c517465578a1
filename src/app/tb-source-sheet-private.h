/* How the texts of the source panel are gathered, for the files that do it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-source-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  TbFigure            figure;
  const TbSeriesInfo *info;
  TbObservation       observation;
  TbLanguage          language;
  TbSourceSheet      *sheet;
} TbSourceWriter;

void   tb_source_begin_group  (TbSourceWriter       *writer,
                               const char           *title);
/* A heading without rows says nothing, and goes. */
void   tb_source_end_group    (TbSourceWriter       *writer);
/* Takes @text; nothing is added where there is none. */
void   tb_source_take_row     (TbSourceWriter       *writer,
                               const char           *label,
                               char                 *text,
                               const char           *url);
char  *tb_source_dup_value    (const TbSourceWriter *writer,
                               gsize                 row,
                               const TbObservation  *observation) G_GNUC_WARN_UNUSED_RESULT;
void   tb_source_write_others (TbSourceWriter       *writer);
/* 0: not stated. */
TbDay  tb_source_get_vintage  (const TbObservation  *observation);

G_END_DECLS
