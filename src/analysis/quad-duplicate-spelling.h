/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-duplicate-keys.h"

G_BEGIN_DECLS

/**
 * QuadSpellingFunc:
 * @a: number of an account
 * @b: number of another one
 * @letters: by how many letters their names differ
 */
typedef void (*QuadSpellingFunc) (guint    a,
                                  guint    b,
                                  guint    letters,
                                  gpointer user_data);

void quad_duplicate_spelling_scan (const QuadDuplicateKeys *keys,
                                   guint                    n_keys,
                                   QuadSpellingFunc         func,
                                   gpointer                 user_data);

G_END_DECLS
