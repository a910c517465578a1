/* What the options of chart draw, and what they refuse.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-cli-run.h"

#include <string.h>

#define DATA "chart decorations.tongbi.json "

/* All texts of an SVG file, each with a bar before it: lines of a paragraph are as
 * many texts. NULL: there is no such file. */
static char *
read_texts (const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *svg = NULL;
  GString *texts;

  if (!g_file_get_contents (path, &svg, NULL, NULL))
    return NULL;
  texts = g_string_new (NULL);
  for (const char *end = strstr (svg, "</text>"); end != NULL; end = strstr (end + 1, "</text>"))
    {
      const char *start = end;

      while (start[-1] != '>')
        start--;
      g_string_append_c (texts, '|');
      g_string_append_len (texts, start, end - start);
    }
  g_string_append_c (texts, '|');

  return g_string_free_and_steal (texts);
}

/* Figures of tests/data/cli/decorations.tongbi.json; what is computed is checked by hand. */
static const struct
{
  const char *name, *args;
  int         status;
  const char *has[5];
  const char *has_not[3];
} drawn[] = {
  { "current", "--indicator sites --type bar --current 2018", 0,
    { "|2018, sites|", "|North District|1,900|East District|730|South District|350|" }, { NULL } },
  { "order/declared", "--indicator sites --type bar --current 2018 --order declared", 0,
    { "|North District|1,900|South District|350|East District|730|" }, { NULL } },
  /* 5000 − 2000, 990 − 700, 480 − 300: +3000, +290, +180 */
  { "order/change", "--indicator sites --type dumbbell --order change --base 2016 --current 2021", 0,
    { "|North District|", "|+150.0%|", "|+41.4%|", "|+60.0%|" }, { NULL } },
  { "own-scales", "--indicator sites --type small-multiples --own-scales", 0, { "|own scale|" }, { NULL } },
  { "shared-scales", "--indicator sites --type small-multiples", 0, { "|South District|" }, { "own scale" } },
  { "hide", "--indicator sites --type stacked --hide sites@south", 0, { "5,000" }, { "480" } },
  { "hide/line", "--indicator sites --type line --hide sites@south", 0, { "|North District 5,000|" },
    { "South District 480" } },
  /* T-5: on 1 December the figure of the year's end is not there yet */
  { "as-of/before", "--indicator coverage --type target-path --as-of 2021-12-01", 0,
    { "|Behind path|", "63% (31 Dec 2020)" }, { "Missed", "|65% (" } },
  { "as-of/after", "--indicator coverage --type target-path --as-of 2022-07-01", 0,
    { "|Missed|65% (31 Dec 2021); 66 required" }, { "Behind path" } },
  { "as-of/chinese", "--indicator coverage --type target-path --as-of 2022-07-01 --lang zh_CN", 0, { "65%（2021年末）" },
    { "进度要求|63" } },
  /* R19: a year is not compared before it is over */
  { "as-of/open-year", "--indicator sites --place north --as-of 2021-06-01 --difference 2020..last", 1,
    { "2021 was not over on 1 Jun 2021" }, { "−600" } },
  { "as-of/closed-year", "--indicator sites --place north --as-of 2022-01-01 --difference 2020..last", 0,
    { "|−600 (−10.7%)|" }, { NULL } },
  /* R10: three releases; what was not out yet is not drawn */
  { "as-known/first", "--indicator revised --type column --as-known 2021-06-30", 0,
    { "|110|", "as known on 30 Jun 2021|" }, { "|117|", "|125|" } },
  { "as-known/second", "--indicator revised --type column --as-known 2021-12-20", 0, { "|117|" },
    { "|110|", "|125|" } },
  { "as-known/today", "--indicator revised --type column", 0, { "|117|", "|125|" }, { "|110|", "as known" } },
  { "as-known/chinese", "--indicator revised --type column --as-known 2021-12-19 --lang zh_CN", 0, { "110" },
    { "117", "125" } },
  /* 5000 − 2000 = 3000, 3000 ÷ 2000; 2.5^(1 ÷ 5) = 1.20112 */
  { "difference", "--indicator sites --place north --difference first..last", 0, { "|+3,000 (+150.0%)|" }, { NULL } },
  { "difference/relative", "--indicator sites --place north --difference year-before..last=relative --lang zh_CN", 0,
    { "|−10.7%|" }, { "−600" } },
  { "difference/absolute", "--indicator sites --place north --difference lowest..highest=absolute", 0, { "|+3,700|" },
    { "%" } },
  { "difference/twice", "--indicator sites --place north --difference 2016..2017 --difference 2019..2020=absolute", 0,
    { "|+400 (+20.0%)|", "|+2,000|" }, { NULL } },
  /* R3 */
  { "difference/refused", "--indicator mixed --difference first..last", 1,
    { "The difference arrow from 2020 to H1 2021 is left out: periods of different length" }, { "−40" } },
  /* R8: the file's own break */
  { "difference/break", "--indicator beds --type column --difference first..last --lang zh_CN", 1, { "统计口径有变动" },
    { "+235" } },
  { "cagr", "--indicator sites --place north --cagr first..last", 0, { "|+20.1% a year|" }, { NULL } },
  { "cagr/chinese", "--indicator sites --place north --cagr first..last --lang zh_CN", 0, { "|年均增长20.1%|" }, { NULL } },
  { "cagr/refused", "--indicator coverage --type line --cagr first..last", 1, { "The average growth arrow" },
    { "a year|" } },
  { "value-line", "--indicator sites --place north --value-line 3000=Capacity", 0, { "|Capacity: 3,000|" }, { NULL } },
  { "value-line/bare", "--indicator sites --place north --value-line 2.5e3", 0, { "|2,500|" }, { NULL } },
  { "value-line/wordless", "--indicator sites --place north --value-line 2500=", 0, { "|5,000|" }, { "2,500" } },
  { "value-line/below-zero", "--indicator sites --place north --value-line -500", 0, { "|−500|" }, { NULL } },
  { "target-line", "--indicator coverage --type line --kind actual --target-line", 0,
    { "|Target for 31 Dec 2021: ≥66|" }, { NULL } },
  { "target-line/refused", "--indicator sites --place north --target-line", 1,
    { "The target line is left out: the series has no target in numbers." }, { NULL } },
  { "shade", "--indicator sites --place north --shade 2017..2018=Rebuilding", 0, { "|Rebuilding|" }, { NULL } },
  { "shade/refused", "--indicator sites --place north --shade 2001..2002=Rebuilding", 1, { "outside the time shown" },
    { "|Rebuilding|" } },
  { "value-line/too-far", "--indicator sites --place north --value-line -1e300", 1,
    { "The value line is left out: it lies too far from the figures to be shown." }, { "e+" } },
  { "break/before-all", "--indicator sites --place north --break 1999", 1,
    { "The break is left out: it lies outside the time shown." }, { "Break in the series" } },
  { "break", "--indicator sites --place north --break 2019=Recount", 0, { "|Recount|", "2019" }, { NULL } },
  { "highlight", "--indicator sites --type line --highlight sites@south", 0, { "South District 480" }, { NULL } },
  { "highlight/refused", "--indicator sites --type line --highlight nobody", 1,
    { "there is no series “nobody” in this chart" }, { NULL } },
  { "note", "--indicator sites --place north --note lowest=Strike --note 2020=Peak", 0, { "|Strike|", "|Peak|" },
    { NULL } },
  { "note/refused", "--indicator sites --place north --note 2001=Strike", 1, { "there is no figure for 2001" },
    { "|Strike|" } },
  { "decorate", "--indicator sites --place north --decorate @decorations.json --note last=Now", 0,
    { "|+20.1% a year|", "|Limit: 4,000|", "|Now|" }, { NULL } },
  { "no-place", "--indicator sites --type bar --cagr first..last", 0,
    { "this type of chart has no place for it: average growth arrow" }, { NULL } },
  /* 61.2 is the one figure with a decimal */
  { "decimals/none", "--indicator coverage --type line --kind actual --decimals 0", 0,
    { "|61|", "Numbers are rounded to whole ones." }, { "61.2" } },
  { "decimals/enough", "--indicator coverage --type line --kind actual --decimals 1", 0, { "|61.2|", "|60|" },
    { "rounded", "60.0" } },
  { "decimals/published", "--indicator coverage --type line --kind actual", 0, { "|61.2|" }, { "rounded" } },
  { "svg-text", "--indicator sites --place north --svg-text text", 0, { "|5,000|" }, { NULL } },
};

