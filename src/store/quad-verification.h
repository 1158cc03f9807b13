/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "quad-error.h"

G_BEGIN_DECLS

typedef struct _QuadVerification QuadVerification;

gboolean          quad_verification_run   (sqlite3           *handle,
                                           const char        *path,
                                           GError           **error);
QuadVerification *quad_verification_start (sqlite3           *handle,
                                           const char        *path);
QuadVerification *quad_verification_ref   (QuadVerification  *self);
void              quad_verification_unref (QuadVerification  *self);
gboolean          quad_verification_wait  (QuadVerification  *self,
                                           GError           **error);
void              quad_verification_stop  (QuadVerification  *self);

G_END_DECLS
