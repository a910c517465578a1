/* Writes a dataset as a Frictionless Tabular Data Package: datapackage.json, which
 * says what the columns are, and data.csv, which is tidy.
 *
 * Data Package 1.0 and Table Schema 1.0 (specs.frictionlessdata.io); `categories`
 * is of Table Schema 2.0, older readers pass it over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-writer.h"

#include "tb-save.h"
#include "tb-tidy-row.h"
#include "tb-writer-native.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#define DESCRIPTOR "datapackage.json"
#define DATA "data.csv"

#define NEW_FILE_MODE 0644

/* What each column holds, for people; English, as its name. */
static const char *const descriptions[TB_TIDY_N_COLUMNS] = {
  [TB_TIDY_INDICATOR] = "Id of what is measured; its name and unit are in the categories",
  [TB_TIDY_PLACE] = "Id of the place",
  [TB_TIDY_BREAKDOWN] = "What part of the whole it is: dimension=value, separated by semicolons",
  [TB_TIDY_PERIOD] = "Period in the spelling of SDMX: 2021, 2021-Q3, 2021-03",
  [TB_TIDY_PERIOD_START] = "First day of the period",
  [TB_TIDY_PERIOD_END] = "Last day of the period, inclusive",
  [TB_TIDY_VALUE] = "The figure, multiplier applied, in the unit itself",
  [TB_TIDY_LOW] = "Lower end of a range, multiplier applied",
  [TB_TIDY_HIGH] = "Upper end of a range, multiplier applied",
  [TB_TIDY_UNIT] = "Id of the unit that value, low and high are in",
  [TB_TIDY_MULTIPLIER] = "By which the source's figure was multiplied to give value; it is already applied",
  [TB_TIDY_KIND] = "actual, target, plan or forecast",
  [TB_TIDY_QUALIFIER] = "Whether the value is exact, a bound or an approximation",
  [TB_TIDY_BASIS] = "Whether the figure is of the period alone, of the year to date, or as of its end",
  [TB_TIDY_STATUS] = "Letters of SDMX's code list of observation status, separated by semicolons",
  [TB_TIDY_PUBLISHED_CHANGE] = "Change that the source printed beside the figure",
  [TB_TIDY_PUBLISHED_CHANGE_KIND] = "What the published change is against, and in what",
  [TB_TIDY_SOURCE] = "Id of the source; its title is in the categories",
  [TB_TIDY_VINTAGE] = "Day of which the figure is",
  [TB_TIDY_NOTE] = "Note of the source on this figure",
};

static const char *const types[] = {
  [TB_TIDY_TEXT] = "string", [TB_TIDY_NUMBER] = "number", [TB_TIDY_DAY] = "date",
};

