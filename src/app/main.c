/* Starts the window program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

static int
handle_local_options (GApplication *application,
                      GVariantDict *options,
                      gpointer      user_data)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("tongbi %s\n", PACKAGE_VERSION);
  return 0;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (TbApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TONGBI_LOCALE_DIR") != NULL ? g_getenv ("TONGBI_LOCALE_DIR") : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Tongbi"));

  application = tb_application_new (G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect (application, "handle-local-options", G_CALLBACK (handle_local_options), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
