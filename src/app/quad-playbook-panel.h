/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-account-selection.h"
#include "quad-book.h"
#include "quad-owner.h"

G_BEGIN_DECLS

/**
 * QuadPlaybookPanel:
 *
 * What is known about the chosen account, and what to do with it: tier, profile, contradictions,
 * fit, steps, touches, contacts, facts, notes, history. For several accounts what they have in
 * common and what can be done to all; for none the playbook of what was looked at last.
 */
#define QUAD_TYPE_PLAYBOOK_PANEL (quad_playbook_panel_get_type ())
G_DECLARE_FINAL_TYPE (QuadPlaybookPanel, quad_playbook_panel, QUAD, PLAYBOOK_PANEL, GtkWidget)

GtkWidget *quad_playbook_panel_new           (void);
void       quad_playbook_panel_set_selection (QuadPlaybookPanel    *self,
                                              QuadAccountSelection *selection);
void       quad_playbook_panel_set_book      (QuadPlaybookPanel    *self,
                                              QuadBook             *book);
void       quad_playbook_panel_set_owner     (QuadPlaybookPanel    *self,
                                              QuadOwner             owner);
void       quad_playbook_panel_set_menus     (QuadPlaybookPanel    *self,
                                              GMenuModel           *tiers,
                                              GMenuModel           *profiles);
void       quad_playbook_panel_show_marks    (QuadPlaybookPanel    *self);
gboolean   quad_playbook_panel_save          (QuadPlaybookPanel    *self,
                                              GError              **error);

G_END_DECLS
