/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "quad-account-rows.h"
#include "quad-text.h"

/* Filters by value, and groups with their headings. */

static const char *const verticals[] = {
  NULL, "Healthcare", "healthcare", "Zürich", "ZURICH", "Food & Drink <b>", "  ", "Älg",
};

static const char *const sizes[] = {
  NULL, "9", "310 people", "1,200", "1.200 Leute", "50-249", "> 1000", "large", "Large", "10",
  "249", "250", "12,5",
};

static QuadRecord *
make_random_values (void)
{
  QuadRecord *values = quad_record_new (&quad_account_schema);
  g_autofree char *name = g_strdup_printf ("Account %d", g_test_rand_int_range (0, 50));

  quad_record_set_text (values, QUAD_ACCOUNT_NAME, name);
  quad_record_take_text (values, QUAD_ACCOUNT_NAME_FOLDED, quad_text_fold (name));
  quad_record_set_number (values, QUAD_ACCOUNT_TIER, g_test_rand_int_range (0, QUAD_N_TIERS));
  quad_record_set_number (values, QUAD_ACCOUNT_PROFILE, g_test_rand_int_range (0, QUAD_N_PROFILES));
  quad_record_set_number (values, QUAD_ACCOUNT_REVENUE, g_test_rand_int_range (0, 20));
  quad_record_set_text (values, QUAD_ACCOUNT_VERTICAL,
                        verticals[g_test_rand_int_range (0, G_N_ELEMENTS (verticals))]);
  quad_record_set_text (values, QUAD_ACCOUNT_REGION,
                        verticals[g_test_rand_int_range (0, G_N_ELEMENTS (verticals))]);
  quad_record_set_text (values, QUAD_ACCOUNT_SIZE,
                        sizes[g_test_rand_int_range (0, G_N_ELEMENTS (sizes))]);
  return values;
}

static QuadAccount *
make_account (gint64           id,
              QuadAccountField field,
              const char      *text)
{
  QuadRecord *values = make_random_values ();

  quad_record_set_text (values, field, text);
  return quad_account_new (id, values);
}

static void
assert_label (QuadFacetIndex   *index,
              QuadFacet         facet,
              QuadAccountField  field,
              const char       *text,
              const char       *label)
{
  g_autoptr (QuadAccount) account = make_account (1, field, text);
  QuadFacetValue *value = quad_facet_index_lookup (index, facet, account);

  g_assert_cmpstr (quad_facet_value_get_label (value, NULL), ==, label);
  g_assert_true (quad_facet_value_get_facet (value) == facet);
  g_assert_true (quad_facet_index_lookup (index, facet, account) == value);
}

