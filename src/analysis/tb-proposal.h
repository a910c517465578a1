/* What a figure can be compared with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-known.h"

G_BEGIN_DECLS

typedef enum
{
  TB_PROPOSAL_YEAR_EARLIER,  /* the same span, or the same date, a year earlier */
  TB_PROPOSAL_YEAR_END,      /* levels: the last year-end */
  TB_PROPOSAL_PREVIOUS,      /* the span just before */
  TB_PROPOSAL_EARLIER,       /* the nearest earlier figure that the rules let through */
} TbProposalKind;

typedef struct
{
  TbProposalKind kind;
  TbFigure       base;
  TbVerdict      verdict;
} TbProposal;

#define TB_MAX_PROPOSALS 4

/* The earlier figures that @current can be compared with, best first: at most
 * TB_MAX_PROPOSALS, none of them refused. Returns how many. */
guint       tb_proposal_list        (const TbDataset *dataset,
                                     TbFigure         current,
                                     TbDay            known,
                                     TbReference      reference,
                                     TbProposal      *out_proposals);
/* The first of them alone; FALSE: there is none. */
gboolean    tb_proposal_find_best   (const TbDataset *dataset,
                                     TbFigure         current,
                                     TbDay            known,
                                     TbReference      reference,
                                     TbProposal      *out_proposal);
/* Why there is none: "the only figure of this indicator", "no figure for H1
 * 2020; 2019 is a full year: periods of different length". */
char       *tb_proposal_dup_reason  (const TbDataset *dataset,
                                     TbFigure         current,
                                     TbDay            known,
                                     TbReference      reference,
                                     TbLanguage       language) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  TbFigure  base;
  TbFigure  current;
  TbVerdict verdict;
} TbComparable;

/* Every series of the dataset with figures in both periods, with its verdict, the
 * refused ones too: an array of TbComparable, in the order of the file. */
GArray     *tb_comparable_list      (const TbDataset *dataset,
                                     TbPeriod         base,
                                     TbPeriod         current,
                                     TbDay            known,
                                     TbReference      reference) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
