/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Helpers for tests of what is written: a folder that goes away again, and the book as text. */

char     *store_folder_new    (void);
void      store_folder_free   (char        *folder);
char     *store_folder_list   (const char  *folder);
char     *store_folder_seal   (const char  *folder);
char     *store_dump          (const char  *path);
gint64    store_query         (const char  *path,
                               const char  *sql);
void      store_change        (const char  *path,
                               const char  *sql);

G_END_DECLS
