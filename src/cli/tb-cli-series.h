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
#define TB_CLI_N_WITH_ENTRIES 5

/* What a list says behind a series; nullable. */
typedef char *(*TbCliSeriesRemark) (const TbSeries *series,
                                    gpointer        data);

void        tb_cli_series_fill_entries (TbCliSeries       *self,
                                        GOptionEntry      *out_entries);
/* The same for another series: --with, --with-place, --with-breakdown, --with-scope. */
void        tb_cli_series_fill_with_entries (TbCliSeries  *self,
                                        GOptionEntry      *out_entries);
void        tb_cli_series_clear        (TbCliSeries       *self);
gboolean    tb_cli_series_is_empty     (const TbCliSeries *self);
/* The series that fit, in the order of the file; empty where the indicator has no
 * figures in the place. NULL: said what is wrong, which is usage. */
GPtrArray  *tb_cli_series_find         (const TbCliSeries *self,
                                        TbDataset         *dataset) G_GNUC_WARN_UNUSED_RESULT;
/* The same of another series, of which what @with does not say is as in @self;
 * breakdown and scope only where it has them. */
GPtrArray  *tb_cli_series_find_other   (const TbCliSeries *self,
                                        const TbCliSeries *with,
                                        TbDataset         *dataset) G_GNUC_WARN_UNUSED_RESULT;
/* Names them on standard error, a line each, with the options that choose each:
 * these begin with @prefix, "" or "with-". */
void        tb_cli_series_list         (const GPtrArray   *series,
                                        const char        *prefix,
                                        TbCliSeriesRemark  remark,
                                        gpointer           data);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbCliSeries, tb_cli_series_clear)

G_END_DECLS
