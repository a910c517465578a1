/* The columns of the comparison table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-comparison-columns.h"

#include "tb-comparison-model.h"
#include "tb-comparison-title.h"
#include "tb-comparison-words.h"

#include <glib/gi18n-lib.h>

#define INDEX_KEY "tb-column"
/* Of a cell's label: which row of the comparison it shows, counted from 1. */
#define ROW_KEY "tb-row"
/* Of the names' column: on a narrow window, on a wide one, and at most. */
#define NAME_CHARS_NARROW 16
#define NAME_CHARS_WIDE 30
#define NAME_MAX_CHARS 48
#define NARROW_PX 640
#define GROUP_SPACING_PX 18

/* Columns do not stay when the table is scrolled sideways. With more periods
 * than a window shows, the changes stand before them, beside the names. */
#define MAX_PERIODS_BEFORE_CHANGES 4

typedef struct
{
  int        index;
  gboolean   is_number;   /* stands at the end of its cell */
  gboolean   is_first;    /* of a group of columns of one nature */
  int        name_chars;  /* width of the names' column */
  TbLanguage language;
} CellKind;

/* Sentences are made for the cell that is pointed at, not for all in sight. */
static gboolean
query_tooltip_cb (GtkWidget         *label,
                  int                x,
                  int                y,
                  gboolean           by_keyboard,
                  GtkTooltip        *tooltip,
                  GtkColumnViewCell *cell)
{
  TbComparisonRow *item = gtk_column_view_cell_get_item (cell);
  const CellKind *kind = g_object_get_data (G_OBJECT (label), INDEX_KEY);
  TbComparison *comparison;
  g_autofree char *text = NULL;

  if (item == NULL)
    return FALSE;
  comparison = tb_comparison_row_get_comparison (item);
  if (kind->index >= (int) tb_comparison_get_n_columns (comparison))
    return FALSE;
  if (kind->index >= 0)
    text = tb_comparison_words_dup_tooltip (comparison, tb_comparison_row_get_row (item), (gsize) kind->index,
                                            kind->language);
  else
    text = g_strdup (gtk_label_get_text (GTK_LABEL (label)));
  gtk_tooltip_set_text (tooltip, text);
  return *text != '\0';
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkColumnViewCell        *cell,
          const CellKind           *kind)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  g_object_set_data_full (G_OBJECT (label), INDEX_KEY, g_memdup2 (kind, sizeof *kind), g_free);
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
  g_signal_connect_object (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), cell, G_CONNECT_DEFAULT);
  gtk_label_set_xalign (label, kind->is_number ? 1 : 0);
  gtk_widget_set_margin_start (GTK_WIDGET (label), kind->is_first ? GROUP_SPACING_PX : 0);
  if (kind->is_number)
    gtk_widget_add_css_class (GTK_WIDGET (label), "numeric");
  if (kind->index == TB_COLUMN_OF_NAMES)
    {
      gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (label, kind->name_chars);
      gtk_label_set_max_width_chars (label, NAME_MAX_CHARS);
      gtk_widget_add_css_class (GTK_WIDGET (label), "row-title");
    }
  gtk_column_view_cell_set_child (cell, GTK_WIDGET (label));
  /* So that the arrow keys go from cell to cell, and each is read. */
  gtk_column_view_cell_set_focusable (cell, TRUE);
}

static void
bind_figure (GtkLabel           *label,
             const TbComparison *comparison,
             gsize               row,
             const CellKind     *kind)
{
  gsize index = (gsize) kind->index;
  g_autofree char *text = tb_comparison_dup_cell (comparison, row, index, kind->language);
  g_autofree char *name = tb_comparison_words_dup_name (comparison, row, index, kind->language);

  gtk_label_set_text (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (tb_comparison_words_is_refused (comparison, index, text))
    gtk_widget_add_css_class (GTK_WIDGET (label), "refused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "refused");
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkColumnViewCell        *cell,
         const CellKind           *kind)
{
  TbComparisonRow *item = gtk_column_view_cell_get_item (cell);
  GtkLabel *label = GTK_LABEL (gtk_column_view_cell_get_child (cell));
  TbComparison *comparison = tb_comparison_row_get_comparison (item);
  gsize row = tb_comparison_row_get_row (item);
  g_autofree char *text = NULL;

  /* The columns of the table before may be bound to its rows' successors for
   * the moment between the two. */
  if (kind->index >= (int) tb_comparison_get_n_columns (comparison))
    return;
  g_object_set_data (G_OBJECT (label), ROW_KEY, GSIZE_TO_POINTER (row + 1));
  if (kind->index >= 0)
    {
      bind_figure (label, comparison, row, kind);
      return;
    }
  text = kind->index == TB_COLUMN_OF_NAMES ? tb_comparison_dup_row_title (comparison, row, kind->language)
                                           : tb_comparison_dup_row_unit (comparison, row, kind->language);
  gtk_label_set_text (label, text);
}

static void
free_kind (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

static GtkListItemFactory *
new_factory (const CellKind *kind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), g_memdup2 (kind, sizeof *kind), free_kind, 0);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), g_memdup2 (kind, sizeof *kind), free_kind, 0);
  return factory;
}

