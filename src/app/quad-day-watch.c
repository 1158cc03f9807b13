/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-day-watch"

#include "quad-day-watch.h"

/* In seconds. A timer does not run while the machine sleeps and knows nothing of a clock that was
 * put right, so the day is looked at often instead of once at midnight. */
#define LOOK_EVERY 30

struct _QuadDayWatch
{
  GObject parent_instance;

  /* plain */
  QuadDayFunc get_day;
  QuadDate    day;
  guint       timer;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadDayWatch, quad_day_watch, G_TYPE_OBJECT)

static gboolean
look_cb (gpointer user_data)
{
  quad_day_watch_check (QUAD_DAY_WATCH (user_data));
  return G_SOURCE_CONTINUE;
}

static void
quad_day_watch_dispose (GObject *object)
{
  QuadDayWatch *self = QUAD_DAY_WATCH (object);

  g_clear_handle_id (&self->timer, g_source_remove);

  G_OBJECT_CLASS (quad_day_watch_parent_class)->dispose (object);
}

static void
quad_day_watch_class_init (QuadDayWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quad_day_watch_dispose;

  /**
   * QuadDayWatch::changed:
   *
   * It is another day than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
quad_day_watch_init (QuadDayWatch *self)
{
}

/**
 * quad_day_watch_new:
 * @get_day: the clock
 *
 * Returns: (transfer full): a watch that runs until it is disposed of
 */
QuadDayWatch *
quad_day_watch_new (QuadDayFunc get_day)
{
  QuadDayWatch *self = g_object_new (QUAD_TYPE_DAY_WATCH, NULL);

  self->get_day = get_day;
  self->day = get_day ();
  self->timer = g_timeout_add_seconds (LOOK_EVERY, look_cb, self);
  return self;
}

/**
 * quad_day_watch_check:
 *
 * Looks at the clock now: to be called when somebody comes back to the program.
 */
void
quad_day_watch_check (QuadDayWatch *self)
{
  QuadDate day;

  g_return_if_fail (QUAD_IS_DAY_WATCH (self));

  day = self->get_day ();
  if (day == self->day)
    return;
  self->day = day;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
