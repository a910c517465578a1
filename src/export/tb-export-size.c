/* Sizes of figures as people write them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-export.h"
#include "tb-limits.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define LOGICAL_DPI 96.0
#define PX_DPI 96.0
#define PRINT_DPI 300.0

/* From a rough preview to the finest printing plates. */
#define MIN_DPI 10
#define MAX_DPI 2400

typedef struct
{
  const char *name;
  double      width, height;   /* in */
  double      dpi;             /* where none is asked for */
} NamedSize;

#define MM(length) ((length) / 25.4)

/* "slide" is the 16:9 page of presentation programs, and 1920×1080 px at its
 * 144 dpi. "half-page" and "full-page" are the text area of an A4 page with the
 * margins of Chinese official documents (GB/T 9704: 156 × 225 mm). */
static const NamedSize named_sizes[] = {
  { "a3", MM (297), MM (420), PRINT_DPI },
  { "a3-landscape", MM (420), MM (297), PRINT_DPI },
  { "a4", MM (210), MM (297), PRINT_DPI },
  { "a4-landscape", MM (297), MM (210), PRINT_DPI },
  { "a5", MM (148), MM (210), PRINT_DPI },
  { "a5-landscape", MM (210), MM (148), PRINT_DPI },
  { "letter", 8.5, 11, PRINT_DPI },
  { "letter-landscape", 11, 8.5, PRINT_DPI },
  { "full-page", MM (156), MM (225), PRINT_DPI },
  { "half-page", MM (156), MM (110), PRINT_DPI },
  { "slide", 40.0 / 3, 7.5, 144 },
};

static const struct { const char *name; double per_inch; } units[] = {
  { "", 0 }, { "px", 0 },   /* output pixels: by the dpi */
  { "mm", 25.4 }, { "cm", 2.54 }, { "in", 1 }, { "pt", 72 },
};

static gboolean
parse_length (const char **text,
              double      *out_length)
{
  char *end;

  if (!g_ascii_isdigit (**text))
    return FALSE;
  *out_length = g_ascii_strtod (*text, &end);
  *text = end;

  return isfinite (*out_length) && *out_length > 0;
}

/* "1600x900", "160×90mm", "16 x 9 cm": lengths in the unit of the end. */
static gboolean
parse_lengths (const char  *text,
               double      *out_width,
               double      *out_height,
               double      *out_per_inch)
{
  const char *p = text;

  if (!parse_length (&p, out_width))
    return FALSE;
  p += strspn (p, " ");
  if (g_str_has_prefix (p, "×"))
    p += strlen ("×");
  else if (*p == 'x' || *p == 'X')
    p++;
  else
    return FALSE;
  p += strspn (p, " ");
  if (!parse_length (&p, out_height))
    return FALSE;
  p += strspn (p, " ");
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (g_ascii_strcasecmp (p, units[i].name) == 0)
        {
          *out_per_inch = units[i].per_inch;
          return TRUE;
        }
    }

  return FALSE;
}

static const NamedSize *
find_named (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (named_sizes); i++)
    {
      if (g_ascii_strcasecmp (text, named_sizes[i].name) == 0)
        return &named_sizes[i];
    }

  return NULL;
}

static gboolean
check_limits (const char  *text,
              double       width,
              double       height,
              double       dpi,
              GError     **error)
{
  if (dpi < MIN_DPI || dpi > MAX_DPI)
    {
      g_set_error (error, TB_EXPORT_ERROR, TB_EXPORT_ERROR_SIZE,
                   _("A resolution of %g dpi is not possible; it must be between %d and %d."), dpi, MIN_DPI, MAX_DPI);
      return FALSE;
    }
  if (width < 1 || height < 1 || width > TB_LIMIT_IMAGE_SIDE_PX || height > TB_LIMIT_IMAGE_SIDE_PX)
    {
      g_set_error (error, TB_EXPORT_ERROR, TB_EXPORT_ERROR_SIZE,
                   _("The size “%s” is not possible; each side must be between 1 and %d px of 1/96 inch."), text,
                   TB_LIMIT_IMAGE_SIDE_PX);
      return FALSE;
    }

  return TRUE;
}

/**
 * tb_export_parse_size:
 * @text: width and height with px (also where nothing follows), mm, cm, in or
 *   pt, or a name: a3, a4, a5, letter, each also with `-landscape`; full-page,
 *   half-page, slide
 * @dpi: output pixels per inch; 0: 96 for px, 144 for a slide, 300 for others
 * @out_width: (out): logical px
 * @out_height: (out): logical px
 * @out_dpi: (out): the resolution that holds
 * @error: return location for an error
 *
 * Reads a size. px are output pixels, and lengths are kept whatever the
 * resolution: logical px = output px × 96 ÷ dpi.
 *
 * Errors: %TB_EXPORT_ERROR_SIZE. Pixels of an image are checked when it is made.
 * Thread: any.
 *
 * Returns: whether @text is a size
 */
gboolean
tb_export_parse_size (const char  *text,
                      double       dpi,
                      double      *out_width,
                      double      *out_height,
                      double      *out_dpi,
                      GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const NamedSize *named = find_named (stripped);
  double width = 0;
  double height = 0;
  double per_inch = 1;
  double default_dpi = PRINT_DPI;

  if (named != NULL)
    {
      width = named->width;
      height = named->height;
      default_dpi = named->dpi;
    }
  else if (!parse_lengths (stripped, &width, &height, &per_inch))
    {
      g_set_error (error, TB_EXPORT_ERROR, TB_EXPORT_ERROR_SIZE,
                   _("“%s” is not a size; expected one such as 1600x900, 160x90mm, a4-landscape or slide."), text);
      return FALSE;
    }
  if (per_inch <= 0)
    default_dpi = PX_DPI;
  if (dpi <= 0)
    dpi = default_dpi;
  if (per_inch <= 0)
    per_inch = dpi;
  width = width / per_inch * LOGICAL_DPI;
  height = height / per_inch * LOGICAL_DPI;
  if (!check_limits (text, width, height, dpi, error))
    return FALSE;
  *out_width = width;
  *out_height = height;
  *out_dpi = dpi;

  return TRUE;
}
