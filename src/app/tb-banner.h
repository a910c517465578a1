/* Banners that are told to those who do not see them come.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void tb_banner_tell (AdwBanner  *banner,
                     const char *title);

G_END_DECLS
