/* Nothing is lost where there is little room: in the narrowest window, with text of
 * twice the size, and mirrored.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-places.h"
#include "tb-comparison-grid.h"
#include "tb-grid-cell.h"
#include "tb-grid-heading.h"
#include "tb-indicator-card.h"
#include "tb-mirrored.h"
#include "tb-row-text.h"
#include "tb-settings.h"
#include "tb-window-private.h"

#include <math.h>
#include <string.h>

/* The narrowest window that GNOME asks programs to work in. */
#define WIDTH 360
#define HEIGHT 294
#define PHONE_HEIGHT 648
/* Of rounding, and of glyphs that lean out of their place. */
#define SLACK 1.5

typedef struct
{
  const char *where;
  GtkWidget  *root;
  guint       n_labels;
  guint       n_wrong;
} Room;

/* Warnings of GTK, in this process. */
static guint n_without_room;

/* NULL: it is no text, or of a table, whose cells tell what they have no room for. */
static PangoLayout *
get_layout (GtkWidget *widget)
{
  if (TB_IS_ROW_TEXT (widget))
    return tb_row_text_get_layout (TB_ROW_TEXT (widget));
  return GTK_IS_LABEL (widget) ? gtk_label_get_layout (GTK_LABEL (widget)) : NULL;
}

static const char *
get_text (GtkWidget *widget)
{
  PangoLayout *layout = get_layout (widget);

  return layout != NULL ? pango_layout_get_text (layout) : "";
}

static void G_GNUC_PRINTF (3, 4)
complain (Room       *room,
          GtkWidget  *widget,
          const char *format,
          ...)
{
  g_autofree char *what = NULL;
  GtkWidget *parent = gtk_widget_get_parent (widget);
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  room->n_wrong++;
  g_printerr ("# %s: %s “%s” in %s: %s\n", room->where, G_OBJECT_TYPE_NAME (widget), get_text (widget),
              parent != NULL ? G_OBJECT_TYPE_NAME (parent) : "nothing", what);
}

static gboolean
scrolls (GtkWidget      *window,
         GtkOrientation  orientation)
{
  GtkPolicyType horizontal, vertical;

  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (window), &horizontal, &vertical);
  return (orientation == GTK_ORIENTATION_HORIZONTAL ? horizontal : vertical) != GTK_POLICY_NEVER;
}

/* What lies outside of what scrolls can be scrolled to; outside of anything else it is cut. */
static void
check_inside (Room      *room,
              GtkWidget *widget)
{
  gboolean may_leave_x = FALSE, may_leave_y = FALSE;

  for (GtkWidget *at = widget; at != room->root;)
    {
      graphene_rect_t box;

      at = gtk_widget_get_parent (at);
      if (GTK_IS_SCROLLED_WINDOW (at))
        {
          may_leave_x |= scrolls (at, GTK_ORIENTATION_HORIZONTAL);
          may_leave_y |= scrolls (at, GTK_ORIENTATION_VERTICAL);
        }
      /* Lists and viewports hide what their scrolled window scrolls. */
      if ((gtk_widget_get_overflow (at) != GTK_OVERFLOW_HIDDEN && at != room->root) || GTK_IS_SCROLLABLE (at)
          || !gtk_widget_compute_bounds (widget, at, &box))
        continue;
      if (!may_leave_x && (box.origin.x < -SLACK || box.origin.x + box.size.width > gtk_widget_get_width (at) + SLACK))
        complain (room, widget, "cut at the side by a %s: %g wide at %g of %d", G_OBJECT_TYPE_NAME (at),
                  (double) box.size.width, (double) box.origin.x, gtk_widget_get_width (at));
      else if (!may_leave_y
               && (box.origin.y < -SLACK || box.origin.y + box.size.height > gtk_widget_get_height (at) + SLACK))
        complain (room, widget, "cut above or below by a %s", G_OBJECT_TYPE_NAME (at));
      else
        continue;
      return;
    }
}

static gboolean
is_in_toast (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_str_equal (gtk_widget_get_css_name (widget), "toast"))
      return TRUE;
  return FALSE;
}

/* The whole of a text that ends in an ellipsis is in a tooltip. */
static gboolean
tells_whole (GtkWidget *label)
{
  for (GtkWidget *at = label; at != NULL && !GTK_IS_NATIVE (at); at = gtk_widget_get_parent (at))
    {
      /* What is told in passing is gone before a tooltip is asked for. */
      if (g_str_equal (gtk_widget_get_css_name (at), "toast"))
        return FALSE;
      /* A title is what was pressed to come there; libadwaita itself lays out the answers of its alerts. */
      if ((gtk_widget_get_has_tooltip (at) && !is_in_toast (at)) || ADW_IS_HEADER_BAR (at) || ADW_IS_ALERT_DIALOG (at))
        return TRUE;
    }
  return FALSE;
}

