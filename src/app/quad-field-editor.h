/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-date.h"
#include "quad-names.h"
#include "quad-record.h"

G_BEGIN_DECLS

/**
 * QuadFieldEditor:
 *
 * The row in which a person edits one field of a noun, made by the kind of the field. Below it a
 * second row says what is wrong with what was typed. Emits #QuadFieldEditor::changed.
 */
#define QUAD_TYPE_FIELD_EDITOR (quad_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (QuadFieldEditor, quad_field_editor, QUAD, FIELD_EDITOR, GObject)

QuadFieldEditor *quad_field_editor_new        (const QuadSchema   *schema,
                                               guint               field,
                                               const QuadCurrency *currency);
void             quad_field_editor_set_names  (QuadFieldEditor    *self,
                                               const QuadNames    *names);
guint            quad_field_editor_get_field  (QuadFieldEditor    *self);
void             quad_field_editor_add_to     (QuadFieldEditor    *self,
                                               AdwPreferencesGroup *group);
void             quad_field_editor_load       (QuadFieldEditor    *self,
                                               const QuadRecord   *values);
gboolean         quad_field_editor_read       (QuadFieldEditor    *self,
                                               QuadRecord         *values);
void             quad_field_editor_show_fault (QuadFieldEditor    *self,
                                               const char         *message);
void             quad_field_editor_set_visible (QuadFieldEditor   *self,
                                                gboolean           visible);
void             quad_field_editor_focus      (QuadFieldEditor    *self);

G_END_DECLS
