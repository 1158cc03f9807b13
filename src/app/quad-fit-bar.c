/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-fit-bar"

#include "quad-fit-bar.h"

#include <math.h>

#include "quad-app-palette.h"

/* Units: pixels. */
#define THICKNESS     6
#define MINIMUM_WIDTH 40

struct _QuadFitBar
{
  GtkWidget parent_instance;

  /* plain */
  QuadProfile profile;
  double      share;
};

G_DEFINE_FINAL_TYPE (QuadFitBar, quad_fit_bar, GTK_TYPE_WIDGET)

static void
quad_fit_bar_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH : THICKNESS;
}

static void
append_bar (GtkSnapshot     *snapshot,
            float            x,
            float            width,
            const QuadColor *color)
{
  GskRoundedRect outline;
  GdkRGBA rgba;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, 0, width, THICKNESS),
                                   THICKNESS / 2.0f);
  quad_app_palette_to_rgba (color, &rgba);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &rgba, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
quad_fit_bar_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  QuadFitBar *self = QUAD_FIT_BAR (widget);
  const QuadPalette *palette = quad_app_palette_get ();
  float width = (float) gtk_widget_get_width (widget);
  float filled = width * (float) self->share;
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  append_bar (snapshot, 0, width, &palette->track);
  if (filled >= 1.0f)
    append_bar (snapshot, from_right ? width - filled : 0, filled,
                &palette->profile[self->profile]);
}

static void
quad_fit_bar_class_init (QuadFitBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = quad_fit_bar_measure;
  widget_class->snapshot = quad_fit_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "fitbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
quad_fit_bar_init (QuadFitBar *self)
{
}

/**
 * quad_fit_bar_new:
 * @profile: whose colour it has
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
quad_fit_bar_new (QuadProfile profile)
{
  QuadFitBar *self = g_object_new (QUAD_TYPE_FIT_BAR, NULL);

  self->profile = profile;
  return GTK_WIDGET (self);
}

/**
 * quad_fit_bar_set_share:
 * @share: 0 to 1; NAN shows as nothing
 */
void
quad_fit_bar_set_share (QuadFitBar *self,
                        double      share)
{
  g_return_if_fail (QUAD_IS_FIT_BAR (self));

  self->share = isnan (share) ? 0.0 : CLAMP (share, 0.0, 1.0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
