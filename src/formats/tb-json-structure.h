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
/* Whether nothing is wrong with an array or object that stands inside @depth containers. Its own keys are not
 * looked at. */
gboolean tb_json_check_values    (const yyjson_val     *root,
                                  gsize                 n_values,
                                  guint                 depth,
                                  gboolean             *out_is_uniform);

G_END_DECLS
