/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-field-editor.h"

G_BEGIN_DECLS

#define QUAD_TYPE_EDIT_DIALOG (quad_edit_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (QuadEditDialog, quad_edit_dialog, QUAD, EDIT_DIALOG, AdwWindow)

/**
 * QuadEditDialogClass:
 * @is_changed: whether closing would lose something
 * @save: puts what was typed into the book. %FALSE: that did not work, and was said
 *
 * A dialog with rows to edit, and with Cancel and Save. Closing it asks when something would be
 * lost.
 */
struct _QuadEditDialogClass
{
  AdwWindowClass parent_class;

  gboolean (*is_changed) (QuadEditDialog *self);
  gboolean (*save)       (QuadEditDialog *self);
};

AdwPreferencesGroup *quad_edit_dialog_add_group  (QuadEditDialog      *self,
                                                  const char          *title);
GtkSpinButton       *quad_edit_dialog_add_number (QuadEditDialog      *self,
                                                  AdwPreferencesGroup *group,
                                                  const char          *title,
                                                  guint                lower,
                                                  guint                upper);
void                 quad_edit_dialog_set_first  (QuadEditDialog      *self,
                                                  QuadFieldEditor     *editor);

G_END_DECLS
