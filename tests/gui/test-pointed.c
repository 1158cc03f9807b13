/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-window.h"

#include "quad-chart-view-private.h"
#include "quad-playbook.h"
#include "quad-plays-section.h"

/* Whose playbook the panel shows while no account is chosen: that of what is looked at. */

static void
set_up (QuadTestWindow *self,
        gconstpointer   data)
{
  quad_test_window_open (self);
  quad_test_window_fill (self);
}

static void
tear_down (QuadTestWindow *self,
           gconstpointer   data)
{
  quad_test_window_close (self);
}

static GtkWidget *
get_jettison (QuadTestWindow *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->window->shelf));
}

static void
focus_jettison (QuadTestWindow *self)
{
  g_assert_true (gtk_widget_child_focus (get_jettison (self), GTK_DIR_TAB_FORWARD));
}

/* The pointer comes to a place of a widget. */
static void
hover (GtkWidget  *widget,
       const char *signal,
       double      x,
       double      y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, signal, x, y);
    }
}

static void
hover_jettison (QuadTestWindow *self)
{
  hover (get_jettison (self), "enter", 3, 3);
}

static void
hover_chart (QuadTestWindow *self,
             double          x,
             double          y)
{
  hover (GTK_WIDGET (self->window->chart), "motion", x, y);
}

static void
hover_box (QuadTestWindow *self,
           guint           box)
{
  const QuadBoxLayout *frame = quad_chart_layout_get_box (self->window->chart->scene.layout, box);

  hover_chart (self, frame->rect.x + frame->rect.width / 2, frame->rect.y + frame->rect.height - 3);
}

static void
wait_for_plays (QuadTestWindow *self,
                QuadOwner       owner)
{
  const char *name = quad_book_get_owner_name (self->window->book, owner);
  GtkWidget *section = quad_test_window_search (GTK_WIDGET (self->window->panel),
                                                QUAD_TYPE_PLAYS_SECTION, NULL);

  for (guint i = 0; i < 500 && !quad_test_window_says (section, name); i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (10000);
    }
  g_assert_true (quad_test_window_says (section, name));
}

static void
focus_header (QuadTestWindow *self,
              guint           box)
{
  QuadChartBox *widget = QUAD_CHART_BOX (self->window->chart->boxes[box]);

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (quad_chart_box_get_header (widget))));
}

/* The playbook follows the eye: the focus at once, the pointer when it rests, in both lenses. */
static void
test_pointed (QuadTestWindow *self,
              gconstpointer   data)
{
  focus_header (self, QUAD_TIER_LEAD);
  wait_for_plays (self, QUAD_OWNER_LEAD);
  focus_header (self, QUAD_TIER_SECONDARY);
  wait_for_plays (self, QUAD_OWNER_SECONDARY);
  hover_box (self, QUAD_TIER_IDEAL);
  wait_for_plays (self, QUAD_OWNER_IDEAL);

  /* Crossed on the way to where it rests, and left for nothing. */
  hover_box (self, QUAD_TIER_SECONDARY);
  hover_box (self, QUAD_TIER_LEAD);
  hover_chart (self, -1, -1);
  hover_box (self, QUAD_TIER_KEY);
  wait_for_plays (self, QUAD_OWNER_KEY);

  quad_chart_view_set_lens (self->window->chart, QUAD_LENS_KARE);
  quad_test_window_settle (self);
  wait_for_plays (self, QUAD_OWNER_EXPAND);
  focus_header (self, QUAD_BOX_PROSPECTS_BELOW);
  wait_for_plays (self, QUAD_OWNER_RECAPTURE);
  hover_box (self, QUAD_BOX_CLIENTS_ABOVE);
  wait_for_plays (self, QUAD_OWNER_EXPAND);

  /* It moves again after the focus was elsewhere. */
  focus_header (self, QUAD_BOX_CLIENTS_BELOW);
  wait_for_plays (self, QUAD_OWNER_KEEP);
  hover_box (self, QUAD_BOX_CLIENTS_ABOVE);
  wait_for_plays (self, QUAD_OWNER_EXPAND);

  /* On the shelf, too: by the focus, and by a pointer that stays. */
  hover_chart (self, -1, -1);
  focus_jettison (self);
  wait_for_plays (self, QUAD_OWNER_JETTISON);
  hover_box (self, QUAD_BOX_CLIENTS_ABOVE);
  wait_for_plays (self, QUAD_OWNER_EXPAND);
  hover_chart (self, -1, -1);
  hover_jettison (self);
  wait_for_plays (self, QUAD_OWNER_JETTISON);
  hover_box (self, QUAD_BOX_CLIENTS_BELOW);
  hover_box (self, QUAD_BOX_CLIENTS_ABOVE);
  wait_for_plays (self, QUAD_OWNER_EXPAND);

  /* Who has no profile has no playbook. */
  focus_header (self, QUAD_BOX_STRIP);
  wait_for_plays (self, QUAD_OWNER_EXPAND);

  /* An account says the same, and the chart again after it. */
  quad_test_window_choose (self, "Solent Renewables");
  focus_header (self, QUAD_BOX_CLIENTS_BELOW);
  quad_account_selection_clear (quad_window_get_selection (self->window));
  quad_test_window_settle (self);
  wait_for_plays (self, QUAD_OWNER_KEEP);
}

int
main (int   argc,
      char *argv[])
{
  quad_test_window_init (&argc, &argv);

  g_test_add ("/pointed/playbook", QuadTestWindow, NULL, set_up, test_pointed, tear_down);

  return g_test_run ();
}
