/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-view"

#include "quad-chart-view-private.h"

#include <adwaita.h>
#include <math.h>

#include "quad-app-palette.h"
#include "quad-i18n.h"

/*
 * The chart on screen. Owned by the window, main thread only. It never writes: every change is an
 * action of the window. Data flows one way: the book changes -> #QuadBoxes::changed says which
 * boxes -> the layout is computed again -> the pictures of those boxes are dropped and the
 * proxies follow. That happens at once for a gesture or a key made here (they need the new places),
 * and before the next frame for everything else. Proxies are never made or thrown away while sizes
 * are being allocated. Lengths are logical pixels.
 */

typedef enum
{
  PROP_BOOK = 1,
  PROP_SELECTION,
  PROP_MENU,
  PROP_FIND_TEXT,
  PROP_ZOOMED,
  N_PROPS,
} QuadChartViewProperty;

#define MINIMUM_WIDTH 280
#define NATURAL_WIDTH 720

#define ALL_BOXES ((1u << QUAD_N_BOXES) - 1)

enum
{
  SIGNAL_LEGEND_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (QuadChartView, quad_chart_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (QUAD_TYPE_DROP_PLACE,
                                                      quad_chart_view_init_drop_place))

static QuadChartBox *
get_box (QuadChartView *self,
         guint          box)
{
  return QUAD_CHART_BOX (self->boxes[box]);
}

static void
get_options (QuadChartView    *self,
             int               width,
             int               height,
             QuadChartOptions *options)
{
  *options = (QuadChartOptions) {
    .width = width,
    .height = height,
    .zoomed = self->zoomed,
    .zoom = self->zoomed_box,
  };
  quad_chart_painter_get_metrics (self->scene.painter, &options->metrics);
  options->metrics.least_target = self->touch ? QUAD_TOUCH_TARGET : 0;
  options->metrics.rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Computes the layout for a size and drops the pictures that no longer fit it. */
void
quad_chart_view_arrange (QuadChartView *self,
                         int            width,
                         int            height)
{
  g_autoptr (QuadChartLayout) old = g_steal_pointer (&self->scene.layout);
  g_autoptr (QuadChartInput) input = NULL;
  QuadChartOptions options;

  get_options (self, width, height, &options);
  input = quad_chart_painter_create_input (self->scene.painter, self->scene.boxes, self->mode,
                                           self->plan);
  self->scene.layout = quad_chart_layout_update (old, input, &options, NULL);

  for (guint box = 0; box < QUAD_N_BOXES; box++)
    if (old == NULL || (self->stale_boxes & (1u << box)) != 0
        || !quad_chart_layout_is_same_box (old, self->scene.layout, box))
      {
        quad_chart_box_invalidate (get_box (self, box));
        gtk_widget_queue_allocate (self->boxes[box]);
      }

  quad_chart_view_update_look (self);

  quad_chart_view_forget_drawn (self);
  self->layout_stale = FALSE;
  self->stale_boxes = 0;
  self->cards_stale = TRUE;
}

static gboolean
update_cb (gpointer data)
{
  QuadChartView *self = data;

  self->update_source = 0;
  quad_chart_view_update (self);

  return G_SOURCE_REMOVE;
}

static void
wait_for_update (QuadChartView *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (GTK_PRIORITY_RESIZE, update_cb, self, NULL);
}

/* Before the next frame: the size may still change, and more changes may come. */
void
quad_chart_view_schedule_update (QuadChartView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  wait_for_update (self);
}

static void
mark_stale (QuadChartView *self,
            guint          boxes)
{
  self->stale_boxes |= boxes;
  self->layout_stale = TRUE;
  quad_chart_view_schedule_update (self);
}

static void
boxes_changed_cb (QuadBoxes     *boxes,
                  guint          changed,
                  QuadChartView *self)
{
  mark_stale (self, changed);
}

static void
selection_changed_cb (QuadAccountSelection *selection,
                      QuadChartView        *self)
{
  quad_chart_view_update_selected (self);
}

static void
palette_changed_cb (AdwStyleManager *manager,
                    GParamSpec      *pspec,
                    QuadChartView   *self)
{
  self->scene.palette = quad_app_palette_get ();
  quad_chart_painter_set_palette (self->scene.painter, self->scene.palette);
  for (guint i = 0; i < QUAD_N_BOXES; i++)
    quad_chart_box_invalidate (QUAD_CHART_BOX (self->boxes[i]));
  quad_chart_view_forget_drawn (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_same_context (PangoContext *a,
                 PangoContext *b)
{
  return pango_font_description_equal (pango_context_get_font_description (a),
                                       pango_context_get_font_description (b))
         && pango_cairo_context_get_resolution (a) == pango_cairo_context_get_resolution (b)
         && pango_context_get_base_dir (a) == pango_context_get_base_dir (b);
}

/* The fonts or the direction may be others now. */
static void
update_fonts (QuadChartView *self)
{
  PangoContext *context = gtk_widget_create_pango_context (GTK_WIDGET (self));

  if (!is_same_context (context, self->context))
    {
      g_set_object (&self->context, context);
      quad_chart_painter_set_context (self->scene.painter, context);
      mark_stale (self, ALL_BOXES);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }

  g_object_unref (context);
}

static void
quad_chart_view_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (quad_chart_view_parent_class)->css_changed (widget, change);

  update_fonts (QUAD_CHART_VIEW (widget));
}

static void
quad_chart_view_system_setting_changed (GtkWidget        *widget,
                                        GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (quad_chart_view_parent_class)->system_setting_changed (widget, setting);

  update_fonts (QUAD_CHART_VIEW (widget));
}

static void
quad_chart_view_direction_changed (GtkWidget        *widget,
                                   GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (quad_chart_view_parent_class)->direction_changed (widget, previous);

  mark_stale (QUAD_CHART_VIEW (widget), ALL_BOXES);
  update_fonts (QUAD_CHART_VIEW (widget));
}

static void
quad_chart_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (quad_chart_view_parent_class)->root (widget);

  quad_chart_view_find_adjustment (QUAD_CHART_VIEW (widget));
}

static void
quad_chart_view_unroot (GtkWidget *widget)
{
  quad_chart_view_cancel_band (QUAD_CHART_VIEW (widget));
  quad_chart_view_forget_adjustment (QUAD_CHART_VIEW (widget));

  GTK_WIDGET_CLASS (quad_chart_view_parent_class)->unroot (widget);
}

static GtkSizeRequestMode
quad_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
quad_chart_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  QuadChartView *self = QUAD_CHART_VIEW (widget);
  double least = MINIMUM_WIDTH, wanted = NATURAL_WIDTH;

  if (orientation == GTK_ORIENTATION_VERTICAL && self->scene.boxes == NULL)
    least = wanted = MINIMUM_WIDTH;
  else if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      QuadChartOptions options;

      get_options (self, for_size < 0 ? NATURAL_WIDTH : for_size, 0, &options);
      quad_chart_layout_measure (self->scene.boxes, self->mode, &options, &least, &wanted);
      /* a viewport gives no more than the least: all cards of a zoomed box, to be scrolled to */
      if (self->zoomed && self->mode == QUAD_MODE_CARDS)
        least = wanted;
    }

