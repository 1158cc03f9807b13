/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-duplicates-window"

#include "quad-duplicates-window.h"

#include "quad-background.h"
#include "quad-dialogs.h"
#include "quad-duplicates-search.h"
#include "quad-i18n.h"
#include "quad-merge-view.h"
#include "quad-toast-overlay.h"
#include "quad-wrap-layout.h"

/* So many stand in the list at once; the next ones come in when these are dealt with. */
#define MOST_SHOWN 200

struct _QuadDuplicatesWindow
{
  AdwWindow parent_instance;

  /* template widgets */
  QuadToastOverlay  *toast_overlay;
  AdwLeaflet        *leaflet;
  GtkWidget         *list_page;
  GtkWidget         *pair_page;
  AdwWindowTitle    *list_title;
  AdwWindowTitle    *pair_title;
  GtkListBox        *pair_list;
  GtkStack          *stack;
  GtkScrolledWindow *scrolled;
  QuadMergeView     *merge_view;
  GtkWidget         *skip_button;
  GtkWidget         *apart_button;
  GtkWidget         *merge_button;

  /* owned */
  QuadBook          *book;
  GPtrArray         *pairs;     /* of QuadDuplicate */

  /* plain */
  gint64             last[2];    /* accounts of what was done last: undone, it is shown again */
  gboolean           chosen;     /* a person chose the two */
  gboolean           changing;   /* the book, by this window */
  gboolean           stale;      /* the book changed since the search that is on began */
};

enum
{
  SIGNAL_MERGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadDuplicatesWindow, quad_duplicates_window, ADW_TYPE_WINDOW)

static QuadDuplicate *
get_current (QuadDuplicatesWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->pair_list);

  return row != NULL ? self->pairs->pdata[gtk_list_box_row_get_index (row)] : NULL;
}

static GtkWidget *
make_line (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_row (const QuadDuplicate *pair)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_auto (GStrv) reasons = quad_duplicate_list_reasons (pair);
  g_autofree char *why = g_strjoinv (" · ", reasons);
  g_autofree char *spoken = NULL;
  const char *name = quad_account_get_name (pair->account);
  const char *other = quad_account_get_name (pair->other);
  GtkWidget *reason = make_line (why, "caption");

  gtk_widget_add_css_class (reason, "dim-label");
  gtk_widget_add_css_class (box, "merge-pair");
  gtk_box_append (GTK_BOX (box), make_line (name, NULL));
  gtk_box_append (GTK_BOX (box), make_line (other, NULL));
  gtk_box_append (GTK_BOX (box), reason);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, why);
  /* Translators: names of two accounts, and why they may be one */
  spoken = g_strdup_printf (_("%s and %s. %s"), name, other, why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);

  return row;
}

static void
show_count (QuadDuplicatesWindow *self)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("%u pair", "%u pairs", self->pairs->len), self->pairs->len);
  adw_window_title_set_subtitle (self->list_title, text);
}

static void
update_actions (QuadDuplicatesWindow *self)
{
  gboolean any = get_current (self) != NULL;
  gboolean writable = any && !quad_book_is_read_only (self->book);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "duplicates.merge", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "duplicates.swap", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "duplicates.apart",
                                 writable && !self->chosen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "duplicates.skip", any && !self->chosen);
}

static void
show_current (QuadDuplicatesWindow *self)
{
  const QuadDuplicate *pair = get_current (self);

  update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, pair != NULL ? "pair" : "none");
  adw_window_title_set_title (self->pair_title, pair == NULL ? _("Duplicates")
                                                             : _("Merge Accounts"));
  adw_window_title_set_subtitle (self->pair_title, pair == NULL || self->chosen
                                                     ? NULL
                                                     : quad_duplicate_get_likelihood (pair));
  if (pair == NULL)
    return;
  quad_merge_view_show (self->merge_view, self->book, pair);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

