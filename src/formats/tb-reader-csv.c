/* Reads separated values: long and wide tables, and charts' figures of Our World in Data.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-csv-table.h"
#include "tb-reader-csv-metadata.h"

/* Records by which a table is told from prose with commas. */
#define LOOKED_RECORDS 50

static gboolean
begins_with (const TbReaderInput *input,
             char                 wanted)
{
  for (gsize i = 0; i < input->length; i++)
    {
      if (!g_ascii_isspace (input->text[i]))
        return input->text[i] == wanted;
    }

  return FALSE;
}

/* At least two records, most of which have several fields. */
static gboolean
sniff (const TbReaderInput *input)
{
  g_auto (TbSeparated) records = { 0 };
  TbSeparatedDialect dialect;
  guint n = 0, n_parted = 0;

  if (begins_with (input, '<') || !tb_separated_sniff (input->text, input->length, &dialect))
    return FALSE;

  tb_separated_init (&records, input->text, input->length, &dialect);
  while (n < LOOKED_RECORDS && tb_separated_next (&records))
    {
      n++;
      n_parted += records.n_fields > 1;
    }

  return n_parted >= 2 && n_parted * 2 >= n;
}

static void
describe (gpointer  user_data,
          TbTable  *table)
{
  tb_csv_metadata_take (user_data, table);
}

static TbDataset *
read_csv (const TbReaderInput *input)
{
  TbReaderInput copy = *input;
  const TbCsvTableOptions options = { .describe = describe, .user_data = &copy };

  return tb_csv_table_read (input, &options);
}

const TbReader tb_reader_csv = { "csv", FALSE, sniff, read_csv };
