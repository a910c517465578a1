/* Makes data for property tests and benchmarks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"

G_BEGIN_DECLS

/**
 * TbTestGen:
 * @n_series: at least 1; each has an indicator of its own, "indicator-0" …
 * @n_rows: periods of each series
 * @frequency: 'A', 'Q', 'M' or 'D'
 * @first_year: of the first period
 * @random: whether values, gaps, qualifiers and targets are drawn from
 *   g_test_rand_…() (`--seed` repeats them); else they follow a fixed wave
 * @walk: whether values are those of tb_test_gen_walk(), as of prices of a market
 * @stock: whether they are stocks; else flows
 */
typedef struct
{
  guint    n_series;
  guint    n_rows;
  char     frequency;
  int      first_year;
  gboolean random;
  gboolean walk;
  gboolean stock;
} TbTestGen;

TbDataset *tb_test_gen_dataset (const TbTestGen *options) G_GNUC_WARN_UNUSED_RESULT;
/* A walk with noise on it, the same on every machine: @n whole numbers. */
gint64    *tb_test_gen_walk    (gsize            n) G_GNUC_WARN_UNUSED_RESULT;
/* Everything drawn at random: one to five series of one to forty rows. */
TbDataset *tb_test_gen_any     (void) G_GNUC_WARN_UNUSED_RESULT;
/* A figure such as data have: zero, small, huge, negative, with 0–3 decimals. */
TbDecimal  tb_test_gen_decimal (void);

G_END_DECLS
