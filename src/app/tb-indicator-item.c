/* One indicator as the sidebar and the overview show it.
 *
 * Made when a row or card comes near and gone with it. A row's few texts are worked
 * out when first asked for; what a card says takes longer and is handed in later.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-indicator-item.h"

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
  gboolean           is_pending; /* @digest is handed in */
  TbDigest          *digest;     /* nullable: not worked out yet */
};

G_DEFINE_FINAL_TYPE (TbIndicatorItem, tb_indicator_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_DOMAIN,
  PROP_DIGEST,
  PROP_CARD_NAME,
  PROP_FIGURE,
  PROP_CHANGE,
  PROP_SPOKEN,
  PROP_TOOLTIP,
  PROP_HAS_TARGET,
  PROP_HAS_COURSE,
  PROP_SELECTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
ensure_digest (TbIndicatorItem *self)
{
  TbDigestParts parts;

  if (self->digest != NULL || self->is_pending)
    return;
  parts = tb_digest_count_rows (self->dataset, self->indicator) > MAX_ROWS_COMPARED ? 0 : TB_DIGEST_CHANGE;
  self->digest = tb_digest_new (self->dataset, self->indicator, self->place, parts,
                                tb_session_get_language (self->session));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIGEST]);
}

/* The figure, and in words how it changed. */
static char *
dup_sentence (TbIndicatorItem *self)
{
  g_autofree char *figure = NULL;

  if (self->digest == NULL)
    return g_strdup ("");
  figure = tb_digest_dup_figure (self->digest);
  if (self->digest->sentence == NULL)
    return g_steal_pointer (&figure);
  /* Translators: the latest figure of an indicator, and how it changed */
  return g_strdup_printf (_("%s; %s"), figure, self->digest->sentence);
}

static char *
dup_spoken (TbIndicatorItem *self)
{
  g_autofree char *sentence = dup_sentence (self);

  if (self->digest == NULL || !self->digest->has_target)
    return g_steal_pointer (&sentence);
  /* Translators: told by screen readers: the latest figure of an indicator that also has a target */
  return g_strdup_printf (_("%s; has a target"), sentence);
}

/* All that the card says. */
static char *
dup_card_name (TbIndicatorItem *self)
{
  g_autofree char *spoken = NULL;

  if (self->digest == NULL)
    return g_strdup (self->name);
  spoken = tb_digest_dup_spoken (self->digest);
  /* Translators: told by screen readers: an indicator, and what is known of it */
  return g_strdup_printf (_("%s: %s"), self->digest->title, spoken);
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

/* "▲ 4.2 pp" */
static char *
dup_change (TbIndicatorItem *self)
{
  const TbDigest *digest = self->digest;

  if (digest == NULL || digest->change == NULL)
    return NULL;
  return digest->arrow != NULL ? g_strdup_printf ("%s %s", digest->arrow, digest->change) : g_strdup (digest->change);
}

static void
selection_changed_cb (TbIndicatorItem *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static char *
dup_text (TbIndicatorItem *self,
          guint            property)
{
  switch (property)
    {
    case PROP_NAME:
      return g_strdup (self->name);
    case PROP_DOMAIN:
      return g_strdup (self->domain);
    case PROP_CARD_NAME:
      return dup_card_name (self);
    case PROP_FIGURE:
      return self->digest != NULL ? tb_digest_dup_figure (self->digest) : NULL;
    case PROP_CHANGE:
      return dup_change (self);
    case PROP_SPOKEN:
      return dup_spoken (self);
    case PROP_TOOLTIP:
      return dup_tooltip (self);
    default:
      return NULL;
    }
}

static void
tb_indicator_item_get_property (GObject    *object,
                                guint       property,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TbIndicatorItem *self = TB_INDICATOR_ITEM (object);

  if (property >= PROP_DIGEST && property < PROP_SELECTED)
    ensure_digest (self);
  switch (property)
    {
    case PROP_DIGEST:
      g_value_set_pointer (value, self->digest);
      break;
    case PROP_HAS_TARGET:
      g_value_set_boolean (value, self->digest != NULL && self->digest->has_target);
      break;
    case PROP_HAS_COURSE:
      g_value_set_boolean (value, self->digest != NULL && self->digest->has_course);
      break;
    case PROP_SELECTED:
      g_value_set_boolean (value, tb_indicator_item_get_selected (self));
      break;
    default:
      if (G_VALUE_HOLDS_STRING (value))
        g_value_take_string (value, dup_text (self, property));
      else
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
  g_clear_pointer (&self->digest, tb_digest_unref);
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
  properties[PROP_DIGEST] = g_param_spec_pointer ("digest", NULL, NULL, readable);
  properties[PROP_CARD_NAME] = g_param_spec_string ("card-name", NULL, NULL, NULL, readable);
  properties[PROP_FIGURE] = g_param_spec_string ("figure", NULL, NULL, NULL, readable);
  properties[PROP_CHANGE] = g_param_spec_string ("change", NULL, NULL, NULL, readable);
  properties[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, readable);
  properties[PROP_TOOLTIP] = g_param_spec_string ("tooltip", NULL, NULL, NULL, readable);
  properties[PROP_HAS_TARGET] = g_param_spec_boolean ("has-target", NULL, NULL, FALSE, readable);
  properties[PROP_HAS_COURSE] = g_param_spec_boolean ("has-course", NULL, NULL, FALSE, readable);
  properties[PROP_SELECTED] = g_param_spec_boolean (
      "selected", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
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
 * Makes an item that works out the texts of a sidebar row itself, when asked for them.
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
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tb_indicator_item_new_pending:
 * @session: with a dataset open
 * @indicator: an indicator of it
 *
 * Makes an item of which only the name is known, until tb_indicator_item_set_digest().
 *
 * Returns: (transfer full): a new item
 */
TbIndicatorItem *
tb_indicator_item_new_pending (TbSession         *session,
                               const TbIndicator *indicator)
{
  TbIndicatorItem *self = tb_indicator_item_new (session, indicator);

  self->is_pending = TRUE;
  return self;
}

/**
 * tb_indicator_item_set_digest:
 * @self: a pending item
 * @digest: what there is to say, made of the same dataset and place
 *
 * Tells a pending item what its card says.
 */
void
tb_indicator_item_set_digest (TbIndicatorItem *self,
                              TbDigest        *digest)
{
  g_return_if_fail (TB_IS_INDICATOR_ITEM (self));
  g_return_if_fail (self->digest == NULL);

  self->digest = tb_digest_ref (digest);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIGEST]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CARD_NAME]);
}

/**
 * tb_indicator_item_get_digest:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what there is to say; %NULL where that is not
 *   known yet
 */
const TbDigest *
tb_indicator_item_get_digest (TbIndicatorItem *self)
{
  g_return_val_if_fail (TB_IS_INDICATOR_ITEM (self), NULL);

  ensure_digest (self);
  return self->digest;
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

