/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-align-window"

#include "quad-align-window.h"

#include <math.h>

#include "quad-account-facts.h"
#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-profile-badge.h"
#include "quad-words.h"

/* What stands in the row of one profile. */
typedef struct
{
  GtkWidget *row;
  GtkWidget *bar;
  GtkWidget *share;
  GtkWidget *proposed;
  GtkWidget *chosen;
} ProfileRow;

/*
 * The focus rests on the account: its single keys, Space and Enter come to the window then. On a
 * button Space and Enter belong to the button, the letters still to the window.
 */
struct _QuadAlignWindow
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle    *window_title;
  GtkProgressBar    *progress_bar;
  GtkScrolledWindow *scrolled;
  GtkWidget         *account_box;
  GtkLabel          *name_label;
  GtkLabel          *cause_label;
  GtkLabel          *reason_label;
  GtkListBox        *profile_list;
  GtkGrid           *facts_grid;
  GtkWidget         *accept_button;
  GtkLabel          *accept_label;

  /* owned */
  QuadBook    *book;
  GPtrArray   *alignments;
  QuadProfile *decisions;           /* of each; QUAD_PROFILE_NONE: none yet */
  QuadProfile *taken_back;          /* what they were */

  /* borrowed: of the list */
  ProfileRow rows[QUAD_N_PROFILES];

  /* plain */
  guint    position;
  guint    n_taken_back;            /* from the position on, to be taken again */
  gboolean finished;
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadAlignWindow, quad_align_window, ADW_TYPE_WINDOW)

static const QuadAlignment *
get_current (QuadAlignWindow *self)
{
  return self->alignments->pdata[self->position];
}

static const char *
get_profile_name (QuadAlignWindow *self,
                  QuadProfile      profile)
{
  QuadOwner owner;

  return quad_owner_from_profile (profile, &owner) ? quad_book_get_owner_name (self->book, owner)
                                                   : "";
}

static char *
describe_cause (QuadAlignWindow     *self,
                const QuadAlignment *alignment)
{
  QuadAccount *account = alignment->account;
  const QuadNames *names = quad_book_get_names (self->book);
  g_autoptr (GPtrArray) contradictions = quad_contradictions_find (account, names);
  const char *tier = quad_names_get_tier (names, quad_account_get_tier (account));
  const char *profile = get_profile_name (self, quad_account_get_profile (account));

  switch (alignment->cause)
    {
    case QUAD_ALIGN_MISSING:
      /* Translators: %s is a tier: "Key account without a profile" */
      return g_strdup_printf (_("%s without a profile"), tier);
    case QUAD_ALIGN_CONTRADICTION:
      /* Translators: a tier, and a sentence that contradicts it: "Key account · Attain is ..." */
      return contradictions->len > 0
               ? g_strdup_printf (_("%s · %s"), tier, (char *) contradictions->pdata[0])
               : g_strdup (tier);
    case QUAD_ALIGN_BETTER:
      /* Translators: a tier and a profile: "Key account with the profile Keep; another one ..." */
      return g_strdup_printf (_("%s with the profile %s; another one fits clearly better"), tier,
                              profile);
    }
  g_return_val_if_reached (NULL);
}

static void
show_profile (QuadAlignWindow *self,
              QuadProfile      profile,
              const QuadFits  *fits)
{
  const ProfileRow *row = &self->rows[profile];
  const QuadFit *fit;
  g_autofree char *text = NULL;
  gboolean compared;
  QuadOwner owner;

  if (!quad_owner_from_profile (profile, &owner))
    return;
  fit = &fits->of[owner];
  compared = fit->traits > 0 && !isnan (fit->share);
  text = quad_words_describe_fit (fit);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (row->bar), compared ? fit->share : 0);
  gtk_widget_set_visible (row->bar, compared);
  gtk_label_set_text (GTK_LABEL (row->share), text);
  gtk_widget_set_visible (row->share, compared);
  gtk_widget_set_visible (row->proposed, get_current (self)->proposed == profile);
  gtk_widget_set_opacity (row->chosen, self->decisions[self->position] == profile ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_profile_name (self, profile),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
show_fits (QuadAlignWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadFits) fits = quad_book_load_fits (self->book, get_current (self)->account,
                                                   &error);

  /* Without them the account can still be decided by its facts. */
  if (fits == NULL)
    {
      gtk_label_set_text (self->reason_label, error->message);
      return;
    }
  for (guint profile = QUAD_PROFILE_KEEP; profile < QUAD_N_PROFILES; profile++)
    show_profile (self, profile, fits);
}

