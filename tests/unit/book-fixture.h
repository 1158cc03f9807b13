/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-book.h"

G_BEGIN_DECLS

/* A new book in a folder of its own, for tests of operations, and a list of rows to import. */

typedef struct
{
  char     *folder;
  char     *path;
  QuadBook *book;
} BookFixture;

typedef gboolean (*BookOperation) (BookFixture  *fixture,
                                   gpointer      data,
                                   GError      **error);

#define BOOK_TODAY quad_date_from_ymd (2026, 11, 21)

void         book_fixture_set_up        (BookFixture      *fixture,
                                         gconstpointer     data);
void         book_fixture_tear_down     (BookFixture      *fixture,
                                         gconstpointer     data);
void         book_fixture_reopen        (BookFixture      *fixture);
QuadAccount *book_fixture_add           (BookFixture      *fixture,
                                         const char       *name,
                                         QuadTier          tier,
                                         QuadProfile       profile,
                                         QuadMoney         revenue);
QuadAccount *book_fixture_find          (BookFixture      *fixture,
                                         const char       *name);
char        *book_fixture_dump          (BookFixture      *fixture);
void         book_fixture_assert_loaded (BookFixture      *fixture);
void         book_fixture_check         (BookFixture      *fixture,
                                         BookOperation     operation,
                                         gpointer          data,
                                         const char       *label);

#define BOOK_TYPE_ROWS (book_rows_get_type ())
G_DECLARE_FINAL_TYPE (BookRows, book_rows, BOOK, ROWS, GObject)

BookRows    *book_rows_new              (const char       *name);
QuadRecord  *book_rows_add              (BookRows         *self,
                                         const char       *name,
                                         QuadTier          new_tier,
                                         QuadMoney         revenue);
void         book_rows_add_contact      (BookRows         *self,
                                         const char       *name,
                                         const char       *phone);
void         book_rows_add_person       (BookRows         *self,
                                         const char       *name,
                                         const char       *email);
void         book_rows_add_touch        (BookRows         *self,
                                         QuadTouchKind     kind,
                                         QuadDate          day);
void         book_rows_fail_at          (BookRows         *self,
                                         guint             row,
                                         GCancellable     *cancellable);
void         book_rows_kill_at          (BookRows         *self,
                                         guint             row);
void         book_rows_rewind           (BookRows         *self);

G_END_DECLS
