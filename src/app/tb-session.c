/* What is open in a window, and what of it is looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-session.h"

struct _TbSession
{
  GObject     parent_instance;

  TbLanguage  language;
  GFile      *file;
  gint64      opened;    /* µs since the epoch */
  TbDataset  *dataset;
  TbProblems *problems;
  GPtrArray  *selected;  /* const TbIndicator *, in the order of choosing */
  GHashTable *members;   /* the same as a set */
  char       *place;
  int         chart_type;
  TbPeriod    from;
  TbPeriod    to;
  GPtrArray  *hidden;    /* of char *, NULL at the end */
};

G_DEFINE_FINAL_TYPE (TbSession, tb_session, G_TYPE_OBJECT)

enum
{
  SIGNAL_OPENED,
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_PLACE_CHANGED,
  SIGNAL_CHART_TYPE_CHANGED,
  SIGNAL_SHOWN_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Long series make the best first picture, but the list's order is the
 * publisher's: the first one with something to compare is shown. */
#define FIRST_SHOWN_MIN_ROWS 3

/* Another choice of indicators is looked at as a whole. */
static void
show_all (TbSession *self)
{
  self->from = self->to = TB_PERIOD_UNDATED;
  g_ptr_array_set_size (self->hidden, 0);
}

static void
clear_selected (TbSession *self)
{
  g_ptr_array_set_size (self->selected, 0);
  g_hash_table_remove_all (self->members);
}

static gboolean
add_selected (TbSession         *self,
              const TbIndicator *indicator)
{
  if (!g_hash_table_add (self->members, (gpointer) indicator))
    return FALSE;
  g_ptr_array_add (self->selected, (gpointer) indicator);
  return TRUE;
}

static gsize
count_rows (TbDataset         *dataset,
            const TbIndicator *indicator)
{
  gsize n_series;
  TbSeries *const *series = tb_dataset_get_series_of (dataset, indicator, &n_series);
  gsize n = 0;

  for (gsize i = 0; i < n_series; i++)
    n = MAX (n, tb_series_get_n (series[i]));
  return n;
}

static void
select_first (TbSession *self)
{
  TbCatalog *catalog = tb_dataset_get_catalog (self->dataset);
  gsize n = tb_catalog_get_n_indicators (catalog);
  const TbIndicator *first = NULL;

  for (gsize i = 0; i < n; i++)
    {
      const TbIndicator *indicator = tb_catalog_get_indicator (catalog, i);
      gsize n_rows = count_rows (self->dataset, indicator);

      if (n_rows > 0 && first == NULL)
        first = indicator;
      if (n_rows >= FIRST_SHOWN_MIN_ROWS)
        {
          first = indicator;
          break;
        }
    }
  if (first != NULL)
    add_selected (self, first);
}

static void
tb_session_finalize (GObject *object)
{
  TbSession *self = TB_SESSION (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->dataset, tb_dataset_unref);
  g_clear_pointer (&self->problems, tb_problems_unref);
  g_clear_pointer (&self->selected, g_ptr_array_unref);
  g_clear_pointer (&self->members, g_hash_table_unref);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->hidden, g_ptr_array_unref);
  G_OBJECT_CLASS (tb_session_parent_class)->finalize (object);
}

static void
tb_session_class_init (TbSessionClass *klass)
{
  static const char *const names[N_SIGNALS] = {
    "opened", "selection-changed", "place-changed", "chart-type-changed", "shown-changed",
  };

  G_OBJECT_CLASS (klass)->finalize = tb_session_finalize;
  for (gsize i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], TB_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tb_session_init (TbSession *self)
{
  self->selected = g_ptr_array_new ();
  self->members = g_hash_table_new (NULL, NULL);
  self->chart_type = -1;
  self->from = self->to = TB_PERIOD_UNDATED;
  self->hidden = g_ptr_array_new_null_terminated (2, g_free, TRUE);
}

/**
 * tb_session_new:
 * @language: of the window, and so of the figures on it
 *
 * Makes a session with nothing open.
 *
 * Returns: (transfer full): a new session
 */
TbSession *
tb_session_new (TbLanguage language)
{
  TbSession *self = g_object_new (TB_TYPE_SESSION, NULL);

  self->language = language;
  return self;
}

/**
 * tb_session_open:
 * @self: a session
 * @file: where @dataset was read from
 * @dataset: what is open from now on
 * @problems: (nullable): the warnings of reading it
 *
 * Puts a dataset in the place of what was open, and shows its first indicator
 * with several figures.
 */
void
tb_session_open (TbSession  *self,
                 GFile      *file,
                 TbDataset  *dataset,
                 TbProblems *problems)
{
  g_return_if_fail (TB_IS_SESSION (self));
  g_return_if_fail (dataset != NULL);

  clear_selected (self);
  g_set_object (&self->file, file);
  self->opened = g_get_real_time ();
  tb_dataset_ref (dataset);
  g_clear_pointer (&self->dataset, tb_dataset_unref);
  self->dataset = dataset;
  g_clear_pointer (&self->problems, tb_problems_unref);
  if (problems != NULL)
    self->problems = tb_problems_ref (problems);
  g_clear_pointer (&self->place, g_free);
  self->chart_type = -1;
  show_all (self);
  select_first (self);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

TbLanguage
tb_session_get_language (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), TB_LANGUAGE_EN);

  return self->language;
}