static void
show_progress (QuadAlignWindow *self)
{
  g_autofree char *text = NULL;

  /* Translators: which account of how many */
  text = g_strdup_printf (_("%u of %u"), self->position + 1, self->alignments->len);
  adw_window_title_set_subtitle (self->window_title, text);
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 (double) self->position / self->alignments->len);
}

static void
show_current (QuadAlignWindow *self)
{
  const QuadAlignment *current = get_current (self);
  g_autofree char *cause = describe_cause (self, current);
  g_autofree char *accept = NULL;
  g_autofree char *spoken = NULL;

  show_progress (self);
  gtk_label_set_text (self->name_label, quad_account_get_name (current->account));
  gtk_label_set_text (self->cause_label, cause);
  gtk_label_set_text (self->reason_label, current->reason);
  quad_account_facts_fill (self->facts_grid, self->book, current->account, 0);
  /* Translators: %s is the profile that is proposed */
  accept = g_strdup_printf (_("Set %s"), get_profile_name (self, current->proposed));
  gtk_label_set_text (self->accept_label, accept);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->accept_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, accept, -1);
  show_fits (self);
  /* Translators: what is said of an account: the cause to look at it, the reason of the proposal */
  spoken = g_strdup_printf (g_str_has_suffix (cause, ".") ? _("%s %s.") : _("%s. %s."), cause,
                            current->reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->account_box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  quad_account_get_name (current->account),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "align.back", self->position > 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_widget_grab_focus (self->account_box);
}

static gboolean
discard_cb (gpointer user_data)
{
  QuadAlignWindow *self = user_data;

  self->finished = TRUE;
  gtk_window_close (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

/* The question is still on its way out: its parent must not go before it. */
static void
failure_answered_cb (QuadAlignWindow *self,
                     const char      *response)
{
  if (g_strcmp0 (response, "discard") == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT, discard_cb, g_object_ref (self), g_object_unref);
}

static void
show_failure (QuadAlignWindow *self,
              const GError    *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The Profiles Were Not Set"),
                                              error->message);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Back"),
                                    "discard", _("_Discard"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (failure_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Sets what was decided. Returns: FALSE when that failed, which has been said then. */
static gboolean
apply (QuadAlignWindow *self)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autofree QuadProfile *profiles = g_new (QuadProfile, self->alignments->len);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->alignments->len; i++)
    {
      QuadAccount *account = ((const QuadAlignment *) self->alignments->pdata[i])->account;

      if (self->decisions[i] == QUAD_PROFILE_NONE
          || self->decisions[i] == quad_account_get_profile (account))
        continue;
      profiles[accounts->len] = self->decisions[i];
      g_ptr_array_add (accounts, account);
    }
  if (accounts->len > 0 && !quad_book_align (self->book, accounts, profiles, &error))
    {
      show_failure (self, error);
      return FALSE;
    }
  self->finished = TRUE;
  if (accounts->len > 0)
    g_signal_emit (self, signals[SIGNAL_DONE], 0, accounts->len);
  return TRUE;
}

/* To the next account, or to the end. */
static void
decide (QuadAlignWindow *self,
        QuadProfile      profile)
{
  self->decisions[self->position] = profile;
  if (self->position + 1 == self->alignments->len)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  self->position++;
  show_current (self);
}

/* By a person: what was taken back is gone then. */
static void
decide_anew (QuadAlignWindow *self,
             QuadProfile      profile)
{
  self->n_taken_back = 0;
  decide (self, profile);
}

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  QuadAlignWindow *self = QUAD_ALIGN_WINDOW (widget);

  decide_anew (self, get_current (self)->proposed);
}

static void
skip_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  decide_anew (QUAD_ALIGN_WINDOW (widget), QUAD_PROFILE_NONE);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadAlignWindow *self = QUAD_ALIGN_WINDOW (widget);

  if (self->position == 0)
    return;
  self->n_taken_back = 0;
  self->position--;
  show_current (self);
}

