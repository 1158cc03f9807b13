/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "quad-account-view.h"
#include "quad-error.h"
#include "quad-text.h"

static QuadRecord *
make_values (const char *name,
             QuadTier    tier,
             QuadMoney   revenue)
{
  QuadRecord *values = quad_record_new (&quad_account_schema);

  quad_record_set_text (values, QUAD_ACCOUNT_NAME, name);
  quad_record_take_text (values, QUAD_ACCOUNT_NAME_FOLDED, quad_text_fold (name));
  quad_record_set_number (values, QUAD_ACCOUNT_TIER, tier);
  quad_record_set_number (values, QUAD_ACCOUNT_REVENUE, revenue);
  return values;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_record (void)
{
  g_autoptr (QuadRecord) record = quad_record_new (&quad_account_schema);
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_account_schema);
  g_autoptr (QuadRecord) copy = NULL;

  g_assert_true (quad_record_is_empty (record));
  g_assert_cmpint (quad_record_get_number (record, QUAD_ACCOUNT_REVENUE), ==, QUAD_MONEY_UNKNOWN);
  quad_record_set_text (record, QUAD_ACCOUNT_NAME, "Acme");
  quad_record_set_text (record, QUAD_ACCOUNT_REGION, "");
  g_assert_true (quad_record_has (record, QUAD_ACCOUNT_REGION));
  g_assert_null (quad_record_get_text (record, QUAD_ACCOUNT_REGION));

  quad_record_set_number (edits, QUAD_ACCOUNT_REVENUE, 500);
  quad_record_apply (record, edits);
  g_assert_cmpint (quad_record_get_number (record, QUAD_ACCOUNT_REVENUE), ==, 500);
  g_assert_cmpstr (quad_record_get_text (record, QUAD_ACCOUNT_NAME), ==, "Acme");

  copy = quad_record_copy (record);
  for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
    g_assert_false (quad_record_differs (record, copy, i));
  quad_record_unset (copy, QUAD_ACCOUNT_REVENUE);
  g_assert_false (quad_record_has (copy, QUAD_ACCOUNT_REVENUE));
  g_assert_true (quad_record_differs (record, copy, QUAD_ACCOUNT_REVENUE));

  quad_record_complete (copy);
  for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
    {
      g_assert_true (quad_record_has (copy, i));
      g_assert_cmpint (quad_record_differs (record, copy, i), ==, i == QUAD_ACCOUNT_REVENUE);
    }
  g_assert_cmpint (quad_record_get_number (copy, QUAD_ACCOUNT_REVENUE), ==, QUAD_MONEY_UNKNOWN);
}

static void
test_record_check (void)
{
  g_autofree char *endless = g_strnfill (2000, 'x');
  static const struct { guint field; gint64 number; } wrong_numbers[] = {
    { QUAD_ACCOUNT_REVENUE, QUAD_MONEY_LIMIT + 1 }, { QUAD_ACCOUNT_TIER, QUAD_N_TIERS },
    { QUAD_ACCOUNT_PROFILE, -1 }, { QUAD_ACCOUNT_EVER_CLIENT, 2 },
    { QUAD_ACCOUNT_CLIENT_SINCE, -3 }, { QUAD_ACCOUNT_CREATED_AT, -1 },
  };
  const char *const wrong_names[] = { NULL, "  ", "\xff\xfe", endless };

  for (guint i = 0; i < G_N_ELEMENTS (wrong_numbers); i++)
    {
      g_autoptr (QuadRecord) record = quad_record_new (&quad_account_schema);
      g_autoptr (GError) error = NULL;

      quad_record_set_number (record, wrong_numbers[i].field, wrong_numbers[i].number);
      g_assert_false (quad_record_check (record, &error));
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong_names); i++)
    {
      g_autoptr (QuadRecord) record = quad_record_new (&quad_account_schema);
      g_autoptr (GError) error = NULL;

      quad_record_set_text (record, QUAD_ACCOUNT_NAME, wrong_names[i]);
      g_assert_false (quad_record_check (record, &error));
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
    }
}

