/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-playbook-panel"

#include "quad-playbook-panel.h"

#include <adwaita.h>

#include "quad-account-facts.h"
#include "quad-contacts-section.h"
#include "quad-fit-section.h"
#include "quad-history-section.h"
#include "quad-i18n.h"
#include "quad-notes-editor.h"
#include "quad-outcome-section.h"
#include "quad-plays-section.h"
#include "quad-profile-badge.h"
#include "quad-profile-menu.h"
#include "quad-several-section.h"
#include "quad-steps-section.h"
#include "quad-touches-section.h"
#include "quad-words.h"

struct _QuadPlaybookPanel
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkStack           *stack;
  GtkScrolledWindow  *scrolled;
  GtkLabel           *title_label;
  GtkLabel           *subtitle_label;
  GtkWidget          *edit_button;
  GtkMenuButton      *profile_button;
  QuadProfileBadge   *profile_badge;
  GtkLabel           *profile_label;
  GtkMenuButton      *tier_button;
  GtkLabel           *tier_label;
  GtkBox             *contradictions_box;
  QuadPanelSection   *outcome_section;
  QuadPanelSection   *fit_section;
  QuadPanelSection   *steps_section;
  QuadPanelSection   *several_section;
  QuadPanelSection   *touches_section;
  QuadPanelSection   *contacts_section;
  GtkWidget          *facts_box;
  GtkGrid            *facts_grid;
  GtkWidget          *notes_box;
  QuadNotesEditor    *notes_editor;
  QuadPanelSection   *history_section;
  QuadPlaysSection   *plays_section;

  /* owned */
  QuadBook             *book;
  QuadAccountSelection *selection;

  /* borrowed: only compared, to know whether another account is shown */
  QuadAccount *shown;

  /* plain */
  QuadOwner owner;          /* whose playbook is shown when no account is chosen */
  guint     refresh_id;
  gboolean  stale;          /* it changed while nobody saw it */
  gboolean  wants_marks;    /* to be focused when it is seen */
};

G_DEFINE_FINAL_TYPE (QuadPlaybookPanel, quad_playbook_panel, GTK_TYPE_WIDGET)

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
name_button (GtkMenuButton *button,
             const char    *format,
             const char    *value)
{
  g_autoptr (GString) name = g_string_new (format);

  g_string_replace (name, "%s", value, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name->str, -1);
}

static void
show_profile (QuadPlaybookPanel *self,
              QuadProfile        profile,
              const char        *label)
{
  quad_profile_badge_set_profile (self->profile_badge, profile, quad_book_get_names (self->book));
  gtk_widget_set_visible (GTK_WIDGET (self->profile_badge), profile != QUAD_PROFILE_NONE);
  gtk_label_set_text (self->profile_label, label);
  /* Translators: name of a button for assistive technology */
  name_button (self->profile_button, _("Profile: %s"), label);
}

static void
show_tier (QuadPlaybookPanel *self,
           const char        *label)
{
  gtk_label_set_text (self->tier_label, label);
  /* Translators: name of a button for assistive technology */
  name_button (self->tier_button, _("Tier: %s"), label);
}

static void
add_contradiction (QuadPlaybookPanel *self,
                   const char        *sentence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (sentence);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "contradiction");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->contradictions_box, box);
}

static void
show_contradictions (QuadPlaybookPanel *self,
                     QuadAccount       *account)
{
  g_autoptr (GPtrArray) found = quad_contradictions_find (account,
                                                           quad_book_get_names (self->book));

  clear_box (self->contradictions_box);
  /* Before anything is added: GTK does not measure a hidden box anew for it. */
  gtk_widget_set_visible (GTK_WIDGET (self->contradictions_box), found->len > 0);
  for (guint i = 0; i < found->len; i++)
    add_contradiction (self, found->pdata[i]);
}

