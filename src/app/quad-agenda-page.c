/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-agenda-page"

#include "quad-agenda-page-private.h"

#include <adwaita.h>
#include <string.h>

#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-profile-menu.h"
#include "quad-steps.h"

/* How many items are loaded at first, and with each "Show More" in addition. */
#define PAGE_SIZE 400

/*
 * The book is asked again after each operation, as long as somebody looks; what is the same as
 * before stays in its place, so that the list neither jumps nor loses what is chosen. When the row
 * with the focus leaves, the focus goes to the next one.
 */
typedef enum
{
  PROP_N_DUE = 1,
} QuadAgendaPageProperty;

static GParamSpec *properties[PROP_N_DUE + 1];

enum
{
  SIGNAL_ANNOUNCED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadAgendaPage, quad_agenda_page, GTK_TYPE_WIDGET)

/* Whether both are about the same thing, due on the same day. */
static gboolean
is_about_same (QuadAgendaItem *a,
               QuadAgendaItem *b)
{
  QuadStep *step_a = quad_agenda_item_get_step (a);
  QuadStep *step_b = quad_agenda_item_get_step (b);

  return quad_agenda_item_get_kind (a) == quad_agenda_item_get_kind (b)
         && quad_agenda_item_get_account (a) == quad_agenda_item_get_account (b)
         && quad_agenda_item_get_due (a) == quad_agenda_item_get_due (b)
         && (step_a == NULL || quad_step_get_id (step_a) == quad_step_get_id (step_b));
}

static gboolean
is_same (QuadAgendaItem *a,
         QuadAgendaItem *b)
{
  return is_about_same (a, b)
         && quad_agenda_item_get_group (a) == quad_agenda_item_get_group (b)
         && strcmp (quad_agenda_item_get_title (a), quad_agenda_item_get_title (b)) == 0;
}

static guint
read_checks (GtkCheckButton **checks,
             guint            n)
{
  guint mask = 0;

  for (guint i = 0; i < n; i++)
    if (gtk_check_button_get_active (checks[i]))
      mask |= 1u << i;
  return mask;
}

static void
read_filter (QuadAgendaPage   *self,
             QuadAgendaFilter *filter)
{
  *filter = (QuadAgendaFilter) {
    .tiers = read_checks (self->tier_checks, QUAD_N_TIERS),
    .profiles = read_checks (self->profile_checks, QUAD_N_PROFILES),
    .kinds = read_checks (self->kind_checks, QUAD_N_AGENDA_KINDS),
  };
}

static gboolean
is_filtered (QuadAgendaPage *self)
{
  QuadAgendaFilter filter;

  read_filter (self, &filter);
  return filter.tiers != 0 || filter.profiles != 0 || filter.kinds != 0;
}

static void
update_page (QuadAgendaPage *self)
{
  gboolean filtered = is_filtered (self);
  gboolean empty = quad_agenda_page_get_n_items (self) == 0;

  gtk_stack_set_visible_child_name (self->stack,
                                    !empty ? "items" : filtered ? "nothing" : "empty");
  gtk_widget_set_visible (self->more_button, self->more);
  if (filtered)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "filtered");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "filtered");
}

/* Replaces only what lies between the first and the last difference. */
static void
take_items (QuadAgendaPage *self,
            GPtrArray      *items)
{
  guint n_old = quad_agenda_page_get_n_items (self);
  guint first = 0, last = 0;

  while (first < MIN (n_old, items->len)
         && is_same (quad_agenda_page_peek_item (self, first), items->pdata[first]))
    first++;
  while (last < MIN (n_old, items->len) - first
         && is_same (quad_agenda_page_peek_item (self, n_old - 1 - last),
                     items->pdata[items->len - 1 - last]))
    last++;
  memset (self->n_in_group, 0, sizeof self->n_in_group);
  for (guint i = 0; i < items->len; i++)
    self->n_in_group[quad_agenda_item_get_group (items->pdata[i])]++;
  if (first + last < MAX (n_old, items->len))
    g_list_store_splice (self->items, first, n_old - first - last, items->pdata + first,
                         items->len - first - last);
}

/* What was chosen and is there still is chosen. */
static void
restore_chosen (QuadAgendaPage *self,
                GPtrArray      *chosen)
{
  guint position;

  for (guint i = 0; i < chosen->len; i++)
    if (quad_agenda_page_find_item (self, chosen->pdata[i], &position)
        && !gtk_selection_model_is_selected (self->chosen, position))
      gtk_selection_model_select_item (self->chosen, position, FALSE);
}

