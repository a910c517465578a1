/* Members of a JSON object that is being built, and the words in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-members.h"

#include <math.h>

void
tb_json_add_text (JsonBuilder *builder,
                  const char  *member,
                  const char  *text)
{
  json_builder_set_member_name (builder, member);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
tb_json_add_number (JsonBuilder *builder,
                    const char  *member,
                    double       number)
{
  json_builder_set_member_name (builder, member);
  /* −0 is no number to a reader. */
  if (isfinite (number))
    json_builder_add_double_value (builder, number + 0.0);
  else
    json_builder_add_null_value (builder);
}

void
tb_json_add_codes (JsonBuilder *builder,
                   TbRuleSet    codes)
{
  json_builder_set_member_name (builder, "codes");
  json_builder_begin_array (builder);
  for (guint rule = 0; rule < TB_N_RULES; rule++)
    {
      if ((codes & TB_RULE_BIT (rule)) != 0)
        json_builder_add_string_value (builder, tb_rule_get_code (rule));
    }
  json_builder_end_array (builder);
}

const char *
tb_json_get_verdict (TbVerdictKind kind)
{
  static const char *const words[] = {
    [TB_VERDICT_VALID] = "valid", [TB_VERDICT_NOTE] = "note", [TB_VERDICT_INVALID] = "invalid",
  };

  return words[kind];
}

const char *
tb_json_get_bound (TbBound bound)
{
  static const char *const words[] = {
    [TB_BOUND_EXACT] = "exact", [TB_BOUND_AT_LEAST] = "at-least", [TB_BOUND_AT_MOST] = "at-most",
    [TB_BOUND_ABOUT] = "about", [TB_BOUND_BETWEEN] = "between",
  };

  return words[bound];
}
