/* The indicators of a session's dataset, by domain, filtered: the sidebar's list.
 *
 * Only pointers are kept; items are made when asked for, so that tens of
 * thousands of indicators cost nothing until they are looked at. It is a
 * selection model too, because the selection is the session's and outlives
 * what a search hides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-indicator-model.h"

#include "tb-digest.h"
#include "tb-indicator-item.h"
#include "tb-indicator-search.h"

struct _TbIndicatorModel
{
  GObject            parent_instance;

  TbSession         *session;
  GPtrArray         *sorted;    /* const TbIndicator *, all, by domain */
  GPtrArray         *shown;     /* those that pass the filter */
  TbIndicatorSearch *search;    /* nullable: made at the first search */
  char              *words;     /* what is searched for */
  gboolean           has_domains;
};

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TbIndicatorModel, tb_indicator_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static gsize
find_domain (TbCatalog      *catalog,
             const TbDomain *domain)
{
  gsize n = tb_catalog_get_n_domains (catalog);

  for (gsize i = 0; i < n; i++)
    if (tb_catalog_get_domain (catalog, i) == domain)
      return i;
  return n;
}

/* A counting sort: domains in their order, indicators of each in theirs. */
static void
sort_by_domain (TbIndicatorModel *self)
{
  TbDataset *dataset = tb_session_get_dataset (self->session);
  TbCatalog *catalog;
  g_autofree GPtrArray **groups = NULL;
  gsize n_domains;

  g_ptr_array_set_size (self->sorted, 0);
  self->has_domains = FALSE;
  if (dataset == NULL)
    return;

  catalog = tb_dataset_get_catalog (dataset);
  n_domains = tb_catalog_get_n_domains (catalog);
  groups = g_new (GPtrArray *, n_domains + 1);
  for (gsize i = 0; i <= n_domains; i++)
    groups[i] = g_ptr_array_new ();
  for (gsize i = 0; i < tb_catalog_get_n_indicators (catalog); i++)
    {
      const TbIndicator *indicator = tb_catalog_get_indicator (catalog, i);

      self->has_domains = self->has_domains || indicator->domain != NULL;
      g_ptr_array_add (groups[find_domain (catalog, indicator->domain)], (gpointer) indicator);
    }
  for (gsize i = 0; i <= n_domains; i++)
    g_ptr_array_extend_and_steal (self->sorted, groups[i]);
}

static gboolean
is_in_place (TbDataset         *dataset,
             const TbIndicator *indicator,
             const char        *place)
{
  gsize n;
  TbSeries *const *series;

  if (place == NULL)
    return TRUE;
  series = tb_dataset_get_series_of (dataset, indicator, &n);
  for (gsize i = 0; i < n; i++)
    if (tb_digest_is_in_place (series[i], place))
      return TRUE;
  return FALSE;
}

static void
filter (TbIndicatorModel *self)
{
  TbDataset *dataset = tb_session_get_dataset (self->session);
  const char *place = tb_session_get_place (self->session);
  gboolean searches = self->words != NULL && *self->words != '\0';
  guint n_before = self->shown->len;

  if (searches && self->search == NULL)
    self->search = tb_indicator_search_new ();
  if (searches)
    tb_indicator_search_set_words (self->search, self->words);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->sorted->len; i++)
    {
      const TbIndicator *indicator = g_ptr_array_index (self->sorted, i);

      if ((!searches || tb_indicator_search_matches (self->search, indicator))
          && is_in_place (dataset, indicator, place))
        g_ptr_array_add (self->shown, (gpointer) indicator);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->shown->len);
}

static void
opened_cb (TbIndicatorModel *self)
{
  g_clear_pointer (&self->search, tb_indicator_search_free);
  g_clear_pointer (&self->words, g_free);
  sort_by_domain (self);
  filter (self);
}

static void
selection_changed_cb (TbIndicatorModel *self)
{
  if (self->shown->len > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, self->shown->len);
}

