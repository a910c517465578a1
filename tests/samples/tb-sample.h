/* A sample, and the figures in it that the notes are about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparables.h"

G_BEGIN_DECLS

/* The sample of that name; it is a good one. */
TbDataset *tb_sample_read (const char            *name) G_GNUC_WARN_UNUSED_RESULT;
/* The one figure that the key means; the test fails where there is none, or two. */
TbFigure   tb_sample_find (const TbDataset       *dataset,
                           const TbComparableKey *key);

G_END_DECLS
