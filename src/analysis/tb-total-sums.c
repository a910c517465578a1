/* What the parts of a total come to, period by period.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-parts.h"
#include "tb-side.h"
#include "tb-total-private.h"

/* An observed figure of a part. */
typedef struct
{
  TbFigure figure;
  TbPeriod period;
  guint    part;
} Term;

static int
compare_terms (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Term *one = a;
  const Term *other = b;
  int order = tb_period_compare (one->period, other->period);

  if (order != 0)
    return order;
  if (one->part != other->part)
    return one->part < other->part ? -1 : 1;

  return (one->figure.row > other->figure.row) - (one->figure.row < other->figure.row);
}

/* Targets, plans and forecasts are not added up, nor what has no date. */
static GArray *
list_terms (const TbTotal *self,
            const GArray  *rows)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (Term));

  for (guint part = 0; part < self->members->len; part++)
    {
      const TbSelected *selected
          = &g_array_index (rows, TbSelected, g_array_index (self->members, guint, part));

      for (gsize i = 0; i < selected->n_rows; i++)
        {
          TbObservation o;

          tb_series_get (selected->series, selected->rows[i], &o);
          if (o.kind == TB_KIND_ACTUAL && tb_period_is_dated (o.period))
            {
              Term term = { { selected->series, selected->rows[i] }, o.period, part };

              g_array_append_val (terms, term);
            }
        }
    }
  g_sort_array (terms->data, terms->len, sizeof (Term), compare_terms, NULL);

  return terms;
}

/* One term a part: of several that say the same period, the one that the table shows. */
static gsize
choose_terms (const GArray *terms,
              guint         first,
              guint         end,
              Term         *out_terms)
{
  gsize n = 0;

  for (guint i = first; i < end; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);

      if (n == 0 || out_terms[n - 1].part != term->part)
        out_terms[n++] = *term;
    }

  return n;
}

/* Figures that contradict each other are no part of a sum. */
static gboolean
is_known (const TbSide *side)
{
  return side->known && !side->observation.conflicts;
}

static gboolean
are_of_one_span (const Term *terms,
                 gsize       n)
{
  TbSide first, other;

  tb_side_load (&first, terms[0].figure);
  for (gsize i = 1; i < n; i++)
    {
      tb_side_load (&other, terms[i].figure);
      if (!tb_period_equal (first.span, other.span)
          || tb_side_get_year_start (&first) != tb_side_get_year_start (&other))
        return FALSE;
    }

  return TRUE;
}

/* Where all have one sign the sum of some is no more than that of all. */
static int
find_sign (const TbFigure *figures,
           gsize           n)
{
  gboolean is_up = TRUE;
  gboolean is_down = TRUE;

  for (gsize i = 0; i < n; i++)
    {
      TbSide side;

      if (!tb_side_load (&side, figures[i]))
        return 0;
      is_up = is_up && !side.value.low.open && side.value.low.number >= 0;
      is_down = is_down && !side.value.high.open && side.value.high.number <= 0;
    }

  return is_up ? 1 : is_down ? -1 : 0;
}

static void
fill_cell (const TbTotal *self,
           const Term    *terms,
           gsize          n,
           TbTotalCell   *out_cell)
{
  g_autofree TbFigure *figures = g_new0 (TbFigure, n);
  gsize n_known = 0;
  TbSide side;

  *out_cell = (TbTotalCell) { .period = terms[0].period, .state = TB_TOTAL_INCOMPLETE };
  for (gsize i = n; i > 0; i--)
    {
      tb_side_load (&side, terms[i - 1].figure);
      out_cell->span = side.span;
      if (is_known (&side))
        figures[n_known++] = terms[i - 1].figure;
    }
  out_cell->n_known = n_known;
  if (n_known == 0)
    return;
  if (!are_of_one_span (terms, n))
    {
      if (n_known >= self->n_expected)
        out_cell->state = TB_TOTAL_UNLIKE;
      return;
    }
  tb_parts_add_up (figures, n_known, tb_series_get_info (figures[0].series)->unit, &out_cell->sum);
  out_cell->sign = find_sign (figures, n_known);
  if (n_known >= self->n_expected)
    out_cell->state = tb_interval_is_unknown (&out_cell->sum) ? TB_TOTAL_UNBOUNDED : TB_TOTAL_SUM;
}

/* The first term behind those of one period with @first. */
static guint
find_end (const GArray *terms,
          guint         first)
{
  TbPeriod period = g_array_index (terms, Term, first).period;
  guint end = first + 1;

  while (end < terms->len && tb_period_equal (g_array_index (terms, Term, end).period, period))
    end++;

  return end;
}

void
tb_total_add_up (TbTotal      *self,
                 const GArray *rows)
{
  g_autoptr (GArray) terms = list_terms (self, rows);
  g_autofree Term *chosen = g_new0 (Term, self->members->len + 1);
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (TbTotalCell));

  for (guint first = 0, end; first < terms->len; first = end)
    {
      TbTotalCell cell;
      gsize n;

      end = find_end (terms, first);
      n = choose_terms (terms, first, end, chosen);
      fill_cell (self, chosen, n, &cell);
      g_array_append_val (cells, cell);
    }
  self->n_cells = cells->len;
  self->cells = (TbTotalCell *) (gpointer) g_array_free (cells, FALSE);
}

/* A multiplier that is a power of ten: of which. */
static gboolean
find_power (TbDecimal  multiplier,
            int       *out_power)
{
  int power = multiplier.exponent;

  while (multiplier.mantissa > 1 && multiplier.mantissa % 10 == 0)
    {
      multiplier.mantissa /= 10;
      power++;
    }
  *out_power = power;

  return multiplier.mantissa == 1;
}

