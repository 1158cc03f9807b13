/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-steps-section"

#include "quad-steps-section.h"

#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-playbook.h"
#include "quad-step-dialogs.h"
#include "quad-step-row.h"

/* Of what was done or skipped so many are shown; the history has all. */
#define CLOSED_MOST 3

struct _QuadStepsSection
{
  QuadPanelSection parent_instance;

  /* template widgets */
  GtkWidget *heading_box;
  GtkWidget *add_button;
  GtkLabel  *failure_label;
  GtkBox    *open_box;
  GtkWidget *none_label;
  GtkWidget *give_button;
  GtkBox    *closed_box;
};

G_DEFINE_FINAL_TYPE (QuadStepsSection, quad_steps_section, QUAD_TYPE_PANEL_SECTION)

static GtkWidget *
make_row (QuadPanelSection *section)
{
  return quad_step_row_new ();
}

static void
show_row (QuadPanelSection *section,
          GtkWidget        *row,
          gpointer          item)
{
  quad_step_row_show (QUAD_STEP_ROW (row), quad_panel_section_get_book (section), item);
}

static void
split (GPtrArray *steps,
       GPtrArray *open,
       GPtrArray *closed)
{
  for (guint i = 0; i < steps->len; i++)
    {
      if (quad_step_get_status (steps->pdata[i]) == QUAD_STEP_OPEN)
        g_ptr_array_add (open, steps->pdata[i]);
      else if (closed->len < CLOSED_MOST)
        g_ptr_array_add (closed, steps->pdata[i]);
    }
}

static void
quad_steps_section_show (QuadPanelSection *section,
                         gboolean          other)
{
  QuadStepsSection *self = QUAD_STEPS_SECTION (section);
  QuadBook *book = quad_panel_section_get_book (section);
  QuadAccount *account = quad_panel_section_get_account (section);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = quad_book_load_steps (book, account, &error);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GPtrArray) closed = g_ptr_array_new ();
  gboolean writable = quad_panel_section_is_writable (section);

  quad_panel_section_say_failure (self->failure_label, error);
  if (steps != NULL)
    split (steps, open, closed);
  gtk_widget_set_visible (self->add_button, writable);
  gtk_widget_set_visible (self->none_label, steps != NULL && open->len == 0);
  gtk_widget_set_visible (self->give_button, writable && steps != NULL && steps->len == 0
                                             && quad_book_has_plays_for (book, account));
  quad_panel_section_show_rows (section, self->open_box, open, make_row, show_row,
                                self->add_button);
  quad_panel_section_show_rows (section, self->closed_box, closed, make_row, show_row,
                                self->add_button);
}

static void
add_cb (QuadStepsSection *self)
{
  QuadPanelSection *section = QUAD_PANEL_SECTION (self);

  gtk_window_present (quad_step_dialog_new_add (GTK_WIDGET (self),
                                                quad_panel_section_get_book (section),
                                                quad_panel_section_get_accounts (section)));
}

static void
give_cb (QuadStepsSection *self)
{
  QuadPanelSection *section = QUAD_PANEL_SECTION (self);
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (self->add_button);
  if (!quad_book_give_plays (quad_panel_section_get_book (section),
                             quad_panel_section_get_accounts (section), &error))
    quad_dialog_show_error (GTK_WIDGET (self), _("The Plays Were Not Added"), error);
}

static void
quad_steps_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QUAD_TYPE_STEPS_SECTION);

  G_OBJECT_CLASS (quad_steps_section_parent_class)->dispose (object);
}

static void
quad_steps_section_class_init (QuadStepsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_steps_section_dispose;
  QUAD_PANEL_SECTION_CLASS (klass)->show = quad_steps_section_show;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-steps-section.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadStepsSection, heading_box);
  gtk_widget_class_bind_template_child (widget_class, QuadStepsSection, add_button);
  gtk_widget_class_bind_template_child (widget_class, QuadStepsSection, failure_label);
  gtk_widget_class_bind_template_child (widget_class, QuadStepsSection, open_box);
  gtk_widget_class_bind_template_child (widget_class, QuadStepsSection, none_label);
  gtk_widget_class_bind_template_child (widget_class, QuadStepsSection, give_button);
  gtk_widget_class_bind_template_child (widget_class, QuadStepsSection, closed_box);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, give_cb);
}

static void
quad_steps_section_init (QuadStepsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
