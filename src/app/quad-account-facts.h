/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-book.h"
#include "quad-contact.h"

G_BEGIN_DECLS

/* The parts of the panel that are made anew for each account. */

void       quad_account_facts_fill       (GtkGrid          *grid,
                                          QuadBook         *book,
                                          QuadAccount      *account,
                                          guint64           without);
GtkWidget *quad_account_facts_contact    (QuadContact      *contact);
char      *quad_account_facts_format     (QuadBook         *book,
                                          QuadAccount      *account,
                                          QuadAccountField  field);

G_END_DECLS
