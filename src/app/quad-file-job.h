/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-book.h"

G_BEGIN_DECLS

/* Files that are made of the book in a thread, which reads with a book of its own: the window goes
 * on meanwhile. What fails is told in a dialog, unless the person cancelled it. */

/* Hears that the file is there, unless the window is gone then. */
typedef void (*QuadFileJobWritten) (GtkWindow  *window,
                                    const char *path);

gboolean quad_file_job_makes   (const char         *path);
void     quad_file_job_export  (GtkWindow          *window,
                                QuadBook           *book,
                                const char         *path,
                                GListModel         *shown,
                                GPtrArray          *columns,
                                QuadFileJobWritten  written);
void     quad_file_job_back_up (GtkWindow          *window,
                                QuadBook           *book,
                                const char         *path,
                                QuadFileJobWritten  written);

G_END_DECLS
