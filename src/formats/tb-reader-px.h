/* What the parts of the reader of PC-Axis files share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-cube.h"

G_BEGIN_DECLS

/**
 * TbPxStatement:
 * @keyword: "VALUES"
 * @language: (nullable): the one in brackets; the file's own language has none
 * @keys: (array zero-terminated=1): what stands in parentheses
 * @values: of texts and words, quotes off, strings over several lines joined
 * @offset: where it begins
 *
 * `VALUES[en]("sex")="men","women";`
 */
typedef struct
{
  const char *keyword;
  const char *language;
  GPtrArray  *keys;
  GPtrArray  *values;
  gsize       offset;
} TbPxStatement;

/**
 * TbPxVariable:
 * @name: also the only key of other statements to it
 * @values: (nullable): its VALUES
 * @is_keyed: rows of the data begin with one of its codes (KEYS)
 * @codes: index + 1 of each code by its value, and by its code
 *
 * A dimension.
 */
typedef struct
{
  const char          *name;
  const TbPxStatement *values;
  const TbPxStatement *ids;
  guint32              size;
  gboolean             is_keyed;
  gboolean             is_keyed_by_code;
  GHashTable          *by_value;
  GHashTable          *by_code;
} TbPxVariable;

/**
 * TbPx:
 * @text: the file in UTF-8, ends in a zero byte
 * @statements: (element-type TbPxStatement): in the file's own language, by keyword and keys
 * @data: offset of what follows "DATA="
 * @variables: of TbPxVariable, stub then heading: the order of the cells
 * @contents: index of the variable of contents, or −1
 */
typedef struct
{
  const TbReaderInput *input;
  const char          *text;
  gsize                length;
  TbCube              *cube;
  TbPool              *pool;
  GHashTable          *statements;
  GPtrArray           *list;
  gsize                data;
  GArray              *variables;
  int                  contents;
} TbPx;

/* FALSE: reported. */
gboolean             tb_px_parse           (TbPx                *self);
gboolean             tb_px_add_variables   (TbPx                *self);
void                 tb_px_read_contents   (TbPx                *self);
gboolean             tb_px_read_data       (TbPx                *self);
/* The periods of a variable by its TIMEVAL, one a value; NULL where it has none that fits. */
char               **tb_px_read_times      (TbPx                *self,
                                            const char          *variable,
                                            guint32              n) G_GNUC_WARN_UNUSED_RESULT;

/* A statement of the file's own language; @key is nullable. */
const TbPxStatement *tb_px_find            (const TbPx          *self,
                                            const char          *keyword,
                                            const char          *key);
/* The first value; NULL where there is none. */
const char          *tb_px_get             (const TbPx          *self,
                                            const char          *keyword,
                                            const char          *key);
gboolean             tb_px_is_yes          (const char          *value);
const TbPxVariable  *tb_px_get_variable    (const TbPx          *self,
                                            guint                i);
void                 tb_px_report          (const TbPx          *self,
                                            TbSeverity           severity,
                                            gsize                offset,
                                            const char          *format,
                                            ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
