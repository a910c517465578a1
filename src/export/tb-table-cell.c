/* Cells of a comparison table as a spreadsheet has them: numbers with the format
 * that shows them as the table does.
 *
 * A cell is first written as in every other format, so that no writer can say
 * something else; its number comes unrounded beside it, and only where the format
 * shows just what was written is it a number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-table-cell.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MINUS_SIGN "−"

/* Spreadsheets show no more significant digits than 15, and zeros behind them. */
#define MOST_DIGITS 15

/* Of a number format, behind the point. */
#define MOST_DECIMALS 30

/* More than that would be a column of white space. */
#define MOST_PAD_DECIMALS 4

/* What stands before and behind a number, beyond which it is a sentence. */
#define MOST_LITERAL_BYTES 60

/* "≥" "+" "6.50" "%" … */
typedef struct
{
  const char *prefix_end;
  gboolean    is_signed;
  gboolean    is_negative;
  const char *suffix;
  int         decimals;
  int         n_digits;    /* significant */
  double      value;
  gboolean    is_percent;
} Shown;

static const char *
skip_number (const char *p,
             GString    *digits,
             Shown      *shown)
{
  gboolean behind_point = FALSE;

  for (; g_ascii_isdigit (*p) || ((*p == ',' || (*p == '.' && !behind_point)) && g_ascii_isdigit (p[1])); p++)
    {
      if (*p == ',')
        continue;
      behind_point |= *p == '.';
      g_string_append_c (digits, *p);
      if (*p == '.')
        continue;
      shown->decimals += behind_point;
      shown->n_digits += shown->n_digits > 0 || *p != '0';
    }

  return p;
}

/* FALSE: the text holds no number, or several. */
static gboolean
read_shown (const char *text,
            Shown      *shown)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *p = text;

  *shown = (Shown) { 0 };
  while (*p != '\0' && !g_ascii_isdigit (*p))
    p++;
  if (*p == '\0')
    return FALSE;
  shown->prefix_end = p;
  if (p > text && p[-1] == '+')
    {
      shown->is_signed = TRUE;
      shown->prefix_end--;
    }
  else if ((gsize) (p - text) >= strlen (MINUS_SIGN) && g_str_has_prefix (p - strlen (MINUS_SIGN), MINUS_SIGN))
    {
      shown->is_negative = TRUE;
      shown->prefix_end -= strlen (MINUS_SIGN);
    }
  shown->suffix = skip_number (p, digits, shown);
  shown->value = g_ascii_strtod (digits->str, NULL) * (shown->is_negative ? -1 : 1);
  shown->is_percent = *shown->suffix == '%';
  if (shown->is_percent)
    shown->suffix++;

  return shown->prefix_end - text <= MOST_LITERAL_BYTES && strlen (shown->suffix) <= MOST_LITERAL_BYTES;
}

/* Divided by ten to a power as a decimal: 67700 by four is 6.77 to the last bit. */
static double
shift (double number,
       int    power)
{
  g_autofree char *shortest = tb_number_to_shortest (number);
  const char *exponent = strchr (shortest, 'e');
  g_autofree char *digits = NULL;
  g_autofree char *text = NULL;

  if (power == 0)
    return number;
  digits = exponent != NULL ? g_strndup (shortest, (gsize) (exponent - shortest)) : g_strdup (shortest);
  text = g_strdup_printf ("%se%d", digits, (exponent != NULL ? atoi (exponent + 1) : 0) - power);

  return g_ascii_strtod (text, NULL);
}

/* The number that stands in the cell, in the scale that it is shown in; NaN where
 * there is none that can be shown. */
static double
get_scaled (const TbComparison *comparison,
            gsize               row,
            gsize               column,
            const Shown        *shown,
            TbLanguage          language)
{
  double number = tb_comparison_get_number (comparison, row, column);
  double unit = pow (10, -shown->decimals);

  if (isnan (number) || isinf (number))
    return NAN;
  /* The scale of the row, where the cell is in it; percentages and points are in none. */
  for (int power = 0; power <= 12; power++)
    {
      double scaled = shift (number, power);
      double beside = fabs (scaled - shown->value);

      if (power != 0 && tb_number_scale_for_power (power, language).power != power)
        continue;
      if (beside <= unit * 0.5 * (1 + 1e-9) + fabs (scaled) * 1e-15)
        return scaled;
      /* A bound, which is rounded to where it claims no more than is known. */
      if (beside <= unit && shown->value != 0)
        return shown->value;
    }

  return NAN;
}

