/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-chart-view.h"

#include <adwaita.h>

#include "quad-book-facts.h"
#include "quad-chart-box.h"
#include "quad-drop.h"
#include "quad-drop-place.h"

G_BEGIN_DECLS

/*
 * The parts of the chart view, by concern: quad-chart-view.c is the widget with its properties and
 * the layout; -cards.c the proxies that follow it, and the focus; -keys.c what is done by key, and
 * the actions that stand for it; -find.c the search by typing; -pointer.c clicks, hover, tooltip
 * and menu; -band.c the rubber band; -dnd.c drag and drop; -scroll.c scrolling at an edge; -zoom.c
 * one box as the whole chart, and what is in sight; -lens.c lens, mode and legend; -look.c what
 * cards look like; -transition.c how they get to new places.
 */
struct _QuadChartView
{
  GtkWidget parent_instance;

  /* owned */
  QuadBook       *book;
  GMenuModel     *menu;
  PangoContext   *context;
  QuadAccountView *filter;
  GHashTable     *facts;          /* QuadAccount -> QuadAccountFacts, NULL: not known */
  GHashTable     *plan;           /* QuadAccount -> box + 1, NULL: no plan is shown */
  QuadColoring   *coloring;
  GskRenderNode  *captions;       /* as drawn last, and the arrows of a plan */
  GskRenderNode  *arrows;
  AdwAnimation   *animation;      /* while accounts go to new places, with the following */
  GdkPaintable   *before;         /* what the chart looked like */
  GArray         *flights;
  QuadChartLayout *layout_before; /* until it begins */
  GtkAdjustment  *adjustment;     /* of the scrolled window around, NULL: none */
  QuadChartScene  scene;          /* painter, boxes, layout and selection are owned */
  GHashTable     *cards;          /* QuadAccount -> QuadChartCard, those visible; both borrowed */
  GPtrArray      *dragged;        /* the accounts of a drag that began here */
  GPtrArray      *chosen_before;  /* what was selected before that drag */
  GPtrArray      *hovering;       /* the accounts that are held over it, NULL: none */
  char           *hint;           /* what a drop where the pointer is would do, NULL: nothing */
  char           *find_text;      /* what is typed, NULL: no search is on */

  /* borrowed */
  GtkWidget      *boxes[QUAD_N_BOXES];  /* children */
  GtkWidget      *popover;                    /* a child, made when needed */
  QuadAccount    *anchor;                     /* weak: where a range of cards begins */
  QuadAccount    *menu_account;               /* weak: whose menu was shown last */
  GtkWidget      *explanation;                /* a child, made when needed */
  GtkGesture     *band_gesture;               /* a controller */
  GtkEventController *band_keys;              /* of the window, while there is a band */

  /* plain */
  guint           stale_boxes;    /* a bit for each box whose accounts changed since the layout */
  gboolean        layout_stale;
  gboolean        cards_stale;    /* the proxies do not follow the layout yet */
  QuadLens        cards_lens;     /* that the proxies follow */
  guint           update_source;
  guint           looks[QUAD_N_BOXES];    /* numbers that say how the cards of each look */
  guint           look_source;
  guint           facts_source;
  gboolean        filtering;      /* the filter leaves something out */
  gint64          client_minutes; /* of touches with clients in the window */
  QuadLens        lens;
  QuadChartMode   mode;
  guint           show;           /* QuadCardShow */
  QuadColorBy     color_by;
  QuadBoxLimits   limits;
  gboolean        planning;
  gboolean        touch;          /* there is a touch screen */
  double          progress;       /* of the transition */
  gboolean        zoomed;
  guint           zoomed_box;    /* the last one, when not zoomed */
  QuadAccount    *proxy_center;   /* (unowned): about to get the focus, may be out of sight */
  int             hinted_box;    /* -1: no box is lit up */
  double          press_x, press_y;
  guint           rest_timeout;
  int             rest_owner;     /* whose box the pointer is over, -1: none */
  guint           find_timeout;
  gboolean        find_missed;    /* nothing is called like that */
  gboolean        banding;
  double          band_from_x, band_from_y, band_to_x, band_to_y;
  double          edge_x, edge_y; /* of the pointer, edge_y from the top of what is visible */
  gint64          edge_time;
  guint           edge_tick;
};

/* The size of what a finger is to hit. */
#define QUAD_TOUCH_TARGET 44

/* quad-chart-view.c */
void            quad_chart_view_update         (QuadChartView       *self);
QuadHit         quad_chart_view_hit            (QuadChartView       *self,
                                                double               x,
                                                double               y);
const QuadCard *quad_chart_view_get_card       (QuadChartView       *self,
                                                guint                index);
gboolean        quad_chart_view_move           (QuadChartView       *self,
                                                GPtrArray           *accounts,
                                                guint                box);
void            quad_chart_view_notify_find_text (QuadChartView     *self);
char           *quad_chart_view_describe_drop  (QuadChartView       *self,
                                                GPtrArray           *accounts,
                                                guint                box);
