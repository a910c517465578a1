/* A selection of which a list first gets the beginning, and then ever more.
 *
 * A list of GTK makes two hundred rows at once, of which a dozen is in sight. What it
 * is given here are the rows that come into sight first; the others follow while
 * nobody waits for them, some in each frame.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-growing-model.h"

/* From then on the list has made as many rows as it ever does. */
#define ALL_FROM 256
#define STEP 20

struct _TbGrowingModel
{
  GObject            parent_instance;

  GtkSelectionModel *whole;
  guint              first;   /* how many are there at once */
  guint              n;       /* that are there */
};

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TbGrowingModel, tb_growing_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static guint
count_whole (TbGrowingModel *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->whole));
}

static GType
get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (G_LIST_MODEL (TB_GROWING_MODEL (model)->whole));
}

static guint
get_n_items (GListModel *model)
{
  return TB_GROWING_MODEL (model)->n;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TbGrowingModel *self = TB_GROWING_MODEL (model);

  return position < self->n ? g_list_model_get_item (G_LIST_MODEL (self->whole), position) : NULL;
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
  TbGrowingModel *self = TB_GROWING_MODEL (model);

  if (position >= self->n)
    {
      *out_start = self->n;
      *out_end = G_MAXUINT;
      return;
    }
  gtk_section_model_get_section (GTK_SECTION_MODEL (self->whole), position, out_start, out_end);
  *out_end = MIN (*out_end, self->n);
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
  return gtk_selection_model_is_selected (TB_GROWING_MODEL (model)->whole, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n)
{
  return gtk_selection_model_get_selection_in_range (TB_GROWING_MODEL (model)->whole, position, n);
}

static gboolean
select_item (GtkSelectionModel *model,
             guint              position,
             gboolean           only)
{
  return gtk_selection_model_select_item (TB_GROWING_MODEL (model)->whole, position, only);
}

static gboolean
unselect_item (GtkSelectionModel *model,
               guint              position)
{
  return gtk_selection_model_unselect_item (TB_GROWING_MODEL (model)->whole, position);
}

static gboolean
set_selection (GtkSelectionModel *model,
               GtkBitset         *selected,
               GtkBitset         *mask)
{
  return gtk_selection_model_set_selection (TB_GROWING_MODEL (model)->whole, selected, mask);
}

/* Those that are not there yet too. */
static gboolean
select_all (GtkSelectionModel *model)
{
  return gtk_selection_model_select_all (TB_GROWING_MODEL (model)->whole);
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  return gtk_selection_model_unselect_all (TB_GROWING_MODEL (model)->whole);
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->set_selection = set_selection;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
}

/* What is before the change stays as it is; the rest begins anew. */
static void
items_changed_cb (TbGrowingModel *self,
                  guint           position,
                  guint           n_removed,
                  guint           n_added)
{
  guint before = self->n;

  if (position >= before && before >= self->first)
    return;
  position = MIN (position, before);
  self->n = MIN (count_whole (self), MAX (self->first, position));
  g_list_model_items_changed (G_LIST_MODEL (self), position, before - position, self->n - position);
}

static void
selection_changed_cb (TbGrowingModel *self,
                      guint           position,
                      guint           n)
{
  if (position < self->n)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, MIN (n, self->n - position));
}

static void
tb_growing_model_finalize (GObject *object)
{
  g_clear_object (&TB_GROWING_MODEL (object)->whole);
  G_OBJECT_CLASS (tb_growing_model_parent_class)->finalize (object);
}

static void
tb_growing_model_class_init (TbGrowingModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tb_growing_model_finalize;
}

static void
tb_growing_model_init (TbGrowingModel *self)
{
  self->first = ALL_FROM;
}

/**
 * tb_growing_model_new:
 * @whole: all there is; a list and a section model too
 *
 * Makes a model that holds the beginning of another one. Positions are the same in
 * both, and so is the selection.
 *
 * Returns: (transfer full): a new model
 */
TbGrowingModel *
tb_growing_model_new (GtkSelectionModel *whole)
{
  TbGrowingModel *self = g_object_new (TB_TYPE_GROWING_MODEL, NULL);

  self->whole = g_object_ref (whole);
  g_signal_connect_object (whole, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (whole, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, count_whole (self));
  return self;
}

/**
 * tb_growing_model_set_first:
 * @self: a model
 * @first: with how many items it begins, from the next change of all there is
 *
 * Sets how many items come into sight first.
 */
void
tb_growing_model_set_first (TbGrowingModel *self,
                            guint           first)
{
  g_return_if_fail (TB_IS_GROWING_MODEL (self));

  self->first = first;
}

static void
grow_to (TbGrowingModel *self,
         guint           n)
{
  guint before = self->n;

  self->n = MIN (n < ALL_FROM ? n : G_MAXUINT, count_whole (self));
  if (self->n > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n - before);
}

gboolean
tb_growing_model_is_whole (TbGrowingModel *self)
{
  g_return_val_if_fail (TB_IS_GROWING_MODEL (self), TRUE);

  return self->n == count_whole (self);
}

/**
 * tb_growing_model_grow:
 * @self: a model
 *
 * Adds some of the items that are missing.
 */
void
tb_growing_model_grow (TbGrowingModel *self)
{
  g_return_if_fail (TB_IS_GROWING_MODEL (self));

  grow_to (self, self->n + STEP);
}

/**
 * tb_growing_model_has_reached:
 * @self: a model
 * @position: of an item, less than there are in all
 *
 * Returns: whether the item is there, with what comes after it into sight
 */
gboolean
tb_growing_model_has_reached (TbGrowingModel *self,
                              guint           position)
{
  g_return_val_if_fail (TB_IS_GROWING_MODEL (self), TRUE);

  return tb_growing_model_is_whole (self) || (position < self->n && self->n - position >= self->first);
}

/**
 * tb_growing_model_reach:
 * @self: a model
 * @position: of an item, less than there are in all
 *
 * Makes sure that an item is there, with what comes after it into sight.
 */
void
tb_growing_model_reach (TbGrowingModel *self,
                        guint           position)
{
  g_return_if_fail (TB_IS_GROWING_MODEL (self));

  if (!tb_growing_model_has_reached (self, position))
    grow_to (self, position + MIN (self->first, ALL_FROM));
}
