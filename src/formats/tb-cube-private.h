/* What the parts of a cube share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-cube.h"
#include "tb-period-text.h"

G_BEGIN_DECLS

/* No series, dimension or place in a list. */
#define TB_CUBE_NONE G_MAXUINT32

/* How many of a dimension's codes are shown where the user is asked. */
#define TB_CUBE_N_SAMPLES 5

/* What tb_cube_intern() looks up: beside each code. */
typedef struct
{
  guint32 hash;
  guint32 length;
  guint32 follower;   /* the code that was asked for after this one */
  guint32 canonical;  /* the code that it is: another one of the same id and label, itself, or %TB_CUBE_NO_CODE */
} TbCubeKey;

typedef struct
{
  const char   *id;           /* not empty, and of no other dimension, from begin on */
  const char   *label;        /* nullable */
  TbColumnRole  said;         /* by the reader */
  TbColumnRole  role;         /* from begin on */
  gboolean      in_doubt;     /* from begin on: another reading is possible */
  TbPeriodHint  hint;         /* likewise: what its codes may be */
  gboolean      is_hidden;    /* from the plan */
  gboolean      lacks_codes;  /* some figure has no code of it */
  GArray       *codes;        /* of TbCubeCode */
  GArray       *keys;         /* of TbCubeKey */
  guint32      *slots;        /* code + 1; 0: free */
  guint32       n_slots;      /* a power of two */
  guint32       last;         /* the code that was asked for last */
  guint32       n_settled;    /* codes whose `canonical` is known */
  guint32       next_suffix;  /* of a code that gets an id of its own */
} TbCubeDimension;

typedef struct
{
  TbSeriesBuilder *builder;
  guint32          follower;  /* the series whose figure came after one of this */
} TbCubeSeries;

/* What tests lower. */
typedef struct
{
  guint   n_dimensions;
  guint32 n_codes;
  guint32 n_series;
} TbCubeLimits;

/**
 * TbCube:
 * @key_dimensions: which dimensions tell series apart
 * @aside_dimensions: those that only say more about a series
 * @keys, @asides: the codes of these, series after series
 * @slots: finds a series by its key: index + 1; 0: free
 */
struct _TbCube
{
  const TbReaderInput *input;
  TbPool              *pool;
  TbCatalog           *catalog;
  TbDatasetInfo        info;
  TbSource             source;
  TbCubeCode           subject;
  TbCubeLimits         limits;
  GArray              *dimensions;       /* of TbCubeDimension */
  gboolean             has_begun;
  gboolean             has_failed;       /* and the reason was reported, or it was cancelled */
  gboolean             has_aliases;      /* a code is another one */
  guint32             *resolved;         /* a figure's codes without aliases */
  gsize                n_expected;
  gsize                n_figures;
  gsize                n_numbers;
  gsize                n_texts;          /* texts in place of a number */
  const char          *first_text;

  guint32              period_dimension; /* %TB_CUBE_NONE: undated */
  GArray              *periods;          /* of TbPeriod, by code; as many as were parsed */
  TbDay                day_zero;         /* 0, or that from which the codes of the period count days */
  guint32              n_unknown_periods;
  const char          *unknown_period;   /* the first of them */

  guint32              n_keys;           /* key dimensions */
  guint32             *key_dimensions;
  guint32              n_asides;
  guint32             *aside_dimensions;
  GArray              *series;           /* of TbCubeSeries */
  GArray              *keys;             /* of guint32 */
  GArray              *asides;           /* of guint32 */
  guint32             *slots;
  guint32              n_slots;
  guint32              last_series;
  gsize                n_rows_guess;     /* rows that the next series may have */
  GHashTable          *notes;            /* of string of the pool, to TbTextEntry */
};

static inline TbCubeDimension *
tb_cube_get_dimension (const TbCube *self,
                       guint         i)
{
  return &g_array_index (self->dimensions, TbCubeDimension, i);
}

static inline TbCubeCode *
tb_cube_dimension_get_code (const TbCubeDimension *self,
                            guint32                code)
{
  return &g_array_index (self->codes, TbCubeCode, code);
}

