/* A subject of the inspector: a group of rows that shows and changes what is set up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-inspector-group.h"

typedef struct
{
  TbSession        *session;
  TbInspectorFacts *facts;        /* nullable */
  gboolean          is_updating;
} TbInspectorGroupPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TbInspectorGroup, tb_inspector_group, ADW_TYPE_PREFERENCES_GROUP)

static TbInspectorGroupPrivate *
get_private (TbInspectorGroup *self)
{
  return tb_inspector_group_get_instance_private (self);
}

/* Each subject has a template of its own. */
static void
tb_inspector_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), G_OBJECT_TYPE (object));
  G_OBJECT_CLASS (tb_inspector_group_parent_class)->dispose (object);
}

static void
tb_inspector_group_finalize (GObject *object)
{
  TbInspectorGroupPrivate *priv = get_private (TB_INSPECTOR_GROUP (object));

  g_clear_object (&priv->session);
  g_clear_pointer (&priv->facts, tb_inspector_facts_unref);
  G_OBJECT_CLASS (tb_inspector_group_parent_class)->finalize (object);
}

static void
tb_inspector_group_class_init (TbInspectorGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tb_inspector_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = tb_inspector_group_finalize;
}

static void
tb_inspector_group_init (TbInspectorGroup *self)
{
}

/**
 * tb_inspector_group_set_session:
 * @self: a group
 * @session: what it shows and changes; set once
 *
 * Gives the group its session.
 */
void
tb_inspector_group_set_session (TbInspectorGroup *self,
                                TbSession        *session)
{
  g_return_if_fail (TB_IS_INSPECTOR_GROUP (self));
  g_return_if_fail (get_private (self)->session == NULL);

  get_private (self)->session = g_object_ref (session);
}

TbSession *
tb_inspector_group_get_session (TbInspectorGroup *self)
{
  g_return_val_if_fail (TB_IS_INSPECTOR_GROUP (self), NULL);

  return get_private (self)->session;
}

TbLanguage
tb_inspector_group_get_language (TbInspectorGroup *self)
{
  g_return_val_if_fail (TB_IS_INSPECTOR_GROUP (self), TB_LANGUAGE_EN);

  return tb_session_get_language (get_private (self)->session);
}

/**
 * tb_inspector_group_update:
 * @self: a group with a session
 * @facts: (nullable): what is possible with the figures that are shown
 *
 * Shows what is set up.
 */
void
tb_inspector_group_update (TbInspectorGroup *self,
                           TbInspectorFacts *facts)
{
  TbInspectorGroupPrivate *priv = get_private (self);

  g_return_if_fail (TB_IS_INSPECTOR_GROUP (self));
  g_return_if_fail (priv->session != NULL);

  if (facts != priv->facts)
    {
      g_clear_pointer (&priv->facts, tb_inspector_facts_unref);
      priv->facts = facts != NULL ? tb_inspector_facts_ref (facts) : NULL;
    }
  priv->is_updating = TRUE;
  TB_INSPECTOR_GROUP_GET_CLASS (self)->update (self, priv->facts);
  priv->is_updating = FALSE;
}

const TbInspectorFacts *
tb_inspector_group_get_facts (TbInspectorGroup *self)
{
  g_return_val_if_fail (TB_IS_INSPECTOR_GROUP (self), NULL);

  return get_private (self)->facts;
}

gboolean
tb_inspector_group_is_listening (TbInspectorGroup *self)
{
  g_return_val_if_fail (TB_IS_INSPECTOR_GROUP (self), FALSE);

  return !get_private (self)->is_updating && get_private (self)->session != NULL;
}

TbChartSpecFields
tb_inspector_group_get_fields (TbInspectorGroup *self)
{
  return *tb_session_get_fields (get_private (self)->session);
}

/**
 * tb_inspector_group_change:
 * @self: a group with a session
 * @fields: what is set up from now on
 * @tag: (nullable): changes of one tag that follow each other are undone together
 *
 * Changes what is set up; whether the type is automatic stays.
 */
void
tb_inspector_group_change (TbInspectorGroup        *self,
                           const TbChartSpecFields *fields,
                           const char              *tag)
{
  TbSession *session;

  g_return_if_fail (TB_IS_INSPECTOR_GROUP (self));

  session = get_private (self)->session;
  tb_session_change (session, fields, tb_session_has_automatic_type (session), tag);
}
