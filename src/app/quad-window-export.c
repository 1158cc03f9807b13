/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include "quad-dialogs.h"
#include "quad-export-columns.h"
#include "quad-export-csv.h"
#include "quad-export-dialog.h"
#include "quad-export-html.h"
#include "quad-file-job.h"
#include "quad-i18n.h"
#include "quad-print.h"

/* What goes out: the chart, the list, what is due and the whole book to a file, by the ending of
 * its name; accounts and the chart to the clipboard. */

/* The columns of lists, as they were chosen last. */
static GPtrArray *
get_columns (QuadWindow *self)
{
  if (self->columns == NULL && self->settings != NULL)
    {
      g_auto (GStrv) nicks = g_settings_get_strv (self->settings, "export-columns");

      self->columns = quad_export_columns_from_nicks ((const char *const *) nicks);
    }
  if (self->columns == NULL)
    self->columns = quad_export_columns_new_all ();
  return self->columns;
}

static void
set_columns (QuadWindow *self,
             GPtrArray  *columns)
{
  g_autoptr (GPtrArray) nicks = g_ptr_array_new ();

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  self->columns = g_ptr_array_ref (columns);
  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (nicks, (gpointer) ((const QuadExportColumn *) columns->pdata[i])->nick);
  g_ptr_array_add (nicks, NULL);
  if (self->settings != NULL)
    g_settings_set_strv (self->settings, "export-columns", (const char *const *) nicks->pdata);
}

/* The one that the chart shows. */
static QuadLens
get_lens (QuadWindow *self)
{
  g_autofree char *nick = NULL;
  guint lens = QUAD_LENS_TIERS;

  g_object_get (self->chart_pane, "lens", &nick, NULL);
  quad_words_parse (&quad_lens_words, nick, &lens);
  return (QuadLens) lens;
}

static void
written_cb (GtkWindow  *window,
            const char *path)
{
  g_autofree char *shown = g_filename_display_basename (path);
  /* Translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_("Exported to %s"), shown);

  quad_window_add_toast (QUAD_WINDOW (window), title);
}

static void
export_chart (QuadWindow *self,
              const char *path)
{
  g_autoptr (GError) error = NULL;
  QuadExportFormat format;

  if (!quad_export_format_for_path (path, &format))
    g_set_error_literal (&error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                         _("Give the file a name that ends with .pdf, .svg or .png for the chart, "
                           ".xlsx or .csv for the list, .ics for a calendar, or .json for the "
                           "whole book."));
  else if (quad_print_export (self->book, get_lens (self), path, format, &error))
    written_cb (GTK_WINDOW (self), path);
  if (error != NULL)
    quad_dialog_show_error (GTK_WIDGET (self), _("The File Was Not Written"), error);
}

static void
export_path (QuadWindow *self,
             const char *path)
{
  if (self->book == NULL || !quad_window_save_pending (self))
    return;
  if (quad_file_job_makes (path))
    quad_file_job_export (GTK_WINDOW (self), self->book, path,
                          G_LIST_MODEL (quad_account_list_get_view (self->list)),
                          get_columns (self), written_cb);
  else
    export_chart (self, path);
}

static void
chosen_cb (QuadWindow *self,
           guint       kind,
           GPtrArray  *columns)
{
  static const struct
  {
    const char *name;           /* of the file */
    const char *filter;
    const char *suffixes[4];
  } kinds[QUAD_N_EXPORT_KINDS] = {
    /* Translators: proposed name of a file; keep the ending */
    [QUAD_EXPORT_KIND_CHART] = { N_("account chart.pdf"), N_("Chart (PDF, SVG, PNG)"),
                                 { "pdf", "svg", "png" } },
    /* Translators: proposed name of a file; keep the ending */
    [QUAD_EXPORT_KIND_LIST] = { N_("account list.xlsx"), N_("List (CSV, Spreadsheet)"),
                                { "xlsx", "csv" } },
    /* Translators: proposed name of a file; keep the ending */
    [QUAD_EXPORT_KIND_CALENDAR] = { N_("account dates.ics"), N_("Calendar (iCalendar)"),
                                    { "ics" } },
    /* Translators: proposed name of a file; keep the ending */
    [QUAD_EXPORT_KIND_BOOK] = { N_("account book.json"), N_("Whole Book (JSON)"), { "json" } },
  };
  GtkFileChooser *chooser = quad_window_make_chooser (self, _("Export"),
                                                      GTK_FILE_CHOOSER_ACTION_SAVE, export_path);

  if (kind == QUAD_EXPORT_KIND_LIST)
    set_columns (self, columns);
  quad_window_add_filter (chooser, _(kinds[kind].filter), kinds[kind].suffixes);
  gtk_file_chooser_set_current_name (chooser, _(kinds[kind].name));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  GListModel *shown = G_LIST_MODEL (quad_account_list_get_view (self->list));
  GtkWindow *dialog = quad_export_dialog_new (GTK_WINDOW (self), g_list_model_get_n_items (shown),
                                              get_columns (self));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
export_to_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  export_path (QUAD_WINDOW (widget), g_variant_get_bytestring (parameter));
}

/* The chosen accounts in the order of the list; those that it does not show come last. */
static GListModel *
list_chosen (QuadWindow *self)
{
  GListModel *shown = G_LIST_MODEL (quad_account_list_get_view (self->list));
  g_autoptr (GPtrArray) chosen = quad_account_selection_get_all (self->selection);
  GListStore *accounts = g_list_store_new (QUAD_TYPE_ACCOUNT);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (QuadAccount) account = g_list_model_get_item (shown, i);

      if (quad_account_selection_contains (self->selection, account))
        g_list_store_append (accounts, account);
    }
  for (guint i = 0; i < chosen->len; i++)
    if (!quad_account_view_find (QUAD_ACCOUNT_VIEW (shown), chosen->pdata[i], NULL))
      g_list_store_append (accounts, chosen->pdata[i]);
  return G_LIST_MODEL (accounts);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  const QuadCurrency *currency = quad_book_get_currency (self->book);
  const QuadExportCsvOptions options = { '\t', FALSE, get_columns (self) };
  g_autoptr (GListModel) accounts = list_chosen (self);
  guint n_accounts = g_list_model_get_n_items (accounts);
  g_autofree char *text = quad_export_csv_to_text (accounts, currency, &options);
  char *html = quad_export_html_to_text (accounts, currency, options.columns);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (providers, 2);
  g_autofree char *title = NULL;

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), both);
  title = g_strdup_printf (ngettext ("%u account copied", "%u accounts copied", n_accounts),
                           n_accounts);
  quad_window_add_toast (self, title);
}

static void
copy_chart_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) picture = quad_print_to_texture (self->book, get_lens (self), &error);

  if (picture == NULL)
    {
      quad_dialog_show_error (widget, _("The Chart Was Not Copied"), error);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), picture);
  quad_window_add_toast (self, _("Chart copied"));
}

void
quad_window_export_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.export-to", "ay", export_to_action);
  gtk_widget_class_install_action (widget_class, "win.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "win.copy-chart", NULL, copy_chart_action);
}
