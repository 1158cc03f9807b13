/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-edit-dialog.h"

G_BEGIN_DECLS

/**
 * QuadRecordSaveFunc:
 * @values: the fields that were changed; all that were asked for of something new
 *
 * Returns: whether it is in the book now
 */
typedef gboolean (*QuadRecordSaveFunc) (const QuadRecord  *values,
                                        gpointer           user_data,
                                        GError           **error);

/**
 * QuadRecordDeleteFunc:
 *
 * Returns: whether it is gone from the book
 */
typedef gboolean (*QuadRecordDeleteFunc) (gpointer   user_data,
                                          GError   **error);

/**
 * QuadRecordDialog:
 *
 * Some fields of a step, a contact, a touch, to be filled in: of a new one or of one that exists.
 * What becomes of them is up to who asked.
 */
#define QUAD_TYPE_RECORD_DIALOG (quad_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuadRecordDialog, quad_record_dialog, QUAD, RECORD_DIALOG, QuadEditDialog)

GtkWindow *quad_record_dialog_new        (GtkWidget            *parent,
                                          const char           *title,
                                          const QuadCurrency   *currency);
void       quad_record_dialog_add        (QuadRecordDialog     *self,
                                          const QuadRecord     *values,
                                          const guint          *fields,
                                          guint                 n_fields,
                                          gboolean              is_new);
void       quad_record_dialog_on_save    (QuadRecordDialog     *self,
                                          const char           *failure,
                                          QuadRecordSaveFunc    save,
                                          gpointer              user_data,
                                          GDestroyNotify        destroy);
void       quad_record_dialog_on_delete  (QuadRecordDialog     *self,
                                          const char           *label,
                                          QuadRecordDeleteFunc  remove);

G_END_DECLS
