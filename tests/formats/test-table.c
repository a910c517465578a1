/* What each column of a table is taken for, and where the user is to be asked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-limits.h"
#include "tb-reader.h"
#include "tb-test-rows.h"
#include "tb-writer.h"

#include <string.h>

/**
 * Case:
 * @text: separated values
 * @expected: for each column its name, what it is, and "?" where that is in doubt
 *
 * The roles are those of formats.md, sections 6 and 8.
 */
typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
  { "by-name", "place,year,value\nA,2020,1\n", "place=place year=period value=value" },
  { "only-periods", "x,y\n2020-01,1.5\n2020-02,2.5\n", "x=period y=value" },
  { "years-or-numbers", "x,y\n1990,1.5\n1991,2.5\n", "x=period? y=value" },
  { "two-columns-of-periods", "from,to,n\n2020-01,2020-02,1\n2020-02,2020-03,2\n",
    "from=period? to=breakdown n=value" },
  { "years-alone-are-numbers", "x,y\n1990,a\n1991,b\n", "x=value y=breakdown" },
  { "year-and-month", "year,month,n\n2020,1,5\n2020,2,6\n", "year=period month=period n=value" },
  { "month-of-a-date", "year,month,date,n\n2020,1,2020-01-15,5\n", "year=ignored month=ignored date=period? n=value" },
  { "code-and-name", "Country Name,Country Code,Year,n\nA,AA,2020,1\nB,BB,2020,2\n",
    "Country Name=label Country Code=place Year=period n=value" },
  { "code-in-capitals", "LOCATION,Country,SUBJECT,Subject,Year,Value\nAA,A,X,Ex,2020,1\nBB,B,Y,Why,2020,2\n",
    "LOCATION=place Country=label SUBJECT=indicator Subject=label Year=period Value=value" },
  { "capitals-of-another", "GEO,Country,Year,n\nA,Aland,2020,1\nB,Aland,2020,2\n",
    "GEO=place Country=place Year=period n=value" },
  { "codes-of-status", "Year,n,Flag Codes,Flags\n2020,1,E,Estimated\n2021,2,D,Difference\n",
    "Year=period n=value Flag Codes=status Flags=label" },
  { "not-one-to-one", "Country Name,Country Code,Year,n\nA,AA,2020,1\nB,AA,2020,2\n",
    "Country Name=place Country Code=place Year=period n=value" },
  { "capital-is-no-label", "country,capital,year,n\nA,X,2020,1\nB,Y,2020,2\n",
    "country=place capital=breakdown year=period n=value" },
  { "value-beside-indicator", "indicator,year,value,digits\na,2020,1,0\nb,2020,2,1\n",
    "indicator=indicator year=period value=value digits=breakdown?" },
  { "several-indicators", "variable,year,rate,count\na,2020,1.5,10\nb,2020,2.5,20\n",
    "variable=breakdown? year=period rate=value count=value" },
  { "status-and-note", "year,n,flag,comment\n2020,1,e,x\n2021,2,p,y\n",
    "year=period n=value flag=status comment=note" },
  { "status-of-something", "year,status,n\n2020,employed,1\n2020,unemployed,2\n",
    "year=period status=breakdown n=value" },
  { "texts-among-numbers", "year,n\n2020,1\n2021,<5\n2022,3\n", "year=period n=value?" },
  { "unclear-mark", "year\tn\n2020\t1,234\n2021\t5,678\n", "year=period n=value?" },
  { "clear-mark", "year\tn\n2020\t1,234\n2021\t5,678.5\n", "year=period n=value" },
  { "leading-zeros", "code,year,n\n01,2020,1\n02,2020,2\n", "code=breakdown year=period n=value" },
  { "numbered-key", "id,year,n\n1,2020,1.5\n2,2020,2.5\n", "id=breakdown? year=period n=value" },
  { "lone-number", "id,name\n1,a\n2,b\n", "id=value? name=breakdown" },
  { "wide", "place,2019,2020\nA,1,2\n", "place=place period=period" },
  { "no-columns-of-numbers", "a,b\nx,y\nz,w\n", "a=breakdown b=breakdown" },
};

static char *
dump (const TbPlan *plan)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < tb_plan_get_n_columns (plan); i++)
    {
      const TbPlanColumn *column = tb_plan_get_column (plan, i);

      g_string_append_printf (out, "%s%s=%s%s", i > 0 ? " " : "", column->name,
                              tb_vocabulary_spelling (&tb_column_roles, (int) column->role),
                              column->in_doubt ? "?" : "");
    }

  return g_string_free_and_steal (out);
}

