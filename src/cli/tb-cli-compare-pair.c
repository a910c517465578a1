/* Which two figures are compared.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli-compare-private.h"

#include "tb-cli-series.h"
#include "tb-cli.h"
#include "tb-side.h"

#include <glib/gi18n-lib.h>

/* Whose figures a side takes where no option says it. */
typedef enum
{
  ROLE_ANY,     /* actual, else whatever there is */
  ROLE_ACTUAL,
  ROLE_AIM,     /* a target, else a plan */
} Role;

/* Whether a row is meant by a period in another spelling: a year-to-date figure
 * is spelled by its last month, and is asked for by its whole span too; a level
 * or a total since a date, whatever its span, by the day on which it holds. */
static gboolean
spans (const TbSeries *series,
       gsize           row,
       TbPeriod        period)
{
  TbSide side;

  if (!tb_period_is_dated (period) || tb_series_get_period (series, row).end != period.end
      || !tb_side_load (&side, (TbFigure) { series, row }))
    return FALSE;

  return tb_period_equal (side.span, period) || (period.kind == TB_PERIOD_D && tb_side_is_level (&side));
}

static TbFigure
find_figure (const TbSeries *series,
             TbPeriod        period,
             TbKind          kind,
             TbDay           known)
{
  TbFigure found = tb_known_find (series, period, kind, known);

  if (!tb_period_is_dated (period) || (found.series != NULL && spans (series, found.row, period)))
    return found;

  for (gsize i = 0; i < tb_series_get_n (series); i++)
    {
      TbObservation o;

      if (!spans (series, i, period))
        continue;
      tb_series_get (series, i, &o);
      if (o.kind == kind && tb_known_is_read (series, i, known))
        return (TbFigure) { series, i };
    }

  return found;
}

static gboolean
take (GArray         *figures,
      const TbSeries *series,
      TbPeriod        period,
      TbKind          kind,
      TbDay           known)
{
  TbFigure figure = find_figure (series, period, kind, known);

  if (figure.series != NULL)
    g_array_append_val (figures, figure);

  return figure.series != NULL;
}

static void
take_any (GArray         *figures,
          const TbSeries *series,
          TbPeriod        period,
          TbDay           known)
{
  if (take (figures, series, period, TB_KIND_ACTUAL, known))
    return;
  for (TbKind kind = TB_KIND_TARGET; kind <= TB_KIND_FORECAST; kind++)
    take (figures, series, period, kind, known);
}

/* The figures of a period that the series have: one each, or one of each kind
 * where they have no actual one. */
static GArray *
collect (const GPtrArray *series,
         TbPeriod         period,
         int              kind,
         Role             role,
         TbDay            known)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (TbFigure));

  for (guint i = 0; i < series->len; i++)
    {
      const TbSeries *one = g_ptr_array_index (series, i);

      if (kind != TB_CLI_ANY_KIND)
        take (figures, one, period, (TbKind) kind, known);
      else if (role == ROLE_ANY)
        take_any (figures, one, period, known);
      else if (role == ROLE_ACTUAL)
        take (figures, one, period, TB_KIND_ACTUAL, known);
      else if (!take (figures, one, period, TB_KIND_TARGET, known))
        take (figures, one, period, TB_KIND_PLAN, known);
    }

  return figures;
}

static TbFigure
get_only (const GArray *figures)
{
  return figures->len > 0 ? g_array_index (figures, TbFigure, 0) : (TbFigure) { NULL, 0 };
}

/* How many pairs are of one series; of one, @out_pair is that. */
static guint
count_of_one_series (const GArray *bases,
                     const GArray *currents,
                     TbCliPair    *out_pair)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < bases->len; i++)
    {
      gpointer series = (gpointer) g_array_index (bases, TbFigure, i).series;
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, series));

      g_hash_table_insert (counts, series, GUINT_TO_POINTER (count + 1));
    }
  for (guint i = 0; i < currents->len; i++)
    {
      TbFigure current = g_array_index (currents, TbFigure, i);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, current.series));

      n += count;
      if (count > 0)
        out_pair->current = current;
    }
  for (guint i = 0; n == 1 && i < bases->len; i++)
    {
      if (g_array_index (bases, TbFigure, i).series == out_pair->current.series)
        out_pair->base = g_array_index (bases, TbFigure, i);
    }

  return n;
}