static const char decorations[] =
  "{\"tongbi\": \"chart/1\", \"decorations\": [{\"kind\": \"cagr\"},"
  " {\"kind\": \"value-line\", \"value\": 4000, \"text\": \"Limit\"}]}";

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
test_drawn (gconstpointer data)
{
  gsize row = GPOINTER_TO_SIZE (data);
  char *folder = tb_cli_run_make_folder ();
  g_autofree char *args = g_strconcat (DATA, drawn[row].args,
                                       strstr (drawn[row].args, "--lang") != NULL ? "" : " --lang en",
                                       " -o @x.svg", NULL);
  g_auto (TbCliRun) run = { 0 };
  g_autofree char *texts = NULL;

  write_file (folder, "decorations.json", decorations);
  tb_cli_run_start (&run, args, folder, NULL);
  texts = read_texts (folder, "x.svg");
  g_test_message ("%s\n%s", texts, run.err);
  g_assert_cmpint (run.status, ==, drawn[row].status);
  if (drawn[row].status == 0)
    g_assert_cmpstr (run.err, ==, "");
  else
    g_assert_cmpstr (run.err, ==, "tongbi-cli: 1 decoration is refused; the notes of the figure say why.\n");
  g_assert_nonnull (texts);
  for (gsize i = 0; i < G_N_ELEMENTS (drawn[row].has) && drawn[row].has[i] != NULL; i++)
    g_assert_nonnull (strstr (texts, drawn[row].has[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (drawn[row].has_not) && drawn[row].has_not[i] != NULL; i++)
    g_assert_null (strstr (texts, drawn[row].has_not[i]));
  tb_cli_run_remove_folder (folder);
}

/* Nothing is written. */
static const struct
{
  const char *args;
  int         status;
  const char *err;
} faults[] = {
  { "--type bar --current 2018-Q9", 2, "tongbi-cli: --current: " },
  { "--type line --current 2018", 2, "tongbi-cli: --current goes with bar, and with charts of two periods" },
  { "--type line --base 2018", 2, "tongbi-cli: --base goes with index and cagr, and with charts of two periods" },
  { "--type bar --order big", 2,
    "tongbi-cli: --order: no order “big”; there are usual, size, declared, change, gap and completion" },
  { "--type bar --order gap", 2, "tongbi-cli: --order: gap and completion go with bullet" },
  { "--type bar --order change", 2, "tongbi-cli: --order: change goes with charts of two periods" },
  { "--type line --order size", 2, "tongbi-cli: --order: a chart of the type line has no other order than its own" },
  { "--type line --own-scales", 2, "tongbi-cli: --own-scales goes with small-multiples" },
  { "--type line --hide nobody", 2,
    "tongbi-cli: --hide: there is no series “nobody” in this chart; there are sites@north, sites@south, sites@east" },
  { "--type line --hide sites@north --hide sites@south --hide sites@east", 1,
    "tongbi-cli: All series are switched off" },
  { "--as-of yesterday", 2, "tongbi-cli: --as-of: “yesterday” is no date" },
  { "--as-known 2022-02-30", 2, "tongbi-cli: --as-known: “2022-02-30” is no date" },
  { "--theme none.json", 1, "none.json: " },
  { "--theme cut.tongbi.json", 1, "tongbi-cli: cut.tongbi.json: " },
  { "--theme small.tongbi.json", 1, "tongbi-cli: small.tongbi.json: " },
  { "--difference first", 2, "tongbi-cli: --difference: “first” has not two ends; write FROM..TO" },
  { "--difference first..nowhere", 2, "tongbi-cli: --difference: " },
  { "--difference first..last=much", 2,
    "tongbi-cli: --difference: “much” is not known; there are both, absolute and relative" },
  { "--difference first..year-before", 2, "tongbi-cli: --difference: year-before stands only before “..”" },
  { "--cagr first..last=fast", 2, "tongbi-cli: --cagr: the words come from the figures" },
  { "--value-line abc", 2, "tongbi-cli: --value-line: “abc” does not begin with a number" },
  { "--value-line nan", 2, "tongbi-cli: --value-line: " },
  { "--value-line 1e999", 2, "tongbi-cli: --value-line: " },
  { "--value-line 5=012345678901234567890123456789012345678901234567890", 2,
    "tongbi-cli: --value-line: expected a text of at most 50 characters" },
  { "--shade 2017", 2, "tongbi-cli: --shade: “2017” has not two ends" },
  { "--shade first..last", 2, "tongbi-cli: --shade: expected a period" },
  { "--break first", 2, "tongbi-cli: --break: expected a period" },
  { "--highlight year-before", 2, "tongbi-cli: --highlight: year-before stands only before “..”" },
  { "--note last", 2, "tongbi-cli: --note: “last” has no text; write WHERE=TEXT" },
  { "--note last=", 2, "tongbi-cli: --note: “last=” has no text; write WHERE=TEXT" },
  { "--note last=012345678901234567890123456789012345678901234567890", 2,
    "tongbi-cli: --note: expected a text of at most 50 characters" },
  { "--decorate none.json", 1, "none.json: " },
  { "--decorate cut.tongbi.json", 1, "tongbi-cli: cut.tongbi.json: " },
  { "--decimals 5", 2, "tongbi-cli: --decimals: expected a number from 0 to 4" },
  { "--decimals -1", 2, "tongbi-cli: --decimals: expected a number from 0 to 4" },
  { "--decimals few", 2, "tongbi-cli: " },
  { "--svg-text curves", 2, "tongbi-cli: --svg-text: “curves” is not known; there are text and paths" },
  { "--list-types", 2, "tongbi-cli: --list-types prints the types of chart and draws none" },
  { "--json", 2, "tongbi-cli: --json goes with --list-types" },
};

static void
test_faults (void)
{
  char *folder = tb_cli_run_make_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *args = g_strdup_printf (DATA "--indicator sites --lang en %s -o @x.svg", faults[i].args);
      g_auto (TbCliRun) run = { 0 };

      tb_cli_run_start (&run, args, folder, NULL);
      g_test_message ("%s: %s", faults[i].args, run.err);
      if (!g_str_has_prefix (run.err, faults[i].err))
        g_assert_cmpstr (run.err, ==, faults[i].err);
      g_assert_cmpint (run.status, ==, faults[i].status);
      g_assert_cmpuint (tb_cli_run_count_files (folder), ==, 0);
    }
  tb_cli_run_remove_folder (folder);
}

/* With --spec none of the options that say what to draw goes. */
static void
test_spec_alone (void)
{
  static const char *const options[] = {
    "--current 2018", "--order size", "--own-scales", "--hide sites@north", "--as-of 2021-01-01",
    "--as-known 2021-01-01",
    "--difference first..last", "--cagr first..last", "--value-line 1", "--target-line", "--shade 2017..2018",
    "--break 2019",
    "--highlight last", "--note last=x", "--decorate x.json", "--decimals 1", "--transparent",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *args = g_strdup_printf (DATA "--spec x.json %s -o x.svg", options[i]);
      g_auto (TbCliRun) run = { 0 };

      tb_cli_run_start (&run, args, NULL, NULL);
      g_assert_true (g_str_has_prefix (run.err,
                                       "tongbi-cli: --spec takes the place of the options that say what to draw"));
      g_assert_cmpint (run.status, ==, 2);
    }
}

/* A house's colours, with options and with a spec alike. */
static void
test_theme (void)
{
  char *folder = tb_cli_run_make_folder ();
  g_autofree char *with_options = NULL;
  g_autofree char *with_spec = NULL;
  g_autofree char *plain = NULL;

  write_file (folder, "house.json",
              "{\"tongbi\": \"theme/1\", \"colors\": {\"light\": {\"background\": \"#FBF7EE\"}}}");
  write_file (folder, "spec.json", "{\"tongbi\": \"chart/1\", \"type\": \"line\", \"indicators\": [\"sites\"]}");
  tb_cli_run_well (DATA "--indicator sites --type line --lang en --theme @house.json -o @a.svg", folder);
  tb_cli_run_well (DATA "--spec @spec.json --theme @house.json -o @b.svg", folder);
  tb_cli_run_well (DATA "--spec @spec.json -o @c.svg", folder);
  with_options = tb_cli_run_dup_file (folder, "a.svg", NULL);
  with_spec = tb_cli_run_dup_file (folder, "b.svg", NULL);
  plain = tb_cli_run_dup_file (folder, "c.svg", NULL);
  g_assert_nonnull (strstr (with_options, "#fbf7ee"));
  g_assert_cmpstr (with_options, ==, with_spec);
  g_assert_null (strstr (plain, "#fbf7ee"));
  tb_cli_run_remove_folder (folder);
}

/* The page is the first rectangle of the file. */
static void
test_transparent (void)
{
  char *folder = tb_cli_run_make_folder ();
  g_autofree char *plain = NULL;
  g_autofree char *transparent = NULL;

  tb_cli_run_well (DATA "--indicator sites --place north --type line --lang en -o @a.svg", folder);
  tb_cli_run_well (DATA "--indicator sites --place north --type line --lang en --transparent -o @b.svg", folder);
  plain = tb_cli_run_dup_file (folder, "a.svg", NULL);
  transparent = tb_cli_run_dup_file (folder, "b.svg", NULL);
  g_assert_nonnull (strstr (plain, "<rect width=\"100%\" height=\"100%\""));
  g_assert_null (strstr (transparent, "<rect width=\"100%\" height=\"100%\""));
  tb_cli_run_remove_folder (folder);
}

/* What --print-spec prints draws the same. */
static void
test_round_trip (void)
{
  static const char *const options[] = {
    "--indicator sites --place north --difference first..last=relative --cagr 2016..highest --note lowest=Strike",
    "--indicator sites --place north --shade 2017..2018=Rebuilding --break 2019=Recount --highlight 2020",
    "--indicator coverage --type line --as-of 2021-12-01 --target-line --value-line 62=Floor",
    "--indicator sites --type small-multiples --own-scales --hide sites@east --highlight sites@south",
    "--indicator sites --type slope --base 2017 --current 2020 --order change",
    "--indicator revised --type column --as-known 2021-06-30",
    "--indicator coverage --type line --kind actual --decimals 0 --transparent",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      char *folder = tb_cli_run_make_folder ();
      g_autofree char *print = g_strdup_printf (DATA "--lang en %s --print-spec", options[i]);
      g_autofree char *draw = g_strdup_printf (DATA "--lang en %s -o @a.svg", options[i]);
      g_auto (TbCliRun) printed = { 0 };
      g_auto (TbCliRun) drawn_once = { 0 };
      g_auto (TbCliRun) drawn_again = { 0 };
      g_autofree char *spec = NULL;
      g_autofree char *a = NULL;
      g_autofree char *b = NULL;

      tb_cli_run_start (&printed, print, NULL, NULL);
      g_assert_cmpint (printed.status, ==, 0);
      spec = tb_cli_run_dup_out (&printed);
      write_file (folder, "spec.json", spec);
      tb_cli_run_start (&drawn_once, draw, folder, NULL);
      tb_cli_run_start (&drawn_again, DATA "--spec @spec.json -o @b.svg", folder, NULL);
      g_assert_cmpint (drawn_once.status, ==, drawn_again.status);
      a = tb_cli_run_dup_file (folder, "a.svg", NULL);
      b = tb_cli_run_dup_file (folder, "b.svg", NULL);
      g_assert_cmpstr (a, ==, b);
      tb_cli_run_remove_folder (folder);
    }
}

/* What would be lost in silence is refused, in specs and in styles of houses. */
static void
test_bad_documents (void)
{
  static const struct
  {
    const char *option, *text, *err;
  } rows[] = {
    { "--spec", "{\"tongbi\": \"chart/1\", \"type\": \"line\", \"type\": \"column\"}",
      ": /type: “type” is given twice in one object; expected it once\n" },
    { "--spec", "{\"tongbi\": \"chart/1\", \"decorations\": [{\"kind\": \"value-line\", \"value\": 1, \"value\": 5}]}",
      ": /decorations/0/value: “value” is given twice in one object; expected it once\n" },
    { "--spec", "{\"tongbi\": \"chart/1\", \"title\": \"a\\u0000b\"}", ": /: a text holds U+0000; expected none\n" },
    { "--theme", "{\"tongbi\": \"theme/1\", \"margin\": 10, \"margin\": 20}",
      ": /margin: “margin” is given twice in one object; expected it once\n" },
  };
  char *folder = tb_cli_run_make_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *args = g_strdup_printf (DATA "%s @x.json -o @x.svg", rows[i].option);
      g_auto (TbCliRun) run = { 0 };

      write_file (folder, "x.json", rows[i].text);
      tb_cli_run_start (&run, args, folder, NULL);
      g_assert_true (g_str_has_suffix (run.err, rows[i].err));
      g_assert_cmpint (run.status, ==, 1);
      g_assert_cmpuint (tb_cli_run_count_files (folder), ==, 1);
    }
  write_file (folder, "x.json", "{\"tongbi\": \"chart/1\", \"title\": \"a\\\\u0000b\", \"indicators\": [\"sites\"]}");
  tb_cli_run_well (DATA "--spec @x.json -o @x.svg", folder);
  tb_cli_run_remove_folder (folder);
}

