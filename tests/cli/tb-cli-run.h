/* Runs the real program and keeps what it wrote.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  int     status;   /* exit status; −1 where a signal ended it */
  GBytes *out;      /* standard output */
  char   *err;      /* standard error */
} TbCliRun;

/* @args: the arguments, separated by spaces; "@" at the start of one stands for
 * the folder @folder. @input: standard input, nullable. The program runs in
 * tests/data/cli, so that messages name files without a folder. */
void   tb_cli_run_start  (TbCliRun    *self,
                          const char  *args,
                          const char  *folder,
                          const char  *input);
/* The same, where all must go well and nothing is written but files. */
void   tb_cli_run_well   (const char  *args,
                          const char  *folder);
void   tb_cli_run_clear  (TbCliRun    *self);
/* Standard output as text. */
char  *tb_cli_run_dup_out (TbCliRun   *self) G_GNUC_WARN_UNUSED_RESULT;

/* The launcher that the runs use, for tests that need the process. */
GSubprocessLauncher *tb_cli_run_new_launcher (GSubprocessFlags flags) G_GNUC_WARN_UNUSED_RESULT;
char  *tb_cli_run_dup_program (void) G_GNUC_WARN_UNUSED_RESULT;

/* An empty folder of the test's own, and its removal. */
char  *tb_cli_run_make_folder   (void) G_GNUC_WARN_UNUSED_RESULT;
void   tb_cli_run_remove_folder (char *folder);
guint  tb_cli_run_count_files   (const char *folder);
/* What a file of it holds; fails the test where there is none. @out_length is nullable. */
char  *tb_cli_run_dup_file      (const char *folder,
                                 const char *name,
                                 gsize      *out_length) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbCliRun, tb_cli_run_clear)

G_END_DECLS