void            quad_chart_view_mark_all_stale (QuadChartView       *self);
void            quad_chart_view_notify_legend  (QuadChartView       *self);
void            quad_chart_view_arrange        (QuadChartView       *self,
                                                int                  width,
                                                int                  height);
void            quad_chart_view_forget_drawn   (QuadChartView       *self);
void            quad_chart_view_schedule_update (QuadChartView      *self);
void            quad_chart_view_sight_changed  (QuadChartView       *self);

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
                                                guint                box);

/* quad-chart-view-keys.c */
void           quad_chart_view_class_init_keys (GtkWidgetClass      *widget_class);
gboolean       quad_chart_view_focus           (GtkWidget           *widget,
                                                GtkDirectionType     direction);
gboolean       quad_chart_view_grab_focus      (GtkWidget           *widget);
GPtrArray     *quad_chart_view_list_accounts   (QuadChartView       *self);
gboolean       quad_chart_view_is_move_key     (guint                key);
gboolean       quad_chart_view_find_letter     (QuadChartView       *self,
                                                gunichar             letter,
                                                guint               *box);

/* quad-chart-view-find.c */
void           quad_chart_view_init_find       (QuadChartView       *self);
void           quad_chart_view_find            (QuadChartView       *self,
                                                int                  character);
void           quad_chart_view_stop_finding    (QuadChartView       *self);

/* quad-chart-view-pointer.c */
void           quad_chart_view_open_menu_at    (QuadChartView       *self,
                                                double               x,
                                                double               y);
void           quad_chart_view_init_pointer    (QuadChartView       *self);
void           quad_chart_view_show_menu       (QuadChartView       *self,
                                                const GdkRectangle  *at);
void           quad_chart_view_explain         (QuadChartView       *self,
                                                guint                box);

/* quad-chart-view-pointed.c */
void           quad_chart_view_class_init_pointed (GtkWidgetClass   *widget_class);
void           quad_chart_view_init_pointed    (QuadChartView       *self);
void           quad_chart_view_look_at_first   (QuadChartView       *self);
void           quad_chart_view_dispose_pointed (QuadChartView       *self);

/* quad-chart-view-zoom.c */
void           quad_chart_view_zoom            (QuadChartView       *self,
                                                guint                box);
void           quad_chart_view_unzoom          (QuadChartView       *self);
void           quad_chart_view_toggle_zoom     (QuadChartView       *self,
                                                guint                box);
void           quad_chart_view_find_adjustment (QuadChartView       *self);
void           quad_chart_view_forget_adjustment (QuadChartView     *self);
void           quad_chart_view_scroll_to       (QuadChartView       *self,
                                                const QuadRect      *rect);

/* quad-chart-view-lens.c */
void           quad_chart_view_zoom_changed    (QuadChartView       *self);

/* quad-chart-view-look.c */
void           quad_chart_view_init_look       (QuadChartView       *self);
void           quad_chart_view_dispose_look    (QuadChartView       *self);
void           quad_chart_view_look_at_book    (QuadChartView       *self,
                                                QuadBook            *before);
gboolean       quad_chart_view_update_look     (QuadChartView       *self);
void           quad_chart_view_update_plan     (QuadChartView       *self);
void           quad_chart_view_get_sign_facts  (QuadChartView       *self,
                                                QuadAccount         *account,
                                                QuadSignFacts       *facts);
char          *quad_chart_view_describe_plan   (QuadChartView       *self,
                                                GPtrArray           *accounts,
                                                guint                box);

/* quad-chart-view-transition.c */
void           quad_chart_view_prepare_transition (QuadChartView    *self);
void           quad_chart_view_begin_transition (QuadChartView      *self);
void           quad_chart_view_stop_transition (QuadChartView       *self);
gboolean       quad_chart_view_snapshot_transition (QuadChartView   *self,
                                                GtkSnapshot         *snapshot);

/* quad-chart-view-dnd.c */
void           quad_chart_view_init_dnd        (QuadChartView       *self);
void           quad_chart_view_init_drop_place (QuadDropPlaceInterface *iface);
gboolean       quad_chart_view_is_touch        (GtkGesture          *gesture);
void           quad_chart_view_snap            (QuadChartView       *self,
                                                double              *x,
                                                double              *y);
void           quad_chart_view_clear_hint      (QuadChartView       *self);
void           quad_chart_view_hover_again     (QuadChartView       *self,
                                                double               x,
                                                double               y);

/* quad-chart-view-band.c */
void           quad_chart_view_init_band       (QuadChartView       *self);
void           quad_chart_view_extend_band     (QuadChartView       *self,
                                                double               x,
                                                double               y);
void           quad_chart_view_select_band     (QuadChartView       *self,
                                                gboolean             add);
void           quad_chart_view_cancel_band     (QuadChartView       *self);
void           quad_chart_view_snapshot_band   (QuadChartView       *self,
                                                GtkSnapshot         *snapshot);

/* quad-chart-view-scroll.c */
void           quad_chart_view_scroll_near_edge (QuadChartView      *self,
                                                double               x,
                                                double               y);
void           quad_chart_view_stop_scrolling  (QuadChartView       *self);

G_END_DECLS
