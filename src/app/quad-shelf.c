/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-shelf"

#include "quad-shelf.h"

#include "quad-chart-view.h"
#include "quad-i18n.h"
#include "quad-owner.h"
#include "quad-shelf-part.h"

/* The popover is made when it is opened: what it shows is what is there at that moment. */
struct _QuadShelf
{
  GtkWidget parent_instance;

  /* owned */
  QuadBook             *book;
  QuadAccountSelection *selection;
  GtkWidget            *parts[QUAD_N_SHELF_KINDS];
  GtkWidget            *popover;        /* of the part that was opened last; a child of it */

  /* plain */
  guint                 rest_timeout;   /* the pointer is on those that are to be let go */
};

enum
{
  SIGNAL_POINTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadShelf, quad_shelf, GTK_TYPE_WIDGET)

/* The list has all of them, with its search and order. */
#define MOST_ROWS 12

static guint
get_day (QuadAccount *account)
{
  QuadAccountField field = quad_account_get_tier (account) == QUAD_TIER_PARKED
                             ? QUAD_ACCOUNT_REVISIT_ON : QUAD_ACCOUNT_DECIDE_BY;
  gint64 day = quad_item_get_number (QUAD_ITEM (account), field);

  return day == QUAD_DATE_NONE ? G_MAXUINT : (guint) day;
}

/* The most urgent one first, those without a day last, by name. */
static int
compare_urgency (gconstpointer a,
                 gconstpointer b)
{
  QuadAccount *one = *(QuadAccount *const *) a;
  QuadAccount *other = *(QuadAccount *const *) b;

  if (get_day (one) != get_day (other))
    return get_day (one) < get_day (other) ? -1 : 1;
  return g_strcmp0 (quad_account_get_name_key (one), quad_account_get_name_key (other));
}

static void
update (QuadShelf *self)
{
  QuadItemList *all = self->book != NULL ? quad_book_get_accounts (self->book) : NULL;
  GPtrArray *accounts[QUAD_N_SHELF_KINDS];

  for (guint kind = 0; kind < QUAD_N_SHELF_KINDS; kind++)
    accounts[kind] = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; all != NULL && i < quad_item_list_get_size (all); i++)
    {
      QuadAccount *account = quad_item_list_peek (all, i);

      if (quad_account_get_tier (account) == QUAD_TIER_PARKED)
        g_ptr_array_add (accounts[QUAD_SHELF_PARKED], g_object_ref (account));
      else if (quad_account_get_profile (account) == QUAD_PROFILE_JETTISON)
        g_ptr_array_add (accounts[QUAD_SHELF_JETTISON], g_object_ref (account));
    }
  for (guint kind = 0; kind < QUAD_N_SHELF_KINDS; kind++)
    {
      g_ptr_array_sort (accounts[kind], compare_urgency);
      quad_shelf_part_set_accounts (QUAD_SHELF_PART (self->parts[kind]), self->book,
                                    accounts[kind]);
      g_ptr_array_unref (accounts[kind]);
    }
}

static void
choose_account (QuadShelf *self,
                GtkWidget *button)
{
  QuadAccount *account = g_object_get_data (G_OBJECT (button), "account");

  quad_account_selection_set_only (self->selection, account);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
account_clicked_cb (QuadShelf *self,
                    GtkWidget *button)
{
  choose_account (self, button);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-panel", NULL);
}

/* The action is done with what is chosen. */
static void
outcome_clicked_cb (QuadShelf *self,
                    GtkWidget *button)
{
  choose_account (self, button);
  gtk_widget_activate_action (GTK_WIDGET (self),
                              g_object_get_data (G_OBJECT (button), "outcome"), NULL);
}

static void
show_all_cb (QuadShelf *self,
             GtkWidget *button)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (gtk_widget_get_parent (self->popover) == self->parts[QUAD_SHELF_JETTISON])
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-profile", "s",
                                quad_profile_get_nick (QUAD_PROFILE_JETTISON));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-tier", "s",
                                quad_tier_get_nick (QUAD_TIER_PARKED));
}

