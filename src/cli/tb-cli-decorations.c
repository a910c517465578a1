/* The options of chart that add arrows, lines, spans, emphasis and notes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli-decorations.h"

#include "tb-cli.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

void
tb_cli_decorations_fill_entries (TbCliDecorations *self,
                                 GOptionEntry     *out_entries)
{
  const GOptionEntry entries[TB_CLI_N_DECORATION_ENTRIES + 1] = {
    { "difference", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->differences,
      N_("An arrow with the change: absolute, relative or both; ends: first, last, lowest, highest, year-before or a "
          "period"),
      N_("FROM..TO[=SHOW]") },
    { "cagr", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->growths, N_("An arrow with the average growth a year"),
      N_("FROM..TO") },
    { "value-line", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->value_lines, N_("A level line at a number, in the unit"),
      N_("NUMBER[=TEXT]") },
    { "target-line", 0, 0, G_OPTION_ARG_NONE, &self->target_line, N_("A level line at the latest target"), NULL },
    { "shade", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->shades, N_("A shaded span of time"), N_("FROM..TO[=TEXT]") },
    { "break", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->breaks, N_("A mark where a new definition begins"),
      N_("PERIOD[=TEXT]") },
    { "highlight", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->highlights,
      N_("A series (by its key), or a figure (by its role or period), that stands out"), N_("WHAT") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->notes, N_("A few words near a figure"), N_("WHERE=TEXT") },
    { "decorate", 0, 0, G_OPTION_ARG_FILENAME, &self->file,
      N_("All of these and more from the member “decorations” of a chart spec in JSON"), N_("FILE") },
    { NULL },
  };

  memcpy (out_entries, entries, TB_CLI_N_DECORATION_ENTRIES * sizeof *entries);
}

gboolean
tb_cli_decorations_is_empty (const TbCliDecorations *self)
{
  return self->differences == NULL && self->growths == NULL && self->value_lines == NULL && !self->target_line
         && self->shades == NULL && self->breaks == NULL && self->highlights == NULL && self->notes == NULL
         && self->file == NULL;
}

void
tb_cli_decorations_clear (TbCliDecorations *self)
{
  g_strfreev (self->differences);
  g_strfreev (self->growths);
  g_strfreev (self->value_lines);
  g_strfreev (self->shades);
  g_strfreev (self->breaks);
  g_strfreev (self->highlights);
  g_strfreev (self->notes);
  g_free (self->file);
  if (self->all != NULL)
    {
      gsize n = self->all->len;

      tb_decorations_free ((TbDecoration *) (gpointer) g_array_free (self->all, FALSE), n);
    }
}

/* "FROM..TO=TEXT" in its parts; @out_text is NULL where there is none. */
static char **
split_ends (const char *argument,
            char      **out_text)
{
  const char *equals = strchr (argument, '=');
  g_autofree char *ends = equals != NULL ? g_strndup (argument, (gsize) (equals - argument)) : g_strdup (argument);

  *out_text = equals != NULL ? g_strdup (equals + 1) : NULL;

  return g_strsplit (ends, "..", 2);
}

static gboolean
parse_end (const char      *option,
           const char      *text,
           const TbDataset *dataset,
           TbAttachment    *out_end)
{
  for (int role = 0; role < TB_N_ATTACH_ROLES; role++)
    if (g_strcmp0 (tb_attach_role_get_name ((TbAttachRole) role), text) == 0)
      {
        *out_end = (TbAttachment) { (TbAttachRole) role, TB_PERIOD_UNDATED };
        return TRUE;
      }
  *out_end = (TbAttachment) { TB_ATTACH_PERIOD, TB_PERIOD_UNDATED };

  return tb_cli_parse_period (option, text, dataset, &out_end->period);
}

static gboolean
check_text (const char *option,
            const char *text)
{
  if (text == NULL || (g_utf8_validate (text, -1, NULL) && g_utf8_strlen (text, -1) <= TB_DECORATION_MAX_TEXT))
    return TRUE;
  tb_cli_fail_usage (_("%s: expected a text of at most %d characters"), option, TB_DECORATION_MAX_TEXT);

  return FALSE;
}

