/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-box"

#include "quad-chart-box.h"

#include <math.h>

/*
 * One box of the chart on screen. Its picture is painted once at the device's resolution
 * and kept until quad_chart_box_invalidate() or a new size; what changes all the time
 * (focus ring, hover, the pale place of a dragged card, the box lit up for a drop) is drawn over it
 * live, so that a frame costs the same with 5 and with 500 cards. A box that is higher than any
 * screen is painted in tiles, of which only those in sight are kept.
 *
 * Children are #QuadChartCard proxies: the header, then cards in the order of the box, then the one
 * of "+N more". Allocate it to quad_chart_box_get_bounds(). Lengths are logical pixels.
 */
struct _QuadChartBox
{
  GtkWidget parent_instance;

  /* owned */
  GPtrArray            *tiles;      /* GskRenderNode, NULL where not in sight; from the top */
  char                 *label;
  char                 *hint;       /* what a drop here will do; NULL: not lit up */

  /* borrowed */
  const QuadChartScene *scene;      /* the view's */
  QuadChartCard        *header;     /* a child */
  QuadChartCard        *more;       /* a child; NULL when everything is shown */
  QuadChartCard        *hovered;    /* a child, weak */
  QuadAccount          *last_focus; /* weak: where Tab comes back to */

  /* plain */
  guint                 box;
  QuadChartCardKind     last_focus_kind;
  int                   picture_width;
  int                   picture_height;
  int                   picture_scale;
  guint                 n_paints;
};

/* A box up to this height is one tile: it is mostly in sight as a whole. */
#define HIGHEST_TILE  2048
#define TILE_HEIGHT   512

#define RING_WIDTH    2.0
#define RING_GAP      1.0    /* keeps it apart from the border of a selected card */
#define RING_RADIUS   7.0    /* as the painter rounds a card */

G_DEFINE_FINAL_TYPE (QuadChartBox, quad_chart_box, GTK_TYPE_WIDGET)

static GdkRGBA
to_rgba (const QuadColor *color,
         double           opacity)
{
  return (GdkRGBA) { color->red, color->green, color->blue, color->alpha * opacity };
}

static const QuadBoxLayout *
get_box_layout (QuadChartBox *self)
{
  if (self->scene->layout == NULL)
    return NULL;
  return quad_chart_layout_get_box (self->scene->layout, self->box);
}

/* Where a child stands, in the coordinates of the box. */
static gboolean
get_card_rect (QuadChartBox    *self,
               QuadChartCard   *card,
               graphene_rect_t *rect)
{
  const QuadBoxLayout *frame = get_box_layout (self);
  QuadAccount *account = quad_chart_card_get_account (card);
  GdkRectangle bounds;
  QuadRect place;
  guint index;

  if (frame == NULL)
    return FALSE;

  if (card == self->more)
    place = frame->more;
  else if (card == self->header)
    place = frame->header;
  else if (account != NULL && quad_chart_layout_find (self->scene->layout, account, &index))
    place = quad_chart_layout_get_cards (self->scene->layout, NULL)[index].rect;
  else
    return FALSE;

  quad_chart_box_get_bounds (frame, &bounds);
  graphene_rect_init (rect,
                      place.x - bounds.x, place.y - bounds.y,
                      place.width, place.height);
  return TRUE;
}

static void
paint_selected_cards (QuadChartBox *self,
                      cairo_t      *cr)
{
  const QuadChartScene *scene = self->scene;
  const QuadBoxLayout *frame = get_box_layout (self);
  const QuadCard *cards = quad_chart_layout_get_cards (scene->layout, NULL);
  QuadMoney largest;

  if (scene->selection == NULL || quad_account_selection_get_size (scene->selection) == 0)
    return;

  largest = quad_chart_painter_get_largest (scene->boxes, self->box);
  for (guint i = frame->first_card; i < frame->first_card + frame->n_cards; i++)
    if (!cards[i].ghost
        && quad_account_selection_contains (scene->selection, cards[i].account))
      quad_chart_painter_draw_card (scene->painter, cr, &cards[i], largest, TRUE);
}