static GtkWidget *
add_button (QuadShelf   *self,
            GtkWidget   *box,
            QuadAccount *account,
            GCallback    clicked_cb)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "account", g_object_ref (account), g_object_unref);
  g_signal_connect_object (button, "clicked", clicked_cb, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_outcome (QuadShelf   *self,
             GtkWidget   *box,
             QuadAccount *account,
             const char  *label,
             const char  *name_format,
             const char  *action)
{
  GtkWidget *button = add_button (self, box, account, G_CALLBACK (outcome_clicked_cb));
  g_autoptr (GString) name = g_string_new (name_format);

  g_string_replace (name, "%s", quad_account_get_name (account), 1);
  gtk_button_set_label (GTK_BUTTON (button), label);
  g_object_set_data_full (G_OBJECT (button), "outcome", g_strdup (action), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name->str, -1);
}

static GtkWidget *
make_account_texts (QuadAccount *account,
                    const char  *due)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (quad_account_get_name (account));
  GtkWidget *detail = gtk_label_new (due);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 24);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (detail), 24);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_set_visible (detail, *due != '\0');
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), detail);
  return texts;
}

/* Of a parked account the reason, and when to look at it again. */
static char *
describe (QuadShelf     *self,
          QuadShelfKind  kind,
          QuadAccount   *account)
{
  g_autofree char *due = quad_shelf_describe_due (kind, account, quad_book_get_today (self->book));
  const char *reason = quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_PARKED_REASON);

  if (kind == QUAD_SHELF_JETTISON || reason == NULL)
    return g_steal_pointer (&due);
  if (*due == '\0')
    return g_strdup (reason);
  return g_strdup_printf (_("%s · %s"), due, reason);
}

static void
add_row (QuadShelf     *self,
         GtkWidget     *box,
         QuadShelfKind  kind,
         QuadAccount   *account)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = add_button (self, row, account, G_CALLBACK (account_clicked_cb));
  g_autofree char *due = describe (self, kind, account);
  /* Translators: name of an account, what is due: "Bellwether Radio, 3 days left" */
  g_autofree char *name = g_strdup_printf (_("%s, %s"), quad_account_get_name (account), due);

  g_strdelimit (due, "\r\n", ' ');
  gtk_button_set_child (GTK_BUTTON (button), make_account_texts (account, due));
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *due != '\0' ? name : quad_account_get_name (account), -1);
  if (kind == QUAD_SHELF_JETTISON && !quad_book_is_read_only (self->book))
    {
      /* Translators: a client that was to be let go stays after all; %s is its name */
      add_outcome (self, row, account, _("Turned Around…"), _("%s: Turned Around"),
                   "win.turn-around");
      /* Translators: a client that was to be let go is let go; %s is its name */
      add_outcome (self, row, account, _("Ended…"), _("%s: Ended"), "win.end");
    }
  gtk_box_append (GTK_BOX (box), row);
}

static void
add_show_all (QuadShelf *self,
              GtkWidget *box,
              guint      n)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u Account in the List",
                                                      "Show All %u in the List", n), n);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_margin_top (button, 6);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_nothing (GtkWidget     *box,
             QuadShelfKind  kind)
{
  GtkWidget *label = gtk_label_new (kind == QUAD_SHELF_JETTISON
                                      ? _("No client is to be let go. Drag one here to begin.")
                                      : _("No account is parked. Drag one here to take it off the "
                                          "chart."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_box_append (GTK_BOX (box), label);
}

static void
clicked_cb (QuadShelf *self,
            GtkWidget *part)
{
  GPtrArray *accounts = quad_shelf_part_get_accounts (QUAD_SHELF_PART (part));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  QuadShelfKind kind = part == self->parts[QUAD_SHELF_JETTISON] ? QUAD_SHELF_JETTISON
                                                                : QUAD_SHELF_PARKED;

  if (self->book == NULL)
    return;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  for (guint i = 0; i < MIN (accounts->len, MOST_ROWS); i++)
    add_row (self, box, kind, accounts->pdata[i]);
  if (accounts->len > 0)
    add_show_all (self, box, accounts->len);
  else
    add_nothing (box, kind);
  self->popover = gtk_popover_new ();
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_TOP);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  quad_shelf_part_get_label (QUAD_SHELF_PART (part)), -1);
  gtk_widget_set_parent (self->popover, part);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
stop_resting (QuadShelf *self)
{
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
}

static void
look_at_jettison (QuadShelf *self)
{
  QuadOwner owner;

  stop_resting (self);
  if (quad_owner_from_profile (QUAD_PROFILE_JETTISON, &owner))
    g_signal_emit (self, signals[SIGNAL_POINTED], 0, (guint) owner);
}

static gboolean
rested_cb (gpointer user_data)
{
  QuadShelf *self = user_data;

  self->rest_timeout = 0;
  look_at_jettison (self);
  return G_SOURCE_REMOVE;
}

static void
enter_cb (QuadShelf *self)
{
  stop_resting (self);
  self->rest_timeout = g_timeout_add (QUAD_POINTED_REST_MS, rested_cb, self);
}

/* As the boxes of the chart, those that are to be let go have a playbook; the parked have none. */
static void
watch_jettison (QuadShelf *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (stop_resting), self);
  gtk_widget_add_controller (self->parts[QUAD_SHELF_JETTISON], motion);
}