/* What only a period can stand for. */
static gboolean
check_periods (const char         *option,
               const TbDecoration *decoration)
{
  guint takes = tb_decoration_takes (decoration->kind);
  gboolean has_ends = (takes & TB_TAKES_ENDS) != 0;

  if ((takes & TB_PERIODS_ALONE) != 0 &&
      (decoration->from.role != TB_ATTACH_PERIOD || (has_ends && decoration->to.role != TB_ATTACH_PERIOD)))
    tb_cli_fail_usage (_("%s: expected a period"), option);
  else if (decoration->to.role == TB_ATTACH_YEAR_BEFORE
           || (!has_ends && decoration->from.role == TB_ATTACH_YEAR_BEFORE))
    tb_cli_fail_usage (_("%s: year-before stands only before “..”: a year before the other end"), option);
  else
    return TRUE;

  return FALSE;
}

/* Two ends, of arrows and spans. */
static gboolean
parse_ends (const char      *option,
            const char      *argument,
            const TbDataset *dataset,
            TbDecoration    *decoration)
{
  g_auto (GStrv) ends = split_ends (argument, &decoration->text);

  if (g_strv_length (ends) != 2)
    {
      tb_cli_fail_usage (_("%s: “%s” has not two ends; write FROM..TO"), option, argument);
      return FALSE;
    }

  return parse_end (option, ends[0], dataset, &decoration->from)
         && parse_end (option, ends[1], dataset, &decoration->to) && check_periods (option, decoration);
}

/* The word after the ends of a difference. */
static gboolean
parse_show (const char   *option,
            TbDecoration *decoration)
{
  g_autofree char *word = g_steal_pointer (&decoration->text);

  for (int show = 0; show < TB_N_DIFFERENCE_SHOWS; show++)
    if (word == NULL || strcmp (word, tb_difference_show_get_name ((TbDifferenceShow) show)) == 0)
      {
        decoration->show = (TbDifferenceShow) show;
        return TRUE;
      }
  tb_cli_fail_usage (_("%s: “%s” is not known; there are both, absolute and relative"), option, word);

  return FALSE;
}

/* One place and perhaps words. */
static gboolean
parse_place (const char      *option,
             const char      *argument,
             const TbDataset *dataset,
             TbDecoration    *decoration)
{
  const char *equals = strchr (argument, '=');
  g_autofree char *place = equals != NULL ? g_strndup (argument, (gsize) (equals - argument)) : g_strdup (argument);

  decoration->text = equals != NULL ? g_strdup (equals + 1) : NULL;

  return parse_end (option, place, dataset, &decoration->from) && check_periods (option, decoration);
}

static gboolean
parse_value (const char   *option,
             const char   *argument,
             TbDecoration *decoration)
{
  char *end = NULL;

  decoration->value = g_ascii_strtod (argument, &end);
  if (end == argument || (*end != '\0' && *end != '=') || !isfinite (decoration->value))
    {
      tb_cli_fail_usage (_("%s: “%s” does not begin with a number"), option, argument);
      return FALSE;
    }
  decoration->text = *end == '=' ? g_strdup (end + 1) : NULL;

  return TRUE;
}

/* A role or period, else a series. */
static gboolean
parse_highlight (const char      *argument,
                 const TbDataset *dataset,
                 TbDecoration    *decoration)
{
  if (tb_attachment_parse (argument, tb_dataset_get_info (dataset)->year_start, &decoration->from, NULL))
    return check_periods ("--highlight", decoration);
  decoration->from = TB_NO_ATTACHMENT;
  decoration->series = g_strdup (argument);

  return TRUE;
}

