/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-account-dialog"

#include "quad-account-dialog.h"

#include "quad-dialogs.h"
#include "quad-field-editor.h"
#include "quad-i18n.h"

typedef enum
{
  GROUP_ACCOUNT,
  GROUP_MONEY,
  GROUP_REACH,
  GROUP_HISTORY,
  GROUP_NOTES,
} Group;

static const char *const group_titles[] = {
  [GROUP_ACCOUNT] = N_("Account"),
  [GROUP_MONEY] = N_("Money"),
  [GROUP_REACH] = N_("Contact Details"),
  [GROUP_HISTORY] = N_("History"),
  [GROUP_NOTES] = N_("Notes"),
};

/* A field that is not named here belongs to the first group. */
static const Group field_groups[QUAD_N_ACCOUNT_FIELDS] = {
  [QUAD_ACCOUNT_REVENUE] = GROUP_MONEY,
  [QUAD_ACCOUNT_REVENUE_BEFORE] = GROUP_MONEY,
  [QUAD_ACCOUNT_POTENTIAL] = GROUP_MONEY,
  [QUAD_ACCOUNT_WEBSITE] = GROUP_REACH,
  [QUAD_ACCOUNT_PHONE] = GROUP_REACH,
  [QUAD_ACCOUNT_EMAIL] = GROUP_REACH,
  [QUAD_ACCOUNT_ADDRESS] = GROUP_REACH,
  [QUAD_ACCOUNT_EVER_CLIENT] = GROUP_HISTORY,
  [QUAD_ACCOUNT_CLIENT_SINCE] = GROUP_HISTORY,
  [QUAD_ACCOUNT_LOST_ON] = GROUP_HISTORY,
  [QUAD_ACCOUNT_LOST_REASON] = GROUP_HISTORY,
  [QUAD_ACCOUNT_PARKED_REASON] = GROUP_HISTORY,
  [QUAD_ACCOUNT_REVISIT_ON] = GROUP_HISTORY,
  [QUAD_ACCOUNT_DECIDE_BY] = GROUP_HISTORY,
  [QUAD_ACCOUNT_NOTES] = GROUP_NOTES,
};

/*
 * Tier and profile are asked for only when an account is made: later they change by operations of
 * their own, which know what else follows.
 */
struct _QuadAccountDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwPreferencesPage *page;
  GtkWidget          *save_button;

  /* owned */
  QuadBook   *book;
  GPtrArray  *accounts;    /* empty when a new one is made */
  GPtrArray  *editors;
  QuadRecord *before;

  /* borrowed: of the page */
  AdwPreferencesGroup *groups[G_N_ELEMENTS (group_titles)];

  /* plain */
  gboolean answered;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadAccountDialog, quad_account_dialog, ADW_TYPE_WINDOW)

/* All fields must be read, so that each faulty one says what is wrong with it. */
static QuadRecord *
read_all (QuadAccountDialog  *self,
          QuadFieldEditor   **first_fault)
{
  QuadRecord *values = quad_record_new (&quad_account_schema);

  *first_fault = NULL;
  for (guint i = 0; i < self->editors->len; i++)
    if (!quad_field_editor_read (self->editors->pdata[i], values) && *first_fault == NULL)
      *first_fault = self->editors->pdata[i];
  return values;
}

static void
drop_unchanged (QuadAccountDialog *self,
                QuadRecord        *values)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      guint field = quad_field_editor_get_field (self->editors->pdata[i]);

      if (quad_record_has (values, field) && !quad_record_differs (values, self->before, field))
        quad_record_unset (values, field);
    }
}

static gboolean
is_changed (QuadAccountDialog *self)
{
  QuadFieldEditor *fault;
  g_autoptr (QuadRecord) values = read_all (self, &fault);

  drop_unchanged (self, values);
  return fault != NULL || !quad_record_is_empty (values);
}

static gboolean
store (QuadAccountDialog  *self,
       const QuadRecord   *values,
       GError            **error)
{
  QuadAccount *created;

  if (self->accounts->len > 0)
    return quad_book_edit_accounts (self->book, self->accounts, values, error);

  created = quad_book_create_account (self->book, values, error);
  if (created == NULL)
    return FALSE;
  g_ptr_array_add (self->accounts, g_object_ref (created));
  return TRUE;
}

static void
save (QuadAccountDialog *self)
{
  QuadFieldEditor *fault;
  g_autoptr (QuadRecord) values = read_all (self, &fault);
  g_autoptr (GError) error = NULL;
  gboolean creates = self->accounts->len == 0;

  if (fault != NULL)
    {
      quad_field_editor_focus (fault);
      return;
    }
  if (self->accounts->len == 1)   /* others may differ where the first one does not */
    drop_unchanged (self, values);
  if (!quad_record_is_empty (values))
    {
      if (!store (self, values, &error))
        {
          quad_dialog_show_error (GTK_WIDGET (self), _("The Account Was Not Saved"), error);
          return;
        }
      g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->accounts->pdata[0], creates);
    }
  self->answered = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  save (QUAD_ACCOUNT_DIALOG (widget));
}

