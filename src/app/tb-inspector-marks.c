/* What an editor adds to a figure: emphasis, arrows, lines, spans and words.
 *
 * What the rules of comparison refuse of it is not drawn; the figure's notes and the
 * banner above it say why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-inspector-marks.h"

#include "tb-chart.h"
#include "tb-choice-row.h"
#include "tb-decoration-row.h"
#include "tb-row-said.h"

#include <glib/gi18n-lib.h>

/* More would hide the figure; files may have more, and keep them. */
#define MOST_DECORATIONS 20

struct _TbInspectorMarks
{
  TbInspectorGroup  parent_instance;

  GPtrArray        *rows;      /* of TbDecorationRow, borrowed */

  TbChoiceRow      *add_row;
};

G_DEFINE_FINAL_TYPE (TbInspectorMarks, tb_inspector_marks, TB_TYPE_INSPECTOR_GROUP)

/* Those most often wanted first. */
static const struct { TbDecorationKind kind; const char *remark; } offered[] = {
  { TB_DECORATION_HIGHLIGHT, N_("One series or figure stands out, the others are quieter") },
  { TB_DECORATION_NOTE, N_("A few words at a figure") },
  { TB_DECORATION_DIFFERENCE, N_("An arrow from one figure to another, with the change") },
  { TB_DECORATION_CAGR, N_("The same, with the average growth a year") },
  { TB_DECORATION_VALUE_LINE, N_("A level line at a value") },
  { TB_DECORATION_TARGET_LINE, N_("A level line at the target") },
  { TB_DECORATION_SPAN, N_("Shades some periods") },
  { TB_DECORATION_BREAK, N_("Says that a new definition begins") },
};

static void
set_decorations (TbInspectorMarks *self,
                 TbDecoration     *decorations,
                 gsize             n,
                 const char       *tag)
{
  TbChartSpecFields fields = tb_inspector_group_get_fields (TB_INSPECTOR_GROUP (self));

  fields.decorations = decorations;
  fields.n_decorations = n;
  tb_inspector_group_change (TB_INSPECTOR_GROUP (self), &fields, tag);
}

/* The last figure of the first series, to begin with. */
static double
find_last_value (const TbInspectorFacts *facts)
{
  TbSelection *selection = facts->picture->selection;
  const TbSelected *selected = selection != NULL && tb_selection_get_n (selection) > 0 ? tb_selection_get (selection, 0)
                                                                                       : NULL;

  for (gsize i = selected != NULL ? selected->n_rows : 0; i > 0; i--)
    {
      TbObservation o;

      tb_series_get (selected->series, selected->rows[i - 1], &o);
      if (o.kind == TB_KIND_ACTUAL && o.has_value)
        return o.figure;
    }
  return 0;
}

static TbAttachment
get_period_end (const TbInspectorFacts *facts,
                guint                   i)
{
  if (facts->shown->len == 0)
    return TB_NO_ATTACHMENT;
  return (TbAttachment) { TB_ATTACH_PERIOD, g_array_index (facts->shown, TbPeriod, MIN (i, facts->shown->len - 1)) };
}

/* What a new one begins with: complete, so that it is seen at once. @key: borrowed. */
static TbDecoration
make_new (const TbInspectorFacts *facts,
          TbDecorationKind        kind,
          char                   *key)
{
  TbDecoration decoration = { .kind = kind, .from = TB_NO_ATTACHMENT, .to = TB_NO_ATTACHMENT };
  const TbAttachment first = { TB_ATTACH_FIRST, TB_PERIOD_UNDATED };
  const TbAttachment last = { TB_ATTACH_LAST, TB_PERIOD_UNDATED };

  switch (kind)
    {
    case TB_DECORATION_DIFFERENCE:
    case TB_DECORATION_CAGR:
      decoration.from = first;
      decoration.to = last;
      break;
    case TB_DECORATION_VALUE_LINE:
      decoration.value = find_last_value (facts);
      break;
    case TB_DECORATION_TARGET_LINE:
      break;
    case TB_DECORATION_SPAN:
      decoration.from = get_period_end (facts, 1);
      decoration.to = get_period_end (facts, 0);
      break;
    case TB_DECORATION_BREAK:
      decoration.from = get_period_end (facts, 0);
      break;
    case TB_DECORATION_HIGHLIGHT:
      decoration.series = key;
      if (tb_selection_get_n (facts->picture->selection) == 1)
        decoration.from = last;
      break;
    case TB_DECORATION_NOTE:
      decoration.from = last;
      /* Translators: the words of a new note at a figure, to be replaced */
      decoration.text = (char *) _("Note");
      break;
    }
  return decoration;
}

static void
added_cb (TbInspectorMarks *self,
          guint             position)
{
  const TbInspectorFacts *facts = tb_inspector_group_get_facts (TB_INSPECTOR_GROUP (self));
  TbChartSpecFields fields = tb_inspector_group_get_fields (TB_INSPECTOR_GROUP (self));
  g_autofree TbDecoration *all = g_new0 (TbDecoration, fields.n_decorations + 1);
  g_autofree char *key = NULL;

  if (facts == NULL || facts->picture->selection == NULL || position >= G_N_ELEMENTS (offered))
    return;
  key = tb_series_dup_key (tb_selection_get (facts->picture->selection, 0)->series);
  for (gsize i = 0; i < fields.n_decorations; i++)
    all[i] = fields.decorations[i];
  all[fields.n_decorations] = make_new (facts, offered[position].kind, key);
  set_decorations (self, all, fields.n_decorations + 1, NULL);
}

