/* Lays charts of files in the source tree out, at fixed text widths.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart.h"

G_BEGIN_DECLS

/* @path is relative to the source folder; fails the test where it cannot be read. */
TbDataset *tb_test_load_dataset (const char              *path) G_GNUC_WARN_UNUSED_RESULT;
/* NULL with @error where the type does not fit. */
TbScene   *tb_test_lay_out      (TbDataset               *dataset,
                                 const TbChartSpecFields *fields,
                                 GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
/* One indicator of the dataset at @path, of @place or of any where that is NULL. */
TbScene   *tb_test_lay_out_indicator (const char  *path,
                                      TbChartType  type,
                                      TbLanguage   language,
                                      const char  *indicator,
                                      const char  *place,
                                      double       width,
                                      double       height,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
