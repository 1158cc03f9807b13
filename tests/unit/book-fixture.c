/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include <signal.h>

#include "quad-contact.h"
#include "quad-plan.h"
#include "quad-playbook.h"
#include "quad-test-figures.h"
#include "quad-touch.h"
#include "store-fixture.h"

struct _BookRows
{
  GObject       parent_instance;

  char         *name;
  GArray       *rows;         /* QuadImportRow */
  GCancellable *cancellable;  /* cancelled at fail_at, instead of an error */
  guint         position;
  guint         fail_at;      /* 0: never */
  guint         kill_at;      /* 0: never */
};

static void rows_import_source_init (QuadImportSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BookRows, book_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (QUAD_TYPE_IMPORT_SOURCE,
                                                      rows_import_source_init))

static const char *
rows_get_name (QuadImportSource *source)
{
  return BOOK_ROWS (source)->name;
}

static gpointer
copy_record (gconstpointer record,
             gpointer      data)
{
  return quad_record_copy (record);
}

static gboolean
rows_next (QuadImportSource  *source,
           QuadImportRow     *row,
           GError           **error)
{
  BookRows *self = BOOK_ROWS (source);
  const QuadImportRow *next;

  if (self->fail_at != 0 && self->position + 1 == self->fail_at)
    {
      if (self->cancellable != NULL)
        {
          g_cancellable_cancel (self->cancellable);
        }
      else
        {
          g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_IO, "The disk was pulled out.");
          return FALSE;
        }
    }
  if (self->kill_at != 0 && self->position + 1 == self->kill_at)
    raise (SIGKILL);
  if (self->position == self->rows->len)
    return FALSE;

  next = &g_array_index (self->rows, QuadImportRow, self->position++);
  row->row = next->row;
  row->account = quad_record_copy (next->account);
  row->new_tier = next->new_tier;
  row->contacts = g_ptr_array_copy (next->contacts, (GCopyFunc) copy_record, NULL);
  row->touches = g_ptr_array_copy (next->touches, (GCopyFunc) copy_record, NULL);

  return TRUE;
}

static double
rows_get_fraction (QuadImportSource *source)
{
  BookRows *self = BOOK_ROWS (source);

  return self->rows->len > 0 ? (double) self->position / self->rows->len : 1;
}

static gboolean
rows_begin (QuadImportSource  *source,
            GError           **error)
{
  book_rows_rewind (BOOK_ROWS (source));
  return TRUE;
}

static void
rows_import_source_init (QuadImportSourceInterface *iface)
{
  iface->begin = rows_begin;
  iface->get_name = rows_get_name;
  iface->next = rows_next;
  iface->get_fraction = rows_get_fraction;
}

static void
book_rows_finalize (GObject *object)
{
  BookRows *self = BOOK_ROWS (object);

  g_free (self->name);
  g_array_unref (self->rows);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (book_rows_parent_class)->finalize (object);
}

static void
book_rows_class_init (BookRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = book_rows_finalize;
}

static void
book_rows_init (BookRows *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (QuadImportRow));
  g_array_set_clear_func (self->rows, (GDestroyNotify) quad_import_row_clear);
}

BookRows *
book_rows_new (const char *name)
{
  BookRows *self = g_object_new (BOOK_TYPE_ROWS, NULL);

  self->name = g_strdup (name);

  return self;
}

/* Returns the values of the new row, to be completed. */
QuadRecord *
book_rows_add (BookRows   *self,
               const char *name,
               QuadTier    new_tier,
               QuadMoney   revenue)
{
  QuadImportRow row = { 0 };

  row.row = self->rows->len + 2;
  row.new_tier = new_tier;
  row.account = quad_record_new (&quad_account_schema);
  row.contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) quad_record_free);
  row.touches = g_ptr_array_new_with_free_func ((GDestroyNotify) quad_record_free);
  quad_record_set_text (row.account, QUAD_ACCOUNT_NAME, name);
  quad_record_set_number (row.account, QUAD_ACCOUNT_REVENUE, revenue);
  g_array_append_val (self->rows, row);

  return row.account;
}

static QuadImportRow *
get_last (BookRows *self)
{
  return &g_array_index (self->rows, QuadImportRow, self->rows->len - 1);
}

