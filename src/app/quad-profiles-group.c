/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-profiles-group"

#include "quad-profiles-group.h"

#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-play-dialog.h"
#include "quad-profiles-row.h"
#include "quad-schedule.h"
#include "quad-trait-dialog.h"

/* As many traits as a person keeps in mind; suggested, never enforced. */
#define TRAITS_LEAST 3
#define TRAITS_MOST  8

/*
 * Rows stay the same ones as long as their items do, so that the focus stays with a row that moves.
 * The order is that of the book, by a sort function of the list.
 */
struct _QuadProfilesGroup
{
  AdwPreferencesGroup parent_instance;

  /* owned */
  QuadBook *book;

  /* borrowed: of the group */
  GtkListBox *list;
  GtkWidget  *add_button;

  /* plain */
  QuadProfilesKind kind;
  QuadOwner        owner;
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadProfilesGroup, quad_profiles_group, ADW_TYPE_PREFERENCES_GROUP)

static GPtrArray *
list_items (QuadProfilesGroup *self)
{
  return self->kind == QUAD_PROFILES_TRAITS ? quad_book_list_traits (self->book, self->owner)
                                            : quad_book_list_plays (self->book, self->owner);
}

static QuadItem *
get_item_at (QuadProfilesGroup *self,
             int                position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, position);

  return row != NULL ? quad_profiles_row_get_item (QUAD_PROFILES_ROW (row)) : NULL;
}

/* Returns: where the row of this item is; -1 for one that is not in the list */
static int
find_position (QuadProfilesGroup *self,
               gint64             id)
{
  QuadItem *item;

  for (int i = 0; (item = get_item_at (self, i)) != NULL; i++)
    if (quad_item_get_id (item) == id)
      return i;
  return -1;
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  QuadProfilesGroup *self = user_data;
  guint field = self->kind == QUAD_PROFILES_TRAITS ? (guint) QUAD_TRAIT_POSITION
                                                   : (guint) QUAD_PLAY_POSITION;
  QuadItem *x = quad_profiles_row_get_item (QUAD_PROFILES_ROW (a));
  QuadItem *y = quad_profiles_row_get_item (QUAD_PROFILES_ROW (b));
  gint64 difference = quad_item_get_number (x, field) - quad_item_get_number (y, field);

  if (difference == 0)
    difference = quad_item_get_id (x) - quad_item_get_id (y);
  return difference < 0 ? -1 : difference > 0;
}

static char *
describe_trait (QuadProfilesGroup *self,
                QuadTrait         *trait)
{
  g_autofree char *rule = quad_trait_describe_rule (trait, quad_book_get_currency (self->book));

  if (rule == NULL)
    rule = g_strdup (_("Answered by hand"));
  if (quad_trait_is_knock_out (trait))
    /* Translators: of a trait: its weight, and how it is answered */
    return g_strdup_printf (_("Weight %u · knock-out · %s"), quad_trait_get_weight (trait), rule);
  /* Translators: of a trait: its weight, and how it is answered */
  return g_strdup_printf (_("Weight %u · %s"), quad_trait_get_weight (trait), rule);
}

