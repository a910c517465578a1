/* The options of chart that add arrows, lines, spans, emphasis and notes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-spec.h"

G_BEGIN_DECLS

/* As given; zero-initialise. */
typedef struct
{
  char    **differences;
  char    **growths;
  char    **value_lines;
  gboolean  target_line;
  char    **shades;
  char    **breaks;
  char    **highlights;
  char    **notes;
  char     *file;
  GArray   *all;   /* of TbDecoration, what they mean */
} TbCliDecorations;

#define TB_CLI_N_DECORATION_ENTRIES 9

void      tb_cli_decorations_fill_entries (TbCliDecorations *self,
                                           GOptionEntry     *out_entries);
gboolean  tb_cli_decorations_is_empty     (const TbCliDecorations *self);
void      tb_cli_decorations_clear        (TbCliDecorations *self);
/* Fills the spec's fields; what they point to belongs to @self. The exit status: not
 * TB_CLI_DONE where it said what is wrong. */
int       tb_cli_decorations_resolve      (TbCliDecorations *self,
                                           const TbDataset  *dataset,
                                           TbChartSpecFields *fields);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbCliDecorations, tb_cli_decorations_clear)

G_END_DECLS
