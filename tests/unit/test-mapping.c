/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

#include "quad-column-map.h"
#include "quad-list-format.h"
#include "quad-value-words.h"

static void
assert_role (const char     *name,
             QuadColumnRole  role)
{
  QuadColumnMeaning meaning;
  gboolean known = quad_column_name_lookup (name, &meaning);

  if (role == QUAD_COLUMN_NONE ? known : !known || meaning.role != role)
    g_error ("“%s” means %d, not %d", name, known ? (int) meaning.role : 0, (int) role);
}

static void
test_normalise (void)
{
  static const char *const pairs[][2] = {
    { "Account Name", "account name" }, { "BillingPostalCode", "billing postal code" },
    { "  # Employees ", "employees" },  { "E-mail 1 - Value", "e mail 1 value" },
    { "State/Province", "state province" }, { "Straße", "strasse" }, { "Société", "societe" },
    { "customer_id", "customer id" },   { "Umsatz (T€)", "umsatz t€" }, { "***", "" }, { "", "" },
    { "LinkedIn URL", "linkedin url" }, { "N° client", "n client" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *name = quad_column_name_normalise (pairs[i][0]);

      g_assert_cmpstr (name, ==, pairs[i][1]);
    }
}

/* Lists come in many languages: a header of each, and the field that it is known as. */
static void
test_languages (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "column-headers.tsv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 3);
      QuadColumnMeaning meaning;
      const char *name;

      g_assert_cmpuint (g_strv_length (fields), ==, 3);
      if (!quad_column_name_lookup (fields[1], &meaning))
        g_error ("“%s” is not known", fields[1]);
      name = quad_column_role_get_name (meaning.role);
      if (g_strcmp0 (name != NULL ? name : "-", fields[2]) != 0)
        g_error ("“%s” means %s, not %s", fields[1], name, fields[2]);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_names (void)
{
  assert_role ("Account Name", QUAD_COLUMN_COMPANY);
  assert_role ("Organization - Name*", QUAD_COLUMN_COMPANY);
  assert_role ("Firma", QUAD_COLUMN_COMPANY);
  assert_role ("RAISON SOCIALE", QUAD_COLUMN_COMPANY);
  assert_role ("Name", QUAD_COLUMN_NAME);
  assert_role ("Billing Code", QUAD_COLUMN_POSTAL_CODE);
  assert_role ("Address 1 - Region", QUAD_COLUMN_STATE);
  assert_role ("Region", QUAD_COLUMN_REGION);
  assert_role ("Rechnungsort", QUAD_COLUMN_CITY);
  assert_role ("City/town/village/locality of Address", QUAD_COLUMN_CITY);
  assert_role ("Organization - City/town/village/locality of Address", QUAD_COLUMN_CITY);
  assert_role ("Ville de facturation", QUAD_COLUMN_CITY);
  assert_role ("Main Phone #", QUAD_COLUMN_PHONE);
  assert_role ("Company Phone", QUAD_COLUMN_PHONE);
  assert_role ("websiteurl", QUAD_COLUMN_WEBSITE);
  assert_role ("telephone1", QUAD_COLUMN_PHONE);
  assert_role ("numberofemployees", QUAD_COLUMN_SIZE);
  assert_role ("Tier__c", QUAD_COLUMN_TIER);
  assert_role ("Revenue (USD)", QUAD_COLUMN_REVENUE);
  assert_role ("Umsatz in T€", QUAD_COLUMN_REVENUE);
  assert_role ("2025 Revenue", QUAD_COLUMN_REVENUE);
  assert_role ("CA HT 2024", QUAD_COLUMN_REVENUE);
}

/* Names that hold a known word and mean something else, or the opposite. */
static void
test_other_names (void)
{
  static const char *const names[] = {
    "Email Opt Out", "Do Not Call", "HasOptedOutOfEmail", "Email Bounced", "Email Status",
    "Parent Account", "Parent Account ID", "Parent Company", "ParentId", "parent_id/id",
    "state_id/id", "Account Owner", "Owner", "Company owner", "Account Site", "Billing Latitude",
    "BillingGeocodeAccuracy", "Home City", "Home Street", "Other Street", "E-mail 1 - Type",
    "Phone 1 - Label", "Phonetic First Name", "Yomi Name", "Row Checksum",
    "(Do Not Modify) Row Checksum", "(Do Not Modify) Modified On", "Created Date", "Create Date",
    "CreatedDate", "Last Activity Date", "Number of Opportunities", "Fax", "Ticker Symbol",
    "SIC Code", "Connected On", "Birthday", "Assistant's Phone", "Spouse", "Company Linkedin Url",
    "Ideal Customer Profile Tier", "Target Account", "Organization - Owner", "Exchange Rate",
    "Rejected Row", "Rejected Column", "Reason Rejected", "", " ", "-", "Kundenbetreuer",
    "Umsatzsteuer-ID", "vat", "Tax ID", "customer_rank", "donotemail", "DoNotCall", "Fax Opt Out",
    "Unsubscribed from all email", "Invalid Email", "Bounced Email", "Do not allow Emails",
    "Not a Customer", "No Phone", "Former Employer", "Previous Company", "Lost Revenue",
    "When exporting your connection data, you may notice that some of the email addresses are "
    "missing.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_role (names[i], QUAD_COLUMN_NONE);
}

static void
assert_guess (const char     *headers,
              QuadColumnRole  role,
              int             column)
{
  g_auto (GStrv) names = g_strsplit (headers, ";", -1);
  QuadColumnMap map;

  quad_column_map_guess (&map, (const char *const *) names, g_strv_length (names));
  if (map.columns[role] != column)
    g_error ("%s: role %d is in column %d, not %d", headers, (int) role, map.columns[role],
             column);
}

static void
test_choices (void)
{
  /* the invoice's address before the warehouse's, never a mixture */
  assert_guess ("Name;Shipping City;Shipping Street;Billing City", QUAD_COLUMN_CITY, 3);
  assert_guess ("Name;Shipping City;Shipping Street;Billing City", QUAD_COLUMN_STREET, -1);
  assert_guess ("Name;Shipping City;Shipping Country", QUAD_COLUMN_CITY, 1);
  assert_guess ("Name;Address;Street;City", QUAD_COLUMN_ADDRESS, -1);
  assert_guess ("Name;Address;City", QUAD_COLUMN_ADDRESS, 1);

  /* the rep's revenue before the account's own turnover */
  assert_guess ("Name;Annual Revenue;Revenue", QUAD_COLUMN_REVENUE, 2);
  assert_guess ("Name;Annual Revenue", QUAD_COLUMN_REVENUE, 1);
  assert_guess ("Name;Revenue;Revenue Last 12 Months", QUAD_COLUMN_REVENUE, 2);

  /* years */
  assert_guess ("Name;Umsatz 2023;Umsatz 2025;Umsatz 2024", QUAD_COLUMN_REVENUE, 2);
  assert_guess ("Name;Umsatz 2023;Umsatz 2025;Umsatz 2024", QUAD_COLUMN_REVENUE_BEFORE, 3);
  assert_guess ("Name;Umsatz 2022;Umsatz 2025", QUAD_COLUMN_REVENUE_BEFORE, -1);

  /* whose name? */
  assert_guess ("Name;Revenue", QUAD_COLUMN_COMPANY, 0);
  assert_guess ("Name;Company", QUAD_COLUMN_COMPANY, 1);
  assert_guess ("Name;Company", QUAD_COLUMN_CONTACT_NAME, 0);
  assert_guess ("Kunde;Name;Umsatz", QUAD_COLUMN_COMPANY, 1);
  assert_guess ("Kunde;Umsatz", QUAD_COLUMN_COMPANY, 0);
  assert_guess ("Client;Nom;Prénom;CA", QUAD_COLUMN_COMPANY, 0);
  assert_guess ("Client;Nom;Prénom;CA", QUAD_COLUMN_LAST_NAME, 1);
  assert_guess ("Nombre;Apellidos;Empresa", QUAD_COLUMN_FIRST_NAME, 0);
  assert_guess ("First Name;Last Name;Email", QUAD_COLUMN_COMPANY, -1);

  /* identifiers */
  assert_guess ("Name;Account Number;Account ID", QUAD_COLUMN_EXTERNAL_ID, 2);
  assert_guess ("Id;Name;External ID", QUAD_COLUMN_EXTERNAL_ID, 2);
  assert_guess ("First Name;Last Name;Company;Record ID", QUAD_COLUMN_EXTERNAL_ID, -1);
  assert_guess ("First Name;Last Name;Company;Account ID", QUAD_COLUMN_EXTERNAL_ID, 3);

  /* the same name twice: the first */
  assert_guess ("Name;Phone;Phone", QUAD_COLUMN_PHONE, 1);
  assert_guess ("Name;Mobile;Phone", QUAD_COLUMN_PHONE, 2);
}

static gboolean
lists_people (const char *headers)
{
  g_auto (GStrv) names = g_strsplit (headers, ";", -1);
  QuadColumnMap map;

  quad_column_map_guess (&map, (const char *const *) names, g_strv_length (names));
  return map.is_people;
}

static void
test_people (void)
{
  g_assert_true (lists_people ("First Name;Last Name;Company"));
  g_assert_true (lists_people ("Firma;Vorname;Nachname;E-Mail"));
  g_assert_true (lists_people ("First Name;Last Name;Company;Annual Revenue"));
  g_assert_false (lists_people ("Company;Contact Name;Email"));
  g_assert_false (lists_people ("Company;Contact First Name;Contact Last Name"));
  g_assert_false (lists_people ("Firma;Vorname;Nachname;Umsatz"));
  g_assert_false (lists_people ("First Name;Last Name"));
}

static void
test_decisions (void)
{
  const char *const names[] = { "Name", "Betrag in T€", "Foo" };
  QuadColumnMap map;

  quad_column_map_guess (&map, names, G_N_ELEMENTS (names));
  g_assert_cmpint (map.columns[QUAD_COLUMN_REVENUE], ==, 1);
  g_assert_cmpint (map.exponents[QUAD_COLUMN_REVENUE], ==, 3);

  quad_column_map_set (&map, QUAD_COLUMN_POTENTIAL, 1, names[1]);
  g_assert_cmpint (map.columns[QUAD_COLUMN_POTENTIAL], ==, 1);
  g_assert_cmpint (map.columns[QUAD_COLUMN_REVENUE], ==, -1);
  g_assert_cmpint (map.exponents[QUAD_COLUMN_POTENTIAL], ==, 3);
  g_assert_true (map.is_decided[QUAD_COLUMN_POTENTIAL]);

  quad_column_map_set (&map, QUAD_COLUMN_POTENTIAL, QUAD_NO_COLUMN, NULL);
  g_assert_false (quad_column_map_has (&map, QUAD_COLUMN_POTENTIAL));
}

static void
test_role_names (void)
{
  QuadColumnRole role;

  g_assert_true (quad_column_role_from_name ("revenue-before", &role));
  g_assert_cmpint (role, ==, QUAD_COLUMN_REVENUE_BEFORE);
  g_assert_true (quad_column_role_from_name ("Revenue_Before", &role));
  g_assert_cmpint (role, ==, QUAD_COLUMN_REVENUE_BEFORE);
  g_assert_true (quad_column_role_from_name ("name", &role));
  g_assert_cmpint (role, ==, QUAD_COLUMN_COMPANY);
  g_assert_false (quad_column_role_from_name ("revenues", &role));
  g_assert_false (quad_column_role_from_name ("", &role));
}

static void
assert_tier (const char *text,
             QuadTier    tier,
             gboolean    ever_client)
{
  QuadTierWord word;

  g_test_message ("%s", text);
  g_assert_true (quad_tier_word_lookup (text, &word));
  g_assert_cmpint (word.tier, ==, tier);
  g_assert_cmpint (word.ever_client, ==, ever_client);
}

static void
test_tier_words (void)
{
  static const char *const unknown[] = {
    "Partner", "Technology Partner", "Competitor", "Supplier", "Other", "Lieferant", "Sonstige",
    "not a customer", "kein Kunde", "", "?", "Customer; Hot lead", "Customer, Partner", "1",
  };
  QuadTierWord word;

  for (guint i = 0; i < QUAD_N_TIERS; i++)
    assert_tier (quad_tier_get_nick ((QuadTier) i), (QuadTier) i,
                 quad_tier_is_client ((QuadTier) i));

  assert_tier ("Key Account", QUAD_TIER_KEY, TRUE);
  assert_tier ("A-Kunde", QUAD_TIER_KEY, TRUE);
  assert_tier ("Customer - Direct", QUAD_TIER_SECONDARY, TRUE);
  assert_tier ("BESTANDSKUNDE", QUAD_TIER_SECONDARY, TRUE);
  assert_tier ("Prospect", QUAD_TIER_LEAD, FALSE);
  assert_tier ("Marketing Qualified Lead", QUAD_TIER_LEAD, FALSE);
  assert_tier ("marketingqualifiedlead", QUAD_TIER_LEAD, FALSE);
  assert_tier ("Opportunité", QUAD_TIER_IDEAL, FALSE);
  assert_tier ("Ancien client", QUAD_TIER_LEAD, TRUE);
  assert_tier ("Customer, client", QUAD_TIER_SECONDARY, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_test_message ("%s", unknown[i]);
      g_assert_false (quad_tier_word_lookup (unknown[i], &word));
    }
}

static void
test_other_words (void)
{
  QuadProfile profile;
  gboolean flag;

  for (guint i = 0; i < QUAD_N_PROFILES; i++)
    {
      g_assert_true (quad_profile_word_lookup (quad_profile_get_nick ((QuadProfile) i), &profile));
      g_assert_cmpint (profile, ==, (int) i);
    }
  g_assert_true (quad_profile_word_lookup ("R", &profile));
  g_assert_cmpint (profile, ==, QUAD_PROFILE_RECAPTURE);
  g_assert_true (quad_profile_word_lookup ("Ausbauen", &profile));
  g_assert_cmpint (profile, ==, QUAD_PROFILE_EXPAND);
  g_assert_false (quad_profile_word_lookup ("Hotel", &profile));

  g_assert_true (quad_flag_word_lookup ("Oui", &flag) && flag);
  g_assert_true (quad_flag_word_lookup ("FALSE", &flag) && !flag);
  g_assert_false (quad_flag_word_lookup ("maybe", &flag));
}

static void
assert_format (const char *text,
               char        separator,
               guint       header_row,
               const char *headers)
{
  QuadListFormat format;
  g_autofree char *joined = NULL;

  quad_list_format_sniff (&format, '\0', text, strlen (text), TRUE, 0);
  joined = format.headers != NULL ? g_strjoinv ("·", format.headers) : g_strdup ("");
  g_assert_cmpstr (joined, ==, headers);
  g_assert_cmpint (format.separator, ==, separator);
  g_assert_cmpuint (format.header_row, ==, header_row);
  quad_list_format_clear (&format);
  g_assert_null (format.headers);
}

static void
test_formats (void)
{
  assert_format ("Name,Revenue\nA,1\n", ',', 1, "Name·Revenue");
  assert_format ("Name;Umsatz\nMüller, Bau, Holz;1,5\nB, C;2,5\n", ';', 1, "Name·Umsatz");
  assert_format ("Name;Umsatz, netto\nA;1,5\n", ';', 1, "Name·Umsatz, netto");
  assert_format ("Name\tRevenue\nA, B\t1\nC\t2,5\n", '\t', 1, "Name·Revenue");
  assert_format ("Name|Revenue\nA|1\n", '|', 1, "Name·Revenue");
  assert_format ("Name\nAcme, Inc\nBeta\n", ',', 1, "Name");
  assert_format ("sep=;\r\nName;Revenue\r\nA;1\r\n", ';', 2, "Name·Revenue");
  assert_format ("\n\nName,Revenue\nA,1\n", ',', 3, "Name·Revenue");
  assert_format ("Report of, May\n\nCompany,Phone,City\nA,1,B\nC,2,D\n", ',', 3,
                 "Company·Phone·City");
  assert_format ("\"Na\nme\",Revenue\n\"A\n,;\",1\n", ',', 1, "Na me·Revenue");

  /* names in a language that is not known */
  assert_format ("yritys;liikevaihto\nA;1,5\nB;2,5\n", ';', 1, "yritys·liikevaihto");

  /* nothing there */
  assert_format ("\n \n,,,\n", ',', 0, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mapping/normalise", test_normalise);
  g_test_add_func ("/mapping/names", test_names);
  g_test_add_func ("/mapping/languages", test_languages);
  g_test_add_func ("/mapping/other-names", test_other_names);
  g_test_add_func ("/mapping/choices", test_choices);
  g_test_add_func ("/mapping/people", test_people);
  g_test_add_func ("/mapping/decisions", test_decisions);
  g_test_add_func ("/mapping/role-names", test_role_names);
  g_test_add_func ("/mapping/tier-words", test_tier_words);
  g_test_add_func ("/mapping/other-words", test_other_words);
  g_test_add_func ("/mapping/formats", test_formats);

  return g_test_run ();
}
