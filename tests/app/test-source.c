/* Where a figure comes from: what the panel says of it, and how it is reached.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-app-test.h"
#include "tb-source-dialog.h"
#include "tb-source-sheet.h"
#include "tb-test-datasets.h"
#include "tb-window-private.h"

/* One indicator whose rows say the same, say otherwise, and were revised; one with
 * everything that a figure can carry; one with nothing. */
static const char data[] =
  "{\"tongbi\": \"dataset/1\", \"title\": \"Sources\",\n"
  " \"sources\": {\"a\": {\"publisher\": \"Bureau A\", \"title\": \"Yearbook\", \"published\": \"2024-01-10\",\n"
  "   \"url\": \"https://example.org/yearbook\"},\n"
  "  \"b\": {\"publisher\": \"Bureau B\", \"title\": \"Bulletin\", \"published\": \"2024-02-20\"},\n"
  "  \"c\": {\"publisher\": \"Bureau C\", \"url\": \"file:///etc/passwd\"}},\n"
  " \"places\": {\"north\": {\"name\": \"North\"}},\n"
  " \"units\": {\"u\": {\"name\": {\"en\": \"beds\", \"zh\": \"张\"}, \"kind\": \"count\"}},\n"
  " \"indicators\": [\n"
  "  {\"id\": \"beds\", \"name\": \"Beds\", \"unit\": \"u\", \"measure\": \"stock\", "
  "\"description\": \"As counted.\"},\n"
  "  {\"id\": \"built\", \"name\": \"Built\", \"unit\": \"u\", \"measure\": \"flow\", \"scope\": \"public only\"},\n"
  "  {\"id\": \"bare\", \"name\": \"Bare\", \"unit\": \"u\", \"measure\": \"stock\"}],\n"
  " \"series\": [\n"
  "  {\"indicator\": \"beds\", \"place\": \"north\", \"observations\": [\n"
  "   {\"period\": \"2022-12-31\", \"value\": 130, \"source\": \"a\", \"note\": \"From a table.\"},\n"
  "   {\"period\": \"2022-12-31\", \"value\": 130, \"source\": \"b\"},\n"
  "   {\"period\": \"2022-12-31\", \"value\": 125, \"source\": \"c\"},\n"
  "   {\"period\": \"2021-12-31\", \"value\": 100, \"source\": \"a\", \"vintage\": \"2022-03-01\"},\n"
  "   {\"period\": \"2021-12-31\", \"value\": 102, \"source\": \"b\", \"vintage\": \"2023-03-01\"}]},\n"
  "  {\"indicator\": \"built\", \"place\": \"north\", \"multiplier\": 1000, \"observations\": [\n"
  "   {\"period\": \"2023-S1\", \"value\": 4.5, \"basis\": \"year-to-date\", \"qualifier\": \"over\", "
  "\"status\": [\"E\", \"P\"],\n"
  "    \"source\": \"b\", \"published_change\": {\"value\": 12.0, \"kind\": \"on-year-percent\"}},\n"
  "   {\"period\": \"2023\", \"value\": 10, \"kind\": \"target\", \"deadline\": \"2023-12-31\", \"source\": \"b\"}]},\n"
  "  {\"indicator\": \"bare\", \"observations\": [[\"2020-12-31\", 1]]}\n"
  " ]}\n";

