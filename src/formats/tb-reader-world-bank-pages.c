/* Keeps book of the pages of the World Bank's answers that a file has.
 *
 * An answer has 50 rows where nothing else was asked for: most files are the
 * first page of several.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-world-bank.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Pages of one question that are in the file. */
typedef struct
{
  GHashTable *numbers;
  gint64      n_pages;
  gint64      n_rows;     /* that the question has */
  gint64      n_rows_here;
  gint64      first;
} Pages;

static void
free_pages (gpointer data)
{
  Pages *pages = data;

  g_hash_table_unref (pages->numbers);
  g_free (pages);
}

/**
 * tb_world_bank_pages_new:
 *
 * Returns: (transfer full): no pages
 */
GHashTable *
tb_world_bank_pages_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_pages);
}

/**
 * tb_world_bank_pages_note:
 * @self: pages
 * @head: what an answer says of itself
 * @n_rows: how many rows it has
 *
 * Notes a page. Those with the same count of pages and rows are of one question.
 */
void
tb_world_bank_pages_note (GHashTable        *self,
                          const TbJsonValue *head,
                          gsize              n_rows)
{
  gint64 page, n_pages, total;
  g_autofree char *key = NULL;
  Pages *pages;

  if (!tb_json_field_get_integer (head, "page", &page) || !tb_json_field_get_integer (head, "pages", &n_pages))
    return;
  if (!tb_json_field_get_integer (head, "total", &total))
    total = -1;

  key = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, n_pages, total);
  pages = g_hash_table_lookup (self, key);
  if (pages == NULL)
    {
      pages = g_new0 (Pages, 1);
      pages->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      pages->n_pages = n_pages;
      pages->n_rows = total;
      pages->first = page;
      g_hash_table_insert (self, g_steal_pointer (&key), pages);
    }
  g_hash_table_add (pages->numbers, g_memdup2 (&page, sizeof page));
  pages->n_rows_here += (gint64) n_rows;
}

/**
 * tb_world_bank_pages_report:
 * @self: pages
 * @input: the file
 *
 * Warns of pages that are not in the file.
 */
void
tb_world_bank_pages_report (GHashTable          *self,
                            const TbReaderInput *input)
{
  const TbJsonValue *root = tb_json_document_get_root (input->document);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Pages *pages = value;

      if (g_hash_table_size (pages->numbers) >= pages->n_pages)
        continue;
      if (g_hash_table_size (pages->numbers) == 1)
        tb_json_report_add (input->report, TB_SEVERITY_WARNING, root,
                            _("the file is incomplete: page %" PRId64 " of %" PRId64 ", %"
                              PRId64 " of %" PRId64 " rows; expected all pages"),
                            pages->first, pages->n_pages, pages->n_rows_here, pages->n_rows);
      else
        tb_json_report_add (input->report, TB_SEVERITY_WARNING, root,
                            _("the file is incomplete: %u of %" PRId64 " pages, %" PRId64
                              " of %" PRId64 " rows; expected all pages"),
                            g_hash_table_size (pages->numbers), pages->n_pages, pages->n_rows_here, pages->n_rows);
    }
}
