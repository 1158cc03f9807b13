/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "quad-chart-painter.h"
#include "quad-text.h"

/* Draws a chart of invented accounts into a PNG, to look at: any lens, mode, number, size and
 * palette. The same arguments always give the same picture. */

static const char *const first_words[] = {
  "Brightwater", "Northgate", "Halden", "Solent", "Castellan", "Kingsway", "Orchard & Vale",
  "Aldermere", "Tern", "Fairholt", "Penrose", "Ridgeline", "Mossfield", "Peller", "Ashdown",
  "Quayside", "Larkspur", "Ironbridge", "Bellwether", "Fenwick", "Copperline", "Marlow", "Sable",
  "Dunmore", "Hollis", "Wexcombe", "Pinecrest", "Stroud", "Tallow", "Viking", "Elmhurst", "Garnet",
};

static const char *const second_words[] = {
  "Dairy", "Logistics", "Medical Supply", "Renewables", "Insurance", "Pharma", "Foods", "Rail",
  "Aviation Parts", "Grocers", "Shipping", "Outdoor", "Schools Trust", "Brothers", "Print",
  "Hotels", "Clinics", "Castings", "Radio", "Nurseries", "Ceramics", "Bakery", "Kayaks",
};

static const char *const verticals[] = {
  "Food", "Transport", "Health", "Energy", "Finance", "Retail", "Education", "Media", "Leisure",
  "Manufacturing", "Public sector",
};

static struct
{
  char     *lens, *mode, *palette, *size, *color, *zoom;
  int       n;
  double    text_scale, pixel_scale;
  gboolean  rtl, plan, dim, facts, show_all, select, no_legend;
} options = { NULL, NULL, NULL, NULL, NULL, NULL, 45, 1.0, 1.0,
              FALSE, FALSE, FALSE, FALSE, FALSE, FALSE, FALSE };

static const GOptionEntry entries[] = {
  { "lens", 0, 0, G_OPTION_ARG_STRING, &options.lens, "tiers or kare", "LENS" },
  { "mode", 0, 0, G_OPTION_ARG_STRING, &options.mode, "cards or bubbles", "MODE" },
  { "accounts", 'n', 0, G_OPTION_ARG_INT, &options.n, "How many accounts", "N" },
  { "size", 's', 0, G_OPTION_ARG_STRING, &options.size, "In pixels", "WIDTHxHEIGHT" },
  { "palette", 0, 0, G_OPTION_ARG_STRING, &options.palette,
    "light, dark, high-contrast, high-contrast-dark or print", "NAME" },
  { "color", 0, 0, G_OPTION_ARG_STRING, &options.color, "profile or vertical", "FIELD" },
  { "zoom", 0, 0, G_OPTION_ARG_STRING, &options.zoom, "A tier or profile", "NICK" },
  { "text", 0, 0, G_OPTION_ARG_DOUBLE, &options.text_scale, "Size of text", "FACTOR" },
  { "pixels", 0, 0, G_OPTION_ARG_DOUBLE, &options.pixel_scale, "Pixels for each unit", "FACTOR" },
  { "rtl", 0, 0, G_OPTION_ARG_NONE, &options.rtl, "Mirrored", NULL },
  { "plan", 0, 0, G_OPTION_ARG_NONE, &options.plan, "With planned moves", NULL },
  { "dim", 0, 0, G_OPTION_ARG_NONE, &options.dim, "Three in four do not match", NULL },
  { "facts", 0, 0, G_OPTION_ARG_NONE, &options.facts, "With signs and marks", NULL },
  { "show-all", 0, 0, G_OPTION_ARG_NONE, &options.show_all, "Everything that cards can show",
    NULL },
  { "select", 0, 0, G_OPTION_ARG_NONE, &options.select, "Some are selected", NULL },
  { "no-legend", 0, 0, G_OPTION_ARG_NONE, &options.no_legend, "Without the legend", NULL },
  { NULL }
};

/* Of this program alone, in milliseconds, whatever else the machine does. */
static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static QuadMoney
draw_amount (GRand *rand)
{
  double luck = g_rand_double_range (rand, 0.002, 1.0);

  if (g_rand_int_range (rand, 0, 9) == 0)
    return QUAD_MONEY_UNKNOWN;

  return (QuadMoney) (1500.0 / pow (luck, 0.95)) * 100;
}

static QuadTier
draw_tier (GRand     *rand,
           QuadMoney  amount)
{
  double luck = g_rand_double (rand);

  if (luck < 0.55)
    return amount != QUAD_MONEY_UNKNOWN && amount > 600000 ? QUAD_TIER_KEY : QUAD_TIER_SECONDARY;

  return luck < 0.65 ? QUAD_TIER_IDEAL : QUAD_TIER_LEAD;
}

