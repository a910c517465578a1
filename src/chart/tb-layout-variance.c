/* C3, C4, C5: columns, and above them how far they are from what they are set against.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-layout-variance.h"

#include "tb-layout-variance-private.h"

#include <math.h>

/* The share of the page that the figures keep before panels give way, and units. */
#define BASE_SHARE 0.38
#define BASE_SHARE_OF_ONE 0.34
#define LEAST_BASE 60.0

/* Lines of text that a plot is high at least; with an axis, whose numbers stand apart. */
#define LINES_OF_PLOT 2.1
#define LINES_OF_PLOT_WITH_AXIS 2.9
#define LINES_BELOW_PINS 2.2
#define LINES_BELOW_GROWTH 1.5

/* The panel of percentages takes this share, and at most so many units. */
#define RELATIVE_SHARE 0.25
#define GROWTH_SHARE 0.36
#define MOST_RELATIVE 130.0

/* N-7: a pin that is cut off is longer than the others by this. */
#define BEYOND 1.5
#define LEAST_PINS 16.0
#define GOOD_PINS 36.0
#define GOOD_PINS_SHARE 0.36
#define LEAST_COLUMNS 6.0

#define PANEL_GAP 9.0

/* Rounds of fitting the two scales into one. */
#define MOST_ROUNDS 5

double
tb_variance_page_get_gap (const TbVariancePage *page)
{
  return 3 * page->page->unit;
}

double
tb_variance_page_get_line (const TbVariancePage *page)
{
  TbLabel sample = tb_canvas_measure (page->page, &page->page->label, "+1,234.5");

  return tb_label_get_height (&sample) + 2 * tb_variance_page_get_gap (page);
}

/* What the numbers of the panel lie between, zero among them. */
static void
find_extent (TbVariancePanel      *self,
             const TbVariancePage *page)
{
  gboolean rises = FALSE;
  gboolean falls = FALSE;
  double furthest;

  self->low = self->high = 0;
  self->above = self->below = FALSE;
  for (guint i = 0; i < page->content->pairs->len; i++)
    {
      const TbVariance *pair = &g_array_index (page->content->pairs, TbVariance, i);
      double number = tb_variance_panel_get_number (self, pair);

      self->below = self->below || number < 0;
      self->above = self->above || !(number < 0);
      if (self->is_relative && pair->is_outlier)
        {
          rises = rises || number > 0;
          falls = falls || number < 0;
          continue;
        }
      self->low = fmin (self->low, number);
      self->high = fmax (self->high, number);
    }
  furthest = fmax (self->high, -self->low) * BEYOND;
  if (rises)
    self->high = furthest > 0 ? furthest : 1;
  if (falls)
    self->low = furthest > 0 ? -furthest : -1;
}

static void
init_panel (TbVariancePanel *self,
            TbVariancePage  *page,
            gboolean         is_relative,
            gboolean         shown)
{
  const TbCanvas *canvas = page->page;

  self->is_relative = is_relative;
  self->shown = shown;
  if (!shown)
    return;
  self->caption = tb_text_block_new (canvas->measure, &canvas->label, canvas->theme->text_muted,
                                     is_relative ? page->content->relative_caption : page->content->absolute_caption,
                                     page->room.width);
  self->slots = g_array_new (FALSE, TRUE, sizeof (TbSlot));
  find_extent (self, page);
}

static void
clear_panel (TbVariancePanel *self)
{
  g_clear_pointer (&self->caption, tb_text_block_free);
  g_clear_pointer (&self->axis, tb_value_axis_free);
  for (guint i = 0; self->slots != NULL && i < self->slots->len; i++)
    g_free (g_array_index (self->slots, TbSlot, i).text);
  g_clear_pointer (&self->slots, g_array_unref);
}

/* FALSE: so many panels leave no room for the figures. */
static gboolean
init_panels (TbVariancePage *page,
             gboolean        with_absolute,
             gboolean        with_relative)
{
  double unit = page->page->unit;
  gboolean both = with_absolute && with_relative;
  double base = MAX (page->room.height * (both ? BASE_SHARE : BASE_SHARE_OF_ONE), LEAST_BASE * unit);
  double needed = base;

  clear_panel (&page->absolute);
  clear_panel (&page->relative);
  init_panel (&page->absolute, page, FALSE, with_absolute);
  init_panel (&page->relative, page, TRUE, with_relative);
  if (with_absolute)
    needed += tb_variance_panel_get_overhead (&page->absolute, page) + (LEAST_COLUMNS + PANEL_GAP) * unit;
  if (with_relative)
    needed += tb_variance_panel_get_overhead (&page->relative, page) + (LEAST_PINS + PANEL_GAP) * unit;

  return needed <= page->room.height;
}

