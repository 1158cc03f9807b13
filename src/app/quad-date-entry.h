/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-date.h"

G_BEGIN_DECLS

/**
 * QuadDateEntry:
 *
 * Where a person says a day: typed in any way that quad_date_parse() reads, or chosen from a
 * calendar, which has tomorrow and the Monday of next week at hand. Empty is no day. What cannot be
 * read is said below.
 */
#define QUAD_TYPE_DATE_ENTRY (quad_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (QuadDateEntry, quad_date_entry, QUAD, DATE_ENTRY, GtkWidget)

GtkWidget *quad_date_entry_new       (void);
void       quad_date_entry_set_label (QuadDateEntry *self,
                                      const char    *label);
void       quad_date_entry_set_today (QuadDateEntry *self,
                                      QuadDate       today);
void       quad_date_entry_set_date  (QuadDateEntry *self,
                                      QuadDate       date);
gboolean   quad_date_entry_is_valid  (QuadDateEntry *self);
gboolean   quad_date_entry_read      (QuadDateEntry *self,
                                      QuadDate      *date);

QuadDate   quad_date_find_next_week  (QuadDate       today);

G_END_DECLS
