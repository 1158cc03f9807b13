/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-notes-editor"

#include "quad-notes-editor.h"

#include "quad-dialogs.h"
#include "quad-i18n.h"

/* A pause in typing after which notes are saved. Units: milliseconds. */
#define PAUSE 1500

/*
 * What is typed belongs to the editor until it is in the book: while it differs from what was
 * loaded, changes of the account from elsewhere are not taken over, and a save that failed leaves
 * the text where it is and tries again at the next occasion. When another account must be shown
 * meanwhile it is kept as a draft and comes back with its account.
 */
struct _QuadNotesEditor
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget     *frame;
  GtkTextView   *text_view;
  GtkTextBuffer *buffer;

  /* owned */
  QuadBook    *book;
  QuadAccount *account;
  GHashTable  *drafts;    /* QuadAccount -> text that could not be saved */

  /* plain */
  guint    pause_id;
  gboolean dirty;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (QuadNotesEditor, quad_notes_editor, GTK_TYPE_WIDGET)

static char *
get_text (QuadNotesEditor *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/* Irreversible: Ctrl+Z in the text must not bring back the notes of another account. */
static void
load_notes (QuadNotesEditor *self)
{
  const char *notes = NULL;
  g_autofree char *shown = get_text (self);

  if (self->account != NULL)
    notes = quad_item_get_text (QUAD_ITEM (self->account), QUAD_ACCOUNT_NOTES);
  if (notes == NULL)
    notes = "";
  if (g_strcmp0 (shown, notes) == 0)
    return;

  self->loading = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, notes, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->loading = FALSE;
}

static void
save_or_say_why (QuadNotesEditor *self)
{
  g_autoptr (GError) error = NULL;

  if (!quad_notes_editor_save (self, &error))
    quad_dialog_show_error (GTK_WIDGET (self), _("The Notes Were Not Saved"), error);
}

static gboolean
pause_cb (gpointer user_data)
{
  QuadNotesEditor *self = user_data;

  self->pause_id = 0;
  save_or_say_why (self);
  return G_SOURCE_REMOVE;
}

static void
buffer_changed_cb (QuadNotesEditor *self)
{
  if (self->loading || self->account == NULL)
    return;
  self->dirty = TRUE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE, pause_cb, self);
}

static void
focus_left_cb (QuadNotesEditor *self)
{
  save_or_say_why (self);
}

static gboolean
is_in_book (QuadNotesEditor *self)
{
  QuadItemList *accounts = quad_book_get_accounts (self->book);

  return quad_item_list_lookup (accounts, quad_account_get_id (self->account)) == self->account;
}

static void
keep_draft (QuadNotesEditor *self)
{
  if (self->dirty && is_in_book (self))
    g_hash_table_insert (self->drafts, g_object_ref (self->account), get_text (self));
}

static void
restore_draft (QuadNotesEditor *self)
{
  const char *draft = NULL;

  if (self->account != NULL)
    draft = g_hash_table_lookup (self->drafts, self->account);
  if (draft == NULL)
    return;
  gtk_text_buffer_set_text (self->buffer, draft, -1);
  g_hash_table_remove (self->drafts, self->account);
}

static void
notes_changed_cb (QuadNotesEditor *self)
{
  if (!self->dirty)
    load_notes (self);
}

static void
quad_notes_editor_dispose (GObject *object)
{
  QuadNotesEditor *self = QUAD_NOTES_EDITOR (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), QUAD_TYPE_NOTES_EDITOR);
  g_clear_object (&self->account);
  g_clear_object (&self->book);
  g_clear_pointer (&self->drafts, g_hash_table_unref);

  G_OBJECT_CLASS (quad_notes_editor_parent_class)->dispose (object);
}

static void
quad_notes_editor_class_init (QuadNotesEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_notes_editor_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-notes-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadNotesEditor, frame);
  gtk_widget_class_bind_template_child (widget_class, QuadNotesEditor, text_view);
  gtk_widget_class_bind_template_child (widget_class, QuadNotesEditor, buffer);
  gtk_widget_class_bind_template_callback (widget_class, buffer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
}

static void
quad_notes_editor_init (QuadNotesEditor *self)
{
  self->drafts = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_notes_editor_set_account:
 * @book: (nullable): what the account belongs to
 * @account: (nullable): whose notes to show
 *
 * Saves what was typed for the account before.
 */
void
quad_notes_editor_set_account (QuadNotesEditor *self,
                               QuadBook        *book,
                               QuadAccount     *account)
{
  g_return_if_fail (QUAD_IS_NOTES_EDITOR (self));
  g_return_if_fail (account == NULL || book != NULL);

  if (self->account == account && self->book == book)
    return;
  save_or_say_why (self);
  keep_draft (self);
  if (self->account != NULL)
    g_signal_handlers_disconnect_by_data (self->account, self);
  g_set_object (&self->account, account);
  g_set_object (&self->book, book);
  self->dirty = FALSE;
  if (account != NULL)
    g_signal_connect_object (account, "notify::notes", G_CALLBACK (notes_changed_cb), self,
                             G_CONNECT_SWAPPED);
  gtk_text_view_set_editable (self->text_view,
                              book != NULL && !quad_book_is_read_only (book));
  load_notes (self);
  restore_draft (self);
}

/**
 * quad_notes_editor_save:
 *
 * Puts what was typed into the book, if anything was.
 *
 * Returns: %FALSE when the book could not take it; the text is still there then
 */
gboolean
quad_notes_editor_save (QuadNotesEditor *self,
                        GError         **error)
{
  g_autoptr (QuadRecord) edits = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (QUAD_IS_NOTES_EDITOR (self), FALSE);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!self->dirty)
    return TRUE;
  if (!is_in_book (self))
    {
      self->dirty = FALSE;
      return TRUE;
    }

  text = get_text (self);
  edits = quad_record_new (&quad_account_schema);
  quad_record_set_text (edits, QUAD_ACCOUNT_NOTES, *text != '\0' ? text : NULL);
  accounts = g_ptr_array_new ();
  g_ptr_array_add (accounts, self->account);
  if (quad_record_differs (edits, quad_item_get_values (QUAD_ITEM (self->account)),
                           QUAD_ACCOUNT_NOTES)
      && !quad_book_edit_accounts (self->book, accounts, edits, error))
    return FALSE;
  self->dirty = FALSE;
  return TRUE;
}
