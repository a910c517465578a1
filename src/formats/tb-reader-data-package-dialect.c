/* How the fields of a resource are separated and quoted (CSV Dialect 1.2, Table Dialect).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-data-package.h"

#include "tb-json-field.h"

static char
get_character (const TbJsonValue *dialect,
               const char        *key,
               char               otherwise)
{
  const TbJsonValue *value = tb_json_field_get (dialect, key, TB_JSON_STRING);
  gsize length;
  const char *text = value != NULL ? tb_json_get_string (value, &length) : NULL;

  if (text == NULL)
    return otherwise;
  if (length == 2 && text[0] == '\\' && text[1] == 't')
    return '\t';

  return length == 1 ? text[0] : length == 0 ? 0 : otherwise;
}

static gboolean
get_switch (const TbJsonValue *dialect,
            const char        *key,
            gboolean           otherwise)
{
  const TbJsonValue *value = tb_json_field_get (dialect, key, TB_JSON_BOOLEAN);

  return value != NULL ? tb_json_get_boolean (value) : otherwise;
}

/* The dialect's own members may stand in one called "csv". */
static const TbJsonValue *
find_dialect (const TbResource *self)
{
  const TbJsonValue *dialect = tb_package_find_object (self->package, self->value, "dialect");
  const TbJsonValue *inner = tb_json_field_get (dialect, "csv", TB_JSON_OBJECT);

  return inner != NULL ? inner : dialect;
}

/* What a dialect does not say is as CSV Dialect says. FALSE: it says nothing of how fields are
 * parted, which is found out. */
gboolean
tb_resource_take_dialect (const TbResource   *self,
                          TbSeparatedDialect *out_dialect,
                          TbCsvTableOptions  *options)
{
  static const char *const members[] = { "delimiter", "quoteChar", "escapeChar", "commentChar", "skipInitialSpace" };
  const TbJsonValue *said = find_dialect (self);
  gboolean is_said = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    is_said |= tb_json_field_get (said, members[i], TB_JSON_STRING) != NULL
               || tb_json_field_get (said, members[i], TB_JSON_BOOLEAN) != NULL;
  options->has_no_header = !get_switch (said, "header", TRUE);
  options->null_sequence = tb_json_field_get_text (said, "nullSequence", self->package->pool);
  *out_dialect = (TbSeparatedDialect) {
    .delimiter = get_character (said, "delimiter", ','),
    .quote = get_character (said, "quoteChar", '"'),
    .escape = get_character (said, "escapeChar", 0),
    .comment = get_character (said, "commentChar", 0),
    .skip_initial_space = get_switch (said, "skipInitialSpace", FALSE),
  };
  if (out_dialect->delimiter == 0)
    out_dialect->delimiter = ',';

  return is_said;
}
