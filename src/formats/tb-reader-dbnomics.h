/* What the parts of the reader of DB.nomics share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-field.h"

G_BEGIN_DECLS

enum
{
  TB_DBNOMICS_SERIES,
  TB_DBNOMICS_PLACE,
  TB_DBNOMICS_UNIT,
  TB_DBNOMICS_PERIOD,
  TB_DBNOMICS_N_DIMENSIONS,
};

typedef struct
{
  const TbReaderInput *input;
  TbCube              *cube;
  TbPool              *pool;
  GHashTable          *labels;   /* of interned text, by dataset, dimension and code: see tb-reader-dbnomics-names.c */
  gsize                n_docs;
  gsize                n_read;
} TbDbnomics;

/* Attributes of a series' figures that are walked over beside them. More than these are left out. */
#define TB_DBNOMICS_MAX_FLAGS 16

typedef struct
{
  const char *name;
  gboolean    is_status;
  TbJsonIter  iter;
} TbDbnomicsFlag;

typedef struct
{
  TbDbnomicsFlag flags[TB_DBNOMICS_MAX_FLAGS];
  gsize          n;
} TbDbnomicsFlags;

void  tb_dbnomics_read_head  (TbDbnomics        *self,
                              const TbJsonValue *root);
void  tb_dbnomics_find_codes (TbDbnomics        *self,
                              const TbJsonValue *doc,
                              guint32           *out_codes);
void  tb_dbnomics_flags_init (TbDbnomicsFlags   *flags,
                              TbDbnomics        *self,
                              const TbJsonValue *doc,
                              gsize              n_values);
void  tb_dbnomics_flags_next (TbDbnomicsFlags   *flags,
                              TbDbnomics        *self,
                              TbCubeCell        *cell);

G_END_DECLS
