/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-database.h"
#include "quad-date.h"

G_BEGIN_DECLS

/**
 * QuadBackupFile:
 * @path: (owned): where it is
 * @day: that the book was copied on
 *
 * One of the daily copies beside a book.
 */
typedef struct
{
  char     *path;
  QuadDate  day;
} QuadBackupFile;

void       quad_backup_file_free        (QuadBackupFile  *file);

GPtrArray *quad_backups_list            (const char      *book_path);
GPtrArray *quad_backups_choose_old      (GPtrArray       *backups);
gboolean   quad_backups_make_daily      (QuadDatabase    *database,
                                         QuadDate         today,
                                         GCancellable    *cancellable,
                                         GError         **error);
gboolean   quad_backups_write           (QuadDatabase    *database,
                                         const char      *path,
                                         GCancellable    *cancellable,
                                         GError         **error);
gboolean   quad_backups_restore         (const char      *path,
                                         const char      *from,
                                         char           **kept,
                                         GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadBackupFile, quad_backup_file_free)

G_END_DECLS
