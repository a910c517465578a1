/* Reads a large JSON text without having it in memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-document.h"
#include "tb-reader-private.h"

G_BEGIN_DECLS

/* FALSE: the text is to be read whole, and nothing was reported. Else @out_dataset is set, or an
 * error is reported, or the reading was cancelled. @limits NULL: the usual, of texts that are worth it. */
gboolean tb_reader_read_streamed (const TbJsonSource        *source,
                                  const TbReaderInput       *input,
                                  const char                *format,
                                  const TbJsonOutlineLimits *limits,
                                  TbDataset                **out_dataset);

G_END_DECLS
