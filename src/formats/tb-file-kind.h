/* Tells files of other programs, which hold no figures that are read here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-problems.h"

G_BEGIN_DECLS

/* Whether @data are a file of another program; that is reported then, with what to do instead. */
gboolean  tb_file_kind_refuse        (const void *data,
                                      gsize       length,
                                      TbProblems *problems);
/* The same of a text: a page of the web, XML. */
gboolean  tb_file_kind_refuse_markup (const char *text,
                                      gsize       length,
                                      TbProblems *problems);
/* What is neither JSON nor a table. */
void      tb_file_kind_refuse_prose  (TbProblems *problems);

G_END_DECLS