/* Figures, and what they are, go on in another line. */
static gboolean
is_of_figure (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, TB_TYPE_INDICATOR_CARD) != NULL
         || gtk_widget_has_css_class (widget, "figure");
}

/* Of texts without letters Pango asks their widget. */
static void
check_direction (Room      *room,
                 GtkWidget *widget)
{
  PangoLayout *layout = get_layout (widget);
  PangoContext *context = layout != NULL ? pango_layout_get_context (layout) : gtk_widget_get_pango_context (widget);

  if (layout != NULL || GTK_IS_TEXT (widget) || TB_IS_GRID_CELL (widget) || TB_IS_GRID_HEADING (widget))
    if (pango_context_get_base_dir (context) != PANGO_DIRECTION_LTR)
      complain (room, widget, "its text runs from right to left");
}

/* What is chosen stands beside the title, or below it. */
static void
check_choice (Room      *room,
              GtkWidget *widget)
{
  AdwComboRow *row = ADW_COMBO_ROW (widget);
  gpointer item = adw_combo_row_get_selected_item (row);

  if (!adw_combo_row_get_use_subtitle (row) || !GTK_IS_STRING_OBJECT (item))
    return;
  if (g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), gtk_string_object_get_string (item)) != 0)
    complain (room, widget, "does not show “%s”, which is chosen", gtk_string_object_get_string (item));
}

static void
check_label (GtkWidget *widget,
             gpointer   data)
{
  Room *room = data;
  PangoLayout *layout;
  PangoRectangle text;

  check_direction (room, widget);
  if (ADW_IS_COMBO_ROW (widget))
    check_choice (room, widget);
  if (TB_IS_GRID_CELL (widget) && tb_grid_cell_is_too_narrow (TB_GRID_CELL (widget)))
    complain (room, widget, "no room for “%s”", tb_grid_cell_get_text (TB_GRID_CELL (widget)));
  layout = get_layout (widget);
  if (layout == NULL || *get_text (widget) == '\0')
    return;
  room->n_labels++;
  pango_layout_get_pixel_extents (layout, NULL, &text);
  if (pango_layout_is_ellipsized (layout) && is_of_figure (widget))
    complain (room, widget, "ends in an ellipsis, of a figure");
  else if (pango_layout_is_ellipsized (layout) && !tells_whole (widget))
    complain (room, widget, "ends in an ellipsis, and nothing tells the whole");
  if (text.width > gtk_widget_get_width (widget) + SLACK || text.height > gtk_widget_get_height (widget) + SLACK)
    complain (room, widget, "%d × %d of text in %d × %d", text.width, text.height, gtk_widget_get_width (widget),
              gtk_widget_get_height (widget));
  check_inside (room, widget);
}

/* Names the innermost widgets that ask for too much. */
static gboolean
check_size (Room      *room,
            GtkWidget *widget)
{
  gboolean is_told = FALSE;
  int width, height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    is_told |= !GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_NATIVE (child) && check_size (room, child);
  if (is_told || (width <= WIDTH && height <= HEIGHT))
    return is_told;
  complain (room, widget, "at least %d × %d", width, height);
  return TRUE;
}

static double
get_x (GtkWidget *widget,
       GtkWidget *root)
{
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (widget, root, &box));
  return (double) box.origin.x;
}

/* What stands at the start stands at the right. */
static void
check_mirrored (TbWindow *window)
{
  GtkWidget *root = GTK_WIDGET (window);
  GtkWidget *sidebar = GTK_WIDGET (window->sidebar);
  GtkWidget *open = tb_app_test_find (sidebar, ADW_TYPE_SPLIT_BUTTON);
  GtkWidget *menu = tb_app_test_find (sidebar, GTK_TYPE_MENU_BUTTON);

  g_assert_cmpfloat (get_x (sidebar, root), >, get_x (GTK_WIDGET (window->views), root));
  g_assert_nonnull (open);
  g_assert_nonnull (menu);
}

static void
visit_room (TbWindow   *window,
            GtkWidget  *root,
            const char *where,
            gpointer    data)
{
  Room *room = data;

  room->where = where;
  room->root = root;
  if (gtk_widget_get_width (GTK_WIDGET (window)) < 2 * WIDTH)
    check_size (room, root);
  else if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL && g_str_equal (where, "overview"))
    check_mirrored (window);
  tb_app_places_walk (root, check_label, room);
}

static void
set_text (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * scale), NULL);
}

static const struct
{
  const char      *name;
  int              width;
  int              height;
  double           text;
  GtkTextDirection direction;
} sizes[] = {
  { "narrow", WIDTH, HEIGHT, 1, GTK_TEXT_DIR_LTR },
  { "narrow-with-large-text", WIDTH, HEIGHT, 2, GTK_TEXT_DIR_LTR },
  { "wide-with-large-text", 1100, 700, 2, GTK_TEXT_DIR_LTR },
  { "mirrored", 1100, 700, 1, GTK_TEXT_DIR_RTL },
  { "mirrored-narrow", WIDTH, HEIGHT, 1, GTK_TEXT_DIR_RTL },
  { "mirrored-narrow-with-large-text", WIDTH, HEIGHT, 2, GTK_TEXT_DIR_RTL },
};

