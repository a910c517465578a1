/* A second and a third line of names below the header of separated values.
 *
 * A spreadsheet's merged cell is the first of its columns and nothing in the others:
 *
 *     Region,GDP,,Population,
 *     ,2020,2021,2020,2021
 *
 * Or the line below the names has the units. Yearbooks have both: a line of units below the two, or
 * three lines of names, which are taken for two, the upper two together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-csv-table.h"
#include "tb-unit-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
dup_field (const TbSeparated *records,
           gsize              i)
{
  g_autofree char *text = NULL;

  if (i >= records->n_fields)
    return g_strdup ("");

  text = g_strndup (records->fields[i].text, records->fields[i].length);
  return g_strdup (g_strstrip (text));
}

static gboolean
is_unit (const char *text)
{
  g_autofree char *name = g_strdup_printf ("x (%s)", text);
  gsize stem;
  g_autofree char *unit = tb_unit_text_dup_bracketed (name, &stem);

  return unit != NULL;
}

/* Whether the record fills gaps that merged cells leave in @names, and holds no figures. */
static gboolean
fills_gaps (const TbSeparated *records,
            const char *const *names,
            gsize              n)
{
  gsize n_gaps = 0, n_keys = 0;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *text = dup_field (records, i);
      gsize length;

      if (*names[i] == '\0' && *text == '\0')
        return FALSE;
      n_gaps += *names[i] == '\0';
      n_keys += *text == '\0';
      if (*text != '\0' && g_ascii_isdigit (*text) && !tb_table_is_period_name (text, &length))
        return FALSE;
    }

  return n_gaps > 0 && n_keys > 0 && *names[0] != '\0';
}

static gboolean
holds_units (const TbSeparated *records,
             const char *const *names,
             gsize              n)
{
  gsize n_units = 0;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *text = dup_field (records, i);

      if (*names[i] == '\0' || (*text == '\0' && i > 0))
        return FALSE;
      if (*text == '\0' || (i == 0 && (g_str_equal (text, "单位") || g_ascii_strcasecmp (text, "unit") == 0)))
        continue;
      if (!is_unit (text))
        return FALSE;
      n_units++;
    }

  return n_units > 0 && n_units + 1 >= n;
}

/* A record as names; NULL: it is longer than the header, or there is none. */
static GPtrArray *
read_names (TbSeparated *records,
            gsize        n)
{
  GPtrArray *names;

  if (!tb_separated_next (records) || records->n_fields > n)
    return NULL;

  names = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (names, dup_field (records, i));
  return names;
}

/* Of a third line: a unit below each name of the second, and nothing, or a word for units, below the others. */
static gboolean
are_units_below (const GPtrArray *second,
                 const GPtrArray *third)
{
  gsize n_units = 0;

  for (guint i = 0; i < second->len; i++)
    {
      const char *text = third->pdata[i];
      const gboolean is_word = g_str_equal (text, "单位") || g_ascii_strcasecmp (text, "unit") == 0;

      if (*(const char *) second->pdata[i] == '\0' ? *text != '\0' && !is_word : !is_unit (text))
        return FALSE;
      n_units += *(const char *) second->pdata[i] != '\0';
    }

  return n_units > 0;
}

static gboolean
may_name (const char *text)
{
  gsize length;

  return !g_ascii_isdigit (*text) || tb_table_is_period_name (text, &length);
}

/* Of three lines of names: the lowest is full but for the columns that only the first one names, and the
 * first two have gaps. */
static gboolean
are_names_below (const char *const *header,
                 const GPtrArray   *second,
                 const GPtrArray   *third)
{
  gsize n_gaps = 0, n_second = 0, n_keys = 0;

  for (guint i = 0; i < third->len; i++)
    {
      const char *middle = second->pdata[i];
      const char *text = third->pdata[i];

      if (*text == '\0' && (*middle != '\0' || *header[i] == '\0'))
        return FALSE;
      if (!may_name (middle) || !may_name (text))
        return FALSE;
      n_keys += *text == '\0';
      n_second += *middle != '\0';
      n_gaps += *text != '\0' && *middle == '\0';
    }

  return *header[0] != '\0' && *(const char *) third->pdata[0] == '\0' && n_keys > 0 && n_second > 0 && n_gaps > 0;
}

static char *
dup_both (const char *upper,
          const char *lower)
{
  return *upper != '\0' && *lower != '\0' ? g_strdup_printf ("%s, %s", upper, lower)
                                          : g_strdup (*upper != '\0' ? upper : lower);
}

