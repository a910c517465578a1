/* What attributes of SDMX say of a figure.
 *
 * The concepts are those of the SDMX Content-Oriented Guidelines (cross-domain
 * concepts, 2009 and later), and the names that OECD's system has for them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-sdmx.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Powers of ten that an amount may be given in: 1e-24 to 1e24. */
#define MAX_POWER 24

/**
 * tb_sdmx_init:
 * @self: (out caller-allocates): a reading
 * @input: the file
 *
 * Begins to read figures into a cube.
 */
void
tb_sdmx_init (TbSdmx              *self,
              const TbReaderInput *input)
{
  *self = (TbSdmx) {
    .input = input,
    .cube = tb_cube_new (input),
    .unit = TB_SDMX_NO_DIMENSION,
    .title = TB_SDMX_NO_DIMENSION,
    .remarks = tb_sdmx_remarks_new (),
    .remarks_by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  self->pool = tb_cube_get_pool (self->cube);
}

/**
 * tb_sdmx_clear:
 * @self: a reading
 *
 * Frees what it holds.
 */
void
tb_sdmx_clear (TbSdmx *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->remarks_by_key, g_hash_table_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_pointer (&self->cube, tb_cube_free);
}

/**
 * tb_sdmx_kind_from_id:
 * @id: (nullable): the id of an attribute, or a role
 *
 * Returns: what an attribute of that id says
 */
TbSdmxKind
tb_sdmx_kind_from_id (const char *id)
{
  static const struct
  {
    const char *id;
    TbSdmxKind  kind;
  } kinds[] = {
    { "OBS_STATUS", TB_SDMX_STATUS },
    { "OBSERVATION_STATUS", TB_SDMX_STATUS },
    { "OBS_FLAG", TB_SDMX_FLAG },
    { "OBS_CONF", TB_SDMX_CONFIDENTIALITY },
    { "CONF_STATUS", TB_SDMX_CONFIDENTIALITY },
    { "UNIT", TB_SDMX_UNIT },
    { "UNITS", TB_SDMX_UNIT },
    { "UNIT_MEASURE", TB_SDMX_UNIT },
    { "UNIT_MULT", TB_SDMX_MULTIPLIER },
    { "UNIT_MULTIPLIER", TB_SDMX_MULTIPLIER },
    { "POWERCODE", TB_SDMX_MULTIPLIER },
    { "DECIMALS", TB_SDMX_DECIMALS },
    { "TITLE", TB_SDMX_TITLE },
    { "TIME_FORMAT", TB_SDMX_IGNORED },
    { "CONTACT_EMAIL", TB_SDMX_IGNORED },
  };

  for (gsize i = 0; id != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_ascii_strcasecmp (id, kinds[i].id) == 0)
        return kinds[i].kind;
    }

  return TB_SDMX_OTHER;
}

/**
 * tb_sdmx_add_dimensions:
 * @self: a reading
 * @has_unit: whether an attribute says the unit
 * @has_title: whether an attribute words a series
 *
 * Adds what attributes say of whole series as dimensions of the cube, behind those that are there.
 */
void
tb_sdmx_add_dimensions (TbSdmx   *self,
                        gboolean  has_unit,
                        gboolean  has_title)
{
  if (has_unit)
    self->unit = tb_cube_add_dimension (self->cube, "UNIT", NULL, TB_COLUMN_ROLE_UNIT);
  if (has_title)
    self->title = tb_cube_add_dimension (self->cube, "TITLE", NULL, TB_COLUMN_ROLE_TITLE);
}

/**
 * tb_sdmx_add_note:
 * @self: a reading
 * @name: what the attribute is called
 * @value: what it says
 * @state: (inout): gets the note, behind those that it has
 *
 * Says something of a figure in words.
 */
