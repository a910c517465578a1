/* What a figure can be compared with.
 *
 * The rules of comparison decide; here is only the order in which earlier
 * figures are put before them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-proposal-private.h"

typedef struct
{
  TbSisters   sisters;
  TbSide      current;
  TbDay       known;
  TbReference reference;
  gboolean    at_date;   /* looked for by its date, not by its span */
  gboolean    refused;   /* whether what the rules refuse is looked for */
  guint       n_found;
  TbProposal *found;
} Search;

/* Of one date or span, figures of the same kind come before observed ones, and
 * these before others; the series of the figure itself before its sisters. */
#define N_RANKS 3

static guint
rank_kind (const Search        *search,
           const TbObservation *o)
{
  if (o->kind == search->current.observation.kind)
    return 0;

  return o->kind == TB_KIND_ACTUAL ? 1 : 2;
}

/* Series @i of those to look in, the figure's own as the first; NULL for one
 * that is none of them. */
static const TbSeries *
get_series (const Search *search,
            gsize         i)
{
  const TbSeries *own = search->current.figure.series;
  const TbSeries *series = i == 0 ? own : search->sisters.series[i - 1];

  return i == 0 || (series != own && tb_sisters_are (own, series)) ? series : NULL;
}

static gboolean
is_found (const Search *search,
          TbFigure      figure)
{
  for (guint i = 0; i < search->n_found; i++)
    {
      if (search->found[i].base.series == figure.series && search->found[i].base.row == figure.row)
        return TRUE;
    }

  return FALSE;
}

/* Puts a figure before the rules, and takes it where they let it through, or
 * where they do not and such is looked for. */
static gboolean
try_base (Search         *search,
          TbProposalKind  kind,
          const TbSide   *base)
{
  TbVerdict verdict;

  if (is_found (search, base->figure) || !tb_known_is_read (base->figure.series, base->figure.row, search->known))
    return FALSE;

  verdict = tb_sides_compare (base, &search->current, search->reference);
  if (search->refused ? verdict.kind != TB_VERDICT_INVALID || (verdict.codes & TB_RULE (0)) != 0
                      : verdict.kind == TB_VERDICT_INVALID)
    return FALSE;

  search->found[search->n_found++] = (TbProposal) { kind, base->figure, verdict };

  return TRUE;
}

static gboolean
find_in_series (Search         *search,
                const TbSeries *series,
                TbProposalKind  kind,
                TbPeriod        wanted,
                guint           rank)
{
  gsize n;
  gsize first = tb_series_find_ending (series, wanted.end, &n);

  for (gsize row = first; row < first + n; row++)
    {
      TbPeriod period = tb_series_get_period (series, row);
      TbSide base;

      if (period.end != wanted.end || !tb_period_is_dated (period)
          || !tb_side_load (&base, (TbFigure) { series, row }) || rank_kind (search, &base.observation) != rank)
        continue;
      if ((search->at_date || base.span.start == wanted.start) && try_base (search, kind, &base))
        return TRUE;
    }

  return FALSE;
}

/* The figure of a span, or of the date that it ends on. */
static void
find_at (Search         *search,
         TbProposalKind  kind,
         TbPeriod        wanted)
{
  for (guint rank = 0; rank < N_RANKS; rank++)
    {
      for (gsize i = 0; i <= search->sisters.n; i++)
        {
          const TbSeries *series = get_series (search, i);

          if (series != NULL && find_in_series (search, series, kind, wanted, rank))
            return;
        }
    }
}

typedef struct
{
  TbSide   base;
  guint    rank;
  guint    order;      /* of its series */
  gboolean same_span;  /* as long as the figure's */
} Earlier;

/* The nearest first; of one date, what is likest. */
static int
compare_earlier (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const Earlier *one = a;
  const Earlier *other = b;

  if (one->base.span.end != other->base.span.end)
    return one->base.span.end > other->base.span.end ? -1 : 1;
  if (one->same_span != other->same_span)
    return one->same_span ? -1 : 1;
  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  if (one->order != other->order)
    return one->order < other->order ? -1 : 1;

  return (one->base.figure.row > other->base.figure.row) - (one->base.figure.row < other->base.figure.row);
}

