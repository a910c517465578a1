/* compare of the program: the rules' own cases, read back from its JSON.
 *
 * Every number is the rule's own or worked out in the comment beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli-run.h"
#include "tb-test-golden.h"
#include "tb-test-rows.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#define NONE NAN

#define COMPARE "compare rules.tongbi.json "

typedef struct
{
  const char *name;       /* the rule */
  const char *args;       /* behind the file */
  int         status;
  const char *verdict;
  const char *codes;      /* all, in order; "+R3" for one that is among them */
  double      absolute, relative, points;
  const char *bound;      /* NULL: null */
  const char *en, *zh;    /* parts of the sentence; NULL: any */
} Row;

static const Row rows[] = {
  { "R0", "--indicator output --base 2022 --current 2024", 1, "invalid", "R0", NONE, NONE, NONE, NULL, NULL, NULL },
  { "R0/no-base", "--indicator output --base 2019 --current 2022", 1, "invalid", "R0", NONE, NONE, NONE, NULL,
    "no figure for 2019", "无2019年的数" },
  { "R0/no-current", "--indicator output --base 2022 --current 2030", 1, "invalid", "R0", NONE, NONE, NONE, NULL,
    "no figure for 2030", "无2030年的数" },
  { "R0/neither", "--indicator output --base 2018 --current 2019", 1, "invalid", "R0", NONE, NONE, NONE, NULL,
    "no figure for 2018; no figure for 2019", "无2018年的数；无2019年的数" },
  { "R0/undated", "--indicator output --base undated --current 2020", 1, "invalid", "R0", NONE, NONE, NONE, NULL,
    "no figure without a date", "无未注明时期的数" },
  { "R0/kind", "--indicator output --base 2020 --current 2021 --base-kind target", 1, "invalid", "R0", NONE, NONE, NONE,
    NULL,
    "no figure for 2020 (target)", "无2020年的数（目标）" },
  { "R0/place-without-figures", "--indicator output --place town --base 2021 --current 2022", 1, "invalid", "R0",
    NONE, NONE, NONE, NULL, NULL, NULL },
  { "R1/scope", "--indicator investment --base 2023 --current 2024", 1, "invalid", "R1", NONE, NONE, NONE, NULL,
    "without farm households", "不含农户" },
  { "R1/other", "--indicator output --with long-run --base 2020 --current 2020", 1, "invalid", "R1", NONE, NONE, NONE,
    NULL,
    "Long run", "长期" },
  { "R2", "--indicator investment --base 2025-01/2025-08 --current 2025-08", 1, "invalid", "+R2", NONE, NONE, NONE,
    NULL,
    NULL, NULL },
  { "R3", "--indicator output --base 2021 --current 2020-S1", 1, "invalid", "+R3", NONE, NONE, NONE, NULL, NULL, NULL },
  { "R4", "--indicator investment --base 2024-01/2024-07 --current 2025-01/2025-08", 1, "invalid", "+R4", NONE, NONE,
    NONE,
    NULL, NULL, NULL },
  /* 470.5 − 425.0 = 45.5; 45.5 / 425.0 = 10.7058823529… %. */
  { "R6", "--indicator stations --base 2024-12-31 --current 2025-09-30", 0, "valid", "R6", 455000, 45.5 / 4.25, NONE,
    "exact",
    "since end 2024", "较上年末" },
  { "R6/swapped", "--indicator stations --base 2025-09-30 --current 2024-12-31", 0, "valid", "+R6", -455000, NONE, NONE,
    "exact",
    NULL, NULL },
  { "R9", "--indicator output --base 2020 --current 2021", 0, "note", "R9", 10e8, 10, NONE, "exact", NULL, NULL },
  /* 44 − 40 = 4; / 40 = 10 %. */
  { "R10", "--indicator firms --base 2024 --current 2025", 0, "note", "R10", 4, 10, NONE, "exact", NULL, NULL },
  { "R11", "--indicator balance --base 2020 --current 2021", 0, "valid", "R11", 12, NONE, NONE, "exact", NULL, NULL },
  { "R12", "--indicator balance --base 2022 --current 2023", 0, "valid", "R12", 15, NONE, NONE, "exact", NULL, NULL },
  { "R13", "--indicator online-rate --base 2020-12-31 --current 2021-12-31", 0, "valid", "+R13", NONE, NONE, 4.2,
    "exact",
    "4.2 percentage points", "4.2个百分点" },
  { "R14", "--indicator growth --base 2020 --current 2021", 0, "valid", "+R14", NONE, NONE, -2.4, "exact",
    "2.4 percentage points",
    "下降2.4个百分点" },
  /* 20 / 480 = 4.1666… %. */
  { "R15/over", "--indicator feeds --base 2020-12-31 --current 2021-12-31", 0, "valid", "R6 R15", 20, 100 / 24.0, NONE,
    "at-least", "20", "20" },
  { "R15/unknown-sign", "--indicator plan-rate --base 2021-06-30 --current 2022-06-30", 1, "invalid", "+R15", NONE,
    NONE, NONE,
    NULL, NULL, NULL },
  /* 450,000 − 480 = 449,520; / 480 = 93,650 %. */
  { "R15/about", "--indicator feeds --base 2020-12-31 --current 2022-12-31", 0, "note", "R6 R15", 449520, 93650, NONE,
    "about",
    NULL, NULL },
  { "R16", "--indicator output --base 2020-S1 --current 2020 --current-kind plan", 1, "invalid", "+R16", NONE, NONE,
    NONE, NULL,
    NULL, NULL },
  { "R19/data-date", "--indicator output --base 2022 --current 2026", 1, "invalid", "R19", NONE, NONE, NONE, NULL, NULL,
    NULL },
  { "R19/as-of", "--indicator output --base 2022 --current 2026 --as-of 2026-05-31", 1, "invalid", "R19", NONE, NONE,
    NONE, NULL,
    NULL, NULL },
  /* 54 − 120 = −66; / 120 = −55 %. */
  { "R19/closed", "--indicator output --base 2022 --current 2026 --as-of 2027-01-31", 0, "valid", "", -66e8, -55, NONE,
    "exact",
    NULL, NULL },
  /* 130 − 120 = 10; 125 − 120 = 5. */
  { "vintage/latest", "--indicator output --base 2022 --current 2025", 0, "valid", "", 10e8, 100 / 12.0, NONE, "exact",
    NULL, NULL },
  { "vintage/as-known", "--indicator output --base 2022 --current 2025 --as-known 2026-02-01", 0, "valid", "", 5e8,
    50 / 12.0,
    NONE, "exact", NULL, NULL },
  { "vintage/not-yet-known", "--indicator output --base 2022 --current 2025 --as-known 2026-01-19", 1, "invalid", "R0",
    NONE, NONE, NONE, NULL, NULL, NULL },
  /* The undated aim says that it begins at the plan's 3. */
  { "T-7/undated", "--indicator flights --base 2021-02 --current undated", 0, "valid", "+T-7", 1, NONE, NONE, "exact",
    NULL, NULL },
  { "F-5/share", "--indicator women --op share --current 2019-12-31", 0, "valid", "+F-5", NONE, 330 / 8.7, NONE,
    "exact",
    "37.9%", "37.9%" },
  { "F-5/share-with", "--indicator women --op share --with staff --base 2019-12-31 --current 2019-12-31", 0, "valid",
    "+F-5",
    NONE, 330 / 8.7, NONE, "exact", NULL, NULL },
  { "F-5/place", "--indicator workers --place city --with-place nation --op share --current 2021", 0, "valid", "+F-5",
    NONE, 1, NONE, "exact", "1", "1" },
  /* The same in the other direction is no share: the nation is no part of the city. */
  { "F-5/no-part", "--indicator workers --place nation --with-place city --op share --current 2021", 1, "invalid",
    "+R1",
    NONE, NONE, NONE, NULL, NULL, NULL },
  { "F-5/no-whole", "--indicator staff --op share --with output --base 2020 --current 2019-12-31", 1, "invalid", "+R1",
    NONE, NONE, NONE, NULL, NULL, NULL },
  /* One figure in two papers (comparables A, key-industry-chains): a confirmation. */
  { "sources/confirmed", "--indicator chains --base 2024 --current 2024", 0, "valid", "R6", 0, 0, NONE, "exact", NULL,
    NULL },
  /* A running total (comparables B, shanghai-training-batches): 4 − 2 = 2, by its span and by the day it reaches to. */
  { "R6/total-by-span", "--indicator batches --base 2020-06-01/2021-01-12 --current 2020-06-01/2021-08-16", 0, "valid",
    "R6",
    2, 100, NONE, "exact", NULL, NULL },
  { "R6/total-by-day", "--indicator batches --base 2021-01-12 --current 2021-08-16", 0, "valid", "R6", 2, 100, NONE,
    "exact",
    NULL, NULL },
  { "breakdown", "--indicator workers --place town --breakdown sex=female --base 2021 --current 2022", 1, "invalid",
    "R0",
    NONE, NONE, NONE, NULL, NULL, NULL },
};

