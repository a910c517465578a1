/* What the files that plan decorations share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-decoration-plan.h"

G_BEGIN_DECLS

/* Reasons, besides those of the rules. */
typedef enum
{
  TB_DECORATION_WORD_NO_SERIES,   /* %s: the key */
  TB_DECORATION_WORD_NO_FIGURE,   /* %s: the period */
  TB_DECORATION_WORD_NO_ROLE,
  TB_DECORATION_WORD_ONE_FIGURE,
  TB_DECORATION_WORD_NO_TARGET,
  TB_DECORATION_WORD_OUTSIDE,
  TB_DECORATION_WORD_TOO_FAR,
  TB_DECORATION_WORD_REFUSED,     /* %s: the decoration, %s: the reason */
  TB_DECORATION_WORD_REFUSED_PAIR, /* %s: the decoration, from, to, the reason */
  TB_DECORATION_WORD_NO_PLACE,    /* %s: the decorations */
  TB_DECORATION_WORD_LOST_TEXT,   /* %s: the decoration, its words, the reason */
  TB_DECORATION_WORD_LOST_PAIR,   /* %s: the decoration, from, to, the reason */
  TB_DECORATION_WORD_HOMELESS,
  TB_DECORATION_WORD_CAGR,        /* %s: from, to, the growth */
  TB_DECORATION_WORD_UP, TB_DECORATION_WORD_DOWN, TB_DECORATION_WORD_FLAT,  /* %s: percent */
  TB_DECORATION_WORD_BOTH,        /* %s: the amount, percent */
  TB_DECORATION_WORD_TEXT_AND_NUMBER,
  TB_DECORATION_WORD_TARGET,      /* %s: the period, the target */
  TB_DECORATION_WORD_TARGET_UNDATED,
  TB_N_DECORATION_WORDS,
} TbDecorationWord;

const char *tb_decoration_word        (TbDecorationWord     word,
                                       TbLanguage           language);

/* "Note “Strike”: there is no figure for 2021"; with @from and @to, both nullable, the
 * ends of an arrow. */
char       *tb_decoration_dup_lost    (const TbDecoration  *decoration,
                                       const char          *from,
                                       const char          *to,
                                       const char          *reason,
                                       TbLanguage           language) G_GNUC_WARN_UNUSED_RESULT;

/* The track that a decoration is of; −1: there is no such series. */
int         tb_decoration_find_track  (const TbFigures     *figures,
                                       const TbDecoration  *decoration);
/* The point that an attachment means; @other: nullable, the other end. NULL: none. */
const TbChartPoint *tb_attachment_find (const TbTrack      *track,
                                       TbAttachment         attachment,
                                       const TbChartPoint  *other);
/* Of a break the first figure behind it; −1: none. */
gssize      tb_decoration_find_break  (const TbTrack       *track,
                                       const TbDecoration  *decoration);
/* Which kinds a type of chart has a place for, a mask of 1 << kind. */
guint       tb_decorations_get_places (TbChartType          type);

/* Says of an arrow what the rules allow; NULL with @out_reason where they refuse it. */
char       *tb_decoration_dup_difference (const TbFigures  *figures,
                                       const TbTrack       *track,
                                       const TbChartPoint  *from,
                                       const TbChartPoint  *to,
                                       TbDifferenceShow     show,
                                       char               **out_words,
                                       char               **out_reason,
                                       gboolean            *out_warns);
char       *tb_decoration_dup_growth  (const TbFigures     *figures,
                                       const TbTrack       *track,
                                       const TbChartPoint  *from,
                                       const TbChartPoint  *to,
                                       char               **out_words,
                                       char               **out_reason);
/* Fills the line of a target. FALSE with @out_reason where it is refused. */
gboolean    tb_decoration_plan_target (const TbFigures     *figures,
                                       const TbTrack       *track,
                                       TbPlannedDecoration *item,
                                       char               **out_reason);

G_END_DECLS
