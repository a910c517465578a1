/* Fills the cell of a cube from what stands in a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-cube.h"
#include "tb-number-text.h"

G_BEGIN_DECLS

void tb_cube_cell_set_number (TbCubeCell          *self,
                              const TbNumberText  *number,
                              const char          *text,
                              gsize                length,
                              const TbNumberStyle *style,
                              TbPool              *pool);
/* NULL and "" add nothing. */
void tb_cube_cell_add_note   (TbCubeCell          *self,
                              const char          *note,
                              TbPool              *pool);

G_END_DECLS