/* Selects the row at a place, or the last one before it. */
static void
select_place (QuadDuplicatesWindow *self,
              int                   place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->pair_list, place);

  if (row == NULL && place > 0)
    row = gtk_list_box_get_row_at_index (self->pair_list,
                                         (int) MIN (self->pairs->len, MOST_SHOWN) - 1);
  gtk_list_box_select_row (self->pair_list, row);
  if (row == NULL)
    show_current (self);
  else if (adw_leaflet_get_visible_child (self->leaflet) == self->list_page
           || !adw_leaflet_get_folded (self->leaflet))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_grab_focus (self->merge_button);
}

static void
fill (QuadDuplicatesWindow *self,
      int                   place)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->pair_list))) != NULL)
    gtk_list_box_remove (self->pair_list, row);
  for (guint i = 0; i < MIN (self->pairs->len, MOST_SHOWN); i++)
    gtk_list_box_append (self->pair_list, make_row (self->pairs->pdata[i]));
  show_count (self);
  select_place (self, place);
}

static gboolean
has_account (const QuadDuplicate *pair,
             gint64               id)
{
  return quad_account_get_id (pair->account) == id || quad_account_get_id (pair->other) == id;
}

/* Takes the pair away, and with @gone all that its other account is in. */
static void
drop_current (QuadDuplicatesWindow *self,
              gboolean              gone)
{
  const QuadDuplicate *current = get_current (self);
  gint64 id = quad_account_get_id (current->other);
  guint place = 0;

  self->last[0] = quad_account_get_id (current->account);
  self->last[1] = id;
  for (guint i = 0; i < self->pairs->len;)
    {
      gboolean is_current = self->pairs->pdata[i] == current;

      if (is_current)
        place = i;
      if (!is_current && !(gone && has_account (self->pairs->pdata[i], id)))
        i++;
      else
        g_ptr_array_remove_index (self->pairs, i);
    }
  fill (self, (int) place);
}

static void
say (QuadDuplicatesWindow *self,
     const char           *title)
{
  quad_toast_overlay_show (self->toast_overlay, title);
  quad_toast_overlay_add_button (self->toast_overlay, _("_Undo"), "duplicates.undo", NULL);
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  QuadDuplicatesWindow *self = QUAD_DUPLICATES_WINDOW (widget);
  const QuadDuplicate *pair = get_current (self);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (pair == NULL)
    return;
  /* Translators: names of two accounts; the first one is gone now */
  title = g_strdup_printf (_("%s is merged into %s"), quad_account_get_name (pair->other),
                           quad_account_get_name (pair->account));
  self->changing = TRUE;
  done = quad_book_merge_accounts (self->book, pair->account, pair->other,
                                   quad_merge_view_get_choices (self->merge_view), &error);
  self->changing = FALSE;
  if (!done)
    {
      quad_dialog_show_error (widget, _("The Accounts Were Not Merged"), error);
      return;
    }
  if (self->chosen)
    {
      g_signal_emit (self, signals[SIGNAL_MERGED], 0, title);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  drop_current (self, TRUE);
  say (self, title);
}

static void
apart_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  QuadDuplicatesWindow *self = QUAD_DUPLICATES_WINDOW (widget);
  const QuadDuplicate *pair = get_current (self);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (pair == NULL)
    return;
  /* Translators: names of two accounts that are not the same one */
  title = g_strdup_printf (_("%s and %s stay apart"), quad_account_get_name (pair->account),
                           quad_account_get_name (pair->other));
  self->changing = TRUE;
  done = quad_book_keep_apart (self->book, pair->account, pair->other, &error);
  self->changing = FALSE;
  if (!done)
    {
      quad_dialog_show_error (widget, _("This Was Not Remembered"), error);
      return;
    }
  drop_current (self, FALSE);
  say (self, title);
}

/* The account that was to go stays, and the choices begin anew. */
static void
swap_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadDuplicatesWindow *self = QUAD_DUPLICATES_WINDOW (widget);
  QuadDuplicate *pair = get_current (self);
  QuadAccount *account;

  if (pair == NULL)
    return;
  account = pair->account;
  pair->account = pair->other;
  pair->other = account;
  show_current (self);
  gtk_widget_child_focus (GTK_WIDGET (self->merge_view), GTK_DIR_TAB_FORWARD);
}

