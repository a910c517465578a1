/* On which day the figures are looked at, and as known when.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-inspector-days.h"

#include "tb-row-said.h"

#include <glib/gi18n-lib.h>

struct _TbInspectorDays
{
  TbInspectorGroup  parent_instance;

  TbDay             as_of;      /* as the rows have them */
  TbDay             known;

  AdwEntryRow      *as_of_row;
  AdwEntryRow      *known_row;
};

G_DEFINE_FINAL_TYPE (TbInspectorDays, tb_inspector_days, TB_TYPE_INSPECTOR_GROUP)

/* Whether a row holds a day, or nothing. */
static gboolean
read_day (AdwEntryRow *row,
          TbDay       *out_day)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  gboolean is_day;

  *out_day = 0;
  is_day = text[0] == '\0' || tb_day_parse (text, out_day);
  tb_row_set_wrong (row, !is_day);
  return is_day;
}

static void
applied_cb (TbInspectorDays *self,
            AdwEntryRow     *row)
{
  TbChartSpecFields fields = tb_inspector_group_get_fields (TB_INSPECTOR_GROUP (self));
  TbDay day;

  if (!read_day (row, &day))
    {
      gtk_accessible_announce (GTK_ACCESSIBLE (row), _("Not a date: write it as 2025-12-31"),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return;
    }
  *(row == self->as_of_row ? &fields.as_of : &fields.known) = day;
  tb_inspector_group_change (TB_INSPECTOR_GROUP (self), &fields, NULL);
}

/* What is being written is left alone until it is applied. */
static void
fill (AdwEntryRow *row,
      TbDay       *shown,
      TbDay        day)
{
  g_autofree char *text = day != 0 ? tb_day_to_string (day) : g_strdup ("");

  if (*shown == day)
    return;
  *shown = day;
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  tb_row_set_wrong (row, FALSE);
}

static void
tb_inspector_days_update (TbInspectorGroup       *group,
                          const TbInspectorFacts *facts)
{
  TbInspectorDays *self = TB_INSPECTOR_DAYS (group);
  TbChartSpecFields fields = tb_inspector_group_get_fields (group);

  fill (self->as_of_row, &self->as_of, fields.as_of);
  fill (self->known_row, &self->known, fields.known);
}

static void
tb_inspector_days_class_init (TbInspectorDaysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TB_INSPECTOR_GROUP_CLASS (klass)->update = tb_inspector_days_update;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tongbi/Tongbi/tb-inspector-days.ui");
  gtk_widget_class_bind_template_child (widget_class, TbInspectorDays, as_of_row);
  gtk_widget_class_bind_template_child (widget_class, TbInspectorDays, known_row);
  gtk_widget_class_bind_template_callback (widget_class, applied_cb);
}

static void
tb_inspector_days_init (TbInspectorDays *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
