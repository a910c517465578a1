/* The cards of the overview: the sidebar's indicators, the most important first.
 *
 * Only pointers are kept. Items are made as cards come into sight; what they say
 * is worked out in a thread, some at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-overview-model.h"

#include "tb-digest-job.h"
#include "tb-overview-rank.h"

/* As many as a screen shows: the first ones shall not wait for the last ones. */
#define N_AT_ONCE 12
/* What was looked at is shown at once when it is looked at again. */
#define MAX_KNOWN 2000

struct _TbOverviewModel
{
  GObject           parent_instance;

  TbSession        *session;
  TbIndicatorModel *indicators;
  TbDataset        *dataset;      /* nullable: what @ranks, @known and @shown are of */
  char             *place;
  guint64          *ranks;        /* nullable: not known yet */
  GPtrArray        *shown;        /* const TbIndicator *, in the order of showing */
  GHashTable       *known;        /* const TbIndicator * → TbDigest */
  GQueue            waiting;      /* GWeakRef * of items without a digest */
  GCancellable     *ranking;      /* nullable */
  GCancellable     *digesting;    /* nullable */
  gboolean          is_active;
  gboolean          is_stale;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TbOverviewModel, tb_overview_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void digest_more (TbOverviewModel *self);

static void
free_weak (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
push (GQueue          *queue,
      TbIndicatorItem *item)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, item);
  g_queue_push_tail (queue, weak);
}

/* The next one that still has a card; NULL where there is none. */
static TbIndicatorItem *
pop (GQueue *queue)
{
  GWeakRef *weak;

  while ((weak = g_queue_pop_head (queue)) != NULL)
    {
      TbIndicatorItem *item = g_weak_ref_get (weak);

      free_weak (weak);
      if (item != NULL)
        return item;
    }
  return NULL;
}

static void
cancel (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

typedef struct
{
  TbOverviewModel *model;
  GPtrArray       *items;
} Batch;

static void
batch_free (Batch *batch)
{
  g_ptr_array_unref (batch->items);
  g_object_unref (batch->model);
  g_free (batch);
}

static void
digested_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Batch *batch = user_data;
  TbOverviewModel *self = batch->model;
  g_autoptr (GPtrArray) digests = tb_digest_job_finish (result, NULL);

  /* Another dataset or place is looked at by now. */
  if (g_task_get_cancellable (G_TASK (result)) != self->digesting)
    {
      batch_free (batch);
      return;
    }
  g_clear_object (&self->digesting);
  for (guint i = 0; digests != NULL && i < digests->len; i++)
    {
      TbIndicatorItem *item = g_ptr_array_index (batch->items, i);
      TbDigest *digest = g_ptr_array_index (digests, i);

      g_hash_table_insert (self->known, (gpointer) tb_indicator_item_get_indicator (item), tb_digest_ref (digest));
      tb_indicator_item_set_digest (item, digest);
    }
  digest_more (self);
  batch_free (batch);
}

static void
digest_more (TbOverviewModel *self)
{
  g_autoptr (GPtrArray) indicators = NULL;
  Batch *batch;
  TbIndicatorItem *item;

  if (self->digesting != NULL || self->dataset == NULL)
    return;
  batch = g_new0 (Batch, 1);
  batch->model = g_object_ref (self);
  batch->items = g_ptr_array_new_with_free_func (g_object_unref);
  indicators = g_ptr_array_new ();
  while (indicators->len < N_AT_ONCE && (item = pop (&self->waiting)) != NULL)
    {
      g_ptr_array_add (indicators, (gpointer) tb_indicator_item_get_indicator (item));
      g_ptr_array_add (batch->items, item);
    }
  if (indicators->len == 0)
    {
      batch_free (batch);
      return;
    }
  if (g_hash_table_size (self->known) > MAX_KNOWN)
    g_hash_table_remove_all (self->known);
  self->digesting = g_cancellable_new ();
  tb_digest_job_start (self->dataset, self->place, tb_session_get_language (self->session),
                       (const TbIndicator *const *) indicators->pdata, indicators->len, self->digesting, digested_cb,
                       batch);
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const guint64 *one = a;
  const guint64 *other = b;

  return (*one > *other) - (*one < *other);
}

/* The index of an indicator is the low half of its rank. */
static void
show (TbOverviewModel *self)
{
  TbCatalog *catalog = tb_dataset_get_catalog (self->dataset);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->indicators));
  guint n_before = self->shown->len;
  g_autofree guint64 *order = g_new (guint64, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    order[i] = self->ranks[tb_catalog_index_of_indicator (catalog, tb_indicator_model_peek (self->indicators, i))];
  g_sort_array (order, n, sizeof *order, compare_ranks, NULL);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->shown, (gpointer) tb_catalog_get_indicator (catalog, (gsize) (order[i] & G_MAXUINT32)));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, n);
}