static char *
describe_play (QuadPlay *play)
{
  const QuadRecord *values = quad_item_get_values (QUAD_ITEM (play));
  guint minutes = (guint) quad_record_get_number (values, QUAD_PLAY_MINUTES);
  g_autofree char *when = quad_schedule_describe (values);
  g_autofree char *text = NULL;

  if (minutes == 0)
    text = g_steal_pointer (&when);
  else
    /* Translators: of a play: when it is due, and how long it takes */
    text = g_strdup_printf (ngettext ("%s · %u minute", "%s · %u minutes", minutes), when, minutes);
  if (!quad_play_is_archived (play))
    return g_steal_pointer (&text);
  /* Translators: %s is when a play is due and how long it takes; it makes no steps any more */
  return g_strdup_printf (_("Archived · %s"), text);
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
add_section (GMenu *menu,
             GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
make_menu (QuadProfilesGroup *self,
           QuadItem          *item,
           gboolean           first,
           gboolean           last)
{
  gint64 id = quad_item_get_id (item);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) away = g_menu_new ();

  add_item (edit, _("_Edit…"), "items.edit", g_variant_new_int64 (id));
  if (!first)
    add_item (move, _("Move _Up"), "items.move", g_variant_new ("(xi)", id, -1));
  if (!last)
    add_item (move, _("Move _Down"), "items.move", g_variant_new ("(xi)", id, 1));
  if (self->kind == QUAD_PROFILES_PLAYS)
    {
      gboolean archived = quad_play_is_archived (QUAD_PLAY (item));

      add_item (away, archived ? _("_Take Back") : _("_Archive"), "items.archive",
                g_variant_new ("(xb)", id, !archived));
    }
  /* Translators: another letter than that of “Move Down” */
  add_item (away, _("De_lete"), "items.delete", g_variant_new_int64 (id));
  add_section (menu, edit);
  add_section (menu, move);
  add_section (menu, away);
  return G_MENU_MODEL (menu);
}

static void
show_row (QuadProfilesGroup *self,
          QuadProfilesRow   *row,
          gboolean           first,
          gboolean           last)
{
  QuadItem *item = quad_profiles_row_get_item (row);
  g_autoptr (GMenuModel) menu = make_menu (self, item, first, last);
  g_autofree char *subtitle = NULL;

  if (self->kind == QUAD_PROFILES_TRAITS)
    {
      subtitle = describe_trait (self, QUAD_TRAIT (item));
      quad_profiles_row_show (row, quad_trait_get_label (QUAD_TRAIT (item)), subtitle);
    }
  else
    {
      subtitle = describe_play (QUAD_PLAY (item));
      quad_profiles_row_show (row, quad_play_get_title (QUAD_PLAY (item)), subtitle);
      if (quad_play_is_archived (QUAD_PLAY (item)))
        gtk_widget_add_css_class (GTK_WIDGET (row), "archived");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "archived");
    }
  quad_profiles_row_set_menu (row, menu);
}

/* Removes the rows of items that are gone, or that belong to another profile. */
static void
remove_gone (QuadProfilesGroup *self,
             GPtrArray         *items)
{
  for (int i = 0;;)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);
      gboolean focused;

      if (row == NULL)
        return;
      if (g_ptr_array_find (items, quad_profiles_row_get_item (QUAD_PROFILES_ROW (row)), NULL))
        {
          i++;
          continue;
        }
      focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == GTK_WIDGET (row);
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
      /* The focus goes to the row that takes its place, or to the last one. */
      row = gtk_list_box_get_row_at_index (self->list, i);
      if (row == NULL && i > 0)
        row = gtk_list_box_get_row_at_index (self->list, i - 1);
      if (focused)
        gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add_button);
    }
}

static void
add_missing (QuadProfilesGroup *self,
             GPtrArray         *items)
{
  for (guint i = 0; i < items->len; i++)
    if (find_position (self, quad_item_get_id (items->pdata[i])) < 0)
      gtk_list_box_append (self->list, quad_profiles_row_new (items->pdata[i]));
}

static const char *
describe_kind (QuadProfilesGroup *self)
{
  if (self->kind == QUAD_PROFILES_PLAYS)
    return _("What is done with every account, once for all. On an account a play becomes a step.");
  if (self->owner == QUAD_OWNER_IDEAL)
    return _("What makes a prospect an ideal client. The heavier a mark, the more it counts.");
  return _("What an account of this profile is like. The heavier a trait, the more it counts.");
}

