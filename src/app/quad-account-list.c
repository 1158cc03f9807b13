/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-account-list"

#include "quad-account-list.h"

#include <string.h>

#include "quad-account-cell.h"
#include "quad-account-drag.h"
#include "quad-account-filter.h"
#include "quad-chosen-model.h"
#include "quad-i18n.h"

/*
 * Order and filters live in the QuadAccountView; the column view shows what stands there. GTK 4.8
 * has no public way to ask a column view what it is sorted by: get_clicked_order() finds out.
 */
struct _QuadAccountList
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget         *bar;
  GtkSearchEntry    *search_entry;
  GtkMenuButton     *filter_button;
  QuadAccountFilter *filter;
  GtkRevealer       *filter_revealer;
  GtkLabel          *filter_label;
  GtkLabel          *filter_summary;
  GtkStack          *stack;
  GtkColumnView     *column_view;

  /* owned */
  QuadBook             *book;
  QuadAccountView      *view;
  QuadAccountRows      *rows;
  QuadAccountSelection *selection;
  GHashTable           *cells;      /* the QuadAccountCell that are bound */

  /* borrowed */
  GtkColumnViewColumn *columns[QUAD_N_ACCOUNT_COLUMNS];

  /* plain */
  QuadAccountColumn probed;         /* see get_clicked_order() */
  char             *sort;           /* state of the action: "revenue-descending" */
  guint             share_idle;
};

typedef enum
{
  PROP_SORT = 1,
  PROP_GROUP,
} QuadAccountListProperty;

static GParamSpec *properties[PROP_GROUP + 1];

/* A column: how it is called here and there, and what it is sorted by. */
typedef struct
{
  const char       *name;
  const char       *title;
  QuadAccountOrder  order;
} Column;

static const Column column_infos[] = {
  /* Translators: title of the narrow column with the letters K, A, R, E or J */
  [QUAD_ACCOUNT_COLUMN_PROFILE] = { "profile", N_("KARE"), QUAD_ACCOUNT_ORDER_PROFILE },
  [QUAD_ACCOUNT_COLUMN_NAME] = { "name", N_("Account"), QUAD_ACCOUNT_ORDER_NAME },
  [QUAD_ACCOUNT_COLUMN_TIER] = { "tier", N_("Tier"), QUAD_ACCOUNT_ORDER_TIER },
  [QUAD_ACCOUNT_COLUMN_REVENUE] = { "revenue", N_("Revenue"), QUAD_ACCOUNT_ORDER_REVENUE },
  [QUAD_ACCOUNT_COLUMN_SHARE] = { "share", N_("Share"), QUAD_ACCOUNT_ORDER_SHARE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (column_infos) == QUAD_N_ACCOUNT_COLUMNS);

G_DEFINE_FINAL_TYPE (QuadAccountList, quad_account_list, GTK_TYPE_WIDGET)

typedef struct
{
  QuadAccountList   *list;
  QuadAccountColumn  column;
} ColumnProbe;

/* The sorter of a column never sorts: it says that it was asked, and "smaller". */
static int
probe_cb (gconstpointer a,
          gconstpointer b,
          gpointer      user_data)
{
  ColumnProbe *probe = user_data;

  probe->list->probed = probe->column;
  return -1;
}

/* The column view's sorter asks the column that was clicked last first, and turns its answer around
 * when the order is descending: so one comparison of any two objects tells both. */
static gboolean
get_clicked_order (QuadAccountList   *self,
                   QuadAccountColumn *column,
                   gboolean          *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->column_view);
  GtkOrdering answer = gtk_sorter_compare (sorter, self->selection, self->view);

  *column = self->probed;
  *descending = answer == GTK_ORDERING_LARGER;
  return answer != GTK_ORDERING_EQUAL;
}

