/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"
#include "quad-database.h"

G_BEGIN_DECLS

/**
 * QuadAccountWriter:
 * @database: (unowned): inside a transaction
 * @today: the day that events get
 * @now: the time that rows get, seconds since 1970 in UTC
 *
 * Writes accounts together with the events that must last. The same on the connection of the book
 * and on that of an import.
 */
typedef struct
{
  QuadDatabase *database;
  QuadDate      today;
  gint64        now;
} QuadAccountWriter;

gboolean quad_account_writer_check  (const QuadRecord         *values,
                                     GError                  **error);
gboolean quad_account_writer_create (const QuadAccountWriter  *self,
                                     QuadRecord               *values,
                                     gboolean                  log,
                                     gint64                   *id,
                                     GError                  **error);
gboolean quad_account_writer_update (const QuadAccountWriter  *self,
                                     gint64                    id,
                                     const QuadRecord         *before,
                                     QuadRecord               *after,
                                     GError                  **error);

G_END_DECLS
