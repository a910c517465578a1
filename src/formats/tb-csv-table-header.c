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

/* One record of the beginning. */
typedef struct
{
  gsize    n_fields;
  gsize    n_given;
  gboolean may_name;
  gboolean is_words;   /* and nothing else is given */
} Record;

static void
look (const TbSeparated *records,
      Record            *out_record)
{
  *out_record = (Record) { .n_fields = records->n_fields, .may_name = may_name_columns (records), .is_words = TRUE };
  for (gsize i = 0; i < records->n_fields; i++)
    {
      const Sort sort = sort_field (&records->fields[i]);

      out_record->n_given += sort != CELL_EMPTY;
      out_record->is_words &= sort == CELL_WORDS || sort == CELL_EMPTY;
    }
}

/* Spreadsheets write lines about the table as long as its rows, with nothing in all cells
 * but one. In a table of two columns that may be a header, unless words come next. */
static gboolean
is_about_table (const Record *records,
                gsize         n,
                gsize         i)
{
  gsize next = i + 1;

  if (records[i].n_given > 1 || records[i].n_fields < 2 || !records[i].is_words)
    return FALSE;
  while (next < n && records[next].n_given <= 1)
    next++;
  if (next == n || !records[next].may_name)
    return FALSE;

  return records[i].n_fields > 2 || (records[next].is_words && records[next].n_given == 2);
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
  Record looked[LOOKED_RECORDS];
  gsize n = 0, usual;

  tb_separated_init (&records, text, length, dialect);
  while (n < LOOKED_RECORDS && tb_separated_next (&records))
    {
      look (&records, &looked[n]);
      counts[n] = looked[n].n_fields;
      n++;
    }

  *out_record = 0;
  usual = find_usual (counts, n);
  for (gsize i = 0; i < n; i++)
    {
      if (counts[i] < usual || is_about_table (looked, n, i))
        continue;
      if (looked[i].may_name)
        *out_record = i;
      break;
    }

  return n > 0 && looked[*out_record].may_name;
}
