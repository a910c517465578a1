/* What stands below the comparison table: why changes are refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-caption.h"

#include <glib/gi18n-lib.h>

/* More would take the room of the table; each dash tells its own reason. */
#define MAX_REASONS 3
#define MAX_NAMES 4

typedef struct
{
  char    *note;
  GString *names;
  gsize    n;
} Reason;

static void
reason_free (gpointer data)
{
  Reason *self = data;

  g_free (self->note);
  g_string_free (self->names, TRUE);
  g_free (self);
}

static Reason *
find_reason (GPtrArray *reasons,
             char      *note)
{
  Reason *reason;

  for (guint i = 0; i < reasons->len; i++)
    {
      reason = g_ptr_array_index (reasons, i);
      if (g_strcmp0 (reason->note, note) == 0)
        {
          g_free (note);
          return reason;
        }
    }
  reason = g_new0 (Reason, 1);
  reason->note = note;
  reason->names = g_string_new (NULL);
  g_ptr_array_add (reasons, reason);
  return reason;
}

static void
add_name (Reason     *reason,
          const char *name)
{
  reason->n++;
  if (reason->n > MAX_NAMES)
    return;
  if (reason->n > 1)
    /* Translators: between the names of a list */
    g_string_append (reason->names, C_("list", ", "));
  g_string_append (reason->names, name);
}

static char *
dup_names (const Reason *reason)
{
  gsize n_more = reason->n - MIN (reason->n, MAX_NAMES);

  if (n_more == 0)
    return g_strdup (reason->names->str);
  /* Translators: %s is a list of names; it goes on, but is not shown whole */
  return g_strdup_printf (ngettext ("%s and %zu more", "%s and %zu more", n_more), reason->names->str, n_more);
}

static GPtrArray *
collect (const TbComparison *comparison,
         gsize               column,
         TbLanguage          language)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func (reason_free);

  for (gsize row = 0; row < tb_comparison_get_n_rows (comparison); row++)
    {
      g_autofree char *name = NULL;

      if (tb_comparison_get_verdict (comparison, row, column).kind != TB_VERDICT_INVALID)
        continue;
      name = tb_comparison_dup_row_title (comparison, row, language);
      add_name (find_reason (reasons, tb_comparison_dup_cell_note (comparison, row, column, language)), name);
    }
  return reasons;
}

static char *
join (GPtrArray *reasons,
      gsize      n_rows)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (reasons->len, MAX_REASONS); i++)
    {
      const Reason *reason = g_ptr_array_index (reasons, i);
      g_autofree char *names = dup_names (reason);

      if (i > 0)
        g_string_append_c (text, '\n');
      if (reason->n == n_rows)
        g_string_append (text, reason->note);
      else
        /* Translators: names of indicators, and why they are not compared */
        g_string_append_printf (text, _("%s: %s"), names, reason->note);
    }
  if (reasons->len > MAX_REASONS)
    {
      g_string_append_c (text, '\n');
      g_string_append (text, _("Point at a dash to read the other reasons."));
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tb_comparison_caption_dup:
 * @comparison: what the table shows
 * @language: of the table
 *
 * Says why changes are refused, rows with one reason together.
 *
 * Returns: (transfer full) (nullable): lines of text; %NULL where nothing is refused
 */
char *
tb_comparison_caption_dup (const TbComparison *comparison,
                           TbLanguage          language)
{
  g_autoptr (GPtrArray) reasons = NULL;

  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison) && reasons == NULL; i++)
    if (tb_comparison_get_column (comparison, i)->kind == TB_COLUMN_ABSOLUTE)
      reasons = collect (comparison, i, language);
  if (reasons == NULL || reasons->len == 0)
    return NULL;
  return join (reasons, tb_comparison_get_n_rows (comparison));
}
