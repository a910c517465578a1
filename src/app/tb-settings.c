/* What the window remembers, and where its data files are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-settings.h"

#define SAMPLE "digital-qingdao.tongbi.json"

/**
 * tb_settings_get:
 *
 * Gets the settings of the program; they are shared by all windows.
 *
 * Thread: main.
 *
 * Returns: (transfer none): the settings
 */
GSettings *
tb_settings_get (void)
{
  static GSettings *settings = NULL;

  if (settings == NULL)
    settings = g_settings_new (APPLICATION_ID);
  return settings;
}

/**
 * tb_settings_language:
 *
 * Finds the language of figures that goes with the language of the window: the
 * first of the user's languages that figures can be written in.
 *
 * Returns: the language; English where none fits
 */
TbLanguage
tb_settings_language (void)
{
  const char *const *names = g_get_language_names ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      TbLanguage language;

      if (tb_language_from_name (names[i], &language))
        return language;
    }
  return TB_LANGUAGE_EN;
}

/**
 * tb_settings_dup_sample:
 *
 * Finds the sample dataset: below `TONGBI_DATA_DIR` for a program that runs
 * from its build folder, else where it was installed.
 *
 * Returns: (transfer full) (nullable): the file; %NULL where there is none
 */
GFile *
tb_settings_dup_sample (void)
{
  const char *folders[] = { g_getenv ("TONGBI_DATA_DIR"), PKGDATADIR };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = NULL;

      if (folders[i] == NULL)
        continue;
      path = g_build_filename (folders[i], "samples", SAMPLE, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_file_new_for_path (path);
    }
  return NULL;
}
