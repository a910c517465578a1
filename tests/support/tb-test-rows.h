/* A test for each row of a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Adds a test "PREFIX/NAME" for each row of an array, which it is given. @member: of a
 * row, its name. */
#define TB_TEST_ADD_ROWS(prefix, rows, member, function)                                                               \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    for (gsize tb_row = 0; tb_row < G_N_ELEMENTS (rows); tb_row++)                                                     \
      {                                                                                                                \
        g_autofree char *tb_path = g_strconcat (prefix, (rows)[tb_row].member, NULL);                                  \
                                                                                                                       \
        g_test_add_data_func (tb_path, &(rows)[tb_row], function);                                                     \
      }                                                                                                                \
  }                                                                                                                    \
  G_STMT_END
