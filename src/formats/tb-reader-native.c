/* Reads the dataset format (format.md): the file as a whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-native.h"

#include <glib/gi18n-lib.h>

#define FORMAT_NAME "dataset/1"

enum
{
  TONGBI, TITLE, DESCRIPTION, PUBLISHER, LICENCE, UPDATED, YEAR_START,
  SOURCES, PLACES, UNITS, DOMAINS, DIMENSIONS, INDICATORS, SERIES,
  N_KEYS,
};

static const TbNativeKey keys[N_KEYS] = {
  TB_NATIVE_KEY ("tongbi"),  TB_NATIVE_KEY ("title"),   TB_NATIVE_KEY ("description"),
  TB_NATIVE_KEY ("publisher"), TB_NATIVE_KEY ("licence"), TB_NATIVE_KEY ("updated"),
  TB_NATIVE_KEY ("reporting_year_start"),
  TB_NATIVE_KEY ("sources"), TB_NATIVE_KEY ("places"),  TB_NATIVE_KEY ("units"),
  TB_NATIVE_KEY ("domains"), TB_NATIVE_KEY ("dimensions"), TB_NATIVE_KEY ("indicators"),
  TB_NATIVE_KEY ("series"),
};

/* The format names itself; a file that has its parts but not its name is taken
 * for one whose name was forgotten, so that the message says that. */
static gboolean
sniff (const TbReaderInput *input)
{
  const TbJsonValue *root = tb_json_document_get_root (input->document);

  if (tb_json_get_type (root) != TB_JSON_OBJECT)
    return FALSE;

  return tb_json_find (root, "tongbi") != NULL
         || (tb_json_find (root, "indicators") != NULL && tb_json_find (root, "series") != NULL);
}

static gboolean
check_version (TbNative          *self,
               const TbJsonValue *root,
               const TbJsonValue *version)
{
  const char *text = NULL;

  if (!tb_native_require (self, root, version, "tongbi"))
    return TRUE;

  tb_native_read_string (self, version, &text);
  if (text == NULL || g_str_equal (text, FORMAT_NAME))
    return TRUE;

  tb_native_fail_type (self, version, _("\"dataset/1\", the version of the format that this program reads"));
  return FALSE;
}

static void
read_head (TbNative           *self,
           const TbJsonValue  *root,
           const TbJsonValue **values)
{
  TbDatasetInfo *info = &self->info;

  tb_native_require (self, root, values[TITLE], "title");
  tb_native_read_text (self, values[TITLE], &info->title);
  tb_native_read_text (self, values[DESCRIPTION], &info->description);
  tb_native_read_text (self, values[PUBLISHER], &info->publisher);
  tb_native_read_string (self, values[LICENCE], &info->licence);
  tb_native_read_day (self, values[UPDATED], &info->updated);
  tb_native_read_year_start (self, values[YEAR_START], &info->year_start);
}

static void
read_root (TbNative          *self,
           const TbJsonValue *root)
{
  const TbJsonValue *values[N_KEYS];

  self->info.format = FORMAT_NAME;
  self->info.year_start = TB_CALENDAR_YEAR;
  if (!tb_native_collect (self, root, keys, N_KEYS, values, &self->info.unknown))
    return;
  /* What another version means by the other keys is not known. */
  if (!check_version (self, root, values[TONGBI]))
    return;

  read_head (self, root, values);
  tb_native_require (self, root, values[UNITS], "units");
  tb_native_read_catalog (self, values[SOURCES], values[PLACES], values[UNITS], values[DOMAINS]);
  tb_native_read_dimensions (self, values[DIMENSIONS]);
  tb_native_require (self, root, values[INDICATORS], "indicators");
  tb_native_read_indicators (self, values[INDICATORS]);
  tb_native_require (self, root, values[SERIES], "series");
  tb_native_read_all_series (self, values[SERIES]);
}

static void
clear (TbNative *self)
{
  g_hash_table_unref (self->series_keys);
  g_hash_table_unref (self->misspelt);
  g_hash_table_unref (self->foreign);
  g_ptr_array_unref (self->series);
  g_free (self->cache);
  tb_catalog_unref (self->catalog);
  tb_pool_unref (self->pool);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbNative, clear)

static TbDataset *
read_dataset (const TbReaderInput *input)
{
  TbPool *pool = tb_pool_new ();
  g_auto (TbNative) self = {
    .input = input,
    .report = input->report,
    .pool = pool,
    .catalog = tb_catalog_new (pool),
    .series = g_ptr_array_new_with_free_func ((GDestroyNotify) tb_series_unref),
    .series_keys = g_hash_table_new (tb_series_key_hash, tb_series_key_equal),
    .misspelt = g_hash_table_new (g_str_hash, g_str_equal),
    .foreign = g_hash_table_new (g_str_hash, g_str_equal),
    .cache = g_new0 (TbNativeCacheSlot, TB_NATIVE_CACHE_SLOTS),
  };

  self.last_slot = self.cache;
  read_root (&self, tb_json_document_get_root (input->document));
  if (tb_json_report_get_n_errors (input->report) > 0 || g_cancellable_is_cancelled (input->watch->cancellable))
    return NULL;

  return tb_dataset_new (&self.info, self.catalog, (TbSeries **) self.series->pdata, self.series->len);
}

const TbReader tb_reader_native = {
  .id = "dataset",
  .is_json = TRUE,
  .sniff = sniff,
  .read = read_dataset,
  .is_streaming = TRUE,
};