typedef struct
{
  const GArray *bases;
  const GArray *currents;
} Candidates;

static void
append_kinds (GString        *text,
              const char     *side,
              const GArray   *figures,
              const TbSeries *series)
{
  const char *before = side;

  for (guint i = 0; i < figures->len; i++)
    {
      TbFigure figure = g_array_index (figures, TbFigure, i);
      TbObservation o;

      if (figure.series != series)
        continue;
      tb_series_get (series, figure.row, &o);
      g_string_append_printf (text, "%s%s", before, tb_vocabulary_spelling (&tb_kinds, (int) o.kind));
      before = ", ";
    }
}

static char *
dup_remark (const TbSeries *series,
            gpointer        data)
{
  const Candidates *candidates = data;
  GString *text = g_string_new (NULL);

  append_kinds (text, "; base: ", candidates->bases, series);
  append_kinds (text, "; current: ", candidates->currents, series);

  return g_string_free_and_steal (text);
}

/* Each series once, in the order of the file. */
static void
add_series (GPtrArray    *list,
            GHashTable   *seen,
            const GArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      gpointer series = (gpointer) g_array_index (figures, TbFigure, i).series;

      if (g_hash_table_add (seen, series))
        g_ptr_array_add (list, series);
    }
}

/* The figures of another thing are chosen by options of their own. */
static void
say_several (const TbCliQuestion *question,
             const GArray        *bases,
             const GArray        *currents)
{
  gboolean of_another = question->others != question->series;
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Candidates candidates = { bases, currents };

  add_series (of_another ? others : list, seen, bases);
  add_series (list, seen, currents);
  tb_cli_print_error ("%s",
                      _("several figures fit; choose by the options of one of these, --base-kind or --current-kind:"));
  tb_cli_series_list (others, "with-", dup_remark, &candidates);
  tb_cli_series_list (list, "", dup_remark, &candidates);
}

/* Both sides of one series, if one alone has both; else the only figure of each
 * side, so that the verdict can say in what they differ. A missing side is an
 * answer. FALSE: several fit. */
static gboolean
match (const TbCliQuestion *question,
       const GArray        *bases,
       const GArray        *currents,
       TbCliPair           *out_pair)
{
  guint n = count_of_one_series (bases, currents, out_pair);

  if (n == 1)
    return TRUE;
  if (n == 0 && ((bases->len == 1 && currents->len == 1) || bases->len == 0 || currents->len == 0))
    {
      out_pair->base = get_only (bases);
      out_pair->current = get_only (currents);
      return TRUE;
    }

  say_several (question, bases, currents);

  return FALSE;
}

static GArray *
collect_currents (const TbCliQuestion *question)
{
  return collect (question->series, question->current, question->current_kind, ROLE_ANY, question->known);
}

/* Figures of any kinds in the two periods that are named. */
static gboolean
choose_any (const TbCliQuestion *question,
            TbCliPair           *out_pair)
{
  g_autoptr (GArray) bases = collect (question->others, question->base, question->base_kind, ROLE_ANY, question->known);
  g_autoptr (GArray) currents = collect_currents (question);

  return match (question, bases, currents, out_pair);
}

/* One way to set a target against an actual figure. */
typedef struct
{
  gboolean swapped;   /* the base is of the first thing, the current figure of the other */
  Role     base_role;
} Arrangement;

static gboolean
fits_role (int  kind,
           Role role)
{
  if (kind == TB_CLI_ANY_KIND)
    return TRUE;

  return role == ROLE_ACTUAL ? kind == TB_KIND_ACTUAL : kind != TB_KIND_ACTUAL;
}

