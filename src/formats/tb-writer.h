/* Writes datasets: the dataset format and tidy csv.
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

G_END_DECLS
