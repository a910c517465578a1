/* The footnotes, status marks and sources of a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-export-table-private.h"

#include "tb-known.h"

struct _TbTableNotes
{
  const TbComparison *comparison;
  TbLanguage          language;
  GPtrArray          *texts;      /* distinct notes, in order of the cells */
  GHashTable         *numbers;    /* note → its number */
  GHashTable         *cells;      /* cell → number of its note */
  GPtrArray          *sources;    /* TbSource, distinct, in order of the cells */
  GHashTable         *seen;       /* the same, as a set */
  guint32             status;     /* all that occur */
};

static gpointer
get_cell_key (const TbTableNotes *self,
              gsize               row,
              gsize               column)
{
  return GSIZE_TO_POINTER (row * tb_comparison_get_n_columns (self->comparison) + column + 1);
}

static void
take_note (TbTableNotes *self,
           gsize         row,
           gsize         column)
{
  g_autofree char *note = tb_comparison_dup_cell_note (self->comparison, row, column, self->language);
  guint number;

  if (note == NULL || *note == '\0')
    return;

  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, note));
  if (number == 0)
    {
      number = self->texts->len + 1;
      g_ptr_array_add (self->texts, g_strdup (note));
      g_hash_table_insert (self->numbers, g_steal_pointer (&note), GUINT_TO_POINTER (number));
    }
  g_hash_table_insert (self->cells, get_cell_key (self, row, column), GUINT_TO_POINTER (number));
}

/* The figure that a cell shows: of a period, or what a target is measured by. */
static gboolean
get_observation (const TbTableNotes *self,
                 gsize               row,
                 gsize               column,
                 TbObservation      *out_observation)
{
  gssize figure = tb_comparison_get_figure (self->comparison, row, column);
  TbFigure target, actual;

  if (figure >= 0)
    {
      tb_series_get (tb_comparison_get_series (self->comparison, row), (gsize) figure, out_observation);
      return TRUE;
    }
  if (tb_comparison_get_column (self->comparison, column)->kind != TB_COLUMN_ACTUAL
      || !tb_comparison_get_target (self->comparison, row, &target, &actual) || actual.series == NULL)
    return FALSE;
  tb_series_get (actual.series, actual.row, out_observation);

  return TRUE;
}

static void
take_source (TbTableNotes   *self,
             const TbSource *source)
{
  if (source != NULL && g_hash_table_add (self->seen, (gpointer) source))
    g_ptr_array_add (self->sources, (gpointer) source);
}

static void
take_figure (TbTableNotes *self,
             gsize         row,
             gsize         column)
{
  TbObservation o;

  if (!get_observation (self, row, column, &o))
    return;

  self->status |= o.status;
  take_source (self, o.source);
}

/* A figure that several sources confirm has them all; one in conflict is told
 * with its source in the note. */
static void
take_confirmations (TbTableNotes *self,
                    gsize         row)
{
  const TbSeries *series = tb_comparison_get_series (self->comparison, row);
  TbDay known = tb_selection_get_known (tb_comparison_get_selection (self->comparison));

  for (gssize i = tb_series_find_related (series, 0); i >= 0; i = tb_series_find_related (series, (gsize) i + 1))
    {
      TbObservation o;

      tb_series_get (series, (gsize) i, &o);
      if (known != 0 && tb_known_get_day (&o) > known)
        continue;
      if (o.confirms && tb_comparison_has_figure (self->comparison, row, o.period, o.kind))
        take_source (self, o.source);
    }
}

TbTableNotes *
tb_table_notes_new (const TbComparison *comparison,
                    TbLanguage          language)
{
  TbTableNotes *self = g_new0 (TbTableNotes, 1);
  gsize n_rows = tb_comparison_get_n_rows (comparison);
  gsize n_columns = tb_comparison_get_n_columns (comparison);

  self->comparison = comparison;
  self->language = language;
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cells = g_hash_table_new (NULL, NULL);
  self->sources = g_ptr_array_new ();
  self->seen = g_hash_table_new (NULL, NULL);

  for (gsize row = 0; row < n_rows; row++)
    {
      for (gsize column = 0; column < n_columns; column++)
        {
          take_note (self, row, column);
          take_figure (self, row, column);
        }
      take_confirmations (self, row);
    }

  return self;
}

void
tb_table_notes_free (TbTableNotes *self)
{
  g_ptr_array_unref (self->texts);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->cells);
  g_ptr_array_unref (self->sources);
  g_hash_table_unref (self->seen);
  g_free (self);
}

guint
tb_table_notes_find (const TbTableNotes *self,
                     gsize               row,
                     gsize               column)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->cells, get_cell_key (self, row, column)));
}

guint
tb_table_notes_get_n (const TbTableNotes *self)
{
  return self->texts->len;
}

const char *
tb_table_notes_get_text (const TbTableNotes *self,
                         guint               note)
{
  return g_ptr_array_index (self->texts, note - 1);
}

char *
tb_table_notes_dup_mark (guint note)
{
  g_autoptr (GString) mark = g_string_new (NULL);

  for (; note > 0; note = (note - 1) / 26)
    g_string_prepend_c (mark, (char) ('a' + (note - 1) % 26));

  return g_string_free_and_steal (g_steal_pointer (&mark));
}

char *
tb_table_notes_dup_status (const TbTableNotes *self,
                           gsize               row,
                           gsize               column)
{
  g_autofree char *letters = NULL;
  TbObservation o;

  if (!get_observation (self, row, column, &o))
    return NULL;
  letters = tb_status_to_letters (o.status);

  return *letters != '\0' ? g_steal_pointer (&letters) : NULL;
}

char *
tb_table_notes_dup_legend (const TbTableNotes *self)
{
  static const TbPhrase separators = { { "; ", "；" } };
  g_autofree char *letters = tb_status_to_letters (self->status);
  g_autoptr (GString) legend = g_string_new (NULL);

  for (const char *p = letters; *p != '\0'; p++)
    g_string_append_printf (legend, "%s%c %s", legend->len > 0 ? separators.in[self->language] : "", *p,
                            tb_status_word (*p, self->language));

  return legend->len > 0 ? g_string_free_and_steal (g_steal_pointer (&legend)) : NULL;
}

char *
tb_table_notes_dup_no_total (const TbTableNotes *self)
{
  return tb_comparison_dup_no_total (self->comparison, self->language);
}

static void
append_source (GString        *text,
               const TbSource *source,
               TbLanguage      language)
{
  static const TbPhrase commas = { { ", ", "，" } };
  g_autofree char *publisher = tb_text_dup_marked (&source->publisher, language);
  g_autofree char *title = tb_text_dup_marked (&source->title, language);
  g_autofree char *date = source->published == 0 ? NULL : tb_day_label (source->published, language);
  const char *parts[] = { publisher, title, date };
  gboolean first = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] == NULL || *parts[i] == '\0')
        continue;
      g_string_append_printf (text, "%s%s", first ? "" : commas.in[language], parts[i]);
      first = FALSE;
    }
}

char *
tb_table_notes_dup_source (const TbTableNotes *self)
{
  static const TbPhrase heads = { { "Source: ", "资料来源：" } };
  static const TbPhrase separators = { { "; ", "；" } };
  g_autoptr (GString) text = g_string_new (heads.in[self->language]);

  for (guint i = 0; i < self->sources->len; i++)
    {
      if (i > 0)
        g_string_append (text, separators.in[self->language]);
      append_source (text, g_ptr_array_index (self->sources, i), self->language);
    }

  return self->sources->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}
