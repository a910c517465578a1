/* What the parts of the reader of Our World in Data share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-field.h"

G_BEGIN_DECLS

enum
{
  TB_OWID_VARIABLE,
  TB_OWID_ENTITY,
  TB_OWID_TIME,
  TB_OWID_N_DIMENSIONS,
};

typedef struct
{
  const TbReaderInput *input;
  TbCube              *cube;
  TbPool              *pool;
  GHashTable          *entities;   /* name of an entity, by its id; both interned */
  gsize                n_variables;
} TbOwid;

/**
 * TbOwidVariable:
 * @code: index of the indicator
 * @kind: forecast for projections
 * @is_day: whether the years are days, counted from @zero_day
 *
 * How the figures of a variable are to be read.
 */
typedef struct
{
  guint32  code;
  TbKind   kind;
  gboolean is_day;
  TbDay    zero_day;
} TbOwidVariable;

/* FALSE: the variable is left out, and reported at @place. */
gboolean  tb_owid_read_variable (TbOwid            *self,
                                 const char        *id,
                                 const TbJsonValue *metadata,
                                 const TbJsonValue *place,
                                 TbOwidVariable    *out_variable);
/* FALSE: the variable is left out, which was reported. */
gboolean  tb_owid_check_lists   (TbOwid            *self,
                                 const TbJsonValue *data);
gboolean  tb_owid_read_figures  (TbOwid            *self,
                                 const TbJsonValue *data,
                                 const TbOwidVariable *variable);
void      tb_owid_add_entity    (TbOwid            *self,
                                 const char        *id,
                                 const TbJsonValue *entity);

G_END_DECLS
