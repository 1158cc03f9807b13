/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-chart-acts.h"

#include <math.h>

#include "quad-step.h"
#include "quad-steps.h"

/* The chart view in a window of its own, acted on from inside the process. The real pointer and
 * the real keyboard are in test-pointer.py. */

static void
test_chart_names (QuadTestChart *self,
                  gconstpointer  data)
{
  g_assert_cmpstr (quad_chart_card_get_label (get_card (self, "Quayside Hotels")), ==,
                   "Quayside Hotels, Secondary account, Expand, €49,000");
  g_assert_cmpstr (quad_chart_card_get_label (get_card (self, "Umbra Lighting")), ==,
                   "Umbra Lighting, Lead to qualify, potential unknown");
  g_assert_nonnull (strstr (quad_chart_box_get_label (get_box (self, QUAD_TIER_KEY)),
                            "Key accounts"));
  g_assert_nonnull (strstr (quad_chart_box_get_label (get_box (self, QUAD_TIER_KEY)), "3"));

  gtk_test_accessible_assert_property (get_card (self, "Peller Brothers"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Peller Brothers, Secondary account, Keep, €58,000");
  gtk_test_accessible_assert_role (get_card (self, "Peller Brothers"),
                                   GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_role (get_box (self, QUAD_TIER_KEY), GTK_ACCESSIBLE_ROLE_GROUP);
}

/* A sign that comes and goes is in the name of the card, though nothing moves. */
static void
test_chart_sign (QuadTestChart *self,
                 gconstpointer  data)
{
  const char *name = "Peller Brothers, Secondary account, Keep, €58,000";
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (QuadRecord) values = quad_record_new (&quad_step_schema);
  g_autofree char *signed_name = g_strconcat (name, ", Overdue step", NULL);
  guint n_paints = quad_chart_box_get_n_paints (get_box (self, QUAD_TIER_SECONDARY));

  g_assert_cmpstr (quad_chart_card_get_label (get_card (self, "Peller Brothers")), ==, name);
  g_ptr_array_add (accounts, quad_test_chart_find (self, "Peller Brothers"));
  quad_record_set_text (values, QUAD_STEP_TITLE, "Call them");
  quad_record_set_number (values, QUAD_STEP_DUE, quad_book_get_today (self->book) - 1);
  g_assert_true (quad_book_add_step (self->book, accounts, values, NULL));
  settle (self);
  g_assert_cmpstr (quad_chart_card_get_label (get_card (self, "Peller Brothers")), ==,
                   signed_name);
  g_assert_cmpuint (quad_chart_box_get_n_paints (get_box (self, QUAD_TIER_SECONDARY)), ==,
                    n_paints + 1);

  g_assert_true (quad_book_undo (self->book, NULL));
  settle (self);
  g_assert_cmpstr (quad_chart_card_get_label (get_card (self, "Peller Brothers")), ==, name);
}

/* The children of a box are its accounts in the order of the box. */
static void
test_chart_order (QuadTestChart *self,
                  gconstpointer  data)
{
  static const char *const names[] = { "Peller Brothers", "Ashdown Print", "Quayside Hotels" };
  QuadChartCard *header = quad_chart_box_get_header (get_box (self, QUAD_TIER_SECONDARY));
  GtkWidget *child = gtk_widget_get_next_sibling (GTK_WIDGET (header));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      QuadAccount *account = quad_chart_card_get_account (QUAD_CHART_CARD (child));

      g_assert_cmpstr (quad_account_get_name (account), ==, names[i]);
      child = gtk_widget_get_next_sibling (child);
    }
  g_assert_null (child);
}

/* A lead that becomes ideal repaints two boxes, and no widget but its own changes its parent. */
static void
test_chart_move_cost (QuadTestChart *self,
                      gconstpointer  data)
{
  QuadChartCard *card = get_card (self, "Cobalt Freight");
  QuadChartCard *other = get_card (self, "Solent Renewables");
  guint before[QUAD_N_CHART_TIERS];

  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    before[tier] = quad_chart_box_get_n_paints (get_box (self, tier));

  g_assert_true (drop_on_box (self, "Cobalt Freight", QUAD_TIER_IDEAL));
  settle (self);

  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    g_assert_cmpuint (quad_chart_box_get_n_paints (get_box (self, tier)) - before[tier], ==,
                      quad_tier_is_prospect (tier) ? 1 : 0);
  g_assert_true (get_card (self, "Cobalt Freight") == card);
  g_assert_true (get_card (self, "Solent Renewables") == other);
  g_assert_true (gtk_widget_get_parent (GTK_WIDGET (card))
                 == GTK_WIDGET (get_box (self, QUAD_TIER_IDEAL)));
}

static void
test_chart_drop (QuadTestChart *self,
                 gconstpointer  data)
{
  g_assert_true (drop_on_box (self, "Cobalt Freight", QUAD_TIER_KEY));
  assert_tier (self, "Cobalt Freight", QUAD_TIER_KEY);
  g_assert_cmpuint (self->n_moves, ==, 1);
  g_assert_true (quad_account_selection_get_only (self->selection)
                 == quad_test_chart_find (self, "Cobalt Freight"));
  assert_focus (self, "Cobalt Freight");
  g_assert_cmpstr (quad_chart_card_get_description (get_card (self, "Cobalt Freight")), ==,
                   "Moved from Leads to qualify to Key accounts");
  g_assert_null (quad_chart_card_get_description (get_card (self, "Umbra Lighting")));
}

/* The same box and the gaps between boxes do nothing, and leave no trace. */
static void
test_chart_drop_nothing (QuadTestChart *self,
                         gconstpointer  data)
{
  const QuadRect *key = &quad_chart_layout_get_box (self->view->scene.layout, QUAD_TIER_KEY)->rect;
  const QuadRect *ideal =
    &quad_chart_layout_get_box (self->view->scene.layout, QUAD_TIER_IDEAL)->rect;
  g_autofree char *undo = g_strdup (quad_book_get_undo_label (self->book));
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  g_assert_false (drop_on_box (self, "Northgate Logistics", QUAD_TIER_KEY));

  g_ptr_array_add (accounts, quad_test_chart_find (self, "Northgate Logistics"));
  g_assert_false (drop (self, accounts, (key->x + key->width + ideal->x) / 2, key->y + 20));
  g_assert_false (drop (self, nobody, ideal->x + 20, ideal->y + 20));

  g_assert_cmpuint (self->n_moves, ==, 0);
  g_assert_cmpuint (quad_account_selection_get_size (self->selection), ==, 0);
  g_assert_cmpstr (quad_book_get_undo_label (self->book), ==, undo);
}

/* An account that is gone from the book when it is let go of is left alone. */
static void
test_chart_drop_stranger (QuadTestChart *self,
                          gconstpointer  data)
{
  g_autoptr (QuadAccount) gone = g_object_ref (quad_test_chart_find (self, "Cobalt Freight"));
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const QuadRect *key;

  g_ptr_array_add (accounts, gone);
  g_assert_true (quad_book_delete_accounts (self->book, accounts, &error));
  g_assert_no_error (error);

  key = &quad_chart_layout_get_box (self->view->scene.layout, QUAD_TIER_KEY)->rect;
  g_assert_false (drop (self, accounts, key->x + 20, key->y + 20));
  g_assert_cmpuint (self->n_moves, ==, 0);
}

static void
test_chart_hint (QuadTestChart *self,
                 gconstpointer  data)
{
  QuadChartBox *box = get_box (self, QUAD_TIER_KEY);
  guint paints = quad_chart_box_get_n_paints (box);

  quad_chart_box_set_hint (box, "Won: becomes a Key account");
  settle (self);
  g_assert_cmpstr (quad_chart_box_get_hint (box), ==, "Won: becomes a Key account");

  quad_chart_box_set_hint (box, NULL);
  settle (self);
  g_assert_null (quad_chart_box_get_hint (box));
  g_assert_cmpuint (quad_chart_box_get_n_paints (box), ==, paints);
}

static void
test_chart_arrows (QuadTestChart *self,
                   gconstpointer  data)
{
  focus (self, "Brightwater Dairy");
  step (self, QUAD_DIRECTION_RIGHT);
  assert_focus (self, "Northgate Logistics");
  step (self, QUAD_DIRECTION_LEFT);
  assert_focus (self, "Brightwater Dairy");
  step (self, QUAD_DIRECTION_LEFT);
  assert_focus (self, "Brightwater Dairy");
  step (self, QUAD_DIRECTION_UP);
  assert_header (self, QUAD_TIER_KEY);
  step (self, QUAD_DIRECTION_UP);
  assert_header (self, QUAD_TIER_KEY);
  step (self, QUAD_DIRECTION_RIGHT);
  assert_header (self, QUAD_TIER_IDEAL);
  step (self, QUAD_DIRECTION_LEFT);
  step (self, QUAD_DIRECTION_DOWN);
  assert_focus (self, "Brightwater Dairy");

  activate (self, "chart.focus-end", g_variant_new_boolean (TRUE));
  assert_focus (self, "Castellan Insurance");
  step (self, QUAD_DIRECTION_DOWN);
  assert_header (self, QUAD_TIER_SECONDARY);
  step (self, QUAD_DIRECTION_DOWN);
  assert_focus (self, "Peller Brothers");
  step (self, QUAD_DIRECTION_UP);
  step (self, QUAD_DIRECTION_UP);
  assert_focus (self, "Castellan Insurance");
  step (self, QUAD_DIRECTION_DOWN);
  step (self, QUAD_DIRECTION_DOWN);
  activate (self, "chart.focus-end", g_variant_new_boolean (TRUE));
  assert_focus (self, "Quayside Hotels");
  activate (self, "chart.focus-end", g_variant_new_boolean (FALSE));
  assert_focus (self, "Peller Brothers");
  g_assert_cmpuint (quad_account_selection_get_size (self->selection), ==, 0);
}

static void
test_chart_tab (QuadTestChart *self,
                gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  assert_focus (self, "Brightwater Dairy");
  step (self, QUAD_DIRECTION_RIGHT);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  assert_focus (self, "Solent Renewables");
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  assert_focus (self, "Peller Brothers");
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  assert_focus (self, "Cobalt Freight");
  g_assert_false (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));

  /* back to where the focus was in each box */
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_BACKWARD));
  assert_focus (self, "Northgate Logistics");
}

