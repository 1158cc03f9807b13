/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk that fails: what SQLite writes goes through here. Not for more than one thread. */

void store_faults_fill_disk_after (guint writes);
void store_faults_kill_after      (guint writes);
void store_faults_stop            (void);

G_END_DECLS
