/* What the tests of the cube share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-cube-private.h"

G_BEGIN_DECLS

/* A reading of a file "cube.csv" without content. */
typedef struct
{
  TbProblems    *problems;
  TbPlan        *plan;
  TbReaderWatch  watch;
  TbReaderInput  input;
  TbCube        *cube;
} TbCubeFixture;

void tb_cube_test_set_up (TbCubeFixture *fixture,
                          gconstpointer  data);
void tb_cube_test_tear_down (TbCubeFixture *fixture,
                             gconstpointer  data);
TbDecimal tb_cube_test_decimal (const char *text);
guint tb_cube_test_add_dimension (TbCube      *cube,
                                  const char  *id,
                                  TbColumnRole role,
                                  const char  *codes);
void tb_cube_test_add_cell (TbCube        *cube,
                            const guint32 *codes,
                            const char    *value);
char *tb_cube_test_list_rows (const TbDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;
void tb_cube_test_check_report (TbCubeFixture *fixture,
                                const char    *expected);
void tb_cube_test_check_round_trip (TbDataset *dataset);
void tb_cube_test_check_rows (TbCubeFixture *fixture,
                              const char    *expected);

#define TB_CUBE_ADD_TEST(name, function)                                                                               \
  g_test_add ("/cube/" name, TbCubeFixture, NULL, tb_cube_test_set_up, function, tb_cube_test_tear_down)

G_END_DECLS
