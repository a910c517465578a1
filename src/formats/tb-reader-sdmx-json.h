/* What the parts of the reader of SDMX-JSON share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-reader-sdmx.h"

G_BEGIN_DECLS

/* Where dimensions and attributes are attached. Dimensions have no group. */
typedef enum
{
  TB_SDMX_LEVEL_DATA_SET,
  TB_SDMX_LEVEL_GROUP,
  TB_SDMX_LEVEL_SERIES,
  TB_SDMX_LEVEL_OBSERVATION,
  TB_SDMX_N_LEVELS,
} TbSdmxLevel;

/**
 * TbSdmxDimension:
 * @in_cube: its index among the dimensions of the cube
 * @is_power: its codes are powers of ten that the figures are given in
 *
 * A dimension. A value without a code has none in the cube either.
 */
typedef struct
{
  const char  *id;
  TbSdmxLevel  level;
  TbColumnRole role;
  gint64       key_position;
  guint        in_cube;
  gboolean     is_power;
  TbText       words;
  TbSdmxValue *values;
  guint        n_values;
  guint32     *codes;       /* of the cube, one a value */
} TbSdmxDimension;

/**
 * TbSdmxAttribute:
 * @is_listed: its values are listed, and referred to by their place
 * @of_series: attached to observations, but said of whole series
 *
 * An attribute.
 */
typedef struct
{
  const char  *name;
  TbSdmxKind   kind;
  gboolean     is_listed;
  gboolean     of_series;
  TbSdmxValue *values;
  guint        n_values;
  TbSdmxValue  fallback;
} TbSdmxAttribute;

typedef struct
{
  const char  *id;
  TbText       words;
  gboolean     is_listed;
  TbSdmxValue *values;
  guint        n_values;
} TbSdmxMeasure;

typedef struct
{
  TbSdmx       sdmx;
  const TbReaderInput *input;
  TbPool      *pool;
  GArray      *dimensions;                    /* of TbSdmxDimension: data set, series, observation */
  guint        n_at[TB_SDMX_N_LEVELS];        /* of dimensions at each level */
  GArray      *attributes[TB_SDMX_N_LEVELS];  /* of TbSdmxAttribute */
  GArray      *measures;                      /* of TbSdmxMeasure */
  guint        measure_in_cube;
  guint32     *codes;                         /* of the cube, one a dimension of it */
  guint        n_codes;
  GPtrArray   *groups;                        /* of attributes of groups, by which dimensions they name */
  GString     *where;
  guint       *indices;                       /* places of the values of the figure, one a dimension */
  gboolean     has_remarks_of_figures;        /* an attribute of figures says something of their series */
} TbSdmxJson;

void      tb_sdmx_json_init             (TbSdmxJson          *self,
                                         const TbReaderInput *input);
void      tb_sdmx_json_clear            (TbSdmxJson          *self);
/* FALSE: the structure is not to be understood, which was reported. */
gboolean  tb_sdmx_json_read_structure   (TbSdmxJson          *self,
                                         const TbJsonValue   *structure);
gboolean  tb_sdmx_json_fill_cube        (TbSdmxJson          *self);
/* FALSE: stop. */
gboolean  tb_sdmx_json_read_data_set    (TbSdmxJson          *self,
                                         const TbJsonValue   *data_set);

void      tb_sdmx_json_read_values      (TbSdmxJson          *self,
                                         const TbJsonValue   *component,
                                         TbSdmxValue        **out_values,
                                         guint               *out_n);
/* The place in @values that a number is; FALSE where it is none of them. */
gboolean  tb_sdmx_json_find_value       (const TbJsonValue   *value,
                                         guint                n_values,
                                         guint               *out_index);
void      tb_sdmx_json_read_attribute_list (TbSdmxJson       *self,
                                         const TbJsonValue   *structure);
/* What an array of attributes says at a level; those of no known kind are remarks on @where, or notes. */
void      tb_sdmx_json_apply_attributes (TbSdmxJson          *self,
                                         TbSdmxLevel          level,
                                         TbJsonIter          *iter,
                                         const char          *where,
                                         TbSdmxState         *state);

/* Attributes of groups of series or figures. */
GPtrArray *tb_sdmx_json_groups_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void      tb_sdmx_json_read_groups      (TbSdmxJson          *self,
                                         const TbJsonValue   *groups);
void      tb_sdmx_json_apply_groups     (TbSdmxJson          *self,
                                         const guint         *indices,
                                         TbSdmxState         *state);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbSdmxJson, tb_sdmx_json_clear)

G_END_DECLS
