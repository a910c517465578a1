/* How a file was read, as words and as a profile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-plan.h"

#include <glib/gi18n-lib.h>

/* Columns that are named before the rest is counted. */
#define MAX_NAMED 3

/* Breakdowns are what is left, and are not told. In the order of telling. */
static const struct
{
  TbColumnRole  role;
  const char   *clause;
} clauses[] = {
  /* Translators: these follow each other in "Read with the period from “Year”, the place from “Country”." */
  { TB_COLUMN_ROLE_PERIOD, N_("the period from %s") },
  { TB_COLUMN_ROLE_PLACE, N_("the place from %s") },
  { TB_COLUMN_ROLE_INDICATOR, N_("the indicator from %s") },
  { TB_COLUMN_ROLE_UNIT, N_("the unit from %s") },
  { TB_COLUMN_ROLE_VALUE, N_("the values from %s") },
  { TB_COLUMN_ROLE_STATUS, N_("the status from %s") },
  { TB_COLUMN_ROLE_NOTE, N_("notes from %s") },
  { TB_COLUMN_ROLE_TITLE, N_("titles from %s") },
  { TB_COLUMN_ROLE_IGNORED, N_("nothing from %s") },
};

typedef gboolean (*Match) (const TbPlanColumn *column, TbColumnRole role);

static gboolean
has_role (const TbPlanColumn *column,
          TbColumnRole        role)
{
  return column->role == role;
}

static gboolean
is_doubtful (const TbPlanColumn *column,
             TbColumnRole        role)
{
  return column->in_doubt;
}

/* The first names, and how many more there are; NULL where there are none. */
static char *
list_columns (const TbPlan *self,
              Match         matches,
              TbColumnRole  role)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (gsize i = 0; i < tb_plan_get_n_columns (self); i++)
    {
      const TbPlanColumn *column = tb_plan_get_column (self, i);

      if (!matches (column, role))
        continue;
      if (n++ >= MAX_NAMED)
        continue;
      if (names->len > 0)
        /* Translators: between names of columns */
        g_string_append (names, C_("between names", ", "));
      if (column->is_header)
        /* Translators: the line of a table that names its columns, in "the period from the header" */
        g_string_append (names, _("the header"));
      else
        /* Translators: the name of a column, in quotes */
        g_string_append_printf (names, _("“%s”"), column->name);
    }
  if (n == 0)
    return NULL;
  if (n > MAX_NAMED)
    /* Translators: behind a list of names of columns */
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", n - MAX_NAMED), n - MAX_NAMED);

  return g_strdup (names->str);
}

static char *
list_clauses (const TbPlan *self)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (clauses); i++)
    {
      g_autofree char *names = list_columns (self, has_role, clauses[i].role);

      if (names == NULL)
        continue;
      if (text->len > 0)
        /* Translators: between parts of a sentence */
        g_string_append (text, C_("between clauses", ", "));
      g_string_append_printf (text, _(clauses[i].clause), names);
    }

  return g_string_free_and_steal (text);
}

static void
append_sentence (GString    *text,
                 const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

/**
 * tb_plan_dup_text:
 * @self: a plan
 *
 * Says in a few sentences how the file was read: where the period, the place and the
 * values come from, what could be meant otherwise, and of how many indicators it is
 * not stated what kind of figures they are.
 *
 * Returns: (transfer full): the sentences, translated; "" where there is nothing to say
 */
char *
tb_plan_dup_text (const TbPlan *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *listed = list_clauses (self);
  g_autofree char *doubtful = list_columns (self, is_doubtful, TB_COLUMN_ROLE_UNSAID);
  gsize n_unstated = tb_plan_get_n_unstated (self);

  if (*listed != '\0')
    {
      g_autofree char *sentence = g_strdup_printf (_("Read with %s."), listed);

      append_sentence (text, sentence);
    }
  if (doubtful != NULL)
    {
      /* Translators: %s are names of columns */
      g_autofree char *sentence = g_strdup_printf (_("Another reading is possible of %s."), doubtful);

      append_sentence (text, sentence);
    }
  if (n_unstated > 0)
    {
      g_autofree char *sentence = g_strdup_printf (
          ngettext ("The file does not state the measure of %zu indicator.",
                    "The file does not state the measure of %zu indicators.", (gulong) n_unstated),
          n_unstated);

      append_sentence (text, sentence);
    }

  return g_string_free_and_steal (text);
}

/**
 * tb_plan_to_profile:
 * @self: a plan
 *
 * Returns: (transfer full): a profile with which such a file is read in the same way,
 *   and nothing is in doubt
 */
TbProfile *
tb_plan_to_profile (const TbPlan *self)
{
  TbProfile *profile = tb_profile_new ();

  for (gsize i = 0; i < tb_plan_get_n_columns (self); i++)
    {
      const TbPlanColumn *column = tb_plan_get_column (self, i);

      tb_profile_set_role (profile, column->name, column->role);
    }

  return profile;
}
