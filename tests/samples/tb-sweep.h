/* For the tests that try everything against everything in a number of files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-verdict.h"

G_BEGIN_DECLS

/* A file to be swept, by its folder in the source tree. */
typedef struct
{
  const char *folder;
  const char *name;
} TbSweepFile;

/* A test "/sweep/FILE/@name" of every file; its data is the TbSweepFile. */
void       tb_sweep_add        (const char        *name,
                                GTestDataFunc      func);
/* The minimum fixture set: a figure of each kind that the rules speak of. */
const TbSweepFile *tb_sweep_get_fixture_set (void);
TbDataset *tb_sweep_read       (const TbSweepFile *file) G_GNUC_WARN_UNUSED_RESULT;

/* Neither of the two ends the test: all faults are listed. */
void       tb_sweep_complain   (const char        *what,
                                TbFigure           a,
                                TbFigure           b);
/* Takes @text, and complains of what a reader should not get. */
void       tb_sweep_check_text (char              *text,
                                const char        *what,
                                TbFigure           a,
                                TbFigure           b);
/* NaN or a number, but neither an infinite one nor −0. */
gboolean   tb_sweep_is_sound   (double             number);

G_END_DECLS
