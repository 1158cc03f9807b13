/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quad-error.h"

G_BEGIN_DECLS

/**
 * QuadDatabaseFlags:
 * @QUAD_DATABASE_CREATE: make a new book when there is no file
 * @QUAD_DATABASE_READ_ONLY: never write; works beside a writer and in a place without permission
 */
typedef enum
{
  QUAD_DATABASE_DEFAULT   = 0,
  QUAD_DATABASE_CREATE    = 1 << 0,
  QUAD_DATABASE_READ_ONLY = 1 << 1,
} QuadDatabaseFlags;

#define QUAD_TYPE_DATABASE (quad_database_get_type ())
G_DECLARE_FINAL_TYPE (QuadDatabase, quad_database, QUAD, DATABASE, GObject)

QuadDatabase *quad_database_open         (const char         *path,
                                          QuadDatabaseFlags   flags,
                                          GError            **error);
QuadDatabase *quad_database_open_worker  (QuadDatabase       *self,
                                          GError            **error);
gboolean      quad_database_verify       (QuadDatabase       *self,
                                          GError            **error);
void          quad_database_close        (QuadDatabase       *self);
const char   *quad_database_get_path     (QuadDatabase       *self);
gboolean      quad_database_is_read_only (QuadDatabase       *self);
gboolean      quad_database_has_moved    (QuadDatabase       *self);
gboolean      quad_database_is_new       (QuadDatabase       *self);

/* One operation: one transaction, one entry in the journal. */
gboolean      quad_database_begin        (QuadDatabase       *self,
                                          const char         *label,
                                          GError            **error);
void          quad_database_set_label    (QuadDatabase       *self,
                                          const char         *label);
gboolean      quad_database_commit       (QuadDatabase       *self,
                                          gint64             *entry,
                                          GError            **error);
gboolean      quad_database_commit_for_good (QuadDatabase    *self,
                                          GError             **error);
void          quad_database_rollback     (QuadDatabase       *self);
gboolean      quad_database_is_changing  (QuadDatabase       *self);

gboolean      quad_database_check        (QuadDatabase       *self,
                                          GError            **error);
gboolean      quad_database_backup       (QuadDatabase       *self,
                                          const char         *path,
                                          GCancellable       *cancellable,
                                          GError            **error);

G_END_DECLS
