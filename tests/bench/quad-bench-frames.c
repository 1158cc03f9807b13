/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../gui/quad-test-chart-acts.h"

#include <time.h>

/* What a frame of the chart costs while something is dragged over it, in microseconds of the
 * processor, with few and with many accounts, and what another mode costs. To be run under
 * tests/gui/xvfb.sh. */

#define FRAMES 120

typedef struct
{
  gint64 begun;
  gint64 total;
  guint  n;
} Clock;

/* Of the processor, not of the wall: the machine may be busy. Microseconds. */
static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Clock         *times)
{
  times->begun = get_time ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Clock         *times)
{
  times->total += get_time () - times->begun;
  times->n++;
}

static void
add_many (QuadTestChart *self,
          guint          n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Account Number %u", i);

      quad_test_chart_add (self, name, i % QUAD_N_CHART_TIERS, 1 + i % 4, 1000 + 977 * i % 90000);
    }
}

/* From one card to the next and back, as the pointer goes. */
static void
hover (QuadTestChart *self,
       guint          step)
{
  const QuadCard *cards = quad_chart_layout_get_cards (self->view->scene.layout, NULL);
  const QuadCard *card = &cards[step % 2];
  QuadChartCard *proxy = quad_chart_view_get_proxy (self->view, card->account);

  for (guint box = 0; box < QUAD_BOX_OFF; box++)
    quad_chart_box_set_hovered (get_box (self, box), box == card->box ? proxy : NULL);
}

/* From one box to the next, as something dragged goes: the box lights up and says why. */
static void
light_up (QuadTestChart *self,
          guint          step)
{
  quad_chart_box_set_hint (get_box (self, step % QUAD_BOX_OFF), NULL);
  quad_chart_box_set_hint (get_box (self, (step + 1) % QUAD_BOX_OFF), "Won: becomes a client");
}

static void
measure_frames (QuadTestChart *self,
                void         (*act) (QuadTestChart *self,
                                     guint          step),
                const char    *what,
                guint          n)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);
  Clock times = { 0 };

  settle (self);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &times);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &times);
  for (guint i = 0; times.n < FRAMES; i++)
    {
      gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 20;
      guint drawn = times.n;

      act (self, i);
      while (times.n == drawn && g_get_monotonic_time () < end)
        g_main_context_iteration (NULL, FALSE);
    }
  g_signal_handlers_disconnect_by_data (clock, &times);
  g_print ("%s-%u %" G_GINT64_FORMAT "\n", what, n, times.total / times.n);
}

static void
measure (guint n)
{
  QuadTestChart self = { 0 };
  gint64 begun;

  quad_test_chart_open_book (&self);
  add_many (&self, n);
  quad_test_chart_show (&self, 1200, 760);
  gtk_window_present (GTK_WINDOW (self.window));
  measure_frames (&self, hover, "hover-cards", n);
  measure_frames (&self, light_up, "drag-cards", n);
  begun = get_time ();
  quad_chart_view_set_mode (self.view, QUAD_MODE_BUBBLES);
  g_print ("to-bubbles-%u %" G_GINT64_FORMAT "\n", n, get_time () - begun);
  measure_frames (&self, hover, "hover-bubbles", n);
  measure_frames (&self, light_up, "drag-bubbles", n);
  quad_test_chart_clear (&self);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  measure (50);
  measure (5000);

  return 0;
}
