/* What the parts of the writer of JSON-stat share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"
#include "tb-json-writer.h"

G_BEGIN_DECLS

/* The row is in no cell. */
#define TB_JSON_STAT_NO_CELL G_MAXUINT64

/**
 * TbJsonStatVariant:
 * @id: of the category
 * @n_decimals: the most that a figure of it is printed with; −1 for none
 *
 * What is measured and in what it is counted: all of it is the same for the figures of one category.
 */
typedef struct
{
  char              *id;
  const TbSeriesInfo *info;
  TbDecimal          multiplier;
  TbKind             kind;
  TbBasis            basis;
  int                n_decimals;
} TbJsonStatVariant;

/* A dimension that is written: its categories in order, and the index of each by its id. */
typedef struct
{
  char       *id;
  GPtrArray  *categories;  /* of char * */
  GHashTable *indices;
} TbJsonStatAxis;

typedef struct
{
  guint64 position;
  guint32 series;
  guint32 row;
} TbJsonStatCell;

/**
 * TbJsonStatCube:
 * @variants: (element-type TbJsonStatVariant): the categories of the first dimension
 * @places: (element-type TbPlace): those of the second, where @has_place
 * @breakdown: (element-type TbJsonStatAxis)
 * @periods: (element-type TbPeriod): in order; the last dimension, where @has_period
 * @cells: (element-type TbJsonStatCell): by position
 *
 * The series that share their dimensions.
 */
typedef struct
{
  GPtrArray  *variants;
  GHashTable *variant_indices;
  GPtrArray  *places;
  GHashTable *place_indices;
  GPtrArray  *breakdown;
  GArray     *periods;
  GHashTable *period_indices;
  GArray     *series;     /* of guint32 */
  GArray     *cells;
  gboolean    has_place;
  gboolean    has_period;
  guint64     n_cells;
} TbJsonStatCube;

/* A cube that is written; @ids are those of its dimensions. */
typedef struct
{
  const TbDataset      *dataset;
  const TbJsonStatCube *cube;
  TbLanguage            language;
  const char          **ids;
} TbJsonStatWriter;

/* (element-type TbJsonStatCube) (transfer full). @out_cubes: of each series;
 * @out_positions: of each row of each series, (transfer full). */
GPtrArray *tb_json_stat_make_cubes    (const TbDataset      *dataset,
                                       guint32             **out_cubes,
                                       guint64            ***out_positions) G_GNUC_WARN_UNUSED_RESULT;

void       tb_json_stat_write_cube    (TbJsonObject         *root,
                                       const TbDataset      *dataset,
                                       const TbJsonStatCube *cube,
                                       TbLanguage            language,
                                       const char           *own);
void       tb_json_stat_write_categories (const TbJsonStatWriter *self,
                                       TbJsonObject         *category,
                                       guint                 dimension);
void       tb_json_stat_write_text    (TbJsonObject         *object,
                                       const char           *key,
                                       const TbText         *text,
                                       TbLanguage            language);
void       tb_json_stat_open_member   (TbJsonObject         *parent,
                                       const char           *key,
                                       TbJsonObject         *member);
void       tb_json_stat_write_strings (TbJsonObject         *object,
                                       const char           *key,
                                       const char *const    *strings,
                                       gsize                 n);

G_END_DECLS
