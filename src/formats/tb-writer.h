/* Writes datasets: the dataset format, tidy csv, data packages, JSON-stat.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"

G_BEGIN_DECLS

/* The dataset format, format.md: keys in order, two-space indent, one
 * observation a line; the same dataset always gives the same bytes. */
GBytes *tb_writer_to_json (const TbDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;
/* Tidy csv, cli.md: one row an observation. UTF-8, LF. */
GBytes *tb_writer_to_csv  (const TbDataset *dataset,
                           gboolean         with_bom) G_GNUC_WARN_UNUSED_RESULT;
/* The same with the notes in @language where they have it, each behind @note
 * (nullable): what holds for all rows, such as how they were computed. */
GBytes *tb_writer_to_csv_noted (const TbDataset *dataset,
                           gboolean         with_bom,
                           TbLanguage       language,
                           const char      *note) G_GNUC_WARN_UNUSED_RESULT;
/* Frictionless Tabular Data Package: datapackage.json and data.csv in a .zip … */
GBytes  *tb_writer_to_data_package   (const TbDataset  *dataset,
                                      GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* … or in a folder, whole or not at all. */
gboolean tb_writer_save_data_package (const TbDataset  *dataset,
                                      const char       *folder,
                                      GError          **error);
/* What of the dataset's figures csv and data packages have no place for; NULL: nothing. */
char    *tb_writer_dup_tidy_losses   (const TbDataset  *dataset) G_GNUC_WARN_UNUSED_RESULT;
/* JSON-stat 2.0 for other programs, with labels in @language: a data set, or a collection
 * where series have different dimensions. What it has no place for is in an extension, so
 * that nothing is lost where it is read here again. */
GBytes *tb_writer_to_json_stat (const TbDataset *dataset,
                                TbLanguage       language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
