/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-account-dialog"

#include "quad-account-dialog.h"

#include "quad-dialogs.h"
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
  QuadEditDialog parent_instance;

  /* owned */
  QuadBook   *book;
  GPtrArray  *accounts;    /* empty when a new one is made */
  GPtrArray  *editors;
  QuadRecord *before;

  /* borrowed: of the page */
  AdwPreferencesGroup *groups[G_N_ELEMENTS (group_titles)];
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadAccountDialog, quad_account_dialog, QUAD_TYPE_EDIT_DIALOG)

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
quad_account_dialog_is_changed (QuadEditDialog *dialog)
{
  QuadAccountDialog *self = QUAD_ACCOUNT_DIALOG (dialog);
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

static gboolean
quad_account_dialog_save (QuadEditDialog *dialog)
{
  QuadAccountDialog *self = QUAD_ACCOUNT_DIALOG (dialog);
  QuadFieldEditor *fault;
  g_autoptr (QuadRecord) values = read_all (self, &fault);
  g_autoptr (GError) error = NULL;
  gboolean creates = self->accounts->len == 0;

  if (fault != NULL)
    {
      quad_field_editor_focus (fault);
      return FALSE;
    }
  if (self->accounts->len == 1)   /* others may differ where the first one does not */
    drop_unchanged (self, values);
  if (!quad_record_is_empty (values))
    {
      if (!store (self, values, &error))
        {
          quad_dialog_show_error (GTK_WIDGET (self), _("The Account Was Not Saved"), error);
          return FALSE;
        }
      g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->accounts->pdata[0], creates);
    }
  return TRUE;
}

static void
add_editor (QuadAccountDialog *self,
            QuadAccountField   field,
            Group              group)
{
  QuadFieldEditor *editor = quad_field_editor_new (&quad_account_schema, field,
                                                   quad_book_get_currency (self->book));

  quad_field_editor_set_names (editor, quad_book_get_names (self->book));
  if (self->groups[group] == NULL)
    self->groups[group] = quad_edit_dialog_add_group (QUAD_EDIT_DIALOG (self), NULL);
  quad_field_editor_add_to (editor, self->groups[group]);
  quad_field_editor_load (editor, self->before);
  g_ptr_array_add (self->editors, editor);
  if (self->editors->len == 1)
    quad_edit_dialog_set_first (QUAD_EDIT_DIALOG (self), editor);
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
  G_OBJECT_CLASS (klass)->dispose = quad_account_dialog_dispose;
  QUAD_EDIT_DIALOG_CLASS (klass)->is_changed = quad_account_dialog_is_changed;
  QUAD_EDIT_DIALOG_CLASS (klass)->save = quad_account_dialog_save;

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
}

static void
quad_account_dialog_init (QuadAccountDialog *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  self->accounts = g_ptr_array_new_with_free_func (g_object_unref);
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