/* A picture as the renderer takes it fastest, again and again: OpenGL keeps a texture, which cairo
 * would copy as a whole for every frame, however little of it is to be drawn. Takes @surface. */
static GskRenderNode *
make_node (QuadChartBox          *self,
           cairo_surface_t       *surface,
           const graphene_rect_t *bounds)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)))
    {
      GskRenderNode *node = gsk_cairo_node_new (bounds);
      cairo_t *cr = gsk_cairo_node_get_draw_context (node);

      cairo_set_source_surface (cr, surface, bounds->origin.x, bounds->origin.y);
      cairo_paint (cr);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
      return node;
    }

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                    GDK_MEMORY_DEFAULT, bytes, stride);

  return gsk_texture_node_new (texture, bounds);
}

/* Paints a part of the box, from @top on, at @scale device pixels per logical one. */
static GskRenderNode *
paint_tile (QuadChartBox *self,
            int           width,
            int           top,
            int           height,
            int           scale)
{
  const QuadBoxLayout *frame = get_box_layout (self);
  cairo_surface_t *surface;
  GdkRectangle bounds;
  cairo_t *cr;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  quad_chart_box_get_bounds (frame, &bounds);
  cairo_translate (cr, -bounds.x, -bounds.y - top);
  quad_chart_painter_draw_box (self->scene->painter, cr, self->scene->layout, self->scene->boxes,
                               self->box);
  paint_selected_cards (self, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  self->n_paints++;

  return make_node (self, surface, &GRAPHENE_RECT_INIT (0, top, width, height));
}

static void
free_tile (gpointer tile)
{
  if (tile != NULL)
    gsk_render_node_unref (tile);
}

static void
drop_tiles (QuadChartBox *self)
{
  g_ptr_array_set_size (self->tiles, 0);
  self->picture_width = self->picture_height = 0;
}

/* Shows the tiles in sight, with one more on both sides; paints those that are not there yet. */
static void
snapshot_picture (QuadChartBox *self,
                  GtkSnapshot  *snapshot,
                  int           width,
                  int           height,
                  int           scale)
{
  int tile_height = height <= HIGHEST_TILE ? height : TILE_HEIGHT;
  GdkRectangle bounds;

  if (self->picture_width != width || self->picture_height != height
      || self->picture_scale != scale)
    {
      drop_tiles (self);
      g_ptr_array_set_size (self->tiles, (height + tile_height - 1) / tile_height);
      self->picture_width = width;
      self->picture_height = height;
      self->picture_scale = scale;
    }

  quad_chart_box_get_bounds (get_box_layout (self), &bounds);
  for (guint i = 0; i < self->tiles->len; i++)
    {
      gpointer *tile = &g_ptr_array_index (self->tiles, i);
      int top = (int) i * tile_height;
      int part = MIN (tile_height, height - top);

      if (self->tiles->len > 1
          && (bounds.y + top > self->scene->visible_bottom + tile_height
              || bounds.y + top + part < self->scene->visible_top - tile_height))
        {
          g_clear_pointer ((GskRenderNode **) tile, gsk_render_node_unref);
          continue;
        }
      if (*tile == NULL)
        *tile = paint_tile (self, width, top, part, scale);
      gtk_snapshot_append_node (snapshot, *tile);
    }
}

static void
snapshot_ring (GtkSnapshot           *snapshot,
               const graphene_rect_t *rect,
               float                  radius,
               float                  width,
               GdkRGBA                color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, rect, radius);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { color, color, color, color });
}

