/* Where the columns of separated values are named.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-csv-table.h"

#include <string.h>

/* Records that are looked at. */
#define LOOKED_RECORDS 200

typedef enum
{
  CELL_EMPTY,
  CELL_WORDS,
  CELL_YEAR,
  CELL_NUMBER,
} Sort;

static Sort
sort_field (const TbSeparatedField *field)
{
  const TbNumberStyle styles[] = { { '.', ',', NULL, FALSE, TRUE }, { ',', '.', NULL, FALSE, TRUE } };
  gsize n_digits = 0;

  if (field->length == 0)
    return CELL_EMPTY;

  while (n_digits < field->length && g_ascii_isdigit (field->text[n_digits]))
    n_digits++;
  if (n_digits == field->length && n_digits == 4 && field->text[0] != '0')
    return CELL_YEAR;

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      TbNumberText number;

      if (tb_number_text_parse (field->text, field->length, &styles[i], &number) == TB_NUMBER_GIVEN)
        return CELL_NUMBER;
    }

  return CELL_WORDS;
}

/* Columns are called by words and by years, and numbered 1, 2, 3 …; other
 * numbers are figures. */
static gboolean
may_name_columns (const TbSeparated *records)
{
  gint64 last = 0;
  gsize n_numbers = 0, n_steps = 0;

  for (gsize i = 0; i < records->n_fields; i++)
    {
      const TbSeparatedField *field = &records->fields[i];
      g_autofree char *text = NULL;
      gint64 number;

      if (sort_field (field) != CELL_NUMBER)
        continue;
      text = g_strndup (field->text, field->length);
      number = g_ascii_strtoll (text, NULL, 10);
      n_steps += n_numbers > 0 && last < G_MAXINT64 && number == last + 1;
      last = number;
      n_numbers++;
    }

  return n_numbers == 0 || (n_numbers > 1 && n_steps == n_numbers - 1);
}

static gsize
find_usual (const gsize *counts,
            gsize        n)
{
  gsize usual = 0, n_best = 0;

  for (gsize i = 0; i < n; i++)
    {
      gsize n_alike = 0;

      for (gsize k = 0; k < n; k++)
        n_alike += counts[k] == counts[i];
      if (n_alike > n_best || (n_alike == n_best && counts[i] > usual))
        {
          usual = counts[i];
          n_best = n_alike;
        }
    }

  return usual;
}

/**
 * tb_csv_table_find_header:
 * @text: (array length=length): UTF-8
 * @length: in bytes
 * @dialect: how fields are separated
 * @out_record: (out): the header's place among the records, from 0
 *
 * Records before the first one that is as long as most are about the table (the
 * World Bank's own downloads have four lines of such), if that one can be a header.
 *
 * Thread: any.
 *
 * Returns: %FALSE: there is none; the first record is one of figures
 */
gboolean
tb_csv_table_find_header (const char               *text,
                    gsize                     length,
                    const TbSeparatedDialect *dialect,
                    gsize                    *out_record)
{
  g_auto (TbSeparated) records = { 0 };
  gsize counts[LOOKED_RECORDS];
  gboolean may_name[LOOKED_RECORDS];
  gsize n = 0, usual;

  tb_separated_init (&records, text, length, dialect);
  while (n < LOOKED_RECORDS && tb_separated_next (&records))
    {
      counts[n] = records.n_fields;
      may_name[n++] = may_name_columns (&records);
    }

  *out_record = 0;
  usual = find_usual (counts, n);
  for (gsize i = 0; i < n; i++)
    {
      if (counts[i] < usual)
        continue;
      if (may_name[i])
        *out_record = i;
      break;
    }

  return n > 0 && may_name[*out_record];
}
