/* Periods as the choices of a row, made when they are seen.
 *
 * A long series has a million of them: what a list does not show is not put in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-inspector-choices.h"

#include <glib/gi18n-lib.h>

struct _TbInspectorChoices
{
  GObject           parent_instance;

  TbInspectorFacts *facts;     /* nullable */
  const GArray     *periods;   /* nullable: the bases of @facts */
  TbLanguage        language;
  TbChoice         *first;     /* nullable */
  TbChoice         *last;      /* nullable */
  TbPeriod          start;
  TbPeriod          end;
};

static guint
get_n_periods (TbInspectorChoices *self)
{
  if (self->facts == NULL)
    return 0;
  return self->periods != NULL ? self->periods->len : self->facts->bases->len;
}

static TbPeriod
get_period (TbInspectorChoices *self,
            guint               i)
{
  if (self->periods != NULL)
    return g_array_index (self->periods, TbPeriod, i);
  return g_array_index (self->facts->bases, TbInspectorPeriod, i).period;
}

static TbChoice *
make_choice (TbInspectorChoices *self,
             guint               i)
{
  TbPeriod period = get_period (self, i);
  g_autofree char *label = tb_period_label (period, self->language, TB_PERIOD_LABEL_FULL);

  if (self->periods == NULL)
    {
      const TbInspectorPeriod *base = &g_array_index (self->facts->bases, TbInspectorPeriod, i);

      return tb_choice_new (label, base->reason != NULL ? base->reason : base->remark, base->reason != NULL);
    }
  if (tb_period_is_dated (self->end) && period.start > self->end.end)
    return tb_choice_new (label, _("After the last period that is shown"), TRUE);
  if (tb_period_is_dated (self->start) && period.end < self->start.start)
    return tb_choice_new (label, _("Before the first period that is shown"), TRUE);
  return tb_choice_new (label, NULL, FALSE);
}

static GType
get_item_type (GListModel *model)
{
  return TB_TYPE_CHOICE;
}

static guint
get_n_items (GListModel *model)
{
  TbInspectorChoices *self = TB_INSPECTOR_CHOICES (model);

  return (self->first != NULL) + get_n_periods (self) + (self->last != NULL);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TbInspectorChoices *self = TB_INSPECTOR_CHOICES (model);
  guint n_before = self->first != NULL;

  if (position < n_before)
    return g_object_ref (self->first);
  if (position - n_before < get_n_periods (self))
    return make_choice (self, position - n_before);
  return self->last != NULL && position - n_before == get_n_periods (self) ? g_object_ref (self->last) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TbInspectorChoices, tb_inspector_choices, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
tb_inspector_choices_finalize (GObject *object)
{
  TbInspectorChoices *self = TB_INSPECTOR_CHOICES (object);

  g_clear_pointer (&self->facts, tb_inspector_facts_unref);
  g_clear_object (&self->first);
  g_clear_object (&self->last);
  G_OBJECT_CLASS (tb_inspector_choices_parent_class)->finalize (object);
}

static void
tb_inspector_choices_class_init (TbInspectorChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tb_inspector_choices_finalize;
}

static void
tb_inspector_choices_init (TbInspectorChoices *self)
{
  self->start = TB_PERIOD_UNDATED;
  self->end = TB_PERIOD_UNDATED;
}

TbInspectorChoices *
tb_inspector_choices_new (const TbInspectorFacts *facts,
                          const GArray           *periods,
                          TbLanguage              language,
                          TbChoice               *first)
{
  TbInspectorChoices *self = g_object_new (TB_TYPE_INSPECTOR_CHOICES, NULL);

  self->facts = facts != NULL ? tb_inspector_facts_ref ((TbInspectorFacts *) facts) : NULL;
  self->periods = periods;
  self->language = language;
  g_set_object (&self->first, first);
  return self;
}

void
tb_inspector_choices_limit (TbInspectorChoices *self,
                            TbPeriod            start,
                            TbPeriod            end)
{
  g_return_if_fail (TB_IS_INSPECTOR_CHOICES (self));

  self->start = start;
  self->end = end;
}

void
tb_inspector_choices_add (TbInspectorChoices *self,
                          TbChoice           *last)
{
  g_return_if_fail (TB_IS_INSPECTOR_CHOICES (self));

  g_set_object (&self->last, last);
}

/* Periods are in order, the latest first; of bases proposals stand before the others. */
static gboolean
find_period (TbInspectorChoices *self,
             TbPeriod            period,
             guint              *out_i)
{
  guint from = 0;
  guint to = get_n_periods (self);

  for (; self->periods == NULL && from < to && g_array_index (self->facts->bases, TbInspectorPeriod, from).is_proposed;
       from++)
    if (tb_period_equal (get_period (self, from), period))
      {
        *out_i = from;
        return TRUE;
      }
  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      int order = tb_period_compare (get_period (self, middle), period);

      *out_i = middle;
      if (order == 0)
        return TRUE;
      if (order > 0)
        from = middle + 1;
      else
        to = middle;
    }
  return FALSE;
}

guint
tb_inspector_choices_find (TbInspectorChoices *self,
                           TbPeriod            period)
{
  guint n_before;
  guint i;

  g_return_val_if_fail (TB_IS_INSPECTOR_CHOICES (self), GTK_INVALID_LIST_POSITION);

  n_before = self->first != NULL;
  if (!tb_period_is_dated (period))
    return n_before > 0 ? 0 : GTK_INVALID_LIST_POSITION;
  return find_period (self, period, &i) ? i + n_before : GTK_INVALID_LIST_POSITION;
}
