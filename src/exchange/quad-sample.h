/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-book.h"

G_BEGIN_DECLS

gboolean quad_sample_load (QuadBook  *book,
                           GError   **error);

G_END_DECLS
