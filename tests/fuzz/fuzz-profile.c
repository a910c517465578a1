/* Any bytes as an import profile: refused with a reason, or the same again when it is written and read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-profile.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static TbProfile *
parse (GBytes *bytes)
{
  g_autoptr (TbProblems) problems = tb_problems_new ("input");
  TbProfile *profile = tb_profile_parse (bytes, problems);
  g_autofree char *report = tb_problems_dup_report (problems);

  if ((profile == NULL) != (tb_problems_get_n_errors (problems) > 0))
    g_error ("refused without a reason, or parsed with an error");
  if (!g_utf8_validate (report, -1, NULL))
    g_error ("a message that is not UTF-8");

  return profile;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (TbProfile) profile = parse (bytes);
  g_autoptr (TbProfile) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) rewritten = NULL;

  if (profile == NULL)
    return 0;

  written = tb_profile_to_json (profile);
  again = parse (written);
  if (again == NULL)
    g_error ("what was written is refused");
  rewritten = tb_profile_to_json (again);
  if (!g_bytes_equal (written, rewritten))
    g_error ("what was written is written otherwise the second time");

  return 0;
}
