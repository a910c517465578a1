/* In which order the rows of a comparison table are shown, and which of them.
 *
 * Rows with no number stay last in both directions (B-5), which a sorter of GTK
 * cannot say, and ten thousand verdicts are no work for the main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-order.h"

#include "tb-indicator-search.h"

#include <math.h>
#include <string.h>

typedef struct
{
  double   number;
  char    *key;
  guint32  row;
} SortKey;

static int
compare_keys (const void *a,
              const void *b,
              void       *data)
{
  const SortKey *x = a;
  const SortKey *y = b;
  int sign = *(const gboolean *) data ? -1 : 1;
  int order = 0;

  if (x->key != NULL && y->key != NULL)
    order = sign * strcmp (x->key, y->key);
  else if (isnan (x->number) || isnan (y->number))
    order = !!isnan (x->number) - !!isnan (y->number);
  else if (x->number < y->number)
    order = -sign;
  else if (x->number > y->number)
    order = sign;
  if (order != 0)
    return order;
  return x->row < y->row ? -1 : 1;
}

/* A total goes by the name of what it is the total of. */
static char *
dup_name (const TbComparison *comparison,
          gsize               row,
          TbLanguage          language)
{
  return tb_comparison_get_total (comparison, row) != NULL
           ? tb_series_dup_name (tb_comparison_get_series (comparison, row), language, TRUE)
           : tb_comparison_dup_row_title (comparison, row, language);
}

static void
sort (TbComparisonOrder  *self,
      const TbComparison *comparison,
      int                 column,
      gboolean            descending,
      TbLanguage          language)
{
  g_autofree SortKey *keys = g_new0 (SortKey, MAX (self->n, 1));

  for (gsize i = 0; i < self->n; i++)
    {
      keys[i].row = self->rows[i];
      if (column == TB_COMPARISON_BY_NAME)
        {
          g_autofree char *title = dup_name (comparison, keys[i].row, language);

          keys[i].key = g_utf8_collate_key (title, -1);
        }
      else
        keys[i].number = tb_comparison_get_number (comparison, keys[i].row, (gsize) column);
    }
  g_sort_array (keys, self->n, sizeof (SortKey), compare_keys, &descending);
  for (gsize i = 0; i < self->n; i++)
    {
      self->rows[i] = keys[i].row;
      g_free (keys[i].key);
    }
}

/* A total stands where all that it is the total of does: below fewer rows it would not be
 * theirs. One that was published is found by its own name too. */
static gboolean
is_found (TbIndicatorSearch  *search,
          const TbComparison *comparison,
          gsize               row,
          gboolean            misses_part)
{
  if (tb_comparison_get_total (comparison, row) != NULL && !misses_part)
    return TRUE;
  return !tb_comparison_is_computed (comparison, row)
         && tb_indicator_search_matches_series (search, tb_comparison_get_series (comparison, row));
}

/* The rows are in the order of the table: parts stand before their total. */
static void
keep_found (TbComparisonOrder  *self,
            const TbComparison *comparison,
            const char         *words)
{
  TbIndicatorSearch *search = tb_indicator_search_new ();
  g_autofree gboolean *misses_part = g_new0 (gboolean, MAX (self->n, 1));
  gsize n_all = self->n;

  self->n = 0;
  tb_indicator_search_set_words (search, words);
  for (gsize row = 0; row < n_all; row++)
    {
      gssize total = tb_comparison_get_total_row (comparison, row);

      if (is_found (search, comparison, row, misses_part[row]))
        self->rows[self->n++] = (guint32) row;
      else if (total >= 0)
        misses_part[total] = TRUE;
    }
  tb_indicator_search_free (search);
}

/* The rows that stand below each other within a total, or outside of all, as a chain. */
typedef struct
{
  const TbComparisonOrder *sorted;
  gsize   *first;   /* of each row the first of its parts, as a place in @sorted + 1 */
  gsize   *next;    /* of each place in @sorted the next of the same total, + 1 */
  gsize    top;     /* the first that counts in no total that is shown, + 1 */
} Groups;

