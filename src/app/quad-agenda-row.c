/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-agenda-row"

#include "quad-agenda-row.h"

#include "quad-i18n.h"
#include "quad-profile-badge.h"

/*
 * The heading is a part of the row that it stands over, so that every row of the list is something
 * to do: the arrow keys and a selection meet nothing else.
 */
struct _QuadAgendaRow
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget        *heading;
  GtkLabel         *heading_label;
  GtkLabel         *heading_count;
  GtkWidget        *line;
  GtkCheckButton   *check;
  GtkImage         *image;
  GtkLabel         *title_label;
  QuadProfileBadge *badge;
  GtkLabel         *account_label;
  GtkLabel         *due_label;
  GtkWidget        *menu_button;

  /* owned */
  QuadAgendaItem *item;

  /* borrowed */
  const QuadNames *names;

  /* plain */
  QuadDate today;
};

enum
{
  SIGNAL_TICKED,
  SIGNAL_MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadAgendaRow, quad_agenda_row, GTK_TYPE_WIDGET)

static const char *
get_icon_name (QuadAgendaKind kind)
{
  switch (kind)
    {
    case QUAD_AGENDA_REVISIT:
      return "document-open-recent-symbolic";
    case QUAD_AGENDA_DECIDE:
      return "dialog-question-symbolic";
    case QUAD_AGENDA_STEP:
      break;
    }
  return NULL;
}

static void
set_label (gpointer    widget,
           const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* The list's own widget around the row is what has the focus. */
static void
name_for_everybody (QuadAgendaRow *self,
                    const char    *due)
{
  GtkWidget *around = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *title = quad_agenda_item_get_title (self->item);
  g_autofree char *name = NULL;
  g_autofree char *done = NULL;
  g_autofree char *more = NULL;

  /* Translators: what is to be done, the name of the account, when: "Call, Bell Ltd, today" */
  name = g_strdup_printf (_("%s, %s, %s"), title,
                          quad_account_get_name (quad_agenda_item_get_account (self->item)), due);
  /* Translators: a box to tick; %s is what was to be done */
  done = g_strdup_printf (_("Done: %s"), title);
  /* Translators: a button with a menu; %s is what is to be done */
  more = g_strdup_printf (_("Menu of %s"), title);
  set_label (self, name);
  if (around != NULL)
    set_label (around, name);
  set_label (self->check, done);
  set_label (self->menu_button, more);
}

static void
refresh (QuadAgendaRow *self)
{
  QuadAccount *account = quad_agenda_item_get_account (self->item);
  QuadAgendaKind kind = quad_agenda_item_get_kind (self->item);
  gboolean overdue = quad_agenda_item_get_group (self->item) == QUAD_AGENDA_OVERDUE;
  g_autofree char *due = quad_agenda_describe_due (quad_agenda_item_get_due (self->item),
                                                   self->today);

  gtk_label_set_text (self->title_label, quad_agenda_item_get_title (self->item));
  gtk_label_set_text (self->account_label, quad_account_get_name (account));
  quad_profile_badge_set_profile (self->badge, quad_account_get_profile (account), self->names);
  gtk_widget_set_visible (GTK_WIDGET (self->badge),
                          quad_account_get_profile (account) != QUAD_PROFILE_NONE);
  gtk_label_set_text (self->due_label, due);
  if (overdue)
    gtk_widget_add_css_class (GTK_WIDGET (self->due_label), "overdue");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->due_label), "overdue");
  gtk_image_set_from_icon_name (self->image, get_icon_name (kind));
  gtk_widget_set_visible (GTK_WIDGET (self->check), kind == QUAD_AGENDA_STEP);
  gtk_widget_set_visible (GTK_WIDGET (self->image), kind != QUAD_AGENDA_STEP);
  name_for_everybody (self, due);
}

static void
check_toggled_cb (QuadAgendaRow *self)
{
  if (!gtk_check_button_get_active (self->check))
    return;
  /* When it works the row leaves; when it does not, nothing is done. */
  gtk_check_button_set_active (self->check, FALSE);
  g_signal_emit (self, signals[SIGNAL_TICKED], 0);
}

static void
menu_clicked_cb (QuadAgendaRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MENU], 0);
}

