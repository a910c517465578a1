/* What the writers of tables share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-export.h"

G_BEGIN_DECLS

/* The footnotes, status marks and sources of a table, gathered once. */
typedef struct _TbTableNotes TbTableNotes;

TbTableNotes *tb_table_notes_new        (const TbComparison *comparison,
                                         TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
void          tb_table_notes_free       (TbTableNotes       *self);
/* The number of a cell's footnote, from 1; 0 for none. */
guint         tb_table_notes_find       (const TbTableNotes *self,
                                         gsize               row,
                                         gsize               column);
guint         tb_table_notes_get_n      (const TbTableNotes *self);
const char   *tb_table_notes_get_text   (const TbTableNotes *self,
                                         guint               note);
/* Cells that need a footnote have a letter: a … z, aa … */
char         *tb_table_notes_dup_mark   (guint               note) G_GNUC_WARN_UNUSED_RESULT;
/* The status letters of a figure's cell, NULL for none. */
char         *tb_table_notes_dup_status (const TbTableNotes *self,
                                         gsize               row,
                                         gsize               column) G_GNUC_WARN_UNUSED_RESULT;
/* "P provisional; B break in series", NULL where no cell has a status. */
char         *tb_table_notes_dup_legend (const TbTableNotes *self) G_GNUC_WARN_UNUSED_RESULT;
/* "Source: Qingdao Daily, 16 Aug 2021; …", NULL where none is given. */
/* Why rows have no total (B-8); NULL for nothing. */
char         *tb_table_notes_dup_no_total (const TbTableNotes *self) G_GNUC_WARN_UNUSED_RESULT;
char         *tb_table_notes_dup_source (const TbTableNotes *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbTableNotes, tb_table_notes_free)

/* The words above the two columns of row headers. */
const char   *tb_table_get_indicator_word (TbLanguage       language);
const char   *tb_table_get_unit_word      (TbLanguage       language);
/* Whether a column holds numbers, or days and words. */
gboolean      tb_table_is_of_numbers      (const TbComparison *comparison,
                                           gsize               column);
char         *tb_table_dup_title          (const TbComparison *comparison,
                                           TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;

/* Who published the data, and of which day they are; NULL for nothing. */
char         *tb_table_dup_subtitle       (const TbComparison *comparison,
                                           TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;

char         *tb_table_to_separated       (const TbComparison *comparison,
                                           char                separator,
                                           TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
char         *tb_table_to_markdown        (const TbComparison *comparison,
                                           TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
char         *tb_table_to_html            (const TbComparison *comparison,
                                           TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
char         *tb_table_to_json            (const TbComparison *comparison,
                                           TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;
GBytes       *tb_table_to_xlsx            (const TbComparison *comparison,
                                           TbLanguage          language,
                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes       *tb_table_to_ods             (const TbComparison *comparison,
                                           TbLanguage          language,
                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
char         *tb_table_to_latex           (const TbComparison *comparison,
                                           TbLanguage          language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
