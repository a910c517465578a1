/* What each dimension of a cube is (formats.md, sections 1 to 4).
 *
 * What the user said comes first, then what the file says, then the dimension's
 * name, then its codes. The first dimension of a role has it; the others are
 * breakdowns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cube-private.h"

/* Codes that are numbers of four digits are years only if they are of our age. */
#define FIRST_PLAUSIBLE_YEAR 1500
#define LAST_PLAUSIBLE_YEAR 2200

/* How a role is known, from the weakest on. */
typedef enum
{
  BY_NOTHING,
  BY_CODES,
  BY_NAME,
  BY_FILE,
  BY_USER,
} Ground;

typedef struct
{
  TbCube       *cube;
  TbColumnRole *roles;    /* by dimension */
  Ground       *grounds;
} Roles;

static gboolean
is_found_by_name (TbColumnRole role)
{
  return role == TB_COLUMN_ROLE_PERIOD || role == TB_COLUMN_ROLE_PLACE || role == TB_COLUMN_ROLE_INDICATOR
         || role == TB_COLUMN_ROLE_UNIT;
}

static void
read_role (Roles *self,
           guint  i)
{
  const TbCubeDimension *dimension = tb_cube_get_dimension (self->cube, i);
  const TbProfile *profile = self->cube->input->profile;
  TbColumnRole role = profile != NULL ? tb_profile_get_role (profile, dimension->id) : TB_COLUMN_ROLE_UNSAID;

  self->grounds[i] = BY_USER;
  if (role == TB_COLUMN_ROLE_UNSAID)
    {
      role = dimension->said;
      self->grounds[i] = BY_FILE;
    }
  if (role == TB_COLUMN_ROLE_UNSAID)
    {
      role = tb_column_role_from_name (dimension->id, dimension->label);
      role = is_found_by_name (role) ? role : TB_COLUMN_ROLE_UNSAID;
      self->grounds[i] = role != TB_COLUMN_ROLE_UNSAID ? BY_NAME : BY_NOTHING;
    }
  self->roles[i] = role;
}

static gboolean
is_of_our_age (const TbPeriod *period)
{
  return period->start >= tb_day_new (FIRST_PLAUSIBLE_YEAR, 1, 1)
         && period->end <= tb_day_new (LAST_PLAUSIBLE_YEAR, 12, 31);
}

static gboolean
has_only_periods (const Roles *self,
                  guint        i)
{
  const TbCubeDimension *dimension = tb_cube_get_dimension (self->cube, i);

  for (guint code = 0; code < dimension->codes->len; code++)
    {
      TbPeriod period = TB_PERIOD_UNDATED;

      if (!tb_cube_parse_code (self->cube, dimension, code, &period) || !is_of_our_age (&period))
        return FALSE;
    }

  return dimension->codes->len > 0;
}

/* A name that promises periods where hardly any code is one, or stands in order as
 * periods do, is a word with two meanings. */
static gboolean
keeps_promise (const Roles *self,
               guint        i)
{
  const TbCubeDimension *dimension = tb_cube_get_dimension (self->cube, i);
  guint n = 0;

  for (guint code = 0; code < dimension->codes->len; code++)
    {
      TbPeriod period = TB_PERIOD_UNDATED;

      if (tb_cube_parse_code (self->cube, dimension, code, &period) || is_of_our_age (&period))
        n++;
    }

  return n * 2 >= dimension->codes->len;
}

static gboolean
has_role (const Roles  *self,
          TbColumnRole  role,
          Ground        at_least)
{
  for (guint i = 0; i < self->cube->dimensions->len; i++)
    {
      if (self->roles[i] == role && self->grounds[i] >= at_least)
        return TRUE;
    }

  return FALSE;
}

/* The dimension whose every code is a period; of several the one with the most codes. */
static gboolean
guess_period (Roles *self)
{
  guint best = TB_CUBE_NONE;
  guint n_best = 0;
  guint n_found = 0;

  for (guint i = 0; i < self->cube->dimensions->len; i++)
    {
      guint n = tb_cube_get_dimension (self->cube, i)->codes->len;

      if (self->grounds[i] > BY_NOTHING || !has_only_periods (self, i))
        continue;
      n_found++;
      best = n > n_best ? i : best;
      n_best = MAX (n, n_best);
    }
  if (best == TB_CUBE_NONE)
    return FALSE;

  self->roles[best] = TB_COLUMN_ROLE_PERIOD;
  self->grounds[best] = BY_CODES;
  tb_cube_get_dimension (self->cube, best)->in_doubt = n_found > 1;
  return TRUE;
}

/* Names of time that do not keep their promise stand back behind one that does. */
static void
find_period (Roles *self)
{
  g_autofree gboolean *is_broken = g_new0 (gboolean, self->cube->dimensions->len);
  gboolean found = has_role (self, TB_COLUMN_ROLE_PERIOD, BY_FILE);

  if (found)
    return;

  for (guint i = 0; i < self->cube->dimensions->len; i++)
    {
      if (self->roles[i] != TB_COLUMN_ROLE_PERIOD)
        continue;
      is_broken[i] = !keeps_promise (self, i);
      found = found || !is_broken[i];
    }
  found = found || guess_period (self);

  for (guint i = 0; found && i < self->cube->dimensions->len; i++)
    {
      if (is_broken[i])
        self->roles[i] = TB_COLUMN_ROLE_BREAKDOWN;
    }
}

