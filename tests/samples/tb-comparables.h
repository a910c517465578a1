/* The comparisons that a reader of the Qingdao pages might try, and what a
 * careful reader says of each: every row of the notes that were made on the
 * pages, with the figures it is about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-rule.h"
#include "tb-verdict.h"

G_BEGIN_DECLS

/* The answers that the notes give. */
typedef enum
{
  WORD_YES,
  WORD_YES_AS_PROGRESS,     /* no change; how much of the target is reached */
  WORD_YES_WITH_WARNING,
  WORD_LIMITED,
  WORD_LIMITED_NO_SIGN,     /* the notes say that no difference can be computed */
  WORD_PART_OF_WHOLE,       /* no change; a share */
  WORD_AGREE,               /* one fact twice: no change; the two tie out */
  WORD_NO,                  /* also "unknown" and "contradictory" */
} TbComparableWord;

/* Which figure of the sample. */
typedef struct
{
  const char *indicator;   /* NULL: none */
  const char *place;       /* NULL: there is one place */
  const char *period;      /* NULL: undated */
  TbKind      kind;
  gboolean    confirming;  /* the one of another paper that says the same */
} TbComparableKey;

typedef enum
{
  ASK_CHANGE,      /* from a to b */
  ASK_SHARE,       /* a in percent of b */
  ASK_COMPLETION,  /* of the target a by b */
} TbComparableAsk;

/**
 * TbComparableCheck:
 * @number: points of percentages, else the difference in the unit, of changes;
 *   percent of shares and completions; NaN: not looked at
 * @within: how far it may be off: what the printed digits leave open
 */
typedef struct
{
  TbComparableAsk ask;
  TbComparableKey a, b;
  TbVerdictKind   kind;
  TbRuleSet       codes;   /* must be among those of the verdict */
  double          number;
  double          within;
} TbComparableCheck;

#define TB_MAX_CHECKS 7
#define TB_MAX_LOOK_ALIKES 8

/**
 * TbComparableRow:
 * @section: A: target against actual, B: at two periods, C: look-alikes
 * @number: of the row in its section
 * @name: for the test's name
 * @checks: up to the first without an indicator
 * @look_alikes: every pair of them is refused in each way, for @codes
 */
typedef struct
{
  char              section;
  int               number;
  const char       *name;
  TbComparableWord  word;
  TbComparableCheck checks[TB_MAX_CHECKS];
  TbComparableKey   look_alikes[TB_MAX_LOOK_ALIKES];
  TbRuleSet         codes;
} TbComparableRow;

extern const TbComparableRow tb_comparable_rows[];
extern const gsize           tb_n_comparable_rows;

/* "Targets with no actual in these pages", in their order. */
extern const char *const tb_targets_without_actual[];

G_END_DECLS
