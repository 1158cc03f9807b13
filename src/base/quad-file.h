/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean quad_file_replace (const char     *path,
                            gconstpointer   contents,
                            gsize           length,
                            GError        **error);

G_END_DECLS
