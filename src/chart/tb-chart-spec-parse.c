/* Parses the JSON of specs and house styles: strictly, each member once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-spec-private.h"
#include "tb-json-syntax.h"
#include "tb-text-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* json-glib keeps the last of several members of a name, and tells of each. */
typedef struct
{
  GPtrArray *open;      /* (element-type GHashTable): names in each object that is open, outermost first;
                         * NULL for an array */
  guint      depth;     /* of what holds the pointer's first member */
  char      *pointer;   /* (nullable): to the first member that is there twice, from @depth on */
} Watch;

static void
free_names (gpointer data)
{
  if (data != NULL)
    g_hash_table_unref (data);
}

static void
begin_object (JsonParser *parser,
              Watch      *self)
{
  (void) parser;
  g_ptr_array_add (self->open, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
}

static void
begin_array (JsonParser *parser,
             Watch      *self)
{
  (void) parser;
  g_ptr_array_add (self->open, NULL);
}

static void
end_container (JsonParser *parser,
               gpointer    container,
               Watch      *self)
{
  (void) parser;
  (void) container;
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
}

/* What holds the place that was found comes to the head of its pointer. */
static void
lead_to (Watch      *self,
         const char *step)
{
  char *longer;

  if (self->pointer == NULL || self->open->len >= self->depth)
    return;
  longer = g_strconcat ("/", step, self->pointer, NULL);
  g_free (self->pointer);
  self->pointer = longer;
  self->depth = self->open->len;
}

/* Comes after the member's value. */
static void
see_member (JsonParser *parser,
            JsonObject *object,
            const char *name,
            Watch      *self)
{
  GHashTable *names = self->open->len > 0 ? g_ptr_array_index (self->open, self->open->len - 1) : NULL;

  (void) parser;
  (void) object;
  lead_to (self, name);
  if (names == NULL || g_hash_table_add (names, g_strdup (name)) || self->pointer != NULL)
    return;
  self->pointer = g_strconcat ("/", name, NULL);
  self->depth = self->open->len;
}

static void
see_element (JsonParser *parser,
             JsonArray  *array,
             int         i,
             Watch      *self)
{
  g_autofree char *step = g_strdup_printf ("%d", i);

  (void) parser;
  (void) array;
  lead_to (self, step);
}

/* RFC 8259 allows the escape, C strings end at it. */
static gboolean
has_nul (const char *text,
         gsize       length)
{
  for (gsize i = 0; i + 5 < length; i++)
    if (text[i] == '\\')
      {
        if (strncmp (text + i + 1, "u0000", 5) == 0)
          return TRUE;
        i++;
      }

  return FALSE;
}

/* json-glib says in English what is wrong with the grammar. */
static gboolean
check_text (const char *text,
            gsize       length,
            GError    **error)
{
  g_autofree char *message = NULL;
  gsize offset;
  guint line, column;

  if (!g_utf8_validate (text, (gssize) length, NULL))
    return tb_chart_spec_fail (error, "", _("the text is not UTF-8"));
  if (has_nul (text, length))
    return tb_chart_spec_fail (error, "", _("a text holds U+0000; expected none"));
  if (tb_json_syntax_check (text, length, &offset, &message))
    return TRUE;
  tb_text_locate (text, length, offset, &line, &column);
  g_set_error (error, TB_CHART_ERROR, TB_CHART_ERROR_SPEC, _("Line %u, column %u: %s"), line, column, message);
  return FALSE;
}

/**
 * tb_chart_spec_parse:
 * @text: a document
 * @length: its length in bytes, −1 where it ends in NUL
 * @format: what its member "tongbi" is to be, for messages
 * @error: return location for an error
 *
 * Parses a document. A byte order mark is ignored, as section 8.1 of RFC 8259 allows.
 * A member that is given twice is refused: all but the last would be lost in silence;
 * U+0000 too, as what follows it would be.
 *
 * Errors: %TB_CHART_ERROR_SPEC; of the grammar, with line and column.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the document, an object
 */
JsonNode *
tb_chart_spec_parse (const char *text,
                     gssize      length,
                     const char *format,
                     GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (free_names);
  Watch watch = { .open = open };
  g_autofree char *twice = NULL;
  g_autoptr (GError) reason = NULL;
  g_autoptr (JsonNode) root = NULL;
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  gboolean is_read;

  if (n_bytes >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      n_bytes -= 3;
    }
  if (!check_text (text, n_bytes, error))
    return NULL;

  json_parser_set_strict (parser, TRUE);
  g_signal_connect (parser, "object-start", G_CALLBACK (begin_object), &watch);
  g_signal_connect (parser, "object-member", G_CALLBACK (see_member), &watch);
  g_signal_connect (parser, "object-end", G_CALLBACK (end_container), &watch);
  g_signal_connect (parser, "array-start", G_CALLBACK (begin_array), &watch);
  g_signal_connect (parser, "array-element", G_CALLBACK (see_element), &watch);
  g_signal_connect (parser, "array-end", G_CALLBACK (end_container), &watch);
  is_read = json_parser_load_from_data (parser, text, (gssize) n_bytes, &reason);
  twice = g_steal_pointer (&watch.pointer);
  if (!is_read)
    {
      tb_chart_spec_fail (error, "", _("not JSON: %s"), reason->message);
      return NULL;
    }
  root = json_parser_steal_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      tb_chart_spec_fail (error, "", _("expected an object with \"tongbi\": \"%s\""), format);
      return NULL;
    }
  if (twice != NULL)
    {
      tb_chart_spec_fail (error, twice, _("“%s” is given twice in one object; expected it once"),
                          strrchr (twice, '/') + 1);
      return NULL;
    }

  return g_steal_pointer (&root);
}
