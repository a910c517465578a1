/* The table of commands, and the way to them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TbCliCommand commands[] = {
  { "info", N_("Tell what a file holds"), tb_cli_run_info },
  { "check", N_("Tell every problem of a file, with its place"), tb_cli_run_check },
  { "convert", N_("Write a file in another format"), tb_cli_run_convert },
  { "compare", N_("Tell whether two figures may be compared"), tb_cli_run_compare },
  { "transform", N_("Compute other figures from one series"), tb_cli_run_transform },
  { "table", N_("Write a comparison table"), tb_cli_run_table },
  { "chart", N_("Draw a chart"), tb_cli_run_chart },
};

static char *
dup_usage (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n  tongbi-cli %s\n\n%s\n", _("Usage:"), _("COMMAND [OPTION…]"), _("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-10s%s\n", commands[i].name, _(commands[i].summary));
  g_string_append_printf (text, "\n%s\n  %-12s%s\n  %-12s%s\n\n%s\n", _("Options:"), "-h, --help", _("Show this help"),
                          "--version", _("Show the version"),
                          _("“tongbi-cli COMMAND --help” tells the options of a command."));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static const char *
find_nearest_command (const char *name)
{
  const char *names[G_N_ELEMENTS (commands)];
  TbVocabulary words = { "command", names, NULL, G_N_ELEMENTS (commands) };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    names[i] = commands[i].name;

  return tb_vocabulary_nearest (&words, name);
}

static int
run_unknown (const char *name)
{
  const char *nearest = find_nearest_command (name);

  if (nearest != NULL)
    return tb_cli_fail_usage (_("there is no command “%s”; did you mean “%s”?"), name, nearest);

  return tb_cli_fail_usage (_("there is no command “%s”"), name);
}

/* Runs the command that the arguments name; returns the exit status. */
int
tb_cli_run (int    argc,
            char **argv)
{
  g_autofree char *usage = NULL;

  g_set_prgname ("tongbi-cli");
  if (argc < 2)
    {
      usage = dup_usage ();
      g_printerr ("%s", usage);
      return TB_CLI_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      usage = dup_usage ();
      return tb_cli_print (usage);
    }
  if (strcmp (argv[1], "--version") == 0)
    return tb_cli_print ("tongbi-cli " PACKAGE_VERSION "\n");

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (strcmp (argv[1], commands[i].name) == 0)
        return commands[i].run (argc - 1, argv + 1);
    }

  return run_unknown (argv[1]);
}
