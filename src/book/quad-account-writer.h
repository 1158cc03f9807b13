/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"
#include "quad-database.h"
#include "quad-event.h"
#include "quad-play-set.h"

G_BEGIN_DECLS

/**
 * QuadAccountWriter:
 * @database: (unowned): inside a transaction
 * @today: the day that events get
 * @now: the time that rows get, seconds since 1970 in UTC
 * @plays: (unowned) (nullable): what becomes steps of an account that gets a tier or a profile;
 *   without, it gets none
 * @reason: (unowned) (nullable): why it is done, as a person wrote it
 *
 * Writes accounts together with the events that must last, the steps that follow and the plan that
 * was reached. The same on the connection of the book and on that of an import.
 */
typedef struct
{
  QuadDatabase      *database;
  QuadDate           today;
  gint64             now;
  const QuadPlaySet *plays;
  const char        *reason;
} QuadAccountWriter;

gboolean quad_account_writer_write_event
                                    (const QuadAccountWriter  *self,
                                     gint64                    account,
                                     QuadEventKind             kind,
                                     const char               *was,
                                     const char               *became,
                                     QuadMoney                 revenue,
                                     const char               *note,
                                     GError                  **error);
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