/* A row of a group; @text NULL: there is no such row. */
static const struct
{
  gsize       series;
  gsize       row;
  const char *group;
  const char *label;
  const char *text;
} rows[] = {
  { 0, 0, "Source", "Publisher", "Bureau A" },
  { 0, 0, "Source", "Publication", "Yearbook" },
  { 0, 0, "Source", "Published", "10 Jan 2024" },
  { 0, 0, "Source", "Link", "https://example.org/yearbook" },
  { 0, 0, "Source", "Note", "From a table." },
  { 0, 0, "Source", "Vintage", NULL },
  { 0, 0, "Other Sources Agree", "Bureau B, 20 Feb 2024", "Bulletin" },
  { 0, 0, "Other Sources Differ", "Bureau C", "125 beds" },
  { 0, 0, "What It Is", "Period", "31 Dec 2022, at the end of the period" },
  { 0, 0, "What It Is", "Measure", "Level at a date" },
  { 0, 0, "What It Is", "Nature", "Actual" },
  { 0, 0, "What It Is", "Qualifier", "Exactly" },
  { 0, 0, "What It Is", "As Printed", "130" },
  { 0, 0, "What It Is", "Status", NULL },
  { 0, 0, "What It Is", "Indicator", "As counted." },
  /* Of the confirming row the first one is what agrees; of the conflicting one both differ. */
  { 0, 1, "Other Sources Agree", "Bureau A, 10 Jan 2024", "Yearbook\nFrom a table." },
  { 0, 2, "Other Sources Differ", "Bureau A, 10 Jan 2024", "130 beds\nYearbook\nFrom a table." },
  { 0, 2, "Other Sources Agree", "Bureau B, 20 Feb 2024", NULL },
  /* R10: another vintage is no conflict. */
  { 0, 3, "Source", "Vintage", "1 Mar 2022" },
  { 0, 3, "Other Vintages", "Vintage of 1 Mar 2023", "102 beds\nBureau B, 20 Feb 2024" },
  { 0, 4, "Other Vintages", "Vintage of 1 Mar 2022", "100 beds\nBureau A, 10 Jan 2024" },
  { 0, 4, "Other Sources Differ", "Bureau A, 10 Jan 2024", NULL },
  { 1, 0, "What It Is", "Period", "H1 2023, year to date" },
  { 1, 0, "What It Is", "Measure", "Total of the period" },
  { 1, 0, "What It Is", "Qualifier", "Over" },
  { 1, 0, "What It Is", "As Printed", "4.5 × 1000" },
  { 1, 0, "What It Is", "Status", "E: estimated; P: provisional" },
  { 1, 0, "What It Is", "Coverage", "public only" },
  { 1, 0, "What It Is", "Published Change", "+12.0% year on year" },
  { 1, 1, "What It Is", "Nature", "Target" },
  { 1, 1, "What It Is", "Deadline", "31 Dec 2023" },
  { 2, 0, "Source", "Publisher", "The file names none for this figure." },
};

static const TbSourceRow *
find_row (const TbSourceSheet *sheet,
          const char          *group_title,
          const char          *label)
{
  for (guint i = 0; i < sheet->groups->len; i++)
    {
      const TbSourceGroup *group = &g_array_index (sheet->groups, TbSourceGroup, i);

      g_assert_cmpuint (group->rows->len, >, 0);
      for (guint j = 0; g_str_equal (group->title, group_title) && j < group->rows->len; j++)
        if (g_str_equal (g_array_index (group->rows, TbSourceRow, j).label, label))
          return &g_array_index (group->rows, TbSourceRow, j);
    }
  return NULL;
}

static void
test_rows (void)
{
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (data);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TbFigure figure = { tb_dataset_get_series (dataset, rows[i].series), rows[i].row };
      g_autoptr (TbSourceSheet) sheet = tb_source_sheet_new (figure, TB_LANGUAGE_EN);
      const TbSourceRow *row = find_row (sheet, rows[i].group, rows[i].label);

      g_test_message ("%zu %zu: %s, %s: %s", rows[i].series, rows[i].row, rows[i].group, rows[i].label,
                      row != NULL ? row->text : "none");
      g_assert_cmpint (row != NULL, ==, rows[i].text != NULL);
      if (row != NULL)
        g_assert_cmpstr (row->text, ==, rows[i].text);
    }
}