static void
test_chart_select (QuadTestChart *self,
                   gconstpointer  data)
{
  focus (self, "Peller Brothers");
  activate (self, "chart.select", NULL);
  step (self, QUAD_DIRECTION_RIGHT);
  activate (self, "chart.select", NULL);
  g_assert_cmpuint (quad_account_selection_get_size (self->selection), ==, 2);
  g_assert_true (quad_chart_card_is_selected (get_card (self, "Peller Brothers")));
  gtk_test_accessible_assert_state (get_card (self, "Peller Brothers"),
                                    GTK_ACCESSIBLE_STATE_SELECTED, TRUE);

  activate (self, "chart.select", NULL);
  g_assert_cmpuint (quad_account_selection_get_size (self->selection), ==, 1);
  g_assert_cmpuint (self->n_moves, ==, 0);
}

/* A key moves everything that is selected when the focus is on a part of it, else the focus. */
static void
test_chart_move_by_key (QuadTestChart *self,
                        gconstpointer  data)
{
  focus (self, "Quayside Hotels");
  activate (self, "chart.move-towards", g_variant_new_uint32 (QUAD_DIRECTION_UP));
  assert_tier (self, "Quayside Hotels", QUAD_TIER_KEY);
  assert_focus (self, "Quayside Hotels");
  g_assert_true (quad_account_selection_get_only (self->selection)
                 == quad_test_chart_find (self, "Quayside Hotels"));

  activate (self, "chart.move-towards", g_variant_new_uint32 (QUAD_DIRECTION_UP));
  g_assert_cmpuint (self->n_moves, ==, 1);
  activate (self, "chart.move-to", g_variant_new_string ("key"));
  g_assert_cmpuint (self->n_moves, ==, 1);

  select_names (self, "Cobalt Freight", "Solent Renewables");
  activate (self, "chart.move-to", g_variant_new_string ("lead"));
  assert_tier (self, "Quayside Hotels", QUAD_TIER_LEAD);
  assert_tier (self, "Solent Renewables", QUAD_TIER_IDEAL);

  select_names (self, "Quayside Hotels", "Solent Renewables");
  focus (self, "Quayside Hotels");
  activate (self, "chart.move-to", g_variant_new_string ("secondary"));
  assert_tier (self, "Quayside Hotels", QUAD_TIER_SECONDARY);
  assert_tier (self, "Solent Renewables", QUAD_TIER_SECONDARY);
  assert_focus (self, "Quayside Hotels");
  g_assert_cmpuint (self->n_moves, ==, 3);
}

