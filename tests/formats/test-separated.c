/* Records and fields of separated values, and what parts them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-separated.h"

#include <string.h>

/* What was read: fields in brackets, those that were quoted in braces; records
 * on lines of their own behind the line of the text where they begin. */
static char *
dump (const char               *text,
      gsize                     length,
      const TbSeparatedDialect *dialect)
{
  g_auto (TbSeparated) records = { 0 };
  GString *out = g_string_new (NULL);

  tb_separated_init (&records, text, length, dialect);
  while (tb_separated_next (&records))
    {
      g_string_append_printf (out, "%u:", records.line);
      for (gsize i = 0; i < records.n_fields; i++)
        {
          const TbSeparatedField *field = &records.fields[i];

          g_string_append_c (out, field->was_quoted ? '{' : '[');
          g_string_append_len (out, field->text, field->length);
          g_string_append_c (out, field->was_quoted ? '}' : ']');
        }
      g_string_append (out, records.unclosed ? "unclosed;" : ";");
    }

  return g_string_free (out, FALSE);
}

typedef struct
{
  const char         *source;
  const char         *text;
  TbSeparatedDialect  dialect;
  const char         *expected;
} Case;

static const Case cases[] = {
  { "RFC 4180, 2.1", "aaa,bbb\r\nzzz,yyy\r\n", TB_SEPARATED_COMMA, "1:[aaa][bbb];2:[zzz][yyy];" },
  { "RFC 4180, 2.2: no break behind the last", "a,b\r\nc,d", TB_SEPARATED_COMMA, "1:[a][b];2:[c][d];" },
  { "RFC 4180, 2.4: spaces belong to a field", " a , b", TB_SEPARATED_COMMA, "1:[ a ][ b];" },
  { "RFC 4180, 2.5", "\"aaa\",\"bbb\"", TB_SEPARATED_COMMA, "1:{aaa}{bbb};" },
  { "RFC 4180, 2.6", "\"b \r\nbb\",c\r\nd,e", TB_SEPARATED_COMMA, "1:{b \r\nbb}[c];3:[d][e];" },
  { "RFC 4180, 2.6: a delimiter in quotes", "\"a,b\",c", TB_SEPARATED_COMMA, "1:{a,b}[c];" },
  { "RFC 4180, 2.7", "\"b\"\"bb\",\"\"\"\",\"\"", TB_SEPARATED_COMMA, "1:{b\"bb}{\"}{};" },
  { "ends of lines mixed", "a\rb\nc\r\nd", TB_SEPARATED_COMMA, "1:[a];2:[b];3:[c];4:[d];" },
  { "CR in quotes is a line", "\"a\rb\",c\nd", TB_SEPARATED_COMMA, "1:{a\rb}[c];3:[d];" },
  { "blank lines", "\n\na,b\n  \n\r\nc,d\n\n", TB_SEPARATED_COMMA, "3:[a][b];6:[c][d];" },
  { "a line of tabs is no blank one", "\t\t\na\tb\t", TB_SEPARATED_TAB, "1:[][][];2:[a][b][];" },
  { "empty fields", ",\na,,\n", TB_SEPARATED_COMMA, "1:[][];2:[a][][];" },
  { "nothing", "", TB_SEPARATED_COMMA, "" },
  { "unclosed", "a,\"b\nc,d", TB_SEPARATED_COMMA, "1:[a]{b\nc,d}unclosed;" },
  { "unclosed after a doubled quote", "\"a\"\"", TB_SEPARATED_COMMA, "1:{a\"}unclosed;" },
  { "a quote in the middle stands for itself", "5\" pipe,\"x\"", TB_SEPARATED_COMMA, "1:[5\" pipe]{x};" },
  { "text behind a closing quote is kept", "\"a\"b,c", TB_SEPARATED_COMMA, "1:{ab}[c];" },
  { "no quotes", "\"a,b\"", { .delimiter = ',' }, "1:[\"a][b\"];" },
  { "escaped quotes", "\"a\\\"b\",\"c\\\\\",\"\\d\"", { .delimiter = ',', .quote = '"', .escape = '\\' },
    "1:{a\"b}{c\\}{\\d};" },
  { "comments", "#x,y\na,b\n#\nc,#d", { .delimiter = ',', .quote = '"', .comment = '#' }, "2:[a][b];4:[c][#d];" },
  { "space behind a delimiter", "a, b, \"c\"", { .delimiter = ',', .quote = '"', .skip_initial_space = TRUE },
    "1:[a][b]{c};" },
  { "copied fields move", "\"a\"\"\",\"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"\"\",\"c\"\"\"",
    TB_SEPARATED_COMMA,
    "1:{a\"}{bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"}{c\"};" },
};

static void
test_records (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *found = dump (row->text, strlen (row->text), &row->dialect);

  g_assert_cmpstr (found, ==, row->expected);
}

static void
test_column (void)
{
  static const char text[] = "Åland,\"ä\"\"x\",3\n\"two\nlines\",4,5\n";
  g_auto (TbSeparated) records = { 0 };

  tb_separated_init (&records, text, strlen (text), &TB_SEPARATED_COMMA);
  g_assert_true (tb_separated_next (&records));
  g_assert_cmpuint (tb_separated_get_column (&records, 0), ==, 1);
  g_assert_cmpuint (tb_separated_get_column (&records, 1), ==, 7);
  g_assert_cmpuint (tb_separated_get_column (&records, 2), ==, 14);
  g_assert_true (tb_separated_next (&records));
  g_assert_cmpuint (tb_separated_get_column (&records, 1), ==, 8);
  g_assert_cmpuint (tb_separated_get_column (&records, 2), ==, 10);
  g_assert_false (tb_separated_next (&records));
}

typedef struct
{
  const char *text;
  char        delimiter; /* 0: there is none */
} Sniff;

static const Sniff sniffs[] = {
  { "place,year,value\nA,2020,1\n", ',' },
  { "place;year;value\nA;2020;1,5\nB;2020;2,5\n", ';' },
  { "2020;1,5\n2021;2,5\n", ';' },
  { "freq,geo\\TIME_PERIOD\t2020\t2021\nA,SE\t1\t2\n", '\t' },
  { "a|b\n1|2\n", '|' },
  { "name,value\n\"a;b;c\",1\n\"d;e;f\",2\n", ',' },
  { "Data Source,World\n\nLast Updated,2024\n\nName,Code,1960,1961,\nA,B,1,2,\nC,D,3,4,\nE,F,5,6,\n", ',' },
  { "only words\nand more words\n", 0 },
  { "", 0 },
};

static void
test_sniff (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sniffs); i++)
    {
      TbSeparatedDialect dialect;
      gboolean found = tb_separated_sniff (sniffs[i].text, strlen (sniffs[i].text), &dialect);

      g_test_message ("%s", sniffs[i].text);
      g_assert_cmpint (found, ==, sniffs[i].delimiter != 0);
      if (found)
        g_assert_cmpint (dialect.delimiter, ==, sniffs[i].delimiter);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/separated/records/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &cases[i], test_records);
    }
  g_test_add_func ("/separated/column", test_column);
  g_test_add_func ("/separated/sniff", test_sniff);

  return g_test_run ();
}
