/* Records of comma-, semicolon-, tab- or bar-separated values (RFC 4180).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char     delimiter;          /* ',' ';' '\t' '|' or any other */
  char     quote;              /* '"', 0 for none */
  char     escape;             /* '\\' where quotes are escaped so; 0: they are doubled */
  char     comment;            /* lines beginning with it are left out; 0 for none */
  gboolean skip_initial_space;
} TbSeparatedDialect;

#define TB_SEPARATED_COMMA ((TbSeparatedDialect) { .delimiter = ',', .quote = '"' })
#define TB_SEPARATED_TAB ((TbSeparatedDialect) { .delimiter = '\t', .quote = '"' })

/* A field of the record that was read last. @text does not end in a zero byte. */
typedef struct
{
  const char *text;
  gsize       length;
  gboolean    was_quoted;
} TbSeparatedField;

/**
 * TbSeparated:
 * @fields: (array length=n_fields): those of the record
 * @line: where the record begins, from 1
 * @unclosed: its last quote is not closed: the file ends within it
 *
 * Walks over the records of a text. A blank line is no record. Zero-initialise.
 */
typedef struct
{
  const TbSeparatedField *fields;
  gsize                   n_fields;
  guint                   line;
  gboolean                unclosed;
  /*< private >*/
  TbSeparatedDialect      dialect;
  const char             *next;
  const char             *end;
  guint                   next_line;
  TbSeparatedField       *list;
  struct _TbSeparatedPlace *places;
  gsize                   n_allocated;
  GString                *unquoted;
} TbSeparated;

/* Where a walk is. */
typedef struct
{
  const char *next;
  guint       line;
} TbSeparatedMark;

void      tb_separated_init  (TbSeparated              *self,
                              const char               *text,
                              gsize                     length,
                              const TbSeparatedDialect *dialect);
gboolean  tb_separated_next  (TbSeparated              *self);
/* To come back behind the record that was read last. */
TbSeparatedMark
          tb_separated_get_mark   (const TbSeparated *self);
void      tb_separated_go_to      (TbSeparated       *self,
                                   TbSeparatedMark    mark);
/* From 1, in characters; of field @i in the record that was read last. */
guint     tb_separated_get_column (const TbSeparated   *self,
                              gsize                     i);
void      tb_separated_clear (TbSeparated              *self);
/* Tells the delimiter by counting outside of quotes; FALSE where there is none. */
gboolean  tb_separated_sniff (const char               *text,
                              gsize                     length,
                              TbSeparatedDialect       *out_dialect);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbSeparated, tb_separated_clear)

G_END_DECLS
