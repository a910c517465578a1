/* Fills the cell of a cube from what stands in a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cube-cell.h"

/**
 * tb_cube_cell_set_number:
 * @self: a cell
 * @number: what @text was parsed as, which is %TB_NUMBER_GIVEN
 * @text: (array length=length): the number as it is printed
 * @length: its bytes
 * @style: how numbers are printed
 * @pool: where the digits are kept
 *
 * Gives the cell its value, with all digits where they are more than a #TbDecimal holds.
 *
 * Thread: that of @pool.
 */
void
tb_cube_cell_set_number (TbCubeCell          *self,
                         const TbNumberText  *number,
                         const char          *text,
                         gsize                length,
                         const TbNumberStyle *style,
                         TbPool              *pool)
{
  g_autofree char *digits = number->is_long ? tb_number_text_dup_digits (text, length, style) : NULL;

  self->has_value = TRUE;
  self->value = number->value;
  self->digits = digits != NULL ? tb_pool_intern (pool, digits) : NULL;
}

/**
 * tb_cube_cell_add_note:
 * @self: a cell
 * @note: (nullable): a note of @pool, or static
 * @pool: where notes are joined
 *
 * Adds a note behind those that there are.
 *
 * Thread: that of @pool.
 */
void
tb_cube_cell_add_note (TbCubeCell *self,
                       const char *note,
                       TbPool     *pool)
{
  g_autofree char *both = NULL;

  if (note == NULL || *note == '\0')
    return;

  if (self->note != NULL)
    both = g_strconcat (self->note, "; ", note, NULL);
  self->note = both != NULL ? tb_pool_intern (pool, both) : note;
}
