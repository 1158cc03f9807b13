/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void        quad_csv_append_field    (GString    *text,
                                      char        separator,
                                      gboolean    first,
                                      const char *value);
void        quad_csv_append_end      (GString    *text);
void        quad_csv_append_too_long (GByteArray *rows);
char       *quad_csv_defuse          (const char *value);
const char *quad_csv_restore         (const char *value);

G_END_DECLS
