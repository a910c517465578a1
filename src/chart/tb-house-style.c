/* The style of a house: what it has of its own, set into the five themes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-house-style-private.h"

#include "tb-chart-spec-private.h"
#include "tb-palette.h"

#include <glib/gi18n-lib.h>

/* The least contrast with the background (WCAG 2.2, 1.4.3 and 1.4.11; 1.4.6
 * where contrast is to be high): what is read as text, what is seen as a mark. */
#define OF_TEXT 4.5
#define OF_MARK 3.0
#define OF_TEXT_HIGH 7.0
#define OF_MARK_HIGH 4.5

/* A grid is just seen, and never before the data. */
#define LEAST_OF_GRID 1.05
#define MOST_OF_GRID 4.5
#define GRID_SHARE 0.14

/* The least differences to every eye, OKLab × 100: of two series, of good and bad. */
#define SERIES_APART 5.0
#define SIGNS_APART 8.0

static TbColor *
get_color (TbTheme    *theme,
           TbHouseRole role)
{
  switch (role)
    {
    case TB_HOUSE_BACKGROUND:
      return &theme->background;
    case TB_HOUSE_TEXT:
      return &theme->text;
    case TB_HOUSE_TEXT_MUTED:
      return &theme->text_muted;
    case TB_HOUSE_GRID:
      return &theme->grid;
    case TB_HOUSE_AXIS:
      return &theme->axis;
    case TB_HOUSE_TARGET:
      return &theme->target;
    case TB_HOUSE_HIGHLIGHT:
      return &theme->highlight;
    case TB_HOUSE_GOOD:
      return &theme->good;
    case TB_HOUSE_BAD:
      return &theme->bad;
    case TB_HOUSE_NEUTRAL:
      return &theme->neutral;
    }

  return &theme->text;
}

static gboolean
is_high (TbStyle style)
{
  return style == TB_STYLE_HIGH_CONTRAST || style == TB_STYLE_HIGH_CONTRAST_DARK;
}

/* Good, bad and neutral are written too: the numbers of variances. */
static double
get_least (TbHouseRole role,
           TbStyle     style)
{
  switch (role)
    {
    case TB_HOUSE_BACKGROUND:
      return 1;
    case TB_HOUSE_GRID:
      return LEAST_OF_GRID;
    case TB_HOUSE_TEXT:
    case TB_HOUSE_TEXT_MUTED:
    case TB_HOUSE_TARGET:
      return is_high (style) ? OF_TEXT_HIGH : OF_TEXT;
    case TB_HOUSE_GOOD:
    case TB_HOUSE_BAD:
    case TB_HOUSE_NEUTRAL:
      return OF_TEXT;
    case TB_HOUSE_AXIS:
    case TB_HOUSE_HIGHLIGHT:
      break;
    }

  return is_high (style) ? OF_MARK_HIGH : OF_MARK;
}

/* Black or white, whichever is read better there. */
static TbColor
get_ink (TbColor background)
{
  TbColor black = tb_color_from_rgb (0x000000);
  TbColor white = tb_color_from_rgb (0xFFFFFF);

  return tb_color_contrast (black, background) > tb_color_contrast (white, background) ? black : white;
}

static gboolean
fail_at (GError    **error,
         TbStyle     style,
         const char *member,
         double      contrast,
         double      least)
{
  g_autofree char *pointer = g_strdup_printf ("/colors/%s/%s", tb_style_get_name (style), member);

  /* Translators: contrast ratios, 1 to 21 */
  return tb_chart_spec_fail (error, pointer, _("the contrast with the background is %.2f, expected at least %g"),
                             contrast, least);
}

/* The page, and what is Tongbi's own on it. */
static gboolean
set_background (TbTheme             *theme,
                const TbHouseColors *own,
                TbStyle              style,
                GError             **error)
{
  double least = get_least (TB_HOUSE_TEXT, style);
  TbColor ink;

  if ((own->given & 1u << TB_HOUSE_BACKGROUND) == 0)
    return TRUE;
  theme->background = own->roles[TB_HOUSE_BACKGROUND];
  ink = get_ink (theme->background);
  if (tb_color_contrast (ink, theme->background) < least)
    return fail_at (error, style, "background", tb_color_contrast (ink, theme->background), least);
  if (tb_color_contrast (theme->text, theme->background) < OF_TEXT_HIGH)
    theme->text = ink;
  theme->grid = tb_color_mix (theme->background, ink, GRID_SHARE);

  return TRUE;
}

/* What the house gives for this very style is refused where it cannot be read;
 * what it gives for all, and what is Tongbi's own, is moved until it can. */
