/* How the figures are found that others can be compared with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-proposal.h"
#include "tb-side.h"

G_BEGIN_DECLS

/* Series of one indicator: sisters are those of one place and breakdown, too,
 * whatever their scope, unit and measure. Others among them are passed over. */
typedef struct
{
  TbSeries *const *series;
  gsize            n;
} TbSisters;

TbSisters  tb_sisters_of         (const TbDataset   *dataset,
                                  const TbSeries    *series);
gboolean   tb_sisters_are        (const TbSeries    *a,
                                  const TbSeries    *b);

/* The first @most of tb_proposal_list(). */
guint      tb_proposal_search    (TbSisters          sisters,
                                  TbFigure           current,
                                  TbDay              known,
                                  TbReference        reference,
                                  guint              most,
                                  TbProposal        *out_proposals);
/* The nearest earlier figure with a number that the rules refuse; FALSE where
 * there is none. */
gboolean   tb_proposal_find_refused (TbSisters       sisters,
                                  TbFigure           current,
                                  TbDay              known,
                                  TbReference        reference,
                                  TbProposal        *out_refused);

/* Where a series has one side of a pair alone, and sisters have the other side
 * alone: the one that goes best with it is filled in. FALSE: there is none. */
gboolean   tb_comparable_fill_in (TbSisters          sisters,
                                  TbPeriod           base,
                                  TbPeriod           current,
                                  TbDay              known,
                                  TbReference        reference,
                                  TbFigure          *base_figure,
                                  TbFigure          *current_figure,
                                  TbVerdict         *out_verdict);

G_END_DECLS