  *minimum = (int) ceil (least);
  *natural = (int) ceil (MAX (least, wanted));
}

static void
quad_chart_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  QuadChartView *self = QUAD_CHART_VIEW (widget);
  double layout_width = -1, layout_height = -1;

  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  if (self->explanation != NULL)
    gtk_popover_present (GTK_POPOVER (self->explanation));
  if (self->scene.boxes == NULL)
    return;

  if (self->scene.layout != NULL)
    quad_chart_layout_get_size (self->scene.layout, &layout_width, &layout_height);
  if (self->layout_stale || layout_width != width || layout_height != height)
    quad_chart_view_arrange (self, width, height);
  if (self->cards_stale)
    quad_chart_view_schedule_update (self);

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    {
      gboolean shown = quad_chart_layout_has_box (self->scene.layout, i);
      GtkAllocation bounds;

      gtk_widget_set_child_visible (self->boxes[i], shown);
      if (!shown)
        continue;
      quad_chart_box_get_bounds (quad_chart_layout_get_box (self->scene.layout, i), &bounds);
      gtk_widget_size_allocate (self->boxes[i], &bounds, -1);
    }
}

typedef void (*DrawFunc) (QuadChartPainter      *painter,
                          cairo_t               *cr,
                          const QuadChartLayout *layout);

/* Appends what is drawn around and over the boxes. The same node as in the last frame tells the
 * renderer that nothing changed there: what cairo drew anew would be damage all over. */
static void
snapshot_kept (QuadChartView  *self,
               GtkSnapshot    *snapshot,
               GskRenderNode **kept,
               DrawFunc        draw)
{
  if (*kept == NULL)
    {
      double width, height;
      cairo_t *cr;

      quad_chart_layout_get_size (self->scene.layout, &width, &height);
      *kept = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, width, height));
      cr = gsk_cairo_node_get_draw_context (*kept);
      draw (self->scene.painter, cr, self->scene.layout);
      cairo_destroy (cr);
    }

  gtk_snapshot_append_node (snapshot, *kept);
}

