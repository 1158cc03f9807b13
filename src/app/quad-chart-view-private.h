/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-chart-view.h"

#include "quad-chart-box.h"

G_BEGIN_DECLS

/*
 * The parts of the chart view, by concern: quad-chart-view.c is the widget with its properties and
 * the layout; -cards.c the proxies that follow it, and the focus; -keys.c what is done by key, and
 * the actions that stand for it; -pointer.c clicks, hover, tooltip and menu; -dnd.c drag and drop.
 */
struct _QuadChartView
{
  GtkWidget parent_instance;

  /* owned */
  QuadBook       *book;
  GMenuModel     *menu;
  PangoContext   *context;
  QuadChartScene  scene;          /* painter, boxes, layout and selection are owned */
  GHashTable     *cards;          /* QuadAccount -> QuadChartCard, those visible; both borrowed */
  GPtrArray      *dragged;        /* the accounts of a drag that began here */
  GPtrArray      *chosen_before;  /* what was selected before that drag */
  char           *hint;           /* what a drop where the pointer is would do, NULL: nothing */

  /* borrowed */
  GtkWidget      *boxes[QUAD_N_CHART_TIERS];  /* children */
  GtkWidget      *popover;                    /* a child, made when needed */
  QuadAccount    *anchor;                     /* weak: where a range of cards begins */
  QuadAccount    *menu_account;               /* weak: whose menu was shown last */

  /* plain */
  guint           stale_tiers;    /* a bit for each box whose accounts changed since the layout */
  gboolean        layout_stale;
  gboolean        cards_stale;    /* the proxies do not follow the layout yet */
  guint           update_source;
  int             hinted_tier;    /* -1: no box is lit up */
  double          drop_x, drop_y;
};

/* quad-chart-view.c */
void            quad_chart_view_update         (QuadChartView       *self);
QuadHit         quad_chart_view_hit            (QuadChartView       *self,
                                                double               x,
                                                double               y);
const QuadCard *quad_chart_view_get_card       (QuadChartView       *self,
                                                guint                index);
gboolean        quad_chart_view_move           (QuadChartView       *self,
                                                GPtrArray           *accounts,
                                                QuadTier             tier);

/* quad-chart-view-cards.c */
void           quad_chart_view_update_cards    (QuadChartView       *self);
void           quad_chart_view_update_selected (QuadChartView       *self);
QuadChartCard *quad_chart_view_get_proxy       (QuadChartView       *self,
                                                QuadAccount         *account);
QuadChartCard *quad_chart_view_get_focus       (QuadChartView       *self);
gboolean       quad_chart_view_focus_account   (QuadChartView       *self,
                                                QuadAccount         *account);
void           quad_chart_view_restore_focus   (QuadChartView       *self,
                                                QuadAccount         *account,
                                                QuadTier             tier);

/* quad-chart-view-keys.c */
void           quad_chart_view_class_init_keys (GtkWidgetClass      *widget_class);
gboolean       quad_chart_view_focus           (GtkWidget           *widget,
                                                GtkDirectionType     direction);
gboolean       quad_chart_view_grab_focus      (GtkWidget           *widget);

/* quad-chart-view-pointer.c */
void           quad_chart_view_init_pointer    (QuadChartView       *self);
void           quad_chart_view_show_menu       (QuadChartView       *self,
                                                const GdkRectangle  *at);

/* quad-chart-view-dnd.c */
void           quad_chart_view_init_dnd        (QuadChartView       *self);
void           quad_chart_view_clear_hint      (QuadChartView       *self);

G_END_DECLS
