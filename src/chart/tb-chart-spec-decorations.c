/* The decorations of a chart spec: arrows, lines, spans, emphasis and notes (D-1 to D-7).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-spec-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More than a page can bear. */
#define MOST_DECORATIONS 64

static const char *const members[] = { "kind", "series", "from", "to", "at", "show", "value", "text", NULL };

/* Which of them a kind takes, in the same order. */
static const guint member_of[] = { 0,             TB_TAKES_SERIES, TB_TAKES_ENDS, TB_TAKES_ENDS, TB_TAKES_PLACE,
                                   TB_TAKES_SHOW, TB_TAKES_VALUE,  TB_TAKES_TEXT };

static const char *
get_kind_name (int i)
{
  return tb_decoration_kind_get_name ((TbDecorationKind) i);
}

static const char *
get_show_name (int i)
{
  return tb_difference_show_get_name ((TbDifferenceShow) i);
}

/* A member that the kind does not read would be lost in silence. */
static gboolean
check_members (JsonObject      *object,
               const char      *pointer,
               TbDecorationKind kind,
               GError         **error)
{
  guint takes = tb_decoration_takes (kind);

  for (gsize i = 1; members[i] != NULL; i++)
    {
      g_autofree char *of_member = NULL;

      if (!json_object_has_member (object, members[i]) || (takes & member_of[i]) != 0)
        continue;
      of_member = g_strconcat (pointer, "/", members[i], NULL);

      /* Translators: the first %s is a member of a JSON document, the second a kind of decoration */
      return tb_chart_spec_fail (error, of_member, _("“%s” does not go with “%s”"), members[i],
                                 get_kind_name ((int) kind));
    }

  return TRUE;
}

static gboolean
read_attachment (JsonObject   *object,
                 const char   *parent,
                 const char   *name,
                 guint16       year_start,
                 TbAttachment *attachment,
                 GError      **error)
{
  g_autofree char *text = NULL;
  g_autofree char *pointer = g_strconcat (parent, "/", name, NULL);
  g_autoptr (GError) reason = NULL;

  if (!tb_chart_spec_read_string (object, parent, name, &text, error))
    return FALSE;
  if (text == NULL || tb_attachment_parse (text, year_start, attachment, &reason))
    return TRUE;

  return tb_chart_spec_fail (error, pointer,
                             _("“%s” is neither first, last, lowest, highest or year-before nor a period"), text);
}

static gboolean
check_place (const TbDecoration *decoration,
             const char         *pointer,
             GError            **error)
{
  guint takes = tb_decoration_takes (decoration->kind);
  gboolean has_ends = (takes & TB_TAKES_ENDS) != 0;
  const TbAttachment ends[] = { decoration->from, decoration->to };

  for (gsize i = 0; i < (has_ends ? G_N_ELEMENTS (ends) : 1); i++)
    {
      const char *name = !has_ends ? "at" : i == 0 ? "from" : "to";
      g_autofree char *of_end = g_strconcat (pointer, "/", name, NULL);

      if ((takes & TB_NEEDS_PLACE) != 0 && ends[i].role == TB_ATTACH_NONE)
        return tb_chart_spec_fail (error, pointer, _("expected a member \"%s\""), name);
      if ((takes & TB_PERIODS_ALONE) != 0 && ends[i].role != TB_ATTACH_PERIOD)
        return tb_chart_spec_fail (error, of_end, _("expected a period"));
      /* A year before needs an end that it is before. */
      if (ends[i].role == TB_ATTACH_YEAR_BEFORE && (!has_ends || i == 1))
        return tb_chart_spec_fail (error, of_end,
                                   _("year-before stands only in \"from\": a year before the other end"));
    }

  return TRUE;
}

static gboolean
check_needs (JsonObject         *object,
             const TbDecoration *decoration,
             const char         *pointer,
             GError            **error)
{
  guint takes = tb_decoration_takes (decoration->kind);
  g_autofree char *of_text = g_strconcat (pointer, "/text", NULL);

  if (!check_place (decoration, pointer, error))
    return FALSE;
  if (decoration->kind == TB_DECORATION_HIGHLIGHT && decoration->series == NULL
      && decoration->from.role == TB_ATTACH_NONE)
    return tb_chart_spec_fail (error, pointer, _("expected a member \"series\" or \"at\""));
  if ((takes & TB_NEEDS_VALUE) != 0 && !json_object_has_member (object, "value"))
    return tb_chart_spec_fail (error, pointer, _("expected a member \"%s\""), "value");
  if ((takes & TB_NEEDS_TEXT) != 0 && decoration->text == NULL)
    return tb_chart_spec_fail (error, pointer, _("expected a member \"%s\""), "text");
  if ((takes & TB_NEEDS_TEXT) != 0 && decoration->text[0] == '\0')
    return tb_chart_spec_fail (error, of_text, _("expected a text of 1 to %d characters"), TB_DECORATION_MAX_TEXT);
  if (decoration->text != NULL && g_utf8_strlen (decoration->text, -1) > TB_DECORATION_MAX_TEXT)
    return tb_chart_spec_fail (error, of_text, _("expected at most %d characters"), TB_DECORATION_MAX_TEXT);

  return TRUE;
}

