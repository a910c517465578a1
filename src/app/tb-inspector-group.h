/* A subject of the inspector: a group of rows that shows and changes what is set up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-inspector-facts.h"
#include "tb-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_INSPECTOR_GROUP (tb_inspector_group_get_type ())
G_DECLARE_DERIVABLE_TYPE (TbInspectorGroup, tb_inspector_group, TB, INSPECTOR_GROUP, AdwPreferencesGroup)

/**
 * TbInspectorGroupClass:
 * @update: shows what the session has and the facts allow; whatever the controls
 *   emit meanwhile changes nothing
 */
struct _TbInspectorGroupClass
{
  AdwPreferencesGroupClass parent_class;

  void (*update) (TbInspectorGroup       *self,
                  const TbInspectorFacts *facts);
};

void       tb_inspector_group_set_session (TbInspectorGroup        *self,
                                           TbSession               *session);
TbSession *tb_inspector_group_get_session (TbInspectorGroup        *self);
TbLanguage tb_inspector_group_get_language (TbInspectorGroup       *self);
/* @facts: nullable: there is no figure. */
void       tb_inspector_group_update      (TbInspectorGroup        *self,
                                           TbInspectorFacts        *facts);
const TbInspectorFacts *
           tb_inspector_group_get_facts   (TbInspectorGroup        *self);
/* Whether what a control emits is the user's doing. */
gboolean   tb_inspector_group_is_listening (TbInspectorGroup       *self);
/* A copy of what the user set up, its members borrowed; to be changed and handed
 * to tb_inspector_group_change(). */
TbChartSpecFields
           tb_inspector_group_get_fields  (TbInspectorGroup        *self);
void       tb_inspector_group_change      (TbInspectorGroup        *self,
                                           const TbChartSpecFields *fields,
                                           const char              *tag);

G_END_DECLS
