/* The styles of an OpenDocument spreadsheet: cells, numbers, days, page.
 *
 * OpenDocument 1.3, part 3: 16 (styles), 16.29 (number styles).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-table-ods-private.h"

#include "tb-markup-private.h"
#include "tb-theme.h"

#include <math.h>
#include <string.h>

/* A digit of the font, in millimetres. */
#define DIGIT_MM 1.9

#define HEAD_FILL "#f4f5f7"
#define SIZE "10pt"

#define FIGURE_SPACE "\xE2\x80\x87"
#define POINT_SPACE "\xE2\x80\x88"
#define NO_BREAK_SPACE "\xC2\xA0"

void
tb_ods_styles_init (TbOdsStyles *self,
                    TbLanguage   language)
{
  self->xml = g_string_new (NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->language = language;
}

void
tb_ods_styles_clear (TbOdsStyles *self)
{
  g_string_free (self->xml, TRUE);
  g_hash_table_unref (self->names);
}

/* The name of a look, NULL where it is new. */
static const char *
find (const TbOdsStyles *self,
      const char        *look)
{
  return g_hash_table_lookup (self->names, look);
}

static const char *
name_look (TbOdsStyles *self,
           const char  *look,
           const char  *prefix)
{
  char *name = g_strdup_printf ("%s%u", prefix, g_hash_table_size (self->names) + 1);

  g_hash_table_insert (self->names, g_strdup (look), name);

  return name;
}

static void
append_color (GString    *xml,
              const char *attribute,
              TbColor     color)
{
  g_string_append_printf (xml, " %s=\"#%02x%02x%02x\"", attribute, (guint) lround (color.r * 255),
                          (guint) lround (color.g * 255), (guint) lround (color.b * 255));
}

static void
append_rule (GString    *xml,
             const char *side,
             const char *width,
             TbColor     color)
{
  g_string_append_printf (xml, " fo:border-%s=\"%s solid #%02x%02x%02x\"", side, width, (guint) lround (color.r * 255),
                          (guint) lround (color.g * 255), (guint) lround (color.b * 255));
}

static gboolean
is_head (TbOdsStyle style)
{
  return style == TB_ODS_HEAD || style == TB_ODS_HEAD_NUMBER || style == TB_ODS_HEAD_WORDS
         || style == TB_ODS_FIELD_HEAD;
}

static gboolean
is_band (TbOdsStyle style)
{
  return style == TB_ODS_BAND || style == TB_ODS_WIDE_BAND;
}

static gboolean
is_body (TbOdsStyle style)
{
  return style == TB_ODS_NAME || style == TB_ODS_UNIT || style == TB_ODS_WORDS || style == TB_ODS_NUMBER;
}

static void
append_cell_rules (GString *xml,
                   guint    style)
{
  const TbTheme *theme = tb_theme_get (TB_STYLE_LIGHT);
  TbOdsStyle kind = (TbOdsStyle) (style & TB_ODS_STYLE_MASK);

  if (is_head (kind))
    append_rule (xml, "bottom", "0.75pt", theme->axis);
  if (is_band (kind))
    append_rule (xml, "top", "1.5pt", theme->series[0]);
  if (is_body (kind))
    append_rule (xml, "bottom", "0.5pt", (style & TB_ODS_LAST_ROW) != 0 ? theme->axis : theme->grid);
  if ((style & TB_ODS_NEW_BAND) != 0)
    append_rule (xml, "left", "0.5pt", theme->grid);
  if (is_head (kind) || is_band (kind))
    g_string_append (xml, " fo:background-color=\"" HEAD_FILL "\"");
}

static void
append_cell_box (GString *xml,
                 guint    style)
{
  TbOdsStyle kind = (TbOdsStyle) (style & TB_ODS_STYLE_MASK);
  gboolean wraps = is_head (kind) || is_band (kind) || kind == TB_ODS_NAME || kind == TB_ODS_UNIT
                   || kind == TB_ODS_WORDS || kind == TB_ODS_FOOT;
  const char *vertical = is_head (kind) ? "bottom" : kind == TB_ODS_FOOT ? "top" : "middle";

  g_string_append_printf (xml, "<style:table-cell-properties style:vertical-align=\"%s\"%s", vertical,
                          wraps ? " fo:wrap-option=\"wrap\"" : "");
  append_cell_rules (xml, style);
  if (kind != TB_ODS_TITLE && kind != TB_ODS_SUBTITLE && kind != TB_ODS_FOOT && kind != TB_ODS_FIELD)
    g_string_append (xml, " fo:padding=\"0.6mm\"");
  g_string_append (xml, "/>");
}

static void
append_cell_text (GString *xml,
                  guint    style)
{
  const TbTheme *theme = tb_theme_get (TB_STYLE_LIGHT);
  TbOdsStyle kind = (TbOdsStyle) (style & TB_ODS_STYLE_MASK);
  gboolean is_right = kind == TB_ODS_NUMBER || kind == TB_ODS_HEAD_NUMBER;
  gboolean is_indented = kind == TB_ODS_WORDS || kind == TB_ODS_HEAD_WORDS || kind == TB_ODS_WIDE_BAND;
  gboolean is_muted = kind == TB_ODS_UNIT || kind == TB_ODS_SUBTITLE || kind == TB_ODS_FOOT || is_band (kind);
  gboolean is_bold = kind == TB_ODS_TITLE || is_head (kind) || (style & TB_ODS_TOTAL) != 0;

  if (is_right || is_indented || kind == TB_ODS_BAND)
    g_string_append_printf (xml, "<style:paragraph-properties fo:text-align=\"%s\"%s/>",
                            is_right ? "end" : kind == TB_ODS_BAND ? "center" : "start",
                            is_indented ? " fo:margin-left=\"2mm\"" : "");
  g_string_append (xml, "<style:text-properties");
  append_color (xml, "fo:color", is_muted ? theme->text_muted : theme->text);
  if (kind == TB_ODS_TITLE || kind == TB_ODS_FOOT)
    {
      const char *size = kind == TB_ODS_TITLE ? "15pt" : "9pt";

      g_string_append_printf (xml, " fo:font-size=\"%s\" style:font-size-asian=\"%s\"", size, size);
    }
  if (is_bold)
    g_string_append (xml, " fo:font-weight=\"bold\" style:font-weight-asian=\"bold\"");
  g_string_append (xml, "/>");
}

const char *
tb_ods_styles_get_cell (TbOdsStyles *self,
                        guint        style,
                        const char  *data)
{
  g_autofree char *look = g_strdup_printf ("cell %u %s", style, data != NULL ? data : "");
  const char *name = find (self, look);

  if (name != NULL)
    return name;
  name = name_look (self, look, "ce");
  g_string_append_printf (self->xml, "<style:style style:name=\"%s\" style:family=\"table-cell\""
                          " style:parent-style-name=\"Default\"", name);
  if (data != NULL)
    g_string_append_printf (self->xml, " style:data-style-name=\"%s\"", data);
  g_string_append_c (self->xml, '>');
  append_cell_box (self->xml, style);
  append_cell_text (self->xml, style);
  g_string_append (self->xml, "</style:style>\n");

  return name;
}

static void
append_words (GString    *xml,
              const char *words)
{
  if (*words == '\0')
    return;
  g_string_append (xml, "<number:text>");
  /* A space at an end would be taken for white space of the XML. */
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *one = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));

      tb_markup_append (xml, *p == ' ' ? NO_BREAK_SPACE : one);
    }
  g_string_append (xml, "</number:text>");
}

