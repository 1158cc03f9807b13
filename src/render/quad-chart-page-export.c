/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-page"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#include "quad-chart-page.h"
#include "quad-error.h"
#include "quad-file.h"
#include "quad-i18n.h"

/* A4 landscape, in points: 297 mm x 210 mm. */
#define PAGE_WIDTH  (297.0 / 25.4 * 72.0)
#define PAGE_HEIGHT (210.0 / 25.4 * 72.0)
#define PAGE_MARGIN 31.5

/* Pixels per inch of a picture: sharp on a projector, and small enough to be mailed. */
#define PNG_RESOLUTION 200.0

#define FONT_FAMILY "Cantarell, Sans"

static cairo_status_t
collect (void                *closure,
         const unsigned char *data,
         unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* The same book on the same day gives the same file, byte for byte. */
static void
set_pdf_metadata (cairo_surface_t     *surface,
                  const QuadChartPage *page)
{
  const char *title = page->title != NULL ? page->title : _("Account chart");
  g_autofree char *day = quad_date_to_iso (page->today);
  g_autofree char *both = NULL;
  g_autofree char *time = NULL;

  /* Translators: title of a document: the kind of page, the name of the book */
  if (page->subtitle != NULL && *page->subtitle != '\0')
    both = g_strdup_printf (_("%s · %s"), title, page->subtitle);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, both != NULL ? both : title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Quadrille");
  if (day == NULL)
    return;

  time = g_strconcat (day, "T00:00:00Z", NULL);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
}

static cairo_surface_t *
create_surface (const QuadChartPage *page,
                QuadExportFormat     format,
                GByteArray          *bytes)
{
  cairo_surface_t *surface = NULL;

  switch (format)
    {
    case QUAD_EXPORT_PDF:
      surface = cairo_pdf_surface_create_for_stream (collect, bytes, PAGE_WIDTH, PAGE_HEIGHT);
      set_pdf_metadata (surface, page);
      break;
    case QUAD_EXPORT_SVG:
      surface = cairo_svg_surface_create_for_stream (collect, bytes, PAGE_WIDTH, PAGE_HEIGHT);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
      break;
    case QUAD_EXPORT_PNG:
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                            (int) lround (PAGE_WIDTH * PNG_RESOLUTION / 72.0),
                                            (int) lround (PAGE_HEIGHT * PNG_RESOLUTION / 72.0));
      break;
    }

  return surface;
}

/* There is no toolkit to ask: the page runs as its own words do. */
static PangoDirection
find_direction (PangoContext *context)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);

  pango_layout_set_text (layout, _("Account chart"), -1);

  return pango_layout_get_direction (layout, 0);
}

/* Left to itself Pango rounds to pixels and takes 96 of them for an inch. */
static PangoContext *
create_context (cairo_t *cr)
{
  PangoContext *context = pango_cairo_create_context (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT_FAMILY " 10");
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, 72.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, find_direction (context));

  return context;
}

static cairo_status_t
draw_surface (const QuadChartPage *page,
              cairo_surface_t     *surface,
              QuadExportFormat     format,
              GByteArray          *bytes)
{
  cairo_t *cr = cairo_create (surface);
  PangoContext *context;
  cairo_status_t status;

  if (format == QUAD_EXPORT_PNG)
    cairo_scale (cr, PNG_RESOLUTION / 72.0, PNG_RESOLUTION / 72.0);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);

  context = create_context (cr);
  cairo_translate (cr, PAGE_MARGIN, PAGE_MARGIN);
  quad_chart_page_draw (page, cr, context,
                        PAGE_WIDTH - 2.0 * PAGE_MARGIN, PAGE_HEIGHT - 2.0 * PAGE_MARGIN);
  g_object_unref (context);

  status = cairo_status (cr);
  if (status == CAIRO_STATUS_SUCCESS && format != QUAD_EXPORT_PNG)
    {
      cairo_show_page (cr);
      status = cairo_status (cr);
    }
  cairo_destroy (cr);

  if (status == CAIRO_STATUS_SUCCESS && format == QUAD_EXPORT_PNG)
    status = cairo_surface_write_to_png_stream (surface, collect, bytes);
  cairo_surface_finish (surface);

  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
}

/**
 * quad_chart_page_to_bytes:
 * @page: what to draw
 * @format: of the bytes
 *
 * Draws the page on A4 landscape. Needs no display.
 *
 * Returns: (transfer full) (nullable): what a file of that format holds
 *
 * Errors: %QUAD_ERROR_IO when it cannot be drawn.
 */
GBytes *
quad_chart_page_to_bytes (const QuadChartPage  *page,
                          QuadExportFormat      format,
                          GError              **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (page != NULL, NULL);
  g_return_val_if_fail (format <= QUAD_EXPORT_PNG, NULL);

  surface = create_surface (page, format, bytes);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = draw_surface (page, surface, format, bytes);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO, _("The chart cannot be drawn: %s."),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * quad_chart_page_export:
 * @page: what to draw
 * @path: the file, replaced wholly or not at all
 * @format: of the file
 *
 * Writes quad_chart_page_to_bytes() to a file.
 *
 * Errors: those of quad_file_replace(), and %QUAD_ERROR_IO when it cannot be drawn.
 */
gboolean
quad_chart_page_export (const QuadChartPage *page,
                        const char          *path,
                        QuadExportFormat     format,
                        GError             **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  bytes = quad_chart_page_to_bytes (page, format, error);
  return bytes != NULL
         && quad_file_replace (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                               error);
}

/**
 * quad_export_format_for_path:
 * @path: a file name
 * @format: (out): the format its ending stands for
 *
 * Returns: %FALSE when the ending is none of .pdf, .svg and .png, in either case
 */
gboolean
quad_export_format_for_path (const char       *path,
                             QuadExportFormat *format)
{
  static const char *endings[] = { ".pdf", ".svg", ".png" };
  gsize length;

  g_return_val_if_fail (path != NULL, FALSE);

  length = strlen (path);
  for (QuadExportFormat i = QUAD_EXPORT_PDF; i <= QUAD_EXPORT_PNG; i++)
    if (length > 4 && g_ascii_strcasecmp (path + length - 4, endings[i]) == 0)
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}
