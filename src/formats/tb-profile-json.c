/* Reads import profiles (data/schemas/import-profile-1.md).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-profile-private.h"

#include "tb-json-report.h"
#include "tb-json-structure.h"
#include "tb-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Texts longer than this are not repeated whole in a message. */
#define MAX_QUOTED 60

/* What is said of all indicators comes first: those keys stand at the root too. */
enum
{
  MEASURE,
  SINCE,
  UNIT,
  DIRECTION,
  N_SHARED_KEYS,
  NAME = N_SHARED_KEYS,
  N_INDICATOR_KEYS,
};

enum
{
  TONGBI = N_SHARED_KEYS,
  COLUMNS,
  DECIMAL_MARK,
  INDICATORS,
  N_ROOT_KEYS,
};

#define MAX_KEYS N_ROOT_KEYS

static const char *const indicator_keys[N_INDICATOR_KEYS] = { "measure", "since", "unit", "direction", "name" };
static const char *const root_keys[N_ROOT_KEYS] = {
  "measure", "since", "unit", "direction", "tongbi", "columns", "decimal_mark", "indicators",
};
static const char *const column_keys[] = { "role" };

typedef struct
{
  const TbJsonDocument *document;
  TbJsonReport         *report;
  TbProfile            *profile;
} Reading;

static char *
shorten (const char *text)
{
  return g_utf8_strlen (text, -1) > MAX_QUOTED ? g_utf8_substring (text, 0, MAX_QUOTED) : g_strdup (text);
}

static void
fail (Reading           *self,
      const TbJsonValue *value,
      const char        *expected)
{
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  if (tb_json_report_skip (self->report, TB_SEVERITY_ERROR))
    return;

  text = tb_json_dup_text (value);
  shown = shorten (text);
  tb_json_report_add (self->report, TB_SEVERITY_ERROR, value, _("found %s; expected %s"), shown, expected);
}

/* A string without NUL; NULL: reported, or not there. */
static const char *
read_string (Reading           *self,
             const TbJsonValue *value,
             const char        *expected)
{
  const char *text = NULL;
  gsize length = 0;

  if (value == NULL)
    return NULL;
  if (tb_json_get_type (value) == TB_JSON_STRING)
    text = tb_json_get_string (value, &length);
  if (text != NULL && *text != '\0' && strlen (text) == length)
    return text;

  fail (self, value, expected);
  return NULL;
}