void
tb_sdmx_add_note (TbSdmx            *self,
                  const char        *name,
                  const TbSdmxValue *value,
                  TbSdmxState       *state)
{
  const char *wording = tb_sdmx_value_get_wording (value);
  g_autofree char *note = NULL;

  if (wording == NULL)
    return;

  note = state->note != NULL ? g_strdup_printf ("%s; %s: %s", state->note, name, wording)
                             : g_strdup_printf ("%s: %s", name, wording);
  state->note = tb_pool_intern (self->pool, note);
}

/* Figures have the same few codes again and again. */
static const TbSdmxMeaning *
find_meaning (TbSdmx            *self,
              TbProvider         provider,
              const TbSdmxValue *value)
{
  TbSdmxMeaning *meaning = &self->meanings[(guchar) *value->id % TB_SDMX_N_MEANINGS];

  if (meaning->code != NULL && meaning->provider == provider && strcmp (meaning->code, value->id) == 0
      && g_strcmp0 (meaning->label, value->label) == 0)
    return meaning;

  meaning->provider = provider;
  meaning->code = tb_pool_intern (self->pool, value->id);
  meaning->label = tb_pool_intern (self->pool, value->label);
  meaning->note = tb_status_text_parse (provider, meaning->code, strlen (meaning->code), meaning->label, self->pool,
                                        &meaning->status);
  return meaning;
}

static void
apply_status (TbSdmx            *self,
              TbProvider         provider,
              const TbSdmxValue *value,
              TbSdmxState       *state)
{
  const TbSdmxMeaning *meaning = find_meaning (self, provider, value);
  g_autofree char *joined = NULL;

  state->status |= meaning->status;
  if (meaning->note == NULL)
    return;

  joined = state->note != NULL ? g_strdup_printf ("%s; %s", state->note, meaning->note) : g_strdup (meaning->note);
  state->note = tb_pool_intern (self->pool, joined);
}

/* 6 → 1000000. */
static void
apply_power (TbSdmx            *self,
             const char        *name,
             const TbSdmxValue *value,
             TbSdmxState       *state)
{
  gint64 power;

  if (g_ascii_string_to_signed (value->id, 10, -MAX_POWER, MAX_POWER, &power, NULL))
    {
      state->multiplier = (TbDecimal) { 1, (gint16) power };
      return;
    }

  self->n_bad_powers++;
  tb_sdmx_add_note (self, name, value, state);
}

static void
apply_code (TbSdmx            *self,
            guint              dimension,
            const TbSdmxValue *value,
            guint32           *out_code)
{
  guint32 n;

  if (dimension == TB_SDMX_NO_DIMENSION)
    return;

  n = tb_cube_get_n_codes (self->cube, dimension);
  *out_code = tb_cube_intern (self->cube, dimension, value->id, strlen (value->id));
  if (*out_code != n)
    return;

  tb_cube_get_code (self->cube, dimension, n)->label
      = tb_text_is_empty (&value->words) ? tb_cube_text (self->cube, value->label) : value->words;
}

static void
apply_decimals (const TbSdmxValue *value,
                TbSdmxState       *state)
{
  gint64 decimals;

  if (g_ascii_string_to_signed (value->id, 10, 0, 15, &decimals, NULL))
    state->decimals = (int) decimals;
}

/**
 * tb_sdmx_apply:
 * @self: a reading
 * @kind: what the attribute says
 * @name: what it is called
 * @value: what it says here; nothing where it has no id
 * @state: (inout): what holds for a figure
 *
 * Takes an attribute of one of the known kinds. Those of no known kind are for tb_sdmx_add_note() or
 * tb_sdmx_remark().
 */
