/* Writes an observation in the shortest form that says all of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-writer-native.h"

static const TbObservationExtra nothing;

static gboolean
is_target (const TbObservation *observation)
{
  return observation->kind == TB_KIND_TARGET || observation->kind == TB_KIND_PLAN;
}

static gboolean
has_target_keys (const TbTarget *target)
{
  return target->deadline != 0 || target->basis_said || target->comparator_said || target->path != TB_PATH_NONE
         || target->binding != TB_UNSAID || target->has_baseline || !tb_text_is_empty (&target->text);
}

/* Whether period and value say all of it. */
static gboolean
is_short (const TbSeriesInfo  *info,
          const TbObservation *observation)
{
  const TbObservationExtra *extra = observation->extra != NULL ? observation->extra : &nothing;

  if (observation->kind != TB_KIND_ACTUAL || observation->qualifier != TB_QUALIFIER_EXACT || observation->status != 0
      || observation->source != NULL || !tb_decimal_identical (observation->multiplier, info->multiplier)
      || observation->basis != tb_measure_default_basis (info->measure, info->since))
    return FALSE;

  return !extra->has_low && !extra->has_high && tb_text_is_empty (&extra->definition) && extra->vintage == 0
         && tb_text_is_empty (&extra->note) && !extra->change.given && !has_target_keys (&extra->target)
         && extra->unknown == NULL;
}

static void
write_numbers (TbJsonObject             *object,
               const TbSeriesInfo       *info,
               const TbObservation      *observation,
               const TbObservationExtra *extra)
{
  /* A range or words stand in place of the value; a change stands beside it. */
  gboolean has_other = extra->has_low || extra->has_high || !tb_text_is_empty (&extra->target.text);

  if (observation->has_value || !has_other)
    {
      tb_json_object_key (object, "value");
      tb_json_append_figure (object->out, observation);
    }
  if (extra->has_low)
    tb_json_object_decimal (object, "low", extra->low);
  if (extra->has_high)
    tb_json_object_decimal (object, "high", extra->high);
  if (!tb_decimal_identical (observation->multiplier, info->multiplier))
    tb_json_object_decimal (object, "multiplier", observation->multiplier);
}

static void
write_status (TbJsonObject *object,
              guint32       status)
{
  g_autofree char *letters = tb_status_to_letters (status);

  if (status == 0)
    return;

  tb_json_object_key (object, "status");
  if (letters[1] == '\0')
    {
      tb_json_append_string (object->out, letters);
      return;
    }
  for (const char *p = letters; *p != '\0'; p++)
    g_string_append_printf (object->out, "%s\"%c\"", p == letters ? "[" : ", ", *p);
  g_string_append_c (object->out, ']');
}

static void
write_codes (TbJsonObject        *object,
             const TbSeriesInfo  *info,
             const TbObservation *observation)
{
  if (observation->kind != TB_KIND_ACTUAL)
    tb_json_object_string (object, "kind", tb_vocabulary_spelling (&tb_kinds, observation->kind));
  if (observation->qualifier != TB_QUALIFIER_EXACT)
    tb_json_object_string (object, "qualifier", tb_vocabulary_spelling (&tb_qualifiers, observation->qualifier));
  if (observation->basis != tb_measure_default_basis (info->measure, info->since))
    tb_json_object_string (object, "basis", tb_vocabulary_spelling (&tb_bases, observation->basis));
  write_status (object, observation->status);
}

static void
write_change (TbJsonObject            *object,
              const TbPublishedChange *change)
{
  TbJsonObject member;

  if (!change->given)
    return;

  tb_json_object_key (object, "published_change");
  tb_json_object_open (&member, object->out, TB_JSON_ONE_LINE);
  tb_json_object_decimal (&member, "value", change->value);
  tb_json_object_string (&member, "kind", tb_vocabulary_spelling (&tb_change_kinds, change->kind));
  if (change->has_base)
    {
      tb_json_object_key (&member, "base");
      tb_native_append_period (object->out, change->base);
    }
  tb_json_object_string (&member, "against", change->against != NULL ? change->against->id : NULL);
  tb_json_object_members (&member, change->unknown);
  tb_json_object_close (&member);
}

static void
write_path (TbJsonObject   *object,
            const TbTarget *target)
{
  if (target->path == TB_PATH_NONE)
    return;
  if (target->path != TB_PATH_STEPS)
    {
      tb_json_object_string (object, "path", tb_vocabulary_spelling (&tb_path_kinds, target->path));
      return;
    }

  tb_json_object_key (object, "path");
  for (guint i = 0; i < target->n_steps; i++)
    {
      g_string_append (object->out, i == 0 ? "[[" : ", [");
      tb_native_append_period (object->out, target->steps[i].period);
      g_string_append (object->out, ", ");
      tb_json_append_decimal (object->out, target->steps[i].value);
      g_string_append_c (object->out, ']');
    }
  g_string_append_c (object->out, ']');
}

