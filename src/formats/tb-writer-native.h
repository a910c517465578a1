/* What the parts of the writer of the dataset format share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"
#include "tb-json-writer.h"

G_BEGIN_DECLS

void tb_native_write_text        (TbJsonObject          *object,
                                  const char            *key,
                                  const TbText          *text);
void tb_native_write_day         (TbJsonObject          *object,
                                  const char            *key,
                                  TbDay                  day);
void tb_native_write_said        (TbJsonObject          *object,
                                  const char            *key,
                                  TbSaid                 said);
void tb_native_write_year_start  (TbJsonObject          *object,
                                  guint16                year_start);
void tb_native_write_since       (TbJsonObject          *object,
                                  TbSince                since,
                                  TbDay                  day);
void tb_native_append_period     (GString               *out,
                                  TbPeriod               period);

void tb_native_write_catalog     (TbJsonObject          *root,
                                  const TbCatalog       *catalog);
void tb_native_write_indicators  (TbJsonObject          *root,
                                  const TbCatalog       *catalog);
void tb_native_write_head        (TbJsonObject          *root,
                                  const TbDataset       *dataset);
void tb_native_write_key         (TbJsonObject          *object,
                                  const TbSeriesInfo    *info);
void tb_native_write_observation (GString               *out,
                                  const TbSeriesInfo    *info,
                                  const TbObservation   *observation,
                                  gboolean               doubles_at);
/* Without period, value and status, which are in the cell @position of a cube. */
void tb_native_write_observation_of_cell
                                 (GString               *out,
                                  const TbSeriesInfo    *info,
                                  const TbObservation   *observation,
                                  guint64                position);

G_END_DECLS
