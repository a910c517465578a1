/* Texts without letters read as they are written where the window is mirrored.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-mirrored.h"

/* Each of them is turned round by Pango where the paragraph runs from right to left. */
static const char *const texts[] = { ">480.0%", "2020 · 68%", "−3.2", "2016–2020", "▲ 4.1%", "12.30 × 1000000" };

static double
get_x_of (PangoLayout *layout,
          const char  *text,
          const char  *at)
{
  PangoRectangle place;

  pango_layout_index_to_pos (layout, (int) (at - text), &place);
  return (double) MIN (place.x, place.x + place.width) / PANGO_SCALE;
}

/* Characters stand from left to right in the order in which they are written, and there
 * are no others. */
static void
check_layout (PangoLayout *layout,
              const char  *text)
{
  const char *shown = pango_layout_get_text (layout);
  double before = -1;

  g_assert_cmpstr (shown, ==, text);
  for (const char *at = shown; *at != '\0'; at = g_utf8_next_char (at))
    {
      double x = get_x_of (layout, shown, at);

      g_assert_cmpfloat (x, >, before);
      before = x;
    }
}

static GtkWidget *
open_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 200);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (child) == 0 || !gtk_widget_get_mapped (child))
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
test_labels (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *label = gtk_label_new (texts[i]);
      GtkWidget *window = open_window (label);

      check_layout (gtk_label_get_layout (GTK_LABEL (label)), texts[i]);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* What begins at the start begins at the right, what ends at the end does so at the left. */
static void
test_places (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *filling = gtk_label_new (">480.0%");
  GtkWidget *aligned = gtk_label_new (">480.0%");
  GtkWidget *window;
  PangoRectangle extents;
  graphene_rect_t place;
  int x;

  gtk_label_set_xalign (GTK_LABEL (filling), 0);
  gtk_widget_set_halign (aligned, GTK_ALIGN_END);
  gtk_widget_set_margin_end (aligned, 30);
  gtk_box_append (GTK_BOX (box), filling);
  gtk_box_append (GTK_BOX (box), aligned);
  window = open_window (box);
  gtk_label_get_layout_offsets (GTK_LABEL (filling), &x, NULL);
  pango_layout_get_pixel_extents (gtk_label_get_layout (GTK_LABEL (filling)), NULL, &extents);
  g_assert_cmpint (x + extents.width, ==, gtk_widget_get_width (filling));
  g_assert_true (gtk_widget_compute_bounds (aligned, box, &place));
  g_assert_cmpfloat (place.origin.x, ==, 30);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What stands in an entry, and in its place where it is empty, begins at the right. */
static void
test_entries (void)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *text = tb_app_test_find (entry, GTK_TYPE_TEXT);
  GtkWidget *window, *placeholder;
  PangoRectangle extents;
  graphene_rect_t place;
  int x;

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "Value");
  gtk_widget_set_focusable (entry, FALSE);
  window = open_window (entry);
  placeholder = tb_app_test_find_label (text, "Value");
  gtk_label_get_layout_offsets (GTK_LABEL (placeholder), &x, NULL);
  pango_layout_get_pixel_extents (gtk_label_get_layout (GTK_LABEL (placeholder)), NULL, &extents);
  g_assert_true (gtk_widget_compute_bounds (placeholder, text, &place));
  g_assert_cmpfloat (place.origin.x + (float) (x + extents.width), ==, gtk_widget_get_width (text));
  gtk_editable_set_text (GTK_EDITABLE (entry), "−3.2");
  gtk_text_compute_cursor_extents (GTK_TEXT (text), 0, &place, NULL);
  g_assert_cmpfloat (place.origin.x, >, gtk_widget_get_width (text) / 2.0);
  gtk_text_compute_cursor_extents (GTK_TEXT (text), 4, &place, NULL);
  g_assert_cmpfloat (place.origin.x, >=, gtk_widget_get_width (text) - 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Labels that are made by libadwaita and GTK. */
static void
test_rows (void)
{
  static const char *const choices[] = { "2016–2020", "2020 · 68%", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *chooser = gtk_drop_down_new_from_strings (choices);
  GtkWidget *window, *label;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Period");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), ">480.0%");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), chooser);
  window = open_window (box);
  label = tb_app_test_find_label (row, ">480.0%");
  check_layout (gtk_label_get_layout (GTK_LABEL (label)), ">480.0%");
  label = tb_app_test_find_label (chooser, "2016–2020");
  check_layout (gtk_label_get_layout (GTK_LABEL (label)), "2016–2020");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A text with letters runs as they do, also those of data in other languages. */
static void
test_letters (void)
{
  static const struct
  {
    const char     *text;
    PangoDirection  direction;
  } rows[] = {
    { "up 4.1%", PANGO_DIRECTION_LTR },
    { "增长4.1%", PANGO_DIRECTION_LTR },
    { "السكان 2020", PANGO_DIRECTION_RTL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *label = gtk_label_new (rows[i].text);
      GtkWidget *window = open_window (label);
      PangoLayoutLine *line = pango_layout_get_line_readonly (gtk_label_get_layout (GTK_LABEL (label)), 0);

      g_assert_cmpint (pango_layout_line_get_resolved_direction (line), ==, rows[i].direction);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  tb_mirrored_keep_texts ();
  g_test_add_func ("/mirrored/labels", test_labels);
  g_test_add_func ("/mirrored/places", test_places);
  g_test_add_func ("/mirrored/entries", test_entries);
  g_test_add_func ("/mirrored/rows", test_rows);
  g_test_add_func ("/mirrored/letters", test_letters);
  return g_test_run ();
}
