/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-book.h"
#include "quad-duplicates.h"
#include "quad-merge.h"

G_BEGIN_DECLS

/* Accounts that are in the book twice. Operations are each one entry in the history. */

GPtrArray *quad_book_find_duplicates (QuadBook               *self,
                                      GError                **error);
gboolean   quad_book_keep_apart      (QuadBook               *self,
                                      QuadAccount            *account,
                                      QuadAccount            *other,
                                      GError                **error);
gboolean   quad_book_merge_accounts  (QuadBook               *self,
                                      QuadAccount            *keep,
                                      QuadAccount            *other,
                                      const QuadMergeChoice  *choices,
                                      GError                **error);

G_END_DECLS
