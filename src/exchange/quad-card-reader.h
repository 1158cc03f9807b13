/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuadCardReader:
 *
 * Writes address cards (vCard 2.1, 3.0 and 4.0) as separated values, piece by piece, so that they
 * are read as any other list: first the names of the columns, then a row for each card. Pictures,
 * sounds and keys are passed over.
 *
 * Own code on purpose: in Debian 12, libical reads vCard 2.1 only, and libebook-contacts comes with
 * the services of evolution-data-server.
 */
typedef struct _QuadCardReader QuadCardReader;

QuadCardReader *quad_card_reader_new  (void);
void            quad_card_reader_free (QuadCardReader *self);
void            quad_card_reader_push (QuadCardReader *self,
                                       const char     *text,
                                       gsize           length,
                                       gboolean        at_end,
                                       GByteArray     *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadCardReader, quad_card_reader_free)

G_END_DECLS
