/* Runs a program that looks at an exported file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-program.h"

#include <gio/gio.h>

GBytes *
tb_test_program_run (GBytes            *input,
                     const char *const *arguments)
{
  g_autofree char *program = g_find_program_in_path (arguments[0]);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    {
      g_test_skip_printf ("%s is not here", arguments[0]);
      return NULL;
    }
  process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, input, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return g_steal_pointer (&out);
}

char *
tb_test_program_dup_text (GBytes            *input,
                          const char *const *arguments)
{
  g_autoptr (GBytes) out = tb_test_program_run (input, arguments);

  return out != NULL ? g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out)) : NULL;
}