/* The codes of the key dimensions. */
static inline const guint32 *
tb_cube_get_key (const TbCube *self,
                 guint32       series)
{
  return (const guint32 *) (gpointer) self->keys->data + (gsize) series * self->n_keys;
}

/* For tests. */
void      tb_cube_set_limits        (TbCube             *self,
                                     const TbCubeLimits *limits);

/* Reports an error and makes all that follows fail. */
void      tb_cube_fail              (TbCube             *self,
                                     const char         *format,
                                     ...) G_GNUC_PRINTF (2, 3);
void      tb_cube_warn              (TbCube             *self,
                                     const char         *format,
                                     ...) G_GNUC_PRINTF (2, 3);
/* Tells how far the reading is. FALSE: cancelled. */
gboolean  tb_cube_step              (TbCube             *self);

/* tb-cube-codes.c */
void      tb_cube_dimension_clear   (gpointer            data);
void      tb_cube_settle_codes      (TbCube             *self,
                                     TbCubeDimension    *dimension);
/* How many different codes there are, those of figures without one not counted. */
guint32   tb_cube_dimension_count   (const TbCubeDimension *self);

/* tb-cube-roles.c */
void      tb_cube_find_roles        (TbCube             *self);
/* The first dimension of a role; %TB_CUBE_NONE where there is none. */
guint32   tb_cube_find_dimension    (const TbCube       *self,
                                     TbColumnRole        role);

/* tb-cube-periods.c */
void      tb_cube_find_hint         (TbCubeDimension    *dimension);
gboolean  tb_cube_parse_code        (TbCube             *self,
                                     const TbCubeDimension *dimension,
                                     guint32             code,
                                     TbPeriod           *out_period);
void      tb_cube_parse_periods     (TbCube             *self);

/* tb-cube-series.c */
void      tb_cube_clear_series      (TbCube             *self);
/* The code of a dimension in all figures of a series. */
guint32   tb_cube_get_series_code   (const TbCube       *self,
                                     guint32             series,
                                     guint32             dimension);

/* tb-cube-catalog.c: what the codes stand for, once all figures are there. */
typedef struct
{
  TbCube             *cube;
  const TbSource     *source;            /* nullable */
  guint32             place_dimension;
  guint32             indicator_dimension;
  guint32             unit_dimension;
  gboolean            unit_is_breakdown; /* too: the units do not tell its codes apart, or not by the file's ids */
  const TbPlace     **places;            /* by code; NULL where unused */
  TbIndicator       **indicators;        /* by code, the subject last; NULL where unused */
  TbDecimal          *scales;            /* of the wording of their units, beside them */
  const TbUnit      **first_units;       /* of their first series, beside them; NULL where no dimension tells units */
  const TbUnit      **units;             /* by code of the dimension of units */
  TbDecimal          *unit_scales;
  gboolean           *is_breakdown;      /* by dimension */
} TbCubeCatalog;

void      tb_cube_catalog_init      (TbCubeCatalog      *self,
                                     TbCube             *cube);
void      tb_cube_catalog_clear     (TbCubeCatalog      *self);
void      tb_cube_catalog_describe  (const TbCubeCatalog *self,
                                     guint32             series,
                                     TbSeriesInfo       *out_info);

/* What titles and notes of series say, in the descriptions of their indicators. */
void      tb_cube_catalog_add_asides (TbCubeCatalog     *self);
/* 0 where there is no such dimension. */
guint32   tb_cube_count_codes       (const TbCube       *self,
                                     guint32             dimension);
const TbProfileIndicator *
          tb_cube_find_said         (const TbCube       *self,
                                     const char         *id);
TbUnit   *tb_cube_find_unit         (TbCube             *self,
                                     const char         *id,
                                     const char         *label,
                                     TbDecimal          *out_scale);
/* Adds lines to a text, in every language that it has. */
void      tb_cube_append_lines      (TbCube             *self,
                                     TbText             *text,
                                     const char         *lines);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TbCubeCatalog, tb_cube_catalog_clear)

/* Decimals that the dataset format can hold. */
#define TB_CUBE_MOST_DECIMALS 15

/* tb-cube-decimals.c: says for indicators that leave it open, or say more than anyone reads, with how many decimals
 * they are shown. */
void                   tb_cube_hint_decimals    (const GPtrArray *series);

G_END_DECLS
