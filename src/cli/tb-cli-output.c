/* Writes what the commands make.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli.h"
#include "tb-save.h"

#include <signal.h>
#include <string.h>

static const int interrupts[] = { SIGINT, SIGTERM, SIGHUP };

/* The last interrupt that came while a file was being saved. */
static volatile sig_atomic_t interrupt = 0;

static void
on_interrupt (int number)
{
  interrupt = number;
}

/* Makes interrupts wait, except those that the program was told to ignore. A
 * mask would do so for this thread alone, and there are others: Pango's. */
static void
hold_interrupts (struct sigaction *previous)
{
  struct sigaction action = { .sa_handler = on_interrupt, .sa_flags = SA_RESTART };

  interrupt = 0;
  sigemptyset (&action.sa_mask);
  for (gsize i = 0; i < G_N_ELEMENTS (interrupts); i++)
    {
      sigaction (interrupts[i], NULL, &previous[i]);
      if (previous[i].sa_handler != SIG_IGN)
        sigaction (interrupts[i], &action, NULL);
    }
}

static void
release_interrupts (const struct sigaction *previous)
{
  for (gsize i = 0; i < G_N_ELEMENTS (interrupts); i++)
    sigaction (interrupts[i], &previous[i], NULL);
  if (interrupt != 0)
    raise (interrupt);
}

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
  struct sigaction previous[G_N_ELEMENTS (interrupts)];
  gboolean saved;

  if (strcmp (path, "-") == 0)
    return tb_save_file (path, data, length, error);

  hold_interrupts (previous);
  saved = tb_save_file (path, data, length, error);
  release_interrupts (previous);

  return saved;
}

/* All of a file or nothing of it; "-" is standard output. */
static int
write_file (const char *path,
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

  return write_file (path, data, length);
}

int
tb_cli_print (const char *text)
{
  return write_file ("-", text, strlen (text));
}
