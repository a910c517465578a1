/* Tables as an OpenDocument spreadsheet: the table as it is displayed, and its
 * figures as tidy rows.
 *
 * OpenDocument 1.3, part 2 (packages) and part 3 (schema).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-table-ods-private.h"

#include "tb-export-private.h"
#include "tb-markup-private.h"
#include "tb-zip-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MEDIA_TYPE "application/vnd.oasis.opendocument.spreadsheet"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

#define NAMESPACES                                                                                                     \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""                                                 \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""                                                   \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""                                                     \
  " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""                                                   \
  " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""                                              \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""                                          \
  " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""                                            \
  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""       \
  " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\""                              \
  " xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\" office:version=\"1.3\""

static void
add_text (TbZipWriter *zip,
          const char  *name,
          GString     *xml)
{
  tb_zip_writer_add (zip, name, xml->str, xml->len, TB_ZIP_DEFLATED);
}

static void
add_manifest (TbZipWriter *zip)
{
  static const char *const files[] = { "content.xml", "styles.xml", "meta.xml", "settings.xml" };
  g_autoptr (GString) xml = g_string_new (
    DECLARATION "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
    " manifest:version=\"1.3\">\n<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\""
    " manifest:media-type=\"" MEDIA_TYPE "\"/>\n");

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    g_string_append_printf (xml, "<manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"text/xml\"/>\n",
                            files[i]);
  g_string_append (xml, "</manifest:manifest>\n");
  add_text (zip, "META-INF/manifest.xml", xml);
}

static void
append_element (GString    *xml,
                const char *element,
                const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (xml, "<%s>", element);
  tb_markup_append (xml, text);
  g_string_append_printf (xml, "</%s>", element);
}

/* No clock: a file without a date of its data has none. */
static void
add_meta (TbZipWriter       *zip,
          const TbTablePage *page)
{
  g_autoptr (GString) xml = g_string_new (DECLARATION "<office:document-meta" NAMESPACES "><office:meta>");
  g_autoptr (GDateTime) created = page->created != 0 ? g_date_time_new_from_unix_utc (page->created) : NULL;
  g_autofree char *date = created != NULL ? g_date_time_format (created, "%Y-%m-%dT%H:%M:%S") : NULL;

  append_element (xml, "meta:generator", TB_EXPORT_CREATOR);
  append_element (xml, "dc:title", page->title);
  append_element (xml, "dc:description", page->source);
  append_element (xml, "dc:creator", page->publisher);
  append_element (xml, "meta:creation-date", date);
  g_string_append (xml, "</office:meta></office:document-meta>\n");
  add_text (zip, "meta.xml", xml);
}

static void
append_item (GString    *xml,
             const char *name,
             const char *type,
             int         value)
{
  g_string_append_printf (xml, "<config:config-item config:name=\"%s\" config:type=\"%s\">", name, type);
  if (g_str_equal (type, "boolean"))
    g_string_append (xml, value != 0 ? "true" : "false");
  else
    g_string_append_printf (xml, "%d", value);
  g_string_append (xml, "</config:config-item>");
}

/* What stays in sight while the rest is scrolled: in both directions "2" is frozen. */
static void
append_view (GString    *xml,
             const char *name,
             int         n_columns,
             int         n_rows,
             gboolean    grid)
{
  g_string_append_printf (xml, "<config:config-item-map-entry config:name=\"%s\">", name);
  append_item (xml, "HorizontalSplitMode", "short", n_columns > 0 ? 2 : 0);
  append_item (xml, "VerticalSplitMode", "short", 2);
  append_item (xml, "HorizontalSplitPosition", "int", n_columns);
  append_item (xml, "VerticalSplitPosition", "int", n_rows);
  append_item (xml, "ActiveSplitRange", "short", n_columns > 0 ? 3 : 2);
  append_item (xml, "PositionLeft", "int", 0);
  append_item (xml, "PositionRight", "int", n_columns);
  append_item (xml, "PositionTop", "int", 0);
  append_item (xml, "PositionBottom", "int", n_rows);
  append_item (xml, "ShowGrid", "boolean", grid);
  g_string_append (xml, "</config:config-item-map-entry>");
}