static JsonNode *
run_json (const char *args,
          const char *language,
          int         status)
{
  g_autofree char *command = g_strdup_printf ("compare rules.tongbi.json --json --lang %s %s", language, args);
  g_auto (TbCliRun) run = { 0 };
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *root;

  tb_cli_run_start (&run, command, NULL, NULL);
  g_assert_cmpstr (run.err, ==, "");
  out = tb_cli_run_dup_out (&run);
  g_test_message ("%s", out);
  root = json_from_string (out, &error);
  g_assert_no_error (error);
  g_assert_cmpint (run.status, ==, status);

  return root;
}

static void
check_number (JsonObject *object,
              const char *member,
              double      expected)
{
  JsonNode *node = json_object_get_member (object, member);

  g_assert_nonnull (node);
  if (isnan (expected))
    {
      g_assert_true (JSON_NODE_HOLDS_NULL (node));
      return;
    }
  g_assert_true (JSON_NODE_HOLDS_VALUE (node));
  g_assert_cmpfloat_with_epsilon (json_node_get_double (node), expected, 1e-12 + fabs (expected) * 1e-12);
}

static void
check_string (JsonObject *object,
              const char *member,
              const char *expected)
{
  JsonNode *node = json_object_get_member (object, member);

  g_assert_nonnull (node);
  if (expected == NULL)
    g_assert_true (JSON_NODE_HOLDS_NULL (node));
  else
    g_assert_cmpstr (json_node_get_string (node), ==, expected);
}

