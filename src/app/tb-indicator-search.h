/* Finds indicators by words of their names and ids.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-series.h"

G_BEGIN_DECLS

typedef struct _TbIndicatorSearch TbIndicatorSearch;

TbIndicatorSearch *tb_indicator_search_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void               tb_indicator_search_free      (TbIndicatorSearch *self);
void               tb_indicator_search_set_words (TbIndicatorSearch *self,
                                                  const char        *text);
gboolean           tb_indicator_search_matches   (TbIndicatorSearch *self,
                                                  const TbIndicator *indicator);
/* By its place, breakdown and scope too. */
gboolean           tb_indicator_search_matches_series (TbIndicatorSearch *self,
                                                  const TbSeries    *series);

G_END_DECLS