static gboolean
discard_cb (gpointer user_data)
{
  QuadAccountDialog *self = user_data;

  self->answered = TRUE;
  gtk_window_close (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static gboolean
save_cb (gpointer user_data)
{
  save (user_data);
  return G_SOURCE_REMOVE;
}

/* The question is still on its way out: its parent must not go before it. */
static void
discard_answered_cb (QuadAccountDialog *self,
                     const char        *response)
{
  if (g_strcmp0 (response, "discard") == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT, discard_cb, g_object_ref (self), g_object_unref);
  else if (g_strcmp0 (response, "save") == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT, save_cb, g_object_ref (self), g_object_unref);
}

static void
ask_to_discard (QuadAccountDialog *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"),
                                              _("What you changed in this account is not saved "
                                                "yet."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "discard", _("_Discard"),
                                    "save", _("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
quad_account_dialog_close_request (GtkWindow *window)
{
  QuadAccountDialog *self = QUAD_ACCOUNT_DIALOG (window);

  if (!self->answered && is_changed (self))
    {
      ask_to_discard (self);
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (quad_account_dialog_parent_class)->close_request (window);
}

static void
add_editor (QuadAccountDialog *self,
            QuadAccountField   field,
            Group              group)
{
  QuadFieldEditor *editor = quad_field_editor_new (&quad_account_schema, field,
                                                   quad_book_get_currency (self->book));

  if (self->groups[group] == NULL)
    {
      self->groups[group] = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_page_add (self->page, self->groups[group]);
    }
  quad_field_editor_add_to (editor, self->groups[group]);
  quad_field_editor_load (editor, self->before);
  g_ptr_array_add (self->editors, editor);
}

/* Group by group, in the order of the schema within each. */
static void
add_all_editors (QuadAccountDialog *self)
{
  for (guint group = 0; group < G_N_ELEMENTS (group_titles); group++)
    {
      for (guint field = 0; field < QUAD_N_ACCOUNT_FIELDS; field++)
        {
          gboolean moves = field == QUAD_ACCOUNT_TIER || field == QUAD_ACCOUNT_PROFILE;

          if (field_groups[field] != group
              || (quad_account_schema.fields[field].flags & QUAD_FIELD_KEPT) != 0
              || (moves && self->accounts->len > 0))
            continue;
          add_editor (self, field, group);
        }
      if (self->groups[group] != NULL)
        adw_preferences_group_set_title (self->groups[group], _(group_titles[group]));
    }
}

/* One can type at once. */
static void
quad_account_dialog_map (GtkWidget *widget)
{
  QuadAccountDialog *self = QUAD_ACCOUNT_DIALOG (widget);

  GTK_WIDGET_CLASS (quad_account_dialog_parent_class)->map (widget);
  if (self->editors->len > 0)
    quad_field_editor_focus (self->editors->pdata[0]);
}

static QuadRecord *
make_defaults (void)
{
  QuadRecord *values = quad_record_new (&quad_account_schema);

  for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
    quad_record_clear (values, i);
  quad_record_set_number (values, QUAD_ACCOUNT_TIER, QUAD_TIER_LEAD);
  return values;
}

static void
quad_account_dialog_dispose (GObject *object)
{
  QuadAccountDialog *self = QUAD_ACCOUNT_DIALOG (object);

  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->before, quad_record_free);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_account_dialog_parent_class)->dispose (object);
}

static void
quad_account_dialog_class_init (QuadAccountDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_account_dialog_dispose;
  widget_class->map = quad_account_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = quad_account_dialog_close_request;

  /**
   * QuadAccountDialog::saved:
   * @account: (the first of) what was saved
   * @created: whether it is new
   *
   * What was filled in is in the book.
   */
  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, QUAD_TYPE_ACCOUNT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-account-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadAccountDialog, page);
  gtk_widget_class_bind_template_child (widget_class, QuadAccountDialog, save_button);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "dialog.save",
                                       NULL);
}

static void
quad_account_dialog_init (QuadAccountDialog *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  self->accounts = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static QuadAccountDialog *
make_dialog (GtkWindow  *parent,
             QuadBook   *book,
             const char *title)
{
  QuadAccountDialog *self = g_object_new (QUAD_TYPE_ACCOUNT_DIALOG, "transient-for", parent,
                                          "title", title, NULL);

  self->book = g_object_ref (book);
  return self;
}

/**
 * quad_account_dialog_new_create:
 *
 * Returns: (transfer none): a dialog that makes a new account
 */
GtkWindow *
quad_account_dialog_new_create (GtkWindow *parent,
                                QuadBook  *book)
{
  QuadAccountDialog *self = make_dialog (parent, book, _("New Account"));

  self->before = make_defaults ();
  add_all_editors (self);
  return GTK_WINDOW (self);
}

/**
 * quad_account_dialog_new_edit:
 *
 * Returns: (transfer none): a dialog with all that can be edited of an account
 */
GtkWindow *
quad_account_dialog_new_edit (GtkWindow   *parent,
                              QuadBook    *book,
                              QuadAccount *account)
{
  QuadAccountDialog *self = make_dialog (parent, book, quad_account_get_name (account));

  self->before = quad_record_copy (quad_item_get_values (QUAD_ITEM (account)));
  g_ptr_array_add (self->accounts, g_object_ref (account));
  add_all_editors (self);
  return GTK_WINDOW (self);
}

/**
 * quad_account_dialog_new_details:
 * @accounts: (element-type QuadAccount): one or more; the first one's values are shown
 * @fields: (array length=n_fields): what is asked for
 *
 * Returns: (transfer none): a small dialog with some fields
 */
GtkWindow *
quad_account_dialog_new_details (GtkWindow              *parent,
                                 QuadBook               *book,
                                 GPtrArray              *accounts,
                                 const char             *title,
                                 const QuadAccountField *fields,
                                 guint                   n_fields)
{
  QuadAccountDialog *self = make_dialog (parent, book, title);

  self->before = quad_record_copy (quad_item_get_values (accounts->pdata[0]));
  for (guint i = 0; i < accounts->len; i++)
    g_ptr_array_add (self->accounts, g_object_ref (accounts->pdata[i]));
  for (guint i = 0; i < n_fields; i++)
    add_editor (self, fields[i], GROUP_ACCOUNT);
  gtk_window_set_default_size (GTK_WINDOW (self), 440, 280);
  return GTK_WINDOW (self);
}
