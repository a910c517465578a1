/* Texts and marks stand out from what is behind them: 4.5 : 1 and 3 : 1 (WCAG 2.2,
 * 1.4.3 and 1.4.11), told from what is drawn, in light and dark; with high contrast,
 * for which the environment asks, texts at 7 : 1 (1.4.6) and marks at 4.5 : 1.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-pixels.h"
#include "tb-app-places.h"

#include "tb-figure-canvas.h"
#include "tb-grid-cell.h"
#include "tb-grid-heading.h"
#include "tb-paint-cairo.h"
#include "tb-palette.h"
#include "tb-row-text.h"
#include "tb-sparkline.h"
#include "tb-target-bar.h"

#include <math.h>

/* Strokes of small letters are thinner than a pixel: they are drawn larger. */
#define SCALE 3
/* The platform itself colours buttons and ticks, and a figure that is exported has the style it is exported in. */
enum { OF_TEXT, OF_LARGE_TEXT, OF_MARKS, OF_COLOURED_TEXT, OF_TICKS, OF_NOTHING };
static const double wanted[2][5] = { { 4.5, 3, 3, 4.5, 3 }, { 7, 4.5, 4.5, 4.5, 3 } };
/* 18 pt, or 14 pt and bold. */
#define LARGE_PX 24
#define LARGE_BOLD_PX 18.6

typedef struct
{
  const char *where;
  GtkWidget  *native;
  guint32    *pixels;
  int         width;
  int         height;
  gboolean    is_dark;
  guint       n_checked;
  guint       n_of_figures;
  GHashTable *wrong;    /* told once for each kind of widget */
} Page;

/* As a texture's pixels are ordered. */
static guint32 *
paint (const TbScene *scene,
       int            width,
       int            height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  guint32 *pixels = g_new (guint32, (gsize) width * (gsize) height);
  const guchar *data;

  cairo_scale (cr, SCALE, SCALE);
  tb_paint_cairo (scene, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 pixel = ((const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface)))[x];

        pixels[(gsize) y * (gsize) width + (gsize) x]
          = GUINT32_FROM_LE (0xff000000u | (pixel >> 16 & 0xffu) | (pixel & 0xff00u) | (pixel & 0xffu) << 16);
      }
  cairo_surface_destroy (surface);
  return pixels;
}

static void
count_pixels (const Page            *page,
              const graphene_rect_t *box,
              GHashTable            *counts)
{
  int left = MAX ((int) floor ((double) box->origin.x * SCALE), 0);
  int top = MAX ((int) floor ((double) box->origin.y * SCALE), 0);
  int right = MIN ((int) ceil ((double) (box->origin.x + box->size.width) * SCALE), page->width);
  int bottom = MIN ((int) ceil ((double) (box->origin.y + box->size.height) * SCALE), page->height);

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      {
        gpointer key = GUINT_TO_POINTER (page->pixels[(gsize) y * (gsize) page->width + (gsize) x]);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

        g_hash_table_insert (counts, key, GUINT_TO_POINTER (n + 1));
      }
}

/* Between the commonest colour, which is behind, and the one that differs most.
 * 0: nothing is drawn there. */
static double
measure (const Page            *page,
         const graphene_rect_t *box)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer pixel, n, back = NULL;
  guint n_back = 0;
  double contrast = 1;

  count_pixels (page, box, counts);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &pixel, &n))
    if (GPOINTER_TO_UINT (n) > n_back)
      {
        n_back = GPOINTER_TO_UINT (n);
        back = pixel;
      }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &pixel, &n))
    contrast = MAX (contrast, tb_color_contrast (tb_app_pixels_color (GPOINTER_TO_UINT (pixel)),
                                                 tb_app_pixels_color (GPOINTER_TO_UINT (back))));
  return g_hash_table_size (counts) > 1 ? contrast : 0;
}

static gboolean
is_large (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double px = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    px *= 96.0 / 72.0;
  return px >= LARGE_PX || (px >= LARGE_BOLD_PX && pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD);
}

static gboolean
is_within (GtkWidget *widget,
           GType      type)
{
  return gtk_widget_get_ancestor (widget, type) != NULL;
}

