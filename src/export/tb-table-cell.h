/* Cells of a comparison table as a spreadsheet has them: numbers with the format
 * that shows them as the table does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-export-table-private.h"

G_BEGIN_DECLS

typedef enum
{
  TB_CELL_EMPTY,
  TB_CELL_TEXT,
  TB_CELL_NUMBER,
  TB_CELL_PERCENT,   /* the number is a fraction: 0.05 for 5% */
  TB_CELL_DAY,
} TbCellKind;

/* How a number is shown: "≥" 75,000 " P". Signs aside, two cells with the same
 * format look alike. */
typedef struct
{
  TbCellKind  kind;
  int         decimals;
  gboolean    is_signed;     /* "+" before what is above zero */
  gboolean    is_zero;       /* ≈0 stands for any number: it is smaller than rounding tells */
  const char *prefix;        /* "≥", ">", "≈" … never NULL */
  const char *suffix;        /* " pp", "%" is not in it; never NULL */
  const char *letters;       /* " P ᵃ": status and footnote; never NULL */
  int         pad_decimals;  /* digits that other cells of the column have more */
  gboolean    pad_point;     /* … and the point */
  gboolean    pad_percent;
  const char *pad_letters;   /* what other cells have behind theirs */
} TbCellFormat;

/**
 * TbTableCell:
 * @kind: what it is
 * @number: in the row's scale; NaN where it is none
 * @day: of a day
 * @text: as it is displayed, with letters; never NULL
 * @note: (nullable): why there is no number
 *
 * The strings of @format belong to the cell.
 */
typedef struct
{
  TbCellKind    kind;
  double        number;
  TbDay         day;
  char         *text;
  char         *note;
  char         *prefix;
  char         *suffix;
  char         *letters;
  TbCellFormat  format;
} TbTableCell;

void      tb_table_cell_init         (TbTableCell        *self,
                                      const TbTableNotes *notes,
                                      const TbComparison *comparison,
                                      gsize               row,
                                      gsize               column,
                                      TbLanguage          language);
void      tb_table_cell_clear        (TbTableCell        *self);

/* What the cells of a column have in common, so that their points stand below
 * each other. Zero-initialise, take all cells, then fit each. */
typedef struct
{
  int      decimals;
  gboolean percent;
  char     letters[16];
  int      width;       /* of the widest cell: in digits, those of Chinese count two */
} TbCellColumn;

void      tb_cell_column_take        (TbCellColumn       *self,
                                      const TbTableCell  *cell);
void      tb_cell_column_fit         (const TbCellColumn *self,
                                      TbTableCell        *cell);
/* Width of a line in digits. */
int       tb_cell_measure            (const char         *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbTableCell, tb_table_cell_clear)

G_END_DECLS
