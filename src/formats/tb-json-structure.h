/* What a JSON document must not have although its grammar is right.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-report.h"

#include <yyjson.h>

G_BEGIN_DECLS

gboolean tb_json_check_structure (const TbJsonDocument *document,
                                  TbJsonReport         *report);
/* Whether nothing is wrong with some values that stand inside @depth containers. Keys of the root itself are not
 * looked at. */
gboolean tb_json_check_values    (const yyjson_val     *root,
                                  gsize                 n_values,
                                  guint                 depth);

G_END_DECLS