static gboolean
is_high (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

/* OF_NOTHING: it is neither text nor mark, or tells nothing now. */
static int
get_sort (GtkWidget *widget)
{
  /* What cannot be used now is exempt. */
  if (!gtk_widget_is_sensitive (widget))
    return OF_NOTHING;
  /* Of a switch the place of its knob tells; marks on it are shown where the system asks for them. */
  if (GTK_IS_SWITCH (gtk_widget_get_parent (widget)))
    return OF_NOTHING;
  if (g_str_equal (gtk_widget_get_css_name (widget), "check"))
    return gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_CHECKED ? OF_TICKS : OF_MARKS;
  if (GTK_IS_IMAGE (widget) || TB_IS_SPARKLINE (widget) || TB_IS_TARGET_BAR (widget))
    return OF_MARKS;
  if ((GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0') || TB_IS_ROW_TEXT (widget)
      || TB_IS_GRID_CELL (widget) || TB_IS_GRID_HEADING (widget))
    {
      if (is_large (widget))
        return OF_LARGE_TEXT;
      return is_within (widget, GTK_TYPE_BUTTON) || is_within (widget, ADW_TYPE_TOGGLE_GROUP) ? OF_COLOURED_TEXT
                                                                                              : OF_TEXT;
    }
  return OF_NOTHING;
}

static char *
dup_kind (GtkWidget *widget)
{
  g_autoptr (GString) kind = g_string_new (NULL);

  for (GtkWidget *at = widget; at != NULL && !GTK_IS_NATIVE (at); at = gtk_widget_get_parent (at))
    {
      g_auto (GStrv) classes = gtk_widget_get_css_classes (at);
      g_autofree char *joined = g_strjoinv (".", classes);

      g_string_prepend (kind, " ");
      if (*joined != '\0')
        g_string_prepend (g_string_prepend (kind, joined), ".");
      g_string_prepend (kind, gtk_widget_get_css_name (at));
      if (kind->len > 160)
        break;
    }
  return g_string_free_and_steal (g_steal_pointer (&kind));
}

/* What lies below a pane or a dialog is not looked at. */
static gboolean
is_covered (GtkWidget             *widget,
            const Page            *page,
            const graphene_rect_t *box)
{
  GtkWidget *top = gtk_widget_pick (page->native, (double) (box->origin.x + box->size.width / 2),
                                    (double) (box->origin.y + box->size.height / 2),
                                    GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);

  return top != NULL && top != widget && !gtk_widget_is_ancestor (top, widget) && !gtk_widget_is_ancestor (widget, top);
}

/* What is scrolled out of sight is not drawn. */
static gboolean
is_in_sight (GtkWidget       *widget,
             const Page      *page,
             graphene_rect_t *box)
{
  if (!gtk_widget_compute_bounds (widget, page->native, box))
    return FALSE;
  for (GtkWidget *at = gtk_widget_get_parent (widget); at != NULL && at != page->native;
       at = gtk_widget_get_parent (at))
    {
      graphene_rect_t clip;

      if (gtk_widget_get_overflow (at) == GTK_OVERFLOW_HIDDEN && gtk_widget_compute_bounds (at, page->native, &clip)
          && !graphene_rect_contains_rect (&clip, box))
        return FALSE;
    }
  return graphene_rect_get_area (box) > 0 && !is_covered (widget, page, box);
}

static void
judge (Page       *page,
       double      contrast,
       int         sort,
       const char *text,
       const char *kind)
{
  double least = wanted[is_high ()][sort];

  if (contrast <= 0)
    return;
  page->n_checked++;
  if (contrast >= least || !g_hash_table_add (page->wrong, g_strdup (kind)))
    return;
  g_printerr ("# %s%s: %.2f, and not %.1f: “%s” %s\n", page->where, page->is_dark ? ", dark" : "", contrast, least,
              text, kind);
}

/* The pixels of a figure are as many as it has on the screen, too few to tell the
 * colour of a small letter: its scene is painted larger. */
static void
check_figure (TbFigureCanvas *canvas,
              Page           *page)
{
  TbChartPicture *picture = tb_figure_canvas_get_picture (canvas);
  const TbSceneInfo *info = picture != NULL && picture->scene != NULL ? tb_scene_get_info (picture->scene) : NULL;
  g_autofree guint32 *pixels = NULL;
  Page figure = { 0 };
  const TbNode *nodes;
  gsize n;

  if (info == NULL || info->transparent)
    return;
  figure.width = (int) ceil (info->width * SCALE);
  figure.height = (int) ceil (info->height * SCALE);
  figure.pixels = pixels = paint (picture->scene, figure.width, figure.height);
  nodes = tb_scene_get_nodes (picture->scene, &n);
  for (gsize i = 0; i < n; i++)
    {
      const TbRect *box = &nodes[i].text.box;
      g_autofree char *kind = NULL;

      if (nodes[i].kind != TB_NODE_TEXT)
        continue;
      kind = g_strdup_printf ("figure text “%s”", nodes[i].text.text);
      judge (page,
             measure (&figure, &GRAPHENE_RECT_INIT ((float) box->x, (float) box->y, (float) box->width,
                                                    (float) box->height)),
             is_within (GTK_WIDGET (canvas), ADW_TYPE_DIALOG) ? OF_COLOURED_TEXT : OF_TEXT, nodes[i].text.text, kind);
      page->n_of_figures++;
    }
}

static void
check (GtkWidget *widget,
       gpointer   data)
{
  Page *page = data;
  int sort = get_sort (widget);
  g_autofree char *kind = NULL;
  graphene_rect_t box;

  if (TB_IS_FIGURE_CANVAS (widget))
    check_figure (TB_FIGURE_CANVAS (widget), page);
  if (sort == OF_NOTHING || !is_in_sight (widget, page, &box))
    return;
  kind = dup_kind (widget);
  judge (page, measure (page, &box), sort, GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "", kind);
}

/* Both ways at each place: what opens them takes longer than drawing them. */
static void
visit_contrast (TbWindow   *window,
                GtkWidget  *root,
                const char *where,
                gpointer    data)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  Page *page = data;

  page->where = where;
  page->native = GTK_WIDGET (gtk_widget_get_native (root));
  for (gsize i = 0; i < G_N_ELEMENTS (schemes) && gtk_widget_get_mapped (root); i++)
    {
      page->is_dark = !page->is_dark;
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[page->is_dark]);
      tb_app_test_draw (window);
      /* Without a window manager no window is the active one. */
      gtk_widget_unset_state_flags (GTK_WIDGET (window), GTK_STATE_FLAG_BACKDROP);
      page->pixels = tb_app_pixels_render (page->native, SCALE, &page->width, &page->height);
      tb_app_places_walk (root, check, page);
      g_clear_pointer (&page->pixels, g_free);
    }
}