/* A refusal's reason is read where the dash is. */
static void
init_text (TbTableCell  *self,
           const char   *shown)
{
  self->kind = *shown == '\0' && *self->letters == '\0' ? TB_CELL_EMPTY : TB_CELL_TEXT;
}

static gboolean
is_in_percent (const TbComparison *comparison,
               gsize               row,
               gsize               column)
{
  TbColumnKind kind = tb_comparison_get_column (comparison, column)->kind;
  TbDecimal factor;

  return (kind == TB_COLUMN_FIGURE || kind == TB_COLUMN_TARGET || kind == TB_COLUMN_ACTUAL)
         && tb_unit_points_factor (tb_series_get_info (tb_comparison_get_series (comparison, row))->unit, &factor)
         && tb_decimal_compare (factor, TB_DECIMAL_ONE) == 0;
}

static gboolean
init_number (TbTableCell        *self,
             const TbComparison *comparison,
             gsize               row,
             gsize               column,
             const char         *text,
             TbLanguage          language)
{
  const char *approximately = g_str_has_prefix (text, "≈0") ? "≈0" : NULL;
  Shown shown;

  if (!read_shown (text, &shown) || shown.n_digits > MOST_DIGITS || shown.decimals > MOST_DECIMALS)
    return FALSE;
  self->number = approximately != NULL ? tb_comparison_get_number (comparison, row, column)
                                       : get_scaled (comparison, row, column, &shown, language);
  if (isnan (self->number))
    return FALSE;

  self->format.is_zero = approximately != NULL && shown.value == 0;
  self->kind = shown.is_percent || is_in_percent (comparison, row, column)
               || tb_comparison_get_column (comparison, column)->kind == TB_COLUMN_RELATIVE
                 ? TB_CELL_PERCENT : TB_CELL_NUMBER;
  if (self->kind == TB_CELL_PERCENT)
    self->number = shift (self->number, 2);
  self->prefix = g_strndup (text, (gsize) (shown.prefix_end - text));
  self->suffix = g_strdup (shown.suffix);
  self->format.decimals = shown.decimals;
  self->format.is_signed = shown.is_signed
                           || tb_column_get_group (tb_comparison_get_column (comparison, column)->kind)
                                  == TB_GROUP_CHANGES
                           || tb_comparison_get_column (comparison, column)->kind == TB_COLUMN_GAP;

  return TRUE;
}

/* Letters above the line; there is none for q. */
static void
append_raised (GString    *text,
               const char *mark)
{
  static const char *const raised[] = {
    "ᵃ", "ᵇ", "ᶜ", "ᵈ", "ᵉ", "ᶠ", "ᵍ", "ʰ", "ⁱ", "ʲ", "ᵏ", "ˡ", "ᵐ",
    "ⁿ", "ᵒ", "ᵖ", "(q)", "ʳ", "ˢ", "ᵗ", "ᵘ", "ᵛ", "ʷ", "ˣ", "ʸ", "ᶻ",
  };

  for (const char *p = mark; *p != '\0'; p++)
    g_string_append (text, raised[*p - 'a']);
}

/* What stands behind a figure: " P ᵃ"; "" for nothing. */
static char *
dup_letters (const TbTableNotes *notes,
             gsize               row,
             gsize               column)
{
  g_autofree char *status = tb_table_notes_dup_status (notes, row, column);
  guint note = tb_table_notes_find (notes, row, column);
  GString *letters = g_string_new (NULL);

  if (status != NULL)
    g_string_append_printf (letters, " %s", status);
  if (note != 0)
    {
      g_autofree char *mark = tb_table_notes_dup_mark (note);

      g_string_append_c (letters, ' ');
      append_raised (letters, mark);
    }

  return g_string_free_and_steal (letters);
}

/**
 * tb_table_cell_init:
 * @self: (out caller-allocates): a cell
 * @notes: of the table
 * @comparison: a table
 * @row: a row
 * @column: a column
 * @language: the table's language
 *
 * Reads a cell. Its number is in the scale of its row ("亿元"), that of a
 * percentage is a fraction, and of a difference in percentage points the points.
 * Ranges, words, and numbers of more digits than spreadsheets hold are texts.
 *
 * Thread: any.
 */
