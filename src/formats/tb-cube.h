/* Figures by dimensions, as statistical offices publish them, on their way into
 * a dataset.
 *
 * A reader of a foreign format says which dimensions there are and what their
 * codes are called, then adds the figures one by one, in any order. The cube
 * finds out which dimension is what where the file does not say it, reads the
 * periods and units, and makes the series. A file with no dimensions but one
 * period a column, or with rows, goes the same way: a column is a dimension.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-reader-private.h"

G_BEGIN_DECLS

typedef struct _TbCube TbCube;

/* No code of the dimension holds for a figure (its column is empty, a total …). */
#define TB_CUBE_NO_CODE G_MAXUINT32

/**
 * TbCubeCode:
 * @id: as in the file; the reader's only key
 * @label: empty where the file has none
 * @note: what the file says about it; goes to the description of an indicator
 * @parent: index of the code it is a part of, or %TB_CUBE_NO_CODE; used for places
 * @unit: what its figures are counted in, as in the file: "Million euro", "%"; nullable
 * @multiplier: for a scale that the file states beside the unit (power 6 → 1000000)
 * @decimals: to show; −1 where not said
 * @measure: %TB_MEASURE_UNSTATED where the file does not say it
 * @since: beside %TB_MEASURE_CUMULATIVE
 * @sa: whether seasonally adjusted
 * @price_basis: nullable
 *
 * From @unit on these are looked at for codes of the dimension of indicators only.
 */
typedef struct
{
  const char *id;
  TbText      label;
  TbText      note;
  guint32     parent;
  const char *unit;
  TbDecimal   multiplier;
  int         decimals;
  TbMeasure   measure;
  TbSince     since;
  TbSaid      sa;
  const char *price_basis;
} TbCubeCode;

/**
 * TbCubeCell:
 * @has_value: %FALSE: the file lists the figure without a number
 * @value: as printed
 * @digits: nullable: the number as printed, where it has more digits than @value holds
 * @multiplier: what the file says that the number is to be multiplied by; 1 where nothing
 * @status: mask of TB_STATUS_…
 * @kind: actual, target, plan or forecast
 * @note: nullable: e.g. a status code that has no SDMX letter, or the text in place of a number
 * @is_text: the file has a text, which is in @note, where a number is expected; they are counted and reported once
 *
 * One figure. Initialise with %TB_CUBE_CELL_INIT. Strings are of the cube's pool
 * (tb_pool_intern()), static, or live until tb_cube_finish().
 */
typedef struct
{
  gboolean    has_value;
  TbDecimal   value;
  const char *digits;
  TbDecimal   multiplier;
  guint32     status;
  TbKind      kind;
  const char *note;
  gboolean    is_text;
} TbCubeCell;

#define TB_CUBE_CELL_INIT { .multiplier = TB_DECIMAL_ONE }

/* What is true of all figures. */
TbCube        *tb_cube_new            (const TbReaderInput *input) G_GNUC_WARN_UNUSED_RESULT;
void           tb_cube_free           (TbCube              *self);
TbPool        *tb_cube_get_pool       (const TbCube        *self);
/* To be filled: title, description, publisher, licence, updated. `format` is the reader's id. */
TbDatasetInfo *tb_cube_get_info       (TbCube              *self);
/* To be filled where the file names its source; attached to all figures. */
TbSource      *tb_cube_get_source     (TbCube              *self);
/* A single-language text of the pool; empty for NULL or "". */
TbText         tb_cube_text           (TbCube              *self,
                                       const char          *text);

/* The indicator of figures that no dimension of indicators tells apart. Its fields
 * may be set as those of a code. */
TbCubeCode    *tb_cube_get_subject    (TbCube              *self);

/* Dimensions, in the order in which tb_cube_add() gets their codes. @label may be
 * NULL. Returns its index. */
guint          tb_cube_add_dimension  (TbCube              *self,
                                       const char          *id,
                                       const char          *label,
                                       TbColumnRole         role);
/* The dimension is none of the file's: the plan is not told of it. */
void           tb_cube_hide_dimension (TbCube              *self,
                                       guint                dimension);
/* Adds a code; its index is the number of codes added before. The id need not be unique. */
guint32        tb_cube_add_code       (TbCube              *self,
                                       guint                dimension,
                                       const char          *id,
                                       const char          *label);
/* The index of a code of that id, added where there is none yet. For rows. Also after begin. */
guint32        tb_cube_intern         (TbCube              *self,
                                       guint                dimension,
                                       const char          *id,
                                       gsize                length);
guint32        tb_cube_get_n_codes    (const TbCube        *self,
                                       guint                dimension);
/* To be filled. Valid until the next code of the dimension is added. */
TbCubeCode    *tb_cube_get_code       (TbCube              *self,
                                       guint                dimension,
                                       guint32              code);

/* The codes of the period are numbers of days from @zero: they are kept as they are,
 * and stand in order by their days. */
void           tb_cube_set_day_zero   (TbCube              *self,
                                       TbDay                zero);

/* Ends the adding of dimensions, and settles which of them is the period (by role, id, label,
 * and the codes added so far). @n_expected figures, 0 where not known. FALSE: reported. */
gboolean       tb_cube_begin          (TbCube              *self,
                                       gsize                n_expected);
/* @codes: one a dimension. FALSE: a limit is passed (reported), or cancelled; stop. Looks at
 * the cancellable every TB_READER_STRIDE figures. */
gboolean       tb_cube_add            (TbCube              *self,
                                       const guint32       *codes,
                                       const TbCubeCell    *cell);
/* Makes the dataset: roles, places, units, indicators, series; reports duplicates, what was
 * assumed, what was not understood. NULL: an error was reported, or cancelled. Frees nothing. */
TbDataset     *tb_cube_finish         (TbCube              *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbCube, tb_cube_free)

G_END_DECLS
