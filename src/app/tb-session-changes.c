/* Changes of what is looked at: each is a step that can be undone, and told to those who
 * show it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-session-private.h"

/* One signal for what is charted, the widest: who listens looks at all of it. */
static void
tell_changed (TbSession    *self,
              const TbLook *before)
{
  const TbLook *now = tb_history_get (self->history);
  const TbChartSpecFields *old_fields = tb_chart_spec_get (before->spec);
  const TbChartSpecFields *fields = tb_chart_spec_get (now->spec);
  gboolean is_other_place = g_strcmp0 (old_fields->place, fields->place) != 0;
  gboolean is_other_selection = !tb_look_has_same_indicators (before, now);

  if (is_other_selection)
    tb_session_resolve_selected (self);
  if (is_other_place)
    tb_session_tell (self, TB_SESSION_PLACE_CHANGED);
  if (is_other_place || is_other_selection)
    tb_session_tell (self, TB_SESSION_SELECTION_CHANGED);
  else if (old_fields->type != fields->type || before->automatic_type != now->automatic_type)
    tb_session_tell (self, TB_SESSION_CHART_TYPE_CHANGED);
  else
    tb_session_tell (self, TB_SESSION_SHOWN_CHANGED);
  tb_session_tell (self, TB_SESSION_HISTORY_CHANGED);
}

/**
 * tb_session_change:
 * @self: a session
 * @fields: what is looked at from now on; copied
 * @automatic_type: whether the type is the one that suits the figures
 * @tag: (nullable): what kind of change it is; such that follow each other with the
 *   same one, as the letters of a title, are undone together
 *
 * Changes what is looked at, as a step that can be undone.
 */
void
tb_session_change (TbSession               *self,
                   const TbChartSpecFields *fields,
                   gboolean                 automatic_type,
                   const char              *tag)
{
  g_autoptr (TbChartSpec) before = NULL;
  g_autoptr (TbChartSpec) spec = NULL;
  TbLook old;

  g_return_if_fail (TB_IS_SESSION (self));

  old = *tb_history_get (self->history);
  old.spec = before = tb_chart_spec_ref (old.spec);
  spec = tb_chart_spec_new (fields);
  if (tb_history_put (self->history, &(TbLook){ spec, automatic_type }, tag))
    tell_changed (self, &old);
}

gboolean
tb_session_can_undo (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), FALSE);

  return tb_history_can_undo (self->history);
}

gboolean
tb_session_can_redo (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), FALSE);

  return tb_history_can_redo (self->history);
}

static void
go (TbSession *self,
    gboolean (*step) (TbHistory *))
{
  TbLook old = *tb_history_get (self->history);
  g_autoptr (TbChartSpec) before = tb_chart_spec_ref (old.spec);

  if (step (self->history))
    tell_changed (self, &old);
}

void
tb_session_undo (TbSession *self)
{
  g_return_if_fail (TB_IS_SESSION (self));

  go (self, tb_history_undo);
}

void
tb_session_redo (TbSession *self)
{
  g_return_if_fail (TB_IS_SESSION (self));

  go (self, tb_history_redo);
}

/**
 * tb_session_has_work:
 * @self: a session
 *
 * Whether anything was set up that is more than looking at indicators: at a place,
 * at a span of time, in another type of chart, with series switched off or totals in the table.
 *
 * Returns: whether it would be a pity to lose it
 */
gboolean
tb_session_has_work (TbSession *self)
{
  const TbChartSpecFields *now;
  const TbLook *look;
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbChartSpec) plain = NULL;

  g_return_val_if_fail (TB_IS_SESSION (self), FALSE);

  look = tb_history_get (self->history);
  now = tb_chart_spec_get (look->spec);
  fields.indicators = now->indicators;
  fields.place = now->place;
  fields.from = now->from;
  fields.to = now->to;
  fields.type = now->type;
  fields.hidden = now->hidden;
  fields.table_totals = now->table_totals;
  /* Other two periods are a way of looking, several bands of columns are made. */
  if (now->n_table_pairs == 1)
    {
      fields.table_pairs = now->table_pairs;
      fields.n_table_pairs = 1;
    }
  /* Of the page, and not of what is looked at. */
  fields.language = now->language;
  fields.style = now->style;
  fields.width = now->width;
  fields.height = now->height;
  plain = tb_chart_spec_new (&fields);
  return !tb_look_equal (look, &(TbLook){ plain, look->automatic_type });
}

gboolean
tb_session_is_saved (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), TRUE);

  return tb_history_is_saved (self->history);
}

/**
 * tb_session_mark_saved:
 * @self: a session
 * @look: what was written to a file, perhaps not what is looked at by now
 *
 * Notes what is safe.
 */
void
tb_session_mark_saved (TbSession    *self,
                       const TbLook *look)
{
  g_return_if_fail (TB_IS_SESSION (self));

  tb_history_mark_saved (self->history, look);
  tb_session_tell (self, TB_SESSION_HISTORY_CHANGED);
}
