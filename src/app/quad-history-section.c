/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-history-section"

#include "quad-history-section.h"

#include "quad-story.h"

/* So much is shown until all is asked for, and so much then: an account has a life, not a log. */
#define LINES_FIRST 5
#define LINES_MOST  200

struct _QuadHistorySection
{
  QuadPanelSection parent_instance;

  /* template widgets */
  GtkWidget       *heading_box;
  GtkToggleButton *all_button;
  GtkLabel        *failure_label;
  GtkGrid         *grid;
};

G_DEFINE_FINAL_TYPE (QuadHistorySection, quad_history_section, QUAD_TYPE_PANEL_SECTION)

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static void
add_line (QuadHistorySection  *self,
          int                  row,
          const QuadStoryLine *line,
          QuadDate             today)
{
  g_autofree char *date = quad_date_format (line->day, QUAD_DATE_STYLE_DAY, today);

  gtk_grid_attach (self->grid, quad_panel_section_make_day (date), 0, row, 1, 1);
  gtk_grid_attach (self->grid, quad_panel_section_make_text (line->text, 6), 1, row, 1, 1);
}

/* Touches stand in a section of their own. */
static void
drop_touches (GPtrArray *lines)
{
  for (guint i = lines->len; i > 0; i--)
    if (((const QuadStoryLine *) lines->pdata[i - 1])->is_touch)
      g_ptr_array_remove_index (lines, i - 1);
}

static void
show_lines (QuadHistorySection *self)
{
  QuadPanelSection *section = QUAD_PANEL_SECTION (self);
  QuadBook *book = quad_panel_section_get_book (section);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = quad_book_load_story (
    book, quad_panel_section_get_account (section), &error);
  guint most = gtk_toggle_button_get_active (self->all_button) ? LINES_MOST : LINES_FIRST;

  quad_panel_section_say_failure (self->failure_label, error);
  clear_grid (self->grid);
  if (lines == NULL)
    return;
  drop_touches (lines);
  for (guint i = 0; i < MIN (lines->len, most); i++)
    add_line (self, (int) i, lines->pdata[i], quad_book_get_today (book));
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), lines->len > LINES_FIRST);
  gtk_widget_set_visible (GTK_WIDGET (self), lines->len > 0);
}

static void
all_toggled_cb (QuadHistorySection *self)
{
  if (quad_panel_section_get_book (QUAD_PANEL_SECTION (self)) != NULL)
    show_lines (self);
}

static void
quad_history_section_show (QuadPanelSection *section,
                           gboolean          other)
{
  QuadHistorySection *self = QUAD_HISTORY_SECTION (section);

  if (other && gtk_toggle_button_get_active (self->all_button))
    gtk_toggle_button_set_active (self->all_button, FALSE);
  else
    show_lines (self);
}

static void
quad_history_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QUAD_TYPE_HISTORY_SECTION);

  G_OBJECT_CLASS (quad_history_section_parent_class)->dispose (object);
}

static void
quad_history_section_class_init (QuadHistorySectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_history_section_dispose;
  QUAD_PANEL_SECTION_CLASS (klass)->show = quad_history_section_show;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-history-section.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadHistorySection, heading_box);
  gtk_widget_class_bind_template_child (widget_class, QuadHistorySection, all_button);
  gtk_widget_class_bind_template_child (widget_class, QuadHistorySection, failure_label);
  gtk_widget_class_bind_template_child (widget_class, QuadHistorySection, grid);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
}

static void
quad_history_section_init (QuadHistorySection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
