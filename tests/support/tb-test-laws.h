/* What must hold of every scene: texts apart, inside the page and legible.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-scene.h"

G_BEGIN_DECLS

/* Adds a sentence for each breach; @touch: px that boxes may share. */
void tb_test_laws_check (const TbScene *scene,
                         double         touch,
                         GPtrArray     *breaches);

G_END_DECLS