static void
snapshot_fill (GtkSnapshot           *snapshot,
               const graphene_rect_t *rect,
               float                  radius,
               GdkRGBA                color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, rect, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, rect);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_card_state (QuadChartBox  *self,
                     QuadChartCard *card,
                     GtkSnapshot   *snapshot)
{
  const QuadPalette *palette = self->scene->palette;
  gboolean focused = gtk_widget_has_visible_focus (GTK_WIDGET (card));
  graphene_rect_t rect;

  if (!focused && card != self->hovered && !quad_chart_card_is_dragged (card))
    return;
  if (!get_card_rect (self, card, &rect))
    return;

  if (quad_chart_card_is_dragged (card))
    {
      guint tint = quad_palette_get_tint (quad_chart_layout_get_lens (self->scene->layout),
                                          self->box);

      snapshot_fill (snapshot, &rect, RING_RADIUS, to_rgba (&palette->box[tint], 0.65));
    }
  else if (card == self->hovered)
    snapshot_ring (snapshot, &rect, RING_RADIUS, 1, to_rgba (&palette->accent, 0.6));

  if (focused)
    {
      graphene_rect_inset (&rect, -RING_GAP - RING_WIDTH, -RING_GAP - RING_WIDTH);
      snapshot_ring (snapshot, &rect, RING_RADIUS + RING_GAP + RING_WIDTH, RING_WIDTH,
                     to_rgba (&palette->accent, 1));
    }
}

/* The box lit up for a drop, with what it will do in words. */
static void
snapshot_hint (QuadChartBox *self,
               GtkSnapshot  *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRectangle bounds;
  cairo_t *cr;

  quad_chart_box_get_bounds (get_box_layout (self), &bounds);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                       gtk_widget_get_height (widget)));
  cairo_translate (cr, -bounds.x, -bounds.y);
  quad_chart_painter_draw_drop_target (self->scene->painter, cr, self->scene->layout, self->box,
                                       self->hint);
  cairo_destroy (cr);
}

static void
quad_chart_box_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  QuadChartBox *self = QUAD_CHART_BOX (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);

  if (width <= 0 || height <= 0 || get_box_layout (self) == NULL)
    return;

  snapshot_picture (self, snapshot, width, height, scale);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    snapshot_card_state (self, QUAD_CHART_CARD (child), snapshot);

  if (self->hint != NULL)
    snapshot_hint (self, snapshot);
}

static void
quad_chart_box_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  QuadChartBox *self = QUAD_CHART_BOX (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    quad_chart_box_place_card (self, QUAD_CHART_CARD (child));
}

static void
quad_chart_box_set_focus_child (GtkWidget *widget,
                                GtkWidget *child)
{
  QuadChartBox *self = QUAD_CHART_BOX (widget);

  if (child != NULL)
    {
      g_set_weak_pointer (&self->last_focus,
                          quad_chart_card_get_account (QUAD_CHART_CARD (child)));
      self->last_focus_kind = quad_chart_card_get_kind (QUAD_CHART_CARD (child));
    }

  GTK_WIDGET_CLASS (quad_chart_box_parent_class)->set_focus_child (widget, child);
}

static void
quad_chart_box_dispose (GObject *object)
{
  QuadChartBox *self = QUAD_CHART_BOX (object);
  GtkWidget *child;

  g_clear_weak_pointer (&self->hovered);
  self->more = NULL;
  self->header = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_weak_pointer (&self->last_focus);
  g_ptr_array_set_size (self->tiles, 0);

  G_OBJECT_CLASS (quad_chart_box_parent_class)->dispose (object);
}

static void
quad_chart_box_finalize (GObject *object)
{
  QuadChartBox *self = QUAD_CHART_BOX (object);

  g_ptr_array_unref (self->tiles);
  g_free (self->label);
  g_free (self->hint);

  G_OBJECT_CLASS (quad_chart_box_parent_class)->finalize (object);
}