static void
secondary_pressed_cb (QuadAgendaRow *self,
                      int            n_press,
                      double         x,
                      double         y,
                      GtkGesture    *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[SIGNAL_MENU], 0);
}

static void
quad_agenda_row_dispose (GObject *object)
{
  QuadAgendaRow *self = QUAD_AGENDA_ROW (object);

  quad_agenda_row_unbind (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), QUAD_TYPE_AGENDA_ROW);

  G_OBJECT_CLASS (quad_agenda_row_parent_class)->dispose (object);
}

static void
quad_agenda_row_class_init (QuadAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_agenda_row_dispose;

  /**
   * QuadAgendaRow::ticked:
   *
   * The step is done, says a person.
   */
  signals[SIGNAL_TICKED] = g_signal_new ("ticked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * QuadAgendaRow::menu:
   *
   * A person wants to see what else can be done.
   */
  signals[SIGNAL_MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (QUAD_TYPE_PROFILE_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaRow, heading);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaRow, heading_label);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaRow, heading_count);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaRow, line);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaRow, check);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaRow, image);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaRow, badge);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaRow, account_label);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaRow, due_label);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "agendarow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
quad_agenda_row_init (QuadAgendaRow *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

/**
 * quad_agenda_row_new:
 *
 * Returns: (transfer floating): a row of nothing yet
 */
GtkWidget *
quad_agenda_row_new (void)
{
  return g_object_new (QUAD_TYPE_AGENDA_ROW, NULL);
}

/**
 * quad_agenda_row_bind:
 * @names: (nullable): of the profiles; must stay until quad_agenda_row_unbind()
 */
void
quad_agenda_row_bind (QuadAgendaRow   *self,
                      QuadAgendaItem  *item,
                      QuadDate         today,
                      const QuadNames *names)
{
  g_return_if_fail (QUAD_IS_AGENDA_ROW (self));
  g_return_if_fail (QUAD_IS_AGENDA_ITEM (item));

  quad_agenda_row_unbind (self);
  self->item = g_object_ref (item);
  self->today = today;
  self->names = names;
  g_signal_connect_object (quad_agenda_item_get_account (item), "notify", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);
  refresh (self);
}

void
quad_agenda_row_unbind (QuadAgendaRow *self)
{
  g_return_if_fail (QUAD_IS_AGENDA_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (quad_agenda_item_get_account (self->item), self);
  g_clear_object (&self->item);
}

/**
 * quad_agenda_row_get_item:
 *
 * Returns: (transfer none) (nullable): what the row shows
 */
QuadAgendaItem *
quad_agenda_row_get_item (QuadAgendaRow *self)
{
  g_return_val_if_fail (QUAD_IS_AGENDA_ROW (self), NULL);

  return self->item;
}

/**
 * quad_agenda_row_get_menu_button:
 *
 * Returns: (transfer none): where the row's menu is to point to
 */
GtkWidget *
quad_agenda_row_get_menu_button (QuadAgendaRow *self)
{
  g_return_val_if_fail (QUAD_IS_AGENDA_ROW (self), NULL);

  return self->menu_button;
}

/**
 * quad_agenda_row_set_heading:
 * @visible: whether the row is the first of its group
 * @n_items: how many are in the group; 0 when nobody counted
 */
void
quad_agenda_row_set_heading (QuadAgendaRow *self,
                             gboolean       visible,
                             guint          n_items)
{
  g_autofree char *count = NULL;

  g_return_if_fail (QUAD_IS_AGENDA_ROW (self));

  gtk_widget_set_visible (self->heading, visible);
  if (!visible)
    return;
  count = g_strdup_printf ("%u", n_items);
  gtk_label_set_text (self->heading_label,
                      quad_agenda_group_get_label (quad_agenda_item_get_group (self->item)));
  gtk_label_set_text (self->heading_count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->heading_count), n_items > 0);
}

/**
 * quad_agenda_row_set_sensitive:
 * @sensitive: whether anything can be done; reading is always possible
 */
void
quad_agenda_row_set_sensitive (QuadAgendaRow *self,
                               gboolean       sensitive)
{
  g_return_if_fail (QUAD_IS_AGENDA_ROW (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->check), sensitive);
}
