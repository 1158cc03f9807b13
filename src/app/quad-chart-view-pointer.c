/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-view"

#include "quad-chart-view-private.h"

#include "quad-chart-explain.h"
#include "quad-i18n.h"
#include "quad-profile-menu.h"

/*
 * Clicks, hover, tooltip and menu. Cards take no events: everything comes here and is looked up in
 * the layout. A click selects when the button is released, so that a drag can begin on a card
 * without changing what is selected.
 */

static QuadAccount *
get_hit_account (QuadChartView *self,
                 QuadHit        hit)
{
  return hit.kind == QUAD_HIT_CARD ? quad_chart_view_get_card (self, hit.card)->account : NULL;
}

static QuadChartCard *
get_hit_proxy (QuadChartView *self,
               QuadHit        hit)
{
  if (hit.kind == QUAD_HIT_CARD)
    return quad_chart_view_get_proxy (self, get_hit_account (self, hit));
  if (hit.kind == QUAD_HIT_MORE)
    return quad_chart_box_get_more (QUAD_CHART_BOX (self->boxes[hit.box]));
  if (hit.kind == QUAD_HIT_HEADER)
    return quad_chart_box_get_header (QUAD_CHART_BOX (self->boxes[hit.box]));

  return NULL;
}

/* Everything between the anchor and a card of the same box; the card alone in another box. */
static void
select_range (QuadChartView *self,
              guint          to)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  guint from = to;

  if (self->anchor != NULL
      && quad_chart_layout_find (self->scene.layout, self->anchor, &from)
      && quad_chart_view_get_card (self, from)->box != quad_chart_view_get_card (self, to)->box)
    from = to;

  for (guint i = MIN (from, to); i <= MAX (from, to); i++)
    g_ptr_array_add (accounts, g_object_ref (quad_chart_view_get_card (self, i)->account));
  quad_account_selection_set (self->scene.selection, accounts);
}

static void
select_hit (QuadChartView   *self,
            QuadHit          hit,
            GdkModifierType  modifiers)
{
  QuadAccount *account = get_hit_account (self, hit);

  if (self->scene.selection == NULL)
    return;

  if (account == NULL)
    {
      if ((modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0)
        quad_account_selection_clear (self->scene.selection);
      return;
    }

  if ((modifiers & GDK_SHIFT_MASK) != 0)
    {
      select_range (self, hit.card);
      return;
    }

  if ((modifiers & GDK_CONTROL_MASK) != 0)
    quad_account_selection_toggle (self->scene.selection, account);
  else
    quad_account_selection_set_only (self->scene.selection, account);
  g_set_weak_pointer (&self->anchor, account);
}

/* The menu of the card at a point, for what is selected. */
void
quad_chart_view_open_menu_at (QuadChartView *self,
                              double         x,
                              double         y)
{
  QuadHit hit = quad_chart_view_hit (self, x, y);
  QuadAccount *account = get_hit_account (self, hit);

  if (account == NULL || self->scene.selection == NULL)
    return;

  if (!quad_account_selection_contains (self->scene.selection, account))
    quad_account_selection_set_only (self->scene.selection, account);
  quad_chart_view_focus_account (self, account);
  quad_chart_view_show_menu (self, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            QuadChartView   *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  self->press_x = x;
  self->press_y = y;
  if (event == NULL || !gdk_event_triggers_context_menu (event))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  quad_chart_view_open_menu_at (self, x, y);
}

/* The figures explain themselves; a double click on all else of a header zooms. */
static void
act_on_header (QuadChartView *self,
               guint          box,
               double         x,
               double         y,
               int            n_press)
{
  switch (quad_chart_painter_hit_header (self->scene.painter, self->scene.layout,
                                         self->scene.boxes, box, x, y))
    {
    case QUAD_HEADER_COUNT:
    case QUAD_HEADER_MONEY:
    case QUAD_HEADER_FIGURE:
    case QUAD_HEADER_GUIDELINE:
      quad_chart_view_explain (self, box);
      break;
    case QUAD_HEADER_NOTHING:
    case QUAD_HEADER_TITLE:
      if (n_press == 2)
        quad_chart_view_toggle_zoom (self, box);
      break;
    }
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             QuadChartView   *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType modifiers =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  QuadHit hit;
  QuadChartCard *proxy;

  /* a finger that slides without resting takes nothing along, and is no click where it is lifted */
  if (button != GDK_BUTTON_PRIMARY
      || gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->press_x, (int) self->press_y,
                                   (int) x, (int) y))
    return;
  if (quad_chart_view_is_touch (GTK_GESTURE (gesture)))
    quad_chart_view_snap (self, &x, &y);
  hit = quad_chart_view_hit (self, x, y);

  if (hit.kind != QUAD_HIT_HEADER)
    select_hit (self, hit, modifiers);
  proxy = get_hit_proxy (self, hit);
  if (proxy != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (proxy));

  if (hit.kind == QUAD_HIT_HEADER)
    act_on_header (self, hit.box, x, y, n_press);
  else if (hit.kind == QUAD_HIT_MORE || (hit.kind == QUAD_HIT_CARD && n_press == 2))
    gtk_widget_activate_action (GTK_WIDGET (self), "chart.open", NULL);
}

static void
set_hovered (QuadChartView *self,
             QuadHit        hit)
{
  QuadChartCard *proxy = get_hit_proxy (self, hit);

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    quad_chart_box_set_hovered (QUAD_CHART_BOX (self->boxes[i]),
                                proxy != NULL && hit.box == i ? proxy : NULL);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           QuadChartView            *self)
{
  set_hovered (self, quad_chart_view_hit (self, x, y));
}

static void
leave_cb (GtkEventControllerMotion *controller,
          QuadChartView            *self)
{
  set_hovered (self, (QuadHit) { QUAD_HIT_NOTHING });
}

static void
add_amount (GString            *text,
            const char         *format,
            QuadMoney           amount,
            const QuadCurrency *currency)
{
  g_autofree char *money = NULL;
  g_autoptr (GString) line = g_string_new (format);

  if (amount == QUAD_MONEY_UNKNOWN)
    return;

  money = quad_money_format (amount, currency, QUAD_MONEY_EXACT);
  g_string_replace (line, "%s", money, 1);
  g_string_append_c (text, '\n');
  g_string_append (text, line->str);
}

/* What each sign means for this account, a line for each. */
static void
add_signs (QuadChartView *self,
           QuadAccount   *account,
           GString       *text)
{
  QuadSignFacts facts;
  guint signs;

  quad_chart_view_get_sign_facts (self, account, &facts);
  signs = quad_signs_find (&facts);
  for (guint i = 0; i < QUAD_N_SIGNS; i++)
    if ((signs & (1u << i)) != 0)
      {
        g_autofree char *words = quad_sign_describe (1u << i, &facts);

        g_string_append_c (text, '\n');
        g_string_append (text, words);
      }
}

/* The whole name, the amounts to the last digit, and what the signs mean. */
static char *
describe_in_full (QuadChartView *self,
                  QuadAccount   *account)
{
  const QuadCurrency *currency = quad_book_get_currency (self->book);
  GString *text = g_string_new (quad_account_get_name (account));

  add_amount (text, _("Revenue: %s"), quad_account_get_revenue (account), currency);
  add_amount (text, _("Potential: %s"), quad_account_get_potential (account), currency);
  add_signs (self, account, text);

  return g_string_free (text, FALSE);
}

/* Of a card there is more to say when its name is shortened, or where it has signs; of a bubble
 * always. */
static gboolean
has_more_to_say (QuadChartView  *self,
                 const QuadCard *card)
{
  QuadSignFacts facts;

  quad_chart_view_get_sign_facts (self, card->account, &facts);

  return self->mode == QUAD_MODE_BUBBLES || quad_signs_find (&facts) != 0
         || quad_chart_painter_is_shortened (self->scene.painter, card);
}

static gboolean
query_tooltip_cb (QuadChartView *self,
                  int            x,
                  int            y,
                  gboolean       keyboard,
                  GtkTooltip    *tooltip)
{
  g_autofree char *text = NULL;
  const QuadCard *card;
  QuadHit hit;

  if (keyboard)
    return FALSE;

  hit = quad_chart_view_hit (self, x, y);
  if (hit.kind != QUAD_HIT_CARD)
    return FALSE;
  card = quad_chart_view_get_card (self, hit.card);
  if (!has_more_to_say (self, card))
    return FALSE;

  text = describe_in_full (self, card->account);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) card->rect.x, (int) card->rect.y,
                                                       (int) card->rect.width,
                                                       (int) card->rect.height });
  return TRUE;
}