static void
gather_behind (TbVariancePage *page)
{
  const TbVariances *content = page->content;
  const TbTrack *track = &content->part->tracks[0];

  page->behind = g_new0 (TbBehind, content->pairs->len + 1);
  for (guint i = 0; i < content->pairs->len && content->against != TB_AGAINST_GROWTH; i++)
    {
      const TbVariance *pair = &g_array_index (content->pairs, TbVariance, i);
      const TbObservation *observation = &pair->base.observation;
      double value = pair->has_base ? tb_interval_get_stated (&pair->base.value) : NAN;
      TbDatum datum = { track->index, (int) pair->base.figure.row };

      if (isnan (value) || pair->is_near)
        continue;
      /* What a column of its own shows is found there. */
      for (gsize k = 0; k < track->n_points; k++)
        if (pair->base.implied || track->points[k].row == datum.row)
          datum = TB_NO_DATUM;
      page->behind[page->n_behind++] = (TbBehind) {
        .point = pair->point,
        .kind = content->against == TB_AGAINST_PLAN ? observation->kind : TB_KIND_ACTUAL,
        .value = value,
        .soft = pair->base.implied,
        .dashed = observation->extra != NULL && observation->extra->target.binding == TB_NO,
        .datum = datum,
      };
    }
}

static void
lay_out_base (TbVariancePage *page,
              double          height,
              gboolean        with_axis)
{
  TbRect room = page->room;
  TbPanel panel;

  room.y += room.height - height;
  room.height = height;
  panel = TB_PANEL_INIT (room);
  panel.behind = page->behind;
  panel.n_behind = page->n_behind;
  panel.with_axis = with_axis;
  panel.plain_numbers = page->content->against != TB_AGAINST_GROWTH;
  g_clear_pointer (&page->base, tb_column_layout_free);
  page->canvas.n_dropped = 0;
  page->base = tb_column_layout_new (&page->canvas, &panel);
}

static gboolean
has_axis (const TbVariancePage *page)
{
  return tb_column_layout_get_values (page->base)->shown;
}

/* px of one unit of the figures. */
static double
get_scale (const TbVariancePage *page)
{
  const TbValueAxis *values = tb_column_layout_get_values (page->base);

  return fabs (values->scale.range[1] - values->scale.range[0]) / (values->scale.domain[1] - values->scale.domain[0]);
}

/* N-6: figures and variances of one unit share a scale: what is left of the height
 * is parted so that a length means the same in both. */
static double
fit_base (TbVariancePage *page,
          double          height)
{
  const TbVariancePanel *panel = &page->absolute;
  double overhead = tb_variance_panel_get_overhead (panel, page) + PANEL_GAP * page->page->unit;
  double base = height - overhead;
  gboolean with_axis = FALSE;

  for (int i = 0; i < MOST_ROUNDS; i++)
    {
      const TbValueAxis *values;
      double domain;
      double around;
      double next;

      lay_out_base (page, base, with_axis);
      with_axis = with_axis || has_axis (page);
      values = tb_column_layout_get_values (page->base);
      domain = values->scale.domain[1] - values->scale.domain[0];
      around = base - get_scale (page) * domain;
      next = around + domain * MAX (height - around - overhead, 1) / (domain + panel->high - panel->low);
      if (fabs (next - base) < 0.25)
        break;
      base = next;
    }
  lay_out_base (page, base, with_axis);

  return base;
}

static double
get_relative_height (const TbVariancePage *page)
{
  const TbVariancePanel *panel = &page->relative;
  double unit = page->page->unit;
  double overhead = tb_variance_panel_get_overhead (panel, page);
  double share = page->content->against == TB_AGAINST_GROWTH ? GROWTH_SHARE : RELATIVE_SHARE;

  share = MAX (share, MIN (GOOD_PINS_SHARE, (overhead + GOOD_PINS * unit) / page->room.height));

  return CLAMP (page->room.height * share, overhead + LEAST_PINS * unit, overhead + MOST_RELATIVE * unit);
}

/* Scales and zero lines of a panel that lies at @y. */
static void
place_panel (TbVariancePanel *self,
             TbVariancePage  *page,
             double           y,
             double           height)
{
  double line = tb_variance_page_get_line (page) + (self->is_relative ? tb_variance_page_get_head (page) : 0);
  double range = self->high - self->low;
  double gap = tb_variance_page_get_gap (page);
  double above = self->caption->height + (self->above ? gap + line : 3 * gap);
  double space = height - above - (self->below ? line : 0);

  self->room = (TbRect) { page->room.x, y, page->room.width, height };
  self->top = y + above;
  if (self->is_relative)
    {
      self->bottom = self->top + MAX (space, 1);
      self->zero = range > 0 ? self->top + (self->bottom - self->top) * self->high / range : self->bottom;
      return;
    }
  self->zero = self->top + get_scale (page) * self->high;
  self->bottom = self->zero - get_scale (page) * self->low;
}

