/* The status codes of providers, as those of SDMX.
 *
 * The letters and what they mean are those of the SDMX code list CL_OBS_STATUS
 * 2.2 (SDMX cross-domain code lists); the flags of Eurostat those of its guide
 * "Flags used in the Eurobase"; the marks of PC-Axis those of the PX file
 * format 2013 (DATASYMBOL1 to 6, DATASYMBOLNIL), whose meaning each office
 * says for itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-status-text-private.h"

#include <string.h>

/* Longer text is a remark and no code. */
#define MAX_CODES 16

/* Letters that offices use alike, in both cases. */
static const char common_letters[] = "BEFP";

/* @letters: what they are in SDMX; @wording: what these do not say, nullable. */
static const struct
{
  char        flag;
  const char *letters;
  const char *wording;
} eurostat_flags[] = {
  { 'b', "B", NULL }, { 'c', "Q", "confidential" }, { 'd', "D", NULL }, { 'e', "E", NULL },
  { 'f', "F", NULL }, { 'i', "", "see metadata" }, { 'n', "N", NULL }, { 'p', "P", NULL },
  { 'r', "", "revised" }, { 's', "E", "Eurostat estimate" }, { 'u', "U", NULL }, { 'z', "M", NULL },
  { ':', "O", NULL },
};

typedef struct
{
  const char *label;     /* nullable */
  guint32     status;
  GString    *note;
} Reading;

static gboolean
is_sdmx_letter (char c)
{
  return tb_status_from_letter (c) != 0;
}

static gboolean
is_separator (char c)
{
  return g_ascii_isspace (c) || c == ',' || c == ';' || c == '|' || c == '+';
}

static void
add_note (Reading    *reading,
          const char *code,
          gsize       length,
          const char *wording)
{
  if (reading->note->len > 0)
    g_string_append (reading->note, "; ");
  g_string_append_len (reading->note, code, (gssize) length);
  if (wording != NULL)
    g_string_append_printf (reading->note, ": %s", wording);
}

/* A code that is one letter of the SDMX list, in whatever case. A label that
 * says otherwise shows that the list is the provider's own. */
static void
read_letter (Reading    *reading,
             const char *code)
{
  char letter = g_ascii_toupper (*code);

  if (reading->label == NULL || tb_status_text_agrees (letter, reading->label))
    {
      reading->status |= tb_status_from_letter (letter);
      return;
    }

  reading->status |= tb_status_from_letter (tb_status_text_find_letter (reading->label));
  add_note (reading, code, 1, reading->label);
}

/* What is no letter: a word, or a code of the provider's own. */
static void
read_other (Reading    *reading,
            const char *code,
            gsize       length)
{
  g_autofree char *word = g_strndup (code, length);
  char letter = tb_status_text_find_letter (reading->label != NULL ? reading->label : word);

  reading->status |= tb_status_from_letter (letter);
  if (reading->label != NULL || letter == 0 || strchr (word, ' ') != NULL)
    add_note (reading, code, length, reading->label);
}

/* Letters without a space between them, as "BP". "A" beside another letter
 * would say that a figure is normal and not. */
static gboolean
is_run_of_letters (const char *code,
                   gsize       length,
                   const char *letters)
{
  if (length > 4)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (strchr (letters, code[i]) == NULL || (length > 1 && (code[i] == 'A' || memchr (code, code[i], i) != NULL)))
        return FALSE;
    }

  return TRUE;
}

static void
read_run (Reading    *reading,
          const char *code,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    reading->status |= tb_status_from_letter (g_ascii_toupper (code[i]));
}

static void
read_sdmx (Reading    *reading,
           const char *code,
           gsize       length)
{
  if (length == 1 && (is_sdmx_letter (*code) || strchr ("befp", *code) != NULL
                      || (reading->label != NULL && is_sdmx_letter (g_ascii_toupper (*code)))))
    read_letter (reading, code);
  else if (reading->label == NULL && is_run_of_letters (code, length, TB_STATUS_LETTERS))
    read_run (reading, code, length);
  else
    read_other (reading, code, length);
}

static void
read_any (Reading    *reading,
          const char *code,
          gsize       length)
{
  gboolean is_common = length == 1 && strchr (common_letters, g_ascii_toupper (*code)) != NULL;

  if (is_common || (length == 1 && *code == 'A')
      || (length == 1 && reading->label != NULL && is_sdmx_letter (g_ascii_toupper (*code))))
    read_letter (reading, code);
  else if (reading->label == NULL && (is_run_of_letters (code, length, common_letters)
                                      || is_run_of_letters (code, length, "befp")))
    read_run (reading, code, length);
  else
    read_other (reading, code, length);
}

static gboolean
find_flag (char   c,
           gsize *out_index)
{
  for (*out_index = 0; *out_index < G_N_ELEMENTS (eurostat_flags); (*out_index)++)
    {
      if (eurostat_flags[*out_index].flag == c)
        return TRUE;
    }

  return FALSE;
}