static void
follow_sorter_cb (QuadAccountList *self)
{
  QuadAccountColumn column;
  gboolean descending;
  g_autofree char *sort = NULL;

  if (!get_clicked_order (self, &column, &descending))
    return;
  quad_account_view_set_order (self->view, column_infos[column].order, descending);
  sort = g_strdup_printf ("%s-%s", column_infos[column].name,
                          descending ? "descending" : "ascending");
  if (strcmp (sort, self->sort) == 0)
    return;
  g_free (self->sort);
  self->sort = g_steal_pointer (&sort);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

static void
sort_by (QuadAccountList *self,
         const char      *sort)
{
  for (guint i = 0; i < QUAD_N_ACCOUNT_COLUMNS; i++)
    {
      const char *name = column_infos[i].name;
      gsize length = strlen (name);

      if (g_str_has_prefix (sort, name) && sort[length] == '-')
        gtk_column_view_sort_by_column (self->column_view, self->columns[i],
                                        g_str_has_suffix (sort, "-descending")
                                          ? GTK_SORT_DESCENDING
                                          : GTK_SORT_ASCENDING);
    }
}

static void
group_by (QuadAccountList *self,
          const char      *group)
{
  guint facet;

  if (!quad_words_parse (&quad_facet_words, group, &facet)
      || facet == quad_account_view_get_grouping (self->view))
    return;
  quad_account_view_set_grouping (self->view, facet);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP]);
}

static void
update_filter_bar (QuadAccountList *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->view));
  guint n_all = self->book != NULL
                  ? quad_item_list_get_size (quad_book_get_accounts (self->book))
                  : 0;
  gboolean filtered = quad_account_view_is_filtered (self->view);
  g_autofree char *summary = quad_account_filter_describe (self->filter);
  g_autofree char *text = NULL;

  /* Translators: how many accounts the filters let through, of how many */
  text = g_strdup_printf (_("%u of %u accounts"), n_shown, n_all);
  gtk_label_set_text (self->filter_label, text);
  gtk_label_set_text (self->filter_summary, summary);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->filter_summary), summary);
  gtk_revealer_set_reveal_child (self->filter_revealer, filtered);
  if (filtered)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "filtered");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "filtered");
  gtk_stack_set_visible_child_name (self->stack,
                                    n_shown == 0 && n_all > 0 ? "nothing" : "accounts");
}

static void
filter_changed_cb (QuadAccountList *self)
{
  update_filter_bar (self);
}

static void
filter_shown_cb (QuadAccountList *self)
{
  quad_account_filter_show_overview (self->filter);
}

static gboolean
refresh_shares_cb (gpointer user_data)
{
  QuadAccountList *self = user_data;
  GHashTableIter iter;
  gpointer cell;

  self->share_idle = 0;
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    quad_account_cell_refresh (cell);
  update_filter_bar (self);
  return G_SOURCE_REMOVE;
}

/* Every share depends on the revenue of all clients: once per operation, the rows on screen. */
static void
accounts_changed_cb (QuadAccountList *self)
{
  if (self->share_idle == 0)
    self->share_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_shares_cb, self, NULL);
}

static void
names_changed_cb (QuadAccountList *self)
{
  quad_account_filter_set_names (self->filter, quad_book_get_names (self->book));
  accounts_changed_cb (self);
}

static void
setup_cb (QuadAccountList *self,
          GtkListItem     *item,
          GtkListItemFactory *factory)
{
  QuadAccountColumn column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  GtkWidget *cell = quad_account_cell_new (column);

  quad_account_drag_attach (cell, self->selection);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (QuadAccountList *self,
         GtkListItem     *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  gpointer row = gtk_list_item_get_item (item);

  if (QUAD_IS_ACCOUNT (row))
    quad_account_cell_bind (QUAD_ACCOUNT_CELL (cell), self->book, row);
  else
    quad_account_cell_bind_heading (QUAD_ACCOUNT_CELL (cell), self->book, self->rows, row);
  g_hash_table_add (self->cells, cell);
}

static void
unbind_cb (QuadAccountList *self,
           GtkListItem     *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  g_hash_table_remove (self->cells, cell);
  quad_account_cell_unbind (QUAD_ACCOUNT_CELL (cell));
}

static GtkListItemFactory *
make_factory (QuadAccountList   *self,
              QuadAccountColumn  column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  return factory;
}

/* The titles of amounts stand over their ends, as the amounts do. GTK 4.8 has no setting for it, so
 * the title's box is looked up; where it is built differently nothing happens. */
static void
align_titles (QuadAccountList *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->column_view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; i < QUAD_N_ACCOUNT_COLUMNS && title != NULL; i++)
    {
      GtkWidget *box = gtk_widget_get_first_child (title);

      if ((i == QUAD_ACCOUNT_COLUMN_REVENUE || i == QUAD_ACCOUNT_COLUMN_SHARE) && GTK_IS_BOX (box))
        gtk_widget_set_halign (box, GTK_ALIGN_END);
      title = gtk_widget_get_next_sibling (title);
    }
}

