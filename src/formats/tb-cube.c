/* Figures by dimensions: the cube as a whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cube-private.h"

#include "tb-limits.h"

#include <glib/gi18n-lib.h>

static const TbCubeCode no_code = {
  .id = "", .parent = TB_CUBE_NO_CODE, .multiplier = TB_DECIMAL_ONE, .decimals = -1, .measure = TB_MEASURE_UNSTATED,
};

/**
 * tb_cube_new:
 * @input: the file that is read; lives longer than the cube
 *
 * Returns: (transfer full): a cube without dimensions. One thread fills it.
 */
TbCube *
tb_cube_new (const TbReaderInput *input)
{
  TbCube *self = g_new0 (TbCube, 1);

  self->input = input;
  self->pool = tb_pool_new ();
  self->catalog = tb_catalog_new (self->pool);
  self->info.year_start = TB_CALENDAR_YEAR;
  self->subject = no_code;
  self->limits = (TbCubeLimits) { TB_LIMIT_CUBE_DIMENSIONS, TB_LIMIT_CUBE_CODES, TB_LIMIT_CUBE_SERIES };
  self->dimensions = g_array_new (FALSE, TRUE, sizeof (TbCubeDimension));
  g_array_set_clear_func (self->dimensions, tb_cube_dimension_clear);
  self->period_dimension = TB_CUBE_NONE;
  self->periods = g_array_new (FALSE, FALSE, sizeof (TbPeriod));
  self->series = g_array_new (FALSE, FALSE, sizeof (TbCubeSeries));
  /* With room from the start: a cube without dimensions reckons with their places too. */
  self->keys = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 1);
  self->asides = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 1);
  self->last_series = TB_CUBE_NONE;
  self->notes = g_hash_table_new (NULL, NULL);

  return self;
}

/**
 * tb_cube_free:
 * @self: (transfer full): a cube
 *
 * Drops a cube. The dataset that was made of it lives on.
 */
void
tb_cube_free (TbCube *self)
{
  tb_cube_clear_series (self);
  g_array_unref (self->series);
  g_array_unref (self->keys);
  g_array_unref (self->asides);
  g_array_unref (self->periods);
  g_array_unref (self->dimensions);
  g_hash_table_unref (self->notes);
  g_free (self->key_dimensions);
  g_free (self->aside_dimensions);
  g_free (self->resolved);
  g_free (self->slots);
  tb_catalog_unref (self->catalog);
  tb_pool_unref (self->pool);
  g_free (self);
}

void
tb_cube_set_limits (TbCube             *self,
                    const TbCubeLimits *limits)
{
  self->limits = *limits;
}

/**
 * tb_cube_get_pool:
 * @self: a cube
 *
 * Returns: (transfer none): where the strings of the dataset are kept
 */
TbPool *
tb_cube_get_pool (const TbCube *self)
{
  return self->pool;
}

/**
 * tb_cube_get_info:
 * @self: a cube
 *
 * Returns: (transfer none): what holds for the dataset, to be filled
 */
TbDatasetInfo *
tb_cube_get_info (TbCube *self)
{
  return &self->info;
}

/**
 * tb_cube_get_source:
 * @self: a cube
 *
 * Returns: (transfer none): where all figures come from, to be filled; none where nothing is
 */
TbSource *
tb_cube_get_source (TbCube *self)
{
  return &self->source;
}

/**
 * tb_cube_get_subject:
 * @self: a cube
 *
 * Returns: (transfer none): what is measured by figures without a code of an indicator, to be filled
 */
TbCubeCode *
tb_cube_get_subject (TbCube *self)
{
  return &self->subject;
}

/**
 * tb_cube_text:
 * @self: a cube
 * @text: (nullable): words
 *
 * Returns: a text of no stated language; empty for %NULL and ""
 */
TbText
tb_cube_text (TbCube     *self,
              const char *text)
{
  TbTextEntry *entry;

  if (text == NULL || *text == '\0')
    return (TbText) { 0 };

  entry = tb_pool_alloc0 (self->pool, sizeof (TbTextEntry));
  entry->text = tb_pool_intern (self->pool, text);
  return (TbText) { .entries = entry, .n_entries = 1 };
}

/**
 * tb_cube_add_dimension:
 * @self: a cube that has not begun
 * @id: as in the file
 * @label: (nullable): what the file calls it
 * @role: what the file says that it is
 *
 * Adds a dimension. More than %TB_LIMIT_CUBE_DIMENSIONS are refused by tb_cube_begin().
 *
 * Returns: its index
 */
guint
tb_cube_add_dimension (TbCube       *self,
                       const char   *id,
                       const char   *label,
                       TbColumnRole  role)
{
  TbCubeDimension dimension = {
    .id = tb_pool_intern (self->pool, id),
    .label = label != NULL && *label != '\0' ? tb_pool_intern (self->pool, label) : NULL,
    .said = role,
    .codes = g_array_new (FALSE, FALSE, sizeof (TbCubeCode)),
    .keys = g_array_new (FALSE, FALSE, sizeof (TbCubeKey)),
    .last = TB_CUBE_NONE,
  };

  g_return_val_if_fail (!self->has_begun, 0);

  g_array_append_val (self->dimensions, dimension);
  return self->dimensions->len - 1;
}

