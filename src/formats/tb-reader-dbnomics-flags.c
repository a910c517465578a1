/* Reads what DB.nomics says about single figures: status codes and the like.
 *
 * "observations_attributes" is a list of pairs of a name and as many values as
 * there are figures, or an object of such lists.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-dbnomics.h"

#include "tb-status-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_status (const char *name)
{
  g_autofree char *upper = g_ascii_strup (name, -1);

  return strstr (upper, "STATUS") != NULL || strstr (upper, "FLAG") != NULL;
}

static void
add_flag (TbDbnomicsFlags   *flags,
          TbDbnomics        *self,
          const TbJsonValue *name,
          const TbJsonValue *values,
          gsize              n_values)
{
  TbDbnomicsFlag *flag = &flags->flags[flags->n];
  const char *text = tb_json_field_to_text (name, self->pool);

  if (text == NULL || tb_json_get_type (values) != TB_JSON_ARRAY || tb_json_get_size (values) != n_values)
    {
      tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, values,
                          _("the attribute is left out; expected a list with a value for each figure"));
      return;
    }
  if (flags->n == TB_DBNOMICS_MAX_FLAGS)
    {
      tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, values,
                          _("more than %d attributes of the figures; this one is left out"), TB_DBNOMICS_MAX_FLAGS);
      return;
    }

  flag->name = text;
  flag->is_status = is_status (text);
  tb_json_iter_init (&flag->iter, values);
  flags->n++;
}

/**
 * tb_dbnomics_flags_init:
 * @flags: (out caller-allocates): the attributes
 * @self: a reading
 * @doc: a series
 * @n_values: how many figures it has
 *
 * Begins to walk over what is said of the figures of a series. Lists of another length are left out and
 * reported.
 */
void
tb_dbnomics_flags_init (TbDbnomicsFlags   *flags,
                        TbDbnomics        *self,
                        const TbJsonValue *doc,
                        gsize              n_values)
{
  const TbJsonValue *attributes = tb_json_field_get_any (doc, "observations_attributes");
  TbJsonIter iter;

  flags->n = 0;
  if (attributes == NULL
      || (tb_json_get_type (attributes) != TB_JSON_ARRAY && tb_json_get_type (attributes) != TB_JSON_OBJECT))
    return;

  tb_json_iter_init (&iter, attributes);
  while (tb_json_iter_next (&iter))
    {
      const TbJsonValue *name = iter.key;
      const TbJsonValue *values = iter.value;

      if (name == NULL
          && (tb_json_get_type (iter.value) != TB_JSON_ARRAY || !tb_json_get_pair (iter.value, &name, &values)))
        continue;
      add_flag (flags, self, name, values, n_values);
    }
}

/**
 * tb_dbnomics_flags_next:
 * @flags: the attributes
 * @self: a reading
 * @cell: (inout): gets the status and the note of the next figure
 *
 * Steps to the next figure.
 */
void
tb_dbnomics_flags_next (TbDbnomicsFlags *flags,
                        TbDbnomics      *self,
                        TbCubeCell      *cell)
{
  for (gsize i = 0; i < flags->n; i++)
    {
      TbDbnomicsFlag *flag = &flags->flags[i];
      const char *text = tb_json_iter_next (&flag->iter) ? tb_json_field_to_text (flag->iter.value, self->pool) : NULL;
      g_autofree char *said = NULL;
      g_autofree char *joined = NULL;
      guint32 status = 0;

      if (text == NULL)
        continue;
      if (flag->is_status)
        text = tb_status_text_parse (TB_PROVIDER_ANY, text, strlen (text), NULL, self->pool, &status);
      else
        text = said = g_strdup_printf ("%s: %s", flag->name, text);
      cell->status |= status;
      if (text == NULL)
        continue;

      joined = cell->note != NULL ? g_strdup_printf ("%s; %s", cell->note, text) : g_strdup (text);
      cell->note = tb_pool_intern (self->pool, joined);
    }
}
