/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-chart-acts.h"

#include "quad-steps.h"

/* What hands do with a chart beyond moving single cards: the rubber band, the search by typing, the
 * keys of the shelf. */

static void
assert_selected (QuadTestChart *self,
                 const char    *names)
{
  g_auto (GStrv) wanted = g_strsplit (names, ", ", -1);

  g_assert_cmpuint (quad_account_selection_get_size (self->selection), ==, g_strv_length (wanted));
  for (guint i = 0; wanted[i] != NULL; i++)
    g_assert_true (quad_account_selection_contains (self->selection,
                                                    quad_test_chart_find (self, wanted[i])));
}

/* Stretches a band over a whole box. */
static void
stretch_over (QuadTestChart *self,
              QuadTier       tier)
{
  const QuadRect *rect = &quad_chart_layout_get_box (self->view->scene.layout, tier)->rect;

  self->view->banding = TRUE;
  self->view->band_from_x = rect->x;
  self->view->band_from_y = rect->y;
  quad_chart_view_extend_band (self->view, rect->x + rect->width, rect->y + rect->height);
  settle (self);
}

static void
test_hands_band (QuadTestChart *self,
                 gconstpointer  data)
{
  select_names (self, "Cobalt Freight", NULL);
  stretch_over (self, QUAD_TIER_IDEAL);
  assert_selected (self, "Cobalt Freight");
  quad_chart_view_select_band (self->view, FALSE);
  assert_selected (self, "Solent Renewables, Kingsway Pharma");

  stretch_over (self, QUAD_TIER_KEY);
  quad_chart_view_select_band (self->view, TRUE);
  assert_selected (self, "Solent Renewables, Kingsway Pharma, Brightwater Dairy, "
                         "Northgate Logistics, Castellan Insurance");

  /* backwards, and over nothing */
  self->view->band_from_x = self->view->band_from_y = 3;
  quad_chart_view_extend_band (self->view, 1, 1);
  quad_chart_view_select_band (self->view, FALSE);
  g_assert_cmpuint (quad_account_selection_get_size (self->selection), ==, 0);
}

static void
test_hands_band_cancel (QuadTestChart *self,
                        gconstpointer  data)
{
  select_names (self, "Cobalt Freight", NULL);
  stretch_over (self, QUAD_TIER_IDEAL);
  quad_chart_view_cancel_band (self->view);
  g_assert_false (self->view->banding);
  assert_selected (self, "Cobalt Freight");
}

static void
type (QuadTestChart *self,
      const char    *text)
{
  for (; *text != '\0'; text++)
    quad_chart_view_find (self->view, *text);
}

static void
test_hands_find (QuadTestChart *self,
                 gconstpointer  data)
{
  focus (self, "Brightwater Dairy");
  type (self, "c");
  assert_focus (self, "Castellan Insurance");
  type (self, "o");
  assert_focus (self, "Cobalt Freight");
  g_assert_cmpstr (self->view->find_text, ==, "co");

  /* what is called like nothing leaves the focus where it is */
  type (self, "xx");
  g_assert_true (self->view->find_missed);
  assert_focus (self, "Cobalt Freight");
  quad_chart_view_find (self->view, -1);
  quad_chart_view_find (self->view, -1);
  g_assert_cmpstr (self->view->find_text, ==, "co");
  g_assert_false (self->view->find_missed);
  quad_chart_view_stop_finding (self->view);
  g_assert_null (self->view->find_text);

  /* a word inside, and with a slash whatever else a key would do */
  type (self, "insu");
  assert_focus (self, "Castellan Insurance");
  quad_chart_view_stop_finding (self->view);
  type (self, "/UMBRA L");
  assert_focus (self, "Umbra Lighting");
  g_assert_cmpstr (self->view->find_text, ==, "UMBRA L");
}

/* Accents and case do not matter, and a new account is found. */
static void
test_hands_find_folded (QuadTestChart *self,
                        gconstpointer  data)
{
  quad_test_chart_add (self, "Škoda Österreich", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 900);
  settle (self);
  focus (self, "Brightwater Dairy");
  type (self, "sko");
  assert_focus (self, "Škoda Österreich");
}

