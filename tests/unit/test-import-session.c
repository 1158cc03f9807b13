/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "quad-account.h"
#include "quad-contact.h"
#include "quad-error.h"
#include "quad-import-session.h"

static const QuadCurrency euro = { "EUR", 2 };

/* A list that a test writes itself. */
typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("quad-import-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "list.csv", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static QuadImportSession *
open_text (Fixture    *fixture,
           const char *text,
           gssize      length)
{
  g_autoptr (GError) error = NULL;
  QuadImportSession *session;

  g_assert_true (g_file_set_contents (fixture->path, text, length, &error));
  session = quad_import_session_open (fixture->path, &euro, &error);
  g_assert_no_error (error);
  g_assert_nonnull (session);
  return session;
}

static void
scan (QuadImportSession *session,
      guint              n_accepted,
      guint              n_rejected)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (quad_import_session_scan (session, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (quad_import_session_get_n_accepted (session), ==, n_accepted);
  g_assert_cmpuint (quad_import_session_get_n_rejected (session), ==, n_rejected);
}

static void
assert_reject (QuadImportSession *session,
               guint              index,
               guint              row,
               const char        *column,
               const char        *value,
               const char        *reason)
{
  GPtrArray *rejects = quad_import_session_get_rejects (session);
  QuadImportReject *reject;

  g_assert_cmpuint (index, <, rejects->len);
  reject = g_ptr_array_index (rejects, index);
  g_assert_cmpuint (reject->row, ==, row);
  g_assert_cmpstr (reject->column, ==, column);
  g_assert_cmpstr (reject->value, ==, value);
  g_assert_nonnull (reject->reason);
  if (strstr (reject->reason, reason) == NULL)
    g_error ("“%s” is not in “%s”", reason, reject->reason);
}

/* One field of all accounts, as text, parted by bars. */
static char *
collect (QuadImportSession *session,
         guint              field)
{
  QuadImportSource *source = QUAD_IMPORT_SOURCE (session);
  GString *text = g_string_new (NULL);
  QuadImportRow row = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (quad_import_source_begin (source, &error));
  while (quad_import_source_next (source, &row, &error))
    {
      QuadKind kind = quad_account_schema.fields[field].kind;

      if (text->len > 0)
        g_string_append_c (text, '|');
      if (!quad_record_has (row.account, field))
        g_string_append_c (text, '-');
      else if (quad_kind_is_text (kind))
        g_string_append (text, quad_record_get_text (row.account, field));
      else
        g_string_append_printf (text, "%" G_GINT64_FORMAT,
                                quad_record_get_number (row.account, field));
      quad_import_row_clear (&row);
    }
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static void
assert_field (QuadImportSession *session,
              guint              field,
              const char        *expected)
{
  g_autofree char *values = collect (session, field);

  g_assert_cmpstr (values, ==, expected);
}

static void
test_shapes (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (QuadImportSession) session =
    open_text (fixture, "Name,Phone,Revenue\nAlder,1,2\nBirch\n\nCedar,1,2,,\nAcme, Inc,1,2\n"
                        ",1,2\n,,\nDeodar,1,oak\n", -1);

  scan (session, 3, 3);
  assert_field (session, QUAD_ACCOUNT_NAME, "Alder|Birch|Cedar");
  assert_field (session, QUAD_ACCOUNT_REVENUE, "200|-|200");
  assert_reject (session, 0, 6, NULL, NULL, "more fields than the 3 columns");
  assert_reject (session, 1, 7, "Name", "", "The name is empty");
  assert_reject (session, 2, 9, "Revenue", "oak", "cannot be read as an amount");
}

static void
test_open_quote (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (QuadImportSession) session =
    open_text (fixture, "Name,Phone,Notes\nAlder,1,\"a note\nthat goes on\nand on\nBirch,2,x\n"
                        "Cedar\n", -1);

  scan (session, 2, 3);
  assert_field (session, QUAD_ACCOUNT_NAME, "Birch|Cedar");
  assert_reject (session, 0, 2, NULL, NULL, "quotation mark");
  assert_reject (session, 1, 3, NULL, NULL, "part of the text before");
  assert_reject (session, 2, 4, NULL, NULL, "part of the text before");
}

static void
test_amounts (Fixture       *fixture,
              gconstpointer  data)
{
  /* decided by another row */
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name;Umsatz\nA;1.234\nB;12,50\nC;€ 2.000\n", -1);

    scan (session, 3, 0);
    assert_field (session, QUAD_ACCOUNT_REVENUE, "123400|1250|200000");
  }

  /* decided by nobody: plain ones are clear, the others are not guessed */
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name;Umsatz\nA;1.234\nB;1234\nC;2.000\n", -1);

    scan (session, 1, 2);
    assert_field (session, QUAD_ACCOUNT_REVENUE, "123400");
    assert_reject (session, 0, 2, "Umsatz", "1.234", "two ways");
    assert_reject (session, 1, 4, "Umsatz", "2.000", "two ways");
  }

  /* the column contradicts itself: what is clear alone goes in */
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name;Umsatz\nA;1.234,50\nB;1,234.50\nC;1.234\n", -1);

    scan (session, 2, 1);
    assert_field (session, QUAD_ACCOUNT_REVENUE, "123450|123450");
    assert_reject (session, 0, 4, "Umsatz", "1.234", "two ways");
  }

  /* another column of amounts shows how the program writes them */
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name;Umsatz;Potenzial\nA;1.234;1.000,00\n", -1);

    scan (session, 1, 0);
    assert_field (session, QUAD_ACCOUNT_REVENUE, "123400");
  }

  /* the header says thousands */
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name;Umsatz (T€)\nA;12,5\nB;3 k\n", -1);

    scan (session, 1, 1);
    assert_field (session, QUAD_ACCOUNT_REVENUE, "1250000");
  }
}

