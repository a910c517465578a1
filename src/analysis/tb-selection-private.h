/* What a selection asks for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-selection.h"

G_BEGIN_DECLS

/* Which indicators are asked for: one look tells it of a series, however many they are,
 * and no glob is compiled again. */
typedef struct
{
  GHashTable *indicators;   /* of TbIndicator, by address */
  GPtrArray  *globs;        /* of GPatternSpec */
} TbSelectionWanted;

void      tb_selection_wanted_init  (TbSelectionWanted       *self,
                                     const TbCatalog         *catalog,
                                     const TbSelectionQuery  *query);
void      tb_selection_wanted_clear (TbSelectionWanted       *self);
gboolean  tb_selection_wanted_fits  (const TbSelectionWanted *self,
                                     const TbSelectionQuery  *query,
                                     const TbSeriesInfo      *info);
/* The one indicator that is asked for; NULL: it is not one. */
const TbIndicator *
          tb_selection_wanted_get_only (const TbSelectionWanted *self);
/* FALSE with @error: an id that is unknown, or a glob that fits none. */
gboolean  tb_selection_check        (const TbCatalog         *catalog,
                                     const TbSelectionQuery  *query,
                                     GError                 **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbSelectionWanted, tb_selection_wanted_clear)

G_END_DECLS
