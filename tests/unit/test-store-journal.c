/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "quad-account.h"
#include "quad-contact.h"
#include "quad-event.h"
#include "quad-journal.h"
#include "quad-settings.h"
#include "quad-table.h"
#include "quad-touch.h"
#include "store-fixture.h"

typedef struct
{
  char         *folder;
  char         *path;
  QuadDatabase *database;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = store_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "a.quad", NULL);
  fixture->database = quad_database_open (fixture->path, QUAD_DATABASE_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->database);
  g_free (fixture->path);
  store_folder_free (fixture->folder);
}

static void
reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (fixture->database);
  fixture->database = quad_database_open (fixture->path, QUAD_DATABASE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (quad_database_verify (fixture->database, &error));
  g_assert_no_error (error);
}

static QuadRecord *
make_account (const char *name)
{
  static guint n;
  QuadRecord *values = quad_record_new (&quad_account_schema);

  quad_record_take_text (values, QUAD_ACCOUNT_UID, g_strdup_printf ("uid-%u", ++n));
  quad_record_set_text (values, QUAD_ACCOUNT_NAME, name);
  quad_record_set_text (values, QUAD_ACCOUNT_NAME_FOLDED, name);
  quad_record_set_number (values, QUAD_ACCOUNT_TIER, QUAD_TIER_LEAD);
  return values;
}

static void
begin (Fixture    *fixture,
       const char *label)
{
  g_autoptr (GError) error = NULL;

  quad_database_begin (fixture->database, label, &error);
  g_assert_no_error (error);
}

static gint64
commit (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 entry = -1;

  quad_database_commit (fixture->database, &entry, &error);
  g_assert_no_error (error);
  return entry;
}

static gint64
insert (Fixture         *fixture,
        const QuadTable *table,
        QuadRecord      *values)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  quad_table_insert (table, fixture->database, values, &id, &error);
  g_assert_no_error (error);
  quad_record_free (values);
  return id;
}

static gint64
insert_account (Fixture    *fixture,
                const char *name)
{
  return insert (fixture, &quad_account_table, make_account (name));
}

static void
edit_account (Fixture    *fixture,
              gint64      id,
              guint       field,
              const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadRecord) values = NULL;

  values = quad_table_load_one (&quad_account_table, fixture->database, id, &error);
  g_assert_no_error (error);
  quad_record_set_text (values, field, text);
  quad_table_update (&quad_account_table, fixture->database, id, values, &error);
  g_assert_no_error (error);
}

static gint64
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 entry = 0;

  quad_journal_undo (fixture->database, &entry, &error);
  g_assert_no_error (error);
  return entry;
}

static gint64
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gint64 entry = 0;

  quad_journal_redo (fixture->database, &entry, &error);
  g_assert_no_error (error);
  return entry;
}

static void
assert_dump (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *dump = store_dump (fixture->path);

  g_assert_cmpstr (dump, ==, expected);
}

/* An account with something in every table that hangs on it. */
static gint64
insert_family (Fixture *fixture)
{
  gint64 account = insert_account (fixture, "Quayside Hotels");
  QuadRecord *contact = quad_record_new (&quad_contact_schema);
  QuadRecord *touch = quad_record_new (&quad_touch_schema);
  QuadRecord *event = quad_record_new (&quad_event_schema);
  gint64 contact_id;

  quad_record_set_number (contact, QUAD_CONTACT_ACCOUNT_ID, account);
  quad_record_set_text (contact, QUAD_CONTACT_NAME, "Ann Ågren");
  quad_record_set_text (contact, QUAD_CONTACT_NOTES, "\"quoted\"\n\\ and\ttab");
  contact_id = insert (fixture, &quad_contact_table, contact);

  quad_record_set_number (touch, QUAD_TOUCH_ACCOUNT_ID, account);
  quad_record_set_number (touch, QUAD_TOUCH_CONTACT_ID, contact_id);
  quad_record_set_number (touch, QUAD_TOUCH_DAY, quad_date_from_ymd (2026, 11, 21));
  quad_record_set_number (touch, QUAD_TOUCH_MINUTES, 25);
  insert (fixture, &quad_touch_table, touch);

  quad_record_set_number (event, QUAD_EVENT_ACCOUNT_ID, account);
  quad_record_set_number (event, QUAD_EVENT_KIND, QUAD_EVENT_CREATED);
  quad_record_set_number (event, QUAD_EVENT_REVENUE, G_GINT64_CONSTANT (8999999999999));
  quad_record_set_number (event, QUAD_EVENT_DAY, quad_date_from_ymd (2026, 11, 21));
  insert (fixture, &quad_event_table, event);
  return account;
}

