/* The texts of a scene, as they are read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-scene.h"

G_BEGIN_DECLS

/* The first that is @text. */
const TbNode *tb_test_find_text (const TbScene *scene,
                                 const char    *text);
/* All of them; lines of a paragraph are read as one. */
char         *tb_test_read_text (const TbScene *scene) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @part is in it; where not, the test tells what is. */
gboolean      tb_test_holds     (const TbScene *scene,
                                 const char    *part);
/* What a message of a document says behind "Line 5, column 2: ", which it has to begin with. */
const char   *tb_test_skip_place (const char   *message);

G_END_DECLS