static void
check_codes (JsonObject *object,
             const char *expected)
{
  JsonArray *codes = json_object_get_array_member (object, "codes");
  g_autoptr (GString) found = g_string_new (NULL);
  gboolean among = FALSE;

  for (guint i = 0; i < json_array_get_length (codes); i++)
    {
      const char *code = json_array_get_string_element (codes, i);

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", code);
      among = among || (*expected == '+' && strcmp (code, expected + 1) == 0);
    }
  if (!among)
    g_assert_cmpstr (found->str, ==, expected);
}

static void
check_part (JsonObject *object,
            const char *part)
{
  const char *text = json_object_get_string_member (object, "text");

  g_assert_nonnull (text);
  g_assert_cmpstr (text, !=, "");
  if (part != NULL && strstr (text, part) == NULL)
    g_assert_cmpstr (text, ==, part);
}

/* Nothing that a verdict says is in a language, but for its sentence. */
static void
test_row (gconstpointer data)
{
  const Row *row = data;
  static const char *const languages[] = { "en", "zh_CN" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (JsonNode) root = run_json (row->args, languages[i], row->status);
      JsonObject *object = json_node_get_object (root);
      double relative = row->relative;

      check_string (object, "verdict", row->verdict);
      check_codes (object, row->codes);
      check_number (object, "absolute", row->absolute);
      if (!isnan (relative) || row->status == 1)
        check_number (object, "relative", relative);
      check_number (object, "points", row->points);
      check_string (object, "bound", row->bound);
      check_part (object, i == 0 ? row->en : row->zh);
    }
}

/* The bounds of ">500" against 480: more than 20, with no upper limit. */
static void
test_bounds (void)
{
  g_autoptr (JsonNode) at_least = run_json ("--indicator feeds --base 2020-12-31 --current 2021-12-31", "en", 0);
  g_autoptr (JsonNode) exact = run_json ("--indicator stations --base 2024-12-31 --current 2025-09-30", "en", 0);

  check_number (json_node_get_object (at_least), "low", 20);
  check_number (json_node_get_object (at_least), "high", NONE);
  check_number (json_node_get_object (exact), "low", 455000);
  check_number (json_node_get_object (exact), "high", 455000);
}

typedef struct
{
  const char *name;
  const char *args;
  int         status;
  const char *verdict;
  double      absolute, points;
  double      completion, elapsed, progress;
  const char *word;
} CompletionRow;

