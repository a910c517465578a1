/* Reads PC-Axis files (.px): the file as a whole, and its characters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-px.h"

#include "tb-day-text.h"
#include "tb-json-position.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a file that names none is taken to be in. */
#define DEFAULT_CODEPAGE "windows-1252"

/* Keywords that a file begins with. */
static const char *const first_keywords[] = {
  "CHARSET", "AXIS-VERSION", "CODEPAGE", "LANGUAGE", "LANGUAGES", "CREATION-DATE", "NEXT-UPDATE", "PX-SERVER",
  "MATRIX", "TABLEID", "DECIMALS", "SHOWDECIMALS", "AGGREGALLOWED", "COPYRIGHT", "AUTOPEN", "SUBJECT-AREA",
  "SUBJECT-CODE", "DESCRIPTION", "TITLE", "CONTENTS", "UNITS", "STUB", "HEADING", "DEFAULT-GRAPH",
};

static gboolean
begins_with (const TbReaderInput *input,
             gsize                from,
             const char          *keyword)
{
  gsize n = strlen (keyword);

  if (input->length - from <= n || strncmp (input->text + from, keyword, n) != 0)
    return FALSE;

  from += n;
  while (from < input->length && g_ascii_isspace (input->text[from]))
    from++;
  return from < input->length && strchr ("=[(", input->text[from]) != NULL;
}

static gboolean
sniff (const TbReaderInput *input)
{
  gsize from = 0;

  while (from < input->length && g_ascii_isspace (input->text[from]))
    from++;
  for (guint i = 0; i < G_N_ELEMENTS (first_keywords); i++)
    {
      if (begins_with (input, from, first_keywords[i]))
        return TRUE;
    }

  return FALSE;
}

/* The keyword is in ASCII, whatever the file is in. NULL where it is not there. */
static char *
find_codepage (const TbReaderInput *input,
               gsize               *out_offset)
{
  const char *found = g_strstr_len (input->text, (gssize) input->length, "CODEPAGE=\"");
  const char *start = found != NULL ? found + strlen ("CODEPAGE=\"") : NULL;
  const char *end = start != NULL ? memchr (start, '"', input->length - (gsize) (start - input->text)) : NULL;
  /* It is shown where it names nothing. */
  g_autofree char *name = end != NULL ? g_utf8_make_valid (start, end - start) : NULL;

  if (name == NULL || *name == '\0' || strlen (name) > 32)
    return NULL;

  *out_offset = (gsize) (start - input->text) - 1;
  return g_ascii_isdigit (*name) ? g_strconcat ("CP", name, NULL) : g_steal_pointer (&name);
}

static void
report_at (const TbReaderInput *input,
           gsize                offset,
           const char          *message)
{
  guint line, column;

  tb_text_locate (input->text, input->length, offset, &line, &column);
  tb_problems_add (input->problems, TB_SEVERITY_ERROR, line, column, "", "%s", message);
}

/* At the name of an encoding that is not known, or else where the encoding does not hold. */
static void
report_characters (const TbReaderInput *input,
                   const char          *encoding,
                   gsize                offset)
{
  g_autofree char *message =
    g_strdup_printf (_("the characters of the file cannot be read as %s; expected UTF-8, or what \"CODEPAGE\" names"),
                     encoding);

  report_at (input, offset, message);
}

/* Whether the text is at fault, and not the name of its encoding: the C library tells of a name that it
 * does not know in one way the first time, and in another later. */
static gboolean
is_of_text (const GError *error)
{
  return g_error_matches (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE)
         || g_error_matches (error, G_CONVERT_ERROR, G_CONVERT_ERROR_PARTIAL_INPUT);
}

/* Makes UTF-8 of the characters, by what the file says they are. One that is UTF-8
 * although it says otherwise was stored anew by another program: that no other encoding
 * gives well-formed UTF-8 by chance is what UTF-8 is made for. Where nothing is said,
 * Chinese text is told by its bytes. NULL: reported. */
