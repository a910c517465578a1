/* How long reading and writing a million observations takes, beside parsing their JSON alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-cursor.h"
#include "tb-reader.h"
#include "tb-writer.h"

#include <string.h>

#define N_SERIES 5000
#define N_PERIODS 200
#define N_RUNS 7

/* Series of months, 20 MB. */
static GBytes *
make_series_form (void)
{
  GString *text = g_string_new ("{\"tongbi\":\"dataset/1\",\"title\":\"Bench\",\"units\":{\"u\":{\"kind\":\"count\"}},"
                                "\"indicators\":[{\"id\":\"i\",\"name\":\"I\",\"unit\":\"u\",\"measure\":\"flow\"}],"
                                "\"series\":[");

  for (int s = 0; s < N_SERIES; s++)
    {
      g_string_append_printf (text, "%s{\"indicator\":\"i\",\"breakdown\":{\"b\":\"%d\"},\"observations\":[",
                              s > 0 ? "," : "", s);
      for (int m = 0; m < N_PERIODS; m++)
        {
          int value = (int) ((s * 7919ll + m * 104729ll) % 1000000);

          g_string_append_printf (text, "%s[\"%d-%02d\",%d.%02d]", m > 0 ? "," : "", 2000 + m / 12, m % 12 + 1,
                                  value / 100, value % 100);
        }
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");

  return g_string_free_to_bytes (text);
}

static double
take_parse_ms (GBytes *bytes)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TbProblems) problems = tb_problems_new ("bench");
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (TbJsonDocument) document = tb_json_document_new (text, length, 0, problems);

  g_assert_nonnull (document);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
take_read_ms (GBytes     *bytes,
              TbDataset **out_dataset)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TbProblems) problems = tb_problems_new ("bench");

  g_clear_pointer (out_dataset, tb_dataset_unref);
  *out_dataset = tb_reader_read_bytes (bytes, NULL, problems, NULL, NULL, NULL, NULL);
  g_assert_nonnull (*out_dataset);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
take_write_ms (TbDataset *dataset)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GBytes) written = tb_writer_to_json (dataset);

  return (double) (g_get_monotonic_time () - start) / 1000;
}

int
main (void)
{
  g_autoptr (GBytes) bytes = make_series_form ();
  g_autoptr (TbDataset) dataset = NULL;
  double parse_ms = G_MAXDOUBLE, read_ms = G_MAXDOUBLE, write_ms = G_MAXDOUBLE;

  for (int i = 0; i < N_RUNS; i++)
    {
      parse_ms = MIN (parse_ms, take_parse_ms (bytes));
      read_ms = MIN (read_ms, take_read_ms (bytes, &dataset));
      write_ms = MIN (write_ms, take_write_ms (dataset));
    }

  g_print ("1,000,000 observations in series form, %.1f MB\n", (double) g_bytes_get_size (bytes) / 1e6);
  g_print ("parse   %7.1f ms\n", parse_ms);
  g_print ("read    %7.1f ms  %.2f of parsing\n", read_ms, read_ms / parse_ms);
  g_print ("write   %7.1f ms\n", write_ms);

  return 0;
}