/* Nothing is in the book yet, so that its history has nothing to do with it. */
static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadAlignWindow *self = QUAD_ALIGN_WINDOW (widget);

  if (self->position == 0)
    return;
  self->position--;
  self->n_taken_back++;
  self->taken_back[self->position] = self->decisions[self->position];
  self->decisions[self->position] = QUAD_PROFILE_NONE;
  show_current (self);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadAlignWindow *self = QUAD_ALIGN_WINDOW (widget);

  if (self->n_taken_back == 0)
    return;
  self->n_taken_back--;
  decide (self, self->taken_back[self->position]);
}

static void
row_activated_cb (QuadAlignWindow *self,
                  GtkListBoxRow   *row)
{
  decide_anew (self, QUAD_PROFILE_KEEP + (guint) gtk_list_box_row_get_index (row));
}

/* The profile whose letter was typed, QUAD_PROFILE_NONE for any other key. */
static QuadProfile
find_profile (guint keyval)
{
  gunichar typed = g_unichar_toupper (gdk_keyval_to_unicode (keyval));

  for (guint profile = QUAD_PROFILE_KEEP; profile < QUAD_N_PROFILES; profile++)
    if (typed != 0 && typed == g_utf8_get_char (quad_profile_get_letter (profile)))
      return profile;
  return QUAD_PROFILE_NONE;
}

static const char *
find_action (QuadAlignWindow *self,
             guint            keyval)
{
  gboolean on_account = gtk_window_get_focus (GTK_WINDOW (self)) == self->account_box;

  switch (keyval)
    {
    case GDK_KEY_BackSpace:
      return "align.back";
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return "align.skip";
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return on_account ? "align.skip" : NULL;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return on_account ? "align.accept" : NULL;
    default:
      return NULL;
    }
}

