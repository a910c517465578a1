/* What of a figure the rules of comparison refuse: a banner, and the list behind it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-scene.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* @scene: nullable. Without refusals the banner is not shown. */
void       tb_refused_banner_update (AdwBanner     *banner,
                                     const TbScene *scene);
AdwDialog *tb_refused_dialog_new    (const TbScene *scene) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