static gboolean
read_decoration (JsonNode     *node,
                 const char   *pointer,
                 guint16       year_start,
                 TbDecoration *decoration,
                 GError      **error)
{
  JsonObject *object;
  int kind = -1;
  int show = TB_DIFFERENCE_BOTH;
  g_autofree char *of_value = g_strconcat (pointer, "/value", NULL);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return tb_chart_spec_fail (error, pointer, _("expected an object, found %s"), tb_chart_spec_describe (node));
  object = json_node_get_object (node);
  if (!tb_chart_spec_check_members (object, pointer, members, error) ||
      !tb_chart_spec_read_name (object, pointer, "kind", get_kind_name, TB_N_DECORATIONS, &kind, error))
    return FALSE;
  if (kind < 0)
    return tb_chart_spec_fail (error, pointer, _("expected a member \"%s\""), "kind");
  decoration->kind = (TbDecorationKind) kind;
  if (!check_members (object, pointer, decoration->kind, error) ||
      !tb_chart_spec_read_string (object, pointer, "series", &decoration->series, error) ||
      !read_attachment (object, pointer, "from", year_start, &decoration->from, error) ||
      !read_attachment (object, pointer, "at", year_start, &decoration->from, error) ||
      !read_attachment (object, pointer, "to", year_start, &decoration->to, error) ||
      !tb_chart_spec_read_name (object, pointer, "show", get_show_name, TB_N_DIFFERENCE_SHOWS, &show, error) ||
      !tb_chart_spec_read_number (object, pointer, "value", &decoration->value, error) ||
      !tb_chart_spec_read_string (object, pointer, "text", &decoration->text, error))
    return FALSE;
  if (!isfinite (decoration->value))
    return tb_chart_spec_fail (error, of_value, _("the number is too large"));
  decoration->show = (TbDifferenceShow) show;

  return check_needs (object, decoration, pointer, error);
}

gboolean
tb_chart_spec_read_decorations (JsonObject        *object,
                                guint16            year_start,
                                TbChartSpecFields *fields,
                                GError           **error)
{
  JsonNode *node = json_object_get_member (object, "decorations");
  JsonArray *array;
  guint n;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return tb_chart_spec_fail (error, "/decorations", _("expected an array, found %s"), tb_chart_spec_describe (node));
  array = json_node_get_array (node);
  n = json_array_get_length (array);
  if (n > MOST_DECORATIONS)
    return tb_chart_spec_fail (error, "/decorations", _("expected at most %d decorations"), MOST_DECORATIONS);

  fields->decorations = g_new0 (TbDecoration, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/decorations/%u", i);

      fields->decorations[i].from = TB_NO_ATTACHMENT;
      fields->decorations[i].to = TB_NO_ATTACHMENT;
      fields->n_decorations = i + 1;
      if (!read_decoration (json_array_get_element (array, i), pointer, year_start, &fields->decorations[i], error))
        return FALSE;
    }

  return TRUE;
}

static void
write_attachment (JsonBuilder  *builder,
                  const char   *name,
                  TbAttachment  attachment)
{
  if (attachment.role == TB_ATTACH_PERIOD)
    tb_chart_spec_write_period (builder, name, attachment.period);
  else
    tb_chart_spec_write_string (builder, name, tb_attach_role_get_name (attachment.role));
}

static void
write_decoration (JsonBuilder        *builder,
                  const TbDecoration *decoration)
{
  guint takes = tb_decoration_takes (decoration->kind);

  json_builder_begin_object (builder);
  tb_chart_spec_write_string (builder, "kind", get_kind_name ((int) decoration->kind));
  if ((takes & TB_TAKES_SERIES) != 0)
    tb_chart_spec_write_string (builder, "series", decoration->series);
  if ((takes & TB_TAKES_ENDS) != 0)
    {
      write_attachment (builder, "from", decoration->from);
      write_attachment (builder, "to", decoration->to);
    }
  if ((takes & TB_TAKES_PLACE) != 0)
    write_attachment (builder, "at", decoration->from);
  if ((takes & TB_TAKES_SHOW) != 0 && decoration->show != TB_DIFFERENCE_BOTH)
    tb_chart_spec_write_string (builder, "show", get_show_name ((int) decoration->show));
  if ((takes & TB_TAKES_VALUE) != 0)
    tb_chart_spec_write_number (builder, "value", decoration->value);
  if ((takes & TB_TAKES_TEXT) != 0)
    tb_chart_spec_write_string (builder, "text", decoration->text);
  json_builder_end_object (builder);
}

void
tb_chart_spec_write_decorations (JsonBuilder             *builder,
                                 const TbChartSpecFields *fields)
{
  if (fields->n_decorations == 0)
    return;
  json_builder_set_member_name (builder, "decorations");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < fields->n_decorations; i++)
    write_decoration (builder, &fields->decorations[i]);
  json_builder_end_array (builder);
}