static GPtrArray *
load_items (QuadAgendaPage *self)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  QuadAgendaFilter filter;

  self->more = FALSE;
  if (self->book == NULL)
    return g_ptr_array_new ();
  read_filter (self, &filter);
  items = quad_book_load_agenda_part (self->book, &filter, self->most, &self->more, &error);
  if (items != NULL)
    return g_steal_pointer (&items);
  quad_dialog_show_error (GTK_WIDGET (self), _("The Agenda Cannot Be Shown"), error);
  return g_ptr_array_new ();
}

static void
refresh_items (QuadAgendaPage *self)
{
  g_autoptr (GPtrArray) order = quad_agenda_page_list_from_focus (self);
  g_autoptr (GPtrArray) chosen = quad_agenda_page_get_chosen (self);
  g_autoptr (GPtrArray) items = load_items (self);

  self->stale = FALSE;
  self->today = self->book != NULL ? quad_book_get_today (self->book) : QUAD_DATE_NONE;
  take_items (self, items);
  restore_chosen (self, chosen);
  quad_agenda_page_update_rows (self);
  update_page (self);
  quad_agenda_page_restore_focus (self, order);
  quad_agenda_page_update_actions (self);
}

static void
count (QuadAgendaPage *self)
{
  g_autofree char *summary = NULL;
  g_autoptr (GError) error = NULL;
  guint overdue = 0, today = 0;

  if (self->book != NULL && !quad_book_count_agenda (self->book, &overdue, &today, &error))
    {
      /* What cannot be counted cannot be loaded either, and is said then. */
      overdue = today = 0;
    }
  if (overdue != self->n_overdue || today != self->n_today)
    {
      self->n_overdue = overdue;
      self->n_today = today;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DUE]);
    }
  summary = quad_agenda_page_describe_due (self);
  gtk_label_set_text (self->summary_label, summary);
}

static void
book_changed_cb (QuadAgendaPage *self)
{
  count (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh_items (self);
  else
    self->stale = TRUE;
}

static void
filter_toggled_cb (QuadAgendaPage *self)
{
  self->most = PAGE_SIZE;
  refresh_items (self);
}

static GtkCheckButton *
add_check (QuadAgendaPage *self,
           GtkBox         *box,
           const char     *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_signal_connect_swapped (check, "toggled", G_CALLBACK (filter_toggled_cb), self);
  gtk_box_append (box, check);
  return GTK_CHECK_BUTTON (check);
}

static void
show_names (QuadAgendaPage *self)
{
  const QuadNames *names = self->book != NULL ? quad_book_get_names (self->book) : NULL;

  for (guint i = 0; i < QUAD_N_TIERS; i++)
    gtk_check_button_set_label (self->tier_checks[i], quad_names_get_box (names, i));
  for (guint i = 0; i < QUAD_N_PROFILES; i++)
    gtk_check_button_set_label (self->profile_checks[i], quad_names_get_profile (names, i));
  quad_tier_menu_name (self->revisit_menu, names);
}

static void
add_checks (QuadAgendaPage *self)
{
  for (guint i = 0; i < QUAD_N_AGENDA_KINDS; i++)
    self->kind_checks[i] = add_check (self, self->kind_box,
                                      _(quad_agenda_kind_words.values[i].plural));
  for (guint i = 0; i < QUAD_N_TIERS; i++)
    self->tier_checks[i] = add_check (self, self->tier_box, NULL);
  for (guint i = QUAD_PROFILE_KEEP; i < QUAD_N_PROFILES; i++)
    self->profile_checks[i] = add_check (self, self->profile_box, NULL);
  self->profile_checks[QUAD_PROFILE_NONE] = add_check (self, self->profile_box, NULL);
  show_names (self);
}

/* The accounts of what is chosen, each once. */
static void
choose_accounts (QuadAgendaPage *self)
{
  g_autoptr (GPtrArray) chosen = quad_agenda_page_get_chosen (self);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < chosen->len; i++)
    {
      QuadAccount *account = quad_agenda_item_get_account (chosen->pdata[i]);

      if (g_hash_table_add (seen, account))
        g_ptr_array_add (accounts, account);
    }
  if (accounts->len > 0)
    quad_account_selection_set (self->selection, accounts);
}

static void
chosen_changed_cb (QuadAgendaPage *self)
{
  choose_accounts (self);
  quad_agenda_page_update_actions (self);
}

