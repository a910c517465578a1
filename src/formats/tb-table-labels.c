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
      gboolean is_code, is_label;
      gsize length = tb_column_role_measure_stem (words[i], &is_code, &is_label);

      if (g_strv_contains (code_words, words[i]))
        is_code = TRUE;
      else if (g_strv_contains (label_words, words[i]))
        is_label = TRUE;
      else
        g_string_append_len (stem, words[i], (gssize) length);
      out_name->is_code |= is_code;
      out_name->is_label |= is_label;
    }
  out_name->stem = g_string_free (stem, FALSE);
}

/* Names of columns that belong together stand near each other: the work grows with the columns, not with
 * their square. */
#define LARGEST_DISTANCE 8

static gboolean
tells_apart (const TbTableColumn *self)
{
  switch (self->role)
    {
    case TB_COLUMN_ROLE_PLACE:
    case TB_COLUMN_ROLE_INDICATOR:
    case TB_COLUMN_ROLE_UNIT:
    case TB_COLUMN_ROLE_BREAKDOWN:
      return TRUE;
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

static gboolean
is_key (const TbTableColumn *self)
{
  return tells_apart (self) && !self->is_said;
}

/* Codes have capitals throughout where wordings have none: "MEASURE" and "Measure" of OECD.Stat. */
static gboolean
is_in_capitals (const char *name)
{
  gboolean has_capitals = FALSE;

  for (const char *p = name; *p != '\0'; p++)
    {
      if (!g_ascii_isupper (*p) && !g_ascii_isdigit (*p) && *p != '_')
        return FALSE;
      has_capitals |= g_ascii_isupper (*p);
    }

  return has_capitals;
}

/* "TRANSACT" and "Transaction", "LOCATION" and "Country": the wording is in the next column. */
static gboolean
is_code_of_next (const TbTableColumn *self,
                 const TbTableColumn *next)
{
  const gboolean is_same = self->by_name == next->by_name
                           && (self->by_name == TB_COLUMN_ROLE_PLACE || self->by_name == TB_COLUMN_ROLE_INDICATOR);

  return is_in_capitals (self->name) && !is_in_capitals (next->name)
         && (is_same || g_ascii_strncasecmp (self->name, next->name, strlen (self->name)) == 0);
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

  if (b - a == 1 && is_code_of_next (tb_table_column (self, a), tb_table_column (self, b)))
    {
      join_pair (self, a, b);
      return;
    }
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

/* "Flag Codes" and "Flags": what the office calls its codes. */
static gboolean
are_codes_of_status (const TbTableColumn *self,
                     const TbTableColumn *next)
{
  Name first, second;
  gsize n;
  gboolean are_alike;

  split_name (self->name, &first);
  split_name (next->name, &second);
  n = strlen (first.stem);
  are_alike = first.is_code && !second.is_code && n > 0 && strncmp (first.stem, second.stem, n) == 0
              && (second.stem[n] == '\0' || g_str_equal (second.stem + n, "s"));
  g_free (first.stem);
  g_free (second.stem);

  return are_alike;
}

static void
find_status_labels (TbTable *self)
{
  for (guint i = 0; i + 1 < self->columns->len; i++)
    {
      TbTableColumn *codes = tb_table_column (self, i);
      TbTableColumn *labels = tb_table_column (self, i + 1);

      if (codes->role != TB_COLUMN_ROLE_STATUS || labels->role != TB_COLUMN_ROLE_STATUS || codes->is_said
          || labels->is_said || !are_codes_of_status (codes, labels) || !determines (self, codes, labels, TRUE)
          || !determines (self, labels, codes, TRUE))
        continue;
      codes->label = i + 1;
      labels->role = TB_COLUMN_ROLE_LABEL;
      labels->owner = i;
    }
}

static gboolean
are_called_as_pair (const TbTable *self,
                    guint          code,
                    guint          label)
{
  const TbTableColumn *codes = tb_table_column (self, code);
  const TbTableColumn *labels = tb_table_column (self, label);
  Name first, second;
  gboolean are_alike;

  if (label == code + 1 && (is_code_of_next (codes, labels) || are_codes_of_status (codes, labels)))
    return TRUE;

  split_name (codes->name, &first);
  split_name (labels->name, &second);
  are_alike = are_called_alike (&first, &second, label == code + 1 || code == label + 1);
  g_free (first.stem);
  g_free (second.stem);
  return are_alike;
}

static gboolean
may_word (const TbTable *self,
          guint          code,
          guint          label)
{
  const TbTableColumn *codes = tb_table_column (self, code);
  const TbTableColumn *labels = tb_table_column (self, label);

  return (tells_apart (codes) || codes->role == TB_COLUMN_ROLE_STATUS) && codes->label == TB_TABLE_NONE
         && determines (self, codes, labels, TRUE) && determines (self, labels, codes, TRUE);
}

/* Of the nearest column that is called so, else of the one before it. */
static void
take_said_label (TbTable *self,
                 guint    label)
{
  guint code = TB_TABLE_NONE;

  for (guint d = 1; d <= LARGEST_DISTANCE && code == TB_TABLE_NONE; d++)
    {
      if (d <= label && are_called_as_pair (self, label - d, label) && may_word (self, label - d, label))
        code = label - d;
      else if (label + d < self->columns->len && are_called_as_pair (self, label + d, label)
               && may_word (self, label + d, label))
        code = label + d;
    }
  if (code == TB_TABLE_NONE && label > 0 && may_word (self, label - 1, label))
    code = label - 1;
  if (code == TB_TABLE_NONE)
    return;

  tb_table_column (self, code)->label = label;
  tb_table_column (self, label)->owner = code;
}

/* Finds columns that are the wordings of others' codes: called alike, and one-to-one. */
void
tb_table_find_labels (TbTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (tb_table_column (self, i)->is_said && tb_table_column (self, i)->role == TB_COLUMN_ROLE_LABEL)
        take_said_label (self, i);
    }
  find_status_labels (self);
  for (guint a = 0; a < self->columns->len; a++)
    {
      for (guint b = a + 1; b < self->columns->len && b <= a + LARGEST_DISTANCE; b++)
        if (is_key (tb_table_column (self, a)) && is_key (tb_table_column (self, b))
            && tb_table_column (self, a)->label == TB_TABLE_NONE)
          look_at_pair (self, a, b);
    }
}