/* To the next one; after the last one comes the first. */
static void
skip_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadDuplicatesWindow *self = QUAD_DUPLICATES_WINDOW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->pair_list);
  int n = (int) MIN (self->pairs->len, MOST_SHOWN);

  if (row != NULL)
    select_place (self, (gtk_list_box_row_get_index (row) + 1) % n);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadDuplicatesWindow *self = QUAD_DUPLICATES_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!quad_book_undo (self->book, &error) && error != NULL)
    quad_dialog_show_error (widget, _("Nothing Was Undone"), error);
}

/* From the two to the list; from the list out. */
static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadDuplicatesWindow *self = QUAD_DUPLICATES_WINDOW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->pair_list);

  if (self->chosen || !adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK))
    gtk_window_close (GTK_WINDOW (self));
  else if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
pair_selected_cb (QuadDuplicatesWindow *self,
                  GtkListBoxRow        *row)
{
  if (row != NULL)
    show_current (self);
}

static void
pair_activated_cb (QuadDuplicatesWindow *self,
                   GtkListBoxRow        *row)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  gtk_widget_child_focus (GTK_WIDGET (self->merge_view), GTK_DIR_TAB_FORWARD);
}

/* The list is one stop of the tabulator. */
static gboolean
list_key_cb (QuadDuplicatesWindow *self,
             guint                 key)
{
  if (key != GDK_KEY_Tab || adw_leaflet_get_folded (self->leaflet) || get_current (self) == NULL)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (self->pair_page, GTK_DIR_TAB_FORWARD);
}

static void
folded_cb (QuadDuplicatesWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  gtk_list_box_set_activate_on_single_click (self->pair_list, folded);
  if (folded && (self->chosen || self->pairs == NULL || self->pairs->len == 0))
    adw_leaflet_set_visible_child (self->leaflet, self->pair_page);
}

static int
find_last (QuadDuplicatesWindow *self)
{
  for (guint i = 0; i < MIN (self->pairs->len, MOST_SHOWN); i++)
    if (has_account (self->pairs->pdata[i], self->last[0])
        && has_account (self->pairs->pdata[i], self->last[1]))
      return (int) i;

  return 0;
}

static void search (QuadDuplicatesWindow *self);

static void
found_cb (GtkWindow    *window,
          GPtrArray    *found,
          const GError *error)
{
  QuadDuplicatesWindow *self = QUAD_DUPLICATES_WINDOW (window);

  if (found == NULL)
    return;
  g_ptr_array_unref (self->pairs);
  self->pairs = found;
  fill (self, find_last (self));
  if (self->stale)
    search (self);
}

static void
search (QuadDuplicatesWindow *self)
{
  self->stale = quad_background_is_busy (GTK_WINDOW (self));
  if (!self->stale)
    quad_duplicates_search (GTK_WINDOW (self), self->book, found_cb);
}

static void
book_changed_cb (QuadDuplicatesWindow *self)
{
  if (!self->changing && !self->chosen)
    search (self);
}

static void
quad_duplicates_window_dispose (GObject *object)
{
  QuadDuplicatesWindow *self = QUAD_DUPLICATES_WINDOW (object);

  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_duplicates_window_parent_class)->dispose (object);
}

static void
quad_duplicates_window_finalize (GObject *object)
{
  QuadDuplicatesWindow *self = QUAD_DUPLICATES_WINDOW (object);

  g_clear_pointer (&self->pairs, g_ptr_array_unref);

  G_OBJECT_CLASS (quad_duplicates_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/app/quadrille/Quadrille/quad-duplicates-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadDuplicatesWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, QuadDuplicatesWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, QuadDuplicatesWindow, list_page);
  gtk_widget_class_bind_template_child (widget_class, QuadDuplicatesWindow, pair_page);
  gtk_widget_class_bind_template_child (widget_class, QuadDuplicatesWindow, list_title);
  gtk_widget_class_bind_template_child (widget_class, QuadDuplicatesWindow, pair_title);
  gtk_widget_class_bind_template_child (widget_class, QuadDuplicatesWindow, pair_list);
  gtk_widget_class_bind_template_child (widget_class, QuadDuplicatesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, QuadDuplicatesWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, QuadDuplicatesWindow, merge_view);
  gtk_widget_class_bind_template_child (widget_class, QuadDuplicatesWindow, skip_button);
  gtk_widget_class_bind_template_child (widget_class, QuadDuplicatesWindow, apart_button);
  gtk_widget_class_bind_template_child (widget_class, QuadDuplicatesWindow, merge_button);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, pair_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pair_selected_cb);
}

