/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-book.h"

G_BEGIN_DECLS

/**
 * QuadMappingsDialog:
 *
 * What the book remembers of how lists are read: each can get another name, or be forgotten. Each
 * change is an operation of its own, which can be undone here.
 *
 * Emits "renamed" with the name before, if there was one, and the name now, %NULL when it is
 * forgotten.
 */
#define QUAD_TYPE_MAPPINGS_DIALOG (quad_mappings_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuadMappingsDialog, quad_mappings_dialog, QUAD, MAPPINGS_DIALOG, AdwWindow)

GtkWindow *quad_mappings_dialog_new (GtkWindow *parent,
                                     QuadBook  *book);

G_END_DECLS
