/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-view"

#include "quad-chart-view-private.h"

#include <math.h>

/*
 * The chart by key. One Tab stop per box; inside a box and between boxes the arrows lead to the
 * nearest neighbour as it is seen, so nothing is mirrored here. Each key is an action of the
 * widget, so that assistive technology can do the same.
 */

static guint
get_box_of (QuadChartCard *card)
{
  return quad_chart_box_get_place (QUAD_CHART_BOX (gtk_widget_get_parent (GTK_WIDGET (card))));
}

static gboolean
is_more (QuadChartCard *card)
{
  return quad_chart_card_get_kind (card) == QUAD_CHART_CARD_MORE;
}

static gboolean
is_header (QuadChartCard *card)
{
  return quad_chart_card_get_kind (card) == QUAD_CHART_CARD_HEADER;
}

static double
get_overlap (double a,
             double a_length,
             double b,
             double b_length)
{
  return MIN (a + a_length, b + b_length) - MAX (a, b);
}

/* How far a box is from another in a direction; negative when it is not there. */
static double
get_distance (const QuadRect *from,
              const QuadRect *to,
              QuadDirection   direction)
{
  gboolean across = direction == QUAD_DIRECTION_LEFT || direction == QUAD_DIRECTION_RIGHT;

  if (across && get_overlap (from->y, from->height, to->y, to->height) <= 0)
    return -1;
  if (!across && get_overlap (from->x, from->width, to->x, to->width) <= 0)
    return -1;

  switch (direction)
    {
    case QUAD_DIRECTION_LEFT:
      return from->x - to->x;
    case QUAD_DIRECTION_RIGHT:
      return to->x - from->x;
    case QUAD_DIRECTION_UP:
      return from->y - to->y;
    case QUAD_DIRECTION_DOWN:
      return to->y - from->y;
    }

  g_return_val_if_reached (-1);
}

static gboolean
find_box_towards (QuadChartView *self,
                  guint          from,
                  QuadDirection  direction,
                  guint         *towards)
{
  const QuadRect *rect = &quad_chart_layout_get_box (self->scene.layout, from)->rect;
  double nearest = INFINITY;

  for (guint box = 0; box < QUAD_N_BOXES; box++)
    {
      const QuadBoxLayout *frame = quad_chart_layout_get_box (self->scene.layout, box);
      double distance = get_distance (rect, &frame->rect, direction);

      if (box == from || distance <= 0 || distance >= nearest)
        continue;
      nearest = distance;
      *towards = box;
    }

  return isfinite (nearest);
}

/* The boxes that are shown as they are read: from the top, in a row from where lines begin. Returns
 * how many there are. */
static guint
get_reading_order (QuadChartView *self,
                   guint          order[QUAD_N_BOXES])
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint n = 0;

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    {
      const QuadRect *rect = &quad_chart_layout_get_box (self->scene.layout, i)->rect;
      guint place = n;

      if (!quad_chart_layout_has_box (self->scene.layout, i))
        continue;

      while (place > 0)
        {
          const QuadRect *before =
            &quad_chart_layout_get_box (self->scene.layout, order[place - 1])->rect;
          gboolean after = rect->y > before->y
                           || (rect->y == before->y
                               && (rtl ? rect->x < before->x : rect->x > before->x));

          if (after)
            break;
          order[place] = order[place - 1];
          place--;
        }
      order[place] = i;
      n++;
    }

  return n;
}

static void
focus_card (QuadChartView *self,
            guint          index)
{
  quad_chart_view_focus_account (self, quad_chart_view_get_card (self, index)->account);
}

static void
focus_header (QuadChartView *self,
              guint          box)
{
  gtk_widget_grab_focus (GTK_WIDGET (quad_chart_box_get_header (
    QUAD_CHART_BOX (self->boxes[box]))));
}

/* From a header down into its box, and in all other directions to the next box: up to its end, and
 * aside to its header. */
