/* The answer of tongbi-cli compare for programs. Scripts read the keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli-compare-private.h"

#include "tb-figure-text.h"
#include "tb-published.h"

#include <math.h>

static void
add_string (JsonBuilder *builder,
            const char  *member,
            const char  *text)
{
  json_builder_set_member_name (builder, member);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/* Neither NaN nor infinity is a number in JSON; −0 is no number to a reader. */
static void
add_number (JsonBuilder *builder,
            const char  *member,
            double       number)
{
  json_builder_set_member_name (builder, member);
  if (!isfinite (number))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, number + 0.0);
}

static void
add_period (JsonBuilder *builder,
            TbPeriod     period)
{
  g_autofree char *spelling = period.kind == TB_PERIOD_NONE ? NULL : tb_period_to_sdmx (period);

  add_string (builder, "period", spelling);
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
  add_string (builder, "indicator", info->indicator->id);
  add_string (builder, "place", info->place != NULL ? info->place->id : NULL);
  add_period (builder, o.period);
  add_string (builder, "kind", tb_vocabulary_spelling (&tb_kinds, (int) o.kind));
  add_number (builder, "value", o.figure);
  add_string (builder, "unit", info->unit->id);
  add_string (builder, "text", text);
  json_builder_end_object (builder);
}

static void
add_change (JsonBuilder *builder,
            TbFigure     figure,
            TbLanguage   language)
{
  g_autofree char *text = tb_published_dup_change (figure, language);
  const TbPublishedChange *change;
  TbObservation o;

  if (text == NULL)
    return;
  tb_series_get (figure.series, figure.row, &o);
  change = &o.extra->change;
  json_builder_set_member_name (builder, "published");
  json_builder_begin_object (builder);
  add_number (builder, "value", change->kind == TB_CHANGE_ON_YEAR_ABSOLUTE
                                  ? tb_decimal_multiply (change->value, o.multiplier) : tb_decimal_to_double (change->value));
  add_string (builder, "kind", tb_vocabulary_spelling (&tb_change_kinds, (int) change->kind));
  add_string (builder, "text", text);
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
  add_number (builder, "value", tb_interval_get_stated (&value));
  add_number (builder, "low", value.low.open ? NAN : value.low.number - value.rounding);
  add_number (builder, "high", value.high.open ? NAN : value.high.number + value.rounding);
  add_string (builder, "text", text);
  json_builder_end_object (builder);
}

static void
add_bound (JsonBuilder *builder,
           const char  *name,
           gboolean     has_number,
           TbBound      bound)
{
  static const char *const names[] = {
    [TB_BOUND_EXACT] = "exact", [TB_BOUND_AT_LEAST] = "at-least", [TB_BOUND_AT_MOST] = "at-most",
    [TB_BOUND_ABOUT] = "about", [TB_BOUND_BETWEEN] = "between",
  };

  add_string (builder, name, has_number ? names[bound] : NULL);
}

static void
add_verdict (JsonBuilder     *builder,
             const TbVerdict *verdict)
{
  add_number (builder, "absolute", verdict->absolute);
  add_number (builder, "relative", verdict->relative);
  add_number (builder, "points", verdict->points);
  add_bound (builder, "bound", verdict->kind != TB_VERDICT_INVALID, verdict->bound);
  add_number (builder, "low", verdict->low);
  add_number (builder, "high", verdict->high);
}

/* The gap to the target takes the place of the change. */
static void
add_gap (JsonBuilder      *builder,
         const TbStanding *standing)
{
  const TbReading *gap = &standing->gap;
  double value = gap->kind != TB_VERDICT_INVALID ? gap->value : NAN;

  add_number (builder, "absolute", standing->in_points ? NAN : value);
  add_number (builder, "relative", NAN);
  add_number (builder, "points", standing->in_points ? value : NAN);
  add_bound (builder, "bound", gap->kind != TB_VERDICT_INVALID, gap->bound);
  add_number (builder, "low", gap->kind != TB_VERDICT_INVALID ? gap->low : NAN);
  add_number (builder, "high", gap->kind != TB_VERDICT_INVALID ? gap->high : NAN);
}

static void
add_standing (JsonBuilder      *builder,
              const TbStanding *standing)
{
  const TbReading *completion = &standing->completion;
  const TbReading *progress = &standing->progress;
  const char *word = tb_standing_get_word (standing->word, TB_LANGUAGE_EN);

  add_number (builder, "completion", completion->kind != TB_VERDICT_INVALID ? completion->value : NAN);
  add_bound (builder, "completion_bound", completion->kind != TB_VERDICT_INVALID, completion->bound);
  add_number (builder, "completion_low", completion->kind != TB_VERDICT_INVALID ? completion->low : NAN);
  add_number (builder, "completion_high", completion->kind != TB_VERDICT_INVALID ? completion->high : NAN);
  add_number (builder, "elapsed", standing->elapsed);
  add_string (builder, "status_word", *word != '\0' ? word : NULL);
  add_number (builder, "progress", progress->kind != TB_VERDICT_INVALID ? progress->value : NAN);
  add_number (builder, "required", standing->required);
  add_number (builder, "growth", standing->growth);
  add_number (builder, "growth_required", standing->growth_required);
}

static void
add_codes (JsonBuilder *builder,
           TbRuleSet    codes)
{
  json_builder_set_member_name (builder, "codes");
  json_builder_begin_array (builder);
  for (guint rule = 0; rule < TB_N_RULES; rule++)
    {
      if ((codes & TB_RULE_BIT (rule)) != 0)
        json_builder_add_string_value (builder, tb_rule_get_code (rule));
    }
  json_builder_end_array (builder);
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
    add_string (builder, "proposal", names[pair->proposal]);
}

void
tb_cli_answer_build (const TbCliAnswer *self,
                     JsonBuilder       *builder,
                     TbLanguage         language)
{
  static const char *const verdicts[] = {
    [TB_VERDICT_VALID] = "valid", [TB_VERDICT_NOTE] = "note", [TB_VERDICT_INVALID] = "invalid",
  };

  json_builder_begin_object (builder);
  add_string (builder, "verdict", verdicts[tb_cli_answer_get_kind (self)]);
  add_codes (builder, tb_cli_answer_get_codes (self));
  if (self->is_completion)
    add_gap (builder, &self->standing);
  else
    add_verdict (builder, &self->verdict);
  add_string (builder, "text", self->text);
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
