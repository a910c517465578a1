/* Which columns of a table are the codes and the wordings of the same thing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const code_words[] = { "code", "codes", "id", "iso", "iso2", "iso3", "iso2c", "iso3c", "key",
                                          "schlüssel", "código", "codigo", "clave", NULL };
static const char *const label_words[] = { "name", "names", "label", "labels", "text", "title", "description", "desc",
                                           "bezeichnung", "nom", "libellé", "libelle", "nombre", NULL };

/* What a name tells: its words without those that say that it is a code or a name. */
typedef struct
{
  char     *stem;
  gboolean  is_code;
  gboolean  is_label;
} Name;

static void
split_name (const char *name,
            Name       *out_name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " _-.:/()", -1);
  GString *stem = g_string_new (NULL);

  *out_name = (Name) { 0 };
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_strv_contains (code_words, words[i]))
        out_name->is_code = TRUE;
      else if (g_strv_contains (label_words, words[i]))
        out_name->is_label = TRUE;
      else
        g_string_append (stem, words[i]);
    }
  out_name->stem = g_string_free (stem, FALSE);
}

static gboolean
is_key (const TbTableColumn *self)
{
  switch (self->role)
    {
    case TB_COLUMN_ROLE_PLACE:
    case TB_COLUMN_ROLE_INDICATOR:
    case TB_COLUMN_ROLE_UNIT:
    case TB_COLUMN_ROLE_BREAKDOWN:
      return !self->is_said;
    case TB_COLUMN_ROLE_UNSAID:
    case TB_COLUMN_ROLE_PERIOD:
    case TB_COLUMN_ROLE_TITLE:
    case TB_COLUMN_ROLE_VALUE:
    case TB_COLUMN_ROLE_STATUS:
    case TB_COLUMN_ROLE_NOTE:
    case TB_COLUMN_ROLE_LABEL:
    case TB_COLUMN_ROLE_IGNORED:
      break;
    }

  return FALSE;
}

/* "Country Name" and "Country Code"; "geo" and "geo_label"; "Entity" and "Code" beside it. */
static gboolean
are_called_alike (const Name *a,
                  const Name *b,
                  gboolean    are_neighbours)
{
  const gboolean says_so = a->is_code || b->is_code || a->is_label || b->is_label;

  if (g_str_equal (a->stem, b->stem))
    return says_so && *a->stem != '\0';

  return are_neighbours && (*a->stem == '\0' || *b->stem == '\0') && says_so;
}

static const char *
get_cell (const TbTableColumn *self,
          guint                row)
{
  guint32 place = g_array_index (self->seen, guint32, row);

  return place < self->values->len ? tb_table_value (self, place)->text : "";
}

/* Whether each different cell of @from has one cell of @to beside it. Where
 * @empty_too, nothing is a cell like others; otherwise it is passed over. */
static gboolean
determines (const TbTable       *table,
            const TbTableColumn *from,
            const TbTableColumn *to,
            gboolean             empty_too)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = 0; row < table->n_looked; row++)
    {
      const char *a = get_cell (from, row);
      const char *b = get_cell (to, row);
      const char *known = g_hash_table_lookup (found, a);

      if (*a == '\0' || (*b == '\0' && !empty_too))
        continue;
      if (known != NULL && !g_str_equal (known, b))
        return FALSE;
      g_hash_table_insert (found, (gpointer) a, (gpointer) b);
    }

  return TRUE;
}

static double
get_mean_length (const TbTableColumn *self)
{
  gsize total = 0;

  for (guint i = 0; i < self->values->len; i++)
    total += strlen (tb_table_value (self, i)->text);

  return (double) total / MAX (self->values->len, 1);
}

/* Codes that are there for some of the rows of a name only cannot stand for it.
 * Where names have no code at all (regions, groups), the name stands for itself. */
static void
join_pair (TbTable *self,
           guint    code,
           guint    label)
{
  TbTableColumn *codes = tb_table_column (self, code);
  TbTableColumn *labels = tb_table_column (self, label);

  if (!determines (self, codes, labels, TRUE) || !determines (self, labels, codes, FALSE))
    return;
  if (determines (self, labels, codes, TRUE))
    {
      codes->label = label;
      labels->owner = code;
      labels->role = TB_COLUMN_ROLE_LABEL;
      if (codes->role == TB_COLUMN_ROLE_BREAKDOWN)
        codes->role = labels->by_name == TB_COLUMN_ROLE_PLACE || labels->by_name == TB_COLUMN_ROLE_INDICATOR
                        ? labels->by_name : codes->role;
      return;
    }

  codes->role = TB_COLUMN_ROLE_IGNORED;
  codes->in_doubt = TRUE;
  if (labels->role == TB_COLUMN_ROLE_BREAKDOWN && codes->by_name == TB_COLUMN_ROLE_PLACE)
    labels->role = TB_COLUMN_ROLE_PLACE;
  tb_problems_add (self->input->problems, TB_SEVERITY_WARNING, 0, 0, "",
                   _("the column “%s” is empty in some rows of a “%s” that has a code in others; "
                     "the codes are left out"),
                   codes->name, labels->name);
}

static void
look_at_pair (TbTable *self,
              guint    a,
              guint    b)
{
  Name first, second;
  gboolean is_first_code;

  split_name (tb_table_column (self, a)->name, &first);
  split_name (tb_table_column (self, b)->name, &second);
  is_first_code = first.is_code || second.is_label;
  if (is_first_code == (second.is_code || first.is_label))
    is_first_code = get_mean_length (tb_table_column (self, a)) <= get_mean_length (tb_table_column (self, b));
  if (are_called_alike (&first, &second, b - a == 1))
    join_pair (self, is_first_code ? a : b, is_first_code ? b : a);
  g_free (first.stem);
  g_free (second.stem);
}

/* Finds columns that are the wordings of others' codes: called alike, and one-to-one. */
void
tb_table_find_labels (TbTable *self)
{
  for (guint a = 0; a < self->columns->len; a++)
    {
      /* Pairs stand near each other: the work grows with the columns, not with their square. */
      for (guint b = a + 1; b < self->columns->len && b <= a + 8; b++)
        if (is_key (tb_table_column (self, a)) && is_key (tb_table_column (self, b))
            && tb_table_column (self, a)->label == TB_TABLE_NONE)
          look_at_pair (self, a, b);
    }
}