static void
quad_shelf_set_focus_child (GtkWidget *widget,
                            GtkWidget *child)
{
  QuadShelf *self = QUAD_SHELF (widget);

  if (child != NULL && child == self->parts[QUAD_SHELF_JETTISON])
    look_at_jettison (self);

  GTK_WIDGET_CLASS (quad_shelf_parent_class)->set_focus_child (widget, child);
}

static void
quad_shelf_dispose (GObject *object)
{
  QuadShelf *self = QUAD_SHELF (object);

  stop_resting (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  for (guint kind = 0; kind < QUAD_N_SHELF_KINDS; kind++)
    g_clear_pointer (&self->parts[kind], gtk_widget_unparent);
  g_clear_object (&self->book);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (quad_shelf_parent_class)->dispose (object);
}

static void
quad_shelf_class_init (QuadShelfClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_shelf_dispose;
  widget_class->set_focus_child = quad_shelf_set_focus_child;

  /**
   * QuadShelf::pointed:
   * @owner: a #QuadOwner
   *
   * A person looks at the part of a profile.
   */
  signals[SIGNAL_POINTED] = g_signal_new ("pointed", QUAD_TYPE_SHELF, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "shelf");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
quad_shelf_init (QuadShelf *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_homogeneous (layout, TRUE);
  gtk_box_layout_set_spacing (layout, 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Shelf"),
                                  -1);
  for (guint kind = 0; kind < QUAD_N_SHELF_KINDS; kind++)
    {
      self->parts[kind] = quad_shelf_part_new (kind);
      gtk_widget_set_hexpand (self->parts[kind], TRUE);
      g_signal_connect_swapped (self->parts[kind], "clicked", G_CALLBACK (clicked_cb), self);
      gtk_widget_set_parent (self->parts[kind], GTK_WIDGET (self));
    }
  watch_jettison (self);
}

/**
 * quad_shelf_new:
 *
 * Returns: (transfer floating): a shelf of no book
 */
GtkWidget *
quad_shelf_new (void)
{
  return g_object_new (QUAD_TYPE_SHELF, NULL);
}

/**
 * quad_shelf_set_selection:
 * @selection: the chosen accounts; once
 */
void
quad_shelf_set_selection (QuadShelf            *self,
                          QuadAccountSelection *selection)
{
  g_return_if_fail (QUAD_IS_SHELF (self));
  g_return_if_fail (self->selection == NULL);

  self->selection = g_object_ref (selection);
  for (guint kind = 0; kind < QUAD_N_SHELF_KINDS; kind++)
    quad_shelf_part_set_selection (QUAD_SHELF_PART (self->parts[kind]), selection);
}

/**
 * quad_shelf_set_book:
 * @book: (nullable): whose accounts are shown
 */
void
quad_shelf_set_book (QuadShelf *self,
                     QuadBook  *book)
{
  g_return_if_fail (QUAD_IS_SHELF (self));

  if (self->book == book)
    return;
  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_set_object (&self->book, book);
  if (book != NULL)
    g_signal_connect_object (book, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * quad_shelf_set_narrow:
 * @narrow: whether there is room for one word beside another
 */
void
quad_shelf_set_narrow (QuadShelf *self,
                       gboolean   narrow)
{
  g_return_if_fail (QUAD_IS_SHELF (self));

  for (guint kind = 0; kind < QUAD_N_SHELF_KINDS; kind++)
    quad_shelf_part_set_narrow (QUAD_SHELF_PART (self->parts[kind]), narrow);
}
