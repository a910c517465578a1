/* Dates that a schema spells in its own way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-date-format.h"

#include <string.h>

/* The conversions are those of strptime() in POSIX; the dates are read by eye. */
static const struct
{
  const char *format;
  const char *text;
  const char *expected; /* nullable: it is not spelled so */
} rows[] = {
  { "%Y-%m-%d", "2020-02-03", "2020-02-03" },
  { "%d/%m/%Y", "3/2/2020", "2020-02-03" },
  { "%m/%d/%y", "02/03/69", "1969-02-03" },
  { "%m/%d/%y", "02/03/68", "2068-02-03" },
  { "%B %d, %Y", "February 3, 2020", "2020-02-03" },
  { "%b %Y", "FEB 2020", "2020-02" },
  { "%Y", "2020", "2020" },
  { "%Y%m%d %H:%M:%S", "20200203 23:59:60", "2020-02-03" },
  { "%d.%m.%Y%%", "03.02.2020%", "2020-02-03" },
  { "%Y-%m-%d", "2020-13-03", NULL },
  { "%Y-%m-%d", "2020-02-03x", NULL },
  { "%Y-%m-%d", "2020-02", NULL },
  { "%Y-%m-%d", "", NULL },
  { "%m-%d", "02-03", NULL },
  { "%Y %d", "2020 03", NULL },
  { "%Y-%Q", "2020-1", NULL },
  { "%b %Y", "Foo 2020", NULL },
  { "%Y %", "2020 %", "2020" },
};

static void
test_formats (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char date[TB_DATE_FORMAT_LENGTH] = "";
      gboolean is_date = tb_date_format_parse (rows[i].format, rows[i].text, strlen (rows[i].text), date);

      g_test_message ("%s: %s", rows[i].format, rows[i].text);
      g_assert_cmpint (is_date, ==, rows[i].expected != NULL);
      if (is_date)
        g_assert_cmpstr (date, ==, rows[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-format/formats", test_formats);

  return g_test_run ();
}
