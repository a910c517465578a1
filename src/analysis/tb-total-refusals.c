/* Why rows have no total, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-total-private.h"

static const TbPhrase separators = { { "; ", "；" } };

/* "Employment: 15–24 and 15–64" */
static char *
dup_categories (const TbTotalRefused *refused,
                const char           *name,
                TbLanguage            language)
{
  static const TbPhrase one = { { "%1$s: %2$s", "%1$s：%2$s" } };
  static const TbPhrase two = { { "%1$s: %2$s and %3$s", "%1$s：%2$s与%3$s" } };
  g_autofree char *first = tb_breakdown_dup_name (refused->categories[0], language);
  g_autofree char *second
      = refused->categories[1] != NULL ? tb_breakdown_dup_name (refused->categories[1], language) : NULL;

  if (second == NULL)
    return g_strdup_printf (one.in[language], name, first);

  return g_strdup_printf (two.in[language], name, first, second);
}

/* "Crop: 110 t of 100 t in 2021" */
static char *
dup_excess (const TbTotalRefused *refused,
            const char           *name,
            TbLanguage            language)
{
  static const TbPhrase excess = { { "%1$s: %2$s of %3$s in %4$s", "%1$s：%4$s各项之和%2$s，公布数%3$s" } };
  g_autofree char *sum = tb_total_dup_amount (refused->part, &refused->sum, language);
  g_autofree char *whole = tb_total_dup_amount (refused->part, &refused->whole, language);
  g_autofree char *when = tb_period_label (refused->period, language, TB_PERIOD_LABEL_FULL);

  return g_strdup_printf (excess.in[language], name, sum, whole, when);
}

static char *
dup_what (TbTotalRefusal        why,
          const TbTotalRefused *refused,
          TbLanguage            language)
{
  g_autofree char *name = tb_text_dup_marked (&tb_series_get_info (refused->series)->indicator->name, language);

  switch (why)
    {
    case TB_TOTAL_OVERLAP:
    case TB_TOTAL_CONTAINS:
      return dup_categories (refused, name, language);
    case TB_TOTAL_EXCEEDS:
    case TB_TOTAL_MULTIPLE:
      return dup_excess (refused, name, language);
    case TB_TOTAL_NOT_ADDITIVE:
    case TB_TOTAL_SAID:
    case TB_TOTAL_UNSTATED:
    case TB_TOTAL_MIXED_UNITS:
    case TB_TOTAL_MIXED_COVERAGE:
    case TB_TOTAL_NO_PARENT:
    case TB_TOTAL_N_REFUSALS:
      break;
    }

  return g_steal_pointer (&name);
}

static void
append_refusal (GString        *text,
                TbTotalRefusal  why,
                const GArray   *refused,
                const TbPhrase *phrase,
                TbLanguage      language)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  if (refused->len == 0)
    return;
  for (guint i = 0; i < MIN (refused->len, TB_TOTAL_MOST_NAMED); i++)
    g_ptr_array_add (names, dup_what (why, &g_array_index (refused, TbTotalRefused, i), language));
  list = tb_total_join_names (names, refused->len, language);
  g_string_append_printf (g_string_append (text, text->len > 0 ? separators.in[language] : ""),
                          phrase->in[language], list);
}

/**
 * tb_totals_dup_refusals:
 * @self: totals
 * @language: the reader's language
 *
 * Says which rows have no total although they look like parts, and why; or that no rows
 * are parts of one whole.
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): "Without a total: rates … do not add up (Share)"
 */
char *
tb_totals_dup_refusals (const TbTotals *self,
                        TbLanguage      language)
{
  static const TbPhrase reasons[TB_TOTAL_N_REFUSALS] = {
    [TB_TOTAL_NOT_ADDITIVE] = { { "rates, averages, indices, ranks and parameters do not add up (%s)",
                                  "比率、平均数、指数、位次和政策参数不可加总（%s）" } },
    [TB_TOTAL_SAID] = { { "the file says that these do not add up (%s)", "文件注明不可加总（%s）" } },
    [TB_TOTAL_UNSTATED] = { { "the file does not say whether these are flows or levels (%s)",
                              "文件未注明为流量还是存量（%s）" } },
    [TB_TOTAL_MIXED_UNITS] = { { "the rows are in different units (%s)", "计量单位不一致（%s）" } },
    [TB_TOTAL_MIXED_COVERAGE] = { { "coverage, prices or seasonal adjustment of the rows differ (%s)",
                                    "口径、价格基准或季节调整不一致（%s）" } },
    [TB_TOTAL_NO_PARENT] = { { "the file does not say that these places are parts of one (%s)",
                               "文件未注明各地区属于同一上级地区（%s）" } },
    [TB_TOTAL_OVERLAP] = { { "categories overlap, so that some would be counted twice (%s)",
                             "分组相互重叠，加总会重复计算（%s）" } },
    [TB_TOTAL_CONTAINS] = { { "one category is the sum of others (%s)", "有一分组为其他分组之和（%s）" } },
    [TB_TOTAL_EXCEEDS] = { { "the rows come to more than was published of their whole, so that they are not its parts "
                             "alone (%s)",
                             "各项之和大于公布的总数，并非其互不重复的组成部分（%s）" } },
    [TB_TOTAL_MULTIPLE] = { { "the rows come to a multiple of what was published of their whole, and look like more "
                              "than one breakdown of it (%s)",
                              "各项之和为公布总数的整倍数，似为同一总数的多种分组（%s）" } },
  };
  static const TbPhrase head = { { "Without a total: %s", "不计合计：%s" } };
  static const TbPhrase none = { { "Without a total: no rows are declared parts of one whole",
                                   "不计合计：各行未声明为同一总体的组成部分" } };
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < TB_TOTAL_N_REFUSALS; i++)
    append_refusal (text, (TbTotalRefusal) i, self->refused[i], &reasons[i], language);
  if (text->len > 0)
    return g_strdup_printf (head.in[language], text->str);

  return self->totals->len == 0 ? g_strdup (none.in[language]) : NULL;
}