static void
test_currencies (Fixture       *fixture,
                 gconstpointer  data)
{
  /* wholly in another currency: as it is, and said so */
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name,Revenue\nA,\"$1,200.00\"\nB,$50\nC,7\n", -1);

    scan (session, 3, 0);
    assert_field (session, QUAD_ACCOUNT_REVENUE, "120000|5000|700");
    g_assert_cmpstr (quad_import_session_get_foreign_currency (session), ==, "$");
  }

  /* several: another one than the book's is no amount of the book */
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name,Revenue\nA,€12.50\nB,$50\nC,7\n", -1);

    scan (session, 2, 1);
    assert_field (session, QUAD_ACCOUNT_REVENUE, "1250|700");
    assert_reject (session, 0, 3, "Revenue", "$50", "in $, but the book is in EUR");
    g_assert_null (quad_import_session_get_foreign_currency (session));
  }

  /* in a column of its own */
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name,Revenue,Currency\nA,12,EUR\nB,50,USD\nC,7,\n", -1);

    scan (session, 2, 1);
    assert_reject (session, 0, 3, "Currency", "USD", "in USD, but the book is in EUR");
  }
}

static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name,Client Since\nA,3/4/2024\nB,12/31/2024\n", -1);
    g_autofree char *expected = g_strdup_printf ("%u|%u", quad_date_from_ymd (2024, 3, 4),
                                                 quad_date_from_ymd (2024, 12, 31));

    scan (session, 2, 0);
    assert_field (session, QUAD_ACCOUNT_CLIENT_SINCE, expected);
  }
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name,Client Since\nA,3/4/2024\nB,soon\n", -1);

    scan (session, 0, 2);
    assert_reject (session, 0, 2, "Client Since", "3/4/2024", "two ways");
    assert_reject (session, 1, 3, "Client Since", "soon", "cannot be read as a date");
  }
}

static QuadTier
get_new_tier (QuadImportSession *session)
{
  QuadImportRow row = { 0 };
  QuadTier tier;

  g_assert_true (quad_import_source_begin (QUAD_IMPORT_SOURCE (session), NULL));
  g_assert_true (quad_import_source_next (QUAD_IMPORT_SOURCE (session), &row, NULL));
  tier = row.new_tier;
  quad_import_row_clear (&row);
  return tier;
}

static void
test_as (Fixture       *fixture,
         gconstpointer  data)
{
  {
    g_autoptr (QuadImportSession) session = open_text (fixture, "Name,Revenue\nA,1\n", -1);

    g_assert_cmpint (get_new_tier (session), ==, QUAD_TIER_SECONDARY);
    quad_import_session_set_as (session, QUAD_IMPORT_AS_LEADS);
    g_assert_cmpint (get_new_tier (session), ==, QUAD_TIER_LEAD);
    quad_import_session_set_as (session, QUAD_IMPORT_AS_IDEAL);
    g_assert_cmpint (get_new_tier (session), ==, QUAD_TIER_IDEAL);
  }
  {
    g_autoptr (QuadImportSession) session = open_text (fixture, "Name,Phone\nA,1\n", -1);

    g_assert_cmpint (get_new_tier (session), ==, QUAD_TIER_LEAD);
    quad_import_session_set_as (session, QUAD_IMPORT_AS_CLIENTS);
    g_assert_cmpint (get_new_tier (session), ==, QUAD_TIER_SECONDARY);
  }
}