static void
add_column (QuadAccountList   *self,
            QuadAccountColumn  column)
{
  g_autoptr (GtkColumnViewColumn) added = NULL;
  g_autoptr (GtkSorter) sorter = NULL;
  ColumnProbe *probe = g_new (ColumnProbe, 1);

  *probe = (ColumnProbe) { self, column };
  sorter = GTK_SORTER (gtk_custom_sorter_new (probe_cb, probe, g_free));
  added = gtk_column_view_column_new (_(column_infos[column].title),
                                      make_factory (self, column));
  gtk_column_view_column_set_sorter (added, sorter);
  gtk_column_view_column_set_expand (added, column == QUAD_ACCOUNT_COLUMN_NAME);
  gtk_column_view_append_column (self->column_view, added);
  self->columns[column] = added;
}

/* The account whose row is under the pointer. */
static QuadAccount *
pick_account (QuadAccountList *self,
              double           x,
              double           y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      /* from the padding of a cell, or of a row, down to the cell */
      while (child != NULL && !QUAD_IS_ACCOUNT_CELL (child)
             && gtk_widget_get_ancestor (child, GTK_TYPE_COLUMN_VIEW) != NULL
             && g_strcmp0 (gtk_widget_get_css_name (child), "cell") == 0)
        child = gtk_widget_get_first_child (child);
      if (QUAD_IS_ACCOUNT_CELL (widget))
        return quad_account_cell_get_account (QUAD_ACCOUNT_CELL (widget));
      if (QUAD_IS_ACCOUNT_CELL (child))
        return quad_account_cell_get_account (QUAD_ACCOUNT_CELL (child));
    }
  return NULL;
}

/**
 * quad_account_list_open_menu:
 * @account: one of the list
 * @x: where the menu opens, in coordinates of the list
 * @y: where the menu opens, in coordinates of the list
 *
 * Opens the menu of the chosen accounts when this is one of them, else of this one alone, which is
 * chosen then.
 */
void
quad_account_list_open_menu (QuadAccountList *self,
                             QuadAccount     *account,
                             double           x,
                             double           y)
{
  graphene_point_t point;

  g_return_if_fail (QUAD_IS_ACCOUNT_LIST (self));
  g_return_if_fail (QUAD_IS_ACCOUNT (account));

  if (!quad_account_selection_contains (self->selection, account))
    quad_account_selection_set_only (self->selection, account);
  if (gtk_widget_compute_point (GTK_WIDGET (self),
                                GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                                &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.account-menu-at", "(dd)",
                                (double) point.x, (double) point.y);
}

static void
menu_pressed_cb (QuadAccountList *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGesture      *gesture)
{
  QuadAccount *account = pick_account (self, x, y);

  if (account == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  quad_account_list_open_menu (self, account, x, y);
}

static void
search_changed_cb (QuadAccountList *self)
{
  quad_account_view_set_search (self->view,
                                gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  update_filter_bar (self);
}

/* Enter in the search takes the first row that was found. */
static void
search_activate_cb (QuadAccountList *self)
{
  g_autoptr (QuadAccount) first = g_list_model_get_item (G_LIST_MODEL (self->view), 0);

  if (first == NULL)
    return;
  quad_account_selection_set_only (self->selection, first);
  quad_account_list_reveal (self, first);
  gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
}

static void
search_stopped_cb (QuadAccountList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
}

/* A heading that is opened chooses its group. */
static void
activate_cb (QuadAccountList *self,
             guint            position)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (QUAD_IS_ACCOUNT_HEADING (row))
    {
      g_autoptr (GPtrArray) group = quad_account_rows_list_group (self->rows,
                                                                  QUAD_ACCOUNT_HEADING (row));

      quad_account_selection_set (self->selection, group);
    }
  else if (row != NULL)
    {
      quad_account_selection_set_only (self->selection, QUAD_ACCOUNT (row));
      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-account", NULL);
    }
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  quad_account_filter_clear (QUAD_ACCOUNT_LIST (widget)->filter);
}

/* GTK 4.8 goes through a column view row by row with Tab: here Tab leaves it, the arrows walk. */
static gboolean
quad_account_list_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  QuadAccountList *self = QUAD_ACCOUNT_LIST (widget);
  gboolean in_rows = gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL;

  if (in_rows && direction == GTK_DIR_TAB_FORWARD)
    return FALSE;
  if (in_rows && direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (self->bar, direction);
  return GTK_WIDGET_CLASS (quad_account_list_parent_class)->focus (widget, direction);
}

static void
quad_account_list_dispose (GObject *object)
{
  QuadAccountList *self = QUAD_ACCOUNT_LIST (object);

  g_clear_handle_id (&self->share_idle, g_source_remove);
  if (self->column_view != NULL)
    {
      /* Columns that go make the sorter change once more. */
      g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->column_view),
                                            follow_sorter_cb, self);
      gtk_column_view_set_model (self->column_view, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), QUAD_TYPE_ACCOUNT_LIST);
  g_clear_object (&self->rows);
  g_clear_object (&self->view);
  g_clear_object (&self->selection);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_account_list_parent_class)->dispose (object);
}

