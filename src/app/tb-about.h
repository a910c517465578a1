/* What this program is, for people and for reports of faults.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @window: (nullable): whose display and renderer are told. */
AdwDialog *tb_about_new_dialog     (GtkWindow *window) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