/* The key that closed the menu must not leave the chart without a focus. */
static void
menu_closed_cb (QuadChartView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL || gtk_widget_get_mapped (GTK_WIDGET (self)) == FALSE)
    return;
  if (self->menu_account != NULL && quad_chart_view_get_focus (self) == NULL)
    quad_chart_view_focus_account (self, self->menu_account);
}

void
quad_chart_view_init_pointer (QuadChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/* Shows the menu for what is selected. */
void
quad_chart_view_show_menu (QuadChartView      *self,
                           const GdkRectangle *at)
{
  if (self->menu == NULL)
    return;

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->menu);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (menu_closed_cb), self);
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), at);
  quad_profile_menu_fill (GTK_POPOVER_MENU (self->popover),
                          self->book != NULL ? quad_book_get_names (self->book) : NULL);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
chosen_cb (QuadChartView *self,
           QuadAccount   *account)
{
  if (self->scene.selection != NULL)
    quad_account_selection_set_only (self->scene.selection, account);
  quad_chart_view_focus_account (self, account);
}

/* The popover is made anew each time: it shows the figures of the moment. */
static void
explained_cb (QuadChartView *self,
              GtkWidget     *popover)
{
  guint box = quad_chart_explain_get_box (QUAD_CHART_EXPLAIN (popover));

  if (quad_chart_view_get_focus (self) == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (quad_chart_box_get_header (
      QUAD_CHART_BOX (self->boxes[box]))));
}

/* Shows where the figures of a box come from. */
void
quad_chart_view_explain (QuadChartView *self,
                         guint          box)
{
  const QuadRect *header;

  if (self->scene.layout == NULL)
    return;

  g_clear_pointer (&self->explanation, gtk_widget_unparent);
  header = &quad_chart_layout_get_box (self->scene.layout, box)->header;
  self->explanation = quad_chart_explain_new (self->book, self->scene.boxes, box);
  g_signal_connect_object (self->explanation, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explanation, "closed", G_CALLBACK (explained_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->explanation, GTK_WIDGET (self));
  gtk_popover_set_position (GTK_POPOVER (self->explanation), GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->explanation),
                               &(GdkRectangle) { (int) header->x, (int) header->y,
                                                 (int) header->width, (int) header->height });
  gtk_popover_popup (GTK_POPOVER (self->explanation));
}