static void
append_group (TbComparisonOrder *self,
              const Groups      *groups,
              gsize              first)
{
  for (gsize place = first; place > 0; place = groups->next[place - 1])
    {
      guint32 row = groups->sorted->rows[place - 1];

      append_group (self, groups, groups->first[row]);
      self->rows[self->n++] = row;
    }
}

/* The rows of a total stay together, sorted among themselves, and the total is the last
 * of them; it stands for them among other rows. */
static void
keep_together (TbComparisonOrder  *self,
               const TbComparison *comparison,
               gsize               n_all)
{
  TbComparisonOrder *sorted = g_malloc (sizeof *sorted + self->n * sizeof sorted->rows[0]);
  g_autofree gboolean *is_shown = g_new0 (gboolean, n_all + 1);
  Groups groups = { sorted, g_new0 (gsize, n_all + 1), g_new0 (gsize, self->n + 1), 0 };

  memcpy (sorted, self, sizeof *sorted + self->n * sizeof sorted->rows[0]);
  for (gsize i = 0; i < self->n; i++)
    is_shown[self->rows[i]] = TRUE;
  for (gsize i = self->n; i > 0; i--)
    {
      gssize total = tb_comparison_get_total_row (comparison, self->rows[i - 1]);
      gsize *head = total >= 0 && is_shown[total] ? &groups.first[total] : &groups.top;

      groups.next[i - 1] = *head;
      *head = i;
    }
  self->n = 0;
  append_group (self, &groups, groups.top);
  g_free (groups.first);
  g_free (groups.next);
  g_free (sorted);
}

/**
 * tb_comparison_order_new:
 * @comparison: a table
 * @column: a column of the comparison, `TB_COMPARISON_BY_NAME` or `TB_COMPARISON_UNSORTED`
 * @descending: the largest first
 * @words: (nullable): shows rows alone whose names, id or domain have all of these
 * @language: of the names
 *
 * Sorts the rows by unrounded numbers. Missing: last in both directions. Rows
 * that are equal keep the table's order. A total stays the last of its rows (B-8).
 *
 * Thread: any.
 *
 * Returns: (transfer full): the rows as they are shown
 */
TbComparisonOrder *
tb_comparison_order_new (const TbComparison *comparison,
                         int                 column,
                         gboolean            descending,
                         const char         *words,
                         TbLanguage          language)
{
  gsize n = tb_comparison_get_n_rows (comparison);
  TbComparisonOrder *self = g_atomic_rc_box_alloc (sizeof *self + n * sizeof self->rows[0]);

  self->n = n;
  for (gsize i = 0; i < n; i++)
    self->rows[i] = (guint32) i;
  if (words != NULL && *words != '\0')
    keep_found (self, comparison, words);
  if (column != TB_COMPARISON_UNSORTED)
    {
      sort (self, comparison, column, descending, language);
      keep_together (self, comparison, n);
    }
  return self;
}

TbComparisonOrder *
tb_comparison_order_ref (TbComparisonOrder *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
tb_comparison_order_unref (TbComparisonOrder *self)
{
  g_atomic_rc_box_release (self);
}

typedef struct
{
  TbComparison *comparison;
  int           column;
  gboolean      descending;
  char         *words;
  TbLanguage    language;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  tb_comparison_unref (job->comparison);
  g_free (job->words);
  g_free (job);
}

static void
order_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const Job *job = data;

  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (task,
                         tb_comparison_order_new (job->comparison, job->column, job->descending, job->words,
                                                  job->language),
                         (GDestroyNotify) tb_comparison_order_unref);
}

void
tb_comparison_order_start (TbComparison       *comparison,
                           int                 column,
                           gboolean            descending,
                           const char         *words,
                           TbLanguage          language,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  *job = (Job) { tb_comparison_ref (comparison), column, descending, g_strdup (words), language };
  g_task_set_static_name (task, "[tongbi] order rows");
  g_task_set_source_tag (task, tb_comparison_order_start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, order_in_thread);
}

TbComparisonOrder *
tb_comparison_order_finish (GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
