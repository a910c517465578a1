/* Parses the JSON of specs and house styles: strictly, each member once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-spec-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  JsonObject *object;
  char       *name;
} Member;

static guint
hash_member (gconstpointer data)
{
  const Member *self = data;

  return g_direct_hash (self->object) ^ g_str_hash (self->name);
}

static gboolean
equal_members (gconstpointer a,
               gconstpointer b)
{
  const Member *one = a;
  const Member *other = b;

  return one->object == other->object && strcmp (one->name, other->name) == 0;
}

static void
free_member (gpointer data)
{
  Member *self = data;

  json_object_unref (self->object);
  g_free (self->name);
  g_free (self);
}

typedef struct
{
  GHashTable *seen;    /* of Member */
  char       *twice;   /* nullable: the first that was given again */
} Watch;

static void
on_member (JsonParser *parser,
           JsonObject *object,
           const char *name,
           gpointer    user_data)
{
  Watch *self = user_data;
  Member *member = g_new (Member, 1);

  *member = (Member) { json_object_ref (object), g_strdup (name) };
  if (!g_hash_table_add (self->seen, member) && self->twice == NULL)
    self->twice = g_strdup (name);
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

/**
 * tb_chart_spec_parse:
 * @text: a document
 * @length: its length in bytes, −1 where it ends in NUL
 * @format: what its member "tongbi" is to be, for messages
 * @error: return location for an error
 *
 * Parses a document. A member that is given twice is refused: all but the last would
 * be lost in silence; U+0000 too, as what follows it would be.
 *
 * Errors: %TB_CHART_ERROR_SPEC.
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
  g_autoptr (GHashTable) seen = g_hash_table_new_full (hash_member, equal_members, free_member, NULL);
  Watch watch = { seen, NULL };
  g_autofree char *twice = NULL;
  g_autoptr (GError) reason = NULL;
  g_autoptr (JsonNode) root = NULL;
  gboolean is_read;

  if (!g_utf8_validate (text, length, NULL))
    {
      tb_chart_spec_fail (error, "", _("the text is not UTF-8"));
      return NULL;
    }
  if (has_nul (text, length < 0 ? strlen (text) : (gsize) length))
    {
      tb_chart_spec_fail (error, "", _("a text holds U+0000; expected none"));
      return NULL;
    }

  json_parser_set_strict (parser, TRUE);
  g_signal_connect (parser, "object-member", G_CALLBACK (on_member), &watch);
  is_read = json_parser_load_from_data (parser, text, length, &reason);
  twice = g_steal_pointer (&watch.twice);
  if (!is_read)
    {
      tb_chart_spec_fail (error, "", "%s", reason->message);
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
      tb_chart_spec_fail (error, "", _("“%s” is given twice in one object; expected it once"), twice);
      return NULL;
    }

  return g_steal_pointer (&root);
}
