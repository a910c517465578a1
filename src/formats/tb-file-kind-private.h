/* What the parts that tell files of other programs share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-bytes.h"

G_BEGIN_DECLS

/* What to do with a file in place of opening it. */
typedef enum
{
  TB_REMEDY_SHEET,
  TB_REMEDY_DOCUMENT,
  TB_REMEDY_UNPACK,
  TB_REMEDY_EXPORT,
  TB_REMEDY_PAGE,
  TB_REMEDY_SDMX,
  TB_REMEDY_XML,
  TB_REMEDY_OTHER,
} TbRemedy;

/* What document of an office program it is, in words to be translated; NULL: none. */
const char *tb_file_kind_find_office (const char *data,
                                      gsize       length,
                                      TbRemedy   *out_remedy);
/* Whether it is a .zip or .gz, which are read here. */
gboolean    tb_file_kind_is_archive  (const char *data,
                                      gsize       length);

G_END_DECLS
