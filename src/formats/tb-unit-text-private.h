/* What the files that read units share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-unit-text.h"

G_BEGIN_DECLS

/* What a wording says. @id is NULL where the wording is not one of the known
 * units but still of a clear kind ("% of GDP"), and its own name. */
typedef struct
{
  TbUnitKind  kind;
  const char *id;
  const char *name_en;    /* nullable */
  const char *name_zh;    /* nullable */
  double      per;        /* 0 where not of the kind */
  char        currency[4];
} TbUnitWords;

/* Whether the whole text is the wording of a known unit. @text: trimmed, single spaces. */
gboolean    tb_unit_words_find          (const char  *text,
                                         TbUnitWords *out_words);
/* The same for codes of lists: "PC", "NR", "EUR". */
gboolean    tb_unit_words_find_code     (const char  *code,
                                         TbUnitWords *out_words);
/* The currency that a text begins with, and how long its wording is. */
const char *tb_unit_words_find_currency (const char  *text,
                                         gsize       *out_length);
/* Whether a text calls something money: "Norwegian krone". */
gboolean    tb_unit_words_is_money      (const char  *text);

/* Cuts off what a wording says that numbers are to be multiplied by; 1 where nothing. */
TbDecimal   tb_unit_scale_cut           (GString     *text);
TbDecimal   tb_unit_scale_cut_code      (GString     *code);
/* "per 1,000", "/10万": the number behind; 0 where none is. */
double      tb_unit_scale_find_per      (const char  *text);

G_END_DECLS
