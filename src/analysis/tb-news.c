/* What another reading of the same data brings (semantics A-4).
 *
 * Series are found again by their keys, figures by what they are: period, kind and
 * basis. Of several rows of one figure the one that stands is compared.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-news.h"

#include "tb-limits.h"

#include <math.h>

struct _TbNews
{
  gatomicrefcount  ref_count;
  TbDataset       *before;
  TbDataset       *after;
  gsize            counts[TB_N_NEWS];
  GArray          *items[TB_N_NEWS];   /* of TbNewsItem */
};

static void
clear_item (gpointer data)
{
  g_free (((TbNewsItem *) data)->text);
}

static void
add (TbNews     *self,
     TbNewsItem  item)
{
  if (self->counts[item.kind]++ < TB_LIMIT_NEWS)
    g_array_append_val (self->items[item.kind], item);
}

static gboolean
is_same_number (double a,
                double b)
{
  return isnan (a) ? (gboolean) isnan (b) : !(a < b) && !(a > b) && !isnan (b);
}

static const char *
get_digits (const TbObservation *o)
{
  return o->extra != NULL ? o->extra->digits : NULL;
}

static gboolean
has_same_text (const TbObservation *a,
               const TbObservation *b)
{
  const char *text_a = a->extra != NULL ? tb_text_get (&a->extra->target.text, TB_LANGUAGE_ZH) : NULL;
  const char *text_b = b->extra != NULL ? tb_text_get (&b->extra->target.text, TB_LANGUAGE_ZH) : NULL;

  return g_strcmp0 (text_a, text_b) == 0;
}

/* What is printed: 131 and 131.0 are one number, ">131" and "131" are two. */
static gboolean
says_same (const TbObservation *a,
           const TbObservation *b)
{
  return a->has_value == b->has_value && is_same_number (a->figure, b->figure) && a->qualifier == b->qualifier
         && is_same_number (tb_observation_get_low (a), tb_observation_get_low (b))
         && is_same_number (tb_observation_get_high (a), tb_observation_get_high (b))
         && g_strcmp0 (get_digits (a), get_digits (b)) == 0 && has_same_text (a, b);
}

/* The rows of a series in order of period, and those of one period within them. */
typedef struct
{
  const TbSeries *series;  /* nullable: there is none, and no rows */
  guint32        *rows;
  gsize           n;
  gsize           from;
  gsize           to;
} Rows;

/* The row of the period that stands for such a figure. */
static TbFigure
find_figure (const Rows          *rows,
             const TbObservation *like)
{
  gsize end = MIN (rows->to, rows->from + TB_LIMIT_ROWS_OF_A_PERIOD);

  for (gsize i = rows->from; i < end; i++)
    {
      TbObservation o;

      tb_series_get (rows->series, rows->rows[i], &o);
      if (o.kind == like->kind && o.basis == like->basis && !o.superseded && tb_period_equal (o.period, like->period))
        return (TbFigure) { rows->series, rows->rows[i] };
    }

  return (TbFigure) { NULL, 0 };
}

/* Calls @see for each figure of the period, once. */
static void
walk_period (TbNews     *self,
             const Rows *rows,
             const Rows *other,
             void      (*see) (TbNews *self, TbFigure figure, TbFigure other))
{
  gsize end = MIN (rows->to, rows->from + TB_LIMIT_ROWS_OF_A_PERIOD);

  for (gsize i = rows->from; i < end; i++)
    {
      TbFigure figure;
      TbObservation o;

      tb_series_get (rows->series, rows->rows[i], &o);
      figure = find_figure (rows, &o);
      if (figure.series != NULL && figure.row == rows->rows[i])
        see (self, figure, find_figure (other, &o));
    }
}

static TbStandingWord
get_word (TbDataset *dataset,
          TbFigure   target)
{
  TbReference reference = TB_REFERENCE_OF (dataset);
  TbFigure actual = tb_standing_find_actual (dataset, target, 0, reference);

  return actual.series != NULL ? tb_standing_assess (target, actual, reference).word : TB_STANDING_NONE;
}

static void
compare_targets (TbNews     *self,
                 TbNewsItem  item)
{
  item.kind = TB_NEWS_TARGET;
  item.word_before = get_word (self->before, item.before);
  item.word_after = get_word (self->after, item.after);
  if (item.word_before != item.word_after)
    add (self, item);
}

static void
compare_figures (TbNews     *self,
                 TbNewsItem  item)
{
  TbObservation before;
  TbObservation after;

  tb_series_get (item.before.series, item.before.row, &before);
  tb_series_get (item.after.series, item.after.row, &after);
  if (!says_same (&before, &after))
    item.kind = TB_NEWS_REVISED;
  else if (before.status != after.status)
    item.kind = TB_NEWS_STATUS;
  if (item.kind != TB_NEWS_NEW)
    add (self, item);
  if (after.kind == TB_KIND_TARGET || after.kind == TB_KIND_PLAN)
    compare_targets (self, item);
}

static void
see_after (TbNews   *self,
           TbFigure  figure,
           TbFigure  before)
{
  TbNewsItem item = { .kind = TB_NEWS_NEW, .before = before, .after = figure };

  if (before.series == NULL)
    add (self, item);
  else
    compare_figures (self, item);
}

static void
see_before (TbNews   *self,
            TbFigure  figure,
            TbFigure  after)
{
  if (after.series == NULL)
    add (self, (TbNewsItem) { .kind = TB_NEWS_REMOVED, .before = figure });
}