static gboolean
choose_for_completion (const TbCliQuestion *question,
                       TbCliPair           *out_pair)
{
  static const Arrangement arrangements[] = {
    { FALSE, ROLE_AIM }, { FALSE, ROLE_ACTUAL }, { TRUE, ROLE_AIM }, { TRUE, ROLE_ACTUAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (arrangements); i++)
    {
      const Arrangement *way = &arrangements[i];
      Role current_role = way->base_role == ROLE_AIM ? ROLE_ACTUAL : ROLE_AIM;
      g_autoptr (GArray) bases = NULL;
      g_autoptr (GArray) currents = NULL;

      if (!fits_role (question->base_kind, way->base_role) || !fits_role (question->current_kind, current_role))
        continue;
      bases = collect (way->swapped ? question->series : question->others, question->base, question->base_kind,
                       way->base_role, question->known);
      currents = collect (way->swapped ? question->others : question->series, question->current, question->current_kind,
                          current_role, question->known);
      if (bases->len > 0 && currents->len > 0)
        return match (question, bases, currents, out_pair);
    }

  /* One side at most is there. */
  return choose_any (question, out_pair);
}

/* Whether @a is the better target for a figure that ends on @day: it ends no
 * earlier, and as soon as possible. */
static gboolean
is_better_aim (const TbObservation *a,
               const TbObservation *b,
               TbDay                day)
{
  gboolean a_reaches = a->period.end >= day;
  gboolean b_reaches = b->period.end >= day;

  if (a_reaches != b_reaches)
    return a_reaches;
  if (a->period.end != b->period.end)
    return a_reaches == (a->period.end < b->period.end);

  return a->kind < b->kind;
}

/* The target that a figure is measured by: of its own series first. */
static TbFigure
find_aim (const TbSeries *series,
          TbFigure        actual,
          TbDay           known)
{
  TbDay day = tb_series_get_period (actual.series, actual.row).end;
  TbFigure best = { NULL, 0 };
  TbObservation best_row, o;

  for (gsize i = 0; i < tb_series_get_n (series); i++)
    {
      tb_series_get (series, i, &o);
      if ((o.kind != TB_KIND_TARGET && o.kind != TB_KIND_PLAN) || !tb_known_is_read (series, i, known))
        continue;
      if (best.series != NULL && !is_better_aim (&o, &best_row, day))
        continue;
      best = (TbFigure) { series, i };
      best_row = o;
    }

  return best;
}

static TbFigure
find_aim_of_any (const TbCliQuestion *question,
                 TbFigure             actual)
{
  TbFigure aim = { NULL, 0 };

  if (question->series == question->others)
    aim = find_aim (actual.series, actual, question->known);
  for (guint i = 0; aim.series == NULL && i < question->others->len; i++)
    aim = find_aim (g_ptr_array_index (question->others, i), actual, question->known);

  return aim;
}

/* The other side of a completion, where no base is named. */
static void
find_completion_base (const TbCliQuestion *question,
                      TbCliPair           *pair)
{
  TbObservation o;

  tb_series_get (pair->current.series, pair->current.row, &o);
  if (o.kind == TB_KIND_ACTUAL)
    pair->base = find_aim_of_any (question, pair->current);
  else
    pair->base = tb_standing_find_actual (question->dataset, pair->current, question->known, question->reference);
}

static void
find_base (const TbCliQuestion *question,
           TbCliPair           *pair)
{
  TbProposal proposals[TB_MAX_PROPOSALS];

  if (question->operation == TB_CLI_COMPLETION)
    {
      find_completion_base (question, pair);
      return;
    }
  if (tb_proposal_list (question->dataset, pair->current, question->known, question->reference, proposals) == 0)
    return;

  pair->is_proposed = TRUE;
  pair->proposal = proposals[0].kind;
  pair->base = proposals[0].base;
}

gboolean
tb_cli_pair_choose (const TbCliQuestion *question,
                    TbCliPair           *out_pair)
{
  g_autoptr (GArray) currents = NULL;

  *out_pair = (TbCliPair) { .base = { NULL, 0 } };
  if (question->has_base)
    return question->operation == TB_CLI_COMPLETION ? choose_for_completion (question, out_pair)
                                                    : choose_any (question, out_pair);

  currents = collect_currents (question);
  if (currents->len > 1)
    {
      g_autoptr (GArray) no_bases = g_array_new (FALSE, FALSE, sizeof (TbFigure));

      say_several (question, no_bases, currents);
      return FALSE;
    }

  out_pair->current = get_only (currents);
  if (out_pair->current.series != NULL)
    find_base (question, out_pair);

  return TRUE;
}
