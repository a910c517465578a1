/* What the parts of the reader of the dataset format share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-reader-private.h"

G_BEGIN_DECLS

/* Most keys that an object of the format knows. */
#define TB_NATIVE_MAX_KEYS 24

typedef struct
{
  const char *key;
  gsize       length;
} TbNativeKey;

#define TB_NATIVE_KEY(text) { text, sizeof (text) - 1 }

/* Different spellings of periods kept parsed. A dataset has few: the same years
 * or months again and again. */
#define TB_NATIVE_CACHE_SLOTS 2048
#define TB_NATIVE_CACHE_TEXT 20

typedef struct
{
  TbPeriod period;
  guint16  year_start;
  guint16  follower;   /* the slot that was asked for after this one */
  guint8   length;     /* 0 for an empty slot */
  char     text[TB_NATIVE_CACHE_TEXT + 1];
} TbNativeCacheSlot;

/* One reading of a file. */
typedef struct
{
  const TbReaderInput *input;
  TbJsonReport        *report;
  TbPool              *pool;
  TbCatalog           *catalog;
  TbDatasetInfo        info;
  GPtrArray           *series;       /* of TbSeries */
  GHashTable          *series_keys;  /* of TbSeriesInfo, by what identifies it, to its index in the file + 1 */
  gsize                series_index; /* of the series that is read, in the file */
  GHashTable          *misspelt;     /* unknown keys that were warned of, a set */
  GHashTable          *foreign;      /* unknown keys that are near to none of ours, with the table of those */
  TbNativeCacheSlot   *cache;
  TbNativeCacheSlot   *last_slot;    /* of @cache */
  gsize                n_rows;       /* read so far */
} TbNative;

/* What holds for the observations of the series that is being read. */
typedef struct
{
  const TbSeriesInfo *info;
  TbObservation       defaults;
} TbNativeRow;

/* Objects. */
gboolean    tb_native_collect    (TbNative           *self,
                                  const TbJsonValue  *object,
                                  const TbNativeKey  *keys,
                                  gsize               n_keys,
                                  const TbJsonValue **out_values,
                                  const char        **out_unknown);
gboolean    tb_native_require    (TbNative           *self,
                                  const TbJsonValue  *object,
                                  const TbJsonValue  *value,
                                  const char         *key);
gboolean    tb_native_check_type (TbNative           *self,
                                  const TbJsonValue  *value,
                                  TbJsonType          type,
                                  const char         *expected);
void        tb_native_fail_type  (TbNative           *self,
                                  const TbJsonValue  *value,
                                  const char         *expected);

/* Fields. Each takes NULL for one that is not there, and then leaves the result
 * as it is; so it does after an error, which it reports. */
void        tb_native_read_text    (TbNative           *self,
                                    const TbJsonValue  *value,
                                    TbText             *out_text);
void        tb_native_read_string  (TbNative           *self,
                                    const TbJsonValue  *value,
                                    const char        **out_string);
void        tb_native_read_boolean (TbNative           *self,
                                    const TbJsonValue  *value,
                                    TbSaid             *out_said);
void        tb_native_read_day     (TbNative           *self,
                                    const TbJsonValue  *value,
                                    TbDay              *out_day);
gboolean    tb_native_read_word    (TbNative           *self,
                                    const TbJsonValue  *value,
                                    const TbVocabulary *vocabulary,
                                    int                *out_value);
gboolean    tb_native_read_decimal (TbNative           *self,
                                    const TbJsonValue  *value,
                                    TbDecimal          *out_decimal);
gboolean    tb_native_parse_number (TbNative           *self,
                                    const TbJsonValue  *number,
                                    TbDecimal          *out_decimal,
                                    const char        **out_digits);
gboolean    tb_native_read_positive (TbNative          *self,
                                    const TbJsonValue  *value,
                                    TbDecimal          *out_decimal);
const TbPeriod *tb_native_follow_period (TbNative      *self,
                                    const char         *text,
                                    gsize               length,
                                    guint16             year_start);
gboolean    tb_native_read_period  (TbNative           *self,
                                    const TbJsonValue  *value,
                                    guint16             year_start,
                                    TbPeriod           *out_period);
void        tb_native_read_year_start (TbNative        *self,
                                    const TbJsonValue  *value,
                                    guint16            *out_year_start);
void        tb_native_read_since   (TbNative           *self,
                                    const TbJsonValue  *value,
                                    TbSince            *out_since,
                                    TbDay              *out_day);

/* References to the catalog by id. */
void        tb_native_find_unit      (TbNative *self, const TbJsonValue *value, const TbUnit **out_unit);
void        tb_native_find_place     (TbNative *self, const TbJsonValue *value, const TbPlace **out_place);
void        tb_native_find_source    (TbNative *self, const TbJsonValue *value, const TbSource **out_source);
void        tb_native_find_domain    (TbNative *self, const TbJsonValue *value, const TbDomain **out_domain);
void        tb_native_find_indicator (TbNative *self, const TbJsonValue *value, const TbIndicator **out_indicator);

gboolean    tb_native_is_in_circle (gconstpointer   entry,
                                    gconstpointer (*follow) (gconstpointer entry),
                                    gsize           n_entries);

/* Parts of the file. */
void        tb_native_read_catalog      (TbNative           *self,
                                         const TbJsonValue  *sources,
                                         const TbJsonValue  *places,
                                         const TbJsonValue  *units,
                                         const TbJsonValue  *domains);
void        tb_native_read_dimensions (TbNative         *self,
                                    const TbJsonValue *dimensions);
void        tb_native_read_indicators   (TbNative           *self,
                                         const TbJsonValue  *indicators);
void        tb_native_read_all_series   (TbNative           *self,
                                         const TbJsonValue  *series);
gboolean    tb_native_read_observations (TbNative           *self,
                                         const TbJsonValue  *observations,
                                         const TbNativeRow  *row,
                                         TbSeriesBuilder    *builder);
gboolean    tb_native_read_change       (TbNative           *self,
                                         const TbJsonValue  *value,
                                         guint16             year_start,
                                         TbPublishedChange  *out_change);
void        tb_native_report_relations  (TbNative           *self,
                                         const TbSeries     *series,
                                         const TbJsonValue  *observations);

G_END_DECLS