static void
test_schema (void)
{
  guint field;

  g_assert_true (quad_schema_find (&quad_account_schema, "client_since", &field));
  g_assert_cmpuint (field, ==, QUAD_ACCOUNT_CLIENT_SINCE);
  g_assert_true (quad_schema_find (&quad_account_schema, "name-folded", &field));
  g_assert_cmpuint (field, ==, QUAD_ACCOUNT_NAME_FOLDED);
  g_assert_false (quad_schema_find (&quad_account_schema, "colour", &field));
}

static void
test_assign (void)
{
  QuadAccount *account = quad_account_new (7, make_values ("Zürich Re", QUAD_TIER_LEAD, 5));
  guint revenue = 0, name = 0, tier = 0;
  gint64 seen;

  g_signal_connect_swapped (account, "notify::revenue", G_CALLBACK (count_cb), &revenue);
  g_signal_connect_swapped (account, "notify::name", G_CALLBACK (count_cb), &name);
  g_signal_connect_swapped (account, "notify::tier", G_CALLBACK (count_cb), &tier);
  g_assert_cmpstr (quad_account_get_search_text (account), ==, "zurich re");

  g_assert_false (quad_item_assign (QUAD_ITEM (account),
                                    make_values ("Zürich Re", QUAD_TIER_LEAD, 5)));
  g_assert_cmpuint (revenue + name + tier, ==, 0);
  g_assert_true (quad_item_assign (QUAD_ITEM (account),
                                   make_values ("Basel Re", QUAD_TIER_LEAD, 6)));
  g_assert_cmpuint (revenue, ==, 1);
  g_assert_cmpuint (name, ==, 1);
  g_assert_cmpuint (tier, ==, 0);
  g_assert_cmpstr (quad_account_get_search_text (account), ==, "basel re");
  g_object_get (account, "revenue", &seen, NULL);
  g_assert_cmpint (seen, ==, 6);
  g_assert_finalize_object (account);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GListStore *copy)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    g_ptr_array_add (items, g_list_model_get_item (model, position + i));
  g_list_store_splice (copy, position, removed, items->pdata, added);
}

static void
assert_same (GListModel *model,
             GListStore *copy)
{
  g_assert_cmpuint (g_list_model_get_n_items (model), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (copy)));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) a = g_list_model_get_item (model, i);
      g_autoptr (GObject) b = g_list_model_get_item (G_LIST_MODEL (copy), i);

      g_assert_true (a == b);
    }
}

static void
assert_sorted_and_complete (QuadAccountView *view,
                            QuadItemList    *accounts)
{
  guint matching = 0;

  for (guint i = 0; i < quad_item_list_get_size (accounts); i++)
    {
      QuadAccount *account = quad_item_list_peek (accounts, i);
      gboolean matches = quad_account_view_matches (view, account);

      g_assert_true (quad_account_view_find (view, account, NULL) == matches);
      matching += matches;
    }
  g_assert_cmpuint (matching, ==, g_list_model_get_n_items (G_LIST_MODEL (view)));
  for (guint i = 1; i < matching; i++)
    {
      g_autoptr (QuadAccount) a = g_list_model_get_item (G_LIST_MODEL (view), i - 1);
      g_autoptr (QuadAccount) b = g_list_model_get_item (G_LIST_MODEL (view), i);
      QuadMoney revenue_a = quad_account_get_revenue (a);
      QuadMoney revenue_b = quad_account_get_revenue (b);

      if (revenue_a != QUAD_MONEY_UNKNOWN && revenue_b != QUAD_MONEY_UNKNOWN)
        g_assert_cmpint (revenue_a, >=, revenue_b);
      g_assert_false (revenue_a == QUAD_MONEY_UNKNOWN && revenue_b != QUAD_MONEY_UNKNOWN);
    }
}

