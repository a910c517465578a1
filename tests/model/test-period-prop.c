/* Laws that hold for all periods.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-period.h"

#include <string.h>

#define N_ROUNDS 4000

static const guint16 year_starts[] = { 101, 101, 101, 701, 401, 406, 1001, 131, 229, 1231 };

static TbDay
make_day (void)
{
  return g_test_rand_int_range (tb_day_new (3, 1, 1), tb_day_new (9990, 12, 31));
}

static TbPeriod
make_range (void)
{
  static const int lengths[] = { 1, 2, 7, 28, 31, 90, 100, 365, 366, 1827 };
  TbDay start = make_day ();
  int y, m, d;

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      return tb_period_from_days (start, start + lengths[g_test_rand_int_range (0, G_N_ELEMENTS (lengths))] - 1);
    case 1: /* whole months */
      tb_day_split (start, &y, &m, &d);
      return tb_period_from_days (tb_day_new (y, m, 1), tb_day_new (y + g_test_rand_int_range (0, 3), 12, 31));
    default: /* whole years */
      tb_day_split (start, &y, &m, &d);
      return tb_period_from_days (tb_day_new (y, 1, 1), tb_day_new (y + g_test_rand_int_range (0, 6), 12, 31));
    }
}

static TbPeriod
make_period (guint16 year_start)
{
  TbPeriodKind kind = (TbPeriodKind) g_test_rand_int_range (TB_PERIOD_A, TB_PERIOD_RANGE + 1);
  TbPeriod period;

  if (kind == TB_PERIOD_RANGE)
    return make_range ();
  while (!tb_period_from_number (kind, g_test_rand_int_range (3, 9990), g_test_rand_int_range (1, 60), year_start,
                                 &period))
    continue;

  return period;
}

static guint16
pick_year_start (void)
{
  return year_starts[g_test_rand_int_range (0, G_N_ELEMENTS (year_starts))];
}

static gboolean
is_same (TbPeriod a,
         TbPeriod b)
{
  return a.start == b.start && a.end == b.end && a.kind == b.kind && a.year_start == b.year_start;
}

static void
test_days (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      TbDay day = make_day ();
      g_autofree char *text = tb_day_to_string (day);
      TbDay back;
      int y, m, d;

      tb_day_split (day, &y, &m, &d);
      g_assert_cmpint (tb_day_new (y, m, d), ==, day);
      g_assert_true (tb_day_parse (text, &back));
      g_assert_cmpint (back, ==, day);
    }
}

/* parse (to_sdmx (p)) is p, and so is what is written the second time. */
static void
test_round_trip (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;
      guint16 year_start = pick_year_start ();
      TbPeriod period = make_period (year_start);
      g_autofree char *text = tb_period_to_sdmx (period);
      g_autofree char *again = NULL;
      TbPeriod back;

      if (!tb_period_parse (text, year_start, &back, &error))
        g_error ("%s", error->message);
      again = tb_period_to_sdmx (back);
      if (!is_same (period, back) || strcmp (text, again) != 0)
        g_error ("%s with year start %d comes back as %s", text, year_start, again);
    }
}

/* What a reader is shown in Chinese reads back to the same days. */
static void
test_chinese_label (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      TbPeriod period = make_period (TB_CALENDAR_YEAR);
      g_autofree char *full = tb_period_label (period, TB_LANGUAGE_ZH, TB_PERIOD_LABEL_FULL);
      g_autofree char *as_of = tb_period_label (period, TB_LANGUAGE_ZH, TB_PERIOD_LABEL_AS_OF);
      TbPeriod back;
      int y, m, d;

      /* Years before 1000 are shown without the zeros that a spelling has. */
      tb_day_split (period.start, &y, &m, &d);
      if (y < 1000)
        continue;

      g_assert_true (tb_period_parse (full, TB_CALENDAR_YEAR, &back, NULL));
      g_assert_true (tb_period_equal (period, back));
      g_assert_true (tb_period_parse (as_of, TB_CALENDAR_YEAR, &back, NULL));
      g_assert_cmpint (back.kind, ==, TB_PERIOD_D);
      g_assert_cmpint (back.end, ==, period.end);
    }
}

/* Parts of a year fill it: each ends the day before the next begins. */
static void
test_previous_is_adjacent (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      TbPeriod period = make_period (pick_year_start ());
      TbPeriod previous;

      if (!tb_period_previous (period, &previous))
        continue;
      g_assert_cmpint (previous.end, ==, period.start - 1);
      g_assert_cmpint (previous.start, <=, previous.end);
      g_assert_true (period.kind == TB_PERIOD_RANGE || tb_period_same_duration (period, previous));
      g_assert_cmpint (tb_period_compare (previous, period), <, 0);
    }
}

static void
test_year_earlier (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      guint16 year_start = pick_year_start ();
      TbPeriodKind kind = (TbPeriodKind) g_test_rand_int_range (TB_PERIOD_A, TB_PERIOD_D);
      int year = g_test_rand_int_range (3, 9990);
      int number = g_test_rand_int_range (1, 54);
      TbPeriod period, earlier, expected;

      if (!tb_period_from_number (kind, year, number, year_start, &period))
        continue;

      /* From the number, which the code under test finds out from the days. */
      if (!tb_period_from_number (kind, year - 1, number, year_start, &expected))
        {
          g_assert_false (tb_period_year_earlier (period, &earlier));
          continue;
        }
      g_assert_true (tb_period_year_earlier (period, &earlier));
      g_assert_true (is_same (earlier, expected));
      g_assert_cmpint (tb_period_get_year (earlier), ==, year - 1);
    }
}