static void
test_tiers (Fixture       *fixture,
            gconstpointer  data)
{
  /* a tier column wins row by row; what it does not say is not made up */
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name,Tier,Revenue\nA,key,1\nB,,1\nC,Parked,1\nD,gold,1\n", -1);

    scan (session, 3, 1);
    assert_field (session, QUAD_ACCOUNT_TIER, "0|-|4");
    assert_reject (session, 0, 5, "Tier", "gold", "does not say which tier");
  }

  /* "Type" that is about something else is left out */
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name,Type\nA,Hotel\nB,Restaurant\nC,Customer\n", -1);

    scan (session, 3, 0);
    assert_field (session, QUAD_ACCOUNT_TIER, "-|-|-");
  }

  /* unless somebody said that it is not */
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name,Kind\nA,Hotel\nB,Restaurant\nC,Customer\n", -1);
    g_autoptr (GError) error = NULL;

    g_assert_true (quad_import_session_map (session, "tier", "Kind", &error));
    scan (session, 1, 2);
    assert_field (session, QUAD_ACCOUNT_TIER, "1");
  }

  /* a rating does not turn a client into a prospect */
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name,Type,Rating\nA,Customer,Hot\nB,Prospect,Hot\nC,,Cold\n", -1);

    scan (session, 3, 0);
    assert_field (session, QUAD_ACCOUNT_TIER, "1|2|3");
  }

  /* profiles */
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name,Profile\nA,keep\nB,R\nC,great\n", -1);

    scan (session, 2, 1);
    assert_field (session, QUAD_ACCOUNT_PROFILE, "1|3");
    assert_reject (session, 0, 4, "Profile", "great", "not a profile");
  }
}