static const CompletionRow completion_rows[] = {
  /* 46 of 100 after 6 of 12 months; the gap of a half-year to a year is no figure (R16). */
  { "T-6", "--indicator output --base 2020 --base-kind plan --current 2020-S1 --as-of 2020-07-31", 0, "valid",
    NONE, NONE, 46, 50, NONE, "no path given" },
  { "T-6/other-order", "--indicator output --base 2020-S1 --current 2020 --as-of 2020-07-31", 0, "valid",
    NONE, NONE, 46, 50, NONE, "no path given" },
  { "T-6/no-base", "--indicator output --current 2020-S1 --as-of 2020-07-31", 0, "valid", NONE, NONE, 46, 50, NONE,
    "no path given" },
  { "T-6/no-base-of-target", "--indicator output --current 2020 --current-kind plan", 0, "valid",
    0, NONE, 100, 100, NONE, "achieved" },
  /* 37.4 against at least 35.0: 2.4 points above. */
  { "T-1", "--indicator online-rate --base 2021-12-31 --current 2021-12-31", 0, "valid", NONE, 2.4, NONE, NONE, NONE,
    "achieved" },
  /* 5.1 against at most 5.5. */
  { "T-2", "--indicator joblessness --base 2021-12-31 --current 2021-12-31", 0, "valid", NONE, -0.4, NONE, NONE, NONE,
    "achieved" },
  { "T-4", "--indicator joblessness --base 2022-12-31 --current 2021-12-31", 1, "invalid", NONE, NONE, NONE, NONE, NONE,
    NULL },
  /* (4 − 10) / (0 − 10), after one year of two. */
  { "T-7", "--indicator accidents --base 2022-12-31 --current 2021-12-31 --as-of 2022-02-01", 0, "valid",
    NONE, NONE, NONE, 50, 60, "no path given" },
  { "R0", "--indicator output --base 2031 --current 2020-S1", 1, "invalid", NONE, NONE, NONE, NONE, NONE, NULL },
  { "no-target", "--indicator staff --current 2019-12-31", 1, "invalid", NONE, NONE, NONE, NONE, NONE, NULL },
};

static void
test_completion (gconstpointer data)
{
  const CompletionRow *row = data;
  g_autofree char *args = g_strconcat ("--op completion ", row->args, NULL);
  g_autoptr (JsonNode) root = run_json (args, "en", row->status);
  g_autoptr (JsonNode) chinese = run_json (args, "zh_CN", row->status);
  JsonObject *object = json_node_get_object (root);

  check_string (object, "verdict", row->verdict);
  check_string (object, "status_word", row->word);
  check_string (json_node_get_object (chinese), "status_word", row->word);
  check_number (object, "completion", row->completion);
  check_number (object, "absolute", row->absolute);
  check_number (object, "relative", NONE);
  check_number (object, "points", row->points);
  check_number (object, "progress", row->progress);
  check_number (object, "elapsed", row->elapsed);
}

static void
test_sides (void)
{
  g_autoptr (JsonNode) root = run_json ("--indicator parks --base 2020-S1 --current 2021-S1", "en", 1);
  JsonObject *object = json_node_get_object (root);
  JsonObject *current = json_object_get_object_member (object, "current");

  g_assert_true (JSON_NODE_HOLDS_NULL (json_object_get_member (object, "base")));
  check_string (current, "indicator", "parks");
  check_string (current, "place", "city");
  check_string (current, "period", "2021-S1");
  check_string (current, "kind", "actual");
  check_string (current, "unit", "cny");
  check_number (current, "value", 39210000000.0);
}

/* 392.1 at +23.3 %: 392.1 / 1.233 = 318.0049; from 392.05 / 1.2335 = 317.8354
 * to 392.15 / 1.2325 = 318.1744. */
static void
test_published (void)
{
  g_autoptr (JsonNode) root = run_json ("--indicator parks --base 2020-S1 --current 2021-S1", "en", 1);
  JsonObject *object = json_node_get_object (root);
  JsonObject *published = json_object_get_object_member (object, "published");
  JsonObject *implied = json_object_get_object_member (object, "implied_base");

  check_number (published, "value", 23.3);
  check_string (published, "kind", "on-year-percent");
  check_string (implied, "period", "2020-S1");
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (implied, "value") / 1e8, 318.0049, 1e-3);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (implied, "low") / 1e8, 317.8354, 1e-2);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (implied, "high") / 1e8, 318.1744, 1e-2);
}

