/* The commands of tongbi-cli, and what they share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-dataset.h"
#include "tb-plan.h"
#include "tb-selection.h"

G_BEGIN_DECLS

/* Exit status of the program. */
enum
{
  TB_CLI_DONE = 0,
  TB_CLI_FAULT = 1,   /* the input, or a comparison, is at fault; or the output can not be written */
  TB_CLI_USAGE = 2,   /* wrong usage */
};

/* One command; @run gets its own arguments, argv[0] being its name. */
typedef struct
{
  const char *name;
  const char *summary;   /* for translation */
  int       (*run) (int argc, char **argv);
} TbCliCommand;

int  tb_cli_run         (int          argc,
                         char       **argv);
int  tb_cli_run_chart   (int          argc,
                         char       **argv);
int  tb_cli_run_check   (int          argc,
                         char       **argv);
int  tb_cli_run_compare (int          argc,
                         char       **argv);
int  tb_cli_run_convert (int          argc,
                         char       **argv);
int  tb_cli_run_info    (int          argc,
                         char       **argv);
int  tb_cli_run_table   (int          argc,
                         char       **argv);
int  tb_cli_run_transform (int        argc,
                         char       **argv);

/* Messages on standard error, with the program's name. */
void tb_cli_print_error (const char  *format,
                         ...) G_GNUC_PRINTF (1, 2);
/* A message and a hint at the help; returns TB_CLI_USAGE. */
int  tb_cli_fail_usage  (const char  *format,
                         ...) G_GNUC_PRINTF (1, 2);

/* The FILEs of a command and how they are to be read; zero-initialise. */
typedef struct
{
  char **files;    /* as one dataset, where there are several; or folders and archives */
  char  *format;   /* nullable */
  char  *profile;  /* nullable: a file */
  TbProfile *reading; /* nullable: taken where there is no @profile */
} TbCliInput;

#define TB_CLI_N_INPUT_ENTRIES 4

void        tb_cli_input_fill_entries (TbCliInput         *self,
                                       GOptionEntry       *out_entries);
/* Whether there is a FILE and a known format. FALSE: said what is wrong. */
gboolean    tb_cli_input_check        (const TbCliInput   *self);
void        tb_cli_input_clear        (TbCliInput         *self);
/* Reads the files ("-" is standard input), with their problems, and what was assumed, on
 * standard error; NULL where they are at fault. */
TbDataset  *tb_cli_input_read         (const TbCliInput   *self) G_GNUC_WARN_UNUSED_RESULT;
/* The same with @plan, which tells how they were read. */
TbDataset  *tb_cli_input_read_planned (const TbCliInput   *self,
                                       TbPlan             *plan) G_GNUC_WARN_UNUSED_RESULT;
/* The profile of --profile, NULL without one. FALSE: said what is wrong. */
gboolean    tb_cli_input_read_profile (const TbCliInput   *self,
                                       TbProfile         **out_profile);

/* What FILE stands for, where several are one dataset. */
const char *tb_cli_get_file_help (void);
/* Reads the options of a command and its FILEs. FALSE: said what is wrong. --help is
 * answered here and ends the program. */
gboolean    tb_cli_parse_options (const char         *command,
                                  const char         *parameters,
                                  const char         *summary,
                                  const char         *description,
                                  TbCliInput         *input,
                                  const GOptionEntry *entries,
                                  const GOptionEntry *more,
                                  int                 argc,
                                  char              **argv);
/* The language of figures: that of --lang, else the process's. */
gboolean    tb_cli_get_language  (const char         *name,
                                  TbLanguage         *out_language);

/* A format that datasets are written in. */
typedef struct
{
  const char *name;      /* of --to */
  const char *alias;     /* nullable: another name of it */
  const char *suffix;    /* nullable: a file of that name is of this format */
  /* Bytes of the file, or NULL with an error. */
  GBytes   *(*write)        (const TbDataset  *dataset,
                             gboolean          with_bom,
                             GError          **error);
  /* Nullable: writes a folder, where OUT has not the suffix. */
  gboolean  (*write_folder) (const TbDataset  *dataset,
                             const char       *folder,
                             GError          **error);
  /* Nullable: what it leaves out of the dataset, in words; NULL for nothing. */
  char     *(*dup_losses)   (const TbDataset  *dataset);
} TbCliDataFormat;

/* The format of @to (nullable), else that of @output's suffix. NULL: said what is
 * wrong. */
const TbCliDataFormat *tb_cli_choose_data_format (const char *to,
                                                  const char *output) G_GNUC_WARN_UNUSED_RESULT;
/* Whether it is tidy csv, which has options of its own. */
gboolean    tb_cli_data_format_is_csv (const TbCliDataFormat *format);
/* Says what is left out, and writes; returns the exit status. */
int         tb_cli_write_dataset (const TbCliDataFormat *format,
                                  const TbDataset       *dataset,
                                  gboolean               with_bom,
                                  const char            *output);

/* The SELECTION of cli.md; zero-initialise. */
typedef struct
{
  char **indicators;
  char  *place;
  char  *from;
  char  *to;
  char  *kinds;
} TbCliSelection;

#define TB_CLI_N_SELECTION_ENTRIES 6

void        tb_cli_selection_fill_entries (TbCliSelection   *self,
                                           GOptionEntry     *out_entries);
gboolean    tb_cli_selection_is_empty     (const TbCliSelection *self);
void        tb_cli_selection_clear        (TbCliSelection   *self);
/* Strings of @out_query belong to @self. FALSE: said what is wrong. */
gboolean    tb_cli_selection_resolve      (const TbCliSelection *self,
                                           const TbDataset  *dataset,
                                           TbSelectionQuery *out_query);
/* Says why nothing is selected; returns the exit status. */
int         tb_cli_fail_selection         (const TbCliSelection *self,
                                           const GError     *error);

/* The values of options. FALSE: said what is wrong. */
gboolean    tb_cli_parse_period  (const char         *option,
                                  const char         *text,
                                  const TbDataset    *dataset,
                                  TbPeriod           *out_period);
gboolean    tb_cli_parse_kind    (const char         *option,
                                  const char         *text,
                                  TbKind             *out_kind);
/* @text is nullable: then the day is 0. */
gboolean    tb_cli_parse_day     (const char         *option,
                                  const char         *text,
                                  TbDay              *out_day);

/* Reads the whole of a small text file; "-" likewise. */
char       *tb_cli_read_text  (const char  *path,
                               gsize       *out_length) G_GNUC_WARN_UNUSED_RESULT;
/* Shows progress where standard error is a terminal; a TbProgressFunc. */
void        tb_cli_show_progress (double     fraction,
                                  gpointer   path);
void        tb_cli_end_progress  (void);

int         tb_cli_write_bytes (const char *path,
                               GBytes      *bytes);
/* Text on standard output, as it is: data are UTF-8 in every locale. */
int         tb_cli_print      (const char  *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbCliInput, tb_cli_input_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbCliSelection, tb_cli_selection_clear)

G_END_DECLS
