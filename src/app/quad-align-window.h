/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-playbook.h"

G_BEGIN_DECLS

/**
 * QuadAlignWindow:
 *
 * Walks the accounts whose profile should be looked at, one after the other. What was decided is
 * one operation, at the end or when a person stops. Emits #QuadAlignWindow::done.
 */
#define QUAD_TYPE_ALIGN_WINDOW (quad_align_window_get_type ())
G_DECLARE_FINAL_TYPE (QuadAlignWindow, quad_align_window, QUAD, ALIGN_WINDOW, AdwWindow)

GtkWindow *quad_align_window_new (GtkWindow *parent,
                                  QuadBook  *book,
                                  GPtrArray *alignments);

G_END_DECLS
