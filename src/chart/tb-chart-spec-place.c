/* Where in a document's text a JSON pointer leads: for messages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-chart-spec-private.h"
#include "tb-text-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The text is known to be JSON; what is left of it ends at @end. */
typedef struct
{
  const char *at;
  const char *end;
} Walk;

static void
skip_space (Walk *self)
{
  while (self->at < self->end && strchr (" \t\r\n,:", *self->at) != NULL)
    self->at++;
}

/* Behind the closing quote. */
static void
skip_string (Walk *self)
{
  for (self->at++; self->at < self->end && *self->at != '"'; self->at++)
    if (*self->at == '\\')
      self->at++;
  self->at++;
}

static void
skip_value (Walk *self)
{
  guint depth = 0;

  do
    {
      skip_space (self);
      if (self->at >= self->end)
        return;
      if (*self->at == '"')
        {
          skip_string (self);
          continue;
        }
      if (*self->at == '{' || *self->at == '[')
        depth++;
      else if (*self->at == '}' || *self->at == ']')
        depth--;
      self->at++;
      /* The rest of a number or a word. */
      while (self->at < self->end && strchr ("{}[]\", \t\r\n:", self->at[-1]) == NULL
             && strchr ("{}[]\", \t\r\n:", *self->at) == NULL)
        self->at++;
    }
  while (depth > 0);
}

/* The value of a member, of several the last; names with escapes are not found. */
static gboolean
enter_member (Walk       *self,
              const char *name,
              gsize       length)
{
  Walk found = { NULL, NULL };

  self->at++;
  for (skip_space (self); self->at < self->end && *self->at == '"'; skip_space (self))
    {
      const char *key = self->at + 1;
      gboolean is_it;

      skip_string (self);
      is_it = (gsize) (self->at - 1 - key) == length && strncmp (key, name, length) == 0;
      skip_space (self);
      if (is_it)
        found = *self;
      skip_value (self);
    }
  *self = found;

  return found.at != NULL;
}

static gboolean
enter_element (Walk  *self,
               guint64 wanted)
{
  self->at++;
  skip_space (self);
  for (guint64 i = 0; self->at < self->end && *self->at != ']'; i++)
    {
      if (i == wanted)
        return TRUE;
      skip_value (self);
      skip_space (self);
    }

  return FALSE;
}

/* Of what is not there, the place of what should have held it. */
static gsize
locate (const char *text,
        gsize       length,
        const char *pointer)
{
  Walk walk = { text, text + length };
  const char *place;

  skip_space (&walk);
  place = walk.at;
  while (*pointer == '/' && walk.at < walk.end)
    {
      gsize n = strcspn (pointer + 1, "/");
      gboolean is_there = *walk.at == '{'   ? enter_member (&walk, pointer + 1, n)
                          : *walk.at == '[' ? enter_element (&walk, g_ascii_strtoull (pointer + 1, NULL, 10))
                                            : FALSE;

      if (!is_there)
        break;
      place = walk.at;
      pointer += n + 1;
    }

  return (gsize) (place - text);
}

/**
 * tb_chart_spec_add_place:
 * @text: a document that is JSON
 * @length: its length in bytes, −1 where it ends in NUL
 * @error: (nullable): what tb_chart_spec_fail() said of it
 *
 * Puts line and column before the pointer of the message.
 */
void
tb_chart_spec_add_place (const char *text,
                         gssize      length,
                         GError    **error)
{
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *pointer = NULL;
  GError *placed;
  guint line, column;
  const char *end;

  /* What holds of the whole document stands nowhere in it. */
  if (error == NULL || *error == NULL || (*error)->message[0] != '/' || (*error)->message[1] == ':')
    return;
  if (n_bytes >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      n_bytes -= 3;
    }
  end = strstr ((*error)->message, ": ");
  pointer = g_strndup ((*error)->message, end != NULL ? (gsize) (end - (*error)->message) : 0);
  tb_text_locate (text, n_bytes, locate (text, n_bytes, pointer), &line, &column);
  placed = g_error_new ((*error)->domain, (*error)->code, _("Line %u, column %u: %s"), line, column,
                        (*error)->message);
  g_error_free (*error);
  *error = placed;
}
