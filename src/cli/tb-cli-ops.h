/* The operations that --op names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-transform.h"

G_BEGIN_DECLS

/* As named, each once; the engine puts them in order (F-1). Zero-initialise. */
typedef struct
{
  TbTransform steps[TB_N_TRANSFORMS];
  gsize       n;
} TbCliOps;

/* Masks of 1 << TbTransformKind: which options an operation reads. */
#define TB_CLI_OPS_WITH_BASE ((1u << TB_TRANSFORM_INDEX) | (1u << TB_TRANSFORM_CAGR))
#define TB_CLI_OPS_WITH_WINDOW ((1u << TB_TRANSFORM_MOVING_AVERAGE) | (1u << TB_TRANSFORM_AVERAGE_GROWTH))
#define TB_CLI_OPS_WITH_OTHER                                                                                          \
  ((1u << TB_TRANSFORM_SHARE) | (1u << TB_TRANSFORM_CONTRIBUTION) | (1u << TB_TRANSFORM_PER_CAPITA))
#define TB_CLI_OPS_OF_FREQUENCY ((1u << TB_TRANSFORM_QUARTER) | (1u << TB_TRANSFORM_HALF) | (1u << TB_TRANSFORM_ANNUAL))

/* Where --window is not given. */
#define TB_CLI_OPS_NO_WINDOW G_MININT

/* Names, each a string with commas. FALSE: said what is wrong, or that there are
 * none. */
gboolean  tb_cli_ops_parse      (const char        *option,
                                 char             **texts,
                                 TbCliOps          *out_ops);
guint     tb_cli_ops_get_kinds  (const TbCliOps    *self);
/* Whether the options for the operations are given where one of them reads them.
 * FALSE: said what is wrong. */
gboolean  tb_cli_ops_check      (const TbCliOps    *self,
                                 gboolean           has_base,
                                 int                window,
                                 gboolean           has_other);
/* Gives each step those of @values that it reads. */
void      tb_cli_ops_set_values (TbCliOps          *self,
                                 const TbTransform *values);
/* All operations with what they mean, a line each. */
char     *tb_cli_ops_dup_help   (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
