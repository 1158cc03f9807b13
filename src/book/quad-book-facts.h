/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-activity.h"
#include "quad-book.h"

G_BEGIN_DECLS

/**
 * QuadAccountFacts:
 * @activity: minutes are of the last 90 days
 * @marks: that an ideal client has; 0 for clients, and when there are none
 * @marks_hit: of these, those that this account hits
 *
 * What is shown of an account beside its own fields.
 */
typedef struct
{
  QuadActivity activity;
  guint        marks;
  guint        marks_hit;
} QuadAccountFacts;

/* Cheap enough to be loaded again on each #QuadBook::changed: a few queries over the whole book. */
GHashTable *quad_book_load_account_facts (QuadBook                *self,
                                          GError                 **error);
gboolean    quad_account_facts_is_moved  (const QuadAccountFacts  *facts,
                                          QuadAccount             *account);

G_END_DECLS
