/* What the window remembers, and where its data files are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-language.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings  *tb_settings_get        (void);
TbLanguage  tb_settings_language   (void);
GFile      *tb_settings_dup_sample (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
