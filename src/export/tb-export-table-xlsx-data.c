/* The sheet of an XLSX file with the figures as tidy rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-table-xlsx-private.h"

#include <math.h>

#define NARROWEST 8
#define WIDEST 40
#define WIDTH_OF_ROOM 2

/* Widths are those of the first rows: enough to see. */
#define MOST_MEASURED 1000

#define DAY_FORMAT "yyyy\\-mm\\-dd"

typedef struct
{
  TbXlsx    *xlsx;
  lxw_row_t  row;
  int        widths[TB_TIDY_N_COLUMNS];
} Walk;

static void
write_field (Walk              *walk,
             TbTidyColumn       column,
             const TbTidyField *field)
{
  TbXlsx *self = walk->xlsx;
  lxw_col_t at = (lxw_col_t) column;

  if (field->text == NULL)
    return;
  if (!isnan (field->number) && !isinf (field->number))
    worksheet_write_number (self->data, walk->row, at, field->number, tb_xlsx_get_format (self, TB_XLSX_FIELD, NULL));
  else if (field->day >= tb_day_new (1900, 3, 1))
    worksheet_write_number (self->data, walk->row, at, field->day - tb_day_new (1899, 12, 30),
                            tb_xlsx_get_format (self, TB_XLSX_FIELD, DAY_FORMAT));
  else
    {
      g_autofree char *fit = tb_sheet_dup_text (field->text, self->limits);

      if (*fit != '\0')
        worksheet_write_string (self->data, walk->row, at, fit, tb_xlsx_get_format (self, TB_XLSX_FIELD, NULL));
    }
}

static gboolean
write_row (const TbTidyRow *row,
           gpointer         data)
{
  Walk *walk = data;

  if (walk->row > walk->xlsx->page->n_tidy)
    return FALSE;
  for (int i = 0; i < TB_TIDY_N_COLUMNS; i++)
    {
      const TbTidyField *field = &row->fields[i];

      if (walk->row <= MOST_MEASURED && field->text != NULL)
        walk->widths[i] = MAX (walk->widths[i], tb_cell_measure (field->text));
      write_field (walk, (TbTidyColumn) i, field);
    }
  walk->row++;

  return TRUE;
}

void
tb_xlsx_write_data (TbXlsx *self)
{
  Walk walk = { .xlsx = self, .row = 1 };

  for (int i = 0; i < TB_TIDY_N_COLUMNS; i++)
    {
      const char *name = tb_tidy_get_name ((TbTidyColumn) i);

      /* The button of the filter takes two. */
      walk.widths[i] = tb_cell_measure (name) + 2;
      worksheet_write_string (self->data, 0, (lxw_col_t) i, name, tb_xlsx_get_format (self, TB_XLSX_FIELD_HEAD, NULL));
    }
  tb_table_foreach_tidy (self->comparison, self->language, write_row, &walk);
  for (int i = 0; i < TB_TIDY_N_COLUMNS; i++)
    worksheet_set_column (self->data, (lxw_col_t) i, (lxw_col_t) i,
                          CLAMP (walk.widths[i], NARROWEST, WIDEST) + WIDTH_OF_ROOM, NULL);
  worksheet_freeze_panes (self->data, 1, 0);
  worksheet_autofilter (self->data, 0, 0, MAX (walk.row, 2) - 1, TB_TIDY_N_COLUMNS - 1);
  worksheet_set_landscape (self->data);
  worksheet_set_paper (self->data, 9);
  worksheet_fit_to_pages (self->data, 1, 0);
  worksheet_repeat_rows (self->data, 0, 0);
}