static void
test_hands_shelf_keys (QuadTestChart *self,
                       gconstpointer  data)
{
  focus (self, "Peller Brothers");
  activate (self, "chart.jettison", NULL);
  g_assert_cmpint (quad_account_get_profile (quad_test_chart_find (self, "Peller Brothers")), ==,
                   QUAD_PROFILE_JETTISON);
  assert_tier (self, "Peller Brothers", QUAD_TIER_SECONDARY);
  activate (self, "chart.move-to", g_variant_new_string ("parked"));
  assert_tier (self, "Peller Brothers", QUAD_TIER_PARKED);
  g_assert_nonnull (quad_chart_view_get_focus (self->view));
}

static guint
count_children (QuadTestChart *self,
                QuadTier       tier)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->view->boxes[tier]); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

/* Enter on a header gives the box the chart, Enter or Escape gives it back. */
static void
test_hands_zoom (QuadTestChart *self,
                 gconstpointer  data)
{
  const QuadBoxLayout *box;

  focus (self, "Peller Brothers");
  step (self, QUAD_DIRECTION_UP);
  activate (self, "chart.open", NULL);
  settle (self);
  g_assert_true (self->view->zoomed);
  assert_header (self, QUAD_TIER_SECONDARY);
  box = quad_chart_layout_get_box (self->view->scene.layout, QUAD_TIER_SECONDARY);
  g_assert_cmpfloat (box->rect.width, ==, gtk_widget_get_width (GTK_WIDGET (self->view)));
  g_assert_null (get_card (self, "Brightwater Dairy"));
  step (self, QUAD_DIRECTION_DOWN);
  assert_focus (self, "Peller Brothers");

  /* by key accounts leave it */
  activate (self, "chart.move-to-place", g_variant_new_uint32 (QUAD_BOX_CLIENTS_ABOVE));
  assert_tier (self, "Peller Brothers", QUAD_TIER_KEY);
  settle (self);
  g_assert_nonnull (quad_chart_view_get_focus (self->view));

  quad_chart_view_unzoom (self->view);
  settle (self);
  g_assert_false (self->view->zoomed);
  g_assert_nonnull (get_card (self, "Brightwater Dairy"));
}

/* Of very many accounts only those in sight are painted and have a proxy, and the keys reach all
 * of them. */
static void
test_hands_zoom_many (QuadTestChart *self,
                      gconstpointer  data)
{
  GtkWidget *view = g_object_ref (GTK_WIDGET (self->view));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  guint n_paints;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lead %04u", i);

      quad_test_chart_add (self, name, QUAD_TIER_LEAD, QUAD_PROFILE_NONE, 90000 - i);
    }
  adw_window_set_content (ADW_WINDOW (self->window), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  g_object_unref (view);
  adw_window_set_content (ADW_WINDOW (self->window), scrolled);
  settle (self);

  focus (self, "Cobalt Freight");
  quad_chart_view_zoom (self->view, QUAD_TIER_LEAD);
  settle (self);
  assert_focus (self, "Cobalt Freight");
  n_paints = quad_chart_box_get_n_paints (get_box (self, QUAD_TIER_LEAD));
  g_assert_cmpuint (count_children (self, QUAD_TIER_LEAD), <, 300);

  activate (self, "chart.focus-end", g_variant_new_boolean (TRUE));
  settle (self);
  assert_focus (self, "Umbra Lighting");
  g_assert_cmpfloat (gtk_adjustment_get_value (self->view->adjustment), >, 5000);
  g_assert_cmpuint (count_children (self, QUAD_TIER_LEAD), <, 300);
  g_assert_cmpuint (quad_chart_box_get_n_paints (get_box (self, QUAD_TIER_LEAD)) - n_paints, <, 8);

  /* scrolled away, the focus stays where it is */
  gtk_adjustment_set_value (self->view->adjustment, 0);
  settle (self);
  assert_focus (self, "Umbra Lighting");
  g_assert_cmpfloat (gtk_adjustment_get_value (self->view->adjustment), ==, 0);
  type (self, "lead 0500");
  settle (self);
  assert_focus (self, "Lead 0500");
  g_assert_cmpfloat (gtk_adjustment_get_value (self->view->adjustment), >, 2000);
}

