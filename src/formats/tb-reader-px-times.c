/* Reads the periods of a PC-Axis file: TIMEVAL("year")=TLIST(A1,"2019"-"2022"); and its long form.
 *
 * The texts of VALUES may be anything ("August 2021"); the list tells what they
 * are: the kind, and the year with the number of the period behind it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-px.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char        kind;       /* of TLIST */
  gsize       n_digits;   /* of an entry of the list */
  const char *mark;       /* between the year and the number; "-" for days */
  guint       n_a_year;   /* 0 where years may have different numbers */
} Scale;

static const Scale scales[] = {
  { 'A', 4, "", 1 },   { 'H', 5, "H", 2 },  { 'T', 5, "T", 3 }, { 'Q', 5, "Q", 4 },
  { 'M', 6, "M", 12 }, { 'W', 6, "W", 0 }, { 'D', 8, "-", 0 },
};

static const Scale *
find_scale (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      if (word[0] == scales[i].kind && (word[1] == '\0' || g_str_equal (word + 1, "1")))
        return &scales[i];
    }

  return NULL;
}

/* 200610 → 2006M10. NULL: it does not fit the kind. */
static char *
spell (const Scale *scale,
       const char  *entry)
{
  if (strlen (entry) != scale->n_digits || strspn (entry, "0123456789") != scale->n_digits)
    return NULL;
  if (scale->kind == 'D')
    return g_strdup_printf ("%.4s-%.2s-%s", entry, entry + 4, entry + 6);

  return g_strdup_printf ("%.4s%s%s", entry, scale->mark, entry + 4);
}

/* The number of periods since the year 0, or back. */
static guint
to_ordinal (const Scale *scale,
            const char  *entry)
{
  g_autofree char *year = g_strndup (entry, 4);
  guint number = entry[4] != '\0' ? (guint) g_ascii_strtoull (entry + 4, NULL, 10) : 1;

  return (guint) g_ascii_strtoull (year, NULL, 10) * scale->n_a_year + number - 1;
}

static char *
from_ordinal (const Scale *scale,
              guint        ordinal)
{
  guint year = ordinal / scale->n_a_year;
  guint number = ordinal % scale->n_a_year + 1;

  if (scale->kind == 'A')
    return g_strdup_printf ("%04u", year);
  if (scale->kind == 'M')
    return g_strdup_printf ("%04uM%02u", year, number);
  return g_strdup_printf ("%04u%s%u", year, scale->mark, number);
}

/* "2019"-"2022": all periods from the one to the other. */
static gboolean
add_range (const Scale *scale,
           const char  *first,
           const char  *last,
           guint32      n,
           GPtrArray   *times)
{
  g_autofree char *from = spell (scale, first);
  g_autofree char *to = spell (scale, last);

  if (from == NULL || to == NULL || scale->n_a_year == 0)
    return FALSE;

  for (guint i = to_ordinal (scale, first); i <= to_ordinal (scale, last) && times->len <= n; i++)
    g_ptr_array_add (times, from_ordinal (scale, i));

  return TRUE;
}

static gboolean
collect (const TbPxStatement *statement,
         const Scale         *scale,
         guint32              n,
         GPtrArray           *times)
{
  const char **entries = (const char **) statement->values->pdata;
  guint n_entries = statement->values->len;

  for (guint i = 2; i < n_entries; i++)
    {
      char *time;

      if (i + 2 < n_entries && g_str_equal (entries[i + 1], "-"))
        {
          if (!add_range (scale, entries[i], entries[i + 2], n, times))
            return FALSE;
          i += 2;
          continue;
        }
      time = spell (scale, entries[i]);
      if (time == NULL)
        return FALSE;
      g_ptr_array_add (times, time);
    }

  return times->len == n;
}

/**
 * tb_px_read_times:
 * @self: a file
 * @variable: name of one of its variables
 * @n: how many values it has
 *
 * Reads what periods the values of a variable are. A list that does not fit the
 * values is told and left out: they are read by their texts then.
 *
 * Returns: (transfer full) (nullable): a spelling each; %NULL where nothing is said
 */
char **
tb_px_read_times (TbPx       *self,
                  const char *variable,
                  guint32     n)
{
  const TbPxStatement *statement = tb_px_find (self, "TIMEVAL", variable);
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func (g_free);
  const Scale *scale;

  /* The short form without a list says the kind only. */
  if (statement == NULL || statement->values->len <= 2)
    return NULL;

  scale = g_str_equal (statement->values->pdata[0], "TLIST") ? find_scale (statement->values->pdata[1]) : NULL;
  if (scale == NULL || !collect (statement, scale, n, times))
    {
      tb_px_report (self, TB_SEVERITY_WARNING, statement->offset,
                    _("the list of periods of \"%s\" does not fit its %u values, and is left out"), variable, n);
      return NULL;
    }

  g_ptr_array_add (times, NULL);
  return (char **) g_ptr_array_steal (times, NULL);
}