/* The focus stays on an account that somebody else moves, and near one that goes. */
static void
test_chart_focus_stays (QuadTestChart *self,
                        gconstpointer  data)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  focus (self, "Ashdown Print");
  g_ptr_array_add (accounts, quad_test_chart_find (self, "Ashdown Print"));
  quad_book_move_accounts (self->book, accounts, QUAD_TIER_LEAD, &error);
  g_assert_no_error (error);
  settle (self);
  assert_focus (self, "Ashdown Print");

  quad_book_undo (self->book, &error);
  g_assert_no_error (error);
  settle (self);
  assert_focus (self, "Ashdown Print");

  quad_book_delete_accounts (self->book, accounts, &error);
  g_assert_no_error (error);
  settle (self);
  assert_focus (self, "Peller Brothers");
}

static void
test_chart_open (QuadTestChart *self,
                 gconstpointer  data)
{
  focus (self, "Kingsway Pharma");
  activate (self, "chart.open", NULL);
  g_assert_cmpuint (self->n_opened, ==, 1);
  g_assert_true (quad_account_selection_get_only (self->selection)
                 == quad_test_chart_find (self, "Kingsway Pharma"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_card (self, "Cobalt Freight")),
                                             "card.open", NULL));
  g_assert_cmpuint (self->n_opened, ==, 2);
  assert_focus (self, "Cobalt Freight");
}