static GType
get_item_type (GListModel *model)
{
  return TB_TYPE_INDICATOR_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return TB_INDICATOR_MODEL (model)->shown->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TbIndicatorModel *self = TB_INDICATOR_MODEL (model);

  if (position >= self->shown->len)
    return NULL;
  return tb_indicator_item_new (self->session, g_ptr_array_index (self->shown, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model,
             guint            position,
             guint           *out_start,
             guint           *out_end)
{
  TbIndicatorModel *self = TB_INDICATOR_MODEL (model);
  const TbDomain *domain;
  guint start = position;
  guint end = position + 1;

  if (position >= self->shown->len)
    {
      *out_start = self->shown->len;
      *out_end = G_MAXUINT;
      return;
    }
  domain = tb_indicator_model_peek (self, position)->domain;
  while (start > 0 && tb_indicator_model_peek (self, start - 1)->domain == domain)
    start--;
  while (end < self->shown->len && tb_indicator_model_peek (self, end)->domain == domain)
    end++;
  *out_start = start;
  *out_end = end;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  TbIndicatorModel *self = TB_INDICATOR_MODEL (model);

  return position < self->shown->len
         && tb_session_is_selected (self->session, tb_indicator_model_peek (self, position));
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n)
{
  TbIndicatorModel *self = TB_INDICATOR_MODEL (model);
  GtkBitset *bits = gtk_bitset_new_empty ();
  guint end = n > self->shown->len - MIN (position, self->shown->len) ? self->shown->len : position + n;

  for (guint i = position; i < end; i++)
    if (is_selected (model, i))
      gtk_bitset_add (bits, i);
  return bits;
}

static gboolean
select_item (GtkSelectionModel *model,
             guint              position,
             gboolean           only)
{
  TbIndicatorModel *self = TB_INDICATOR_MODEL (model);

  if (position < self->shown->len)
    tb_session_select (self->session, tb_indicator_model_peek (self, position), only);
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model,
               guint              position)
{
  TbIndicatorModel *self = TB_INDICATOR_MODEL (model);

  if (position < self->shown->len)
    tb_session_unselect (self->session, tb_indicator_model_peek (self, position));
  return TRUE;
}

static gboolean
set_selection (GtkSelectionModel *model,
               GtkBitset         *selected,
               GtkBitset         *mask)
{
  TbIndicatorModel *self = TB_INDICATOR_MODEL (model);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GHashTable) dropped = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->shown->len; i++)
    if (gtk_bitset_contains (mask, i) && !gtk_bitset_contains (selected, i))
      g_hash_table_add (dropped, g_ptr_array_index (self->shown, i));
  /* What a search hides keeps its state. */
  for (gsize i = 0; i < tb_session_get_n_selected (self->session); i++)
    {
      const TbIndicator *indicator = tb_session_get_selected (self->session, i);

      if (!g_hash_table_contains (dropped, indicator))
        g_ptr_array_add (kept, (gpointer) indicator);
    }
  for (guint i = 0; i < self->shown->len; i++)
    if (gtk_bitset_contains (mask, i) && gtk_bitset_contains (selected, i))
      g_ptr_array_add (kept, g_ptr_array_index (self->shown, i));
  tb_session_select_all (self->session, (const TbIndicator *const *) kept->pdata, kept->len);
  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  tb_session_unselect_all (TB_INDICATOR_MODEL (model)->session);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->set_selection = set_selection;
  iface->unselect_all = unselect_all;
}

static void
tb_indicator_model_finalize (GObject *object)
{
  TbIndicatorModel *self = TB_INDICATOR_MODEL (object);

  g_clear_pointer (&self->search, tb_indicator_search_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->sorted, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tb_indicator_model_parent_class)->finalize (object);
}

static void
tb_indicator_model_class_init (TbIndicatorModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tb_indicator_model_finalize;
}

static void
tb_indicator_model_init (TbIndicatorModel *self)
{
  self->sorted = g_ptr_array_new ();
  self->shown = g_ptr_array_new ();
}

/**
 * tb_indicator_model_new:
 * @session: whose dataset and selection it shows
 *
 * Makes the list of a session's indicators; it follows the session.
 *
 * Returns: (transfer full): a new model
 */
TbIndicatorModel *
tb_indicator_model_new (TbSession *session)
{
  TbIndicatorModel *self = g_object_new (TB_TYPE_INDICATOR_MODEL, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "place-changed", G_CALLBACK (filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  opened_cb (self);
  return self;
}

/**
 * tb_indicator_model_set_search:
 * @self: a model
 * @search: (nullable): words that names or ids must hold, all of them
 *
 * Shows only what matches.
 */
void
tb_indicator_model_set_search (TbIndicatorModel *self,
                               const char       *search)
{
  g_return_if_fail (TB_IS_INDICATOR_MODEL (self));

  if (g_set_str (&self->words, search))
    filter (self);
}

/**
 * tb_indicator_model_peek:
 * @self: a model
 * @position: less than the number of items
 *
 * Gets an indicator without making an item of it.
 *
 * Returns: (transfer none): the indicator
 */
const TbIndicator *
tb_indicator_model_peek (TbIndicatorModel *self,
                         guint             position)
{
  return g_ptr_array_index (self->shown, position);
}

gboolean
tb_indicator_model_has_domains (TbIndicatorModel *self)
{
  g_return_val_if_fail (TB_IS_INDICATOR_MODEL (self), FALSE);

  return self->has_domains;
}
