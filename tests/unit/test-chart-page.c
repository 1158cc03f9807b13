/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-chart-page.h"

#include <glib/gstdio.h>
#include <string.h>

#include "quad-error.h"
#include "quad-test-chart.h"

static const QuadCurrency euro = { "EUR", 2 };

typedef struct
{
  char      *folder;
  char      *path;
  GPtrArray *names;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("quadrille-page-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "chart", NULL);
  fixture->names = g_ptr_array_new_with_free_func (g_free);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  (void) g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_ptr_array_unref (fixture->names);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Names of two words and a number, 7 key accounts, 5 ideal clients, the rest in the lower boxes. */
static QuadBoxes *
make_boxes (Fixture *fixture,
            guint    n)
{
  static const char *first[] = { "Brightwater", "Mossfield", "Halden", "Orchard", "Quayside" };
  static const char *second[] = { "Dairy", "Schools Trust", "Medical Supply", "Hotels" };
  GPtrArray *accounts = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      QuadTier tier = i < 7 ? QUAD_TIER_KEY : i < 12 ? QUAD_TIER_IDEAL
                      : i % 2 == 0 ? QUAD_TIER_SECONDARY : QUAD_TIER_LEAD;
      char *name = g_strdup_printf ("%s %s %u", first[i % 5], second[i % 4], i + 100);

      g_ptr_array_add (fixture->names, name);
      g_ptr_array_add (accounts,
                       quad_test_chart_account (i + 1, name, tier, i % QUAD_N_PROFILES,
                                                i % 9 == 8 ? QUAD_MONEY_UNKNOWN
                                                           : 41200000 / (QuadMoney) (i + 1)));
    }

  return quad_test_chart_boxes (accounts);
}

static void
export_page (Fixture          *fixture,
             guint             n,
             QuadExportFormat  format)
{
  g_autoptr (QuadBoxes) boxes = make_boxes (fixture, n);
  g_autoptr (GError) error = NULL;
  const QuadChartPage page = { boxes, &euro, NULL, NULL, "South-West territory",
                               quad_date_from_ymd (2026, 11, 21) };

  g_assert_true (quad_chart_page_export (&page, fixture->path, format, &error));
  g_assert_no_error (error);
}

/* Poppler's tools are on the list of packages: without them this fails, and is not skipped. */
static char *
run_tool (const char *tool,
          const char *option,
          const char *path,
          const char *output)
{
  const char *argv[6] = { tool };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status, n = 1;

  if (option != NULL)
    argv[n++] = option;
  argv[n++] = path;
  if (output != NULL)
    argv[n++] = output;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));

  return text;
}

/* Every white space becomes one blank, a no-break one, too. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!g_unichar_isspace (character) && character != 0xa0)
        g_string_append_unichar (squeezed, character);
      else if (squeezed->len > 0 && squeezed->str[squeezed->len - 1] != ' ')
        g_string_append_c (squeezed, ' ');
    }

  return g_string_free (squeezed, FALSE);
}

static char *
read_pdf (Fixture *fixture)
{
  g_autofree char *text = run_tool ("pdftotext", "-layout", fixture->path, "-");

  return squeeze (text);
}

static guint
count_names (Fixture    *fixture,
             const char *text)
{
  guint n = 0;

  for (guint i = 0; i < fixture->names->len; i++)
    n += strstr (text, fixture->names->pdata[i]) != NULL;

  return n;
}

static void
test_every_name (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *text = NULL;
  static const char *wanted[] = {
    "Account chart", "South-West territory", "21 November 2026", "45 accounts", "Clients",
    "Prospects", "Key accounts", "Secondary accounts", "Ideal clients", "Leads to qualify",
    "of revenue", "guideline ≥ 70 %", "guideline 25–40 %", "guideline: at most 9", "Keep",
    "Attain", "Recapture", "Expand", "Jettison", "Bar: revenue, or potential of a prospect",
    "Page 1 of 1", "€412k", "\u2014",
  };

  export_page (fixture, 45, QUAD_EXPORT_PDF);
  text = read_pdf (fixture);
  for (guint i = 0; i < fixture->names->len; i++)
    if (strstr (text, fixture->names->pdata[i]) == NULL)
      g_error ("“%s” is not on the page", (char *) fixture->names->pdata[i]);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (text, wanted[i]) == NULL)
      g_error ("“%s” is not on the page", wanted[i]);
  g_assert_null (strstr (text, " more"));
}

/* What has no room is counted: names on the page and "+N more" are all accounts. */
static void
test_more (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;
  guint64 more = 0;

  export_page (fixture, 600, QUAD_EXPORT_PDF);
  text = read_pdf (fixture);
  for (const char *c = strstr (text, " more"); c != NULL; c = strstr (c + 1, " more"))
    {
      while (c > text && c[-1] != '+')
        c--;
      more += g_ascii_strtoull (c, NULL, 10);
      c = strstr (c, " more");
    }

  g_assert_cmpuint (more, >, 0);
  g_assert_cmpuint (count_names (fixture, text) + more, ==, 600);
}