gint64
tb_session_get_opened (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), 0);

  return self->opened;
}

GFile *
tb_session_get_file (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  return self->file;
}

TbDataset *
tb_session_get_dataset (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  return self->dataset;
}

TbProblems *
tb_session_get_problems (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  return self->problems;
}

/**
 * tb_session_dup_title:
 * @self: a session
 *
 * Gets the title of the open dataset in the window's language.
 *
 * Returns: (transfer full) (nullable): the title; %NULL where nothing is open
 */
char *
tb_session_dup_title (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  if (self->dataset == NULL)
    return NULL;
  return tb_text_dup_marked (&tb_dataset_get_info (self->dataset)->title, self->language);
}

/**
 * tb_session_dup_name:
 * @self: a session
 *
 * Makes a name for what is selected, fit for a file: the id of the first
 * indicator, and how many more there are.
 *
 * Returns: (transfer full): the name, never empty
 */
char *
tb_session_dup_name (TbSession *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  if (self->selected->len == 0)
    return g_strdup ("tongbi");
  name = g_strdup (tb_session_get_selected (self, 0)->id);
  g_strdelimit (name, "/\\:", '-');
  if (self->selected->len == 1)
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s+%u", name, self->selected->len - 1);
}

const char *
tb_session_get_place (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  return self->place;
}

/**
 * tb_session_set_place:
 * @self: a session
 * @place: (nullable): id of the place looked at; %NULL: all
 *
 * Limits what is shown to one place.
 */
void
tb_session_set_place (TbSession  *self,
                      const char *place)
{
  g_return_if_fail (TB_IS_SESSION (self));

  if (g_set_str (&self->place, place))
    {
      g_signal_emit (self, signals[SIGNAL_PLACE_CHANGED], 0);
      g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
    }
}

int
tb_session_get_chart_type (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), -1);

  return self->chart_type;
}

void
tb_session_set_chart_type (TbSession *self,
                           int        type)
{
  g_return_if_fail (TB_IS_SESSION (self));

  if (self->chart_type == type)
    return;
  self->chart_type = type;
  g_signal_emit (self, signals[SIGNAL_CHART_TYPE_CHANGED], 0);
}

void
tb_session_get_span (TbSession *self,
                     TbPeriod  *out_from,
                     TbPeriod  *out_to)
{
  g_return_if_fail (TB_IS_SESSION (self));

  *out_from = self->from;
  *out_to = self->to;
}

/**
 * tb_session_set_span:
 * @self: a session
 * @from: the first period that is looked at; undated: open
 * @to: the last one, likewise
 *
 * Zooms into a span of time, or out of it again. It is kept as long as the
 * selection only grows or shrinks.
 */
void
tb_session_set_span (TbSession *self,
                     TbPeriod   from,
                     TbPeriod   to)
{
  g_return_if_fail (TB_IS_SESSION (self));

  if (tb_period_equal (self->from, from) && tb_period_equal (self->to, to))
    return;
  self->from = from;
  self->to = to;
  g_signal_emit (self, signals[SIGNAL_SHOWN_CHANGED], 0);
}

gboolean
tb_session_is_zoomed (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), FALSE);

  return tb_period_is_dated (self->from) || tb_period_is_dated (self->to);
}

static gboolean
find_hidden (TbSession      *self,
             const TbSeries *series,
             guint          *out_index)
{
  g_autofree char *key = tb_series_dup_key (series);

  return g_ptr_array_find_with_equal_func (self->hidden, key, g_str_equal, out_index);
}

gboolean
tb_session_is_hidden (TbSession      *self,
                      const TbSeries *series)
{
  g_return_val_if_fail (TB_IS_SESSION (self), FALSE);

  return find_hidden (self, series, NULL);
}