static void
show_all_cb (QuadAgendaPage *self)
{
  for (guint i = 0; i < QUAD_N_AGENDA_KINDS; i++)
    gtk_check_button_set_active (self->kind_checks[i], FALSE);
  for (guint i = 0; i < QUAD_N_TIERS; i++)
    gtk_check_button_set_active (self->tier_checks[i], FALSE);
  for (guint i = 0; i < QUAD_N_PROFILES; i++)
    gtk_check_button_set_active (self->profile_checks[i], FALSE);
}

static void
show_more_cb (QuadAgendaPage *self)
{
  guint n = quad_agenda_page_get_n_items (self);

  self->most += PAGE_SIZE;
  refresh_items (self);
  if (n < quad_agenda_page_get_n_items (self))
    quad_agenda_page_focus_row (self, n);
}

static void
quad_agenda_page_map (GtkWidget *widget)
{
  QuadAgendaPage *self = QUAD_AGENDA_PAGE (widget);

  GTK_WIDGET_CLASS (quad_agenda_page_parent_class)->map (widget);
  if (self->stale)
    refresh_items (self);
}

/* Tab leaves the rows, which it would walk through one by one; the arrows walk. */
static gboolean
quad_agenda_page_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  QuadAgendaPage *self = QUAD_AGENDA_PAGE (widget);
  gboolean in_rows = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view)) != NULL;

  if (in_rows && direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_get_visible (self->more_button)
           && gtk_widget_get_focus_child (GTK_WIDGET (self)) != self->more_button
           && gtk_widget_grab_focus (self->more_button);
  if (in_rows && direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (self->bar, direction);
  return GTK_WIDGET_CLASS (quad_agenda_page_parent_class)->focus (widget, direction);
}

static gboolean
quad_agenda_page_grab_focus (GtkWidget *widget)
{
  QuadAgendaPage *self = QUAD_AGENDA_PAGE (widget);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->chosen);

  if (quad_agenda_page_get_n_items (self) == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->filter_button));
  quad_agenda_page_focus_row (self, gtk_bitset_is_empty (selected)
                                      ? 0 : gtk_bitset_get_minimum (selected));
  return TRUE;
}

static void
quad_agenda_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  QuadAgendaPage *self = QUAD_AGENDA_PAGE (object);

  switch ((QuadAgendaPageProperty) property_id)
    {
    case PROP_N_DUE:
      g_value_set_uint (value, quad_agenda_page_get_due (self, NULL));
      break;
    }
}

static void
quad_agenda_page_dispose (GObject *object)
{
  QuadAgendaPage *self = QUAD_AGENDA_PAGE (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->menu_order, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), QUAD_TYPE_AGENDA_PAGE);
  g_clear_object (&self->chosen);
  g_clear_object (&self->items);
  g_clear_object (&self->selection);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_agenda_page_parent_class)->dispose (object);
}

static void
quad_agenda_page_finalize (GObject *object)
{
  QuadAgendaPage *self = QUAD_AGENDA_PAGE (object);

  g_hash_table_unref (self->rows);

  G_OBJECT_CLASS (quad_agenda_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-agenda-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaPage, bar);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaPage, kind_box);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaPage, tier_box);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaPage, profile_box);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaPage, step_menu);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaPage, revisit_menu);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaPage, decide_menu);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaPage, mixed_menu);
  gtk_widget_class_bind_template_child (widget_class, QuadAgendaPage, snooze_menu);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_more_cb);
}

