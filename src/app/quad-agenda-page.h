/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-account-selection.h"
#include "quad-book.h"

G_BEGIN_DECLS

/**
 * QuadAgendaPage:
 *
 * What is due on all accounts, in the order of the days: steps to tick, put off or skip, parked
 * accounts to look at again, clients to decide on. What is chosen in it is chosen among the
 * accounts too. Emits #QuadAgendaPage::announced when something was done that can be undone.
 */
#define QUAD_TYPE_AGENDA_PAGE (quad_agenda_page_get_type ())
G_DECLARE_FINAL_TYPE (QuadAgendaPage, quad_agenda_page, QUAD, AGENDA_PAGE, GtkWidget)

GtkWidget *quad_agenda_page_new           (void);
void       quad_agenda_page_set_selection (QuadAgendaPage       *self,
                                           QuadAccountSelection *selection);
void       quad_agenda_page_set_book      (QuadAgendaPage       *self,
                                           QuadBook             *book);
guint      quad_agenda_page_get_due       (QuadAgendaPage       *self,
                                           guint                *overdue);
char      *quad_agenda_page_describe_due  (QuadAgendaPage       *self);

G_END_DECLS