static void
add_earlier (const Search   *search,
             const TbSeries *series,
             guint           order,
             gsize           first,
             gsize           end,
             GArray         *list)
{
  for (gsize row = first; row < end; row++)
    {
      TbPeriod period = tb_series_get_period (series, row);
      Earlier earlier = { .order = order };

      if (!tb_period_is_dated (period) || period.end >= search->current.span.end
          || !tb_side_load (&earlier.base, (TbFigure) { series, row }))
        continue;
      earlier.rank = rank_kind (search, &earlier.base.observation);
      earlier.same_span = tb_period_same_duration (earlier.base.span, search->current.span);
      g_array_append_val (list, earlier);
    }
}

static gboolean
try_list (Search *search,
          GArray *list)
{
  g_sort_array (list->data, list->len, sizeof (Earlier), compare_earlier, NULL);
  for (guint i = 0; i < list->len; i++)
    {
      if (try_base (search, TB_PROPOSAL_EARLIER, &g_array_index (list, Earlier, i).base))
        return TRUE;
    }

  return FALSE;
}

/* How many rows of each series end before the figure; %NULL where one is not in
 * order. */
static gsize *
count_earlier (const Search *search)
{
  g_autofree gsize *n = g_new0 (gsize, search->sisters.n + 1);

  for (gsize i = 0; i <= search->sisters.n; i++)
    {
      const TbSeries *series = get_series (search, i);
      gsize n_ending;

      if (series == NULL)
        continue;
      if (!tb_series_is_sorted (series))
        return NULL;
      n[i] = tb_series_find_ending (series, search->current.span.end, &n_ending);
    }

  return g_steal_pointer (&n);
}

/* The rows that end on the latest day of those that are left, which they then are
 * no more. FALSE: none is left. */
static gboolean
take_latest (const Search *search,
             gsize        *n,
             GArray       *list)
{
  TbDay latest = 0;
  gboolean any = FALSE;

  for (gsize i = 0; i <= search->sisters.n; i++)
    if (n[i] > 0)
      {
        TbDay end = tb_series_get_period (get_series (search, i), n[i] - 1).end;

        latest = any ? MAX (latest, end) : end;
        any = TRUE;
      }
  g_array_set_size (list, 0);
  for (gsize i = 0; i <= search->sisters.n && any; i++)
    {
      gsize end = n[i];

      while (n[i] > 0 && tb_series_get_period (get_series (search, i), n[i] - 1).end == latest)
        n[i]--;
      if (n[i] < end)
        add_earlier (search, get_series (search, i), (guint) i, n[i], end, list);
    }

  return any;
}

/* Day by day back where rows are in order: the nearest mostly is one of the first. */
static void
find_earlier (Search *search)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Earlier));
  g_autofree gsize *n = count_earlier (search);

  if (n != NULL)
    {
      while (take_latest (search, n, list))
        if (try_list (search, list))
          return;
      return;
    }
  for (gsize i = 0; i <= search->sisters.n; i++)
    {
      const TbSeries *series = get_series (search, i);

      if (series != NULL)
        add_earlier (search, series, (guint) i, 0, tb_series_get_n (series), list);
    }
  try_list (search, list);
}

/* A target without a date can be set against the figure that it starts from
 * (T-7). */
static void
find_baseline (Search *search)
{
  const TbObservationExtra *extra = search->current.observation.extra;

  if (extra == NULL || !extra->target.has_baseline || !tb_period_is_dated (extra->target.baseline_period))
    return;

  search->at_date = FALSE;
  find_at (search, TB_PROPOSAL_EARLIER, extra->target.baseline_period);
}

static TbPeriod
get_last_year_end (TbDay day)
{
  int year, month, d;

  tb_day_split (day, &year, &month, &d);
  day = tb_day_new (year - 1, 12, 31);

  return (TbPeriod) { day, day, TB_PERIOD_D, TB_CALENDAR_YEAR, NULL };
}

