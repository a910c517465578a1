/* What the codes of a cube stand for: places, units, indicators.
 *
 * Settled when all figures are there, because only then it is known which codes
 * are in use.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cube-private.h"

#include "tb-unit-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The places of which another one is a part, over as many steps. */
#define MAX_PARENTS 32

guint32
tb_cube_count_codes (const TbCube *self,
                     guint32       dimension)
{
  return dimension == TB_CUBE_NONE ? 0 : tb_cube_get_n_codes (self, dimension);
}

/* Which codes of a dimension figures have; the last one stands for none. */
static gboolean *
find_used (const TbCube *self,
           guint32       dimension)
{
  guint32 n = tb_cube_count_codes (self, dimension);
  gboolean *used = g_new0 (gboolean, n + 1);

  for (guint32 s = 0; s < self->series->len; s++)
    {
      guint32 code = dimension == TB_CUBE_NONE ? TB_CUBE_NO_CODE : tb_cube_get_series_code (self, s, dimension);

      used[code == TB_CUBE_NO_CODE ? n : code] = TRUE;
    }

  return used;
}

static TbText
get_name (TbCube           *self,
          const TbCubeCode *code)
{
  return tb_text_is_empty (&code->label) ? tb_cube_text (self, code->id) : code->label;
}

static guint32
get_parent (const TbCubeDimension *dimension,
            guint32                code)
{
  guint32 parent = tb_cube_dimension_get_code (dimension, code)->parent;

  return parent < dimension->keys->len ? g_array_index (dimension->keys, TbCubeKey, parent).canonical : TB_CUBE_NO_CODE;
}

/* A chain that does not end is a ring: it is cut, as no place is within itself. */
static gboolean
is_in_ring (const TbCubeDimension *dimension,
            guint32                code)
{
  for (int i = 0; i < MAX_PARENTS && code != TB_CUBE_NO_CODE; i++)
    code = get_parent (dimension, code);

  return code != TB_CUBE_NO_CODE;
}

static void
mark_parents (const TbCubeDimension *dimension,
              gboolean              *used)
{
  for (guint32 i = 0; i < dimension->codes->len; i++)
    {
      guint32 code = i;

      if (!used[i] || is_in_ring (dimension, i))
        continue;
      while ((code = get_parent (dimension, code)) != TB_CUBE_NO_CODE)
        used[code] = TRUE;
    }
}

static void
add_places (TbCubeCatalog *self)
{
  TbCube *cube = self->cube;
  const TbCubeDimension *dimension;
  g_autofree gboolean *used = NULL;
  gboolean has_ring = FALSE;

  if (self->place_dimension == TB_CUBE_NONE)
    return;

  dimension = tb_cube_get_dimension (cube, self->place_dimension);
  used = find_used (cube, self->place_dimension);
  mark_parents (dimension, used);
  self->places = g_new0 (const TbPlace *, dimension->codes->len + 1);
  for (guint32 i = 0; i < dimension->codes->len; i++)
    {
      const TbCubeCode *code = tb_cube_dimension_get_code (dimension, i);
      TbPlace *place = used[i] ? tb_catalog_add_place (cube->catalog, code->id) : NULL;

      if (place != NULL)
        place->name = get_name (cube, code);
      self->places[i] = place;
    }
  for (guint32 i = 0; i < dimension->codes->len; i++)
    {
      guint32 parent = self->places[i] != NULL ? get_parent (dimension, i) : TB_CUBE_NO_CODE;

      if (parent != TB_CUBE_NO_CODE && is_in_ring (dimension, i))
        has_ring = TRUE;
      else if (parent != TB_CUBE_NO_CODE)
        ((TbPlace *) self->places[i])->parent = self->places[parent];
    }
  if (has_ring)
    tb_cube_warn (cube, _("some places of the dimension \"%s\" are parts of themselves; they are taken for parts of "
                          "none"), dimension->id);
}

/* What the user says of an indicator; nullable. */
const TbProfileIndicator *
tb_cube_find_said (const TbCube *self,
                   const char   *id)
{
  const TbProfile *profile = self->input->profile;
  const TbProfileIndicator *said = profile != NULL ? tb_profile_get_indicator (profile, id) : NULL;

  return said != NULL || profile == NULL ? said : tb_profile_get_indicator (profile, NULL);
}

TbUnit *
tb_cube_find_unit (TbCube     *self,
                   const char *id,
                   const char *label,
                   TbDecimal  *out_scale)
{
  *out_scale = TB_DECIMAL_ONE;
  return tb_unit_text_find (self->catalog, id, label, out_scale);
}