static gboolean
has_units (const TbCubeDimension *dimension)
{
  for (guint code = 0; code < dimension->codes->len; code++)
    {
      if (tb_cube_dimension_get_code (dimension, code)->unit != NULL)
        return TRUE;
    }

  return FALSE;
}

/* What is counted in units of its own is what is measured, whatever it is called. */
static void
find_indicator (Roles *self)
{
  if (has_role (self, TB_COLUMN_ROLE_INDICATOR, BY_FILE))
    return;

  for (guint i = 0; i < self->cube->dimensions->len; i++)
    {
      gboolean is_free = self->roles[i] == TB_COLUMN_ROLE_UNSAID
                         || (self->grounds[i] == BY_NAME && self->roles[i] == TB_COLUMN_ROLE_INDICATOR);

      if (is_free && has_units (tb_cube_get_dimension (self->cube, i)))
        {
          self->roles[i] = TB_COLUMN_ROLE_INDICATOR;
          self->grounds[i] = BY_FILE;
          return;
        }
    }
}

/* A dimension of more codes tells more apart than one of a single code. */
static gboolean
is_better (const Roles *self,
           guint        i,
           guint        best)
{
  if (best == TB_CUBE_NONE || self->grounds[i] != self->grounds[best])
    return best == TB_CUBE_NONE || self->grounds[i] > self->grounds[best];

  return self->grounds[i] == BY_NAME && tb_cube_get_dimension (self->cube, best)->codes->len == 1
         && tb_cube_get_dimension (self->cube, i)->codes->len != 1;
}

/* Leaves a role to one dimension. */
static void
choose (Roles        *self,
        TbColumnRole  role)
{
  guint best = TB_CUBE_NONE;

  for (guint i = 0; i < self->cube->dimensions->len; i++)
    {
      if (self->roles[i] == role && is_better (self, i, best))
        best = i;
    }
  for (guint i = 0; i < self->cube->dimensions->len; i++)
    {
      TbCubeDimension *dimension = tb_cube_get_dimension (self->cube, i);

      if (self->roles[i] != role || i == best)
        continue;
      self->roles[i] = TB_COLUMN_ROLE_BREAKDOWN;
      if (self->grounds[i] == BY_NAME && self->grounds[best] == BY_NAME && dimension->codes->len != 1)
        dimension->in_doubt = tb_cube_get_dimension (self->cube, best)->in_doubt = TRUE;
    }
}

static gboolean
is_in_plan (const TbPlan *plan,
            const char   *name)
{
  for (gsize i = 0; i < tb_plan_get_n_columns (plan); i++)
    {
      if (g_str_equal (tb_plan_get_column (plan, i)->name, name))
        return TRUE;
    }

  return FALSE;
}

/* A reader that told of the column itself knows more of it. */
static void
tell (const TbCube          *self,
      const TbCubeDimension *dimension)
{
  const char *samples[TB_CUBE_N_SAMPLES + 1] = { NULL };
  guint n = 0;

  if (dimension->is_hidden || is_in_plan (self->input->plan, dimension->id))
    return;

  for (guint code = 0; code < dimension->codes->len && n < TB_CUBE_N_SAMPLES; code++)
    samples[n++] = tb_cube_dimension_get_code (dimension, code)->id;
  tb_plan_add_column (self->input->plan, dimension->id, dimension->role, dimension->in_doubt, samples);
}

void
tb_cube_find_roles (TbCube *self)
{
  static const TbColumnRole single[] = {
    TB_COLUMN_ROLE_PERIOD, TB_COLUMN_ROLE_PLACE, TB_COLUMN_ROLE_INDICATOR, TB_COLUMN_ROLE_UNIT,
  };
  guint n = self->dimensions->len;
  g_autofree TbColumnRole *list = g_new0 (TbColumnRole, n);
  g_autofree Ground *grounds = g_new0 (Ground, n);
  Roles roles = { self, list, grounds };

  for (guint i = 0; i < n; i++)
    {
      tb_cube_find_hint (tb_cube_get_dimension (self, i));
      read_role (&roles, i);
    }
  find_period (&roles);
  find_indicator (&roles);
  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    choose (&roles, single[i]);

  for (guint i = 0; i < n; i++)
    {
      TbCubeDimension *dimension = tb_cube_get_dimension (self, i);

      dimension->role = list[i] != TB_COLUMN_ROLE_UNSAID ? list[i] : TB_COLUMN_ROLE_BREAKDOWN;
      dimension->in_doubt = dimension->in_doubt && grounds[i] < BY_FILE;
      if (self->input->plan != NULL)
        tell (self, dimension);
    }
}

guint32
tb_cube_find_dimension (const TbCube *self,
                        TbColumnRole  role)
{
  for (guint32 i = 0; i < self->dimensions->len; i++)
    {
      if (tb_cube_get_dimension (self, i)->role == role)
        return i;
    }

  return TB_CUBE_NONE;
}
