/* What a chart is to show: the document that window and command line share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-spec-private.h"

#include <string.h>

struct _TbChartSpec
{
  gatomicrefcount   ref_count;
  TbChartSpecFields fields;
};

G_DEFINE_QUARK (tb-chart-error-quark, tb_chart_error)

static TbPeriod
copy_period (TbPeriod period)
{
  period.text = g_strdup (period.text);

  return period;
}

/* Dated periods have no text of their own. */
static TbComparePair *
copy_pairs (const TbComparePair *pairs,
            gsize                n)
{
  TbComparePair *copy = g_new0 (TbComparePair, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      copy[i] = pairs[i];
      copy[i].base.text = copy[i].current.text = NULL;
    }

  return copy;
}

/**
 * tb_chart_spec_new:
 * @fields: what to show; copied
 *
 * Makes a spec. Thread: any.
 *
 * Returns: (transfer full): the spec
 */
TbChartSpec *
tb_chart_spec_new (const TbChartSpecFields *fields)
{
  TbChartSpec *self = g_new0 (TbChartSpec, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->fields = *fields;
  self->fields.indicators = g_strdupv (fields->indicators);
  self->fields.place = g_strdup (fields->place);
  self->fields.from = copy_period (fields->from);
  self->fields.to = copy_period (fields->to);
  self->fields.operations = g_new0 (TbChartOperation, fields->n_operations + 1);
  for (gsize i = 0; i < fields->n_operations; i++)
    {
      self->fields.operations[i] = fields->operations[i];
      self->fields.operations[i].with = g_strdup (fields->operations[i].with);
      /* Undated bases have no text, dated ones need none. */
      self->fields.operations[i].base.text = NULL;
    }
  self->fields.base = copy_period (fields->base);
  self->fields.current = copy_period (fields->current);
  self->fields.decorations = tb_decorations_copy (fields->decorations, fields->n_decorations);
  self->fields.hidden = g_strdupv (fields->hidden);
  self->fields.house = fields->house != NULL ? tb_house_style_ref (fields->house) : NULL;
  self->fields.table_pairs = copy_pairs (fields->table_pairs, fields->n_table_pairs);
  self->fields.title = g_strdup (fields->title);
  self->fields.subtitle = g_strdup (fields->subtitle);
  self->fields.note = g_strdup (fields->note);
  self->fields.source = g_strdup (fields->source);
  self->fields.description = g_strdup (fields->description);

  return self;
}

/**
 * tb_chart_spec_ref:
 * @self: a spec
 *
 * Returns: (transfer full): the spec
 */
TbChartSpec *
tb_chart_spec_ref (TbChartSpec *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tb_chart_spec_unref:
 * @self: (transfer full): a spec
 *
 * Gives a reference back; the last one frees the spec.
 */
void
tb_chart_spec_unref (TbChartSpec *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_strfreev (self->fields.indicators);
  g_free (self->fields.place);
  g_free ((char *) self->fields.from.text);
  g_free ((char *) self->fields.to.text);
  g_free ((char *) self->fields.base.text);
  g_free ((char *) self->fields.current.text);
  tb_chart_operations_free (self->fields.operations, self->fields.n_operations);
  tb_decorations_free (self->fields.decorations, self->fields.n_decorations);
  g_strfreev (self->fields.hidden);
  g_clear_pointer (&self->fields.house, tb_house_style_unref);
  g_free (self->fields.table_pairs);
  g_free (self->fields.title);
  g_free (self->fields.subtitle);
  g_free (self->fields.note);
  g_free (self->fields.source);
  g_free (self->fields.description);
  g_free (self);
}

/**
 * tb_chart_spec_get:
 * @self: a spec
 *
 * Returns: (transfer none): its fields
 */
const TbChartSpecFields *
tb_chart_spec_get (const TbChartSpec *self)
{
  return &self->fields;
}

static const char *const order_names[TB_N_CHART_ORDERS] = {
  [TB_CHART_ORDER_USUAL] = "usual",   [TB_CHART_ORDER_SIZE] = "size", [TB_CHART_ORDER_DECLARED] = "declared",
  [TB_CHART_ORDER_CHANGE] = "change", [TB_CHART_ORDER_GAP] = "gap",   [TB_CHART_ORDER_COMPLETION] = "completion",
};

/**
 * tb_chart_order_get_name:
 * @order: an order of rows
 *
 * Returns: (transfer none): its name in specs and on the command line
 */
const char *
tb_chart_order_get_name (TbChartOrder order)
{
  return order_names[order];
}

/**
 * tb_chart_order_from_name:
 * @name: a name
 * @out_order: (out): the order
 *
 * Returns: whether there is such an order
 */
gboolean
tb_chart_order_from_name (const char   *name,
                          TbChartOrder *out_order)
{
  for (int i = 0; i < TB_N_CHART_ORDERS; i++)
    if (strcmp (order_names[i], name) == 0)
      {
        *out_order = (TbChartOrder) i;
        return TRUE;
      }

  return FALSE;
}
