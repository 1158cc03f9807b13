/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-book-private.h"
#include "quad-step.h"

G_BEGIN_DECLS

/**
 * QuadStepRow:
 * @id: of the row
 * @values: (owned): all its values, as they are on disk now
 * @account: (unowned): whose it is
 *
 * One step of an operation that is planned.
 */
typedef struct
{
  gint64       id;
  QuadRecord  *values;
  QuadAccount *account;
} QuadStepRow;

/* Whether the operation has something to do with the step. */
typedef gboolean (*QuadStepFilter) (const QuadRecord *values,
                                    gconstpointer     data);

GPtrArray *quad_book_collect_steps (QuadBook           *self,
                                    GPtrArray          *steps,
                                    QuadStepFilter      filter,
                                    gconstpointer       data,
                                    GError            **error);
char      *quad_step_row_get_title (GPtrArray          *rows);
char      *quad_step_row_get_name  (GPtrArray          *rows);
gboolean   quad_step_is_open       (const QuadRecord   *values,
                                    gconstpointer       data);

G_END_DECLS
