/* Writes a dataset as tidy csv: one row an observation (cli.md).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-writer.h"

#include "tb-csv.h"
#include "tb-tidy-row.h"

static void
append_header (GString *out)
{
  for (int i = 0; i < TB_TIDY_N_COLUMNS; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "," : "", tb_tidy_get_name ((TbTidyColumn) i));
  g_string_append_c (out, '\n');
}

/* The last field: what holds for all rows, and what for this one. */
static void
append_note (GString    *out,
             const char *common,
             const char *own,
             TbLanguage  language)
{
  static const TbPhrase separators = { { "; ", "；" } };
  g_autofree char *both = NULL;

  common = common != NULL ? common : "";
  own = own != NULL ? own : "";
  if (*common == '\0' && *own == '\0')
    return;
  both = g_strconcat (common, *common != '\0' && *own != '\0' ? separators.in[language] : "", own, NULL);
  tb_csv_append_field (out, both);
}

static void
append_row (GString             *out,
            const TbSeriesInfo  *info,
            const char          *breakdown,
            const TbObservation *observation,
            TbLanguage           language,
            const char          *note)
{
  g_auto (TbTidyRow) row;

  tb_tidy_row_init (&row, info, breakdown, observation, language);
  for (int i = 0; i < TB_TIDY_NOTE; i++)
    {
      if (row.fields[i].text != NULL)
        tb_csv_append_field (out, row.fields[i].text);
      g_string_append_c (out, ',');
    }
  append_note (out, note, row.fields[TB_TIDY_NOTE].text, language);
  g_string_append_c (out, '\n');
}

/**
 * tb_writer_to_csv:
 * @dataset: a dataset
 * @with_bom: whether an UTF-8 byte order mark comes first, for spreadsheets
 *
 * As tb_writer_to_csv_noted() in English, with the notes of the dataset alone.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the file's content
 */
GBytes *
tb_writer_to_csv (const TbDataset *dataset,
                  gboolean         with_bom)
{
  return tb_writer_to_csv_noted (dataset, with_bom, TB_LANGUAGE_EN, NULL);
}

/**
 * tb_writer_to_csv_noted:
 * @dataset: a dataset
 * @with_bom: whether an UTF-8 byte order mark comes first, for spreadsheets
 * @language: of the notes
 * @note: (nullable): what the note of every row begins with
 *
 * Writes a row for each observation, confirmations and conflicts too. `value`,
 * `low`, `high` and an absolute change are full figures, in the unit itself, in
 * the shortest form that reads back to the same double. A note in several
 * languages is written in @language where it has it.
 *
 * Thread: any.
 *
 * Returns: (transfer full): the file's content
 */
GBytes *
tb_writer_to_csv_noted (const TbDataset *dataset,
                        gboolean         with_bom,
                        TbLanguage       language,
                        const char      *note)
{
  GString *out = g_string_new (with_bom ? "\xEF\xBB\xBF" : NULL);

  append_header (out);
  for (gsize s = 0; s < tb_dataset_get_n_series (dataset); s++)
    {
      const TbSeries *series = tb_dataset_get_series (dataset, s);
      const TbSeriesInfo *info = tb_series_get_info (series);
      g_autofree char *breakdown = tb_tidy_dup_breakdown (info);

      for (gsize i = 0; i < tb_series_get_n (series); i++)
        {
          TbObservation observation;

          tb_series_get (series, i, &observation);
          append_row (out, info, breakdown, &observation, language, note);
        }
    }

  return g_string_free_to_bytes (out);
}