/* Of days and ranges: a year earlier is 365 or 366 days back, and no two days
 * but the last two of February share theirs. */
static void
test_year_earlier_days (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      TbDay day = make_day ();
      TbPeriod period = tb_period_from_days (day, day);
      TbPeriod next = tb_period_from_days (day + 1, day + 1);
      TbPeriod earlier, next_earlier;
      int y, m, d;

      tb_day_split (day, &y, &m, &d);
      g_assert_true (tb_period_year_earlier (period, &earlier));
      g_assert_true (tb_period_year_earlier (next, &next_earlier));
      g_assert_cmpint (day - earlier.start, >=, 365);
      g_assert_cmpint (day - earlier.start, <=, 366);
      g_assert_true (next_earlier.start > earlier.start || (m == 2 && d == 28));
    }
}

static int
compare_signs (TbPeriod a,
               TbPeriod b)
{
  int order = tb_period_compare (a, b);

  return (order > 0) - (order < 0);
}

static TbPeriod
make_any (void)
{
  static const char *const texts[] = { "2021/22", "2020/21", "" };

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return TB_PERIOD_UNDATED;
    case 1:
      return (TbPeriod) { .kind = TB_PERIOD_TEXT, .text = texts[g_test_rand_int_range (0, 3)] };
    case 2: /* a spelling whose place a reader knows */
      return (TbPeriod) { .start = 700000, .end = 700100, .kind = TB_PERIOD_TEXT,
                          .text = texts[g_test_rand_int_range (0, 3)] };
    case 3: /* close together, so that equal ends occur */
      return tb_period_from_days (g_test_rand_int_range (700000, 700004), g_test_rand_int_range (700100, 700102));
    default:
      return make_period (pick_year_start ());
    }
}

static void
test_total_order (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      TbPeriod a = make_any ();
      TbPeriod b = make_any ();
      TbPeriod c = make_any ();

      g_assert_cmpint (compare_signs (a, a), ==, 0);
      g_assert_cmpint (compare_signs (a, b), ==, -compare_signs (b, a));
      g_assert_true (tb_period_equal (a, b) == (compare_signs (a, b) == 0));
      if (compare_signs (a, b) <= 0 && compare_signs (b, c) <= 0)
        g_assert_cmpint (compare_signs (a, c), <=, 0);
    }
}

/* Whatever the bytes: read, or refused with a message that can be printed. */
static void
test_garbage (void)
{
  static const char *const pieces[] = {
    "2021", "-", "/", "Q", "5", "08", "W53", "P", "M", "年", "月", "日", "末", "截至", "上半年", "季度", "第", "—", "至",
    "十", "一", "\xe5", "\xff", " ", "前", "99", "0", "T",
  };

  for (int i = 0; i < N_ROUNDS * 5; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      TbPeriod period;
      int n = g_test_rand_int_range (0, 9);

      for (int j = 0; j < n; j++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      if (tb_period_parse (text->str, pick_year_start (), &period, &error))
        {
          g_assert_no_error (error);
          g_assert_cmpint (period.start, >, 0);
          g_assert_cmpint (period.start, <=, period.end);
        }
      else
        g_assert_true (error != NULL && g_utf8_validate (error->message, -1, NULL));
    }
}

/* All days of the years 1 to 9999, against GLib's calendar. */
static void
test_calendar (void)
{
  TbDay last = tb_day_new (9999, 12, 31);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, 1);
  for (TbDay day = 1; day <= last; day++)
    {
      int y, m, d;

      tb_day_split (day, &y, &m, &d);
      g_assert_true (y == g_date_get_year (&date) && m == (int) g_date_get_month (&date)
                     && d == g_date_get_day (&date));
      g_assert_cmpint (tb_day_new (y, m, d), ==, day);
      g_date_add_days (&date, 1);
    }
  g_assert_cmpint (last, ==, 3652059);
  g_assert_cmpint (tb_day_new (2023, 2, 29), ==, 0);
  g_assert_cmpint (tb_day_new (1900, 2, 29), ==, 0);
  g_assert_cmpint (tb_day_new (2000, 2, 29), !=, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/period-prop/days", test_days);
  g_test_add_func ("/period-prop/calendar", test_calendar);
  g_test_add_func ("/period-prop/round-trip", test_round_trip);
  g_test_add_func ("/period-prop/chinese-label", test_chinese_label);
  g_test_add_func ("/period-prop/previous-is-adjacent", test_previous_is_adjacent);
  g_test_add_func ("/period-prop/year-earlier", test_year_earlier);
  g_test_add_func ("/period-prop/year-earlier-days", test_year_earlier_days);
  g_test_add_func ("/period-prop/total-order", test_total_order);
  g_test_add_func ("/period-prop/garbage", test_garbage);

  return g_test_run ();
}