static gboolean
set_role (TbTheme             *theme,
          const TbHouseFields *fields,
          TbStyle              style,
          TbHouseRole          role,
          GError             **error)
{
  const TbHouseColors *own = &fields->styles[style];
  TbColor *color = get_color (theme, role);
  double least = get_least (role, style);
  double contrast;

  if ((own->given & 1u << role) != 0)
    *color = own->roles[role];
  else if ((fields->common.given & 1u << role) != 0)
    *color = fields->common.roles[role];
  contrast = tb_color_contrast (*color, theme->background);
  if (contrast < least && (own->given & 1u << role) != 0)
    return fail_at (error, style, tb_house_role_get_name (role), contrast, least);
  *color = tb_color_readable (*color, theme->background, get_ink (theme->background), least);

  return TRUE;
}

static gboolean
set_roles (TbTheme             *theme,
           const TbHouseFields *fields,
           TbStyle              style,
           GError             **error)
{
  g_autofree char *pointer = g_strdup_printf ("/colors/%s/grid", tb_style_get_name (style));

  if (!set_background (theme, &fields->styles[style], style, error))
    return FALSE;
  for (int role = TB_HOUSE_TEXT; role < TB_N_HOUSE_ROLES; role++)
    if (!set_role (theme, fields, style, (TbHouseRole) role, error))
      return FALSE;
  if (tb_color_contrast (theme->grid, theme->background) <= MOST_OF_GRID)
    return TRUE;

  return tb_chart_spec_fail (error, pointer, _("the contrast with the background is %.2f, expected at most %g"),
                             tb_color_contrast (theme->grid, theme->background), MOST_OF_GRID);
}

/* The least difference of two colours to any eye. */
static double
get_difference (TbColor a,
                TbColor b)
{
  double least = 100;

  for (int vision = 0; vision < TB_N_VISIONS; vision++)
    least = MIN (least, tb_color_difference (tb_color_simulate (a, (TbVision) vision),
                                             tb_color_simulate (b, (TbVision) vision)));

  return least;
}

static double
get_difference_from_all (TbColor        color,
                         const TbColor *others,
                         gsize          n)
{
  double least = 100;

  for (gsize i = 0; i < n; i++)
    least = MIN (least, get_difference (color, others[i]));

  return least;
}

/* The usual colour that differs most from those that are taken. */
static TbColor
find_next (const TbTheme *theme,
           const TbColor *usual,
           gsize          n_taken)
{
  TbColor best = usual[0];
  double best_difference = -1;

  for (gsize i = 0; i < TB_N_SERIES_COLORS; i++)
    {
      double difference = get_difference_from_all (usual[i], theme->series, n_taken);

      if (difference > best_difference)
        {
          best_difference = difference;
          best = usual[i];
        }
    }

  return best;
}

/* As they are given. */
static gboolean
check_apart (const TbHouseColors *given,
             const char          *name,
             GError             **error)
{
  for (gsize i = 0; i < given->n_series; i++)
    for (gsize k = 0; k < i; k++)
      if (get_difference (given->series[i], given->series[k]) < SERIES_APART)
        {
          g_autofree char *pointer = g_strdup_printf ("/colors/%s/series/%" G_GSIZE_FORMAT, name, i);

          /* Translators: %u counts colors of a list from 0 */
          return tb_chart_spec_fail (error, pointer, _("not everyone can tell it from color %u of the list"),
                                     (guint) k);
        }

  return TRUE;
}

static gboolean
set_series (TbTheme             *theme,
            const TbHouseFields *fields,
            TbStyle              style,
            GError             **error)
{
  const TbHouseColors *own = &fields->styles[style];
  const TbHouseColors *given = own->n_series > 0 ? own : &fields->common;
  const TbColor *usual = tb_theme_get (style)->series;
  TbColor ink = get_ink (theme->background);
  double least = is_high (style) ? OF_MARK_HIGH : OF_MARK;

  for (gsize i = 0; i < TB_N_SERIES_COLORS; i++)
    {
      double contrast;

      if (i < given->n_series)
        theme->series[i] = given->series[i];
      else
        theme->series[i] = given->n_series == 0 ? usual[i] : find_next (theme, usual, i);
      contrast = tb_color_contrast (theme->series[i], theme->background);
      if (contrast < least && i < own->n_series)
        {
          g_autofree char *member = g_strdup_printf ("series/%" G_GSIZE_FORMAT, i);

          return fail_at (error, style, member, contrast, least);
        }
      theme->series[i] = tb_color_readable (theme->series[i], theme->background, ink, least);
      /* Moved away from the background, two may have become one. */
      if (contrast < least && get_difference_from_all (theme->series[i], theme->series, i) < SERIES_APART)
        theme->series[i] = tb_color_readable (find_next (theme, usual, i), theme->background, ink, least);
    }

  return check_apart (given, own->n_series > 0 ? tb_style_get_name (style) : "common", error);
}