void
tb_table_cell_init (TbTableCell        *self,
                    const TbTableNotes *notes,
                    const TbComparison *comparison,
                    gsize               row,
                    gsize               column,
                    TbLanguage          language)
{
  g_autofree char *shown = tb_comparison_dup_cell (comparison, row, column, language);
  guint note = tb_table_notes_find (notes, row, column);
  gboolean is_number = FALSE;

  *self = (TbTableCell) { .number = NAN };
  self->letters = dup_letters (notes, row, column);
  self->text = g_strconcat (shown, self->letters, NULL);

  if (tb_comparison_get_column (comparison, column)->kind == TB_COLUMN_DEADLINE)
    {
      double day = tb_comparison_get_number (comparison, row, column);

      self->day = isnan (day) ? 0 : (TbDay) day;
      self->kind = TB_CELL_DAY;
    }
  else
    is_number = tb_table_is_of_numbers (comparison, column)
                && init_number (self, comparison, row, column, shown, language);
  if (!is_number && self->day == 0)
    {
      init_text (self, shown);
      self->note = note != 0 ? g_strdup (tb_table_notes_get_text (notes, note)) : NULL;
    }
  self->format.kind = self->kind;
  self->format.prefix = self->prefix != NULL ? self->prefix : "";
  self->format.suffix = self->suffix != NULL ? self->suffix : "";
  self->format.letters = self->letters;
  self->format.pad_letters = "";
}

/**
 * tb_table_cell_clear:
 * @self: a cell
 */
void
tb_table_cell_clear (TbTableCell *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->prefix, g_free);
  g_clear_pointer (&self->suffix, g_free);
  g_clear_pointer (&self->letters, g_free);
}

/**
 * tb_cell_measure:
 * @text: a line
 *
 * Returns: its width, counted in digits: characters of East Asian width are two
 */
int
tb_cell_measure (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

/* The unit of a difference and what is behind it: both come after the digits. */
static gboolean
fits_letters (const TbTableCell *cell)
{
  return strlen (cell->format.suffix) + strlen (cell->letters) < sizeof ((TbCellColumn *) NULL)->letters;
}

/**
 * tb_cell_column_take:
 * @self: a column
 * @cell: one of its cells
 *
 * Widens the column for a cell.
 */
void
tb_cell_column_take (TbCellColumn      *self,
                     const TbTableCell *cell)
{
  g_autofree char *behind = g_strconcat (cell->format.suffix, cell->letters, NULL);

  self->width = MAX (self->width, tb_cell_measure (cell->text) + (cell->kind == TB_CELL_PERCENT));
  if (cell->kind != TB_CELL_NUMBER && cell->kind != TB_CELL_PERCENT)
    return;
  self->decimals = MAX (self->decimals, cell->format.decimals);
  self->percent |= cell->kind == TB_CELL_PERCENT;
  if (fits_letters (cell) && tb_cell_measure (behind) > tb_cell_measure (self->letters))
    g_strlcpy (self->letters, behind, sizeof self->letters);
}

/**
 * tb_cell_column_fit:
 * @self: a column, of which all cells were taken
 * @cell: (inout): one of them
 *
 * Pads a cell, so that the points of the column stand below each other.
 */
void
tb_cell_column_fit (const TbCellColumn *self,
                    TbTableCell        *cell)
{
  TbCellFormat *format = &cell->format;
  int width = tb_cell_measure (format->suffix) + tb_cell_measure (format->letters);
  const char *pad = self->letters;

  if (cell->kind != TB_CELL_NUMBER && cell->kind != TB_CELL_PERCENT)
    return;
  format->pad_decimals = MIN (self->decimals - format->decimals, MOST_PAD_DECIMALS);
  format->pad_point = format->decimals == 0 && format->pad_decimals > 0;
  format->pad_percent = self->percent && cell->kind != TB_CELL_PERCENT;
  for (; *pad != '\0' && width > 0; pad = g_utf8_next_char (pad))
    width -= g_unichar_iswide (g_utf8_get_char (pad)) ? 2 : 1;
  format->pad_letters = pad;
}