static void
test_document (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *info = NULL;
  g_autofree char *fonts = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_fonts = 0;

  export_page (fixture, 45, QUAD_EXPORT_PDF);

  info = run_tool ("pdfinfo", NULL, fixture->path, NULL);
  g_assert_nonnull (strstr (info, "841.89 x 595.276 pts (A4)"));
  g_assert_nonnull (strstr (info, "Account chart · South-West territory"));
  g_assert_true (g_regex_match_simple ("^Pages:\\s+1$", info, G_REGEX_MULTILINE, 0));

  fonts = run_tool ("pdffonts", NULL, fixture->path, NULL);
  lines = g_strsplit (fonts, "\n", -1);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++, n_fonts++)
    /* embedded, subset, with a map to Unicode */
    if (!g_regex_match_simple ("\\syes\\s+yes\\s+yes\\s", lines[i], 0, 0))
      g_error ("this font is not embedded: %s", lines[i]);
  g_assert_cmpuint (n_fonts, >=, 2);
}

/* Not SVG: there cairo numbers its surfaces through the life of the process. */
static void
test_same_twice (Fixture       *fixture,
                 gconstpointer  data)
{
  static const QuadExportFormat formats[] = { QUAD_EXPORT_PDF, QUAD_EXPORT_PNG };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      gsize first_length, second_length;

      export_page (fixture, 20, formats[i]);
      g_assert_true (g_file_get_contents (fixture->path, &first, &first_length, NULL));
      export_page (fixture, 20, formats[i]);
      g_assert_true (g_file_get_contents (fixture->path, &second, &second_length, NULL));
      g_assert_cmpmem (first, first_length, second, second_length);
    }
}

static void
test_svg (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *text = NULL;
  gsize length;

  export_page (fixture, 45, QUAD_EXPORT_SVG);
  g_assert_true (g_file_get_contents (fixture->path, &text, &length, NULL));
  g_assert_nonnull (g_strstr_len (text, 400, "<svg"));
  g_assert_nonnull (g_strstr_len (text, 400, "width=\"841.889764pt\""));
  g_assert_nonnull (g_strstr_len (text, 400, "height=\"595.275591pt\""));
  g_assert_nonnull (g_strrstr (text, "</svg>"));
}

static void
test_png (Fixture       *fixture,
          gconstpointer  data)
{
  cairo_surface_t *image;
  const unsigned char *pixels;
  guint n_dark = 0;
  int width, height, stride;

  export_page (fixture, 45, QUAD_EXPORT_PNG);
  image = cairo_image_surface_create_from_png (fixture->path);
  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  width = cairo_image_surface_get_width (image);
  height = cairo_image_surface_get_height (image);
  stride = cairo_image_surface_get_stride (image);
  g_assert_cmpint (width, ==, 2339);
  g_assert_cmpint (height, ==, 1654);

  pixels = cairo_image_surface_get_data (image);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        gboolean in_margin = x < 85 || y < 85 || x >= width - 85 || y >= height - 85;
        unsigned char green = pixels[y * stride + x * 4 + 1];

        n_dark += green < 128;
        if (in_margin && green != 255)
          g_error ("something is in the margin at %d, %d", x, y);
      }
  /* Text and bars, neither an empty page nor a black one. */
  g_assert_cmpuint (n_dark, >, 20000);
  g_assert_cmpuint (n_dark, <, 600000);
  cairo_surface_destroy (image);
}

