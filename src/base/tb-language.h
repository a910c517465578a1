/* The languages that figures are written in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TbLanguage:
 * @TB_LANGUAGE_EN: English
 * @TB_LANGUAGE_ZH: Simplified Chinese
 *
 * The language of a figure: of its numbers, periods, units and fixed words.
 * It is a value handed down, never read from the process's locale, because a
 * figure may be made in another language than the window's.
 */
typedef enum
{
  TB_LANGUAGE_EN,
  TB_LANGUAGE_ZH,
} TbLanguage;

#define TB_N_LANGUAGES 2

const char *tb_language_get_code  (TbLanguage   language);  /* "en", "zh" */
gboolean    tb_language_from_name (const char  *name,       /* "en", "en_US.UTF-8", "zh", "zh_CN" … */
                                   TbLanguage  *out_language);

/* One phrase in each language; the static tables of fixed words are made of these. */
typedef struct
{
  const char *in[TB_N_LANGUAGES];
} TbPhrase;

G_END_DECLS