/* Zeros that no part has printed are none of the sum's digits: 6.50万 and 0.27万 are
 * 6.77万 and not 67,700. */
static void
set_digits (TbDecimal *decimal,
            int        exponent)
{
  while (decimal->exponent < exponent && decimal->mantissa % 10 == 0)
    {
      decimal->mantissa /= 10;
      decimal->exponent++;
    }
}

/* What the terms have in common is said of the sum too. */
typedef struct
{
  TbObservation observation;
  TbDay         vintage;
  int           exponent;      /* of the last digit that any has printed, in the unit */
  TbDecimal     multiplier;
  gboolean      is_first;
  gboolean      has_power;     /* the multipliers are powers of ten */
} Common;

static void
take_number (Common              *self,
             const TbObservation *o)
{
  TbDecimal value = o->has_value || o->extra == NULL ? o->value : o->extra->has_low ? o->extra->low : o->extra->high;
  int power;

  self->has_power = self->has_power && find_power (o->multiplier, &power);
  if (!self->has_power)
    return;
  self->exponent = MIN (self->exponent, value.exponent + power);
  if (!tb_decimal_identical (self->multiplier, o->multiplier))
    self->multiplier = self->is_first ? o->multiplier : TB_DECIMAL_ONE;
}

static void
take_term (Common     *self,
           const Term *term)
{
  TbDay vintage;
  TbObservation o;

  tb_series_get (term->figure.series, term->figure.row, &o);
  take_number (self, &o);
  vintage = o.extra != NULL ? o.extra->vintage : 0;
  if (self->is_first)
    {
      self->observation.source = o.source;
      self->vintage = vintage;
    }
  else
    {
      if (self->observation.source != o.source)
        self->observation.source = NULL;
      if (self->vintage != vintage)
        self->vintage = 0;
    }
  self->observation.status |= o.status;
  if (o.extra != NULL && !tb_text_is_empty (&o.extra->definition))
    self->observation.status |= TB_STATUS_BREAK;
  self->is_first = FALSE;
}

/* The sum in the multiplier and with the digits of its terms. */
static void
shorten (TbDecimal    *decimal,
         const Common *common)
{
  int power = 0;

  if (!common->has_power)
    return;
  set_digits (decimal, common->exponent);
  if (find_power (common->multiplier, &power))
    decimal->exponent = (gint16) (decimal->exponent - power);
}

static void
add_row (TbSeriesBuilder   *builder,
         const TbTotalCell *cell,
         const Term        *terms,
         gsize              n)
{
  Common common = { .exponent = G_MAXINT16, .multiplier = TB_DECIMAL_ONE, .is_first = TRUE, .has_power = TRUE };
  TbObservationExtra extra = { 0 };
  TbObservation *o = &common.observation;
  TbObservation first;

  tb_series_get (terms[0].figure.series, terms[0].figure.row, &first);
  o->period = cell->period;
  o->kind = TB_KIND_ACTUAL;
  o->basis = first.basis;
  o->multiplier = TB_DECIMAL_ONE;
  if (cell->state == TB_TOTAL_SUM)
    {
      for (gsize i = 0; i < n; i++)
        take_term (&common, &terms[i]);
      tb_interval_write (&cell->sum, o, &extra);
      shorten (&o->value, &common);
      shorten (&extra.low, &common);
      shorten (&extra.high, &common);
      if (common.has_power)
        o->multiplier = common.multiplier;
      extra.vintage = common.vintage;
      if (extra.vintage != 0)
        o->extra = &extra;
    }
  tb_series_builder_add (builder, o);
}

/* The breakdown without one dimension. */
static const TbBreakdown *
leave_out (const TbSeriesInfo *info,
           const char         *dimension,
           TbPool             *pool)
{
  TbBreakdown *rest = tb_pool_alloc0 (pool, info->n_breakdown * sizeof *rest);
  guint n = 0;

  for (guint i = 0; i < info->n_breakdown; i++)
    if (!g_str_equal (info->breakdown[i].dimension, dimension))
      rest[n++] = info->breakdown[i];

  return rest;
}

/* What holds for the whole of a part. */
static TbSeriesInfo
make_info (const TbTotal *self,
           TbPool        *pool)
{
  TbSeriesInfo info = *tb_series_get_info (g_ptr_array_index (self->parts, 0));

  info.multiplier = TB_DECIMAL_ONE;
  info.unknown = NULL;
  switch (self->sort)
    {
    case TB_TOTAL_BY_BREAKDOWN:
      info.breakdown = leave_out (&info, self->dimension, pool);
      info.n_breakdown--;
      break;
    case TB_TOTAL_BY_PLACE:
      info.place = info.place->parent;
      break;
    case TB_TOTAL_BY_INDICATOR:
      info.indicator = info.indicator->part_of;
      break;
    }

  return info;
}

TbSeries *
tb_total_make_series (const TbTotal *self,
                      TbDataset     *dataset,
                      const GArray  *rows,
                      TbPool        *pool)
{
  TbSeriesInfo info = make_info (self, pool);
  g_autoptr (TbSeriesBuilder) builder
      = tb_series_builder_new (tb_dataset_get_catalog (dataset), &info, self->n_cells);
  g_autoptr (GArray) terms = list_terms (self, rows);
  g_autofree Term *chosen = g_new0 (Term, self->members->len + 1);
  gsize cell = 0;

  for (guint first = 0, end; first < terms->len; first = end, cell++)
    {
      gsize n;

      end = find_end (terms, first);
      n = choose_terms (terms, first, end, chosen);
      add_row (builder, &self->cells[cell], chosen, n);
    }

  return tb_series_builder_finish (builder);
}
