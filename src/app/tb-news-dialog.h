/* What a file that was read again brings: new, revised, removed figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-news.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TB_TYPE_NEWS_DIALOG (tb_news_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TbNewsDialog, tb_news_dialog, TB, NEWS_DIALOG, AdwDialog)

TbNewsDialog *tb_news_dialog_new         (TbNews       *news,
                                          TbLanguage    language) G_GNUC_WARN_UNUSED_RESULT;
/* "3 new, 2 revised"; "Nothing has changed". */
char         *tb_news_dialog_dup_summary (const TbNews *news) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
