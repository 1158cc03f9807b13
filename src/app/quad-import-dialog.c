/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-import-dialog"

#include "quad-import-dialog.h"

#include "quad-contact.h"
#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-import-session.h"

/* So many rejected rows are listed; all of them are counted and can be saved. */
#define REJECTS_SHOWN 100

/* How often the progress is looked at. Units: milliseconds. */
#define TICK 80

/*
 * Reading and importing go on in threads. They write how far they are into a number that the
 * dialog looks at now and then; closing cancels the work and waits for its end.
 */
struct _QuadImportDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle      *window_title;
  GtkWidget           *import_button;
  GtkStack            *stack;
  GtkLabel            *working_label;
  GtkProgressBar      *progress_bar;
  AdwPreferencesGroup *result_group;
  AdwComboRow         *as_row;
  GtkWidget           *recut_row;
  GtkSwitch           *recut_switch;
  AdwPreferencesGroup *columns_group;
  AdwPreferencesGroup *rejects_group;
  AdwStatusPage       *failed_page;

  /* owned */
  QuadBook             *book;
  QuadImportSession    *session;
  GCancellable         *cancellable;
  GtkFileChooserNative *chooser;
  char                 *path;

  /* plain */
  QuadCurrency currency;
  guint        tick_id;
  gboolean     working;
  gboolean     closing;
  QuadImportAs scanned_as;    /* what the rows were judged for */
  int          permille;      /* atomic: of the work in the thread */
};

enum
{
  SIGNAL_IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const QuadImportAs as_choices[] = {
  QUAD_IMPORT_AS_CLIENTS, QUAD_IMPORT_AS_IDEAL, QUAD_IMPORT_AS_LEADS,
};

G_DEFINE_FINAL_TYPE (QuadImportDialog, quad_import_dialog, ADW_TYPE_WINDOW)

/* Called in the thread. */
static void
progress_cb (double   fraction,
             gpointer user_data)
{
  QuadImportDialog *self = user_data;

  g_atomic_int_set (&self->permille, (int) (fraction * 1000.0));
}

static gboolean
tick_cb (gpointer user_data)
{
  QuadImportDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress_bar,
                                 g_atomic_int_get (&self->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
begin_work (QuadImportDialog *self,
            const char       *what)
{
  self->working = TRUE;
  g_atomic_int_set (&self->permille, 0);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_label_set_text (self->working_label, what);
  gtk_stack_set_visible_child_name (self->stack, "working");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.start", FALSE);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->tick_id = g_timeout_add (TICK, tick_cb, self);
}

static void
end_work (QuadImportDialog *self)
{
  self->working = FALSE;
  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->closing)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
show_failure (QuadImportDialog *self,
              const GError     *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failed_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* "contact-name" is a field of a person, everything else one of the account. */
static char *
describe_target (const char *target)
{
  guint field;

  if (target == NULL)
    /* Translators: of a column of a file that is not imported */
    return g_strdup (_("left out"));
  if (quad_schema_find (&quad_account_schema, target, &field))
    return g_strdup (quad_field_get_label (&quad_account_schema.fields[field]));
  if (g_str_has_prefix (target, "contact-")
      && quad_schema_find (&quad_contact_schema, target + strlen ("contact-"), &field))
    /* Translators: a field of a contact, for example: Contact: Name */
    return g_strdup_printf (_("Contact: %s"),
                            quad_field_get_label (&quad_contact_schema.fields[field]));
  return g_strdup (target);
}

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle,
         const char          *value,
         gboolean             dim)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (value != NULL)
    {
      GtkWidget *label = gtk_label_new (value);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      if (dim)
        gtk_widget_add_css_class (label, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_preferences_group_add (group, row);
}

static void
show_columns (QuadImportDialog *self,
              gboolean         *has_revenue,
              gboolean         *has_tier)
{
  guint n_columns;
  const QuadImportColumn *columns = quad_import_session_get_columns (self->session, &n_columns);

  *has_revenue = *has_tier = FALSE;
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *target = describe_target (columns[i].target);

      add_row (self->columns_group, columns[i].name, NULL, target, columns[i].target == NULL);
      *has_revenue |= g_strcmp0 (columns[i].target, "revenue") == 0;
      *has_tier |= g_strcmp0 (columns[i].target, "tier") == 0;
    }
}

static void
show_rejects (QuadImportDialog *self)
{
  GPtrArray *rejects = quad_import_session_get_rejects (self->session);
  guint n_rejected = quad_import_session_get_n_rejected (self->session);
  g_autofree char *count = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->rejects_group), n_rejected > 0);
  count = g_strdup_printf (ngettext ("%u row cannot be imported as it is.",
                                     "%u rows cannot be imported as they are.", n_rejected),
                           n_rejected);
  adw_preferences_group_set_description (self->rejects_group, count);
  for (guint i = 0; i < MIN (rejects->len, REJECTS_SHOWN); i++)
    {
      const QuadImportReject *reject = rejects->pdata[i];
      g_autofree char *place = NULL;

      if (reject->column != NULL)
        /* Translators: row number, name of a column, what stands there */
        place = g_strdup_printf (_("Row %u, %s: %s"), reject->row, reject->column,
                                 reject->value != NULL ? reject->value : "");
      else
        place = g_strdup_printf (_("Row %u"), reject->row);
      add_row (self->rejects_group, place, reject->reason, NULL, FALSE);
    }
}

static void
show_currency (QuadImportDialog *self)
{
  const char *foreign = quad_import_session_get_foreign_currency (self->session);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (foreign == NULL)
    return;
  /* Translators: %s is a currency: USD */
  title = g_strdup_printf (_("Amounts in %s"), foreign);
  /* Translators: %s is the currency of the book: EUR */
  subtitle = g_strdup_printf (_("The book is in %s: they are taken as they are"),
                              self->currency.code);
  add_row (self->result_group, title, subtitle, NULL, FALSE);
}

static void
show_summary (QuadImportDialog *self)
{
  guint n_accepted = quad_import_session_get_n_accepted (self->session);
  gboolean has_revenue, has_tier;
  g_autofree char *title = NULL;

  show_columns (self, &has_revenue, &has_tier);
  show_rejects (self);
  show_currency (self);
  title = g_strdup_printf (ngettext ("%u Account Found", "%u Accounts Found", n_accepted),
                           n_accepted);
  adw_preferences_group_set_title (self->result_group, title);
  if (has_tier)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->as_row),
                                 _("Where the file does not say it itself"));
  self->scanned_as = has_revenue ? QUAD_IMPORT_AS_CLIENTS : QUAD_IMPORT_AS_LEADS;
  adw_combo_row_set_selected (self->as_row, has_revenue ? 0 : 2);
  gtk_switch_set_active (self->recut_switch, has_revenue && !has_tier);
  gtk_stack_set_visible_child_name (self->stack, "summary");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.start", n_accepted > 0);
  gtk_widget_grab_focus (self->import_button);
}

