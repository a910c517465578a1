/* How computed figures are held.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-transform-private.h"

G_BEGIN_DECLS

struct _TbDerived
{
  gatomicrefcount  ref_count;
  TbSeries        *source;
  TbCatalog       *catalog;   /* its own: copies of what @info refers to */
  TbSeriesInfo     info;
  TbTerm          *terms;
  gsize            n;
  TbKind           kind;
  TbStepRecord    *records;
  gsize            n_records;
};

/* A catalog that is being filled with copies of others' entries: one an id. */
typedef struct
{
  TbCatalog *catalog;
  int        n_decimals;  /* that figures are shown with; −1: as their source has it */
} TbImport;

void               tb_import_init        (TbImport           *self);
void               tb_import_clear       (TbImport           *self);
TbText             tb_import_text        (TbImport           *self,
                                          const TbText       *text);
const TbPlace     *tb_import_place       (TbImport           *self,
                                          const TbPlace      *place);
const TbSource    *tb_import_source      (TbImport           *self,
                                          const TbSource     *source);
/* @suffix, nullable, makes another indicator of the same name. */
void               tb_import_info        (TbImport           *self,
                                          const TbSeriesInfo *info,
                                          const char         *suffix,
                                          TbSeriesInfo       *out_info);
/* Name of another series that a step needed; "" for none. */
char              *tb_derived_dup_other  (const TbSeries     *series,
                                          TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a point may have a note, without making it. */
gboolean           tb_derived_has_note   (const TbDerived    *self,
                                          gsize               i);

G_END_DECLS
