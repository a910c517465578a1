/* The options of tongbi-cli chart, and the spec that they mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-cli-decorations.h"
#include "tb-cli-ops.h"
#include "tb-cli.h"

G_BEGIN_DECLS

/* No option gives this one. */
#define TB_CLI_CHART_NO_DPI G_MININT

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
  char           *lang;
  char           *style;
  char           *spec;
  gboolean        print_spec;
  char           *output;
  char           *format;
  char           *svg_text;
  TbCliInput      input;
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

G_END_DECLS
