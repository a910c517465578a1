/* What the files of house styles share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-theme.h"

G_BEGIN_DECLS

#define TB_N_STYLES (TB_STYLE_HIGH_CONTRAST_DARK + 1)

/* The colours of a theme that are one each; those of the series are a list. */
typedef enum
{
  TB_HOUSE_BACKGROUND,
  TB_HOUSE_TEXT,
  TB_HOUSE_TEXT_MUTED,
  TB_HOUSE_GRID,
  TB_HOUSE_AXIS,
  TB_HOUSE_TARGET,
  TB_HOUSE_HIGHLIGHT,
  TB_HOUSE_GOOD,
  TB_HOUSE_BAD,
  TB_HOUSE_NEUTRAL,
} TbHouseRole;
#define TB_N_HOUSE_ROLES (TB_HOUSE_NEUTRAL + 1)

/* Those that mean the same on every background: only they stand in "common". */
#define TB_FIRST_COMMON_ROLE TB_HOUSE_TARGET

/* What the document says of one style, or of all. */
typedef struct
{
  guint   given;                        /* mask of 1 << TbHouseRole */
  TbColor roles[TB_N_HOUSE_ROLES];
  TbColor series[TB_N_SERIES_COLORS];
  gsize   n_series;
} TbHouseColors;

typedef struct
{
  char          *family;                /* nullable: fonts before the usual ones */
  double         title_px, subtitle_px, label_px, note_px, margin_px;   /* 0: the usual one */
  GBytes        *logo;                  /* nullable: PNG */
  TbHouseColors  common;
  TbHouseColors  styles[TB_N_STYLES];
} TbHouseFields;

struct _TbHouseStyle
{
  gatomicrefcount  ref_count;
  char            *json;
  char            *family;
  GBytes          *logo;
  TbTheme          themes[TB_N_STYLES];
};

const char   *tb_house_role_get_name (TbHouseRole      role);
/* NULL with @error at fault; the document in @out_json without its white space. */
gboolean      tb_house_fields_read   (const char      *text,
                                      gssize           length,
                                      TbHouseFields   *out_fields,
                                      char           **out_json,
                                      GError         **error);
void          tb_house_fields_clear  (TbHouseFields   *self);
/* Of a document that stands in another one: what is wrong is told by its pointer alone. */
TbHouseStyle *tb_house_style_read    (const char      *text,
                                      gssize           length,
                                      GError         **error);

G_END_DECLS