static void
test_chart_menu (QuadTestChart *self,
                 gconstpointer  data)
{
  focus (self, "Kingsway Pharma");
  activate (self, "chart.menu", NULL);
  settle (self);
  g_assert_true (gtk_widget_get_mapped (self->view->popover));
  g_assert_true (quad_account_selection_contains (self->selection,
                                                  quad_test_chart_find (self, "Kingsway Pharma")));

  gtk_popover_popdown (GTK_POPOVER (self->view->popover));
  settle (self);
  assert_focus (self, "Kingsway Pharma");
}

/* What does not fit is behind "+N more", which takes the focus and opens the list. */
static void
test_chart_more (QuadTestChart *self,
                 gconstpointer  data)
{
  QuadChartCard *more;
  const QuadBoxLayout *box;
  g_autofree char *words = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lead %03u", i);

      quad_test_chart_add (self, name, QUAD_TIER_LEAD, QUAD_PROFILE_NONE, QUAD_MONEY_UNKNOWN);
    }
  settle (self);

  box = quad_chart_layout_get_box (self->view->scene.layout, QUAD_TIER_LEAD);
  more = quad_chart_box_get_more (get_box (self, QUAD_TIER_LEAD));
  g_assert_nonnull (more);
  g_assert_cmpuint (box->n_cards + box->n_more, ==, 302);
  words = g_strdup_printf ("%u more in Leads to qualify", box->n_more);
  g_assert_cmpstr (quad_chart_card_get_label (more), ==, words);
  gtk_test_accessible_assert_role (more, GTK_ACCESSIBLE_ROLE_BUTTON);

  focus (self, "Cobalt Freight");
  activate (self, "chart.focus-end", g_variant_new_boolean (TRUE));
  g_assert_true (quad_chart_view_get_focus (self->view) == more);
  activate (self, "chart.open", NULL);
  g_assert_cmpstr (self->shown_tier, ==, "lead");

  step (self, QUAD_DIRECTION_UP);
  g_assert_nonnull (quad_chart_card_get_account (quad_chart_view_get_focus (self->view)));
  step (self, QUAD_DIRECTION_DOWN);
  g_assert_true (quad_chart_view_get_focus (self->view) == more);

  /* an account that goes behind it takes the focus there */
  focus (self, "Quayside Hotels");
  activate (self, "chart.move-to", g_variant_new_string ("lead"));
  if (get_card (self, "Quayside Hotels") == NULL)
    g_assert_true (quad_chart_view_get_focus (self->view)
                   == quad_chart_box_get_more (get_box (self, QUAD_TIER_LEAD)));
}

