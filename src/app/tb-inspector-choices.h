/* Periods as the choices of a row, made when they are seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-choice-row.h"
#include "tb-inspector-facts.h"

G_BEGIN_DECLS

#define TB_TYPE_INSPECTOR_CHOICES (tb_inspector_choices_get_type ())
G_DECLARE_FINAL_TYPE (TbInspectorChoices, tb_inspector_choices, TB, INSPECTOR_CHOICES, GObject)

/* @facts: nullable: no period. @periods: of @facts; NULL: its bases, with their reasons.
 * @first: nullable: what can be chosen in place of a period. */
TbInspectorChoices *tb_inspector_choices_new   (const TbInspectorFacts *facts,
                                                const GArray           *periods,
                                                TbLanguage              language,
                                                TbChoice               *first) G_GNUC_WARN_UNUSED_RESULT;
/* A span begins before it ends: periods after @end, or before @start, are refused. */
void                tb_inspector_choices_limit (TbInspectorChoices     *self,
                                                TbPeriod                start,
                                                TbPeriod                end);
/* One more, behind the periods. */
void                tb_inspector_choices_add   (TbInspectorChoices     *self,
                                                TbChoice               *last);
/* GTK_INVALID_LIST_POSITION: it is none of them; of the undated the first choice. */
guint               tb_inspector_choices_find  (TbInspectorChoices     *self,
                                                TbPeriod                period);

G_END_DECLS