static void
as_changed_cb (QuadImportDialog *self)
{
  gboolean clients = as_choices[adw_combo_row_get_selected (self->as_row)]
                     == QUAD_IMPORT_AS_CLIENTS;

  gtk_widget_set_sensitive (self->recut_row, clients);
}

/* Called in the thread. */
static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  QuadImportDialog *self = source;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadImportSession) session =
    quad_import_session_open (self->path, &self->currency, &error);

  if (session == NULL
      || !quad_import_session_scan (session, cancellable, progress_cb, self, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&session), g_object_unref);
}

/* Called in the thread: rows are judged by what they are to become. */
static void
judge_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  QuadImportDialog *self = source;
  GError *error = NULL;

  if (quad_import_session_scan (self->session, cancellable, progress_cb, self, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  QuadImportDialog *self = QUAD_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;

  self->session = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->session != NULL)
    show_summary (self);
  else
    show_failure (self, error);
  end_work (self);
}

static void
start_reading (QuadImportDialog *self)
{
  g_autoptr (GTask) task = NULL;

  begin_work (self, _("Reading the List"));
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_source_tag (task, start_reading);
  g_task_run_in_thread (task, read_in_thread);
}

static void
import_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (QuadImportDialog) self = user_data;
  QuadImportResult counts = { 0 };
  g_autoptr (GError) error = NULL;

  if (quad_book_import_finish (QUAD_BOOK (source), result, &counts, &error))
    {
      g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, counts.created, counts.updated,
                     counts.unchanged);
      self->closing = TRUE;
    }
  else if (!self->closing)
    {
      adw_status_page_set_title (self->failed_page, _("Nothing Was Imported"));
      show_failure (self, error);
    }
  end_work (self);
}

static QuadImportAs
get_as (QuadImportDialog *self)
{
  return as_choices[adw_combo_row_get_selected (self->as_row)];
}

static void
start_import (QuadImportDialog *self)
{
  gboolean recut = get_as (self) == QUAD_IMPORT_AS_CLIENTS
                   && gtk_switch_get_active (self->recut_switch);
  QuadCutOffRule rule;

  quad_book_get_cut_off_rule (self->book, &rule);
  begin_work (self, _("Importing"));
  quad_book_import_async (self->book, QUAD_IMPORT_SOURCE (self->session), NULL,
                          recut ? &rule : NULL, self->cancellable, progress_cb, self, import_cb,
                          g_object_ref (self));
}

