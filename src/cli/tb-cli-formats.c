/* The formats that datasets are written in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli.h"
#include "tb-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GBytes *
write_dataset (const TbDataset  *dataset,
               gboolean          with_bom,
               GError          **error)
{
  return tb_writer_to_json (dataset);
}

static GBytes *
write_csv (const TbDataset  *dataset,
           gboolean          with_bom,
           GError          **error)
{
  return tb_writer_to_csv (dataset, with_bom);
}

static GBytes *
write_package (const TbDataset  *dataset,
               gboolean          with_bom,
               GError          **error)
{
  return tb_writer_to_data_package (dataset, error);
}

/* Labels for other programs are in the language of this one. */
static GBytes *
write_json_stat (const TbDataset  *dataset,
                 gboolean          with_bom,
                 GError          **error)
{
  TbLanguage language = TB_LANGUAGE_EN;

  (void) tb_cli_get_language (NULL, &language);
  return tb_writer_to_json_stat (dataset, language);
}

/* A suffix stands for the first format that has it. */
static const TbCliDataFormat formats[] = {
  { "dataset", "json", ".json", write_dataset, NULL, NULL },
  { "csv", NULL, ".csv", write_csv, NULL, tb_writer_dup_tidy_losses },
  { "data-package", "package", ".zip", write_package, tb_writer_save_data_package,
    tb_writer_dup_tidy_losses },
  { "json-stat", "jsonstat", NULL, write_json_stat, NULL, NULL },
};

static char *
list_names (void)
{
  GString *names = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", formats[i].name);

  return g_string_free_and_steal (names);
}

const TbCliDataFormat *
tb_cli_choose_data_format (const char *to,
                           const char *output)
{
  g_autofree char *names = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const TbCliDataFormat *format = &formats[i];

      if (to != NULL ? g_str_equal (to, format->name) || g_strcmp0 (to, format->alias) == 0
                     : format->suffix != NULL && g_str_has_suffix (output, format->suffix))
        return format;
    }

  names = list_names ();
  if (to != NULL)
    tb_cli_fail_usage (_("--to: unknown format “%s”; there are %s"), to, names);
  else
    tb_cli_fail_usage (
        _("the suffix of “%s” names no format; use .tongbi.json, .csv or .zip, or say --to with one of %s"), output,
        names);

  return NULL;
}

gboolean
tb_cli_data_format_is_csv (const TbCliDataFormat *format)
{
  return format->write == write_csv;
}

static gboolean
is_folder (const TbCliDataFormat *format,
           const char            *output)
{
  return format->write_folder != NULL && strcmp (output, "-") != 0 && !g_str_has_suffix (output, format->suffix);
}

int
tb_cli_write_dataset (const TbCliDataFormat *format,
                      const TbDataset       *dataset,
                      gboolean               with_bom,
                      const char            *output)
{
  g_autofree char *losses = format->dup_losses != NULL ? format->dup_losses (dataset) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean in_folder = is_folder (format, output);

  if (losses != NULL)
    tb_cli_print_error (_("%s has no place for: %s"), format->name, losses);
  if (!in_folder)
    bytes = format->write (dataset, with_bom, &error);
  if (in_folder ? format->write_folder (dataset, output, &error) : bytes != NULL)
    return in_folder ? TB_CLI_DONE : tb_cli_write_bytes (output, bytes);

  tb_cli_print_error ("%s", error->message);

  return TB_CLI_FAULT;
}