static QuadProfile
draw_profile (GRand    *rand,
              QuadTier  tier)
{
  int luck = g_rand_int_range (rand, 0, 20);

  if (luck < 3)
    return QUAD_PROFILE_NONE;
  if (quad_tier_is_client (tier))
    return luck < 4 ? QUAD_PROFILE_JETTISON : luck < 14 ? QUAD_PROFILE_KEEP : QUAD_PROFILE_EXPAND;

  return luck < 15 ? QUAD_PROFILE_ATTAIN : QUAD_PROFILE_RECAPTURE;
}

static QuadBoxes *
invent_boxes (QuadItemList *list)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  GPtrArray *accounts = g_ptr_array_new ();

  for (int i = 0; i < options.n; i++)
    {
      QuadRecord *values = quad_record_new (&quad_account_schema);
      const char *first = first_words[g_rand_int_range (rand, 0, G_N_ELEMENTS (first_words))];
      const char *second = second_words[g_rand_int_range (rand, 0, G_N_ELEMENTS (second_words))];
      g_autofree char *name = g_strdup_printf ("%s %s", first, second);
      QuadMoney amount = draw_amount (rand);
      QuadTier tier = draw_tier (rand, amount);
      gboolean client = quad_tier_is_client (tier);
      int vertical = (int) (g_rand_double (rand) * g_rand_double (rand)
                            * G_N_ELEMENTS (verticals));

      quad_record_set_text (values, QUAD_ACCOUNT_NAME, name);
      quad_record_take_text (values, QUAD_ACCOUNT_NAME_FOLDED, quad_text_fold (name));
      quad_record_set_number (values, QUAD_ACCOUNT_TIER, tier);
      quad_record_set_number (values, QUAD_ACCOUNT_PROFILE, draw_profile (rand, tier));
      quad_record_set_number (values, QUAD_ACCOUNT_REVENUE, client ? amount : QUAD_MONEY_UNKNOWN);
      quad_record_set_number (values, QUAD_ACCOUNT_POTENTIAL, client ? QUAD_MONEY_UNKNOWN : amount);
      quad_record_set_text (values, QUAD_ACCOUNT_VERTICAL, verticals[vertical]);
      g_ptr_array_add (accounts, quad_account_new (i + 1, values));
    }
  quad_item_list_replace (list, accounts);

  return quad_boxes_new (list);
}

static void
invent_facts (QuadAccount   *account,
              QuadCardFacts *facts,
              gpointer       user_data)
{
  guint id = (guint) quad_account_get_id (account);

  if (id % 4 == 0)
    facts->signs = 1u << id / 4 % QUAD_N_SIGNS;
  if (id % 12 == 0)
    facts->signs |= QUAD_SIGN_OVERDUE;
  if (quad_account_is_prospect (account))
    {
      facts->marks = 7;
      facts->marks_hit = id * 5 % 8;
    }
  facts->last_touch = quad_date_from_ymd (2026, 11, 25) - id * 7 % 90;
}

static gboolean
match_some (QuadAccount *account,
            gpointer     user_data)
{
  return quad_account_get_id (account) % 4 == 0;
}

static GHashTable *
invent_plan (QuadBoxes *boxes)
{
  GHashTable *plan = g_hash_table_new (NULL, NULL);

  for (guint box = 0; box < QUAD_BOX_OFF; box++)
    {
      QuadAccount *accounts[6];
      guint n = quad_boxes_peek (boxes, box, 0, G_N_ELEMENTS (accounts), accounts);

      for (guint i = 1; i < n; i += 3)
        g_hash_table_insert (plan, accounts[i], GUINT_TO_POINTER ((box + i) % 4 + 1));
    }

  return plan;
}

static QuadPaletteKind
find_palette (void)
{
  static const char *const names[QUAD_N_PALETTES] = {
    "light", "dark", "high-contrast", "print", "high-contrast-dark",
  };

  for (guint i = 0; i < QUAD_N_PALETTES; i++)
    if (g_strcmp0 (options.palette, names[i]) == 0)
      return i;

  return QUAD_PALETTE_LIGHT;
}

