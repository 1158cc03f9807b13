/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-bench"

#include <math.h>
#include <stdlib.h>

#include "quad-bench.h"
#include "quad-chart-painter.h"
#include "quad-text.h"

/* chart ACCOUNTS TIMES [CARDS]: a chart of so many invented accounts, laid out and painted as cards
 * and as bubbles, in turns with the bare cairo calls for the same shapes and texts. It has the size
 * of a large screen, and more where so many cards do not fit there. */

#define WIDTH  2560
#define HEIGHT 1440
#define GROWTH 20.0     /* pixels of height at a time */

/* A text that is ready to be shown, as the painter keeps its own. */
typedef struct
{
  PangoLayout *layout;
  double       x, y;
} BareText;

typedef struct
{
  QuadBoxes             *boxes;
  QuadChartPainter      *painter;
  PangoContext          *context;
  QuadChartOptions       options;
  QuadChartMode          mode;
  QuadChartLayout       *layout;
  GArray                *texts;     /* BareText */
  cairo_t               *cr;
} Chart;

static QuadBoxes *
invent_boxes (guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (QuadItemList) list = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  GPtrArray *accounts = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      QuadRecord *values = quad_record_new (&quad_account_schema);
      g_autofree char *name = g_strdup_printf ("Account %u of Quayside", g_rand_int (rand) % n);
      QuadTier tier = g_rand_int_range (rand, 0, QUAD_N_CHART_TIERS);
      QuadMoney amount = (QuadMoney) (200000.0 / g_rand_double_range (rand, 0.002, 1.0));

      quad_record_set_text (values, QUAD_ACCOUNT_NAME, name);
      quad_record_take_text (values, QUAD_ACCOUNT_NAME_FOLDED, quad_text_fold (name));
      quad_record_set_number (values, QUAD_ACCOUNT_TIER, tier);
      quad_record_set_number (values, QUAD_ACCOUNT_PROFILE,
                              g_rand_int_range (rand, QUAD_PROFILE_KEEP, QUAD_PROFILE_JETTISON));
      quad_record_set_number (values, QUAD_ACCOUNT_REVENUE, amount);
      quad_record_set_number (values, QUAD_ACCOUNT_POTENTIAL, amount);
      g_ptr_array_add (accounts, quad_account_new (i + 1, values));
    }
  quad_item_list_replace (list, accounts);

  return quad_boxes_new (list);
}

static void
lay_out (gpointer data)
{
  Chart *chart = data;
  g_autoptr (QuadChartInput) input = quad_chart_painter_create_input (chart->painter, chart->boxes,
                                                                      chart->mode, NULL);

  g_clear_pointer (&chart->layout, quad_chart_layout_unref);
  chart->layout = quad_chart_layout_compute (input, &chart->options, NULL);
}

/* One key account brings a little more or less: its box is laid out again. */
static void
update (gpointer data)
{
  Chart *chart = data;
  g_autoptr (QuadChartLayout) before = g_steal_pointer (&chart->layout);
  g_autoptr (QuadChartInput) input = NULL;
  QuadRecord *values;
  QuadAccount *account;

  if (quad_boxes_peek (chart->boxes, QUAD_TIER_KEY, 0, 1, &account) == 1)
    {
      QuadMoney revenue = quad_account_get_revenue (account);

      values = quad_record_copy (quad_item_get_values (QUAD_ITEM (account)));
      quad_record_set_number (values, QUAD_ACCOUNT_REVENUE, revenue ^ 1);
      quad_item_assign (QUAD_ITEM (account), values);
    }
  input = quad_chart_painter_create_input (chart->painter, chart->boxes, chart->mode, NULL);
  chart->layout = quad_chart_layout_update (before, input, &chart->options, NULL);
}

static void
paint (gpointer data)
{
  Chart *chart = data;

  quad_chart_painter_draw (chart->painter, chart->cr, chart->layout, chart->boxes);
  cairo_surface_flush (cairo_get_target (chart->cr));
}

static void
add_text (Chart      *chart,
          const char *words,
          double      width,
          double      x,
          double      y)
{
  BareText text = { pango_layout_new (chart->context), x, y };

  pango_layout_set_text (text.layout, words, -1);
  pango_layout_set_width (text.layout, pango_units_from_double (MAX (width, 1.0)));
  pango_layout_set_ellipsize (text.layout, PANGO_ELLIPSIZE_END);
  g_array_append_val (chart->texts, text);
}