/* Runs what was just done backwards and forwards, also after the book was closed. */
static void
check_there_and_back (Fixture    *fixture,
                      const char *before)
{
  g_autofree char *after = store_dump (fixture->path);

  g_assert_cmpstr (before, !=, after);
  for (guint i = 0; i < 3; i++)
    {
      gint64 entry = undo (fixture);

      assert_dump (fixture, before);
      if (i == 1)
        reopen (fixture);
      g_assert_cmpint (redo (fixture), ==, entry);
      assert_dump (fixture, after);
      if (i == 1)
        reopen (fixture);
    }
}

static void
test_insert (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *before = store_dump (fixture->path);

  begin (fixture, "Create Quayside Hotels");
  insert_family (fixture);
  g_assert_cmpint (commit (fixture), >, 0);
  check_there_and_back (fixture, before);
}

/* Lines of rows in a row are written together: each must be there once. */
static void
test_insert_many (Fixture       *fixture,
                  gconstpointer  data)
{
  for (guint n = 1; n < 100; n += n < 70 ? 1 : 7)
    {
      g_autofree char *before = store_dump (fixture->path);

      begin (fixture, "Create many");
      for (guint i = 0; i < n; i++)
        insert_account (fixture, "One of many");
      commit (fixture);
      g_assert_cmpint (store_query (fixture->path, "SELECT count(*) FROM journal_change"), ==, n);
      g_assert_cmpint (store_query (fixture->path, "SELECT count(*) FROM account AS a "
                                    "JOIN journal_change AS c ON c.row = a.id "
                                    "WHERE c.tbl = 'account' AND c.op = 'i'"), ==, n);
      undo (fixture);
      assert_dump (fixture, before);
    }
}

static void
test_update (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *before = NULL;
  gint64 account;

  begin (fixture, "Create Quayside Hotels");
  account = insert_family (fixture);
  commit (fixture);
  before = store_dump (fixture->path);

  begin (fixture, "Edit Quayside Hotels");
  edit_account (fixture, account, QUAD_ACCOUNT_NAME, "Quayside \"Grand\" Hotels 🏨\\");
  edit_account (fixture, account, QUAD_ACCOUNT_NOTES, "two\nlines");
  edit_account (fixture, account, QUAD_ACCOUNT_NOTES, NULL);
  edit_account (fixture, account, QUAD_ACCOUNT_REGION, "North");
  commit (fixture);
  check_there_and_back (fixture, before);
}

static void
test_delete (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  gint64 account;

  begin (fixture, "Create Quayside Hotels");
  account = insert_family (fixture);
  commit (fixture);
  before = store_dump (fixture->path);

  begin (fixture, "Delete Quayside Hotels");
  quad_table_remove (&quad_account_table, fixture->database, account, &error);
  g_assert_no_error (error);
  commit (fixture);
  g_assert_cmpint (store_query (fixture->path, "SELECT (SELECT count(*) FROM account) + "
                                               "(SELECT count(*) FROM contact) + "
                                               "(SELECT count(*) FROM touch) + "
                                               "(SELECT count(*) FROM account_event)"), ==, 0);
  check_there_and_back (fixture, before);
}

/* A contact goes, and the touch that named it stays: an ON DELETE SET NULL. */
static void
test_unlink (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  begin (fixture, "Create Quayside Hotels");
  insert_family (fixture);
  commit (fixture);
  before = store_dump (fixture->path);

  begin (fixture, "Delete Ann Ågren");
  quad_table_remove (&quad_contact_table, fixture->database, 1, &error);
  g_assert_no_error (error);
  commit (fixture);
  g_assert_cmpint (store_query (fixture->path,
                                "SELECT count(*) FROM touch WHERE contact_id IS NULL"), ==, 1);
  check_there_and_back (fixture, before);
}

