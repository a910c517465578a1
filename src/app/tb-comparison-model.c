/* The rows of a comparison table, made when they are looked at.
 *
 * It sorts by itself rather than through a GtkSortListModel: rows with no
 * number stay last in both directions, and no row has to be made to be sorted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-model.h"

#include <math.h>

struct _TbComparisonRow
{
  GObject       parent_instance;

  TbComparison *comparison;
  gsize         row;
};

G_DEFINE_FINAL_TYPE (TbComparisonRow, tb_comparison_row, G_TYPE_OBJECT)

struct _TbComparisonModel
{
  GObject       parent_instance;

  TbLanguage    language;
  TbComparison *comparison;
  guint32      *order;
  guint         n;
  int           sort_column;
  gboolean      descending;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TbComparisonModel, tb_comparison_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

typedef struct
{
  double   number;
  char    *key;
  guint32  row;
} SortKey;

static void
tb_comparison_row_finalize (GObject *object)
{
  g_clear_pointer (&TB_COMPARISON_ROW (object)->comparison, tb_comparison_unref);
  G_OBJECT_CLASS (tb_comparison_row_parent_class)->finalize (object);
}

static void
tb_comparison_row_class_init (TbComparisonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tb_comparison_row_finalize;
}

static void
tb_comparison_row_init (TbComparisonRow *self)
{
}

TbComparison *
tb_comparison_row_get_comparison (TbComparisonRow *self)
{
  g_return_val_if_fail (TB_IS_COMPARISON_ROW (self), NULL);

  return self->comparison;
}

gsize
tb_comparison_row_get_row (TbComparisonRow *self)
{
  g_return_val_if_fail (TB_IS_COMPARISON_ROW (self), 0);

  return self->row;
}

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
    order = isnan (x->number) - isnan (y->number);
  else if (x->number < y->number)
    order = -sign;
  else if (x->number > y->number)
    order = sign;
  if (order != 0)
    return order;
  return x->row < y->row ? -1 : 1;
}

static SortKey *
make_keys (TbComparisonModel *self)
{
  SortKey *keys = g_new0 (SortKey, MAX (self->n, 1));

  for (guint32 i = 0; i < self->n; i++)
    {
      keys[i].row = i;
      if (self->sort_column == TB_COMPARISON_BY_NAME)
        {
          g_autofree char *title = tb_comparison_dup_row_title (self->comparison, i, self->language);

          keys[i].key = g_utf8_collate_key (title, -1);
        }
      else
        keys[i].number = tb_comparison_get_number (self->comparison, i, (gsize) self->sort_column);
    }
  return keys;
}

static void
apply_order (TbComparisonModel *self)
{
  g_autofree SortKey *keys = NULL;

  if (self->sort_column == TB_COMPARISON_UNSORTED)
    {
      for (guint32 i = 0; i < self->n; i++)
        self->order[i] = i;
      return;
    }
  keys = make_keys (self);
  g_sort_array (keys, self->n, sizeof (SortKey), compare_keys, &self->descending);
  for (guint32 i = 0; i < self->n; i++)
    {
      self->order[i] = keys[i].row;
      g_free (keys[i].key);
    }
}

static GType
get_item_type (GListModel *model)
{
  return TB_TYPE_COMPARISON_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return TB_COMPARISON_MODEL (model)->n;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TbComparisonModel *self = TB_COMPARISON_MODEL (model);
  TbComparisonRow *row;

  if (position >= self->n)
    return NULL;
  row = g_object_new (TB_TYPE_COMPARISON_ROW, NULL);
  row->comparison = tb_comparison_ref (self->comparison);
  row->row = self->order[position];
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
tb_comparison_model_finalize (GObject *object)
{
  TbComparisonModel *self = TB_COMPARISON_MODEL (object);

  g_clear_pointer (&self->comparison, tb_comparison_unref);
  g_clear_pointer (&self->order, g_free);
  G_OBJECT_CLASS (tb_comparison_model_parent_class)->finalize (object);
}

static void
tb_comparison_model_class_init (TbComparisonModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tb_comparison_model_finalize;
}

static void
tb_comparison_model_init (TbComparisonModel *self)
{
  self->sort_column = TB_COMPARISON_UNSORTED;
}

/**
 * tb_comparison_model_new:
 * @language: of the rows' names, for sorting
 *
 * Makes an empty list of rows.
 *
 * Returns: (transfer full): a new model
 */
TbComparisonModel *
tb_comparison_model_new (TbLanguage language)
{
  TbComparisonModel *self = g_object_new (TB_TYPE_COMPARISON_MODEL, NULL);

  self->language = language;
  return self;
}

/**
 * tb_comparison_model_set_comparison:
 * @self: a model
 * @comparison: (nullable): the table; %NULL: no rows
 *
 * Shows another table, in its own order.
 */
void
tb_comparison_model_set_comparison (TbComparisonModel *self,
                                    TbComparison      *comparison)
{
  guint n_before;

  g_return_if_fail (TB_IS_COMPARISON_MODEL (self));

  n_before = self->n;
  if (comparison != NULL)
    tb_comparison_ref (comparison);
  g_clear_pointer (&self->comparison, tb_comparison_unref);
  self->comparison = comparison;
  self->n = comparison != NULL ? (guint) tb_comparison_get_n_rows (comparison) : 0;
  self->order = g_renew (guint32, self->order, MAX (self->n, 1));
  self->sort_column = TB_COMPARISON_UNSORTED;
  apply_order (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n);
}

TbComparison *
tb_comparison_model_get_comparison (TbComparisonModel *self)
{
  g_return_val_if_fail (TB_IS_COMPARISON_MODEL (self), NULL);

  return self->comparison;
}

/**
 * tb_comparison_model_sort:
 * @self: a model
 * @column: a column of the comparison, `TB_COMPARISON_BY_NAME` or `TB_COMPARISON_UNSORTED`
 * @descending: the largest first
 *
 * Sorts the rows by unrounded numbers. Missing: last in both directions. Rows
 * that are equal keep the table's order.
 */
void
tb_comparison_model_sort (TbComparisonModel *self,
                          int                column,
                          gboolean           descending)
{
  g_return_if_fail (TB_IS_COMPARISON_MODEL (self));

  if (self->sort_column == column && self->descending == descending)
    return;
  self->sort_column = column;
  self->descending = descending;
  if (self->n == 0)
    return;
  apply_order (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, self->n, self->n);
}

gsize
tb_comparison_model_get_row (TbComparisonModel *self,
                             guint              position)
{
  g_return_val_if_fail (TB_IS_COMPARISON_MODEL (self), 0);
  g_return_val_if_fail (position < self->n, 0);

  return self->order[position];
}
