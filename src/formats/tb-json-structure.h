/* What a JSON document must not have although its grammar is right.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-report.h"

G_BEGIN_DECLS

gboolean tb_json_check_structure (const TbJsonDocument *document,
                                  TbJsonReport         *report);

G_END_DECLS
