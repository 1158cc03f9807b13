/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include "quad-contact.h"
#include "quad-import-session.h"

/* Lists of people of each program, into a book that knows one of the companies and somebody there:
 * contacts land at that account, nobody comes twice, and other companies are new leads. */

typedef struct
{
  const char *file;
  const char *account;      /* in the book, written otherwise than in the list */
  const char *person;       /* somebody there, too */
  const char *people;       /* there afterwards */
  const char *others;       /* new companies */
  const char *source;       /* of these */
} People;

static const People lists[] = {
  { "linkedin-connections.csv", "Larkfield optics", "ana ruiz", "Ana Ruiz|Dmitri Sokolov",
    "Corrie Cycles", "LinkedIn" },
  { "google-contacts.csv", "FJORD SHIPPING", "Éva M. Lund", "Eva M. Lund", "", NULL },
  { "google-contacts-older.csv", "Glen motors", "Gus  Fell", "Gus Fell", "", NULL },
  { "outlook-classic.csv", "Hartley STEEL", "Ann Other", "Ann Other|Jonas Weber", "", NULL },
  { "outlook-com.csv", "dune logistics", "LEA MOSER", "Lea Moser", "", NULL },
  { "apollo-people.csv", "Quill Robotics, INC.", "Nía Frost", "Nia Frost", "", NULL },
  { "salesforce-contacts.csv", "Larkfield Optics", "Ida BRANDT", "Ida Brandt|Ole Hagen", "", NULL },
  { "vcard-2.1.vcf", "Backerei Öz", "Jurgen Muller", "Jürgen Müller", "", NULL },
  { "vcard-3.0.vcf", "Fjord shipping", "eva m. lund", "Eva M. Lund|Ole Dahl", "Glen Motors",
    "vcard-3.0" },
  { "vcard-4.0.vcf", "Viñas del sur", "Ana Ruiz", "Ana Ruiz", "Cafés Ibáñez S.L.", "vcard-4.0" },
};

static QuadImportSession *
open_list (BookFixture *fixture,
           const char  *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "lists", name, NULL);
  g_autoptr (GError) error = NULL;
  QuadImportSession *session =
    quad_import_session_open (path, quad_book_get_currency (fixture->book), &error);

  g_assert_no_error (error);
  g_assert_true (quad_import_session_is_people (session));
  return session;
}

static QuadImportResult
import (BookFixture *fixture,
        const char  *name)
{
  g_autoptr (QuadImportSession) session = open_list (fixture, name);
  g_autoptr (QuadImportOptions) options = quad_import_options_new ();
  g_autoptr (GError) error = NULL;
  QuadImportResult result;

  g_assert_true (quad_book_import (fixture->book, QUAD_IMPORT_SOURCE (session), options, NULL, NULL,
                                   NULL, NULL, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (result.doubtful + result.rejected, ==, 0);
  return result;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_sorted (GPtrArray *texts)
{
  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("|", (char **) texts->pdata);
}

static char *
list_people (BookFixture *fixture,
             QuadAccount *account)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contacts = quad_book_load_contacts (fixture->book, account, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < contacts->len; i++)
    g_ptr_array_add (names,
                     (char *) quad_contact_get_name (g_ptr_array_index (contacts, i)));
  return join_sorted (names);
}

/* The names of all accounts but @known, each a new lead from @source. */
static char *
list_others (BookFixture *fixture,
             QuadAccount *known,
             const char  *source)
{
  QuadItemList *accounts = quad_book_get_accounts (fixture->book);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < quad_item_list_get_size (accounts); i++)
    {
      QuadAccount *account = quad_item_list_peek (accounts, i);
      QuadItem *item = QUAD_ITEM (account);

      if (account == known)
        continue;
      g_ptr_array_add (names, (char *) quad_item_get_text (item, QUAD_ACCOUNT_NAME));
      g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_LEAD);
      g_assert_cmpstr (quad_item_get_text (item, QUAD_ACCOUNT_SOURCE), ==, source);
    }
  return join_sorted (names);
}

/* An account of the book with somebody there. */
static QuadAccount *
add_account (BookFixture *fixture,
             const char  *name,
             const char  *person)
{
  g_autoptr (BookRows) rows = book_rows_new ("before");
  g_autoptr (GError) error = NULL;

  book_rows_add (rows, name, QUAD_TIER_KEY, 100000);
  book_rows_add_contact (rows, person, NULL);
  g_assert_true (quad_book_import (fixture->book, QUAD_IMPORT_SOURCE (rows), NULL, NULL, NULL, NULL,
                                   NULL, NULL, &error));
  g_assert_no_error (error);
  return book_fixture_find (fixture, name);
}

static void
test_people (BookFixture   *fixture,
             gconstpointer  data)
{
  const People *list = data;
  QuadAccount *account = add_account (fixture, list->account, list->person);
  g_autofree char *people = NULL;
  g_autofree char *others = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  QuadImportResult result;

  result = import (fixture, list->file);
  g_assert_cmpuint (result.created, ==, list->others[0] != '\0' ? 1 : 0);
  g_assert_cmpuint (result.updated, ==, 1);
  people = list_people (fixture, account);
  g_assert_cmpstr (people, ==, list->people);
  others = list_others (fixture, account, list->source);
  g_assert_cmpstr (others, ==, list->others);
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_KEY);
  g_assert_null (quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_SOURCE));

  before = book_fixture_dump (fixture);
  result = import (fixture, list->file);
  g_assert_cmpuint (result.created + result.updated, ==, 0);
  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
import_all (BookFixture      *fixture,
            const char       *name,
            QuadImportResult *result)
{
  g_autoptr (QuadImportSession) session = open_list (fixture, name);
  g_autoptr (QuadImportOptions) options = quad_import_options_new ();
  g_autoptr (GError) error = NULL;

  quad_import_session_set_takes_lone_people (session, TRUE);
  g_assert_true (quad_book_import (fixture->book, QUAD_IMPORT_SOURCE (session), options, NULL, NULL,
                                   NULL, NULL, result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (quad_import_session_get_n_rejected (session), ==, 0);
  g_assert_cmpuint (quad_import_session_get_n_lone_people (session), ==, 1);
}

/* Somebody without a company is an account of that name with that person, once and no more. */
static void
test_lone_people (BookFixture   *fixture,
                  gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *people = NULL;
  QuadImportResult result;
  QuadAccount *account;

  import_all (fixture, "vcard-3.0.vcf", &result);
  g_assert_cmpuint (result.created, ==, 3);
  account = book_fixture_find (fixture, "Finn Hill");
  g_assert_nonnull (account);
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_LEAD);
  people = list_people (fixture, account);
  g_assert_cmpstr (people, ==, "Finn Hill");

  before = book_fixture_dump (fixture);
  import_all (fixture, "vcard-3.0.vcf", &result);
  g_assert_cmpuint (result.created + result.updated + result.doubtful, ==, 0);
  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *path = g_strconcat ("/import-people/", lists[i].file, NULL);

      g_test_add (path, BookFixture, &lists[i], book_fixture_set_up, test_people,
                  book_fixture_tear_down);
    }
  g_test_add ("/import-people/lone", BookFixture, NULL, book_fixture_set_up, test_lone_people,
              book_fixture_tear_down);

  return g_test_run ();
}