static void
test_values (void)
{
  g_autoptr (QuadFacetIndex) index = quad_facet_index_new ();
  static const char *const in_size[][2] = {
    { "9 people", "Fewer than 10" }, { "0", "Fewer than 10" }, { "10", "10 to 49" },
    { "49", "10 to 49" }, { "50-249", "50 to 249" }, { "249", "50 to 249" },
    { "250", "250 to 999" }, { "999", "250 to 999" }, { "1,200", "1,000 and more" },
    { "1.200 Leute", "1,000 and more" }, { "1 200", "1,000 and more" },
    { "1'000'000", "1,000 and more" }, { "> 1000", "1,000 and more" },
    { "99999999999999999999999", "1,000 and more" }, { "12,5", "10 to 49" },
    { "12, 500 more", "10 to 49" }, { "large", "large" }, { "LARGE", "large" },
    { "L 10", "L 10" }, { NULL, "No size" }, { " ", "No size" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (in_size); i++)
    assert_label (index, QUAD_FACET_SIZE, QUAD_ACCOUNT_SIZE, in_size[i][0], in_size[i][1]);
  assert_label (index, QUAD_FACET_VERTICAL, QUAD_ACCOUNT_VERTICAL, "Zürich & <b>", "Zürich & <b>");
  assert_label (index, QUAD_FACET_VERTICAL, QUAD_ACCOUNT_VERTICAL, "ZURICH & <B>", "Zürich & <b>");
  assert_label (index, QUAD_FACET_VERTICAL, QUAD_ACCOUNT_VERTICAL, NULL, "No vertical");
  assert_label (index, QUAD_FACET_REGION, QUAD_ACCOUNT_REGION, "ZURICH & <B>", "ZURICH & <B>");
  assert_label (index, QUAD_FACET_REGION, QUAD_ACCOUNT_REGION, "", "No region");
  assert_label (index, QUAD_FACET_SOURCE, QUAD_ACCOUNT_SOURCE, NULL, "No source");
}

/* What accounts of one value have in common, written without the program's own tables. */
static char *
dup_naive_key (QuadAccount *account,
               QuadFacet    facet)
{
  static const QuadAccountField fields[] = {
    [QUAD_FACET_VERTICAL] = QUAD_ACCOUNT_VERTICAL,
    [QUAD_FACET_REGION] = QUAD_ACCOUNT_REGION,
    [QUAD_FACET_SIZE] = QUAD_ACCOUNT_SIZE,
    [QUAD_FACET_SOURCE] = QUAD_ACCOUNT_SOURCE,
  };
  static const char *const size_keys[][2] = {
    { "9", "0" }, { "310 people", "3" }, { "1,200", "4" }, { "1.200 Leute", "4" },
    { "50-249", "2" }, { "> 1000", "4" }, { "10", "1" }, { "249", "2" }, { "250", "3" },
    { "12,5", "1" },
  };
  const char *text;

  if (facet == QUAD_FACET_TIER)
    return g_strdup_printf ("%d", quad_account_get_tier (account));
  if (facet == QUAD_FACET_PROFILE)
    return quad_account_get_profile (account) == QUAD_PROFILE_NONE
             ? g_strdup ("~~") : g_strdup_printf ("%d", quad_account_get_profile (account));
  text = quad_item_get_text (QUAD_ITEM (account), fields[facet]);
  if (text == NULL || strspn (text, " ") == strlen (text))
    return g_strdup ("~~");
  for (guint i = 0; facet == QUAD_FACET_SIZE && i < G_N_ELEMENTS (size_keys); i++)
    if (strcmp (text, size_keys[i][0]) == 0)
      return g_strdup (size_keys[i][1]);
  return quad_text_fold (text);
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
count_cb (guint *count)
{
  (*count)++;
}

/* The signals told the whole story. */
static void
assert_same (GListModel *model,
             GListModel *copy)
{
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, g_list_model_get_n_items (copy));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) a = g_list_model_get_item (model, i);
      g_autoptr (GObject) b = g_list_model_get_item (copy, i);

      g_assert_true (a == b);
    }
}

/* A filter is a set of keys here. */
static gboolean
passes (QuadAccount *account,
        GHashTable  *keys,
        QuadFacet    facet)
{
  g_autofree char *key = dup_naive_key (account, facet);

  return g_hash_table_size (keys) == 0 || g_hash_table_contains (keys, key);
}

typedef struct
{
  QuadItemList    *accounts;
  QuadAccountView *view;
  QuadAccountRows *rows;
  GHashTable      *keys[QUAD_N_FACETS];
  gint64           next_id;
} Fixture;

