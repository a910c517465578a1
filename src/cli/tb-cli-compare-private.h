/* What tongbi-cli compare is asked, and what it answers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-text.h"
#include "tb-proposal.h"
#include "tb-standing.h"

G_BEGIN_DECLS

typedef enum { TB_CLI_CHANGE, TB_CLI_SHARE, TB_CLI_COMPLETION } TbCliOperation;

/* A kind that no option gives. */
#define TB_CLI_ANY_KIND (-1)

typedef struct
{
  TbCliOperation  operation;
  TbDataset      *dataset;
  GPtrArray      *series;        /* TbSeries, which the current figure is of */
  GPtrArray      *others;        /* which the base is of; the same array where it is of the same thing */
  gboolean        has_base;
  TbPeriod        base, current;
  int             base_kind;     /* TbKind, or TB_CLI_ANY_KIND */
  int             current_kind;
  TbDay           known;
  TbReference     reference;
  TbLanguage      language;
} TbCliQuestion;

/* The two figures; one that is not there has no series. */
typedef struct
{
  TbFigure base, current;
  gboolean is_proposed;          /* the engine chose the base */
  TbProposalKind proposal;
} TbCliPair;

typedef struct
{
  TbCliPair   pair;
  gboolean    is_completion;
  TbVerdict   verdict;           /* of a change or a share */
  TbStanding  standing;          /* of a completion */
  TbFigure    target, actual;    /* the same */
  char       *text;
} TbCliAnswer;

/* FALSE: several figures fit, and were named on standard error. */
gboolean      tb_cli_pair_choose      (const TbCliQuestion *question,
                                       TbCliPair           *out_pair);

TbCliAnswer   tb_cli_answer           (const TbCliQuestion *question,
                                       const TbCliPair     *pair);
void          tb_cli_answer_clear     (TbCliAnswer         *self);
TbVerdictKind tb_cli_answer_get_kind  (const TbCliAnswer   *self);
TbRuleSet     tb_cli_answer_get_codes (const TbCliAnswer   *self);

/* As an object of @builder, for programs; the keys are fixed. */
void          tb_cli_answer_build     (const TbCliAnswer   *self,
                                       JsonBuilder         *builder,
                                       TbLanguage           language);
/* The two figures, the sentence and the codes, for readers. */
char         *tb_cli_answer_dup_text  (const TbCliAnswer   *self,
                                       TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;
/* "not comparable: R3" */
char         *tb_cli_answer_dup_codes (const TbCliAnswer   *self,
                                       TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbCliAnswer, tb_cli_answer_clear)

G_END_DECLS