/* Lower-case letters, digits, "-", "_" and "." are what a name may have. */
static char *
make_name (const char *text,
           gboolean    lower,
           const char *fallback)
{
  GString *name = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_plain = g_ascii_isalnum (*p) || *p == '.' || *p == '_';

      if (is_plain)
        g_string_append_c (name, lower ? g_ascii_tolower (*p) : *p);
      else if (name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }
  if (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    g_string_assign (name, fallback);

  return g_string_free_and_steal (name);
}

static const char *
get_text (const TbText *text)
{
  return tb_text_is_empty (text) ? NULL : tb_text_get (text, TB_LANGUAGE_EN);
}

/* Titles are strings in the specification; what there is in other languages
 * stands beside. */
static void
write_titles (TbJsonObject *object,
              const char   *key,
              const char   *key_of_all,
              const TbText *text)
{
  tb_json_object_string (object, key, get_text (text));
  if (text->n_entries > 1)
    tb_native_write_text (object, key_of_all, text);
}

static void
open_item (TbJsonObject *item,
           GString      *out,
           const char   *indent,
           gsize         i)
{
  g_string_append_printf (out, "%s\n%s", i > 0 ? "," : "", indent);
  tb_json_object_open (item, out, TB_JSON_ONE_LINE);
}

static void
write_licences (TbJsonObject *root,
                const char   *licence)
{
  g_autofree char *name = licence != NULL ? make_name (licence, FALSE, "other") : NULL;
  TbJsonObject item;

  if (licence == NULL)
    return;
  tb_json_object_key (root, "licenses");
  g_string_append_c (root->out, '[');
  open_item (&item, root->out, "    ", 0);
  tb_json_object_string (&item, "name", name);
  tb_json_object_string (&item, "title", licence);
  tb_json_object_close (&item);
  g_string_append (root->out, "\n  ]");
}

static void
write_contributors (TbJsonObject *root,
                    const TbText *publisher)
{
  TbJsonObject item;

  if (tb_text_is_empty (publisher))
    return;
  tb_json_object_key (root, "contributors");
  g_string_append_c (root->out, '[');
  open_item (&item, root->out, "    ", 0);
  write_titles (&item, "title", "titles", publisher);
  tb_json_object_string (&item, "role", "publisher");
  tb_json_object_close (&item);
  g_string_append (root->out, "\n  ]");
}

static char *
make_source_title (const TbSource *source)
{
  const char *publisher = get_text (&source->publisher);
  const char *title = get_text (&source->title);

  if (publisher != NULL && title != NULL)
    return g_strconcat (publisher, ", ", title, NULL);

  return g_strdup (publisher != NULL ? publisher : title != NULL ? title : source->id);
}

static void
write_sources (TbJsonObject    *root,
               const TbCatalog *catalog)
{
  gsize n = tb_catalog_get_n_sources (catalog);

  if (n == 0)
    return;
  tb_json_object_key (root, "sources");
  g_string_append_c (root->out, '[');
  for (gsize i = 0; i < n; i++)
    {
      const TbSource *source = tb_catalog_get_source (catalog, i);
      g_autofree char *title = make_source_title (source);
      TbJsonObject item;

      open_item (&item, root->out, "    ", i);
      tb_json_object_string (&item, "title", title);
      tb_json_object_string (&item, "path", source->url);
      tb_native_write_day (&item, "published", source->published);
      tb_json_object_close (&item);
    }
  g_string_append (root->out, "\n  ]");
}

static void
write_category (TbJsonObject *field,
                gsize         i,
                const char   *value,
                const char   *label,
                const char   *unit,
                const char   *description)
{
  TbJsonObject item;

  open_item (&item, field->out, "              ", i);
  tb_json_object_string (&item, "value", value);
  tb_json_object_string (&item, "label", label);
  tb_json_object_string (&item, "unit", unit);
  tb_json_object_string (&item, "description", description);
  tb_json_object_close (&item);
}

static void
write_category_at (TbJsonObject    *field,
                   TbTidyColumn     column,
                   const TbCatalog *catalog,
                   gsize            i)
{
  if (column == TB_TIDY_INDICATOR)
    {
      const TbIndicator *indicator = tb_catalog_get_indicator (catalog, i);

      write_category (field, i, indicator->id, get_text (&indicator->name), indicator->unit->id,
                      get_text (&indicator->description));
    }
  else if (column == TB_TIDY_PLACE)
    {
      const TbPlace *place = tb_catalog_get_place (catalog, i);

      write_category (field, i, place->id, get_text (&place->name), NULL, NULL);
    }
  else if (column == TB_TIDY_UNIT)
    {
      const TbUnit *unit = tb_catalog_get_unit (catalog, i);

      write_category (field, i, unit->id, get_text (&unit->name), NULL, NULL);
    }
  else
    {
      const TbSource *source = tb_catalog_get_source (catalog, i);
      g_autofree char *title = make_source_title (source);

      write_category (field, i, source->id, title, NULL, NULL);
    }
}

/* What the ids in a column stand for. */
static void
write_categories (TbJsonObject    *field,
                  TbTidyColumn     column,
                  const TbCatalog *catalog)
{
  gsize n = column == TB_TIDY_INDICATOR ? tb_catalog_get_n_indicators (catalog)
            : column == TB_TIDY_PLACE   ? tb_catalog_get_n_places (catalog)
            : column == TB_TIDY_UNIT    ? tb_catalog_get_n_units (catalog)
            : column == TB_TIDY_SOURCE  ? tb_catalog_get_n_sources (catalog)
                                        : 0;

  if (n == 0)
    return;
  tb_json_object_key (field, "categories");
  g_string_append_c (field->out, '[');
  for (gsize i = 0; i < n; i++)
    write_category_at (field, column, catalog, i);
  g_string_append (field->out, "\n            ]");
}

static void
write_schema (GString         *out,
              const TbCatalog *catalog)
{
  g_string_append (out, "{\n        \"fields\": [");
  for (int i = 0; i < TB_TIDY_N_COLUMNS; i++)
    {
      TbTidyColumn column = (TbTidyColumn) i;
      TbJsonObject field;

      g_string_append (out, i > 0 ? ",\n          " : "\n          ");
      tb_json_object_open (&field, out, TB_JSON_ONE_LINE);
      tb_json_object_string (&field, "name", tb_tidy_get_name (column));
      tb_json_object_string (&field, "type", types[tb_tidy_get_type (column)]);
      tb_json_object_string (&field, "description", descriptions[i]);
      write_categories (&field, column, catalog);
      tb_json_object_close (&field);
    }
  g_string_append (out, "\n        ],\n        \"missingValues\": [\"\"]\n      }");
}

static void
write_resource (GString         *out,
                const TbCatalog *catalog,
                GBytes          *csv)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, csv);
  g_autofree char *marked = g_strconcat ("sha256:", hash, NULL);
  TbJsonObject resource;

  tb_json_object_open (&resource, out, 6);
  tb_json_object_string (&resource, "name", "data");
  tb_json_object_string (&resource, "path", DATA);
  tb_json_object_string (&resource, "profile", "tabular-data-resource");
  tb_json_object_string (&resource, "format", "csv");
  tb_json_object_string (&resource, "mediatype", "text/csv");
  tb_json_object_string (&resource, "encoding", "utf-8");
  tb_json_object_decimal (&resource, "bytes", (TbDecimal) { (gint64) g_bytes_get_size (csv), 0 });
  tb_json_object_string (&resource, "hash", marked);
  tb_json_object_key (&resource, "schema");
  write_schema (out, catalog);
  tb_json_object_close (&resource);
}

