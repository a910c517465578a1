/* Transformations for the tests, and their points as one line of text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-analysis-points.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static TbTransform
read_step (const char *text,
           TbSeries   *other)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  TbTransform step = { .base = TB_PERIOD_UNDATED };

  g_assert_true (tb_transform_from_name (parts[0], &step.kind));
  if (step.kind == TB_TRANSFORM_PER_CAPITA || step.kind == TB_TRANSFORM_SHARE || step.kind == TB_TRANSFORM_CONTRIBUTION)
    step.other = other;
  if (parts[1] == NULL)
    return step;

  if (g_str_equal (parts[1], "so-far"))
    step.so_far = TRUE;
  else if (g_str_equal (parts[1], "weights"))
    step.weights = other;
  else if (step.kind == TB_TRANSFORM_MOVING_AVERAGE || step.kind == TB_TRANSFORM_AVERAGE_GROWTH)
    step.window = (guint) atoi (parts[1]);
  else
    g_assert_true (tb_period_parse (parts[1], TB_CALENDAR_YEAR, &step.base, NULL));

  return step;
}

TbDerived *
tb_analysis_apply (TbDataset  *dataset,
                   const char *steps,
                   TbSeries   *other,
                   GError    **error)
{
  g_auto (GStrv) names = g_strsplit (steps, " ", -1);
  g_autoptr (GArray) transforms = g_array_new (FALSE, FALSE, sizeof (TbTransform));

  for (gsize i = 0; names[i] != NULL; i++)
    {
      TbTransform step;

      if (*names[i] == '\0')
        continue;
      step = read_step (names[i], other);
      g_array_append_val (transforms, step);
    }

  return tb_transform_apply (tb_dataset_get_series (dataset, 0), (TbTransform *) transforms->data, transforms->len, 0,
                             TB_REFERENCE_OF (dataset), TB_LANGUAGE_EN, error);
}

static void
append_number (GString *text,
               double   number)
{
  char digits[64];
  gsize n = (gsize) g_snprintf (digits, sizeof digits, "%.4f", number);

  g_assert_true (isfinite (number));
  while (digits[n - 1] == '0')
    digits[--n] = '\0';
  if (digits[n - 1] == '.')
    digits[--n] = '\0';
  g_string_append (text, g_str_equal (digits, "-0") ? "0" : digits);
}

static void
append_value (GString          *text,
              const TbInterval *value)
{
  switch (tb_interval_get_bound (value))
    {
    case TB_BOUND_EXACT:
      append_number (text, value->low.number);
      break;
    case TB_BOUND_ABOUT:
      g_string_append_c (text, '~');
      append_number (text, value->low.number);
      break;
    case TB_BOUND_AT_LEAST:
      g_string_append (text, value->low.strict ? ">" : ">=");
      append_number (text, value->low.number);
      break;
    case TB_BOUND_AT_MOST:
      g_string_append (text, value->high.strict ? "<" : "<=");
      append_number (text, value->high.number);
      break;
    case TB_BOUND_BETWEEN:
      g_string_append_c (text, '[');
      append_number (text, value->low.number);
      g_string_append_c (text, ',');
      append_number (text, value->high.number);
      g_string_append_c (text, ']');
      break;
    }
}

char *
tb_analysis_dup_points (const TbDerived *derived)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < tb_derived_get_n (derived); i++)
    {
      const TbPoint *point = tb_derived_get (derived, i);
      g_autofree char *period = tb_period_to_sdmx (point->period);
      g_autofree char *codes = tb_rules_dup_codes (point->codes);

      g_strdelimit (codes, " ", '+');
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", period);
      if (point->kind == TB_VERDICT_INVALID)
        {
          g_string_append_printf (text, ":%s", codes);
          continue;
        }
      g_string_append_c (text, '=');
      append_value (text, &point->value);
      if (point->kind == TB_VERDICT_NOTE)
        g_string_append_printf (text, "!%s", codes);
    }

  return g_string_free_and_steal (text);
}

void
tb_analysis_assert_points (const TbDerived *derived,
                           const char      *expected)
{
  g_autofree char *points = tb_analysis_dup_points (derived);

  g_assert_cmpstr (points, ==, expected);
}

TbSeries *
tb_analysis_take_over (TbDerived       *derived,
                       const TbDataset *from)
{
  g_autoptr (TbDataset) own = tb_derived_to_dataset (&derived, 1, from);

  g_assert_cmpuint (tb_dataset_get_n_series (own), ==, 1);

  return tb_series_ref (tb_dataset_get_series (own, 0));
}
