/* Text in one or several languages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-language.h"
#include "tb-types.h"

G_BEGIN_DECLS

/* One language's wording. @language is NULL for a string given without one. */
typedef struct
{
  const char *language;
  const char *text;
} TbTextEntry;

/**
 * TbText:
 * @entries: (array length=n_entries): the wordings, in file order
 *
 * A `text` of the dataset format. All strings belong to a pool. An empty one
 * (all zero) stands for text that is not there.
 */
struct _TbText
{
  const TbTextEntry *entries;
  guint              n_entries;
};

gboolean    tb_text_is_empty   (const TbText *self);
const char *tb_text_find       (const TbText *self,
                                TbLanguage    language);
const char *tb_text_get        (const TbText *self,
                                TbLanguage    language);
char       *tb_text_dup_marked (const TbText *self,
                                TbLanguage    language) G_GNUC_WARN_UNUSED_RESULT;
gboolean    tb_text_equal      (const TbText *a,
                                const TbText *b);
char       *tb_text_collapse   (const char   *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
