/* Draws a column or a bar in the notation of its kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-chart-canvas.h"

G_BEGIN_DECLS

/* Which side of a column stands on the line at zero. */
typedef enum { TB_BASE_BOTTOM, TB_BASE_TOP, TB_BASE_LEFT, TB_BASE_RIGHT } TbColumnBase;

/**
 * TbColumnMark:
 *
 * A column (or, lying, a bar). Actual figures are solid, targets and plans
 * outlined, forecasts hatched, those of the year before solid and lighter with an
 * edge at their end (semantics N-1); a figure that may still change is pale with a
 * dashed edge; a wide one behind its parts is pale.
 */
typedef struct
{
  TbRect   body;
  TbRect   range;     /* from low to high; no area where there is none */
  TbColor  color;
  TbKind   kind;
  gboolean soft;
  gboolean wide;      /* lies behind narrower actual ones */
  gboolean previous;  /* of the year before, behind that of the year */
  gboolean dashed;    /* of an outline: an indicative target */
  gboolean segment;   /* an average: a level line over a faint body */
  TbRect   front;     /* the column that hides part of an outline; no area where none does */
  TbColumnBase base;
  TbDatum  datum;
} TbColumnMark;

void    tb_mark_column_draw      (TbCanvas           *canvas,
                                  const TbColumnMark *mark);
/* What a label on it must contrast with. */
TbColor tb_mark_column_get_fill  (const TbCanvas     *canvas,
                                  const TbColumnMark *mark);
gboolean tb_mark_column_is_solid (const TbColumnMark *mark);

G_END_DECLS