/* Without --base the engine proposes; there is none before the first figure. */
static void
test_proposal (void)
{
  g_autoptr (JsonNode) found = run_json ("--indicator stations --current 2025-09-30", "en", 0);
  g_autoptr (JsonNode) none = run_json ("--indicator staff --current 2019-12-31", "en", 1);
  JsonObject *object = json_node_get_object (found);

  check_string (object, "proposal", "year-end");
  check_number (object, "absolute", 455000);
  check_string (json_object_get_object_member (object, "base"), "period", "2024-12-31");

  object = json_node_get_object (none);
  check_string (object, "verdict", "invalid");
  check_codes (object, "R0");
  check_part (object, "only figure");
  g_assert_false (json_object_has_member (object, "proposal"));
}

/* All that have figures of both periods, refused ones too. */
static void
test_list (void)
{
  g_autoptr (JsonNode) root = run_json ("--base 2020 --current 2021", "en", 0);
  g_auto (TbCliRun) none = { 0 };
  g_autofree char *out = NULL;
  JsonArray *array = json_node_get_array (root);
  const char *const indicators[] = { "output", "growth", "balance" };

  g_assert_cmpuint (json_array_get_length (array), ==, G_N_ELEMENTS (indicators));
  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      check_string (json_object_get_object_member (object, "current"), "indicator", indicators[i]);
      g_assert_true (json_object_has_member (object, "verdict"));
    }

  tb_cli_run_start (&none, COMPARE "--json --base 2020 --current 2021 --place nation", NULL, NULL);
  out = tb_cli_run_dup_out (&none);
  g_assert_cmpint (none.status, ==, 1);
  g_assert_cmpstr (out, ==, "[]\n");
  g_assert_cmpstr (none.err, ==, "tongbi-cli: no indicator has figures of both periods\n");
}

static void
test_golden (gconstpointer data)
{
  const char *const *row = data;
  g_auto (TbCliRun) run = { 0 };
  g_autofree char *out = NULL;

  tb_cli_run_start (&run, row[0], NULL, NULL);
  out = tb_cli_run_dup_out (&run);
  g_assert_cmpstr (run.err, ==, "");
  tb_test_golden_compare (row[1], out);
}

typedef struct
{
  const char *name;
  const char *args;
  const char *err;
} FaultRow;