/* A click on the figures, Space and the menu key explain them. */
static void
test_hands_explain (QuadTestChart *self,
                    gconstpointer  data)
{
  focus (self, "Solent Renewables");
  step (self, QUAD_DIRECTION_UP);
  activate (self, "chart.select", NULL);
  settle (self);
  g_assert_true (gtk_widget_get_mapped (self->view->explanation));

  g_signal_emit_by_name (self->view->explanation, "chosen",
                         quad_test_chart_find (self, "Kingsway Pharma"));
  gtk_popover_popdown (GTK_POPOVER (self->view->explanation));
  settle (self);
  assert_focus (self, "Kingsway Pharma");
  assert_selected (self, "Kingsway Pharma");
}

static void
count_paints (QuadTestChart *self,
              guint          paints[QUAD_N_CHART_TIERS])
{
  settle (self);
  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    paints[tier] = quad_chart_box_get_n_paints (get_box (self, tier));
}

/* The search of the list dims what it leaves out, and paints only boxes that look different. */
static void
test_hands_dim (QuadTestChart *self,
                gconstpointer  data)
{
  g_autoptr (QuadAccountView) list = quad_account_view_new (quad_book_get_accounts (self->book));
  guint before[QUAD_N_CHART_TIERS], after[QUAD_N_CHART_TIERS];

  count_paints (self, before);
  quad_chart_view_set_filter (self->view, list);
  count_paints (self, after);
  g_assert_cmpmem (before, sizeof before, after, sizeof after);
  g_assert_false (self->view->filtering);

  quad_account_view_set_search (list, "quayside");
  count_paints (self, after);
  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    g_assert_cmpuint (after[tier] - before[tier], ==, 1);
  g_assert_true (self->view->filtering);

  /* from one secondary account to another */
  count_paints (self, before);
  quad_account_view_set_search (list, "peller");
  count_paints (self, after);
  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    g_assert_cmpuint (after[tier] - before[tier], ==, tier == QUAD_TIER_SECONDARY ? 1 : 0);

  quad_account_view_set_search (list, "");
  settle (self);
  g_assert_false (self->view->filtering);
  quad_chart_view_set_filter (self->view, NULL);
}

static guint
find_painted (QuadTestChart *self,
              const guint    before[QUAD_N_BOXES])
{
  guint painted = 0;

  settle (self);
  for (guint box = 0; box < QUAD_N_BOXES; box++)
    if (quad_chart_box_get_n_paints (get_box (self, box)) != before[box])
      painted |= 1u << box;

  return painted;
}

/* The other lens has the same accounts in other boxes, with the focus where it was. */
static void
test_hands_lens (QuadTestChart *self,
                 gconstpointer  data)
{
  focus (self, "Quayside Hotels");
  quad_chart_view_set_lens (self->view, QUAD_LENS_KARE);
  settle (self);
  g_assert_true (gtk_widget_get_parent (GTK_WIDGET (get_card (self, "Quayside Hotels")))
                 == GTK_WIDGET (get_box (self, QUAD_BOX_CLIENTS_ABOVE)));
  g_assert_true (gtk_widget_get_parent (GTK_WIDGET (get_card (self, "Umbra Lighting")))
                 == GTK_WIDGET (get_box (self, QUAD_BOX_STRIP)));
  assert_focus (self, "Quayside Hotels");
  g_assert_null (get_card (self, "Ashdown Print"));

  quad_chart_view_set_lens (self->view, QUAD_LENS_TIERS);
  settle (self);
  g_assert_false (gtk_widget_get_visible (self->view->boxes[QUAD_BOX_STRIP]));
  assert_focus (self, "Quayside Hotels");
  g_assert_nonnull (get_card (self, "Ashdown Print"));
}

static void
test_hands_mode (QuadTestChart *self,
                 gconstpointer  data)
{
  const QuadCard *card;
  guint index;

  quad_chart_view_set_mode (self->view, QUAD_MODE_BUBBLES);
  settle (self);
  g_assert_true (quad_chart_layout_find (self->view->scene.layout,
                                         quad_test_chart_find (self, "Brightwater Dairy"),
                                         &index));
  card = quad_chart_view_get_card (self->view, index);
  g_assert_cmpfloat (card->radius, >, 0);
  g_assert_true (drop_on_box (self, "Cobalt Freight", QUAD_TIER_KEY));
  assert_tier (self, "Cobalt Freight", QUAD_TIER_KEY);
}

