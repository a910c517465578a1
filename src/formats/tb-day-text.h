/* Days as files spell the time of their last update.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-period.h"

G_BEGIN_DECLS

/* 2016-06-22, with a time and zone or without ("2016-04-03T10:24:06Z": the day as written, no zone applied),
 * 20160622 18:34, 22 June 2016, Jun 22, 2016, Wed Jun 22 2016 …, 22/06/2016. FALSE where it is none of these, or
 * where day and month may be taken for each other (03/04/2016). */
gboolean  tb_day_text_parse (const char *text,
                             TbDay      *out_day);

G_END_DECLS
