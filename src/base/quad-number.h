/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *quad_number_get_point   (void);
char       *quad_number_group       (guint64 number);
char       *quad_number_format_share (double share);

G_END_DECLS