/* Each in turn while fewer than @most are found. */
static void
run (Search *search,
     guint   most)
{
  const TbSide *current = &search->current;
  TbPeriod wanted;

  if (!tb_period_is_dated (current->observation.period))
    {
      find_baseline (search);
      return;
    }

  search->at_date = tb_side_is_level (current) || current->observation.basis == TB_BASIS_AS_OF;
  if (tb_period_year_earlier (current->span, &wanted))
    find_at (search, TB_PROPOSAL_YEAR_EARLIER, wanted);
  if (search->at_date && search->n_found < most)
    find_at (search, TB_PROPOSAL_YEAR_END, get_last_year_end (current->span.end));
  /* The day before a date is no period before it. */
  if (current->span.kind != TB_PERIOD_D && search->n_found < most && tb_period_previous (current->span, &wanted))
    find_at (search, TB_PROPOSAL_PREVIOUS, wanted);
  if (search->n_found < most)
    find_earlier (search);
}

TbSisters
tb_sisters_of (const TbDataset *dataset,
               const TbSeries  *series)
{
  TbSisters sisters;

  sisters.series = tb_dataset_get_series_of (dataset, tb_series_get_info (series)->indicator, &sisters.n);

  return sisters;
}

gboolean
tb_sisters_are (const TbSeries *a,
                const TbSeries *b)
{
  const TbSeriesInfo *one = tb_series_get_info (a);
  const TbSeriesInfo *other = tb_series_get_info (b);

  return one->indicator == other->indicator && one->place == other->place && tb_series_same_breakdown (one, other);
}

guint
tb_proposal_search (TbSisters    sisters,
                    TbFigure     current,
                    TbDay        known,
                    TbReference  reference,
                    guint        most,
                    TbProposal  *out_proposals)
{
  Search search = { .sisters = sisters, .known = known, .reference = reference, .found = out_proposals };

  if (!tb_side_load (&search.current, current) || !search.current.known)
    return 0;
  run (&search, most);

  return search.n_found;
}

gboolean
tb_proposal_find_refused (TbSisters    sisters,
                          TbFigure     current,
                          TbDay        known,
                          TbReference  reference,
                          TbProposal  *out_refused)
{
  TbProposal found[TB_MAX_PROPOSALS];
  Search search = { .sisters = sisters, .known = known, .reference = reference, .refused = TRUE, .found = found };

  if (!tb_side_load (&search.current, current))
    return FALSE;
  run (&search, 1);
  *out_refused = found[0];

  return search.n_found > 0;
}

/**
 * tb_proposal_list:
 * @dataset: the dataset of the figure
 * @current: a figure of it
 * @known: what was known on a day is looked at; 0: all
 * @reference: the day that the rules go by
 * @out_proposals: (out caller-allocates) (array fixed-size=4): the proposals
 *
 * Looks for earlier figures to compare a figure with, in its series and in those
 * of the same indicator, place and breakdown: of the same span or date a year earlier, for
 * levels of the last year-end, of the period before, and the nearest other one.
 * For a target without a date it is the figure that its baseline names.
 *
 * Missing: a figure without a number has none.
 * Thread: any. Cost: O(log n) of these series where their rows are in order, else
 *   O(n); for the nearest other figure up to O(n log n).
 *
 * Returns: how many there are
 */
guint
tb_proposal_list (const TbDataset *dataset,
                  TbFigure         current,
                  TbDay            known,
                  TbReference      reference,
                  TbProposal      *out_proposals)
{
  if (current.series == NULL)
    return 0;

  return tb_proposal_search (tb_sisters_of (dataset, current.series), current, known, reference, TB_MAX_PROPOSALS,
                             out_proposals);
}

/**
 * tb_proposal_find_best:
 * @dataset: the dataset of the figure
 * @current: a figure of it
 * @known: what was known on a day is looked at; 0: all
 * @reference: the day that the rules go by
 * @out_proposal: (out): the first of tb_proposal_list()
 *
 * Thread: any. Cost: that of tb_proposal_list() without what it looks for afterwards.
 *
 * Returns: whether there is one
 */
gboolean
tb_proposal_find_best (const TbDataset *dataset,
                       TbFigure         current,
                       TbDay            known,
                       TbReference      reference,
                       TbProposal      *out_proposal)
{
  TbProposal found[TB_MAX_PROPOSALS];

  if (current.series == NULL ||
      tb_proposal_search (tb_sisters_of (dataset, current.series), current, known, reference, 1, found) == 0)
    return FALSE;
  *out_proposal = found[0];

  return TRUE;
}
