/* The status codes of providers, as those of SDMX.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-status-text.h"

#include <string.h>

#define N_ROUNDS 5000

/* Sources: CL is the SDMX code list CL_OBS_STATUS 2.2, ES the flags of
 * Eurostat, numbers are sections of formats.md. */
static const struct
{
  const char *source;
  TbProvider  provider;
  const char *text;
  const char *label;
  const char *letters;
  const char *note;
} rows[] = {
  { "nothing", TB_PROVIDER_SDMX, "", NULL, "", NULL },
  { "nothing", TB_PROVIDER_ANY, "  ", NULL, "", NULL },
  { "CL", TB_PROVIDER_SDMX, "A", NULL, "A", NULL },
  { "CL", TB_PROVIDER_SDMX, "A", "Normal value", "A", NULL },
  { "CL", TB_PROVIDER_SDMX, "B", "Time series break", "B", NULL },
  { "CL", TB_PROVIDER_SDMX, "D", "Definition differs", "D", NULL },
  { "CL", TB_PROVIDER_SDMX, "E", "Estimated value", "E", NULL },
  { "CL", TB_PROVIDER_SDMX, "F", "Forecast value", "F", NULL },
  { "CL", TB_PROVIDER_SDMX, "G", "Experimental value", "G", NULL },
  { "CL", TB_PROVIDER_SDMX, "H", "Missing value; holiday or weekend", "H", NULL },
  { "CL", TB_PROVIDER_SDMX, "I", "Value imputed by a receiving agency", "I", NULL },
  { "CL", TB_PROVIDER_SDMX, "K", "Data included in another category", "K", NULL },
  { "CL", TB_PROVIDER_SDMX, "L", "Missing value; data exist but were not collected", "L", NULL },
  { "CL", TB_PROVIDER_SDMX, "M", "Missing value; data cannot exist", "M", NULL },
  { "CL", TB_PROVIDER_SDMX, "N", "Not significant", "N", NULL },
  { "CL", TB_PROVIDER_SDMX, "O", "Missing value", "O", NULL },
  { "CL", TB_PROVIDER_SDMX, "P", "Provisional value", "P", NULL },
  { "CL", TB_PROVIDER_SDMX, "Q", "Missing value; suppressed", "Q", NULL },
  { "CL", TB_PROVIDER_SDMX, "S", "Strike and other special events", "S", NULL },
  { "CL", TB_PROVIDER_SDMX, "U", "Low reliability", "U", NULL },
  { "CL", TB_PROVIDER_SDMX, "V", "Unvalidated value", "V", NULL },
  { "CL", TB_PROVIDER_SDMX, "W", "Includes data from another category", "W", NULL },
  { "another language", TB_PROVIDER_SDMX, "E", "Valeur", "", "E: Valeur" },
  { "another language", TB_PROVIDER_SDMX, "E", "Estimation", "E", NULL },
  { "the label is the code", TB_PROVIDER_SDMX, "E", "E", "E", NULL },
  { "a list of the provider's own", TB_PROVIDER_SDMX, "I", "Incomplete data", "", "I: Incomplete data" },
  { "the label tells another letter", TB_PROVIDER_SDMX, "N", "Not available", "O", "N: Not available" },
  { "format.md: several", TB_PROVIDER_SDMX, "B,P", NULL, "BP", NULL },
  { "format.md: several", TB_PROVIDER_SDMX, "B P", NULL, "BP", NULL },
  { "several without a space", TB_PROVIDER_SDMX, "BP", NULL, "BP", NULL },
  { "N and A would be nonsense", TB_PROVIDER_SDMX, "NA", NULL, "", "NA" },
  { "no letter", TB_PROVIDER_SDMX, "X", NULL, "", "X" },
  { "no letter", TB_PROVIDER_SDMX, "_Z", "Not applicable", "M", "_Z: Not applicable" },
  { "1: OECD sample", TB_PROVIDER_SDMX, "e", NULL, "E", NULL },
  { "another list in lower case", TB_PROVIDER_SDMX, "n", NULL, "", "n" },
  { "another list in lower case", TB_PROVIDER_SDMX, "q", "not available for publication", "O",
    "q: not available for publication" },

  { "ES", TB_PROVIDER_EUROSTAT, "b", NULL, "B", NULL },
  { "ES: Q does not say why", TB_PROVIDER_EUROSTAT, "c", NULL, "Q", "c: confidential" },
  { "ES", TB_PROVIDER_EUROSTAT, "d", "definition differs (see metadata)", "D", NULL },
  { "ES", TB_PROVIDER_EUROSTAT, "e", "estimated", "E", NULL },
  { "ES", TB_PROVIDER_EUROSTAT, "f", NULL, "F", NULL },
  { "ES", TB_PROVIDER_EUROSTAT, "n", NULL, "N", NULL },
  { "ES", TB_PROVIDER_EUROSTAT, "p", NULL, "P", NULL },
  { "ES: SDMX has no such letter", TB_PROVIDER_EUROSTAT, "r", NULL, "", "r: revised" },
  { "ES: E does not say whose", TB_PROVIDER_EUROSTAT, "s", "Eurostat estimate", "E", "s: Eurostat estimate" },
  { "ES", TB_PROVIDER_EUROSTAT, "u", NULL, "U", NULL },
  { "ES: M, data cannot exist", TB_PROVIDER_EUROSTAT, "z", "not applicable", "M", NULL },
  { "ES", TB_PROVIDER_EUROSTAT, ":", "not available", "O", NULL },
  { "1: combinations", TB_PROVIDER_EUROSTAT, "ep", NULL, "EP", NULL },
  { "1: combinations", TB_PROVIDER_EUROSTAT, "bdr", "break, definition differs, revised", "BD", "r: revised" },
  { "8: a flag behind ':'", TB_PROVIDER_EUROSTAT, ":c", NULL, "OQ", "c: confidential" },
  { "no flag", TB_PROVIDER_EUROSTAT, "k", NULL, "", "k" },
  { "no flag among flags", TB_PROVIDER_EUROSTAT, "bk", NULL, "", "bk" },

  { "9: a mark", TB_PROVIDER_PXWEB, "..", NULL, "O", ".." },
  { "9: a mark with its wording", TB_PROVIDER_PXWEB, "..", "Confidential", "Q", "..: Confidential" },
  { "9: a mark with its wording", TB_PROVIDER_PXWEB, ".", "Category not applicable", "M",
    ".: Category not applicable" },
  { "9: six dots", TB_PROVIDER_PXWEB, "......", NULL, "O", "......" },
  { "9: nil is no gap", TB_PROVIDER_PXWEB, "-", "Nil", "", "-: Nil" },
  { "9: ':'", TB_PROVIDER_PXWEB, ":", NULL, "O", ":" },

  { "the same everywhere", TB_PROVIDER_ANY, "e", NULL, "E", NULL },
  { "the same everywhere", TB_PROVIDER_ANY, "p", NULL, "P", NULL },
  { "the same everywhere", TB_PROVIDER_ANY, "bp", NULL, "BP", NULL },
  { "the same everywhere", TB_PROVIDER_ANY, "A", NULL, "A", NULL },
  { "annual?", TB_PROVIDER_ANY, "a", NULL, "", "a" },
  { "missing, mean, monthly?", TB_PROVIDER_ANY, "m", NULL, "", "m" },
  { "the label says it", TB_PROVIDER_ANY, "m", "missing", "M", NULL },
  { "the label says otherwise", TB_PROVIDER_ANY, "p", "purged", "", "p: purged" },
  { "a word", TB_PROVIDER_ANY, "Provisional", NULL, "P", NULL },
  { "words", TB_PROVIDER_ANY, "Estimated by the office", NULL, "E", "Estimated by the office" },
  { "words", TB_PROVIDER_ANY, "revised in May", NULL, "", "revised in May" },
  { "short words", TB_PROVIDER_ANY, "not yet out", NULL, "", "not yet out" },
  { "Chinese", TB_PROVIDER_ANY, "初步", NULL, "P", NULL },
  { "a number", TB_PROVIDER_ANY, "1", "Provisional value", "P", "1: Provisional value" },
};

