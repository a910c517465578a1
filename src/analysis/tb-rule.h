/* The rules that decide on comparisons, as a set and in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-language.h"

G_BEGIN_DECLS

/**
 * TbRuleSet:
 *
 * A set of rules, a bit each: %TB_RULE (13) is R13 of the verdicts, %TB_RULE_Y
 * (3) is Y-3 of year-to-date figures, %TB_RULE_F (10) is F-10 of the
 * transformations, %TB_RULE_T (6) is T-6 of the targets.
 */
typedef guint64 TbRuleSet;

#define TB_RULE_BIT(bit) (G_GUINT64_CONSTANT (1) << (bit))
#define TB_RULE(n) TB_RULE_BIT (n)            /* R0 … R20 */
#define TB_RULE_Y(n) TB_RULE_BIT (20 + (n))   /* Y-1 … Y-9 */
#define TB_RULE_F(n) TB_RULE_BIT (29 + (n))   /* F-1 … F-10 */
#define TB_RULE_T(n) TB_RULE_BIT (39 + (n))   /* T-1 … T-11 */
#define TB_N_RULES 51

/* "R13", "F-10"; @rule is a bit's number. */
const char *tb_rule_get_code    (guint      rule);
/* The reason of one rule in a few words: why it refuses or, where it only warns
 * or shapes, what it says. For tooltips and footnotes that have no figures. */
const char *tb_rule_get_reason  (guint      rule,
                                 TbLanguage language);
/* What the rule means where it only warns. */
const char *tb_rule_get_note    (guint      rule,
                                 TbLanguage language);
/* "R2 R13 F-10", in the order of the tables; "" for none. */
char       *tb_rules_dup_codes  (TbRuleSet  rules) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