static void
focus_from_header (QuadChartView *self,
                   guint          box,
                   QuadDirection  direction)
{
  const QuadBoxLayout *frame = quad_chart_layout_get_box (self->scene.layout, box);
  guint next = box;

  if (direction == QUAD_DIRECTION_DOWN && frame->n_cards > 0)
    {
      focus_card (self, frame->first_card);
      return;
    }
  if (direction == QUAD_DIRECTION_DOWN && frame->n_more > 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (quad_chart_box_get_more (
        QUAD_CHART_BOX (self->boxes[box]))));
      return;
    }
  if (!find_box_towards (self, box, direction, &next))
    return;

  frame = quad_chart_layout_get_box (self->scene.layout, next);
  if (direction == QUAD_DIRECTION_UP && frame->n_more > 0)
    gtk_widget_grab_focus (GTK_WIDGET (quad_chart_box_get_more (
      QUAD_CHART_BOX (self->boxes[next]))));
  else if (direction == QUAD_DIRECTION_UP && frame->n_cards > 0)
    focus_card (self, frame->first_card + frame->n_cards - 1);
  else
    focus_header (self, next);
}

/* From "+N more" the arrows lead on as from the last card, except back to it. */
static void
focus_from_more (QuadChartView *self,
                 guint          box,
                 QuadDirection  direction)
{
  const QuadBoxLayout *frame = quad_chart_layout_get_box (self->scene.layout, box);
  guint below;
  QuadChartCard *stop;
  guint neighbour;

  if (frame->n_cards > 0 && direction == QUAD_DIRECTION_UP)
    focus_card (self, frame->first_card + frame->n_cards - 1);
  else if (frame->n_cards > 0
           && quad_chart_layout_get_neighbour (self->scene.layout,
                                               frame->first_card + frame->n_cards - 1,
                                               direction, &neighbour)
           && quad_chart_view_get_card (self, neighbour)->box != box)
    focus_card (self, neighbour);
  else if (find_box_towards (self, box, direction, &below)
           && (stop = quad_chart_box_get_tab_stop (QUAD_CHART_BOX (self->boxes[below]))) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (stop));
}

/* Below the last row: "+N more", else the header of the next box. */
static void
focus_below (QuadChartView *self,
             guint          box)
{
  QuadChartCard *more = quad_chart_box_get_more (QUAD_CHART_BOX (self->boxes[box]));
  guint next = box;

  if (more != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (more));
  else if (find_box_towards (self, box, QUAD_DIRECTION_DOWN, &next))
    focus_header (self, next);
}

static void
focus_towards (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  QuadChartView *self = QUAD_CHART_VIEW (widget);
  QuadDirection direction = g_variant_get_uint32 (parameter);
  QuadChartCard *focus;
  guint box;
  gboolean found;
  guint index, neighbour;

  quad_chart_view_update (self);
  focus = quad_chart_view_get_focus (self);
  if (focus == NULL)
    return;

  box = get_box_of (focus);
  if (is_more (focus))
    {
      focus_from_more (self, box, direction);
      return;
    }
  if (is_header (focus))
    {
      focus_from_header (self, box, direction);
      return;
    }
  if (!quad_chart_layout_find (self->scene.layout, quad_chart_card_get_account (focus), &index))
    return;

  found = quad_chart_layout_get_neighbour (self->scene.layout, index, direction, &neighbour);
  if (found && quad_chart_view_get_card (self, neighbour)->box == box)
    focus_card (self, neighbour);
  else if (direction == QUAD_DIRECTION_UP)
    focus_header (self, box);
  else if (direction == QUAD_DIRECTION_DOWN)
    focus_below (self, box);
  else if (found)
    focus_card (self, neighbour);
}

/* Home and End: the first and the last of the box. */
static void
focus_end (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  QuadChartView *self = QUAD_CHART_VIEW (widget);
  const QuadBoxLayout *frame;
  QuadChartCard *focus, *more;
  guint box;

  quad_chart_view_update (self);
  focus = quad_chart_view_get_focus (self);
  if (focus == NULL)
    return;

  box = get_box_of (focus);
  frame = quad_chart_layout_get_box (self->scene.layout, box);
  more = quad_chart_box_get_more (QUAD_CHART_BOX (self->boxes[box]));
  if (g_variant_get_boolean (parameter) && more != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (more));
  else if (frame->n_cards > 0)
    focus_card (self, frame->first_card
                      + (g_variant_get_boolean (parameter) ? frame->n_cards - 1 : 0));
}