static char *
decode (const TbReaderInput *input,
        gsize               *out_length)
{
  g_autofree char *codepage = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *zero = memchr (input->text, '\0', input->length);
  const char *name;
  gsize codepage_offset = 0, n_read = 0;

  if (zero != NULL)
    {
      report_at (input, (gsize) (zero - input->text),
                 _("the file has zero bytes in its text; expected a PC-Axis file"));
      return NULL;
    }
  if (g_utf8_validate_len (input->text, input->length, NULL))
    {
      *out_length = input->length;
      return g_strndup (input->text, input->length);
    }

  codepage = find_codepage (input, &codepage_offset);
  if (codepage == NULL)
    text = tb_encoding_convert_chinese (input->text, input->length, out_length);
  if (text != NULL)
    {
      tb_problems_add (input->problems, TB_SEVERITY_WARNING, 0, 0, "",
                       _("the file is not UTF-8, and is read as Chinese text in GB 18030 (GBK), which its bytes look "
                         "like; expected UTF-8"));
      return g_steal_pointer (&text);
    }
  name = codepage != NULL ? codepage : DEFAULT_CODEPAGE;
  text = g_convert (input->text, (gssize) input->length, "UTF-8", name, &n_read, out_length, &error);
  if (text == NULL || !g_utf8_validate_len (text, *out_length, NULL))
    {
      report_characters (input, name, text != NULL || is_of_text (error) ? n_read : codepage_offset);
      return NULL;
    }

  return g_steal_pointer (&text);
}

static void
append_notes (const TbPx *self,
              GString    *notes,
              const char *keyword,
              const char *variable)
{
  const TbPxStatement *statement = tb_px_find (self, keyword, variable);

  for (guint i = 0; statement != NULL && i < statement->values->len; i++)
    {
      const char *note = statement->values->pdata[i];

      if (*note == '\0')
        continue;
      if (notes->len > 0)
        g_string_append_c (notes, '\n');
      if (variable != NULL)
        g_string_append_printf (notes, "%s: ", variable);
      /* A number sign is the line break of PC-Axis. */
      for (const char *p = note; *p != '\0'; p++)
        g_string_append_c (notes, *p == '#' ? '\n' : *p);
    }
}

/* What is said of all figures: title, notes, source, day of the update. */
static void
read_head (TbPx *self)
{
  static const char *const titles[] = { "TITLE", "DESCRIPTION", "CONTENTS", "MATRIX" };
  TbDatasetInfo *info = tb_cube_get_info (self->cube);
  g_autoptr (GString) notes = g_string_new (NULL);
  const char *updated = tb_px_get (self, "LAST-UPDATED", NULL);
  const char *title = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (titles) && title == NULL; i++)
    title = tb_px_get (self, titles[i], NULL);
  info->title = tb_cube_text (self->cube, title);
  tb_cube_get_source (self->cube)->publisher = tb_cube_text (self->cube, tb_px_get (self, "SOURCE", NULL));
  if (updated != NULL && !tb_day_text_parse (updated, &info->updated))
    tb_px_report (self, TB_SEVERITY_WARNING, tb_px_find (self, "LAST-UPDATED", NULL)->offset,
                  _("\"%s\" is no day that can be read in one way only; expected one such as \"2026-03-31\""), updated);

  append_notes (self, notes, "NOTEX", NULL);
  append_notes (self, notes, "NOTE", NULL);
  for (guint i = 0; i < self->variables->len; i++)
    {
      append_notes (self, notes, "NOTEX", tb_px_get_variable (self, i)->name);
      append_notes (self, notes, "NOTE", tb_px_get_variable (self, i)->name);
    }
  info->description = tb_cube_text (self->cube, notes->str);
}

static void
clear_variable (gpointer data)
{
  TbPxVariable *variable = data;

  g_clear_pointer (&variable->by_value, g_hash_table_unref);
  g_clear_pointer (&variable->by_code, g_hash_table_unref);
}

static void
clear (TbPx *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_array_unref (self->variables);
  tb_cube_free (self->cube);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbPx, clear)

static TbDataset *
read_file (const TbReaderInput *input)
{
  gsize length = 0;
  g_autofree char *text = decode (input, &length);
  g_auto (TbPx) self = {
    .input = input,
    .text = text,
    .length = length,
    .cube = tb_cube_new (input),
    .variables = g_array_new (FALSE, TRUE, sizeof (TbPxVariable)),
    .contents = -1,
  };

  g_array_set_clear_func (self.variables, clear_variable);
  if (text == NULL)
    return NULL;

  self.pool = tb_cube_get_pool (self.cube);
  if (!tb_px_parse (&self) || !tb_px_add_variables (&self))
    return NULL;
  tb_px_read_contents (&self);
  read_head (&self);
  if (!tb_px_read_data (&self))
    return NULL;

  return tb_cube_finish (self.cube);
}

const TbReader tb_reader_px = {
  .id = "px",
  .is_json = FALSE,
  .sniff = sniff,
  .read = read_file,
};