void
book_rows_add_contact (BookRows   *self,
                       const char *name,
                       const char *phone)
{
  QuadRecord *contact = quad_record_new (&quad_contact_schema);

  quad_record_set_text (contact, QUAD_CONTACT_NAME, name);
  quad_record_set_text (contact, QUAD_CONTACT_PHONE, phone);
  g_ptr_array_add (get_last (self)->contacts, contact);
}

void
book_rows_add_person (BookRows   *self,
                      const char *name,
                      const char *email)
{
  QuadRecord *contact;

  book_rows_add_contact (self, name, NULL);
  contact = g_ptr_array_index (get_last (self)->contacts, get_last (self)->contacts->len - 1);
  quad_record_set_text (contact, QUAD_CONTACT_EMAIL, email);
}

void
book_rows_add_touch (BookRows      *self,
                     QuadTouchKind  kind,
                     QuadDate       day)
{
  QuadRecord *touch = quad_record_new (&quad_touch_schema);

  quad_record_set_number (touch, QUAD_TOUCH_KIND, kind);
  quad_record_set_number (touch, QUAD_TOUCH_DAY, day);
  g_ptr_array_add (get_last (self)->touches, touch);
}

/* Makes reading the row, from 1, fail, or cancels the import there. */
void
book_rows_fail_at (BookRows     *self,
                   guint         row,
                   GCancellable *cancellable)
{
  self->fail_at = row;
  g_set_object (&self->cancellable, cancellable);
}

/* Makes reading the row, from 1, the end of the program. */
void
book_rows_kill_at (BookRows *self,
                   guint     row)
{
  self->kill_at = row;
}

void
book_rows_rewind (BookRows *self)
{
  self->position = 0;
}

static void
open_book (BookFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->book = quad_book_open (fixture->path, QUAD_BOOK_CREATE, &error);
  g_assert_no_error (error);
  quad_book_set_today (fixture->book, BOOK_TODAY);
}

void
book_fixture_set_up (BookFixture   *fixture,
                     gconstpointer  data)
{
  fixture->folder = store_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "a.quadrille", NULL);
  open_book (fixture);
}

void
book_fixture_tear_down (BookFixture   *fixture,
                        gconstpointer  data)
{
  g_assert_finalize_object (fixture->book);
  g_free (fixture->path);
  store_folder_free (fixture->folder);
}

/* Closes the book and opens it again: accounts of before are other objects now. */
void
book_fixture_reopen (BookFixture *fixture)
{
  g_assert_finalize_object (fixture->book);
  open_book (fixture);
}

QuadAccount *
book_fixture_add (BookFixture *fixture,
                  const char  *name,
                  QuadTier     tier,
                  QuadProfile  profile,
                  QuadMoney    revenue)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_account_schema);
  g_autoptr (GError) error = NULL;
  QuadAccount *account;

  quad_record_set_text (values, QUAD_ACCOUNT_NAME, name);
  quad_record_set_number (values, QUAD_ACCOUNT_TIER, tier);
  quad_record_set_number (values, QUAD_ACCOUNT_PROFILE, profile);
  quad_record_set_number (values, QUAD_ACCOUNT_REVENUE, revenue);
  account = quad_book_create_account (fixture->book, values, &error);
  g_assert_no_error (error);

  return account;
}

QuadAccount *
book_fixture_find (BookFixture *fixture,
                   const char  *name)
{
  g_autoptr (GPtrArray) found = quad_book_find_accounts (fixture->book, name);

  g_assert_cmpuint (found->len, ==, 1);

  return g_ptr_array_index (found, 0);
}

char *
book_fixture_dump (BookFixture *fixture)
{
  return store_dump (fixture->path);
}

static void
assert_equal_accounts (QuadAccount *a,
                       QuadAccount *b)
{
  for (guint i = 0; i < quad_account_schema.n_fields; i++)
    g_assert_false (quad_record_differs (quad_item_get_values (QUAD_ITEM (a)),
                                         quad_item_get_values (QUAD_ITEM (b)), i));
}

static void
assert_equal_settings (QuadBook *a,
                       QuadBook *b)
{
  QuadCutOffRule rule_a, rule_b;

  quad_book_get_cut_off_rule (a, &rule_a);
  quad_book_get_cut_off_rule (b, &rule_b);
  g_assert_cmpuint (rule_a.basis_points, ==, rule_b.basis_points);
  g_assert_cmpint (rule_a.amount, ==, rule_b.amount);
  g_assert_cmpstr (quad_book_get_currency (a)->code, ==, quad_book_get_currency (b)->code);
}

