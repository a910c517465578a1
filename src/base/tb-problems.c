/* What is wrong with an input, and where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-problems.h"

#include "tb-limits.h"

#include <glib/gi18n-lib.h>

struct _TbProblems
{
  gatomicrefcount ref_count;
  const char     *file;     /* of @strings */
  GStringChunk   *strings;
  GArray         *listed;   /* of TbProblem */
  gsize           counts[2];
};

/**
 * tb_problems_new:
 * @file: the name of the input as messages show it
 *
 * Returns: (transfer full): an empty list. One thread at a time fills it.
 */
TbProblems *
tb_problems_new (const char *file)
{
  TbProblems *self = g_new0 (TbProblems, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->strings = g_string_chunk_new (1024);
  self->file = g_string_chunk_insert (self->strings, file);
  self->listed = g_array_new (FALSE, FALSE, sizeof (TbProblem));

  return self;
}

/**
 * tb_problems_ref:
 * @self: a list
 *
 * Returns: (transfer full): the same list
 */
TbProblems *
tb_problems_ref (TbProblems *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tb_problems_unref:
 * @self: (transfer full): a list
 *
 * Gives a reference back.
 */
void
tb_problems_unref (TbProblems *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_string_chunk_free (self->strings);
  g_array_unref (self->listed);
  g_free (self);
}

/**
 * tb_problems_set_file:
 * @self: a list
 * @file: the name of the input that the problems to come are of, as messages show it
 *
 * Goes on to another file, of several that are read as one.
 */
void
tb_problems_set_file (TbProblems *self,
                      const char *file)
{
  self->file = g_string_chunk_insert_const (self->strings, file);
}

/**
 * tb_problems_get_file:
 * @self: a list
 *
 * Returns: (transfer none): the name of the input that the problems to come are of
 */
const char *
tb_problems_get_file (const TbProblems *self)
{
  return self->file;
}

/* Where the list is full of warnings, an error takes the place of the last one:
 * what refuses the file must be seen. */
static TbProblem *
find_place (TbProblems *self,
            TbSeverity  severity)
{
  if (self->listed->len < TB_LIMIT_PROBLEMS)
    {
      g_array_set_size (self->listed, self->listed->len + 1);
      return &g_array_index (self->listed, TbProblem, self->listed->len - 1);
    }
  if (severity == TB_SEVERITY_WARNING)
    return NULL;
  for (guint i = self->listed->len; i > 0; i--)
    {
      TbProblem *problem = &g_array_index (self->listed, TbProblem, i - 1);

      if (problem->severity == TB_SEVERITY_WARNING)
        return problem;
    }

  return NULL;
}

/**
 * tb_problems_add:
 * @self: a list
 * @severity: errors refuse the file, warnings keep it
 * @line: line from 1, 0 where there is none
 * @column: column in characters from 1
 * @pointer: JSON pointer, "" for the whole
 * @format: message, translated
 * @...: its arguments
 *
 * Lists a problem, or only counts it where %TB_LIMIT_PROBLEMS are listed.
 */
void
tb_problems_add (TbProblems *self,
                 TbSeverity  severity,
                 guint       line,
                 guint       column,
                 const char *pointer,
                 const char *format,
                 ...)
{
  va_list arguments;

  va_start (arguments, format);
  tb_problems_add_valist (self, severity, line, column, pointer, format, arguments);
  va_end (arguments);
}

/**
 * tb_problems_add_valist:
 * @self: a list
 * @severity: errors refuse the file, warnings keep it
 * @line: line from 1, 0 where there is none
 * @column: column in characters from 1
 * @pointer: JSON pointer, "" for the whole
 * @format: message, translated
 * @arguments: its arguments
 *
 * As tb_problems_add(), for functions that know the place of what they report.
 */
void
tb_problems_add_valist (TbProblems *self,
                        TbSeverity  severity,
                        guint       line,
                        guint       column,
                        const char *pointer,
                        const char *format,
                        va_list     arguments)
{
  TbProblem *problem = find_place (self, severity);
  g_autofree char *message = NULL;

  self->counts[severity]++;
  if (problem == NULL)
    return;

  message = g_strdup_vprintf (format, arguments);
  *problem = (TbProblem) {
    .severity = severity,
    .file = self->file,
    .line = line,
    .column = column,
    .pointer = g_string_chunk_insert (self->strings, pointer),
    .message = g_string_chunk_insert (self->strings, message),
  };
}

/**
 * tb_problems_append:
 * @self: a list
 * @other: another one
 *
 * Adds all problems of another list, each under its own file. Those that are only
 * counted there are only counted here.
 */
void
tb_problems_append (TbProblems       *self,
                    const TbProblems *other)
{
  const char *file = self->file;
  gsize counts[2] = { other->counts[0], other->counts[1] };

  for (guint i = 0; i < other->listed->len; i++)
    {
      const TbProblem *problem = &g_array_index (other->listed, TbProblem, i);

      counts[problem->severity]--;
      tb_problems_set_file (self, problem->file);
      tb_problems_add (self, problem->severity, problem->line, problem->column, problem->pointer, "%s",
                       problem->message);
    }
  self->file = file;
  for (int severity = 0; severity < 2; severity++)
    self->counts[severity] += counts[severity];
}

/**
 * tb_problems_get_n_listed:
 * @self: a list
 *
 * Returns: how many problems are listed, at most %TB_LIMIT_PROBLEMS
 */
gsize
tb_problems_get_n_listed (const TbProblems *self)
{
  return self->listed->len;
}

/**
 * tb_problems_get:
 * @self: a list
 * @i: which, below tb_problems_get_n_listed()
 *
 * Returns: (transfer none): the problem
 */
const TbProblem *
tb_problems_get (const TbProblems *self,
                 gsize             i)
{
  g_return_val_if_fail (i < self->listed->len, NULL);

  return &g_array_index (self->listed, TbProblem, i);
}

/**
 * tb_problems_get_n_errors:
 * @self: a list
 *
 * Returns: how many errors there were, listed or not
 */
gsize
tb_problems_get_n_errors (const TbProblems *self)
{
  return self->counts[TB_SEVERITY_ERROR];
}

/**
 * tb_problems_get_n_warnings:
 * @self: a list
 *
 * Returns: how many warnings there were, listed or not
 */
gsize
tb_problems_get_n_warnings (const TbProblems *self)
{
  return self->counts[TB_SEVERITY_WARNING];
}

/* Text of a file can hold line ends, and what a terminal would obey: a problem
 * stays one line, and is only read. */
static void
append_visible (GString    *line,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      guchar c = (guchar) *p;

      if (c < 0x20 || c == 0x7F)
        g_string_append_printf (line, "\\u%04X", c);
      else if (c == 0xC2 && (guchar) p[1] >= 0x80 && (guchar) p[1] < 0xA0)
        g_string_append_printf (line, "\\u%04X", (guchar) *++p);
      else
        g_string_append_c (line, *p);
    }
}

/**
 * tb_problems_dup_line:
 * @self: a list
 * @i: which
 *
 * Writes a problem as `FILE:LINE:COLUMN: error: /json/pointer: message`. What
 * has no place in the text has no LINE:COLUMN, what concerns the whole file no
 * pointer. Control characters are written as \u001B.
 *
 * Returns: (transfer full): the line, without its end
 */
char *
tb_problems_dup_line (const TbProblems *self,
                      gsize             i)
{
  const TbProblem *problem = tb_problems_get (self, i);
  GString *line = g_string_new (NULL);

  append_visible (line, problem->file);
  if (problem->line > 0)
    g_string_append_printf (line, ":%u:%u", problem->line, problem->column);
  g_string_append_printf (line, ": %s: ", problem->severity == TB_SEVERITY_ERROR ? _("error") : _("warning"));
  if (*problem->pointer != '\0')
    {
      append_visible (line, problem->pointer);
      g_string_append (line, ": ");
    }
  append_visible (line, problem->message);

  return g_string_free_and_steal (line);
}

/**
 * tb_problems_dup_report:
 * @self: a list
 *
 * Writes all listed problems, a line each, and how many more there are.
 *
 * Returns: (transfer full): the lines, each with its end; "" without problems
 */
char *
tb_problems_dup_report (const TbProblems *self)
{
  GString *report = g_string_new (NULL);
  gsize n_more = self->counts[0] + self->counts[1] - self->listed->len;

  for (gsize i = 0; i < self->listed->len; i++)
    {
      g_autofree char *line = tb_problems_dup_line (self, i);

      g_string_append_printf (report, "%s\n", line);
    }
  if (n_more > 0)
    {
      append_visible (report, self->file);
      g_string_append (report, ": ");
      /* Translators: behind a list of problems of a file */
      g_string_append_printf (report, ngettext ("%lu more problem", "%lu more problems", (gulong) n_more),
                              (gulong) n_more);
      g_string_append_c (report, '\n');
    }

  return g_string_free_and_steal (report);
}
