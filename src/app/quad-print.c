/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-print"

#include "quad-print.h"

#include "quad-boxes.h"
#include "quad-chart-page.h"
#include "quad-i18n.h"

typedef struct
{
  QuadBook  *book;
  GSettings *settings;    /* nullable */
  QuadBoxes *boxes;
  char      *name;
} PrintJob;

static void
print_job_free (PrintJob *job)
{
  g_object_unref (job->book);
  g_clear_object (&job->settings);
  g_object_unref (job->boxes);
  g_free (job->name);
  g_free (job);
}

static QuadChartPage
make_page (QuadBook   *book,
           QuadBoxes  *boxes,
           const char *name)
{
  return (QuadChartPage) {
    .boxes = boxes,
    .currency = quad_book_get_currency (book),
    .names = quad_book_get_names (book),
    .title = _("Account chart"),
    .subtitle = name,
    .today = quad_book_get_today (book),
  };
}

static GtkPageSetup *
load_page_setup (GSettings *settings)
{
  GtkPageSetup *setup = NULL;
  g_autoptr (GVariant) kept = NULL;

  if (settings != NULL)
    kept = g_settings_get_value (settings, "page-setup");
  if (kept != NULL && g_variant_n_children (kept) > 0)
    setup = gtk_page_setup_new_from_gvariant (kept);
  if (setup == NULL)
    {
      setup = gtk_page_setup_new ();
      gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
    }
  return setup;
}

static void
draw_page_cb (PrintJob        *job,
              GtkPrintContext *context,
              int              page_number)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);
  QuadChartPage page = make_page (job->book, job->boxes, job->name);

  quad_chart_page_draw (&page, gtk_print_context_get_cairo_context (context), pango,
                        gtk_print_context_get_width (context),
                        gtk_print_context_get_height (context));
  g_object_unref (pango);
}

static void
done_cb (PrintJob                *job,
         GtkPrintOperationResult  result,
         GtkPrintOperation       *operation)
{
  g_autoptr (GVariant) setup = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_APPLY || job->settings == NULL)
    return;
  setup = gtk_page_setup_to_gvariant (gtk_print_operation_get_default_page_setup (operation));
  g_settings_set_value (job->settings, "page-setup", g_variant_ref_sink (setup));
}

/**
 * quad_print_operation_new:
 * @settings: (nullable): where paper and orientation are kept from one time to the next
 *
 * Returns: (transfer full): an operation that prints the chart of the book on one page
 */
GtkPrintOperation *
quad_print_operation_new (QuadBook  *book,
                          GSettings *settings)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = load_page_setup (settings);
  PrintJob *job = g_new0 (PrintJob, 1);

  job->book = g_object_ref (book);
  job->settings = settings != NULL ? g_object_ref (settings) : NULL;
  job->boxes = quad_boxes_new (quad_book_get_accounts (book));
  job->name = quad_book_dup_name (book);

  gtk_print_operation_set_job_name (operation, _("Account chart"));
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_swapped (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), job,
                         (GClosureNotify) (void (*) (void)) print_job_free, G_CONNECT_SWAPPED);
  return operation;
}

/**
 * quad_print_export:
 * @lens: what the boxes stand for
 * @format: of the file
 *
 * Writes the chart to a file.
 */
gboolean
quad_print_export (QuadBook          *book,
                   QuadLens           lens,
                   const char        *path,
                   QuadExportFormat   format,
                   GError           **error)
{
  g_autoptr (QuadBoxes) boxes = quad_boxes_new (quad_book_get_accounts (book));
  g_autofree char *name = quad_book_dup_name (book);
  QuadChartPage page = make_page (book, boxes, name);

  quad_boxes_set_lens (boxes, lens);
  return quad_chart_page_export (&page, path, format, error);
}

/**
 * quad_print_to_texture:
 * @lens: what the boxes stand for
 *
 * Returns: (transfer full) (nullable): the chart as a picture, as quad_print_export() writes it
 */
GdkTexture *
quad_print_to_texture (QuadBook  *book,
                       QuadLens   lens,
                       GError   **error)
{
  g_autoptr (QuadBoxes) boxes = quad_boxes_new (quad_book_get_accounts (book));
  g_autofree char *name = quad_book_dup_name (book);
  g_autoptr (GBytes) bytes = NULL;
  QuadChartPage page = make_page (book, boxes, name);

  quad_boxes_set_lens (boxes, lens);
  bytes = quad_chart_page_to_bytes (&page, QUAD_EXPORT_PNG, error);
  return bytes != NULL ? gdk_texture_new_from_bytes (bytes, error) : NULL;
}
