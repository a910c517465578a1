/* Any bytes as an archive: unpacked within limits, or refused with a reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-archive.h"

#include <string.h>

/* Beginnings of archives, which any bytes may follow: those themselves, a .gz of
 * deflated data, a stored and a deflated file of a .zip. */
static const struct { const char *bytes; gsize length; } heads[] = {
  { "", 0 },
  { "\x1f\x8b\x08\0\0\0\0\0\0\xff", 10 },
  { "PK\003\004\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\x10\0\0\0\x10\0\0\0\001\0\0\0a", 31 },
  { "PK\003\004\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0\x10\0\0\0\x10\0\0\0\001\0\0\0a", 31 },
};

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
unpack (GBytes *bytes)
{
  static const TbArchiveLimits limits = { 1 << 20, 1 << 16, 100, 16 };
  g_autoptr (TbProblems) problems = tb_problems_new ("input");
  g_autoptr (GPtrArray) files = tb_archive_unpack (bytes, &limits, problems, NULL);
  g_autofree char *report = tb_problems_dup_report (problems);
  gsize n_bytes = 0;

  if ((files == NULL) != (tb_problems_get_n_errors (problems) > 0))
    g_error ("refused without a reason, or unpacked with an error");
  if (!g_utf8_validate (report, -1, NULL))
    g_error ("a message that is not UTF-8");
  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      const TbArchiveFile *file = files->pdata[i];

      n_bytes += g_bytes_get_size (file->bytes);
      if (strstr (file->name, "..") == file->name || *file->name == '/')
        g_error ("a name that leads out");
    }
  if (n_bytes > limits.n_bytes)
    g_error ("unpacked beyond the limit");
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (GByteArray) array = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;

      g_byte_array_append (array, (const guint8 *) heads[i].bytes, (guint) heads[i].length);
      g_byte_array_append (array, data, (guint) size);
      bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
      if (tb_archive_sniff (bytes) != TB_ARCHIVE_NONE)
        unpack (bytes);
    }

  return 0;
}