static gboolean
key_pressed_cb (QuadAlignWindow *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  QuadProfile profile = find_profile (keyval);
  const char *action = find_action (self, keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (profile != QUAD_PROFILE_NONE)
    decide_anew (self, profile);
  else if (action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_row_text (QuadAlignWindow *self,
               QuadProfile      profile,
               ProfileRow      *row)
{
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (get_profile_name (self, profile));

  row->proposed = gtk_label_new (_("Proposed"));
  row->share = gtk_label_new (NULL);
  row->bar = gtk_level_bar_new ();
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (row->proposed, "proposed");
  gtk_widget_add_css_class (row->proposed, "caption");
  gtk_widget_add_css_class (row->share, "dim-label");
  gtk_widget_add_css_class (row->share, "caption");
  gtk_widget_add_css_class (row->share, "numeric");
  gtk_label_set_wrap (GTK_LABEL (row->share), TRUE);
  gtk_label_set_xalign (GTK_LABEL (row->share), 0);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (row->bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (row->bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (row->bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Fit"), -1);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), row->proposed);
  gtk_box_append (GTK_BOX (text), line);
  gtk_box_append (GTK_BOX (text), row->bar);
  gtk_box_append (GTK_BOX (text), row->share);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  return text;
}

static void
add_row (QuadAlignWindow *self,
         QuadProfile      profile)
{
  ProfileRow *row = &self->rows[profile];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *badge = quad_profile_badge_new ();

  row->row = gtk_list_box_row_new ();
  row->chosen = gtk_image_new_from_icon_name ("object-select-symbolic");
  quad_profile_badge_set_profile (QUAD_PROFILE_BADGE (badge), profile,
                                  quad_book_get_names (self->book));
  gtk_widget_add_css_class (box, "align-profile");
  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_append (GTK_BOX (box), make_row_text (self, profile, row));
  gtk_box_append (GTK_BOX (box), row->chosen);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  gtk_list_box_append (self->profile_list, row->row);
}

/* When the program quits, its main window closes first, and this one goes with it. */
static gboolean
parent_closes_cb (QuadAlignWindow *self)
{
  return self->finished || apply (self) ? GDK_EVENT_PROPAGATE : GDK_EVENT_STOP;
}

static gboolean
quad_align_window_close_request (GtkWindow *window)
{
  QuadAlignWindow *self = QUAD_ALIGN_WINDOW (window);

  if (!self->finished && !apply (self))
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (quad_align_window_parent_class)->close_request (window);
}

static void
quad_align_window_dispose (GObject *object)
{
  QuadAlignWindow *self = QUAD_ALIGN_WINDOW (object);

  g_clear_pointer (&self->alignments, g_ptr_array_unref);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_align_window_parent_class)->dispose (object);
}

static void
quad_align_window_finalize (GObject *object)
{
  QuadAlignWindow *self = QUAD_ALIGN_WINDOW (object);

  g_free (self->decisions);
  g_free (self->taken_back);

  G_OBJECT_CLASS (quad_align_window_parent_class)->finalize (object);
}

static void
quad_align_window_class_init (QuadAlignWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quad_align_window_dispose;
  object_class->finalize = quad_align_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = quad_align_window_close_request;

  /**
   * QuadAlignWindow::done:
   * @n_accounts: how many have another profile now
   *
   * What was decided is in the book.
   */
  signals[SIGNAL_DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-align-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadAlignWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, QuadAlignWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, QuadAlignWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, QuadAlignWindow, account_box);
  gtk_widget_class_bind_template_child (widget_class, QuadAlignWindow, name_label);
  gtk_widget_class_bind_template_child (widget_class, QuadAlignWindow, cause_label);
  gtk_widget_class_bind_template_child (widget_class, QuadAlignWindow, reason_label);
  gtk_widget_class_bind_template_child (widget_class, QuadAlignWindow, profile_list);
  gtk_widget_class_bind_template_child (widget_class, QuadAlignWindow, facts_grid);
  gtk_widget_class_bind_template_child (widget_class, QuadAlignWindow, accept_button);
  gtk_widget_class_bind_template_child (widget_class, QuadAlignWindow, accept_label);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "align.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "align.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "align.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "align.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "align.redo", NULL, redo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "align.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "align.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "align.redo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quad_align_window_init (QuadAlignWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_align_window_new:
 * @alignments: (transfer full) (element-type QuadAlignment): at least one
 *
 * Returns: (transfer none): a window with the first of them
 */
GtkWindow *
quad_align_window_new (GtkWindow *parent,
                       QuadBook  *book,
                       GPtrArray *alignments)
{
  QuadAlignWindow *self;

  g_return_val_if_fail (QUAD_IS_BOOK (book), NULL);
  g_return_val_if_fail (alignments != NULL && alignments->len > 0, NULL);

  /* A window of the application has its keys, such as Ctrl+Q. */
  self = g_object_new (QUAD_TYPE_ALIGN_WINDOW, "transient-for", parent, "application",
                       gtk_window_get_application (parent), NULL);
  quad_dialog_fit_parent (GTK_WINDOW (self), parent);
  self->book = g_object_ref (book);
  self->alignments = alignments;
  self->decisions = g_new0 (QuadProfile, alignments->len);
  self->taken_back = g_new0 (QuadProfile, alignments->len);
  for (guint profile = QUAD_PROFILE_KEEP; profile < QUAD_N_PROFILES; profile++)
    add_row (self, profile);
  g_signal_connect_object (parent, "close-request", G_CALLBACK (parent_closes_cb), self,
                           G_CONNECT_SWAPPED);
  show_current (self);
  return GTK_WINDOW (self);
}