/* The words that there are, and the one that was meant. */
static void
report_unknown (Reading            *self,
                const TbJsonValue  *value,
                const char         *word,
                const TbVocabulary *vocabulary)
{
  const char *nearest = tb_vocabulary_nearest (vocabulary, word);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *shown = shorten (word);

  for (int i = 0; i < vocabulary->n; i++)
    {
      const char *spelling = tb_vocabulary_spelling (vocabulary, i);

      if (*spelling != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", spelling);
    }
  if (nearest != NULL && *nearest != '\0')
    tb_json_report_add (self->report, TB_SEVERITY_ERROR, value, _("found \"%s\"; expected \"%s\", or another of: %s"),
                        shown, nearest, words->str);
  else
    tb_json_report_add (self->report, TB_SEVERITY_ERROR, value, _("found \"%s\"; expected one of: %s"), shown,
                        words->str);
}

/* FALSE: not there, or reported. */
static gboolean
read_word (Reading            *self,
           const TbJsonValue  *value,
           const TbVocabulary *vocabulary,
           int                *out_word)
{
  const char *text = read_string (self, value, _("a word"));
  int found = text != NULL ? tb_vocabulary_find (vocabulary, text) : -1;

  if (text == NULL)
    return FALSE;
  if (found < 0)
    {
      report_unknown (self, value, text, vocabulary);
      return FALSE;
    }

  *out_word = found;
  return TRUE;
}

/* The values of known keys, NULL where there are none; other keys are errors, as a
 * misspelt one would be of no effect. FALSE: no object. */
static gboolean
collect (Reading            *self,
         const TbJsonValue  *object,
         const char *const  *keys,
         int                 n_keys,
         const TbJsonValue **out_values)
{
  const TbVocabulary vocabulary = { .key = "", .spellings = keys, .n = n_keys };
  TbJsonIter iter;

  memset (out_values, 0, (gsize) n_keys * sizeof *out_values);
  if (tb_json_get_type (object) != TB_JSON_OBJECT)
    {
      fail (self, object, _("an object"));
      return FALSE;
    }

  tb_json_iter_init (&iter, object);
  while (tb_json_iter_next (&iter))
    {
      gsize length;
      const char *key = tb_json_get_string (iter.key, &length);
      int found = strlen (key) == length ? tb_vocabulary_find (&vocabulary, key) : -1;

      if (found >= 0)
        out_values[found] = iter.value;
      else
        report_unknown (self, iter.key, key, &vocabulary);
    }

  return TRUE;
}

static void
read_indicator (Reading            *self,
                const TbJsonValue **values,
                const char         *id)
{
  TbProfileIndicator said = { .measure = TB_MEASURE_UNSTATED };
  int word;

  said.has_measure = read_word (self, values[MEASURE], &tb_measures, &word);
  if (said.has_measure)
    said.measure = (TbMeasure) word;
  if (read_word (self, values[SINCE], &tb_sinces, &word))
    said.since = (TbSince) word;
  if (values[SINCE] != NULL && said.measure != TB_MEASURE_CUMULATIVE)
    tb_json_report_add (self->report, TB_SEVERITY_ERROR, values[SINCE],
                        _("\"since\" has no meaning here; expected it with the measure \"cumulative\" only"));
  said.has_direction = read_word (self, values[DIRECTION], &tb_directions, &word);
  if (said.has_direction)
    said.direction = (TbDirection) word;
  said.unit = read_string (self, values[UNIT], _("a unit as a file would word it, such as \"Million euro\""));
  said.name = id != NULL ? read_string (self, values[NAME], _("a name")) : NULL;

  if (said.has_measure || said.has_direction || said.unit != NULL || said.name != NULL)
    tb_profile_set_indicator (self->profile, id, &said);
}

typedef void (*ReadEntry) (Reading           *self,
                           const char        *name,
                           const TbJsonValue *value);

static void
read_table (Reading           *self,
            const TbJsonValue *table,
            ReadEntry          read_entry)
{
  TbJsonIter iter;

  if (table == NULL)
    return;
  if (tb_json_get_type (table) != TB_JSON_OBJECT)
    {
      fail (self, table, _("an object with an entry for each name"));
      return;
    }

  tb_json_iter_init (&iter, table);
  while (tb_json_iter_next (&iter))
    {
      const char *name = read_string (self, iter.key, _("a name"));

      if (name != NULL)
        read_entry (self, name, iter.value);
    }
}

static void
read_column (Reading           *self,
             const char        *name,
             const TbJsonValue *value)
{
  const TbJsonValue *role;
  int word;

  if (collect (self, value, column_keys, 1, &role) && read_word (self, role, &tb_column_roles, &word))
    tb_profile_set_role (self->profile, name, (TbColumnRole) word);
}

static void
read_named_indicator (Reading           *self,
                      const char        *name,
                      const TbJsonValue *value)
{
  const TbJsonValue *values[MAX_KEYS];

  if (collect (self, value, indicator_keys, N_INDICATOR_KEYS, values))
    read_indicator (self, values, name);
}

static void
read_decimal_mark (Reading           *self,
                   const TbJsonValue *value)
{
  const char *mark = read_string (self, value, _("\".\" or \",\""));

  if (mark == NULL)
    return;
  if (g_str_equal (mark, ".") || g_str_equal (mark, ","))
    tb_profile_set_decimal_mark (self->profile, *mark);
  else
    fail (self, value, _("\".\" or \",\""));
}

static void
read_root (Reading *self)
{
  const TbJsonValue *root = tb_json_document_get_root (self->document);
  const TbJsonValue *values[MAX_KEYS];
  const char *version;

  if (!collect (self, root, root_keys, N_ROOT_KEYS, values))
    return;
  if (values[TONGBI] == NULL)
    {
      tb_json_report_add (self->report, TB_SEVERITY_ERROR, root, _("the key \"%s\" is missing; expected it here"),
                          "tongbi");
      return;
    }

  version = read_string (self, values[TONGBI], _("\"import-profile/1\""));
  if (version != NULL && !g_str_equal (version, TB_PROFILE_FORMAT))
    {
      fail (self, values[TONGBI], _("\"import-profile/1\", the version of profiles that this program reads"));
      return;
    }
  read_table (self, values[COLUMNS], read_column);
  read_decimal_mark (self, values[DECIMAL_MARK]);
  read_indicator (self, values, NULL);
  read_table (self, values[INDICATORS], read_named_indicator);
}

/**
 * tb_profile_parse:
 * @bytes: the content of a file
 * @problems: where errors go, with line, column and JSON pointer
 *
 * Reads a profile. A key or word that is not known is an error, since what it was
 * to say would be of no effect; the nearest one that is known is named.
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the profile; %NULL where errors were reported
 */
TbProfile *
tb_profile_parse (GBytes     *bytes,
                  TbProblems *problems)
{
  g_autoptr (TbJsonDocument) document = NULL;
  g_autoptr (TbJsonReport) report = NULL;
  g_autoptr (TbProfile) profile = tb_profile_new ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!tb_encoding_check (&text, &length, problems))
    return NULL;
  document = tb_json_document_new (text, length, 0, problems);
  if (document == NULL)
    return NULL;

  report = tb_json_report_new (document);
  if (tb_json_check_structure (document, report))
    {
      Reading reading = { document, report, profile };

      read_root (&reading);
    }
  tb_json_report_flush (report, problems);
  return tb_json_report_get_n_errors (report) == 0 ? g_steal_pointer (&profile) : NULL;
}