void
tb_sdmx_apply (TbSdmx            *self,
               TbSdmxKind         kind,
               const char        *name,
               const TbSdmxValue *value,
               TbSdmxState       *state)
{
  if (value->id == NULL)
    return;

  switch (kind)
    {
    case TB_SDMX_STATUS:
      apply_status (self, TB_PROVIDER_SDMX, value, state);
      break;
    case TB_SDMX_FLAG:
      apply_status (self, TB_PROVIDER_EUROSTAT, value, state);
      break;
    case TB_SDMX_CONFIDENTIALITY:
      if (!g_str_equal (value->id, "F")) /* free to publish: nothing to say */
        tb_sdmx_add_note (self, name, value, state);
      break;
    case TB_SDMX_UNIT:
      apply_code (self, self->unit, value, &state->unit);
      break;
    case TB_SDMX_MULTIPLIER:
      apply_power (self, name, value, state);
      break;
    case TB_SDMX_DECIMALS:
      apply_decimals (value, state);
      break;
    case TB_SDMX_TITLE:
      apply_code (self, self->title, value, &state->title);
      break;
    case TB_SDMX_OTHER:
    case TB_SDMX_IGNORED:
      break;
    }
}

/**
 * tb_sdmx_add_cell:
 * @self: a reading
 * @codes: (array): one a dimension; those of unit and title are set here
 * @cell: the number, and a note where it has none
 * @state: what holds for it
 *
 * Adds a figure.
 *
 * Returns: %FALSE: stop
 */
gboolean
tb_sdmx_add_cell (TbSdmx            *self,
                  guint32           *codes,
                  TbCubeCell        *cell,
                  const TbSdmxState *state)
{
  if (self->unit != TB_SDMX_NO_DIMENSION)
    codes[self->unit] = state->unit;
  if (self->title != TB_SDMX_NO_DIMENSION)
    codes[self->title] = state->title;
  cell->status |= state->status;
  cell->multiplier = state->multiplier;
  if (cell->note == NULL)
    {
      cell->note = state->note;
    }
  else if (state->note != NULL)
    {
      g_autofree char *note = g_strdup_printf ("%s; %s", cell->note, state->note);

      cell->note = tb_pool_intern (self->pool, note);
    }

  return tb_cube_add (self->cube, codes, cell);
}

/* @message is given away. */
static void
warn (const TbSdmx *self,
      gsize         n,
      char         *message)
{
  if (n == 0)
    ;
  else if (self->input->report != NULL)
    tb_json_report_add (self->input->report, TB_SEVERITY_WARNING, tb_json_document_get_root (self->input->document),
                        "%s", message);
  else
    tb_problems_add (self->input->problems, TB_SEVERITY_WARNING, 0, 0, "", "%s", message);
  g_free (message);
}

/**
 * tb_sdmx_finish:
 * @self: a reading
 * @intro: (nullable): begins the description
 *
 * Ends a reading.
 *
 * Returns: (transfer full) (nullable): the dataset
 */
TbDataset *
tb_sdmx_finish (TbSdmx     *self,
                const char *intro)
{
  g_autoptr (GString) description = g_string_new (intro);

  tb_sdmx_append_remarks (self, description);
  tb_cube_get_info (self->cube)->description = tb_cube_text (self->cube, description->str);
  warn (self, self->n_remarks_lost,
        g_strdup_printf (ngettext ("%zu remark on series is not kept: more than a description has room for",
                                   "%zu remarks on series are not kept: more than a description has room for",
                                   (gulong) self->n_remarks_lost), self->n_remarks_lost));
  warn (self, self->n_bad_powers,
        g_strdup_printf (ngettext ("%zu unit multiplier is not understood, and is kept as a note; expected a power of "
                                   "ten from -24 to 24",
                                   "%zu unit multipliers are not understood, and are kept as notes; expected a power "
                                   "of ten from -24 to 24", (gulong) self->n_bad_powers), self->n_bad_powers));
  warn (self, self->n_unlisted,
        g_strdup_printf (ngettext ("%zu attribute refers to a value that is not listed, and is left out; its figure is "
                                   "kept",
                                   "%zu attributes refer to values that are not listed, and are left out; their "
                                   "figures are kept", (gulong) self->n_unlisted), self->n_unlisted));

  return tb_cube_finish (self->cube);
}