/* What was drawn is not true any more. */
void
quad_chart_view_forget_drawn (QuadChartView *self)
{
  g_clear_pointer (&self->captions, gsk_render_node_unref);
  g_clear_pointer (&self->arrows, gsk_render_node_unref);
}

static void
quad_chart_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  QuadChartView *self = QUAD_CHART_VIEW (widget);

  if (self->scene.layout == NULL)
    return;

  snapshot_kept (self, snapshot, &self->captions, quad_chart_painter_draw_captions);
  if (quad_chart_view_snapshot_transition (self, snapshot))
    return;

  GTK_WIDGET_CLASS (quad_chart_view_parent_class)->snapshot (widget, snapshot);
  if (self->plan != NULL && g_hash_table_size (self->plan) > 0)
    snapshot_kept (self, snapshot, &self->arrows, quad_chart_painter_draw_arrows);
  quad_chart_view_snapshot_band (self, snapshot);
}

static void
quad_chart_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  QuadChartView *self = QUAD_CHART_VIEW (object);

  switch ((QuadChartViewProperty) prop_id)
    {
    case PROP_BOOK:
      g_value_set_object (value, self->book);
      break;
    case PROP_SELECTION:
      g_value_set_object (value, self->scene.selection);
      break;
    case PROP_MENU:
      g_value_set_object (value, self->menu);
      break;
    case PROP_FIND_TEXT:
      g_value_set_string (value, self->find_text);
      break;
    case PROP_ZOOMED:
      g_value_set_boolean (value, self->zoomed);
      break;
    case N_PROPS:
      g_assert_not_reached ();
    }
}

static void
quad_chart_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  QuadChartView *self = QUAD_CHART_VIEW (object);

  switch ((QuadChartViewProperty) prop_id)
    {
    case PROP_BOOK:
      quad_chart_view_set_book (self, g_value_get_object (value));
      break;
    case PROP_SELECTION:
      quad_chart_view_set_selection (self, g_value_get_object (value));
      break;
    case PROP_MENU:
      quad_chart_view_set_menu (self, g_value_get_object (value));
      break;
    case PROP_FIND_TEXT:
    case PROP_ZOOMED:
    case N_PROPS:
      g_assert_not_reached ();
    }
}

static void
quad_chart_view_dispose (GObject *object)
{
  QuadChartView *self = QUAD_CHART_VIEW (object);

  quad_chart_view_cancel_band (self);
  quad_chart_view_stop_scrolling (self);
  quad_chart_view_stop_finding (self);
  quad_chart_view_forget_adjustment (self);
  quad_chart_view_stop_transition (self);
  quad_chart_view_forget_drawn (self);
  quad_chart_view_set_book (self, NULL);
  quad_chart_view_dispose_look (self);
  quad_chart_view_dispose_pointed (self);
  quad_chart_view_set_selection (self, NULL);
  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->explanation, gtk_widget_unparent);
  for (guint i = 0; i < QUAD_N_BOXES; i++)
    g_clear_pointer (&self->boxes[i], gtk_widget_unparent);
  g_clear_weak_pointer (&self->anchor);
  g_clear_pointer (&self->dragged, g_ptr_array_unref);
  g_clear_pointer (&self->hovering, g_ptr_array_unref);
  g_clear_pointer (&self->chosen_before, g_ptr_array_unref);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (quad_chart_view_parent_class)->dispose (object);
}

static void
quad_chart_view_finalize (GObject *object)
{
  QuadChartView *self = QUAD_CHART_VIEW (object);

  g_hash_table_unref (self->cards);
  g_clear_object (&self->scene.painter);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (quad_chart_view_parent_class)->finalize (object);
}