static GBytes *
make_descriptor (const TbDataset *dataset,
                 GBytes          *csv)
{
  const TbDatasetInfo *info = tb_dataset_get_info (dataset);
  const TbCatalog *catalog = tb_dataset_get_catalog ((TbDataset *) dataset);
  const char *title = get_text (&info->title);
  g_autofree char *name = make_name (title != NULL ? title : "", TRUE, "dataset");
  g_autofree char *day = info->updated != 0 ? tb_day_to_string (info->updated) : NULL;
  g_autofree char *created = day != NULL ? g_strconcat (day, "T00:00:00Z", NULL) : NULL;
  GString *out = g_string_new (NULL);
  TbJsonObject root;

  tb_json_object_open (&root, out, 2);
  tb_json_object_string (&root, "profile", "tabular-data-package");
  tb_json_object_string (&root, "name", name);
  write_titles (&root, "title", "titles", &info->title);
  write_titles (&root, "description", "descriptions", &info->description);
  tb_json_object_string (&root, "created", created);
  write_licences (&root, info->licence);
  write_contributors (&root, &info->publisher);
  write_sources (&root, catalog);
  tb_json_object_key (&root, "resources");
  g_string_append (out, "[\n    ");
  write_resource (out, catalog, csv);
  g_string_append (out, "\n  ]");
  tb_json_object_close (&root);
  g_string_append_c (out, '\n');

  return g_string_free_to_bytes (out);
}

static gboolean
fail_archive (struct archive  *archive,
              GError         **error)
{
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _("The package could not be packed: %s"),
               archive_error_string (archive));

  return FALSE;
}

/* No time is set: libarchive would write it in the zone of the machine. */
static gboolean
pack (struct archive  *archive,
      const char      *name,
      GBytes          *content,
      GError         **error)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length;
  const char *data = g_bytes_get_data (content, &length);
  gboolean packed;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, NEW_FILE_MODE);
  packed = archive_write_header (archive, entry) == ARCHIVE_OK
           && archive_write_data (archive, data, length) == (la_ssize_t) length;
  archive_entry_free (entry);

  return packed || fail_archive (archive, error);
}

