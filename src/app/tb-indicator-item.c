/* One indicator as the sidebar shows it.
 *
 * Made when a row comes into sight and gone with it, so that it may work its
 * texts out at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-indicator-item.h"

#include "tb-figure-text.h"
#include "tb-proposal.h"

#include <glib/gi18n-lib.h>

/* In longer series the search for what to compare with would hold up scrolling. */
#define MAX_ROWS_COMPARED 10000

struct _TbIndicatorItem
{
  GObject            parent_instance;

  TbSession         *session;
  TbDataset         *dataset;    /* keeps @indicator */
  const TbIndicator *indicator;
  char              *place;
  char              *name;
  char              *domain;
  char              *figure;
  char              *change;     /* "▲ 4.2 pp"; NULL: none, or refused */
  char              *sentence;   /* the same in words; NULL likewise */
  gboolean           has_target;
  gboolean           has_course;
};

G_DEFINE_FINAL_TYPE (TbIndicatorItem, tb_indicator_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_DOMAIN,
  PROP_FIGURE,
  PROP_CHANGE,
  PROP_HAS_CHANGE,
  PROP_SPOKEN,
  PROP_TOOLTIP,
  PROP_HAS_TARGET,
  PROP_HAS_COURSE,
  PROP_SELECTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_in_place (TbIndicatorItem *self,
             TbSeries        *series)
{
  const TbPlace *place = tb_series_get_info (series)->place;

  return self->place == NULL || (place != NULL && g_strcmp0 (place->id, self->place) == 0);
}

/* The latest figure met so far. */
typedef struct
{
  TbSeries *series;      /* nullable: none yet */
  gsize     row;
  TbPeriod  period;
  gboolean  is_actual;
} Latest;

/* Results before intentions; then the later period. */
static gboolean
is_later (const Latest        *latest,
          const TbObservation *observation)
{
  gboolean is_actual = observation->kind == TB_KIND_ACTUAL;

  if (latest->series == NULL)
    return TRUE;
  if (is_actual != latest->is_actual)
    return is_actual;
  return tb_period_is_dated (observation->period) >= tb_period_is_dated (latest->period)
         && tb_period_compare (observation->period, latest->period) >= 0;
}

/* Looks for targets on the way. */
static void
find_latest (TbIndicatorItem *self,
             TbSeries        *series,
             Latest          *latest)
{
  gsize n = tb_series_get_n (series);
  g_autofree guint32 *rows = g_new (guint32, MAX (n, 1));
  gsize n_rows = tb_series_sort (series, rows);

  /* One figure has no course. */
  self->has_course = self->has_course || n_rows > 1;
  for (gsize i = 0; i < n_rows; i++)
    {
      TbObservation observation;

      tb_series_get (series, rows[i], &observation);
      self->has_target = self->has_target || observation.kind == TB_KIND_TARGET;
      if (is_later (latest, &observation))
        *latest = (Latest) { series, rows[i], observation.period, observation.kind == TB_KIND_ACTUAL };
    }
}

static char *
dup_figure (TbIndicatorItem *self,
            TbSeries        *series,
            gsize            row)
{
  TbLanguage language = tb_session_get_language (self->session);
  guint32 rows[] = { (guint32) row };
  TbObservation observation;
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;

  tb_series_get (series, row, &observation);
  value = tb_figure_dup_with_unit (series, &observation, tb_figure_scale (series, rows, 1, language), language);
  if (observation.period.kind == TB_PERIOD_NONE)
    return g_steal_pointer (&value);
  period = tb_period_label (observation.period, language, TB_PERIOD_LABEL_FULL);
  if (observation.kind != TB_KIND_ACTUAL)
    {
      const char *kind = tb_vocabulary_word (&tb_kinds, (int) observation.kind, language);

      /* Translators: the latest figure of an indicator: value, period, and what it is, e.g. "400 · 2023 · target" */
      return g_strdup_printf (_("%s · %s · %s"), value, period, kind);
    }
  /* Translators: the latest figure of an indicator: value and period, e.g. "3,500 · H1 2021" */
  return g_strdup_printf (_("%s · %s"), value, period);
}

/* The change on the figure that the rules of comparison propose, where they give
 * one. */
static void
read_change (TbIndicatorItem *self,
             const Latest    *latest)
{
  static const char *const arrows[] = { "▼ ", "", "▲ " };
  TbReference reference = TB_REFERENCE_OF (self->dataset);
  TbLanguage language = tb_session_get_language (self->session);
  TbFigure figure = { latest->series, latest->row };
  TbProposal found[TB_MAX_PROPOSALS];
  g_autofree char *size = NULL;
  int sign;

  if (!latest->is_actual || tb_series_get_n (latest->series) > MAX_ROWS_COMPARED
      || tb_proposal_list (self->dataset, figure, 0, reference, found) == 0)
    return;
  size = tb_verdict_dup_short (&found[0].verdict, found[0].base, figure, language, &sign);
  if (size == NULL)
    return;
  self->change = g_strconcat (arrows[sign + 1], size, NULL);
  self->sentence = tb_verdict_dup_text (&found[0].verdict, found[0].base, figure, reference, language);
}

static void
read_figures (TbIndicatorItem *self)
{
  gsize n_series;
  TbSeries *const *series = tb_dataset_get_series_of (self->dataset, self->indicator, &n_series);
  Latest latest = { 0 };

  for (gsize i = 0; i < n_series; i++)
    if (is_in_place (self, series[i]))
      find_latest (self, series[i], &latest);
  if (latest.series != NULL)
    {
      self->figure = dup_figure (self, latest.series, latest.row);
      read_change (self, &latest);
    }
  else
    self->figure = g_strdup (_("No figures"));
}

/* The figure, and in words how it changed. */
static char *
dup_sentence (TbIndicatorItem *self)
{
  if (self->sentence == NULL)
    return g_strdup (self->figure);
  /* Translators: the latest figure of an indicator, and how it changed */
  return g_strdup_printf (_("%s; %s"), self->figure, self->sentence);
}

static char *
dup_spoken (TbIndicatorItem *self)
{
  g_autofree char *sentence = dup_sentence (self);

  if (!self->has_target)
    return g_steal_pointer (&sentence);
  /* Translators: told by screen readers: the latest figure of an indicator that also has a target */
  return g_strdup_printf (_("%s; has a target"), sentence);
}

static char *
dup_tooltip (TbIndicatorItem *self)
{
  TbLanguage language = tb_session_get_language (self->session);
  const char *description = tb_text_get (&self->indicator->description, language);
  g_autofree char *sentence = dup_sentence (self);

  if (description != NULL && *description != '\0')
    return g_strdup_printf ("%s\n%s\n%s", self->name, sentence, description);
  return g_strdup_printf ("%s\n%s", self->name, sentence);
}

static void
selection_changed_cb (TbIndicatorItem *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
tb_indicator_item_get_property (GObject    *object,
                                guint       property,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TbIndicatorItem *self = TB_INDICATOR_ITEM (object);

  switch (property)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_DOMAIN:
      g_value_set_string (value, self->domain);
      break;
    case PROP_FIGURE:
      g_value_set_string (value, self->figure);
      break;
    case PROP_CHANGE:
      g_value_set_string (value, self->change);
      break;
    case PROP_HAS_CHANGE:
      g_value_set_boolean (value, self->change != NULL);
      break;
    case PROP_SPOKEN:
      g_value_take_string (value, dup_spoken (self));
      break;
    case PROP_TOOLTIP:
      g_value_take_string (value, dup_tooltip (self));
      break;
    case PROP_HAS_TARGET:
      g_value_set_boolean (value, self->has_target);
      break;
    case PROP_HAS_COURSE:
      g_value_set_boolean (value, self->has_course);
      break;
    case PROP_SELECTED:
      g_value_set_boolean (value, tb_indicator_item_get_selected (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
tb_indicator_item_set_property (GObject      *object,
                                guint         property,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (property)
    {
    case PROP_SELECTED:
      tb_indicator_item_set_selected (TB_INDICATOR_ITEM (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
tb_indicator_item_finalize (GObject *object)
{
  TbIndicatorItem *self = TB_INDICATOR_ITEM (object);

  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->domain, g_free);
  g_clear_pointer (&self->figure, g_free);
  g_clear_pointer (&self->change, g_free);
  g_clear_pointer (&self->sentence, g_free);
  g_clear_pointer (&self->dataset, tb_dataset_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tb_indicator_item_parent_class)->finalize (object);
}

static void
tb_indicator_item_class_init (TbIndicatorItemClass *klass)
{
  static const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tb_indicator_item_get_property;
  object_class->set_property = tb_indicator_item_set_property;
  object_class->finalize = tb_indicator_item_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, readable);
  properties[PROP_DOMAIN] = g_param_spec_string ("domain", NULL, NULL, NULL, readable);
  properties[PROP_FIGURE] = g_param_spec_string ("figure", NULL, NULL, NULL, readable);
  properties[PROP_CHANGE] = g_param_spec_string ("change", NULL, NULL, NULL, readable);
  properties[PROP_HAS_CHANGE] = g_param_spec_boolean ("has-change", NULL, NULL, FALSE, readable);
  properties[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, readable);
  properties[PROP_TOOLTIP] = g_param_spec_string ("tooltip", NULL, NULL, NULL, readable);
  properties[PROP_HAS_TARGET] = g_param_spec_boolean ("has-target", NULL, NULL, FALSE, readable);
  properties[PROP_HAS_COURSE] = g_param_spec_boolean ("has-course", NULL, NULL, FALSE, readable);
  properties[PROP_SELECTED] = g_param_spec_boolean ("selected", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tb_indicator_item_init (TbIndicatorItem *self)
{
}

/**
 * tb_indicator_item_new:
 * @session: with a dataset open
 * @indicator: an indicator of it
 *
 * Makes the texts of a sidebar row.
 *
 * Returns: (transfer full): a new item
 */
TbIndicatorItem *
tb_indicator_item_new (TbSession         *session,
                       const TbIndicator *indicator)
{
  TbIndicatorItem *self = g_object_new (TB_TYPE_INDICATOR_ITEM, NULL);
  TbLanguage language = tb_session_get_language (session);

  self->session = g_object_ref (session);
  self->dataset = tb_dataset_ref (tb_session_get_dataset (session));
  self->indicator = indicator;
  self->place = g_strdup (tb_session_get_place (session));
  self->name = tb_text_dup_marked (&indicator->name, language);
  if (indicator->domain != NULL)
    self->domain = tb_text_dup_marked (&indicator->domain->name, language);
  else
    /* Translators: heading of the indicators that belong to no domain */
    self->domain = g_strdup (_("Other"));
  read_figures (self);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

TbSession *
tb_indicator_item_get_session (TbIndicatorItem *self)
{
  g_return_val_if_fail (TB_IS_INDICATOR_ITEM (self), NULL);

  return self->session;
}

const TbIndicator *
tb_indicator_item_get_indicator (TbIndicatorItem *self)
{
  g_return_val_if_fail (TB_IS_INDICATOR_ITEM (self), NULL);

  return self->indicator;
}

TbDataset *
tb_indicator_item_get_dataset (TbIndicatorItem *self)
{
  g_return_val_if_fail (TB_IS_INDICATOR_ITEM (self), NULL);

  return self->dataset;
}

const char *
tb_indicator_item_get_place (TbIndicatorItem *self)
{
  g_return_val_if_fail (TB_IS_INDICATOR_ITEM (self), NULL);

  return self->place;
}

gboolean
tb_indicator_item_get_selected (TbIndicatorItem *self)
{
  g_return_val_if_fail (TB_IS_INDICATOR_ITEM (self), FALSE);

  return tb_session_is_selected (self->session, self->indicator);
}

/**
 * tb_indicator_item_set_selected:
 * @self: an item
 * @selected: whether the indicator shall be in the selection
 *
 * Adds the indicator to the selection, or takes it out.
 */
void
tb_indicator_item_set_selected (TbIndicatorItem *self,
                                gboolean         selected)
{
  g_return_if_fail (TB_IS_INDICATOR_ITEM (self));

  /* An item can outlive its dataset's stay in the window by a frame. */
  if (tb_session_get_dataset (self->session) != self->dataset)
    return;
  if (selected)
    tb_session_select (self->session, self->indicator, FALSE);
  else
    tb_session_unselect (self->session, self->indicator);
}