/* From this radius on a bubble without a name inside has a letter. */
#define LETTER_RADIUS 9.0

/* The texts of the accounts that the chart shows: name, amount and letter, or what a bubble has of
 * these. */
static void
collect_texts (Chart *chart)
{
  const QuadCurrency euro = { "EUR", 2 };
  guint n_cards;
  const QuadCard *cards = quad_chart_layout_get_cards (chart->layout, &n_cards);

  for (guint i = 0; i < n_cards; i++)
    {
      const QuadCard *card = &cards[i];
      const QuadRect *rect = &card->rect;
      const char *name = quad_account_get_name (card->account);
      g_autofree char *money = quad_money_format (quad_account_get_amount (card->account), &euro,
                                                  QUAD_MONEY_SHORT);

      if (chart->mode == QUAD_MODE_BUBBLES)
        {
          if (card->label.kind != QUAD_LABEL_NONE)
            add_text (chart, name, card->label.rect.width, card->label.rect.x, card->label.rect.y);
          if (card->label.kind != QUAD_LABEL_INSIDE && card->radius >= LETTER_RADIUS)
            add_text (chart, quad_profile_get_letter (quad_account_get_profile (card->account)),
                      2.0 * card->radius, rect->x + card->radius - 4.0,
                      rect->y + card->radius - 8.0);
          continue;
        }
      add_text (chart, name, rect->width - 80.0, rect->x + 31.0, rect->y + 4.0);
      add_text (chart, money, 40.0, rect->x + rect->width - 46.0, rect->y + 4.0);
      add_text (chart, quad_profile_get_letter (quad_account_get_profile (card->account)), 16.0,
                rect->x + 12.0, rect->y + 4.0);
    }
}

static void
add_round_rect (cairo_t *cr,
                double   x,
                double   y,
                double   width,
                double   height,
                double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0.0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0.0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* Shadow, card, border, badge, track and bar. */
static void
paint_bare_card (cairo_t        *cr,
                 const QuadRect *rect)
{
  cairo_set_source_rgba (cr, 0.1, 0.1, 0.2, 0.1);
  add_round_rect (cr, rect->x, rect->y + 1.0, rect->width, rect->height, 7.0);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  add_round_rect (cr, rect->x, rect->y, rect->width, rect->height, 7.0);
  cairo_fill (cr);
  cairo_set_source_rgba (cr, 0.0, 0.0, 0.0, 0.06);
  add_round_rect (cr, rect->x + 0.5, rect->y + 0.5, rect->width - 1.0, rect->height - 1.0, 6.5);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0.1, 0.4, 0.8);
  add_round_rect (cr, rect->x + 8.0, rect->y + 4.0, 15.0, 15.0, 4.0);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.9, 0.9, 0.9);
  cairo_rectangle (cr, rect->x + 31.0, rect->y + rect->height - 6.0, rect->width - 39.0, 2.0);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.1, 0.4, 0.8);
  cairo_rectangle (cr, rect->x + 31.0, rect->y + rect->height - 6.0, rect->width / 3.0, 2.0);
  cairo_fill (cr);
}

static void
paint_bare (gpointer data)
{
  Chart *chart = data;
  cairo_t *cr = chart->cr;
  guint n_cards;
  const QuadCard *cards = quad_chart_layout_get_cards (chart->layout, &n_cards);

  cairo_set_source_rgb (cr, 0.98, 0.98, 0.98);
  cairo_paint (cr);
  for (guint i = 0; i < QUAD_BOX_OFF; i++)
    {
      const QuadRect *rect = &quad_chart_layout_get_box (chart->layout, i)->rect;

      cairo_set_source_rgb (cr, 0.9, 0.95, 1.0);
      add_round_rect (cr, rect->x, rect->y, rect->width, rect->height, 10.0);
      cairo_fill (cr);
    }

  for (guint i = 0; i < n_cards; i++)
    if (chart->mode == QUAD_MODE_CARDS)
      {
        paint_bare_card (cr, &cards[i].rect);
      }
    else
      {
        cairo_set_source_rgb (cr, 0.1, 0.4, 0.8);
        cairo_new_sub_path (cr);
        cairo_arc (cr, cards[i].rect.x + cards[i].radius, cards[i].rect.y + cards[i].radius,
                   cards[i].radius - (cards[i].hollow ? 1.0 : 0.0), 0.0, 2.0 * G_PI);
        cairo_set_line_width (cr, 2.0);
        if (cards[i].hollow)
          cairo_stroke (cr);
        else
          cairo_fill (cr);
      }

  cairo_set_source_rgb (cr, 0.1, 0.1, 0.2);
  for (guint i = 0; i < chart->texts->len; i++)
    {
      const BareText *text = &g_array_index (chart->texts, BareText, i);

      cairo_move_to (cr, text->x, text->y);
      pango_cairo_show_layout (cr, text->layout);
    }
  cairo_surface_flush (cairo_get_target (cr));
}