static QuadRecord *
random_values (void)
{
  static const char *const words[] = { "Acme", "Zürich", "Ärzte", "beta", "Ölwerk", "Nord" };
  g_autofree char *name = g_strdup_printf ("%s %s %d",
                                           words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
                                           words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
                                           g_test_rand_int_range (0, 20));

  return make_values (name, (QuadTier) g_test_rand_int_range (0, QUAD_N_TIERS),
                      g_test_rand_int_range (0, 4) == 0 ? QUAD_MONEY_UNKNOWN
                                                        : g_test_rand_int_range (-5, 50));
}

static void
take_random (QuadItemList *accounts,
             GPtrArray    *items)
{
  guint n = (guint) g_test_rand_int_range (1, 4);

  for (guint i = 0; i < n && quad_item_list_get_size (accounts) > 0; i++)
    {
      gpointer item = quad_item_list_peek (
        accounts, (guint) g_test_rand_int_range (0, (gint) quad_item_list_get_size (accounts)));

      if (!g_ptr_array_find (items, item, NULL))
        g_ptr_array_add (items, g_object_ref (item));
    }
}

/* The view after any mix of changes is what a view made anew shows, and its signals tell the
 * whole story. */
static void
test_view_random (void)
{
  g_autoptr (QuadItemList) accounts = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (QuadAccountView) view = quad_account_view_new (accounts);
  g_autoptr (GListStore) copy = g_list_store_new (QUAD_TYPE_ACCOUNT);
  static const char *const searches[] = { "", "zurich", "ACME nord", "1", "nothing like it" };
  gint64 next_id = 1;

  quad_account_view_set_order (view, QUAD_ACCOUNT_ORDER_REVENUE, TRUE);
  g_signal_connect (view, "items-changed", G_CALLBACK (items_changed_cb), copy);
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

      switch (g_test_rand_int_range (0, 6))
        {
        case 0:
        case 1:
          for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
            g_ptr_array_add (items, quad_account_new (next_id++, random_values ()));
          quad_item_list_add (accounts, items);
          break;
        case 2:
          take_random (accounts, items);
          quad_item_list_remove (accounts, items);
          break;
        case 3:
          take_random (accounts, items);
          for (guint i = 0; i < items->len; i++)
            quad_item_assign (items->pdata[i], random_values ());
          quad_item_list_changed (accounts, items);
          break;
        case 4:
          quad_account_view_set_search (view, searches[g_test_rand_int_range (0, 5)]);
          break;
        default:
          quad_account_view_set_tiers (view, (guint) g_test_rand_int_range (0, 32));
          break;
        }
      assert_same (G_LIST_MODEL (view), copy);
      assert_sorted_and_complete (view, accounts);
    }
}

static void
test_identity (void)
{
  g_autoptr (QuadItemList) accounts = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *others = g_ptr_array_new ();

  g_ptr_array_add (first, quad_account_new (3, make_values ("A", QUAD_TIER_KEY, 1)));
  quad_item_list_add (accounts, first);
  g_assert_true (quad_item_list_lookup (accounts, 3) == first->pdata[0]);
  g_assert_null (quad_item_list_lookup (accounts, 4));

  g_ptr_array_add (others, quad_account_new (4, make_values ("B", QUAD_TIER_KEY, 1)));
  quad_item_list_replace (accounts, others);
  g_assert_null (quad_item_list_lookup (accounts, 3));
  g_assert_nonnull (quad_item_list_lookup (accounts, 4));
  quad_item_list_remove (accounts, others);
  g_assert_cmpuint (quad_item_list_get_size (accounts), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&accounts));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/values", test_record);
  g_test_add_func ("/record/check", test_record_check);
  g_test_add_func ("/record/schema", test_schema);
  g_test_add_func ("/item/assign", test_assign);
  g_test_add_func ("/list/identity", test_identity);
  g_test_add_func ("/view/random", test_view_random);
  return g_test_run ();
}
