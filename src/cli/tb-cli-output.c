/* Writes what the commands make.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli.h"
#include "tb-save.h"

#include <signal.h>
#include <string.h>

/* A file is made beside its place and renamed. An interrupt between the two
 * would leave that one behind, so that it waits until the file is there, and
 * then ends the program as it would have. Standard output can block for as long
 * as its reader likes, and there is nothing to leave behind. */
static gboolean
save (const char  *path,
      const char  *data,
      gsize        length,
      GError     **error)
{
  sigset_t interrupts, previous;
  gboolean saved;

  if (strcmp (path, "-") == 0)
    return tb_save_file (path, data, length, error);

  sigemptyset (&interrupts);
  sigaddset (&interrupts, SIGINT);
  sigaddset (&interrupts, SIGTERM);
  sigaddset (&interrupts, SIGHUP);
  sigprocmask (SIG_BLOCK, &interrupts, &previous);
  saved = tb_save_file (path, data, length, error);
  sigprocmask (SIG_SETMASK, &previous, NULL);

  return saved;
}

int
tb_cli_write (const char *path,
              const char *data,
              gsize       length)
{
  g_autoptr (GError) error = NULL;

  if (save (path, data, length, &error))
    return TB_CLI_DONE;

  tb_cli_print_error ("%s", error->message);

  return TB_CLI_FAULT;
}

int
tb_cli_write_bytes (const char *path,
                    GBytes     *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return tb_cli_write (path, data, length);
}

int
tb_cli_print (const char *text)
{
  return tb_cli_write ("-", text, strlen (text));
}