static void
clear (TbOverviewModel *self)
{
  guint n = self->shown->len;

  cancel (&self->ranking);
  cancel (&self->digesting);
  g_queue_clear_full (&self->waiting, free_weak);
  g_hash_table_remove_all (self->known);
  g_clear_pointer (&self->ranks, g_free);
  g_ptr_array_set_size (self->shown, 0);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

static void
ranked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TbOverviewModel) self = user_data;
  g_autofree guint64 *ranks = tb_overview_rank_finish (result, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->ranking)
    return;
  g_clear_object (&self->ranking);
  self->ranks = g_steal_pointer (&ranks);
  show (self);
}

static void
update (TbOverviewModel *self)
{
  TbDataset *dataset = tb_session_get_dataset (self->session);
  const char *place = tb_session_get_place (self->session);
  gboolean is_other = dataset != self->dataset || g_strcmp0 (place, self->place) != 0;

  if (is_other)
    {
      clear (self);
      g_clear_pointer (&self->dataset, tb_dataset_unref);
      self->dataset = dataset != NULL ? tb_dataset_ref (dataset) : NULL;
      g_set_str (&self->place, place);
    }
  self->is_stale = !self->is_active;
  if (!self->is_active || self->dataset == NULL)
    return;
  if (self->ranks != NULL)
    show (self);
  else if (self->ranking == NULL)
    {
      self->ranking = g_cancellable_new ();
      tb_overview_rank_start (self->dataset, self->place, self->ranking, ranked_cb, g_object_ref (self));
    }
}

static GType
get_item_type (GListModel *model)
{
  return TB_TYPE_INDICATOR_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return TB_OVERVIEW_MODEL (model)->shown->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TbOverviewModel *self = TB_OVERVIEW_MODEL (model);
  const TbIndicator *indicator;
  TbIndicatorItem *item;
  TbDigest *digest;

  if (position >= self->shown->len)
    return NULL;
  indicator = g_ptr_array_index (self->shown, position);
  item = tb_indicator_item_new_pending (self->session, indicator);
  digest = g_hash_table_lookup (self->known, indicator);
  if (digest != NULL)
    tb_indicator_item_set_digest (item, digest);
  else
    {
      push (&self->waiting, item);
      digest_more (self);
    }
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
tb_overview_model_dispose (GObject *object)
{
  TbOverviewModel *self = TB_OVERVIEW_MODEL (object);

  cancel (&self->ranking);
  cancel (&self->digesting);
  G_OBJECT_CLASS (tb_overview_model_parent_class)->dispose (object);
}

static void
tb_overview_model_finalize (GObject *object)
{
  TbOverviewModel *self = TB_OVERVIEW_MODEL (object);

  g_queue_clear_full (&self->waiting, free_weak);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->ranks, g_free);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->dataset, tb_dataset_unref);
  g_clear_object (&self->indicators);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tb_overview_model_parent_class)->finalize (object);
}

static void
tb_overview_model_class_init (TbOverviewModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tb_overview_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = tb_overview_model_finalize;
}

static void
tb_overview_model_init (TbOverviewModel *self)
{
  self->shown = g_ptr_array_new ();
  self->known = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) tb_digest_unref);
  g_queue_init (&self->waiting);
}

/**
 * tb_overview_model_new:
 * @session: whose dataset is shown
 * @indicators: which of it: those that pass the search and the choice of place
 *
 * Makes the list of cards; it follows both, as long as it is active.
 *
 * Returns: (transfer full): a new model
 */
TbOverviewModel *
tb_overview_model_new (TbSession        *session,
                       TbIndicatorModel *indicators)
{
  TbOverviewModel *self = g_object_new (TB_TYPE_OVERVIEW_MODEL, NULL);

  self->session = g_object_ref (session);
  self->indicators = g_object_ref (indicators);
  g_signal_connect_object (indicators, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

/**
 * tb_overview_model_set_active:
 * @self: a model
 * @active: whether its cards are looked at
 *
 * Lets it follow its session, or rest.
 */
void
tb_overview_model_set_active (TbOverviewModel *self,
                              gboolean         active)
{
  g_return_if_fail (TB_IS_OVERVIEW_MODEL (self));

  self->is_active = active;
  if (active && self->is_stale)
    update (self);
}

const TbIndicator *
tb_overview_model_peek (TbOverviewModel *self,
                        guint            position)
{
  g_return_val_if_fail (position < self->shown->len, NULL);

  return g_ptr_array_index (self->shown, position);
}

gboolean
tb_overview_model_is_busy (TbOverviewModel *self)
{
  g_return_val_if_fail (TB_IS_OVERVIEW_MODEL (self), FALSE);

  return self->ranking != NULL || self->digesting != NULL;
}