/* With the plan as a profile the table is read in the same way. */
static void
check_profile (GBytes          *bytes,
               const TbPlan    *plan,
               const TbDataset *dataset)
{
  g_autoptr (TbProfile) profile = tb_plan_to_profile (plan);
  g_autoptr (TbProblems) problems = tb_problems_new ("table.csv");
  const TbReaderOptions options = { .profile = profile };
  g_autoptr (TbDataset) again = tb_reader_read_bytes (bytes, &options, problems, NULL, NULL, NULL, NULL);
  g_autoptr (GBytes) before = tb_writer_to_json (dataset);
  g_autoptr (GBytes) after = NULL;

  g_assert_nonnull (again);
  after = tb_writer_to_json (again);
  if (!g_bytes_equal (before, after))
    g_test_message ("before:\n%s\nafter:\n%s", (const char *) g_bytes_get_data (before, NULL),
                    (const char *) g_bytes_get_data (after, NULL));
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (TbPlan) plan = tb_plan_new ();
  g_autoptr (TbProblems) problems = tb_problems_new ("table.csv");
  g_autoptr (GBytes) bytes = g_bytes_new_static (row->text, strlen (row->text));
  const TbReaderOptions options = { .plan = plan };
  g_autoptr (TbDataset) dataset = tb_reader_read_bytes (bytes, &options, problems, NULL, NULL, NULL, NULL);
  g_autofree char *found = dump (plan);

  g_assert_nonnull (dataset);
  g_assert_cmpstr (tb_plan_get_format (plan), ==, "csv");
  g_assert_cmpstr (found, ==, row->expected);
  check_profile (bytes, plan, dataset);
}

/* What the plan says of the columns is a profile that leaves nothing in doubt. */
static void
test_profile (void)
{
  static const char text[] = "x,y\n1990,1.5\n1991,2.5\n";
  g_autoptr (TbPlan) first = tb_plan_new ();
  g_autoptr (TbPlan) second = tb_plan_new ();
  g_autoptr (TbProblems) problems = tb_problems_new ("table.csv");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  TbReaderOptions options = { .plan = first };
  g_autoptr (TbDataset) dataset = tb_reader_read_bytes (bytes, &options, problems, NULL, NULL, NULL, NULL);
  g_autoptr (TbDataset) again = NULL;
  g_autoptr (TbProfile) profile = tb_plan_to_profile (first);
  g_autofree char *found = NULL;

  g_assert_nonnull (dataset);
  g_assert_true (tb_plan_is_in_doubt (first));
  options = (TbReaderOptions) { .plan = second, .profile = profile };
  again = tb_reader_read_bytes (bytes, &options, problems, NULL, NULL, NULL, NULL);
  g_assert_nonnull (again);
  g_assert_false (tb_plan_is_in_doubt (second));
  found = dump (second);
  g_assert_cmpstr (found, ==, "x=period y=value");
}

/* A header of so many names, and a row of as many ones; or a row of so many members. */
static char *
make_columns (guint    n,
              gboolean is_json)
{
  GString *text = g_string_new (is_json ? "[{\"year\":2020" : "year");

  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, is_json ? ",\"c%u\":1" : ",c%u", i);
  g_string_append (text, is_json ? "}]" : "\n2020");
  for (guint i = 1; i < n && !is_json; i++)
    g_string_append (text, ",1");

  return g_string_free_and_steal (text);
}

static TbDataset *
read_text (const char  *text,
           char       **out_report)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TbProblems) problems = tb_problems_new ("t");
  TbDataset *dataset = tb_reader_read_bytes (bytes, NULL, problems, NULL, NULL, NULL, NULL);

  *out_report = tb_problems_dup_report (problems);
  return dataset;
}

/* As many columns as there may be, and one more. */
static void
test_limit (gconstpointer data)
{
  const gboolean is_json = GPOINTER_TO_INT (data);
  g_autofree char *most = make_columns (TB_LIMIT_COLUMNS, is_json);
  g_autofree char *more = make_columns (TB_LIMIT_COLUMNS + 1, is_json);
  g_autofree char *accepted = NULL;
  g_autofree char *refused = NULL;
  g_autoptr (TbDataset) dataset = read_text (most, &accepted);
  g_autoptr (TbDataset) none = read_text (more, &refused);

  g_assert_cmpstr (accepted, ==, "");
  g_assert_cmpuint (tb_dataset_get_n_observations (dataset), ==, TB_LIMIT_COLUMNS - 1);
  g_assert_null (none);
  g_assert_nonnull (strstr (refused, "error: "));
  g_assert_nonnull (strstr (refused, "more than 40000 columns in the table; expected fewer\n"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TB_TEST_ADD_ROWS ("/table/", cases, name, test_case);
  g_test_add_func ("/table/profile", test_profile);
  g_test_add_data_func ("/table/limit/separated", GINT_TO_POINTER (FALSE), test_limit);
  g_test_add_data_func ("/table/limit/rows", GINT_TO_POINTER (TRUE), test_limit);

  return g_test_run ();
}
