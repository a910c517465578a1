/* Datasets and periods that tests write as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"

G_BEGIN_DECLS

/* Of any format. Fails the test with the problems where @text is no good dataset. */
TbDataset *tb_test_read_dataset (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* In calendar years; undated for NULL. Fails the test where @text is no period. */
TbPeriod   tb_test_read_period  (const char *text);

G_END_DECLS
