/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-steps.h"

G_BEGIN_DECLS

/**
 * QuadPanelSection:
 *
 * A part of the playbook panel: what it shows of the chosen accounts, and what can be done there.
 * It is told what to show, again after each change of the book; it keeps focus and rows where it
 * shows the same as before.
 */
#define QUAD_TYPE_PANEL_SECTION (quad_panel_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (QuadPanelSection, quad_panel_section, QUAD, PANEL_SECTION, GtkWidget)

/**
 * QuadPanelSectionClass:
 * @show: shows the accounts; @other: they are others than before
 */
struct _QuadPanelSectionClass
{
  GtkWidgetClass parent_class;

  void (*show) (QuadPanelSection *self,
                gboolean          other);
};

void         quad_panel_section_show         (QuadPanelSection *self,
                                              QuadBook         *book,
                                              GPtrArray        *accounts);
QuadBook    *quad_panel_section_get_book     (QuadPanelSection *self);
GPtrArray   *quad_panel_section_get_accounts (QuadPanelSection *self);
QuadAccount *quad_panel_section_get_account  (QuadPanelSection *self);
gboolean     quad_panel_section_is_writable  (QuadPanelSection *self);

/* What the sections have in common */
typedef GtkWidget *(*QuadRowMakeFunc) (QuadPanelSection *section);
typedef void       (*QuadRowShowFunc) (QuadPanelSection *section,
                                       GtkWidget        *row,
                                       gpointer          item);

void         quad_panel_section_show_rows    (QuadPanelSection *self,
                                              GtkBox           *box,
                                              GPtrArray        *items,
                                              QuadRowMakeFunc   make,
                                              QuadRowShowFunc   show,
                                              GtkWidget        *fallback);
GtkWidget   *quad_panel_section_make_text    (const char       *text,
                                              int               lines);
GtkWidget   *quad_panel_section_make_day     (const char       *text);
void         quad_panel_section_say_failure  (GtkLabel         *label,
                                              const GError     *error);

G_END_DECLS
