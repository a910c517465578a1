/* Where a JSON text is that is not held in memory whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-position.h"

#include <sys/stat.h>

G_BEGIN_DECLS

/* FALSE stops what is done. */
typedef gboolean (*TbJsonProceed) (gpointer user_data,
                                   double   fraction);

/**
 * TbJsonSource:
 * @memory: (nullable): the text, without byte order mark
 * @fd: where @memory is NULL: an open regular file
 * @start: bytes of the file before the text
 * @length: bytes of the text
 * @before: of the file, when it was opened
 * @looked_through: (nullable): told how much of the text was looked through, 0…1
 * @checked: (nullable): told how much of the text was read when what no reader asked for is
 * @user_data: for both
 *
 * A text that can be read at any place, again and again. Owns nothing.
 */
typedef struct
{
  const char   *memory;
  int           fd;
  goffset       start;
  gsize         length;
  struct stat   before;
  TbJsonProceed looked_through;
  TbJsonProceed checked;
  gpointer      user_data;
} TbJsonSource;

void      tb_json_source_init_memory  (TbJsonSource       *self,
                                       const char         *text,
                                       gsize               length);
gboolean  tb_json_source_init_fd      (TbJsonSource       *self,
                                       int                 fd);
/* FALSE where the file has not so many bytes there any more. */
gboolean  tb_json_source_read         (const TbJsonSource *self,
                                       gsize               offset,
                                       char               *buffer,
                                       gsize               length);
/* Whether the file is the one that it was. */
gboolean  tb_json_source_is_unchanged (const TbJsonSource *self);
/* The lines and columns of some bytes: @places hold their offsets. One pass. */
void      tb_json_source_locate       (const TbJsonSource *self,
                                       TbJsonPlace        *places,
                                       gsize               n_places);

G_END_DECLS