/* What the three lines name a column; one of them may be a period. */
static void
add_of_three (TbTable    *table,
              const char *first,
              const char *second,
              const char *third)
{
  const gboolean is_middle = tb_table_is_period_name (second, &(gsize) { 0 });
  g_autofree char *upper = is_middle ? g_strdup (second)
                           : tb_table_is_period_name (first, &(gsize) { 0 }) ? g_strdup (first)
                                                                             : dup_both (first, second);
  g_autofree char *lower = is_middle ? dup_both (first, third)
                           : tb_table_is_period_name (first, &(gsize) { 0 }) ? dup_both (second, third)
                                                                             : g_strdup (third);

  tb_table_add_grouped (table, upper, lower);
}

static void
add_columns_of_three (TbTable           *table,
                      const char *const *header,
                      const GPtrArray   *second,
                      const GPtrArray   *third,
                      gboolean           has_units)
{
  const char *group = "", *middle = "";

  for (guint i = 0; i < third->len; i++)
    {
      const char *below = third->pdata[i];
      g_autofree char *with_unit = NULL;

      /* A name in the first line begins anew what the second one parts. */
      middle = *header[i] != '\0' ? "" : middle;
      middle = *(const char *) second->pdata[i] != '\0' ? second->pdata[i] : middle;
      group = *header[i] != '\0' ? header[i] : group;
      with_unit = has_units ? g_strdup_printf ("%s (%s)", group, below) : NULL;
      if (*below == '\0' || (has_units && *(const char *) second->pdata[i] == '\0'))
        tb_table_add_column (table, header[i], strlen (header[i]));
      else if (has_units)
        tb_table_add_grouped (table, with_unit, middle);
      else
        add_of_three (table, group, middle, below);
    }
}

/* FALSE: there are no three lines; @records is where it was. */
static gboolean
take_three (TbSeparated       *records,
            TbTable           *table,
            const char *const *header,
            gsize              n,
            TbProblems        *problems)
{
  const TbSeparatedMark begin = tb_separated_get_mark (records);
  g_autoptr (GPtrArray) second = n > 1 ? read_names (records, n) : NULL;
  const gboolean fills = second != NULL && fills_gaps (records, header, n);
  g_autoptr (GPtrArray) third = second != NULL ? read_names (records, n) : NULL;
  const gboolean has_units = fills && third != NULL && are_units_below (second, third);

  if (third == NULL || (!has_units && (fills || !are_names_below (header, second, third))))
    {
      tb_separated_go_to (records, begin);
      return FALSE;
    }

  tb_problems_add (problems, TB_SEVERITY_WARNING, records->line, 1, "",
                   _("the columns are named in three lines, of which this is the third; a name in the others also "
                     "holds for the columns without one that follow it"));
  add_columns_of_three (table, header, second, third, has_units);
  return TRUE;
}

/**
 * tb_csv_table_take_second:
 * @records: behind the header; moved behind the second or third line of names where there is one
 * @table: to which the columns are added where there is one
 * @header: (array length=n): names in the header, "" for none
 * @n: how many
 * @problems: where it is told that names hold for the columns behind them too
 *
 * Thread: that of @table.
 *
 * Returns: whether the columns were added
 */
gboolean
tb_csv_table_take_second (TbSeparated       *records,
                          TbTable           *table,
                          const char *const *header,
                          gsize              n,
                          TbProblems        *problems)
{
  const TbSeparatedMark begin = tb_separated_get_mark (records);
  const char *group = "";
  gboolean has_next;

  if (take_three (records, table, header, n, problems))
    return TRUE;

  has_next = n > 1 && tb_separated_next (records) && records->n_fields <= n;
  if (!has_next || !(fills_gaps (records, header, n) || holds_units (records, header, n)))
    {
      tb_separated_go_to (records, begin);
      return FALSE;
    }

  if (fills_gaps (records, header, n))
    tb_problems_add (problems, TB_SEVERITY_WARNING, records->line, 1, "",
                     _("the columns are named in two lines, of which this is the second; a name in the first also "
                       "holds for the columns without one that follow it"));
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *text = dup_field (records, i);
      g_autofree char *unit = *header[i] != '\0' && is_unit (text) ? g_strdup_printf ("%s (%s)", header[i], text)
                                                                   : NULL;

      group = *header[i] != '\0' ? header[i] : group;
      if (*text == '\0' || (i == 0 && *header[0] != '\0'))
        tb_table_add_column (table, header[i], strlen (header[i]));
      else if (unit != NULL && i + 1 < n && *header[i + 1] != '\0')
        tb_table_add_column (table, unit, strlen (unit));
      else if (unit != NULL && i + 1 == n)
        tb_table_add_column (table, unit, strlen (unit));
      else
        tb_table_add_grouped (table, group, text);
    }

  return TRUE;
}