/* Accounts fly only where animations are on, and arrive. */
static void
test_hands_transition (QuadTestChart *self,
                       gconstpointer  data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self->view));
  gboolean before;

  g_object_get (settings, "gtk-enable-animations", &before, NULL);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  quad_chart_view_set_lens (self->view, QUAD_LENS_KARE);
  g_assert_null (self->view->animation);

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  settle (self);
  quad_chart_view_set_mode (self->view, QUAD_MODE_BUBBLES);
  g_assert_nonnull (self->view->animation);
  g_assert_cmpuint (self->view->flights->len, >, 5);
  while (self->view->animation != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (self->view->before);
  g_object_set (settings, "gtk-enable-animations", before, NULL);
}

/* A step that becomes overdue paints the box of its account again, and no other. */
static void
test_hands_signs (QuadTestChart *self,
                  gconstpointer  data)
{
  g_autoptr (QuadRecord) step_values = quad_record_new (&quad_step_schema);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  guint before[QUAD_N_BOXES];

  settle (self);
  for (guint box = 0; box < QUAD_N_BOXES; box++)
    before[box] = quad_chart_box_get_n_paints (get_box (self, box));
  g_ptr_array_add (accounts, quad_test_chart_find (self, "Solent Renewables"));
  quad_record_set_text (step_values, QUAD_STEP_TITLE, "Call");
  quad_record_set_number (step_values, QUAD_STEP_DUE, quad_book_get_today (self->book) - 1);
  g_assert_true (quad_book_add_step (self->book, accounts, step_values, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (find_painted (self, before), ==, 1u << QUAD_BOX_PROSPECTS_ABOVE);
  quad_chart_view_update_cards (self->view);
  g_assert_nonnull (strstr (quad_chart_card_get_label (get_card (self, "Solent Renewables")),
                            "Overdue step"));
}

static void
test_hands_find_text (QuadTestChart *self,
                      gconstpointer  data)
{
  g_autofree char *text = NULL;

  focus (self, "Brightwater Dairy");
  type (self, "so");
  g_object_get (self->view, "find-text", &text, NULL);
  g_assert_cmpstr (text, ==, "so");
}

/* What moves after a review has a sign, and loses it when it comes back. */
static void
test_hands_moved (QuadTestChart *self,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (quad_book_review (self->book, &error));
  g_ptr_array_add (accounts, quad_test_chart_find (self, "Solent Renewables"));
  for (guint i = 0; i < 2; i++)
    {
      QuadTier tier = i == 0 ? QUAD_TIER_LEAD : QUAD_TIER_IDEAL;
      const char *label;

      g_assert_true (quad_book_move_accounts (self->book, accounts, tier, &error));
      g_assert_no_error (error);
      settle (self);
      quad_chart_view_update_cards (self->view);
      label = quad_chart_card_get_label (get_card (self, "Solent Renewables"));
      g_assert_cmpint (strstr (label, "Moved since the last review") != NULL, ==, i == 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add (path, QuadTestChart, NULL, set_up, func, tear_down)
  ADD ("/hands/band", test_hands_band);
  ADD ("/hands/band/cancel", test_hands_band_cancel);
  ADD ("/hands/find", test_hands_find);
  ADD ("/hands/find/folded", test_hands_find_folded);
  ADD ("/hands/find/text", test_hands_find_text);
  ADD ("/hands/shelf-keys", test_hands_shelf_keys);
  ADD ("/hands/zoom", test_hands_zoom);
  ADD ("/hands/zoom/many", test_hands_zoom_many);
  ADD ("/hands/explain", test_hands_explain);
  ADD ("/hands/dim", test_hands_dim);
  ADD ("/hands/lens", test_hands_lens);
  ADD ("/hands/mode", test_hands_mode);
  ADD ("/hands/transition", test_hands_transition);
  ADD ("/hands/signs", test_hands_signs);
  ADD ("/hands/moved", test_hands_moved);
#undef ADD

  return g_test_run ();
}
