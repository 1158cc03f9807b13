/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-record.h"

G_BEGIN_DECLS

/**
 * QuadContactIndex:
 *
 * Finds the same person again among those of one account: by external id, else by e-mail address,
 * else by name, whatever the case and accents. People with other external ids are others, and so
 * are those who share an address but no word of their names.
 */
typedef struct _QuadContactIndex QuadContactIndex;

QuadContactIndex *quad_contact_index_new       (void);
void              quad_contact_index_free      (QuadContactIndex *self);
void              quad_contact_index_add       (QuadContactIndex *self,
                                                const QuadRecord *contact,
                                                gpointer          item);
void              quad_contact_index_add_words (QuadContactIndex *self,
                                                const QuadRecord *contact,
                                                gpointer          item);
gpointer          quad_contact_index_find      (QuadContactIndex *self,
                                                const QuadRecord *contact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadContactIndex, quad_contact_index_free)

G_END_DECLS
