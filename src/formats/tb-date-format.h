/* Dates that a schema spells in its own way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "YYYY-MM-DD" and the zero byte; years may have more digits than four. */
#define TB_DATE_FORMAT_LENGTH 32

/* Reads a date by the conversions of strptime(), as table schemas use them: %Y %y %m %d %j %b %B %H %M %S and
 * what is no conversion stands for itself. @out_date gets as much of a date as the format has: year,
 * month or day. FALSE: the text is not so. */
gboolean tb_date_format_parse (const char *format,
                               const char *text,
                               gsize       length,
                               char        out_date[TB_DATE_FORMAT_LENGTH]);

G_END_DECLS