/* Every group once, below its heading with the right count, in the order that was asked for. */
static void
assert_rows (Fixture *fixture)
{
  QuadFacet facet = quad_account_view_get_grouping (fixture->view);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (QuadAccount) before = NULL;
  g_autofree char *key = NULL;
  guint n_accounts = 0, n_left = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->rows)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->rows), i);
      guint position;

      if (QUAD_IS_ACCOUNT_HEADING (item))
        {
          g_autoptr (GPtrArray) group = NULL;

          g_assert_true (facet != QUAD_FACET_NONE && n_left == 0);
          n_left = quad_account_heading_get_n_accounts (QUAD_ACCOUNT_HEADING (item));
          g_assert_cmpuint (n_left, >, 0);
          group = quad_account_rows_list_group (fixture->rows, QUAD_ACCOUNT_HEADING (item));
          g_assert_cmpuint (group->len, ==, n_left);
          g_clear_object (&before);
          g_free (key);
          key = dup_naive_key (group->pdata[0], facet);
          g_assert_true (g_hash_table_add (seen, g_strdup (key)));
          continue;
        }
      n_accounts++;
      g_assert_true (quad_account_rows_find (fixture->rows, QUAD_ACCOUNT (item), &position));
      g_assert_cmpuint (position, ==, i);
      if (facet != QUAD_FACET_NONE)
        {
          g_autofree char *own = dup_naive_key (QUAD_ACCOUNT (item), facet);

          g_assert_cmpstr (own, ==, key);
          g_assert_cmpuint (n_left--, >, 0);
        }
      if (before != NULL)
        g_assert_cmpint (quad_account_get_revenue (before), >=,
                         quad_account_get_revenue (QUAD_ACCOUNT (item)));
      g_set_object (&before, QUAD_ACCOUNT (item));
    }
  g_assert_cmpuint (n_left, ==, 0);

  for (guint i = 0; i < quad_item_list_get_size (fixture->accounts); i++)
    {
      QuadAccount *account = quad_item_list_peek (fixture->accounts, i);
      gboolean shown = passes (account, fixture->keys[QUAD_FACET_VERTICAL], QUAD_FACET_VERTICAL)
                       && passes (account, fixture->keys[QUAD_FACET_SIZE], QUAD_FACET_SIZE);

      g_assert_true (quad_account_view_find (fixture->view, account, NULL) == shown);
      n_accounts -= shown;
    }
  g_assert_cmpuint (n_accounts, ==, 0);
}

static void
change_accounts (Fixture *fixture)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = quad_item_list_get_size (fixture->accounts);
  int kind = g_test_rand_int_range (0, 4);

  if (kind < 2 || n == 0)
    {
      for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
        g_ptr_array_add (items, quad_account_new (fixture->next_id++, make_random_values ()));
      quad_item_list_add (fixture->accounts, items);
      return;
    }
  for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
    {
      gpointer item = quad_item_list_peek (fixture->accounts,
                                           (guint) g_test_rand_int_range (0, (gint) n));

      if (!g_ptr_array_find (items, item, NULL))
        g_ptr_array_add (items, g_object_ref (item));
    }
  for (guint i = 0; kind == 2 && i < items->len; i++)
    quad_item_assign (items->pdata[i], make_random_values ());
  if (kind == 2)
    quad_item_list_changed (fixture->accounts, items);
  else
    quad_item_list_remove (fixture->accounts, items);
}

/* Some account's value is chosen, or no longer. */
static void
toggle_value (Fixture   *fixture,
              QuadFacet  facet)
{
  guint n = quad_item_list_get_size (fixture->accounts);
  g_autofree char *key = NULL;
  QuadAccount *account;
  QuadFacetValue *value;
  gboolean chosen;

  if (n == 0)
    return;
  account = quad_item_list_peek (fixture->accounts, (guint) g_test_rand_int_range (0, (gint) n));
  value = quad_account_view_get_value (fixture->view, facet, account);
  key = dup_naive_key (account, facet);
  chosen = g_hash_table_contains (fixture->keys[facet], key);
  g_assert_true (quad_account_view_is_chosen (fixture->view, value) == chosen);
  quad_account_view_set_chosen (fixture->view, value, !chosen);
  if (chosen)
    g_hash_table_remove (fixture->keys[facet], key);
  else
    g_hash_table_add (fixture->keys[facet], g_steal_pointer (&key));
  g_assert_cmpuint (quad_account_view_count_chosen (fixture->view, facet), ==,
                    g_hash_table_size (fixture->keys[facet]));
}