/* All of it goes to the clipboard, a line each. */
static void
test_text (void)
{
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (data);
  TbFigure figure = { tb_dataset_get_series (dataset, 0), 0 };
  g_autoptr (TbSourceSheet) sheet = tb_source_sheet_new (figure, TB_LANGUAGE_EN);
  g_autofree char *text = tb_source_sheet_dup_text (sheet);

  g_assert_cmpstr (sheet->value, ==, "130 beds");
  g_assert_cmpstr (sheet->when, ==, "31 Dec 2022");
  g_assert_true (g_str_has_prefix (text, "Beds (North)\n130 beds\n31 Dec 2022\n"));
  g_assert_nonnull (strstr (text, "\nPublisher: Bureau A\n"));
  g_assert_nonnull (strstr (text, "\nBureau C: 125 beds\n"));
}

static void
test_target (void)
{
  g_autoptr (TbDataset) dataset = tb_test_read_dataset (data);
  g_autoptr (TbDataset) other = tb_test_read_dataset (data);
  TbFigure figure = { tb_dataset_get_series (dataset, 1), 1 };
  g_autoptr (GVariant) target = tb_source_target_new (dataset, figure);
  g_autoptr (GVariant) beyond = g_variant_ref_sink (g_variant_new (TB_SOURCE_TARGET_TYPE, (guint64) 1, (guint64) 2));
  g_autoptr (GVariant) nowhere = g_variant_ref_sink (g_variant_new (TB_SOURCE_TARGET_TYPE, (guint64) 3, (guint64) 0));
  TbFigure found;

  g_assert_true (tb_source_target_read (dataset, target, &found));
  g_assert_true (found.series == figure.series && found.row == figure.row);
  g_assert_false (tb_source_target_read (dataset, beyond, &found));
  g_assert_false (tb_source_target_read (dataset, nowhere, &found));
  g_assert_false (tb_source_target_read (NULL, target, &found));
  /* A figure that is of no file cannot be asked for. */
  g_assert_null (tb_source_target_new (other, figure));
  g_assert_null (tb_source_target_new (dataset, (TbFigure) { NULL, 0 }));
}

static guint
count_links (GtkWidget *widget)
{
  guint n = GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), "Open in the Browser") == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_links (child);
  return n;
}

/* In each view the panel is of the figure that is looked at. */
static void
test_views (void)
{
  static const char *const views[] = { "overview", "chart", "table" };
  g_autofree char *path = tb_app_test_write ("sources.tongbi.json", data);
  TbWindow *window = tb_app_test_open (path);

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AdwDialog *dialog;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", views[i]);
      tb_app_test_draw (window);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-current-source", NULL));
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
      g_assert_true (TB_IS_SOURCE_DIALOG (dialog));
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-current-source", NULL);
      g_assert_true (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == dialog);
      tb_app_test_draw (window);
      g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (dialog), "130 beds"));
      g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (dialog), "Bureau A"));
      /* Of the two links one is no page of the web. */
      g_assert_cmpuint (count_links (GTK_WIDGET (dialog)), ==, 1);
      adw_dialog_force_close (dialog);
    }
  tb_app_test_close (window);
}

/* Without a walk to a point it is the latest figure; at a point, that one. */
static void
test_point (void)
{
  g_autofree char *path = tb_app_test_write ("sources.tongbi.json", data);
  TbWindow *window = tb_app_test_open (path);
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "chart");
  tb_app_test_draw (window);
  g_assert_true (tb_figure_canvas_walk (tb_chart_view_get_canvas (window->chart_view), TB_CHART_STEP_FIRST));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-current-source", NULL);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_nonnull (tb_app_test_find_label (GTK_WIDGET (dialog), "102 beds"));
  adw_dialog_force_close (dialog);
  tb_app_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  tb_app_test_init (&argc, &argv);
  g_test_add_func ("/source/rows", test_rows);
  g_test_add_func ("/source/text", test_text);
  g_test_add_func ("/source/target", test_target);
  g_test_add_func ("/source/views", test_views);
  g_test_add_func ("/source/point", test_point);
  return g_test_run ();
}
