/* One figure in words: with its qualifier, unit, period, status and source.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-number-format.h"
#include "tb-series.h"

G_BEGIN_DECLS

/* The scale that suits all figures of the given rows of a series. */
TbNumberScale tb_figure_scale            (const TbSeries      *series,
                                          const guint32       *rows,
                                          gsize                n_rows,
                                          TbLanguage           language);
/* A target in percent a year, whose number is no amount of the series (T-8). */
gboolean      tb_figure_is_growth_target (const TbSeries      *series,
                                          const TbObservation *observation);
/* The number alone with its qualifier in a given scale: ">21", "30–40", "…" (missing). */
char         *tb_figure_dup_number       (const TbSeries      *series,
                                          const TbObservation *observation,
                                          TbNumberScale        scale,
                                          TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
/* The same with at most so many decimals. */
char         *tb_figure_dup_number_within (const TbSeries     *series,
                                          const TbObservation *observation,
                                          TbNumberScale        scale,
                                          int                  most,
                                          TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
/* With scale suffix and unit: ">21万路", "61%", "CNY 29.5 billion". */
char         *tb_figure_dup_with_unit    (const TbSeries      *series,
                                          const TbObservation *observation,
                                          TbNumberScale        scale,
                                          TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
/* Everything: "New 5G base stations, Qingdao, H1 2021: 3,500; actual, year to date; Qingdao Daily, 16 Aug 2021;
 * note". */
char         *tb_figure_dup_description  (const TbSeries      *series,
                                          gsize                row,
                                          TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
/* The same without what was published after a day; 0: all. */
char         *tb_figure_dup_description_on (const TbSeries    *series,
                                          gsize                row,
                                          TbDay                known,
                                          TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
/* A size in percentage points: "1 percentage point", "−4.2 percentage points". */
char         *tb_figure_dup_points       (const char          *number,
                                          TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