/**
 * tb_session_set_hidden:
 * @self: a session
 * @series: a series of the open dataset
 * @hidden: whether it is switched off
 *
 * Switches a series off, as a click in the legend does, or on again.
 */
void
tb_session_set_hidden (TbSession      *self,
                       const TbSeries *series,
                       gboolean        hidden)
{
  guint index;

  g_return_if_fail (TB_IS_SESSION (self));

  if (find_hidden (self, series, &index) == hidden)
    return;
  if (hidden)
    g_ptr_array_add (self->hidden, tb_series_dup_key (series));
  else
    g_ptr_array_remove_index (self->hidden, index);
  g_signal_emit (self, signals[SIGNAL_SHOWN_CHANGED], 0);
}

gsize
tb_session_get_n_selected (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), 0);

  return self->selected->len;
}

const TbIndicator *
tb_session_get_selected (TbSession *self,
                         gsize      i)
{
  g_return_val_if_fail (TB_IS_SESSION (self), NULL);
  g_return_val_if_fail (i < self->selected->len, NULL);

  return g_ptr_array_index (self->selected, i);
}

gboolean
tb_session_is_selected (TbSession         *self,
                        const TbIndicator *indicator)
{
  g_return_val_if_fail (TB_IS_SESSION (self), FALSE);

  return g_hash_table_contains (self->members, indicator);
}

/**
 * tb_session_select:
 * @self: a session
 * @indicator: an indicator of the open dataset
 * @only: whether all others are let go
 *
 * Selects one indicator. A chart type that was asked for is kept for a larger
 * selection, and forgotten where the user turns to another indicator.
 */
void
tb_session_select (TbSession         *self,
                   const TbIndicator *indicator,
                   gboolean           only)
{
  gboolean was_only;

  g_return_if_fail (TB_IS_SESSION (self));
  g_return_if_fail (indicator != NULL);

  was_only = self->selected->len == 1 && tb_session_is_selected (self, indicator);
  if (only && was_only)
    return;
  if (only)
    {
      clear_selected (self);
      self->chart_type = -1;
      show_all (self);
    }
  if (add_selected (self, indicator) || only)
    g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

void
tb_session_unselect (TbSession         *self,
                     const TbIndicator *indicator)
{
  g_return_if_fail (TB_IS_SESSION (self));

  if (!g_hash_table_remove (self->members, indicator))
    return;
  g_ptr_array_remove (self->selected, (gpointer) indicator);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

/**
 * tb_session_select_all:
 * @self: a session
 * @indicators: (array length=n): indicators of the open dataset
 * @n: how many
 *
 * Makes these the selection, in this order.
 */
void
tb_session_select_all (TbSession                *self,
                       const TbIndicator *const *indicators,
                       gsize                     n)
{
  g_return_if_fail (TB_IS_SESSION (self));

  clear_selected (self);
  for (gsize i = 0; i < n; i++)
    add_selected (self, indicators[i]);
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

void
tb_session_unselect_all (TbSession *self)
{
  g_return_if_fail (TB_IS_SESSION (self));

  if (self->selected->len > 0)
    tb_session_select_all (self, NULL, 0);
}

/**
 * tb_session_dup_ids:
 * @self: a session
 *
 * Gets the ids of the selected indicators.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids, in the order of choosing
 */
char **
tb_session_dup_ids (TbSession *self)
{
  char **ids;

  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  ids = g_new0 (char *, self->selected->len + 1);
  for (guint i = 0; i < self->selected->len; i++)
    ids[i] = g_strdup (tb_session_get_selected (self, i)->id);
  return ids;
}

/**
 * tb_session_dup_spec:
 * @self: a session
 * @language: of the figure
 * @style: its colours
 * @width: of the page, logical px
 * @height: of the page, logical px
 *
 * Makes the chart that is looked at, for one page.
 *
 * Returns: (transfer full): a new spec
 */
TbChartSpec *
tb_session_dup_spec (TbSession  *self,
                     TbLanguage  language,
                     TbStyle     style,
                     double      width,
                     double      height)
{
  g_auto (GStrv) ids = NULL;
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;

  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  ids = tb_session_dup_ids (self);
  fields.indicators = ids;
  fields.place = self->place;
  fields.language = language;
  fields.style = style;
  fields.width = width;
  fields.height = height;
  fields.from = self->from;
  fields.to = self->to;
  if (self->hidden->len > 0)
    fields.hidden = (char **) self->hidden->pdata;
  if (self->chart_type >= 0)
    fields.type = (TbChartType) self->chart_type;
  return tb_chart_spec_new (&fields);
}
