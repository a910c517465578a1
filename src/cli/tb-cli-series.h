/* Which series a command is about, where it takes one and not a SELECTION.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"

G_BEGIN_DECLS

/* Zero-initialise. All nullable: not asked for. */
typedef struct
{
  char  *indicator;
  char  *place;
  char **breakdown;  /* "K=V"; "" for a series without breakdown */
  char  *scope;      /* its text in any language, or a part; "" for none of its own */
  char  *unit;
  char  *measure;
} TbCliSeries;

#define TB_CLI_N_SERIES_ENTRIES 7

/* What a list says behind a series; nullable. */
typedef char *(*TbCliSeriesRemark) (const TbSeries *series,
                                    gpointer        data);

void        tb_cli_series_fill_entries (TbCliSeries       *self,
                                        GOptionEntry      *out_entries);
void        tb_cli_series_clear        (TbCliSeries       *self);
/* The series that fit, in the order of the file; empty where the indicator has no
 * figures in the place. NULL: said what is wrong, which is usage. */
GPtrArray  *tb_cli_series_find         (const TbCliSeries *self,
                                        TbDataset         *dataset) G_GNUC_WARN_UNUSED_RESULT;
/* The same of another indicator or place (nullable: the same one), of which the
 * breakdown and the scope are asked only where one has them. */
GPtrArray  *tb_cli_series_find_other   (const TbCliSeries *self,
                                        const char        *indicator,
                                        const char        *place,
                                        TbDataset         *dataset) G_GNUC_WARN_UNUSED_RESULT;
/* Names them on standard error, a line each, with the options that choose each. */
void        tb_cli_series_list         (const GPtrArray   *series,
                                        TbCliSeriesRemark  remark,
                                        gpointer           data);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbCliSeries, tb_cli_series_clear)

G_END_DECLS