static void
add_units (TbCubeCatalog *self)
{
  const TbCubeDimension *dimension;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autofree gboolean *used = NULL;

  if (self->unit_dimension == TB_CUBE_NONE)
    return;

  dimension = tb_cube_get_dimension (self->cube, self->unit_dimension);
  used = find_used (self->cube, self->unit_dimension);
  self->unit_is_breakdown = used[dimension->codes->len] && dimension->codes->len > 0;
  self->units = g_new0 (const TbUnit *, dimension->codes->len + 1);
  self->unit_scales = g_new0 (TbDecimal, dimension->codes->len + 1);
  for (guint32 i = 0; i < dimension->codes->len; i++)
    {
      const TbCubeCode *code = tb_cube_dimension_get_code (dimension, i);

      if (!used[i])
        continue;
      self->units[i]
          = tb_cube_find_unit (self->cube, code->id, tb_text_get (&code->label, TB_LANGUAGE_EN), &self->unit_scales[i]);
      /* A unit may stand for a code with its scale ("MIO_EUR": euros in millions); figures are found by their codes. */
      if (!g_hash_table_add (seen, (gpointer) self->units[i]) || !g_str_equal (self->units[i]->id, code->id))
        self->unit_is_breakdown = TRUE;
    }
}

/* The unit of the first series of each indicator, where a dimension tells units: in one
 * walk, as there may be many of both. */
static void
find_first_units (TbCubeCatalog *self)
{
  const TbCube *cube = self->cube;
  guint32 n = tb_cube_count_codes (cube, self->indicator_dimension);

  self->first_units = g_new0 (const TbUnit *, (gsize) n + 1);
  if (self->unit_dimension == TB_CUBE_NONE)
    return;

  for (guint32 s = 0; s < cube->series->len; s++)
    {
      guint32 code = n > 0 ? tb_cube_get_series_code (cube, s, self->indicator_dimension) : TB_CUBE_NO_CODE;
      guint32 unit = tb_cube_get_series_code (cube, s, self->unit_dimension);
      guint32 i = code == TB_CUBE_NO_CODE ? n : code;

      if (unit != TB_CUBE_NO_CODE && self->first_units[i] == NULL)
        self->first_units[i] = self->units[unit];
    }
}

/* What is said for all indicators is said where neither the file nor the
 * profile says it of this one. */
static const TbProfileIndicator *
find_said_measure (const TbCube     *self,
                   const TbCubeCode *code)
{
  const TbProfile *profile = self->input->profile;
  const TbProfileIndicator *of_it = profile != NULL ? tb_profile_get_indicator (profile, code->id) : NULL;
  const TbProfileIndicator *of_all = profile != NULL ? tb_profile_get_indicator (profile, NULL) : NULL;

  if (of_it != NULL && of_it->has_measure)
    return of_it;

  return of_all != NULL && of_all->has_measure && code->measure == TB_MEASURE_UNSTATED ? of_all : NULL;
}

static void
settle_measure (TbIndicator              *indicator,
                const TbCubeCode         *code,
                const TbProfileIndicator *said_measure,
                const TbProfileIndicator *said)
{
  indicator->measure = said_measure != NULL ? said_measure->measure : code->measure;
  indicator->since = said_measure != NULL ? said_measure->since : code->since;
  /* A date needs its day, which neither has; nothing else than a running total begins somewhere. */
  if (indicator->since == TB_SINCE_DATE)
    indicator->since = TB_SINCE_UNSTATED;
  if (indicator->measure != TB_MEASURE_CUMULATIVE)
    indicator->since = TB_SINCE_NONE;
  indicator->direction_said = said != NULL && said->has_direction;
  indicator->direction = indicator->direction_said ? said->direction : TB_DIRECTION_NONE;
}

/* A unit that the user says stands in place of what the file says. */
static void
settle_unit (TbCubeCatalog            *self,
             TbIndicator              *indicator,
             guint32                   i,
             const TbCubeCode         *code,
             const TbProfileIndicator *said)
{
  const char *wording = said != NULL && said->unit != NULL ? said->unit : code->unit;

  self->scales[i] = TB_DECIMAL_ONE;
  if (said != NULL && said->unit != NULL)
    self->unit_is_breakdown = TRUE;
  else
    indicator->unit = self->first_units[i];
  if (indicator->unit == NULL)
    indicator->unit = tb_cube_find_unit (self->cube, NULL, wording, &self->scales[i]);
  if (!tb_decimal_identical (code->multiplier, TB_DECIMAL_ONE))
    self->scales[i] = code->multiplier;
}