static TbColor
get_common (const TbHouseFields *fields,
            TbHouseRole          role,
            TbColor              usual)
{
  return (fields->common.given & 1u << role) != 0 ? fields->common.roles[role] : usual;
}

/* Where good and bad differ as they are given and not on the background of a
 * style, that style has the usual ones. */
static gboolean
set_signs (TbTheme             *theme,
           const TbHouseFields *fields,
           TbStyle              style,
           GError             **error)
{
  guint signs = 1u << TB_HOUSE_GOOD | 1u << TB_HOUSE_BAD;
  gboolean is_own = (fields->styles[style].given & signs) != 0;
  g_autofree char *pointer = g_strdup_printf ("/colors/%s/bad", is_own ? tb_style_get_name (style) : "common");
  const TbTheme *usual = tb_theme_get (style);

  if (get_difference (theme->good, theme->bad) >= SIGNS_APART)
    return TRUE;
  if (!is_own && get_difference (get_common (fields, TB_HOUSE_GOOD, usual->good),
                                 get_common (fields, TB_HOUSE_BAD, usual->bad)) >= SIGNS_APART)
    {
      theme->good = tb_color_readable (usual->good, theme->background, get_ink (theme->background), OF_TEXT);
      theme->bad = tb_color_readable (usual->bad, theme->background, get_ink (theme->background), OF_TEXT);
      return TRUE;
    }

  return tb_chart_spec_fail (error, pointer,
                             _("not everyone can tell it from “good”: blue or teal against orange is safe"));
}

static gboolean
resolve (TbHouseStyle        *self,
         const TbHouseFields *fields,
         TbStyle              style,
         GError             **error)
{
  TbTheme *theme = &self->themes[style];

  *theme = *tb_theme_get (style);
  if (self->family != NULL)
    theme->family = self->family;
  theme->title_px = fields->title_px > 0 ? fields->title_px : theme->title_px;
  theme->subtitle_px = fields->subtitle_px > 0 ? fields->subtitle_px : theme->subtitle_px;
  theme->label_px = fields->label_px > 0 ? fields->label_px : theme->label_px;
  theme->note_px = fields->note_px > 0 ? fields->note_px : theme->note_px;
  theme->margin_px = fields->margin_px;
  theme->logo = self->logo;

  return set_roles (theme, fields, style, error) && set_series (theme, fields, style, error) &&
         set_signs (theme, fields, style, error);
}

TbHouseStyle *
tb_house_style_read (const char *text,
                     gssize      length,
                     GError    **error)
{
  g_autoptr (TbHouseStyle) self = g_new0 (TbHouseStyle, 1);
  TbHouseFields fields;
  gboolean good;

  g_atomic_ref_count_init (&self->ref_count);
  good = tb_house_fields_read (text, length, &fields, &self->json, error);
  if (good)
    {
      self->logo = g_steal_pointer (&fields.logo);
      if (fields.family != NULL)
        self->family = g_strconcat (fields.family, tb_theme_get (TB_STYLE_LIGHT)->family, NULL);
    }
  for (int style = 0; good && style < TB_N_STYLES; style++)
    good = resolve (self, &fields, (TbStyle) style, error);
  tb_house_fields_clear (&fields);

  return good ? g_steal_pointer (&self) : NULL;
}

/**
 * tb_house_style_from_json:
 * @text: a document after data/schemas/theme-1.schema.json
 * @length: its length in bytes, −1 where it ends in NUL
 * @error: return location for an error
 *
 * Reads the style of a house and makes the five themes with it. A colour that is
 * given for one style and cannot be read there is refused; one that is given for
 * all, and what is not given, is made darker or lighter where it has to be.
 *
 * Errors: %TB_CHART_ERROR_SPEC: line, column, JSON pointer, what is wrong, what was
 * expected.
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the style
 */
TbHouseStyle *
tb_house_style_from_json (const char *text,
                          gssize      length,
                          GError    **error)
{
  TbHouseStyle *self = tb_house_style_read (text, length, error);

  if (self == NULL)
    tb_chart_spec_add_place (text, length, error);

  return self;
}

/**
 * tb_house_style_ref:
 * @self: a style
 *
 * Returns: (transfer full): the style
 */
TbHouseStyle *
tb_house_style_ref (TbHouseStyle *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tb_house_style_unref:
 * @self: (transfer full): a style
 *
 * Gives a reference back; the last one frees the style.
 */
void
tb_house_style_unref (TbHouseStyle *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->json);
  g_free (self->family);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self);
}

/**
 * tb_house_style_get_json:
 * @self: a style
 *
 * Returns: (transfer none): the document it was read from, without its white space
 */
const char *
tb_house_style_get_json (const TbHouseStyle *self)
{
  return self->json;
}