/* Made, changed and deleted again, in one operation, with what belongs to it. */
static void
test_mixed (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  gint64 first, second;

  begin (fixture, "Create");
  first = insert_family (fixture);
  second = insert_account (fixture, "Second");
  quad_settings_save (fixture->database, "currency", "EUR", &error);
  g_assert_no_error (error);
  commit (fixture);
  before = store_dump (fixture->path);

  begin (fixture, "Everything at once");
  edit_account (fixture, first, QUAD_ACCOUNT_NAME, "First");
  quad_table_remove (&quad_account_table, fixture->database, first, &error);
  g_assert_no_error (error);
  insert_family (fixture);
  edit_account (fixture, second, QUAD_ACCOUNT_UID, "swapped");
  quad_table_remove (&quad_account_table, fixture->database, insert_account (fixture, "Gone"),
                     &error);
  g_assert_no_error (error);
  quad_settings_save (fixture->database, "currency", "JPY", &error);
  g_assert_no_error (error);
  quad_settings_save (fixture->database, "cut-off", "25", &error);
  g_assert_no_error (error);
  commit (fixture);
  check_there_and_back (fixture, before);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadRecord) values = NULL;
  g_autoptr (QuadJournalEntry) next = NULL;
  gint64 account;

  begin (fixture, "Create");
  account = insert_account (fixture, "First");
  commit (fixture);
  begin (fixture, "Create");
  insert_account (fixture, "Second");
  commit (fixture);
  undo (fixture);

  /* The same values once more change nothing, leave no entry, and what was undone can be redone. */
  begin (fixture, "Nothing");
  values = quad_table_load_one (&quad_account_table, fixture->database, account, &error);
  g_assert_no_error (error);
  quad_table_update (&quad_account_table, fixture->database, account, values, &error);
  g_assert_no_error (error);
  g_assert_cmpint (commit (fixture), ==, 0);
  g_assert_cmpint (store_query (fixture->path, "SELECT count(*) FROM journal_entry"), ==, 2);
  redo (fixture);

  next = quad_journal_peek_redo (fixture->database, &error);
  g_assert_null (next);
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const labels[] = { "One", "Two", "Three" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (QuadJournalEntry) to_undo = NULL, to_redo = NULL;
  QuadJournalEntry *newest;
  gint64 ids[3];

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      begin (fixture, "provisional");
      insert_account (fixture, labels[i]);
      quad_database_set_label (fixture->database, labels[i]);
      ids[i] = commit (fixture);
    }
  g_assert_cmpint (undo (fixture), ==, ids[2]);
  g_assert_cmpint (undo (fixture), ==, ids[1]);

  to_undo = quad_journal_peek_undo (fixture->database, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (to_undo->label, ==, "One");
  to_redo = quad_journal_peek_redo (fixture->database, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (to_redo->label, ==, "Two");
  g_assert_true (to_redo->undone);

  /* Something new: "Two" and "Three" are gone for good, and their numbers are not used again. */
  begin (fixture, "Four");
  insert_account (fixture, "Four");
  g_assert_cmpint (commit (fixture), >, ids[2]);
  entries = quad_journal_load_entries (fixture->database, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);
  newest = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (newest->label, ==, "Four");
  g_assert_cmpint (newest->time, >, 1500000000);
  g_assert_cmpint (store_query (fixture->path, "SELECT count(*) FROM journal_change"), ==, 2);
}

static void
assert_change (GArray         *changes,
               guint           place,
               const char     *table,
               gint64          row,
               QuadChangeKind  kind)
{
  QuadChange *change = &g_array_index (changes, QuadChange, place);

  g_assert_cmpstr (change->table, ==, table);
  g_assert_cmpint (change->row, ==, row);
  g_assert_cmpint (change->kind, ==, kind);
}

static void
test_changes (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) changes = NULL;
  gint64 entry, kept, removed, made;

  begin (fixture, "Create");
  kept = insert_account (fixture, "Kept");
  removed = insert_account (fixture, "Removed");
  commit (fixture);

  begin (fixture, "Change");
  edit_account (fixture, removed, QUAD_ACCOUNT_NAME, "Soon gone");
  quad_table_remove (&quad_account_table, fixture->database, removed, &error);
  g_assert_no_error (error);
  made = insert_account (fixture, "Gets the same id");
  g_assert_cmpint (made, ==, removed);
  made = insert_account (fixture, "Made");
  edit_account (fixture, made, QUAD_ACCOUNT_REGION, "South");
  quad_table_remove (&quad_account_table, fixture->database, insert_account (fixture, "Brief"),
                     &error);
  g_assert_no_error (error);
  edit_account (fixture, kept, QUAD_ACCOUNT_REGION, "North");
  entry = commit (fixture);

  changes = quad_journal_load_changes (fixture->database, entry, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 3);
  assert_change (changes, 0, "account", kept, QUAD_CHANGE_UPDATE);
  assert_change (changes, 1, "account", removed, QUAD_CHANGE_UPDATE);
  assert_change (changes, 2, "account", made, QUAD_CHANGE_INSERT);

  undo (fixture);
  g_clear_pointer (&changes, g_array_unref);
  changes = quad_journal_load_changes (fixture->database, entry, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 3);
  assert_change (changes, 0, "account", kept, QUAD_CHANGE_UPDATE);
  assert_change (changes, 1, "account", removed, QUAD_CHANGE_UPDATE);
  assert_change (changes, 2, "account", made, QUAD_CHANGE_DELETE);
}

