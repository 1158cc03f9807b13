/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "quad-account.h"
#include "quad-csv-writer.h"
#include "quad-export-csv.h"
#include "quad-export-ics.h"
#include "quad-export-xlsx.h"
#include "quad-import-session.h"
#include "quad-text.h"

static const QuadCurrency euro = { "EUR", 2 };

/* Imports into a list as the book would, for a test of what can be done with it. */
static GListStore *
make_accounts (QuadImportSession *session)
{
  GListStore *accounts = g_list_store_new (QUAD_TYPE_ACCOUNT);
  QuadImportRow row = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_true (quad_import_source_begin (QUAD_IMPORT_SOURCE (session), &error));
  while (quad_import_source_next (QUAD_IMPORT_SOURCE (session), &row, &error))
    {
      QuadRecord *values = quad_record_new (&quad_account_schema);
      g_autoptr (QuadAccount) account = NULL;

      for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
        quad_record_clear (values, i);
      quad_record_set_number (values, QUAD_ACCOUNT_TIER, row.new_tier);
      quad_record_apply (values, row.account);
      account = quad_account_new (++id, values);
      g_list_store_append (accounts, account);
      quad_import_row_clear (&row);
    }
  g_assert_no_error (error);
  return accounts;
}

static void
test_figures (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "northwind-customers.csv",
                                                 NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadImportSession) session = quad_import_session_open (path, &euro, &error);
  g_autoptr (GListStore) accounts = NULL;
  gint64 total = 0, top = 0;

  g_assert_no_error (error);
  quad_import_session_set_as (session, QUAD_IMPORT_AS_CLIENTS);
  g_assert_true (quad_import_session_scan (session, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (quad_import_session_get_n_accepted (session), ==, 91);
  g_assert_cmpuint (quad_import_session_get_n_rejected (session), ==, 0);

  accounts = make_accounts (session);
  for (guint i = 0; i < 91; i++)
    {
      g_autoptr (QuadAccount) account = g_list_model_get_item (G_LIST_MODEL (accounts), i);
      QuadMoney revenue = quad_account_get_revenue (account);

      g_assert_cmpint (revenue, !=, QUAD_MONEY_UNKNOWN);
      total += revenue;
      top += revenue >= 1681710 ? revenue : 0;
    }
  g_assert_cmpfloat_with_epsilon ((double) top / (double) total, 0.673619, 5e-7);
}

static char *
make_text (gboolean many_lines)
{
  static const char *const bits[] = {
    "a", "Z", " ", "\"", ",", ";", "ü", "北", "😀", "=1+1", "-", "@", "+", "'", "\t", "|", "{", "}",
  };
  /* not a brace: an address that begins as JSON does is none */
  static const char *const starts[] = { "T", "ö", "=", "@", "+", "-", "'=", "''@", "+49 (40) ",
                                       "'" };
  GString *text = g_string_new (starts[g_test_rand_int_range (0, G_N_ELEMENTS (starts))]);
  int n = g_test_rand_int_range (0, 9);

  for (int i = 0; i < n; i++)
    {
      if (many_lines && g_test_rand_int_range (0, 6) == 0)
        g_string_append_c (text, '\n');
      g_string_append (text, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
    }
  g_string_append_c (text, 'x');
  g_strdelimit (text->str, many_lines ? "" : "\t", ' ');
  return g_string_free (text, FALSE);
}

static QuadAccount *
make_random_account (gint64 id)
{
  QuadRecord *values = quad_record_new (&quad_account_schema);

  for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
    {
      const QuadField *field = &quad_account_schema.fields[i];

      quad_record_clear (values, i);
      if (i != QUAD_ACCOUNT_NAME && field->kind != QUAD_KIND_WORD
          && g_test_rand_int_range (0, 3) == 0)
        continue;
      switch (field->kind)
        {
        case QUAD_KIND_TEXT:
        case QUAD_KIND_LINES:
          {
            g_autofree char *text = make_text (field->kind == QUAD_KIND_LINES);

            quad_record_take_text (values, i, quad_text_clean (text,
                                                               field->kind == QUAD_KIND_LINES));
          }
          break;
        case QUAD_KIND_MONEY:
          quad_record_set_number (values, i, g_test_rand_int_range (-99999, 99999999));
          break;
        case QUAD_KIND_DATE:
          quad_record_set_number (values, i, g_test_rand_int_range (700000, 750000));
          break;
        case QUAD_KIND_FLAG:
          quad_record_set_number (values, i, g_test_rand_int_range (0, 2));
          break;
        case QUAD_KIND_WORD:
          quad_record_set_number (values, i,
                                  g_test_rand_int_range (0, (int) field->words->n_values));
          break;
        case QUAD_KIND_TIME:
        case QUAD_KIND_NUMBER:
        case QUAD_KIND_LINK:
          break;
        }
    }
  return quad_account_new (id, values);
}

/* What is exported comes back as it was, in every currency. */
static void
test_round_trip (void)
{
  static const QuadCurrency currencies[] = { { "EUR", 2 }, { "JPY", 0 }, { "KWD", 3 } };
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("quad-export-XXXXXX.csv", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  close (fd);

  for (guint turn = 0; turn < 30; turn++)
    {
      const QuadCurrency *currency = &currencies[turn % G_N_ELEMENTS (currencies)];
      const QuadExportCsvOptions options = { ",;\t"[turn % 3 == 0 ? turn / 3 % 3 : 0],
                                             turn % 2 == 1 };
      g_autoptr (GListStore) accounts = g_list_store_new (QUAD_TYPE_ACCOUNT);
      g_autoptr (GListStore) again = NULL;
      g_autoptr (QuadImportSession) session = NULL;
      g_autoptr (GError) error = NULL;

      for (gint64 id = 1; id <= 20; id++)
        {
          g_autoptr (QuadAccount) account = make_random_account (id);

          g_list_store_append (accounts, account);
        }
      g_assert_true (quad_export_csv (G_LIST_MODEL (accounts), currency, &options, path, NULL,
                                      &error));
      g_assert_no_error (error);

      session = quad_import_session_open (path, currency, &error);
      g_assert_no_error (error);
      g_assert_true (quad_import_session_scan (session, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (quad_import_session_get_n_rejected (session), ==, 0);
      again = make_accounts (session);

      for (guint i = 0; i < 20; i++)
        {
          g_autoptr (QuadItem) before = g_list_model_get_item (G_LIST_MODEL (accounts), i);
          g_autoptr (QuadItem) after = g_list_model_get_item (G_LIST_MODEL (again), i);

          for (guint k = QUAD_ACCOUNT_NAME; k <= QUAD_ACCOUNT_EXTERNAL_ID; k++)
            {
              gboolean client = quad_tier_is_client (quad_account_get_tier (QUAD_ACCOUNT (before)));

              /* who is a client is one */
              if (k == QUAD_ACCOUNT_EVER_CLIENT && client)
                g_assert_cmpint (quad_item_get_number (after, k), ==, TRUE);
              else if (quad_record_differs (quad_item_get_values (before),
                                            quad_item_get_values (after), k))
                g_error ("%s differs", quad_account_schema.fields[k].name);
            }
        }
    }

  g_remove (path);
}

static void
test_text (void)
{
  g_autoptr (GListStore) accounts = g_list_store_new (QUAD_TYPE_ACCOUNT);
  QuadRecord *values = quad_record_new (&quad_account_schema);
  g_autoptr (QuadAccount) account = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
    quad_record_clear (values, i);
  quad_record_set_text (values, QUAD_ACCOUNT_NAME, "Smith, \"Sons\" & Co");
  quad_record_set_number (values, QUAD_ACCOUNT_TIER, QUAD_TIER_SECONDARY);
  quad_record_set_number (values, QUAD_ACCOUNT_PROFILE, QUAD_PROFILE_EXPAND);
  quad_record_set_number (values, QUAD_ACCOUNT_REVENUE, -120050);
  quad_record_set_number (values, QUAD_ACCOUNT_CLIENT_SINCE, quad_date_from_ymd (2020, 2, 29));
  quad_record_set_text (values, QUAD_ACCOUNT_ADDRESS, "1 Road\nTown");
  quad_record_set_text (values, QUAD_ACCOUNT_UID, "u-1");
  account = quad_account_new (1, values);
  g_list_store_append (accounts, account);

  text = quad_export_csv_to_text (G_LIST_MODEL (accounts), &euro, NULL);
  g_assert_cmpstr (text, ==,
                   "Name,Tier,Profile,Ever Client,Revenue,Revenue Before,Potential,Vertical,"
                   "Region,Size,Source,Website,Phone,Email,Address,Notes,Client Since,Lost On,"
                   "Lost Reason,Parked Reason,Revisit On,Decide By,External ID,Quadrille ID,"
                   "Currency\r\n"
                   "\"Smith, \"\"Sons\"\" & Co\",secondary,expand,no,-1200.50,,,,,,,,,,"
                   "\"1 Road\nTown\",,2020-02-29,,,,,,,u-1,EUR\r\n");
}

/* What a spreadsheet would run is defused; numbers and telephone numbers are left alone. */
static void
test_formulas (void)
{
  static const struct
  {
    const char *value;
    const char *written;
  } cases[] = {
    { "=1+1", "'=1+1" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "+cmd|'/c calc'!A0", "'+cmd|'/c calc'!A0" },
    { "-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0" },
    { "'=1", "''=1" },
    { "-12.50", "-12.50" },
    { "+49 (40) 123-45/6", "+49 (40) 123-45/6" },
    { "'tis", "'tis" },
    { "a=b", "a=b" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *written = quad_csv_defuse (cases[i].value);

      g_assert_cmpstr (written, ==, cases[i].written);
      g_assert_cmpstr (quad_csv_restore (written), ==, cases[i].value);
    }
}

/* What is cancelled leaves the file of that name as it was. */
static void
test_cancelled (void)
{
  const QuadCurrency currency = { "EUR", 2 };
  g_autoptr (GListStore) accounts = g_list_store_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (QuadAccount) account = make_random_account (1);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("quad-export-XXXXXX", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_list_store_append (accounts, account);
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < 3; i++)
    {
      GListModel *list = G_LIST_MODEL (accounts);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      gboolean done;

      if (i == 0)
        done = quad_export_csv (list, &currency, NULL, path, cancellable, &error);
      else if (i == 1)
        done = quad_export_xlsx (list, &currency, NULL, NULL, path, cancellable, &error);
      else
        done = quad_export_ics (nothing, path, cancellable, &error);
      g_assert_false (done);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, "before");
    }
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-csv/figures", test_figures);
  g_test_add_func ("/export-csv/round-trip", test_round_trip);
  g_test_add_func ("/export-csv/text", test_text);
  g_test_add_func ("/export-csv/formulas", test_formulas);
  g_test_add_func ("/export-csv/cancelled", test_cancelled);

  return g_test_run ();
}
