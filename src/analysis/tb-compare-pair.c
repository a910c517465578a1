/* Two periods that are compared.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-compare-pair.h"

/**
 * tb_compare_pair_equal:
 * @a: two periods
 * @b: other two
 *
 * Returns: whether they are the same, whatever their spelling
 */
gboolean
tb_compare_pair_equal (TbComparePair a,
                       TbComparePair b)
{
  return tb_period_equal (a.base, b.base) && tb_period_equal (a.current, b.current);
}

/**
 * tb_compare_pair_dup_label:
 * @self: two periods
 * @language: the table's language
 *
 * Names two periods that are compared, where it is plain that they are.
 *
 * Thread: any.
 *
 * Returns: (transfer full): "2019 to 2020", "2020年比2019年"
 */
char *
tb_compare_pair_dup_label (TbComparePair self,
                           TbLanguage    language)
{
  static const TbPhrase form = { { "%1$s to %2$s", "%2$s比%1$s" } };
  g_autofree char *base = tb_period_label (self.base, language, TB_PERIOD_LABEL_FULL);
  g_autofree char *current = tb_period_label (self.current, language, TB_PERIOD_LABEL_FULL);

  return g_strdup_printf (form.in[language], base, current);
}
