/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-profile-badge"

#include <adwaita.h>

#include "quad-app-palette.h"
#include "quad-profile-badge.h"

#define CORNER 4.0f

/*
 * Drawn, not styled, so that its colours come from the one palette that the chart, the screen and
 * the paper share. Grows with the size of the text.
 */
struct _QuadProfileBadge
{
  GtkWidget parent_instance;

  /* owned */
  PangoLayout *layout;
  char        *label;

  /* plain */
  QuadProfile profile;
};

typedef enum
{
  PROP_PROFILE = 1,
} QuadProfileBadgeProperty;

static GParamSpec *properties[PROP_PROFILE + 1];

G_DEFINE_FINAL_TYPE (QuadProfileBadge, quad_profile_badge, GTK_TYPE_WIDGET)

static PangoLayout *
ensure_layout (QuadProfileBadge *self)
{
  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self),
                                                   quad_profile_get_letter (self->profile));
  return self->layout;
}

static int
measure_side (QuadProfileBadge *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = pango_font_metrics_get_height (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (height) + 2;
}

static void
quad_profile_badge_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = measure_side (QUAD_PROFILE_BADGE (widget));
}

static void
quad_profile_badge_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  QuadProfileBadge *self = QUAD_PROFILE_BADGE (widget);
  const QuadPalette *palette = quad_app_palette_get ();
  int side = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GskRoundedRect outline;
  GdkRGBA color;
  int width;
  int height;

  if (self->profile == QUAD_PROFILE_NONE)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - side) / 2,
                                                (gtk_widget_get_height (widget) - side) / 2));
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, side, side), CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  quad_app_palette_to_rgba (&palette->profile[self->profile], &color);
  gtk_snapshot_append_color (snapshot, &color, &outline.bounds);
  gtk_snapshot_pop (snapshot);

  pango_layout_get_pixel_size (ensure_layout (self), &width, &height);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((side - width) / 2.0f, (side - height) / 2.0f));
  quad_app_palette_to_rgba (&palette->profile_text, &color);
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
quad_profile_badge_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  QuadProfileBadge *self = QUAD_PROFILE_BADGE (widget);

  GTK_WIDGET_CLASS (quad_profile_badge_parent_class)->css_changed (widget, change);
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (widget);
}

static void
quad_profile_badge_system_setting_changed (GtkWidget        *widget,
                                           GtkSystemSetting  setting)
{
  QuadProfileBadge *self = QUAD_PROFILE_BADGE (widget);

  GTK_WIDGET_CLASS (quad_profile_badge_parent_class)->system_setting_changed (widget, setting);
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (widget);
}

static void
quad_profile_badge_dispose (GObject *object)
{
  QuadProfileBadge *self = QUAD_PROFILE_BADGE (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (quad_profile_badge_parent_class)->dispose (object);
}

static void
quad_profile_badge_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  QuadProfileBadge *self = QUAD_PROFILE_BADGE (object);

  switch ((QuadProfileBadgeProperty) property_id)
    {
    case PROP_PROFILE:
      g_value_set_uint (value, self->profile);
      break;
    }
}

static void
quad_profile_badge_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  QuadProfileBadge *self = QUAD_PROFILE_BADGE (object);

  switch ((QuadProfileBadgeProperty) property_id)
    {
    case PROP_PROFILE:
      quad_profile_badge_set_profile (self, g_value_get_uint (value), NULL);
      break;
    }
}

static void
quad_profile_badge_class_init (QuadProfileBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quad_profile_badge_dispose;
  object_class->get_property = quad_profile_badge_get_property;
  object_class->set_property = quad_profile_badge_set_property;

  widget_class->measure = quad_profile_badge_measure;
  widget_class->snapshot = quad_profile_badge_snapshot;
  widget_class->css_changed = quad_profile_badge_css_changed;
  widget_class->system_setting_changed = quad_profile_badge_system_setting_changed;

  /**
   * QuadProfileBadge:profile:
   *
   * A #QuadProfile.
   */
  properties[PROP_PROFILE] =
    g_param_spec_uint ("profile", NULL, NULL, 0, QUAD_N_PROFILES - 1, QUAD_PROFILE_NONE,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "profilebadge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
quad_profile_badge_init (QuadProfileBadge *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/**
 * quad_profile_badge_new:
 *
 * Returns: (transfer floating): a badge of no profile
 */
GtkWidget *
quad_profile_badge_new (void)
{
  return g_object_new (QUAD_TYPE_PROFILE_BADGE, NULL);
}

QuadProfile
quad_profile_badge_get_profile (QuadProfileBadge *self)
{
  g_return_val_if_fail (QUAD_IS_PROFILE_BADGE (self), QUAD_PROFILE_NONE);

  return self->profile;
}

/**
 * quad_profile_badge_set_profile:
 * @names: (nullable): what the profiles are called
 *
 * Also names the badge for assistive technology and in its tooltip.
 */
void
quad_profile_badge_set_profile (QuadProfileBadge *self,
                                QuadProfile       profile,
                                const QuadNames  *names)
{
  const char *label = NULL;

  g_return_if_fail (QUAD_IS_PROFILE_BADGE (self));
  g_return_if_fail (profile < QUAD_N_PROFILES);

  if (profile != QUAD_PROFILE_NONE)
    label = quad_names_get_profile (names, profile);
  if (g_strcmp0 (self->label, label) != 0)
    {
      g_free (self->label);
      self->label = g_strdup (label);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      label != NULL ? label : "", -1);
    }
  if (self->profile == profile)
    return;

  self->profile = profile;
  g_clear_object (&self->layout);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROFILE]);
}
