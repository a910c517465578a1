/* Renders the real window to images, in the language of the process.
 *
 * usage: tb-screenshots FOLDER [NAME]
 *
 * NAME is the beginning of the names of the wanted ones. Those of the README are
 * made only by their full name. High contrast is a matter of the environment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "screenshots.h"
#include "tb-mirrored.h"
#include "tb-settings.h"

/* Of a window where a desktop composes them, in pixels: how far its shadow is seen, and
 * how round its corners are. */
#define SHADOW 30
#define CORNER 15

static const char *out_folder;


/* The content of the window, without the frame that stands in for its shadow
 * where nothing composes windows. */
static graphene_rect_t
get_content (TbWindow *window)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)),
                                  GTK_WIDGET (window), &bounds))
    g_error ("The window has no content");
  return bounds;
}

/* Theirs is drawn outside of what a window's picture has. */
static GskRenderNode *
add_shadow (GskRenderNode         *node,
            const graphene_rect_t *bounds)
{
  static const GdkRGBA near = { 0, 0, 0, 0.18f };
  static const GdkRGBA far = { 0, 0, 0, 0.1f };
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, CORNER);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &near, 0, 1, 1, 5);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &far, 0, 3, 5, 18);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_pop (snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
save (TbWindow     *window,
      const TbShot *shot)
{
  GtkWidget *widget = GTK_WIDGET (window);
  graphene_rect_t bounds = get_content (window);
  graphene_rect_t whole;
  GtkNative *native;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  const char *shown_name = shot->is_picture ? shot->name + strlen ("picture-") : shot->name;
  g_autofree char *name = g_strconcat (shown_name, ".png", NULL);
  g_autofree char *path = g_build_filename (out_folder, name, NULL);

  /* A popover is a window of its own. */
  if (shot->find_popover != NULL)
    {
      widget = shot->find_popover (window);
      g_object_unref (paintable);
      paintable = gtk_widget_paintable_new (widget);
      if (!gtk_widget_compute_bounds (widget, widget, &bounds))
        g_error ("The popover has no size");
    }
  native = GTK_NATIVE (widget);
  /* A widget's origin is within its frame, a paintable's is that of the frame. */
  if (!gtk_widget_compute_bounds (widget, widget, &whole))
    g_error ("The window has no size");
  graphene_rect_offset (&bounds, -whole.origin.x, -whole.origin.y);
  gdk_paintable_snapshot (paintable, snapshot, (double) whole.size.width, (double) whole.size.height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (shot->is_picture)
    {
      g_autoptr (GskRenderNode) bare = g_steal_pointer (&node);

      node = add_shadow (bare, &bounds);
      graphene_rect_inset (&bounds, -SHADOW, -SHADOW);
    }
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (native), node, &bounds);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("Cannot write %s", path);
  g_print ("%s %dx%d\n", path, gdk_texture_get_width (texture), gdk_texture_get_height (texture));
}

/* Asks for so much more that the content has the size without the frame. */
static void
set_size (TbWindow     *window,
          const TbShot *shot)
{
  graphene_rect_t content;

  gtk_window_set_default_size (GTK_WINDOW (window), shot->width, shot->height);
  gtk_window_present (GTK_WINDOW (window));
  tb_app_test_draw (window);
  content = get_content (window);
  gtk_window_set_default_size (GTK_WINDOW (window), 2 * shot->width - (int) content.size.width,
                               2 * shot->height - (int) content.size.height);
  tb_app_test_draw (window);
}

/* What a picture sets is not there for the next one. */
static void
forget_settings (void)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (tb_settings_get (), "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (gsize i = 0; keys[i] != NULL; i++)
    g_settings_reset (tb_settings_get (), keys[i]);
}

static void
take (const TbShot *shot)
{
  TbWindow *window;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      shot->dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * (shot->text > 0 ? shot->text : 1)),
                "gtk-decoration-layout", shot->is_picture ? ":close" : ":minimize,maximize,close", NULL);
  gtk_widget_set_default_direction (shot->mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  if (shot->mirrored)
    tb_mirrored_keep_texts ();
  window = tb_window_new (GTK_APPLICATION (tb_app_test_get ()));
  set_size (window, shot);
  if (shot->prepare != NULL)
    shot->prepare (window);
  if (!shot->is_of_sidebar)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-content", NULL);
  /* Animations of dialogs and pages are off; a few rounds let late sizes settle. */
  for (int i = 0; i < 3; i++)
    tb_app_test_draw (window);
  save (window, shot);
  tb_app_test_close (window);
  forget_settings ();
}

static gboolean
is_wanted (const TbShot *shot,
           const char   *only)
{
  if (shot->is_picture)
    return g_strcmp0 (only, shot->name) == 0;
  return only == NULL || g_str_has_prefix (shot->name, only);
}

int
main (int    argc,
      char **argv)
{
  const TbShot *const subjects[] = { tb_shots_of_views, tb_shots_of_inspector, tb_shots_of_dialogs,
                                     tb_shots_of_work };
  const char *only = argc > 2 ? argv[2] : NULL;

  out_folder = argc > 1 ? g_strdup (argv[1]) : ".";
  argc = 1;
  tb_app_test_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-decoration-layout",
                ":minimize,maximize,close", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    for (const TbShot *shot = subjects[i]; shot->name != NULL; shot++)
      if (is_wanted (shot, only))
        take (shot);
  return 0;
}