static void
quad_chart_box_class_init (QuadChartBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quad_chart_box_dispose;
  object_class->finalize = quad_chart_box_finalize;

  widget_class->snapshot = quad_chart_box_snapshot;
  widget_class->size_allocate = quad_chart_box_size_allocate;
  widget_class->set_focus_child = quad_chart_box_set_focus_child;

  gtk_widget_class_set_css_name (widget_class, "chartbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
quad_chart_box_init (QuadChartBox *self)
{
  self->tiles = g_ptr_array_new_with_free_func (free_tile);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  self->header = QUAD_CHART_CARD (quad_chart_card_new_button (QUAD_CHART_CARD_HEADER));
  gtk_widget_set_parent (GTK_WIDGET (self->header), GTK_WIDGET (self));
}

/**
 * quad_chart_box_new:
 * @scene: of the view that will be its parent
 *
 * Returns: (transfer floating): a new box
 */
GtkWidget *
quad_chart_box_new (const QuadChartScene *scene,
                    guint                 box)
{
  QuadChartBox *self = g_object_new (QUAD_TYPE_CHART_BOX, NULL);

  g_return_val_if_fail (scene != NULL, NULL);
  g_return_val_if_fail (box < QUAD_N_BOXES, NULL);

  self->scene = scene;
  self->box = box;

  return GTK_WIDGET (self);
}

/**
 * quad_chart_box_get_bounds:
 * @box: of a layout
 * @bounds: (out): the whole pixels that it touches
 */
void
quad_chart_box_get_bounds (const QuadBoxLayout *frame,
                           GdkRectangle        *bounds)
{
  bounds->x = (int) floor (frame->rect.x);
  bounds->y = (int) floor (frame->rect.y);
  bounds->width = (int) ceil (frame->rect.x + frame->rect.width) - bounds->x;
  bounds->height = (int) ceil (frame->rect.y + frame->rect.height) - bounds->y;
}

guint
quad_chart_box_get_place (QuadChartBox *self)
{
  g_return_val_if_fail (QUAD_IS_CHART_BOX (self), QUAD_BOX_OFF);

  return self->box;
}

/**
 * quad_chart_box_invalidate:
 *
 * Says that its picture is out of date: it is painted again before the next frame.
 */
void
quad_chart_box_invalidate (QuadChartBox *self)
{
  g_return_if_fail (QUAD_IS_CHART_BOX (self));

  drop_tiles (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * quad_chart_box_get_n_paints:
 *
 * Returns: how often a part of its picture was painted so far
 */
guint
quad_chart_box_get_n_paints (QuadChartBox *self)
{
  g_return_val_if_fail (QUAD_IS_CHART_BOX (self), 0);

  return self->n_paints;
}

const char *
quad_chart_box_get_label (QuadChartBox *self)
{
  g_return_val_if_fail (QUAD_IS_CHART_BOX (self), NULL);

  return self->label;
}

/**
 * quad_chart_box_set_label:
 *
 * Sets the accessible name, of the header, too.
 */
void
quad_chart_box_set_label (QuadChartBox *self,
                          const char   *label)
{
  g_return_if_fail (QUAD_IS_CHART_BOX (self));

  if (g_strcmp0 (self->label, label) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  if (label == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  quad_chart_card_set_label (self->header, label);
}

QuadChartCard *
quad_chart_box_get_header (QuadChartBox *self)
{
  g_return_val_if_fail (QUAD_IS_CHART_BOX (self), NULL);

  return self->header;
}

/**
 * quad_chart_box_place_card:
 * @card: a child
 *
 * Allocates a proxy to what it stands for, at once.
 */
void
quad_chart_box_place_card (QuadChartBox  *self,
                           QuadChartCard *card)
{
  graphene_rect_t rect;
  gboolean shown;

  g_return_if_fail (QUAD_IS_CHART_BOX (self));

  shown = get_card_rect (self, card, &rect) && rect.size.width > 0;
  gtk_widget_set_child_visible (GTK_WIDGET (card), shown);
  if (shown)
    gtk_widget_size_allocate (GTK_WIDGET (card),
                              &(GtkAllocation) { (int) floor (rect.origin.x),
                                                 (int) floor (rect.origin.y),
                                                 (int) ceil (rect.size.width),
                                                 (int) ceil (rect.size.height) },
                              -1);
}

/**
 * quad_chart_box_get_more:
 *
 * Returns: (transfer none) (nullable): the proxy of "+N more"
 */
QuadChartCard *
quad_chart_box_get_more (QuadChartBox *self)
{
  g_return_val_if_fail (QUAD_IS_CHART_BOX (self), NULL);

  return self->more;
}

/**
 * quad_chart_box_set_more:
 * @label: (nullable): accessible name of "+N more", %NULL when everything is shown
 *
 * Keeps the proxy of "+N more" as the last child.
 */
void
quad_chart_box_set_more (QuadChartBox *self,
                         const char   *label)
{
  g_return_if_fail (QUAD_IS_CHART_BOX (self));

  if (label == NULL)
    {
      if (self->more != NULL)
        gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->more)));
      if (self->last_focus_kind == QUAD_CHART_CARD_MORE)
        self->last_focus_kind = QUAD_CHART_CARD_ACCOUNT;
      return;
    }

  if (self->more == NULL)
    {
      self->more = QUAD_CHART_CARD (quad_chart_card_new_button (QUAD_CHART_CARD_MORE));
      gtk_widget_set_parent (GTK_WIDGET (self->more), GTK_WIDGET (self));
    }
  else if (gtk_widget_get_last_child (GTK_WIDGET (self)) != GTK_WIDGET (self->more))
    {
      gtk_widget_insert_before (GTK_WIDGET (self->more), GTK_WIDGET (self), NULL);
    }
  quad_chart_card_set_label (self->more, label);
}

/**
 * quad_chart_box_get_tab_stop:
 *
 * Returns: (transfer none) (nullable): the child that Tab goes to: the one that last had the focus,
 *   else the first that is selected, else the first, else the header; %NULL when the box is not
 *   shown
 */
QuadChartCard *
quad_chart_box_get_tab_stop (QuadChartBox *self)
{
  QuadChartCard *selected = NULL;
  GtkWidget *child;

  g_return_val_if_fail (QUAD_IS_CHART_BOX (self), NULL);

  if (!gtk_widget_get_child_visible (GTK_WIDGET (self)))
    return NULL;
  if (self->last_focus_kind == QUAD_CHART_CARD_MORE)
    return self->more;
  if (self->last_focus_kind == QUAD_CHART_CARD_HEADER)
    return self->header;

  for (child = gtk_widget_get_next_sibling (GTK_WIDGET (self->header));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      QuadChartCard *card = QUAD_CHART_CARD (child);

      if (self->last_focus != NULL && quad_chart_card_get_account (card) == self->last_focus)
        return card;
      if (selected == NULL && quad_chart_card_is_selected (card))
        selected = card;
    }

  if (selected != NULL)
    return selected;

  child = gtk_widget_get_next_sibling (GTK_WIDGET (self->header));
  return child != NULL ? QUAD_CHART_CARD (child) : self->header;
}

const char *
quad_chart_box_get_hint (QuadChartBox *self)
{
  g_return_val_if_fail (QUAD_IS_CHART_BOX (self), NULL);

  return self->hint;
}

/**
 * quad_chart_box_set_hint:
 * @hint: (nullable): what a drop here will do, in words; %NULL: the box is not lit up
 *
 * Lights up the box and says why, on screen and to assistive technology.
 */
void
quad_chart_box_set_hint (QuadChartBox *self,
                         const char   *hint)
{
  g_return_if_fail (QUAD_IS_CHART_BOX (self));

  if (g_strcmp0 (self->hint, hint) == 0)
    return;

  g_free (self->hint);
  self->hint = g_strdup (hint);
  if (hint != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint,
                                    -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * quad_chart_box_set_hovered:
 * @card: (nullable): the child under the pointer
 */
void
quad_chart_box_set_hovered (QuadChartBox  *self,
                            QuadChartCard *card)
{
  g_return_if_fail (QUAD_IS_CHART_BOX (self));

  if (g_set_weak_pointer (&self->hovered, card))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