static void
quad_chart_view_class_init (QuadChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = quad_chart_view_get_property;
  object_class->set_property = quad_chart_view_set_property;
  object_class->dispose = quad_chart_view_dispose;
  object_class->finalize = quad_chart_view_finalize;

  widget_class->root = quad_chart_view_root;
  widget_class->unroot = quad_chart_view_unroot;
  widget_class->css_changed = quad_chart_view_css_changed;
  widget_class->system_setting_changed = quad_chart_view_system_setting_changed;
  widget_class->direction_changed = quad_chart_view_direction_changed;
  widget_class->get_request_mode = quad_chart_view_get_request_mode;
  widget_class->measure = quad_chart_view_measure;
  widget_class->size_allocate = quad_chart_view_size_allocate;
  widget_class->snapshot = quad_chart_view_snapshot;
  widget_class->focus = quad_chart_view_focus;
  widget_class->grab_focus = quad_chart_view_grab_focus;

  properties[PROP_BOOK] =
    g_param_spec_object ("book", NULL, NULL, QUAD_TYPE_BOOK,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTION] =
    g_param_spec_object ("selection", NULL, NULL, QUAD_TYPE_ACCOUNT_SELECTION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MENU] =
    g_param_spec_object ("menu", NULL, NULL, G_TYPE_MENU_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FIND_TEXT] =
    g_param_spec_string ("find-text", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOMED] =
    g_param_spec_boolean ("zoomed", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Colours or sizes stand for something else now. */
  signals[SIGNAL_LEGEND_CHANGED] =
    g_signal_new ("legend-changed", QUAD_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  quad_chart_view_class_init_keys (widget_class);
  quad_chart_view_class_init_pointed (widget_class);

  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
quad_chart_view_init (QuadChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->hinted_box = -1;
  self->cards = g_hash_table_new (NULL, NULL);
  self->context = gtk_widget_create_pango_context (GTK_WIDGET (self));
  self->scene.painter = quad_chart_painter_new (self->context);
  self->scene.palette = quad_app_palette_get ();
  quad_chart_painter_set_palette (self->scene.painter, self->scene.palette);

  quad_chart_view_init_look (self);

  for (guint box = 0; box < QUAD_N_BOXES; box++)
    {
      self->boxes[box] = quad_chart_box_new (&self->scene, box);
      gtk_widget_set_parent (self->boxes[box], GTK_WIDGET (self));
    }

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (palette_changed_cb), self, 0);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (palette_changed_cb),
                           self, 0);

  quad_chart_view_init_pointer (self);
  quad_chart_view_init_pointed (self);
  quad_chart_view_init_band (self);
  quad_chart_view_init_dnd (self);
  quad_chart_view_init_find (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Account chart"),
                                  -1);
}

GtkWidget *
quad_chart_view_new (void)
{
  return g_object_new (QUAD_TYPE_CHART_VIEW, NULL);
}

/**
 * quad_chart_view_set_book:
 * @book: (nullable): whose accounts to show
 */
void
quad_chart_view_set_book (QuadChartView *self,
                          QuadBook      *book)
{
  g_autoptr (QuadBook) before = NULL;

  g_return_if_fail (QUAD_IS_CHART_VIEW (self));
  g_return_if_fail (book == NULL || QUAD_IS_BOOK (book));

  if (self->book == book)
    return;

  if (self->scene.boxes != NULL)
    g_signal_handlers_disconnect_by_func (self->scene.boxes, boxes_changed_cb, self);
  g_clear_object (&self->scene.boxes);
  g_clear_pointer (&self->scene.layout, quad_chart_layout_unref);
  self->zoomed = FALSE;
  quad_chart_view_clear_hint (self);
  quad_chart_view_update_cards (self);

  before = g_steal_pointer (&self->book);
  g_set_object (&self->book, book);
  if (book != NULL)
    {
      self->scene.boxes = quad_boxes_new (quad_book_get_accounts (book));
      quad_boxes_set_lens (self->scene.boxes, self->lens);
      g_signal_connect (self->scene.boxes, "changed", G_CALLBACK (boxes_changed_cb), self);
      quad_chart_painter_set_currency (self->scene.painter, quad_book_get_currency (book));
      quad_chart_painter_set_names (self->scene.painter, quad_book_get_names (book));
    }
  quad_chart_view_look_at_book (self, before);
  mark_stale (self, ALL_BOXES);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOK]);
}

/**
 * quad_chart_view_set_selection:
 * @selection: (nullable): which accounts are chosen, shared with list and panel
 */
void
quad_chart_view_set_selection (QuadChartView        *self,
                               QuadAccountSelection *selection)
{
  g_return_if_fail (QUAD_IS_CHART_VIEW (self));
  g_return_if_fail (selection == NULL || QUAD_IS_ACCOUNT_SELECTION (selection));

  if (self->scene.selection == selection)
    return;

  if (self->scene.selection != NULL)
    g_signal_handlers_disconnect_by_func (self->scene.selection, selection_changed_cb, self);
  g_set_object (&self->scene.selection, selection);
  if (selection != NULL)
    g_signal_connect (selection, "changed", G_CALLBACK (selection_changed_cb), self);

  quad_chart_view_update_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTION]);
}

