/* Draws series with everything that the rules of comparison ask about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-verdict-draw.h"

#include <glib.h>

typedef struct
{
  const TbVerdictDraw *options;
  GRand               *rand;
  TbPool              *pool;
  const TbSource      *sources[3];
} Drawer;

static TbText
new_text (TbPool     *pool,
          const char *text)
{
  TbTextEntry *entry = tb_pool_alloc0 (pool, sizeof *entry);

  *entry = (TbTextEntry) { NULL, tb_pool_intern (pool, text) };

  return (TbText) { entry, 1 };
}

static TbPeriod
get_period (const TbVerdictDraw *options,
            guint                i)
{
  static const struct { char frequency; TbPeriodKind kind; guint in_year; } kinds[] = {
    { 'A', TB_PERIOD_A, 1 }, { 'Q', TB_PERIOD_Q, 4 }, { 'M', TB_PERIOD_M, 12 }, { 'W', TB_PERIOD_W, 52 },
  };
  TbDay start = tb_day_new (2010, 1, 31);
  TbPeriod period;

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      if (options->frequency != kinds[k].frequency)
        continue;
      g_assert_true (tb_period_from_number (kinds[k].kind, 2010 + (int) (i / kinds[k].in_year),
                                            (int) (i % kinds[k].in_year) + 1, TB_CALENDAR_YEAR, &period));
      return period;
    }
  if (options->frequency == 'D')
    return tb_period_from_days (start + (TbDay) i, start + (TbDay) i);

  start = tb_day_new (2010 + (int) (i / 12), (int) (i % 12) + 1, 28);
  while (TRUE)
    {
      int y, m, d, next;

      tb_day_split (start, &y, &m, &d);
      tb_day_split (start + 1, &y, &next, &d);
      if (next != m)
        return tb_period_from_days (start, start);
      start++;
    }
}

/* A few digits; sometimes none but zero, sometimes below. */
static TbDecimal
draw_value (Drawer *drawer)
{
  static const gint32 ranges[] = { 10, 1000, 100000 };
  gint32 range = ranges[g_rand_int_range (drawer->rand, 0, 3)];
  gint64 mantissa = g_rand_int_range (drawer->rand, -range / 10, range);
  int exponent = -g_rand_int_range (drawer->rand, 0, 3);

  return (TbDecimal) { drawer->options->is_plain ? ABS (mantissa) + 1 : mantissa, (gint16) exponent };
}

/* Digits and exponents to the ends of what a decimal and a double hold. */
static void
make_wild (Drawer        *drawer,
           TbObservation *o)
{
  static const TbDecimal multipliers[] = { { 1, 0 }, { 10000, 0 }, { 1, 4 }, { 12, 0 }, { 100, -2 }, { 3, -30 },
                                           { G_GINT64_CONSTANT (1000000000000000000), 0 } };
  static const gint64 sizes[] = { 100, 1000000, G_GINT64_CONSTANT (1) << 52, G_MAXINT64 / 2 };
  double size = (double) sizes[g_rand_int_range (drawer->rand, 0, G_N_ELEMENTS (sizes))];

  if (g_rand_int_range (drawer->rand, 0, 3) == 0)
    o->value.mantissa = (gint64) (g_rand_double_range (drawer->rand, -0.2, 1) * size);
  if (g_rand_int_range (drawer->rand, 0, 4) == 0)
    o->value.exponent = (gint16) g_rand_int_range (drawer->rand, -26, 27);
  if (g_rand_int_range (drawer->rand, 0, 4) == 0)
    o->multiplier = multipliers[g_rand_int_range (drawer->rand, 0, G_N_ELEMENTS (multipliers))];
}

/* What is drawn in tonnes is written in the unit and with the multiplier asked for. */
static TbDecimal
shift (Drawer   *drawer,
       TbDecimal value)
{
  int power = (drawer->options->in_kilograms ? 3 : 0) - drawer->options->power;

  return (TbDecimal) { value.mantissa, (gint16) (value.exponent + power) };
}

