/* Which of several figures of one period stands: confirmations, conflicts,
 * vintages, and what was known on a day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-verdict.h"

G_BEGIN_DECLS

/* The day from which on a figure was known: its vintage, else its source's
 * publication, else the end of an actual figure's period; 0: it was always known. */
TbDay     tb_known_get_day   (const TbObservation *observation);
/* Whether a row is to be read on the day @known: it was known by then, and no
 * later vintage of the same figure was. 0: all is known, the latest stands.
 * Confirmations are never read. */
gboolean  tb_known_is_read   (const TbSeries      *series,
                              gsize                row,
                              TbDay                known);
/* The figure of a period and kind; {NULL} where there is none. Of figures in
 * conflict, the first. */
TbFigure  tb_known_find      (const TbSeries      *series,
                              TbPeriod             period,
                              TbKind               kind,
                              TbDay                known);
/* The rows that are read on the day, in order of period; returns how many.
 * @out_rows has room for all. For 0 it is tb_series_sort(). */
gsize     tb_known_sort      (const TbSeries      *series,
                              TbDay                known,
                              guint32             *out_rows);
/* The sources of a figure, confirmations included, each once: "Qingdao Daily,
 * 16 Aug 2021; Dazhong Daily, 12 Jan 2021"; NULL for none. */
char     *tb_known_dup_sources (const TbSeries     *series,
                              gsize                row,
                              TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
/* The same without what was published after a day; 0: all. */
char     *tb_known_dup_sources_on (const TbSeries  *series,
                              gsize                row,
                              TbDay                known,
                              TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
