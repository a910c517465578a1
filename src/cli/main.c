/* tongbi-cli: figures, tables and charts without a display.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* A limit of the size of files is then an error like a full disk, and leaves nothing beside the file. */
  signal (SIGXFSZ, SIG_IGN);

  return tb_cli_run (argc, argv);
}