/* On whole pixels borders are sharp, and painting is fast. */
static void
assert_on_pixels (const QuadRect *rect)
{
  g_assert_cmpfloat (rect->x, ==, floor (rect->x));
  g_assert_cmpfloat (rect->y, ==, floor (rect->y));
  g_assert_cmpfloat (rect->width, ==, floor (rect->width));
  g_assert_cmpfloat (rect->height, ==, floor (rect->height));
}

/* Every card of a size has its widget where it is painted. */
static void
assert_widgets_follow (QuadTestChart *self)
{
  QuadChartView *view = self->view;
  const QuadCard *cards;
  guint n_cards, n_children = 0;

  quad_chart_view_update (view);
  gtk_widget_size_allocate (GTK_WIDGET (view),
                            &(GtkAllocation) { 0, 0, gtk_widget_get_width (GTK_WIDGET (view)),
                                               gtk_widget_get_height (GTK_WIDGET (view)) }, -1);
  cards = quad_chart_layout_get_cards (view->scene.layout, &n_cards);
  for (guint i = 0; i < n_cards; i++)
    {
      GtkWidget *card = GTK_WIDGET (quad_chart_view_get_proxy (view, cards[i].account));
      graphene_rect_t bounds;

      g_assert_nonnull (card);
      assert_on_pixels (&cards[i].rect);
      g_assert_true (gtk_widget_compute_bounds (card, GTK_WIDGET (view), &bounds));
      g_assert_cmpfloat_with_epsilon (bounds.origin.x, cards[i].rect.x, 1);
      g_assert_cmpfloat_with_epsilon (bounds.origin.y, cards[i].rect.y, 1);
      g_assert_cmpfloat_with_epsilon (bounds.size.width, cards[i].rect.width, 1);
    }

  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    {
      for (GtkWidget *child = gtk_widget_get_first_child (view->boxes[tier]); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        n_children += quad_chart_card_get_kind (QUAD_CHART_CARD (child)) == QUAD_CHART_CARD_ACCOUNT;
    }
  g_assert_cmpuint (n_children, ==, n_cards);
}

static void
test_chart_sizes (QuadTestChart *self,
                  gconstpointer  data)
{
  static const int widths[] = { 280, 320, 360, 640, 1000, 1920, 4000 };
  static const int heights[] = { 200, 600, 1400 };
  GtkWidget *view = GTK_WIDGET (self->view);

  g_object_ref (view);
  adw_window_set_content (ADW_WINDOW (self->window), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint j = 0; j < G_N_ELEMENTS (heights); j++)
      {
        int least;

        gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, widths[i], &least, NULL, NULL, NULL);
        gtk_widget_size_allocate (view, &(GtkAllocation) { 0, 0, widths[i],
                                                           MAX (least, heights[j]) }, -1);
        assert_widgets_follow (self);
      }
  adw_window_set_content (ADW_WINDOW (self->window), view);
  g_object_unref (view);
}

