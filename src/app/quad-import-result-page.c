/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-import-result-page"

#include "quad-import-result-page.h"

#include "quad-i18n.h"

struct _QuadImportResultPage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkStack       *stack;
  GtkProgressBar *progress_bar;
  AdwStatusPage  *done_page;
  AdwStatusPage  *failed_page;
  GtkWidget      *show_button;
  GtkWidget      *undo_button;
  GtkWidget      *rejects_button;

  /* owned */
  QuadImportDraft *draft;
};

G_DEFINE_FINAL_TYPE (QuadImportResultPage, quad_import_result_page, ADW_TYPE_BIN)

static void
add_line (GString *text,
          char    *line,
          guint    n)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

/* A line for each kind of row that there was. */
static char *
describe_result (QuadImportResultPage   *self,
                 const QuadImportResult *result,
                 guint                   n_rejected)
{
  GString *text = g_string_new (NULL);

  add_line (text, g_strdup_printf (ngettext ("%u account is new", "%u accounts are new",
                                             result->created), result->created), result->created);
  add_line (text, g_strdup_printf (ngettext ("%u account was updated", "%u accounts were updated",
                                             result->updated), result->updated), result->updated);
  add_line (text, g_strdup_printf (ngettext ("%u row was here already",
                                             "%u rows were here already", result->unchanged),
                                   result->unchanged), result->unchanged);
  add_line (text, g_strdup_printf (ngettext ("%u doubtful row stayed out",
                                             "%u doubtful rows stayed out", result->doubtful),
                                   result->doubtful), result->doubtful);
  add_line (text, g_strdup_printf (ngettext ("%u row was left out", "%u rows were left out",
                                             result->left_out), result->left_out),
            result->left_out);
  add_line (text, g_strdup_printf (ngettext ("%u row was rejected", "%u rows were rejected",
                                             n_rejected), n_rejected), n_rejected);
  if (text->len == 0)
    g_string_append (text, _("Nothing changed."));
  return g_string_free (text, FALSE);
}

static void
imported_cb (QuadImportResultPage *self)
{
  const QuadImportResult *result = quad_import_draft_get_result (self->draft);
  const GError *error = quad_import_draft_get_error (self->draft);
  guint n_rejected;
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      const gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_autofree char *escaped =
        g_markup_escape_text (cancelled ? _("The import was cancelled. The book is as it was.")
                                        : error->message, -1);

      adw_status_page_set_description (self->failed_page, escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  n_rejected = result->rejected
               + quad_import_session_get_n_rejected (quad_import_draft_get_session (self->draft));
  text = describe_result (self, result, n_rejected);
  adw_status_page_set_title (self->done_page, _("The List Is in the Book"));
  adw_status_page_set_description (self->done_page, text);
  gtk_widget_set_visible (self->show_button, result->created > 0);
  gtk_widget_set_visible (self->undo_button, result->created + result->updated > 0);
  gtk_widget_set_visible (self->rejects_button, n_rejected > 0);
  gtk_stack_set_visible_child_name (self->stack, "done");
}

static void
working_cb (QuadImportResultPage *self)
{
  if (!quad_import_draft_is_importing (self->draft))
    return;
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "running");
}

static void
quad_import_result_page_dispose (GObject *object)
{
  QuadImportResultPage *self = QUAD_IMPORT_RESULT_PAGE (object);

  g_clear_object (&self->draft);

  G_OBJECT_CLASS (quad_import_result_page_parent_class)->dispose (object);
}

static void
quad_import_result_page_class_init (QuadImportResultPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_import_result_page_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/app/quadrille/Quadrille/quad-import-result-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadImportResultPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QuadImportResultPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, QuadImportResultPage, done_page);
  gtk_widget_class_bind_template_child (widget_class, QuadImportResultPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, QuadImportResultPage, show_button);
  gtk_widget_class_bind_template_child (widget_class, QuadImportResultPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, QuadImportResultPage, rejects_button);
}

static void
quad_import_result_page_init (QuadImportResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_import_result_page_set_draft:
 * @draft: whose result it is; once
 */
void
quad_import_result_page_set_draft (QuadImportResultPage *self,
                                   QuadImportDraft      *draft)
{
  g_return_if_fail (QUAD_IS_IMPORT_RESULT_PAGE (self) && self->draft == NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "notify::working", G_CALLBACK (working_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
}

/**
 * quad_import_result_page_set_fraction:
 * @fraction: of the import that goes on, 0 to 1
 */
void
quad_import_result_page_set_fraction (QuadImportResultPage *self,
                                      double                fraction)
{
  g_return_if_fail (QUAD_IS_IMPORT_RESULT_PAGE (self));

  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

/**
 * quad_import_result_page_show_undone:
 *
 * Says that the import was taken back.
 */
void
quad_import_result_page_show_undone (QuadImportResultPage *self)
{
  g_return_if_fail (QUAD_IS_IMPORT_RESULT_PAGE (self));

  adw_status_page_set_title (self->done_page, _("The Import Is Undone"));
  adw_status_page_set_description (self->done_page, _("The book is as it was before."));
  gtk_widget_set_visible (self->show_button, FALSE);
  gtk_widget_set_visible (self->undo_button, FALSE);
}