/* What a key moves: everything that is selected when the focus is on a part of it, else what has
 * the focus; that comes first in any case. */
static GPtrArray *
collect_accounts (QuadChartView *self)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);
  QuadChartCard *focus = quad_chart_view_get_focus (self);
  QuadAccount *account = focus != NULL ? quad_chart_card_get_account (focus) : NULL;

  if (account == NULL)
    return accounts;

  g_ptr_array_add (accounts, g_object_ref (account));
  if (quad_chart_card_is_selected (focus))
    {
      g_autoptr (GPtrArray) selected = quad_account_selection_get_all (self->scene.selection);

      for (guint i = 0; i < selected->len; i++)
        if (g_ptr_array_index (selected, i) != account)
          g_ptr_array_add (accounts, g_object_ref (g_ptr_array_index (selected, i)));
    }

  return accounts;
}

static void
move_to_box (QuadChartView *self,
             guint          box)
{
  g_autoptr (GPtrArray) accounts = NULL;

  quad_chart_view_update (self);
  accounts = collect_accounts (self);
  if (accounts->len > 0)
    quad_chart_view_move (self, accounts, box);
}

/* To a tier, or in the KARE lens to a profile. */
static void
move_to (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  QuadChartView *self = QUAD_CHART_VIEW (widget);
  const char *nick = g_variant_get_string (parameter, NULL);
  guint box;

  if (g_str_equal (nick, quad_tier_get_nick (QUAD_TIER_PARKED)))
    move_to_box (self, QUAD_BOX_OFF);
  else if (quad_lens_find_nick (self->lens, nick, &box) && box != QUAD_BOX_OFF)
    move_to_box (self, box);
}

/* By its place on the chart: 1 and 2 the clients, 3 and 4 the prospects. */
static void
move_to_place (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  move_to_box (QUAD_CHART_VIEW (widget), g_variant_get_uint32 (parameter));
}

/* Jettison is a profile, not a tier: the account stays where it is until the outcome is decided. */
static void
jettison (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  QuadChartView *self = QUAD_CHART_VIEW (widget);
  g_autoptr (GPtrArray) accounts = NULL;

  quad_chart_view_update (self);
  accounts = collect_accounts (self);
  if (accounts->len == 0 || self->scene.selection == NULL)
    return;

  quad_account_selection_set (self->scene.selection, accounts);
  gtk_widget_activate_action (widget, "win.set-profile", "s",
                              quad_profile_get_nick (QUAD_PROFILE_JETTISON));
}

static void
move_towards (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  QuadChartView *self = QUAD_CHART_VIEW (widget);
  g_autoptr (GPtrArray) accounts = NULL;
  guint box;

  quad_chart_view_update (self);
  accounts = collect_accounts (self);
  if (accounts->len > 0
      && find_box_towards (self, get_box_of (quad_chart_view_get_focus (self)),
                           g_variant_get_uint32 (parameter), &box))
    quad_chart_view_move (self, accounts, box);
}

static void
select_focus (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  QuadChartView *self = QUAD_CHART_VIEW (widget);
  QuadChartCard *focus = quad_chart_view_get_focus (self);

  if (focus == NULL)
    return;

  if (is_more (focus))
    gtk_widget_activate_action (widget, "chart.open", NULL);
  else if (is_header (focus))
    quad_chart_view_explain (self, get_box_of (focus));
  else if (self->scene.selection != NULL)
    quad_account_selection_toggle (self->scene.selection, quad_chart_card_get_account (focus));
}

/* What is behind "+N more": in the list, or where that has no filter for it, in the whole box. */
static void
show_rest (QuadChartView *self,
           guint          box)
{
  if (self->lens == QUAD_LENS_TIERS)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-tier", "s", quad_tier_get_nick (box));
  else
    quad_chart_view_zoom (self, box);
}