static void
describe (QuadProfilesGroup *self,
          guint              n)
{
  gboolean unusual = self->kind == QUAD_PROFILES_TRAITS && (n < TRAITS_LEAST || n > TRAITS_MOST);
  g_autofree char *hint = NULL;
  g_autofree char *escaped = NULL;

  if (unusual && self->owner == QUAD_OWNER_IDEAL)
    hint = g_strdup_printf (ngettext ("Three to eight marks are easiest to keep in mind. There "
                                      "is %u.",
                                      "Three to eight marks are easiest to keep in mind. There "
                                      "are %u.", n), n);
  else if (unusual)
    hint = g_strdup_printf (ngettext ("Three to eight traits are easiest to keep in mind. There "
                                      "is %u.",
                                      "Three to eight traits are easiest to keep in mind. There "
                                      "are %u.", n), n);
  escaped = g_markup_escape_text (unusual ? hint : describe_kind (self), -1);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), escaped);
}

static void
show_error (QuadProfilesGroup *self,
            const GError      *error)
{
  quad_dialog_show_error (GTK_WIDGET (self), _("The Playbook Was Not Changed"), error);
}

static void
move_to (QuadProfilesGroup *self,
         QuadItem          *item,
         guint              position)
{
  g_autoptr (GError) error = NULL;
  gboolean moved;

  if (self->kind == QUAD_PROFILES_TRAITS)
    moved = quad_book_move_trait (self->book, QUAD_TRAIT (item), position, &error);
  else
    moved = quad_book_move_play (self->book, QUAD_PLAY (item), position, &error);
  if (!moved)
    show_error (self, error);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadProfilesGroup *self = QUAD_PROFILES_GROUP (widget);
  int position, step;
  gint64 id;

  g_variant_get (parameter, "(xi)", &id, &step);
  position = find_position (self, id);
  if (position < 0 || position + step < 0 || get_item_at (self, position + step) == NULL)
    return;
  move_to (self, get_item_at (self, position), (guint) (position + step));
}

static void
drop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadProfilesGroup *self = QUAD_PROFILES_GROUP (widget);
  gint64 dragged, target;
  gboolean below;
  int from, to;

  g_variant_get (parameter, "(xxb)", &dragged, &target, &below);
  from = find_position (self, dragged);
  to = find_position (self, target);
  if (from < 0 || to < 0)
    return;
  to += below;
  if (to > from)        /* its own place closes up */
    to--;
  move_to (self, get_item_at (self, from), (guint) to);
}

static void
open_dialog (QuadProfilesGroup *self,
             QuadItem          *item)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (self->kind == QUAD_PROFILES_TRAITS)
    gtk_window_present (quad_trait_dialog_new (window, self->book, self->owner,
                                               (QuadTrait *) item));
  else
    gtk_window_present (quad_play_dialog_new (window, self->book, self->owner, (QuadPlay *) item));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  open_dialog (QUAD_PROFILES_GROUP (widget), NULL);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadProfilesGroup *self = QUAD_PROFILES_GROUP (widget);
  int position = find_position (self, g_variant_get_int64 (parameter));

  if (position >= 0)
    open_dialog (self, get_item_at (self, position));
}

/* How many open steps go with a play that goes. */
static guint
count_steps (QuadProfilesGroup *self,
             QuadItem          *play)
{
  guint accounts, steps;

  return quad_book_count_play (self->book, QUAD_PLAY (play), &accounts, &steps, NULL) ? steps : 0;
}

static void
archive_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  QuadProfilesGroup *self = QUAD_PROFILES_GROUP (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean archived;
  guint n_steps;
  int position;
  gint64 id;

  g_variant_get (parameter, "(xb)", &id, &archived);
  position = find_position (self, id);
  if (position < 0)
    return;
  n_steps = count_steps (self, get_item_at (self, position));
  if (!quad_book_archive_play (self->book, QUAD_PLAY (get_item_at (self, position)), archived,
                               &error))
    {
      show_error (self, error);
      return;
    }
  if (!archived)
    text = g_strdup (_("The play is taken back, for accounts that come from now on"));
  else if (n_steps == 0)
    text = g_strdup (_("The play is archived"));
  else
    text = g_strdup_printf (ngettext ("The play is archived, and %u open step of it is gone",
                                      "The play is archived, and %u open steps of it are gone",
                                      n_steps), n_steps);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, text);
}