/* On any paper, whatever the size of the font and the direction, nothing leaves the area. */
static void
test_papers (Fixture       *fixture,
             gconstpointer  data)
{
  static const double papers[][2] = {
    { 778.9, 532.3 }, { 729.0, 549.0 }, { 532.3, 778.9 }, { 1127.0, 778.0 }, { 350.0, 250.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    for (guint n = 0; n <= 900; n = n * 20 + 45)
      {
        g_autoptr (QuadBoxes) boxes = make_boxes (fixture, n);
        const QuadChartPage page = { boxes, &euro, NULL, "A title that is much too long for any "
                                     "paper, and goes on and on until it must be cut off at some "
                                     "place",
                                     NULL, quad_date_from_ymd (2026, 11, 21) };
        cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA,
                                                                     NULL);
        cairo_t *cr = cairo_create (recording);
        PangoContext *context = pango_cairo_create_context (cr);
        double x, y, width, height;

        if (i % 2 == 1)
          pango_context_set_base_dir (context, PANGO_DIRECTION_RTL);
        pango_cairo_context_set_resolution (context, 72.0 + 40.0 * i);
        quad_chart_page_draw (&page, cr, context, papers[i][0], papers[i][1]);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_recording_surface_ink_extents (recording, &x, &y, &width, &height);
        g_assert_cmpfloat (x, >=, -1.0);
        g_assert_cmpfloat (y, >=, -1.0);
        g_assert_cmpfloat (x + width, <=, papers[i][0] + 1.0);
        g_assert_cmpfloat (y + height, <=, papers[i][1] + 1.0);

        g_object_unref (context);
        cairo_destroy (cr);
        cairo_surface_destroy (recording);
      }
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (QuadBoxes) boxes = make_boxes (fixture, 3);
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "chart.pdf", NULL);
  const QuadChartPage page = { boxes, &euro, NULL, NULL, NULL, quad_date_from_ymd (2026, 11, 21) };

  for (QuadExportFormat format = QUAD_EXPORT_PDF; format <= QUAD_EXPORT_PNG; format++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (quad_chart_page_export (&page, path, format, &error));
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, path));
    }
}

static void
test_format_for_path (void)
{
  QuadExportFormat format;

  g_assert_true (quad_export_format_for_path ("chart.pdf", &format));
  g_assert_cmpint (format, ==, QUAD_EXPORT_PDF);
  g_assert_true (quad_export_format_for_path ("/a.b/chart.SVG", &format));
  g_assert_cmpint (format, ==, QUAD_EXPORT_SVG);
  g_assert_true (quad_export_format_for_path ("a.pdf.png", &format));
  g_assert_cmpint (format, ==, QUAD_EXPORT_PNG);
  g_assert_false (quad_export_format_for_path ("pdf", &format));
  g_assert_false (quad_export_format_for_path (".pdf", &format));
  g_assert_false (quad_export_format_for_path ("chart.csv", &format));
  g_assert_false (quad_export_format_for_path ("", &format));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, set_up, function, tear_down)

  ADD ("/chart-page/every-name", test_every_name);
  ADD ("/chart-page/more", test_more);
  ADD ("/chart-page/document", test_document);
  ADD ("/chart-page/same-twice", test_same_twice);
  ADD ("/chart-page/svg", test_svg);
  ADD ("/chart-page/png", test_png);
  ADD ("/chart-page/papers", test_papers);
  ADD ("/chart-page/failure", test_failure);
  g_test_add_func ("/chart-page/format-for-path", test_format_for_path);

  return g_test_run ();
}
