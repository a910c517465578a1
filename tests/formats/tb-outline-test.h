/* Reads JSON in parts and whole, and finds that both give the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"
#include "tb-json-outline.h"

/* What is large, for tests. */
extern const TbJsonOutlineLimits outline_tiny;
extern const TbJsonOutlineLimits outline_small;

/* @limits NULL: whole. FALSE: not read in this way. */
gboolean  outline_read_text  (const char                *text,
                              gsize                      length,
                              const TbJsonOutlineLimits *limits,
                              TbDataset                **out_dataset,
                              char                     **out_report);
/* How often, of three limits and one by chance, the text was read in parts. */
guint     outline_check_text (const char                *text,
                              gsize                      length);
/* What is told of the text read whole. */
char     *outline_dup_report (const char                *text,
                              gsize                      length) G_GNUC_WARN_UNUSED_RESULT;
