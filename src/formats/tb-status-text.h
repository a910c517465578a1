/* The status codes of providers, as those of SDMX.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-pool.h"
#include "tb-vocabulary.h"

G_BEGIN_DECLS

typedef enum
{
  TB_PROVIDER_SDMX,      /* A, B, E …; several without a space */
  TB_PROVIDER_EUROSTAT,  /* b, p, e, d, u, c, z, n, s, r, f, ":" and combinations */
  TB_PROVIDER_PXWEB,     /* ".", "..", "...", "-", ":" */
  TB_PROVIDER_ANY,       /* letters that mean the same everywhere; the rest is kept as a note */
} TbProvider;

/* @out_status gets the SDMX bits. What has no SDMX letter, or whose letter does not say all that the
 * provider's code says, is given back as a note with its code (and @label, nullable: the provider's wording),
 * of @pool; NULL where nothing is left. */
const char *tb_status_text_parse (TbProvider  provider,
                                  const char *text,
                                  gsize       length,
                                  const char *label,
                                  TbPool     *pool,
                                  guint32    *out_status);

G_END_DECLS
