/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-import-table"

#include "quad-import-table.h"

#include "quad-i18n.h"
#include "quad-tab-stop.h"

/* So many columns are shown; nobody looks through more to see whether a list is read rightly. */
#define MOST_COLUMNS 100

/* Of a column, as wide as what stands in it. */
#define LEAST_CHARS 4
#define MOST_CHARS  28

/* A row of the table: it outlives the samples that it was made of. */
#define QUAD_TYPE_IMPORT_LINE (quad_import_line_get_type ())
G_DECLARE_FINAL_TYPE (QuadImportLine, quad_import_line, QUAD, IMPORT_LINE, GObject)

struct _QuadImportLine
{
  GObject parent_instance;

  char **fields;
  guint  n_fields;
  guint  row;
};

struct _QuadImportTable
{
  AdwBin parent_instance;

  /* borrowed */
  GtkColumnView *view;
  GtkAdjustment *across;

  /* owned */
  GListStore *lines;

  /* plain */
  double   from_right;      /* how far it is scrolled where the right end is the first */
  gboolean allocating;      /* what the adjustment says now is no person's doing */
};

G_DEFINE_FINAL_TYPE (QuadImportLine, quad_import_line, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (QuadImportTable, quad_import_table, ADW_TYPE_BIN)

static void
quad_import_line_finalize (GObject *object)
{
  g_strfreev (QUAD_IMPORT_LINE (object)->fields);

  G_OBJECT_CLASS (quad_import_line_parent_class)->finalize (object);
}

static void
quad_import_line_class_init (QuadImportLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quad_import_line_finalize;
}

static void
quad_import_line_init (QuadImportLine *self)
{
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (user_data));
  gtk_label_set_max_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (user_data));
  gtk_list_item_set_child (item, label);
}

/* Column 0 is the number of the row, the others are the list's. */
static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  const guint column = GPOINTER_TO_UINT (user_data);
  QuadImportLine *line = gtk_list_item_get_item (item);
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  g_autofree char *number = NULL;

  if (column == 0)
    {
      number = g_strdup_printf ("%u", line->row);
      gtk_label_set_text (label, number);
      gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
      gtk_widget_add_css_class (GTK_WIDGET (label), "numeric");
    }
  else
    {
      gtk_label_set_text (label, column - 1 < line->n_fields ? line->fields[column - 1] : "");
    }
}

static void
add_column (QuadImportTable *self,
            const char      *title,
            guint            column,
            int              n_chars)
{
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb),
                    GINT_TO_POINTER (n_chars));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (column));
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_append_column (self->view, view_column);
}

static int
measure_column (GPtrArray *samples,
                guint      column)
{
  glong n_chars = LEAST_CHARS;

  for (guint i = 0; i < samples->len; i++)
    {
      char **fields = ((const QuadImportSample *) samples->pdata[i])->fields;

      if (column < g_strv_length (fields))
        n_chars = MAX (n_chars, g_utf8_strlen (fields[column], -1));
    }
  return (int) MIN (n_chars, MOST_CHARS);
}

static gboolean
has_column (QuadImportTable *self,
            guint            position,
            const char      *title)
{
  g_autoptr (GtkColumnViewColumn) column =
    g_list_model_get_item (gtk_column_view_get_columns (self->view), position);

  return column != NULL && g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0;
}

/* A change of how numbers are written leaves the columns as they are, and the place among them. */
static void
show_columns (QuadImportTable        *self,
              const QuadImportColumn *columns,
              guint                   n,
              GPtrArray              *samples)
{
  GListModel *shown = gtk_column_view_get_columns (self->view);
  gboolean same;

  n = MIN (n, MOST_COLUMNS);
  same = g_list_model_get_n_items (shown) == n + 1;
  for (guint i = 0; same && i < n; i++)
    same = has_column (self, i + 1, columns[i].name);
  if (same)
    return;

  while (g_list_model_get_n_items (shown) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  /* Translators: head of the column with the numbers of the rows of a file */
  self->from_right = 0;
  add_column (self, _("Row"), 0, LEAST_CHARS);
  for (guint i = 0; i < n; i++)
    add_column (self, columns[i].name, i + 1, measure_column (samples, i));
}

/* At its greatest value the right end is seen, in every language. */
static double
get_right_end (QuadImportTable *self)
{
  return gtk_adjustment_get_upper (self->across) - gtk_adjustment_get_page_size (self->across);
}

static void
scrolled_cb (QuadImportTable *self)
{
  if (!self->allocating)
    self->from_right = get_right_end (self) - gtk_adjustment_get_value (self->across);
}

static void
quad_import_table_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

/*
 * The view counts from the left in every language. Where text runs from the right a list begins at
 * the right end, and stays there when it gets wider. How wide it is shows when the view has its
 * size: the view is then given its place again.
 */
static void
quad_import_table_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  QuadImportTable *self = QUAD_IMPORT_TABLE (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));

  self->allocating = TRUE;
  gtk_widget_allocate (child, width, height, baseline, NULL);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      gtk_adjustment_set_value (self->across, get_right_end (self) - self->from_right);
      gtk_widget_allocate (child, width, height, baseline, NULL);
    }
  self->allocating = FALSE;
}

static void
quad_import_table_dispose (GObject *object)
{
  QuadImportTable *self = QUAD_IMPORT_TABLE (object);

  g_clear_object (&self->lines);

  G_OBJECT_CLASS (quad_import_table_parent_class)->dispose (object);
}

static void
quad_import_table_class_init (QuadImportTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quad_import_table_dispose;
  GTK_WIDGET_CLASS (klass)->measure = quad_import_table_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = quad_import_table_size_allocate;
}

static void
quad_import_table_init (QuadImportTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkNoSelection *selection;

  self->lines = g_list_store_new (QUAD_TYPE_IMPORT_LINE);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (selection)));
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("First Rows of the List"), -1);
  quad_tab_stop_make (GTK_WIDGET (self->view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  self->across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_signal_connect_object (self->across, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  /* With a manager of the layout nobody would ask this widget. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/**
 * quad_import_table_show:
 * @samples: (element-type QuadImportSample): its first rows
 */
void
quad_import_table_show (QuadImportTable   *self,
                        QuadImportSession *session,
                        GPtrArray         *samples)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  const QuadImportColumn *columns;
  guint n;

  g_return_if_fail (QUAD_IS_IMPORT_TABLE (self) && samples != NULL);

  columns = quad_import_session_get_columns (session, &n);
  show_columns (self, columns, n, samples);
  for (guint i = 0; i < samples->len; i++)
    {
      const QuadImportSample *sample = samples->pdata[i];
      QuadImportLine *line = g_object_new (QUAD_TYPE_IMPORT_LINE, NULL);

      line->fields = g_strdupv (sample->fields);
      line->n_fields = g_strv_length (line->fields);
      line->row = sample->row;
      g_ptr_array_add (lines, line);
    }
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
}
