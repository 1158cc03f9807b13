/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account-list.h"
#include "quad-agenda-page.h"
#include "quad-chart-pane.h"
#include "quad-chart-view.h"
#include "quad-move.h"
#include "quad-panes.h"
#include "quad-plan-list.h"
#include "quad-playbook-panel.h"
#include "quad-shelf.h"
#include "quad-toast-overlay.h"
#include "quad-window.h"

G_BEGIN_DECLS

typedef struct _QuadImportDraft QuadImportDraft;

struct _QuadWindow
{
  AdwApplicationWindow parent_instance;

  /* template widgets */
  QuadToastOverlay     *toast_overlay;
  GtkBox               *main_box;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar   *switcher_bar;
  GtkLabel             *book_label;
  GtkWidget            *list_toggle;
  GtkWidget            *undo_button;
  GtkWidget            *redo_button;
  GtkWidget            *panel_toggle;
  GtkWidget            *print_button;
  GtkWidget            *search_button;
  GtkWidget            *plan_switch;
  GtkStack             *stack;
  AdwStatusPage        *trouble_page;
  GtkWidget            *restore_button;
  QuadPanes            *panes;

  /* owned */
  QuadBook             *book;
  QuadAccountSelection *selection;
  GSettings            *settings;       /* nullable: not installed */
  GMenuModel           *account_menu;
  GtkWidget            *menu_popover;
  GtkFileChooserNative *chooser;        /* while one is open */
  char                 *wanted_path;    /* of the book that was asked for */
  char                 *whole_book;     /* file of a book that is to come in */
  GPtrArray            *columns;        /* of a list that goes out; NULL until asked for */

  /* borrowed */
  QuadAccountList   *list;
  AdwViewStack      *pages;
  QuadAgendaPage    *agenda;
  QuadChartView     *chart;
  QuadShelf         *shelf;
  QuadChartPane     *chart_pane;
  QuadPlaybookPanel *panel;
  QuadPlanList      *plan_list;
  GtkStack          *panel_stack;

  /* plain */
  gboolean planning;                    /* moves go into the plan */
  gboolean knows_file_moved;            /* the person was told */
  gint64   newest_before_import;        /* id of an account */
};

/* quad-window.c */
void     quad_window_add_toast        (QuadWindow         *self,
                                       const char         *title);
void     quad_window_add_undo_toast   (QuadWindow         *self,
                                       const char         *title,
                                       const char         *detail_label,
                                       const char         *detail_action,
                                       GVariant           *detail_target);
void     quad_window_update           (QuadWindow         *self);
gboolean quad_window_save_pending     (QuadWindow         *self);

/* quad-window-pages.c: what stands between list and panel, and how the book is called */
void     quad_window_pages_install    (GtkWidgetClass     *widget_class);
void     quad_window_pages_init       (QuadWindow         *self);
void     quad_window_update_pages     (QuadWindow         *self);
void     quad_window_update_title     (QuadWindow         *self);

/* quad-window-accounts.c: what is done with accounts */
void     quad_window_accounts_install (GtkWidgetClass     *widget_class);
void     quad_window_say_moved        (QuadWindow         *self,
                                       GPtrArray          *accounts,
                                       QuadTier            from,
                                       QuadTier            to,
                                       QuadMoveKind        kind);

/* quad-window-plan.c: what is intended, not done */
void     quad_window_plan_install     (GtkWidgetClass     *widget_class);
void     quad_window_plan_init        (QuadWindow         *self);
gboolean quad_window_set_planning     (QuadWindow         *self,
                                       gboolean            planning);
void     quad_window_plan_moves       (QuadWindow         *self,
                                       QuadTier            tier);
void     quad_window_update_plan      (QuadWindow         *self,
                                       gboolean            writable,
                                       gboolean            filled);
char    *quad_window_describe_reached (QuadWindow         *self,
                                       const char         *title);

/* quad-window-outcomes.c: letting clients go, and parking */
void     quad_window_outcomes_install (GtkWidgetClass     *widget_class);
void     quad_window_update_outcomes  (QuadWindow         *self);
void     quad_window_ask_to_park      (QuadWindow         *self,
                                       GPtrArray          *accounts);

/* quad-window-chart.c: what is done on the chart */
void     quad_window_chart_install    (GtkWidgetClass     *widget_class);

/* quad-window-playbook.c: what is done with the playbook */
void     quad_window_playbook_install (GtkWidgetClass     *widget_class);
gint64   quad_window_find_newest      (QuadWindow         *self);
GVariant *quad_window_pack_playless   (QuadWindow         *self,
                                       gint64              newest);

/* quad-window-duplicates.c: accounts that are in the book twice */
void     quad_window_duplicates_install (GtkWidgetClass   *widget_class);
void     quad_window_update_duplicates (QuadWindow        *self);

/* quad-window-review.c: the whole list was looked at */
void     quad_window_review_install   (GtkWidgetClass     *widget_class);

/* quad-window-backup.c: copies of the book */
void     quad_window_backup_install   (GtkWidgetClass     *widget_class);
void     quad_window_back_up_daily    (QuadWindow         *self);
void     quad_window_offer_backup     (QuadWindow         *self,
                                       const GError       *error);
void     quad_window_check_file       (QuadWindow         *self);

/* quad-window-export.c: what goes out, to files and to the clipboard */
void     quad_window_export_install   (GtkWidgetClass     *widget_class);

/* quad-window-whole-book.c: a whole book comes in */
gboolean quad_window_is_whole_book    (const char         *path);
void     quad_window_whole_book_install (GtkWidgetClass   *widget_class);
void     quad_window_import_book      (QuadWindow         *self,
                                       const char         *path);

/* quad-window-import.c: lists on their way in */
void     quad_window_import_install   (GtkWidgetClass     *widget_class);
void     quad_window_present_import   (QuadWindow         *self,
                                       QuadImportDraft    *draft);

/* quad-window-files.c: what comes in and goes out */
typedef void (*QuadFileChosen)        (QuadWindow         *self,
                                       const char         *path);

void     quad_window_files_install    (GtkWidgetClass     *widget_class);
void     quad_window_files_init       (QuadWindow         *self);

void     quad_window_say_imported     (QuadWindow         *self,
                                       guint               created,
                                       guint               updated,
                                       guint               unchanged);
GtkFileChooser *
         quad_window_make_chooser     (QuadWindow         *self,
                                       const char         *title,
                                       GtkFileChooserAction action,
                                       QuadFileChosen      chosen);
void     quad_window_add_filter       (GtkFileChooser     *chooser,
                                       const char         *name,
                                       const char *const  *suffixes);

/* quad-window-touch.c */
void     quad_window_touch_init       (QuadWindow         *self);

G_END_DECLS