/* @i beyond the codes: the subject. */
static void
add_indicator (TbCubeCatalog    *self,
               guint32           i,
               const TbCubeCode *code)
{
  const TbProfileIndicator *said = tb_cube_find_said (self->cube, code->id);
  TbIndicator *indicator = tb_catalog_add_indicator (self->cube->catalog, code->id);

  for (guint n = 2; indicator == NULL; n++)
    {
      g_autofree char *id = g_strdup_printf ("%s (%u)", code->id, n);

      indicator = tb_catalog_add_indicator (self->cube->catalog, id);
    }

  indicator->name = get_name (self->cube, code);
  if (said != NULL && said->name != NULL && *said->name != '\0')
    indicator->name = tb_cube_text (self->cube, said->name);
  indicator->description = code->note;
  indicator->decimals = CLAMP (code->decimals, -1, TB_CUBE_MOST_DECIMALS);
  indicator->sa = code->sa;
  indicator->price_basis = tb_pool_intern (self->cube->pool, code->price_basis);
  settle_measure (indicator, code, find_said_measure (self->cube, code), said);
  settle_unit (self, indicator, i, code, said);
  self->indicators[i] = indicator;
}

/* Where there are no figures at all, those that there could be. */
static void
add_indicators (TbCubeCatalog *self)
{
  guint32 n = tb_cube_count_codes (self->cube, self->indicator_dimension);
  g_autofree gboolean *used = find_used (self->cube, self->indicator_dimension);
  gboolean is_empty = self->cube->series->len == 0;

  self->indicators = g_new0 (TbIndicator *, n + 1);
  self->scales = g_new0 (TbDecimal, n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      const TbCubeDimension *dimension = tb_cube_get_dimension (self->cube, self->indicator_dimension);
      gboolean is_itself = g_array_index (dimension->keys, TbCubeKey, i).canonical == i;

      if (used[i] || (is_empty && is_itself))
        add_indicator (self, i, tb_cube_dimension_get_code (dimension, i));
    }
  if (used[n] || (is_empty && n == 0))
    add_indicator (self, n, &self->cube->subject);
}

static void
find_breakdowns (TbCubeCatalog *self)
{
  TbCube *cube = self->cube;

  self->is_breakdown = g_new0 (gboolean, cube->dimensions->len + 1);
  for (guint32 i = 0; i < cube->n_keys; i++)
    {
      guint32 d = cube->key_dimensions[i];
      const TbCubeDimension *dimension = tb_cube_get_dimension (cube, d);
      gboolean is_other = d == self->place_dimension || d == self->indicator_dimension
                          || (d == self->unit_dimension && !self->unit_is_breakdown);

      self->is_breakdown[d] = !is_other && (tb_cube_dimension_count (dimension) > 1 || dimension->lacks_codes);
    }
}

static const TbSource *
add_source (TbCube *self)
{
  const TbSource *from = &self->source;
  TbSource *source;

  if (tb_text_is_empty (&from->publisher) && tb_text_is_empty (&from->title) && from->url == NULL
      && from->published == 0)
    return NULL;

  source = tb_catalog_add_source (self->catalog, from->id != NULL && *from->id != '\0' ? from->id : "source");
  source->publisher = from->publisher;
  source->title = from->title;
  source->published = from->published;
  source->url = from->url;
  source->unknown = from->unknown;
  return source;
}

void
tb_cube_catalog_init (TbCubeCatalog *self,
                      TbCube        *cube)
{
  *self = (TbCubeCatalog) {
    .cube = cube,
    .place_dimension = tb_cube_find_dimension (cube, TB_COLUMN_ROLE_PLACE),
    .indicator_dimension = tb_cube_find_dimension (cube, TB_COLUMN_ROLE_INDICATOR),
    .unit_dimension = tb_cube_find_dimension (cube, TB_COLUMN_ROLE_UNIT),
  };

  self->source = add_source (cube);
  add_places (self);
  add_units (self);
  find_first_units (self);
  add_indicators (self);
  tb_cube_catalog_add_asides (self);
  find_breakdowns (self);
}

void
tb_cube_catalog_clear (TbCubeCatalog *self)
{
  g_clear_pointer (&self->places, g_free);
  g_clear_pointer (&self->indicators, g_free);
  g_clear_pointer (&self->scales, g_free);
  g_clear_pointer (&self->first_units, g_free);
  g_clear_pointer (&self->units, g_free);
  g_clear_pointer (&self->unit_scales, g_free);
  g_clear_pointer (&self->is_breakdown, g_free);
}
