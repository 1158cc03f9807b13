/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-account-drag"

#include "quad-account-drag.h"

#include "quad-account-cell.h"
#include "quad-account-list.h"
#include "quad-drag-escape.h"
#include "quad-i18n.h"
#include "quad-profile-badge.h"
#include "quad-touch-drag.h"

/* A row that is not chosen is dragged alone; one that is takes all chosen ones along. */
static GPtrArray *
collect_dragged (QuadAccountSelection *selection,
                 QuadAccount          *account)
{
  GPtrArray *dragged;

  if (quad_account_selection_contains (selection, account))
    return quad_account_selection_get_all (selection);
  dragged = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (dragged, g_object_ref (account));
  return dragged;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       user_data)
{
  QuadAccountSelection *selection = user_data;
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  QuadAccount *account = quad_account_cell_get_account (QUAD_ACCOUNT_CELL (cell));
  g_autoptr (GPtrArray) dragged = NULL;

  if (account == NULL
      || gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (source)) != NULL)
    return NULL;
  dragged = collect_dragged (selection, account);
  return gdk_content_provider_new_typed (G_TYPE_PTR_ARRAY, dragged);
}

/* @account is the one of @dragged that the pointer or the finger is on. */
static GtkWidget *
make_icon (GPtrArray   *dragged,
           QuadAccount *account)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label;

  gtk_widget_add_css_class (box, "drag-icon");
  if (dragged->len == 1)
    {
      GtkWidget *badge = quad_profile_badge_new ();

      quad_profile_badge_set_profile (QUAD_PROFILE_BADGE (badge),
                                      quad_account_get_profile (account), NULL);
      gtk_box_append (GTK_BOX (box), badge);
      label = gtk_label_new (quad_account_get_name (account));
    }
  else
    {
      g_autofree char *count = g_strdup_printf (ngettext ("%u account", "%u accounts",
                                                          dragged->len), dragged->len);

      label = gtk_label_new (count);
    }
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               gpointer       user_data)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  QuadAccount *account = quad_account_cell_get_account (QUAD_ACCOUNT_CELL (cell));

  if (account != NULL)
    {
      g_autoptr (GPtrArray) dragged = collect_dragged (user_data, account);

      gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)),
                               make_icon (dragged, account));
    }
}

static GPtrArray *
touch_collect (GtkWidget *cell,
               double     x,
               double     y,
               gpointer   user_data)
{
  QuadAccount *account = quad_account_cell_get_account (QUAD_ACCOUNT_CELL (cell));

  return account != NULL ? collect_dragged (user_data, account) : NULL;
}

static GtkWidget *
touch_make_icon (GtkWidget        *cell,
                 GPtrArray        *accounts,
                 double            x,
                 double            y,
                 graphene_point_t *hot,
                 gpointer          user_data)
{
  GtkWidget *icon = make_icon (accounts, quad_account_cell_get_account (QUAD_ACCOUNT_CELL (cell)));
  GtkRequisition size;

  gtk_widget_get_preferred_size (icon, NULL, &size);
  *hot = GRAPHENE_POINT_INIT (size.width / 2.0f, (float) size.height);
  return icon;
}

static void
touch_rest (GtkWidget *cell,
            double     x,
            double     y,
            gpointer   user_data)
{
  QuadAccount *account = quad_account_cell_get_account (QUAD_ACCOUNT_CELL (cell));
  GtkWidget *list = gtk_widget_get_ancestor (cell, QUAD_TYPE_ACCOUNT_LIST);
  double list_x, list_y;

  if (account != NULL && list != NULL
      && gtk_widget_translate_coordinates (cell, list, x, y, &list_x, &list_y))
    quad_account_list_open_menu (QUAD_ACCOUNT_LIST (list), account, list_x, list_y);
}

static const QuadTouchDragFuncs touch_funcs =
{
  .collect = touch_collect,
  .make_icon = touch_make_icon,
  .rest = touch_rest,
};

/**
 * quad_account_drag_attach:
 * @cell: a #QuadAccountCell, whatever account it shows at the time
 * @selection: what goes along; outlives the cell
 *
 * Lets accounts be dragged out of the list, as a G_TYPE_PTR_ARRAY of #QuadAccount or with a finger.
 */
void
quad_account_drag_attach (GtkWidget            *cell,
                          QuadAccountSelection *selection)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), selection, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), selection, 0);
  quad_drag_escape_attach (source);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (source));
  quad_touch_drag_attach (cell, &touch_funcs, selection);
}

/**
 * quad_account_drag_collect:
 * @accounts: (nullable) (element-type QuadAccount): what was taken along some time ago
 * @book: (nullable): where it is to arrive
 *
 * Returns: (transfer full) (element-type QuadAccount): those that are in the book still
 */
GPtrArray *
quad_account_drag_collect (GPtrArray *accounts,
                           QuadBook  *book)
{
  GPtrArray *left = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; accounts != NULL && book != NULL && i < accounts->len; i++)
    {
      QuadAccount *account = accounts->pdata[i];

      if (quad_item_list_lookup (quad_book_get_accounts (book), quad_account_get_id (account))
          == account)
        g_ptr_array_add (left, g_object_ref (account));
    }
  return left;
}