/* Wrong usage writes nothing and exits with 2. */
static const FaultRow fault_rows[] = {
  { "no-file", "compare --indicator output --current 2021", "tongbi-cli: no FILE is given\n" },
  { "no-current", COMPARE "--indicator output --base 2021",
    "tongbi-cli: no current period is given; say --current PERIOD\n" },
  { "no-base-of-all", COMPARE "--current 2021",
    "tongbi-cli: say --indicator ID, or both --base and --current for all indicators\n" },
  { "with-of-all", COMPARE "--base 2020 --current 2021 --with output",
    "tongbi-cli: --with, --op and kinds of figures need --indicator ID\n" },
  { "op-of-all", COMPARE "--base 2020 --current 2021 --op share",
    "tongbi-cli: --with, --op and kinds of figures need --indicator ID\n" },
  { "unknown-indicator", COMPARE "--indicator outputs --base 2020 --current 2021",
    "tongbi-cli: there is no indicator “outputs”; did you mean “output”?\n" },
  { "glob", COMPARE "--indicator out* --base 2020 --current 2021",
    "tongbi-cli: “out*” is no id of an indicator; one is to be named here\n" },
  { "unknown-place", COMPARE "--indicator output --place citi --base 2020 --current 2021",
    "tongbi-cli: there is no place “citi”; did you mean “city”?\n" },
  { "unknown-with", COMPARE "--indicator output --with staf --base 2020 --current 2021",
    "tongbi-cli: there is no indicator “staf”; did you mean “staff”?\n" },
  { "unknown-with-place", COMPARE "--indicator output --with-place xyzzy --base 2020 --current 2021",
    "tongbi-cli: there is no place “xyzzy”\n" },
  { "unknown-place-of-all", COMPARE "--place twon --base 2020 --current 2021",
    "tongbi-cli: there is no place “twon”; did you mean “town”?\n" },
  { "unknown-unit", COMPARE "--indicator output --unit dollar --base 2020 --current 2021",
    "tongbi-cli: --unit: there is no unit “dollar”\n" },
  { "unknown-measure", COMPARE "--indicator output --measure stok --base 2020 --current 2021",
    "tongbi-cli: --measure: no measure “stok”\n" },
  { "other-scope", COMPARE "--indicator investment --scope farms --base 2020 --current 2021",
    "tongbi-cli: no series has that breakdown, scope, unit and measure; there are:\n"
    "  Investment (City, without farm households): --scope 'without farm households'\n"
    "  Investment (City, all of society): --scope 'all of society'\n" },
  { "bad-breakdown", COMPARE "--indicator output --breakdown female --base 2020 --current 2021",
    "tongbi-cli: --breakdown: “female” is no pair such as ownership=public\n" },
  { "bad-period", COMPARE "--indicator output --base 2020-Q5 --current 2021", "tongbi-cli: --base: " },
  { "no-period", COMPARE "--indicator output --base= --current 2021", "tongbi-cli: --base: " },
  { "bad-kind", COMPARE "--indicator output --base 2020 --current 2021 --base-kind aktual",
    "tongbi-cli: --base-kind: no kind “aktual”; did you mean “actual”?\n" },
  { "no-kind", COMPARE "--indicator output --base 2020 --current 2021 --current-kind xyzzy",
    "tongbi-cli: --current-kind: no kind “xyzzy”; there are actual, target, plan and forecast\n" },
  { "bad-op", COMPARE "--indicator output --base 2020 --current 2021 --op shares",
    "tongbi-cli: --op: no operation “shares”; did you mean “share”?\n" },
  { "no-op", COMPARE "--indicator output --base 2020 --current 2021 --op difference",
    "tongbi-cli: --op: no operation “difference”; there are change, share and completion\n" },
  { "bad-as-of", COMPARE "--indicator output --base 2020 --current 2021 --as-of 2021-02-30",
    "tongbi-cli: --as-of: “2021-02-30” is no date such as 2021-08-31\n" },
  { "bad-as-known", COMPARE "--indicator output --base 2020 --current 2021 --as-known yesterday",
    "tongbi-cli: --as-known: “yesterday” is no date such as 2021-08-31\n" },
  { "bad-language", COMPARE "--indicator output --base 2020 --current 2021 --lang xx",
    "tongbi-cli: --lang: no language “xx”" },
  { "same-figure", COMPARE "--indicator output --base 2021 --current 2021",
    "tongbi-cli: both are the same figure; name another period, or --base-kind or --current-kind\n" },
  { "same-period-of-all", COMPARE "--base 2021 --current 2021-01/2021-12",
    "tongbi-cli: --base and --current are the same period\n" },
  { "control-character", COMPARE "--indicator be\x1B[1mxyzzy --base 2020 --current 2021",
    "tongbi-cli: there is no indicator “be[1mxyzzy”\n" },
  { "several-of-other", COMPARE "--indicator output --with workers --with-place town --current 2021",
    "tongbi-cli: several figures fit; choose by the options of one of these, --base-kind or --current-kind:\n"
    "  Model workers (Town, female): --with-breakdown sex=female; base: actual\n"
    "  Model workers (Town, male): --with-breakdown sex=male; base: actual\n"
    "  Output (City); current: actual\n" },
  { "other-breakdown",
    COMPARE "--indicator workers --place city --with-place town --with-breakdown sex=none --current 2021",
    "tongbi-cli: no series has that breakdown, scope, unit and measure; there are:\n"
    "  Model workers (Town, female): --with-breakdown sex=female\n"
    "  Model workers (Town, male): --with-breakdown sex=male\n" },
  { "several-places", COMPARE "--indicator workers --base 2021 --current 2021",
    "tongbi-cli: several figures fit; choose by the options of one of these, --base-kind or --current-kind:\n"
    "  Model workers (City): --place city --breakdown ''; base: actual; current: actual\n"
    "  Model workers (Nation): --place nation --breakdown ''; base: actual; current: actual\n"
    "  Model workers (Town, female): --place town --breakdown sex=female; base: actual; current: actual\n"
    "  Model workers (Town, male): --place town --breakdown sex=male; base: actual; current: actual\n" },
};

