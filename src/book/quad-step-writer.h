/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account-writer.h"
#include "quad-step.h"

G_BEGIN_DECLS

/* How plays become steps, inside the transaction of an operation. */

gboolean quad_step_writer_follow   (const QuadAccountWriter  *writer,
                                    gint64                    account,
                                    const QuadRecord         *before,
                                    const QuadRecord         *after,
                                    GError                  **error);
gboolean quad_step_writer_give     (const QuadAccountWriter  *writer,
                                    gint64                    account,
                                    const QuadRecord         *values,
                                    GError                  **error);
gboolean quad_step_writer_close    (const QuadAccountWriter  *writer,
                                    gint64                    id,
                                    const QuadRecord         *step,
                                    const QuadRecord         *account,
                                    QuadStepStatus            status,
                                    GError                  **error);
gboolean quad_step_writer_reopen   (const QuadAccountWriter  *writer,
                                    gint64                    id,
                                    const QuadRecord         *step,
                                    GError                  **error);
gboolean quad_step_writer_restore  (const QuadAccountWriter  *writer,
                                    gint64                    id,
                                    const QuadRecord         *step,
                                    const QuadRecord         *was,
                                    const QuadRecord         *play,
                                    GError                  **error);

G_END_DECLS