/* Flags in any combination: "bep", ":c". */
static void
read_eurostat (Reading    *reading,
               const char *code,
               gsize       length)
{
  gsize flag;

  for (gsize i = 0; i < length; i++)
    {
      if (!find_flag (code[i], &flag))
        {
          read_other (reading, code, length);
          return;
        }
    }

  for (gsize i = 0; i < length; i++)
    {
      find_flag (code[i], &flag);
      reading->status |= tb_status_from_letter (eurostat_flags[flag].letters[0]);
      if (eurostat_flags[flag].wording != NULL)
        add_note (reading, code + i, 1, length == 1 && reading->label != NULL ? reading->label
                                                                              : eurostat_flags[flag].wording);
    }
}

static gboolean
is_missing_mark (const char *code,
                 gsize       length)
{
  gsize n_dots = 0;

  while (n_dots < length && code[n_dots] == '.')
    n_dots++;

  return (length > 0 && n_dots == length && length <= 6) || (length == 1 && *code == ':');
}

/* The marks in place of a number. They say different things in different
 * tables, so that the mark stays with what the table calls it; "-" is "nothing
 * to count" and no gap. */
static gboolean
read_mark (Reading    *reading,
           const char *code,
           gsize       length)
{
  char letter;

  if (length == 1 && *code == '-')
    {
      add_note (reading, code, length, reading->label);
      return TRUE;
    }
  if (!is_missing_mark (code, length))
    return FALSE;

  letter = reading->label != NULL ? tb_status_text_find_letter (reading->label) : 0;
  reading->status |= tb_status_from_letter (letter != 0 ? letter : 'O');
  add_note (reading, code, length, reading->label);

  return TRUE;
}

static void
read_code (TbProvider  provider,
           Reading    *reading,
           const char *code,
           gsize       length)
{
  switch (provider)
    {
    case TB_PROVIDER_SDMX:
      read_sdmx (reading, code, length);
      break;
    case TB_PROVIDER_EUROSTAT:
      read_eurostat (reading, code, length);
      break;
    case TB_PROVIDER_PXWEB:
    case TB_PROVIDER_ANY:
      if (!read_mark (reading, code, length))
        read_any (reading, code, length);
      break;
    }
}

/* Whether a text is codes with separators between them, and no words. */
static gboolean
is_list (const char *text,
         gsize       length)
{
  gsize n_letters = 0;

  for (gsize i = 0; i < length; i++)
    {
      n_letters = is_separator (text[i]) ? 0 : n_letters + 1;
      if (n_letters > 4)
        return FALSE;
    }

  return length <= MAX_CODES;
}

static void
read_list (TbProvider  provider,
           Reading    *reading,
           const char *text,
           gsize       length)
{
  for (gsize start = 0; start < length;)
    {
      gsize end = start;

      while (end < length && !is_separator (text[end]))
        end++;
      if (end > start)
        read_code (provider, reading, text + start, end - start);
      start = end + 1;
    }
}

/**
 * tb_status_text_parse:
 * @provider: whose codes they are
 * @text: (array length=length): a code, several, or words; need not end in a zero byte
 * @length: its bytes
 * @label: (nullable): what the provider calls it
 * @pool: where the note is kept
 * @out_status: (out): mask of TB_STATUS_…; 0 where none is known
 *
 * Reads the status of a figure (formats.md, sections 1, 2, 8 and 9). A letter
 * counts as that of SDMX only where the provider's label, if there is one,
 * agrees: an "I" that is called "Incomplete data" is not "imputed". What the
 * SDMX letters do not say is given back as a note: "r: revised".
 *
 * Missing: an empty text is no status.
 *
 * Thread: that of the pool.
 *
 * Returns: (transfer none) (nullable): the note, of @pool
 */
const char *
tb_status_text_parse (TbProvider  provider,
                      const char *text,
                      gsize       length,
                      const char *label,
                      TbPool     *pool,
                      guint32    *out_status)
{
  g_autoptr (GString) note = g_string_new (NULL);
  Reading reading = { .note = note };
  gsize start = 0;

  while (start < length && is_separator (text[start]))
    start++;
  while (length > start && is_separator (text[length - 1]))
    length--;
  text += start;
  length -= start;

  /* A code that has no other label than itself has none. */
  if (label != NULL && *label != '\0' && !(strlen (label) == length && memcmp (label, text, length) == 0))
    reading.label = label;

  if (reading.label == NULL && is_list (text, length))
    read_list (provider, &reading, text, length);
  else if (length > 0)
    read_code (provider, &reading, text, length);
  *out_status = reading.status;
  /* Words, and no codes with a space between them. */
  if (reading.status == 0 && reading.label == NULL && memchr (text, ' ', length) != NULL)
    g_string_append_len (g_string_truncate (note, 0), text, (gssize) length);

  return note->len > 0 ? tb_pool_intern_len (pool, note->str, note->len) : NULL;
}
