/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-columns-layout"

#include "quad-columns-layout.h"

#define MOST_COLUMNS 3

/* Between columns and rows. Units: logical pixels. */
#define SPACING 12

struct _QuadColumnsLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (QuadColumnsLayout, quad_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The next child that is shown, after @child or the first one. */
static GtkWidget *
get_next (GtkWidget *widget,
          GtkWidget *child)
{
  do
    child = child != NULL ? gtk_widget_get_next_sibling (child)
                          : gtk_widget_get_first_child (widget);
  while (child != NULL && !gtk_widget_should_layout (child));
  return child;
}

static void
measure_widest (GtkWidget *widget,
                int       *minimum,
                int       *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = get_next (widget, NULL); child != NULL; child = get_next (widget, child))
    {
      int least, best;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &best, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, best);
    }
}

static int
count_columns (GtkWidget *widget,
               int        width)
{
  int minimum, natural;

  if (width < 0)
    return MOST_COLUMNS;
  measure_widest (widget, &minimum, &natural);
  return CLAMP ((width + SPACING) / (natural + SPACING), 1, MOST_COLUMNS);
}

/* Where a column begins; what is left over goes to the last ones. */
static int
get_column_start (int width,
                  int n_columns,
                  int column)
{
  return (width + SPACING) * column / n_columns;
}

static int
get_column_width (int width,
                  int n_columns,
                  int column)
{
  return MAX (get_column_start (width, n_columns, column + 1) - SPACING
              - get_column_start (width, n_columns, column), 0);
}

/* Measures the row that begins with @child, and moves it to the next one. */
static int
measure_row (GtkWidget  *widget,
             GtkWidget **child,
             int         width,
             int         n_columns)
{
  int height = 0;

  for (int i = 0; i < n_columns && *child != NULL; i++, *child = get_next (widget, *child))
    {
      int natural;

      gtk_widget_measure (*child, GTK_ORIENTATION_VERTICAL,
                          width < 0 ? -1 : get_column_width (width, n_columns, i), NULL, &natural,
                          NULL, NULL);
      height = MAX (height, natural);
    }
  return height;
}

static GtkSizeRequestMode
quad_columns_layout_get_request_mode (GtkLayoutManager *manager,
                                      GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
quad_columns_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  const int n_columns = count_columns (widget, for_size);
  GtkWidget *child = get_next (widget, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_widest (widget, minimum, natural);
      *natural = *natural * MOST_COLUMNS + SPACING * (MOST_COLUMNS - 1);
      return;
    }

  *minimum = 0;
  while (child != NULL)
    *minimum += (*minimum > 0 ? SPACING : 0) + measure_row (widget, &child, for_size, n_columns);
  *natural = *minimum;
}

static void
quad_columns_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int n_columns = count_columns (widget, width);
  GtkWidget *child = get_next (widget, NULL);
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *end = child;
      GtkAllocation place = { .y = y, .height = measure_row (widget, &end, width, n_columns) };

      for (int i = 0; child != end; child = get_next (widget, child), i++)
        {
          place.x = get_column_start (width, n_columns, i);
          place.width = get_column_width (width, n_columns, i);
          if (rtl)
            place.x = width - place.x - place.width;
          gtk_widget_size_allocate (child, &place, -1);
        }
      y += place.height + SPACING;
    }
}

static void
quad_columns_layout_class_init (QuadColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = quad_columns_layout_get_request_mode;
  layout_class->measure = quad_columns_layout_measure;
  layout_class->allocate = quad_columns_layout_allocate;
}

static void
quad_columns_layout_init (QuadColumnsLayout *self)
{
}