static void
changed_cb (TbInspectorMarks *self,
            TbDecorationRow  *row)
{
  TbChartSpecFields fields = tb_inspector_group_get_fields (TB_INSPECTOR_GROUP (self));
  g_autofree TbDecoration *all = g_new0 (TbDecoration, fields.n_decorations + 1);
  g_autofree char *tag = NULL;
  guint at;

  if (!g_ptr_array_find (self->rows, row, &at) || at >= fields.n_decorations)
    return;
  for (gsize i = 0; i < fields.n_decorations; i++)
    all[i] = i == at ? *tb_decoration_row_get (row) : fields.decorations[i];
  tag = g_strdup_printf ("decoration-%u", at);
  set_decorations (self, all, fields.n_decorations, tag);
}

static void
removed_cb (TbInspectorMarks *self,
            TbDecorationRow  *row)
{
  TbChartSpecFields fields = tb_inspector_group_get_fields (TB_INSPECTOR_GROUP (self));
  g_autofree TbDecoration *all = g_new0 (TbDecoration, fields.n_decorations + 1);
  gsize n = 0;
  guint at;

  if (!g_ptr_array_find (self->rows, row, &at))
    return;
  for (gsize i = 0; i < fields.n_decorations; i++)
    if (i != at)
      all[n++] = fields.decorations[i];
  gtk_widget_grab_focus (GTK_WIDGET (self->add_row));
  set_decorations (self, all, n, NULL);
}

/* Rows of the same kinds in the same order stay, and what is unfolded with them. */
static void
make_rows (TbInspectorMarks        *self,
           const TbChartSpecFields *fields)
{
  gsize n_same = 0;

  while (n_same < self->rows->len && n_same < fields->n_decorations
         && tb_decoration_row_get (g_ptr_array_index (self->rows, n_same))->kind == fields->decorations[n_same].kind)
    n_same++;
  while (self->rows->len > n_same)
    {
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, self->rows->len - 1));
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
  for (gsize i = n_same; i < MIN (fields->n_decorations, MOST_DECORATIONS); i++)
    {
      TbDecorationRow *row = tb_decoration_row_new (fields->decorations[i].kind);

      g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
      g_ptr_array_add (self->rows, row);
    }
}

/* NULL: it can be added. */
static const char *
get_refusal (const TbInspectorFacts *facts,
             TbDecorationKind        kind)
{
  if (facts == NULL)
    return NULL;
  if (facts->picture->spec != NULL
      && !tb_chart_takes_decoration (tb_chart_spec_get (facts->picture->spec)->type, kind))
    return _("This type of chart has no place for it");
  return kind == TB_DECORATION_TARGET_LINE && facts->targets->len == 0 ? _("These figures have no target") : NULL;
}

static void
update_add (TbInspectorMarks        *self,
            const TbInspectorFacts  *facts,
            const TbChartSpecFields *fields)
{
  TbLanguage language = tb_inspector_group_get_language (TB_INSPECTOR_GROUP (self));
  g_autoptr (GListStore) choices = g_list_store_new (TB_TYPE_CHOICE);

  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      g_autofree char *title = g_strdup (tb_decoration_kind_word (offered[i].kind, language));
      const char *refusal = get_refusal (facts, offered[i].kind);
      g_autoptr (TbChoice) choice = NULL;

      title[0] = g_ascii_toupper (title[0]);
      choice = tb_choice_new (title, refusal != NULL ? refusal : _(offered[i].remark), refusal != NULL);
      g_list_store_append (choices, choice);
    }
  tb_choice_row_set_choices (self->add_row, G_LIST_MODEL (choices), GTK_INVALID_LIST_POSITION);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->add_row), _("Highlight, note, arrow, line or span…"));
  tb_row_say (ADW_ACTION_ROW (self->add_row), adw_action_row_get_subtitle (ADW_ACTION_ROW (self->add_row)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_row),
                            facts != NULL && facts->picture->scene != NULL && fields->n_decorations < MOST_DECORATIONS);
}

static void
tb_inspector_marks_update (TbInspectorGroup       *group,
                           const TbInspectorFacts *facts)
{
  TbInspectorMarks *self = TB_INSPECTOR_MARKS (group);
  TbChartSpecFields fields = tb_inspector_group_get_fields (group);

  make_rows (self, &fields);
  for (guint i = 0; i < self->rows->len; i++)
    tb_decoration_row_update (g_ptr_array_index (self->rows, i), &fields.decorations[i], facts,
                              tb_inspector_group_get_language (group));
  update_add (self, facts, &fields);
}

static void
tb_inspector_marks_finalize (GObject *object)
{
  g_ptr_array_unref (TB_INSPECTOR_MARKS (object)->rows);
  G_OBJECT_CLASS (tb_inspector_marks_parent_class)->finalize (object);
}

static void
tb_inspector_marks_class_init (TbInspectorMarksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tb_inspector_marks_finalize;
  TB_INSPECTOR_GROUP_CLASS (klass)->update = tb_inspector_marks_update;
  g_type_ensure (TB_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-inspector-marks.ui");
  gtk_widget_class_bind_template_child (widget_class, TbInspectorMarks, add_row);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
}

static void
tb_inspector_marks_init (TbInspectorMarks *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
