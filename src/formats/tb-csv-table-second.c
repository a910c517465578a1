/* A second line of names below the header of separated values.
 *
 * A spreadsheet's merged cell is the first of its columns and nothing in the others:
 *
 *     Region,GDP,,Population,
 *     ,2020,2021,2020,2021
 *
 * Or the line below the names has the units.
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

/**
 * tb_csv_table_take_second:
 * @records: behind the header; moved behind the second line of names where there is one
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
  const gboolean has_next = n > 1 && tb_separated_next (records) && records->n_fields <= n;
  const char *group = "";

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
      g_autofree char *unit = *header[i] != '\0' && is_unit (text) ? g_strdup_printf ("%s (%s)", header[i], text) : NULL;

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