static void
quad_account_list_finalize (GObject *object)
{
  QuadAccountList *self = QUAD_ACCOUNT_LIST (object);

  g_hash_table_unref (self->cells);
  g_free (self->sort);

  G_OBJECT_CLASS (quad_account_list_parent_class)->finalize (object);
}

static void
quad_account_list_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  QuadAccountList *self = QUAD_ACCOUNT_LIST (object);
  QuadFacet facet;

  switch ((QuadAccountListProperty) property_id)
    {
    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;
    case PROP_GROUP:
      facet = quad_account_view_get_grouping (self->view);
      g_value_set_string (value, quad_facet_words.values[facet].nick);
      break;
    }
}

static void
quad_account_list_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  QuadAccountList *self = QUAD_ACCOUNT_LIST (object);

  switch ((QuadAccountListProperty) property_id)
    {
    case PROP_SORT:
      sort_by (self, g_value_get_string (value));
      break;
    case PROP_GROUP:
      group_by (self, g_value_get_string (value));
      break;
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (QUAD_TYPE_ACCOUNT_FILTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-account-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadAccountList, bar);
  gtk_widget_class_bind_template_child (widget_class, QuadAccountList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, QuadAccountList, filter_button);
  gtk_widget_class_bind_template_child (widget_class, QuadAccountList, filter);
  gtk_widget_class_bind_template_child (widget_class, QuadAccountList, filter_revealer);
  gtk_widget_class_bind_template_child (widget_class, QuadAccountList, filter_label);
  gtk_widget_class_bind_template_child (widget_class, QuadAccountList, filter_summary);
  gtk_widget_class_bind_template_child (widget_class, QuadAccountList, stack);
  gtk_widget_class_bind_template_child (widget_class, QuadAccountList, column_view);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
quad_account_list_class_init (QuadAccountListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quad_account_list_dispose;
  object_class->finalize = quad_account_list_finalize;
  object_class->get_property = quad_account_list_get_property;
  object_class->set_property = quad_account_list_set_property;

  widget_class->focus = quad_account_list_focus;

  /**
   * QuadAccountList:sort:
   *
   * Name of a column and a direction: "revenue-descending".
   */
  properties[PROP_SORT] =
    g_param_spec_string ("sort", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * QuadAccountList:group:
   *
   * The word of the #QuadFacet by which accounts stand together: "vertical"; "none".
   */
  properties[PROP_GROUP] =
    g_param_spec_string ("group", NULL, NULL, "none",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_property_action (widget_class, "accounts.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "accounts.group", "group");
  gtk_widget_class_install_action (widget_class, "accounts.clear-filters", NULL,
                                   clear_filters_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "win.account-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                       "win.account-menu", NULL);

  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "accountlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
quad_account_list_init (QuadAccountList *self)
{
  GtkEventController *shortcuts;
  GtkGesture *menu_gesture;

  self->cells = g_hash_table_new (NULL, NULL);
  self->sort = g_strdup ("");
  self->view = quad_account_view_new (NULL);
  self->rows = quad_account_rows_new (self->view);
  gtk_widget_init_template (GTK_WIDGET (self));
  quad_account_filter_set_view (self->filter, self->view);
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->column_view));

  /* on the rows only: in the search the key deletes a letter */
  shortcuts = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (shortcuts),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                      gtk_named_action_new ("win.delete-accounts")));
  gtk_widget_add_controller (GTK_WIDGET (self->column_view), shortcuts);

  menu_gesture = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu_gesture, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu_gesture));
}

/**
 * quad_account_list_new:
 *
 * Returns: (transfer floating): a list of no book
 */
