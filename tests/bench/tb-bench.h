/* What benchmarks share: medians, and instructions by valgrind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The median of @n values, which are sorted. */
double tb_bench_median             (double            *values,
                                    gsize              n);
/* How many instructions a program takes inside of one of its functions; 0 where
 * valgrind could not tell. */
gint64 tb_bench_count_instructions (const char        *function,
                                    const char *const *command);

G_END_DECLS