static void
draw_range (Drawer             *drawer,
            TbObservation      *o,
            TbObservationExtra *extra)
{
  TbDecimal low = draw_value (drawer);
  TbDecimal high = { low.mantissa + g_rand_int_range (drawer->rand, 0, 500), low.exponent };
  int ends = g_rand_int_range (drawer->rand, 0, 4);

  o->has_value = FALSE;
  o->value = (TbDecimal) { 0, 0 };
  extra->has_low = ends != 0;
  extra->has_high = ends != 1;
  extra->low = shift (drawer, low);
  extra->high = shift (drawer, high);
  o->extra = extra;
}

static void
draw_change (Drawer             *drawer,
             TbObservation      *o,
             TbObservationExtra *extra)
{
  static const TbChangeKind kinds[] = { TB_CHANGE_ON_YEAR_PERCENT, TB_CHANGE_ON_PERIOD_PERCENT };

  extra->change.given = TRUE;
  extra->change.kind = kinds[g_rand_int_range (drawer->rand, 0, 2)];
  extra->change.value = (TbDecimal) { g_rand_int_range (drawer->rand, -200, 400), -1 };
  o->extra = extra;
}

static void
draw_kind (Drawer             *drawer,
           TbObservation      *o,
           TbObservationExtra *extra)
{
  static const TbKind kinds[] = { TB_KIND_TARGET, TB_KIND_PLAN, TB_KIND_FORECAST };

  o->kind = kinds[g_rand_int_range (drawer->rand, 0, 3)];
  if (o->kind != TB_KIND_FORECAST)
    o->extra = extra;
}

static void
draw_special (Drawer             *drawer,
              TbObservation      *o,
              TbObservationExtra *extra)
{
  static const guint32 status[] = { TB_STATUS_BREAK, TB_STATUS_PROVISIONAL, TB_STATUS_DEFINITION, TB_STATUS_IMPUTED };

  switch (g_rand_int_range (drawer->rand, 0, 9))
    {
    case 0:
      o->has_value = FALSE;
      o->status = TB_STATUS_MISSING;
      break;
    case 1:
      o->status = status[g_rand_int_range (drawer->rand, 0, G_N_ELEMENTS (status))];
      break;
    case 2:
    case 3:
      o->qualifier = (TbQualifier) g_rand_int_range (drawer->rand, 0, TB_QUALIFIER_UNDER + 1);
      break;
    case 4:
      draw_kind (drawer, o, extra);
      break;
    case 5:
      draw_range (drawer, o, extra);
      break;
    case 6:
      draw_change (drawer, o, extra);
      break;
    case 7:
      extra->vintage = tb_day_new (2024, g_rand_int_range (drawer->rand, 1, 4), 1);
      o->extra = extra;
      break;
    default:
      extra->definition = new_text (drawer->pool, "New scope");
      o->extra = extra;
      break;
    }
}

static TbObservation
draw_row (Drawer             *drawer,
          guint               i,
          TbObservationExtra *extra)
{
  const TbVerdictDraw *options = drawer->options;
  TbObservation o = { .period = get_period (options, i), .has_value = TRUE,
                      .multiplier = { 1, (gint16) options->power },
                      .basis = tb_measure_default_basis (options->measure, TB_SINCE_YEAR_START) };

  o.value = shift (drawer, draw_value (drawer));
  if (options->is_wild)
    make_wild (drawer, &o);
  o.source = drawer->sources[g_rand_int_range (drawer->rand, 0, 3)];
  if (!options->is_plain && g_rand_int_range (drawer->rand, 0, 3) == 0)
    draw_special (drawer, &o, extra);

  return o;
}

static void
shuffle (Drawer *drawer,
         guint  *order,
         guint   n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (drawer->rand, 0, (gint32) i);
      guint kept = order[i - 1];

      order[i - 1] = order[j];
      order[j] = kept;
    }
}

