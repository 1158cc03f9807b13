/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-import-window"

#include "quad-import-window.h"

#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-import-columns-page.h"
#include "quad-import-draft.h"
#include "quad-import-file-page.h"
#include "quad-import-match-page.h"
#include "quad-import-preview-page.h"
#include "quad-import-result-page.h"

/* How often the progress is looked at. Units: milliseconds. */
#define TICK 80

typedef enum
{
  STEP_FILE,
  STEP_COLUMNS,
  STEP_MATCH,
  STEP_PREVIEW,
  STEP_RESULT,
} Step;

#define N_STEPS (STEP_RESULT + 1)

struct _QuadImportWindow
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle        *window_title;
  GtkButton             *back_button;
  GtkButton             *next_button;
  GtkProgressBar        *progress_bar;
  GtkStack              *stack;
  QuadImportFilePage    *file_page;
  QuadImportColumnsPage *columns_page;
  QuadImportMatchPage   *match_page;
  QuadImportPreviewPage *preview_page;
  QuadImportResultPage  *result_page;

  /* owned */
  QuadImportDraft      *draft;
  GtkFileChooserNative *chooser;

  /* plain */
  Step     step;
  guint    tick_id;
  gboolean closing;
  gboolean imported;    /* and not taken back */
};

enum
{
  SIGNAL_IMPORTED,
  SIGNAL_SHOW_NEW,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const page_names[N_STEPS] = {
  "file", "columns", "match", "preview", "result",
};

G_DEFINE_FINAL_TYPE (QuadImportWindow, quad_import_window, ADW_TYPE_WINDOW)

static const char *
get_title (Step step)
{
  switch (step)
    {
    /* Translators: steps of an import */
    case STEP_FILE: return C_("import step", "File");
    case STEP_COLUMNS: return C_("import step", "Columns");
    case STEP_MATCH: return C_("import step", "Match");
    case STEP_PREVIEW: return C_("import step", "Preview");
    case STEP_RESULT: return C_("import step", "Import");
    }
  g_return_val_if_reached ("");
}

static gboolean
may_go_on (QuadImportWindow *self)
{
  if (quad_import_draft_is_working (self->draft))
    return FALSE;
  switch (self->step)
    {
    case STEP_FILE:
      return quad_import_draft_get_session (self->draft) != NULL
             && quad_import_draft_get_samples (self->draft) != NULL;
    case STEP_COLUMNS:
      return quad_import_columns_page_is_complete (self->columns_page);
    case STEP_MATCH:
      return quad_import_draft_get_error (self->draft) == NULL;
    case STEP_PREVIEW:
      return quad_import_preview_page_is_complete (self->preview_page);
    case STEP_RESULT:
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

/* What failed can be tried again after a step back. */
static gboolean
may_go_back (QuadImportWindow *self)
{
  if (self->step == STEP_FILE)
    return FALSE;
  return self->step != STEP_RESULT
         || (!quad_import_draft_is_working (self->draft)
             && quad_import_draft_get_error (self->draft) != NULL);
}

static void
set_button (GtkButton  *button,
            const char *label,
            const char *name,
            const char *action)
{
  gtk_button_set_label (button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
update (QuadImportWindow *self)
{
  g_autofree char *place = NULL;

  if (self->closing)
    return;
  /* Translators: which step of how many, the name of a file */
  place = g_strdup_printf (_("%u of %u · %s"), self->step + 1, N_STEPS,
                           quad_import_draft_get_name (self->draft));
  adw_window_title_set_title (self->window_title, get_title (self->step));
  adw_window_title_set_subtitle (self->window_title, place);
  if (self->step == STEP_FILE)
    set_button (self->back_button, _("_Cancel"), _("Cancel"), "window.close");
  else
    set_button (self->back_button, _("_Back"), _("Back"), "import.back");
  if (self->step == STEP_PREVIEW)
    set_button (self->next_button, _("_Import"), _("Import"), "import.next");
  else if (self->step == STEP_RESULT)
    set_button (self->next_button, _("_Done"), _("Done"), "import.next");
  else
    set_button (self->next_button, _("_Next"), _("Next"), "import.next");
  gtk_widget_set_visible (GTK_WIDGET (self->back_button),
                          self->step == STEP_FILE || may_go_back (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next", may_go_on (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.back", may_go_back (self));
}

static void
go_to (QuadImportWindow *self,
       Step              step)
{
  self->step = step;
  gtk_stack_set_visible_child_name (self->stack, page_names[step]);
  if (step == STEP_MATCH)
    quad_import_draft_preview (self->draft, FALSE);
  else if (step == STEP_PREVIEW)
    quad_import_draft_preview (self->draft, TRUE);
  else if (step == STEP_RESULT)
    quad_import_draft_import (self->draft);
  update (self);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadImportWindow *self = QUAD_IMPORT_WINDOW (widget);

  if (self->step == STEP_RESULT)
    gtk_window_close (GTK_WINDOW (self));
  else if (may_go_on (self))
    go_to (self, self->step + 1);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadImportWindow *self = QUAD_IMPORT_WINDOW (widget);

  if (may_go_back (self))
    go_to (self, self->step - 1);
}

static void
stop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  quad_import_draft_cancel (QUAD_IMPORT_WINDOW (widget)->draft);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadImportWindow *self = QUAD_IMPORT_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!quad_book_undo (quad_import_draft_get_book (self->draft), &error))
    {
      quad_dialog_show_error (widget, _("The Import Was Not Undone"), error);
      return;
    }
  quad_import_result_page_show_undone (self->result_page);
  gtk_widget_action_set_enabled (widget, "import.undo", FALSE);
  gtk_widget_action_set_enabled (widget, "import.show-new", FALSE);
  self->imported = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

static void
show_new_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  QuadImportWindow *self = QUAD_IMPORT_WINDOW (widget);

  g_signal_emit (self, signals[SIGNAL_SHOW_NEW], 0,
                 quad_import_draft_get_newest_before (self->draft));
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_rejects (QuadImportWindow *self,
              const char       *path)
{
  g_autoptr (GError) error = NULL;

  if (!quad_import_session_write_rejects (quad_import_draft_get_session (self->draft), path,
                                          &error))
    quad_dialog_show_error (GTK_WIDGET (self), _("The Rejected Rows Were Not Saved"), error);
}

static void
rejects_chosen_cb (QuadImportWindow *self,
                   int               response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    save_rejects (self, g_file_peek_path (file));
  g_clear_object (&self->chooser);
}

static void
save_rejects_to_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  save_rejects (QUAD_IMPORT_WINDOW (widget), g_variant_get_bytestring (parameter));
}

static void
save_rejects_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  QuadImportWindow *self = QUAD_IMPORT_WINDOW (widget);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save Rejected Rows"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  /* Translators: proposed name of a file */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _("rejected rows.csv"));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (rejects_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
tick_cb (gpointer user_data)
{
  QuadImportWindow *self = user_data;
  const double fraction = quad_import_draft_get_fraction (self->draft);

  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  quad_import_result_page_set_fraction (self->result_page, fraction);
  return G_SOURCE_CONTINUE;
}

static void
working_cb (QuadImportWindow *self)
{
  const gboolean working = quad_import_draft_is_working (self->draft);

  if (self->closing && !working)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_widget_set_opacity (GTK_WIDGET (self->progress_bar),
                          working && self->step != STEP_RESULT ? 1 : 0);
  if (working && self->tick_id == 0)
    self->tick_id = g_timeout_add (TICK, tick_cb, self);
  else if (!working)
    g_clear_handle_id (&self->tick_id, g_source_remove);
  update (self);
  /* There is nothing to be decided on this page but to go on. */
  if (!working && self->step == STEP_PREVIEW && may_go_on (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

static void
imported_cb (QuadImportWindow *self)
{
  self->imported = quad_import_draft_get_error (self->draft) == NULL;
}

static void
say_imported (QuadImportWindow *self)
{
  const QuadImportResult *result = quad_import_draft_get_result (self->draft);

  if (self->imported)
    g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, result->created, result->updated,
                   result->unchanged);
  self->imported = FALSE;
}

/* The threads end first: they use the book, which somebody may close after this. */
static gboolean
quad_import_window_close_request (GtkWindow *window)
{
  QuadImportWindow *self = QUAD_IMPORT_WINDOW (window);

  if (!quad_import_draft_is_working (self->draft))
    {
      say_imported (self);
      return GTK_WINDOW_CLASS (quad_import_window_parent_class)->close_request (window);
    }
  self->closing = TRUE;
  adw_window_title_set_title (self->window_title, _("Cancelling"));
  quad_import_draft_stop (self->draft);
  return GDK_EVENT_STOP;
}

static void
quad_import_window_dispose (GObject *object)
{
  QuadImportWindow *self = QUAD_IMPORT_WINDOW (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->draft != NULL)
    quad_import_draft_stop (self->draft);
  g_clear_object (&self->draft);
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (quad_import_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (QUAD_TYPE_IMPORT_FILE_PAGE);
  g_type_ensure (QUAD_TYPE_IMPORT_COLUMNS_PAGE);
  g_type_ensure (QUAD_TYPE_IMPORT_MATCH_PAGE);
  g_type_ensure (QUAD_TYPE_IMPORT_PREVIEW_PAGE);
  g_type_ensure (QUAD_TYPE_IMPORT_RESULT_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadImportWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, QuadImportWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, QuadImportWindow, next_button);
  gtk_widget_class_bind_template_child (widget_class, QuadImportWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, QuadImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, QuadImportWindow, file_page);
  gtk_widget_class_bind_template_child (widget_class, QuadImportWindow, columns_page);
  gtk_widget_class_bind_template_child (widget_class, QuadImportWindow, match_page);
  gtk_widget_class_bind_template_child (widget_class, QuadImportWindow, preview_page);
  gtk_widget_class_bind_template_child (widget_class, QuadImportWindow, result_page);
}

static void
quad_import_window_class_init (QuadImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quad_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = quad_import_window_close_request;

  /**
   * QuadImportWindow::imported:
   * @created: accounts
   * @updated: accounts
   * @unchanged: accounts
   *
   * The window goes, and the list is in the book.
   */
  signals[SIGNAL_IMPORTED] =
    g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
  /**
   * QuadImportWindow::show-new:
   * @newest_before: id of the newest account that was there before the import
   */
  signals[SIGNAL_SHOW_NEW] =
    g_signal_new ("show-new", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "import.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "import.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "import.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "import.show-new", NULL, show_new_action);
  gtk_widget_class_install_action (widget_class, "import.save-rejects", NULL,
                                   save_rejects_action);
  gtk_widget_class_install_action (widget_class, "import.save-rejects-to", "ay",
                                   save_rejects_to_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "import.next",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "import.back",
                                       NULL);
}

static void
quad_import_window_init (QuadImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_import_window_new:
 * @draft: (transfer full): that has not begun to read
 *
 * Starts to read the list at once.
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
quad_import_window_new (GtkWindow       *parent,
                        QuadImportDraft *draft)
{
  QuadImportWindow *self;

  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (draft), NULL);

  self = g_object_new (QUAD_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  /* With it come the keys of the application, to quit for one. */
  gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (parent));
  quad_dialog_fit_parent (GTK_WINDOW (self), parent);
  self->draft = draft;
  quad_import_file_page_set_draft (self->file_page, draft);
  quad_import_columns_page_set_draft (self->columns_page, draft);
  quad_import_match_page_set_draft (self->match_page, draft);
  quad_import_preview_page_set_draft (self->preview_page, draft);
  quad_import_result_page_set_draft (self->result_page, draft);
  g_signal_connect_object (draft, "notify::working", G_CALLBACK (working_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  update (self);
  quad_import_draft_read (draft);
  return GTK_WINDOW (self);
}