/* Only so that the header can be clicked: the model sorts. */
static GtkSorter *
new_sorter (void)
{
  return GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));
}

static void
append_column (GtkColumnView  *view,
               const char     *title,
               const CellKind *kind,
               gboolean        sortable)
{
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, new_factory (kind));

  g_object_set_data (G_OBJECT (column), INDEX_KEY, GINT_TO_POINTER (kind->index));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, kind->index == TB_COLUMN_OF_NAMES);
  if (sortable)
    {
      g_autoptr (GtkSorter) sorter = new_sorter ();

      gtk_column_view_column_set_sorter (column, sorter);
    }
  gtk_column_view_append_column (view, column);
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = find_label (child);

      if (label != NULL)
        return label;
    }
  return NULL;
}

static gboolean
is_number (const TbComparison *comparison,
           int                 index)
{
  return index >= 0 && tb_comparison_get_column (comparison, (gsize) index)->kind != TB_COLUMN_STATUS;
}

/* A set of groups of columns, a bit each. */
#define GROUP(group) (1u << (group))

static gboolean
starts_group (const TbComparison *comparison,
              int                 index)
{
  if (index < 0)
    return FALSE;
  return index == 0
         || tb_column_get_group (tb_comparison_get_column (comparison, (gsize) index)->kind)
              != tb_column_get_group (tb_comparison_get_column (comparison, (gsize) index - 1)->kind);
}

/* Titles stand over their figures. A column has no property for that. */
static void
align_titles (GtkColumnView      *view,
              const TbComparison *comparison)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GListModel *columns = gtk_column_view_get_columns (view);
  guint i = 0;

  for (GtkWidget *title = gtk_widget_get_first_child (header); title != NULL;
       title = gtk_widget_get_next_sibling (title), i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *label = find_label (title);
      int index = column != NULL ? tb_comparison_columns_get (column) : TB_COLUMN_OF_NAMES;

      if (label == NULL)
        continue;
      gtk_label_set_yalign (GTK_LABEL (label), 1);
      gtk_widget_set_margin_start (label, starts_group (comparison, index) ? GROUP_SPACING_PX : 0);
      if (!is_number (comparison, index))
        continue;
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
    }
}

static void
remove_columns (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }
}

/* Whether all figures of a column of targets or plans stand in the columns of the rows'
 * targets too, with how they are met. */
static gboolean
is_repeated (const TbComparison *comparison,
             gsize               column)
{
  TbKind kind = tb_comparison_get_column (comparison, column)->figure_kind;

  if (kind != TB_KIND_TARGET && kind != TB_KIND_PLAN)
    return FALSE;
  for (gsize row = 0; row < tb_comparison_get_n_rows (comparison); row++)
    {
      gssize figure = tb_comparison_get_figure (comparison, row, column);
      TbFigure target, actual;

      if (figure >= 0 && (!tb_comparison_get_target (comparison, row, &target, &actual) || actual.series == NULL
                          || target.row != (gsize) figure))
        return FALSE;
    }
  return TRUE;
}

static gsize
count_figures (const TbComparison *comparison)
{
  gsize n = 0;

  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    n += tb_comparison_get_column (comparison, i)->kind == TB_COLUMN_FIGURE;
  return n;
}

static void
append_columns (GtkColumnView      *view,
                const TbComparison *comparison,
                guint               groups,
                TbLanguage          language)
{
  for (gsize i = 0; i < tb_comparison_get_n_columns (comparison); i++)
    {
      TbColumnKind kind = tb_comparison_get_column (comparison, i)->kind;
      CellKind cells = {
        .index = (int) i,
        .is_number = is_number (comparison, (int) i),
        .is_first = starts_group (comparison, (int) i),
        .language = language,
      };
      g_autofree char *whole = NULL;
      g_autofree char *title = NULL;

      if ((groups & GROUP (tb_column_get_group (kind))) == 0 || (kind == TB_COLUMN_FIGURE && is_repeated (comparison, i)))
        continue;
      whole = tb_comparison_dup_column_title (comparison, i, language);
      title = tb_comparison_title_wrap (whole, language);
      append_column (view, title, &cells, tb_comparison_can_sort (comparison, i));
    }
}