static void
bench_mode (Chart         *chart,
            QuadChartMode  mode,
            const char    *name,
            guint          n_times)
{
  g_autoptr (GArray) layouts = quad_bench_new_times ();
  g_autoptr (GArray) updates = quad_bench_new_times ();
  g_autoptr (GArray) paints = quad_bench_new_times ();
  g_autoptr (GArray) bare = quad_bench_new_times ();
  g_autofree char *layout_name = g_strconcat (name, "-layout", NULL);
  g_autofree char *update_name = g_strconcat (name, "-update", NULL);
  g_autofree char *paint_name = g_strconcat (name, "-paint", NULL);
  g_autofree char *bare_name = g_strconcat (name, "-bare", NULL);
  guint n_cards;

  chart->mode = mode;
  lay_out (chart);
  collect_texts (chart);
  paint (chart);
  paint_bare (chart);
  for (guint i = 0; i < n_times; i++)
    {
      quad_bench_measure (paints, paint, chart);
      quad_bench_measure (bare, paint_bare, chart);
      quad_bench_measure (layouts, lay_out, chart);
      quad_bench_measure (updates, update, chart);
    }

  quad_chart_layout_get_cards (chart->layout, &n_cards);
  g_print ("%s %u\n", name, n_cards);
  quad_bench_print_times (layout_name, layouts);
  quad_bench_print_times (update_name, updates);
  quad_bench_print_times (paint_name, paints);
  quad_bench_print_times (bare_name, bare);
  for (guint i = 0; i < chart->texts->len; i++)
    g_object_unref (g_array_index (chart->texts, BareText, i).layout);
  g_array_set_size (chart->texts, 0);
}

/* Makes the chart large enough for so many cards, where there are so many accounts. */
static void
grow (Chart *chart,
      guint  n_wanted)
{
  QuadChartOptions *options = &chart->options;
  guint n_cards = 0;

  for (lay_out (chart);
       quad_chart_layout_get_cards (chart->layout, &n_cards), n_cards < n_wanted;
       lay_out (chart))
    {
      options->height += GROWTH;
      options->width = floor (options->height * WIDTH / HEIGHT);
    }
}

void
quad_bench_chart (char **words)
{
  guint n = (guint) g_ascii_strtoull (words[0], NULL, 10);
  guint n_times = (guint) g_ascii_strtoull (words[1], NULL, 10);
  guint n_wanted = words[2] != NULL ? (guint) g_ascii_strtoull (words[2], NULL, 10) : 0;
  g_autoptr (QuadBoxes) boxes = invent_boxes (MAX (n, 1));
  g_autoptr (QuadChartPainter) painter = NULL;
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (BareText));
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_surface_t *surface;
  Chart chart = { .boxes = boxes, .context = context, .texts = texts };

  painter = quad_chart_painter_new (context);
  chart.painter = painter;
  chart.options = (QuadChartOptions) { .width = WIDTH, .height = HEIGHT };
  quad_chart_painter_get_metrics (painter, &chart.options.metrics);
  grow (&chart, MIN (n_wanted, n));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) chart.options.width,
                                        (int) chart.options.height);
  chart.cr = cairo_create (surface);
  g_print ("width %.0f\nheight %.0f\n", chart.options.width, chart.options.height);

  bench_mode (&chart, QUAD_MODE_CARDS, "cards", n_times);
  bench_mode (&chart, QUAD_MODE_BUBBLES, "bubbles", n_times);

  quad_chart_layout_unref (chart.layout);
  cairo_destroy (chart.cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}
