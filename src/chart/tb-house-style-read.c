/* Reads house styles from JSON: data/schemas/theme-1.schema.json.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-house-style-private.h"

#include "tb-chart-spec-private.h"
#include "tb-limits.h"
#include "tb-palette.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT "theme/1"

#define MOST_FONTS 8
#define LONGEST_NAME 80

/* Text of 12 px is 9 pt, the least on paper. */
#define LEAST_TEXT_PX 12.0
#define LARGEST_TEXT_PX 48.0
#define LEAST_MARGIN_PX 6.0
#define LARGEST_MARGIN_PX 96.0

static const char *const members[] = { "tongbi", "name", "fonts", "sizes", "margin", "colors", "logo", NULL };
static const char *const size_members[] = { "title", "subtitle", "label", "note", NULL };

static const char *const role_names[TB_N_HOUSE_ROLES] = {
  [TB_HOUSE_BACKGROUND] = "background",
  [TB_HOUSE_TEXT] = "text",
  [TB_HOUSE_TEXT_MUTED] = "text_muted",
  [TB_HOUSE_GRID] = "grid",
  [TB_HOUSE_AXIS] = "axis",
  [TB_HOUSE_TARGET] = "target",
  [TB_HOUSE_HIGHLIGHT] = "highlight",
  [TB_HOUSE_GOOD] = "good",
  [TB_HOUSE_BAD] = "bad",
  [TB_HOUSE_NEUTRAL] = "neutral",
};

const char *
tb_house_role_get_name (TbHouseRole role)
{
  return role_names[role];
}

static gboolean
check_members (JsonObject        *object,
               const char        *pointer,
               const char *const *known,
               GError           **error)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (const GList *item = names; item != NULL; item = item->next)
    if (!g_strv_contains (known, item->data))
      {
        g_autofree char *at = g_strconcat (pointer, "/", item->data, NULL);
        g_autofree char *expected = g_strjoinv (", ", (char **) known);

        return tb_chart_spec_fail (error, at, _("unknown member, expected one of %s"), expected);
      }

  return TRUE;
}

/* The object of a member whose own members are all known; NULL with @error at fault. */
static JsonObject *
get_object (JsonNode          *node,
            const char        *pointer,
            const char *const *known,
            GError           **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      tb_chart_spec_fail (error, pointer, _("expected an object, found %s"), tb_chart_spec_describe (node));
      return NULL;
    }

  return check_members (json_node_get_object (node), pointer, known, error) ? json_node_get_object (node) : NULL;
}

static const char *
get_string (JsonNode   *node,
            const char *pointer,
            GError    **error)
{
  if (tb_chart_spec_is_string (node))
    return json_node_get_string (node);
  tb_chart_spec_fail (error, pointer, _("expected a string, found %s"), tb_chart_spec_describe (node));

  return NULL;
}

static gboolean
read_length (JsonObject *object,
             const char *pointer,
             const char *name,
             double      least,
             double      largest,
             double     *out_px,
             GError    **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *at = g_strconcat (pointer, "/", name, NULL);
  double px;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || tb_chart_spec_is_string (node)
      || json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return tb_chart_spec_fail (error, at, _("expected a number, found %s"), tb_chart_spec_describe (node));
  px = json_node_get_double (node);
  if (!(px >= least && px <= largest))
    return tb_chart_spec_fail (error, at, _("expected a number from %g to %g"), least, largest);
  *out_px = px;

  return TRUE;
}

