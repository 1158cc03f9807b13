/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-duplicates.h"

#include <string.h>

#include "quad-duplicate-keys.h"
#include "quad-test-accounts.h"

typedef struct
{
  const char *name;
  const char *website;
  const char *phone;
} Side;

static QuadAccount *
add (QuadItemList *list,
     const Side   *side)
{
  gint64 id = quad_item_list_get_size (list) + 1;
  QuadRecord *values = quad_test_account_values (side->name, QUAD_TIER_LEAD, QUAD_PROFILE_NONE,
                                                 QUAD_MONEY_UNKNOWN);
  QuadAccount *account;

  quad_record_set_text (values, QUAD_ACCOUNT_WEBSITE, side->website);
  quad_record_set_text (values, QUAD_ACCOUNT_PHONE, side->phone);
  account = quad_account_new (id, values);
  quad_test_list_add (list, account);

  return account;
}

/* What the list says about two accounts: the reasons, or "-". */
static char *
explain (const Side *a,
         const Side *b)
{
  g_autoptr (QuadItemList) list = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (GPtrArray) found = NULL;
  g_auto (GStrv) reasons = NULL;

  add (list, a);
  add (list, b);
  found = quad_duplicates_find (list, NULL, NULL);
  g_assert_cmpuint (found->len, <=, 1);
  if (found->len == 0)
    return g_strdup ("-");
  reasons = quad_duplicate_list_reasons (found->pdata[0]);

  return g_strjoinv ("; ", reasons);
}

