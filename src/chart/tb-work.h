/* Saved work: a chart, the files whose figures it shows, and where it was left.
 *
 * A chart's JSON document, data/schemas/chart-1.schema.json, with its members
 * "data" and "view".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-spec.h"

G_BEGIN_DECLS

/**
 * TbWorkFile:
 * @path: of a file or folder, relative to the document's folder, with "/"; an
 *   absolute one where there is no way from one to the other
 * @sha256: (nullable): of its bytes when it was read, in hexadecimal
 */
typedef struct
{
  char *path;
  char *sha256;
} TbWorkFile;

/**
 * TbWork:
 * @spec: the chart
 * @automatic_type: the type that suits the figures is taken, whatever @spec says
 * @files: (nullable): whose figures it shows
 * @n_files: how many
 * @reading: (nullable): how they are read: an import profile, as JSON
 * @shown: (nullable): what was shown: "chart", "table" …
 * @document: of work that is kept for the case of a crash, the document that it is
 *   saved in, as it was last read or written; its path is %NULL where there is none
 */
typedef struct
{
  TbChartSpec *spec;
  gboolean     automatic_type;
  TbWorkFile  *files;
  gsize        n_files;
  char        *reading;
  char        *shown;
  TbWorkFile   document;
} TbWork;

TbWork   *tb_work_new            (TbChartSpec  *spec) G_GNUC_WARN_UNUSED_RESULT;
TbWork   *tb_work_copy           (const TbWork *self) G_GNUC_WARN_UNUSED_RESULT;
void      tb_work_free           (TbWork       *self);
void      tb_work_add_file       (TbWork       *self,
                                  const char   *path,
                                  const char   *sha256);
void      tb_work_set_document   (TbWork       *self,
                                  const char   *path,
                                  const char   *sha256);

TbWork   *tb_work_from_json      (const char   *text,
                                  gssize        length,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;
char     *tb_work_to_json        (const TbWork *self) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a text looks like a chart's document and not like figures. */
gboolean  tb_work_is_document    (const char   *text,
                                  gsize         length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbWork, tb_work_free)

G_END_DECLS
