/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *quad_text_fold     (const char *text);
char     *quad_text_clean    (const char *text,
                              gboolean    many_lines);
gboolean  quad_text_is_plain (const char *text,
                              gboolean    many_lines);
gboolean  quad_text_is_blank (const char *text);
char     *quad_text_new_uid  (void);

G_END_DECLS