/* What is listed as fitting is drawn, and what is not is refused with that reason. */
static const char *const selections[] = {
  "decorations.tongbi.json --indicator sites",
  "decorations.tongbi.json --indicator sites --place north",
  "decorations.tongbi.json --indicator coverage",
  "decorations.tongbi.json --indicator mixed",
  "decorations.tongbi.json --indicator beds",
  "decorations.tongbi.json --indicator revised --as-known 2021-06-30",
  "decorations.tongbi.json",
  "small.tongbi.json --indicator output",
  "targets.tongbi.json --indicator stations",
  "targets.tongbi.json --indicator unemployment",
};

static void
check_listed (const char *selection,
              const char *line,
              const char *folder)
{
  g_auto (GStrv) parts = g_strsplit (line, " ", 2);
  const char *said = g_strchug (parts[1]);
  g_autofree char *args = g_strdup_printf ("chart %s --lang en --type %s -o @x.svg", selection, parts[0]);
  g_auto (TbCliRun) run = { 0 };

  tb_cli_run_start (&run, args, folder, NULL);
  g_test_message ("%s, %s: %s; %d %s", selection, parts[0], said, run.status, run.err);
  if (strcmp (said, "fits") == 0)
    g_assert_cmpint (run.status, ==, 0);
  else
    {
      g_autofree char *err = g_strdup_printf ("tongbi-cli: %s\n", said);

      /* What the file is warned of stands before. */
      g_assert_true (g_str_has_suffix (run.err, err));
      g_assert_cmpint (run.status, ==, 1);
    }
}