GtkWidget *
quad_account_list_new (void)
{
  return g_object_new (QUAD_TYPE_ACCOUNT_LIST, NULL);
}

/**
 * quad_account_list_set_selection:
 * @selection: the chosen accounts; once, before a book is set
 */
void
quad_account_list_set_selection (QuadAccountList      *self,
                                 QuadAccountSelection *selection)
{
  g_autoptr (QuadChosenModel) model = NULL;

  g_return_if_fail (QUAD_IS_ACCOUNT_LIST (self));
  g_return_if_fail (self->selection == NULL);

  self->selection = g_object_ref (selection);
  for (guint i = 0; i < QUAD_N_ACCOUNT_COLUMNS; i++)
    add_column (self, i);
  align_titles (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed",
                           G_CALLBACK (follow_sorter_cb), self, G_CONNECT_SWAPPED);
  sort_by (self, "revenue-descending");
  model = quad_chosen_model_new (self->rows, selection);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (model));
}

/**
 * quad_account_list_set_book:
 * @book: (nullable): whose accounts are shown
 */
void
quad_account_list_set_book (QuadAccountList *self,
                            QuadBook        *book)
{
  QuadItemList *accounts = book != NULL ? quad_book_get_accounts (book) : NULL;

  g_return_if_fail (QUAD_IS_ACCOUNT_LIST (self));

  if (self->book == book)
    return;
  if (self->book != NULL)
    {
      g_signal_handlers_disconnect_by_data (quad_book_get_accounts (self->book), self);
      g_signal_handlers_disconnect_by_data (quad_book_get_names (self->book), self);
    }
  /* The cells of the old book's accounts are unbound before it goes. */
  if (book == NULL)
    quad_account_view_set_accounts (self->view, NULL);
  quad_account_filter_clear (self->filter);
  g_set_object (&self->book, book);
  quad_account_view_set_accounts (self->view, accounts);
  if (accounts != NULL)
    {
      g_signal_connect_object (accounts, "items-changed", G_CALLBACK (accounts_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (accounts, "changed", G_CALLBACK (accounts_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (quad_book_get_names (book), "changed",
                               G_CALLBACK (names_changed_cb), self, G_CONNECT_SWAPPED);
    }
  quad_account_filter_set_names (self->filter, book != NULL ? quad_book_get_names (book) : NULL);
  update_filter_bar (self);
}

/**
 * quad_account_list_get_view:
 *
 * Returns: (transfer none): what search and filters let through, in the order of the list
 */
QuadAccountView *
quad_account_list_get_view (QuadAccountList *self)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_LIST (self), NULL);

  return self->view;
}

void
quad_account_list_focus_search (QuadAccountList *self)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

/**
 * quad_account_list_show_tier:
 *
 * Shows the accounts of this tier and no others.
 */
void
quad_account_list_show_tier (QuadAccountList *self,
                             QuadTier         tier)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_LIST (self));
  g_return_if_fail (tier < QUAD_N_TIERS);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  quad_account_filter_show_tier (self->filter, tier);
}

/**
 * quad_account_list_show_profile:
 *
 * Shows the accounts of this profile and no others.
 */
void
quad_account_list_show_profile (QuadAccountList *self,
                                QuadProfile      profile)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_LIST (self));
  g_return_if_fail (profile < QUAD_N_PROFILES);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  quad_account_filter_show_profile (self->filter, profile);
}

/**
 * quad_account_list_show_newer:
 * @id: of an account
 *
 * Shows the accounts that were made after this one and no others.
 */
void
quad_account_list_show_newer (QuadAccountList *self,
                              gint64           id)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_LIST (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  quad_account_filter_show_newer (self->filter, id);
}

/**
 * quad_account_list_set_narrow:
 * @narrow: whether only the columns that tell most are shown
 */
void
quad_account_list_set_narrow (QuadAccountList *self,
                              gboolean         narrow)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_LIST (self));

  gtk_column_view_column_set_visible (self->columns[QUAD_ACCOUNT_COLUMN_SHARE], !narrow);
}

/**
 * quad_account_list_reveal:
 *
 * Scrolls to the row of the account when there is one.
 */
void
quad_account_list_reveal (QuadAccountList *self,
                          QuadAccount     *account)
{
  guint position;

  g_return_if_fail (QUAD_IS_ACCOUNT_LIST (self));

  if (!quad_account_rows_find (self->rows, account, &position))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->column_view));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_BASE (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}
