/* Tables with totals for the tests: what stands in them is written by hand.
 *
 * Herds are counted in places x, y and z of the province s, and in u and v of none; crops
 * are weighed, and have parts: wheat with winter, spring and durum, and maize.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"

G_BEGIN_DECLS

/* A series of a place: of the herd, or of another indicator. */
#define AT(place, figures) "{\"indicator\": \"herd\", \"place\": \"" place "\", \"observations\": [" figures "]}"
#define OF(id, more, figures) "{\"indicator\": \"" id "\"" more ", \"observations\": [" figures "]}"

#define SUM2 "computed: the sum of the 2 parts; the file has no published total"

/**
 * @source: where the expected text comes from
 * @table: of all rows
 * @note: (nullable): of the last figure of the first total
 * @refusals: (nullable): below the table
 */
typedef struct
{
  const char *name;
  const char *source;
  const char *series;
  const char *table;
  const char *note;
  const char *refusals;
  TbLanguage  language;
} TbTotalCase;

TbDataset    *tb_total_case_read    (const char         *series) G_GNUC_WARN_UNUSED_RESULT;
/* @indicators: nullable: all; @base and @current: nullable: a pair of periods. */
TbComparison *tb_total_case_compare (const char         *series,
                                     const char *const  *indicators,
                                     const char         *base,
                                     const char         *current) G_GNUC_WARN_UNUSED_RESULT;
/* "Herd (X): [1] [2]" of each row, figures alone. */
char         *tb_total_case_dump    (const TbComparison *comparison,
                                     TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* Of a TbTotalCase. */
void          tb_total_case_test    (gconstpointer       data);

G_END_DECLS
