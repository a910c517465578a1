/* What is to be told of computed figures: a sentence for each reason.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-derived.h"

G_BEGIN_DECLS

typedef struct _TbRemarks TbRemarks;

TbRemarks *tb_remarks_new         (TbLanguage       language,
                                   gboolean         with_names,
                                   gboolean         with_places) G_GNUC_WARN_UNUSED_RESULT;
void       tb_remarks_free        (TbRemarks       *self);
/* Why a series is not in the chart. */
void       tb_remarks_add_refusal (TbRemarks       *self,
                                   const TbSeries  *series,
                                   const char      *reason);
/* Refused points and warnings from the first point with a number on; what only
 * lacks an earlier figure to begin with is no remark. */
void       tb_remarks_add_points  (TbRemarks       *self,
                                   const TbDerived *derived,
                                   TbPeriod         from,
                                   TbPeriod         to);
/* The sentences, refused series first; (element-type utf8). Bit i of @out_refused:
 * sentence i tells what is not computed, and is no mere warning. */
GPtrArray *tb_remarks_list        (const TbRemarks *self,
                                   guint           *out_refused) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbRemarks, tb_remarks_free)

G_END_DECLS