static void
test_map (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (QuadImportSession) session =
    open_text (fixture, "Bezeichner,Euro,Phone,Phone 2\nA,\"1,5\",1,2\n", -1);
  g_autoptr (GError) error = NULL;
  const QuadImportColumn *columns;
  guint n_columns;

  g_assert_false (quad_import_session_scan (session, NULL, NULL, NULL, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_assert_nonnull (strstr (error->message, "Bezeichner, Euro, Phone"));
  g_clear_error (&error);

  g_assert_false (quad_import_session_map (session, "colour", "Euro", &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  g_assert_false (quad_import_session_map (session, "name", "Namen", &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "Bezeichner, Euro, Phone"));
  g_clear_error (&error);

  g_assert_true (quad_import_session_map (session, "name", "bezeichner", &error));
  g_assert_true (quad_import_session_map (session, "revenue", "Euro", &error));
  g_assert_true (quad_import_session_map (session, "phone", "Phone 2", &error));
  g_assert_no_error (error);

  columns = quad_import_session_get_columns (session, &n_columns);
  g_assert_cmpuint (n_columns, ==, 4);
  g_assert_cmpstr (columns[0].target, ==, "name");
  g_assert_cmpstr (columns[1].target, ==, "revenue");
  g_assert_null (columns[2].target);
  g_assert_cmpstr (columns[3].target, ==, "phone");

  scan (session, 1, 0);
  assert_field (session, QUAD_ACCOUNT_REVENUE, "150");
  assert_field (session, QUAD_ACCOUNT_PHONE, "2");

  g_assert_true (quad_import_session_map (session, "phone", "", &error));
  assert_field (session, QUAD_ACCOUNT_PHONE, "-");
}

static void
test_regions (Fixture       *fixture,
              gconstpointer  data)
{
  /* few have one: the country groups better */
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name,City,Region,Country\nA,Bern,,CH\nB,Lyon,,FR\nC,Eugene,OR,US\n",
                 -1);

    scan (session, 3, 0);
    assert_field (session, QUAD_ACCOUNT_REGION, "CH|FR|US");
    assert_field (session, QUAD_ACCOUNT_ADDRESS, "Bern\nCH|Lyon\nFR|Eugene, OR\nUS");
  }

  /* most have one */
  {
    g_autoptr (QuadImportSession) session =
      open_text (fixture, "Name,City,Region,Country\nA,Bern,South,CH\nB,Lyon,,FR\n", -1);

    scan (session, 2, 0);
    assert_field (session, QUAD_ACCOUNT_REGION, "South|-");
  }
  {
    g_autoptr (QuadImportSession) session = open_text (fixture, "Name,State\nA,OR\n", -1);

    scan (session, 1, 0);
    assert_field (session, QUAD_ACCOUNT_REGION, "OR");
    assert_field (session, QUAD_ACCOUNT_ADDRESS, "-");
  }
}

static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *long_name = g_strnfill (2000, 'x');
  g_autofree char *text =
    g_strdup_printf ("Name,Phone,Notes\n  Alder & Co.  ,\t1 ,\"a\r\nb\"\n%s,1,\nC,%s,\nD\001,,\n"
                     "\001,2,\n"
                     "\xc2\x81,2,\n",
                     long_name, long_name);
  g_autoptr (QuadImportSession) session = open_text (fixture, text, -1);
  GPtrArray *rejects;

  scan (session, 2, 4);
  assert_field (session, QUAD_ACCOUNT_NAME, "Alder & Co.|D");
  assert_field (session, QUAD_ACCOUNT_PHONE, "1|-");
  assert_field (session, QUAD_ACCOUNT_NOTES, "a\nb|-");

  /* a name of control characters only is none */
  assert_reject (session, 2, 6, "Name", "\001", "may not be empty");
  assert_reject (session, 3, 7, "Name", "\xc2\x81", "may not be empty");

  /* values are shown, not repeated at full length */
  rejects = quad_import_session_get_rejects (session);
  for (guint i = 0; i < 2; i++)
    {
      QuadImportReject *reject = g_ptr_array_index (rejects, i);

      g_assert_cmpstr (reject->column, ==, i == 0 ? "Name" : "Phone");
      g_assert_cmpuint (strlen (reject->value), ==, 200);
      g_assert_nonnull (strstr (reject->reason, "longer than"));
    }
}

static void
test_broken_text (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char text[] = "Name,Phone\nA\0cme,1\nBeta,2\0\nGamma,3\n";
  g_autoptr (QuadImportSession) session = open_text (fixture, text, sizeof text - 1);

  scan (session, 1, 2);
  assert_field (session, QUAD_ACCOUNT_NAME, "Gamma");
  assert_reject (session, 0, 2, "Name", "A\xef\xbf\xbd" "cme", "cannot be read");
  assert_reject (session, 1, 3, "Phone", "2\xef\xbf\xbd", "cannot be read");
}

static void
test_formula_errors (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (QuadImportSession) session =
    open_text (fixture, "Name,Phone,Revenue\nAlder,#N/A,#N/A\nBirch,#REF!,1\n#NAME?,1,1\n"
                        "C,#1,\n", -1);

  scan (session, 2, 2);
  assert_field (session, QUAD_ACCOUNT_PHONE, "-|#1");
  assert_field (session, QUAD_ACCOUNT_REVENUE, "-|-");
  assert_reject (session, 0, 3, "Phone", "#REF!", "error of a formula");
  assert_reject (session, 1, 4, "Name", "#NAME?", "error of a formula");
}

/* A table that was copied from a spreadsheet. */
static void
test_pasted (Fixture       *fixture,
             gconstpointer  data)
{
  static const char text[] = "Firma\tOrt\tUmsatz\r\nAlder & Co.\t\"Bern,\nWest\"\t1.234,50\r\n"
                             "Birke\tUlm\t\r\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadImportSession) session =
    quad_import_session_open_text ("Clipboard", text, strlen (text), &euro, &error);

  g_assert_no_error (error);
  g_assert_cmpint (quad_import_session_get_kind (session), ==, QUAD_LIST_KIND_TEXT);
  g_assert_cmpint (quad_import_session_get_separator (session), ==, '\t');
  g_assert_cmpstr (quad_import_source_get_name (QUAD_IMPORT_SOURCE (session)), ==, "Clipboard");
  scan (session, 2, 0);
  assert_field (session, QUAD_ACCOUNT_NAME, "Alder & Co.|Birke");
  assert_field (session, QUAD_ACCOUNT_ADDRESS, "Bern,\nWest|Ulm");
  assert_field (session, QUAD_ACCOUNT_REVENUE, "123450|-");
  g_clear_object (&session);

  /* cards can be pasted too */
  session = quad_import_session_open_text ("Clipboard", "BEGIN:VCARD\nORG:Alder\nEND:VCARD\n", 33,
                                           &euro, &error);
  g_assert_no_error (error);
  g_assert_cmpint (quad_import_session_get_kind (session), ==, QUAD_LIST_KIND_CARDS);
  scan (session, 1, 0);
  g_clear_object (&session);

  g_assert_null (quad_import_session_open_text ("Clipboard", "", 0, &euro, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_assert_nonnull (strstr (error->message, "“Clipboard” is empty"));
}

static void
test_same_names (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (QuadImportSession) session =
    open_text (fixture, "Name,Revenue\nAlder,1\nAlder,2\nalder,3\n", -1);

  scan (session, 3, 0);
  assert_field (session, QUAD_ACCOUNT_NAME, "Alder|Alder|alder");
}

static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (QuadImportSession) session =
    open_text (fixture, "First Name,Last Name,Company,Company Phone\nA,B,Müller AG,\nC,D,Other,\n"
                        "E,F,MÜLLER AG ,12\nG,H,Muller AG,\n", -1);
  g_autoptr (GError) error = NULL;
  QuadImportRow row = { 0 };

  scan (session, 3, 0);
  g_assert_true (quad_import_session_is_people (session));
  assert_field (session, QUAD_ACCOUNT_NAME, "Müller AG|Other|Muller AG");
  assert_field (session, QUAD_ACCOUNT_PHONE, "12|-|-");

  g_assert_true (quad_import_source_begin (QUAD_IMPORT_SOURCE (session), &error));
  g_assert_true (quad_import_source_next (QUAD_IMPORT_SOURCE (session), &row, &error));
  g_assert_cmpuint (row.row, ==, 2);
  g_assert_cmpuint (row.contacts->len, ==, 2);
  g_assert_cmpstr (quad_record_get_text (g_ptr_array_index (row.contacts, 1), QUAD_CONTACT_NAME),
                   ==, "E F");
  quad_import_row_clear (&row);
}

/* The same person twice is one; two at one address are two. */
static void
test_same_people (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (QuadImportSession) session =
    open_text (fixture, "First Name,Last Name,Company,Email,Phone\n"
                        "Zoë,Lind,Alder,,\n"
                        "ZOE,LIND,Alder,zoe@alder.example,1\n"
                        "Zoë M.,Lind,ALDER,ZOE@alder.example,2\n"
                        "Ole,Dahl,Alder,info@alder.example,\n"
                        "Eva,Berg,Alder,info@alder.example,\n"
                        ",,Alder,info@alder.example,3\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  QuadImportRow row = { 0 };

  scan (session, 1, 0);
  g_assert_true (quad_import_source_begin (QUAD_IMPORT_SOURCE (session), &error));
  g_assert_true (quad_import_source_next (QUAD_IMPORT_SOURCE (session), &row, &error));
  for (guint i = 0; i < row.contacts->len; i++)
    {
      const QuadRecord *contact = g_ptr_array_index (row.contacts, i);

      g_string_append_printf (text, "%s,%s,%s|", quad_record_get_text (contact, QUAD_CONTACT_NAME),
                              quad_record_get_text (contact, QUAD_CONTACT_EMAIL),
                              quad_record_get_text (contact, QUAD_CONTACT_PHONE));
    }
  g_assert_cmpstr (text->str, ==, "Zoë Lind,zoe@alder.example,1|Ole Dahl,info@alder.example,3|"
                                  "Eva Berg,info@alder.example,(null)|");
  quad_import_row_clear (&row);
}

static void
assert_no_list (Fixture    *fixture,
                const char *text,
                const char *said)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadImportSession) session = NULL;

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  session = quad_import_session_open (fixture->path, &euro, &error);
  if (session != NULL)
    g_assert_false (quad_import_session_scan (session, NULL, NULL, NULL, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  if (strstr (error->message, said) == NULL)
    g_error ("“%s” is not in “%s”", said, error->message);
}

static void
test_no_lists (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GString) wide = g_string_new ("Name");

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (wide, ",c%u", i);

  assert_no_list (fixture, "", "“list.csv” is empty");
  assert_no_list (fixture, "\n , \n\n", "There are no rows");
  assert_no_list (fixture, "Name,Revenue\n", "no rows below the names");
  assert_no_list (fixture, "Name,Revenue\n\n,\n", "no rows below the names");
  assert_no_list (fixture, "apples,pears\n1,2\n", "No column");
  assert_no_list (fixture, "%PDF-1.4\n", "PDF");

  /* a sentence stays one, whatever the file says */
  assert_no_list (fixture, "123456789 123456789 123456789 123456789 123456789 123456789 123,b\n"
                           "1,2\n",
                  "are: 123456789 123456789 123456789 123456789 123456789 123456789 …, b.");
  assert_no_list (fixture, wide->str, "more than 2000 columns");
}

static void
test_write_rejects (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (QuadImportSession) session =
    open_text (fixture, "Name;Umsatz;Notizen\nA;oak;\"x \"\"y\"\";\nz\"\nB;1;\n;2;,\nC;1;2;3\n",
               -1);
  g_autofree char *path = g_build_filename (fixture->folder, "rejects.csv", NULL);
  g_autofree char *none = g_build_filename (fixture->folder, "none", "rejects.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  scan (session, 1, 3);
  g_assert_true (quad_import_session_write_rejects (session, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_cmpstr (text, ==,
                   "Rejected Row,Rejected Column,Reason Rejected,Name,Umsatz,Notizen\r\n"
                   "2,Umsatz,“oak” cannot be read as an amount.,A,oak,\"x \"\"y\"\";\nz\"\r\n"
                   "4,Name,The name is empty.,,2,\",\"\r\n"
                   "5,,The row has more fields than the 3 columns.,C,1,2,3\r\n");

  g_assert_false (quad_import_session_write_rejects (session, none, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_remove (path);

  /* not over the list, whatever it is called */
  g_assert_cmpint (symlink (fixture->path, path), ==, 0);
  g_assert_false (quad_import_session_write_rejects (session, fixture->path, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  g_assert_false (quad_import_session_write_rejects (session, path, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_remove (path);

  /* the rows can be read again afterwards */
  assert_field (session, QUAD_ACCOUNT_NAME, "B");
}

static void
test_many_rejects (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("Name,Revenue\n");
  g_autoptr (QuadImportSession) session = NULL;

  for (guint i = 0; i < 12000; i++)
    g_string_append (text, "A,oak\n");
  session = open_text (fixture, text->str, -1);

  scan (session, 0, 12000);
  g_assert_cmpuint (quad_import_session_get_rejects (session)->len, ==, 10000);
}

static void
cancel_cb (double   fraction,
           gpointer user_data)
{
  g_assert_cmpfloat (fraction, >=, 0.0);
  g_assert_cmpfloat (fraction, <=, 1.0);
  g_cancellable_cancel (user_data);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("Name,Revenue\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (QuadImportSession) session = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "A,1\n");
  session = open_text (fixture, text->str, -1);

  g_assert_false (quad_import_session_scan (session, cancellable, cancel_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  scan (session, 2000, 0);
}

/* Also within a row that is as long as the file, which is larger than a piece of it. */
static void
test_cancel_in_row (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *line = g_strnfill (3000000, 'a');
  g_autofree char *text = g_strconcat ("Name\n", line, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (QuadImportSession) session = open_text (fixture, text, -1);
  g_autoptr (GError) error = NULL;

  g_assert_false (quad_import_session_scan (session, cancellable, cancel_cb, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_changed_file (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (QuadImportSession) session = open_text (fixture, "Name,Revenue\nA,1\n", -1);
  g_autoptr (GError) error = NULL;
  FILE *stream;

  scan (session, 1, 0);

  stream = g_fopen (fixture->path, "a");
  fputs ("B,2\n", stream);
  fclose (stream);
  g_assert_false (quad_import_source_begin (QUAD_IMPORT_SOURCE (session), &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_IO);
}

#define ADD(name, func) \
  g_test_add ("/import-session/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("shapes", test_shapes);
  ADD ("open-quote", test_open_quote);
  ADD ("amounts", test_amounts);
  ADD ("currencies", test_currencies);
  ADD ("dates", test_dates);
  ADD ("as", test_as);
  ADD ("tiers", test_tiers);
  ADD ("map", test_map);
  ADD ("regions", test_regions);
  ADD ("texts", test_texts);
  ADD ("broken-text", test_broken_text);
  ADD ("formula-errors", test_formula_errors);
  ADD ("pasted", test_pasted);
  ADD ("same-names", test_same_names);
  ADD ("people", test_people);
  ADD ("same-people", test_same_people);
  ADD ("no-lists", test_no_lists);
  ADD ("write-rejects", test_write_rejects);
  ADD ("many-rejects", test_many_rejects);
  ADD ("cancel", test_cancel);
  ADD ("cancel-in-row", test_cancel_in_row);
  ADD ("changed-file", test_changed_file);

  return g_test_run ();
}
