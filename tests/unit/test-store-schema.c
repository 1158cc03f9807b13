/* SPDX-License-Identifier: GPL-3.0-or-later */

/* That SQL, schemas and journal agree, what a row may hold, and how old books become new ones. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "quad-account.h"
#include "quad-database-private.h"
#include "quad-journal.h"
#include "quad-migrations.h"
#include "quad-table.h"
#include "store-fixture.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = store_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "a.quad", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->path);
  store_folder_free (fixture->folder);
}

static QuadDatabase *
open_book (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  QuadDatabase *database = quad_database_open (fixture->path, QUAD_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  quad_database_verify (database, &error);
  g_assert_no_error (error);
  return database;
}

static void
begin (QuadDatabase *database)
{
  g_autoptr (GError) error = NULL;

  quad_database_begin (database, "Test", &error);
  g_assert_no_error (error);
}

static void
commit (QuadDatabase *database)
{
  g_autoptr (GError) error = NULL;
  gint64 entry = 0;

  quad_database_commit (database, &entry, &error);
  g_assert_no_error (error);
  g_assert_cmpint (entry, >, 0);
}

/* A row with another value in every field for every @round, as far as the rules allow. */
static QuadRecord *
make_row (const QuadSchema *schema,
          guint             round)
{
  QuadRecord *values = quad_record_new (schema);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const QuadField *field = &schema->fields[i];

      switch (field->kind)
        {
        case QUAD_KIND_TEXT:
        case QUAD_KIND_LINES:
          quad_record_take_text (values, i, g_strdup_printf ("%s %u", field->name, round));
          break;
        case QUAD_KIND_MONEY:
          quad_record_set_number (values, i, (gint64) (i * 1000 + round) * (round % 2 ? 1 : -1));
          break;
        case QUAD_KIND_DATE:
          quad_record_set_number (values, i, 700000 + i * 10 + round);
          break;
        case QUAD_KIND_TIME:
          quad_record_set_number (values, i, 1700000000 + i * 10 + round);
          break;
        case QUAD_KIND_NUMBER:
          quad_record_set_number (values, i, 1 + (i + round) % 5);
          break;
        case QUAD_KIND_FLAG:
          quad_record_set_number (values, i, (i + round) % 2);
          break;
        case QUAD_KIND_WORD:
          quad_record_set_number (values, i, round < field->words->n_values ? round : 0);
          break;
        case QUAD_KIND_LINK:
          quad_record_set_number (values, i, 1);
          break;
        }
    }
  return values;
}

static void
check_row (const QuadTable  *table,
           QuadDatabase     *database,
           const QuadRecord *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadRecord) stored = quad_table_load_one (table, database, 1, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < table->schema->n_fields; i++)
    {
      if (quad_record_differs (stored, expected, i))
        g_error ("%s.%s is stored and read wrongly", table->schema->table,
                 table->schema->fields[i].name);
      g_assert_true (quad_record_has (stored, i));
    }
}

static void
take_row_cb (gint64      id,
             QuadRecord *values,
             gpointer    user_data)
{
  QuadRecord **row = user_data;

  g_assert_cmpint (id, ==, 1);
  g_assert_null (*row);
  *row = values;
}

