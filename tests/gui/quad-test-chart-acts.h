/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-chart-view-private.h"
#include "quad-test-chart-window.h"

/* A chart of ten accounts, and what is done to it. */

/* The first frame may be drawn before the window has its size. */
static inline gboolean
is_painted (QuadTestChart *self)
{
  QuadChartView *view = self->view;

  for (guint box = 0; view->scene.layout != NULL && box < QUAD_N_BOXES; box++)
    if (quad_chart_layout_has_box (view->scene.layout, box)
        && quad_chart_box_get_n_paints (QUAD_CHART_BOX (view->boxes[box])) == 0)
      return FALSE;

  return TRUE;
}

static inline void
settle (QuadTestChart *self)
{
  while (self->view->facts_source != 0 || self->view->look_source != 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (self->window);
  while (!is_painted (self))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline QuadChartBox *
get_box (QuadTestChart *self,
         guint          tier)
{
  return QUAD_CHART_BOX (self->view->boxes[tier]);
}

static inline guint
sum_paints (QuadTestChart *self)
{
  guint n_paints = 0;

  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    n_paints += quad_chart_box_get_n_paints (get_box (self, tier));
  return n_paints;
}

/* Until nothing is painted any more: a window may be given its size more than once. */
static inline void
come_to_rest (QuadTestChart *self)
{
  guint n_quiet = 0;

  for (guint i = 0; i < 200 && n_quiet < 5; i++)
    {
      guint before = sum_paints (self);

      settle (self);
      g_usleep (5000);
      n_quiet = sum_paints (self) == before ? n_quiet + 1 : 0;
    }
  g_assert_cmpuint (n_quiet, ==, 5);
}

static inline void
set_up (QuadTestChart *self,
        gconstpointer  data)
{
  static const struct
  {
    const char  *name;
    QuadTier     tier;
    QuadProfile  profile;
    QuadMoney    amount;
  } accounts[] = {
    { "Brightwater Dairy", QUAD_TIER_KEY, QUAD_PROFILE_EXPAND, 41200000 },
    { "Northgate Logistics", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 36800000 },
    { "Castellan Insurance", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 26200000 },
    { "Quayside Hotels", QUAD_TIER_SECONDARY, QUAD_PROFILE_EXPAND, 4900000 },
    { "Peller Brothers", QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP, 5800000 },
    { "Ashdown Print", QUAD_TIER_SECONDARY, QUAD_PROFILE_JETTISON, 5200000 },
    { "Solent Renewables", QUAD_TIER_IDEAL, QUAD_PROFILE_ATTAIN, 28000000 },
    { "Kingsway Pharma", QUAD_TIER_IDEAL, QUAD_PROFILE_ATTAIN, 24000000 },
    { "Cobalt Freight", QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN, 100000 },
    { "Umbra Lighting", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, QUAD_MONEY_UNKNOWN },
  };

  quad_test_chart_open_book (self);
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    quad_test_chart_add (self, accounts[i].name, accounts[i].tier, accounts[i].profile,
                         accounts[i].amount);
  quad_test_chart_show (self, 1000, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  come_to_rest (self);
}

static inline void
tear_down (QuadTestChart *self,
           gconstpointer  data)
{
  gpointer view = self->view;

  g_object_add_weak_pointer (view, &view);
  quad_test_chart_clear (self);
  g_assert_null (view);
}

static inline QuadChartCard *
get_card (QuadTestChart *self,
          const char    *name)
{
  quad_chart_view_update (self->view);
  return quad_chart_view_get_proxy (self->view, quad_test_chart_find (self, name));
}

static inline void
focus (QuadTestChart *self,
       const char    *name)
{
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (get_card (self, name))));
}

static inline void
assert_focus (QuadTestChart *self,
              const char    *name)
{
  QuadChartCard *card = quad_chart_view_get_focus (self->view);

  g_assert_nonnull (card);
  g_assert_cmpstr (quad_account_get_name (quad_chart_card_get_account (card)), ==, name);
}

static inline void
assert_header (QuadTestChart *self,
               QuadTier       tier)
{
  g_assert_true (quad_chart_view_get_focus (self->view)
                 == quad_chart_box_get_header (get_box (self, tier)));
}

static inline void
assert_tier (QuadTestChart *self,
             const char    *name,
             QuadTier       tier)
{
  g_assert_cmpint (quad_account_get_tier (quad_test_chart_find (self, name)), ==, tier);
}

static inline void
activate (QuadTestChart *self,
          const char    *action,
          GVariant      *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (self->view), action, parameter));
}

static inline void
step (QuadTestChart *self,
      QuadDirection  direction)
{
  activate (self, "chart.focus-towards", g_variant_new_uint32 (direction));
}

static inline void
select_names (QuadTestChart *self,
              const char    *first,
              const char    *second)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();

  g_ptr_array_add (accounts, quad_test_chart_find (self, first));
  if (second != NULL)
    g_ptr_array_add (accounts, quad_test_chart_find (self, second));
  quad_account_selection_set (self->selection, accounts);
}

static inline GtkEventController *
find_controller (QuadTestChart *self,
                 GType          type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }

  g_assert_not_reached ();
}

/* Lets go of accounts over a point of the chart, as a drop does. */
static inline gboolean
drop (QuadTestChart *self,
      GPtrArray     *accounts,
      double         x,
      double         y)
{
  GValue value = G_VALUE_INIT;
  gboolean done = FALSE;

  g_value_init (&value, G_TYPE_PTR_ARRAY);
  g_value_set_boxed (&value, accounts);
  g_signal_emit_by_name (find_controller (self, GTK_TYPE_DROP_TARGET), "drop", &value, x, y, &done);
  g_value_unset (&value);

  return done;
}

static inline gboolean
drop_on_box (QuadTestChart *self,
             const char    *name,
             QuadTier       tier)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  const QuadRect *rect = &quad_chart_layout_get_box (self->view->scene.layout, tier)->rect;

  g_ptr_array_add (accounts, quad_test_chart_find (self, name));
  return drop (self, accounts, rect->x + rect->width / 2, rect->y + rect->height - 4);
}