/* The parts that are about one account, and those that are about several. */
static void
show_parts (QuadPlaybookPanel *self,
            gboolean           single)
{
  GtkWidget *of_one[] = {
    self->edit_button,
    GTK_WIDGET (self->outcome_section),
    GTK_WIDGET (self->fit_section),
    GTK_WIDGET (self->steps_section),
    GTK_WIDGET (self->contacts_section),
    self->facts_box,
    self->notes_box,
    GTK_WIDGET (self->history_section),
  };

  for (guint i = 0; i < G_N_ELEMENTS (of_one); i++)
    gtk_widget_set_visible (of_one[i], single);
  gtk_widget_set_visible (GTK_WIDGET (self->several_section), !single);
  gtk_stack_set_visible_child_name (self->stack, "chosen");
}

static void
show_sections (QuadPlaybookPanel *self,
               QuadAccount       *account)
{
  QuadPanelSection *sections[] = { self->outcome_section, self->fit_section, self->steps_section,
                                   self->touches_section, self->contacts_section,
                                   self->history_section };
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();

  g_ptr_array_add (accounts, account);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    quad_panel_section_show (sections[i], self->book, accounts);
}

/* What was looked at last is what the playbook is opened at when nothing is chosen. */
static void
remember_owner (QuadPlaybookPanel *self,
                QuadAccount       *account)
{
  if (!quad_owner_from_profile (quad_account_get_profile (account), &self->owner))
    quad_owner_from_tier (quad_account_get_tier (account), &self->owner);
}

static void
name_menus (QuadPlaybookPanel *self)
{
  const QuadNames *names = self->book != NULL ? quad_book_get_names (self->book) : NULL;
  GtkPopover *popover = gtk_menu_button_get_popover (self->profile_button);
  GMenuModel *tiers = gtk_menu_button_get_menu_model (self->tier_button);

  if (popover != NULL)
    quad_profile_menu_fill (GTK_POPOVER_MENU (popover), names);
  if (tiers != NULL)
    quad_tier_menu_name (tiers, names);
}

static void
show_one (QuadPlaybookPanel *self,
          QuadAccount       *account)
{
  const QuadNames *names = quad_book_get_names (self->book);
  g_autofree char *subtitle = quad_words_describe_account (account, names);
  QuadProfile profile = quad_account_get_profile (account);

  gtk_label_set_text (self->title_label, quad_account_get_name (account));
  gtk_label_set_text (self->subtitle_label, subtitle);
  show_profile (self, profile, quad_names_get_profile (names, profile));
  show_tier (self, quad_words_get_tier_short (quad_account_get_tier (account), names));
  show_contradictions (self, account);
  quad_account_facts_fill (self->facts_grid, self->book, account,
                           quad_outcome_section_list_fields (account));
  remember_owner (self, account);

  show_parts (self, TRUE);
  show_sections (self, account);
  if (self->shown != account)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  self->shown = account;
}

static void
show_several (QuadPlaybookPanel *self,
              GPtrArray         *accounts)
{
  const QuadNames *names = quad_book_get_names (self->book);
  g_autofree char *sum = quad_words_describe_sum (accounts, quad_book_get_currency (self->book));
  QuadProfile profile = quad_account_get_profile (accounts->pdata[0]);
  QuadTier tier = quad_account_get_tier (accounts->pdata[0]);
  gboolean same_profile = TRUE;
  gboolean same_tier = TRUE;

  for (guint i = 1; i < accounts->len; i++)
    {
      same_profile &= quad_account_get_profile (accounts->pdata[i]) == profile;
      same_tier &= quad_account_get_tier (accounts->pdata[i]) == tier;
    }
  gtk_label_set_text (self->title_label, _("Several Accounts"));
  gtk_label_set_text (self->subtitle_label, sum);
  /* Translators: of several chosen accounts, when they do not all have the same profile */
  show_profile (self, same_profile ? profile : QUAD_PROFILE_NONE,
                same_profile ? quad_names_get_profile (names, profile) : _("Profile"));
  /* Translators: of several chosen accounts, when they are not all in the same tier */
  show_tier (self, same_tier ? quad_words_get_tier_short (tier, names) : _("Tier"));
  clear_box (self->contradictions_box);
  gtk_widget_set_visible (GTK_WIDGET (self->contradictions_box), FALSE);

  show_parts (self, FALSE);
  quad_panel_section_show (self->several_section, self->book, accounts);
  quad_panel_section_show (self->touches_section, self->book, accounts);
  self->shown = NULL;
}