static void
judge_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  QuadImportDialog *self = QUAD_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gboolean judged = g_task_propagate_boolean (G_TASK (result), &error);
  gboolean goes_on = judged && !self->closing;

  if (!judged)
    show_failure (self, error);
  end_work (self);
  if (goes_on)
    start_import (self);
}

static void
start_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  QuadImportDialog *self = QUAD_IMPORT_DIALOG (widget);
  g_autoptr (GTask) task = NULL;

  if (get_as (self) == self->scanned_as)
    {
      start_import (self);
      return;
    }
  self->scanned_as = get_as (self);
  quad_import_session_set_as (self->session, self->scanned_as);
  begin_work (self, _("Reading the List"));
  task = g_task_new (self, self->cancellable, judge_cb, NULL);
  g_task_set_source_tag (task, start_action);
  g_task_run_in_thread (task, judge_in_thread);
}

static void
rejects_chosen_cb (QuadImportDialog *self,
                   int               response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT && file != NULL
      && !quad_import_session_write_rejects (self->session, g_file_peek_path (file), &error))
    quad_dialog_show_error (GTK_WIDGET (self), _("The Rejected Rows Were Not Saved"), error);
  g_clear_object (&self->chooser);
}

static void
save_rejects_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  QuadImportDialog *self = QUAD_IMPORT_DIALOG (widget);

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
quad_import_dialog_close_request (GtkWindow *window)
{
  QuadImportDialog *self = QUAD_IMPORT_DIALOG (window);

  if (!self->working)
    return GTK_WINDOW_CLASS (quad_import_dialog_parent_class)->close_request (window);
  self->closing = TRUE;
  gtk_label_set_text (self->working_label, _("Cancelling"));
  g_cancellable_cancel (self->cancellable);
  return GDK_EVENT_STOP;
}

static void
quad_import_dialog_dispose (GObject *object)
{
  QuadImportDialog *self = QUAD_IMPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_import_dialog_parent_class)->dispose (object);
}

static void
quad_import_dialog_finalize (GObject *object)
{
  QuadImportDialog *self = QUAD_IMPORT_DIALOG (object);

  g_free (self->path);

  G_OBJECT_CLASS (quad_import_dialog_parent_class)->finalize (object);
}

static void
quad_import_dialog_class_init (QuadImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quad_import_dialog_dispose;
  object_class->finalize = quad_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = quad_import_dialog_close_request;

  /**
   * QuadImportDialog::imported:
   * @created: accounts
   * @updated: accounts
   * @unchanged: accounts
   *
   * The list is in the book.
   */
  signals[SIGNAL_IMPORTED] =
    g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadImportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, QuadImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, QuadImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QuadImportDialog, working_label);
  gtk_widget_class_bind_template_child (widget_class, QuadImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, QuadImportDialog, result_group);
  gtk_widget_class_bind_template_child (widget_class, QuadImportDialog, as_row);
  gtk_widget_class_bind_template_child (widget_class, QuadImportDialog, recut_row);
  gtk_widget_class_bind_template_child (widget_class, QuadImportDialog, recut_switch);
  gtk_widget_class_bind_template_child (widget_class, QuadImportDialog, columns_group);
  gtk_widget_class_bind_template_child (widget_class, QuadImportDialog, rejects_group);
  gtk_widget_class_bind_template_child (widget_class, QuadImportDialog, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, as_changed_cb);
  gtk_widget_class_install_action (widget_class, "import.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "import.save-rejects", NULL,
                                   save_rejects_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quad_import_dialog_init (QuadImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* As the organisation calls the tiers. */
static void
name_choices (QuadImportDialog *self)
{
  const QuadTier tiers[] = { QUAD_TIER_IDEAL, QUAD_TIER_LEAD };
  GtkStringList *choices = GTK_STRING_LIST (adw_combo_row_get_model (self->as_row));

  for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
    {
      const char *own = quad_names_get_own_box (quad_book_get_names (self->book), tiers[i]);

      /* The first choice is clients, of whichever tier. */
      if (own != NULL)
        gtk_string_list_splice (choices, i + 1, 1, (const char *[]) { own, NULL });
    }
}

/**
 * quad_import_dialog_new:
 * @path: of the list
 *
 * Starts to read the file at once.
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
quad_import_dialog_new (GtkWindow  *parent,
                        QuadBook   *book,
                        const char *path)
{
  QuadImportDialog *self = g_object_new (QUAD_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);

  self->book = g_object_ref (book);
  self->path = g_strdup (path);
  self->currency = *quad_book_get_currency (book);
  name_choices (self);
  adw_window_title_set_subtitle (self->window_title, shown);
  start_reading (self);
  return GTK_WINDOW (self);
}