static void
test_random (void)
{
  Fixture fixture = { .next_id = 1 };
  g_autoptr (QuadItemList) accounts = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (QuadAccountView) view = quad_account_view_new (accounts);
  g_autoptr (QuadAccountRows) rows = quad_account_rows_new (view);
  g_autoptr (GListStore) copy = g_list_store_new (G_TYPE_OBJECT);

  fixture.accounts = accounts;
  fixture.view = view;
  fixture.rows = rows;
  for (guint i = 0; i < QUAD_N_FACETS; i++)
    fixture.keys[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  quad_account_view_set_order (view, QUAD_ACCOUNT_ORDER_REVENUE, TRUE);
  g_signal_connect (rows, "items-changed", G_CALLBACK (items_changed_cb), copy);

  for (guint round = 0; round < 1500; round++)
    {
      switch (g_test_rand_int_range (0, 8))
        {
        case 0:
          quad_account_view_set_grouping (view, g_test_rand_int_range (0, QUAD_N_FACETS));
          break;
        case 1:
          toggle_value (&fixture, QUAD_FACET_VERTICAL);
          break;
        case 2:
          toggle_value (&fixture, QUAD_FACET_SIZE);
          break;
        case 3:
          quad_account_view_clear_filters (view);
          for (guint i = 0; i < QUAD_N_FACETS; i++)
            g_hash_table_remove_all (fixture.keys[i]);
          break;
        default:
          change_accounts (&fixture);
          break;
        }
      assert_same (G_LIST_MODEL (rows), G_LIST_MODEL (copy));
      assert_rows (&fixture);
    }
  for (guint i = 0; i < QUAD_N_FACETS; i++)
    g_hash_table_unref (fixture.keys[i]);
}

/* A heading stays the same object while its group does, and says when its count changes. */
static void
test_heading (void)
{
  g_autoptr (QuadItemList) accounts = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (GPtrArray) two = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) values = NULL;
  QuadAccountView *view = quad_account_view_new (accounts);
  QuadAccountRows *rows = quad_account_rows_new (view);
  g_autoptr (QuadAccountHeading) heading = NULL;
  g_autoptr (QuadAccountHeading) again = NULL;
  guint n_notified = 0;

  g_ptr_array_add (two, make_account (1, QUAD_ACCOUNT_VERTICAL, "Rail"));
  g_ptr_array_add (two, make_account (2, QUAD_ACCOUNT_VERTICAL, "rail"));
  g_ptr_array_add (one, make_account (3, QUAD_ACCOUNT_VERTICAL, "RAIL"));
  quad_item_list_add (accounts, two);
  quad_account_view_set_grouping (view, QUAD_FACET_VERTICAL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 3);
  heading = g_list_model_get_item (G_LIST_MODEL (rows), 0);
  g_assert_cmpuint (quad_account_heading_get_n_accounts (heading), ==, 2);
  g_signal_connect_swapped (heading, "notify::n-accounts", G_CALLBACK (count_cb), &n_notified);

  quad_item_list_add (accounts, one);
  again = g_list_model_get_item (G_LIST_MODEL (rows), 0);
  g_assert_true (again == heading);
  g_assert_cmpuint (quad_account_heading_get_n_accounts (heading), ==, 3);
  g_assert_cmpuint (n_notified, ==, 1);
  quad_item_list_changed (accounts, one);
  g_assert_cmpuint (n_notified, ==, 1);

  values = quad_account_view_list_values (view, QUAD_FACET_VERTICAL, counts);
  g_assert_cmpuint (values->len, ==, 1);
  g_assert_cmpuint (g_array_index (counts, guint, 0), ==, 3);
  g_assert_cmpstr (quad_facet_value_get_label (values->pdata[0], NULL), ==, "Rail");

  g_assert_finalize_object (rows);
  g_assert_finalize_object (view);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facet/values", test_values);
  g_test_add_func ("/rows/random", test_random);
  g_test_add_func ("/rows/heading", test_heading);
  return g_test_run ();
}