/* Names are ellipsized only where they would push the figures out of sight. */
static int
choose_name_chars (GtkColumnView      *view,
                   const TbComparison *comparison,
                   TbLanguage          language)
{
  int width = gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (view)));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  int longest = 0;
  int limit;

  /* The table has no size before it is shown for the first time. */
  if (width == 0 && root != NULL)
    width = gtk_widget_get_width (GTK_WIDGET (root));
  limit = width > 0 && width < NARROW_PX ? NAME_CHARS_NARROW : NAME_CHARS_WIDE;
  for (gsize i = 0; i < tb_comparison_get_n_rows (comparison) && longest < limit; i++)
    {
      g_autofree char *title = tb_comparison_dup_row_title (comparison, i, language);

      longest = MAX (longest, tb_comparison_title_width (title));
    }
  return MIN (longest, limit);
}

/**
 * tb_comparison_columns_build:
 * @view: the table widget
 * @comparison: what it is to show
 * @language: of the table
 *
 * Makes the columns of a comparison: names, units, then its own. Columns whose
 * figures have several units cannot be sorted by.
 */
void
tb_comparison_columns_build (GtkColumnView      *view,
                             const TbComparison *comparison,
                             TbLanguage          language)
{
  guint changes = GROUP (TB_GROUP_CHANGES) | GROUP (TB_GROUP_PUBLISHED);
  guint figures = GROUP (TB_GROUP_FIGURES) | GROUP (TB_GROUP_TARGETS);
  CellKind names = { .index = TB_COLUMN_OF_NAMES, .language = language };
  CellKind units = { .index = TB_COLUMN_OF_UNITS, .language = language };

  remove_columns (view);
  names.name_chars = choose_name_chars (view, comparison, language);
  append_column (view, _("Indicator"), &names, TRUE);
  append_column (view, _("Unit"), &units, FALSE);
  if (count_figures (comparison) > MAX_PERIODS_BEFORE_CHANGES)
    {
      append_columns (view, comparison, changes, language);
      append_columns (view, comparison, figures, language);
    }
  else
    append_columns (view, comparison, figures | changes, language);
  align_titles (view, comparison);
}

int
tb_comparison_columns_get (GtkColumnViewColumn *column)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), INDEX_KEY));
}

/**
 * tb_comparison_columns_find:
 * @widget: a row or a cell of the table, as the focus is on it
 * @out_row: (out): the row of the comparison
 * @out_column: (out): the column; that of the names for a whole row
 *
 * Finds what a part of the table shows.
 *
 * Returns: whether it shows something
 */
gboolean
tb_comparison_columns_find (GtkWidget *widget,
                            gsize     *out_row,
                            int       *out_column)
{
  GtkWidget *label = find_label (widget);
  const CellKind *kind;
  gsize row;

  if (label == NULL)
    return FALSE;
  kind = g_object_get_data (G_OBJECT (label), INDEX_KEY);
  row = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (label), ROW_KEY));
  if (kind == NULL || row == 0)
    return FALSE;
  *out_row = row - 1;
  /* A row holds cells that hold labels. */
  *out_column = gtk_widget_get_parent (label) == widget || label == widget ? kind->index : TB_COLUMN_OF_NAMES;
  return TRUE;
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkColumnViewRow         *row,
             gpointer                  data)
{
  TbComparisonRow *item = gtk_column_view_row_get_item (row);
  TbComparison *comparison = tb_comparison_row_get_comparison (item);
  TbLanguage language = (TbLanguage) GPOINTER_TO_INT (data);
  g_autofree char *title = tb_comparison_dup_row_title (comparison, tb_comparison_row_get_row (item), language);
  g_autofree char *text = tb_comparison_words_dup_row (comparison, tb_comparison_row_get_row (item), language);

  gtk_column_view_row_set_accessible_label (row, title);
  gtk_column_view_row_set_accessible_description (row, text);
}

/**
 * tb_comparison_columns_set_rows:
 * @view: the table widget
 * @language: of the table
 *
 * Makes screen readers name each row by its indicator, and say its changes.
 */
void
tb_comparison_columns_set_rows (GtkColumnView *view,
                                TbLanguage     language)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), GINT_TO_POINTER ((int) language));
  gtk_column_view_set_row_factory (view, factory);
}