static void
place (TbVariancePage *page)
{
  double gap = PANEL_GAP * page->page->unit;
  double relative = page->relative.shown ? get_relative_height (page) + gap : 0;
  double height = page->room.height - relative;
  double base = height;

  if (page->absolute.shown)
    base = fit_base (page, height);
  else
    lay_out_base (page, height, FALSE);
  if (page->relative.shown)
    place_panel (&page->relative, page, page->room.y, relative - gap);
  if (page->absolute.shown)
    place_panel (&page->absolute, page, page->room.y + relative, height - base - gap);
}

static gboolean
is_too_flat (const TbVariancePage *page)
{
  gboolean is_growth = page->content->against == TB_AGAINST_GROWTH;
  double n_lines = is_growth               ? LINES_BELOW_GROWTH
                   : !page->absolute.shown ? LINES_BELOW_PINS
                   : has_axis (page)       ? LINES_OF_PLOT_WITH_AXIS
                                           : LINES_OF_PLOT;

  return tb_column_layout_get_plot (page->base).height < n_lines * tb_variance_page_get_line (page);
}

/* Where there is not room for all panels, one is left: amounts, which share the scale
 * of the figures, or pins, which need the least; else none. */
static void
choose_panels (TbVariancePage *page)
{
  static const struct { gboolean absolute, relative; } choices[] = { { 1, 1 }, { 1, 0 }, { 0, 1 }, { 0, 0 } };
  const TbVariances *content = page->content;

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      gboolean is_last = !choices[i].absolute && !choices[i].relative;

      if ((choices[i].absolute && !content->with_absolute) || (choices[i].relative && !content->with_relative))
        continue;
      if (!init_panels (page, choices[i].absolute, choices[i].relative) && !is_last)
        continue;
      place (page);
      if (is_last || !is_too_flat (page))
        return;
    }
}

static void
init_page (TbVariancePage     *self,
           TbCanvas           *canvas,
           const TbChartFrame *frame,
           const TbVariances  *content)
{
  *self = (TbVariancePage) { .page = canvas, .content = content, .room = frame->plot };
  self->canvas = tb_canvas_for_part (canvas, content->part);
  self->plain = tb_canvas_for_part (canvas, content->plain);
  gather_behind (self);
  choose_panels (self);
}

static void
clear_page (TbVariancePage *self)
{
  clear_panel (&self->absolute);
  clear_panel (&self->relative);
  tb_column_layout_free (self->base);
  g_free (self->behind);
}

/**
 * tb_layout_variance_limit:
 * @canvas: the canvas
 * @frame: what stands around the plot
 * @content: the pairs
 *
 * Leaves out of @content the panels that find no room.
 *
 * Returns: whether there are such
 */
gboolean
tb_layout_variance_limit (TbCanvas           *canvas,
                          const TbChartFrame *frame,
                          TbVariances        *content)
{
  TbVariancePage page;
  gboolean with_absolute, with_relative;

  init_page (&page, canvas, frame, content);
  with_absolute = page.absolute.shown;
  with_relative = page.relative.shown;
  clear_page (&page);
  if (with_absolute == content->with_absolute && with_relative == content->with_relative)
    return FALSE;
  tb_variances_limit (content, with_absolute, with_relative);

  return TRUE;
}

/**
 * tb_layout_variance:
 * @canvas: the canvas
 * @frame: what stands around the plot
 * @content: the pairs
 *
 * Lays out the figures as columns with what they are set against behind them, above
 * these the absolute variances in the same scale, and above those the relative ones,
 * each panel with a zero line of its own (semantics N-2, N-3, N-6).
 */
void
tb_layout_variance (TbCanvas           *canvas,
                    const TbChartFrame *frame,
                    const TbVariances  *content)
{
  TbVariancePage page;

  init_page (&page, canvas, frame, content);
  if (page.relative.shown)
    tb_variance_panel_fill (&page.relative, &page);
  if (page.absolute.shown)
    tb_variance_panel_fill (&page.absolute, &page);

  tb_column_layout_draw (page.base);
  canvas->n_dropped += page.canvas.n_dropped;
  if (page.absolute.shown)
    tb_variance_panel_draw (&page.absolute, &page);
  if (page.relative.shown)
    tb_variance_panel_draw (&page.relative, &page);
  clear_page (&page);
}
