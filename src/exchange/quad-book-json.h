/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-book.h"

G_BEGIN_DECLS

gboolean quad_book_json_detect (const char    *path);
gboolean quad_book_json_export (QuadBook      *book,
                                const char    *path,
                                GCancellable  *cancellable,
                                GError       **error);
gboolean quad_book_json_import (QuadBook      *book,
                                const char    *path,
                                GCancellable  *cancellable,
                                GError       **error);

G_END_DECLS
