/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-agenda-page"

#include "quad-agenda-page-private.h"

/*
 * The focus is always on a whole row: what can be clicked in it has a key. Tab leaves the rows; the
 * arrows walk.
 */

/* The last group may go on in what is not loaded: its number is not known then. */
static guint
get_known_size (QuadAgendaPage  *self,
                QuadAgendaGroup  group)
{
  guint n = quad_agenda_page_get_n_items (self);
  gboolean cut = self->more && n > 0
                 && quad_agenda_item_get_group (quad_agenda_page_peek_item (self, n - 1)) == group;

  return cut ? 0 : self->n_in_group[group];
}

static void
update_heading (QuadAgendaPage *self,
                QuadAgendaRow  *row,
                GtkListItem    *list_item)
{
  guint position = gtk_list_item_get_position (list_item);
  QuadAgendaGroup group = quad_agenda_item_get_group (quad_agenda_row_get_item (row));
  QuadAgendaItem *before = position > 0 ? quad_agenda_page_peek_item (self, position - 1) : NULL;

  quad_agenda_row_set_heading (row,
                               before == NULL || quad_agenda_item_get_group (before) != group,
                               get_known_size (self, group));
}

/* The row with the focus, or NULL. The window is asked: what the list itself knows of the focus is
 * forgotten while a dialog is in front. */
static QuadAgendaRow *
get_focus_row (QuadAgendaPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  while (focus != NULL && gtk_widget_get_parent (focus) != GTK_WIDGET (self->list_view))
    focus = gtk_widget_get_parent (focus);
  row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  return QUAD_IS_AGENDA_ROW (row) ? QUAD_AGENDA_ROW (row) : NULL;
}

/* What a person does with a row goes for all that are chosen when it is one of them. */
static void
choose_row (QuadAgendaPage *self,
            QuadAgendaRow  *row)
{
  GtkListItem *list_item = g_hash_table_lookup (self->rows, row);
  guint position = gtk_list_item_get_position (list_item);

  if (!gtk_selection_model_is_selected (self->chosen, position))
    gtk_selection_model_select_item (self->chosen, position, TRUE);
  quad_agenda_page_focus_row (self, position);
}

static GMenuModel *
get_menu_model (QuadAgendaPage *self)
{
  g_autoptr (GPtrArray) chosen = quad_agenda_page_get_chosen (self);
  QuadAgendaKind kind = quad_agenda_item_get_kind (chosen->pdata[0]);

  for (guint i = 1; i < chosen->len; i++)
    if (quad_agenda_item_get_kind (chosen->pdata[i]) != kind)
      return self->mixed_menu;

  switch (kind)
    {
    case QUAD_AGENDA_STEP:
      return self->step_menu;
    case QUAD_AGENDA_REVISIT:
      return self->revisit_menu;
    case QUAD_AGENDA_DECIDE:
      return self->decide_menu;
    }
  g_return_val_if_reached (NULL);
}

/* The menu had the focus; it goes back to the rows. */
static void
menu_closed_cb (QuadAgendaPage *self)
{
  g_autoptr (GPtrArray) order = g_steal_pointer (&self->menu_order);

  if (order != NULL)
    quad_agenda_page_restore_focus (self, order);
}

