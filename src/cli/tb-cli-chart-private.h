/* The options of tongbi-cli chart, and the spec that they mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-cli-decorations.h"
#include "tb-cli-ops.h"
#include "tb-cli.h"
#include "tb-work.h"

G_BEGIN_DECLS

/* No option gives this one. */
#define TB_CLI_CHART_NO_NUMBER G_MININT

/* As given; strings belong to it. */
typedef struct
{
  TbCliSelection  selection;
  char          **operations;
  char           *base;
  gboolean        base_of_op;
  int             window;
  char           *with;
  TbChartOperation steps[TB_N_TRANSFORMS];  /* what they mean */
  TbCliDecorations decorations;
  char           *type;
  char           *current;
  char           *order;
  gboolean        own_scales;
  char          **hidden;
  char           *as_of;
  char           *as_known;
  char           *theme;
  gboolean        list_types;
  gboolean        as_json;
  char           *size;
  int             dpi;
  int             decimals;
  gboolean        transparent;
  char           *lang;
  char           *style;
  char           *spec;
  gboolean        print_spec;
  char           *output;
  char           *format;
  char           *svg_text;
  TbCliInput      input;
  TbWork         *work;      /* nullable: the saved chart that FILE was */
} TbCliChartOptions;

/* The size and dots per inch. FALSE: said what is wrong. */
gboolean tb_cli_chart_choose_size (const TbCliChartOptions *options,
                                   TbChartSpecFields       *fields,
                                   double                  *out_dpi);
/* @fields: with the size. The exit status; not TB_CLI_DONE where it said what is wrong. */
int      tb_cli_chart_make_spec   (TbCliChartOptions       *options,
                                   TbDataset               *dataset,
                                   TbChartSpecFields       *fields,
                                   TbChartSpec            **out_spec);
/* Tells why there is no selection or chart. The exit status. */
int      tb_cli_chart_fail        (const TbCliChartOptions *options,
                                   const GError            *error);

/* Whether FILE is a saved chart, which says itself what to draw. */
gboolean tb_cli_chart_is_work     (const TbCliChartOptions *options);
/* Reads it; its files take its place among the FILEs. The exit status; not TB_CLI_DONE
 * where it said what is wrong. */
int      tb_cli_chart_take_work   (TbCliChartOptions       *options);
/* Says which of its files are not as they were when it was saved. */
void     tb_cli_chart_tell_changes (const TbCliChartOptions *options);
/* The exit status, likewise. */
int      tb_cli_chart_make_spec_of_work (const TbCliChartOptions *options,
                                         TbDataset               *dataset,
                                         TbHouseStyle            *house,
                                         TbChartSpec            **out_spec);

G_END_DECLS