static char *
describe_deleted (QuadProfilesGroup *self,
                  guint              n_steps)
{
  if (self->kind == QUAD_PROFILES_TRAITS)
    return g_strdup (_("The trait is deleted, with its answers"));
  if (n_steps == 0)
    return g_strdup (_("The play is deleted"));
  return g_strdup_printf (ngettext ("The play is deleted, and %u open step of it is gone",
                                    "The play is deleted, and %u open steps of it are gone",
                                    n_steps), n_steps);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  QuadProfilesGroup *self = QUAD_PROFILES_GROUP (widget);
  int position = find_position (self, g_variant_get_int64 (parameter));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean traits = self->kind == QUAD_PROFILES_TRAITS;
  QuadItem *item;

  if (position < 0)
    return;
  item = get_item_at (self, position);
  text = describe_deleted (self, traits ? 0 : count_steps (self, item));
  if (traits ? quad_book_delete_trait (self->book, QUAD_TRAIT (item), &error)
             : quad_book_delete_play (self->book, QUAD_PLAY (item), &error))
    g_signal_emit (self, signals[SIGNAL_DONE], 0, text);
  else
    show_error (self, error);
}

static void
quad_profiles_group_dispose (GObject *object)
{
  QuadProfilesGroup *self = QUAD_PROFILES_GROUP (object);

  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_profiles_group_parent_class)->dispose (object);
}

static void
quad_profiles_group_class_init (QuadProfilesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_profiles_group_dispose;

  /**
   * QuadProfilesGroup::done:
   * @text: what was done, for a toast that undoes it
   *
   * Something was archived or deleted.
   */
  signals[SIGNAL_DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "items.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "items.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "items.move", "(xi)", move_action);
  gtk_widget_class_install_action (widget_class, "items.drop", "(xxb)", drop_action);
  gtk_widget_class_install_action (widget_class, "items.archive", "(xb)", archive_action);
  gtk_widget_class_install_action (widget_class, "items.delete", "x", delete_action);
}

static void
quad_profiles_group_init (QuadProfilesGroup *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));

  self->add_button = gtk_button_new ();
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_button), "items.add");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
}

/**
 * quad_profiles_group_new:
 *
 * Returns: (transfer floating): a group without rows
 */
GtkWidget *
quad_profiles_group_new (QuadProfilesKind  kind,
                         QuadBook         *book)
{
  QuadProfilesGroup *self = g_object_new (QUAD_TYPE_PROFILES_GROUP, NULL);

  self->kind = kind;
  self->book = g_object_ref (book);
  return GTK_WIDGET (self);
}

static void
name (QuadProfilesGroup *self)
{
  const char *title, *add;

  if (self->kind == QUAD_PROFILES_PLAYS)
    {
      title = _("Plays");
      add = _("Add Play…");
    }
  else if (self->owner == QUAD_OWNER_IDEAL)
    {
      title = _("Marks");
      add = _("Add Mark…");
    }
  else
    {
      title = _("Traits");
      add = _("Add Trait…");
    }
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  gtk_button_set_label (GTK_BUTTON (self->add_button), add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

/**
 * quad_profiles_group_show:
 * @owner: a profile or tier
 *
 * Shows what the book has of it now.
 */
void
quad_profiles_group_show (QuadProfilesGroup *self,
                          QuadOwner          owner)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (QUAD_IS_PROFILES_GROUP (self));

  self->owner = owner;
  items = list_items (self);
  name (self);
  describe (self, items->len);
  remove_gone (self, items);
  add_missing (self, items);
  gtk_list_box_invalidate_sort (self->list);
  for (guint i = 0; i < items->len; i++)
    show_row (self, QUAD_PROFILES_ROW (gtk_list_box_get_row_at_index (self->list, (int) i)), i == 0,
              i + 1 == items->len);
  gtk_widget_set_visible (GTK_WIDGET (self->list), items->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), self->kind == QUAD_PROFILES_PLAYS
                                             || quad_owner_has_traits (owner));
}
