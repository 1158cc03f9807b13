/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _QuadLock QuadLock;

QuadLock *quad_lock_acquire (const char  *path,
                             GError     **error);
QuadLock *quad_lock_ref     (QuadLock    *lock);
void      quad_lock_unref   (QuadLock    *lock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadLock, quad_lock_unref)

G_END_DECLS