static void
test_contrast (void)
{
  g_autoptr (GHashTable) wrong = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Page page = { .wrong = wrong };
  guint n_places;

  g_assert_true (is_high () == (g_getenv ("ADW_DEBUG_HIGH_CONTRAST") != NULL));
  n_places = tb_app_places_visit (1000, 640, visit_contrast, &page);
  g_test_message ("%u texts and marks at %u places, %u of them in figures", page.n_checked, n_places,
                  page.n_of_figures);
  g_assert_cmpuint (page.n_checked, >, 3000);
  g_assert_cmpuint (page.n_of_figures, >, 100);
  g_assert_cmpuint (g_hash_table_size (wrong), ==, 0);
}

/* Two greys whose ratio is known: #767676 on white is the lightest that passes. */
static void
test_measure (void)
{
  guint32 pixels[4] = { 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xff767676u };
  Page page = { .pixels = pixels, .width = 2, .height = 2 };
  graphene_rect_t box = GRAPHENE_RECT_INIT (0, 0, 1, 1);

  g_assert_cmpfloat_with_epsilon (measure (&page, &box), 4.54, 0.005);
  pixels[3] = pixels[0];
  g_assert_cmpfloat (measure (&page, &box), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/contrast/measure", test_measure);
  g_test_add_func ("/contrast/places", test_contrast);
  return g_test_run ();
}
