/* What a user set up, step by step, to be undone and redone.
 *
 * Every step is a whole look, which is immutable and small; so undoing is going
 * to another one, and no change needs a way back of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-history.h"

/* A day's work with one file; the first steps go when there are more. */
#define MAX_STEPS 500

typedef struct
{
  TbLook  look;
  char   *tag;   /* nullable: of the change that led here */
} Step;

struct _TbHistory
{
  GArray *steps;     /* of Step; at least one once begun */
  guint   current;
  TbLook  saved;     /* spec NULL: never was */
};

static void
clear_step (gpointer data)
{
  Step *step = data;

  g_clear_pointer (&step->look.spec, tb_chart_spec_unref);
  g_clear_pointer (&step->tag, g_free);
}

static void
add (TbHistory    *self,
     const TbLook *look,
     const char   *tag)
{
  Step step = { { tb_chart_spec_ref (look->spec), look->automatic_type }, g_strdup (tag) };

  g_array_append_val (self->steps, step);
}

static Step *
get_current (TbHistory *self)
{
  return &g_array_index (self->steps, Step, self->current);
}

/* All of a spec but its indicators, of which there may be thousands. */
static char *
dup_rest (const TbChartSpec *spec)
{
  TbChartSpecFields fields = *tb_chart_spec_get (spec);
  g_autoptr (TbChartSpec) rest = NULL;

  fields.indicators = NULL;
  rest = tb_chart_spec_new (&fields);

  return tb_chart_spec_to_json (rest);
}

gboolean
tb_look_has_same_indicators (const TbLook *a,
                             const TbLook *b)
{
  const char *const none[] = { NULL };
  const char *const *of_a = (const char *const *) tb_chart_spec_get (a->spec)->indicators;
  const char *const *of_b = (const char *const *) tb_chart_spec_get (b->spec)->indicators;

  return g_strv_equal (of_a != NULL ? of_a : none, of_b != NULL ? of_b : none);
}

/**
 * tb_look_equal:
 * @a: a look
 * @b: another one
 *
 * Returns: whether both show the same in the same way
 */
gboolean
tb_look_equal (const TbLook *a,
               const TbLook *b)
{
  g_autofree char *a_text = NULL;
  g_autofree char *b_text = NULL;

  if (a->automatic_type != b->automatic_type || !tb_look_has_same_indicators (a, b))
    return FALSE;
  if (a->spec == b->spec)
    return TRUE;
  a_text = dup_rest (a->spec);
  b_text = dup_rest (b->spec);

  return g_str_equal (a_text, b_text);
}

/**
 * tb_history_new:
 *
 * Returns: (transfer full): a history that is yet to begin
 */
TbHistory *
tb_history_new (void)
{
  TbHistory *self = g_new0 (TbHistory, 1);

  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (self->steps, clear_step);
  return self;
}

void
tb_history_free (TbHistory *self)
{
  g_array_unref (self->steps);
  g_clear_pointer (&self->saved.spec, tb_chart_spec_unref);
  g_free (self);
}

/**
 * tb_history_begin:
 * @self: a history
 * @look: what is looked at first
 *
 * Forgets all steps and begins anew. The first look is taken for saved: nothing of
 * it is the user's work.
 */
void
tb_history_begin (TbHistory    *self,
                  const TbLook *look)
{
  g_autoptr (TbChartSpec) spec = tb_chart_spec_ref (look->spec);
  TbLook kept = { spec, look->automatic_type };

  g_array_set_size (self->steps, 0);
  self->current = 0;
  add (self, &kept, NULL);
  tb_history_mark_saved (self, &kept);
}

/**
 * tb_history_put:
 * @self: a history that has begun
 * @look: what is looked at from now on
 * @tag: (nullable): what kind of change it is; such that follow each other with the
 *   same one are undone together
 *
 * Adds a step. What was undone before can no longer be redone.
 *
 * Returns: whether anything changed
 */
gboolean
tb_history_put (TbHistory    *self,
                const TbLook *look,
                const char   *tag)
{
  Step *current = get_current (self);
  gboolean joins;

  if (tb_look_equal (&current->look, look))
    return FALSE;
  /* The step that saved work stands at is kept. */
  joins = tag != NULL && g_strcmp0 (current->tag, tag) == 0 && self->current > 0 && !tb_history_is_saved (self);
  g_array_set_size (self->steps, self->current + (joins ? 0 : 1));
  if (self->steps->len == MAX_STEPS)
    g_array_remove_index (self->steps, 0);
  add (self, look, tag);
  self->current = self->steps->len - 1;
  return TRUE;
}

/**
 * tb_history_get:
 * @self: a history that has begun
 *
 * Returns: (transfer none): what is looked at, as long as nothing is put or undone
 */
const TbLook *
tb_history_get (TbHistory *self)
{
  return &get_current (self)->look;
}

gboolean
tb_history_can_undo (TbHistory *self)
{
  return self->current > 0;
}

gboolean
tb_history_can_redo (TbHistory *self)
{
  return self->current + 1 < self->steps->len;
}

gboolean
tb_history_undo (TbHistory *self)
{
  if (!tb_history_can_undo (self))
    return FALSE;
  self->current--;
  return TRUE;
}

gboolean
tb_history_redo (TbHistory *self)
{
  if (!tb_history_can_redo (self))
    return FALSE;
  self->current++;
  return TRUE;
}

/**
 * tb_history_mark_saved:
 * @self: a history that has begun
 * @look: what was written to a file
 *
 * Notes what is safe.
 */
void
tb_history_mark_saved (TbHistory    *self,
                       const TbLook *look)
{
  TbChartSpec *spec = tb_chart_spec_ref (look->spec);

  g_clear_pointer (&self->saved.spec, tb_chart_spec_unref);
  self->saved.spec = spec;
  self->saved.automatic_type = look->automatic_type;
}

gboolean
tb_history_is_saved (TbHistory *self)
{
  return tb_look_equal (tb_history_get (self), &self->saved);
}