static void
quad_agenda_page_class_init (QuadAgendaPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quad_agenda_page_dispose;
  object_class->finalize = quad_agenda_page_finalize;
  object_class->get_property = quad_agenda_page_get_property;

  widget_class->map = quad_agenda_page_map;
  widget_class->focus = quad_agenda_page_focus;
  widget_class->grab_focus = quad_agenda_page_grab_focus;

  /**
   * QuadAgendaPage:n-due:
   *
   * How many are overdue or due today, whatever the filters let through.
   */
  properties[PROP_N_DUE] = g_param_spec_uint ("n-due", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                              | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * QuadAgendaPage::announced:
   * @title: what was done
   */
  signals[SIGNAL_ANNOUNCED] = g_signal_new ("announced", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                            1, G_TYPE_STRING);

  bind_template (widget_class);
  quad_agenda_page_rows_install (widget_class);
  quad_agenda_page_actions_install (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "win.open-account", NULL);
  gtk_widget_class_set_css_name (widget_class, "agendapage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
quad_agenda_page_init (QuadAgendaPage *self)
{
  self->most = PAGE_SIZE;
  self->rows = g_hash_table_new (NULL, NULL);
  self->items = g_list_store_new (QUAD_TYPE_AGENDA_ITEM);
  self->chosen = GTK_SELECTION_MODEL (gtk_multi_selection_new (
    G_LIST_MODEL (g_object_ref (self->items))));
  gtk_widget_init_template (GTK_WIDGET (self));
  add_checks (self);
  g_signal_connect_object (self->chosen, "selection-changed", G_CALLBACK (chosen_changed_cb), self,
                           G_CONNECT_SWAPPED);
  quad_agenda_page_rows_init (self);
  quad_agenda_page_update_actions (self);
}

/**
 * quad_agenda_page_new:
 *
 * Returns: (transfer floating): an agenda of no book
 */
GtkWidget *
quad_agenda_page_new (void)
{
  return g_object_new (QUAD_TYPE_AGENDA_PAGE, NULL);
}

/**
 * quad_agenda_page_set_selection:
 * @selection: the chosen accounts; once, before a book is set
 */
void
quad_agenda_page_set_selection (QuadAgendaPage       *self,
                                QuadAccountSelection *selection)
{
  g_return_if_fail (QUAD_IS_AGENDA_PAGE (self));
  g_return_if_fail (self->selection == NULL);

  self->selection = g_object_ref (selection);
}

/**
 * quad_agenda_page_set_book:
 * @book: (nullable): whose agenda is shown
 */
void
quad_agenda_page_set_book (QuadAgendaPage *self,
                           QuadBook       *book)
{
  g_return_if_fail (QUAD_IS_AGENDA_PAGE (self));

  if (self->book == book)
    return;
  if (self->book != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->book, self);
      g_signal_handlers_disconnect_by_data (quad_book_get_names (self->book), self);
    }
  /* The rows of the old book go before it does. */
  g_list_store_remove_all (self->items);
  g_set_object (&self->book, book);
  self->most = PAGE_SIZE;
  if (book != NULL)
    {
      g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (quad_book_get_names (book), "changed", G_CALLBACK (show_names), self,
                               G_CONNECT_SWAPPED);
    }
  show_names (self);
  book_changed_cb (self);
}

/**
 * quad_agenda_page_get_due:
 * @overdue: (out) (optional): how many of them should have been done before today
 *
 * Returns: how many are overdue or due today
 */
guint
quad_agenda_page_get_due (QuadAgendaPage *self,
                          guint          *overdue)
{
  g_return_val_if_fail (QUAD_IS_AGENDA_PAGE (self), 0);

  if (overdue != NULL)
    *overdue = self->n_overdue;
  return self->n_overdue + self->n_today;
}

/**
 * quad_agenda_page_describe_due:
 *
 * Returns: (transfer full): "3 overdue, 2 due today"
 */
char *
quad_agenda_page_describe_due (QuadAgendaPage *self)
{
  g_autofree char *overdue = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (QUAD_IS_AGENDA_PAGE (self), NULL);

  overdue = g_strdup_printf (ngettext ("%u overdue", "%u overdue", self->n_overdue),
                             self->n_overdue);
  today = g_strdup_printf (ngettext ("%u due today", "%u due today", self->n_today),
                           self->n_today);
  if (self->n_overdue == 0 && self->n_today == 0)
    return g_strdup (_("Nothing is due today"));
  if (self->n_overdue == 0)
    return g_steal_pointer (&today);
  if (self->n_today == 0)
    return g_steal_pointer (&overdue);
  /* Translators: "3 overdue", "2 due today" */
  return g_strdup_printf (_("%s, %s"), overdue, today);
}

guint
quad_agenda_page_get_n_items (QuadAgendaPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

/* Returns: (transfer none) (nullable): the item; the list keeps it */
QuadAgendaItem *
quad_agenda_page_peek_item (QuadAgendaPage *self,
                            guint           position)
{
  g_autoptr (QuadAgendaItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return item;
}

/* Finds what is about the same thing and due on the same day: what is put off has left. */
gboolean
quad_agenda_page_find_item (QuadAgendaPage *self,
                            QuadAgendaItem *wanted,
                            guint          *position)
{
  return g_list_store_find_with_equal_func (self->items, wanted, (GEqualFunc) is_about_same,
                                            position);
}

/* Returns: (transfer full) (element-type QuadAgendaItem): what is chosen, in order */
GPtrArray *
quad_agenda_page_get_chosen (QuadAgendaPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->chosen);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (chosen, g_list_model_get_item (G_LIST_MODEL (self->items), position));
  return chosen;
}

void
quad_agenda_page_announce (QuadAgendaPage *self,
                           const char     *title)
{
  g_signal_emit (self, signals[SIGNAL_ANNOUNCED], 0, title);
}
