/* Several datasets as one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"
#include "tb-problems.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The same indicators (by id, or by name where ids are not the file's own), places and units are
 * joined; series of one key become one, and the model finds what is said twice and what is contradicted.
 * What is defined differently under one id is kept apart and reported, never mixed. Rows without a
 * source get one that names their dataset. @names: the files, for messages and sources. NULL: reported,
 * or cancelled. */
TbDataset *tb_join_datasets (TbDataset *const  *datasets,
                             const char *const *names,
                             gsize              n,
                             TbProblems        *problems,
                             GCancellable      *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
