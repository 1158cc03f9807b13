/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-agenda-page.h"
#include "quad-agenda-row.h"

G_BEGIN_DECLS

struct _QuadAgendaPage
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget     *bar;
  GtkLabel      *summary_label;
  GtkMenuButton *filter_button;
  GtkBox        *kind_box;
  GtkBox        *tier_box;
  GtkBox        *profile_box;
  GtkStack      *stack;
  GtkListView   *list_view;
  GtkWidget     *more_button;
  GMenuModel    *step_menu;
  GMenuModel    *revisit_menu;
  GMenuModel    *decide_menu;
  GMenuModel    *mixed_menu;
  GMenuModel    *snooze_menu;

  /* owned */
  QuadBook             *book;
  QuadAccountSelection *selection;
  GListStore           *items;          /* of QuadAgendaItem, in order */
  GtkSelectionModel    *chosen;         /* over the items */
  GHashTable           *rows;           /* the QuadAgendaRow that are bound -> GtkListItem */
  GtkWidget            *menu;           /* nullable: the last one that was shown */
  GPtrArray            *menu_order;     /* nullable: as long as it is open, see below */

  /* borrowed */
  GtkCheckButton *kind_checks[QUAD_N_AGENDA_KINDS];
  GtkCheckButton *tier_checks[QUAD_N_TIERS];
  GtkCheckButton *profile_checks[QUAD_N_PROFILES];

  /* plain */
  QuadDate today;                       /* as it was when the items were loaded */
  guint    n_overdue;
  guint    n_today;
  guint    most;                        /* items that are loaded */
  guint    n_in_group[QUAD_N_AGENDA_GROUPS];
  gboolean more;
  gboolean stale;                       /* changed while nobody could see it */
};

/* quad-agenda-page.c */
guint           quad_agenda_page_get_n_items     (QuadAgendaPage *self);
QuadAgendaItem *quad_agenda_page_peek_item       (QuadAgendaPage *self,
                                                  guint           position);
gboolean        quad_agenda_page_find_item       (QuadAgendaPage *self,
                                                  QuadAgendaItem *wanted,
                                                  guint          *position);
GPtrArray      *quad_agenda_page_get_chosen      (QuadAgendaPage *self);
void            quad_agenda_page_announce        (QuadAgendaPage *self,
                                                  const char     *title);

/* quad-agenda-page-rows.c: the rows, their keys and menus, and the focus. Where the focus goes when
 * its row leaves is an "order": that row first, then the ones to try after it. */
void            quad_agenda_page_rows_install    (GtkWidgetClass *widget_class);
void            quad_agenda_page_rows_init       (QuadAgendaPage *self);
void            quad_agenda_page_update_rows     (QuadAgendaPage *self);
void            quad_agenda_page_focus_row       (QuadAgendaPage *self,
                                                  guint           position);
GPtrArray      *quad_agenda_page_list_from_focus (QuadAgendaPage *self);
void            quad_agenda_page_restore_focus   (QuadAgendaPage *self,
                                                  GPtrArray      *order);

/* quad-agenda-page-actions.c: what is done with what is chosen */
void            quad_agenda_page_actions_install (GtkWidgetClass *widget_class);
void            quad_agenda_page_update_actions  (QuadAgendaPage *self);

G_END_DECLS