static void
check_literals (const QuadTable *table,
                QuadDatabase    *database)
{
  const QuadSchema *schema = table->schema;
  sqlite3_stmt *statement = NULL;
  const char *selects[] = { table->select_all, table->select_one, table->select_of_account };

  for (guint i = 0; i < G_N_ELEMENTS (selects); i++)
    {
      if (selects[i] == NULL)
        continue;
      g_assert_cmpint (sqlite3_prepare_v2 (quad_database_get_handle (database), selects[i], -1,
                                           &statement, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_column_count (statement), ==, (int) schema->n_fields + 1);
      g_assert_cmpstr (sqlite3_column_name (statement, 0), ==, "id");
      for (guint j = 0; j < schema->n_fields; j++)
        {
          g_autofree char *column = g_strdelimit (g_strdup (schema->fields[j].name), "-", '_');

          g_assert_cmpstr (sqlite3_column_name (statement, (int) j + 1), ==, column);
          g_assert_cmpstr (sqlite3_column_origin_name (statement, (int) j + 1), ==, column);
          g_assert_cmpstr (sqlite3_column_table_name (statement, (int) j + 1), ==, schema->table);
        }
      sqlite3_finalize (statement);
    }
}

/* Parents before children. */
static const QuadTable *
get_table_in_order (guint i)
{
  static const QuadTable * const order[] = {
    &quad_account_table, &quad_contact_table, &quad_trait_table, &quad_play_table,
    &quad_answer_table, &quad_step_table, &quad_touch_table, &quad_event_table,
    &quad_profile_text_table, &quad_planned_move_table,
  };

  return i < G_N_ELEMENTS (order) ? order[i] : NULL;
}

static void
test_tables (Fixture       *fixture,
             gconstpointer  data)
{
  QuadDatabase *database = open_book (fixture);
  const QuadTable *table;
  guint n_tables, n_seen = 0;

  quad_tables_get_all (&n_tables);
  for (; (table = get_table_in_order (n_seen)) != NULL; n_seen++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (QuadRecord) first = make_row (table->schema, 1);
      g_autoptr (QuadRecord) second = make_row (table->schema, 2);
      QuadRecord *row = NULL;
      gint64 id = 0;

      check_literals (table, database);
      begin (database);
      quad_table_insert (table, database, first, &id, &error);
      g_assert_no_error (error);
      g_assert_cmpint (id, ==, 1);
      check_row (table, database, first);
      quad_table_update (table, database, id, second, &error);
      g_assert_no_error (error);
      check_row (table, database, second);
      commit (database);

      quad_table_load_all (table, database, take_row_cb, &row, &error);
      g_assert_no_error (error);
      g_assert_nonnull (row);
      g_clear_pointer (&row, quad_record_free);
      if (table->select_of_account == NULL)
        continue;
      quad_table_load_of_account (table, database, 2, take_row_cb, &row, &error);
      g_assert_no_error (error);
      g_assert_null (row);
      quad_table_load_of_account (table, database, 1, take_row_cb, &row, &error);
      g_assert_no_error (error);
      g_assert_nonnull (row);
      g_clear_pointer (&row, quad_record_free);
    }
  g_assert_cmpuint (n_seen, ==, n_tables);
  g_assert_finalize_object (database);
}

static void
test_not_there (Fixture       *fixture,
                gconstpointer  data)
{
  QuadDatabase *database = open_book (fixture);
  g_autoptr (QuadRecord) values = make_row (&quad_account_schema, 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (quad_table_load_one (&quad_account_table, database, 7, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  begin (database);
  g_assert_false (quad_table_update (&quad_account_table, database, 7, values, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (quad_table_remove (&quad_account_table, database, 7, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  quad_database_rollback (database);
  g_assert_finalize_object (database);
}

/* Every column of a row that holds nothing but what is required. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  QuadDatabase *database = open_book (fixture);
  g_autoptr (QuadRecord) values = quad_record_new (&quad_account_schema);
  g_autoptr (GError) error = NULL;

  quad_record_set_text (values, QUAD_ACCOUNT_UID, "uid");
  quad_record_set_text (values, QUAD_ACCOUNT_NAME, "Quayside Hotels");
  begin (database);
  quad_table_insert (&quad_account_table, database, values, NULL, &error);
  g_assert_no_error (error);
  commit (database);
  check_row (&quad_account_table, database, values);
  g_assert_cmpint (store_query (fixture->path,
                                "SELECT count(*) FROM account WHERE revenue IS NULL "
                                "AND client_since IS NULL AND notes IS NULL AND created_at IS NULL "
                                "AND tier = 'key' AND profile = 'none' AND ever_client = 0"),
                   ==, 1);
  g_assert_finalize_object (database);
}

static void
fill_book (Fixture *fixture)
{
  QuadDatabase *database = open_book (fixture);
  const QuadTable *table;

  for (guint i = 0; (table = get_table_in_order (i)) != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (QuadRecord) values = make_row (table->schema, 1);

      begin (database);
      quad_table_insert (table, database, values, NULL, &error);
      g_assert_no_error (error);
      commit (database);
    }
  g_assert_finalize_object (database);
}

static void
drop_row_cb (gint64      id,
             QuadRecord *values,
             gpointer    user_data)
{
  quad_record_free (values);
}

static void
test_impossible (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const QuadTable *table;
    const char      *column;
    const char      *value;
  } cases[] = {
    { &quad_account_table, "tier", "'nonsense'" },
    { &quad_account_table, "profile", "'Keep'" },
    { &quad_account_table, "name", "''" },
    { &quad_account_table, "name", "CAST (x'41c3' AS TEXT)" },
    { &quad_account_table, "name", "CAST (x'410042' AS TEXT)" },
    { &quad_account_table, "notes", "''" },
    { &quad_account_table, "ever_client", "7" },
    { &quad_account_table, "revenue", "9223372036854775807" },
    { &quad_account_table, "potential", "-9000000000001" },
    { &quad_account_table, "client_since", "'2026-02-30'" },
    { &quad_account_table, "client_since", "'0000-01-01'" },
    { &quad_account_table, "client_since", "'yesterday'" },
    { &quad_account_table, "created_at", "-1" },
    { &quad_contact_table, "name", "CAST (x'ff' AS TEXT)" },
    { &quad_touch_table, "minutes", "-5" },
    { &quad_touch_table, "day", "'2026-13-01'" },
    { &quad_answer_table, "answer", "'perhaps'" },
  };
  g_autofree char *good = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  fill_book (fixture);
  g_file_get_contents (fixture->path, &good, &length, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = %s",
                                              cases[i].table->schema->table, cases[i].column,
                                              cases[i].value);
      g_autofree char *field = g_strdelimit (g_strdup (cases[i].column), "_", '-');
      QuadDatabase *database;

      g_file_set_contents (fixture->path, good, (gssize) length, &error);
      g_assert_no_error (error);
      store_change (fixture->path, sql);
      database = open_book (fixture);
      g_assert_false (quad_table_load_all (cases[i].table, database, drop_row_cb, NULL, &error));
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT);
      g_assert_nonnull (strstr (error->message, field));
      g_clear_error (&error);
      g_assert_false (quad_database_check (database, &error));
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT);
      g_clear_error (&error);
      g_assert_finalize_object (database);
    }
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  QuadDatabase *database;
  g_autoptr (GError) error = NULL;

  fill_book (fixture);
  database = open_book (fixture);
  g_assert_true (quad_database_check (database, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (database);

  store_change (fixture->path, "UPDATE contact SET account_id = 99");
  database = open_book (fixture);
  g_assert_false (quad_database_check (database, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "contact"));
  g_assert_finalize_object (database);
}

/* Every table of the book, also those whose behaviour is still to come. */
static void
test_journal (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const changes[] = {
    "INSERT INTO profile_text (owner, name) VALUES ('keep', 'Stay')",
    "UPDATE profile_text SET description = 'Typical clients'",
    "DELETE FROM profile_text",
    "INSERT INTO review (held_on, cut_off) VALUES ('2026-11-21', 1681710)",
    "INSERT INTO review_account (review_id, account_id, name, tier, profile, ever_client) "
    "VALUES (1, 1, 'Quayside', 'key', 'keep', 1)",
    "UPDATE review SET note = 'Good'",
    "UPDATE review_account SET tier = 'lead'",
    "UPDATE planned_move SET expected_revenue = 50000",
    "DELETE FROM planned_move",
    "INSERT INTO planned_move (account_id, tier, by_date) VALUES (1, 'key', '2027-01-31')",
    "INSERT INTO setting (name, value) VALUES ('currency', 'EUR')",
    "UPDATE setting SET value = ''",
    "UPDATE account SET revenue = NULL, notes = 'x' || char (10) || '\"y\"'",
    "UPDATE contact SET name = 'Ann'",
    "UPDATE touch SET contact_id = NULL",
    "UPDATE trait SET weight = 5",
    "UPDATE answer SET answer = 'no'",
    "UPDATE play SET archived = 1",
    "UPDATE step SET play_id = NULL",
    "UPDATE account_event SET note = NULL",
    "DELETE FROM play",
    "DELETE FROM trait",
    "DELETE FROM review",
    "DELETE FROM account",
    "DELETE FROM setting",
  };
  QuadDatabase *database;
  g_autofree char *first = NULL, *last = NULL;

  fill_book (fixture);
  first = store_dump (fixture->path);
  database = open_book (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = store_dump (fixture->path);
      g_autofree char *after = NULL, *undone = NULL, *redone = NULL;

      g_test_message ("%s", changes[i]);
      begin (database);
      sqlite3_exec (quad_database_get_handle (database), changes[i], NULL, NULL, NULL);
      g_assert_cmpstr (sqlite3_errmsg (quad_database_get_handle (database)), ==, "not an error");
      commit (database);
      after = store_dump (fixture->path);
      g_assert_cmpstr (before, !=, after);
      quad_journal_undo (database, NULL, &error);
      g_assert_no_error (error);
      undone = store_dump (fixture->path);
      g_assert_cmpstr (before, ==, undone);
      quad_journal_redo (database, NULL, &error);
      g_assert_no_error (error);
      redone = store_dump (fixture->path);
      g_assert_cmpstr (after, ==, redone);
    }
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;

      quad_journal_undo (database, NULL, &error);
      g_assert_no_error (error);
    }
  last = store_dump (fixture->path);
  g_assert_cmpstr (first, ==, last);
  g_assert_finalize_object (database);
}

/* What is written past the operations is refused. */
static void
test_journal_guard (Fixture       *fixture,
                    gconstpointer  data)
{
  QuadDatabase *database = open_book (fixture);
  sqlite3 *handle = quad_database_get_handle (database);

  const char *insert = "INSERT INTO setting (name, value) VALUES ('a', 'b')";
  const char *insert_one_of_two = "INSERT INTO setting (name, value) VALUES ('a', 'b'), ('', 'b')";

  g_assert_cmpint (sqlite3_exec (handle, insert, NULL, NULL, NULL) & 0xff, ==, SQLITE_CONSTRAINT);

  /* So it is where SQLite rolled an operation back by itself. */
  begin (database);
  sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_exec (handle, insert, NULL, NULL, NULL) & 0xff, ==, SQLITE_CONSTRAINT);
  quad_database_rollback (database);
  g_assert_cmpint (store_query (fixture->path, "SELECT count(*) FROM setting"), ==, 0);

  /* What failed before it was refused does not count against the next operation. */
  g_assert_cmpint (sqlite3_exec (handle, insert_one_of_two, NULL, NULL, NULL) & 0xff, ==,
                   SQLITE_CONSTRAINT);
  begin (database);
  sqlite3_exec (handle, insert, NULL, NULL, NULL);
  commit (database);
  g_assert_finalize_object (database);
  g_assert_cmpint (store_query (fixture->path, "SELECT count(*) FROM setting"), ==, 1);
}

/* Migrations ------------------------------------------------------------------------------- */

static char **
add_script (const char *script)
{
  g_auto (GStrv) scripts = quad_migrations_load ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) scripts);
  g_strv_builder_add (builder, script);
  return g_strv_builder_end (builder);
}

static void
test_migrate (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto (GStrv) scripts = add_script ("CREATE TABLE badge (id INTEGER PRIMARY KEY, name TEXT) "
                                       "STRICT; INSERT INTO badge (name) VALUES ('one')");
  const guint old = g_strv_length (scripts) - 1;
  g_autofree char *name = g_strdup_printf ("a.quad.version-%u-backup", old);
  g_autofree char *kept = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *before = NULL, *after = NULL, *backup = NULL, *rest = NULL, *list = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *names = g_strdup_printf ("a.quad\n%s", name);
  g_autoptr (GError) error = NULL;
  QuadDatabase *database;

  fill_book (fixture);
  before = store_dump (fixture->path);

  /* For reading only it is left as it is. */
  g_assert_null (quad_database_open_with (fixture->path, QUAD_DATABASE_READ_ONLY,
                                          (const char * const *) scripts, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_READ_ONLY);
  g_clear_error (&error);

  database = quad_database_open_with (fixture->path, QUAD_DATABASE_DEFAULT,
                                      (const char * const *) scripts, &error);
  g_assert_no_error (error);
  g_assert_true (quad_database_check (database, &error));

  /* The new table is watched as well. */
  begin (database);
  sqlite3_exec (quad_database_get_handle (database), "DELETE FROM badge", NULL, NULL, NULL);
  commit (database);
  quad_journal_undo (database, NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (database);

  after = store_dump (fixture->path);
  parts = g_strsplit (after, "badge: 1, 'one'\n", 0);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  rest = g_strjoinv (NULL, parts);
  g_assert_cmpstr (rest, ==, before);
  g_assert_cmpint (store_query (fixture->path, "PRAGMA user_version"), ==, old + 1);
  backup = store_dump (kept);
  g_assert_cmpstr (backup, ==, before);
  list = store_folder_list (fixture->folder);
  g_assert_cmpstr (list, ==, names);

  g_assert_null (quad_database_open (fixture->path, QUAD_DATABASE_DEFAULT, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_TOO_NEW);
}

static void
test_migrate_fails (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const broken[] = {
    "CREATE TABLE badge (id INTEGER PRIMARY KEY); INSERT INTO nowhere VALUES (1)",
    "DELETE FROM account WHERE id = 1; UPDATE contact SET account_id = 77",
  };

  fill_book (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_auto (GStrv) scripts = add_script (broken[i]);
      g_autofree char *before = store_dump (fixture->path);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (quad_database_open_with (fixture->path, QUAD_DATABASE_DEFAULT,
                                              (const char * const *) scripts, &error));
      g_assert_nonnull (error);
      after = store_dump (fixture->path);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (store_query (fixture->path, "PRAGMA user_version"), ==,
                       g_strv_length (scripts) - 1);
    }
}

static void
test_migrate_damaged (Fixture       *fixture,
                      gconstpointer  data)
{
  g_auto (GStrv) scripts = add_script ("CREATE TABLE badge (id INTEGER PRIMARY KEY)");
  g_autofree char *contents = NULL, *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  fill_book (fixture);
  g_file_get_contents (fixture->path, &contents, &length, &error);
  g_assert_no_error (error);
  memset (contents + 4096, 0xa5, 4096);
  g_file_set_contents (fixture->path, contents, (gssize) length, &error);
  g_assert_no_error (error);
  before = store_folder_seal (fixture->folder);
  g_assert_null (quad_database_open_with (fixture->path, QUAD_DATABASE_DEFAULT,
                                          (const char * const *) scripts, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT);
  after = store_folder_seal (fixture->folder);
  g_assert_cmpstr (before, ==, after);
}

static char *
list_schema (const char *path)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  GString *list = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_prepare_v2 (handle, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name",
                      -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (list, "%s\n", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return g_string_free (list, FALSE);
}

/* A book of each released version, as it was written then: it becomes the same as a new one, keeps
 * every row, and a book of this version can still be undone. */
static void
test_released (Fixture       *fixture,
               gconstpointer  data)
{
  g_auto (GStrv) scripts = quad_migrations_load ();
  g_autofree char *new_path = g_build_filename (fixture->folder, "new.quad", NULL);
  g_autofree char *new_schema = NULL;
  g_autoptr (GError) error = NULL;
  QuadDatabase *database;

  database = quad_database_open (new_path, QUAD_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (database);
  new_schema = list_schema (new_path);

  for (guint version = 1; version <= g_strv_length (scripts); version++)
    {
      g_autofree char *name = g_strdup_printf ("version-%u.sql", version);
      g_autofree char *file = g_test_build_filename (G_TEST_DIST, "data", "books", name, NULL);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *sql = NULL, *schema = NULL;

      g_file_get_contents (file, &sql, NULL, &error);
      g_assert_no_error (error);
      g_file_set_contents (path, "", 0, &error);
      g_assert_no_error (error);
      store_change (path, sql);
      g_assert_cmpint (store_query (path, "PRAGMA user_version"), ==, version);
      database = quad_database_open (path, QUAD_DATABASE_DEFAULT, &error);
      g_assert_no_error (error);
      g_assert_true (quad_database_verify (database, &error));
      g_assert_true (quad_database_check (database, &error));
      g_assert_no_error (error);
      if (version == g_strv_length (scripts))
        {
          quad_journal_undo (database, NULL, &error);
          g_assert_no_error (error);
          quad_journal_redo (database, NULL, &error);
          g_assert_no_error (error);
        }
      g_assert_finalize_object (database);
      g_assert_cmpint (store_query (path, "SELECT count(*) FROM account"), ==, 3);
      g_assert_cmpint (store_query (path, "SELECT count(*) FROM touch"), ==, 1);
      schema = list_schema (path);
      g_assert_cmpstr (schema, ==, new_schema);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/schema/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("tables", test_tables);
  ADD ("not-there", test_not_there);
  ADD ("empty", test_empty);
  ADD ("impossible", test_impossible);
  ADD ("check", test_check);
  ADD ("journal", test_journal);
  ADD ("journal-guard", test_journal_guard);
  ADD ("migrate", test_migrate);
  ADD ("migrate-fails", test_migrate_fails);
  ADD ("migrate-damaged", test_migrate_damaged);
  ADD ("released", test_released);
  return g_test_run ();
}