/* As wide as other cells' digits, point, per cent and letters, so nearly. */
static char *
make_pad (const TbCellFormat *format)
{
  GString *pad = g_string_new (format->pad_point ? POINT_SPACE : NULL);

  for (int i = 0; i < format->pad_decimals; i++)
    g_string_append (pad, FIGURE_SPACE);
  if (format->pad_percent)
    g_string_append (pad, FIGURE_SPACE POINT_SPACE);

  return g_string_free_and_steal (pad);
}

static char *
make_letter_pad (const TbCellFormat *format)
{
  GString *pad = g_string_new (NULL);

  for (const char *p = format->pad_letters; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append (pad, *p == ' ' ? NO_BREAK_SPACE : FIGURE_SPACE);

  return g_string_free_and_steal (pad);
}

static void
append_number (GString            *xml,
               const TbCellFormat *format,
               const char         *sign)
{
  g_autofree char *before = g_strconcat (format->prefix, format->is_zero ? "" : sign, NULL);
  g_autofree char *pad = make_pad (format);
  g_autofree char *letter_pad = make_letter_pad (format);
  g_autofree char *behind = g_strconcat (format->is_zero ? "0" : "", format->kind == TB_CELL_PERCENT ? "%" : "", pad,
                                         format->suffix, format->letters, letter_pad, NULL);

  append_words (xml, before);
  if (!format->is_zero)
    g_string_append_printf (xml, "<number:number number:decimal-places=\"%d\" number:min-decimal-places=\"%d\""
                            " number:min-integer-digits=\"1\" number:grouping=\"true\"/>",
                            format->decimals, format->decimals);
  append_words (xml, behind);
}

static void
append_part (GString            *xml,
             const char         *element,
             const char         *name,
             const char         *part,
             const TbCellFormat *format,
             const char         *sign)
{
  g_string_append_printf (xml, "<number:%s style:name=\"%s%s\" style:volatile=\"true\">", element, name, part);
  append_number (xml, format, sign);
  g_string_append_printf (xml, "</number:%s>\n", element);
}

/* Above, below and at zero: what is below is written without its own sign then. */
const char *
tb_ods_styles_get_number (TbOdsStyles        *self,
                          const TbCellFormat *format)
{
  const char *element = format->kind == TB_CELL_PERCENT ? "percentage-style" : "number-style";
  g_autoptr (GString) look = g_string_new (element);
  const char *name;

  append_number (look, format, format->is_signed ? "+" : "");
  name = find (self, look->str);
  if (name != NULL)
    return name;
  name = name_look (self, look->str, "N");
  append_part (self->xml, element, name, "P0", format, format->is_signed ? "+" : "");
  append_part (self->xml, element, name, "P1", format, "−");
  g_string_append_printf (self->xml, "<number:%s style:name=\"%s\">", element, name);
  append_number (self->xml, format, "");
  g_string_append_printf (self->xml,
                          "<style:map style:condition=\"value()&gt;0\" style:apply-style-name=\"%sP0\"/>"
                          "<style:map style:condition=\"value()&lt;0\" style:apply-style-name=\"%sP1\"/></number:%s>\n",
                          name, name, element);

  return name;
}

const char *
tb_ods_styles_get_day (TbOdsStyles *self,
                       gboolean     plain,
                       const char  *letters)
{
  static const TbPhrase orders = { {
    "<number:day/><number:text>\xC2\xA0</number:text><number:month number:textual=\"true\"/>"
    "<number:text>\xC2\xA0</number:text><number:year number:style=\"long\"/>",
    "<number:year number:style=\"long\"/><number:text>年</number:text><number:month/><number:text>月</number:text>"
    "<number:day/><number:text>日</number:text>" } };
  static const TbPhrase languages = { { " number:language=\"en\" number:country=\"GB\"",
                                        " number:language=\"zh\" number:country=\"CN\"" } };
  g_autofree char *look = g_strdup_printf ("day %d%s", plain, letters);
  const char *name = find (self, look);

  if (name != NULL)
    return name;
  name = name_look (self, look, "N");
  g_string_append_printf (self->xml, "<number:date-style style:name=\"%s\"%s>%s", name,
                          plain ? "" : languages.in[self->language],
                          plain ? "<number:year number:style=\"long\"/><number:text>-</number:text>"
                                  "<number:month number:style=\"long\"/><number:text>-</number:text>"
                                  "<number:day number:style=\"long\"/>"
                                : orders.in[self->language]);
  append_words (self->xml, letters);
  g_string_append (self->xml, "</number:date-style>\n");

  return name;
}

const char *
tb_ods_styles_get_column (TbOdsStyles *self,
                          int          width)
{
  g_autofree char *look = g_strdup_printf ("column %d", width);
  const char *name = find (self, look);
  char millimetres[G_ASCII_DTOSTR_BUF_SIZE];

  if (name != NULL)
    return name;
  name = name_look (self, look, "co");
  g_ascii_formatd (millimetres, sizeof millimetres, "%.1f", width * DIGIT_MM);
  g_string_append_printf (self->xml,
                          "<style:style style:name=\"%s\" style:family=\"table-column\">"
                          "<style:table-column-properties style:column-width=\"%smm\"/></style:style>\n",
                          name, millimetres);

  return name;
}

const char *
tb_ods_styles_get_row (TbOdsStyles *self,
                       double       height)
{
  g_autofree char *look = g_strdup_printf ("row %d", (int) height);
  const char *name = find (self, look);

  if (name != NULL)
    return name;
  name = name_look (self, look, "ro");
  g_string_append_printf (self->xml, "<style:style style:name=\"%s\" style:family=\"table-row\">", name);
  if (height > 0)
    g_string_append_printf (self->xml, "<style:table-row-properties style:row-height=\"%dpt\""
                            " style:use-optimal-row-height=\"false\"/>", (int) height);
  else
    g_string_append (self->xml, "<style:table-row-properties style:use-optimal-row-height=\"true\"/>");
  g_string_append (self->xml, "</style:style>\n");

  return name;
}

void
tb_ods_append_fonts (GString    *xml,
                     TbLanguage  language)
{
  g_string_append (xml, "<office:font-face-decls>"
                   "<style:font-face style:name=\"Text\" svg:font-family=\"Calibri, Carlito, 'Liberation Sans'\"/>"
                   "<style:font-face style:name=\"Chinese\" svg:font-family=\"'Microsoft YaHei', 'Noto Sans CJK SC',"
                   " 'Source Han Sans SC'\"/></office:font-face-decls>\n");
}

void
tb_ods_append_page_styles (GString    *xml,
                           TbLanguage  language,
                           int         n_pages)
{
  static const TbPhrase languages = { { "fo:language=\"en\" fo:country=\"GB\"",
                                        "fo:language=\"en\" fo:country=\"US\"" } };

  g_string_append_printf (xml,
                          "<office:styles><style:default-style style:family=\"table-cell\"><style:text-properties %s"
                          " style:language-asian=\"zh\" style:country-asian=\"CN\" style:font-name=\"Text\""
                          " style:font-name-asian=\"Chinese\" fo:font-size=\"" SIZE "\" style:font-size-asian=\"" SIZE
                          "\"/>"
                          "</style:default-style><style:style style:name=\"Default\" style:family=\"table-cell\"/>"
                          "</office:styles>\n",
                          languages.in[language]);
  g_string_append_printf (xml,
                          "<office:automatic-styles><style:page-layout style:name=\"landscape\">"
                          "<style:page-layout-properties fo:page-width=\"297mm\" fo:page-height=\"210mm\""
                          " style:print-orientation=\"landscape\" fo:margin=\"13mm\" loext:scale-to-X=\"%d\""
                          " loext:scale-to-Y=\"0\"/><style:header-style/><style:footer-style>"
                          "<style:header-footer-properties fo:min-height=\"6mm\" fo:margin-top=\"2mm\"/>"
                          "</style:footer-style></style:page-layout></office:automatic-styles>\n", n_pages);
  g_string_append (
      xml, "<office:master-styles><style:master-page style:name=\"Landscape\""
           " style:page-layout-name=\"landscape\"><style:header style:display=\"false\"/><style:footer>"
           "<style:region-right><text:p><text:page-number>1</text:page-number> / "
           "<text:page-count>1</text:page-count></text:p></style:region-right></style:footer></style:master-page>"
           "</office:master-styles>\n");
}