static gboolean
is_taken (const TbCube *self,
          const char   *id,
          guint         before)
{
  for (guint i = 0; i < before; i++)
    {
      if (g_str_equal (tb_cube_get_dimension (self, i)->id, id))
        return TRUE;
    }

  return FALSE;
}

/* The ids are keys of an object in the dataset format. */
static void
settle_ids (TbCube *self)
{
  for (guint i = 0; i < self->dimensions->len; i++)
    {
      TbCubeDimension *dimension = tb_cube_get_dimension (self, i);
      const char *id = *dimension->id != '\0' ? dimension->id : dimension->label;

      dimension->id = id != NULL ? id : tb_pool_intern (self->pool, "dimension");
      id = dimension->id;
      for (guint n = 2; is_taken (self, dimension->id, i); n++)
        {
          g_autofree char *other = g_strdup_printf ("%s (%u)", id, n);

          dimension->id = tb_pool_intern (self->pool, other);
        }
    }
}

/* Titles and notes of series come with the figures, but tell no series apart. */
static gboolean
is_aside (TbColumnRole role)
{
  return role == TB_COLUMN_ROLE_TITLE || role == TB_COLUMN_ROLE_NOTE || role == TB_COLUMN_ROLE_LABEL;
}

static void
split_dimensions (TbCube *self)
{
  guint n = self->dimensions->len;

  self->key_dimensions = g_new0 (guint32, n + 1);
  self->aside_dimensions = g_new0 (guint32, n + 1);
  self->resolved = g_new0 (guint32, n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      TbColumnRole role = tb_cube_get_dimension (self, i)->role;

      if (is_aside (role))
        self->aside_dimensions[self->n_asides++] = i;
      else if (i != self->period_dimension && role != TB_COLUMN_ROLE_IGNORED)
        self->key_dimensions[self->n_keys++] = i;
    }
}

/* A full cube has each of the periods in each series; of others it is not known. */
static gsize
guess_rows (const TbCube *self)
{
  gsize n = self->period_dimension == TB_CUBE_NONE ? 1 : tb_cube_get_n_codes (self, self->period_dimension);
  gsize n_cells = 1;

  for (guint i = 0; i < self->dimensions->len; i++)
    {
      if (!g_size_checked_mul (&n_cells, n_cells, MAX (tb_cube_get_dimension (self, i)->codes->len, 1)))
        return 1;
    }

  return self->n_expected >= n_cells ? MAX (n, 1) : 1;
}

/**
 * tb_cube_begin:
 * @self: a cube with all its dimensions, and with all codes that are known
 * @n_expected: how many figures will be added; 0 where that is not known
 *
 * Settles what each dimension is. After that figures may be added.
 *
 * Returns: %FALSE where there are too many dimensions or codes, which was reported
 */
gboolean
tb_cube_begin (TbCube *self,
               gsize   n_expected)
{
  g_return_val_if_fail (!self->has_begun, FALSE);

  self->n_expected = n_expected;
  if (self->dimensions->len > self->limits.n_dimensions)
    tb_cube_fail (self, _("there are %u dimensions; expected at most %u"), self->dimensions->len,
                  self->limits.n_dimensions);
  if (self->has_failed)
    return FALSE;

  settle_ids (self);
  for (guint i = 0; i < self->dimensions->len; i++)
    tb_cube_settle_codes (self, tb_cube_get_dimension (self, i));
  tb_cube_find_roles (self);
  self->period_dimension = tb_cube_find_dimension (self, TB_COLUMN_ROLE_PERIOD);
  tb_cube_parse_periods (self);
  split_dimensions (self);
  self->n_rows_guess = guess_rows (self);
  self->has_begun = TRUE;

  return !self->has_failed;
}

void
tb_cube_fail (TbCube     *self,
              const char *format,
              ...)
{
  va_list arguments;

  if (self->has_failed)
    return;

  self->has_failed = TRUE;
  va_start (arguments, format);
  tb_problems_add_valist (self->input->problems, TB_SEVERITY_ERROR, 0, 0, "", format, arguments);
  va_end (arguments);
}

void
tb_cube_warn (TbCube     *self,
              const char *format,
              ...)
{
  va_list arguments;

  va_start (arguments, format);
  tb_problems_add_valist (self->input->problems, TB_SEVERITY_WARNING, 0, 0, "", format, arguments);
  va_end (arguments);
}

/* Of the text where it is read in parts, else of the figures; halfway where their number is not known. */
static double
estimate_share (const TbCube *self)
{
  const TbJsonDocument *document = self->input->document;

  if (document != NULL && tb_json_document_is_streamed (document))
    return tb_json_document_get_progress (document, tb_json_document_get_root (document));

  return self->n_expected == 0 ? 0.5 : MIN ((double) self->n_figures / (double) self->n_expected, 1.0);
}

gboolean
tb_cube_step (TbCube *self)
{
  const double fraction = TB_READER_PARSED + estimate_share (self) * (1.0 - TB_READER_PARSED);

  self->has_failed = self->has_failed || !tb_reader_watch_step (self->input->watch, fraction);

  return !self->has_failed;
}