static void
test_chart_right_to_left (QuadTestChart *self,
                          gconstpointer  data)
{
  const QuadRect *key, *ideal;

  gtk_widget_set_direction (GTK_WIDGET (self->view), GTK_TEXT_DIR_RTL);
  settle (self);
  assert_widgets_follow (self);
  key = &quad_chart_layout_get_box (self->view->scene.layout, QUAD_TIER_KEY)->rect;
  ideal = &quad_chart_layout_get_box (self->view->scene.layout, QUAD_TIER_IDEAL)->rect;
  g_assert_cmpfloat (key->x, >, ideal->x);

  focus (self, "Brightwater Dairy");
  step (self, QUAD_DIRECTION_LEFT);
  assert_focus (self, "Northgate Logistics");

  /* to the left of the key accounts are the ideal clients now */
  activate (self, "chart.move-towards", g_variant_new_uint32 (QUAD_DIRECTION_LEFT));
  assert_tier (self, "Northgate Logistics", QUAD_TIER_IDEAL);
}

static void
test_chart_fonts (QuadTestChart *self,
                  gconstpointer  data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self->view));
  double before, after;
  int dpi;

  before = quad_chart_layout_get_box (self->view->scene.layout, QUAD_TIER_KEY)->header.height;
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  settle (self);
  after = quad_chart_layout_get_box (self->view->scene.layout, QUAD_TIER_KEY)->header.height;
  g_assert_cmpfloat (after, >, before * 1.2);

  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  settle (self);
  after = quad_chart_layout_get_box (self->view->scene.layout, QUAD_TIER_KEY)->header.height;
  g_assert_cmpfloat (after, ==, before);
}