static void
show_menu (QuadAgendaPage *self,
           GMenuModel     *model,
           GtkWidget      *at)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (at, GTK_WIDGET (self), &bounds))
    return;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->menu_order, g_ptr_array_unref);
  self->menu_order = quad_agenda_page_list_from_focus (self);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width,
                                                 (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Of the row that has the focus: of its line, or of the menu button in it. */
static void
show_menu_of (QuadAgendaPage *self,
              QuadAgendaRow  *row,
              gboolean        snooze)
{
  choose_row (self, row);
  show_menu (self, snooze ? self->snooze_menu : get_menu_model (self),
             quad_agenda_row_get_menu_button (row));
}

static void
row_ticked_cb (QuadAgendaPage *self,
               QuadAgendaRow  *row)
{
  choose_row (self, row);
  gtk_widget_activate_action (GTK_WIDGET (self), "agenda.complete", NULL);
}

static void
row_menu_cb (QuadAgendaPage *self,
             QuadAgendaRow  *row)
{
  show_menu_of (self, row, FALSE);
}

static void
setup_cb (QuadAgendaPage *self,
          GtkListItem    *list_item)
{
  GtkWidget *row = quad_agenda_row_new ();

  g_signal_connect_object (row, "ticked", G_CALLBACK (row_ticked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "menu", G_CALLBACK (row_menu_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (QuadAgendaPage *self,
         GtkListItem    *list_item)
{
  QuadAgendaRow *row = QUAD_AGENDA_ROW (gtk_list_item_get_child (list_item));

  quad_agenda_row_bind (row, gtk_list_item_get_item (list_item), self->today,
                        quad_book_get_names (self->book));
  quad_agenda_row_set_sensitive (row, !quad_book_is_read_only (self->book));
  g_hash_table_insert (self->rows, row, list_item);
  update_heading (self, row, list_item);
}

static void
unbind_cb (QuadAgendaPage *self,
           GtkListItem    *list_item)
{
  QuadAgendaRow *row = QUAD_AGENDA_ROW (gtk_list_item_get_child (list_item));

  g_hash_table_remove (self->rows, row);
  quad_agenda_row_unbind (row);
}

/* Enter: the account, in the panel. */
static void
activate_cb (QuadAgendaPage *self,
             guint           position)
{
  gtk_selection_model_select_item (self->chosen, position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-panel", NULL);
}

static gboolean
do_key (QuadAgendaPage *self,
        QuadAgendaRow  *row,
        guint           keyval,
        gboolean        shift)
{
  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      row_ticked_cb (self, row);
      return GDK_EVENT_STOP;
    case GDK_KEY_s:
      show_menu_of (self, row, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      choose_row (self, row);
      gtk_widget_activate_action (GTK_WIDGET (self), "agenda.skip", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Menu:
      show_menu_of (self, row, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_F10:
      if (!shift)
        return GDK_EVENT_PROPAGATE;
      show_menu_of (self, row, FALSE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Before the list itself, which would choose the row with Space. */
static gboolean
key_pressed_cb (QuadAgendaPage  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  const GdkModifierType others = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK;
  QuadAgendaRow *row = get_focus_row (self);

  if (row == NULL || (state & others) != 0)
    return GDK_EVENT_PROPAGATE;
  return do_key (self, row, keyval, (state & GDK_SHIFT_MASK) != 0);
}

void
quad_agenda_page_rows_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

void
quad_agenda_page_rows_init (QuadAgendaPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, self->chosen);
}

/* What rows show besides their item: the day, and whether they are the first of a group. */
void
quad_agenda_page_update_rows (QuadAgendaPage *self)
{
  GHashTableIter iter;
  gpointer row, list_item;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, &list_item))
    {
      quad_agenda_row_bind (row, gtk_list_item_get_item (list_item), self->today,
                        quad_book_get_names (self->book));
      update_heading (self, row, list_item);
    }
}

void
quad_agenda_page_focus_row (QuadAgendaPage *self,
                            guint           position)
{
  QuadAgendaItem *item = quad_agenda_page_peek_item (self, position);

  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  for (GtkWidget *around = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));
       around != NULL; around = gtk_widget_get_next_sibling (around))
    {
      GtkWidget *row = gtk_widget_get_first_child (around);

      if (QUAD_IS_AGENDA_ROW (row) && quad_agenda_row_get_item (QUAD_AGENDA_ROW (row)) == item)
        {
          gtk_widget_grab_focus (around);
          return;
        }
    }
}

/* Returns: (transfer full) (element-type QuadAgendaItem): the row with the focus, then what comes
 *   after it, then what comes before it, the nearest first; empty when the focus is elsewhere */
GPtrArray *
quad_agenda_page_list_from_focus (QuadAgendaPage *self)
{
  GPtrArray *order;
  QuadAgendaRow *row = get_focus_row (self);
  guint position;

  if (self->menu_order != NULL)
    return g_ptr_array_ref (self->menu_order);
  order = g_ptr_array_new_with_free_func (g_object_unref);
  if (row == NULL
      || !quad_agenda_page_find_item (self, quad_agenda_row_get_item (row), &position))
    return order;
  for (guint i = position; i < quad_agenda_page_get_n_items (self); i++)
    g_ptr_array_add (order, g_object_ref (quad_agenda_page_peek_item (self, i)));
  for (guint i = position; i > 0; i--)
    g_ptr_array_add (order, g_object_ref (quad_agenda_page_peek_item (self, i - 1)));
  return order;
}

/* Without anything chosen the row that gets the focus is, as when an arrow key leads to it. */
void
quad_agenda_page_restore_focus (QuadAgendaPage *self,
                                GPtrArray      *order)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->chosen);
  guint position;

  for (guint i = 0; i < order->len; i++)
    if (quad_agenda_page_find_item (self, order->pdata[i], &position))
      {
        if (gtk_bitset_is_empty (selected))
          gtk_selection_model_select_item (self->chosen, position, TRUE);
        quad_agenda_page_focus_row (self, position);
        return;
      }
  if (order->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->filter_button));
}
