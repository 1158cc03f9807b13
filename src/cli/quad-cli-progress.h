/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _QuadCliProgress QuadCliProgress;

QuadCliProgress *quad_cli_progress_new             (const char      *label);
void             quad_cli_progress_free            (QuadCliProgress *progress);
GCancellable    *quad_cli_progress_get_cancellable (QuadCliProgress *progress);
void             quad_cli_progress_set_label       (QuadCliProgress *progress,
                                                    const char      *label);
void             quad_cli_progress_report          (double           fraction,
                                                    gpointer         progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadCliProgress, quad_cli_progress_free)

G_END_DECLS
