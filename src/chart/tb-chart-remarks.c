/* What is to be told of computed figures: a sentence for each reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-remarks.h"

#include "tb-chart-words.h"
#include "tb-span.h"

#include <string.h>

/* Names or periods listed with one reason, and reasons told; more are counted. */
#define MOST_ITEMS 3
#define MOST_REASONS 5

/* No figure to begin with: the first periods of every change and average. */
#define RULES_OF_BEGINNING (TB_RULE (0) | TB_RULE_F (2) | TB_RULE_F (3) | TB_RULE_F (9))

/* All that one reason holds for. */
typedef struct
{
  TbVerdictKind kind;
  TbRuleSet     codes;
  guint8        implied;
  guint         n_terms, n_expected;
  TbPeriod      base;      /* where the reason names it (F-8) */
  char         *reason;
  GPtrArray    *items;     /* of char*, at most MOST_ITEMS */
  guint         n;
  gboolean      of_series; /* whole series are left out for it */
} Group;

struct _TbRemarks
{
  TbLanguage language;
  gboolean   with_names;
  gboolean   with_places;
  GPtrArray *groups;
  guint      n_points;     /* with a number */
};

static void
free_group (gpointer data)
{
  Group *self = data;

  g_free (self->reason);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * tb_remarks_new:
 * @language: the figure's
 * @with_names: there are several series, to be named
 * @with_places: of several places
 *
 * Returns: (transfer full): no remarks yet
 */
TbRemarks *
tb_remarks_new (TbLanguage language,
                gboolean   with_names,
                gboolean   with_places)
{
  TbRemarks *self = g_new0 (TbRemarks, 1);

  self->language = language;
  self->with_names = with_names;
  self->with_places = with_places;
  self->groups = g_ptr_array_new_with_free_func (free_group);

  return self;
}

/**
 * tb_remarks_free:
 * @self: (transfer full): remarks
 *
 * Frees them.
 */
void
tb_remarks_free (TbRemarks *self)
{
  g_ptr_array_unref (self->groups);
  g_free (self);
}

static Group *
add_group (TbRemarks *self,
           char      *reason)
{
  Group *group = g_new0 (Group, 1);

  group->reason = reason;
  group->items = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->groups, group);

  return group;
}

void
tb_remarks_add_refusal (TbRemarks      *self,
                        const TbSeries *series,
                        const char     *reason)
{
  Group *group = NULL;

  for (guint i = 0; i < self->groups->len && group == NULL; i++)
    {
      Group *other = g_ptr_array_index (self->groups, i);

      if (other->of_series && strcmp (other->reason, reason) == 0)
        group = other;
    }
  if (group == NULL)
    group = add_group (self, g_strdup (reason));
  group->of_series = TRUE;
  group->kind = TB_VERDICT_INVALID;
  group->n++;
  if (group->items->len < MOST_ITEMS)
    g_ptr_array_add (group->items, tb_series_dup_name (series, self->language, self->with_places));
}

/* The reason names the date of a population; else it is the same for all. */
static gboolean
is_same_reason (const Group   *group,
                const TbPoint *point)
{
  if (group->of_series || group->kind != point->kind || group->codes != point->codes || group->implied != point->implied
      || group->n_terms != point->n_terms || group->n_expected != point->n_expected)
    return FALSE;

  return (point->codes & TB_RULE_F (8)) == 0 || tb_period_equal (group->base, point->base);
}

/* Takes a phrase out of a list of them. */
static void
remove_phrase (char       *text,
               const char *phrase,
               const char *separator)
{
  gsize length = strlen (phrase);
  gsize gap = strlen (separator);
  char *at = strstr (text, phrase);

  if (at == NULL)
    return;
  if (strncmp (at + length, separator, gap) == 0)
    length += gap;
  else if (at >= text + gap && strncmp (at - gap, separator, gap) == 0)
    {
      at -= gap;
      length += gap;
    }
  memmove (at, at + length, strlen (at + length) + 1);
}

/* What is to be said of a point beside what its mark says: that it is provisional,
 * or implied by others. */
static char *
dup_reason (const TbRemarks *self,
            const TbDerived *derived,
            gsize            i)
{
  char *reason = tb_derived_dup_note (derived, i, self->language);

  if (reason == NULL)
    return g_strdup ("");
  if (tb_derived_get (derived, i)->kind == TB_VERDICT_INVALID)
    return reason;
  remove_phrase (reason, tb_rule_get_note (9, self->language), tb_chart_word (TB_WORD_CLAUSE, self->language));
  if (tb_derived_get (derived, i)->implied)
    remove_phrase (reason, tb_rule_get_note (20, self->language), tb_chart_word (TB_WORD_CLAUSE, self->language));

  return reason;
}