static la_ssize_t
append_cb (struct archive *archive,
           void           *data,
           const void     *bytes,
           size_t          length)
{
  GByteArray *array = data;

  if (length > G_MAXUINT - array->len)
    {
      archive_set_error (archive, ENOMEM, "%s", g_strerror (ENOMEM));
      return -1;
    }
  g_byte_array_append (array, bytes, (guint) length);

  return (la_ssize_t) length;
}

/**
 * tb_writer_to_data_package:
 * @dataset: a dataset
 * @error: return location for an error of %G_FILE_ERROR
 *
 * Writes a Tabular Data Package as a .zip of datapackage.json and data.csv, which
 * is what tb_writer_to_csv() writes.
 *
 * Thread: any. The same dataset always gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the file's content
 */
GBytes *
tb_writer_to_data_package (const TbDataset  *dataset,
                           GError          **error)
{
  g_autoptr (GBytes) csv = tb_writer_to_csv (dataset, FALSE);
  g_autoptr (GBytes) descriptor = make_descriptor (dataset, csv);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  struct archive *archive = archive_write_new ();
  gboolean written;

  written = archive_write_set_format_zip (archive) == ARCHIVE_OK
            && archive_write_set_bytes_in_last_block (archive, 1) == ARCHIVE_OK
            && archive_write_open2 (archive, bytes, NULL, append_cb, NULL, NULL) == ARCHIVE_OK;
  if (!written)
    fail_archive (archive, error);
  written = written && pack (archive, DESCRIPTOR, descriptor, error) && pack (archive, DATA, csv, error);
  if (written && archive_write_close (archive) != ARCHIVE_OK)
    written = fail_archive (archive, error);
  archive_write_free (archive);

  return written ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static gboolean
save_in (const char  *folder,
         const char  *name,
         GBytes      *content,
         GError     **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize length;
  const char *data = g_bytes_get_data (content, &length);

  return tb_save_file (path, data, length, error);
}

static gboolean
fail_folder (const char  *folder,
             int          code,
             GError     **error)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), _("Could not write “%s”: %s"), folder,
               g_strerror (code));

  return FALSE;
}

static void
remove_package (const char *folder)
{
  g_autofree char *descriptor = g_build_filename (folder, DESCRIPTOR, NULL);
  g_autofree char *data = g_build_filename (folder, DATA, NULL);

  g_unlink (descriptor);
  g_unlink (data);
  g_rmdir (folder);
}

/* Of the folder beside the place nobody has heard. */
static void
name_place (const char *beside,
            const char *place,
            GError     *error)
{
  g_autoptr (GString) message = g_string_new (error->message);

  g_string_replace (message, beside, place, 0);
  g_free (error->message);
  error->message = g_strdup (message->str);
}

/**
 * tb_writer_save_data_package:
 * @dataset: a dataset
 * @folder: where; it is not there yet, or empty
 * @error: return location for an error of %G_FILE_ERROR
 *
 * Writes a Tabular Data Package as a folder, beside its place and renamed, so that
 * the whole of it is there or nothing. A folder that has files in it is left as it
 * is, with an error.
 *
 * Thread: any.
 *
 * Returns: whether all of it is saved
 */
gboolean
tb_writer_save_data_package (const TbDataset  *dataset,
                             const char       *folder,
                             GError          **error)
{
  g_autoptr (GBytes) csv = tb_writer_to_csv (dataset, FALSE);
  g_autoptr (GBytes) descriptor = make_descriptor (dataset, csv);
  g_autofree char *place = g_canonicalize_filename (folder, NULL);
  g_autofree char *beside = g_strconcat (place, ".XXXXXX", NULL);
  g_autoptr (GError) failure = NULL;
  int code;

  if (g_mkdtemp_full (beside, 0777) == NULL)
    return fail_folder (folder, errno, error);
  if (!save_in (beside, DESCRIPTOR, descriptor, &failure) || !save_in (beside, DATA, csv, &failure))
    {
      remove_package (beside);
      name_place (beside, place, failure);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (g_rename (beside, place) == 0)
    return TRUE;

  code = errno;
  remove_package (beside);

  return fail_folder (folder, code, error);
}
