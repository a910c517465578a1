/* Units of figures that share an axis, and what tells two units apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-figures.h"

G_BEGIN_DECLS

/* Whether a figure in one unit is the same number in the other. */
gboolean tb_units_share_axis   (const TbUnit    *a,
                                const TbUnit    *b);
void     tb_units_dup_names    (const TbUnit    *a,
                                const TbUnit    *b,
                                TbLanguage       language,
                                char           **out_a,
                                char           **out_b);
/* For the subtitle: "CNY billion", "单位：个"; "" for none. */
char    *tb_figures_dup_unit   (const TbFigures *self) G_GNUC_WARN_UNUSED_RESULT;
/* Adds units to the names of series that are else alike. */
void     tb_figures_name_units (TbFigures       *self);

G_END_DECLS