static void
test_room (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  Room room = { 0 };
  guint n_places;

  set_text (sizes[i].text);
  gtk_widget_set_default_direction (sizes[i].direction);
  tb_mirrored_keep_texts ();
  n_places = tb_app_places_visit (sizes[i].width, sizes[i].height, visit_room, &room);
  g_test_message ("%s: %u labels at %u places", sizes[i].name, room.n_labels, n_places);
  g_assert_cmpuint (room.n_labels, >, 500);
  g_assert_cmpuint (room.n_wrong, ==, 0);
  g_assert_cmpuint (n_without_room, ==, 0);
  set_text (1);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* The second row has a number of a length that no sample has. */
static const char *const wide_figures
  = "{\"tongbi\": \"dataset/1\", \"title\": \"Wide\", \"units\": {\"u\": {\"name\": \"thousand megawatt hours\","
    " \"kind\": \"count\"}}, \"indicators\": [{\"id\": \"a\", \"name\": \"Electricity from fossil fuels\","
    " \"unit\": \"u\", \"measure\": \"stock\"}, {\"id\": \"b\", \"name\": \"Electricity from renewable sources\","
    " \"unit\": \"u\", \"measure\": \"stock\"}, {\"id\": \"c\", \"name\": \"Nuclear\", \"unit\": \"u\","
    " \"measure\": \"stock\"}],"
    " \"series\": [{\"indicator\": \"a\", \"observations\": [[\"2020-12-31\", 12345.678], [\"2021-12-31\", 12346.5]]},"
    " {\"indicator\": \"b\", \"observations\": [[\"2020-12-31\", 8], [\"2021-12-31\", 123456789012.25]]},"
    " {\"indicator\": \"c\", \"observations\": [[\"2020-12-31\", 1], [\"2021-12-31\", 40]]}]}";

static void
count_numbers (GtkWidget *widget,
               gpointer   n_numbers)
{
  if (!TB_IS_GRID_CELL (widget) || tb_grid_cell_get_column (TB_GRID_CELL (widget))->index < 0
      || *tb_grid_cell_get_text (TB_GRID_CELL (widget)) == '\0')
    return;
  *(guint *) n_numbers += 1;
  if (tb_grid_cell_is_too_narrow (TB_GRID_CELL (widget)))
    g_error ("“%s” has no room", tb_grid_cell_get_text (TB_GRID_CELL (widget)));
}

static int
get_height (TbComparisonGrid *table,
            const char       *css_name)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (table));

  while (!g_str_equal (gtk_widget_get_css_name (child), css_name))
    child = gtk_widget_get_next_sibling (child);
  return gtk_widget_get_height (child);
}

/* On a phone, with text of twice the size, some rows are in sight, and wherever one scrolls
 * to, each number has room. */
static void
test_table (void)
{
  g_autofree char *path = tb_app_test_write ("wide.tongbi.json", wide_figures);
  TbComparisonGrid *table;
  TbCatalog *catalog;
  TbWindow *window;
  guint n_numbers = 0;

  set_text (2);
  g_settings_set_int (tb_settings_get (), "window-width", WIDTH);
  g_settings_set_int (tb_settings_get (), "window-height", PHONE_HEIGHT);
  window = tb_app_test_open (path);
  catalog = tb_dataset_get_catalog (tb_session_get_dataset (window->session));
  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "b"), FALSE);
  tb_session_select (window->session, tb_catalog_find_indicator (catalog, "c"), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "table");
  tb_app_test_wait_settled (window);
  tb_app_test_draw (window);
  table = TB_COMPARISON_GRID (tb_app_test_find (GTK_WIDGET (window->comparison_view), TB_TYPE_COMPARISON_GRID));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (table)), >=,
                   get_height (table, "gridheader") + 3 * get_height (table, "gridrow"));
  for (guint i = 0; i < tb_comparison_grid_get_n_shown (table); i++)
    {
      tb_comparison_grid_move_cursor (table, 0, i, FALSE);
      tb_app_test_draw (window);
      tb_app_places_walk (GTK_WIDGET (table), count_numbers, &n_numbers);
    }
  /* Of three rows, two years and two kinds of change. */
  g_assert_cmpuint (n_numbers, >=, 12);
  tb_app_test_close (window);
  set_text (1);
}

/* libadwaita warns of what is too large; here it is told by name. What has less than no
 * room is not. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && strstr (fields[i].value, "gtk_widget_size_allocate") != NULL)
      n_without_room++;
  return g_log_writer_default (level, fields, n_fields, data);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_log_set_writer_func (write_log, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strconcat ("/room/", sizes[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_room);
    }
  g_test_add_func ("/room/table-narrow", test_table);
  return g_test_run ();
}
