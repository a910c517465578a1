/* Tells files of other programs, which hold no figures that are read here.
 *
 * People have workbooks, pages that a server sent in place of a file, and archives
 * of other kinds. What such a file is can be told from its first bytes; that it is no
 * UTF-8 would be true, and of no help.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-file-kind.h"

#include "tb-file-kind-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bytes in which a text says what it is, and a binary file shows that it is none. */
#define LOOKED_BYTES 4096
#define LOOKED_BINARY_BYTES 512

/* Control characters by which a file with zero bytes is no text in UTF-16. */
#define LEAST_CONTROLS 4

static const char *const remedies[] = {
  [TB_REMEDY_SHEET] = N_("csv in UTF-8, as which a spreadsheet program saves the sheet"),
  [TB_REMEDY_DOCUMENT] = N_("the figures themselves, such as csv or JSON from where it was published"),
  [TB_REMEDY_UNPACK] = N_("the file in it: unpack it first, or pack it as .zip or .gz"),
  [TB_REMEDY_EXPORT] = N_("csv in UTF-8, written by the program that it is of"),
  [TB_REMEDY_PAGE] = N_("the file of figures, in place of which a server may have sent the page, or its table "
                        "saved as csv by a spreadsheet program"),
  [TB_REMEDY_SDMX] = N_("SDMX-JSON or SDMX-CSV, which the same services offer"),
  [TB_REMEDY_XML] = N_("the same figures as csv or JSON, in place of which a server may have sent an error"),
  [TB_REMEDY_OTHER] = N_("a file of figures, such as csv or JSON"),
};

/* Some first bytes of what people take for files of figures, or keep beside them. */
#define KIND_AT(offset, magic, what, remedy) { offset, magic, sizeof magic - 1, what, remedy }
#define KIND(magic, what, remedy) KIND_AT (0, magic, what, remedy)

static const struct
{
  gsize       offset;
  const char *magic;
  gsize       length;
  const char *what;
  TbRemedy    remedy;
} kinds[] = {
  KIND ("%PDF-", N_("a PDF document"), TB_REMEDY_DOCUMENT),
  KIND ("{\\rtf", N_("a document in Rich Text Format"), TB_REMEDY_DOCUMENT),
  KIND ("%!PS", N_("a PostScript document"), TB_REMEDY_DOCUMENT),
  KIND ("\x89PNG\r\n\x1a\n", N_("a picture (PNG)"), TB_REMEDY_DOCUMENT),
  KIND ("\xff\xd8\xff", N_("a picture (JPEG)"), TB_REMEDY_DOCUMENT),
  KIND ("GIF87a", N_("a picture (GIF)"), TB_REMEDY_DOCUMENT),
  KIND ("GIF89a", N_("a picture (GIF)"), TB_REMEDY_DOCUMENT),
  KIND ("II*\0", N_("a picture (TIFF)"), TB_REMEDY_DOCUMENT),
  KIND ("MM\0*", N_("a picture (TIFF)"), TB_REMEDY_DOCUMENT),
  KIND ("Rar!\x1a\x07", N_("a RAR archive"), TB_REMEDY_UNPACK),
  KIND ("7z\xbc\xaf\x27\x1c", N_("a 7z archive"), TB_REMEDY_UNPACK),
  KIND ("\xfd" "7zXZ\0", N_("a file packed by xz"), TB_REMEDY_UNPACK),
  KIND_AT (4, "1AY&SY", N_("a file packed by bzip2"), TB_REMEDY_UNPACK),
  KIND ("\x28\xb5\x2f\xfd", N_("a file packed by zstd"), TB_REMEDY_UNPACK),
  KIND ("SQLite format 3\0", N_("an SQLite database"), TB_REMEDY_EXPORT),
  KIND ("\0\1\0\0Standard ", N_("an Access database"), TB_REMEDY_EXPORT),
  KIND ("PAR1\x15", N_("a Parquet file"), TB_REMEDY_EXPORT),
  KIND ("ARROW1\0\0", N_("an Arrow file"), TB_REMEDY_EXPORT),
  KIND ("\x89HDF\r\n\x1a\n", N_("an HDF5 file"), TB_REMEDY_EXPORT),
  KIND ("CDF\1", N_("a NetCDF file"), TB_REMEDY_EXPORT),
  KIND ("$FL2@(#)", N_("an SPSS file"), TB_REMEDY_EXPORT),
  KIND ("<stata_dta>", N_("a Stata file"), TB_REMEDY_EXPORT),
  KIND ("RDX2\n", N_("an R file"), TB_REMEDY_EXPORT),
  KIND ("RDX3\n", N_("an R file"), TB_REMEDY_EXPORT),
  KIND ("\xde\x12\x04\x95", N_("a gettext catalog of translations"), TB_REMEDY_OTHER),
  KIND ("\x95\x04\x12\xde", N_("a gettext catalog of translations"), TB_REMEDY_OTHER),
  KIND ("\x7f" "ELF", N_("a program"), TB_REMEDY_OTHER),
};

