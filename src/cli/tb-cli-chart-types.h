/* Which types of chart fit a selection.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart.h"

G_BEGIN_DECLS

/* Prints every type, and of those that do not fit the reason; the exit status. */
int  tb_cli_list_chart_types (const TbSelection *selection,
                              TbLanguage         language,
                              gboolean           as_json);
/* Every type with its title in the reader's language, a line each. */
char *tb_cli_dup_chart_types_help (void) G_GNUC_WARN_UNUSED_RESULT;
/* "line, column, bar …" */
char *tb_cli_dup_chart_type_names (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