/**
 * quad_chart_view_set_menu:
 * @menu: (nullable): what the menu key and the secondary button show at a card
 */
void
quad_chart_view_set_menu (QuadChartView *self,
                          GMenuModel    *menu)
{
  g_return_if_fail (QUAD_IS_CHART_VIEW (self));
  g_return_if_fail (menu == NULL || G_IS_MENU_MODEL (menu));

  if (!g_set_object (&self->menu, menu))
    return;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MENU]);
}

/* Brings layout and proxies up to date at once, for what needs the places of this moment. */
void
quad_chart_view_update (QuadChartView *self)
{
  g_autoptr (QuadAccount) account = NULL;
  QuadChartCard *focus;
  guint box = QUAD_TIER_KEY;

  g_clear_handle_id (&self->update_source, g_source_remove);

  if (self->layout_stale && self->scene.layout != NULL)
    quad_chart_view_arrange (self, gtk_widget_get_width (GTK_WIDGET (self)),
                             gtk_widget_get_height (GTK_WIDGET (self)));
  if (!self->cards_stale)
    return;

  focus = quad_chart_view_get_focus (self);
  if (focus != NULL)
    {
      box = quad_chart_box_get_place (QUAD_CHART_BOX (gtk_widget_get_parent (GTK_WIDGET (focus))));
      g_set_object (&account, quad_chart_card_get_account (focus));
    }

  quad_chart_view_update_cards (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  if (focus != NULL && quad_chart_view_get_focus (self) == NULL)
    quad_chart_view_restore_focus (self, account, box);
}

void
quad_chart_view_notify_find_text (QuadChartView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIND_TEXT]);
}

void
quad_chart_view_mark_all_stale (QuadChartView *self)
{
  mark_stale (self, ALL_BOXES);
}

void
quad_chart_view_notify_legend (QuadChartView *self)
{
  g_signal_emit (self, signals[SIGNAL_LEGEND_CHANGED], 0);
}

/* Scrolled: of a box in tiles others are to be painted, and others of its cards need a proxy. */
void
quad_chart_view_sight_changed (QuadChartView *self)
{
  if (!self->zoomed)
    return;

  /* not now: this may be heard while sizes are being allocated */
  gtk_widget_queue_draw (self->boxes[self->zoomed_box]);
  self->cards_stale = TRUE;
  wait_for_update (self);
}

const QuadCard *
quad_chart_view_get_card (QuadChartView *self,
                          guint          index)
{
  return &quad_chart_layout_get_cards (self->scene.layout, NULL)[index];
}

/* What is at a point now. Only of a view with a book and a size is anything hit. */
QuadHit
quad_chart_view_hit (QuadChartView *self,
                     double         x,
                     double         y)
{
  quad_chart_view_update (self);
  if (self->scene.layout == NULL)
    return (QuadHit) { QUAD_HIT_NOTHING };

  return quad_chart_layout_hit (self->scene.layout, x, y);
}

/* Makes accounts the selection and has the window do what a drop on a box means; the focus follows
 * the first. Nothing happens when they are in the box already. */
gboolean
quad_chart_view_move (QuadChartView *self,
                      GPtrArray     *accounts,
                      guint          box)
{
  g_autofree char *meaning = quad_chart_view_describe_drop (self, accounts, box);
  g_autoptr (QuadAccount) first = NULL;
  gboolean done;

  if (meaning == NULL || self->scene.selection == NULL)
    return FALSE;

  first = g_object_ref (g_ptr_array_index (accounts, 0));
  quad_account_selection_set (self->scene.selection, accounts);
  if (self->lens == QUAD_LENS_TIERS || box == QUAD_BOX_OFF)
    done = gtk_widget_activate_action (GTK_WIDGET (self), "win.move-to", "s",
                                       quad_tier_get_nick (box));
  else
    done = gtk_widget_activate_action (GTK_WIDGET (self), "win.place", "s",
                                       quad_lens_get_nick (self->lens, box));
  if (!done)
    return FALSE;

  quad_chart_view_update (self);
  quad_chart_view_focus_account (self, first);

  return TRUE;
}

/* What a drop on a box will do, in words; NULL when nothing. A plan has tiers only. */
char *
quad_chart_view_describe_drop (QuadChartView *self,
                               GPtrArray     *accounts,
                               guint          box)
{
  return self->planning ? quad_chart_view_describe_plan (self, accounts, box)
                        : quad_drop_describe (self->lens, box, accounts,
                                              quad_book_get_names (self->book));
}