static void
test_rows (void)
{
  g_autoptr (TbPool) pool = tb_pool_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize length = strlen (rows[i].text);
      g_autofree char *text = g_memdup2 (rows[i].text, length > 0 ? length : 1);
      g_autofree char *letters = NULL;
      guint32 status;
      const char *note;

      g_test_message ("%s: \"%s\" %s", rows[i].source, rows[i].text, rows[i].label != NULL ? rows[i].label : "");
      note = tb_status_text_parse (rows[i].provider, text, length, rows[i].label, pool, &status);
      letters = tb_status_to_letters (status);
      g_assert_cmpstr (letters, ==, rows[i].letters);
      g_assert_cmpstr (note, ==, rows[i].note);
    }
}

/* Nothing gets lost: what is not in the status is in the note. */
static void
test_laws (void)
{
  static const char bytes[] = "ABEPQZabcdefnprsuz:.-, ;1\303\274";
  g_autoptr (TbPool) pool = tb_pool_new ();

  for (int round = 0; round < N_ROUNDS; round++)
    {
      int length = g_test_rand_int_range (0, 40);
      g_autofree char *text = g_malloc ((gsize) MAX (length, 1));
      gboolean is_blank = TRUE;

      for (int i = 0; i < length; i++)
        {
          text[i] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];
          is_blank = is_blank && strchr (" ,;", text[i]) != NULL;
        }
      for (int provider = TB_PROVIDER_SDMX; provider <= TB_PROVIDER_ANY; provider++)
        {
          guint32 status;
          const char *note = tb_status_text_parse ((TbProvider) provider, text, (gsize) length, NULL, pool, &status);

          g_assert_cmpint (is_blank, ==, status == 0 && note == NULL);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/status-text/rows", test_rows);
  g_test_add_func ("/formats/status-text/laws", test_laws);

  return g_test_run ();
}
