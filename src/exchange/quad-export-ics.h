/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-agenda.h"
#include "quad-book.h"

G_BEGIN_DECLS

gboolean quad_export_ics      (GPtrArray     *items,
                               const char    *path,
                               GCancellable  *cancellable,
                               GError       **error);
gboolean quad_export_ics_book (QuadBook      *book,
                               const char    *path,
                               GCancellable  *cancellable,
                               GError       **error);

G_END_DECLS
