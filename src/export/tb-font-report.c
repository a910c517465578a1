/* Which fonts a figure is set in, and what is missing of those that it asks for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-font-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef void (*RunFunc) (const TbNode         *node,
                         const PangoGlyphItem *run,
                         const char           *text,
                         gpointer              data);

static void
walk (const TbShapedText *text,
      RunFunc             func,
      gpointer            data)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (tb_shaped_text_get_scene (text), &n);

  for (gsize i = 0; i < n; i++)
    {
      PangoLayoutLine *line = tb_shaped_text_get_line (text, &nodes[i]);

      for (GSList *l = line != NULL ? line->runs : NULL; l != NULL; l = l->next)
        func (&nodes[i], l->data, pango_layout_get_text (line->layout), data);
    }
}

static char *
dup_family (PangoFont *font)
{
  PangoFontDescription *description = pango_font_describe (font);
  char *family = g_strdup (pango_font_description_get_family (description));

  pango_font_description_free (description);

  return family;
}

/* Whether the font shows any of it: boxes stand for what no font has. */
static gboolean
shows_text (const PangoGlyphItem *run)
{
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      PangoGlyph glyph = run->glyphs->glyphs[i].glyph;

      if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_unique (GPtrArray *texts,
            char      *text)
{
  if (g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_add (texts, text);
}

/* Digits, signs and spaces are of the script that they stand in. */
static void
collect_family (const TbNode         *node,
                const PangoGlyphItem *run,
                const char           *text,
                gpointer              data)
{
  GUnicodeScript script = (GUnicodeScript) run->item->analysis.script;
  guint32 code = g_unicode_script_to_iso15924 (script);
  g_autofree char *family = NULL;

  if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED || !shows_text (run))
    return;
  family = dup_family (run->item->analysis.font);
  add_unique (data, g_strdup_printf ("%c%c%c%c: %s", (char) (code >> 24), (char) (code >> 16), (char) (code >> 8),
                                     (char) code, family));
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * tb_font_report_dup_families:
 * @text: the texts of a figure
 *
 * Tells which families show which scripts, for the record in an exported file.
 *
 * Thread: that of @text.
 *
 * Returns: (transfer full): scripts by code, with their families; "" for no text
 */
char *
tb_font_report_dup_families (const TbShapedText *text)
{
  g_autoptr (GPtrArray) families = g_ptr_array_new_with_free_func (g_free);

  walk (text, collect_family, families);
  g_ptr_array_sort (families, compare_texts);
  g_ptr_array_add (families, NULL);

  return g_strjoinv ("; ", (char **) families->pdata);
}

/* Families of a list that are not generic. */
static gboolean
has_family (PangoFontMap *map,
            const char   *name)
{
  static const char *const generic[] = { "sans-serif", "sans", "serif", "monospace", "system-ui", NULL };

  return *name == '\0' || g_strv_contains (generic, name) || pango_font_map_get_family (map, name) != NULL;
}

/* The first family of a list is the one that is wanted, the others stand in for it. */
static void
collect_wanted (const TbNode         *node,
                const PangoGlyphItem *run,
                const char           *text,
                gpointer              data)
{
  PangoFontMap *map = pango_font_get_font_map (run->item->analysis.font);
  g_auto (GStrv) names = g_strsplit (node->text.font.family, ",", 2);
  const char *wanted = names[0] != NULL ? g_strstrip (names[0]) : "";
  g_autofree char *used = NULL;

  if (has_family (map, wanted) || !shows_text (run))
    return;
  used = dup_family (run->item->analysis.font);
  /* Translators: names of two fonts. */
  add_unique (data, g_strdup_printf (_("The font “%s” is not installed; “%s” is used in its place."), wanted, used));
}

static void
collect_missing (const TbNode         *node,
                 const PangoGlyphItem *run,
                 const char           *text,
                 gpointer              data)
{
  GString *missing = data;

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
      gunichar c = glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;

      if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 && g_unichar_validate (c) &&
          g_utf8_strchr (missing->str, -1, c) == NULL)
        g_string_append_unichar (missing, c);
    }
}

/**
 * tb_font_report_add_notices:
 * @text: the texts of a figure
 * @notices: (element-type utf8): where to add; it frees its elements with g_free()
 *
 * Says which families a figure asks for that are not here, and which characters
 * no font has.
 *
 * Thread: that of @text.
 */
void
tb_font_report_add_notices (const TbShapedText *text,
                            GPtrArray          *notices)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  walk (text, collect_wanted, notices);
  walk (text, collect_missing, missing);
  if (missing->len > 0)
    /* Translators: %s: characters. */
    g_ptr_array_add (notices, g_strdup_printf (_("No installed font has these characters: %s"), missing->str));
}