static void
test_list_types (gconstpointer data)
{
  const char *selection = selections[GPOINTER_TO_SIZE (data)];
  char *folder = tb_cli_run_make_folder ();
  g_autofree char *args = g_strdup_printf ("chart %s --lang en --list-types", selection);
  g_auto (TbCliRun) run = { 0 };
  g_autofree char *out = NULL;
  g_auto (GStrv) lines = NULL;

  tb_cli_run_start (&run, args, NULL, NULL);
  g_assert_cmpint (run.status, ==, 0);
  out = tb_cli_run_dup_out (&run);
  lines = g_strsplit (g_strchomp (out), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 18);
  for (gsize i = 0; lines[i] != NULL; i++)
    check_listed (selection, lines[i], folder);
  tb_cli_run_remove_folder (folder);
}

static void
test_list_types_json (void)
{
  g_auto (TbCliRun) run = { 0 };
  g_autofree char *out = NULL;

  tb_cli_run_start (&run, DATA "--indicator sites --lang zh_CN --list-types --json", NULL, NULL);
  g_assert_cmpint (run.status, ==, 0);
  out = tb_cli_run_dup_out (&run);
  g_assert_nonnull (strstr (out, "\"type\": \"line\",\n    \"title\": \"折线图\",\n    \"fits\": true\n"));
  g_assert_nonnull (strstr (out, "\"type\": \"bullet\",\n"));
  g_assert_nonnull (strstr (out, "\"fits\": false,\n    \"reason\": \""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (drawn); i++)
    {
      g_autofree char *name = g_strconcat ("/cli/chart/drawn/", drawn[i].name, NULL);

      g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_drawn);
    }
  g_test_add_func ("/cli/chart/options/faults", test_faults);
  g_test_add_func ("/cli/chart/options/spec-alone", test_spec_alone);
  g_test_add_func ("/cli/chart/options/bad-documents", test_bad_documents);
  g_test_add_func ("/cli/chart/options/theme", test_theme);
  g_test_add_func ("/cli/chart/options/transparent", test_transparent);
  g_test_add_func ("/cli/chart/options/round-trip", test_round_trip);
  for (gsize i = 0; i < G_N_ELEMENTS (selections); i++)
    {
      g_autofree char *name = g_strdup_printf ("/cli/chart/list-types/%s", selections[i]);

      g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_list_types);
    }
  g_test_add_func ("/cli/chart/list-types-json", test_list_types_json);

  return g_test_run ();
}
