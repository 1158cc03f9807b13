/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-book.h"

G_BEGIN_DECLS

/**
 * QuadNotesEditor:
 *
 * The notes of one account, saved by themselves: after a pause in typing, when the focus leaves,
 * before another account is shown and before the book is closed.
 */
#define QUAD_TYPE_NOTES_EDITOR (quad_notes_editor_get_type ())
G_DECLARE_FINAL_TYPE (QuadNotesEditor, quad_notes_editor, QUAD, NOTES_EDITOR, GtkWidget)

void     quad_notes_editor_set_account (QuadNotesEditor *self,
                                        QuadBook        *book,
                                        QuadAccount     *account);
gboolean quad_notes_editor_save        (QuadNotesEditor *self,
                                        GError         **error);

G_END_DECLS