static void
open_focus (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  QuadChartView *self = QUAD_CHART_VIEW (widget);
  QuadChartCard *focus = quad_chart_view_get_focus (self);

  if (focus == NULL)
    return;

  if (is_more (focus))
    {
      show_rest (self, get_box_of (focus));
    }
  else if (is_header (focus))
    {
      quad_chart_view_toggle_zoom (self, get_box_of (focus));
    }
  else if (self->scene.selection != NULL)
    {
      quad_account_selection_set_only (self->scene.selection, quad_chart_card_get_account (focus));
      gtk_widget_activate_action (widget, "win.open-account", NULL);
    }
}

static void
unzoom (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  quad_chart_view_unzoom (QUAD_CHART_VIEW (widget));
}

static void
show_menu (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  QuadChartView *self = QUAD_CHART_VIEW (widget);
  QuadChartCard *focus;
  const QuadRect *rect;
  guint index;

  quad_chart_view_update (self);
  focus = quad_chart_view_get_focus (self);
  if (focus != NULL && is_header (focus))
    quad_chart_view_explain (self, get_box_of (focus));
  if (focus == NULL || is_more (focus) || is_header (focus)
      || !quad_chart_layout_find (self->scene.layout, quad_chart_card_get_account (focus), &index))
    return;

  if (self->scene.selection != NULL && !quad_chart_card_is_selected (focus))
    quad_account_selection_set_only (self->scene.selection, quad_chart_card_get_account (focus));
  rect = &quad_chart_view_get_card (self, index)->rect;
  quad_chart_view_show_menu (self, &(GdkRectangle) { (int) rect->x, (int) rect->y,
                                                     (int) rect->width, (int) rect->height });
}

static void
add_direction (GtkWidgetClass *widget_class,
               guint           key,
               guint           keypad_key,
               QuadDirection   direction)
{
  guint keys[] = { key, keypad_key };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, keys[i], 0,
                                           "chart.focus-towards", "u", direction);
      gtk_widget_class_add_binding_action (widget_class, keys[i], GDK_SHIFT_MASK,
                                           "chart.move-towards", "u", direction);
    }
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const guint open_keys[] = { GDK_KEY_Return, GDK_KEY_ISO_Enter, GDK_KEY_KP_Enter };
  static const guint select_keys[] = { GDK_KEY_space, GDK_KEY_KP_Space };

  add_direction (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, QUAD_DIRECTION_LEFT);
  add_direction (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, QUAD_DIRECTION_RIGHT);
  add_direction (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, QUAD_DIRECTION_UP);
  add_direction (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, QUAD_DIRECTION_DOWN);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0,
                                       "chart.focus-end", "b", FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Home, 0,
                                       "chart.focus-end", "b", FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, 0, "chart.focus-end", "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_End, 0,
                                       "chart.focus-end", "b", TRUE);

  for (guint box = 0; box < QUAD_BOX_OFF; box++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + box, 0,
                                           "chart.move-to-place", "u", box);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_1 + box, 0,
                                           "chart.move-to-place", "u", box);
    }

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_5, 0, "chart.jettison", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_5, 0, "chart.jettison", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_6, 0, "chart.move-to", "s",
                                       quad_tier_get_nick (QUAD_TIER_PARKED));
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_6, 0, "chart.move-to", "s",
                                       quad_tier_get_nick (QUAD_TIER_PARKED));

  for (guint i = 0; i < G_N_ELEMENTS (open_keys); i++)
    gtk_widget_class_add_binding_action (widget_class, open_keys[i], 0, "chart.open", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (select_keys); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, select_keys[i], 0, "chart.select", NULL);
      gtk_widget_class_add_binding_action (widget_class, select_keys[i], GDK_CONTROL_MASK,
                                           "chart.select", NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "chart.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                       "chart.menu", NULL);
}