static void
show_none (QuadPlaybookPanel *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  gtk_widget_set_visible (GTK_WIDGET (self->plays_section), self->book != NULL);
  if (self->book != NULL)
    {
      quad_plays_section_set_owner (self->plays_section, self->owner);
      quad_panel_section_show (QUAD_PANEL_SECTION (self->plays_section), self->book, none);
    }
  gtk_stack_set_visible_child_name (self->stack, "none");
  self->shown = NULL;
}

static void
refresh (QuadPlaybookPanel *self)
{
  QuadAccount *only = self->book != NULL ? quad_account_selection_get_only (self->selection)
                                         : NULL;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  /* Also while nobody sees it: what was typed is saved with the account it was typed for. */
  quad_notes_editor_set_account (self->notes_editor, self->book, only);
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;

  if (self->book == NULL || quad_account_selection_get_size (self->selection) == 0)
    {
      show_none (self);
    }
  else if (only != NULL)
    {
      show_one (self, only);
    }
  else
    {
      g_autoptr (GPtrArray) accounts = quad_account_selection_get_all (self->selection);

      show_several (self, accounts);
    }
}

static gboolean
refresh_cb (gpointer user_data)
{
  QuadPlaybookPanel *self = user_data;

  self->refresh_id = 0;
  refresh (self);
  if (!self->stale && self->wants_marks)
    {
      self->wants_marks = FALSE;
      if (self->shown != NULL)
        quad_fit_section_show_marks (QUAD_FIT_SECTION (self->fit_section));
    }
  return G_SOURCE_REMOVE;
}

/* Not at once: the row that was pressed may be one of those that go. */
static void
queue_refresh (QuadPlaybookPanel *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

/* Mapped in the middle of a layout, where nothing may ask for another size. */
static void
quad_playbook_panel_map (GtkWidget *widget)
{
  QuadPlaybookPanel *self = QUAD_PLAYBOOK_PANEL (widget);

  GTK_WIDGET_CLASS (quad_playbook_panel_parent_class)->map (widget);
  if (self->stale)
    queue_refresh (self);
}

static void
quad_playbook_panel_dispose (GObject *object)
{
  QuadPlaybookPanel *self = QUAD_PLAYBOOK_PANEL (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), QUAD_TYPE_PLAYBOOK_PANEL);
  g_clear_object (&self->selection);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_playbook_panel_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (QUAD_TYPE_CONTACTS_SECTION);
  g_type_ensure (QUAD_TYPE_FIT_SECTION);
  g_type_ensure (QUAD_TYPE_HISTORY_SECTION);
  g_type_ensure (QUAD_TYPE_NOTES_EDITOR);
  g_type_ensure (QUAD_TYPE_OUTCOME_SECTION);
  g_type_ensure (QUAD_TYPE_PLAYS_SECTION);
  g_type_ensure (QUAD_TYPE_PROFILE_BADGE);
  g_type_ensure (QUAD_TYPE_SEVERAL_SECTION);
  g_type_ensure (QUAD_TYPE_STEPS_SECTION);
  g_type_ensure (QUAD_TYPE_TOUCHES_SECTION);
}