static void
quad_duplicates_window_class_init (QuadDuplicatesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_duplicates_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = quad_duplicates_window_finalize;

  /**
   * QuadDuplicatesWindow::merged:
   * @title: what was done, in words
   *
   * Two accounts that a person chose are one now.
   */
  signals[SIGNAL_MERGED] =
    g_signal_new ("merged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (QUAD_TYPE_MERGE_VIEW);
  g_type_ensure (QUAD_TYPE_TOAST_OVERLAY);
  g_type_ensure (QUAD_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "duplicates.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "duplicates.apart", NULL, apart_action);
  gtk_widget_class_install_action (widget_class, "duplicates.swap", NULL, swap_action);
  gtk_widget_class_install_action (widget_class, "duplicates.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "duplicates.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "duplicates.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "duplicates.merge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "duplicates.merge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "duplicates.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "duplicates.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quad_duplicates_window_init (QuadDuplicatesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Takes the pairs. */
static GtkWindow *
open_with (GtkWindow *parent,
           QuadBook  *book,
           GPtrArray *pairs,
           gboolean   chosen)
{
  QuadDuplicatesWindow *self;

  /* A window of the application has its keys, such as Ctrl+Q. */
  self = g_object_new (QUAD_TYPE_DUPLICATES_WINDOW, "transient-for", parent, "application",
                       gtk_window_get_application (parent), NULL);
  quad_dialog_fit_parent (GTK_WINDOW (self), parent);
  self->book = g_object_ref (book);
  self->pairs = pairs;
  self->chosen = chosen;
  gtk_widget_set_visible (self->list_page, !chosen);
  gtk_widget_set_visible (self->skip_button, !chosen);
  gtk_widget_set_visible (self->apart_button, !chosen);
  fill (self, 0);
  folded_cb (self);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WINDOW (self);
}

/**
 * quad_duplicates_window_new:
 * @pairs: (transfer full) (element-type QuadDuplicate): what quad_book_find_duplicates() found
 *
 * Returns: (transfer none): a window with the first of them
 */
GtkWindow *
quad_duplicates_window_new (GtkWindow *parent,
                            QuadBook  *book,
                            GPtrArray *pairs)
{
  g_return_val_if_fail (QUAD_IS_BOOK (book), NULL);
  g_return_val_if_fail (pairs != NULL, NULL);

  return open_with (parent, book, pairs, FALSE);
}

/**
 * quad_duplicates_window_new_for:
 * @account: an account of the book
 * @other: another one
 *
 * Returns: (transfer none): a window with just these two
 */
GtkWindow *
quad_duplicates_window_new_for (GtkWindow   *parent,
                                QuadBook    *book,
                                QuadAccount *account,
                                QuadAccount *other)
{
  GPtrArray *pairs;
  QuadDuplicate *pair;
  gboolean swap;

  g_return_val_if_fail (QUAD_IS_BOOK (book), NULL);
  g_return_val_if_fail (QUAD_IS_ACCOUNT (account) && QUAD_IS_ACCOUNT (other), NULL);

  swap = quad_duplicates_should_keep (other, account);
  pair = g_new0 (QuadDuplicate, 1);
  pair->account = g_object_ref (swap ? other : account);
  pair->other = g_object_ref (swap ? account : other);
  pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) quad_duplicate_free);
  g_ptr_array_add (pairs, pair);

  return open_with (parent, book, pairs, TRUE);
}