static void
test_chart_colours (QuadTestChart *self,
                    gconstpointer  data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  guint before[QUAD_N_CHART_TIERS];

  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    before[tier] = quad_chart_box_get_n_paints (get_box (self, tier));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  settle (self);
  g_assert_true (self->view->scene.palette == quad_palette_get (QUAD_PALETTE_DARK));
  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    g_assert_cmpuint (quad_chart_box_get_n_paints (get_box (self, tier)), >, before[tier]);

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

/* Only of a card that shows less than the whole name is there more to say. */
static void
test_chart_shortened (QuadTestChart *self,
                      gconstpointer  data)
{
  QuadChartScene *scene = &self->view->scene;
  QuadAccount *account =
    quad_test_chart_add (self, "The Worshipful Company of Makers of Playing Cards and Dice",
                         QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 9000000);
  guint index;

  settle (self);
  g_assert_true (quad_chart_layout_find (scene->layout, account, &index));
  g_assert_true (quad_chart_painter_is_shortened (scene->painter,
                                                  quad_chart_view_get_card (self->view, index)));

  account = quad_test_chart_find (self, "Brightwater Dairy");
  g_assert_true (quad_chart_layout_find (scene->layout, account, &index));
  g_assert_false (quad_chart_painter_is_shortened (scene->painter,
                                                   quad_chart_view_get_card (self->view, index)));
}

/* Only the box of a card that is selected is painted again. */
static void
test_chart_selection_cost (QuadTestChart *self,
                           gconstpointer  data)
{
  guint before[QUAD_N_CHART_TIERS];

  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    before[tier] = quad_chart_box_get_n_paints (get_box (self, tier));
  select_names (self, "Solent Renewables", NULL);
  settle (self);
  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    g_assert_cmpuint (quad_chart_box_get_n_paints (get_box (self, tier)) - before[tier], ==,
                      tier == QUAD_TIER_IDEAL ? 1 : 0);
}

static void
count_notify_cb (GObject    *object,
                 GParamSpec *pspec,
                 guint      *n)
{
  (*n)++;
}

static void
test_chart_properties (QuadTestChart *self,
                       gconstpointer  data)
{
  g_autoptr (QuadAccountSelection) selection = quad_account_selection_new ();
  g_autoptr (GMenuModel) menu = quad_test_chart_make_menu ();
  guint n = 0;

  g_signal_connect (self->view, "notify", G_CALLBACK (count_notify_cb), &n);
  quad_chart_view_set_book (self->view, self->book);
  quad_chart_view_set_selection (self->view, self->selection);
  g_assert_cmpuint (n, ==, 0);
  quad_chart_view_set_book (self->view, NULL);
  g_assert_cmpuint (n, ==, 1);
  quad_chart_view_set_selection (self->view, selection);
  g_assert_cmpuint (n, ==, 2);
  quad_chart_view_set_menu (self->view, menu);
  g_assert_cmpuint (n, ==, 3);

  quad_chart_view_set_selection (self->view, NULL);
  settle (self);
  g_assert_cmpuint (g_hash_table_size (self->view->cards), ==, 0);

  g_object_set (self->view, "book", self->book, "selection", self->selection, NULL);
  settle (self);
  assert_widgets_follow (self);
  g_assert_cmpuint (g_hash_table_size (self->view->cards), ==, 10);
  g_signal_handlers_disconnect_by_func (self->view, count_notify_cb, &n);
}

static void
test_chart_empty (QuadTestChart *self,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  QuadItemList *list = quad_book_get_accounts (self->book);

  for (guint i = 0; i < quad_item_list_get_size (list); i++)
    g_ptr_array_add (accounts, quad_item_list_peek (list, i));
  focus (self, "Brightwater Dairy");
  quad_book_delete_accounts (self->book, accounts, &error);
  g_assert_no_error (error);
  settle (self);

  g_assert_cmpuint (g_hash_table_size (self->view->cards), ==, 0);
  assert_header (self, QUAD_TIER_KEY);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD));
  assert_header (self, QUAD_TIER_IDEAL);

  quad_book_undo (self->book, &error);
  g_assert_no_error (error);
  settle (self);
  assert_widgets_follow (self);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add (path, QuadTestChart, NULL, set_up, func, tear_down)
  ADD ("/chart/names", test_chart_names);
  ADD ("/chart/sign", test_chart_sign);
  ADD ("/chart/order", test_chart_order);
  ADD ("/chart/move-cost", test_chart_move_cost);
  ADD ("/chart/drop", test_chart_drop);
  ADD ("/chart/drop/nothing", test_chart_drop_nothing);
  ADD ("/chart/drop/stranger", test_chart_drop_stranger);
  ADD ("/chart/hint", test_chart_hint);
  ADD ("/chart/arrows", test_chart_arrows);
  ADD ("/chart/tab", test_chart_tab);
  ADD ("/chart/select", test_chart_select);
  ADD ("/chart/move-by-key", test_chart_move_by_key);
  ADD ("/chart/focus-stays", test_chart_focus_stays);
  ADD ("/chart/open", test_chart_open);
  ADD ("/chart/menu", test_chart_menu);
  ADD ("/chart/more", test_chart_more);
  ADD ("/chart/sizes", test_chart_sizes);
  ADD ("/chart/right-to-left", test_chart_right_to_left);
  ADD ("/chart/fonts", test_chart_fonts);
  ADD ("/chart/colours", test_chart_colours);
  ADD ("/chart/shortened", test_chart_shortened);
  ADD ("/chart/selection-cost", test_chart_selection_cost);
  ADD ("/chart/properties", test_chart_properties);
  ADD ("/chart/empty", test_chart_empty);
#undef ADD

  return g_test_run ();
}