static void
quad_playbook_panel_class_init (QuadPlaybookPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_playbook_panel_dispose;
  widget_class->map = quad_playbook_panel_map;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-playbook-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, scrolled);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, title_label);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, edit_button);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, profile_button);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, profile_badge);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, profile_label);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, tier_button);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, tier_label);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, contradictions_box);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, outcome_section);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, fit_section);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, steps_section);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, several_section);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, touches_section);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, contacts_section);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, facts_box);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, facts_grid);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, notes_box);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, notes_editor);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, history_section);
  gtk_widget_class_bind_template_child (widget_class, QuadPlaybookPanel, plays_section);
  gtk_widget_class_set_css_name (widget_class, "playbookpanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
quad_playbook_panel_init (QuadPlaybookPanel *self)
{
  self->owner = QUAD_OWNER_KEY;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_playbook_panel_new:
 *
 * Returns: (transfer floating): a panel of no book
 */
GtkWidget *
quad_playbook_panel_new (void)
{
  return g_object_new (QUAD_TYPE_PLAYBOOK_PANEL, NULL);
}

/**
 * quad_playbook_panel_set_selection:
 * @selection: the chosen accounts; once
 */
void
quad_playbook_panel_set_selection (QuadPlaybookPanel    *self,
                                   QuadAccountSelection *selection)
{
  g_return_if_fail (QUAD_IS_PLAYBOOK_PANEL (self));
  g_return_if_fail (self->selection == NULL);

  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * quad_playbook_panel_set_book:
 * @book: (nullable): what the chosen accounts belong to
 */
void
quad_playbook_panel_set_book (QuadPlaybookPanel *self,
                              QuadBook          *book)
{
  g_return_if_fail (QUAD_IS_PLAYBOOK_PANEL (self));

  if (self->book == book)
    return;
  if (self->book != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->book, self);
      g_signal_handlers_disconnect_by_data (quad_book_get_names (self->book), self);
    }
  g_set_object (&self->book, book);
  if (book != NULL)
    {
      g_signal_connect_object (book, "changed", G_CALLBACK (queue_refresh), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (quad_book_get_names (book), "changed", G_CALLBACK (name_menus), self,
                               G_CONNECT_SWAPPED);
    }
  name_menus (self);
  refresh (self);
}

/**
 * quad_playbook_panel_set_owner:
 * @owner: the profile or tier that a person looked at last
 *
 * Says whose playbook is shown while no account is chosen. An account that is chosen meanwhile says
 * so too.
 */
void
quad_playbook_panel_set_owner (QuadPlaybookPanel *self,
                               QuadOwner          owner)
{
  g_return_if_fail (QUAD_IS_PLAYBOOK_PANEL (self));
  g_return_if_fail (owner < QUAD_N_OWNERS);

  if (self->owner == owner)
    return;
  self->owner = owner;
  if (self->selection != NULL && quad_account_selection_get_size (self->selection) == 0)
    queue_refresh (self);
}

/**
 * quad_playbook_panel_set_menus:
 * @tiers: of the button that shows the tier
 * @profiles: of the button that shows the profile
 */
void
quad_playbook_panel_set_menus (QuadPlaybookPanel *self,
                               GMenuModel        *tiers,
                               GMenuModel        *profiles)
{
  g_return_if_fail (QUAD_IS_PLAYBOOK_PANEL (self));

  gtk_menu_button_set_menu_model (self->tier_button, tiers);
  gtk_menu_button_set_menu_model (self->profile_button, profiles);
  name_menus (self);
}

/**
 * quad_playbook_panel_save:
 *
 * Puts what was typed in the panel into the book. To be called before the book is undone or closed.
 *
 * Returns: %FALSE when the book could not take it
 */
gboolean
quad_playbook_panel_save (QuadPlaybookPanel  *self,
                          GError            **error)
{
  g_return_val_if_fail (QUAD_IS_PLAYBOOK_PANEL (self), FALSE);

  return quad_notes_editor_save (self->notes_editor, error);
}

/**
 * quad_playbook_panel_show_marks:
 *
 * Shows the marks of an ideal client for the chosen account and moves the focus there, as soon as
 * the panel is seen.
 */
void
quad_playbook_panel_show_marks (QuadPlaybookPanel *self)
{
  g_return_if_fail (QUAD_IS_PLAYBOOK_PANEL (self));

  self->wants_marks = TRUE;
  queue_refresh (self);
}
