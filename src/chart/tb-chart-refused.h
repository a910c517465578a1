/* Types of chart that are not offered, and what to take in their place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-language.h"

G_BEGIN_DECLS

/* Why there is no such type, in a sentence; NULL where the name is not one of them.
 * For a message of the process translate the English with gettext. */
const char *tb_chart_type_get_refusal (const char *name,
                                       TbLanguage  language);

G_END_DECLS
