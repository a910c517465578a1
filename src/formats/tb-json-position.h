/* Where in a JSON text a value stands: looked up only when there is something to report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-text-place.h"

G_BEGIN_DECLS

typedef struct
{
  gsize ordinal;  /* which value of the text, keys counted, from 0; of a streamed text its offset */
  guint line;     /* out: from 1 */
  guint column;   /* out: from 1, in characters */
} TbJsonPlace;

/* The first byte of a value; @length where there is none. */
gsize tb_json_find_offset (const char  *text,
                           gsize        length,
                           gsize        ordinal);
/* Which values begin at some bytes, given in order. FALSE where none does. */
gboolean tb_json_find_ordinals (const char  *text,
                                gsize        length,
                                const gsize *offsets,
                                gsize       *out_ordinals,
                                gsize        n);
/* The places by ascending ordinals. (transfer container) */
TbJsonPlace **tb_json_sort_places (TbJsonPlace *places,
                                   gsize        n_places) G_GNUC_WARN_UNUSED_RESULT;
void tb_json_locate_values (const char  *text,
                            gsize        length,
                            TbJsonPlace *places,
                            gsize        n_places);

G_END_DECLS