static void
assert_equal_lists (QuadItemList *kept,
                    QuadItemList *read)
{
  g_assert_cmpuint (quad_item_list_get_size (kept), ==, quad_item_list_get_size (read));
  for (guint i = 0; i < quad_item_list_get_size (read); i++)
    {
      QuadItem *item = quad_item_list_peek (read, i);
      QuadItem *same = quad_item_list_lookup (kept, quad_item_get_id (item));
      const QuadRecord *values = quad_item_get_values (item);

      g_assert_nonnull (same);
      for (guint j = 0; j < quad_record_get_schema (values)->n_fields; j++)
        g_assert_false (quad_record_differs (values, quad_item_get_values (same), j));
    }
}

/* What the book has in memory against what somebody finds who opens the file now. */
void
book_fixture_assert_loaded (BookFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  QuadBook *fresh = quad_book_open (fixture->path, QUAD_BOOK_READ_ONLY, &error);
  QuadItemList *kept, *read;

  g_assert_no_error (error);
  kept = quad_book_get_accounts (fixture->book);
  read = quad_book_get_accounts (fresh);

  g_assert_cmpuint (quad_item_list_get_size (kept), ==, quad_item_list_get_size (read));
  for (guint i = 0; i < quad_item_list_get_size (read); i++)
    {
      QuadAccount *account = quad_item_list_peek (read, i);
      QuadAccount *same = quad_item_list_lookup (kept, quad_account_get_id (account));

      g_assert_nonnull (same);
      assert_equal_accounts (account, same);
    }
  assert_equal_lists (quad_book_get_traits (fixture->book), quad_book_get_traits (fresh));
  assert_equal_lists (quad_book_get_plays (fixture->book), quad_book_get_plays (fresh));
  assert_equal_lists (quad_book_get_profile_texts (fixture->book),
                      quad_book_get_profile_texts (fresh));
  assert_equal_lists (quad_book_get_plan (fixture->book), quad_book_get_plan (fresh));
  assert_equal_settings (fixture->book, fresh);
  quad_test_assert_same_figures (quad_book_get_figures (fixture->book),
                                 quad_book_get_figures (fresh));
  g_assert_finalize_object (fresh);
}

static void
assert_state (BookFixture *fixture,
              const char  *expected)
{
  g_autofree char *dump = book_fixture_dump (fixture);

  g_assert_cmpstr (dump, ==, expected);
  book_fixture_assert_loaded (fixture);
}

static void
count_cb (QuadBook *book,
          guint    *count)
{
  (*count)++;
}

static void
undo (BookFixture *fixture,
      const char  *expected)
{
  g_autoptr (GError) error = NULL;

  quad_book_undo (fixture->book, &error);
  g_assert_no_error (error);
  assert_state (fixture, expected);
}

static void
redo (BookFixture *fixture,
      const char  *expected)
{
  g_autoptr (GError) error = NULL;

  quad_book_redo (fixture->book, &error);
  g_assert_no_error (error);
  assert_state (fixture, expected);
}

/* Does an operation, undoes and redoes it, also across closing, and compares everything with a dump
 * of the whole database each time. Leaves it done. */
void
book_fixture_check (BookFixture   *fixture,
                    BookOperation  operation,
                    gpointer       data,
                    const char    *label)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = book_fixture_dump (fixture);
  g_autofree char *after = NULL;
  guint n_changed = 0;

  g_signal_connect (fixture->book, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_true (operation (fixture, data, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (n_changed, ==, 1);
  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpstr (quad_book_get_undo_label (fixture->book), ==, label);
  g_assert_null (quad_book_get_redo_label (fixture->book));
  assert_state (fixture, after);

  undo (fixture, before);
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_cmpstr (quad_book_get_redo_label (fixture->book), ==, label);
  redo (fixture, after);
  g_assert_cmpuint (n_changed, ==, 3);
  g_assert_cmpstr (quad_book_get_undo_label (fixture->book), ==, label);

  g_signal_handlers_disconnect_by_data (fixture->book, &n_changed);
  book_fixture_reopen (fixture);
  g_assert_cmpstr (quad_book_get_undo_label (fixture->book), ==, label);
  undo (fixture, before);

  book_fixture_reopen (fixture);
  g_assert_cmpstr (quad_book_get_redo_label (fixture->book), ==, label);
  redo (fixture, after);
}
