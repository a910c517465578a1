/* Around an AdwWrapBox, so that nothing of it is lost where the window is mirrored.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_WRAP (tb_wrap_get_type ())
G_DECLARE_FINAL_TYPE (TbWrap, tb_wrap, TB, WRAP, AdwBin)

G_END_DECLS