static Rows
sort_rows (const TbSeries *series)
{
  Rows rows = { .series = series };

  if (series == NULL)
    return rows;
  rows.rows = g_new (guint32, tb_series_get_n (series));
  rows.n = tb_series_sort (series, rows.rows);

  return rows;
}

static TbPeriod
get_period (const Rows *rows)
{
  return tb_series_get_period (rows->series, rows->rows[rows->from]);
}

/* Takes the rows of the next period, where it is @period. */
static void
take_period (Rows     *rows,
             TbPeriod  period)
{
  rows->to = rows->from;
  while (rows->to < rows->n
         && tb_period_compare (tb_series_get_period (rows->series, rows->rows[rows->to]), period) == 0)
    rows->to++;
}

static void
compare_series (TbNews         *self,
                const TbSeries *series_before,
                const TbSeries *series_after)
{
  Rows before = sort_rows (series_before);
  Rows after = sort_rows (series_after);

  while (before.from < before.n || after.from < after.n)
    {
      gboolean is_before = after.from == after.n
                           || (before.from < before.n
                               && tb_period_compare (get_period (&before), get_period (&after)) < 0);
      TbPeriod period = get_period (is_before ? &before : &after);

      take_period (&before, period);
      take_period (&after, period);
      walk_period (self, &after, &before, see_after);
      walk_period (self, &before, &after, see_before);
      before.from = before.to;
      after.from = after.to;
    }
  g_free (before.rows);
  g_free (after.rows);
}

static GHashTable *
index_series (TbDataset *dataset)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < tb_dataset_get_n_series (dataset); i++)
    {
      TbSeries *series = tb_dataset_get_series (dataset, i);

      g_hash_table_insert (index, tb_series_dup_key (series), series);
    }

  return index;
}

static const TbSeries *
look_up (GHashTable     *index,
         const TbSeries *series)
{
  g_autofree char *key = tb_series_dup_key (series);

  return g_hash_table_lookup (index, key);
}

/**
 * tb_news_find:
 * @before: a dataset
 * @after: another reading of the same data
 *
 * Finds out what is new, revised and removed, what has another status, and which
 * targets have another word on how they are met.
 *
 * Missing: a figure without a value is a figure; given a value it is revised.
 * Thread: any. Cost: O(n log n).
 *
 * Returns: (transfer full): the news; it keeps both datasets
 */
TbNews *
tb_news_find (TbDataset *before,
              TbDataset *after)
{
  TbNews *self = g_new0 (TbNews, 1);
  g_autoptr (GHashTable) index_before = index_series (before);
  g_autoptr (GHashTable) index_after = index_series (after);

  g_atomic_ref_count_init (&self->ref_count);
  self->before = tb_dataset_ref (before);
  self->after = tb_dataset_ref (after);
  for (int kind = 0; kind < TB_N_NEWS; kind++)
    {
      self->items[kind] = g_array_new (FALSE, FALSE, sizeof (TbNewsItem));
      g_array_set_clear_func (self->items[kind], clear_item);
    }
  for (gsize i = 0; i < tb_dataset_get_n_series (after); i++)
    compare_series (self, look_up (index_before, tb_dataset_get_series (after, i)), tb_dataset_get_series (after, i));
  for (gsize i = 0; i < tb_dataset_get_n_series (before); i++)
    if (look_up (index_after, tb_dataset_get_series (before, i)) == NULL)
      compare_series (self, tb_dataset_get_series (before, i), NULL);

  return self;
}

/**
 * tb_news_add_decoration:
 * @self: news that nobody else has yet
 * @text: what it is, and why it is not drawn
 *
 * Adds that a decoration of the chart is not drawn any more.
 */
void
tb_news_add_decoration (TbNews     *self,
                        const char *text)
{
  if (self->counts[TB_NEWS_DECORATION] < TB_LIMIT_NEWS)
    add (self, (TbNewsItem) { .kind = TB_NEWS_DECORATION, .text = g_strdup (text) });
  else
    self->counts[TB_NEWS_DECORATION]++;
}

TbNews *
tb_news_ref (TbNews *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
tb_news_unref (TbNews *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (int kind = 0; kind < TB_N_NEWS; kind++)
    g_array_unref (self->items[kind]);
  tb_dataset_unref (self->before);
  tb_dataset_unref (self->after);
  g_free (self);
}

/**
 * tb_news_count:
 * @self: what is new
 * @kind: of what sort
 *
 * Returns: how many there are, also of those that are not listed
 */
gsize
tb_news_count (const TbNews *self,
               TbNewsKind    kind)
{
  return self->counts[kind];
}

/**
 * tb_news_get_n:
 * @self: what is new
 *
 * Returns: how many are listed
 */
gsize
tb_news_get_n (const TbNews *self)
{
  gsize n = 0;

  for (int kind = 0; kind < TB_N_NEWS; kind++)
    n += self->items[kind]->len;

  return n;
}

/**
 * tb_news_get:
 * @self: what is new
 * @i: which of those that are listed, sort by sort
 *
 * Returns: (transfer none): the item
 */
const TbNewsItem *
tb_news_get (const TbNews *self,
             gsize         i)
{
  for (int kind = 0; kind < TB_N_NEWS; kind++)
    {
      if (i < self->items[kind]->len)
        return &g_array_index (self->items[kind], TbNewsItem, i);
      i -= self->items[kind]->len;
    }
  g_return_val_if_reached (NULL);
}