static void
test_rollback (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autoptr (QuadRecord) twin = make_account ("Twin");

  begin (fixture, "Create");
  insert_account (fixture, "First");
  commit (fixture);
  before = store_dump (fixture->path);

  begin (fixture, "Fails");
  insert_account (fixture, "Second");
  quad_record_set_text (twin, QUAD_ACCOUNT_UID, NULL);
  g_assert_false (quad_table_insert (&quad_account_table, fixture->database, twin, NULL, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_CONSTRAINT);
  g_assert_true (quad_database_is_changing (fixture->database));
  quad_database_rollback (fixture->database);
  g_assert_false (quad_database_is_changing (fixture->database));
  assert_dump (fixture, before);
  g_assert_cmpint (store_query (fixture->path, "SELECT count(*) FROM journal_entry"), ==, 1);

  begin (fixture, "Works again");
  insert_account (fixture, "Second");
  g_assert_cmpint (commit (fixture), >, 0);
}

static void
create_one (Fixture *fixture)
{
  begin (fixture, "Create");
  insert_account (fixture, "One of many");
  commit (fixture);
}

static void
test_limits (Fixture       *fixture,
             gconstpointer  data)
{
  quad_journal_set_limits (fixture->database, 10, G_MAXINT64, 400);
  for (guint i = 0; i < 64; i++)
    create_one (fixture);
  g_assert_cmpint (store_query (fixture->path, "SELECT count(*) FROM journal_entry"), <=, 10 + 32);
  g_assert_cmpint (store_query (fixture->path, "SELECT count(*) FROM journal_entry"), >=, 10);
  g_assert_cmpint (store_query (fixture->path, "SELECT count(*) FROM journal_change WHERE entry "
                                               "NOT IN (SELECT id FROM journal_entry)"), ==, 0);

  /* Too old, but for a wrong clock in between. The first change after opening prunes. */
  store_change (fixture->path, "UPDATE journal_entry SET at = 1 WHERE id < 60 OR id = 62");
  reopen (fixture);
  create_one (fixture);
  g_assert_cmpint (store_query (fixture->path, "SELECT min(id) FROM journal_entry"), ==, 60);
  store_change (fixture->path, "UPDATE journal_entry SET bytes = 40000000");
  reopen (fixture);
  create_one (fixture);
  g_assert_cmpint (store_query (fixture->path, "SELECT min(id) FROM journal_entry"), ==, 65);

  /* The newest stays, however old the other ones and however small the limits. */
  reopen (fixture);
  quad_journal_set_limits (fixture->database, 0, 0, 0);
  create_one (fixture);
  g_assert_cmpint (store_query (fixture->path, "SELECT count(*) FROM journal_entry"), ==, 1);
  g_assert_cmpint (undo (fixture), ==, 67);
}

/* Every table is watched, and every one can be taken back. */
static void
test_all_tables (Fixture       *fixture,
                 gconstpointer  data)
{
  const gint64 tables = store_query (fixture->path, "SELECT count(*) FROM sqlite_schema "
                                                    "WHERE type = 'table' "
                                                    "AND name NOT LIKE 'journal%' "
                                                    "AND name NOT LIKE 'sqlite%'");

  g_assert_cmpint (tables, ==, 13);
  g_assert_cmpint (store_query (fixture->path, "SELECT count(*) FROM sqlite_schema AS t "
                                               "JOIN pragma_table_info (t.name) AS c "
                                               "WHERE t.type = 'table' AND c.name = 'id' "
                                               "AND c.pk = 1 AND c.type = 'INTEGER' "
                                               "AND t.name NOT LIKE 'journal%'"), ==, tables);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/journal/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("insert", test_insert);
  ADD ("insert-many", test_insert_many);
  ADD ("update", test_update);
  ADD ("delete", test_delete);
  ADD ("unlink", test_unlink);
  ADD ("mixed", test_mixed);
  ADD ("nothing", test_nothing);
  ADD ("order", test_order);
  ADD ("changes", test_changes);
  ADD ("rollback", test_rollback);
  ADD ("limits", test_limits);
  ADD ("all-tables", test_all_tables);
  return g_test_run ();
}