static void
test_reasons (void)
{
  static const struct
  {
    Side        a;
    Side        b;
    const char *reasons;
  } cases[] = {
    { { "Acme Inc." }, { "ACME" }, "Same name" },
    { { "Acme Inc." }, { "Acme GmbH" }, "Same name, other legal form" },
    { { "Müller & Söhne GmbH & Co. KG" }, { "Muller und Sohne" }, "Same name" },
    { { "The Hotel Astoria" }, { "Astoria, Hotel" }, "Same words in the name" },
    { { "Sable Ceramics s.r.o." }, { "Sable Ceramics SRO" }, "Same name" },
    { { "Quayside Hotels" }, { "Quayside Hotel" }, "Names differ by one letter" },
    { { "Quayside Hotels" }, { "Quaysdie Hotels" }, "Names differ by one letter" },
    { { "Brightwater Dairy" }, { "Brihgtwater Diary" }, "Names differ by 2 letters" },
    { { "Brightwater Dairy" }, { "Bright Water Dairy" }, "Names differ by one letter" },
    { { "Northwind Traders" }, { "Southwind Traders" }, "-" },
    { { "Tesla" }, { "Tesca" }, "-" },
    { { "Terminal 1 Fuels" }, { "Terminal 2 Fuels" }, "-" },
    { { "Dock A Storage" }, { "Dock B Storage" }, "-" },
    { { "Кораблестроение" }, { "Кораблестроенне" }, "Names differ by one letter" },
    { { "Acme", "https://www.acme.com/en" }, { "Zebra Ltd", "acme.com" },
      "Same web domain: acme.com" },
    { { "Acme", "linkedin.com/acme" }, { "Zebra Ltd", "linkedin.com/zebra" }, "-" },
    { { "Acme", NULL, "+44 (0)20 7946 0018" }, { "Zebra", NULL, "020 7946-0018 ext. 7" },
      "Same phone number" },
    { { "Acme", NULL, "0049 30 901820" }, { "Zebra", NULL, "030/901820" }, "Same phone number" },
    { { "Acme", NULL, "(555) 123-4567" }, { "Zebra", NULL, "1-555-123-4567" },
      "Same phone number" },
    { { "Acme", NULL, "+44 20 7946 0018" }, { "Zebra", NULL, "+49 20 7946 0018" }, "-" },
    { { "Acme", NULL, "0000000000" }, { "Zebra", NULL, "0000000000" }, "-" },
    { { "Acme", NULL, "n/a" }, { "Zebra", NULL, "112" }, "-" },
    { { "Acme AG", "acme.com", "020 7946 0018" }, { "Acme", "www.acme.com", "020 79460018" },
      "Same name; Same web domain: acme.com; Same phone number" },
    { { "Quayside Hotels", "quayside.com" }, { "Quayside Hotel", "quayside-inn.com" }, "-" },
    { { "GmbH" }, { "AG" }, "-" },
    { { "!!!" }, { "Acme" }, "-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *there = explain (&cases[i].a, &cases[i].b);
      g_autofree char *back = explain (&cases[i].b, &cases[i].a);

      g_assert_cmpstr (there, ==, cases[i].reasons);
      g_assert_cmpstr (back, ==, cases[i].reasons);
    }
}

static void
test_mailboxes (void)
{
  g_autoptr (QuadItemList) list = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  const char *emails[] = { "a@gmail.com", "b@gmail.com", "a@acme.com", "b@acme.com" };
  g_autoptr (GPtrArray) found = NULL;
  const QuadDuplicate *duplicate;

  for (guint i = 0; i < G_N_ELEMENTS (emails); i++)
    {
      g_autofree char *name = g_strdup_printf ("%c", 'A' + i);
      QuadRecord *values = quad_test_account_values (name, QUAD_TIER_LEAD, QUAD_PROFILE_NONE, 0);

      quad_record_set_text (values, QUAD_ACCOUNT_EMAIL, emails[i]);
      quad_test_list_add (list, quad_account_new (i + 1, values));
    }
  found = quad_duplicates_find (list, NULL, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  duplicate = found->pdata[0];
  g_assert_cmpstr (duplicate->domain, ==, "acme.com");
  g_assert_cmpstr (quad_account_get_name (duplicate->account), ==, "C");
}

static gboolean
is_apart (QuadAccount *account,
          QuadAccount *other,
          gpointer     user_data)
{
  return quad_account_get_id (account) + quad_account_get_id (other) == GPOINTER_TO_INT (user_data);
}

/* More signs come first; who said that two are not one is believed. */
static void
test_order (void)
{
  static const Side sides[] = {
    { "Acme Inc", "acme.com", "020 7946 0018" }, { "Acme", "acme.com", NULL },
    { "Zebra", NULL, "020 7946 0018" },
  };
  g_autoptr (QuadItemList) list = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (GPtrArray) found = NULL;
  const QuadDuplicate *first, *second;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    add (list, &sides[i]);

  found = quad_duplicates_find (list, NULL, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  first = found->pdata[0];
  second = found->pdata[1];
  g_assert_cmpuint (first->confidence, >, second->confidence);
  g_assert_cmpuint (first->signs, ==, QUAD_DUPLICATE_NAME | QUAD_DUPLICATE_DOMAIN);
  g_assert_cmpstr (quad_duplicate_get_likelihood (first), ==, "Very likely");
  g_assert_cmpstr (quad_duplicate_get_likelihood (second), ==, "Possible");

  g_clear_pointer (&found, g_ptr_array_unref);
  found = quad_duplicates_find (list, is_apart, GINT_TO_POINTER (1 + 2));
  g_assert_cmpuint (found->len, ==, 1);
  second = found->pdata[0];
  g_assert_cmpuint (second->signs, ==, QUAD_DUPLICATE_PHONE);
}

static void
test_kept (void)
{
  g_autoptr (QuadAccount) lead = quad_test_account_new (1, "Acme", QUAD_TIER_LEAD, 1);
  g_autoptr (QuadAccount) key = quad_test_account_new (2, "Acme", QUAD_TIER_KEY, 1);
  g_autoptr (QuadAccount) bare = quad_test_account_new (3, "Acme", QUAD_TIER_LEAD,
                                                        QUAD_MONEY_UNKNOWN);
  g_autoptr (QuadAccount) later = quad_test_account_new (4, "Acme", QUAD_TIER_LEAD, 1);

  g_assert_true (quad_duplicates_should_keep (key, lead));
  g_assert_false (quad_duplicates_should_keep (lead, key));
  g_assert_true (quad_duplicates_should_keep (lead, bare));
  g_assert_true (quad_duplicates_should_keep (lead, later));
  g_assert_false (quad_duplicates_should_keep (later, lead));
}

/* A domain of a whole group says nothing, a name that many have pairs the first with each. */
static void
test_many (void)
{
  g_autoptr (QuadItemList) list = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Works %u", i);
      const Side side = { name, "group.com", NULL }, same = { "Sparkasse", NULL, NULL };

      add (list, &side);
      add (list, &same);
    }
  found = quad_duplicates_find (list, NULL, NULL);
  g_assert_cmpuint (found->len, ==, 39);
}

/* One or two slips, as a person makes them. */
static char *
spoil (GRand      *rand,
       const char *name)
{
  GString *spoilt = g_string_new (name);

  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    {
      gsize at = (gsize) g_rand_int_range (rand, 1, (int) spoilt->len - 1);
      char letter = (char) g_rand_int_range (rand, 'a', 'z' + 1);

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          g_string_erase (spoilt, (gssize) at, 1);
          break;
        case 1:
          g_string_insert_c (spoilt, (gssize) at, letter);
          break;
        case 2:
          spoilt->str[at] = letter;
          break;
        default:
          letter = spoilt->str[at];
          spoilt->str[at] = spoilt->str[at - 1];
          spoilt->str[at - 1] = letter;
        }
    }

  return g_string_free (spoilt, FALSE);
}

static gboolean
finds (const char *name,
       const char *other)
{
  const Side a = { name, NULL, NULL }, b = { other, NULL, NULL };
  g_autofree char *reasons = explain (&a, &b);

  return strcmp (reasons, "-") != 0;
}

/* What is found among many is what is found when each is held against each. */
static void
test_complete (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261121);
  g_autoptr (QuadItemList) list = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (guint i = 0; i < 16; i++)
    {
      char letters[24];
      int length = g_rand_int_range (rand, 7, 20);

      for (int k = 0; k < length; k++)
        letters[k] = (char) g_rand_int_range (rand, 'a', 'e');
      letters[length] = '\0';
      g_ptr_array_add (names, g_strdup (letters));
      for (guint k = 0; k < 3; k++)
        g_ptr_array_add (names, spoil (rand, letters));
    }
  for (guint i = 0; i < names->len; i++)
    {
      const Side side = { names->pdata[i], NULL, NULL };

      add (list, &side);
      for (guint k = 0; k < i; k++)
        n += finds (names->pdata[k], names->pdata[i]);
    }
  found = quad_duplicates_find (list, NULL, NULL);
  g_assert_cmpuint (n, >, 20);
  g_assert_cmpuint (found->len, ==, n);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/duplicates/reasons", test_reasons);
  g_test_add_func ("/duplicates/mailboxes", test_mailboxes);
  g_test_add_func ("/duplicates/order", test_order);
  g_test_add_func ("/duplicates/kept", test_kept);
  g_test_add_func ("/duplicates/many", test_many);
  g_test_add_func ("/duplicates/complete", test_complete);

  return g_test_run ();
}