void
quad_chart_view_class_init_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.focus-towards", "u", focus_towards);
  gtk_widget_class_install_action (widget_class, "chart.focus-end", "b", focus_end);
  gtk_widget_class_install_action (widget_class, "chart.move-to", "s", move_to);
  gtk_widget_class_install_action (widget_class, "chart.move-to-place", "u", move_to_place);
  gtk_widget_class_install_action (widget_class, "chart.jettison", NULL, jettison);
  gtk_widget_class_install_action (widget_class, "chart.move-towards", "u", move_towards);
  gtk_widget_class_install_action (widget_class, "chart.select", NULL, select_focus);
  gtk_widget_class_install_action (widget_class, "chart.open", NULL, open_focus);
  gtk_widget_class_install_action (widget_class, "chart.unzoom", NULL, unzoom);
  gtk_widget_class_install_action (widget_class, "chart.menu", NULL, show_menu);

  add_keys (widget_class);
}

/* GtkWidgetClass.focus: Tab goes from box to box, and leaves after the last. */
gboolean
quad_chart_view_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  QuadChartView *self = QUAD_CHART_VIEW (widget);
  guint order[QUAD_N_BOXES];
  QuadChartCard *focus;
  int step, place, n;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;

  quad_chart_view_update (self);
  if (self->scene.layout == NULL)
    return FALSE;

  n = (int) get_reading_order (self, order);
  step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
  place = direction == GTK_DIR_TAB_FORWARD ? -1 : n;
  focus = quad_chart_view_get_focus (self);
  for (int i = 0; focus != NULL && i < n; i++)
    if (order[i] == get_box_of (focus))
      place = i;

  for (place += step; place >= 0 && place < n; place += step)
    {
      QuadChartBox *frame = QUAD_CHART_BOX (self->boxes[order[place]]);
      QuadChartCard *stop = quad_chart_box_get_tab_stop (frame);

      if (stop != NULL)
        return gtk_widget_grab_focus (GTK_WIDGET (stop));
    }

  return FALSE;
}

/* GtkWidgetClass.grab_focus: to what is selected, else to the first box that has a card. */
gboolean
quad_chart_view_grab_focus (GtkWidget *widget)
{
  QuadChartView *self = QUAD_CHART_VIEW (widget);
  g_autoptr (GPtrArray) selected = NULL;

  quad_chart_view_update (self);
  if (quad_chart_view_get_focus (self) != NULL)
    return TRUE;
  if (self->scene.selection != NULL)
    selected = quad_account_selection_get_all (self->scene.selection);

  for (guint i = 0; selected != NULL && i < selected->len; i++)
    {
      QuadChartCard *card = quad_chart_view_get_proxy (self, g_ptr_array_index (selected, i));

      if (card != NULL)
        return gtk_widget_grab_focus (GTK_WIDGET (card));
    }

  return quad_chart_view_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* All accounts on the chart as they are read: box by box, in the order of each. */
GPtrArray *
quad_chart_view_list_accounts (QuadChartView *self)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);
  guint order[QUAD_N_BOXES], n_boxes;

  if (self->scene.layout == NULL)
    return accounts;

  n_boxes = get_reading_order (self, order);
  for (guint i = 0; i < n_boxes; i++)
    {
      guint n = quad_boxes_get_n (self->scene.boxes, order[i]);
      g_autofree QuadAccount **list = g_new0 (QuadAccount *, MAX (n, 1));

      n = quad_boxes_peek (self->scene.boxes, order[i], 0, n, list);
      for (guint j = 0; j < n; j++)
        g_ptr_array_add (accounts, g_object_ref (list[j]));
    }

  return accounts;
}

/* The box that a letter stands for in the KARE lens. */
gboolean
quad_chart_view_find_letter (QuadChartView *self,
                             gunichar       letter,
                             guint         *box)
{
  if (self->lens != QUAD_LENS_KARE)
    return FALSE;

  for (*box = 0; *box < QUAD_BOX_OFF; (*box)++)
    {
      const char *own = quad_profile_get_letter (quad_lens_get_profile (self->lens, *box));

      if (g_unichar_toupper (letter) == g_utf8_get_char (own))
        return TRUE;
    }

  return FALSE;
}

/* Whether a key moves what has the focus, so that it begins no search. */
gboolean
quad_chart_view_is_move_key (guint key)
{
  return (key >= GDK_KEY_1 && key <= GDK_KEY_6) || (key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_6);
}
