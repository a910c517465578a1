/* Compares text with files under tests/golden.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-language.h"
#include "tb-scene.h"

G_BEGIN_DECLS

/* Fails the test, with the lines that differ, where @actual is not what
 * tests/golden/@name holds. TB_UPDATE_GOLDEN=1 writes the file instead: review
 * the difference before it is committed. */
void   tb_test_golden_compare     (const char *name,
                                   const char *actual);
/* The dump of a scene with scene/@name in @language. */
void   tb_test_golden_compare_scene (const char    *name,
                                     TbLanguage     language,
                                     const TbScene *scene);
/* A path under tests/golden; and one under TB_TEST_OUTPUT (else the build
 * folder), whose folder is made. */
char  *tb_test_golden_dup_path    (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char  *tb_test_output_dup_path    (const char *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean tb_test_golden_is_update (void);

G_END_DECLS
