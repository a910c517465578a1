/* Sums of figures that fill a span without a gap.
 *
 * The terms within a span are taken in order of their last day. Each can follow
 * a term that ends the day before it begins; of several ways to a day the one of
 * fewest terms stands, because each term brings its own rounding. So a published
 * total goes before a sum of its parts, and figures of several lengths in one
 * series are not counted twice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-transform-private.h"

/* The first row from @first on that ends on @day or later. */
static gsize
find_end (const TbWork *work,
          gsize         first,
          gsize         end,
          TbDay         day)
{
  gsize low = first, high = end;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (work->terms[middle].span.end < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The best way that leads up to a day; −1: none. */
gssize
tb_tile_find (const TbWork *work,
              const TbTile *tiles,
              gsize         first,
              gsize         end,
              TbDay         last_day)
{
  gssize best = -1;

  for (gsize i = find_end (work, first, end, last_day); i < end && work->terms[i].span.end == last_day; i++)
    {
      const TbTile *tile = &tiles[i - first];

      if (tile->n_terms > 0 && (best < 0 || tile->n_terms < tiles[best - (gssize) first].n_terms))
        best = (gssize) i;
    }

  return best;
}

/* A year-to-date figure fills its span only from the start that it counts from. */
static gboolean
can_stand (const TbTerm *term,
           TbDay         start)
{
  return term->point.kind != TB_VERDICT_INVALID && term->span.start >= start
         && (term->basis != TB_BASIS_YEAR_TO_DATE || term->span.start == start);
}

/* Y-2 is of the merged span alone: in a sum it is a part like others. */
static void
take (TbTile       *tile,
      const TbTerm *term)
{
  TbRuleSet codes = term->point.codes & ~TB_RULE_Y (2);

  if ((codes & TB_TRANSFORM_WARNINGS) != 0)
    tile->kind = MAX (tile->kind, term->point.kind);
  tile->codes |= codes;
  tile->status |= term->point.status;
}

static void
begin (TbTile       *tile,
       const TbTerm *term)
{
  tile->n_terms = 1;
  tile->first_end = term->span.end;
  tile->kind = TB_VERDICT_VALID;
  tile->codes = 0;
  tile->status = 0;
  tile->sum = term->point.value;
  take (tile, term);
}

static void
follow (TbTile       *tile,
        const TbTile *before,
        const TbTerm *term)
{
  tile->n_terms = before->n_terms + 1;
  tile->first_end = before->first_end;
  tile->kind = before->kind;
  tile->codes = before->codes;
  tile->status = before->status;
  tile->sum = tb_interval_add (&before->sum, &term->point.value);
  take (tile, term);
}

/* Lays the terms from @first to before @end from the day @start on; a tile each. */
void
tb_tile_lay (const TbWork *work,
             TbDay         start,
             gsize         first,
             gsize         end,
             TbTile       *tiles)
{
  for (gsize i = first; i < end; i++)
    {
      const TbTerm *term = &work->terms[i];
      TbTile *tile = &tiles[i - first];
      gssize before;

      tile->n_terms = 0;
      if (!can_stand (term, start))
        continue;
      if (term->span.start == start)
        {
          begin (tile, term);
          continue;
        }
      before = tb_tile_find (work, tiles, first, i, term->span.start - 1);
      if (before >= 0)
        follow (tile, &tiles[before - (gssize) first], term);
    }
}

gboolean
tb_tile_join (const TbWork *work,
              const TbTile *tiles,
              gsize         first,
              gsize         i,
              TbPoint      *point)
{
  const TbTile *tile = &tiles[i - first];

  point->kind = tile->kind;
  point->codes = tile->codes;
  point->status = tile->status;
  point->row = work->terms[i].point.row;
  point->value = tile->sum;
  point->n_terms = point->n_expected = (guint16) MIN (tile->n_terms, G_MAXUINT16);

  return !tb_work_has_break (work, tile->first_end, work->terms[i].span.end);
}
