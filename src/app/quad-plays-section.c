/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-plays-section"

#include "quad-plays-section.h"

#include "quad-i18n.h"
#include "quad-playbook.h"
#include "quad-schedule.h"

struct _QuadPlaysSection
{
  QuadPanelSection parent_instance;

  /* template widgets */
  GtkLabel  *name_label;
  GtkWidget *chosen_label;
  GtkLabel  *description_label;
  GtkWidget *heading_box;
  GtkWidget *profiles_button;
  GtkLabel  *failure_label;
  GtkBox    *rows_box;
  GtkWidget *none_label;

  /* plain */
  QuadOwner owner;
};

G_DEFINE_FINAL_TYPE (QuadPlaysSection, quad_plays_section, QUAD_TYPE_PANEL_SECTION)

static void
add_label (GtkWidget  *row,
           const char *css_class,
           int         lines)
{
  GtkWidget *label = quad_panel_section_make_text (NULL, lines);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (row), label);
}

/* Title, when it is due, who is behind, how it is done. */
static GtkWidget *
make_row (QuadPanelSection *section)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_label (row, NULL, 3);
  add_label (row, "details", 2);
  add_label (row, "behind", 2);
  add_label (row, "guidance", 4);
  return row;
}

static char *
describe_behind (QuadPanelSection *section,
                 QuadPlay         *play)
{
  g_autoptr (GError) error = NULL;
  guint behind;

  if (!quad_book_count_behind (quad_panel_section_get_book (section), play, &behind, &error))
    return g_strdup (error->message);
  if (behind == 0)
    return NULL;
  /* Translators: of a play: it is overdue on so many accounts */
  return g_strdup_printf (ngettext ("%u account is behind", "%u accounts are behind", behind),
                          behind);
}

static void
set_text (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static void
show_row (QuadPanelSection *section,
          GtkWidget        *row,
          gpointer          item)
{
  GtkWidget *title = gtk_widget_get_first_child (row);
  GtkWidget *details = gtk_widget_get_next_sibling (title);
  GtkWidget *behind = gtk_widget_get_next_sibling (details);
  GtkWidget *guidance = gtk_widget_get_next_sibling (behind);
  g_autofree char *schedule = quad_schedule_describe (quad_item_get_values (item));
  g_autofree char *count = describe_behind (section, item);

  set_text (title, quad_play_get_title (item));
  set_text (details, schedule);
  set_text (behind, count);
  set_text (guidance, quad_play_get_guidance (item));
}

static void
quad_plays_section_show (QuadPanelSection *section,
                         gboolean          other)
{
  QuadPlaysSection *self = QUAD_PLAYS_SECTION (section);
  QuadBook *book = quad_panel_section_get_book (section);
  g_autoptr (GPtrArray) plays = quad_book_list_plays (book, self->owner);
  const char *description = quad_book_get_owner_description (book, self->owner);

  for (guint i = plays->len; i > 0; i--)
    if (quad_play_is_archived (plays->pdata[i - 1]))
      g_ptr_array_remove_index (plays, i - 1);
  gtk_label_set_text (self->name_label, quad_book_get_owner_name (book, self->owner));
  set_text (GTK_WIDGET (self->description_label), description);
  gtk_widget_set_visible (self->none_label, plays->len == 0);
  quad_panel_section_show_rows (section, self->rows_box, plays, make_row, show_row,
                                self->profiles_button);
}

static void
quad_plays_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QUAD_TYPE_PLAYS_SECTION);

  G_OBJECT_CLASS (quad_plays_section_parent_class)->dispose (object);
}

static void
quad_plays_section_class_init (QuadPlaysSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_plays_section_dispose;
  QUAD_PANEL_SECTION_CLASS (klass)->show = quad_plays_section_show;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-plays-section.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadPlaysSection, name_label);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaysSection, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaysSection, description_label);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaysSection, heading_box);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaysSection, profiles_button);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaysSection, failure_label);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaysSection, rows_box);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaysSection, none_label);
}

static void
quad_plays_section_init (QuadPlaysSection *self)
{
  self->owner = QUAD_OWNER_KEY;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_plays_section_set_owner:
 * @owner: whose plays are shown the next time
 */
void
quad_plays_section_set_owner (QuadPlaysSection *self,
                              QuadOwner         owner)
{
  g_return_if_fail (QUAD_IS_PLAYS_SECTION (self));

  self->owner = owner;
}