/* A name goes into a list that commas part. */
static gboolean
is_font_name (const char *name)
{
  if (name[0] == '\0' || g_utf8_strlen (name, -1) > LONGEST_NAME)
    return FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == ',' || *p == '"' || tb_text_is_invisible (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

static gboolean
read_fonts (JsonObject    *object,
            TbHouseFields *fields,
            GError       **error)
{
  JsonNode *node = json_object_get_member (object, "fonts");
  g_autoptr (GString) family = g_string_new (NULL);
  JsonArray *array;
  guint n;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return tb_chart_spec_fail (error, "/fonts", _("expected an array of strings, found %s"),
                               tb_chart_spec_describe (node));
  array = json_node_get_array (node);
  n = json_array_get_length (array);
  if (n < 1 || n > MOST_FONTS)
    return tb_chart_spec_fail (error, "/fonts", _("expected 1 to %d names, found %u"), MOST_FONTS, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *at = g_strdup_printf ("/fonts/%u", i);
      const char *name = get_string (json_array_get_element (array, i), at, error);

      if (name == NULL)
        return FALSE;
      if (!is_font_name (name))
        return tb_chart_spec_fail (error, at, _("“%s” is no name of a font family"), name);
      g_string_append_printf (family, "%s, ", name);
    }
  fields->family = g_string_free_and_steal (g_steal_pointer (&family));

  return TRUE;
}

static gboolean
read_sizes (JsonObject    *object,
            TbHouseFields *fields,
            GError       **error)
{
  JsonNode *node = json_object_get_member (object, "sizes");
  JsonObject *sizes;

  if (node == NULL)
    return TRUE;
  sizes = get_object (node, "/sizes", size_members, error);

  return sizes != NULL &&
         read_length (sizes, "/sizes", "title", LEAST_TEXT_PX, LARGEST_TEXT_PX, &fields->title_px, error) &&
         read_length (sizes, "/sizes", "subtitle", LEAST_TEXT_PX, LARGEST_TEXT_PX, &fields->subtitle_px, error) &&
         read_length (sizes, "/sizes", "label", LEAST_TEXT_PX, LARGEST_TEXT_PX, &fields->label_px, error) &&
         read_length (sizes, "/sizes", "note", LEAST_TEXT_PX, LARGEST_TEXT_PX, &fields->note_px, error);
}

static gboolean
read_color (JsonNode   *node,
            const char *pointer,
            TbColor    *out_color,
            GError    **error)
{
  const char *text = get_string (node, pointer, error);

  if (text == NULL)
    return FALSE;
  if (strlen (text) != 7 || text[0] != '#' || strspn (text + 1, "0123456789abcdefABCDEF") != 6)
    return tb_chart_spec_fail (error, pointer, _("“%s” is no color, expected \"#rrggbb\""), text);
  *out_color = tb_color_from_rgb ((guint32) g_ascii_strtoull (text + 1, NULL, 16));

  return TRUE;
}

static gboolean
read_series (JsonNode      *node,
             const char    *pointer,
             TbHouseColors *colors,
             GError       **error)
{
  JsonArray *array;
  guint n;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return tb_chart_spec_fail (error, pointer, _("expected an array of strings, found %s"),
                               tb_chart_spec_describe (node));
  array = json_node_get_array (node);
  n = json_array_get_length (array);
  if (n < 1 || n > TB_N_SERIES_COLORS)
    return tb_chart_spec_fail (error, pointer, _("expected 1 to %d colors, found %u"), TB_N_SERIES_COLORS, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *at = g_strdup_printf ("%s/%u", pointer, i);

      if (!read_color (json_array_get_element (array, i), at, &colors->series[i], error))
        return FALSE;
    }
  colors->n_series = n;

  return TRUE;
}

/* The colours of one style, or of all. */
static gboolean
read_style (JsonObject    *object,
            const char    *name,
            TbHouseRole    first,
            TbHouseColors *colors,
            GError       **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *pointer = g_strconcat ("/colors/", name, NULL);
  g_autofree char *at_series = g_strconcat (pointer, "/series", NULL);
  const char *known[TB_N_HOUSE_ROLES + 2] = { NULL };
  gsize n = 0;
  JsonObject *style;

  if (node == NULL)
    return TRUE;
  for (int role = (int) first; role < TB_N_HOUSE_ROLES; role++)
    known[n++] = role_names[role];
  known[n++] = "series";
  style = get_object (node, pointer, known, error);
  if (style == NULL)
    return FALSE;

  for (int role = (int) first; role < TB_N_HOUSE_ROLES; role++)
    {
      JsonNode *color = json_object_get_member (style, role_names[role]);
      g_autofree char *at = g_strconcat (pointer, "/", role_names[role], NULL);

      if (color != NULL && !read_color (color, at, &colors->roles[role], error))
        return FALSE;
      colors->given |= color != NULL ? 1u << role : 0;
    }
  node = json_object_get_member (style, "series");

  return node == NULL || read_series (node, at_series, colors, error);
}

static gboolean
read_colors (JsonObject    *object,
             TbHouseFields *fields,
             GError       **error)
{
  JsonNode *node = json_object_get_member (object, "colors");
  const char *known[TB_N_STYLES + 2] = { "common" };
  JsonObject *colors;

  if (node == NULL)
    return TRUE;
  for (int style = 0; style < TB_N_STYLES; style++)
    known[style + 1] = tb_style_get_name ((TbStyle) style);
  colors = get_object (node, "/colors", known, error);
  if (colors == NULL || !read_style (colors, "common", TB_FIRST_COMMON_ROLE, &fields->common, error))
    return FALSE;
  for (int style = 0; style < TB_N_STYLES; style++)
    if (!read_style (colors, known[style + 1], TB_HOUSE_BACKGROUND, &fields->styles[style], error))
      return FALSE;

  return TRUE;
}

static gboolean
read_logo (JsonObject    *object,
           TbHouseFields *fields,
           GError       **error)
{
  JsonNode *node = json_object_get_member (object, "logo");
  const char *text;
  guchar *bytes;
  gsize length;
  int width;
  int height;

  if (node == NULL)
    return TRUE;
  text = get_string (node, "/logo", error);
  if (text == NULL)
    return FALSE;
  if (strlen (text) > TB_LIMIT_LOGO_BYTES / 3 * 4)
    return tb_chart_spec_fail (error, "/logo", _("the logo is larger than %d KiB"), TB_LIMIT_LOGO_BYTES / 1024);
  bytes = g_base64_decode (text, &length);
  fields->logo = g_bytes_new_take (bytes, length);
  if (!tb_logo_get_size (fields->logo, &width, &height) || !tb_logo_is_sound (fields->logo))
    return tb_chart_spec_fail (error, "/logo", _("expected a PNG image in base64, at most 4096 px a side"));

  return TRUE;
}

static gboolean
read_members (JsonObject    *object,
              TbHouseFields *fields,
              GError       **error)
{
  JsonNode *format = json_object_get_member (object, "tongbi");
  JsonNode *name = json_object_get_member (object, "name");

  if (!check_members (object, "", members, error))
    return FALSE;
  if (format == NULL || !tb_chart_spec_is_string (format) || strcmp (json_node_get_string (format), FORMAT) != 0)
    return tb_chart_spec_fail (error, "/tongbi", _("expected \"%s\""), FORMAT);
  if (name != NULL && get_string (name, "/name", error) == NULL)
    return FALSE;

  return read_fonts (object, fields, error) && read_sizes (object, fields, error) &&
         read_length (object, "", "margin", LEAST_MARGIN_PX, LARGEST_MARGIN_PX, &fields->margin_px, error) &&
         read_colors (object, fields, error) && read_logo (object, fields, error);
}

/**
 * tb_house_fields_read:
 * @text: a document after data/schemas/theme-1.schema.json
 * @length: its length in bytes, −1 where it ends in NUL
 * @out_fields: (out caller-allocates): what it says, to be cleared in any case
 * @out_json: (out): the document without its white space
 * @error: return location for an error
 *
 * Reads a document; whether its colours can be told apart is not its affair.
 *
 * Errors: %TB_CHART_ERROR_SPEC: JSON pointer, what is wrong, what was expected.
 *
 * Returns: whether it could be read
 */
gboolean
tb_house_fields_read (const char     *text,
                      gssize          length,
                      TbHouseFields  *out_fields,
                      char          **out_json,
                      GError        **error)
{
  g_autoptr (JsonNode) root = tb_chart_spec_parse (text, length, FORMAT, error);

  *out_fields = (TbHouseFields) { 0 };
  if (root == NULL)
    return FALSE;
  if (!read_members (json_node_get_object (root), out_fields, error))
    return FALSE;
  *out_json = json_to_string (root, FALSE);

  return TRUE;
}

void
tb_house_fields_clear (TbHouseFields *self)
{
  g_clear_pointer (&self->family, g_free);
  g_clear_pointer (&self->logo, g_bytes_unref);
}
