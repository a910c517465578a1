/* What another reading of the same data brings (semantics A-4).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"
#include "tb-standing.h"

G_BEGIN_DECLS

typedef enum
{
  TB_NEWS_NEW,      /* a figure that was not there */
  TB_NEWS_REVISED,  /* it says something else */
  TB_NEWS_REMOVED,  /* it is no longer there */
  TB_NEWS_STATUS,   /* it says the same with another status: provisional, estimated … */
  TB_NEWS_TARGET,   /* the target stands as it did, and the word on how it is met is another one */
  TB_NEWS_DECORATION, /* what was added to the chart is not drawn any more */
} TbNewsKind;
#define TB_N_NEWS 6

/**
 * TbNewsItem:
 * @kind: what happened
 * @before: the figure before; {%NULL} where it is new
 * @after: the figure now; {%NULL} where it was removed
 * @word_before, @word_after: of a target
 * @text: of a decoration: what it is, and why it is not drawn; else %NULL
 *
 * One piece of news.
 */
typedef struct
{
  TbNewsKind     kind;
  TbFigure       before;
  TbFigure       after;
  TbStandingWord word_before;
  TbStandingWord word_after;
  char          *text;
} TbNewsItem;

typedef struct _TbNews TbNews;

TbNews           *tb_news_find     (TbDataset        *before,
                                    TbDataset        *after) G_GNUC_WARN_UNUSED_RESULT;
/* Before it is handed on: news are immutable from then on. */
void              tb_news_add_decoration (TbNews     *self,
                                    const char       *text);
TbNews           *tb_news_ref      (TbNews           *self);
void              tb_news_unref    (TbNews           *self);
gsize             tb_news_count    (const TbNews     *self,
                                    TbNewsKind        kind);
/* The pieces that are listed: by kind, in the order of the file; not more than
 * TB_LIMIT_NEWS of a kind. */
gsize             tb_news_get_n    (const TbNews     *self);
const TbNewsItem *tb_news_get      (const TbNews     *self,
                                    gsize             i);
/* "Hospital beds (Qingdao), 2021: 131 → 132 beds". */
char             *tb_news_dup_text (const TbNewsItem *item,
                                    TbLanguage        language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbNews, tb_news_unref)

G_END_DECLS