static QuadChartPainter *
make_painter (QuadItemList *list)
{
  PangoContext *context;
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell, Sans 11");
  QuadChartPainter *painter;

  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, options.rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_cairo_context_set_resolution (context, 96.0 * options.text_scale);
  painter = quad_chart_painter_new (context);
  g_object_unref (context);

  quad_chart_painter_set_palette (painter, quad_palette_get (find_palette ()));
  quad_chart_painter_set_today (painter, quad_date_from_ymd (2026, 11, 25));
  if (options.facts)
    quad_chart_painter_set_facts (painter, invent_facts, NULL);
  if (options.dim)
    quad_chart_painter_set_match (painter, match_some, NULL);
  if (options.show_all)
    quad_chart_painter_set_show (painter, QUAD_SHOW_AMOUNT | QUAD_SHOW_FIT | QUAD_SHOW_VERTICAL
                                            | QUAD_SHOW_LAST_TOUCH);
  if (g_strcmp0 (options.color, "vertical") == 0)
    {
      g_autoptr (QuadColoring) coloring = quad_coloring_new (list, QUAD_COLOR_BY_VERTICAL, NULL);

      quad_chart_painter_set_coloring (painter, coloring);
    }

  return painter;
}

static void
draw_selected (QuadChartPainter      *painter,
               cairo_t               *cr,
               const QuadChartLayout *layout,
               QuadBoxes             *boxes)
{
  guint n_cards;
  const QuadCard *cards = quad_chart_layout_get_cards (layout, &n_cards);

  for (guint i = 3; i < n_cards; i += 11)
    quad_chart_painter_draw_card (painter, cr, &cards[i],
                                  quad_chart_painter_get_largest (boxes, cards[i].box), TRUE);
}

/* Draws the legend at the top. Returns its height with the gap below it. */
static double
draw_legend (QuadChartPainter      *painter,
             cairo_t               *cr,
             const QuadChartLayout *layout,
             double                 width)
{
  double height = quad_chart_painter_measure_legend (painter, layout, width);

  quad_chart_painter_draw_legend (painter, cr, layout, &(QuadRect) { 0, 0, width, height });

  return height;
}

static int
draw (const char *path)
{
  g_autoptr (QuadItemList) list = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (QuadBoxes) boxes = invent_boxes (list);
  g_autoptr (QuadChartPainter) painter = make_painter (list);
  g_autoptr (GHashTable) plan = options.plan ? invent_plan (boxes) : NULL;
  g_autoptr (QuadChartInput) input = NULL;
  g_autoptr (QuadChartLayout) layout = NULL;
  QuadLens lens = g_strcmp0 (options.lens, "kare") == 0 ? QUAD_LENS_KARE : QUAD_LENS_TIERS;
  QuadChartMode mode = g_strcmp0 (options.mode, "bubbles") == 0 ? QUAD_MODE_BUBBLES
                                                                : QUAD_MODE_CARDS;
  QuadChartOptions how = { .width = 720, .height = 760 };
  const double margin = 12.0, legend = options.no_legend ? 0.0 : 52.0;
  cairo_surface_t *surface;
  cairo_status_t status;
  double begin;
  cairo_t *cr;

  quad_boxes_set_lens (boxes, lens);
  if (options.size != NULL)
    sscanf (options.size, "%lfx%lf", &how.width, &how.height);
  quad_chart_painter_get_metrics (painter, &how.metrics);
  how.zoomed = options.zoom != NULL && quad_lens_find_nick (lens, options.zoom, &how.zoom);

  surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) ((how.width + 2.0 * margin) * options.pixel_scale),
    (int) ((how.height + 2.0 * margin + legend) * options.pixel_scale));
  cairo_surface_set_device_scale (surface, options.pixel_scale, options.pixel_scale);
  cr = cairo_create (surface);

  begin = get_time ();
  input = quad_chart_painter_create_input (painter, boxes, mode, plan);
  g_print ("input %.1f ms, ", get_time () - begin);
  begin = get_time ();
  layout = quad_chart_layout_compute (input, &how, NULL);
  g_print ("layout %.1f ms, ", get_time () - begin);

  cairo_translate (cr, margin, margin + legend);
  begin = get_time ();
  quad_chart_painter_draw (painter, cr, layout, boxes);
  g_print ("painted %.1f ms, ", get_time () - begin);
  begin = get_time ();
  quad_chart_painter_draw (painter, cr, layout, boxes);
  g_print ("again %.1f ms\n", get_time () - begin);
  if (options.select)
    draw_selected (painter, cr, layout, boxes);
  if (!options.no_legend)
    {
      cairo_translate (cr, 0, -legend);
      draw_legend (painter, cr, layout, how.width);
    }
  cairo_destroy (cr);

  status = cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_printerr ("%s: %s\n", path, cairo_status_to_string (status));
      return EXIT_FAILURE;
    }

  return EXIT_SUCCESS;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE.png");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Name one file to write.");
      return EXIT_FAILURE;
    }

  return draw (argv[1]);
}