static gboolean
report (TbProblems *problems,
        const char *what,
        TbRemedy    remedy)
{
  /* Translators: what a file is, and what is to be opened in its place */
  tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "", _("this is %s; expected %s"), _(what), _(remedies[remedy]));
  return TRUE;
}

/* JSON and text in UTF-16 have zero bytes too, but other control characters are rare in them. */
static gboolean
is_binary (const char *data,
           gsize       length)
{
  gsize n_zeros = 0, n_controls = 0;

  if (tb_bytes_begin_with (data, length, "\xff\xfe", 2) || tb_bytes_begin_with (data, length, "\xfe\xff", 2)
      || tb_bytes_begin_with (data, length, "\0\0\xfe\xff", 4) || (length > 0 && (*data == '{' || *data == '[')))
    return FALSE;

  for (gsize i = 0; i < MIN (length, LOOKED_BINARY_BYTES); i++)
    {
      n_zeros += data[i] == '\0';
      n_controls += data[i] > '\0' && data[i] < ' ' && !g_ascii_isspace (data[i]);
    }

  return n_zeros > 0 && n_controls >= LEAST_CONTROLS;
}

/**
 * tb_file_kind_refuse:
 * @data: (array length=length): the content of a file
 * @length: in bytes
 * @problems: where it is said what the file is, and what is expected in its place
 *
 * Looks for the marks of workbooks, documents, pictures, archives and databases.
 *
 * Thread: any. Cost: the first bytes, and of a .zip the directory at its end.
 *
 * Returns: whether it is such a file, which is reported; what is left may be a text or an archive
 */
gboolean
tb_file_kind_refuse (const void *data,
                     gsize       length,
                     TbProblems *problems)
{
  TbRemedy remedy;
  const char *what = tb_file_kind_find_office (data, length, &remedy);

  if (what != NULL)
    return report (problems, what, remedy);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (length > kinds[i].offset
          && tb_bytes_begin_with ((const char *) data + kinds[i].offset, length - kinds[i].offset, kinds[i].magic,
                          kinds[i].length))
        return report (problems, kinds[i].what, kinds[i].remedy);
    }

  return !tb_file_kind_is_archive (data, length) && is_binary (data, length)
         && report (problems, N_("a binary file of an unknown kind"), TB_REMEDY_OTHER);
}

/* In the order in which they are looked for: any of these may be XML. Small letters. */
static const struct
{
  const char *word;
  const char *what;
  TbRemedy    remedy;
} markups[] = {
  { "urn:schemas-microsoft-com:office:spreadsheet", N_("an Excel workbook saved as XML"), TB_REMEDY_SHEET },
  { "opendocument.spreadsheet", N_("an OpenDocument spreadsheet saved as XML"), TB_REMEDY_SHEET },
  { "<html", N_("a page of the web (HTML)"), TB_REMEDY_PAGE },
  { "<!doctype html", N_("a page of the web (HTML)"), TB_REMEDY_PAGE },
  { "<head", N_("a page of the web (HTML)"), TB_REMEDY_PAGE },
  { "<body", N_("a page of the web (HTML)"), TB_REMEDY_PAGE },
  { "<table", N_("a page of the web (HTML)"), TB_REMEDY_PAGE },
  { "sdmx.org/resources/sdmxml", N_("an SDMX-ML file"), TB_REMEDY_SDMX },
  { "<svg", N_("a picture (SVG)"), TB_REMEDY_DOCUMENT },
  { "</", N_("an XML file"), TB_REMEDY_XML },
  { "/>", N_("an XML file"), TB_REMEDY_XML },
  { "<?xml", N_("an XML file"), TB_REMEDY_XML },
};

/**
 * tb_file_kind_refuse_markup:
 * @text: (array length=length): a text without byte order mark
 * @length: in bytes
 * @problems: where it is said what the file is, and what is expected in its place
 *
 * Servers answer with a page or an XML message where a file was asked for, and some
 * programs save tables as such under a name that says otherwise.
 *
 * Thread: any. Cost: the first bytes.
 *
 * Returns: whether it is one, which is reported
 */
gboolean
tb_file_kind_refuse_markup (const char *text,
                            gsize       length,
                            TbProblems *problems)
{
  g_autofree char *begin = NULL;

  while (length > 0 && g_ascii_isspace (*text))
    text++, length--;
  if (length < 2 || *text != '<' || !(g_ascii_isalpha (text[1]) || text[1] == '!' || text[1] == '?'))
    return FALSE;

  begin = g_ascii_strdown (text, (gssize) MIN (length, LOOKED_BYTES));
  for (gsize i = 0; i < G_N_ELEMENTS (markups); i++)
    {
      if (strstr (begin, markups[i].word) != NULL)
        return report (problems, markups[i].what, markups[i].remedy);
    }

  return FALSE;
}

/**
 * tb_file_kind_refuse_prose:
 * @problems: where it is said what the file is, and what is expected in its place
 *
 * Reports a text that is neither JSON nor a table: what is wrong with it as JSON would be
 * of no help.
 */
void
tb_file_kind_refuse_prose (TbProblems *problems)
{
  report (problems, N_("a text without a table of figures"), TB_REMEDY_OTHER);
}