static Group *
find_group (TbRemarks       *self,
            const TbDerived *derived,
            gsize            i)
{
  const TbPoint *point = tb_derived_get (derived, i);
  g_autofree char *reason = NULL;
  Group *group;

  for (guint k = 0; k < self->groups->len; k++)
    if (is_same_reason (g_ptr_array_index (self->groups, k), point))
      return g_ptr_array_index (self->groups, k);

  reason = dup_reason (self, derived, i);
  for (guint k = 0; k < self->groups->len; k++)
    {
      group = g_ptr_array_index (self->groups, k);
      if (!group->of_series && (group->kind == TB_VERDICT_INVALID) == (point->kind == TB_VERDICT_INVALID) &&
          strcmp (group->reason, reason) == 0)
        return group;
    }

  group = add_group (self, g_steal_pointer (&reason));
  group->kind = point->kind;
  group->codes = point->codes;
  group->implied = point->implied;
  group->n_terms = point->n_terms;
  group->n_expected = point->n_expected;
  group->base = point->base;

  return group;
}

static char *
write_item (const TbRemarks *self,
            const TbDerived *derived,
            const TbPoint   *point)
{
  g_autofree char *when = tb_period_label (point->period, self->language, TB_PERIOD_LABEL_FULL);
  g_autofree char *name = NULL;

  if (!self->with_names)
    return g_steal_pointer (&when);
  name = tb_series_dup_name (tb_derived_get_source (derived), self->language, self->with_places);

  return tb_chart_words_format (TB_WORD_BRACKETS, self->language, name, when);
}

void
tb_remarks_add_points (TbRemarks       *self,
                       const TbDerived *derived,
                       TbPeriod         from,
                       TbPeriod         to)
{
  gboolean begun = FALSE;

  for (gsize i = 0; i < tb_derived_get_n (derived); i++)
    {
      const TbPoint *point = tb_derived_get (derived, i);
      Group *group;

      begun = begun || point->kind != TB_VERDICT_INVALID;
      if (!tb_span_is_inside (point->period, from, to))
        continue;
      self->n_points += point->kind != TB_VERDICT_INVALID;
      if (point->kind == TB_VERDICT_INVALID && !begun && (point->codes & ~RULES_OF_BEGINNING) == 0)
        continue;
      group = find_group (self, derived, i);
      group->n++;
      if (group->items->len < MOST_ITEMS && group->reason[0] != '\0')
        g_ptr_array_add (group->items, write_item (self, derived, point));
    }
}

static char *
write_sentence (const TbRemarks *self,
                const Group     *group)
{
  g_autofree char *items = tb_chart_words_join_some (group->items, group->n - group->items->len, self->language);
  char *sentence;

  if (group->of_series)
    return tb_chart_words_format (TB_WORD_LEFT_OUT, self->language, items, group->reason);
  if (group->kind == TB_VERDICT_INVALID)
    return tb_chart_words_format (TB_WORD_NOT_COMPUTED, self->language, items, group->reason);
  sentence = group->n < self->n_points
                 ? tb_chart_words_format (TB_WORD_PERIOD_NOTE, self->language, items, group->reason)
                 : g_strdup (group->reason);
  sentence[0] = g_ascii_toupper (sentence[0]);

  return sentence;
}

GPtrArray *
tb_remarks_list (const TbRemarks *self,
                 guint           *out_refused)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  guint n_more = 0;

  *out_refused = 0;
  for (int of_series = 1; of_series >= 0; of_series--)
    for (guint i = 0; i < self->groups->len; i++)
      {
        const Group *group = g_ptr_array_index (self->groups, i);

        if (group->of_series != of_series || group->reason[0] == '\0')
          continue;
        if (sentences->len < MOST_REASONS && group->kind == TB_VERDICT_INVALID)
          *out_refused |= 1u << sentences->len;
        if (sentences->len < MOST_REASONS)
          g_ptr_array_add (sentences, write_sentence (self, group));
        else
          n_more++;
      }
  if (n_more > 0)
    g_ptr_array_add (sentences, tb_chart_words_format (TB_WORD_MORE_REASONS, self->language, (int) n_more));

  return sentences;
}