static void
write_baseline (TbJsonObject   *object,
                const TbTarget *target)
{
  TbJsonObject member;

  if (!target->has_baseline)
    return;

  tb_json_object_key (object, "baseline");
  tb_json_object_open (&member, object->out, TB_JSON_ONE_LINE);
  tb_json_object_key (&member, "period");
  tb_native_append_period (object->out, target->baseline_period);
  tb_json_object_decimal (&member, "value", target->baseline_value);
  tb_json_object_members (&member, target->baseline_unknown);
  tb_json_object_close (&member);
}

static void
write_target (TbJsonObject   *object,
              const TbTarget *target)
{
  tb_native_write_day (object, "deadline", target->deadline);
  if (target->basis_said)
    tb_json_object_string (object, "target_basis", tb_vocabulary_spelling (&tb_target_bases, target->basis));
  if (target->comparator_said)
    tb_json_object_string (object, "comparator", tb_vocabulary_spelling (&tb_comparators, target->comparator));
  write_path (object, target);
  tb_native_write_said (object, "binding", target->binding);
  write_baseline (object, target);
  tb_native_write_text (object, "text", &target->text);
}

/* What follows period, numbers and status. */
static void
write_rest (TbJsonObject        *object,
            const TbObservation *observation)
{
  const TbObservationExtra *extra = observation->extra != NULL ? observation->extra : &nothing;

  tb_native_write_text (object, "break", &extra->definition);
  tb_native_write_day (object, "vintage", extra->vintage);
  tb_json_object_string (object, "source", observation->source != NULL ? observation->source->id : NULL);
  tb_native_write_text (object, "note", &extra->note);
  write_change (object, &extra->change);
  if (is_target (observation) || has_target_keys (&extra->target))
    write_target (object, &extra->target);
  tb_json_object_members (object, extra->unknown);
}

static void
write_object (GString             *out,
              const TbSeriesInfo  *info,
              const TbObservation *observation,
              gboolean             doubles_at)
{
  TbJsonObject object;

  tb_json_object_open (&object, out, TB_JSON_ONE_LINE);
  object.doubles_at = doubles_at;
  tb_json_object_key (&object, "period");
  tb_native_append_period (out, observation->period);
  write_numbers (&object, info, observation, observation->extra != NULL ? observation->extra : &nothing);
  write_codes (&object, info, observation);
  write_rest (&object, observation);
  tb_json_object_close (&object);
}

/**
 * tb_native_write_observation:
 * @out: where to
 * @info: what holds for its series
 * @observation: an observation
 * @doubles_at: whether members that begin with "@" are beside some of the writer's own
 *
 * Appends an observation on one line: `[period, value]` where nothing else is set.
 */
void
tb_native_write_observation (GString             *out,
                             const TbSeriesInfo  *info,
                             const TbObservation *observation,
                             gboolean             doubles_at)
{
  if (!is_short (info, observation))
    {
      write_object (out, info, observation, doubles_at);
      return;
    }

  g_string_append_c (out, '[');
  tb_native_append_period (out, observation->period);
  g_string_append (out, ", ");
  tb_json_append_figure (out, observation);
  g_string_append_c (out, ']');
}

/**
 * tb_native_write_observation_of_cell:
 * @out: where to
 * @info: what holds for its series
 * @observation: an observation
 * @position: of the cell of a cube
 *
 * Appends an observation whose period, value and status are in a cell: the
 * number of the cell, or an object with it and all else that is set.
 */
void
tb_native_write_observation_of_cell (GString             *out,
                                     const TbSeriesInfo  *info,
                                     const TbObservation *observation,
                                     guint64              position)
{
  TbObservation rest = *observation;
  const TbObservationExtra *extra = observation->extra != NULL ? observation->extra : &nothing;
  TbJsonObject object;

  rest.status = 0;
  if (is_short (info, &rest) && rest.period.kind != TB_PERIOD_TEXT)
    {
      g_string_append_printf (out, "%" G_GUINT64_FORMAT, position);
      return;
    }

  tb_json_object_open (&object, out, TB_JSON_ONE_LINE);
  object.doubles_at = TRUE;
  tb_json_object_key (&object, "@cell");
  g_string_append_printf (out, "%" G_GUINT64_FORMAT, position);
  /* A text alone does not say where it stands in order. */
  if (rest.period.kind == TB_PERIOD_TEXT)
    {
      tb_json_object_key (&object, "period");
      tb_native_append_period (out, rest.period);
    }
  if (extra->has_low)
    tb_json_object_decimal (&object, "low", extra->low);
  if (extra->has_high)
    tb_json_object_decimal (&object, "high", extra->high);
  if (!tb_decimal_identical (observation->multiplier, info->multiplier))
    tb_json_object_decimal (&object, "multiplier", observation->multiplier);
  write_codes (&object, info, &rest);
  write_rest (&object, &rest);
  tb_json_object_close (&object);
}
