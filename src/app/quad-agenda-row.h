/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-agenda.h"
#include "quad-names.h"

G_BEGIN_DECLS

/**
 * QuadAgendaRow:
 *
 * One thing that is due: what, on which account, when; the first of a group has its heading above.
 * Follows the account while it is bound to it. Emits #QuadAgendaRow::ticked and
 * #QuadAgendaRow::menu when a person asks for that.
 */
#define QUAD_TYPE_AGENDA_ROW (quad_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (QuadAgendaRow, quad_agenda_row, QUAD, AGENDA_ROW, GtkWidget)

GtkWidget      *quad_agenda_row_new           (void);
void            quad_agenda_row_bind          (QuadAgendaRow   *self,
                                               QuadAgendaItem  *item,
                                               QuadDate         today,
                                               const QuadNames *names);
void            quad_agenda_row_unbind        (QuadAgendaRow  *self);
QuadAgendaItem *quad_agenda_row_get_item      (QuadAgendaRow  *self);
GtkWidget      *quad_agenda_row_get_menu_button
                                              (QuadAgendaRow  *self);
void            quad_agenda_row_set_heading   (QuadAgendaRow  *self,
                                               gboolean        visible,
                                               guint           n_items);
void            quad_agenda_row_set_sensitive (QuadAgendaRow  *self,
                                               gboolean        sensitive);

G_END_DECLS
