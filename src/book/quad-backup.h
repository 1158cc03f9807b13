/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-book.h"

G_BEGIN_DECLS

/* Copies of a book. The daily ones lie beside it, as "NAME.backup-2026-11-25". */

/**
 * QuadBackup:
 * @path: (owned): where it is
 * @day: that the book was copied on
 */
typedef struct
{
  char     *path;
  QuadDate  day;
} QuadBackup;

void       quad_backup_free               (QuadBackup           *backup);

GPtrArray *quad_backup_list               (const char           *book_path);
gboolean   quad_backup_restore            (const char           *book_path,
                                           const char           *from,
                                           char                **kept,
                                           GError              **error);
gboolean   quad_book_back_up              (QuadBook             *self,
                                           const char           *path,
                                           GCancellable         *cancellable,
                                           GError              **error);
gboolean   quad_book_back_up_daily        (QuadBook             *self,
                                           GError              **error);
void       quad_book_back_up_daily_async  (QuadBook             *self,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean   quad_book_back_up_daily_finish (QuadBook             *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadBackup, quad_backup_free)

G_END_DECLS
