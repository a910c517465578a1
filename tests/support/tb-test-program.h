/* Runs a program that looks at an exported file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a program writes when it gets @input; NULL, with the test skipped, where
 * the program is not here. It must succeed. Arguments end with NULL. */
GBytes *tb_test_program_run      (GBytes             *input,
                                  const char *const  *arguments) G_GNUC_WARN_UNUSED_RESULT;
char   *tb_test_program_dup_text (GBytes             *input,
                                  const char *const  *arguments) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
