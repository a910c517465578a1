/* What the readers of SDMX-JSON and SDMX-CSV share: attributes and what they mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-json-field.h"
#include "tb-status-text.h"

G_BEGIN_DECLS

/* What an attribute says of a figure, by the concepts that all agencies share. */
typedef enum
{
  TB_SDMX_OTHER,
  TB_SDMX_STATUS,
  TB_SDMX_FLAG,             /* a status in the letters of Eurostat */
  TB_SDMX_CONFIDENTIALITY,
  TB_SDMX_UNIT,
  TB_SDMX_MULTIPLIER,
  TB_SDMX_DECIMALS,
  TB_SDMX_TITLE,
  TB_SDMX_IGNORED,          /* says what the period says, or whom to write to */
} TbSdmxKind;

/* A code and its wording, or a text alone as both. */
typedef struct
{
  const char *id;     /* nullable: none is given */
  const char *label;  /* nullable */
  TbText      words;
} TbSdmxValue;

/* What a status code was found to mean. */
typedef struct
{
  TbProvider  provider;
  const char *code;    /* NULL: none as yet */
  const char *label;   /* nullable */
  const char *note;    /* nullable */
  guint32     status;
} TbSdmxMeaning;

#define TB_SDMX_N_MEANINGS 32

/* No dimension of the cube. */
#define TB_SDMX_NO_DIMENSION G_MAXUINT

/**
 * TbSdmx:
 * @unit, @title: dimensions of the cube for attributes of that kind
 * @meanings: of status codes that were met, one for each place that the first letter of a code leads to
 * @remarks: what is told in the description
 * @n_unlisted: references to values that are not listed
 *
 * One cube on its way.
 */
typedef struct
{
  const TbReaderInput *input;
  TbCube              *cube;
  TbPool              *pool;
  guint                unit;
  guint                title;
  TbSdmxMeaning        meanings[TB_SDMX_N_MEANINGS];
  GPtrArray           *remarks;
  GHashTable          *remarks_by_key;
  GHashTable          *places;         /* a set of all that may be remarked on, in codes */
  gsize                n_remarks_lost;
  gsize                n_unlisted;
  gsize                n_bad_powers;
} TbSdmx;

/* What holds for a figure. */
typedef struct
{
  guint32     status;
  TbDecimal   multiplier;
  guint32     unit;       /* codes of the cube */
  guint32     title;
  int         decimals;
  const char *note;       /* nullable */
} TbSdmxState;

#define TB_SDMX_STATE_INIT { .multiplier = TB_DECIMAL_ONE, .unit = TB_CUBE_NO_CODE, .title = TB_CUBE_NO_CODE, \
                             .decimals = -1 }

void        tb_sdmx_init            (TbSdmx              *self,
                                     const TbReaderInput *input);
void        tb_sdmx_clear           (TbSdmx              *self);
TbSdmxKind  tb_sdmx_kind_from_id    (const char          *id);
/* Dimensions that stand for the attributes of these kinds, added where there are such. */
void        tb_sdmx_add_dimensions  (TbSdmx              *self,
                                     gboolean             has_unit,
                                     gboolean             has_title);
void        tb_sdmx_apply           (TbSdmx              *self,
                                     TbSdmxKind           kind,
                                     const char          *name,
                                     const TbSdmxValue   *value,
                                     TbSdmxState         *state);
void        tb_sdmx_add_note        (TbSdmx              *self,
                                     const char          *name,
                                     const TbSdmxValue   *value,
                                     TbSdmxState         *state);
/* @where: what it is said of, in codes; "" for all. */
void        tb_sdmx_remark          (TbSdmx              *self,
                                     const char          *name,
                                     const TbSdmxValue   *value,
                                     const char          *where);
void        tb_sdmx_note_place      (TbSdmx              *self,
                                     const char          *where);
GPtrArray  *tb_sdmx_remarks_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void        tb_sdmx_append_remarks  (const TbSdmx        *self,
                                     GString             *description);
/* The figure and what holds for it into the cube; @codes has room for the dimensions above. */
gboolean    tb_sdmx_add_cell        (TbSdmx              *self,
                                     guint32             *codes,
                                     TbCubeCell          *cell,
                                     const TbSdmxState   *state);
/* Fills the description behind @intro (nullable), reports counts, and finishes the cube. */
TbDataset  *tb_sdmx_finish          (TbSdmx              *self,
                                     const char          *intro) G_GNUC_WARN_UNUSED_RESULT;

static inline const char *
tb_sdmx_value_get_wording (const TbSdmxValue *self)
{
  return self->label != NULL ? self->label : self->id;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbSdmx, tb_sdmx_clear)

G_END_DECLS