static void
add_settings (TbZipWriter       *zip,
              const TbTablePage *page)
{
  g_autoptr (GString) xml = g_string_new (
    DECLARATION "<office:document-settings" NAMESPACES "><office:settings>"
    "<config:config-item-set config:name=\"ooo:view-settings\"><config:config-item-map-indexed config:name=\"Views\">"
    "<config:config-item-map-entry><config:config-item config:name=\"ViewId\" config:type=\"string\">view1"
    "</config:config-item><config:config-item-map-named config:name=\"Tables\">");

  append_view (xml, page->table_name, TB_SHEET_N_HEADS, TB_ODS_FIRST_ROW, FALSE);
  append_view (xml, page->data_name, 0, 1, TRUE);
  g_string_append_printf (xml, "</config:config-item-map-named><config:config-item config:name=\"ActiveTable\""
                          " config:type=\"string\">%s</config:config-item></config:config-item-map-entry>"
                          "</config:config-item-map-indexed></config:config-item-set></office:settings>"
                          "</office:document-settings>\n", page->table_name);
  add_text (zip, "settings.xml", xml);
}

static void
add_styles (TbZipWriter *zip,
            TbLanguage   language,
            int          n_pages)
{
  g_autoptr (GString) xml = g_string_new (DECLARATION "<office:document-styles" NAMESPACES ">\n");

  tb_ods_append_fonts (xml, language);
  tb_ods_append_page_styles (xml, language, n_pages);
  g_string_append (xml, "</office:document-styles>\n");
  add_text (zip, "styles.xml", xml);
}

static void
add_content (TbZipWriter         *zip,
             const TbComparison  *comparison,
             const TbTablePage   *page,
             const TbTableWidths *widths,
             const TbSheetLimits *limits,
             TbLanguage           language)
{
  g_autoptr (GString) xml = g_string_new (DECLARATION "<office:document-content" NAMESPACES ">\n");
  g_autoptr (GString) body = g_string_new (NULL);
  g_auto (TbOdsStyles) styles = { 0 };

  tb_ods_styles_init (&styles, language);
  tb_ods_append_table (body, &styles, comparison, page, widths, limits);
  tb_ods_append_data (body, &styles, comparison, page, limits);
  tb_ods_append_fonts (xml, language);
  g_string_append (
      xml, "<office:automatic-styles><style:style style:name=\"ta1\" style:family=\"table\""
           " style:master-page-name=\"Landscape\"><style:table-properties table:display=\"true\"/></style:style>\n");
  g_string_append_len (xml, styles.xml->str, (gssize) styles.xml->len);
  g_string_append (xml, "</office:automatic-styles>\n<office:body><office:spreadsheet>\n");
  g_string_append_len (xml, body->str, (gssize) body->len);
  g_string_append (xml, "</office:spreadsheet></office:body></office:document-content>\n");
  add_text (zip, "content.xml", xml);
}

GBytes *
tb_table_to_ods_within (const TbComparison   *comparison,
                        TbLanguage            language,
                        const TbSheetLimits  *limits,
                        GError              **error)
{
  g_autoptr (TbTablePage) page = tb_table_page_new (comparison, language, limits, error);
  g_autoptr (TbTableWidths) widths = NULL;
  g_autoptr (TbZipWriter) zip = NULL;
  GBytes *bytes;

  if (page == NULL)
    return NULL;
  widths = tb_table_widths_new (comparison, page, language);
  zip = tb_zip_writer_new ();
  tb_zip_writer_add (zip, "mimetype", MEDIA_TYPE, strlen (MEDIA_TYPE), TB_ZIP_STORED);
  add_manifest (zip);
  add_meta (zip, page);
  add_settings (zip, page);
  add_styles (zip, language, tb_table_widths_count_pages (widths));
  add_content (zip, comparison, page, widths, limits, language);
  bytes = tb_zip_writer_finish (zip);
  if (bytes == NULL)
    g_set_error_literal (error, TB_EXPORT_ERROR, TB_EXPORT_ERROR_SIZE,
                         _("The spreadsheet would be larger than 2 GB; expected a smaller selection"));

  return bytes;
}

GBytes *
tb_table_to_ods (const TbComparison  *comparison,
                 TbLanguage           language,
                 GError             **error)
{
  static const TbSheetLimits limits = TB_SHEET_LIMITS;

  return tb_table_to_ods_within (comparison, language, &limits, error);
}
