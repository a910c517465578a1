/* Rows whose choices are the values of a setting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @names: (array zero-terminated=1): the values in the order of the row's choices; static. */
void  tb_setting_row_bind (AdwComboRow       *row,
                           GSettings         *settings,
                           const char        *key,
                           const char *const *names);

G_END_DECLS
