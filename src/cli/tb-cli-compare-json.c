/* The answer of tongbi-cli compare for programs. Scripts read the keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli-compare-private.h"

#include "tb-figure-text.h"
#include "tb-json-members.h"
#include "tb-published.h"

#include <math.h>

static void
add_period (JsonBuilder *builder,
            TbPeriod     period)
{
  g_autofree char *spelling = period.kind == TB_PERIOD_NONE ? NULL : tb_period_to_sdmx (period);

  tb_json_add_text (builder, "period", spelling);
}

static void
add_figure (JsonBuilder *builder,
            const char  *member,
            TbFigure     figure,
            TbLanguage   language)
{
  const TbSeriesInfo *info;
  g_autofree char *text = NULL;
  TbObservation o;

  json_builder_set_member_name (builder, member);
  if (figure.series == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  info = tb_series_get_info (figure.series);
  tb_series_get (figure.series, figure.row, &o);
  text = tb_figure_dup_description (figure.series, figure.row, language);
  json_builder_begin_object (builder);
  tb_json_add_text (builder, "indicator", info->indicator->id);
  tb_json_add_text (builder, "place", info->place != NULL ? info->place->id : NULL);
  add_period (builder, o.period);
  tb_json_add_text (builder, "kind", tb_vocabulary_spelling (&tb_kinds, (int) o.kind));
  tb_json_add_number (builder, "value", o.figure);
  tb_json_add_text (builder, "unit", info->unit->id);
  tb_json_add_text (builder, "text", text);
  json_builder_end_object (builder);
}

static void
add_change (JsonBuilder *builder,
            TbFigure     figure,
            TbLanguage   language)
{
  g_autofree char *text = tb_published_dup_change (figure, language);
  const TbPublishedChange *change;
  gboolean in_unit;
  TbObservation o;

  if (text == NULL)
    return;
  tb_series_get (figure.series, figure.row, &o);
  change = &o.extra->change;
  in_unit = change->kind == TB_CHANGE_ON_YEAR_ABSOLUTE;
  json_builder_set_member_name (builder, "published");
  json_builder_begin_object (builder);
  tb_json_add_number (builder, "value", in_unit ? tb_decimal_multiply (change->value, o.multiplier)
                                                : tb_decimal_to_double (change->value));
  tb_json_add_text (builder, "kind", tb_vocabulary_spelling (&tb_change_kinds, (int) change->kind));
  tb_json_add_text (builder, "text", text);
  json_builder_end_object (builder);
}

/* What the level and its published change imply: with the room that their
 * rounding leaves. */
static void
add_implied_base (JsonBuilder *builder,
                  TbFigure     figure,
                  TbLanguage   language)
{
  g_autofree char *text = NULL;
  TbInterval value;
  TbSide base;

  if (!tb_published_get_base (figure, &base))
    return;
  value = base.value;
  text = tb_published_dup_base (&base, language);
  json_builder_set_member_name (builder, "implied_base");
  json_builder_begin_object (builder);
  add_period (builder, base.span);
  tb_json_add_number (builder, "value", tb_interval_get_stated (&value));
  tb_json_add_number (builder, "low", value.low.open ? NAN : value.low.number - value.rounding);
  tb_json_add_number (builder, "high", value.high.open ? NAN : value.high.number + value.rounding);
  tb_json_add_text (builder, "text", text);
  json_builder_end_object (builder);
}

static void
add_bound (JsonBuilder  *builder,
           const char   *name,
           TbVerdictKind kind,
           TbBound       bound)
{
  tb_json_add_text (builder, name, kind != TB_VERDICT_INVALID ? tb_json_get_bound (bound) : NULL);
}

static void
add_verdict (JsonBuilder     *builder,
             const TbVerdict *verdict)
{
  tb_json_add_number (builder, "absolute", verdict->absolute);
  tb_json_add_number (builder, "relative", verdict->relative);
  tb_json_add_number (builder, "points", verdict->points);
  add_bound (builder, "bound", verdict->kind, verdict->bound);
  tb_json_add_number (builder, "low", verdict->low);
  tb_json_add_number (builder, "high", verdict->high);
}

/* The gap to the target takes the place of the change. */
static void
add_gap (JsonBuilder      *builder,
         const TbStanding *standing)
{
  const TbReading *gap = &standing->gap;

  tb_json_add_number (builder, "absolute", standing->in_points ? NAN : gap->value);
  tb_json_add_number (builder, "relative", NAN);
  tb_json_add_number (builder, "points", standing->in_points ? gap->value : NAN);
  add_bound (builder, "bound", gap->kind, gap->bound);
  tb_json_add_number (builder, "low", gap->low);
  tb_json_add_number (builder, "high", gap->high);
}

static void
add_standing (JsonBuilder      *builder,
              const TbStanding *standing)
{
  const TbReading *completion = &standing->completion;
  const TbReading *progress = &standing->progress;
  const char *word = tb_standing_get_word (standing->word, TB_LANGUAGE_EN);

  tb_json_add_number (builder, "completion", completion->value);
  add_bound (builder, "completion_bound", completion->kind, completion->bound);
  tb_json_add_number (builder, "completion_low", completion->low);
  tb_json_add_number (builder, "completion_high", completion->high);
  tb_json_add_number (builder, "elapsed", standing->elapsed);
  tb_json_add_text (builder, "status_word", *word != '\0' ? word : NULL);
  tb_json_add_number (builder, "progress", progress->value);
  tb_json_add_number (builder, "required", standing->required);
  tb_json_add_number (builder, "growth", standing->growth);
  tb_json_add_number (builder, "growth_required", standing->growth_required);
}

static void
add_proposal (JsonBuilder     *builder,
              const TbCliPair *pair)
{
  static const char *const names[] = {
    [TB_PROPOSAL_YEAR_EARLIER] = "year-earlier", [TB_PROPOSAL_YEAR_END] = "year-end",
    [TB_PROPOSAL_PREVIOUS] = "previous", [TB_PROPOSAL_EARLIER] = "earlier",
  };

  if (pair->is_proposed)
    tb_json_add_text (builder, "proposal", names[pair->proposal]);
}

void
tb_cli_answer_build (const TbCliAnswer *self,
                     JsonBuilder       *builder,
                     TbLanguage         language)
{
  json_builder_begin_object (builder);
  tb_json_add_text (builder, "verdict", tb_json_get_verdict (tb_cli_answer_get_kind (self)));
  tb_json_add_codes (builder, tb_cli_answer_get_codes (self));
  if (self->is_completion)
    add_gap (builder, &self->standing);
  else
    add_verdict (builder, &self->verdict);
  tb_json_add_text (builder, "text", self->text);
  if (self->is_completion)
    add_standing (builder, &self->standing);
  add_figure (builder, "base", self->pair.base, language);
  add_figure (builder, "current", self->pair.current, language);
  add_proposal (builder, &self->pair);
  if (self->pair.current.series != NULL)
    {
      add_change (builder, self->pair.current, language);
      add_implied_base (builder, self->pair.current, language);
    }
  json_builder_end_object (builder);
}