static void
test_fault (gconstpointer data)
{
  const FaultRow *row = data;
  g_auto (TbCliRun) run = { 0 };

  tb_cli_run_start (&run, row->args, NULL, NULL);
  if (!g_str_has_prefix (run.err, row->err))
    g_assert_cmpstr (run.err, ==, row->err);
  g_assert_cmpint (run.status, ==, 2);
  g_assert_cmpuint (g_bytes_get_size (run.out), ==, 0);
}

/* The file's own faults come before those of the question. */
static void
test_bad_file (void)
{
  g_auto (TbCliRun) run = { 0 };

  tb_cli_run_start (&run, "compare cut.tongbi.json --indicator output --base 2020 --current 2021", NULL, NULL);
  g_assert_cmpint (run.status, ==, 1);
  g_assert_true (g_str_has_prefix (run.err, "cut.tongbi.json:14:81: error: "));
  g_assert_cmpuint (g_bytes_get_size (run.out), ==, 0);
}

static void
test_stdin (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "cli", "rules.tongbi.json", NULL);
  g_autofree char *text = NULL;
  g_auto (TbCliRun) from_input = { 0 };
  g_auto (TbCliRun) from_file = { 0 };

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  tb_cli_run_start (&from_input, "compare - --indicator stations --base 2024-12-31 --current 2025-09-30", NULL, text);
  tb_cli_run_start (&from_file, COMPARE "--indicator stations --base 2024-12-31 --current 2025-09-30", NULL, NULL);
  g_assert_cmpint (from_input.status, ==, 0);
  g_assert_true (g_bytes_equal (from_input.out, from_file.out));
}

int
main (int    argc,
      char **argv)
{
  static const char *const goldens[][2] = {
    { COMPARE "--lang en --indicator stations --base 2024-12-31 --current 2025-09-30", "cli/compare.en.txt" },
    { COMPARE "--lang zh_CN --indicator stations --base 2024-12-31 --current 2025-09-30", "cli/compare.zh.txt" },
    { COMPARE "--lang en --indicator investment --base 2023 --current 2024", "cli/compare-refused.en.txt" },
    { COMPARE "--lang zh_CN --indicator investment --base 2023 --current 2024", "cli/compare-refused.zh.txt" },
    { COMPARE "--lang en --indicator output --op completion --current 2020-S1 --as-of 2020-07-31",
      "cli/compare-completion.en.txt" },
    { COMPARE "--lang zh_CN --indicator output --op completion --current 2020-S1 --as-of 2020-07-31",
      "cli/compare-completion.zh.txt" },
    { COMPARE "--lang en --indicator women --op share --current 2019-12-31", "cli/compare-share.en.txt" },
    { COMPARE "--lang zh_CN --indicator women --op share --current 2019-12-31", "cli/compare-share.zh.txt" },
    { COMPARE "--lang en --indicator parks --current 2021-S1", "cli/compare-published.en.txt" },
    { COMPARE "--lang zh_CN --indicator stations --current 2025-09-30", "cli/compare-proposal.zh.txt" },
    { COMPARE "--lang en --base 2020 --current 2021", "cli/compare-all.en.txt" },
    { COMPARE "--lang zh_CN --base 2020 --current 2021", "cli/compare-all.zh.txt" },
    { COMPARE "--lang en --json --indicator parks --current 2021-S1 --base 2020-S1", "cli/compare.json" },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  TB_TEST_ADD_ROWS ("/cli/compare/", rows, name, test_row);
  TB_TEST_ADD_ROWS ("/cli/compare/completion/", completion_rows, name, test_completion);
  TB_TEST_ADD_ROWS ("/cli/compare/fault/", fault_rows, name, test_fault);
  for (gsize i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/compare/golden/", goldens[i][1], NULL);

      g_test_add_data_func (path, goldens[i], test_golden);
    }
  g_test_add_func ("/cli/compare/bounds", test_bounds);
  g_test_add_func ("/cli/compare/sides", test_sides);
  g_test_add_func ("/cli/compare/published", test_published);
  g_test_add_func ("/cli/compare/proposal", test_proposal);
  g_test_add_func ("/cli/compare/list", test_list);
  g_test_add_func ("/cli/compare/bad-file", test_bad_file);
  g_test_add_func ("/cli/compare/stdin", test_stdin);

  return g_test_run ();
}
