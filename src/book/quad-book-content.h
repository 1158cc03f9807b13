/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-book.h"
#include "quad-content.h"

G_BEGIN_DECLS

/* The whole of a book, to be taken along and brought back: every row of every table, with its id.
 * The history, which only this book can do anything with, stays where it is. */

typedef struct _QuadContentSink QuadContentSink;

/* Hands over all rows by quad_content_sink_add(), table by table in the order of the tables. */
typedef gboolean (*QuadContentFeed)          (QuadContentSink         *sink,
                                              gpointer                 user_data,
                                              GError                 **error);

guint      quad_book_get_content_version     (QuadBook                *self,
                                              GError                 **error);
GPtrArray *quad_book_load_content_tables     (QuadBook                *self,
                                              GError                 **error);
gboolean   quad_book_load_content            (QuadBook                *self,
                                              GPtrArray               *tables,
                                              QuadContentRowFunc       func,
                                              gpointer                 user_data,
                                              GError                 **error);
gboolean   quad_book_check_empty             (QuadBook                *self,
                                              GError                 **error);
gboolean   quad_book_replace_content         (QuadBook                *self,
                                              const char              *name,
                                              GPtrArray               *tables,
                                              QuadContentFeed          feed,
                                              gpointer                 user_data,
                                              GError                 **error);
gboolean   quad_content_sink_add             (QuadContentSink         *sink,
                                              guint                    table,
                                              const QuadContentValue  *values,
                                              GError                 **error);

G_END_DECLS