static gboolean
parse_one (TbDecorationKind kind,
           const char      *option,
           const char      *argument,
           const TbDataset *dataset,
           TbDecoration    *decoration)
{
  switch (kind)
    {
    case TB_DECORATION_DIFFERENCE:
      return parse_ends (option, argument, dataset, decoration) && parse_show (option, decoration);
    case TB_DECORATION_CAGR:
      if (!parse_ends (option, argument, dataset, decoration))
        return FALSE;
      if (decoration->text == NULL)
        return TRUE;
      tb_cli_fail_usage (_("%s: the words come from the figures"), option);
      return FALSE;
    case TB_DECORATION_VALUE_LINE:
      return parse_value (option, argument, decoration);
    case TB_DECORATION_TARGET_LINE:
      return TRUE;
    case TB_DECORATION_SPAN:
      return parse_ends (option, argument, dataset, decoration);
    case TB_DECORATION_BREAK:
      return parse_place (option, argument, dataset, decoration);
    case TB_DECORATION_HIGHLIGHT:
      return parse_highlight (argument, dataset, decoration);
    case TB_DECORATION_NOTE:
      if (!parse_place (option, argument, dataset, decoration))
        return FALSE;
      if (decoration->text != NULL && decoration->text[0] != '\0')
        return TRUE;
      tb_cli_fail_usage (_("%s: “%s” has no text; write WHERE=TEXT"), option, argument);
      return FALSE;
    }

  return FALSE;
}

static gboolean
parse_all (TbCliDecorations *self,
           TbDecorationKind  kind,
           const char       *option,
           char            **arguments,
           const TbDataset  *dataset)
{
  for (gsize i = 0; arguments != NULL && arguments[i] != NULL; i++)
    {
      TbDecoration *decoration;

      g_array_set_size (self->all, self->all->len + 1);
      decoration = &g_array_index (self->all, TbDecoration, self->all->len - 1);
      *decoration = (TbDecoration) { .kind = kind, .from = TB_NO_ATTACHMENT, .to = TB_NO_ATTACHMENT };
      if (!parse_one (kind, option, arguments[i], dataset, decoration) || !check_text (option, decoration->text))
        return FALSE;
    }

  return TRUE;
}

/* Those of a file come first. */
static gboolean
read_file (TbCliDecorations *self)
{
  gsize length;
  g_autofree char *text = NULL;
  g_autoptr (TbChartSpec) spec = NULL;
  g_autoptr (GError) error = NULL;
  TbDecoration *copy;

  if (self->file == NULL)
    return TRUE;
  text = tb_cli_read_text (self->file, &length);
  if (text == NULL)
    return FALSE;
  spec = tb_chart_spec_from_json (text, (gssize) length, &error);
  if (spec == NULL)
    {
      tb_cli_print_error ("%s: %s", self->file, error->message);
      return FALSE;
    }
  copy = tb_decorations_copy (tb_chart_spec_get (spec)->decorations, tb_chart_spec_get (spec)->n_decorations);
  g_array_append_vals (self->all, copy, (guint) tb_chart_spec_get (spec)->n_decorations);
  g_free (copy);

  return TRUE;
}

int
tb_cli_decorations_resolve (TbCliDecorations  *self,
                            const TbDataset   *dataset,
                            TbChartSpecFields *fields)
{
  char *once[] = { (char *) "", NULL };

  self->all = g_array_new (FALSE, TRUE, sizeof (TbDecoration));
  if (!read_file (self))
    return TB_CLI_FAULT;
  if (!parse_all (self, TB_DECORATION_DIFFERENCE, "--difference", self->differences, dataset) ||
      !parse_all (self, TB_DECORATION_CAGR, "--cagr", self->growths, dataset) ||
      !parse_all (self, TB_DECORATION_VALUE_LINE, "--value-line", self->value_lines, dataset) ||
      !parse_all (self, TB_DECORATION_TARGET_LINE, "--target-line", self->target_line ? once : NULL, dataset) ||
      !parse_all (self, TB_DECORATION_SPAN, "--shade", self->shades, dataset) ||
      !parse_all (self, TB_DECORATION_BREAK, "--break", self->breaks, dataset) ||
      !parse_all (self, TB_DECORATION_HIGHLIGHT, "--highlight", self->highlights, dataset) ||
      !parse_all (self, TB_DECORATION_NOTE, "--note", self->notes, dataset))
    return TB_CLI_USAGE;
  fields->decorations = (TbDecoration *) (gpointer) self->all->data;
  fields->n_decorations = self->all->len;

  return TB_CLI_DONE;
}