static TbSeries *
draw_series (Drawer             *drawer,
             TbCatalog          *catalog,
             const TbSeriesInfo *info)
{
  const TbVerdictDraw *options = drawer->options;
  g_autoptr (TbSeriesBuilder) builder = tb_series_builder_new (catalog, info, options->n_rows);
  g_autofree guint *order = g_new (guint, options->n_rows);

  for (guint i = 0; i < options->n_rows; i++)
    order[i] = i;
  if (options->is_shuffled)
    shuffle (drawer, order, options->n_rows);
  for (guint i = 0; i < options->n_rows; i++)
    {
      int draw = options->is_plain ? 0 : g_rand_int_range (drawer->rand, 0, 20);
      TbObservationExtra extra = { 0 };
      TbObservation o = draw_row (drawer, order[i], &extra);

      /* A gap, one figure, or two of one period. */
      for (int times = draw == 1 ? 0 : draw == 2 ? 2 : 1; times > 0; times--)
        {
          g_assert_true (tb_series_builder_add (builder, &o));
          o.value.mantissa += 1;
        }
    }

  return tb_series_builder_finish (builder);
}

TbDataset *
tb_verdict_draw (const TbVerdictDraw *options)
{
  g_autoptr (TbPool) pool = tb_pool_new ();
  TbCatalog *catalog = tb_catalog_new (pool);
  TbUnit *base = tb_catalog_add_unit (catalog, "kg");
  TbUnit *unit = tb_catalog_add_unit (catalog, "t");
  TbSource *source = tb_catalog_add_source (catalog, "a");
  TbIndicator *indicator = tb_catalog_add_indicator (catalog, "i");
  TbDatasetInfo info = { .format = "dataset/1", .year_start = TB_CALENDAR_YEAR };
  TbSeriesInfo series_info = { .indicator = indicator, .multiplier = TB_DECIMAL_ONE, .year_start = TB_CALENDAR_YEAR,
                               .measure = options->measure, .since = TB_SINCE_YEAR_START };
  Drawer drawer = { .options = options, .rand = g_rand_new_with_seed (options->seed), .pool = pool };
  TbSeries *series;
  TbDataset *dataset;

  unit->kind = base->kind = options->is_percent ? TB_UNIT_PERCENT : options->is_count ? TB_UNIT_COUNT : TB_UNIT_MASS;
  unit->base = options->is_percent ? NULL : base;
  unit->factor = (TbDecimal) { 1000, 0 };
  base->factor = TB_DECIMAL_ONE;
  if (!options->is_percent)
    base->name = new_text (pool, "kg");
  if (!options->is_percent)
    unit->name = new_text (pool, "t");
  source->publisher = new_text (pool, "A");
  source->published = tb_day_new (2020, 5, 31);
  drawer.sources[0] = source;
  indicator->name = new_text (pool, "Thing");
  indicator->unit = series_info.unit = options->in_kilograms ? base : unit;
  indicator->measure = options->measure;
  info.title = new_text (pool, "Drawn");
  series = draw_series (&drawer, catalog, &series_info);
  dataset = tb_dataset_new (&info, catalog, &series, 1);
  tb_series_unref (series);
  tb_catalog_unref (catalog);
  g_rand_free (drawer.rand);

  return dataset;
}

TbVerdictDraw
tb_verdict_draw_any (void)
{
  static const struct { char frequency; TbMeasure measure; } sorts[] = {
    { 'A', TB_MEASURE_FLOW }, { 'Q', TB_MEASURE_FLOW }, { 'M', TB_MEASURE_FLOW }, { 'W', TB_MEASURE_FLOW },
    { 'D', TB_MEASURE_FLOW }, { 'E', TB_MEASURE_STOCK }, { 'M', TB_MEASURE_CUMULATIVE }, { 'Q', TB_MEASURE_RATIO },
    { 'M', TB_MEASURE_AVERAGE }, { 'A', TB_MEASURE_GROWTH }, { 'M', TB_MEASURE_UNSTATED }, { 'D', TB_MEASURE_STOCK },
  };
  int sort = g_test_rand_int_range (0, G_N_ELEMENTS (sorts));

  return (TbVerdictDraw) {
    .seed = (guint32) g_test_rand_int (),
    .frequency = sorts[sort].frequency,
    .measure = sorts[sort].measure,
    .is_percent = g_test_rand_int_range (0, 4) == 0,
    .n_rows = (guint) g_test_rand_int_range (1, 61),
    .is_plain = g_test_rand_int_range (0, 5) == 0,
    .is_shuffled = g_test_rand_int_range (0, 4) == 0,
  };
}
